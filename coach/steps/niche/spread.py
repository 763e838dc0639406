"""How far the niche's yearly surplus may lie from what is likely, and what moves it most."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import sqrt
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from coach.figures import MISSING, amount, money, percent
from coach.questions import Depth, Result, Unit
from coach.steps.niche.model import Niche

if TYPE_CHECKING:
    from coach.plan import Plan

INPUTS = ("count", "reach", "adoption", "price", "orders", "unit_cost", "fixed_cost")
"""The figures that the surplus is made of, in the order of :class:`Triple` lists."""

DRAWS = 2_000
"""How often the surplus is drawn."""

_SEED = 1_729
"""Fixed, so that the same answers always give the same figures."""

_EXACT = 6
"""Decimal places of money that count: what lies beyond is the error of binary fractions."""


class Triple(NamedTuple):
    """The least, the likely and the most of one input."""

    low: float
    likely: float
    high: float


Triples = tuple[Triple, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """What was drawn: the surpluses, lowest first, and the incomes, in money a year."""

    surplus: tuple[float, ...]
    income: tuple[float, ...]

    @property
    def carried(self) -> int:
        """How many draws cover the fixed cost: surplus ≥ 0."""
        return sum(round(each, _EXACT) >= 0 for each in self.surplus)


@dataclass(frozen=True, slots=True)
class Move:
    """The surplus with one input at its least and at its most, the others as likely."""

    key: str
    low_at: float
    high_at: float
    low: float
    high: float

    @property
    def width(self) -> float:
        """How much the input moves the surplus, in money a year."""
        return abs(self.high - self.low)


def surplus(values: Sequence[float]) -> float:
    """Money a year: customers × orders × (price − cost of an order) − fixed cost (M22).

    ``values`` stand in the order of :data:`INPUTS`; customers are count × reach × adoption
    (both in percent) and are not rounded, so that small changes show.
    """
    count, reach, adoption, price, orders, unit_cost, fixed_cost = values
    return count * reach * adoption / 10_000 * orders * (price - unit_cost) - fixed_cost


def income(values: Sequence[float]) -> float:
    """Money a year: customers × orders × price, of the same values."""
    count, reach, adoption, price, orders, _, _ = values
    return count * reach * adoption / 10_000 * orders * price


def triples(niche: Niche) -> Triples | None:
    """The least, likely and most of each input; None while a likely figure is missing.

    An end that was not said is the likely figure. Ends typed the wrong way round are put
    right, and a likely figure outside its range widens it: likely stays likely.
    """
    found = []
    for key in INPUTS:
        likely = getattr(niche, key)
        if likely is None:
            return None
        said = [likely, *(end for end in getattr(niche, f"{key}_range").ends if end is not None)]
        found.append(Triple(min(said), likely, max(said)))
    return tuple(found)


@cache
def _strata() -> tuple[tuple[float, ...], ...]:
    """A Latin hypercube: each input's 2,000 shares from 0 to 1, evenly apart, shuffled."""
    dice = Random(_SEED)
    even = [(index + 0.5) / DRAWS for index in range(DRAWS)]
    shuffled = []
    for _ in INPUTS:
        dice.shuffle(even)
        shuffled.append(tuple(even))
    return tuple(shuffled)


def triangular(of: Triple, shares: Sequence[float]) -> list[float]:
    """The values below which the ``shares`` (0 to 1) of a triangular distribution lie.

    The inverse of its distribution function: low + √(share × width × (likely − low)) up to
    the likely value, high − √((1 − share) × width × (high − likely)) beyond.
    """
    low, likely, high = of
    width = high - low
    if width <= 0:
        return [likely] * len(shares)
    turn, rise, fall = (likely - low) / width, width * (likely - low), width * (high - likely)
    return [
        low + sqrt(share * rise) if share < turn else high - sqrt((1 - share) * fall)
        for share in shares
    ]


