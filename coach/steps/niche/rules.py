"""What the coach flags in this step."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from coach.coaching.hollow import narrows_nothing
from coach.coaching.language import Reader, akin, overlap
from coach.coaching.markets import (
    no_niche,
    only_demographic,
    unbounded,
    whole_market,
)
from coach.coaching.pieces import near
from coach.coaching.placed import market_of_a_place
from coach.coaching.rule import Context, Hit, Rules
from coach.coaching.unsaid import (
    BETWEEN,
    unsaid,
)
from coach.figures import amount, money, percent
from coach.steps.niche.compared import no_candidate, same_group
from coach.steps.niche.model import FAMILIES, Candidate, Channel, Niche, Segment
from coach.steps.niche.nowhere import has_name, nowhere, passed_on
from coach.steps.niche.numbers import break_even, carry_ratio, customers, reachable, surplus
from coach.steps.niche.onward import leads_nowhere, shares_nothing
from coach.steps.niche.turned_away import (
    excludes_nobody,
    out_of_reach,
    takes_others,
    without_the_thing,
)
from coach.values import Claim

if TYPE_CHECKING:
    from coach.plan import Plan

rules = Rules("niche")

PEOPLE = frozenset(FAMILIES["demographic"])
TRAITS = 2
"""Variables from which on a choice of demographic ones alone is taken for a decision."""
CASES = 2
"""Cases counted from which on a source is not hearsay, whatever it is called."""
ONCE = frozenset({"one", "onc"})
"""Numbers in a message that say nothing of it: "one call", "ring us once"."""

_SUPPOSED = re.compile(
    r"\b(?:must|should|ought\s+to|has\s+to|have\s+to|could|might|may|will|would)\s+(?:\w+ly\s+)?be\b"
    r"|\b(?:looks?|sounds?|feels?|felt|seems?|seemed|appears?)\s+(?:like|right|about|so|as|to|that)\b"
    r"|\b(?:can.t|cannot|could\s?n.t|can\s+not|never|no\s+longer)\s+(?:\w+\s+)?(?:find|found|remember|"
    r"recall|know|say|prove|trace)\b|\b(?:forgot(?:ten)?|lost|mislaid|deleted|threw\s+away)\b"
    r"|\b(?:various|different|several|diverse)\s+(?:\w+\s+)?(?:sources|articles|forums|sites|websites|"
    r"reports|papers|blogs|posts|pages|studies)\b|\b(?:sources|articles|forums|sites|websites|reports|"
    r"papers|blogs|posts),?\s+(?:various|different|several|diverse)\b"
    r"|\b(?:liked?|chose|picked|invented|wished)\s+(?:best|most|the|a|it|one|this|that)\b",
    re.IGNORECASE,
)
"""A figure that somebody holds to be so, or whose source is gone: "must be about right"."""
HALF = 0.5
"""Share of a message's words that another has as well, for two groups with one need."""
MESSAGE = 2
"""Words of a message from which on it can be told apart from another."""


def judged(niche: Niche) -> list[Candidate]:
    """The chosen candidate; all of them while none is chosen."""
    return [niche.choice] if niche.choice else niche.candidates


def reached_channels(niche: Niche) -> bool:
    """True once the walk has come to the channels or beyond."""
    return any(each.name.strip() for each in niche.channels) or reached_size(niche)


def reached_size(niche: Niche) -> bool:
    """True once one of the size figures stands."""
    figures = (niche.count, niche.reach, niche.adoption, niche.price, niche.orders)
    return any(each is not None for each in (*figures, niche.unit_cost, niche.fixed_cost))


def claims(niche: Niche) -> Iterator[tuple[str, Claim]]:
    """Every claim of the step with its path."""
    for each in niche.candidates:
        yield f"niche.candidates.{each.id}.evidence", each.evidence
    yield "niche.count_claim", niche.count_claim


