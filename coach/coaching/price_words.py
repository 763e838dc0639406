"""Reading prices in words: whose they are.

A text that names a price may name a rival's beside it ("€26 a visit, not €44"), or a deposit, or
what is saved.
"""

import re
from dataclasses import dataclass

from coach.coaching.language import LONGEST, Reader, related
from coach.coaching.quantities import HOURS, Quantity, Sort, of_sort

NEAR = 160
"""Characters around a price in which its owner is looked for."""

MOST_PRICES = 24
"""Prices of a text that are read; nobody compares with more."""

_SPLIT = re.compile(r"[.,;:!?()–—]\s|\s[-–—]\s|\b(?:and|but|when|where|while|whereas|then)\b")
_STOP = re.compile(r"[.,;:!?()–—](?:\s|\Z)|\s[-–—]\s|\b(?:and|but|when|where|while|whereas)\b")
_THAN = (
    r"instead\s+of|rather\s+than|in\s+place\s+of|not|against|versus|vs\.?|unlike|than|under"
    r"|below|"
    r"above|over|beyond|compared\s+(?:with|to)|next\s+to|beside|half(?:\s+of)?|"
    r"(?:a|one)\s+(?:third|quarter|half|fifth)\s+of|of"
)
_AGAINST = re.compile(
    rf"\b(?:{_THAN})\W++(?:\w++(?:['’-]\w++)*+\W++){{0,4}}\Z",  # one way to read a row of dashes
    re.IGNORECASE,
)
_PAID_FOR = re.compile(r"\bof\s+(?:\w+\s+){1,3}(?:for|at|costs?)\W*\Z", re.IGNORECASE)
"""Something else is "of", and the amount is what it is had for: "edges of each other for €36"."""
_BEFORE_WHAT = re.compile(r"\bbefore(?=\s+\w)", re.IGNORECASE)
"""Before something is no earlier price: "they pay €90 before the season"."""
_COMPARED = re.compile(rf"\b(?:{_THAN})\b", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(we|i|you|they|ours)?\s*(?:asks?|charges?|wants?|bills?|demands?|quotes?)\W+\Z",
    re.IGNORECASE,
)
_NO_PRICE_AFTER = re.compile(
    r"\s*(?:less|more|cheaper|dearer|lower|higher|saved|off|back|lost|down|deposit|discount"
    r"|refund|"
    r"of\b|(?:above|below|under)\s+(?:the|their|his|her|what|any|all|every)\b|worth|extra|on\s+top|in\s+hand|profit|bonus|fine|credit|voucher|per\s+cent)",
    re.IGNORECASE,
)
_NO_PRICE_BEFORE = re.compile(
    r"\b(?:sav(?:e|es|ed|ing)|los(?:e|es|t|ing)|worth|refund(?:s|ed)?|credit|deposit(?:\s+of)?|"
    r"loan(?:\s+of)?|fined?|damage|loss|earn(?:s|ed)?|gain(?:s|ed)?|cuts?|spares?|by|wasted?|"
    r"bonus|up\s+to|budget|guarantee(?:\s+of)?|over)\W+(?:\w+\W+){0,2}\Z",
    re.IGNORECASE,
)
_EACH_OTHER = re.compile(
    r"\b(?:each|one (?:to|from|with)(?: the)?) other\b|\bone another\b", re.IGNORECASE
)
_OTHERWISE = ("cent", "cents", "pence", "pound", "pounds")
"""Units that mostly measure something else, pitch or weight, but for what is paid in a time."""
_SUM_OF = re.compile(r"\b(?:fee|price|cost|rate|charge|sum|total|rent)\s+of\W+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Prices:
    """The prices that a text names: those that we ask, and those that somebody else asks."""

    ours: tuple[Quantity, ...]
    theirs: tuple[Quantity, ...]


def prices(text: str, rivals: str, read: Reader, own: float | None = None) -> Prices:
    """The prices in ``text``; ``rivals`` is what the alternatives are called.

    An amount that is our ``own`` price is ours, whatever stands beside it.
    """
    ours: list[Quantity] = []
    theirs: list[Quantity] = []
    names, text = read.stems(rivals), text[:LONGEST]
    for each in of_sort(text, Sort.MONEY)[:MOST_PRICES]:
        if each.unit.casefold() in _OTHERWISE and each.per not in HOURS:
            continue
        before = _SPLIT.split(text[max(0, each.start - NEAR) : each.start])[-1]
        after = _COMPARED.split(
            _STOP.split(text[each.end : each.end + NEAR], maxsplit=1)[0], maxsplit=1
        )[0]
        after = _BEFORE_WHAT.sub(" ", after)
        if own == each.value:
            ours.append(each)
        elif _theirs(before, after, names, read):
            theirs.append(each)
        elif not _NO_PRICE_AFTER.match(text, each.end) and not _NO_PRICE_BEFORE.search(before):
            ours.append(each)
    return Prices(tuple(ours), tuple(theirs))


def _theirs(before: str, after: str, names: frozenset[str], read: Reader) -> bool:
    """True where the words around an amount say that somebody else asks it."""
    asked = _ASKED.search(before)
    if asked and (asked[1] or "").casefold() not in ("we", "i", "you"):
        return bool(before[: asked.start()].strip()) or bool(asked[1])
    against = _AGAINST.search(before) and not _SUM_OF.search(before)
    against = against and not _PAID_FOR.search(before)
    before = _EACH_OTHER.sub(" ", before)
    if against or read.has(before, "elsewhere") or read.has(after, "elsewhere"):
        return True
    told = read.stems(before) | read.stems(after)
    return any(related(each, name) for each in told for name in names)
