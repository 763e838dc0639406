"""Cards, rules and pages belong together, and the texts are the project's own."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach import flow
from coach.coaching.engine import BESIDE, RULES
from coach.pack import check
from coach.pack.pack import Pack, default_root, rule_file
from coach.plan import STEP_KEYS

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
RUN = 8
"""Words in a row that are no accident."""


def test_the_shipped_pack_is_sound() -> None:
    assert [str(fault) for fault in check.faults(Pack())] == []


def test_every_rule_has_one_page_in_the_folder_of_its_step() -> None:
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids) > 0
    for rule in RULES:
        assert (default_root() / rule_file(rule.id)).is_file()
        assert set(rule.reads) <= {*STEP_KEYS, *BESIDE}


def test_every_card_has_one_page() -> None:
    pages = {
        path.relative_to(default_root()).with_suffix("").as_posix().replace("/", ".")
        for step in flow.STEPS
        for path in (default_root() / step.key).glob("*.md")
    }
    assert pages == {card.key for card in flow.CARDS}


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.casefold())


def runs(text: str) -> Iterator[tuple[str, ...]]:
    found = words(text)
    return zip(*(found[start:] for start in range(RUN)), strict=False)


@pytest.fixture(scope="module")
def seeded() -> set[tuple[str, ...]]:
    if not SEEDS.is_dir():
        pytest.skip("the source articles are not beside this checkout")
    return {run for file in SEEDS.iterdir() for run in runs(file.read_text(encoding="utf-8"))}


TEXTS = sorted(
    path
    for folder in ("content", "coach")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".md", ".toml", ".py", ".jinja")
)


def test_no_sentence_is_taken_from_the_source_articles(seeded: set[tuple[str, ...]]) -> None:
    assert len(TEXTS) > 50
    assert len(seeded) > 1_000
    taken = {
        f"{path.relative_to(ROOT)}: {' '.join(run)}"
        for path in TEXTS
        for run in runs(path.read_text(encoding="utf-8"))
        if run in seeded
    }
    assert taken == set()


def test_a_taken_sentence_would_be_seen(seeded: set[tuple[str, ...]]) -> None:
    source = next(iter(sorted(SEEDS.iterdir()))).read_text(encoding="utf-8")
    assert any(run in seeded for run in runs(" ".join(words(source)[:40])))
