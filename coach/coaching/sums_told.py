"""Figures that stand in a text, with what they count.

They are read in digits and in English words, amounts with the sign or the name of their money,
times in minutes to years. What cannot be read with certainty is left out: a sum that is read
wrong accuses somebody of a mistake that is ours.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

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
WORD = "|".join(sorted((*_WORDS, *_TIMES), key=len, reverse=True))
"""The words for numbers, as a part of a pattern."""
_NUMBER = re.compile(
    r"(?<![\w.,:])(?P<digits>\d{1,3}(?:[,\u00a0\u202f' ]\d{3})+(?!\d)|\d+)"
    r"(?P<part>\.\d+)?(?P<thousand>k\b)?"
    rf"|\b(?P<words>(?:{WORD})(?:[\s-]+(?:and\s+)?(?:a\s+)?(?:{WORD}))*)\b",
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
        value = in_words(match["words"])
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


def number(text: str) -> float:
    """The value of a number in words or in digits; 0 for "zero", and for what is no number."""
    digits = text.replace(",", "")
    try:
        return in_words(text) or float(digits)
    except ValueError:
        return 0.0


def in_words(text: str) -> float:
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


_ANY = rf"(?:\d[\d,.]*|{WORD})"
_RATIO = re.compile(
    rf"\b{_ANY}(?:\s+\w+){{0,2}}?\s+(?:in|of|out\s+of|from)\s+(?:every\s+|each\s+|the\s+|a\s+)?{_ANY}\b",
    re.IGNORECASE,
)
