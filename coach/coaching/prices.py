"""Rules that hold prices against each other: between steps, in the words, and against the type."""

import re
from collections.abc import Iterator

from coach.coaching.agreement import steps
from coach.coaching.language import Reader, Span, related
from coach.coaching.our_price import ours_told
from coach.coaching.price_level import Level, called
from coach.coaching.price_words import Prices, prices
from coach.coaching.quantities import HOURS, Quantity
from coach.coaching.rule import Context, Hit, Rules
from coach.coaching.sums_told import Kind, figures
from coach.figures import amount, money
from coach.plan import Plan
from coach.steps.differentiation.model import Type

rules = Rules()

OTHER_UNIT = 2
"""From this ratio of two prices on they are taken to be prices of different things."""

MOST_UNITS = 200
"""Pieces that an order may hold, where a text gives the price of a piece."""

EXACT = 0.003
"""How near a whole number of pieces must come to the price of an order."""

OTHER_OFFER = 3
"""From this ratio on two prices in one text are not those of two offers to choose from."""

SAME_THING = 2
"""Below this ratio a lower price that another answer tells is taken for one of the same thing."""

REWORKED = 0.5
"""What of the rounding is allowed where a price of a month or a year was worked out."""

ROUNDED = 0.1
"""How far a price may be off that is told with "about"."""

_MONTHS = 12
_ABOUT = re.compile(
    r"(?:\b(?:about|around|roughly|nearly|almost|some|circa|approximately|just (?:under|over)|under"
    r"|less than)|~)\s*\Z",
    re.IGNORECASE,
)
_PAY = re.compile(r"\b(?:pre)?pay(?:s|ing)?\b", re.IGNORECASE)
_PAYS = re.compile(r"\b(?:pre)?pays?\W*\Z", re.IGNORECASE)


def _rivals(plan: Plan, read: Reader) -> str:
    """The words that only rivals are called by: not those that our own offer has as well."""
    statement = plan.value.statement
    names = [each.name for each in plan.value.alternatives]
    told = [each for each in (statement.alternative, *names) if not read.has(each, "doing_nothing")]
    own = read.stems(f"{plan.start.offering}\n{statement.category}\n{statement.audience}")
    words = {each for text in told for each in read.stems(text)}
    return " ".join(sorted(e for e in words if not any(related(e, each) for each in own)))


def _said(plan: Plan) -> Iterator[tuple[str, str]]:
    """The texts that customers hear, with their paths."""
    value = plan.value
    yield "value.promise", value.promise
    yield "value.statement.benefit", value.statement.benefit
    yield "value.statement.difference", value.statement.difference
    yield "value.ten_words", value.ten_words
    yield "value.thirty_words", value.thirty_words


def _believed(plan: Plan) -> Iterator[tuple[str, str]]:
    """The beliefs about what customers pay, with their paths."""
    for each in plan.review.tests:
        if _PAY.search(each.belief):
            yield f"review.tests.{each.id}.belief", each.belief


def _believed_prices(text: str, rivals: str, price: float, read: Reader) -> tuple[Quantity, ...]:
    """What they pay us: right behind "pay" it is that, whatever is said of others behind it."""
    plain = prices(text, "", read, price).ours
    return prices(text, rivals, read, price).ours or tuple(
        each for each in plain if _PAYS.search(text, 0, each.start)
    )


def _explained_prices(
    plan: Plan, rivals: str, read: Reader
) -> Iterator[tuple[str, str, tuple[Quantity, ...]]]:
    """The answers that tell our price by the way, with their paths and what they say we ask."""
    step = plan.differentiation
    told = [
        (f"differentiation.{key}", getattr(step, key)) for key in ("reason", "trade_off", "signal")
    ]
    for path, text in (*told, ("value.why_us", plan.value.why_us)):
        ours = prices(text, rivals, read, plan.niche.price).ours if text else ()
        yield (
            path,
            text,
            tuple(each for each in ours if ours_told(text, each)),
        )


@rules("RE02", *steps("RE02"))
def prices_differ(plan: Plan, context: Context) -> Iterator[Hit]:
    """A price is not the one that the niche's size was worked out with."""
    niche = plan.niche
    if niche.price:
        yield from _price_a_year(plan, niche.price, context)
        yield from _price_a_unit(plan, niche.price, context)
        yield from _price_in_words(plan, niche.price, context)


def _price_a_year(plan: Plan, price: float, context: Context) -> Iterator[Hit]:
    ours, orders = plan.value.our_price, plan.niche.orders
    if ours is None or not orders or _equal(ours, price * orders, context):
        return
    if orders <= 1 and _equal(ours, price, context):  # who buys once in two years pays it at once
        return
    values = {
        "here": money(ours, context.currency),
        "there": money(price * orders, context.currency),
        "sum": f"{money(price, context.currency)} × {amount(orders)}",
        "field": context.label("niche.price"),
    }
    yield Hit("value.our_price", values=values)


