"""What the coach flags about pains and gains: how bad, what answers them, and what is more."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from coach.coaching.language import Reader, Word, akin, words
from coach.coaching.pieces import pieces
from coach.coaching.quantities import Quantity, Sort, of_sort, quantities
from coach.coaching.rule import Context, Hit, Rules
from coach.coaching.unsaid import unsaid
from coach.steps.value.model import Pain, Value
from coach.steps.value.needs import answered, ranked, scored
from coach.steps.value.rules import reached_alternatives

if TYPE_CHECKING:
    from coach.plan import Plan

rules = Rules("value")

_ARTICLES = ("a", "an", "the")
_ASK_ANYBODY = re.compile(
    r"\b(?:each|every|any)\s+\w+\s+(?:will|would|can|could|may|knows?|tells?|says?|complains?)\b",
    re.IGNORECASE,
)
"""Whom to ask, which is no rhythm: "every landlord can tell you"."""
_THEIRS = re.compile(
    r"\b(?:that|this|it)(?:\s+one)?(?:\s+(?:is|lies|remains|stays)|.s)\s+"
    r"(?:(?:up to|in the hands of|a matter (?:for|of))\b|(?:for|with)\s+the\s+(?:\w+\s+){1,3}to\b)",
    re.IGNORECASE,
)
"""What is left to others: "that one is for the vendor to sort out"."""
_DENIES = re.compile(r"\s*(?:no|never|zero|less|fewer|without|an end)\b", re.IGNORECASE)
"""A relief that opens with what will not be: "no visits any more"."""
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
_OCCASION = re.compile(
    r"\s*(?:when(?:ever)?|after|before|during|while|as soon as|in case)\s+\w", re.IGNORECASE
)
"""What a pain comes with, as good as a frequency: "whenever it rains"."""

CURT = 5
"""Words up to which a denial is all that a relief says."""

SPARE = 2
"""Words beside "not decided" that still say nothing: "to be decided after the summer"."""

NO_ANSWER = ("given_over", "undecided", "put_off", "not_now", "empty_talk", "us", "denials", "has")
"""Words of somebody who leaves a pain as it is."""

ENOUGH = 2
"""Answered pains from which on one without a score may wait: nobody calls it the strongest."""


@rules("VP04")
def pain_without_relief(value: Value, context: Context) -> Iterator[Hit]:
    """A pain is named and nothing answers it, though the walk has gone on.

    A pain that other pains outrank may wait while two of them are answered, or where it is said
    why it has to.
    """
    if not reached_alternatives(value):
        return
    read = context.read
    met = [pain for pain in ranked(value) if _answered(value, pain, read)]
    for pain in ranked(value):
        if pain in met:
            continue
        first, told = _first(value, pain), pain.relief.strip()
        few = len(met) < ENOUGH
        if told and (first or not met or puts_off(told, read) or (few and len(pieces(told)) == 1)):
            yield Hit(f"value.pains.{pain.id}.relief", told, {"pain": pain.what})
        elif not told and (first or few):
            yield Hit(f"value.pains.{pain.id}.relief", values={"pain": pain.what})


def _answered(value: Value, pain: Pain, read: Reader) -> bool:
    """True where a relief says something, or an offer is linked to the pain."""
    if pain.relief.strip() and (puts_off(pain.relief, read) or _given_over(pain, read)):
        return False
    return answered(value, pain)


def _given_over(pain: Pain, read: Reader) -> bool:
    """True where a relief only leaves the pain for another year, to others, or as it is."""
    relief = pain.relief
    if unsaid(relief, read) or _THEIRS.search(relief):
        return True
    if read.has(relief, "us") and read.has(relief, "without_finding"):
        return True
    if not read.has(relief, "given_over"):
        return False
    names = read.names(relief)
    rest = [word for word in read.left(relief, *NO_ANSWER) if word.text not in names]
    return len(_beyond(rest, read.stems(pain.what))) <= SPARE


def puts_off(text: str, read: Reader) -> bool:
    """True where ``text`` says that there is nothing, or nothing yet."""
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
    """True where a figure, a day, a month or a rhythm stands in ``text``."""
    if read.says_nothing(text):
        return False
    text = _SOME_DAYS.sub("", _SO_MANY.sub("", _ASK_ANYBODY.sub("", text)))
    if _OCCASION.match(text) or any(_counts(each) for each in quantities(text)):
        return True
    if read.has(text, "months") and not read.has(text, "vague_amounts"):
        return True
    return any(read.apart(text, name, "vague_amounts") for name in ("often", "numbers"))


def _counts(figure: Quantity) -> bool:
    """False for none, and for a "one" that counts nothing: "more than one would like"."""
    counted = figure.sort is not Sort.COUNT or figure.value != 1 or bool(figure.per)
    return figure.value > 0 and counted


@rules("VP08", "niche", "value")
def promised_but_how(plan: "Plan", context: Context) -> Iterator[Hit]:
    """The relief only turns the pain round and names no means."""
    read, people = context.read, _people(plan)
    for pain in plan.value.pains:
        if not pain.what.strip() or not pain.relief.strip() or puts_off(pain.relief, read):
            continue
        if _turned_round(pain, people, read):
            yield Hit(f"value.pains.{pain.id}.relief", pain.relief.strip())


def _people(plan: "Plan") -> str:
    """Whom a relief may speak of without saying how: the niche, and those who use and pay."""
    niche, choice = plan.niche, plan.niche.choice
    told = [niche.user, niche.payer, plan.value.statement.audience]
    return "\n".join([*told, choice.name if choice else ""])


def _turned_round(pain: Pain, people: str, read: Reader) -> bool:
    """True where all that the relief says is the pain, whose it is, and that it ends."""
    hurt, relief = f"{pain.what}\n{pain.how_often}\n{pain.cost}\n{people}", pain.relief
    if any(_counts(each) for each in quantities(relief)) or _new_names(relief, hurt, read):
        return False
    told, said = read.stems(hurt), read.left(relief)
    lists = ("less", "comfort", "outcomes", "trouble", "feelings")
    new = {each for each in _beyond(read.left(relief, *lists), told) if not _undone(each, told)}
    if not new:
        return True
    denied = read.has(relief, "less", "denials")
    if read.has(relief, "occurs") and denied:
        return len(new) <= SPARE  # "that will not happen to a child of ours"
    if len(new) == 1 and _DENIES.match(relief) and len(words(relief)) <= CURT:
        return True
    shared = len(_beyond(said, told)) < len({word.stem for word in said})
    ends = denied or read.has(relief, "comfort", "outcomes") or _bare(relief)
    return shared and ends and len(new) == 1


def _undone(stem: str, told: Iterable[str]) -> bool:
    """True for a word that only denies one that was told: "unstuck" of "stuck"."""
    return stem.startswith("un") and stem[2:] in told


def _bare(relief: str) -> bool:
    """True for a thing and what it is like, without anybody who does something: "dry foam"."""
    return len([word for word in words(relief) if word.stem not in _ARTICLES]) <= SPARE


def _new_names(text: str, other: str, read: Reader) -> bool:
    known = read.stems(other)
    return any(name.stem not in known for name in _named(text, read))


def _named(text: str, read: Reader) -> list[Word]:
    names = read.names(text)
    return [word for word in read.left(text) if word.text in names]


def _beyond(said: Iterable[Word], told: Iterable[str]) -> set[str]:
    """The stems of what is said that belong to no family of what was told."""
    stems = {word.stem for word in said}
    return stems.difference(akin(stems, told))


@rules("VP19")
def gain_is_the_pain(value: Value, context: Context) -> Iterator[Hit]:
    """A gain only says that a pain is gone."""
    gains = [("value.gain", value.gain)]
    gains += [(f"value.gains.{each.id}.what", each.what) for each in value.gains]
    for path, gain in gains:
        pain = next((each for each in value.pains if _same(gain, each.what, context)), None)
        if pain is not None:
            yield Hit(path, gain.strip(), {"pain": pain.what})


def _same(gain: str, pain: str, context: Context) -> bool:
    """True where gain and pain are the same words, or the gain is a denial of the pain's.

    What is late is on time then, and what was lost is found: an opposite is the same word.
    """
    read, most = context.read, context.limit("overlap")
    if _opposite(gain, pain, context):
        return True
    said, told = (read.stems(text, "less", "outcomes", "denials") for text in (gain, pain))
    if not said or not told:
        return False
    common = len(akin(said, told))
    if common > most * (len(said) + len(told) - common):
        return True
    return read.has(gain, "less", "denials") and common > most * len(said)


def _opposite(gain: str, pain: str, context: Context) -> bool:
    """True where a gain is the pain with one word turned: "late" is "on time"."""
    read = context.read
    said, told = (read.stems(text, "less", "denials") for text in (gain, pain))
    only_one, only_other = (read.families(each, "opposites") for each in (said - told, told - said))
    turned = only_one & only_other
    both = read.families(said, "opposites") & read.families(told, "opposites")
    pair = any(each.startswith("#") for each in turned)
    return pair and len(both) > context.limit("overlap") * len(said)
