"""What the coach flags where figures do not add up, be they in fields or told in a text."""

import re
from collections.abc import Iterator

from coach.coaching.language import Reader
from coach.coaching.overbooked import overbooked
from coach.coaching.rule import Context, Hit, Rules
from coach.coaching.sums_told import Kind, figures
from coach.coaching.work_told import work
from coach.figures import amount, money
from coach.steps.differentiation.detail import hours_needed
from coach.steps.differentiation.model import Differentiation, Type

rules = Rules("differentiation")


@rules("DI06")
def better_earns_less(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Quality leads, and buyers pay less for the better unit than it costs more.

    Where a field is empty, the amount counts that a text tells as extra cost or extra price.
    """
    if answers.primary is not Type.QUALITY:
        return
    told = [
        (f"differentiation.{key}", getattr(answers, key))
        for key in ("quality_measure", "reason", "trade_off", "quality_control", "quality_seen")
    ]
    premium, extra = answers.premium, answers.quality_cost
    path = "differentiation.premium"
    if premium is None or extra is None:
        price, costs = _extras(told, context.read)
        if premium is None and price:
            path, premium = price
        if extra is None and costs:
            extra = costs[1]
    if premium is not None and extra is not None and premium < extra:
        values = {
            "premium": money(premium, context.currency),
            "extra": money(extra, context.currency),
        }
        yield Hit(path, values=values)


Told = tuple[str, float]
"""An amount of money and the field that tells it."""


def _extras(texts: list[tuple[str, str]], read: Reader) -> tuple[Told | None, Told | None]:
    """What a better unit is sold for more, and what it costs more, as the texts tell it.

    A piece of a sentence without a verb of its own goes on with what the one before it says.
    """
    price: Told | None = None
    costs: Told | None = None
    for path, text in texts:
        for sentence in re.split(r"[.!?]\s", text):
            last, more = "", read.has(sentence, "extra")
            for piece in re.split(r"[,;:]\s|\s(?:and|but|while|whereas)\s", sentence):
                last = _role(piece, read, known=costs is not None) or last
                found = [each for each in figures(piece) if each.kind is Kind.MONEY]
                if found and more and last == "price":
                    price = price or (path, found[0].value)
                elif found and more and last:
                    costs = costs or (path, found[0].value)
    return price, costs


def _role(piece: str, read: Reader, known: bool) -> str:
    """Whether ``piece`` tells a price or what making costs; "adds" is a price once that is told."""
    if read.has(piece, "to_make"):
        return "costs"
    if read.has(piece, "dearer"):
        return "price"
    if read.has(piece, "costs_more"):
        return "price" if known else "costs"
    return ""


@rules("DI08")
def more_hours_than_there_are(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Service leads, and the promise needs more hours a month than there are.

    By the fields, and where they are empty or fit by the sum that the promise tells, or by what
    it admits.
    """
    if answers.primary is not Type.SERVICE:
        return
    told = work(answers.service_promise)
    path, capacity = "differentiation.capacity", answers.capacity
    needed = _needed(answers)
    fits = needed is not None and capacity is not None and needed <= capacity
    if fits and told.needed is not None and told.capacity is not None:
        needed = capacity = None
    if needed is None or capacity is None:
        path = "differentiation.service_promise"
        needed = told.needed if needed is None else needed
        capacity = told.capacity if capacity is None else capacity
    if needed is not None and capacity is not None and needed > capacity:
        values = {"needed": amount(needed, 1), "capacity": amount(capacity, 1)}
        yield Hit(path, values=values)
    elif words := overbooked(answers.service_promise, context.read):
        yield Hit("differentiation.service_promise", words, say="told")


def _needed(answers: Differentiation) -> float | None:
    parts = (answers.service_customers, answers.contacts, answers.contact_minutes)
    if any(each is None for each in parts):
        return None
    customers, contacts, minutes = (each or 0 for each in parts)
    return hours_needed(customers, contacts, minutes)
