"""Reading prices in words: whose they are, and whether they are called the lowest or a high one.

A text that names a price may name a rival's beside it ("€26 a visit, not €44"), or a deposit, or
what is saved. "Nobody asks less" calls a price the lowest, "a third more than the rest" a high one.
"""

import re
from dataclasses import dataclass

from coach.coaching.language import LONGEST, Reader, related
from coach.coaching.quantities import HOURS, Quantity, Sort, of_sort

NEAR = 160
"""Characters around a price in which its owner is looked for."""

MOST_PRICES = 24
"""Prices of a text that are read; nobody compares with more."""

_SPLIT = re.compile(r"[.,;:!?()–—]\s|\s[-–—]\s|\b(?:and|but|where|while|whereas|then)\b")
_STOP = re.compile(r"[.,;:!?()–—](?:\s|\Z)|\s[-–—]\s|\b(?:and|but|where|while|whereas)\b")
_THAN = (
    r"instead\s+of|rather\s+than|in\s+place\s+of|not|against|versus|vs\.?|unlike|than|under|below|"
    r"above|over|beyond|compared\s+(?:with|to)|next\s+to|beside|half(?:\s+of)?|"
    r"(?:a|one)\s+(?:third|quarter|half|fifth)\s+of|of"
)
_AGAINST = re.compile(
    rf"\b(?:{_THAN})\W++(?:\w++(?:['’-]\w++)*+\W++){{0,4}}\Z",  # one way to read a row of dashes
    re.IGNORECASE,
)
_COMPARED = re.compile(rf"\b(?:{_THAN})\b", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(we|i|you|they|ours)?\s*(?:asks?|charges?|wants?|bills?|demands?|quotes?)\W+\Z",
    re.IGNORECASE,
)
_NO_PRICE_AFTER = re.compile(
    r"\s*(?:less|more|cheaper|dearer|lower|higher|saved|off|back|lost|down|deposit|discount|refund|"
    r"of\b|worth|extra|on\s+top|in\s+hand|profit|bonus|fine|credit|voucher|per\s+cent)",
    re.IGNORECASE,
)
_NO_PRICE_BEFORE = re.compile(
    r"\b(?:sav(?:e|es|ed|ing)|los(?:e|es|t|ing)|worth|refund(?:s|ed)?|credit|deposit(?:\s+of)?|"
    r"loan(?:\s+of)?|fined?|damage|loss|earn(?:s|ed)?|gain(?:s|ed)?|cuts?|spares?|by|wasted?|"
    r"bonus|up\s+to|budget|guarantee(?:\s+of)?|over)\W+(?:\w+\W+){0,2}\Z",
    re.IGNORECASE,
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
    if against or read.has(before, "elsewhere") or read.has(after, "elsewhere"):
        return True
    told = read.stems(before) | read.stems(after)
    return any(related(each, name) for each in told for name in names)


_OF_MONEY = re.compile(
    r"\b(?:price|cost|cheap|dear|expensive|afford|ask|charge|pay|sell|sold|bill|takes?\s+less|quote|fee|rate|tariff|"
    r"invoice|money|market|undercut)|[$€£¥₹]",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|never|no|nor|isn['’]t|aren['’]t|without)\b\W+(?:\w+\W+){0,2}\Z", re.I
)
_ALL = (
    r"(?:any\w*|everyone|everybody|every|all|each|others?|rivals?|competitors?|what\s+\w+|"
    r"the\s+(?:others?|whole|entire|rest|market|trade|usual|average|competition))"
)
_NO_ONE = r"(?:nobody|no\s+one|none|no\s+other|nothing|nowhere|no\s+\w+)"
_CANNOT = r"(?:cannot|can['’]t|won['’]t|will\s+not|never)"
_LESS = r"(?:less|cheaper|lower|below|under|undercut\w*|undersell\w*|beats?|beating|match\w*)"
_SUM = r"(?:price|bill|fee|rate|cost|tag|money|market|tariff|charge|quote|invoice)\w*"
_WORDS = r"(?:\W+[^\W\d]+(?:['’][^\W\d]+)?)"
_LOW = r"(?:lowest|smallest|least|bottom|minimum|tiniest|most\s+affordable|most\s+economical)"
_HIGH = r"(?:highest|dearest|steepest|top|upper|most\s+expensive|most\s+costly|maximum)"
_HALF = r"(?:half|a\s+third|a\s+quarter|a\s+fraction|a\s+tenth)"
_LOWEST = tuple(
    re.compile(each, re.IGNORECASE)
    for each in (
        rf"\b{_NO_ONE}\b{_WORDS}{{0,6}}?\W+(?:{_LESS}|so\s+(?:little|cheaply)|near|close)\b{_WORDS}{{0,3}}",
        rf"\b{_CANNOT}\W+(?:find|get|buy|pay){_WORDS}{{0,2}}?\W+(?:less|cheaper|lower)\b{_WORDS}{{0,2}}",
        rf"\bcheaper\b{_WORDS}{{0,2}}?\W+(?:{_NO_ONE}|{_CANNOT}|what\w*)\b{_WORDS}{{0,3}}",
        rf"\b{_LESS}\b{_WORDS}{{0,4}}?\W+{_ALL}\b{_WORDS}?",
        rf"\b{_LOW}\b{_WORDS}{{0,4}}?\W+{_SUM}",
        rf"\b{_SUM}\b{_WORDS}{{0,4}}?\W+{_LOW}\b",
        rf"\bmost\s+affordable\b{_WORDS}{{0,3}}",
        rf"\b{_HALF}\s+(?:of\s+)?(?:what\s+{_ALL}|the\s+(?:going|usual|normal|market))\b{_WORDS}{{0,2}}",
        rf"\b(?:hardly|barely|scarcely)\b{_WORDS}{{0,2}}?\W+(?:costs?|anything|a\s+penny)\b",
        r"\bprice[- ](?:leader|breaker|beater|killer)s?\b",
    )
)
"""Ways of saying that all others ask more, where the clause speaks of a price."""


