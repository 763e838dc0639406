"""Writes ``coverage.md``: where the product holds each thing the source articles name.

    make coverage

``coverage.toml`` says where each line stands; here that is held against the pack, the walk and
the rules, and the tests that stand for it are looked up.
"""

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from coach import flow
from coach.coaching.engine import RULES
from coach.pack.check_topic import result_keys
from coach.pack.pack import default_root
from coach.pack.read import read_page, sections, split_front_matter

HERE = Path(__file__).resolve().parent
TESTS = HERE.parent / "tests"
LINES = 139
"""Things that the articles name."""

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_OTHER = re.compile("[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that an article names. ``told`` holds sections of pages, and words in each."""

    number: int
    article: str
    what: str
    told: tuple[tuple[str, str], ...]
    fields: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


def lines() -> list[Line]:
    """All lines of ``coverage.toml``."""
    table = tomllib.loads((HERE / "coverage.toml").read_text(encoding="utf-8"))
    return [_line(entry) for entry in table["line"]]


def _line(entry: Mapping[str, Any]) -> Line:
    told = tuple((section, words) for section, words in entry["told"])
    lists = {key: tuple(entry.get(key, ())) for key in ("fields", "results", "rules")}
    return Line(entry["number"], entry["article"], entry["what"], told, **lists)


def faults(entries: list[Line]) -> Iterator[str]:
    """What ``coverage.toml`` claims and the product does not hold."""
    fields, results = _fields(), _results()
    rules = {rule.id for rule in RULES}
    for entry in entries:
        if not entry.told:
            yield f"line {entry.number} stands nowhere"
        for section, words in entry.told:
            if words not in _section(section):
                yield f"line {entry.number}: {words!r} does not stand in {section}"
        for known, kind, named in (
            (fields, "question", entry.fields),
            (results, "figure", entry.results),
            (rules, "rule", entry.rules),
        ):
            for each in named:
                if each not in known:
                    yield f"line {entry.number}: there is no {kind} {each}"


def _fields() -> set[str]:
    found = set()
    for card in flow.CARDS:
        for field in card.fields:
            path = card.path(field)
            found |= {path, *(f"{path}.{part.key}" for part in field.of)}
    return found


def _results() -> set[str]:
    return {f"{card.key}.{key}" for card in flow.CARDS for key in result_keys(card)}


@cache
def _page(key: str) -> dict[str, tuple[str, str]]:
    """A page's sections by anchor: heading, and text without the marks of Markdown."""
    file = f"{key.replace('.', '/')}.md"
    _, body = split_front_matter(read_page(default_root(), file), file)
    return {anchor(name): (name, plain(text)) for name, text in sections(body).items()}


def _section(named: str) -> str:
    key, _, heading = named.partition("#")
    return _page(key).get(heading, ("", ""))[1]


def plain(text: str) -> str:
    """Text without links and emphasis, on one line."""
    return " ".join(_LINK.sub(r"\1", text).replace("*", "").split())


def anchor(heading: str) -> str:
    """How a link names a heading."""
    return _OTHER.sub("-", heading.casefold()).strip("-")


@cache
def _step_tests() -> dict[str, str]:
    files = sorted((TESTS / "steps").glob("test_*.py"))
    return {file.name: file.read_text(encoding="utf-8") for file in files}


def tests_of(entry: Line) -> list[str]:
    """The test files that stand for a line's rules, figures and questions, or for its words."""
    found = ["coaching/test_pages.py"] if entry.rules else []
    for result in entry.results:
        key = result.rpartition(".")[2]
        whole = re.compile(rf"\b{key}\b")
        naming = (name for name, text in _step_tests().items() if whole.search(text))
        found.append(f"steps/{name}" if (name := next(naming, "")) else "core/test_figures.py")
    if entry.fields:
        found.append("contract/test_method_fields.py")
    return [f"tests/{name}" for name in dict.fromkeys(found)] or ["tests/contract/test_coverage.py"]


def document(entries: list[Line]) -> str:
    """The whole of ``coverage.md``."""
    parts = [
        f"""\
# What the articles name, and where it stands

{len(entries)} of {LINES}. The five articles that `coach` began with name {LINES} things: methods,
examples, advantages, dangers, words. Each is told in the default pack in our own words; a method
or a danger is also asked for, computed or flagged. `make coverage` writes this page from
`coverage.toml`, the pack and the code, and a test keeps all three together.
"""
    ]
    for article, held in groupby(entries, lambda entry: entry.article):
        head = ("| | what | told in | asked, computed, flagged | tests |", "|---:|---|---|---|---|")
        parts.append("\n".join([f"## {article}", "", *head, *map(_row, held), ""]))
    return "\n".join(parts)


def _row(entry: Line) -> str:
    told = dict.fromkeys(section for section, _ in entry.told)
    used = [*(f"`{each}`" for each in (*entry.fields, *entry.results)), *entry.rules]
    tests = [f"[{Path(file).stem}](../{file})" for file in tests_of(entry)]
    cells = (entry.what.replace("|", "\\|"), ", ".join(map(_link, told)), ", ".join(used) or "–")
    return f"| {entry.number} | {' | '.join(cells)} | {', '.join(tests)} |"


def _link(section: str) -> str:
    key, _, heading = section.partition("#")
    name = _page(key)[heading][0]
    return f"[{key}: {name}](../content/{key.replace('.', '/')}.md#{heading})"


def main() -> int:
    """Write the page; the exit code is 1 where something does not hold."""
    entries = lines()
    wrong = list(faults(entries))
    for each in wrong:
        print(each, file=sys.stderr)
    if not wrong:
        (HERE / "coverage.md").write_text(document(entries), encoding="utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
