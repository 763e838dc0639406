"""What the niche's figures come to, checked by hand."""

import pytest

from coach.questions import Unit
from coach.steps.niche import numbers
from coach.steps.niche.model import Niche

DENTAL = Niche(
    count=1850, reach=50, adoption=12, price=420, orders=12, unit_cost=91.67, fixed_cost=96000
)
"""The worked example of the method: 1,850 practices, half reached, 12 % buy at €420 a month."""

INPUTS = ("count", "reach", "adoption", "price", "orders", "unit_cost", "fixed_cost")


def test_the_worked_example() -> None:
    found = {result.key: result for result in numbers.sizing(DENTAL)}
    assert {key: result.value for key, result in found.items()} == {
        "reachable": 925,
        "customers": 111,
        "revenue": 559_440,
        "break_even": 25,
        "carry_ratio": pytest.approx(2.7, abs=0.01),
    }
    assert {key: result.figures for key, result in found.items()} == {
        "reachable": "1,850 × 50 %",
        "customers": "925 × 12 %",
        "revenue": "111 × 12 × 420",
        "break_even": "96,000 ÷ (12 × (420 − 91.67))",
        "carry_ratio": "25 ÷ 925",
    }
    assert found["revenue"].unit is Unit.MONEY
    assert found["carry_ratio"].unit is Unit.PERCENT
    assert numbers.margin(DENTAL) == pytest.approx(3939.96)


def test_customers_are_whole_people() -> None:
    niche = Niche(count=100, reach=33.3, adoption=10)
    assert numbers.reachable(niche) == 33
    assert numbers.customers(niche) == 3


def test_binary_fractions_neither_lose_nor_gain_a_customer() -> None:
    assert numbers.reachable(Niche(count=100, reach=29)) == 29  # 100 * 0.29 is 28.999…
    assert numbers.reachable(Niche(count=1000, reach=0.7)) == 7
    niche = Niche(orders=1, price=1.1, unit_cost=1.0, fixed_cost=1)
    assert numbers.break_even(niche) == 10  # 1 / 0.1000…09 is 9.99…


@pytest.mark.parametrize(("fixed", "needed"), [(100, 10), (101, 11), (0, 0), (0.01, 1)])
def test_break_even_is_rounded_up(fixed: float, needed: int) -> None:
    niche = Niche(orders=1, price=20, unit_cost=10, fixed_cost=fixed)
    assert numbers.break_even(niche) == needed


@pytest.mark.parametrize("cost", [420, 500])
def test_without_a_margin_no_number_reaches_break_even(cost: int) -> None:
    niche = DENTAL.model_copy(update={"unit_cost": cost})
    assert numbers.break_even(niche) == float("inf")
    assert numbers.carry_ratio(niche) == float("inf")
    assert numbers.break_even(niche.model_copy(update={"fixed_cost": 0})) == 0


def test_where_nobody_is_reached_nothing_carries() -> None:
    niche = DENTAL.model_copy(update={"reach": 0})
    assert numbers.carry_ratio(niche) == float("inf")
    assert numbers.revenue(niche) == 0
    assert numbers.carry_ratio(niche.model_copy(update={"fixed_cost": 0})) == 0


@pytest.mark.parametrize("missing", INPUTS)
def test_a_missing_input_leaves_its_figures_open_and_shows_where(missing: str) -> None:
    results = numbers.sizing(DENTAL.model_copy(update={missing: None}))
    open_results = [result for result in results if result.value is None]
    assert open_results
    assert all("?" in result.figures for result in open_results)
    assert all("?" not in result.figures for result in results if result.value is not None)


def test_an_empty_niche_computes_nothing() -> None:
    assert [result.value for result in numbers.sizing(Niche())] == [None] * 5
