"""One more question is one declaration, one model field and one page; nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from coach import flow
from coach.answers import parse
from coach.export.documents import build, render
from coach.pack.check_text import Targets
from coach.pack.check_topic import topic_faults
from coach.pack.pack import Pack
from coach.plan import Plan
from coach.questions import Card, Field, Kind, Unit
from coach.steps.niche.model import Niche
from coach.values import Number

PAGE = """+++
title = "Season"
question = "When do they buy?"
minutes = 1

[fields.season]
label = "Best months"
help = "When most of them look for help."

[fields.peak]
label = "Share in those months"
+++
## Fundamentals

Some niches buy once a year.
"""


class SeasonalNiche(Niche):
    """The model, with two more fields."""

    season: str = ""
    peak: Number | None = None


CARD = Card(
    "niche.season", (Field("season", lines=3), Field("peak", Kind.NUMBER, unit=Unit.PERCENT))
)


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pack]:
    """The pack with one more page, while the flow has one more card."""
    steps = tuple(
        replace(step, cards=(*step.cards, CARD)) if step.key == "niche" else step
        for step in flow.STEPS
    )
    monkeypatch.setattr(flow, "STEPS", steps)
    monkeypatch.setattr(flow, "CARDS", tuple(card for step in steps for card in step.cards))
    flow._shape.cache_clear()
    head = 'id = "one-more"\ntitle = "One more"\nversion = "1"\nlanguage = "en"\n'
    (tmp_path / "pack.toml").write_text(head, encoding="utf-8")
    (tmp_path / "niche").mkdir()
    (tmp_path / "niche" / "season.md").write_text(PAGE, encoding="utf-8")
    yield Pack.open(tmp_path)
    flow._shape.cache_clear()


@pytest.fixture
def plan(pack: Pack) -> Plan:
    plan = Plan()
    plan.niche = SeasonalNiche()
    return plan


def test_it_is_asked_in_its_place(plan: Plan) -> None:
    keys = [card.key for card in flow.walk(plan)]
    assert keys.index("niche.season") == keys.index("niche.segments") + 1
    assert [path for path, _ in flow.paths(plan, CARD)] == ["niche.season", "niche.peak"]
    assert flow.card("niche.season") is CARD
    assert flow.first_gap(plan, CARD) == "niche.season"


def test_its_answer_is_read_kept_and_counted(plan: Plan) -> None:
    before = flow.progress(plan)
    for path, typed in (("niche.season", "May, before the holidays"), ("niche.peak", "60 %")):
        plan.put(path, parse(flow.place(path).part, typed))
    after = flow.progress(plan)
    assert (plan.get("niche.season"), plan.get("niche.peak")) == ("May, before the holidays", 60)
    assert (after.answered, after.asked) == (before.answered + 2, before.asked)
    assert after.cards["niche.season"] is flow.State.DONE
    assert plan.niche.model_dump()["peak"] == 60


def test_it_is_worded_by_its_page(pack: Pack) -> None:
    assert pack.topic("niche.season").question == "When do they buy?"
    assert pack.wording("niche.season", "season").label == "Best months"
    assert pack.topic("niche.season").sections["Fundamentals"].startswith("Some niches")
    assert list(topic_faults(Targets(pack), CARD)) == []


def test_it_is_in_the_document(pack: Pack, plan: Plan) -> None:
    plan.put("niche.season", "May, before the holidays")
    plan.put("niche.peak", 60)
    text = render(build("plan", plan, pack), "markdown")
    for words in ("Season", "Best months", "May, before the holidays", "Share in those", "60 %"):
        assert words in text
