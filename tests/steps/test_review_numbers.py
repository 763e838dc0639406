"""What to test first, the load of work and the forecasts, checked by hand."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.plan import Plan
from coach.questions import Result
from coach.steps.review import numbers, pictures
from coach.steps.review.model import Action, Assumption, Forecast, Review, Test
from coach.values import Claim, Status, YesNo


def belief(name: str, importance: int | None, status: Status, points: int | None) -> Assumption:
    return Assumption(
        id=name,
        statement=f"{name}\nstatement",
        importance=importance,
        evidence=Claim(status=status, points=points),
    )


PRICE = belief("price", 5, Status.ASSUMED, None)
REACH = belief("reach", 4, Status.HEARD, 5)  # e = 0.4
HABIT = belief("habit", 3, Status.PAID, 2)  # e = 0.4
SURE = belief("sure", 5, Status.PAID, 9)
BLANK = belief("blank", None, Status.PAID, 9)


def plan(**answers: object) -> Plan:
    return Plan(review=Review.model_validate(answers))


def of(results: tuple[Result, ...], key: str) -> dict[str, Result]:
    return {result.record: result for result in results if result.key == key}


@pytest.mark.parametrize(
    ("assumption", "priority"),
    [(PRICE, 5), (REACH, 2.4), (HABIT, 1.8), (SURE, 0), (BLANK, None)],
)
def test_priority_is_importance_without_evidence(
    assumption: Assumption, priority: float | None
) -> None:
    expected = priority if priority is None else pytest.approx(priority)
    assert numbers.priority(assumption) == expected


def test_the_most_urgent_comes_first() -> None:
    made = plan(assumptions=[BLANK, HABIT, PRICE, REACH])
    ranked = [each.id for each in numbers.by_priority(made.review)]
    assert ranked == ["price", "reach", "habit", "blank"]
    results = numbers.assumptions(made)
    assert of(results, "priority")["reach"].figures == "4 × (1 − 0.4)"
    assert of(results, "priority")["blank"].figures == "? × (1 − 1)"
    first = of(results, "most_urgent")[""]
    assert (first.value, first.figures, first.about) == (5, "5 × (1 − 0)", "price statement")
    (nothing,) = numbers.assumptions(Plan())
    assert (nothing.value, nothing.figures) == (None, "?")


@pytest.mark.parametrize(
    ("cost", "days", "rate", "total"),
    [
        (350, 2, 400, 1_150),
        (350, None, None, 350),
        (None, 2, 400, 800),
        (None, None, None, 1),
        (0, 0, 400, 1),
        (0.5, None, None, 1),
        (350, 2, None, None),
    ],
)
def test_a_test_costs_its_money_and_its_days(
    cost: float | None, days: float | None, rate: float | None, total: float | None
) -> None:
    assert numbers.cost_of_test(Test(cost=cost, days=days), rate) == total


def test_the_queue_goes_by_urgency_for_the_money() -> None:
    made = plan(
        assumptions=[PRICE, REACH, SURE],
        day_rate=400,
        tests=[
            Test(id="dear", assumption="price", cost=350, days=2),
            Test(id="free", assumption="reach"),
            Test(id="cheap", assumption="price", cost=500),
            Test(id="alone", cost=10),
            Test(id="same", assumption="price", cost=500),
            Test(id="lost", assumption="gone"),
        ],
    )
    results = numbers.tests(made)
    worth = of(results, "test_worth")
    assert worth["dear"].value == pytest.approx(4.35, abs=0.01)
    assert worth["dear"].figures == "5 × 1,000 ÷ 1,150"
    assert worth["free"].figures == "2.4 × 1,000 ÷ 1"
    assert (worth["alone"].value, worth["alone"].figures) == (None, "? × 1,000 ÷ 10")
    assert {key: r.value for key, r in of(results, "test_order").items()} == {
        "free": 1, "cheap": 2, "same": 2, "dear": 4, "alone": None, "lost": None,
    }  # fmt: skip


def test_open_hours_become_weeks() -> None:
    made = plan(
        weekly_hours=8,
        actions=[
            Action(hours=4),
            Action(hours=16, done=YesNo.NO),
            Action(hours=30, done=YesNo.YES),
            Action(),
        ],
    )
    hours, weeks = numbers.actions(made)
    assert (hours.value, hours.figures) == (20, "4 + 16 + ?")
    assert (weeks.value, weeks.figures) == (2.5, "20 ÷ 8")
    assert [(r.value, r.figures) for r in numbers.actions(Plan())] == [(None, "?"), (None, "? ÷ ?")]


@pytest.mark.parametrize(("hours", "weekly", "weeks"), [(10, 4, 2.5), (10, 0, inf), (0, 0, 0)])
def test_without_hours_no_week_is_enough(hours: float, weekly: float, weeks: float) -> None:
    assert numbers.weeks_of_work(hours, weekly) == weeks


@pytest.mark.parametrize(
    ("forecasts", "score"),
    [([(70, 1), (20, 0)], 0.065), ([(50, 1), (50, 0)], 0.25), ([(100, 0)], 1), ([], None)],
)
def test_brier_is_the_mean_squared_error(
    forecasts: list[tuple[float, float]], score: float | None
) -> None:
    assert numbers.brier(forecasts) == (score if score is None else pytest.approx(score))


def test_forecasts_are_scored_once_they_came_due() -> None:
    made = plan(
        forecasts=[
            Forecast(chance=70, outcome=1),
            Forecast(chance=20, outcome=0),
            Forecast(chance=90),
            Forecast(chance=90, outcome=7),  # no yes and no no
            Forecast(low=10, high=20, outcome=20),
            Forecast(low=20, high=10, outcome=21),
            Forecast(low=10, high=20, chance=80, outcome=15),
            Forecast(low=10, outcome=15),
        ]
    )
    brier, hits = numbers.forecasts(made)
    assert brier.value == pytest.approx(0.065)
    assert (brier.figures, brier.verdict) == ("((0.7 − 1)² + (0.2 − 0)²) ÷ 2", "better")
    assert hits.value == pytest.approx(200 / 3)
    assert hits.figures == "2 ÷ 3"
    made.review.forecasts = [Forecast(chance=50, outcome=1)]
    assert numbers.forecasts(made)[0].verdict == "no_better"
    assert [(r.value, r.figures) for r in numbers.forecasts(Plan())] == [(None, "?"), (None, "?")]


def test_the_map_sets_importance_against_evidence() -> None:
    chart = pictures.assumptions(plan(assumptions=[PRICE, REACH, BLANK]))
    assert chart is not None
    assert [(p.label, p.x, p.y) for p in chart.points] == [
        ("price statement", 0, 5),
        ("reach statement", 2, 4),
    ]
    assert (chart.x_most, chart.y_most, chart.split) == (5, 5, (2.5, 2.5))
    assert pictures.assumptions(plan(assumptions=[BLANK])) is None


CLAIMS = st.builds(Claim, status=st.sampled_from(Status), points=st.none() | st.integers(0, 9))
BELIEFS = st.builds(Assumption, importance=st.none() | st.integers(0, 5), evidence=CLAIMS)


@given(st.lists(BELIEFS, max_size=6, unique_by=lambda each: each.id))
def test_priority_falls_with_evidence_and_ranks(beliefs: list[Assumption]) -> None:
    found = [numbers.priority(each) for each in numbers.by_priority(Review(assumptions=beliefs))]
    known = [each for each in found if each is not None]
    assert found[: len(known)] == sorted(known, reverse=True)
    for each in beliefs:
        priority = numbers.priority(each)
        if each.importance is not None:
            assert priority is not None
            assert 0 <= priority <= each.importance
            assert (priority == each.importance) == (each.evidence.strength * each.importance == 0)


COSTS = st.none() | st.integers(0, 10**15)


@given(st.lists(st.tuples(COSTS, st.integers(0, 9)), min_size=1, max_size=6))
def test_of_tests_of_one_belief_the_cheapest_comes_first(
    rows: list[tuple[int | None, int]],
) -> None:
    review = Review(
        assumptions=[PRICE],
        day_rate=100,
        tests=[
            Test(id=f"t{n}", assumption="price", cost=cost, days=days)
            for n, (cost, days) in enumerate(rows)
        ],
    )
    order = numbers.order_of_tests(review)
    costs = {test.id: numbers.cost_of_test(test, 100) or 0 for test in review.tests}
    assert all(
        (order[one] < order[two]) <= (costs[one] < costs[two]) for one in order for two in order
    )
    assert min(order.values()) == 1


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 1)), min_size=1, max_size=9))
def test_brier_lies_between_nothing_and_one(forecasts: list[tuple[int, int]]) -> None:
    score = numbers.brier([(float(chance), float(outcome)) for chance, outcome in forecasts])
    assert score is not None
    assert 0 <= score <= 1
    turned = numbers.brier([(100.0 - chance, 1.0 - outcome) for chance, outcome in forecasts])
    assert turned == pytest.approx(score)


@given(st.lists(st.tuples(st.integers(), st.integers(), st.integers()), min_size=1, max_size=9))
def test_wider_ranges_never_hit_less(rows: list[tuple[int, int, int]]) -> None:
    ranges = [(min(a, b), max(a, b), outcome) for a, b, outcome in rows]
    wider = [(low - 1, high + 1, outcome) for low, high, outcome in ranges]
    narrow, wide = numbers.hit_rate(ranges), numbers.hit_rate(wider)
    assert narrow is not None
    assert wide is not None
    assert 0 <= narrow <= wide <= 100


@given(st.floats(0, 10**15), st.floats(0, 10**15))
def test_weeks_are_never_negative_or_unknown(hours: float, weekly: float) -> None:
    assert numbers.weeks_of_work(hours, weekly) >= 0
