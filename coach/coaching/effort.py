"""Whether there is time to make each customer an offer of their own."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from coach.coaching.quantities import Quantity, Sort, quantities
from coach.coaching.rule import Context, Hit, Rules
from coach.figures import amount
from coach.plan import Plan
from coach.steps.differentiation.detail import hours_needed
from coach.steps.differentiation.model import Type
from coach.steps.niche.model import Niche, Rung
from coach.steps.niche.numbers import customers

rules = Rules()

_EACH = re.compile(r"\b(?:each|every|per|apiece)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;\n]")
_MANY = 2
"""Up to here a number in the text is rather of founders than of customers: "the two of us"."""

_HOURS = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0}


class Effort(NamedTuple):
    """A time: how much of it, and the word for its unit ("hour", or the stem of "evenings")."""

    amount: float
    unit: str


@rules("NI19", "niche", "differentiation")
def more_hours_than_there_are(plan: Plan, context: Context) -> Iterator[Hit]:
    """Each customer gets an offer of their own, and the hours for that are not there."""
    if plan.niche.rung is not Rung.INDIVIDUAL:
        return
    values = _by_figures(plan, context.limit("most"))
    if values:
        yield Hit("niche.rung", values=values)
    elif told := _by_words(plan, context.limit("most")):
        yield Hit("niche.customisation", plan.niche.customisation.strip(), told, say="told")


def _by_figures(plan: Plan, most: float) -> dict[str, str]:
    """The sum of the service card, where it does not come out; without service it is not asked."""
    step = plan.differentiation
    count = customers(plan.niche) if step.service_customers is None else step.service_customers
    if step.primary is not Type.SERVICE or count is None or step.capacity is None:
        return {}
    if step.contacts is None or step.contact_minutes is None:
        return {}
    hours = hours_needed(count, step.contacts, step.contact_minutes)
    if hours <= step.capacity * most:
        return {}
    return {
        "customers": amount(count),
        "each": amount(hours_needed(1, step.contacts, step.contact_minutes)),
        "hours": amount(hours),
        "capacity": amount(step.capacity),
    }


def _by_words(plan: Plan, most: float) -> dict[str, str]:
    """The same sum where it is told in words: a time for each, how many there are, all the time."""
    niche = plan.niche
    told = [quantities(text) for text in (niche.customisation, niche.narrow_resources)]
    for each in map(_effort, _for_each(niche)):
        if not each.unit:
            continue
        known = [other for text in told for other in map(_effort, text) if other.unit == each.unit]
        count = _customers(plan, [other for text in told for other in text], each.unit)
        needed = each.amount * (count or 0)  # a text that tells the sum as well has not the time
        there = [other.amount for other in known if abs(other.amount - needed) > needed / 100]
        most_time = max(there, default=0.0)
        if count and each.amount < most_time < each.amount * count / most:
            return {
                "customers": amount(count),
                "each": amount(each.amount),
                "hours": amount(each.amount * count),
                "capacity": amount(most_time),
            }
    return {}


def _for_each(niche: Niche) -> Iterator[Quantity]:
    """The figures of what is made for each customer, in a sentence that says "each"."""
    for sentence in _SENTENCE.split(niche.customisation):
        if _EACH.search(sentence):
            yield from quantities(sentence)


def _effort(figure: Quantity) -> Effort:
    if figure.sort is Sort.TIME and figure.unit in _HOURS:
        return Effort(figure.value * _HOURS[figure.unit], "hour")
    known = figure.sort in (Sort.TIME, Sort.COUNT)
    return Effort(figure.value, figure.unit if known else "")


def _customers(plan: Plan, told: list[Quantity], unit: str) -> float | None:
    """How many customers there are: by the text, else by the plan's own figures."""
    counts = [
        each.value
        for each in told
        if each.sort is Sort.COUNT and each.unit != unit and each.value > _MANY
    ]
    if counts:
        return max(counts)
    service = plan.differentiation.service_customers
    return customers(plan.niche) if service is None else service
