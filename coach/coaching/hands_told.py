"""How long work takes and who there is to do it, as people say it without a figure.

"A good week and a half for each" is 1.5 weeks, and "two of us, evenings only" is no more than two
people can work of evenings in a year.
"""

import re

from coach.coaching.quantities import Quantity, Sort, quantities

_HOW = r"(?:(?:good|full|whole|solid|entire|long|round|clear|complete|working|honest)\s+)?"
_TIME = r"(hour|day|week|month|weekend|evening|afternoon|morning|night)"
_SPOKEN = (
    (re.compile(rf"\b(?:an?|one)\s+{_HOW}{_TIME}\s+and\s+an?\s+half\b", re.I), r"1.5 \1s"),
    (re.compile(rf"\b(?:an?|one|another)\s+{_HOW}fortnight\b|\bfortnightly\b", re.I), "2 weeks"),
    (re.compile(r"\ba\s+couple\s+of\b", re.I), "two"),
    (re.compile(r"(?<=\w)[ -]odd\b", re.I), ""),
    (re.compile(rf"\b(?:an?|one|another)\s+{_HOW.removesuffix('?')}{_TIME}\b", re.I), r"1 \1"),
    (
        re.compile(
            r"(?<=take )an?(?= (?:weekend|evening|afternoon|morning|night)\b)"
            r"|(?<=takes )an?(?= (?:weekend|evening|afternoon|morning|night)\b)"
            r"|(?<=is )an?(?= (?:weekend|evening|afternoon|morning|night)\b)",
            re.I,
        ),
        "1",
    ),
)
"""Times without a number, or with a word between it and its unit."""
_BOTH = re.compile(
    r"\b(?:both|two|pair|couple)\s+of\s+us\b|\bwe\s+are\s+two\b|\b(?:my|his|her)\s+"
    r"(?:wife|husband|partner|brother|sister|son|daughter|father|mother|friend)\s+and\s+(?:i|me)\b"
    r"|\b(?:i|me)\s+and\s+(?:my|an?)\s+\w+",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\b(?:alone|myself|on\s+(?:my|his|her)\s+own|single-handed(?:ly)?)\b"
    r"|\b(?:just|only)\s+(?:me|one\s+of\s+us)\b|\bme\b|\bmy\b|\bone\s+of\s+us\b|\bone[ -]man\b",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"(?:us|and|people|persons?|staff|hands|pairs?|heads?|founders?|colleagues|employees?|nurses?|"
    r"students?|apprentices?|friends?|partners?|freelancers?|\w{2,}(?:ers?|ors?|ists?|ians?|men|man|"
    r"women|woman))\Z",
    re.IGNORECASE,
)
_NO_STAFF = re.compile(
    r"(?:winter|summer|computer|printer|hammer|paper|corner|letter|number|"
    r"quarter|trailer|cooker|mixer|scanner|washer|customer|tractor|motor|"
    r"order|timber|water|van|router|server|plotter|cutter|sander|grinder|"
    r"boiler|dryer|drier|freezer|counter|floor|door)s?\Z",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[\w-]+")
_FOLLOWS = re.compile(
    r"\W*(?:(?:part-time|full-time|trained|skilled|good|old|own)\W+)?(?:of\s+)?(\w+)"
)
_PARTLY = (
    (
        re.compile(
            r"\b(?:evenings?|day\s*-?jobs?|spare\s+time|after\s+work|on\s+the\s+side|nights?)\b",
            re.IGNORECASE,
        ),
        700.0,
    ),
    (re.compile(r"\b(?:weekends?|saturdays?|sundays?)\b", re.IGNORECASE), 850.0),
    (
        re.compile(
            r"\b(?:half[ -](?:days?|time)|part[ -]time|mornings?|afternoons?)\b", re.IGNORECASE
        ),
        950.0,
    ),
    (re.compile(r"\b(?:winters?|summers?|autumns?|springs?|seasons?)\b", re.IGNORECASE), 1_000.0),
)
"""Working hours of a year that are left to somebody who has no more than this (ours, generous)."""
MANY = 20
"""People from which on a number is rather one of customers: "75 keepers"."""
A_YEAR = 1_800.0
"""Working hours of one person in a year (ours, generous)."""


def spoken(text: str) -> str:
    """``text`` with times that are told in words as figures: "a full weekend" is "1 weekend"."""
    for each, written in _SPOKEN:
        text = each.sub(written, text)
    return text


def hours_of_all(text: str) -> float:
    """The most working hours a year of those whom ``text`` names; 0 where it names nobody."""
    people = _people(text)
    return people * next((most for part, most in _PARTLY if part.search(text)), A_YEAR)


def _people(text: str) -> float:
    if _BOTH.search(text):
        return 2.0
    told = [each.high for each in quantities(text) if is_staff(text, each)]
    return sum(told) or float(_ALONE.search(text) is not None)


def is_staff(text: str, figure: Quantity) -> bool:
    """True where a figure of ``text`` counts those who do the work: "three sitters"."""
    noun = _FOLLOWS.match(text, _number_end(text, figure.start))
    if figure.sort is not Sort.COUNT or figure.value > MANY or not noun:
        return False
    return _STAFF.match(noun[1]) is not None and not _NO_STAFF.match(noun[1])


def _number_end(text: str, start: int) -> int:
    """Where the number that begins at ``start`` ends: a count may hold the word after it."""
    found = _NUMBER.match(text, start)
    return found.end() if found else start
