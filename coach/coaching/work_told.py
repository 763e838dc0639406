"""Hours of work that a text tells: how many are needed a month, and how many there are.

``At 260 wearers × 3 calls × 18 minutes that is 234 hours a month. We have 130.`` holds a need
of 234 hours and room for 130.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from math import prod

from coach.coaching.language import LONGEST, stem
from coach.coaching.sums_told import MONTHS, WORD, Figure, Kind, figures, in_words, number

IN_A_MONTH = 30 * 10
"""Hours that one person could work in a month who never took a day off."""


@dataclass(frozen=True, slots=True)
class Work:
    """Hours a month that a text says are needed, and those there are; None where it says none."""

    needed: float | None
    capacity: float | None


_TIMES_SIGN = re.compile(r"\s*(?:×|\bx\b|\*|\btimes\b)\s*", re.IGNORECASE)
_OF = re.compile(
    r"(?<![\d,])(\d[\d,]*(?:\.\d+)?)(?P<before>(?:\s+[^\W\d]+){0,4}?)\s+of\s+(?:(?:our|my|the|all|those)\s+)*"
    r"(\d[\d,]*(?:\.\d+)?)(?P<after>(?:\s+[^\W\d]+){0,3})",
    re.IGNORECASE,
)
_HAVE = re.compile(
    r"\b(?:(?:have|has)(?!\s+to\b)|own|can\s+(?:work|give|spare|offer|do)|gives?|offers?|spares?"
    r"|spare|(?:alone|am|are)\s+with|there\s+are|"
    r"there\s+is|together|on\s+shift|works(?!\s+out)|with\s+(?:our|my|their|his|her)|capacity"
    r"|available|free"
    r"|limit(?:ed)?|at\s+most|no\s+more\s+than"
    r"|manages?|puts?\s+in|allows?|permits?|bears?|stands?\s+at|copes?\s+with|paid\s+for"
    r"|between\s+us|good\s+for|can|leaves?(?!\s+(?:by|at|on))|lasts?\s+for"
    r"|(?:we|us|i|they|both|team|crew)\s+(?:\w+\s+)?(?:work|do)|where\s+only|but\s+only"
    r"|only\s+have)\b",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\s*(?:are|is)\s+(?:there|all|at hand|on hand|left|available)\b", re.IGNORECASE
)
"""What follows the hours that there are: "only 200 are there"."""
_OUGHT = re.compile(r"\b(?:would|must|should|(?:have|has|had)\s+to|needs?)\b", re.IGNORECASE)
"""Words that make a need of hours that are ours: "we would have to work"."""
_SPOKEN = (
    (re.compile(r"\ban hour and a half\b", re.IGNORECASE), "90 minutes"),
    (
        re.compile(
            r"(?<!of )(?<!half )\b(?:an|one) hour (?=each|apiece|per\b|an? visit"
            r"|a call)",
            re.IGNORECASE,
        ),
        "60 minutes ",
    ),
)
"""Times that are told without a number."""
_NEED = re.compile(
    r"(?:=|:|\b(?:is|are|makes?|needs?|takes?|come[s]?\s+to|adds?\s+up\s+to|eats?|fills?|would|"
    r"costs?|means?|work|asks?\s+for|amounts?\s+to|totals?|require[sd]?|booked|promised"
    r"|works?\s+out\s+(?:at|to)|runs?\s+to|go(?:es)?"
    r"|swallows?|make\s+up)"
    r"(?:\s+(?:about|around|some|roughly|nearly|almost|over|up\s+to|at\s+least|easily|all\s+of"
    r"|together))?)\s*\Z",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\b(?:on\s+(?:my|our)\s+own|all\s+by\s+myself|by\s+myself|single-?handed(?:ly)?|just\s+me"
    r"|only\s+me|me\s+alone|(?:is|am|just)\s+(?:only\s+)?one\s+of\s+(?:me|us)|"
    r"i\s+am\s+alone|i\s+work\s+alone|nobody\s+(?:else\s+)?helps)\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:each|every|apiece|all|per)\b", re.IGNORECASE)
_PERIOD = re.compile(
    r"\b(?:a|per|each|every|in\s+a|in\s+the|that|this|the\s+same|one)\s+(day|week|month|year)\b"
    r"|\b(week|month|year)ly\b",
    re.IGNORECASE,
)
_A_MONTH = {"day": 365 / 12, "week": 365 / 84, "month": 1.0, "year": 1 / 12}


def work(text: str) -> Work:
    """The hours a month that ``text`` says are needed, and how many there are.

    A total that is told counts; where none is, the product of customers, times and minutes does.
    """
    text = text[:LONGEST]
    if "hour" in text.casefold():
        for spoken, written in _SPOKEN:
            text = spoken.sub(written, text)
    if pairs := _pairs(text):
        return Work(*max(pairs, key=lambda pair: pair[0] / pair[1]))
    capacity, needed = _told(text)
    if capacity is None and _ALONE.search(text):
        capacity = float(IN_A_MONTH)
    if needed is None and "year" not in text.casefold():
        needed = _multiplied(text)
    if needed is None or needed < _A_DAY:  # what one of them takes
        needed = _each_takes(text) or _in_a_row(text) or needed
    return Work(needed, capacity)


_PEOPLE, _A_DAY = 10, 24
"""From how many on a count is one of customers, and below how many hours one contact is."""
_FOR_ONE = re.compile(
    r"\b(?:each|every|apiece|per)\b|\A\s*one\b|\b(?:hours?|minutes?)\s+an?\s+\w+", re.IGNORECASE
)
_QUARTERS = re.compile(rf"\b({WORD}|\d+|a)\s+quarters?\s+of\s+an\s+hour\b", re.IGNORECASE)
_EVERY_OTHER = re.compile(r"\bevery\s+(?:other|second)\s+month\b", re.IGNORECASE)
_OURSELVES = re.compile(r"\b(?:we|us|the)\s+\Z|\A\s+of\s+us\b", re.IGNORECASE)


def _each_takes(text: str) -> float | None:
    """The hours a month of a sentence such as "each takes three hours, 63 growers want two"."""
    best = None
    for sentence in re.split(r"[.!?;]\s", text):
        if not _FOR_ONE.search(sentence):
            continue
        spent = [in_words(each[1]) / 4 or 0.25 for each in _QUARTERS.finditer(sentence)]
        rest = _QUARTERS.sub("", sentence)
        found = figures(rest)
        spent += [f.value for f in found if f.kind is Kind.WORK and f.value < _A_DAY]
        counts = [f for f in found if f.kind is Kind.COUNT and not _ours(rest, f)]
        few = [f.value for f in counts if f.value < _PEOPLE or f.noun == stem("times")]
        many = [f.value for f in counts if f.value >= _PEOPLE and f.noun != stem("times")]
        if len(spent) == len(many) == 1 and len(few) <= 1 and "month" in sentence.casefold():
            often = 0.5 if _EVERY_OTHER.search(sentence) else prod(few)
            best = max(best or 0.0, spent[0] * many[0] * often)
    return best


def _in_a_row(text: str) -> float | None:
    """The hours a month of "400 wearers, twice a month, 25 minutes": customers, times, a time.

    Nothing else may be counted beside them, and the times must be told a period.
    """
    best = None
    for sentence in re.split(r"[.!?;]\s", text):
        often = _OFTEN.findall(sentence)
        found = figures(_OFTEN.sub(" , ", _HALVES.sub("90 minutes", _quarters(sentence))))
        spent = [each.value for each in found if each.kind is Kind.WORK and each.value < _A_DAY]
        many = [each.value for each in found if each.kind is Kind.COUNT and each.value >= _PEOPLE]
        if len(often) == len(spent) == len(many) == 1 and len(found) == 2:
            times, period = often[0]
            count = _COUNTS.get(times.casefold()) or number(times)
            best = max(best or 0.0, spent[0] * many[0] * count * _A_MONTH[period.casefold()])
    return best


def _quarters(text: str) -> str:
    """``text`` with its quarters of an hour in minutes."""
    return _QUARTERS.sub(lambda each: f"{15 * (in_words(each[1]) or 1):.0f} minutes", text)


_COUNTS = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_OFTEN = re.compile(
    rf"\b(once|twice|thrice|{WORD}|\d{{1,2}})\s+(?:[a-z]+s\s+)?(?:an?|per|each|every)\s+"
    r"(week|month|year)\b",
    re.IGNORECASE,
)
"""How often: "twice a month", "two changes a month"."""
_HALVES = re.compile(r"\b(?:an|one)\s+hour\s+and\s+a\s+half\b", re.IGNORECASE)


def _ours(text: str, figure: Figure) -> bool:
    """True where a count is one of ourselves, or of the hours that we have."""
    lead = text[max(0, figure.start - 30) : figure.start]
    if figure.value < _PEOPLE:
        return bool(_OURSELVES.search(lead) or _OURSELVES.match(text[figure.end :]))
    return _WE_HAVE.search(lead) is not None


_WE_HAVE = re.compile(r"\b(?:together|have|has|on shift|with (?:our|my))\W+(?:\w+\W+)?\Z", re.I)


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
        before = found[at - 1] if at else None
        if before and not (
            before.kind is Kind.COUNT and _AND.search(text[before.end : each.start])
        ):
            start = max(start, before.end)
        lead, tail = text[start + 1 : each.start], text[each.end : each.end + 30]
        if _ABOUT.fullmatch(lead):
            start = max(text.rfind(stop, 0, start) for stop in (".", ";", "!", ",", ":", "="))
            lead = text[start + 1 : each.start]
        rest = re.split(r"[.;!,:]", tail, maxsplit=1)[0]
        factor = _monthly(rest, factor)
        value = each.value * factor
        ours = (
            _HAVE.search(lead)
            or _LABEL.search(text[: each.start])
            or _HAVE.match(rest.lstrip())
            or _THERE.match(rest)
        )
        if (ours and not _OUGHT.search(lead)) or re.search(r"\bwe have\b", rest):
            capacity.append(value)
        elif not bare and (_NEED.search(text[max(0, each.start - 24) : each.start].rstrip() + " ")):
            needed.append(value)
        seen = seen or each.kind is Kind.WORK
    return (max(capacity) if capacity else None), (max(needed) if needed else None)


_ABOUT = re.compile(
    r"\s*(?:(?:about|some|roughly|around|nearly|maybe|perhaps|at most|say|so)\s+)+", re.IGNORECASE
)
_LABEL = re.compile(r"\b(?:capacity|available|we have|hours we have)\s*[:=]\s*\Z", re.IGNORECASE)
_AND = re.compile(r"\band\s*\Z", re.IGNORECASE)


def _ends(text: str, at: int) -> bool:
    """True where the figure that ends at ``at`` counts nothing that is named."""
    return (
        re.match(
            r"\s*(?:[.,;!)]|\Z|(?:for|we|that|in\s+all|a|per|to|together|between|altogether|at|and"
            r"|are|is|so)\b)",
            text[at:],
        )
        is not None
    )


def _monthly(text: str, otherwise: float = 1.0) -> float:
    """Times in a month of the period that ``text`` names ("a week"), or ``otherwise``."""
    found = _PERIOD.search(text)
    return _A_MONTH[(found[1] or found[2]).casefold()] if found else otherwise


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
            chain = _worded(text, found, at) if each.value < _A_DAY else []
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
