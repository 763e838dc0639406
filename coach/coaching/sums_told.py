"""Figures that stand in a text, with what they count, and the sums that are told with them.

``At 260 wearers × 3 calls × 18 minutes that is 234 hours a month. We have 130.`` holds a need
of 234 hours and room for 130. Figures are read in digits and in English words, amounts with the
sign or the name of their money, times in minutes to years. What cannot be read with certainty
is left out: a sum that is read wrong accuses somebody of a mistake that is ours.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from math import prod

from coach.coaching.language import LONGEST, stem

HOURS = {
    "minute": 1 / 60, "min": 1 / 60, "mins": 1 / 60,
    "hour": 1.0, "hours": 1.0, "h": 1.0, "hr": 1.0, "hrs": 1.0,
}  # fmt: skip
"""Hours in one of each unit that work is counted in."""

MONTHS = {
    "day": 12 / 365, "week": 12 * 7 / 365, "month": 1.0, "quarter": 3.0, "year": 12.0,
    "winter": 12.0, "summer": 12.0, "spring": 12.0, "autumn": 12.0,
}  # fmt: skip
"""Months in one of each longer unit; "two winters" are two years."""

IN_A_MONTH = 31 * 24
"""Hours that one person could work in a month who never slept."""

_ONES = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS: dict[str, float] = {
    **{word: float(at) for at, word in enumerate(_ONES.split())},
    **{word: 10.0 * at for at, word in enumerate(_TENS.split(), start=2)},
    "dozen": 12.0,
    "half": 0.5,
}
_TIMES = {"hundred": 100.0, "thousand": 1000.0, "million": 1_000_000.0}
_WORD = "|".join(sorted((*_WORDS, *_TIMES), key=len, reverse=True))
_NUMBER = re.compile(
    r"(?<![\w.,:])(?P<digits>\d{1,3}(?:[,\u00a0\u202f' ]\d{3})+(?!\d)|\d+)"
    r"(?P<part>\.\d+)?(?P<thousand>k\b)?"
    rf"|\b(?P<words>(?:{_WORD})(?:[\s-]+(?:and\s+)?(?:a\s+)?(?:{_WORD}))*)\b",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"(?:[A-Z]{0,3}[$€£¥₹₺₽₩฿₫₴]|\b(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|CLP|KSh|Rs|R))\s?\Z"
)
_MONEY = re.compile(
    r"\s?(?:[$€£¥₹₺₽₩฿₫₴]|(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|CLP|kr|Ft|Fr|zł|Kč|euros?|"
    r"dollars?|francs?|pesos?|rupees?|rand|crowns?|shillings?|cents?|pence|quid)\b)",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\s?(?:%|per\s?cent\b)", re.IGNORECASE)
_CLOCK = re.compile(r":\d\d|\s?(?:am|pm|o['’]clock|a\.m|p\.m)\b", re.IGNORECASE)
_NEXT = re.compile(r"[\s-]+(?:(?:an?|more|whole|full)\s+)?([^\W\d_]+)")


class Kind(StrEnum):
    """What a figure counts."""

    MONEY = "money"
    PERCENT = "percent"
    WORK = "work"
    SPAN = "span"
    CLOCK = "clock"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a text.

    ``value`` is as written, for work in hours, for a span of time in months; ``noun`` is the stem
    of the word after it; ``start`` and ``end`` are where it stands, its unit with it.
    """

    value: float
    kind: Kind
    noun: str
    start: int
    end: int


def figures(text: str) -> tuple[Figure, ...]:
    """The figures of ``text``, in order. A lone "one" counts only before a unit of time."""
    return _figures(text[:LONGEST])


@lru_cache(maxsize=1024)
def _figures(text: str) -> tuple[Figure, ...]:
    return tuple(each for match in _NUMBER.finditer(text) if (each := _figure(text, match)))