@rules("NI01", "start", "niche")
def a_whole_market(plan: "Plan", context: Context) -> Iterator[Hit]:
    """Who it is for is everybody, or a market without a second qualifier."""
    read, sold = context.read, f"{plan.start.offering}\n{plan.start.market}"
    for each in judged(plan.niche):
        who = each.who
        if words := (
            no_niche(who, read)
            or unbounded(who, read)
            or narrows_nothing(who, read, sold)
            or market_of_a_place(who, read, plan.start.market)
        ):
            yield Hit(f"niche.candidates.{each.id}.who", words)


@rules("NI02")
def only_age_and_income(niche: Niche, context: Context) -> Iterator[Hit]:
    """Only demographic variables are used."""
    for each in judged(niche):
        if only_demographic(each.who, context.read):
            yield Hit(f"niche.candidates.{each.id}.who", each.who.strip())
        elif len(each.variables) >= TRAITS and PEOPLE.issuperset(each.variables):
            yield Hit(f"niche.candidates.{each.id}.variables")
    for segment in niche.segments:
        unexplained = segment.message.strip() and not segment.need.strip()
        if unexplained and only_demographic(segment.name, context.read):
            yield Hit(f"niche.segments.{segment.id}.name", segment.name.strip())


@rules("NI04")
def too_few_compared(niche: Niche, context: Context) -> Iterator[Hit]:
    """A niche is chosen and too few that differ were compared."""
    named = [each for each in niche.candidates if each.name.strip() or each.who.strip()]
    apart = _apart(named, niche.chosen, context)
    if niche.choice and len(apart) < context.limit("fewest"):
        told = {"count": amount(len(apart)), "named": amount(len(named))}
        yield Hit("niche.candidates", values=told, say="alike" if len(named) > len(apart) else "")
    for each in named:
        if niche.choice and each is not niche.choice and _no_rival(each, context.read):
            yield Hit(f"niche.candidates.{each.id}.who", each.who.strip(), say="rival")


def _no_rival(candidate: Candidate, read: Reader) -> bool:
    """True where a candidate says of whom it consists no more than its broad name."""
    same = read.stems(candidate.who) <= read.stems(candidate.name)
    return same and bool(whole_market(candidate.who, read))


def _apart(candidates: list[Candidate], chosen: str, context: Context) -> list[Candidate]:
    """Those that say who they are, each group once: a second look at it is no comparison.

    The chosen one counts in any case; NI01 tells where it is nobody.
    """
    read, share, found = context.read, context.limit("overlap"), list[Candidate]()
    for each in sorted(candidates, key=lambda each: each.id):
        told = each.who.strip() or each.name
        if each.id != chosen and no_candidate(told, read):
            continue
        twice = (same_group(told, read, other.who, share) for other in found if other.who.strip())
        if not (each.who.strip() and any(twice)):
            found.append(each)
    return found


@rules("NI05")
def size_without_source(niche: Niche, context: Context) -> Iterator[Hit]:
    """The count is missing while its money is planned, or has no source."""
    read, claim = context.read, niche.count_claim
    if niche.count is None:
        for each in judged(niche):
            if words := read.first(each.who, "vague_sizes"):
                yield Hit(f"niche.candidates.{each.id}.who", words)
        if any(each is not None for each in (niche.adoption, niche.price, niche.fixed_cost)):
            yield Hit("niche.count")
        return
    moved_on = not claim.assumed or niche.reach is not None or niche.price is not None
    if not claim.source.strip():
        if moved_on:
            yield Hit("niche.count", format(Decimal(repr(niche.count)), "f").removesuffix(".0"))
    elif (read.only(claim.source, "sources") and not read.concrete(claim.source)) or (
        moved_on and _hearsay(claim, read)
    ):
        yield Hit("niche.count_claim.source", claim.source.strip())


def _hearsay(claim: Claim, read: Reader) -> bool:
    """True where nothing of a source can be looked up: no list, name, day or cases.

    What is told as a guess is one on any day, and whatever figure it began with.
    """
    source = claim.source
    denied = near(source, read, "absence", "counted", BETWEEN)
    guessed = unsaid(source, read) or read.has(source, "guessing")
    circle = {at for each in read.find(source, "own_circle") for at in (each.first, each.last)}
    counted = [each for each in read.find(source, "counted") if each.first not in circle]
    if len(counted) <= denied:
        if guessed:
            return True
        if (claim.points or 0) < CASES:
            return not read.names(source)
    if _SUPPOSED.search(source) and not read.concrete(source):
        return True
    alone = claim.date is None and (claim.points or 0) < CASES
    return alone and read.has(source, "unasked")


