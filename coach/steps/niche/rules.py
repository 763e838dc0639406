"""What the coach flags in this step."""

import re
from collections.abc import Iterator
from decimal import Decimal

from coach.coaching.groups import no_niche, only_demographic, unbounded, whole_market
from coach.coaching.language import Reader, akin, families, overlap, words
from coach.coaching.pieces import near
from coach.coaching.rule import Context, Hit, Rules
from coach.coaching.unsaid import (
    BETWEEN,
    asks_back,
    comes_later,
    own_voice,
    tautology,
    unsaid,
)
from coach.figures import amount, money, percent
from coach.steps.niche.model import FAMILIES, Candidate, Channel, Neighbour, Niche, Segment
from coach.steps.niche.numbers import break_even, carry_ratio, customers, reachable, surplus
from coach.values import Claim

rules = Rules("niche")

PEOPLE = frozenset(FAMILIES["demographic"])
TRAITS = 2
"""Variables from which on a choice of demographic ones alone is taken for a decision."""
CASES = 2
"""Cases counted from which on a source is not hearsay, whatever it is called."""
STRANGE = 2
"""Differences of a neighbour ("another craft, other doors") that leave nothing shared."""

ONCE = frozenset({"one", "onc"})
"""Numbers in a message that say nothing of it: "one call", "ring us once"."""

EXCEPTED = 24
"""Characters after "nothing in common" in which "but" takes something out again."""

TWICE = 3
"""Words of the chosen group, and of no other, from which on a neighbour is the group itself."""

REFUSED = 5
"""Words between "not" and "turn away" in one breath: "we would not like to turn anybody away"."""

DEFERRED = ("denials", "absence", "put_off", "undecided", "not_now")
"""Words without which an answer is short rather than put off."""

_EITHER = re.compile(r",?\s*\b(?:with(?: \w+)? or without|or (?:without|not))\b", re.IGNORECASE)
"""Both sides of a difference, which thus excludes nobody: "with a garden or without"."""
_NONE_TOO = re.compile(
    r"\b(?:nobody|no[ -]one|none|no\s+\w+)\b(?:\s+\w+){1,3}?\s+too\s+\w+", re.IGNORECASE
)
"""Nobody is out of bounds: "no order is too small"."""
_SENT = re.compile(
    r"\b(?:send|turn|drive|chase|push|keep|sent|turned)(?:ing)?\s+(?:[\w']+\s+){0,4}away\b"
    r"|\b(?:shut|close|slam|lock|bar)(?:ting|ing)?\s+(?:[\w']+\s+){0,3}(?:door|gate|shop)s?\b"
    r"|\b(?:refuse|reject|exclude|decline|turn\s+down|say\s+no|leave\s+out|rule\s+out)\b",
    re.IGNORECASE,
)
"""Sending somebody away, which a denial takes back: "no heart to send one away"."""
_ON_TERMS = re.compile(
    r"\s*(?:if|whoever|as long as|so long as|provided|once|when)\b", re.IGNORECASE
)
"""On what terms somebody is served: "if it has legs, we will sell to it"."""
_WHOLLY = re.compile(
    r"\b(?:wholly|totally|completely|entirely|altogether|quite|very|brand)[ -]"
    r"(?:new|different|other|strange|foreign|unlike)",
    re.IGNORECASE,
)
"""Another group that is strange in every way."""
_COME = re.compile(
    r"\s*(?:bring|come|send|call|ring|write|order|just|pay|if|as long as)\b", re.IGNORECASE
)
"""A word to the customer: "bring what has wheels"."""
_ANY = re.compile(r"\b(?:any|every|each|all(?: kinds of| sorts of)?)\s+\w+", re.IGNORECASE)

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


@rules("NI01")
def a_whole_market(niche: Niche, context: Context) -> Iterator[Hit]:
    """Who it is for is everybody, or a market without a second qualifier."""
    for each in judged(niche):
        read = context.read
        if words := no_niche(each.who, read) or unbounded(each.who, read):
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
    apart = _apart(named, context)
    if niche.choice and len(apart) < context.limit("fewest"):
        yield Hit("niche.candidates", values={"count": amount(len(apart))})
    for each in named:
        if niche.choice and each is not niche.choice and _no_rival(each, context.read):
            yield Hit(f"niche.candidates.{each.id}.who", each.who.strip(), say="rival")


def _no_rival(candidate: Candidate, read: Reader) -> bool:
    """True where a candidate says of whom it consists no more than its broad name."""
    same = read.stems(candidate.who) <= read.stems(candidate.name)
    return same and bool(whole_market(candidate.who, read))


def _apart(candidates: list[Candidate], context: Context) -> list[Candidate]:
    """Those that say who they are, each group once: a second look at it is no comparison."""
    read, found = context.read, list[Candidate]()
    for each in sorted(candidates, key=lambda each: each.id):
        told = each.who.strip() or each.name
        if not words(told) or not read.left(told, "placeholders"):
            continue
        stems = read.stems(told)
        twice = (
            overlap(stems, read.stems(other.who)) > context.limit("overlap")
            for other in found
            if each.who.strip()
        )
        if not any(twice):
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
    denied = near(claim.source, read, "absence", "counted", BETWEEN)
    guessed = unsaid(claim.source, read) or read.has(claim.source, "guessing")
    if len(read.find(claim.source, "counted")) <= denied:
        if guessed:
            return True
        if claim.date is None and (claim.points or 0) < CASES:
            return not read.names(claim.source)
    alone = claim.date is None and (claim.points or 0) < CASES
    return alone and read.has(claim.source, "unasked")


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
    if read.only(name, "generic_channels"):
        return False
    told = "\n".join(f"{each.name}\n{each.who}\n{each.need}" for each in niche.candidates)
    known = not read.knows("meeting_places") or read.has(name, "meeting_places")
    return known or read.concrete(name) or read.share(name, told, "generic_channels")


