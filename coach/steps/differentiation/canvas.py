"""Our value curve beside the others': where we lead, where we lag, and whether it differs."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import dist, sqrt
from typing import TYPE_CHECKING

from coach.figures import MISSING, amount, chain
from coach.questions import Result, Unit
from coach.text import one_line

if TYPE_CHECKING:
    from coach.plan import Plan

US = "us"
"""The column of the levels that is ours."""

SAME_SHAPE = 0.8
"""Correlation from which on two curves have the same shape."""

FEWEST, MOST = 20, 60
"""Percent of factors on which a focused offer stands above the others."""

_COMMON = 3
"""Factors that two curves need in common before their shapes can be compared."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A factor with its importance (0 to 10), our level and each alternative's (0 to 5)."""

    name: str
    importance: float | None
    us: float | None
    rivals: tuple[float | None, ...]

    @property
    def known(self) -> tuple[float, ...]:
        """The levels of the alternatives that were rated."""
        return tuple(level for level in self.rivals if level is not None)

    @property
    def mean(self) -> float | None:
        """The mean level of the alternatives that were rated."""
        return sum(self.known) / len(self.known) if self.known else None

    @property
    def lead(self) -> float | None:
        """Our level − the best alternative's, from −5 to 5: negative where we lag."""
        return None if self.us is None or not self.known else self.us - max(self.known)

    @property
    def apart(self) -> float | None:
        """Our level − the alternatives' mean, from −5 to 5."""
        return None if self.us is None or self.mean is None else self.us - self.mean


def compared(plan: "Plan") -> tuple[Compared, ...]:
    """The factors in their order, with the levels of us and of each alternative."""
    step, rivals = plan.differentiation, plan.value.alternatives
    return tuple(
        Compared(
            one_line(factor.name),
            factor.importance,
            step.levels.score(factor.id, US),
            tuple(step.levels.score(factor.id, rival.id) for rival in rivals),
        )
        for factor in step.factors
    )


def advantage(factors: Sequence[Compared]) -> float | None:
    """Advantage index, from −5 to 5: Σ w(us − best alternative) ÷ Σ w, w = importance.

    Over the factors of which all three are known; None where none is, or none matters.
    """
    known = _weighed(factors)
    weights = sum(weight for weight, _ in known)
    return sum(weight * lead for weight, lead in known) / weights if weights else None


def leads(factors: Sequence[Compared], most: int = 3) -> list[Compared]:
    """The factors on which we are above every alternative, by importance × lead."""
    return _furthest(factors, 1)[:most]


def lags(factors: Sequence[Compared], most: int = 3) -> list[Compared]:
    """The factors on which the best alternative is above us, by importance × lag."""
    return _furthest(factors, -1)[:most]


def divergence(factors: Sequence[Compared]) -> float | None:
    """How far our curve is from the others', 0 to 5: mean of |us − mean alternative| (M17)."""
    gaps = [abs(factor.apart) for factor in factors if factor.apart is not None]
    return sum(gaps) / len(gaps) if gaps else None


def focus(factors: Sequence[Compared]) -> float | None:
    """Percent of the factors on which we are above the alternatives' mean (M17)."""
    gaps = [factor.apart for factor in factors if factor.apart is not None]
    return 100 * sum(gap > 0 for gap in gaps) / len(gaps) if gaps else None


def shape(ours: Sequence[float], theirs: Sequence[float]) -> float | None:
    """Pearson correlation of two curves over the same factors, −1 to 1 (M17).

    None where there are fewer than three factors, or where a curve is flat and has no shape.
    """
    count = len(ours)
    if count < _COMMON:
        return None
    us, them = sum(ours) / count, sum(theirs) / count
    ups = [(a - us, b - them) for a, b in zip(ours, theirs, strict=True)]
    spread = sqrt(sum(a * a for a, _ in ups) * sum(b * b for _, b in ups))
    if round(spread, _EXACT) == 0:
        return None
    return max(-1.0, min(1.0, round(sum(a * b for a, b in ups) / spread, _EXACT)))


def pair(factors: Sequence[Compared], rival: int) -> tuple[list[float], list[float]]:
    """Our curve and one alternative's, over the factors on which both were rated."""
    both = [
        (factor.us, level)
        for factor in factors
        if factor.us is not None and (level := factor.rivals[rival]) is not None
    ]
    return [us for us, _ in both], [them for _, them in both]


def axes(factors: Sequence[Compared]) -> tuple[Compared, Compared] | None:
    """The two most important factors; the earlier one first where two matter the same."""
    rated = [factor for factor in factors if factor.importance is not None]
    rated.sort(key=lambda factor: -(factor.importance or 0))
    return (rated[0], rated[1]) if len(rated) > 1 else None


