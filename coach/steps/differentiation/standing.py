"""What the coach flags about whether the difference stands: defended, seen, built in, abroad."""

from collections.abc import Iterator

from coach.coaching.rule import Context, Hit, Rules
from coach.figures import amount
from coach.steps.differentiation.model import Differentiation, Discipline, Market, Type
from coach.steps.differentiation.numbers import DISCIPLINES, Verdict, vrio

rules = Rules("differentiation")

COMMON = (Verdict.DISADVANTAGE, Verdict.PARITY)
"""Verdicts on what rivals have as well, or nobody misses."""


@rules("DI12")
def copied_before_paid_back(step: Differentiation, _context: Context) -> Iterator[Hit]:
    """What takes longest to copy takes less time than earning it back."""
    paid = step.payback_months
    named = [each for each in step.resources if each.name.strip() and vrio(each) not in COMMON]
    race = [(each.months, each.name.strip()) for each in named]
    if step.primary is Type.INNOVATION:
        race.append((step.lead_months, ""))
    known = [(months, name) for months, name in race if months is not None]
    if paid is None or not known or len(known) < len(race):
        return
    longest, name = max(known)
    if longest < paid:
        values = {"copied": amount(longest), "paid": amount(paid)}
        yield Hit("differentiation.payback_months", name, values)


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
        if not any(_changes(row, context) for row in rows):
            path = f"differentiation.markets.{each.id}.product"
            yield Hit(path, each.name.strip())


def _rows(market: Market) -> tuple[str, ...]:
    return market.product, market.communication, market.service, market.ethics


def _changes(text: str, context: Context) -> bool:
    """True where ``text`` says more than that all stays as it is ("same as in Belgium")."""
    read = context.read
    if not text.strip() or read.says_nothing(text):
        return False
    return read.has_figure(text) or not read.only(
        text, "unchanged", "nothing", spare=context.limit("spare")
    )


@rules("DI22")
def engine_and_promise(step: Differentiation, context: Context) -> Iterator[Hit]:
    """The way of working takes back what the discipline promises (M15)."""
    text, read = step.operating_model, context.read
    discipline = step.discipline or (DISCIPLINES[step.primary] if step.primary else None)
    if discipline is None or read.concrete(text):
        return
    against = _AGAINST[discipline]
    spans = read.find(text, against)
    if not spans or read.apart(text, "contrast", against):
        return
    if len(spans) > 1 or len(read.left(text, against)) <= context.limit("spare"):
        yield Hit("differentiation.operating_model", read.quote(text, against), say=discipline)


_AGAINST = {
    Discipline.OPERATIONS: "against_operations",
    Discipline.PRODUCT: "against_product",
    Discipline.INTIMACY: "against_intimacy",
}
"""The word list of what each discipline cannot be run with."""
