"""How much hangs on few: customers, suppliers, channels, platforms, people."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coach.figures import MISSING, amount, chain, percent
from coach.questions import Result, Unit
from coach.steps.risk.model import Risks, Share, ShareKind
from coach.text import one_line

if TYPE_CHECKING:
    from coach.plan import Plan

MODERATE, CONCENTRATED = 1500, 2500
"""Herfindahl index from which on, and above which, a table is moderately or too concentrated."""

LARGE, MOST, FIVE = 10, 50, 25
"""Percent: one share that is large, one that closes us if it goes, the top five together."""


def herfindahl(shares: Sequence[float]) -> float | None:
    """Sum of the squared percent shares, up to 10,000: one alone (M20). None without shares."""
    return sum(share * share for share in shares) if shares else None


def concentration_band(index: float) -> str:
    """``concentrated`` over 2,500, ``moderate`` from 1,500 on, else ``spread`` (M20)."""
    if index > CONCENTRATED:
        return "concentrated"
    return "moderate" if index >= MODERATE else "spread"


def of_kind(step: Risks, kind: ShareKind) -> list[tuple[float, Share]]:
    """The shares of one kind that have a figure, the largest first."""
    rows = [(row.share, row) for row in step.shares if row.kind is kind]
    known = [(share, row) for share, row in rows if share is not None]
    return sorted(known, key=lambda pair: -pair[0])


def concentration(plan: "Plan") -> tuple[Result, ...]:
    """Of each kind that is named: Herfindahl, largest, top five. Of all kinds while none is."""
    step = plan.risk
    named = [kind for kind in ShareKind if any(row.kind is kind for row in step.shares)]
    return tuple(
        result
        for kind in named or ShareKind
        for rows in (of_kind(step, kind),)
        for result in (_index(kind, rows), _largest(kind, rows), _five(kind, rows))
    )


def _index(kind: ShareKind, rows: Sequence[tuple[float, Share]]) -> Result:
    shares = [share for share, _ in rows]
    index = herfindahl(shares)
    verdict = "" if index is None else concentration_band(index)
    if round(sum(shares), _EXACT) > 100:
        verdict = "over"
    figures = chain([f"{amount(share)}²" for share in shares]) or MISSING
    return Result(f"herfindahl_{kind}", index, figures=figures, verdict=verdict)


def _largest(kind: ShareKind, rows: Sequence[tuple[float, Share]]) -> Result:
    key = f"largest_{kind}"
    if not rows:
        return Result(key, None, Unit.PERCENT, MISSING)
    share, row = rows[0]
    verdict = "most" if share > MOST else "large" if share >= LARGE else "small"
    figures = f"max({chain([amount(each) for each, _ in rows], ', ')})"
    return Result(key, share, Unit.PERCENT, figures, verdict=verdict, about=one_line(row.name))


def _five(kind: ShareKind, rows: Sequence[tuple[float, Share]]) -> Result:
    key, top = f"top_five_{kind}", [share for share, _ in rows[:5]]
    if not top:
        return Result(key, None, Unit.PERCENT, MISSING)
    verdict = "large" if sum(top) >= FIVE else "small"
    figures = " + ".join(percent(share) for share in top)
    return Result(key, sum(top), Unit.PERCENT, figures, verdict=verdict)


_EXACT = 6
"""Decimal places that count: what lies beyond is the error of binary fractions."""
