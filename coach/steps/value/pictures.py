"""What the value proposition's figures look like."""

from typing import TYPE_CHECKING

from coach.charts.chart import Bar, Bars, Map, Point
from coach.figures import MISSING
from coach.steps.value.model import FORCES, Job, Pain
from coach.text import one_line

if TYPE_CHECKING:
    from coach.plan import Plan

HOLDS_BACK = ("anxiety", "habit")
"""The forces that keep a customer where they are."""


def opportunity(plan: "Plan") -> Map | None:
    """Jobs and pains by importance (across) and satisfaction today (up), each 0 to 10 (M3).

    What lies low on the right is worth answering. None until one has both figures.
    """
    needs: list[Job | Pain] = [*plan.value.jobs, *plan.value.pains]
    points = tuple(
        Point(one_line(each.what) or MISSING, each.importance, each.satisfaction)
        for each in needs
        if each.importance is not None and each.satisfaction is not None
    )
    return Map("opportunity", points, 10, 10, split=(5, 5)) if points else None


def forces(plan: "Plan") -> Bars | None:
    """What moves a customer to the right, what holds them to the left, each 0 to 5 (M14).

    Forces that are not rated yet are left out; None until one is.
    """
    bars = []
    for key in FORCES:
        strength = getattr(plan.value, f"{key}_strength")
        if strength is not None:
            bars.append(Bar(key, -strength if key in HOLDS_BACK else strength, worded=True))
    return Bars("forces", tuple(bars), most=5) if bars else None
