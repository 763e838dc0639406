"""What defends the difference, whether it is seen, and the discipline that it asks for."""

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from coach.figures import amount
from coach.questions import Depth, Result, Unit
from coach.steps.differentiation.detail import race
from coach.steps.differentiation.model import Differentiation, Discipline, Resource, Type
from coach.text import one_line
from coach.values import YesNo

if TYPE_CHECKING:
    from coach.plan import Plan


class Verdict(StrEnum):
    """What a resource is worth in competition (M16), the least first."""

    DISADVANTAGE = "disadvantage"
    PARITY = "parity"
    UNUSED = "unused"
    TEMPORARY = "temporary"
    SUSTAINED = "sustained"

    @property
    def rank(self) -> int:
        """0 for a disadvantage to 4 for a sustained advantage."""
        return list(Verdict).index(self)


DISCIPLINES = {
    Type.COST: Discipline.OPERATIONS,
    Type.QUALITY: Discipline.PRODUCT,
    Type.SERVICE: Discipline.INTIMACY,
    Type.NICHE: Discipline.INTIMACY,
    Type.INNOVATION: Discipline.PRODUCT,
}
"""The value discipline that a type asks for (M15; the pairing is ours)."""

FEWEST_ASKED = 5
"""Customers who must have been asked before their answers say anything."""

SEEN = 1 / 3
"""Share of the customers who must name the difference for it to count as seen."""


def vrio(resource: Resource) -> Verdict | None:
    """What the resource is worth, by its first no; None while the answer it needs is missing.

    Not valuable → disadvantage; not rare → parity; cheap to imitate → temporary; not
    organised → unused; all four → sustained (M16).
    """
    ladder = (
        (resource.valuable, Verdict.DISADVANTAGE),
        (resource.rare, Verdict.PARITY),
        (resource.costly, Verdict.TEMPORARY),
        (resource.organised, Verdict.UNUSED),
    )
    for answer, verdict in ladder:
        if answer is None:
            return None
        if answer is YesNo.NO:
            return verdict
    return Verdict.SUSTAINED


def best_resource(step: Differentiation) -> tuple[Resource, Verdict] | None:
    """The resource with the best verdict, the first of equals: its verdict is the plan's."""
    judged = [(each, found) for each in step.resources if (found := vrio(each))]
    return max(judged, key=lambda pair: pair[1].rank, default=None)


def resources(plan: "Plan") -> tuple[Result, ...]:
    """The verdict on each resource and its copy race, then the best verdict of all."""
    step = plan.differentiation
    best = best_resource(step)
    return (
        *(_vrio(each) for each in step.resources),
        *(_copy_race(each, step.payback_months) for each in step.resources),
        Result(
            "vrio_best",
            1 if best else None,
            verdict=best[1] if best else "",
            about=one_line(best[0].name) if best else "",
        ),
    )


def _copy_race(resource: Resource, payback: float | None) -> Result:
    """The race against the copy; without a verdict where there is no advantage to be copied."""
    result = race("copy_race", resource.months, payback, resource.id)
    ahead = vrio(resource) in (Verdict.TEMPORARY, Verdict.UNUSED, Verdict.SUSTAINED)
    return result if ahead else replace(result, verdict="")


def signals(plan: "Plan") -> tuple[Result, ...]:
    """Percent of the customers asked who name the difference unprompted: named ÷ asked (M18)."""
    asked, named = plan.differentiation.asked, plan.differentiation.named
    share = 100 * named / asked if asked and named is not None else None
    return (
        Result(
            "named_share",
            share,
            Unit.PERCENT,
            f"{amount(named)} ÷ {amount(asked)}",
            verdict=_seen(asked, named),
            depth=Depth.ADVANCED,
        ),
    )


def position(plan: "Plan") -> tuple[Result, ...]:
    """The discipline that the primary type asks for, and whether it is the one chosen."""
    step = plan.differentiation
    expected = DISCIPLINES[step.primary] if step.primary else None
    known = expected is not None and step.discipline is not None
    return (
        Result("discipline_expected", 1 if expected else None, verdict=expected or ""),
        Result(
            "discipline_match",
            1 if known else None,
            verdict=("agrees" if step.discipline is expected else "differs") if known else "",
        ),
    )


def _vrio(resource: Resource) -> Result:
    found = vrio(resource)
    return Result("vrio", 1 if found else None, record=resource.id, verdict=found or "")


def _seen(asked: float | None, named: float | None) -> str:
    if not asked or named is None:
        return ""
    if named > asked:
        return "more"
    if asked < FEWEST_ASKED:
        return "few"
    return "seen" if named / asked >= SEEN else "unseen"
