"""How well each of the five types fits: the buyers, us, the others, the sector."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.figures import amount
from coach.questions import Result, Unit
from coach.steps.differentiation.model import Type

if TYPE_CHECKING:
    from coach.plan import Plan

GATE = 2
"""Capability (0 to 5) below which a type is out, whatever its score."""

USUAL, OTHERWISE = 5, 3
"""The sector's part of the score for a type that usually wins there, and for any other."""

WINS: Mapping[str, frozenset[Type]] = {
    "technology": frozenset({Type.INNOVATION}),
    "service": frozenset({Type.SERVICE}),
    "manufacturing": frozenset({Type.QUALITY, Type.NICHE, Type.COST}),
    "retail": frozenset({Type.NICHE, Type.SERVICE, Type.QUALITY}),
    "other": frozenset(),
}
"""By sector, the types that firms there usually set themselves apart by.

=============  =================================================================
Technology     new things, leading products, being first → innovation
Service        service, personal attention, relationships → service
Manufacturing  quality → quality; made to measure and special niches → niche;
               efficient operations → cost
Retail         choice of goods → niche; experience in the shop → service;
               brand image → quality
Other          nothing is usual: all types alike
=============  =================================================================
"""


@dataclass(frozen=True, slots=True)
class Fit:
    """The four parts of a type's score, each 0 to 5: None where it was not rated."""

    type: Type
    importance: float | None
    capability: float | None
    weakness: float | None
    prior: float | None

    @property
    def parts(self) -> tuple[float | None, ...]:
        """Importance to buyers, our capability, the others' weakness, what the sector says."""
        return self.importance, self.capability, self.weakness, self.prior

    @property
    def score(self) -> float | None:
        """The mean of the four parts, 0 to 5; None while one is missing."""
        known = [part for part in self.parts if part is not None]
        return sum(known) / len(known) if len(known) == len(self.parts) else None

    @property
    def passes(self) -> bool:
        """True where our capability reaches the gate."""
        return self.capability is not None and self.capability >= GATE


def prior(sector: str | None, kind: Type) -> int | None:
    """The sector's part of a type's score: 5 where the type usually wins, else 3."""
    if sector is None:
        return None
    return USUAL if kind in WINS.get(sector, ()) else OTHERWISE


def fits(plan: "Plan") -> tuple[Fit, ...]:
    """The five types with the parts of their scores."""
    grid = plan.differentiation.fit
    return tuple(
        Fit(
            kind,
            grid.score("importance", kind),
            grid.score("capability", kind),
            grid.score("weakness", kind),
            prior(plan.start.sector, kind),
        )
        for kind in Type
    )


def best(found: Sequence[Fit]) -> tuple[Fit, ...]:
    """The types with the highest score among those that pass the gate: several on a tie."""
    scores = [each.score for each in found if each.passes and each.score is not None]
    return tuple(each for each in found if scores and each.passes and each.score == max(scores))


def fit(plan: "Plan") -> tuple[Result, ...]:
    """Each type's score, line by line, and which one comes out first."""
    found = fits(plan)
    return (*(_line(each) for each in found), _best(found))


def _line(each: Fit) -> Result:
    parts = " + ".join(amount(part) for part in each.parts)
    verdict = "" if each.score is None else "passes" if each.passes else "fails"
    return Result(f"fit_{each.type}", each.score, Unit.OF_5, f"({parts}) ÷ 4", verdict=verdict)


def _best(found: Sequence[Fit]) -> Result:
    first = best(found)
    if not first:
        scored = any(each.score is not None for each in found)
        return Result("fit_best", 1 if scored else None, verdict="none" if scored else "")
    return Result("fit_best", 1, verdict=first[0].type.value if len(first) == 1 else "tied")
