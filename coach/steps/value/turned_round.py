"""Whether a relief only turns its pain round: it ends, it gets better, and nobody says by what.

A means is a thing or an act that was not told before. So whatever a relief says is set against
the words for ends (how well, how surely, how soon, for whom), and against what the plan already
tells of the pain and of those who have it. Where nothing is left, no means was named.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.coaching.language import Reader, Word, akin, words
from coach.coaching.quantities import Quantity, Sort, quantities
from coach.steps.value.model import Pain
from coach.steps.value.no_means import all_praise, helps_over

if TYPE_CHECKING:
    from coach.plan import Plan

CURT = 5
"""Words up to which a denial is all that a relief says."""

SPARE = 2
"""Words beside "that will not happen" that still name no means."""

_ARTICLES = ("a", "an", "the")
_DENIES = re.compile(r"\s*(?:no|never|zero|less|fewer|without|an end)\b", re.IGNORECASE)
"""A relief that opens with what will not be: "no visits any more"."""
_BY = re.compile(
    r"\bby\s+(?!far\b|us\b|me\b|it\w*\b|them\w*\b|our\b|then\b|now\b|nature\b|chance\b|magic\b|"
    r"and\s+large|a\s+(?:lot|long|mile|good)|the\s+(?:way|end)|half\b|much\b)\w+",
    re.IGNORECASE,
)
"""By what means: "cut by hand"."""
_WITH_US = re.compile(r"\s*(?:with|thanks to|because of|through|at) (?:us|me|ours)\b", re.I)
"""How a boast opens that we are all it takes: then what they are after is no means either."""
_POINTERS = ("it", "they", "all", "everything", "he", "she")
_DOES_WELL = re.compile(
    r"\s*(?P<who>(?:[\w'-]+\s+){1,4}?)(?:(?:that|which|who|will|can|do|does|just|simply|always|then|now|finally|"
    r"also|still|at last)\s+)*(?:stays?|remains?|arrives?|comes?|runs?|works?|"
    r"sits?|stands?|fits?|lasts?|survives?|lives?|goes|go|rises?|sleeps?|feels?|looks?|"
    r"walks?|keeps? (?:its|their|his|her)|sticks? (?:to|with)|is|are|be|turns? up|shows? up)\b",
    re.IGNORECASE,
)
"""Somebody or something, and what it does by itself: "the wheels run"."""
_LIKE = re.compile(
    r"\b(?:like an? \w+|in (?:every|any|each) \w+|at (?:first|a|one) glance|in no time|"
    r"at any time)\b",
    re.IGNORECASE,
)
"""How well it does so, which is no means: "like a lamb", "in every situation"."""
_MEANS = re.compile(
    r"\b(?:with|by|from|in|on|under|at|through|into|onto|over|inside|via|after|because|since|"
    r"between|against|of|to|for|when|before|until)\s+((?:[\w'-]+\s*){1,4})",
    re.IGNORECASE,
)
_ENDS = ("less", "comfort", "outcomes", "trouble", "feelings")
"""Words that say that a pain ends, and not by what means."""
_TALK = (*_ENDS, "talk_of_ends", "us", "customer_words", "praised_means")
"""The same, and what a promise says besides: how sure it is, who wants it, how it will feel."""


@dataclass(frozen=True, slots=True)
class World:
    """What may be spoken of without naming a means: ``people`` and us, and what they are after."""

    people: str
    after: str


def world_of(plan: "Plan") -> World:
    """The words of a plan for its customers and for what they want."""
    niche, choice, line = plan.niche, plan.niche.choice, plan.value.statement
    told = [niche.user, niche.payer, line.audience, line.product, plan.start.name]
    after = [plan.value.job, line.need, choice.need if choice else ""]
    return World("\n".join([*told, choice.name if choice else ""]), "\n".join(after))


def turned_round(pain: Pain, world: World, read: Reader) -> bool:
    """True where all that the relief says is the pain, whose it is, and that it ends."""
    relief, parts = pain.relief, (pain.what, pain.how_often, pain.cost, world.people)
    if all_praise(relief, read):
        return True
    if helps_over(relief, read):
        return False
    told = frozenset[str]().union(*(read.stems(part) for part in parts))
    wide = told | read.stems(world.after)
    figures = [each.value for each in quantities(relief) if counts(each)]
    if figures:
        known = {each.value for part in (*parts, world.after) for each in quantities(part)}
        figures = [each for each in figures if each not in known]
    if figures or _new_names(relief, wide, read):
        return False
    if not _BY.search(relief):
        known_of = wide if _WITH_US.match(relief) else told
        if not _unturned(_new(relief, known_of, _TALK, read), told, read):
            return True
    if _behaves(relief, told, read):
        return True
    said, new = read.left(relief), _new(relief, told, _ENDS, read)
    denied = read.has(relief, "less", "denials")
    if read.has(relief, "occurs") and denied:
        return len(new) <= SPARE  # "that will not happen to a child of ours"
    if len(new) == 1 and _DENIES.match(relief) and len(words(relief)) <= CURT:
        return True
    shared = len(beyond(said, told)) < len({word.stem for word in said})
    ends = denied or read.has(relief, "comfort", "outcomes") or _bare(relief)
    return shared and ends and len(new) == 1 and not _somebody(relief, new, read)


def _new(relief: str, told: frozenset[str], lists: tuple[str, ...], read: Reader) -> set[str]:
    """The stems of a relief that are no talk of ends and were not ``told`` before."""
    return {each for each in beyond(read.left(relief, *lists), told) if not _undone(each, told)}


def _behaves(relief: str, told: frozenset[str], read: Reader) -> bool:
    """True where the thing that hurt only does what it should: "fish arrives as fresh as caught".

    With, by or from something else is a means.
    """
    relief = _LIKE.sub(" ", relief)
    found = _DOES_WELL.match(relief)
    who = found["who"] if found else ""
    named = read.left(who) or who.strip().casefold() in _POINTERS
    if not found or not named or beyond(read.left(who), told):
        return False
    after = relief[found.end() :]
    new = _unturned(_new(after, told, _TALK, read), told, read)
    return len(new) <= SPARE and not any(
        _new(match[1], told, _TALK, read) for match in _MEANS.finditer(after)
    )


def _unturned(new: set[str], told: Iterable[str], read: Reader) -> set[str]:
    """Those of ``new`` that are no opposite of what was told: "warm" is one of "cold"."""
    lines = read.families(told, "opposites")
    return {each for each in new if read.families([each], "opposites").isdisjoint(lines)}


def _undone(stem: str, told: Iterable[str]) -> bool:
    """True for a word that only denies one that was told: "unstuck" of "stuck"."""
    return stem.startswith("un") and stem[2:] in told


def _bare(relief: str) -> bool:
    """True for a thing and what it is like, without anybody who does something: "dry foam"."""
    return len([word for word in words(relief) if word.stem not in _ARTICLES]) <= SPARE


def _somebody(relief: str, new: set[str], read: Reader) -> bool:
    """True where what is ``new`` is somebody with a trade: "mechanics who come to the office"."""
    told = " ".join(word.text for word in words(relief) if word.stem in new)
    return read.has(told, "trades", "roles")


def _new_names(text: str, known: frozenset[str], read: Reader) -> bool:
    names = read.names(text)
    return any(word.stem not in known for word in read.left(text) if word.text in names)


def beyond(said: Iterable[Word], told: Iterable[str]) -> set[str]:
    """The stems of what is said that belong to no family of what was told."""
    stems = {word.stem for word in said}
    return stems.difference(akin(stems, told))


def counts(figure: Quantity) -> bool:
    """False for none, and for a "one" that counts nothing: "more than one would like"."""
    counted = figure.sort is not Sort.COUNT or figure.value != 1 or bool(figure.per)
    return figure.value > 0 and counted
