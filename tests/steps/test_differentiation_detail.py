"""What each type must earn, checked by hand and against brute force."""

from fractions import Fraction
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.plan import Plan
from coach.questions import Result
from coach.steps.differentiation import detail
from coach.steps.differentiation.model import Type


def found(plan: Plan) -> dict[str, Result]:
    return {result.key: result for result in detail.detail(plan)}


@pytest.mark.parametrize(
    ("change", "margin", "volume"),
    [
        (5, 40, -11.1),
        (10, 42, -19.2),
        (-10, 40, 33.3),
        (-15, 30, 100),
        (-22, 46, 91.7),
        (0, 40, 0),
        (0, -10, 0),
        (-40, 40, inf),
        (-50, 40, inf),
        (20, -30, inf),
        (20, -10, -100),
    ],
)
def test_break_even_volume_change(change: float, margin: float, volume: float) -> None:
    expected = volume if volume == inf else pytest.approx(volume, abs=0.05)
    assert detail.volume_change(change, margin) == expected


def test_the_contribution_margin_is_a_share_of_the_price() -> None:
    assert detail.margin(100, 54) == 46
    assert detail.margin(50, 60) == -20
    assert detail.margin(0, 10) is None


@given(st.integers(-99, 200).filter(bool), st.integers(1, 99))
def test_the_new_volume_earns_what_the_old_one_did(change: int, margin: int) -> None:
    volume = detail.volume_change(change, margin)
    if margin + change <= 0:
        assert volume == inf
    else:
        assert (100 + volume) * (margin + change) == pytest.approx(100 * margin)


PRICES = st.integers(1, 60)


@given(st.integers(0, 40), PRICES, PRICES, st.integers(-95, 150))
def test_the_customers_needed_are_the_least_that_earn_as_much(
    customers: int, price: int, cost: int, change: int
) -> None:
    before = customers * (Fraction(price) - cost)
    each = Fraction(price) * (100 + change) / 100 - cost
    needed = detail.customers_needed(customers, price, cost, change)
    if change == 0:
        assert needed == customers
    elif each <= 0:
        assert needed == inf
    else:
        tried = 0
        while tried * each < before:
            tried += 1
        assert needed == tried


def test_tenths_neither_lose_nor_gain_a_customer() -> None:
    assert detail.customers_needed(3, 0.3, 0.2, 0) == 3
    assert detail.customers_needed(10, 1.1, 1.0, -5) == 23  # 10 × 0.1 ÷ 0.045 = 22.2
    assert detail.customers_needed(9, 1.1, 1, 100) == 1  # 9 × 0.1 ÷ 1.2 = 0.75
    assert detail.most_customers(0.3, 0.1, 60) == 3  # 0.3 ÷ 0.1 is 2.999… in binary


@given(st.integers(0, 40), st.integers(0, 30), st.integers(0, 45))
def test_the_most_customers_are_the_last_that_capacity_serves(
    capacity: int, tenths: int, minutes: int
) -> None:
    contacts = tenths / 10
    most = detail.most_customers(capacity, contacts, minutes)
    each = Fraction(tenths, 10) * minutes
    if each == 0:
        assert most is None
        return
    tried = 0
    while (tried + 1) * each <= capacity * 60:
        tried += 1
    assert most == tried
    assert detail.hours_needed(tried, contacts, minutes) <= capacity
    assert detail.hours_needed(tried + 1, contacts, minutes) > capacity


@pytest.mark.parametrize(
    ("ours", "theirs", "gap"), [(69, 100, 31), (120, 100, -20), (5, 0, None), (0, 80, 100)]
)
def test_the_cost_gap_is_a_share_of_the_rivals_cost(
    ours: float, theirs: float, gap: float | None
) -> None:
    assert detail.cost_gap(ours, theirs) == gap


def price_cut() -> Plan:
    plan = Plan()
    plan.differentiation = plan.differentiation.model_copy(
        update={
            "primary": Type.COST,
            "cost_ours": 54,
            "cost_rival": 78,
            "cost_price": 100,
            "cost_change": -22,
        }
    )
    plan.niche = plan.niche.model_copy(update={"count": 1850, "reach": 50, "adoption": 12})
    return plan


