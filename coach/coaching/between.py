"""Rules that hold two answers of different steps against each other, word by word."""

import re
from collections.abc import Iterator

from coach.coaching.agreement import steps
from coach.coaching.alike import alike
from coach.coaching.groups import head
from coach.coaching.language import Reader, akin, words
from coach.coaching.rule import Context, Hit, Rules
from coach.plan import Plan
from coach.steps.differentiation.model import Type
from coach.steps.niche.model import Niche
from coach.steps.risk.model import ShareKind
from coach.steps.risk.rules import described, told_of

rules = Rules()

COMMON = ("any_need", "everyone", "broad", "group_words")
"""Words that two needs may share by chance."""

_ITEM = re.compile(r"[,;:.\n]\s|;|\b(?:and|or|as well as|plus)\b")
_SENTENCE = re.compile(r"[.;\n]")
MOST = 40
"""Groups of one answer that are compared with those of another."""


@rules("RE19", *steps("RE19"))
def pains_of_something_else(plan: Plan, context: Context) -> Iterator[Hit]:
    """No pain, job or gain of the value step says a word of the chosen niche's need."""
    choice, value, read = plan.niche.choice, plan.value, context.read
    pains = [each for each in value.pains if each.what.strip()]
    if choice is None or len(pains) < context.limit("pains"):
        return
    if len(read.stems(choice.need, *COMMON)) < context.limit("words"):
        return
    told = [value.job, value.gain, value.push, value.statement.need]
    told += [*(each.what for each in value.jobs), *(each.what for each in value.gains)]
    told += [part for each in pains for part in (each.what, each.cost, each.relief)]
    if not read.share(choice.need, "\n".join(told), *COMMON):
        first = min(pains, key=lambda each: (-(each.importance or 0), each.what))
        values = {"need": choice.need.strip(), "field": context.label("niche.candidates.need")}
        yield Hit(f"value.pains.{first.id}.what", first.what.strip(), values)


@rules("RE20", *steps("RE20"))
def another_alternative(plan: Plan, context: Context) -> Iterator[Hit]:
    """What the offer is held against is none of the alternatives that were looked at."""
    read, statement, sentence = context.read, plan.value.statement, plan.niche.sentence
    named = [each for each in plan.value.alternatives if each.name.strip()]
    named = [each for each in named if not read.has(each.name, "no_rivals")]
    if len(named) < context.limit("fewest"):
        return
    told = "\n".join(f"{each.name}\n{each.falls_short}\n{each.does_well}" for each in named)
    for path, text in (
        ("value.statement.alternative", statement.alternative),
        ("niche.sentence.alternative", sentence.alternative),
    ):
        nothing = ("doing_nothing", "nothing")
        if not read.stems(text, *nothing) or read.has(text, *nothing):
            continue
        if not read.share(text, told):
            yield Hit(path, text.strip(), {"field": context.label("value.alternatives")})


@rules("RE21", *steps("RE21"))
def growing_into_the_excluded(niche: Niche, context: Context) -> Iterator[Hit]:
    """A group that is turned away is a neighbour to grow into, or a part of the niche."""
    read = context.read
    parts = dict.fromkeys(each.strip() for each in _ITEM.split(niche.exclusion))
    turned_away = [part for part in parts if read.stems(part)][:MOST]
    if read.has(niche.exclusion, "for_now"):
        return
    neighbours = list(dict.fromkeys(_groups(niche.neighbours)))[:MOST]
    grown = [("niche.neighbours", each) for each in neighbours]
    grown += [(f"niche.adjacent.{each.id}.name", each.name) for each in niche.adjacent]
    grown += [(f"niche.segments.{each.id}.name", each.name) for each in niche.segments]
    told: set[str] = set()
    for path, text in grown:
        for each in turned_away if text.strip() not in told else ():
            if _same(text, each, niche, context):
                told.add(text.strip())
                values = {"excluded": each.strip(), "field": context.label("niche.exclusion")}
                yield Hit(path, text.strip(), values)
                break


def _same(group: str, excluded: str, niche: Niche, context: Context) -> bool:
    """True where two texts name one group, and not by words that all customers are told with.

    Where one says no more than a single word, it must be the word for the people.
    """
    read, people = context.read, words(head(group))
    if not people or not alike(group, excluded, read, context.limit("alike")):
        return False
    told = read.stems(excluded)
    if len(told) == 1:
        return people[-1].stem in told
    return _meet(_own(group, niche, read), _own(excluded, niche, read))


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(akin(one, other))


def _groups(text: str) -> list[str]:
    """The groups that a text on neighbours names: what stands before each colon or comma."""
    return [re.split(r"[:,(–—]", each)[0].strip() for each in _SENTENCE.split(text)]


@rules("RE22", *steps("RE22"))
def way_in_without_a_share(plan: Plan, context: Context) -> Iterator[Hit]:
    """Most customers come through one channel, and no share and no risk is about it."""
    channels = [each for each in plan.niche.channels if each.name.strip()]
    known = [each.people for each in channels if each.people]
    if not channels or len(known) < len(channels) or not plan.risk.shares:
        return
    first = max(channels, key=lambda each: (each.people or 0, each.name))
    percent = 100 * (first.people or 0) / sum(known)
    if percent <= context.limit("most"):
        return
    ways = (ShareKind.CHANNEL, ShareKind.PLATFORM)
    shares = [each.name for each in plan.risk.shares if each.kind in ways]
    if any(alike(each, first.name, context.read, 1) for each in shares if each.strip()):
        return
    told = [*shares, *map(told_of, described(plan.risk))]
    if not _names(told, first.name, plan, context.read):
        values = {"percent": f"{percent:.0f}", "field": context.label("niche.channels")}
        yield Hit("risk.shares", first.name.strip(), values)


def _names(told: list[str], name: str, plan: Plan, read: Reader) -> bool:
    """True where ``told`` has a word of ``name``, other than those that name the customers."""
    return _meet(_own(name, plan.niche, read), read.stems("\n".join(told)))


def _own(name: str, niche: Niche, read: Reader) -> frozenset[str]:
    """The words of ``name`` that are not those of the niche's own customers, if it has any."""
    choice = niche.choice
    customers = read.stems(f"{choice.name}\n{choice.who}") if choice else frozenset()
    told = read.stems(name, *COMMON)
    return told - customers or told or read.stems(name)


@rules("RE23", *steps("RE23"), "differentiation")
def next_door_without_a_risk(plan: Plan, context: Context) -> Iterator[Hit]:
    """A specialist means to move into the next niche, and no risk speaks of growing."""
    named = [each.name for each in plan.niche.adjacent if each.name.strip()]
    known = described(plan.risk)
    if plan.differentiation.primary is not Type.NICHE or not named:
        return
    if len(known) < context.limit("fewest"):
        return
    read, told = context.read, [told_of(each) for each in known]
    theirs = _own("\n".join(named), plan.niche, read)
    if any(read.has(text, "risk_scaling") or theirs & read.stems(text) for text in told):
        return
    yield Hit("risk.risks", min(named).strip(), {"field": context.label("niche.adjacent")})
