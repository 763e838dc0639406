"""The picture of the review step."""

from typing import TYPE_CHECKING

from coach.charts.chart import Map, Point
from coach.text import one_line

if TYPE_CHECKING:
    from coach.plan import Plan

_MOST, _MIDDLE = 5, 2.5


def assumptions(plan: "Plan") -> Map | None:
    """The assumption map: evidence (5 × its strength) across, importance up; both 0 to 5."""
    points = tuple(
        Point(one_line(each.statement), _MOST * each.evidence.strength, each.importance)
        for each in plan.review.assumptions
        if each.importance is not None
    )
    return Map("assumptions", points, _MOST, _MOST, split=(_MIDDLE, _MIDDLE)) if points else None
