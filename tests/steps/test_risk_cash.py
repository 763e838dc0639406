"""Whether the reserve lasts: by hand, and the simulation against the exact answer."""

from itertools import product
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.plan import Plan
from coach.questions import Result
from coach.steps.risk import cash, numbers
from coach.steps.risk.model import Risk
from coach.values import Range


def computed(plan: Plan) -> dict[str, Result]:
    return {result.key: result for result in cash.cash(plan)}


def fixed(impact: float) -> numbers.Points:
    return impact, impact, impact


def test_the_runway_is_the_reserve_by_the_burn() -> None:
    assert cash.runway(48_000, 8_000) == 6
    assert cash.runway(48_000, 0) is None
    plan = Plan()
    plan.risk.reserve, plan.risk.burn = 48_000, 8_000
    assert (computed(plan)["runway"].value, computed(plan)["runway"].figures) == (
        6, "48,000 ÷ 8,000",
    )  # fmt: skip


def test_where_nothing_burns_the_reserve_lasts() -> None:
    plan = Plan()
    plan.risk.burn = 0
    assert computed(plan)["runway"].value is None
    plan.risk.reserve = 48_000
    assert computed(plan)["runway"].verdict == "endless"


def test_the_worst_single_loss_must_be_survivable() -> None:
    plan = Plan()
    plan.risk.risks = [
        Risk(event="Fire", impact=50_000),
        Risk(event="Copied", impact=18_000, impact_range=Range(low=5_000, high=60_000)),
    ]
    assert computed(plan)["worst_loss"].value is None
    plan.risk.reserve = 55_000
    worst = computed(plan)["worst_loss"]
    assert (worst.value, worst.figures, worst.verdict, worst.about) == (
        60_000, "60,000 > 55,000", "ruinous", "Copied",
    )  # fmt: skip
    plan.risk.reserve = 60_000
    assert computed(plan)["worst_loss"].verdict == "survivable"


def test_the_impacts_have_the_mean_of_their_three_points() -> None:
    found = cash.quantiles((5_000, 18_000, 60_000))
    assert sum(found) / len(found) == pytest.approx(22_833, rel=0.002)
    assert found == sorted(found)
    assert cash.quantiles(fixed(7)) == [7]


def test_the_chance_of_one_fixed_loss_is_its_own() -> None:
    assert cash.ruin([(30, fixed(50_000))], 49_999) == pytest.approx(30, abs=1.5)
    assert cash.ruin([(30, fixed(50_000))], 50_000) == 0
    assert cash.ruin([(100, fixed(50_000))], 40_000) == 100
    assert cash.ruin([(0, fixed(50_000))], 0) == 0


def test_half_of_a_symmetric_impact_lies_above_the_middle() -> None:
    assert cash.ruin([(100, (0, 50, 100))], 50) == pytest.approx(50, abs=1.5)


def test_the_same_plan_gives_the_same_chance() -> None:
    risks = [(20.0, (1.0, 5.0, 30.0)), (35.0, (2.0, 3.0, 9.0))]
    first = cash.ruin(risks, 10)
    cash.yearly_losses.cache_clear()
    assert cash.ruin(risks, 10) == first


def test_with_many_risks_fewer_years_are_played() -> None:
    assert len(cash.yearly_losses(((1.0, fixed(1)),))) == 10_000
    assert len(cash.yearly_losses(((1.0, fixed(1)),) * 50)) == 2_000
    assert len(cash.yearly_losses(((1.0, fixed(1)),) * 900)) == 200


def test_the_chance_shows_the_years_it_was_counted_in() -> None:
    plan = Plan()
    plan.risk.risks = [Risk(probability=100, impact=10), Risk(probability=50)]
    plan.risk.reserve = 9
    result = computed(plan)["ruin"]
    assert (result.value, result.figures) == (100, "10,000 ÷ 10,000")
    plan.risk.reserve = None
    assert (computed(plan)["ruin"].value, computed(plan)["ruin"].figures) == (None, "Σ > ?")


FEW = st.lists(st.tuples(st.integers(0, 100), st.integers(0, 50)), min_size=1, max_size=4)


@settings(max_examples=30)
@given(FEW, st.integers(0, 100))
def test_the_simulation_comes_near_the_exact_chance(
    rows: list[tuple[int, int]], reserve: int
) -> None:
    exact = 0.0
    for happens in product((True, False), repeat=len(rows)):
        chance, total = 1.0, 0
        for (percent, impact), yes in zip(rows, happens, strict=True):
            chance *= percent / 100 if yes else 1 - percent / 100
            total += impact if yes else 0
        exact += chance * (total > reserve)
    found = cash.ruin([(percent, fixed(impact)) for percent, impact in rows], reserve) / 100
    error = sqrt(max(exact * (1 - exact), 0) / 10_000)
    assert abs(found - exact) <= 6 * error + 0.002


THREE = st.tuples(*[st.floats(0, 10**15)] * 3).map(sorted).map(tuple)
MANY = st.lists(st.tuples(st.floats(0, 100), THREE), max_size=4)


@settings(max_examples=40)
@given(MANY, st.floats(0, 10**15), st.floats(0, 10**15))
def test_a_larger_reserve_is_never_more_ruinous(
    risks: list[tuple[float, numbers.Points]], one: float, other: float
) -> None:
    low, high = sorted((one, other))
    assert 0 <= cash.ruin(risks, high) <= cash.ruin(risks, low) <= 100


@given(THREE)
def test_every_drawn_impact_lies_within_its_range(points: numbers.Points) -> None:
    found = cash.quantiles(points)
    assert found == sorted(found)
    slack = points[2] * 1e-9
    assert all(points[0] - slack <= each <= points[2] + slack for each in found)


@given(st.floats(0, 10**15), st.floats(0, 10**15))
def test_the_runway_is_never_negative(reserve: float, burn: float) -> None:
    months = cash.runway(reserve, burn)
    assert (months is None) == (burn == 0)
    assert months is None or months >= 0
