"""What the risks would cost, checked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.plan import Plan
from coach.questions import Result
from coach.steps.review.model import Assumption
from coach.steps.risk import numbers
from coach.steps.risk.model import Risk, Risks, RiskStatus
from coach.values import Range

FIRE = Risk(id="fire", probability=2, impact=50_000)
QUIT = Risk(id="quit", probability=25, impact=20_000)
OPEN = Risk(id="open", probability=10)
NONE = Risk(id="none", probability=0, impact=9_000)
COPY = Risk(
    id="copy",
    probability=20,
    probability_range=Range(low=10, high=35),
    impact=18_000,
    impact_range=Range(low=5_000, high=60_000),
)
STEP = Risks(risks=[FIRE, OPEN, QUIT])


def computed(step: Risks, key: str) -> dict[str, Result]:
    plan = Plan(risk=step)
    return {result.record: result for result in numbers.losses(plan) if result.key == key}


def test_expected_loss_is_probability_times_impact() -> None:
    assert numbers.expected_loss(FIRE) == 1_000
    assert numbers.expected_loss(QUIT) == 5_000
    assert numbers.expected_loss(OPEN) is None


def test_the_dearest_comes_first_and_the_unknown_last() -> None:
    assert [risk.id for risk in numbers.ranked(STEP)] == ["quit", "fire", "open"]
    assert [risk.id for risk in numbers.ranked(Risks(risks=[OPEN, NONE]))] == ["none", "open"]
    assert [risk.id for risk in STEP.risks] == ["fire", "open", "quit"]


def test_each_loss_and_their_sum_show_their_figures() -> None:
    each = computed(STEP, "expected_loss")
    assert [(r.record, r.value, r.figures) for r in each.values()] == [
        ("fire", 1_000, "2 % × 50,000"),
        ("open", None, "10 % × ?"),
        ("quit", 5_000, "25 % × 20,000"),
    ]
    total = computed(STEP, "total_loss")[""]
    assert (total.value, total.figures) == (6_000, "1,000 + 5,000")


def test_without_figures_there_is_no_sum() -> None:
    results = numbers.losses(Plan())
    assert [(r.key, r.value) for r in results] == [
        ("total_loss", None),
        ("total_after", None),
        ("beliefs_covered", None),
    ]


@pytest.mark.parametrize(
    ("points", "mean"),
    [
        ((5_000, 18_000, 60_000), 22_833.33),
        ((0, 0, 60), 10),
        ((7, 7, 7), 7),
        ((10, 20, 35), 20.83),
    ],
)
def test_the_mean_of_three_points(points: numbers.Points, mean: float) -> None:
    assert numbers.expected(points) == pytest.approx(mean, abs=0.01)


def test_ranges_enter_the_expected_loss() -> None:
    # (10 + 80 + 35) ÷ 6 % × (5,000 + 72,000 + 60,000) ÷ 6
    assert numbers.expected_loss(COPY) == pytest.approx(125 / 600 * 137_000 / 6)
    assert computed(Risks(risks=[COPY]), "expected_loss")["copy"].figures == (
        "((10 % + 4 × 20 % + 35 %) ÷ 6) × ((5,000 + 4 × 18,000 + 60,000) ÷ 6)"
    )


@pytest.mark.parametrize(
    ("around", "points"),
    [
        (Range(), (18, 18, 18)),
        (Range(low=5), (5, 18, 18)),
        (Range(high=60), (18, 18, 60)),
        (Range(low=60, high=5), (5, 18, 60)),
        (Range(low=20, high=30), (18, 18, 30)),
    ],
)
def test_an_end_that_was_not_said_is_the_likely_figure(
    around: Range, points: numbers.Points
) -> None:
    assert numbers.three_points(18, around) == points
    assert numbers.three_points(None, around) is None


def test_leverage_of_the_method() -> None:
    assert numbers.leverage(0.30 * 25_000, 0.10 * 25_000, 1_500) == pytest.approx(3.33, abs=0.01)
    assert numbers.leverage(100, 50, 0) is None


@pytest.mark.parametrize(
    ("after", "cost", "value", "verdict"),
    [
        (10, 1_500, 10 / 3, "worth"),
        (10, 5_000, 1, "worth"),
        (10, 10_000, 0.5, "dearer"),
        (10, 0, 5_000, "free"),
        (30, 1_500, 0, "nothing"),
        (40, 2_500, -1, "worse"),
        (40, 0, 0, "worse"),
    ],
)
def test_the_verdict_on_an_act(after: int, cost: int, value: float, verdict: str) -> None:
    risk = Risk(
        id="r", probability=30, impact=25_000, probability_after=after, impact_after=25_000,
        cost=cost,
    )  # fmt: skip
    result = computed(Risks(risks=[risk]), "leverage")["r"]
    assert (result.value, result.verdict) == (pytest.approx(value), verdict)
    assert result.figures == f"(7,500 − {after * 250:,}) ÷ {cost:,}"


def test_the_loss_after_the_act_needs_both_figures() -> None:
    half = Risk(id="half", probability=30, impact=100, probability_after=10)
    whole = Risk(id="whole", probability=30, impact=100, probability_after=10, impact_after=50)
    step = Risks(risks=[half, whole])
    after = computed(step, "loss_after")
    assert (after["half"].value, after["half"].figures) == (None, "10 % × ?")
    assert (after["whole"].value, after["whole"].figures) == (5, "10 % × 50")
    assert computed(step, "total_after")[""].value == 5
    leverage = computed(step, "leverage")["whole"]
    assert (leverage.value, leverage.figures, leverage.verdict) == (None, "(30 − 5) ÷ ?", "")


def test_the_worst_case_is_held_against_the_reserve() -> None:
    step = Risks(risks=[COPY, FIRE, OPEN], reserve=50_000)
    worst = computed(step, "worst_case")
    assert (worst["copy"].value, worst["copy"].figures) == (60_000, "60,000 > 50,000")
    assert [worst[key].verdict for key in ("copy", "fire", "open")] == ["ruinous", "survivable", ""]
    assert computed(Risks(risks=[FIRE]), "worst_case")["fire"].verdict == ""
    assert [risk.id for risk in numbers.by_worst(step)] == ["copy", "fire"]


def test_a_closed_risk_costs_nothing_any_more() -> None:
    closed = QUIT.model_copy(update={"status": RiskStatus.CLOSED})
    step = Risks(risks=[FIRE, closed])
    assert computed(step, "total_loss")[""].value == 1_000
    assert [risk.id for risk in numbers.by_worst(step)] == ["fire"]
    assert computed(step, "expected_loss")["quit"].value == 5_000


def test_the_beliefs_that_matter_should_be_covered() -> None:
    plan = Plan()
    plan.review.assumptions = [
        Assumption(id="price", importance=5),
        Assumption(id="reach", importance=4),
        Assumption(id="logo", importance=3),
        Assumption(id="open"),
    ]
    plan.risk.risks = [Risk(assumption="price"), Risk(assumption="logo"), Risk(assumption="")]
    result = {r.key: r for r in numbers.losses(plan)}["beliefs_covered"]
    assert (result.value, result.figures) == (50, "1 ÷ 2")


MONEY = st.integers(0, 10**15)
RANGES = st.builds(Range, low=st.none() | MONEY, high=st.none() | MONEY)


@given(MONEY, RANGES)
def test_the_mean_lies_between_the_ends(likely: int, around: Range) -> None:
    points = numbers.three_points(likely, around)
    assert points is not None
    assert points[0] <= points[1] <= points[2]
    assert points[0] <= numbers.expected(points) <= points[2]


RISKS = st.builds(
    Risk,
    probability=st.none() | st.integers(0, 100),
    impact=st.none() | MONEY,
    impact_range=RANGES,
)


@given(st.lists(RISKS, max_size=6, unique_by=lambda risk: risk.id))
def test_the_total_is_the_sum_and_the_ranking_falls(risks: list[Risk]) -> None:
    step = Risks(risks=risks)
    known = [loss for risk in numbers.ranked(step) if (loss := numbers.expected_loss(risk))]
    assert known == sorted(known, reverse=True)
    total = computed(step, "total_loss")[""].value
    assert (total or 0) == pytest.approx(sum(known))
    worst = [numbers.worst(risk) or 0 for risk in numbers.by_worst(step)]
    assert worst == sorted(worst, reverse=True)


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.integers(1, 10**9))
def test_leverage_is_worth_it_exactly_where_more_is_saved_than_spent(
    before: int, after: int, cost: int
) -> None:
    found = numbers.leverage(before, after, cost)
    assert found is not None
    assert (found >= 1) == (before - after >= cost)