def _price_a_unit(plan: Plan, price: float, context: Context) -> Iterator[Hit]:
    """The price before the cut, and after it, against the price of an order.

    An order may hold many units; prices that far apart are not compared.
    """
    step = plan.differentiation
    before = step.cost_price
    if step.primary is not Type.COST or not before:
        return
    after = before * (1 + (step.cost_change or 0) / 100)
    if not 1 / OTHER_UNIT < before / price < OTHER_UNIT:
        return
    if not _equal(before, price, context) and not _equal(after, price, context):
        values = {
            "here": money(before, context.currency),
            "there": money(price, context.currency),
            "field": context.label("niche.price"),
        }
        yield Hit("differentiation.cost_price", values=values, say="unit")


def _price_in_words(plan: Plan, price: float, context: Context) -> Iterator[Hit]:
    """The first text whose price is none that the price of an order could come to."""
    orders, rivals = plan.niche.orders or 1, _rivals(plan, context.read)
    whole = [price, price / _MONTHS, price * _MONTHS]
    if orders >= OTHER_UNIT or orders == round(orders):  # nobody tells the price of 1.1 orders
        whole += [price * orders, price * orders / _MONTHS]
    if plan.value.our_price:
        whole += [plan.value.our_price, plan.value.our_price / _MONTHS]
    told = [
        (path, text, prices(text, rivals, context.read, price).ours) for path, text in _said(plan)
    ]
    told += [
        (path, text, _believed_prices(text, rivals, price, context.read))
        for path, text in _believed(plan)
    ]
    told += _explained_prices(plan, rivals, context.read)
    fits = [each for *_, ours in told for each in ours if _fits(each, whole, context)]
    piece = [each.value for each in fits if each.per and each.per not in HOURS and each.value > 0]
    for path, text, ours in told:
        if any(each in fits for each in ours):
            continue
        for each in ours:
            if _ABOUT.search(text, 0, each.start) and _roughly(each.value, whole):
                continue
            near = _near(each, price, orders) + piece * bool(each.per)
            if any(1 / OTHER_UNIT < each.value / sum_ < OTHER_UNIT for sum_ in near):
                values = {
                    "there": money(price, context.currency),
                    "field": context.label("niche.price"),
                }
                yield Hit(path, text[each.start : each.end].strip(), values, say="words")
                return


def _roughly(value: float, whole: list[float]) -> bool:
    return any(abs(value - each) <= ROUNDED * each for each in whole)


def _near(told: Quantity, price: float, orders: float) -> list[float]:
    """The sums that a price is compared with: of a year or a month where it is told for one."""
    if told.per == "year":
        return [price * orders]
    return [price * orders / _MONTHS, price] if told.per == "month" else [price, price * orders]


def _fits(told: Quantity, whole: list[float], context: Context) -> bool:
    """True where one of the prices is told, or the price of one piece or of several orders.

    What is told a month or a year is no price of pieces.
    """
    for value in (told.value, told.high):
        if value <= 0 or _equal(value, whole[0], context):
            return True
        if any(_equal(value, each, context, REWORKED) for each in whole[1:]):
            return True
        if told.per in HOURS:
            continue
        for ratio in (whole[0] / value, value / whole[0]):
            pieces = round(ratio)
            if OTHER_UNIT <= pieces <= MOST_UNITS and abs(ratio - pieces) <= EXACT * ratio:
                return True
    return False


def _equal(one: float, other: float, context: Context, part: float = 1) -> bool:
    """True where two prices are the same but for rounding, or for a ``part`` of it."""
    return abs(one - other) <= part * context.limit("percent") / 100 * max(one, other)


@rules("RE04", *steps("RE04"))
def price_and_type(plan: Plan, context: Context) -> Iterator[Hit]:
    """A price above the others' beside the cost type, or a low one beside quality, unexplained.

    Of the texts that say so only the first is told.
    """
    step, read = plan.differentiation, context.read
    if step.primary is Type.COST and not _explained(step.reason, Level.HIGH, "explains_dear", read):
        yield from _dear(plan, context)
    elif step.primary is Type.QUALITY:
        if _explained(step.reason, Level.LOW, "explains_cheap", read):
            return
        for path, found in _called(plan, Level.LOW, read):
            yield Hit(path, found, {"type": step.primary.value})
            return
        for path, text in (*_said(plan), ("value.why_us", plan.value.why_us)):
            if pair := _below(prices(text, _rivals(plan, read), read, plan.niche.price)):
                ours, theirs_told = (text[each.start : each.end].strip() for each in pair)
                values = {"theirs": theirs_told, "type": step.primary.value}
                yield Hit(path, ours, values, say="undercut")
                return
        if theirs := _below_all(plan):
            values = {
                "ours": money(plan.niche.price, context.currency),
                "theirs": money(theirs, context.currency),
                "type": step.primary.value,
            }
            yield Hit("niche.price", values=values, say="below")


