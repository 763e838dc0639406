"""Which candidates are groups of their own: named, thought of, and not told a second time."""

import re

from coach.coaching.language import Reader, akin, overlap, words
from coach.coaching.named_groups import is_sentence, names_group
from coach.coaching.unsaid import asks_back, comes_later, own_voice, unsaid
from coach.coaching.verdicts import once

SHORT = 5
"""Words up to which an answer is a label: without a plural, a name or a figure it names nobody."""

NOBODY = ("customer_words", "everyone", "broad", "placeholders", "takes_all", "vague_groups")
"""Lists of words that call nobody by name."""

FEW = 4
"""Words of a description from which on it can be the other one in other words."""

_REST = re.compile(
    r"\W*(?:(?:all|any|every|the|whole)\s*)*(?:others?|else|rest|remaining|remainder|(?:body|one|thing)\s+"
    r"else|whoever|whatever|(?:any|every|some)(?:body|one)|those\s+(?:left|who\s+remain))\b",
    re.IGNORECASE,
)
"""Whoever is left over: "all the rest", "everyone else who may buy"."""
_FOR_THE_FORM = re.compile(
    r"\b(?:because|since|as|where|so\s+that)\b[^.;]{0,30}\b(?:form|coach|page|table|list|field|box|"
    r"question|program|app|tool|course|template)\b[^.;]{0,20}\b(?:wants?|asks?|needs?|requires?|says?|"
    r"demands?|complains?|is\s+full|be\s+full)\b"
    r"|\b(?:just|only|merely|purely|simply)\s+(?:an?\s+)?(?:example|filler|to\s+(?:fill|have|make|get|"
    r"compare)|for\s+(?:comparison|the\s+(?:form|record|sake|list)|show|form))"
    r"|\b(?:as\s+an|for)\s+example\b\W*\Z|\bfor\s+(?:comparison|contrast|form.s\s+sake)\b"
    r"|\bto\s+(?:fill|complete)\s+(?:the|this|it|up|in)\b|\b(?:make|makes|making|made)\s+(?:up\s+)?three\b"
    r"|\b(?:not|never)\s+(?:really|seriously|truly|ever)\s+(?:\w+\s+)?(?:considered|meant|thought|looked|"
    r"an\s+option|in\s+question|a\s+candidate)\b|\bnever\s+(?:looked\s+at|thought\s+of|considered|met)\b"
    r"|\bnot\s+really\b|\?\W*no\b|\A\W*(?:as|like)\s+(?:the\s+)?(?:first|above|chosen|other)\b"
    r"|\bno(?:\s+\w+)?\s+(?:choice|candidate|option|alternative|rival|contender)s?\b",
    re.IGNORECASE,
)
"""A row that was filled in to have it filled."""
_MANY = re.compile(r"[^\W\d]{2,}[^su\W]s", re.IGNORECASE)
"""A word that may be a plural: "rooms"."""
_TO_COME = re.compile(
    r"\W*(?:still\s+)?to\s+be\s+\w+|\W*(?:whoever|whatever|those(?:\s+who)?|what|who)\s+(?:is|are|"
    r"remains?|comes?|would\s+be)\s*(?:left|over|next|after)?\b[^.;]{0,40}\b(?:first|others?|left|"
    r"does\s+not|doesn.t|fails?|then|over)\b",
    re.IGNORECASE,
)
"""A group that is nobody yet: "to be discussed", "whoever is left over"."""
_KEYS = re.compile(
    r"\W*(?:asdf\w*|qwer\w*|(\w)\1+|[bcdfghjklmnpqrstvwxz]+|lorem\b.*|bla\W*bla.*)\W*", re.I
)
"""What fingers type that mean nothing."""


@once
def no_candidate(told: str, read: Reader) -> bool:
    """True where no group is named: it has still to be found, or is whoever is left over."""
    if not words(told) or not read.left(told, "placeholders") or _KEYS.fullmatch(told):
        return True
    if _FOR_THE_FORM.search(told) or _TO_COME.match(told):
        return True
    if read.concrete(told):
        return False
    if unsaid(told, read) or asks_back(told) or comes_later(told) or own_voice(told):
        return True
    rest = _REST.match(told)
    if rest and not read.left(told[rest.end() :], *NOBODY):
        return True
    if names_group(told, read, "us"):
        return False
    many = any(_MANY.fullmatch(word.text) for word in words(told))
    return is_sentence(told, read) or (len(words(told)) <= SHORT and not many)


@once
def same_group(one: str, read: Reader, other: str, share: float) -> bool:
    """True where two descriptions share most words, or one's nearly all are in the other's.

    Then words that mean the same count as one. Other figures make another group, and so does a
    denial in one of them: "with a lift", "without a lift".
    """
    first, second = read.stems(one), read.stems(other)
    if read.has(one, "denying") != read.has(other, "denying"):
        return False
    if overlap(first, second) > share:
        return True
    figures = [set(_FIGURE.findall(each)) for each in (one, other)]
    if any(figures) and not figures[0] & figures[1]:
        return False
    few, many = sorted((read.families(each, "synonyms") for each in (first, second)), key=len)
    return len(few) >= FEW and len(akin(few, many)) > share * len(few)


_FIGURE = re.compile(r"\d+")
