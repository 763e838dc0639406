"""Whatever is asked at the plan's depth stands in the full plan, in every format it has."""

import json

import pytest
from fullest import fullest

from coach import flow, grids
from coach.export.documents import build, render
from coach.export.material import Material, day
from coach.questions import Depth, Kind
from coach.steps.differentiation.model import Type
from coach.text import one_line


@pytest.fixture(params=Type)
def plan(request):
    return fullest(request.param)


@pytest.fixture(params=Depth)
def depth(request):
    return request.param


def wanted(plan, material):
    """Every answer that is asked, with the words it must be found by."""
    for path, part in flow.paths(plan):
        value, place = plan.get(path), flow.place(path)
        if place.field.kind is Kind.STATEMENT:
            yield path, value.removeprefix("W").removeprefix("w")
        elif ".scores." in path or part.key in ("date", "status", "points"):
            continue
        elif part.kind is Kind.NUMBER:
            yield path, material.number(value, part.unit)
        elif part.kind is Kind.DATE:
            yield path, day(value)
        elif part.kind is Kind.CHOICE:
            yield path, material.shown(path, part, place.card).text
        else:
            yield path, str(value)
    for card in flow.walk(plan):
        for field in flow.asked(card, plan):
            if field.kind is Kind.GRID:
                for row, column in grids.squares(field, plan):
                    path = f"{card.path(field)}.reasons.{row}.{column}"
                    yield path, plan.get(path)


@pytest.mark.parametrize("kind", ["markdown", "html", "json"])
def test_every_answer_is_in_the_full_plan(plan, depth, kind, shipped, today):
    plan.depth = depth.key
    material = Material(plan, shipped, today)
    text = render(build("plan", plan, shipped, today=today), kind)
    if kind == "json":
        text = "\n".join(_texts(json.loads(text)["blocks"]))
    if kind == "html":
        text = text.replace("&#39;", "'").replace("&amp;", "&")
    found = list(wanted(plan, material))
    assert len(found) > 20
    assert [path for path, words in found if words not in text] == []


def _texts(value):
    if isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    else:
        yield str(value)


def test_a_grid_is_a_table_with_the_names_of_its_rows_and_columns(shipped, today):
    plan = fullest()
    tables = {t.fields[0]: t for t in build("plan", plan, shipped, today=today).tables}
    for card in flow.walk(plan):
        for field in flow.asked(card, plan):
            if field.kind is not Kind.GRID:
                continue
            table = tables[card.path(field)]
            assert len(table.rows) == len(grids.rows(field, plan))
            assert len(table.columns) == 1 + len(grids.columns(field, plan))
            scores = [[cell.value for cell in row.cells[1:]] for row in table.rows]
            assert scores == [
                [plan.get(f"{card.path(field)}.scores.{row}.{column}")
                 for column in grids.columns(field, plan)]
                for row in grids.rows(field, plan)
            ]  # fmt: skip
            assert all(row.cells[0].spans[0].text for row in table.rows)


def test_an_empty_grid_is_open_and_a_square_keeps_what_was_not_understood(dental, shipped, today):
    plan = dental.model_copy(deep=True)
    text = render(build("plan", plan, shipped, today=today), "markdown")
    assert "Still open: Compare." in text
    plan.put("niche.ratings.scores.measurable.kvets", 4)
    plan.drafts["niche.ratings.scores.measurable.klabs"] = "about 3"
    text = render(build("plan", plan, shipped, today=today), "markdown")
    assert "| Measurable | – | – | 4 | about 3 |" in text


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (1200, 2400, "1,200 to 2,400, likely 1,850"),
        (1200, None, "from 1,200, likely 1,850"),
        (None, 2400, "up to 2,400, likely 1,850"),
    ],
)
def test_a_range_is_said_with_what_is_likely(low, high, said, dental, shipped, today):
    plan = dental.model_copy(deep=True)
    plan.niche.count_range.low, plan.niche.count_range.high = low, high
    assert f"{said}\n" in render(build("plan", plan, shipped, today=today), "markdown")
    plan.drafts["niche.count_range.high"] = "a lot\nmore"
    text = render(build("plan", plan, shipped, today=today), "markdown")
    assert "a lot more, likely 1,850 (as typed; not understood yet)" in text


def test_the_niche_has_a_sentence_of_its_own(shipped, today):
    plan = fullest()
    plan.niche.sentence.who = "owners of clinics"
    text = one_line(render(build("plan", plan, shipped, today=today), "markdown"))
    sentence = shipped.topic("niche.sentence").sentence
    assert sentence.partition("{")[0] in text
    assert "wners of clinics" in text


def test_the_statement_is_said_in_each_rival_s_name(dental, shipped, today):
    plan = dental.model_copy(deep=True)
    for slot, value in (("audience", 1), ("need", 1), ("category", 0), ("benefit", 0)):
        plan.put(f"value.swap.scores.{slot}.kgeneral", value)
    text = render(build("plan", plan, shipped, today=today), "markdown")
    assert (
        "> For dental practice owners without IT staff who cannot wait days when patient data "
        "looks wrong, a general IT firm is a help line that answers within 15 minutes and closes "
        "the case the same day. Unlike Molar Guard, we know your practice software." in text
    )
    assert "If a relative who is good with computers said it:" in text
    label = shipped.wording("value.swap", "swap", "audience").label.lower()
    assert f"Still true: {label} and " in text
    assert "No longer true: " in text


def test_a_pick_inside_a_record_is_a_name(shipped, today):
    plan = fullest()
    plan.review.tests[0].assumption = plan.review.assumptions[2].id
    name = plan.review.assumptions[2].statement
    label = shipped.wording("review.tests", "tests", "assumption").label
    text = render(build("plan", plan, shipped, today=today), "markdown")
    assert f"- **{label}:** {name}" in text