@rules("NI06")
def niche_cannot_carry(niche: Niche, context: Context) -> Iterator[Hit]:
    """An order costs more than it brings, or all reachable customers pay no fixed cost."""
    price, cost, ratio = niche.price, niche.unit_cost, carry_ratio(niche)
    if price is not None and cost is not None and price < cost:
        told = {
            "loss": money(cost - price, context.currency),
            "price": money(price, context.currency),
            "cost": money(cost, context.currency),
        }
        yield Hit("niche.unit_cost", values=told, say="loss")
    elif price is not None and price == cost and niche.fixed_cost:
        yield Hit("niche.unit_cost", values={"price": money(price, context.currency)}, say="even")
    elif ratio is not None and ratio > context.limit("most"):
        yield Hit(
            "niche.fixed_cost",
            values={"pool": amount(reachable(niche)), "needed": amount(break_even(niche))},
        )


@rules("NI21")
def loses_money(niche: Niche, context: Context) -> Iterator[Hit]:
    """The customers planned pay less than the fixed cost (ours; NI06 and NI07 ask of the niche)."""
    left = surplus(niche)
    ratio = carry_ratio(niche)
    if left is not None and left < 0 and ratio is not None and ratio <= 1:
        told = {
            "loss": money(-left, context.currency),
            "won": amount(customers(niche)),
            "needed": amount(break_even(niche)),
        }
        yield Hit("niche.adoption", values=told)


@rules("NI22")
def wins_nearly_everybody(niche: Niche, context: Context) -> Iterator[Hit]:
    """Half of those reached buy, or nearly all are reached (ours); not where each has a name."""
    if niche.count is None or niche.count <= context.limit("by_name"):
        return
    reach, share = niche.reach, niche.adoption
    if share is not None and share >= context.limit("share"):
        told = {"share": percent(share), "won": amount(customers(niche))}
        yield Hit("niche.adoption", values=told, say="" if customers(niche) else "share")
    if reach is not None and reach >= context.limit("reach"):
        told = {"reach": percent(reach), "count": amount(niche.count)}
        yield Hit("niche.reach", values=told, say="reach")


@rules("NI07")
def niche_carries_poorly(niche: Niche, context: Context) -> Iterator[Hit]:
    """Break-even takes a large share of the reachable customers."""
    ratio = carry_ratio(niche)
    if ratio is not None and context.limit("comfortable") < ratio <= context.limit("most"):
        yield Hit(
            "niche.fixed_cost",
            values={
                "needed": amount(break_even(niche)),
                "pool": amount(reachable(niche)),
                "share": percent(ratio * 100),
            },
        )


@rules("NI08")
def nowhere_to_meet(niche: Niche, context: Context) -> Iterator[Hit]:
    """No channel is a named place with a head-count."""
    named = [each for each in niche.channels if each.name.strip()]
    if any(_is_place(each, niche, context) and each.people for each in named):
        return
    vague = [each for each in named if not _is_place(each, niche, context)]
    for each in vague:
        yield Hit(f"niche.channels.{each.id}.name", each.name.strip())
    if reached_size(niche):
        if not named:
            yield Hit("niche.channels")
        for each in named:
            if each not in vague:
                yield Hit(f"niche.channels.{each.id}.people")


def _is_place(channel: Channel, niche: Niche, context: Context) -> bool:
    """True where a channel has a name, is of a known kind, or is called by a word of the niche.

    Where a pack knows no kinds, whatever is not in every mouth is a place.
    """
    read, name = context.read, channel.name
    if read.only(name, "generic_channels", "empty_talk") and not has_name(name, read):
        return False
    if read.knows("meeting_places") and nowhere(name, read):
        return False
    told = "\n".join(f"{each.name}\n{each.who}\n{each.need}" for each in niche.candidates)
    known = not read.knows("meeting_places") or read.has(name, "meeting_places")
    known = known or read.has_figure(name) or has_name(name, read) or passed_on(name)
    return known or read.share(name, told, "generic_channels")


