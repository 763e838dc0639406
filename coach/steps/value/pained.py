"""What the coach flags about pains and gains: how bad, what answers them, and what is more."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from coach.coaching.language import Reader, akin
from coach.coaching.pieces import pieces
from coach.coaching.quantities import Sort, of_sort, quantities
from coach.coaching.rule import Context, Hit, Rules
from coach.coaching.unsaid import unsaid
from coach.coaching.verdicts import once
from coach.steps.value.left_open import left_open
from coach.steps.value.model import Pain, Value
from coach.steps.value.needs import answered, ranked, scored
from coach.steps.value.rules import reached_alternatives
from coach.steps.value.turned_round import beyond, counts, turned_round, world_of

if TYPE_CHECKING:
    from coach.plan import Plan

rules = Rules("value")

_ASK_ANYBODY = re.compile(
    r"\b(?:each|every|any)\s+\w+\s+(?:will|would|can|could|may|knows?|tells?|says?|complains?)\b",
    re.IGNORECASE,
)
"""Whom to ask, which is no rhythm: "every landlord can tell you"."""
_PROMISED = re.compile(
    r"\b(?:never (?:again|have to|had to|\w+ (?:\w+ )?again)|no longer|no more|not again)\b",
    re.IGNORECASE,
)
"""A denial that is a promise, and leaves nothing for later: "never again"."""
_SO_MANY = re.compile(
    r"\b(?:lots|plenty|loads|tons|heaps|masses|a lot|too many|so many|many|countless|endless|"
    r"untold|far too many)\s+(?:of\s+)?(?:\w+\s+)?(?:hours?|days?|weeks?|months?|times|evenings?|"
    r"nights?|euros?|dollars?|pounds?)\b",
    re.IGNORECASE,
)
"""Much of a unit, which counts nothing: "lots of hours"."""
_SOME_DAYS = re.compile(
    r"\b(?:bad|good|busy|some|most|many|certain|other)\s+(?:days|weeks|nights|months|times)\b"
    r"|\bwhen\s+(?:you|they|one|it)\s+(?:least|suits?|matters?|counts?|hurts?)\b.*",
    re.IGNORECASE,
)
"""A time that is none in particular: "on bad days", "when you least need it"."""
_OF_THEM = re.compile(
    r"\b\d+(?:[.,]\d+)?\s*(?:%|per\s?cent|percent|(?:out\s+)?of\s+(?:the\s+)?(?:10|100|ten)\b)"
    r"(?:\s*of)?(?:\s+(?:all|the|our|my|these))*"
    r"(?:\s+(?:them|people|persons|customers|clients|owners|parents|"
    r"(?!orders|offers|letters|numbers|papers|dinners|corners|others|flowers|doors|floors|tenders|"
    r"errors|colors|covers|drawers|trailers|rollers|tyres|filters|boilers|containers|quarters)"
    r"\w+(?:ers|ors|ists|ians)))?"
    r"\s*(?=[,.;]|\Z)",
    re.IGNORECASE,
)
"""How many of them have a pain, which does not say how often: "95 % of riders"."""
SPARE = 2
"""Words beside "not decided" that still say nothing: "to be decided after the summer"."""

NO_ANSWER = ("given_over", "undecided", "put_off", "not_now", "empty_talk", "us", "denials", "has")
"""Words of somebody who leaves a pain as it is."""

MATTER = 0.3
"""Share of a pain's words from which on a gain is about the same thing."""

ENOUGH = 2
"""Answered pains from which on one without a score may wait: nobody calls it the strongest."""


@rules("VP04")
def pain_without_relief(value: Value, context: Context) -> Iterator[Hit]:
    """A pain is named and nothing answers it, though the walk has gone on.

    A pain that other pains outrank may stay open; so may one of those without a score, once two
    others are answered, or one that the proposition is about more. What it says instead of an
    answer counts while two others are not answered.
    """
    if not reached_alternatives(value):
        return
    read = context.read
    met = [pain for pain in ranked(value) if _answered(value, pain, read)]
    for pain in ranked(value):
        if pain in met:
            continue
        first, few, told = _first(value, pain), len(met) < ENOUGH, pain.relief.strip()
        if told and (first or not met or puts_off(told, read) or (few and len(pieces(told)) == 1)):
            yield Hit(f"value.pains.{pain.id}.relief", told, {"pain": pain.what})
        elif not told and (first or not met or (few and _meant(value, pain, met, read))):
            yield Hit(f"value.pains.{pain.id}.relief", values={"pain": pain.what})