_PART = r"(?:\d+\s?(?:%|per\s?cent)|(?:a|one)\s+(?:third|quarter|half|fifth|tenth))"
_MONEY = r"(?:[A-Z]{0,3}[$€£¥₹]\s?\d[\d.,]*|\b\d[\d.,]*\s?(?:[A-Z]{3}|[$€£¥₹]|euros?|dollars?))"
_DEARER = tuple(
    re.compile(each, re.IGNORECASE)
    for each in (
        rf"\b(?:twice|double|(?:three|several)\s+times)\b{_WORDS}{{0,3}}?\W+(?:{_ALL}|{_SUM})",
        r"\b(?:costs?|charge|ask|pay)\s+(?:the\s+)?(?:double|twice|triple)\b",
        rf"\b{_PART}\s+(?:more|dearer|above|over|higher|extra|on\s+top)\b{_WORDS}{{0,3}}",
        rf"\bhalf\s+as\s+much\s+again\b{_WORDS}{{0,3}}",
        rf"\b(?:above|over|beyond|(?:higher|dearer|more|more\s+costly)\s+than)\b{_WORDS}{{0,2}}?"
        rf"\W+{_ALL}\b",
        rf"{_MONEY}(?:\s+an?\s+\w+)?\s+(?:above|over|more\s+than|dearer\s+than)\s+"
        rf"(?:the|any|every|what|all|our|other)\b{_WORDS}{{0,2}}",
        rf"\b{_HIGH}\b{_WORDS}{{0,3}}?\W+{_SUM}",
        rf"\b{_SUM}\b{_WORDS}{{0,3}}?\W+{_HIGH}\b",
        rf"\b(?:{_CANNOT}|{_NO_ONE})\b{_WORDS}{{0,3}}?\W+(?:dearer|more\s+expensive)\b",
        r"\bmoney\s+is\s+no\s+object\b",
    )
)
"""Ways of saying that we ask more than others, where the clause speaks of a price."""


def highest(text: str, rivals: str, read: Reader) -> str:
    """The words of ``text`` that call our price high; empty where it is denied or another's."""
    names, text = read.stems(rivals), text[:LONGEST]
    for span in read.find(text, "premium"):
        before = _SPLIT.split(text[max(0, span.start - NEAR) : span.start])[-1]
        after = _STOP.split(text[span.end : span.end + NEAR], maxsplit=1)[0]
        told = read.stems(f"{before} {after}")
        another = read.has(before, "elsewhere") or any(related(a, b) for a in told for b in names)
        if not another and not _NEGATED.search(before) and not _AGAINST.search(before):
            return text[span.start : span.end]
    for clause in read.clauses(text):
        if found := _first(_DEARER, clause):
            return found
    return ""


def lowest(text: str, read: Reader) -> str:
    """The words of ``text`` that promise the lowest price; empty where there are none."""
    for span in read.find(text, "cheapest"):
        if not _NEGATED.search(text[: span.start]):
            return text[span.start : span.end]
    for clause in read.clauses(text):
        if found := _first(_LOWEST, clause):
            return found
    return ""


def _first(ways: tuple[re.Pattern[str], ...], clause: str) -> str:
    """The words of ``clause`` that one of the ways finds, if it speaks of a price."""
    if not _OF_MONEY.search(clause):
        return ""
    found = next((match for each in ways if (match := each.search(clause))), None)
    return found[0] if found and not _NEGATED.search(clause[: found.start()]) else ""