def _below_all(plan: Plan) -> float | None:
    """The lowest price that the alternatives are told to have, if ours is lower yet.

    Prices too far apart are not those of the same thing.
    """
    ours = plan.niche.price
    told = [
        each.value
        for rival in plan.value.alternatives
        for each in figures(f"{rival.name}. {rival.does_well}")
        if each.kind is Kind.MONEY and each.value > 0
    ]
    if not ours or not told:
        return None
    return min(told) if ours < min(told) < OTHER_OFFER * ours else None


def _explained(reason: str, level: Level, name: str, read: Reader) -> bool:
    """True where a sentence of the reason says what makes a price so low, or so high."""
    return read.has(reason, name) or any(
        any(_causes(each, span, level, read) for span in read.find(each, "causes"))
        for each in read.sentences(reason)
    )


def _causes(text: str, cause: Span, level: Level, read: Reader) -> bool:
    """True where what follows ``cause`` makes the price so: not "they come since we are cheap"."""
    told = text if not cause.first else text[: cause.start]
    return bool(read.left(text[cause.end :])) and bool(called(told, level, "", read, ours=True))


def _called(plan: Plan, level: Level, read: Reader) -> Iterator[tuple[str, str]]:
    """The texts that call our price ``level``, with their paths, and the words that do."""
    step, rivals = plan.differentiation, _rivals(plan, read)
    reason = "differentiation.reason"
    own = ((reason, step.reason), ("differentiation.signal", step.signal))
    for path, text in (*_said(plan), ("value.why_us", plan.value.why_us), *own):
        found = called(text, level, rivals, read, ours=path != reason)
        if found:
            yield path, found


def _dear(plan: Plan, context: Context) -> Iterator[Hit]:
    step, read = plan.differentiation, context.read
    if step.cost_change is not None and step.cost_change > 0:
        values = {"change": amount(step.cost_change)}
        yield Hit("differentiation.cost_change", values=values, say="raised")
    for path, found in _called(plan, Level.HIGH, read):
        yield Hit(path, found, {"type": Type.COST.value})
        return
    for path, text in (*_said(plan), ("value.why_us", plan.value.why_us)):
        if pair := _above(prices(text, _rivals(plan, read), read, plan.niche.price)):
            ours, theirs = (text[each.start : each.end].strip() for each in pair)
            yield Hit(path, ours, {"theirs": theirs, "type": Type.COST.value}, say="above")
            return
    for path, ours, highest in _above_all(plan, read):
        values = {"theirs": money(highest, context.currency), "type": Type.COST.value}
        yield Hit(path, ours, values, say="above")
        return


def _above_all(plan: Plan, read: Reader) -> Iterator[tuple[str, str, float]]:
    """The texts whose prices are above each price that the alternatives are told to have.

    With their paths, our price and the highest of theirs. Prices too far apart, or for another
    time, are not those of the same thing; a text that compares itself is judged by that.
    """
    rivals = _rivals(plan, read)
    theirs = [
        each
        for rival in plan.value.alternatives
        for text in (rival.name, rival.does_well, rival.falls_short)
        for told in (prices(text, "", read),)
        for each in (*told.ours, *told.theirs)
        if each.value > 0
    ]
    for path, text in _said(plan) if theirs else ():
        told = prices(text, rivals, read, plan.niche.price)
        if told.theirs or not told.ours:
            continue
        ours = min(told.ours, key=lambda each: each.value)
        near = [
            each.value
            for each in theirs
            if not (each.per and ours.per and each.per != ours.per)
            and 1 / SAME_THING < each.value / ours.value < OTHER_OFFER
        ]
        if near and max(near) < ours.value:
            yield path, text[ours.start : ours.end].strip(), max(near)


def _below(told: Prices) -> tuple[Quantity, Quantity] | None:
    """The mirror of :func:`_above`: our price and the higher one that it is held against."""
    pairs = [
        (ours, theirs)
        for ours in told.ours
        for theirs in told.theirs
        if 0 < ours.value < theirs.value
        and not (ours.per and theirs.per and ours.per != theirs.per)
    ]
    if not pairs or len(pairs) < len(told.ours) * len(told.theirs):
        return None
    return pairs[0]


def _above(told: Prices) -> tuple[Quantity, Quantity] | None:
    """Our price and a lower one of somebody else; None where any of ours is below theirs."""
    pairs = [
        (ours, theirs)
        for ours in told.ours
        for theirs in told.theirs
        if theirs.value > 0 and 1 / OTHER_OFFER < ours.value / theirs.value < OTHER_OFFER
    ]
    if not pairs or any(ours.value <= theirs.value for ours, theirs in pairs):
        return None
    return pairs[0]
