"""What the risks would cost, before and after what is done about them."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from coach.figures import MISSING, amount, chain, percent
from coach.questions import Depth, Result, Unit
from coach.steps.risk.model import Risk, Risks, RiskStatus
from coach.values import Range

if TYPE_CHECKING:
    from coach.plan import Plan


Points = tuple[float, float, float]
"""The least, the likely and the most that a figure may be."""

WEIGHTY = 4
"""Importance (1 to 5) from which on a belief should be covered by a risk."""


def three_points(likely: float | None, around: Range) -> Points | None:
    """Low, likely and high; an end that was not said is the likely figure itself.

    Ends on the wrong side change places, so that low is never above high.
    """
    if likely is None:
        return None
    low, high = (likely if end is None else end for end in around.ends)
    return min(low, likely, high), likely, max(low, likely, high)


def expected(points: Points) -> float:
    """The mean of three points: (low + 4 × likely + high) ÷ 6, in their own unit."""
    low, likely, high = points
    return likely if low == high else (low + 4 * likely + high) / 6


def chances(risk: Risk) -> Points | None:
    """The chance within a year in percent: low, likely, high."""
    return three_points(risk.probability, risk.probability_range)


def impacts(risk: Risk) -> Points | None:
    """What it costs if it happens, in money: low, likely, high."""
    return three_points(risk.impact, risk.impact_range)


def expected_loss(risk: Risk) -> float | None:
    """Money a year that the risk costs on average: E[chance] × E[impact] ÷ 100.

    Chance (percent) and impact (money) are means of three points where a range is given.
    """
    chance, impact = chances(risk), impacts(risk)
    if chance is None or impact is None:
        return None
    return expected(chance) * expected(impact) / 100


def loss_after(risk: Risk) -> float | None:
    """Money a year that the risk costs on average once the action is taken."""
    if risk.probability_after is None or risk.impact_after is None:
        return None
    return risk.probability_after * risk.impact_after / 100


def leverage(before: float, after: float, cost: float) -> float | None:
    """Expected loss that each unit of money takes away: (before − after) ÷ cost of the action.

    Under 1 the cure costs more than the illness; None where the action costs nothing.
    """
    return (before - after) / cost if cost else None


def worst(risk: Risk) -> float | None:
    """Money that the risk costs if it happens at its worst: the most of its impacts."""
    points = impacts(risk)
    return points[2] if points else None


def live(step: Risks) -> list[Risk]:
    """The risks that are not closed, in their order."""
    return [risk for risk in step.risks if risk.status is not RiskStatus.CLOSED]


def ranked(step: Risks) -> list[Risk]:
    """The risks, largest expected loss first; those without figures last, in their order."""
    known = {risk.id: expected_loss(risk) for risk in step.risks}
    return sorted(step.risks, key=lambda risk: (known[risk.id] is None, -(known[risk.id] or 0)))


def by_worst(step: Risks) -> list[Risk]:
    """The live risks with a worst case, the worst first: also the order of worst case ÷ cash."""
    known = [(worst(risk), risk) for risk in live(step)]
    rated = [(loss, risk) for loss, risk in known if loss is not None]
    return [risk for _, risk in sorted(rated, key=lambda pair: -pair[0])]


def survivable(loss: float, reserve: float) -> bool:
    """True where the reserve pays for the loss."""
    return loss <= reserve


def losses(plan: "Plan") -> tuple[Result, ...]:
    """Of each risk: expected loss, worst case, loss after the action, leverage; then the totals."""
    step = plan.risk
    open_risks = live(step)
    return (
        *(_expected(risk) for risk in step.risks),
        *(_worst(risk, step.reserve) for risk in step.risks),
        *(_after(risk) for risk in step.risks),
        *(_leverage(risk) for risk in step.risks),
        _total("total_loss", map(expected_loss, open_risks)),
        _total("total_after", map(loss_after, open_risks), Depth.INTERMEDIATE),
        _covered(plan),
    )


def _expected(risk: Risk) -> Result:
    chance, impact = chances(risk), impacts(risk)
    figures = f"{_mean(chance, percent)} × {_mean(impact, amount)}"
    return Result("expected_loss", expected_loss(risk), Unit.MONEY, figures, risk.id)


def _mean(points: Points | None, show: Callable[[float | None], str]) -> str:
    """Three points as their formula; one figure where they are one."""
    if points is None:
        return MISSING
    low, likely, high = points
    if low == high:
        return show(likely)
    return f"(({show(low)} + 4 × {show(likely)} + {show(high)}) ÷ 6)"


def _worst(risk: Risk, reserve: float | None) -> Result:
    loss = worst(risk)
    if loss is None or reserve is None:
        return Result(
            "worst_case", loss, Unit.MONEY, amount(loss), risk.id, depth=Depth.INTERMEDIATE
        )
    fine = survivable(loss, reserve)
    return Result(
        "worst_case",
        loss,
        Unit.MONEY,
        f"{amount(loss)} {'≤' if fine else '>'} {amount(reserve)}",
        risk.id,
        "survivable" if fine else "ruinous",
        depth=Depth.INTERMEDIATE,
    )


def _after(risk: Risk) -> Result:
    figures = f"{percent(risk.probability_after)} × {amount(risk.impact_after)}"
    return Result(
        "loss_after", loss_after(risk), Unit.MONEY, figures, risk.id, depth=Depth.INTERMEDIATE
    )


def _leverage(risk: Risk) -> Result:
    before, after, cost = expected_loss(risk), loss_after(risk), risk.cost
    found, verdict = None, ""
    if before is not None and after is not None and cost is not None:
        found = leverage(before, after, cost)
        if before <= after:
            found, verdict = found or 0, "worse" if before < after else "nothing"
        elif found is None:
            found, verdict = before - after, "free"
        else:
            verdict = "worth" if found >= 1 else "dearer"
    figures = f"({amount(before)} − {amount(after)}) ÷ {amount(cost)}"
    return Result("leverage", found, Unit.NONE, figures, risk.id, verdict, depth=Depth.INTERMEDIATE)


def _total(key: str, each: Iterable[float | None], depth: Depth = Depth.FUNDAMENTALS) -> Result:
    known = [loss for loss in each if loss is not None]
    figures = chain([amount(loss) for loss in known])
    return Result(key, sum(known) if known else None, Unit.MONEY, figures, depth=depth)


def _covered(plan: "Plan") -> Result:
    """Percent of the beliefs that much hangs on which a live risk rests on."""
    top = {each.id for each in plan.review.assumptions if (each.importance or 0) >= WEIGHTY}
    covered = top & {risk.assumption for risk in live(plan.risk)}
    share = 100 * len(covered) / len(top) if top else None
    figures = f"{len(covered)} ÷ {len(top)}" if top else MISSING
    return Result("beliefs_covered", share, Unit.PERCENT, figures, depth=Depth.ADVANCED)
