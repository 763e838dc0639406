"""Whatever a plan holds, what these steps compute and draw of it can be shown."""

import math
from itertools import product
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import plans

from coach.charts.terminal import draw as draw_chart
from coach.pack.pack import Pack
from coach.plan import Plan, record_type
from coach.questions import Card, Result
from coach.steps.differentiation.cards import STEP as DIFFERENTIATION
from coach.steps.differentiation.model import Type
from coach.steps.review.cards import STEP as REVIEW
from coach.steps.risk.cards import STEP as RISK
from coach.steps.risk.model import ShareKind
from coach.steps.start.model import Sector
from coach.values import Answers, Number

CARDS = [card for step in (DIFFERENTIATION, RISK, REVIEW) for card in step.cards]
COMPUTED = [card for card in CARDS if card.results]
DRAWN = [card for card in CARDS if card.pictures]
PACK = Pack()
GATES = ("importance", "capability", "weakness")
SIZES = (None, 0, 5e-324, 0.1, 1, 3, 5, 20, 50, 100, 1e9, 10**15, 1e15)
"""Figures of every size that a file can hold, also where the unit would not take them."""


def results(card: Card, plan: Plan) -> list[Result]:
    return list(card.results(plan)) if card.results else []


def check(plan: Plan) -> None:
    """What is computed is a number or open and is worded; what is drawn can be."""
    for card in COMPUTED:
        worded = PACK.topic(card.key).results
        for result in results(card, plan):
            assert result.value is None or not math.isnan(result.value), result
            assert "nan" not in result.figures, result
            assert not result.verdict or worded[result.key].verdicts[result.verdict], result
    for card in DRAWN:
        for drawing in card.pictures:
            chart = drawing.make(plan)
            if chart is not None:
                assert chart.key == drawing.key
                assert draw_chart(chart, PACK.topic(card.key).pictures[chart.key], 60)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(plans())
def test_any_plan_can_be_computed_and_drawn(plan: Plan) -> None:
    check(plan)


def figured(random: Random) -> Plan:
    """A plan with figures of any size in every number, and grids that fit its records."""
    plan = Plan()
    plan.start.sector = random.choice(list(Sector))
    for path, rows in plan.records():
        kind = record_type(path)
        assert kind is not None
        rows += [kind(id=f"r{n}") for n in range(random.randint(0, 4))]
    step = plan.differentiation
    step.primary = random.choice(list(Type))
    for owner in (plan.niche, step, plan.risk, plan.review):
        _fill(random, owner)
    columns = ["us", *(rival.id for rival in plan.value.alternatives)]
    for factor, column in product(step.factors, columns):
        step.levels.put("scores", factor.id, column, random.choice(SIZES))
    for row, fitted in product(GATES, Type):
        step.fit.put("scores", row, fitted, random.choice(SIZES))
    for share in plan.risk.shares:
        share.kind = random.choice(list(ShareKind))
    return plan


def _fill(random: Random, answers: Answers) -> None:
    for key, info in type(answers).model_fields.items():
        value = getattr(answers, key)
        if info.annotation == Number | None:
            setattr(answers, key, random.choice(SIZES))
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, Answers):
                _fill(random, each)


# One seed a plan: so many figures drawn one by one would exhaust what an example may hold.
@settings(max_examples=100)
@given(st.integers(0, 2**32))
def test_figures_of_any_size_can_be_computed_and_drawn(seed: int) -> None:
    check(figured(Random(seed)))


@pytest.mark.parametrize("card", COMPUTED, ids=lambda card: card.key)
def test_a_missing_input_leaves_a_result_open_but_there(card: Card) -> None:
    found = results(card, Plan())
    assert all(result.value is None and not result.verdict for result in found)
    assert all(drawing.make(Plan()) is None for drawing in card.pictures)
