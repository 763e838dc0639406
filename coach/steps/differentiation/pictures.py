"""The pictures of the differentiation step."""

from typing import TYPE_CHECKING

from coach.charts.chart import Bar, Bars, Curve, Curves, Map, Point
from coach.questions import Unit
from coach.steps.differentiation.canvas import US, axes, compared
from coach.steps.differentiation.fit import best, fits
from coach.text import one_line

if TYPE_CHECKING:
    from coach.plan import Plan

_MOST = 5


def canvas(plan: "Plan") -> Curves | None:
    """The strategy canvas: our value curve and each alternative's, over the named factors."""
    factors = [factor for factor in compared(plan) if factor.name]
    curves = [Curve(US, tuple(factor.us for factor in factors), ours=True, worded=True)]
    for index, rival in enumerate(plan.value.alternatives):
        levels = tuple(factor.rivals[index] for factor in factors)
        curves.append(Curve(one_line(rival.name), levels))
    drawn = tuple(c for c in curves if any(level is not None for level in c.levels))
    if not drawn:
        return None
    return Curves("canvas", tuple(factor.name for factor in factors), drawn)


def positions(plan: "Plan") -> Map | None:
    """Us and the alternatives by the two most important factors; None until one has a place."""
    two = axes(compared(plan))
    if two is None:
        return None
    x, y = two
    points = []
    if x.us is not None and y.us is not None:
        points.append(Point(US, x.us, y.us, ours=True, worded=True))
    for rival, across, up in zip(plan.value.alternatives, x.rivals, y.rivals, strict=True):
        if across is not None and up is not None:
            points.append(Point(one_line(rival.name), across, up))
    if not points:
        return None
    return Map("positions", tuple(points), _MOST, _MOST, x.name, y.name)


def fit(plan: "Plan") -> Bars | None:
    """The score of each type that has one; the best that passes the gate stands out."""
    found = fits(plan)
    first = best(found)
    bars = tuple(
        Bar(each.type, each.score, worded=True, marked=each in first)
        for each in found
        if each.score is not None
    )
    return Bars("fit", bars, Unit.OF_5, most=_MOST) if bars else None