def test_the_price_cut_of_the_method() -> None:
    results = found(price_cut())
    assert list(results) == ["cost_gap", "margin", "volume_change", "customers_needed"]
    assert results["cost_gap"].value == pytest.approx(30.77, abs=0.01)
    assert results["cost_gap"].figures == "(78 − 54) ÷ 78"
    assert (results["margin"].value, results["margin"].figures) == (46, "(100 − 54) ÷ 100")
    assert results["volume_change"].value == pytest.approx(91.7, abs=0.05)
    assert results["volume_change"].figures == "22 % ÷ (46 % − 22 %)"
    needed = results["customers_needed"]
    assert (needed.value, needed.verdict) == (213, "fits")  # 111 × 46 ÷ 24 = 212.75
    assert needed.figures == "111 × (1 + 91.7 %) ≤ 925"


def test_a_cut_that_needs_more_than_the_niche_holds_is_said() -> None:
    plan = price_cut()
    plan.niche.adoption = 60
    needed = found(plan)["customers_needed"]
    assert (needed.value, needed.verdict) == (1064, "exceeds")  # 555 × 46 ÷ 24 = 1,063.75
    plan.differentiation.cost_change = -46
    assert found(plan)["customers_needed"].verdict == "exceeds"
    assert found(plan)["volume_change"].value == inf


def test_a_rise_in_price_shows_what_may_be_lost() -> None:
    plan = price_cut()
    plan.differentiation.cost_change = 5
    plan.differentiation.cost_ours = 60
    result = found(plan)["volume_change"]
    assert result.value == pytest.approx(-11.1, abs=0.05)
    assert result.figures == "−5 % ÷ (40 % + 5 %)"


@pytest.mark.parametrize(("premium", "verdict"), [(30, "earns"), (20, "even"), (15, "loses")])
def test_quality_must_earn_its_extra_cost(premium: int, verdict: str) -> None:
    plan = Plan()
    step = plan.differentiation
    step.primary, step.premium, step.quality_cost = Type.QUALITY, premium, 20
    step.defects, step.defects_rival = 0.5, 3
    results = found(plan)
    assert results["premium_left"].value == premium - 20
    assert results["premium_left"].figures == f"{premium} − 20"
    assert results["premium_left"].verdict == verdict
    assert (results["defects_gap"].value, results["defects_gap"].figures) == (2.5, "3 − 0.5")


def test_the_service_promise_of_the_method() -> None:
    plan = Plan()
    step = plan.differentiation
    step.primary, step.service_customers, step.contacts = Type.SERVICE, 74, 1.6
    step.contact_minutes, step.capacity = 25, 120
    results = found(plan)
    hours = results["hours_needed"]
    assert hours.value == pytest.approx(49.33, abs=0.01)
    assert (hours.figures, hours.verdict) == ("74 × 1.6 × 25 ÷ 60 ≤ 120", "fits")
    assert results["service_load"].value == pytest.approx(41.1, abs=0.05)
    assert results["most_customers"].value == 180
    assert results["most_customers"].figures == "120 × 60 ÷ (1.6 × 25)"
    step.capacity = 49
    assert found(plan)["hours_needed"].verdict == "exceeds"


def test_hours_that_just_fit_do_fit() -> None:
    plan = Plan()
    step = plan.differentiation
    step.primary, step.service_customers, step.contacts = Type.SERVICE, 3, 0.1
    step.contact_minutes, step.capacity = 60, 0.3
    assert found(plan)["hours_needed"].verdict == "fits"  # 3 × 0.1 is 0.30000000000000004


@pytest.mark.parametrize(
    ("lead", "payback", "left", "verdict"),
    [(18, 9, 9, "in_time"), (9, 9, 0, "in_time"), (6, 9, -3, "too_late")],
)
def test_innovation_must_pay_back_within_its_lead(
    lead: int, payback: int, left: int, verdict: str
) -> None:
    plan = Plan()
    step = plan.differentiation
    step.primary, step.lead_months, step.payback_months = Type.INNOVATION, lead, payback
    (result,) = detail.detail(plan)
    assert (result.value, result.verdict) == (left, verdict)
    assert result.figures == f"{lead} − {payback}"


@given(st.integers(0, 10**15), st.integers(0, 10**15))
def test_a_race_is_lost_exactly_where_it_is_copied_first(copied: int, paid_back: int) -> None:
    result = detail.race("copy_race", copied, paid_back)
    assert result.value == copied - paid_back
    assert (result.verdict == "too_late") == (copied < paid_back)


def test_only_the_primary_type_is_computed() -> None:
    plan = Plan()
    assert len(found(plan)) == 10
    assert all(result.value is None and "?" in result.figures for result in detail.detail(plan))
    plan.differentiation.primary = Type.NICHE
    assert detail.detail(plan) == ()
