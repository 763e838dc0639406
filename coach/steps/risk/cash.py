"""Whether the reserve lasts: the runway, the worst single loss, the losses of a whole year."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING

from coach.figures import amount
from coach.questions import Result, Unit
from coach.steps.risk.model import Risks
from coach.steps.risk.numbers import (
    Points,
    by_worst,
    chances,
    expected,
    impacts,
    live,
    survivable,
    worst,
)
from coach.text import one_line

if TYPE_CHECKING:
    from coach.plan import Plan

SEED = 20_080
"""Where the draws start: always the same, so that the same plan gives the same chance."""

YEARS, DRAWS = 10_000, 100_000
"""Years that are played through, and the most draws: with many risks there are fewer years."""

FEWEST_YEARS = 200


def runway(reserve: float, burn: float) -> float | None:
    """Months until the reserve is used up: reserve ÷ burn a month; None where nothing burns."""
    return reserve / burn if burn else None


def simulated(step: Risks) -> tuple[tuple[float, Points], ...]:
    """What the simulation takes of each live risk: chance in percent, and three impacts."""
    pairs = ((chances(risk), impacts(risk)) for risk in live(step))
    return tuple((expected(chance), impact) for chance, impact in pairs if chance and impact)


def ruin(risks: Sequence[tuple[float, Points]], reserve: float) -> float:
    """Chance in percent that the losses of one year together exceed the reserve.

    Each risk is a chance in percent and a low, likely and high impact. It happens at most once
    a year and knows nothing of the other risks; its impact follows a PERT distribution, whose
    mean is (low + 4 × likely + high) ÷ 6. Seeded: the same risks give the same chance, and a
    larger reserve never a higher one. Its standard error is half a percent point at the most
    for ten risks or fewer, and 0.7 for twenty.
    """
    totals = yearly_losses(tuple(risks))
    return 100 * sum(total > reserve for total in totals) / len(totals)


@lru_cache(maxsize=8)
def yearly_losses(risks: tuple[tuple[float, Points], ...]) -> tuple[float, ...]:
    """The total loss of each simulated year, in money."""
    years = max(FEWEST_YEARS, min(YEARS, DRAWS // max(1, len(risks))))
    draw = Random(SEED).random
    totals = [0.0] * years
    for percent, impact in risks:
        chance = percent / 100
        table = quantiles(impact)
        for year in [year for year in range(years) if draw() < chance]:
            totals[year] += table[int(draw() * len(table))]
    return tuple(totals)


def quantiles(impact: Points, count: int = 100) -> list[float]:
    """Equally likely impacts, in money, the least first: the PERT distribution in ``count`` parts.

    A beta distribution between low and high with 1 + 4 (likely − low) ÷ (high − low) and
    1 + 4 (high − likely) ÷ (high − low), so that its mean is the three points' own.
    """
    low, likely, high = impact
    width = high - low
    if width <= 0:
        return [likely]
    left, right = 4 * (likely - low) / width, 4 * (high - likely) / width
    middles = [(index + 0.5) / count for index in range(count)]
    weights = [at**left * (1 - at) ** right for at in middles]
    sums = list(accumulate(weights))
    found, index = [], 0
    for wanted in middles:
        while index < count - 1 and sums[index] < wanted * sums[-1]:
            index += 1
        into = (wanted * sums[-1] - (sums[index] - weights[index])) / weights[index]
        found.append(low + width * (index + into) / count)
    return found


def cash(plan: "Plan") -> tuple[Result, ...]:
    """Runway, the worst single loss against the reserve, and the chance of a ruinous year."""
    step = plan.risk
    return _runway(step), _worst(step), _ruin(step)


def _runway(step: Risks) -> Result:
    if step.reserve is not None and step.burn == 0:
        return Result("runway", 1, verdict="endless")
    months = None
    if step.reserve is not None and step.burn is not None:
        months = runway(step.reserve, step.burn)
    figures = f"{amount(step.reserve)} ÷ {amount(step.burn)}"
    return Result("runway", months, Unit.MONTHS, figures)


def _worst(step: Risks) -> Result:
    rows = by_worst(step)
    loss = worst(rows[0]) if rows else None
    if loss is None or step.reserve is None:
        figures = f"{amount(loss)} ≤ {amount(step.reserve)}"
        return Result("worst_loss", None, Unit.MONEY, figures)
    fine = survivable(loss, step.reserve)
    return Result(
        "worst_loss",
        loss,
        Unit.MONEY,
        f"{amount(loss)} {'≤' if fine else '>'} {amount(step.reserve)}",
        verdict="survivable" if fine else "ruinous",
        about=one_line(rows[0].event),
    )


def _ruin(step: Risks) -> Result:
    risks = simulated(step)
    if not risks or step.reserve is None:
        return Result("ruin", None, Unit.PERCENT, f"Σ > {amount(step.reserve)}")
    totals = yearly_losses(risks)
    beyond = sum(total > step.reserve for total in totals)
    return Result("ruin", ruin(risks, step.reserve), Unit.PERCENT, f"{beyond:,} ÷ {len(totals):,}")
