"""What the coach flags where things are weighed: jobs, offers, forces, money, the rival swap."""

import re
from collections.abc import Iterator

from coach.coaching.language import Reader, akin
from coach.coaching.rule import Context, Hit, Rules
from coach.coaching.unsaid import unsaid
from coach.figures import amount, money, percent
from coach.questions import Depth
from coach.steps.value.model import CLAUSES, Alternative, Effect, JobKind, Offer, Side, Value
from coach.steps.value.needs import offered, orphan
from coach.steps.value.numbers import balance, sameness
from coach.steps.value.rules import reached_promise
from coach.steps.value.worth import customer_gain, economic_value

rules = Rules("value")

SHOWN = 3
"""How many names of a list a remark gives."""

FREE = ("costless", "unchanging")
"""Word lists for a change that takes nothing."""

_CENT = 2
"""Decimal places of money that count: what lies beyond is the error of binary fractions."""

_CHORE = re.compile(
    r"\s*(?:they\s+)?(?:must|has to|have to|needs? to)\s+\w+\s+(?:the|their|an?|his|her)\b",
    re.IGNORECASE,
)
"""What changing asks of them: "must ask the landlord"."""
_WHAT = re.compile(r"\bwhat (?:would|could|should|might|is|are) (?:there|they|it|anybody)\b", re.I)
"""A question instead of a thing: "what would there be"."""
_COSTLESS = re.compile(
    r"\b(?:no|not|never|without|zero|none|nothing|hardly|\w+n.t)\b(?:\s+[\w']+){0,4}?\s+"
    r"(?:expenses?|costs?|charges?|downsides?|drawbacks?|disadvantages?|efforts?|pain|bother|"
    r"hassle|trouble|price|penny|cent|sacrifices?|a thing|anything|"
    r"catch|strings|snags?|obstacles?|worth (?:naming|mentioning)|to speak of|feel it|notice it|"
    r"a (?:minute|moment|second))\b"
    r"(?!\s+(?:but|except|beyond|until|till))"
    r"|\b(?:a doddle|a breeze|a cinch|child.s play|plug[ -]and[ -]play|drop[ -]in|"
    r"piece of cake|painless|seamless|frictionless|a walk in the park|as easy as|"
    r"couldn.t be easier|costs?\s+(?:\w+\s+){0,3}(?:nothing|zilch|nowt))\b",
    re.IGNORECASE,
)
"""Switching is told to cost nothing: "it does not cost them a thing", "plug and play"."""

_NOT_THEN = re.compile(
    r"\s*no (?:longer |more )?(?:weekend|evening|night|morning|sunday|saturday|holiday|summer|"
    r"winter)",
    re.IGNORECASE,
)
"""When they get nothing, which is a loss: "no weekend service"."""

_TURNED = ("benefit", "difference")
"""The clauses that must turn false for a rival; the others may stay true."""


@rules("VP05")
def linked_to_nothing(value: Value, context: Context) -> Iterator[Hit]:
    """Many of the offers answer no pain and no gain."""
    answerable = [each.what for each in value.pains] + [each.what for each in value.gains]
    left_out = not context.asks("value.pains") or (
        context.depth is Depth.ADVANCED and not context.asks("value.gains")
    )
    if left_out or not any(text.strip() for text in answerable):
        return
    known = [each for each in value.offers if offered(each) and not _half_typed(value, each)]
    lost = [each for each in known if orphan(value, each) and not _gains(value, each, context)]
    if len(known) < context.limit("fewest") or len(lost) <= context.limit("most") * len(known):
        return
    names = sorted(name for each in lost if (name := each.name.strip()))
    told = ", ".join(f"“{name}”" for name in names[:SHOWN])
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    values = {"count": amount(len(lost)), "all": amount(len(known)), "names": told + more}
    yield Hit("value.offers", names[0] if names else "", values)


def _half_typed(value: Value, offer: Offer) -> bool:
    """True for an offer that has only a name yet, while nothing beyond the offers is begun."""
    began = reached_promise(value) or any(each.name.strip() for each in value.attributes)
    return not offer.how.strip() and not began


def _gains(value: Value, offer: Offer, context: Context) -> bool:
    """True where gains cannot be linked at this depth, and the offer is about the gain.

    Words that another offer has as well (the product's) say nothing of this one.
    """
    if context.depth >= Depth.ADVANCED:
        return False
    gain, mine = context.read.stems(value.gain), _said(offer, context)
    mine = mine.difference(*(_said(each, context) for each in value.offers if each is not offer))
    both = len(akin(gain, mine))
    return both > 0 and both >= context.limit("alike") * len(gain)


def _said(offer: Offer, context: Context) -> frozenset[str]:
    return context.read.stems(f"{offer.name}\n{offer.how}")


@rules("VP06")
def nobody_feels_anything(value: Value, context: Context) -> Iterator[Hit]:
    """All jobs are about getting something done."""
    named = [each for each in value.jobs if each.what.strip()]
    if not named or any(each.kind is not JobKind.FUNCTIONAL for each in named):
        return
    went_on = any(offered(each) for each in value.offers)
    if len(named) < context.limit("fewest") and not went_on:
        return
    told = [value.job, *(text for each in named for text in (each.what, each.situation))]
    if not any(context.read.has(text, "feelings") for text in told):
        first = min(named, key=lambda each: each.id).what.strip()
        yield Hit("value.jobs", first)


