"""The canvas: the whole plan on one printed sheet, gaps and all."""

import re

import pytest
from fullest import fullest

from coach import flow
from coach.export.document import Heading, Picture, plain
from coach.export.documents import build, render
from coach.export.sheet import ROWS, fits_sheet, sheet_areas


def boxes(document):
    """The document's blocks by box."""
    found = {}
    for block in document.blocks:
        if isinstance(block, Heading):
            found[block.area] = ()
        found[list(found)[-1]] += (block,)
    return found


def test_every_box_is_there_and_says_what_is_open(empty, shipped, today):
    document = build("canvas", empty, shipped, today=today)
    assert set(boxes(document)) == {area for row in ROWS for area in row} - {"picture"}
    open_boxes = [area for area, body in boxes(document).items() if plain(body[1].spans)]
    assert len(open_boxes) == len(boxes(document))
    assert all(len(body) == 2 for body in boxes(document).values())
    assert render(document, "markdown").count("Still open.") == len(open_boxes)


def test_a_full_plan_has_no_gap_and_a_picture(deepest, shipped, today):
    document = build("canvas", deepest, shipped, today=today)
    assert "Still open" not in render(document, "markdown")
    picture = boxes(document)["picture"][1]
    assert isinstance(picture, Picture)
    assert picture.chart.key == "canvas"
    assert render(document, "html").count("<svg") == 1


@pytest.mark.parametrize("many", [1, 4, 40])
def test_it_fits_one_sheet_however_much_is_written(many, shipped, today):
    plan = fullest()
    for path, field in flow.paths(plan):
        if field.kind == "text" and path != "start.currency":
            plan.put(path, "much is said here, and then some more. " * many)
    assert fits_sheet(boxes(build("canvas", plan, shipped, today=today)))


def test_it_never_cuts_what_fits(dental, shipped, today):
    assert "…" not in render(build("canvas", fullest(), shipped, today=today), "markdown")


def test_html_lays_every_box_in_its_place(deepest, empty, shipped, today):
    for plan in (deepest, empty):
        document = build("canvas", plan, shipped, today=today)
        source = render(document, "html")
        areas = re.findall(r"grid-area: (\w+);", source)
        assert sorted(areas) == sorted(boxes(document))
        assert re.findall(r'<section class="box-(\w+)">', source) == list(boxes(document))
        assert "size: landscape" in source


def test_a_missing_box_leaves_its_place_to_the_one_beside_it():
    areas = tuple(dict.fromkeys(area for row in ROWS for area in row if area != "picture"))
    assert sheet_areas(areas)[-2:] == (
        ("risks", "next", "next", "next"),
        ("stop", "next", "next", "next"),
    )
    assert sheet_areas(("need",)) == (("need",) * 4, ("need",) * 4)


def test_a_reader_of_markdown_gets_short_sections(dental, shipped, today):
    text = render(build("canvas", dental, shipped, today=today), "markdown")
    for title in ("Whom we serve", "What they use today", "Price and cost", "When we stop"):
        assert f"\n## {title}\n" in text
    assert "- **Break-even customers:** 25" in text
    assert "Stop line, 31 Jan 2027: If fewer than 12 practices pay" in text
