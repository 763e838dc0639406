"""The registers: everything for a spreadsheet, and on paper what a reader looks down."""

import csv
import datetime as dt
import io

import pytest
from fullest import fullest

from coach import flow
from coach.export.documents import build, render
from coach.questions import Depth, Kind
from coach.values import YesNo


def rows(form, plan, pack, today):
    text = render(build(form, plan, pack, today=today), "csv")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize(
    ("form", "card"),
    [("risks", "risk.risks"), ("tests", "review.tests"), ("actions", "review.actions")],
)
@pytest.mark.parametrize("depth", Depth)
def test_every_question_of_the_depth_has_its_column(form, card, depth, shipped, today):
    plan = fullest()
    plan.depth = depth.key
    field = flow.card(card).fields[0]
    asked = flow.parts(field, max(depth, field.depth))
    table = next(build(form, plan, shipped, today=today).tables)
    keys = [column.key for column in table.columns]
    assert len(set(keys)) == len(keys)
    for part in asked:
        wanted = (
            [part.key] if part.kind is not Kind.RANGE else [f"{part.key}.low", f"{part.key}.high"]
        )
        assert set(wanted) <= set(keys)
    labels = [column.label for column in table.columns]
    assert list(rows(form, plan, shipped, today)[0]) == labels
    assert len(set(labels)) == len(labels)


def test_a_range_is_two_columns_to_count_with(shipped, today):
    plan = fullest()
    (first, *_) = rows("risks", plan, shipped, today)
    label = shipped.wording("risk.risks", "risks", "probability").label
    assert (first[f"{label}, low"], first[label], first[f"{label}, high"]) == ("20", "40", "60")


def test_on_paper_the_rest_stands_below_each_risk(shipped, today):
    plan = fullest()
    document = build("risks", plan, shipped, today=today)
    table = next(document.tables)
    assert len(table.narrow.columns) <= 11 < len(table.columns)
    markdown, html = (render(document, kind) for kind in ("markdown", "html"))
    for risk in plan.risk.risks:
        for words in (risk.event, risk.cause, risk.trigger, risk.contingency):
            assert words in markdown
            assert words in html
    assert html.count('<tr class="aside">') == len(plan.risk.risks)


def test_actions_come_by_their_day_and_what_is_done_last(shipped, today):
    plan = fullest()
    first, second, third = plan.review.actions
    first.due, second.due, third.due = None, dt.date(2027, 2, 1), dt.date(2027, 1, 1)
    third.done, first.done, second.done = YesNo.YES, None, None
    label = shipped.wording("review.actions", "actions", "what").label
    found = [row[label] for row in rows("actions", plan, shipped, today)]
    assert found == [second.what, first.what, third.what]


def test_a_list_without_actions_says_so_and_keeps_its_columns(empty, shipped, today):
    document = build("actions", empty, shipped, today=today)
    assert "No action is written down yet." in render(document, "markdown")
    assert render(document, "csv").count(",") >= 6


def test_what_was_not_understood_is_kept_as_typed(dental, shipped, today):
    plan = dental.model_copy(deep=True)
    plan.drafts["risk.risks.kvendor.probability"] = "=rather likely"
    label = shipped.wording("risk.risks", "risks", "probability").label
    plan.risk.risks[1].probability = None
    said = [row[label] for row in rows("risks", plan, shipped, today)]
    assert "'=rather likely" in said


def test_a_figure_that_no_number_reaches_is_said_in_words(dental, shipped, today):
    plan = fullest()
    for risk in plan.risk.risks:
        risk.impact = risk.impact_range.high = 1e308
        risk.impact_range.low = 1e308
    text = render(build("risks", plan, shipped, today=today), "csv")
    assert "inf" not in text
    assert "nan" not in text
