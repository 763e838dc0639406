"""What the coach flags about whether the difference stands: defended, seen, abroad."""

import re
from collections.abc import Iterator

from coach.coaching.language import Reader
from coach.coaching.pieces import pieces
from coach.coaching.rule import Context, Hit, Rules
from coach.coaching.sums_told import Kind, figures
from coach.figures import amount
from coach.steps.differentiation.abroad import changes, told_of_there
from coach.steps.differentiation.model import HOW, Differentiation, Market, Type
from coach.steps.differentiation.numbers import Verdict, vrio

rules = Rules("differentiation")

COMMON = (Verdict.DISADVANTAGE, Verdict.PARITY)
"""Verdicts on what rivals have as well, or nobody misses."""


@rules("DI12")
def copied_before_paid_back(step: Differentiation, context: Context) -> Iterator[Hit]:
    """What takes longest to copy takes less time than earning it back.

    By the months in the fields, and where those are not all given by what the texts tell.
    """
    paid = step.payback_months
    named = [each for each in step.resources if each.name.strip() and vrio(each) not in COMMON]
    race = [(each.months, each.name.strip()) for each in named]
    if step.primary is Type.INNOVATION:
        race.append((step.lead_months, ""))
    known = [(months, name) for months, name in race if months is not None]
    if paid is None or not known or len(known) < len(race):
        yield from _race_told(step, context.read)
        return
    longest, name = max(known)
    if longest < paid:
        values = {"copied": amount(longest), "paid": amount(paid)}
        yield Hit("differentiation.payback_months", name, values)


def _race_told(step: Differentiation, read: Reader) -> Iterator[Hit]:
    """A text that tells how soon rivals have it and when it is earned back, the second later."""
    keys = [HOW[step.primary]] if step.primary else []
    for key in (*keys, "reason", "if_copied"):
        text = getattr(step, key)
        copied = [
            months
            for each in pieces(text)
            if read.has(each, "copied") and not read.has(each, "paid_back")
            for months in _months(each, read)
        ]
        paid = [
            (months, each)
            for each in pieces(text)
            if read.has(each, "paid_back")
            for months in _months(each, read, bare=bool(copied))
        ]
        if copied and paid and max(copied) < min(paid)[0]:
            yield Hit(f"differentiation.{key}", min(paid)[1], say="told")


def _months(piece: str, read: Reader, bare: bool = False) -> tuple[float, ...]:
    """The months that ``piece`` tells; ``bare`` takes a number without a unit for months too."""
    found = figures(piece)
    if spans := tuple(each.value for each in found if each.kind is Kind.SPAN):
        return spans
    counts = tuple(each.value for each in found if each.kind is Kind.COUNT and not each.noun)
    if bare and counts:
        return counts
    return (YEAR,) if not found and not bare and read.has(piece, "seasons") else ()


YEAR = 12.0
"""Months within which a season or a month comes that is named without its year."""


@rules("DI13")
def nothing_rare(step: Differentiation, context: Context) -> Iterator[Hit]:
    """Of the resources, all judged, none is more than what rivals have too (M16)."""
    named = [each for each in step.resources if each.name.strip()]
    judged = [(verdict.rank, each.name.strip()) for each in named if (verdict := vrio(each))]
    if len(named) < context.limit("fewest") or len(judged) < len(named):
        return
    rank, name = max(judged)
    if rank <= Verdict.PARITY.rank:
        yield Hit("differentiation.resources", name, {"count": amount(len(named))})


@rules("DI20")
def seen_by_us_alone(step: Differentiation, context: Context) -> Iterator[Hit]:
    """Of enough customers asked, few name the difference unprompted (M18)."""
    asked, named = step.asked, step.named
    if asked is None or named is None or asked < context.limit("asked"):
        return
    if named * context.limit("one_in") < asked:
        values = {"asked": amount(asked), "named": amount(named)}
        yield Hit("differentiation.named", values=values)


@rules("DI21")
def home_abroad(step: Differentiation, context: Context) -> Iterator[Hit]:
    """A market of another culture is entered, and nothing is changed for it."""
    gone_past = any(each.strip() for each in (step.preference, step.resilience, step.prosperity))
    for each in step.markets:
        rows = _rows(each)
        if not each.name.strip() or not (all(row.strip() for row in rows) or gone_past):
            continue
        changed = [row for row in rows if changes(row, context.read, context.limit("spare"))]
        if not any(told_of_there(row, context.read) for row in changed):
            changed = []
        # One vague row beside three that stay as they are changes nothing either.
        few = len(changed) == 1 and not context.read.concrete(changed[0])
        few = few and not _MANNER.match(changed[0])
        if not changed or (few and len(context.read.left(changed[0])) <= 1):
            path = f"differentiation.markets.{each.id}.product"
            yield Hit(path, each.name.strip())


_MANNER = re.compile(
    r"\s*(?:through|by|via|at|with|from|under|before|after|without)\b", re.IGNORECASE
)
"""How a row begins that tells another way, however short: "through the parish"."""


def _rows(market: Market) -> tuple[str, ...]:
    return market.product, market.communication, market.service, market.ethics
