"""What the micro-segments come to: samples, margins, and which two are one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import ceil, inf, isinf
from typing import TYPE_CHECKING

from coach.coaching.language import overlap, words
from coach.figures import MISSING, amount, money, percent
from coach.questions import Depth, Result, Unit
from coach.steps.niche.model import Segment
from coach.text import one_line

if TYPE_CHECKING:
    from coach.plan import Plan

LEHR = 16
"""Lehr's constant: a test of two groups at 80 % power and 5 % significance, two-sided (M24)."""

GROUPS = 2
"""A trial needs a group that hears the message and one that does not."""

_TELLING = 4
"""Letters from which on a word is taken to mean something, in any language."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two segments and the share of their words that they have in common, from 0 to 1."""

    one: Segment
    other: Segment
    share: float
    common: int
    all: int


def sample(baseline: float, target: float) -> float:
    """People a group for a trial that tells effect from luck: 16 × p(1 − p) ÷ δ² (M24).

    ``baseline`` (p) and ``target`` are percent, δ is their distance; rounded up, infinite
    where they are the same. A baseline of 0 or 100 % varies too little for the rule: then p
    is the target.
    """
    p = _typical(baseline, target) / 100
    apart = ((target - baseline) / 100) ** 2
    needed = LEHR * p * (1 - p) / apart if apart else inf
    return inf if isinf(needed) else max(ceil(round(needed, 9)), 1)


def _typical(baseline: float, target: float) -> float:
    return baseline if 0 < baseline < 100 else target


def net(segment: Segment) -> float | None:
    """What a segment leaves a year: extra margin − upkeep, in money (M21)."""
    if segment.extra_margin is None or segment.upkeep is None:
        return None
    return segment.extra_margin - segment.upkeep


def telling(text: str) -> frozenset[str]:
    """The stems that two texts are compared by: of words of four letters on, and of figures.

    Without a list of empty words ("the", "for") their length is what tells them (ours).
    """
    found = (word for word in words(text) if word.number or len(word.text) >= _TELLING)
    return frozenset(word.stem for word in found)


def most_alike(segments: list[Segment], say: Callable[[Segment], str]) -> Pair | None:
    """The two segments that share most of what they ``say``: shared words ÷ all words (Jaccard).

    None while fewer than two say anything; of equal pairs the first.
    """
    read = [(each, found) for each in segments if (found := telling(say(each)))]
    pairs = (
        Pair(one, other, overlap(mine, theirs), len(mine & theirs), len(mine | theirs))
        for (one, mine), (other, theirs) in combinations(read, 2)
    )
    return max(pairs, key=lambda pair: pair.share, default=None)


def segments(plan: "Plan") -> tuple[Result, ...]:
    """The figures of the micro-segments: each one's trial and margin, then the pairs alike."""
    rows, currency = plan.niche.segments, plan.start.currency
    each = [result for row in rows for result in _segment(row, currency)]
    nets = [left for row in rows if (left := net(row)) is not None]
    return (
        *each,
        Result(
            "net_total",
            sum(nets) if nets else None,
            Unit.MONEY,
            " + ".join(money(left, currency) for left in nets),
            depth=Depth.ADVANCED,
        ),
        _alike("need_overlap", most_alike(rows, lambda row: row.need)),
        _alike("message_overlap", most_alike(rows, lambda row: row.message)),
    )


def _segment(row: Segment, currency: str) -> Iterator[Result]:
    known = row.baseline is not None and row.target is not None
    low, goal = row.baseline or 0, row.target or 0
    needed = sample(low, goal) if known else None
    p = percent(_typical(low, goal))
    apart = f"({percent(row.target)} − {percent(row.baseline)})²"
    told = f"{LEHR} × {p} × (100 % − {p}) ÷ {apart}"
    yield Result("sample", needed, Unit.PEOPLE, told, row.id, depth=Depth.INTERMEDIATE)
    enough = None if needed is None or row.size is None else row.size >= GROUPS * needed
    sign = "≥" if enough else "<"
    yield Result(
        "sample_fits",
        None if enough is None else row.size,
        Unit.PEOPLE,
        f"{amount(row.size)} {sign} {GROUPS} × {amount(needed)}",
        row.id,
        "" if enough is None else "enough" if enough else "short",
        depth=Depth.INTERMEDIATE,
    )
    yield Result(
        "net",
        net(row),
        Unit.MONEY,
        f"{money(row.extra_margin, currency)} − {money(row.upkeep, currency)}",
        row.id,
        depth=Depth.ADVANCED,
    )


def _alike(key: str, pair: Pair | None) -> Result:
    if pair is None:
        return Result(key, None, Unit.PERCENT)
    called = (one_line(each.name) or MISSING for each in (pair.one, pair.other))
    told = f"{amount(pair.common)} ÷ {amount(pair.all)}"
    return Result(key, 100 * pair.share, Unit.PERCENT, told, about=" / ".join(called))
