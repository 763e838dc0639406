"""Is an event told, or only what it would be about?

A heading names a field ("competition", "the spring", "dependence on the guild"); an event has a
verb, a mishap or a figure in it.
"""

import re

from coach.coaching.language import Reader, words
from coach.coaching.telling import tells
from coach.coaching.verdicts import once

_IN_GENERAL = re.compile(
    r"\b(?:in general|generally|as a whole|as such|overall)\W*\Z", re.IGNORECASE
)
"""What is said of everything at once happens on no day."""
_AREA = re.compile(
    r"\A(?:\w+\W+){0,3}?(?:side|front|situation|questions?|issues?|aspects?|topics?|matters"
    r"|conditions|area|environment|department|pressure|thing|things|stuff|affairs|landscape"
    r"|sector)\W*\Z|\b(?:and (?:all )?(?:that|so on|the like|such)|etc)\W*\Z",
    re.IGNORECASE,
)
"""A heading that names where, and not what: "the supply side"."""
_THEME = re.compile(
    r"\A\W*(?:(?:all|the|our|this|whole|entire|complete|big|old) )*(?:themes?|topics?|subjects?"
    r"|chapters?) (?:of|with|about|around|regarding|concerning)\b"
    r"|\A\W*(?:all|the (?:whole|entire|complete)) (?:\w+ )?(?:issues?|questions?|stor(?:y|ies)"
    r"|things?|problems?|saga|matter|business) (?:of|with|about|around|regarding|concerning)\b",
    re.IGNORECASE,
)
"""A heading that says itself that it is one: "the whole topic of staff"."""
_ASKS = re.compile(r"(?:what|how|whether|which|who|where)\s+(?!if\b)", re.IGNORECASE)
"""A question is no event: "what the authorities think"."""
_AND_THEIRS = re.compile(r"\b(?:and|&) (?:all )?(?:its|their|his|her|our|my|the) ", re.IGNORECASE)
"""Somebody and what is theirs: "the bank and its moods"."""


_WHATEVER_OF = re.compile(
    r"\b(?:and|with) (?:all )?(?:where|what|how|whatever|everything|that)\b.*"
    r"|\A\W*(?:everything|anything|all|things|something)\b.*\b(?:to do with|about|around"
    r"|concerning)\b",
    re.IGNORECASE,
)
"""What a heading adds to its noun: "fashion and where it is headed", "all to do with customs"."""
_DAYS = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:of )?(?=[A-Z])(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct"
    r"|Nov|Dec)\w*"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}(?:st|nd|rd|th)?\b"
    r"|\b(?:19|20)\d\d\b"
)
"""Days, which count nothing: "the usual 30 June"."""


@once
def counts(text: str, read: Reader) -> bool:
    """True where a figure stands in ``text`` that is no day."""
    return read.has_figure(_DAYS.sub(" ", text))


def nothing_happens(event: str, effect: str, read: Reader) -> bool:
    """True where neither the event tells what happens, nor the effect what it leads to.

    "Something goes wrong" tells neither.
    """
    if any(word.number for word in words(event)) or counts(effect, read):
        return False
    event = _WHATEVER_OF.sub("", event)
    if _IN_GENERAL.search(event) or _ASKS.match(event):
        event = ""
    effect = "" if _AREA.search(effect) else effect
    empty = ("vacuous", "topics", "padding", "vague_amounts")
    return not any(tells(text, read) and read.left(text, *empty) for text in (event, effect))


@once
def heading(event: str, read: Reader) -> bool:
    """True where ``event`` is a heading by its form, however well cause and effect are told."""
    if not words(event) or read.has_figure(event):
        return False
    if _ASKS.match(event) and len(words(event)) <= NOTE:
        return True
    if _THEME.match(event):
        return True
    if tells(event, read):
        return False
    if read.only(event, "topics") and not read.concrete(event):
        return True
    return (
        _AREA.search(event) is not None
        or _IN_GENERAL.search(event) is not None
        or _AND_THEIRS.search(event) is not None
        or _single(event, read)
        or _somebody(event, read)
        or _about(event, read)
        or _listed(event)
    )


def _single(event: str, read: Reader) -> bool:
    """True for one noun with an article, "our landlord", or an abstract one, "liability"."""
    left = read.left(event)
    told = words(event)
    if len(left) != 1 or len(told) > 3 or left[0] is not told[-1]:
        return False
    small = read.find(event, "determiners")
    abstract = read.has(event, "field_nouns") or left[0].text.casefold().endswith(_ABSTRACT)
    opens = bool(small) and small[0].first == 0 and len(told) == 2
    return abstract or opens or (len(told) == 1 and read.has(event, *_GROUPS))


_GROUPS = ("group_nouns", "customer_words", "rivals", "supplier_words")


def _somebody(event: str, read: Reader) -> bool:
    """True for those who would do it, and no word of what: "the big players"."""
    told, left = words(event), read.left(event)
    last = told[-1].text
    return len(left) == 2 and read.has(last, *_GROUPS) and last.islower() and last.endswith("s")


_ABSTRACT = ("ity", "ness", "ism", "ship", "isation", "ization", "ability")


def _about(event: str, read: Reader) -> bool:
    """True where all hangs on a noun that is no event: "dependence on the guild"."""
    told = words(event)
    small = {at for span in read.find(event, "function") for at in range(span.first, span.last + 1)}
    head = next((at for at in range(len(told)) if at not in small), len(told))
    ends = {span.last + 1 for span in read.find(event, "field_nouns") if span.first <= head + 1}
    few = len(told) - head <= NOTE and not read.has(event, "directions", "comparatives")
    return any(at == len(told) or told[at].text.casefold() in _OF or few for at in ends)


NOTE = 4
"""Words of a heading up to which it hangs on its first noun whatever follows."""


_BEHIND = "of on in from for about around with to at by against and between"
_OF = frozenset(_BEHIND.split())


def _listed(event: str) -> bool:
    """True for nouns in a row: "wine, beer, spirits"."""
    parts = [part.split() for part in event.split(",")]
    return len(parts) > 1 and all(len(part) == 1 for part in parts)
