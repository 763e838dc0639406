"""An example's days move with the day on which it is opened; its words do not."""

import datetime as dt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import plans

from coach.pack.pack import Example
from coach.plan import Plan
from coach.refusal import Refusal
from coach.store import form
from coach.store.rebase import plan_from_example, rebased

PLAN = """\
schema_version = 1
id = "k3f9a1"
changed = 2026-11-22T16:40:00Z

[niche]
count = 1850

[niche.count_claim]
source = "register of 2026-11-20"
date = 2026-11-20

[[niche.candidates]]
id = "k1"
evidence.date = 2026-02-28

[risk]
kill_date = 2027-01-31

[review]
next_review = 2026-11-22

[[review.tests]]
id = "k2"
due = 2026-12-04

[[set_aside]]
rule = "NI05"
field = "niche.count"
reason = "Counted twice"
date = 2026-11-21
fingerprint = "0"
"""
EXAMPLE = Example("one", "One", PLAN)
days = st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1))


def read() -> Plan:
    return form.load(PLAN.encode(), "one").plan


def test_every_day_keeps_its_distance_from_today() -> None:
    plan = rebased(read(), dt.date(2028, 2, 28))
    assert plan.changed.date() == dt.date(2028, 2, 28)
    assert plan.niche.count_claim.date == dt.date(2028, 2, 26)
    assert plan.niche.candidates[0].evidence.date == dt.date(2028, 2, 28) - dt.timedelta(267)
    assert plan.review.next_review == dt.date(2028, 2, 28)
    assert plan.review.tests[0].due == dt.date(2028, 3, 11)
    assert plan.risk.kill_date == dt.date(2028, 5, 8)
    assert plan.set_aside[0].date == dt.date(2028, 2, 27)


def test_nothing_but_days_is_touched() -> None:
    plan = rebased(read(), dt.date(2028, 2, 28))
    assert plan.niche.count_claim.source == "register of 2026-11-20"
    assert (plan.niche.count, plan.id, plan.niche.candidates[0].id) == (1850, "k3f9a1", "k1")


@given(plans(), days, days)
def test_moving_is_pure_and_can_be_undone(plan: Plan, one: dt.date, other: dt.date) -> None:
    before = form.tree_of(plan)
    try:
        there = rebased(plan, one)
        back = rebased(there, plan.changed.date())
        on = rebased(there, other)
    except Refusal:
        assume(False)
    assert form.tree_of(plan) == before == form.tree_of(back)
    assert form.tree_of(rebased(there, one)) == form.tree_of(there)
    assert form.tree_of(on) == form.tree_of(rebased(plan, other))


def test_an_example_opens_as_a_new_plan_of_today() -> None:
    plan = plan_from_example(EXAMPLE, dt.date(2027, 11, 22))
    assert plan.review.tests[0].due == dt.date(2027, 12, 4)
    assert plan.id != "k3f9a1"
    assert plan.created == plan.changed > read().changed


def test_a_day_beyond_the_calendar_is_refused_in_one_line() -> None:
    example = Example("far", "Far", PLAN.replace("2027-01-31", "9999-12-31"))
    with pytest.raises(Refusal) as told:
        plan_from_example(example, dt.date(2027, 11, 22))
    assert str(told.value) == (
        "the example far: the day 9999-12-31 cannot be moved by 365 days; "
        "write a day nearer to the plan's last change"
    )
