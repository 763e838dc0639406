"""Whether a relief names no means at all, or one that is told in the words of the pain."""

import re

from coach.coaching.language import Reader
from coach.coaching.verdicts import once

_OURS = re.compile(
    r"\s*(?:(?:with|by|through|thanks to|via|using)\s+)?(?:our|my|the|an?)\s+", re.IGNORECASE
)
_PARTS = re.compile(r",\s*(?:and\s+)?|\band\b|&|\bplus\b|\bwith\b", re.IGNORECASE)
_EFFORT = re.compile(
    r"\b(?:extra miles?|(?:above|over) and (?:beyond|above)|whatever it takes|all we (?:can|have)|"
    r"(?:our|my|the|their|its) (?:very |level )?best|hundred (?:%|per ?cent|percent)|"
    r"from a to z|a to z|from start to finish|heart and soul|good vibes|(?:at|by) your side|"
    r"(?:always )?there for (?:you|them)|what (?:we|they|i) (?:love|do)|love (?:it|to help))\b"
    r"|\b1[01]0 ?%",
    re.IGNORECASE,
)
"""How hard somebody tries, and at what is not told: "goes the extra mile"."""
_PRAISE = (
    *("generic_benefits", "self_praise", "virtues", "comfort", "feelings", "comparatives"),
    *("us", "them", "customer_words", "universal", "light_verbs", "team_words", "trades"),
)
"""Words in which anybody praises the own firm."""
_TRIES = re.compile(
    r"\b(?:goes?|going|puts?|takes?|taking|handles?|looks? after|is|are|be|been|being|gives?|has|"
    r"have|does?|provides?|offers?|always|young|old|good|kind|nice|polite|courteous|strong|"
    r"new|whole|full|entire|it|all|everything|every|each|case|time|customers?|clients?|staff|team|"
    r"members?|care|extra|committed|motivated|eager|ambitious|hard-working|personal|close|regular|open|clear)\b",
    re.IGNORECASE,
)
"""Verbs and words of measure that say nothing of what is done."""
_BRINGS = re.compile(
    r"\b(?:bring|fetch|collect|carry|pick|drop)(?:s|es)?\b(?!\s+(?:back|down|about|forward)\b)"
    r"|\bcarries\b",
    re.IGNORECASE,
)
_NO_THINGS = (
    *("comfort", "feelings", "outcomes", "trouble", "generic_benefits", "us", "talk_of_ends"),
    "wished_states",
)
"""What may be brought or shared, and is no thing."""


_HEART = re.compile(
    r"\b(?:passion\w*|love|dedicat\w+|experience\w*|trust\w*|heart|pride|proud|listen\w*|"
    r"understand\w*|committed|commitment|motivat\w+|special(?:ists?)?|experts?|expertise)\b",
    re.IGNORECASE,
)
"""How somebody feels about the work, or how much they know of it."""


@once
def all_praise(relief: str, read: Reader) -> bool:
    """True where a relief only praises who does it, or names it: "a team that goes far", "our app".

    A figure, a name, a time or any word of a thing or an act is more than praise.
    """
    if not read.knows("team_words") or read.concrete(_EFFORT.sub(" ", relief)):
        return False
    if read.has(relief, "calendar", "stand_ins", "often", "rhythm"):
        return False
    bare = _TRIES.sub(" ", _EFFORT.sub(" , ", relief))
    if read.left(bare, *_PRAISE):
        return False
    tries = _EFFORT.search(relief) or _HEART.search(relief)
    praised = tries is not None or read.has(relief, "generic_benefits")
    parts = [each for each in _PARTS.split(relief) if each.strip()]
    return praised or all(_named_only(each, read) for each in parts)


def _named_only(part: str, read: Reader) -> bool:
    """True for "our app": who or what we have, without what is done with it."""
    return _OURS.match(part) is not None and read.has(part, "team_words")


@once
def helps_over(relief: str, read: Reader) -> bool:
    """True where another one is lent, brought or kept ready: "lend a bike" names a means.

    Of the same words the pain is told in ("no bike"); what is brought is a thing, not peace, and
    how well it will go then ("brings it on time") is no means again.
    """
    if read.has(relief, "less", "denials"):
        return False
    lent, brought = read.find(relief, "stand_ins"), _BRINGS.search(relief)
    if lent:
        rest = relief[: lent[0].start] + relief[lent[0].end :]
    elif brought and not read.has(relief[brought.end() :], "outcomes"):
        rest = relief[brought.end() :]
    else:
        return False
    return bool(read.left(rest, *_NO_THINGS))