@rules("NI15", "start", "niche")
def nobody_excluded(plan: "Plan", context: Context) -> Iterator[Hit]:
    """Nobody is turned away, or nobody who would have come."""
    niche, read, told = plan.niche, context.read, plan.niche.exclusion
    if not told.strip():
        if niche.choice and reached_channels(niche):
            yield Hit("niche.exclusion")
        return
    meant = [text for each in judged(niche) for text in (each.who, each.name)]
    served = "\n".join([plan.start.offering, *meant])
    if (
        excludes_nobody(told, read, served)
        or without_the_thing(told, served, read)
        or out_of_reach(told, "\n".join([plan.start.market, *meant]), read)
        or any(map(takes_others, [*meant, niche.scope]))
    ):
        yield Hit("niche.exclusion", told.strip())


@rules("NI16", "start", "niche")
def no_neighbours(plan: "Plan", context: Context) -> Iterator[Hit]:
    """No adjacent niche to grow into or to leave for."""
    niche = plan.niche
    if not niche.neighbours.strip():
        if niche.choice and reached_channels(niche):
            yield Hit("niche.neighbours")
    elif leads_nowhere(niche.neighbours, context.read, *_told_around(plan)):
        yield Hit("niche.neighbours", niche.neighbours.strip())
    named = [each for each in niche.adjacent if each.name.strip()]
    if named and all(shares_nothing(each, context.read) for each in named):
        yield Hit("niche.adjacent", named[0].name.strip())


def _told_around(plan: "Plan") -> tuple[str, str]:
    """What is said of the chosen group, and of it with its need, its offer and its channels."""
    niche = plan.niche
    group = "\n".join(f"{each.name}\n{each.who}" for each in judged(niche))
    rest = [plan.start.offering, niche.situation, niche.trigger, niche.user, niche.payer]
    rest += [each.need for each in judged(niche)]
    rest += [each.name for each in niche.channels]
    return group, "\n".join([group, *rest])


@rules("NI17")
def segments_treated_alike(niche: Niche, context: Context) -> Iterator[Hit]:
    """Too many micro-segments, or two that hear the same."""
    named = [each for each in niche.segments if each.name.strip() or each.message.strip()]
    if len(named) > context.limit("most"):
        yield Hit("niche.segments", values={"count": amount(len(named))})
    heard: list[tuple[frozenset[str], Segment]] = []
    for each in sorted(named, key=lambda each: each.id):
        stems = context.read.stems(each.message)
        if len(stems) < MESSAGE:
            continue
        for known, other in heard:
            if _told_alike(known, stems, context) or _meant_alike(each, other, context):
                told = {"other": f"“{other.name.strip()}”" if other.name.strip() else "another one"}
                yield Hit(f"niche.segments.{each.id}.message", each.message.strip(), told)
                break
        heard.append((stems, each))


def _meant_alike(one: Segment, other: Segment, context: Context) -> bool:
    """True where two groups have one need, and half of the shorter message is in the other."""
    read = context.read
    needs = read.stems(one.need), read.stems(other.need)
    if not all(needs) or overlap(*needs) <= context.limit("overlap"):
        return False
    told = (read.families(read.stems(each.message), "said_alike") for each in (one, other))
    few, many = sorted((read.families(each, "synonyms") for each in told), key=len)
    return len(few) >= MESSAGE and len(akin(few, many)) >= HALF * len(few)


def _told_alike(one: frozenset[str], other: frozenset[str], context: Context) -> bool:
    """True where two messages share most words, or the shorter's most in other words."""
    if overlap(one, other) > context.limit("overlap"):
        return True
    told = (context.read.families(each - ONCE, "said_alike") for each in (one, other))
    few, many = sorted(told, key=len)
    return len(few) > MESSAGE and len(few & many) > context.limit("covered") * len(few)