def _meant(value: Value, pain: Pain, met: list[Pain], read: Reader) -> bool:
    """True where no pain has a score, and the proposition is about none of those it meets more."""
    if any(scored(each) is not None for each in value.pains):
        return False
    told = read.stems(f"{value.statement.need}\n{value.promise}")
    about = (read.stems(f"{each.what}\n{each.relief}") for each in (pain, *met))
    here, *there = (len(akin(each, told)) for each in about)
    return here >= max(there)


def _answered(value: Value, pain: Pain, read: Reader) -> bool:
    """True where a relief says something, or an offer is linked to the pain."""
    if pain.relief.strip() and (
        puts_off(pain.relief, read) or _given_over(pain.relief, read, pain.what)
    ):
        return False
    return answered(value, pain)


@once
def _given_over(relief: str, read: Reader, pain: str) -> bool:
    """True where a relief only leaves the pain for another year, to others, or as it is."""
    if unsaid(relief, read) or left_open(relief, read):
        return True
    if read.has(relief, "us") and read.has(relief, "without_finding"):
        return True
    if not read.has(relief, "given_over"):
        return False
    names = read.names(relief)
    rest = [word for word in read.left(relief, *NO_ANSWER) if word.text not in names]
    return len(beyond(rest, read.stems(pain))) <= SPARE


def puts_off(text: str, read: Reader) -> bool:
    """True where ``text`` says that there is nothing, or nothing yet."""
    if _PROMISED.search(text):
        return False
    unsaid = read.has(text, "nothing", "undecided", "denials", "put_off")
    if read.says_nothing(text) or (read.empty(text) and unsaid):
        return True
    later = read.has(text, "not_now", "denials", "absence", "undecided", "put_off")
    if later and read.empty(text, "not_now"):
        return True
    first, *more = read.sentences(text) or ("",)
    if more and read.says_nothing(first) and read.has(" ".join(more), "not_now", "undecided"):
        return True
    opening = read.find(text, "undecided")
    return bool(opening) and opening[0].first == 0 and read.only(text, "undecided", spare=SPARE)


def _first(value: Value, pain: Pain) -> bool:
    """True where no pain has a higher score, and this one has a score."""
    most = scored(pain)
    return most is not None and all((scored(each) or 0) <= most for each in value.pains)


@rules("VP07")
def how_bad_is_it(value: Value, context: Context) -> Iterator[Hit]:
    """Nothing about a pain says how often, how long or for how much.

    A loss that is named without a figure ("their best customer") is left alone where nothing
    vague stands beside it.
    """
    read = context.read
    for pain in value.pains:
        told = [text for text in (pain.how_often, pain.cost) if text.strip()]
        if not pain.what.strip() or _often(pain.what, read):
            continue
        if any(_measured(text, read) for text in told):
            continue
        named = len(told) == 1 and not _vague(told[0], read)
        if not named and (pain.relief.strip() or len(told) > 1):
            key = "cost" if pain.how_often.strip() else "how_often"
            yield Hit(f"value.pains.{pain.id}.{key}", pain.what.strip())


def _vague(text: str, read: Reader) -> bool:
    """True where ``text`` says nothing of how often or how much, or only "often", "a lot"."""
    if read.says_nothing(text) or read.only(text, "vague_amounts", "undecided"):
        return True
    vague = read.has(text, "vague_amounts", "undecided") and not read.names(text)
    return vague and not read.left(text, "vague_amounts", "undecided", "empty_talk", "cost_words")


def _often(text: str, read: Reader) -> bool:
    """True where a pain itself says how often it comes, or what it costs."""
    figures = of_sort(text, Sort.MONEY, Sort.PERCENT, Sort.SHARE)
    per = any(each.per for each in quantities(text))
    return bool(figures) or per or read.apart(text, "rhythm", "vague_amounts")


