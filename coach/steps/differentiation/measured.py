"""Whether words about quality hold something that can be checked: a measure, a share, a norm."""

import re

from coach.coaching.language import Reader, Span
from coach.coaching.sums_told import Figure, Kind, figures, ratio

_DAY = re.compile(r"\bon\s+(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b", re.IGNORECASE)
_STANDARD = re.compile(r"\b[A-Z]{2,}\b|\b[A-Z]+\d+\b")
"""The name of a norm: ISO, EN, IP67."""


_PART_OF = re.compile(
    r"\bhalf\s+an?\s+(?!year|hour|day|dozen|century|life|minute|star)\w+|\b(?:half|quarter|third"
    r"|tenth|hundredth|thousandth)s?\s+of\s+an?\s+\w+"
    r"|\bnot\s+(?:one|a\s+single)\s+\w+\s+(?:\w+\s+)?\w+|\b\d+\.\d\b"
    r"|\b(?:an?|one|\d+|two|three|four|five|six)\s+(?:minutes?|hours?|days?|weeks?)\s+(?:old|fresh|young"
    r"|from\s+the)\b",
    re.I,
)
"""A part of a unit, or an age: "a tenth of a degree", "an hour old"."""


def measured(text: str, read: Reader) -> bool:
    """True where ``text`` holds something that can be checked: a measure, a share, a standard.

    Years of experience, heads, prices and dates measure no product.
    """
    ways = (_STANDARD, _DAY, _PART_OF)
    if ratio(text) or read.has(text, "measurable") or any(each.search(text) for each in ways):
        return True
    lasting = read.find(text, "warranty", "lasting")
    return any(_measures(text, each, lasting, read) for each in figures(text))


def _measures(text: str, figure: Figure, lasting: tuple[Span, ...], read: Reader) -> bool:
    if figure.kind is Kind.PERCENT and figure.value == ALL and not _OF.match(text, figure.end):
        return False
    if figure.kind in (Kind.PERCENT, Kind.WORK):
        return True
    if figure.kind is Kind.SPAN:
        return any(abs(each.start - figure.start) < CLOSE for each in lasting)
    if figure.kind is not Kind.COUNT or _dated(text, figure):
        return False
    if (
        _counts_people(text, figure)
        or _DONE.search(text, 0, figure.start)
        or read.has(text[figure.start : figure.end + 24], "hands")
    ):
        return False
    return (
        not figure.value.is_integer()
        or _UNIT.match(text, figure.end) is not None
        or _LIMIT.search(text, max(0, figure.start - 16), figure.start) is not None
    )


ALL = 100
"""Percent that mean no more than "fully": "rely on it one hundred percent"."""
_OF = re.compile(
    r"\s+(?:of|are|is|were|pass\w*|h[oe]ld|cotton|wool|linen|beech|oak)\b", re.IGNORECASE
)


_UNIT = re.compile(
    r"\W*(?:[mck]?m|[mk]?g|[mc]?l|lbs?|oz|k?n|bar|db|ph|°|c\b|"
    r"(?:\w*(?:met|lit)(?:er|re)|\w*gram|degree|pound|ounce|inch|inche|feet|foot|newton|volt|watt"
    r"|micron"
    r"|ton|tonne|cycle|time|wash|washe|bite|bend|stitch|stitche|turn|hit|blow|rub|point|spot|knot"
    r"|colony"
    r"|colonie|coat|layer|thread|crack|fault|defect|return|tenth|hundredth|thousandth|page|playing"
    r"|glowing|drop|step|stroke|load|firing|winter|summer|season)s?|or\s+(?:less|more|fewer|under)"
    r"|in|of|out\s+of|must)\b",
    re.IGNORECASE,
)
"""What a number measures by, or a bound after it: "560 g", "40,000 bites", "3 or fewer"."""
_LIMIT = re.compile(
    r"\b(?:under|below|above|over|within|beyond|most|least|up\s+to|fewer|less|more|than|only|limit"
    r"|against"
    r"|at|to|shops?|theirs|others)\W*\Z",
    re.IGNORECASE,
)
"""A bound before a number, or whose number it is."""


_DONE = re.compile(
    r"\b(?:takes?|took|taking|gives?|gave|giving|did|do|does|doing)\s+\Z", re.IGNORECASE
)
"""What somebody does so many times: "take two strokes"."""

CLOSE = 40
"""Characters between "lasts" and a time up to which the one is said of the other."""

_PEOPLE = re.compile(r"\s+\w+(?:ers|ors|ists|men)\b", re.IGNORECASE)
_THINGS = re.compile(
    r"\s+(?:\w*(?:met|lit|lay|fib|corn|numb|quart|draw|pow)(?:er|re)s|hours|colou?rs|floors|doors|"
    r"motors|errors|rollers|covers|fingers|papers|timers|letters|flowers)\b",
    re.IGNORECASE,
)


def _counts_people(text: str, figure: Figure) -> bool:
    """True where the noun after ``figure`` ends like one for who does something: carpenters."""
    return bool(_PEOPLE.match(text, figure.end)) and not _THINGS.match(text, figure.end)


def _dated(text: str, figure: Figure) -> bool:
    return 1900 <= figure.value <= 2100 and text[figure.start : figure.end].isdigit()
