"""Rules that hold prices against each other: between steps, in the words, and against the type.

A text that names a price may name a rival's beside it ("€26 a visit, not €44"), or a deposit,
or what is saved. Only what we ask ourselves is compared with the price of the niche step.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.coaching.agreement import steps
from coach.coaching.language import Reader, related
from coach.coaching.quantities import HOURS, Quantity, Sort, of_sort
from coach.coaching.rule import Context, Hit, Rules
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

_MONTHS = 12

_SPLIT = re.compile(r"[.,;:!?()–—]\s|\s[-–—]\s|\b(?:and|but|where|while|whereas|then)\b")
_STOP = re.compile(r"[.,;:!?()–—](?:\s|\Z)|\s[-–—]\s|\b(?:and|but|where|while|whereas)\b")
_THAN = (
    r"instead\s+of|rather\s+than|in\s+place\s+of|not|against|versus|vs\.?|unlike|than|under|below|"
    r"above|over|beyond|compared\s+(?:with|to)|next\s+to|beside|half(?:\s+of)?|"
    r"(?:a|one)\s+(?:third|quarter|half|fifth)\s+of|of"
)
_AGAINST = re.compile(rf"\b(?:{_THAN})\W+(?:[\w'’-]+\W+){{0,4}}\Z", re.IGNORECASE)
_COMPARED = re.compile(rf"\b(?:{_THAN})\b", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(we|i|you|they|ours)?\s*(?:asks?|charges?|wants?|bills?|demands?|quotes?)\W+\Z",
    re.IGNORECASE,
)
_NO_PRICE_AFTER = re.compile(
    r"\s*(?:less|more|cheaper|dearer|lower|higher|saved|off|back|lost|down|deposit|discount|refund|"
    r"of\b|worth|extra|on\s+top|in\s+hand|profit|bonus|fine|credit|voucher|per\s+cent)",
    re.IGNORECASE,
)
_NO_PRICE_BEFORE = re.compile(
    r"\b(?:sav(?:e|es|ed|ing)|los(?:e|es|t|ing)|worth|refund(?:s|ed)?|credit|deposit(?:\s+of)?|"
    r"loan(?:\s+of)?|fined?|damage|loss|earn(?:s|ed)?|gain(?:s|ed)?|cuts?|spares?|by|wasted?|"
    r"bonus|up\s+to|budget|guarantee(?:\s+of)?|over)\W+(?:\w+\W+){0,2}\Z",
    re.IGNORECASE,
)
_SMALL = ("cent", "cents", "pence")


@dataclass(frozen=True, slots=True)
class Prices:
    """The prices that a text names: those that we ask, and those that somebody else asks."""

    ours: tuple[Quantity, ...]
    theirs: tuple[Quantity, ...]


def prices(text: str, rivals: str, read: Reader, currency: str = "") -> Prices:
    """The prices in ``text``; ``rivals`` is what the alternatives are called."""
    ours: list[Quantity] = []
    theirs: list[Quantity] = []
    names = read.stems(rivals, "doing_nothing")
    for each in of_sort(text, Sort.MONEY):
        unit = each.unit.casefold()
        if unit in _SMALL or (unit in ("pound", "pounds") and currency != "£"):
            continue
        before = _SPLIT.split(text[: each.start])[-1]
        after = _COMPARED.split(_STOP.split(text[each.end :], maxsplit=1)[0], maxsplit=1)[0]
        if _theirs(before, after, names, read):
            theirs.append(each)
        elif not _NO_PRICE_AFTER.match(text, each.end) and not _NO_PRICE_BEFORE.search(before):
            ours.append(each)
    return Prices(tuple(ours), tuple(theirs))


def _theirs(before: str, after: str, names: frozenset[str], read: Reader) -> bool:
    """True where the words around an amount say that somebody else asks it."""
    asked = _ASKED.search(before)
    if asked and (asked[1] or "").casefold() not in ("we", "i", "you"):
        return bool(before[: asked.start()].strip()) or bool(asked[1])
    if _AGAINST.search(before) or read.has(before, "elsewhere") or read.has(after, "elsewhere"):
        return True
    told = read.stems(before) | read.stems(after)
    return any(related(each, name) for each in told for name in names)


def _rivals(plan: Plan) -> str:
    statement = plan.value.statement
    return "\n".join([statement.alternative, *(each.name for each in plan.value.alternatives)])


def _said(plan: Plan) -> Iterator[tuple[str, str]]:
    """The texts that customers hear, with their paths."""
    value = plan.value
    yield "value.promise", value.promise
    yield "value.statement.benefit", value.statement.benefit
    yield "value.statement.difference", value.statement.difference
    yield "value.ten_words", value.ten_words
    yield "value.thirty_words", value.thirty_words


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
    orders, rivals = plan.niche.orders or 1, _rivals(plan)
    whole = [price, price * orders, price * orders / _MONTHS, price / _MONTHS, price * _MONTHS]
    if plan.value.our_price:
        whole += [plan.value.our_price, plan.value.our_price / _MONTHS]
    for path, text in _said(plan):
        ours = prices(text, rivals, context.read, context.currency).ours
        if any(_fits(each, whole, context) for each in ours):
            continue
        for each in ours:
            near = [price * orders] if each.per == "year" else [price, price * orders]
            if any(1 / OTHER_UNIT < each.value / sum_ < OTHER_UNIT for sum_ in near):
                values = {
                    "there": money(price, context.currency),
                    "field": context.label("niche.price"),
                }
                yield Hit(path, text[each.start : each.end].strip(), values, say="words")
                return


def _fits(told: Quantity, whole: list[float], context: Context) -> bool:
    """True where one of the prices is told, or the price of one piece or of several orders.

    What is told a month or a year is no price of pieces.
    """
    for value in (told.value, told.high):
        if value <= 0 or any(_equal(value, each, context) for each in whole):
            return True
        if told.per in HOURS:
            continue
        for ratio in (whole[0] / value, value / whole[0]):
            pieces = round(ratio)
            if OTHER_UNIT <= pieces <= MOST_UNITS and abs(ratio - pieces) <= EXACT * ratio:
                return True
    return False


def _equal(one: float, other: float, context: Context) -> bool:
    """True where two prices are the same but for rounding."""
    return abs(one - other) <= context.limit("percent") / 100 * max(one, other)


_PRICE = re.compile(
    r"\b(?:price|cost|cheap|ask|charge|pay|sell|sold|bill|quote|fee|rate|tariff|invoice|money|"
    r"undercut)|[$€£¥₹]",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|never|no|nor|isn['’]t|aren['’]t|without)\b\W+(?:\w+\W+){0,2}\Z", re.I
)
_LOWEST = (
    re.compile(
        r"\b(?:nobody|no\s+one|none|no\s+other|nothing|no\s+\w+)\b(?:\W+[\w'’]+){0,6}?\W+"
        r"(?:less|cheaper|lower|under|below|undercuts?|undersells?|beats?)\b(?:\W+[\w'’]+){0,3}",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:cheaper|lower|less|below|under|undercut\w*|undersell\w*|beats?|beating)\b"
        r"(?:\W+[\w'’]+){0,3}?\W+(?:any|anyone|anybody|anywhere|everyone|everybody|every|all|each)"
        r"\b(?:\W+[\w'’]+)?",
        re.IGNORECASE,
    ),
)
"""Ways of saying that all others ask more, where the clause speaks of a price."""


@rules("RE04", *steps("RE04"))
def price_and_type(plan: Plan, context: Context) -> Iterator[Hit]:
    """A price above the others' beside the cost type, or the lowest beside quality, unexplained.

    Of the texts that say so only the first is told.
    """
    step, read = plan.differentiation, context.read
    if step.primary is Type.COST and not read.has(step.reason, "explains_dear"):
        yield from _dear(plan, context)
    elif step.primary is Type.QUALITY and not read.has(step.reason, "explains_cheap"):
        for path, text in (*_said(plan), ("value.why_us", plan.value.why_us)):
            if found := _lowest(text, read):
                yield Hit(path, found, {"type": step.primary.value})
                return


def _dear(plan: Plan, context: Context) -> Iterator[Hit]:
    step, read, rivals = plan.differentiation, context.read, _rivals(plan)
    if step.cost_change is not None and step.cost_change > 0:
        values = {"change": amount(step.cost_change)}
        yield Hit("differentiation.cost_change", values=values, say="raised")
    for path, text in (*_said(plan), ("value.why_us", plan.value.why_us)):
        if found := _high(text, rivals, read):
            yield Hit(path, found, {"type": Type.COST.value})
            return
        if pair := _above(prices(text, rivals, read, context.currency)):
            ours, theirs = (text[each.start : each.end].strip() for each in pair)
            yield Hit(path, ours, {"theirs": theirs, "type": Type.COST.value}, say="above")
            return


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


def _high(text: str, rivals: str, read: Reader) -> str:
    """The words of ``text`` that call our price high; empty where it is denied or another's."""
    names = read.stems(rivals, "doing_nothing")
    for span in read.find(text, "premium"):
        before = _SPLIT.split(text[: span.start])[-1]
        after = _STOP.split(text[span.end :], maxsplit=1)[0]
        told = read.stems(f"{before} {after}")
        another = read.has(before, "elsewhere") or any(related(a, b) for a in told for b in names)
        if not another and not _NEGATED.search(before) and not _AGAINST.search(before):
            return text[span.start : span.end]
    return ""


def _lowest(text: str, read: Reader) -> str:
    """The words of ``text`` that promise the lowest price; empty where there are none."""
    for span in read.find(text, "cheapest"):
        if not _NEGATED.search(text[: span.start]):
            return text[span.start : span.end]
    for clause in read.clauses(text):
        if _PRICE.search(clause):
            for each in _LOWEST:
                if found := each.search(clause):
                    return found[0]
    return ""