def _measured(text: str, read: Reader) -> bool:
    """True where a figure, a day, a month or a rhythm stands in ``text``.

    With what a pain comes ("whenever it rains") does not say how often it does.
    """
    if read.says_nothing(text):
        return False
    if read.has(text, "vague_amounts"):
        text = _OF_THEM.sub("", text)
    text = _SOME_DAYS.sub("", _SO_MANY.sub("", _ASK_ANYBODY.sub("", text)))
    if any(counts(each) for each in quantities(text)):
        return True
    if read.has(text, "months") and not read.has(text, "vague_amounts"):
        return True
    return any(read.apart(text, name, "vague_amounts") for name in ("often", "numbers"))


@rules("VP08", "start", "niche", "value")
def promised_but_how(plan: "Plan", context: Context) -> Iterator[Hit]:
    """The relief only turns the pain round and names no means."""
    read, world = context.read, world_of(plan)
    for pain in plan.value.pains:
        if not pain.what.strip() or not pain.relief.strip() or puts_off(pain.relief, read):
            continue
        if turned_round(pain, world, read):
            yield Hit(f"value.pains.{pain.id}.relief", pain.relief.strip())


@rules("VP19")
def gain_is_the_pain(value: Value, context: Context) -> Iterator[Hit]:
    """A gain only says that a pain is gone."""
    gains = [("value.gain", value.gain)]
    gains += [(f"value.gains.{each.id}.what", each.what) for each in value.gains]
    for path, gain in gains:
        read, most = context.read, context.limit("overlap")
        pain = next((each for each in value.pains if _same(gain, read, each.what, most)), None)
        if pain is not None:
            yield Hit(path, gain.strip(), {"pain": pain.what})


@once
def _same(gain: str, read: Reader, pain: str, most: float) -> bool:
    """True where gain and pain are the same words, or the gain is a denial of the pain's.

    What is late is on time then, and what was lost is found: an opposite is the same word.
    """
    if _opposite(gain, pain, read, most) or _same_thing(gain, pain, read):
        return True
    said, told = (
        read.stems(_FILLING.sub(" ", text), "less", "outcomes", "denials") for text in (gain, pain)
    )
    if not said or not told:
        return False
    common = len(akin(said, told))
    if common > most * (len(said) + len(told) - common):
        return True
    return read.has(gain, "less", "denials") and common > most * len(said)


def _opposite(gain: str, pain: str, read: Reader, most: float) -> bool:
    """True where a gain is the pain with one word turned: "late" is "on time"."""
    said, told = (read.stems(text, "less", "denials") for text in (gain, pain))
    only_one, only_other = (read.families(each, "opposites") for each in (said - told, told - said))
    turned = only_one & only_other
    both = read.families(said, "opposites") & read.families(told, "opposites")
    denied = any(
        one == f"{no}{other}" or other == f"{no}{one}"
        for one in only_one
        for other in only_other
        for no in _NEGATIVE
    )
    pair = denied or any(each.startswith("#") for each in turned)
    return pair and len(both) + denied > most * len(said)


_NEGATIVE = ("un", "in", "im", "dis", "mis", "non-")
"""How a word begins that denies the rest of it: "unevenly", "misspelled"."""
_FILLING = re.compile(
    r"\b(?:some(?:body|one|thing)|any(?:body|one)|first|second|third|get(?:s|ting)? hold of|"
    r"getting|"
    r"having|being|finally|at last|always|only|that|those)\b",
    re.IGNORECASE,
)
"""Words around a pain, and around its end: "somebody who listens"."""
_STATES = (
    *("less", "outcomes", "denials", "talk_of_ends", "comfort", "trouble", "comparatives"),
    "generic_benefits",
)
"""Words for how a thing is, and for how well it goes."""


def _same_thing(gain: str, pain: str, read: Reader) -> bool:
    """True where a gain only says how the thing of the pain is: "the roof holds"."""
    said, told = read.stems(gain), read.stems(pain)
    gain = _FILLING.sub(" ", gain)
    if len(akin(said, told)) < MATTER * len(told):
        return False
    new = {
        each for each in read.stems(gain, *_STATES) if each in read.families([each], "opposites")
    }
    return bool(said) and len(akin(new, told)) == len(new)
