"""What would have to be true, checked by hand and by putting it back into the surplus."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.plan import Plan
from coach.steps.niche import spread, worth
from coach.steps.niche.model import Niche

DENTAL = Niche(
    count=1850, reach=50, adoption=12, price=420, orders=12, unit_cost=91.67, fixed_cost=96000
)
NEEDED = {
    "price": worth.price_needed,
    "orders": worth.orders_needed,
    "adoption": worth.adoption_needed,
    "fixed_cost": worth.fixed_bearable,
}


def surplus(niche: Niche, **changed: float) -> float:
    return spread.surplus([changed.get(key, getattr(niche, key)) for key in spread.INPUTS])


def test_the_worked_example() -> None:
    assert worth.price_needed(DENTAL) == pytest.approx(91.67 + 96_000 / 1_332)
    assert worth.orders_needed(DENTAL) == pytest.approx(96_000 / (111 * 328.33))
    assert worth.adoption_needed(DENTAL) == pytest.approx(100 * 96_000 / (925 * 12 * 328.33))
    assert worth.fixed_bearable(DENTAL) == pytest.approx(437_335.56)


@pytest.mark.parametrize(
    ("changed", "needed"),
    [
        ({"price": 91.67}, {"orders": math.inf, "adoption": math.inf, "fixed_cost": 0}),
        ({"price": 50}, {"orders": math.inf, "adoption": math.inf, "fixed_cost": math.inf}),
        ({"reach": 0}, {"price": math.inf, "orders": math.inf, "adoption": math.inf}),
        ({"fixed_cost": 10**9}, {"adoption": math.inf}),  # more than all of them pay
        ({"fixed_cost": 0}, {"price": 91.67, "orders": 0, "adoption": 0}),
        ({"fixed_cost": 0, "reach": 0}, {"price": 91.67, "orders": 0, "adoption": 0}),
    ],
)
def test_what_no_value_reaches_is_endless(
    changed: dict[str, float], needed: dict[str, float]
) -> None:
    niche = DENTAL.model_copy(update=changed)
    assert {key: NEEDED[key](niche) for key in needed} == needed


@pytest.mark.parametrize("missing", spread.INPUTS)
def test_a_missing_figure_leaves_open_what_needs_it(missing: str) -> None:
    niche = DENTAL.model_copy(update={missing: None})
    for key, need in NEEDED.items():
        assert (need(niche) is None) == (key != missing), key
    for result in worth.worth(Plan(niche=niche))[:4]:
        assert (result.value is None) == ("?" in result.figures)


FIGURES = {
    "count": st.integers(0, 10**6),
    "reach": st.integers(0, 100),
    "adoption": st.integers(0, 100),
    "price": st.integers(0, 5_000),
    "orders": st.integers(0, 365),
    "unit_cost": st.integers(0, 5_000),
    "fixed_cost": st.integers(0, 10**7),
}


@pytest.mark.parametrize("key", NEEDED)
@given(niche=st.builds(Niche, **FIGURES))
def test_with_the_needed_value_the_surplus_is_nothing(key: str, niche: Niche) -> None:
    needed = NEEDED[key](niche)
    assert needed is not None
    most = {"adoption": 100.0}.get(key, 10.0**12)
    if math.isinf(needed):
        # Brute force: nothing that could be typed brings the surplus to 0.
        tried = [0, *(most / 10**power for power in range(15))]
        assert all(surplus(niche, **{key: each}) < 0 for each in tried)
        return
    there = surplus(niche, **{key: needed})
    scale = max(1.0, abs(needed), niche.fixed_cost or 0)
    carried = niche.count and niche.reach and niche.orders and niche.adoption
    if niche.fixed_cost == 0 or carried or key == "fixed_cost":
        assert there == pytest.approx(0, abs=1e-6 * scale)


@given(niche=st.builds(Niche, **FIGURES), steps=st.integers(1, 60))
def test_brute_force_finds_the_same_adoption(niche: Niche, steps: int) -> None:
    """Searching the percent by halving ends where the inverse says."""
    needed = worth.adoption_needed(niche)
    assert needed is not None
    low, high = 0.0, 100.0
    if surplus(niche, adoption=100) < -1e-6:
        # Without a fixed cost nobody at all is enough, however much an order loses.
        assert math.isinf(needed) or (needed == 0 and niche.fixed_cost == 0)
        return
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (low, middle) if surplus(niche, adoption=middle) >= 0 else (middle, high)
    if (niche.price or 0) > (niche.unit_cost or 0):
        assert needed == pytest.approx(high, abs=1e-6)


def test_what_a_customer_is_worth() -> None:
    niche = DENTAL.model_copy(update={"life": 3})
    assert worth.lifetime_margin(niche) == pytest.approx(3 * 3939.96)
    assert worth.acquisition_ceiling(niche) == pytest.approx(3939.96)
    assert worth.lifetime_margin(DENTAL) is None
    losing = niche.model_copy(update={"price": 50})
    assert worth.lifetime_margin(losing) == pytest.approx(-12 * 41.67 * 3)
    assert worth.acquisition_ceiling(losing) == 0


@given(price=st.integers(0, 999), cost=st.integers(0, 999), life=st.integers(0, 50))
def test_a_customer_won_at_the_ceiling_leaves_twice_as_much_again(
    price: int, cost: int, life: int
) -> None:
    niche = Niche(price=price, unit_cost=cost, orders=4, life=life)
    ceiling, margin = worth.acquisition_ceiling(niche), worth.lifetime_margin(niche)
    assert ceiling is not None
    assert margin is not None
    assert ceiling == pytest.approx(max(margin, 0) / 3)


@pytest.mark.parametrize(
    ("spend", "audience", "match", "cost"),
    [
        (10_000, 500, 100, 20),  # the case of the article: 500 matched buyers
        (10_000, 50_000, 1, 20),
        (10_000, 50_000, 0, math.inf),
        (0, 0, 0, 0),
        (None, 500, 100, None),
    ],
)
def test_the_cost_of_one_right_contact(
    spend: float | None, audience: float, match: float, cost: float | None
) -> None:
    assert worth.contact_cost(Niche(spend=spend, audience=audience, match=match)) == cost


@given(spend=st.integers(1, 10**9), audience=st.integers(1, 10**9), match=st.integers(1, 100))
def test_all_right_contacts_together_cost_what_was_spent(
    spend: int, audience: int, match: int
) -> None:
    niche = Niche(spend=spend, audience=audience, match=match)
    cost, people = worth.contact_cost(niche), worth.matched(niche)
    assert cost is not None
    assert people is not None
    assert cost * people == pytest.approx(spend)


@pytest.mark.parametrize(
    ("growth", "goal", "holds", "share", "verdict"),
    [
        (None, 185, 925, 20, "inside"),
        (10, 615, 1231, 100 * 615 / 1231, "inside"),  # 925 × 1.331
        (-50, 115, 115, 100, "inside"),
        (-50, 116, 115, 100 * 116 / 115, "beyond"),
        (-100, 1, 0, math.inf, "beyond"),
    ],
)
def test_the_goal_against_what_the_niche_holds(
    growth: float | None, goal: int, holds: int, share: float, verdict: str
) -> None:
    niche = DENTAL.model_copy(update={"growth": growth, "goal": goal})
    assert worth.held(niche) == holds
    found = {result.key: result for result in worth.worth(Plan(niche=niche))}
    assert found["goal_share"].value == pytest.approx(share)
    assert found["goal_fits"].verdict == verdict
    assert found["goal_share"].figures == f"{goal} ÷ {holds:,}"


@given(st.integers(0, 10**6), st.integers(0, 100), st.integers(-100, 1000))
def test_without_growth_the_niche_holds_what_is_in_reach(
    count: int, reach: int, growth: int
) -> None:
    still = worth.held(Niche(count=count, reach=reach))
    grown = worth.held(Niche(count=count, reach=reach, growth=growth))
    assert still is not None
    assert grown is not None
    assert (grown >= still) if growth >= 0 else (grown <= still)
