"""What to find out first, whether the work fits the week, and how good the forecasts were."""

from collections.abc import Sequence
from math import inf
from typing import TYPE_CHECKING

from coach.figures import MISSING, amount, chain
from coach.questions import Depth, Result, Unit
from coach.steps.review.model import Action, Assumption, Forecast, Review, Test
from coach.text import one_line
from coach.values import YesNo

if TYPE_CHECKING:
    from coach.plan import Plan

FREE = 1
"""Money that a test counts as at the least, so that free tests come first and stay in order."""

PER = 1000
"""Money that the worth of a test is given for, so that the figures can be read."""

COIN = 0.25
"""The Brier score of somebody who always says 50 percent."""


def priority(assumption: Assumption) -> float | None:
    """How urgent it is to test a belief: importance × (1 − e), 0 to 5, e = strength of evidence.

    Importance is 1 to 5, e is 0 to 1 (see :class:`coach.values.Claim`; M10).
    """
    if assumption.importance is None:
        return None
    return assumption.importance * (1 - assumption.evidence.strength)


def by_priority(review: Review) -> list[Assumption]:
    """The assumptions, most urgent first; those without importance last, in their order."""
    known = {each.id: priority(each) for each in review.assumptions}
    return sorted(review.assumptions, key=lambda a: (known[a.id] is None, -(known[a.id] or 0)))


def cost_of_test(test: Test, day_rate: float | None) -> float | None:
    """Money that a test takes: cost + days × day rate, and never less than one unit.

    What was left empty counts as nothing; None where days are given without a day rate.
    """
    if test.days and day_rate is None:
        return None
    return max(FREE, (test.cost or 0) + (test.days or 0) * (day_rate or 0))


def worth_of_test(review: Review, test: Test) -> float | None:
    """Priority of the belief tested for every 1,000 money units: priority × 1,000 ÷ cost.

    None while the test is linked to no belief, or the belief's importance or the day rate is
    missing.
    """
    belief = next((each for each in review.assumptions if each.id == test.assumption), None)
    urgent = priority(belief) if belief else None
    cost = cost_of_test(test, review.day_rate)
    return None if urgent is None or cost is None else urgent * PER / cost


def order_of_tests(review: Review) -> dict[str, int]:
    """The place of each test in the queue by its id, 1 the most worth; equals share a place."""
    worth = {test.id: worth_of_test(review, test) for test in review.tests}
    known = [each for each in worth.values() if each is not None]
    return {
        test: 1 + sum(other > each for other in known)
        for test, each in worth.items()
        if each is not None
    }


def open_actions(review: Review) -> list[Action]:
    """The actions that are not done."""
    return [action for action in review.actions if action.done is not YesNo.YES]


def open_hours(review: Review) -> float | None:
    """Hours of all open actions that have any; None where none has."""
    hours = [action.hours for action in open_actions(review) if action.hours is not None]
    return sum(hours) if hours else None


def weeks_of_work(hours: float, weekly: float) -> float:
    """Weeks that the open actions take: hours ÷ hours a week; infinite without any hours."""
    if weekly <= 0:
        return inf if hours > 0 else 0.0
    return hours / weekly


def brier(forecasts: Sequence[tuple[float, float]]) -> float | None:
    """Mean squared error of yes-or-no forecasts, 0 (all right) to 1 (all wrong).

    Each is a chance in percent and the outcome, 1 for yes and 0 for no: Σ (p − o)² ÷ n.
    """
    errors = [(chance / 100 - outcome) ** 2 for chance, outcome in forecasts]
    return sum(errors) / len(errors) if errors else None


def hit_rate(forecasts: Sequence[tuple[float, float, float]]) -> float | None:
    """Percent of ranges (low, high, outcome) that held the outcome, both ends included."""
    hits = [low <= outcome <= high for low, high, outcome in forecasts]
    return 100 * sum(hits) / len(hits) if hits else None


