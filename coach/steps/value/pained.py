"""What the coach flags about pains and gains: how bad, what answers them, and what is more."""

import re
from collections.abc import Iterable, Iterator

from coach.coaching.language import Reader, Word, akin, words
from coach.coaching.quantities import Quantity, Sort, of_sort, quantities
from coach.coaching.rule import Context, Hit, Rules
from coach.steps.value.model import Pain, Value
from coach.steps.value.needs import answered, ranked, scored
from coach.steps.value.rules import reached_alternatives

rules = Rules("value")

_ARTICLES = ("a", "an", "the")
_ASK_ANYBODY = re.compile(
    r"\b(?:each|every|any)\s+\w+\s+(?:will|would|can|could|may|knows?|tells?|says?|complains?)\b",
    re.IGNORECASE,
)
"""Whom to ask, which is no rhythm: "every landlord can tell you"."""
_OCCASION = re.compile(
    r"\s*(?:when(?:ever)?|after|before|during|while|as soon as|in case)\s+\w", re.IGNORECASE
)
"""What a pain comes with, as good as a frequency: "whenever it rains"."""

SPARE = 2
"""Words beside "not decided" that still say nothing: "to be decided after the summer"."""

ENOUGH = 2
"""Answered pains from which on one without a score may wait: nobody calls it the strongest."""


@rules("VP04")
def pain_without_relief(value: Value, context: Context) -> Iterator[Hit]:
    """A pain is named and nothing answers it, though the walk has gone on.

    A pain that other pains outrank may wait while two of them are answered.
    """
    if not reached_alternatives(value):
        return
    met = [pain for pain in ranked(value) if _answered(value, pain, context.read)]
    for pain in ranked(value):
        if pain in met:
            continue
        if pain.relief.strip():
            yield Hit(f"value.pains.{pain.id}.relief", pain.relief.strip(), {"pain": pain.what})
        elif len(met) < ENOUGH or _first(value, pain):
            yield Hit(f"value.pains.{pain.id}.relief", values={"pain": pain.what})


def _answered(value: Value, pain: Pain, read: Reader) -> bool:
    """True where a relief says something, or an offer is linked to the pain."""
    if pain.relief.strip() and puts_off(pain.relief, read):
        return False
    return answered(value, pain)


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
    return read.says_nothing(text) or read.only(text, "vague_amounts", "undecided")


def _often(text: str, read: Reader) -> bool:
    """True where a pain itself says how often it comes, or what it costs."""
    figures = of_sort(text, Sort.MONEY, Sort.PERCENT, Sort.SHARE)
    per = any(each.per for each in quantities(text))
    return bool(figures) or per or read.apart(text, "rhythm", "vague_amounts")


def _measured(text: str, read: Reader) -> bool:
    """True where a figure, a day, a month or a rhythm stands in ``text``."""
    if read.says_nothing(text):
        return False
    text = _ASK_ANYBODY.sub("", text)
    if _OCCASION.match(text) or any(_counts(each) for each in quantities(text)):
        return True
    if read.has(text, "months") and not read.has(text, "vague_amounts"):
        return True
    return any(read.apart(text, name, "vague_amounts") for name in ("often", "numbers"))


def _counts(figure: Quantity) -> bool:
    """False for none, and for a "one" that counts nothing: "more than one would like"."""
    counted = figure.sort is not Sort.COUNT or figure.value != 1 or bool(figure.per)
    return figure.value > 0 and counted


@rules("VP08")
def promised_but_how(value: Value, context: Context) -> Iterator[Hit]:
    """The relief only turns the pain round and names no means."""
    read = context.read
    for pain in value.pains:
        if not pain.what.strip() or not pain.relief.strip() or puts_off(pain.relief, read):
            continue
        if _turned_round(pain, read):
            yield Hit(f"value.pains.{pain.id}.relief", pain.relief.strip())


def _turned_round(pain: Pain, read: Reader) -> bool:
    """True where all that the relief says is the pain, and that it ends."""
    hurt, relief = f"{pain.what}\n{pain.how_often}\n{pain.cost}", pain.relief
    if any(each.value for each in quantities(relief)) or _new_names(relief, hurt, read):
        return False
    told, said = read.stems(hurt), read.left(relief)
    new = _beyond(read.left(relief, "less", "comfort", "outcomes"), told)
    if not new:
        return True
    denied = read.has(relief, "less", "denials")
    if read.has(relief, "occurs") and denied:
        return len(new) <= SPARE  # "that will not happen to a child of ours"
    shared = len(_beyond(said, told)) < len({word.stem for word in said})
    ends = denied or read.has(relief, "comfort", "outcomes") or _bare(relief)
    return shared and ends and len(new) == 1


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
    """True where gain and pain are the same words, or the gain is a denial of the pain's."""
    read = context.read
    said, told = (read.stems(text, "less", "outcomes") for text in (gain, pain))
    if not said or not told:
        return False
    common = len(akin(said, told))
    if common > context.limit("overlap") * (len(said) + len(told) - common):
        return True
    return read.has(gain, "less", "denials") and common > context.limit("overlap") * len(said)