@lru_cache(maxsize=4)
def spread(of: Triples) -> Spread:
    """2,000 draws of the surplus: inputs triangular and independent, drawn by Latin hypercube.

    The draws are the same every time. Kept for the inputs seen last, so that drawing a
    screen again costs nothing.
    """
    columns = [triangular(each, shares) for each, shares in zip(of, _strata(), strict=True)]
    rows = list(zip(*columns, strict=True))
    return Spread(tuple(sorted(map(surplus, rows))), tuple(sorted(map(income, rows))))


def percentile(ordered: Sequence[float], share: float) -> float:
    """The value below which ``share`` (0 to 1) of the ordered values lie, between neighbours."""
    place = share * (len(ordered) - 1)
    first = int(place)
    last = min(first + 1, len(ordered) - 1)
    return ordered[first] + (ordered[last] - ordered[first]) * (place - first)


def moves(of: Triples) -> tuple[Move, ...]:
    """What each input with a range does to the surplus, the widest first."""
    likely = [each.likely for each in of]
    found = []
    for index, (key, (low, _, high)) in enumerate(zip(INPUTS, of, strict=True)):
        if low < high:
            ends = [surplus([*likely[:index], end, *likely[index + 1 :]]) for end in (low, high)]
            found.append(Move(key, low, high, *ends))
    return tuple(sorted(found, key=lambda move: -move.width))


def ranges(plan: "Plan") -> tuple[Result, ...]:
    """The figures of the ranges card."""
    of, currency = triples(plan.niche), plan.start.currency
    drawn = spread(of) if of else None
    shown = {key: _range(plan.niche, key) for key in INPUTS}
    won = f"{shown['count']} × {shown['reach']} % × {shown['adoption']} % × {shown['orders']}"
    left = f"{won} × ({shown['price']} − {shown['unit_cost']}) − {shown['fixed_cost']}"

    def among(key: str, values: Sequence[float], share: float, told: str = "") -> Result:
        value = percentile(values, share) if values else None
        below = f"{percent(100 * share)} < {money(value, currency)}"
        return Result(key, value, Unit.MONEY, told or below, depth=Depth.INTERMEDIATE)

    surpluses = drawn.surplus if drawn else ()
    # Without a range every draw is the same: that is no chance, and must not look like certainty.
    carried = drawn.carried if drawn and of and moves(of) else None
    return (
        among("surplus_low", surpluses, 0.1),
        among("surplus", surpluses, 0.5, left),
        among("surplus_high", surpluses, 0.9),
        among("income", drawn.income if drawn else (), 0.5, f"{won} × {shown['price']}"),
        Result(
            "chance",
            None if carried is None else 100 * carried / DRAWS,
            Unit.PERCENT,
            f"{amount(carried)} ÷ {amount(DRAWS)}",
            depth=Depth.INTERMEDIATE,
        ),
        _mover(of, currency),
    )


def _range(niche: Niche, key: str) -> str:
    """An input as ``40/50/60``; the likely figure alone where it has no range."""
    likely, (low, high) = getattr(niche, key), getattr(niche, f"{key}_range").ends
    if likely is None:
        return MISSING
    said = (likely if low is None else low, likely, likely if high is None else high)
    ends = (min(said), likely, max(said))
    return amount(likely) if ends[0] == ends[2] else "/".join(map(amount, ends))


def _mover(of: Triples | None, currency: str) -> Result:
    """The input that moves the surplus most; its value is by how much."""
    found = moves(of) if of else ()
    if not found:
        return Result("mover", None, Unit.MONEY, depth=Depth.INTERMEDIATE)
    most = found[0]
    ends = f"{amount(most.low_at)} → {amount(most.high_at)}"
    told = f"{ends}: {money(most.low, currency)} → {money(most.high, currency)}"
    return Result(
        "mover",
        most.width,
        Unit.MONEY,
        told,
        verdict=most.key,
        depth=Depth.INTERMEDIATE,
    )
