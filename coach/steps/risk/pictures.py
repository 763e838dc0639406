"""The pictures of the risk step."""

from bisect import bisect_left
from typing import TYPE_CHECKING

from coach.charts.chart import Bar, Bars, Board
from coach.questions import Unit
from coach.steps.risk.concentration import MOST, of_kind
from coach.steps.risk.model import ShareKind
from coach.steps.risk.numbers import chances, expected, expected_loss, impacts, live, ranked, worst
from coach.text import one_line

if TYPE_CHECKING:
    from coach.plan import Plan

CHANCES = (10, 30, 50, 70)
"""Percent: the upper ends of the board's first four columns; above the last is the fifth."""

OF_RESERVE = (10, 25, 50, 100)
"""Percent of the reserve: the upper ends of the first four rows; the fifth is beyond it."""

OF_LARGEST = (20, 40, 60, 80)
"""Percent of the largest impact: the ends of the rows as long as there is no reserve."""


def losses(plan: "Plan") -> Bars | None:
    """Live risks by expected loss; those that the reserve would not survive stand out."""
    reserve = plan.risk.reserve
    closed = {risk.id for risk in plan.risk.risks} - {risk.id for risk in live(plan.risk)}
    bars = tuple(
        Bar(
            one_line(risk.event),
            loss,
            marked=reserve is not None and (worst(risk) or 0) > reserve,
        )
        for risk in ranked(plan.risk)
        if risk.id not in closed and (loss := expected_loss(risk)) is not None
    )
    return Bars("losses", bars, Unit.MONEY) if bars else None


def board(plan: "Plan") -> Board | None:
    """Live risks on five by five squares, by the means of their chances and impacts.

    Impact is measured by the reserve, or by the largest impact while there is none.
    """
    known = [
        (one_line(risk.event), expected(chance), expected(impact))
        for risk in live(plan.risk)
        if (chance := chances(risk)) and (impact := impacts(risk))
    ]
    if not known:
        return None
    whole, limits = plan.risk.reserve or 0, OF_RESERVE
    if not whole:
        whole, limits = max(impact for *_, impact in known), OF_LARGEST
    squares: dict[tuple[int, int], tuple[str, ...]] = {}
    for event, likelihood, cost in known:
        share = 100 * cost / whole if whole else 0
        at = square_of(likelihood, CHANCES), square_of(share, limits)
        squares[at] = (*squares.get(at, ()), event)
    return Board("board", squares)


def square_of(percent: float, limits: tuple[int, ...]) -> int:
    """The column or row, 1 to 5, that a percentage falls into; an upper end belongs to it."""
    return bisect_left(limits, round(percent, 6)) + 1


def shares(plan: "Plan") -> Bars | None:
    """Every share, kind by kind, the largest first; a line where one is more than the rest."""
    bars = tuple(
        Bar(one_line(row.name), share, marked=share > MOST)
        for kind in ShareKind
        for share, row in of_kind(plan.risk, kind)
    )
    return Bars("shares", bars, Unit.PERCENT, most=100, line=MOST) if bars else None