def nearest(x: Compared, y: Compared) -> tuple[int, float] | None:
    """The alternative (by index) nearest to us on two factors, and its distance.

    Distance = √((us − them)² + (us − them)²) in levels, from 0 to 7.07.
    """
    if x.us is None or y.us is None:
        return None
    ours = (x.us, y.us)
    found = [
        (dist(ours, (across, up)), index)
        for index, (across, up) in enumerate(zip(x.rivals, y.rivals, strict=True))
        if across is not None and up is not None
    ]
    if not found:
        return None
    distance, index = min(found)
    return index, distance


def levels(plan: "Plan") -> tuple[Result, ...]:
    """What the levels say: advantage, leads and lags, divergence, focus, shapes, distance."""
    factors = compared(plan)
    names = [one_line(rival.name) for rival in plan.value.alternatives]
    known = [factor for factor in factors if factor.apart is not None]
    return (
        _advantage(factors),
        *(_gap("lead", factor) for factor in leads(factors)),
        *([] if leads(factors) else [_none("lead", factors)]),
        *(_gap("lag", factor) for factor in lags(factors)),
        *([] if lags(factors) else [_none("lag", factors)]),
        Result(
            "divergence",
            divergence(factors),
            figures=f"({chain([_apart(factor) for factor in known])}) ÷ {len(known)}"
            if known
            else MISSING,
        ),
        _focus(factors),
        *(_shape(factors, index, name) for index, name in enumerate(names)),
        *([] if names else [Result("shape", None, figures=MISSING)]),
        _distance(factors, names),
    )


_EXACT = 9
"""Decimal places that count: what lies beyond is the error of binary fractions."""


def _weighed(factors: Sequence[Compared]) -> list[tuple[float, float]]:
    return [
        (factor.importance, factor.lead)
        for factor in factors
        if factor.importance is not None and factor.lead is not None
    ]


def _furthest(factors: Sequence[Compared], sign: int) -> list[Compared]:
    """The factors with a lead (sign 1) or a lag (−1), what counts most first."""

    def counts(factor: Compared) -> tuple[float, float]:
        gap = sign * (factor.lead or 0)
        return -(factor.importance or 0) * gap, -gap

    return sorted((factor for factor in factors if sign * (factor.lead or 0) > 0), key=counts)


def _advantage(factors: Sequence[Compared]) -> Result:
    terms = [
        f"{amount(factor.importance)} × ({_lead(factor)})"
        for factor in factors
        if factor.importance is not None and factor.lead is not None
    ]
    weights = sum(weight for weight, _ in _weighed(factors))
    figures = f"({chain(terms)}) ÷ {amount(weights)}" if terms else MISSING
    return Result("advantage", advantage(factors), figures=figures)


def _gap(key: str, factor: Compared) -> Result:
    return Result(
        key, abs(factor.lead or 0), figures=_lead(factor, key == "lag"), about=factor.name
    )


def _none(key: str, factors: Sequence[Compared]) -> Result:
    """There is no lead or no lag; a verdict once anything can be compared."""
    if any(factor.lead is not None for factor in factors):
        return Result(key, 1, verdict="none")
    return Result(key, None, figures=MISSING)


def _lead(factor: Compared, lag: bool = False) -> str:
    best = max(factor.known) if factor.known else None
    high, low = (best, factor.us) if lag else (factor.us, best)
    return f"{amount(high)} − {amount(low)}"


def _apart(factor: Compared) -> str:
    return f"|{amount(factor.us)} − {amount(factor.mean, 1)}|"


def _focus(factors: Sequence[Compared]) -> Result:
    known = [factor.apart for factor in factors if factor.apart is not None]
    share = focus(factors)
    verdict = ""
    if share is not None:
        verdict = "few" if share < FEWEST else "many" if share > MOST else "good"
    figures = f"{sum(gap > 0 for gap in known)} ÷ {len(known)}" if known else MISSING
    return Result("focus", share, Unit.PERCENT, figures, verdict=verdict)


def _shape(factors: Sequence[Compared], rival: int, name: str) -> Result:
    ours, theirs = pair(factors, rival)
    found = shape(ours, theirs)
    verdict = "" if found is None else "same" if found >= SAME_SHAPE else "own"
    curves = (chain([amount(level) for level in curve], " ") for curve in (ours, theirs))
    figures = f"r({' · '.join(curves)})" if ours else MISSING
    return Result("shape", found, figures=figures, verdict=verdict, about=name)


def _distance(factors: Sequence[Compared], names: Sequence[str]) -> Result:
    two = axes(factors)
    found = nearest(*two) if two else None
    if two is None or found is None:
        return Result("distance", None, figures=MISSING)
    index, distance = found
    sides = (f"({amount(axis.us)} − {amount(axis.rivals[index])})²" for axis in two)
    return Result("distance", distance, figures=f"√({' + '.join(sides)})", about=names[index])