def ranges(review: Review) -> list[tuple[float, float, float]]:
    """Low, high and outcome of the range forecasts that came due; ends change places if need be."""
    return [
        (min(ends), max(ends), each.outcome)
        for each in review.forecasts
        if (ends := _ends(each)) and each.outcome is not None
    ]


def yes_or_no(review: Review) -> list[tuple[float, float]]:
    """Chance and outcome of the yes-or-no forecasts that came due: those without a range."""
    return [
        (each.chance, each.outcome)
        for each in review.forecasts
        if not _ends(each) and each.chance is not None and each.outcome in (0, 1)
        if each.outcome is not None
    ]


def assumptions(plan: "Plan") -> tuple[Result, ...]:
    """The priority of each assumption, and the most urgent one."""
    review = plan.review
    first = next((each for each in by_priority(review) if priority(each) is not None), None)
    return (
        *(
            Result("priority", priority(each), figures=_priority(each), record=each.id)
            for each in review.assumptions
        ),
        Result(
            "most_urgent",
            priority(first) if first else None,
            figures=_priority(first) if first else MISSING,
            about=one_line(first.statement) if first else "",
        ),
    )


def tests(plan: "Plan") -> tuple[Result, ...]:
    """What each test is worth for its money, and its place in the queue."""
    review = plan.review
    places = order_of_tests(review)
    return (
        *(_worth(review, test) for test in review.tests),
        *(
            Result(
                "test_order",
                places.get(test.id),
                figures=f"{amount(places.get(test.id))} / {len(review.tests)}",
                record=test.id,
                depth=Depth.INTERMEDIATE,
            )
            for test in review.tests
        ),
    )


def actions(plan: "Plan") -> tuple[Result, ...]:
    """The hours of the open actions, and the weeks that they take."""
    review = plan.review
    hours, weekly = open_hours(review), review.weekly_hours
    weeks = None if hours is None or weekly is None else weeks_of_work(hours, weekly)
    terms = chain([amount(action.hours) for action in open_actions(review)])
    return (
        Result("open_hours", hours, Unit.HOURS, terms or MISSING),
        Result("weeks_of_work", weeks, figures=f"{amount(hours)} ÷ {amount(weekly)}"),
    )


def forecasts(plan: "Plan") -> tuple[Result, ...]:
    """How good the forecasts were that came due: Brier score, and share of ranges that held."""
    said, held = yes_or_no(plan.review), ranges(plan.review)
    score, rate = brier(said), hit_rate(held)
    errors = chain([f"({amount(chance / 100)} − {amount(outcome)})²" for chance, outcome in said])
    hits = sum(low <= outcome <= high for low, high, outcome in held)
    return (
        Result(
            "brier",
            score,
            figures=f"({errors}) ÷ {len(said)}" if said else MISSING,
            verdict="" if score is None else "better" if score < COIN else "no_better",
        ),
        Result("hit_rate", rate, Unit.PERCENT, f"{hits} ÷ {len(held)}" if held else MISSING),
    )


def _priority(assumption: Assumption) -> str:
    strength = assumption.evidence.strength
    return f"{amount(assumption.importance)} × (1 − {amount(strength)})"


def _worth(review: Review, test: Test) -> Result:
    belief = next((each for each in review.assumptions if each.id == test.assumption), None)
    urgent, cost = priority(belief) if belief else None, cost_of_test(test, review.day_rate)
    figures = f"{amount(urgent)} × {amount(PER)} ÷ {amount(cost)}"
    worth = worth_of_test(review, test)
    # What it costs is asked from this depth on.
    return Result("test_worth", worth, figures=figures, record=test.id, depth=Depth.INTERMEDIATE)


def _ends(forecast: Forecast) -> tuple[float, float] | None:
    """Both ends of a range forecast; None where it is none."""
    if forecast.low is None or forecast.high is None:
        return None
    return forecast.low, forecast.high