def _figure(text: str, match: re.Match[str]) -> Figure | None:
    start, end = match.span()
    if match["words"]:
        value = _in_words(match["words"])
    else:
        value = float(re.sub(r"\D", "", match["digits"]) + (match["part"] or ""))
        value *= 1000 if match["thousand"] else 1
    if sign := _SIGN.search(text, max(0, start - 6), start):
        return Figure(value, Kind.MONEY, "", sign.start(), end)
    for kind, unit in ((Kind.MONEY, _MONEY), (Kind.PERCENT, _PERCENT), (Kind.CLOCK, _CLOCK)):
        if found := unit.match(text, end):
            return Figure(value, kind, "", start, found.end())
    after = _NEXT.match(text, end)
    noun = after[1].casefold() if after else ""
    root = noun if noun in HOURS else noun.removesuffix("s")
    if root in HOURS and after:
        return Figure(value * HOURS[root], Kind.WORK, root, start, after.end())
    if root in MONTHS and after:
        return Figure(value * MONTHS[root], Kind.SPAN, root, start, after.end())
    if match["words"] and match["words"].casefold() in ("one", "half", "zero"):
        return None
    return Figure(value, Kind.COUNT, stem(noun) if noun else "", start, end)


def _in_words(text: str) -> float:
    """The value of "two hundred and forty", "thirty-five", "two and a half"."""
    total, last = 0.0, 0.0
    for word in re.findall(r"[a-z]+", text.casefold()):
        if word in _TIMES:
            last = (last or 1.0) * _TIMES[word]
            if _TIMES[word] >= 1000:
                total, last = total + last, 0.0
        elif word == "dozen":
            last = (last or 1.0) * 12
        elif word in _WORDS:
            last += _WORDS[word]
    return total + last


def ratio(text: str) -> bool:
    """True where ``text`` tells a share: "3 of 412", "one in twelve", "36 out of 100"."""
    return _RATIO.search(text[:LONGEST]) is not None


