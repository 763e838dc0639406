"""Rules that hold the figures of one step against those of another."""

import re
from collections.abc import Iterator
from math import isinf

from coach.coaching.agreement import steps
from coach.coaching.language import Reader, stem
from coach.coaching.quantities import Sort, of_sort
from coach.coaching.rule import Context, Hit, Rules
from coach.coaching.sums_told import Kind, figures
from coach.figures import amount, percent
from coach.plan import Plan
from coach.steps.differentiation.detail import customers_needed, margin, planned, volume_change
from coach.steps.differentiation.model import Type
from coach.steps.niche.worth import goal_share, held

rules = Rules()


@rules("DI03", "niche", "differentiation")
def cut_too_deep(plan: Plan, context: Context) -> Iterator[Hit]:
    """Cost leads, and the price cut needs more customers than the niche has (M4)."""
    step = plan.differentiation
    if step.primary is not Type.COST:
        return
    price, cost, change = step.cost_price, step.cost_ours, step.cost_change
    if price is None or cost is None or change is None:
        yield from _thinner_margin(step.cost_source, context)
        yield from _more_than_there_are(plan, context)
        return
    share = margin(price, cost)
    if share is None or change >= 0:
        return
    path, needed = "differentiation.cost_change", volume_change(change, share)
    if isinf(needed):
        yield Hit(path, values={"cut": percent(-change), "margin": percent(share)}, say="never")
        return
    niche = planned(plan)
    if niche is None or niche[0] <= 0:
        return
    now, most = niche
    if customers_needed(now, price, cost, change) > most:
        values = {
            "cut": percent(-change),
            "needed": percent(needed),
            "room": percent(100 * (most - now) / now),
        }
        yield Hit(path, values=values)


def _thinner_margin(text: str, context: Context) -> Iterator[Hit]:
    """The price is low because less is kept, and no figure says that it can be borne."""
    read = context.read
    if not read.has(text, "thin_margin") or read.concrete(text):
        return
    if not read.has(text, "structure") and not read.apart(text, "denials", "thin_margin"):
        path = "differentiation.cost_source"
        yield Hit(path, read.quote(text, "thin_margin"), say="thin")


def _more_than_there_are(plan: Plan, context: Context) -> Iterator[Hit]:
    """A text says itself that the price asks for more buyers than there are, or tells the cut."""
    for key in ("cost_source", "reason"):
        for sentence in re.split(r"(?<=[.!?])\s+", getattr(plan.differentiation, key).strip()):
            if _too_many(sentence, context.read) or _told_too_deep(sentence, plan):
                yield Hit(f"differentiation.{key}", sentence, say="told")


_CUT = re.compile(
    r"\b(?P<below>\d{1,2})\s?(?:%|per\s?cent|of\s+(?:a|every|each)\s+hundred)\s+"
    r"(?:below|under|off|less|cheaper|lower|down)\b"
    r"|\b(?:knock|take|cut|strike|shave)s?\s+off\s+(?P<off>\d{1,2})\s?"
    r"(?:%|per\s?cent|of\s+(?:a|every|each)\s+hundred)",
    re.IGNORECASE,
)
"""A price told as a cut from another: "40 percent below the sailmaker's"."""


def _told_too_deep(sentence: str, plan: Plan) -> bool:
    """True where the niche cannot hold the buyers that a cut told in ``sentence`` asks for (M4)."""
    told, niche, room = _CUT.search(sentence), plan.niche, planned(plan)
    if told is None or room is None or not niche.price or niche.unit_cost is None:
        return False
    change = -float(told["below"] or told["off"])
    before = niche.price / (1 + change / 100)
    return customers_needed(room[0], before, niche.unit_cost, change) > room[1] > 0


_MORE_THAN = re.compile(
    r"\bmore\s+(?:[\w’']+\s+){1,3}than\s+(?:[\w’']+\s+){1,5}"
    r"(?:has|have|holds?|exists?|lives?|buys?|sells?|ships?|needs?)\b"
    r"|\btimes\s+as\s+many\s+[^,.;]{3,60}\s+as\s+\w+",
    re.IGNORECASE,
)


CLOSE = 20
"""Characters between "there are" and a figure up to which it says how many there are."""


def _too_many(sentence: str, read: Reader) -> bool:
    """True where ``sentence`` needs more than it says there is: in words, or by two figures."""
    must, there_are = read.find(sentence, "must_sell"), read.find(sentence, "there_are")
    never = read.has(sentence, "than_exist") or _MORE_THAN.search(sentence)
    if never or not must:
        return bool(must)
    start = must[0].end
    counts = [each for each in figures(sentence) if each.kind is Kind.COUNT]
    needed = [each for each in counts if each.start >= start and each.noun]
    there = [
        each.value
        for each in counts
        if each not in needed[:1] and any(0 < each.start - word.end < CLOSE for word in there_are)
    ]
    return bool(needed and there) and needed[0].value > max(there)


@rules("RE14", *steps("RE14"))
def goal_leaves_the_niche(plan: Plan, context: Context) -> Iterator[Hit]:
    """The goal needs more customers than the niche holds by then; so may one told elsewhere."""
    niche = plan.niche
    share, pool = goal_share(niche), held(niche)
    values = {
        "goal": amount(niche.goal),
        "held": amount(pool),
        "count": context.label("niche.count"),
        "reach": context.label("niche.reach"),
    }
    if share is not None and share > context.limit("percent"):
        yield Hit("niche.goal", values=values)
    if not pool or niche.choice is None:
        return
    called = context.read.stems(f"{niche.choice.name}\n{niche.choice.who}")
    most = pool * context.limit("percent") / 100
    for path, goal in _goals(plan, called):
        if goal > most:
            yield Hit(path, values={**values, "goal": amount(goal)}, say="told")


def _goals(plan: Plan, called: frozenset[str]) -> Iterator[tuple[str, float]]:
    """The numbers of customers in the line to stop at, and in the measures, with their paths.

    ``called`` are the stems of what customers are called: "900 cafés", not "900 orders".
    """
    told = [each.value for each in of_sort(plan.risk.kill, Sort.COUNT) if each.unit in called]
    if told:
        yield "risk.kill", max(told)
    for each in plan.review.measures:
        if each.target is not None and stem(each.unit.strip()) in called:
            yield f"review.measures.{each.id}.target", each.target