@rules("NI15")
def nobody_excluded(niche: Niche, context: Context) -> Iterator[Hit]:
    """Nobody is turned away."""
    if not niche.exclusion.strip():
        if niche.choice and reached_channels(niche):
            yield Hit("niche.exclusion")
    elif _excludes_nobody(niche.exclusion, context.read):
        yield Hit("niche.exclusion", niche.exclusion.strip())


def _excludes_nobody(text: str, read: Reader) -> bool:
    """True where ``text`` puts the choice off, denies it, or takes on whoever comes."""
    text = _EITHER.sub("", text)
    if read.says_nothing(text) or asks_back(text) or comes_later(text) or tautology(text):
        return True
    excepted, refused = read.has(text, "exceptions"), read.has(text, "refusing")
    if _SENT.search(text) and read.has(text, "denying") and read.has(text, "us"):
        return not excepted
    taken = read.has(text, "welcoming")
    if (own_voice(text) or _COME.match(text)) and not refused and not read.names(text):
        return True
    if _ON_TERMS.match(text) and taken and not refused and not read.names(text):
        return True
    if read.concrete(text):
        return False
    if read.empty(text, "excluding", "any_customer", "takes_all"):
        return True
    lists = ("excluding", "any_customer", "takes_all", "not_now", "wishes", "light_verbs")
    if read.empty(text, *lists) and read.has(text, *DEFERRED, "any_customer"):
        return True
    if _NONE_TOO.search(text):
        return True
    named = read.has(text, "any_customer")
    if named and near(text, read, "denials", "excluding", REFUSED):
        return not excepted
    return (named or _ANY.search(text) is not None) and taken and not refused


@rules("NI16")
def no_neighbours(niche: Niche, context: Context) -> Iterator[Hit]:
    """No adjacent niche to grow into or to leave for."""
    if not niche.neighbours.strip():
        if niche.choice and reached_channels(niche):
            yield Hit("niche.neighbours")
    elif _leads_nowhere(niche.neighbours, niche, context.read):
        yield Hit("niche.neighbours", niche.neighbours.strip())
    named = [each for each in niche.adjacent if each.name.strip()]
    if named and all(_shares_nothing(each) for each in named):
        yield Hit("niche.adjacent", named[0].name.strip())


def _no_other(text: str, niche: Niche, read: Reader) -> bool:
    """True where ``text`` names nobody but the chosen group: "dentists first, then we'll see"."""
    told = "\n".join(f"{each.name}\n{each.who}" for each in judged(niche))
    own = {word.stem for word in words(told)}
    lists = ("nothing", *DEFERRED, "empty_talk", "customer_words", "staying", "light_verbs", "us")
    names = [word for word in words(text) if word.text in read.names(text)]
    if any(word.stem not in own for word in names) or any(word.number for word in words(text)):
        return False
    said = [word.stem for word in read.left(text, *lists)]
    put_off = read.has(text, *DEFERRED, "staying")
    return len(akin(said, own)) == len(said) and (put_off or len(said) >= TWICE)


def _leads_nowhere(text: str, niche: Niche, read: Reader) -> bool:
    """True where no second niche is meant, or one that is strange in every way."""
    if read.says_nothing(text) or asks_back(text) or read.empty(text, "customer_words"):
        return True
    if _no_other(text, niche, read):
        return True
    if read.has(text, "ending") or _strange(text, read):
        return True
    if read.has(text, "alike"):
        return False
    if comes_later(text) or _WHOLLY.search(text):
        return True
    return read.has(text, "staying") or len(read.find(text, "unlike")) >= STRANGE


def _strange(text: str, read: Reader) -> bool:
    """True where nothing is shared, and nothing is taken out again: "nothing but the register"."""
    return any(
        not read.find(text[span.end : span.end + EXCEPTED], "exceptions")
        for span in read.find(text, "strange")
    )


def _shares_nothing(adjacent: Neighbour) -> bool:
    """True where all four things that two niches can share are scored, and all with 0."""
    scores = (adjacent.skill, adjacent.channel, adjacent.buyer, adjacent.technology)
    return all(score is not None and not score for score in scores)


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
            if _told_alike(known, stems, context):
                told = {"other": f"“{other.name.strip()}”" if other.name.strip() else "another one"}
                yield Hit(f"niche.segments.{each.id}.message", each.message.strip(), told)
                break
        heard.append((stems, each))


def _told_alike(one: frozenset[str], other: frozenset[str], context: Context) -> bool:
    """True where two messages share most words, or the shorter's most in other words."""
    if overlap(one, other) > context.limit("overlap"):
        return True
    lists = context.words("said_alike")
    few, many = sorted((families(each - ONCE, lists) for each in (one, other)), key=len)
    return len(few) > MESSAGE and len(few & many) > context.limit("covered") * len(few)
