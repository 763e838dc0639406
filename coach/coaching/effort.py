"""Whether there is time to make each customer an offer of their own."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from coach.coaching.hands_told import hours_of_all, is_staff, spoken
from coach.coaching.quantities import Quantity, Sort
from coach.coaching.quantities import quantities as figures_of
from coach.coaching.rule import Context, Hit, Rules
from coach.figures import amount
from coach.plan import Plan
from coach.steps.differentiation.detail import hours_needed
from coach.steps.differentiation.model import Type
from coach.steps.niche.model import Niche, Rung
from coach.steps.niche.numbers import customers

rules = Rules()

_EACH = re.compile(
    r"\b(?:each|every|per|apiece|no two|for (?:this|that|the) one|one by one|made to measure|"
    r"one (?:\w+ )?at a time|from (?:scratch|zero|nothing|an? (?:empty|blank|white|clean) \w+)|"
    r"afresh|anew|bespoke|tailor-?made|individually|one-offs?|custom-(?:made|built)|"
    r"of (?:his|her|its|their) own|personally|for (?:him|her|them) alone)\b"
    r"|\b(?:no|none|nobody)\b[^.;]{0,40}\b(?:another|the next|others?|somebody else|same|alike)\b",
    re.IGNORECASE,
)
"""What is made for one customer at a time: "no learner gets what another had"."""
_FOR_ALL = re.compile(
    r"\b(?:once|took|all|everybody|everyone|common|shared|same|templates?|ready|beforehand|"
    r"in advance|set-?up|one (?:form|program|course|model|size))\b",
    re.IGNORECASE,
)
"""What takes its time for all customers together, or was done before they came."""
_SENTENCE = re.compile(r"[.;\n](?!\d)")
ROUNDED = 50
"""A sum is told within a fiftieth of what it comes to."""
_MANY = 2
"""Up to here a number in the text is rather of founders than of customers: "the two of us"."""

_HOURS = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0}
_SITTINGS = {
    "even": 3.0,
    "evening": 3.0,
    "afternoon": 4.0,
    "morn": 4.0,
    "morning": 4.0,
    "night": 8.0,
    "weekend": 16.0,
}
"""The working hours of a sitting, by the stem of its word."""
_WORK = {
    **_HOURS,
    **_SITTINGS,
    "day": 8.0,
    "shift": 8.0,
    "weekend": 16.0,
    "week": 40.0,
    "month": 160.0,
}
"""The working hours of a time (ours)."""
_A_YEAR = {"week": 46, "month": 12, "quarter": 4}
"""How often a working year has it."""
_RHYTHM = re.compile(r"\b(?:in\s+an?|per|each|every|and)\s+(week|month|quarter)\b", re.IGNORECASE)
_OF_US = re.compile(r"\s*of\s+us\b", re.IGNORECASE)
_LASTING = re.compile(
    r"\s*(?:(?:an?|per|each|every|in the|this)\s+\w+\s+)?(?:of|at|with|for|x|×|\*)\s+",
    re.IGNORECASE,
)
"""Between a number of sittings and how long each lasts: "70 evenings a season of …"."""
_HALF_OF = re.compile(r"\bhalf\s+(?:of\s+)?an?\b", re.IGNORECASE)
_HALF = 0.5


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
    made = plan.niche.customisation.strip()
    if values:
        yield Hit("niche.rung", values=values)
    elif told := _by_words(plan, context.limit("most")):
        yield Hit("niche.customisation", made, told, say="told")
    elif told := _by_hands(plan, context.limit("most")):
        yield Hit("niche.customisation", made, told, say="hands")


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
    told = [_figures(text) for text in (niche.customisation, niche.narrow_resources)]
    figures = _for_each(niche)
    efforts = [_effort(each) for each in figures]
    for figure, each in zip(figures, efforts, strict=True):
        if not each.unit or (not figure.per and _sum_of(each, efforts, plan, told)):
            continue
        known = [other for text in told for other in map(_effort, text) if other.unit == each.unit]
        count = _customers(plan, [other for text in told for other in text], each.unit)
        needed = each.amount * (count or 0)  # a text that tells the sum as well has not the time
        there = [other.amount for other in known if abs(other.amount - needed) > needed / 100]
        there += _in_sittings(niche.narrow_resources) if each.unit == "hour" else []
        most_time = max(there, default=0.0)
        if count and each.amount < most_time < each.amount * count / most:
            return _told(count, each.amount, most_time)
    return _in_a_year(plan, most)


def _sum_of(
    one: Effort, efforts: list[Effort], plan: Plan, told: list[tuple[Quantity, ...]]
) -> bool:
    """True where ``one`` is the time for all, told beside that for each: "130 are 87 hours"."""
    count = _customers(plan, [each for text in told for each in text], one.unit) or 0
    return any(
        abs(each.amount * count - one.amount) <= one.amount / ROUNDED
        for each in efforts
        if each is not one and each.unit == one.unit
    )


def _in_sittings(text: str) -> list[float]:
    """The hours of so many sittings of so long: "two of us, 70 evenings of four hours"."""
    text = spoken(text)
    told = _figures(text)
    people = max((each.value for each in told if _OF_US.match(text, each.end)), default=1.0)
    return [
        sittings.value * length.value * _HOURS[length.unit] * people
        for sittings, length in pairwise(told)
        if length.unit in _HOURS
        and sittings.unit not in _HOURS
        and _LASTING.fullmatch(text[sittings.end : length.start])
    ]


def _in_a_year(plan: Plan, most: float) -> dict[str, str]:
    """The sum in working hours of a year, where the two times are told in different units.

    A time for each without a rhythm is needed once; all the time there is counts by the year.
    """
    niche = plan.niche
    per, times = _rhythm(niche.narrow_resources), _A_YEAR.get(_rhythm(niche.customisation), 1)
    there = [
        hours * _A_YEAR.get(each.per or per, 1)
        for each in _figures(niche.narrow_resources)
        if (hours := _working(each))
    ]
    part = _HALF if _HALF_OF.search(niche.customisation) else 1.0
    needed = [hours * part * times for each in _for_each(niche) if (hours := _working(each))]
    count = _customers(plan, _counts(niche), "")
    if not there or not needed or not count:
        return {}
    each, most_time = min(needed), max(there)
    return _told(count, each, most_time) if each < most_time < each * count / most else {}


def _by_hands(plan: Plan, most: float) -> dict[str, str]:
    """The same sum against all that those have who are named, where no time of theirs is told."""
    niche = plan.niche
    if any(map(_working, _figures(niche.narrow_resources))):
        return {}
    needed = [hours for each in _for_each(niche) if (hours := _working(each))]
    there = hours_of_all(niche.narrow_resources)
    count = _customers(plan, _counts(niche), "")
    if not needed or not there or not count or min(needed) * count * most <= there:
        return {}
    return _told(count, min(needed), there)


def _counts(niche: Niche) -> list[Quantity]:
    """The figures that may count customers: neither times nor those who do the work."""
    there = spoken(niche.narrow_resources)
    told = [each for each in figures_of(there) if not is_staff(there, each)]
    return [each for each in (*_figures(niche.customisation), *told) if not _working(each)]


def _figures(text: str) -> tuple[Quantity, ...]:
    """The figures of ``text``, times without a number among them."""
    return figures_of(spoken(text))


def _rhythm(text: str) -> str:
    """The week, month or quarter in which something comes again; empty where none is told."""
    found = _RHYTHM.search(text)
    return found[1].casefold() if found else ""


def _told(count: float, each: float, capacity: float) -> dict[str, str]:
    return {
        "customers": amount(count),
        "each": amount(each),
        "hours": amount(each * count),
        "capacity": amount(capacity),
    }


def _working(figure: Quantity) -> float:
    """How many working hours a figure tells; 0 where it is no time."""
    if figure.sort is Sort.TIME or (figure.sort is Sort.COUNT and figure.unit in _SITTINGS):
        return figure.value * _WORK.get(figure.unit, 0)
    return 0.0


def _for_each(niche: Niche) -> list[Quantity]:
    """The figures of what is made for each customer, in a sentence that says "each".

    Where those have no time, the sentences after them tell it: "each by hand. It takes a week".
    Where none says "each", a time is one customer's that is not told to be for all.
    """
    parts = _SENTENCE.split(spoken(niche.customisation))
    told = [each for part in parts if _EACH.search(part) for each in figures_of(part)]
    if any(map(_working, told)):
        return told
    return [each for part in parts if not _FOR_ALL.search(part) for each in figures_of(part)]


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