@rules("VP12")
def reasons_to_stay(value: Value, context: Context) -> Iterator[Hit]:
    """What holds them is as strong as what moves them."""
    net = balance(value)
    if net is None or net > context.limit("most"):
        return
    move = (value.push_strength or 0) + (value.pull_strength or 0)
    fear, custom = value.anxiety_strength or 0, value.habit_strength or 0
    force = "anxiety" if fear >= custom else "habit"
    values = {"move": amount(move), "hold": amount(fear + custom)}
    yield Hit(f"value.{force}_strength", getattr(value, force).strip(), values)


@rules("VP13")
def dearer_than_it_is_worth(value: Value, context: Context) -> Iterator[Hit]:
    """The price is above the economic value."""
    left = customer_gain(value)
    if left is None or round(left, _CENT) >= 0 or not _effects(value):
        return
    told = {
        "price": money(value.our_price, context.currency),
        "worth": money(economic_value(value), context.currency),
        "over": money(-left, context.currency),
    }
    yield Hit("value.our_price", values=told)


@rules("VP16")
def switching_is_free(value: Value, context: Context) -> Iterator[Hit]:
    """Nothing is listed that switching costs them, or only that there is nothing."""
    listed = _effects(value)
    if any(each.side is None for each in listed):
        return
    against = [each for each in listed if each.side is Side.NEGATIVE]
    ours = f"{value.statement.product}\n{value.statement.category}"
    denied = [each for each in against if _denied(each, ours, context)]
    if len(against) > len(denied):
        return
    for each in denied:
        yield Hit(f"value.effects.{each.id}.name", each.name.strip())
    went_on = value.our_price is not None or len(listed) >= context.limit("fewest")
    if listed and not denied and went_on:
        yield Hit("value.effects")


def _effects(value: Value) -> list[Effect]:
    return [each for each in value.effects if each.name.strip() or each.amount is not None]


def _denied(effect: Effect, ours: str, context: Context) -> bool:
    """True where an effect without an amount is told to be nothing: "nothing to learn".

    Whoever speaks of what they can see or know, instead of a thing, has named none.
    """
    read, told = context.read, effect.name
    free = read.has(told, *FREE)
    if effect.amount or _NOT_THEN.match(told):
        return False
    if _WHAT.search(told) or _no_loss(told, ours, read):
        return True
    asked = unsaid(told, read) and not _CHORE.match(told)
    if asked or read.empty(told, *FREE) or _only_looked(told, read):
        return True
    if _COSTLESS.search(told) and not read.has(told, "exceptions"):
        return True
    return effect.amount == 0 and free


def _no_loss(text: str, ours: str, read: Reader) -> bool:
    """True where no thing is named that they pay, learn or give up: "they will not even notice".

    The name of what is sold (``ours``) is none.
    """
    if read.concrete(text):
        return False
    lists = (
        *FREE,
        "empty_talk",
        "talk_of_ends",
        "outcomes",
        "light_verbs",
        "denials",
        "us",
        "them",
    )
    more = ("trouble", "comfort", "less") if read.has(text, "denying", "costless") else ()
    said = read.stems(text, *lists, *more, "cost_words")
    return bool(text.strip()) and len(akin(said, read.stems(ours))) == len(said)


def _only_looked(text: str, read: Reader) -> bool:
    """True for the founder's own look and no thing: "none that we could find"."""
    return read.has(text, "us") and read.has(text, "finding_out", "without_finding")


@rules("VP20")
def stays_true_for_a_rival(value: Value, context: Context) -> Iterator[Hit]:
    """More than half of the statement stays true with the rivals' names in it.

    Of one rival a little more may be true, as long as the others make up for it.
    """
    found = []
    for each in value.alternatives:
        true, marked = sameness(value, each)
        if _all_marked(value, each) and marked >= context.limit("fewest"):
            found.append((true / marked, each.id, each.name.strip(), true, marked))
    if not found:
        return
    share, _, name, true, marked = max(found)
    mean = sum(each[0] for each in found) / len(found)
    if mean > context.limit("most") or share > context.limit("of_one"):
        values = {"share": percent(100 * share), "true": amount(true), "marked": amount(marked)}
        yield Hit("value.swap", name, values)


def _all_marked(value: Value, rival: Alternative) -> bool:
    """True where each filled clause is marked for the rival, and no reason shows them to differ."""
    slots = [slot for slot in CLAUSES if getattr(value.statement, slot).strip()]
    whole = all(value.swap.score(slot, rival.id) is not None for slot in slots)
    return whole and not _shown_false(value, rival)


def _shown_false(value: Value, rival: Alternative) -> bool:
    """True where benefit and difference turned false, and a reason says why that is known."""
    marks = [value.swap.score(slot, rival.id) for slot in _TURNED]
    reasons = [value.swap.reason(slot, rival.id).strip() for slot in _TURNED]
    return all(mark == 0 for mark in marks) and any(reasons)
