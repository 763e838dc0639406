"""Everything the source articles name is in the product, and the page that says so is true."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def coverage() -> ModuleType:
    """The program that writes the page."""
    spec = importlib.util.spec_from_file_location("make_coverage", DOCS / "make_coverage.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_139_of_139(coverage: ModuleType) -> None:
    assert [entry.number for entry in coverage.lines()] == list(range(1, 140))


def test_each_stands_where_it_is_said_to_stand(coverage: ModuleType) -> None:
    assert list(coverage.faults(coverage.lines())) == []


def test_a_claim_that_does_not_hold_is_told(coverage: ModuleType) -> None:
    line = coverage.Line(
        7,
        "An article",
        "something",
        (("niche.size#fundamentals", "words that stand nowhere"),),
        ("niche.shoe_size",),
        ("niche.size.luck",),
        ("NI99",),
    )
    told = "\n".join(coverage.faults([line]))
    for part in ("words that stand nowhere", "niche.shoe_size", "niche.size.luck", "NI99"):
        assert part in told


def test_methods_and_dangers_are_more_than_told(coverage: ModuleType) -> None:
    """Only definitions, examples and reasons may be told alone."""
    only_told = {
        entry.number
        for entry in coverage.lines()
        if not (entry.fields or entry.results or entry.rules)
    }
    spare = (
        "Example",
        "Case",
        "Segment",
        "Why",
        "Related terms",
        "Craft brewery",
        "Organisational",
    )
    for entry in coverage.lines():
        if entry.number in only_told:
            assert entry.what.startswith(spare) or "segments" in entry.what, entry.what


def test_the_page_is_as_it_would_be_written(coverage: ModuleType) -> None:
    written = (DOCS / "coverage.md").read_text(encoding="utf-8")
    assert written == coverage.document(coverage.lines()), "run: make coverage"