_ANY = rf"(?:\d[\d,.]*|{_WORD})"
_RATIO = re.compile(
    rf"\b{_ANY}(?:\s+\w+){{0,2}}?\s+(?:in|of|out\s+of|from)\s+(?:every\s+|each\s+|the\s+|a\s+)?{_ANY}\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Work:
    """Hours a month that a text says are needed, and those there are; None where it says none."""

    needed: float | None
    capacity: float | None


_TIMES_SIGN = re.compile(r"\s*(?:×|\bx\b|\*|\btimes\b)\s*", re.IGNORECASE)
_OF = re.compile(
    r"(\d[\d,]*(?:\.\d+)?)(?P<before>(?:\s+[^\W\d]+){0,4}?)\s+of\s+(?:(?:our|my|the|all|those)\s+)*"
    r"(\d[\d,]*(?:\.\d+)?)(?P<after>(?:\s+[^\W\d]+){0,3})",
    re.IGNORECASE,
)
_HAVE = re.compile(
    r"\b(?:(?:have|has)(?!\s+to\b)|own|can\s+(?:work|give|spare|offer|do)|gives?|offers?|spares?|spare|(?:alone|am|are)\s+with|there\s+are|"
    r"there\s+is|capacity|available|free|limit(?:ed)?|at\s+most|no\s+more\s+than)\b",
    re.IGNORECASE,
)
_NEED = re.compile(
    r"(?:=|:|\b(?:is|are|makes?|needs?|takes?|come[s]?\s+to|adds?\s+up\s+to|eats?|fills?|would|"
    r"costs?|means?|work|asks?\s+for|amounts?\s+to|totals?|require[sd]?|booked|promised))\s*\Z",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\b(?:on\s+(?:my|our)\s+own|all\s+by\s+myself|by\s+myself|single-?handed(?:ly)?|just\s+me|only\s+me|"
    r"i\s+am\s+alone|i\s+work\s+alone|nobody\s+(?:else\s+)?helps)\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:each|every|apiece|all|per)\b", re.IGNORECASE)
_PERIOD = re.compile(
    r"\b(?:a|per|each|every|in\s+a|in\s+the|that|this|the\s+same|one)\s+(day|week|month|year)\b",
    re.IGNORECASE,
)
_A_MONTH = {"day": 365 / 12, "week": 365 / 84, "month": 1.0, "year": 1 / 12}


def work(text: str) -> Work:
    """The hours a month that ``text`` says are needed, and how many there are.

    A total that is told counts; where none is, the product of customers, times and minutes does.
    """
    text = text[:LONGEST]
    if pairs := _pairs(text):
        return Work(*max(pairs, key=lambda pair: pair[0] / pair[1]))
    capacity, needed = _told(text)
    if capacity is None and _ALONE.search(text):
        capacity = float(IN_A_MONTH)
    if needed is None and "year" not in text.casefold():
        needed = _multiplied(text)
    return Work(needed, capacity)


def _pairs(text: str) -> list[tuple[float, float]]:
    """Each "264 of 170 hours" in ``text``."""
    pairs = []
    for match in _OF.finditer(text):
        around = f"{match['before']} {match['after']}".casefold().split()
        first, second = (float(match[at].replace(",", "")) for at in (1, 3))
        if second and any(word in ("hour", "hours", "h") for word in around):
            pairs.append((first, second))
    return pairs


def _told(text: str) -> tuple[float | None, float | None]:
    """The hours that there are, and the hours that are needed, as told outright."""
    capacity, needed = [], []
    found = figures(text)
    seen, factor = False, 1.0
    for at, each in enumerate(found):
        bare = each.kind is Kind.COUNT and seen and _ends(text, each.end)
        if each.noun not in ("hour", "hours", "h", "hr", "hrs") and not bare:
            continue
        start = max(text.rfind(stop, 0, each.start) for stop in (".", ";", "!", ",", ":", "="))
        start = max(start, found[at - 1].end if at else 0)
        lead, tail = text[start + 1 : each.start], text[each.end : each.end + 30]
        rest = re.split(r"[.;!,:]", tail, maxsplit=1)[0]
        factor = _monthly(rest, factor)
        value = each.value * factor
        if _HAVE.search(lead) or _HAVE.match(rest.lstrip()) or re.search(r"\bwe have\b", rest):
            capacity.append(value)
        elif not bare and (_NEED.search(text[max(0, each.start - 24) : each.start].rstrip() + " ")):
            needed.append(value)
        seen = seen or each.kind is Kind.WORK
    return (max(capacity) if capacity else None), (max(needed) if needed else None)


def _ends(text: str, at: int) -> bool:
    """True where the figure that ends at ``at`` counts nothing that is named."""
    return re.match(r"\s*(?:[.,;!)]|\Z|(?:for|we|that|in\s+all|a|per|to)\b)", text[at:]) is not None


def _monthly(text: str, otherwise: float = 1.0) -> float:
    """Times in a month of the period that ``text`` names ("a week"), or ``otherwise``."""
    found = _PERIOD.search(text)
    return _A_MONTH[found[1].casefold()] if found else otherwise


def _multiplied(text: str) -> float | None:
    """The product of a chain "44 mills × 4 orders × 90 minutes", or of a sentence with "each"."""
    found = figures(text)
    best = None
    for at, each in enumerate(found):
        if each.kind is not Kind.WORK:
            continue
        chain = [each]
        for before, after in reversed(list(pairwise(found[: at + 1]))):
            if not _TIMES_SIGN.search(text[before.end : after.start]):
                break
            chain.append(before)
        if len(chain) < 3:
            chain = _worded(text, found, at)
        if chain:
            product = prod(one.value if one.kind is not Kind.SPAN else _count(one) for one in chain)
            best = max(best or 0.0, product * _monthly(_sentence(text, each)))
    return best


def _count(span: Figure) -> float:
    """A span as the number that was written: "six nights" are six."""
    return span.value / MONTHS[span.noun]


def _worded(text: str, found: tuple[Figure, ...], at: int) -> list[Figure]:
    """The figures of a sentence such as "all 168 families want a visit, 40 minutes each"."""
    each, sentence = found[at], _sentence(text, found[at])
    start = text.find(sentence)
    before = [one for one in found[:at] if start <= one.start]
    counts = [one for one in before if one.kind in (Kind.COUNT, Kind.SPAN) and one.noun]
    if not counts or len(counts) != len(before) or not _EACH.search(sentence):
        return []
    return [*counts, each] if counts[0].kind is Kind.COUNT else []


def _sentence(text: str, figure: Figure) -> str:
    """The sentence that ``figure`` stands in."""
    start = max(text.rfind(stop, 0, figure.start) for stop in (". ", "; ", "! ")) + 1
    stop = re.search(r"[.;!](?:\s|\Z)", text[figure.end :])
    return text[start : figure.end + stop.start() if stop else len(text)]
