"""What is kept as it was typed, and what the coach says of it."""

import datetime as dt

import pytest

from coach.coaching.engine import Coach
from coach.pack.pack import Pack
from coach.plan import Plan

PACK = Pack()


def told(drafts, depth="intermediate"):
    plan = Plan(depth=depth, drafts=drafts)
    found = Coach(PACK, dt.date(2026, 11, 1)).check(plan)
    return [(each.field, each.message) for each in found if each.rule == "RE24"]


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("niche.count", "about ninety, perhaps"),
        ("niche.price_range.low", "3o0"),
        ("niche.reach", "150 %"),
        ("niche.count_claim.points", "some"),
    ],
)
def test_a_text_where_a_figure_is_asked_is_told_with_the_words(path, typed):
    ((field, message),) = told({path: typed})
    assert field == path
    assert message.startswith(f"“{typed}” is kept, but it is not read as a figure")


def test_a_text_where_a_day_is_asked_is_told_as_a_day():
    # the message is "RE24", "day"
    ((field, message),) = told({"risk.kill_date": "some time in May"})
    assert field == "risk.kill_date"
    assert "not read as a day" in message


@pytest.mark.parametrize(
    "drafts",
    [
        {},
        {"niche.count": "1,850"},  # by hand in the file, and good
        {"risk.kill_date": "31 Jan 2027"},
        {"niche.nothing_of_ours": "x"},
        {"nowhere": "x"},
        {"risk.risks.k404.probability": "high"},  # its row is gone
    ],
)
def test_what_can_be_read_or_is_nowhere_is_left_alone(drafts):
    assert told(drafts) == []


def test_a_question_that_is_not_asked_is_not_told_of():
    assert told({"niche.price_range.low": "much"}, "fundamentals") == []


def test_what_is_kept_is_not_called_missing_until_it_is_taken_away():
    plan = Plan(depth="intermediate")
    plan.niche.price = 20
    plan.drafts = {"niche.count": "about ninety"}
    coach = Coach(PACK, dt.date(2026, 11, 1))

    def at_the_count():
        return [each.rule for each in coach.check(plan) if each.field == "niche.count"]

    assert at_the_count() == ["RE24"]
    plan.drafts = {}
    assert at_the_count() == ["NI05"]
