"""Reading figures in answers: money, percent, times, shares, counts, days.

``quantities("€1,850 a month, 40-60 of 180 growers")`` gives 1,850 euros per month, and the share
of 22 to 33 percent. A figure is read with what stands around it, in digits or in English words,
so that a rule can compute with what was written instead of looking for a phrase. Whatever
cannot be read as a figure is left out; nothing here ever fails.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from math import isfinite

from coach.coaching.language import LONGEST, stem


class Sort(StrEnum):
    """What a figure tells."""

    MONEY = "money"
    PERCENT = "percent"
    """``12 %``: the value is 12."""
    SHARE = "share"
    """``3 of 8``, ``one in nine``, ``half of``, ``every third``: the value lies from 0 to 1."""
    TIME = "time"
    """A length of time; :attr:`Quantity.hours` gives it in hours."""
    CLOCK = "clock"
    """A time of the day, in hours since midnight: ``7:30`` is 7.5."""
    YEAR = "year"
    DAY = "day"
    """A day of the calendar; its value is the year, or 0 where none is written."""
    COUNT = "count"
    """A number of something; ``unit`` is the stem of the word after it, if there is one."""


HOURS = {
    "second": 1 / 3600,
    "minute": 1 / 60,
    "hour": 1.0,
    "day": 24.0,
    "week": 168.0,
    "month": 730.5,
    "quarter": 2191.5,
    "year": 8766.0,
}
"""The hours of each unit of time, by the calendar; a working day is for the caller to say."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure of a text, from character ``start`` to ``end``.

    ``value`` is its number, of a range the low end, and ``high`` the high end (else the same).
    ``unit`` is the unit of time in the singular, the money's mark as typed, or the stem of the
    word after a count. ``per`` is the stem of what it is counted for: "a month", "per piece".
    """

    sort: Sort
    value: float
    high: float
    unit: str
    per: str
    start: int
    end: int
    on: date | None = None
    """The day of a :attr:`Sort.DAY` whose year is written."""

    @property
    def hours(self) -> float | None:
        """A length of time in hours; None for anything else."""
        return self.value * HOURS[self.unit] if self.sort is Sort.TIME else None


_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS: dict[str, float] = {
    **{word: value for value, word in enumerate(_SMALL.split())},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), start=2)},
}
_SCALES: dict[str, float] = {
    "dozen": 12.0,
    "hundred": 100.0,
    "thousand": 1_000.0,
    "k": 1_000.0,
    "million": 1_000_000.0,
    "m": 1_000_000.0,
    "mio": 1_000_000.0,
    "billion": 1_000_000_000.0,
    "bn": 1_000_000_000.0,
}
_PARTS: dict[str, float] = {
    "half": 1 / 2,
    "halves": 1 / 2,
    "third": 1 / 3,
    "quarter": 1 / 4,
    "fourth": 1 / 4,
    "fifth": 1 / 5,
    "sixth": 1 / 6,
    "seventh": 1 / 7,
    "eighth": 1 / 8,
    "ninth": 1 / 9,
    "tenth": 1 / 10,
}
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_UNITS = {
    "second": r"seconds?|secs?",
    "minute": r"minutes?|mins?",
    "hour": r"hours?|hrs?|h",
    "day": r"days?",
    "week": r"weeks?|wks?",
    "month": r"months?",
    "quarter": r"quarters?",
    "year": r"years?|yrs?",
}
_RATES = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
    "annual": "year",
}
_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august"]
_MONTHS += ["september", "october", "november", "december"]

_GAP = "[ \u00a0\u202f]"
_DIGITS = (
    rf"\d{{1,3}}(?:[,.'’]\d{{3}})+(?![\d])(?:[.,]\d+)?|\d{{1,3}}(?:{_GAP}\d{{3}})+(?!\d)|"
    r"\d+(?:[.,]\d+)?"
)
_WORDS = "|".join(sorted((*_NUMBERS, *_SCALES), key=len, reverse=True))
_SPELT = (
    rf"(?<!no{_GAP})(?:an?{_GAP})?(?:{_WORDS})"
    rf"(?:(?:{_GAP}|-|(?<=hundred|housand){_GAP}and{_GAP})(?:{_WORDS})\b)*"
)
_SCALE = rf"(?:(?:(?:k|m)|{_GAP}?(?:bn|mio|million|thousand|billion|dozen|hundred))\b)?"
_AMOUNT = rf"(?:(?<![\w.,])(?:{_DIGITS})(?:st|nd|rd|th)?{_SCALE}|\b(?:{_SPELT})\b)"
_CODES = "CHF|EUR|USD|GBP|CLP|INR|PLN|SEK|NOK|DKK|JPY|AUD|CAD|NZD|ZAR|BRL|MXN|CZK|HUF|KES|TRY"
_SIGN = "[$€£¥₹₩₽₺₴฿]"
_MARK = rf"(?-i:(?:[A-Z]{{1,2}})?{_SIGN}|\b(?:zł|Kč|Ft|kr|KSh|Rs|R|{_CODES})(?=\s?\d))"
_AFTER = (
    rf"(?:{_SIGN}|(?:(?-i:zł|Kč|Ft|kr|KSh|{_CODES})|euros?|dollars?|pounds?|francs?|crowns?|kroner|"
    r"kronor|rupees?|yen|zloty|pesos?|forint|rands?|shillings?|reais|quid|cents?|pence)\b)"
)
_TO = rf"(?:{_GAP}?[-–—]{_GAP}?|{_GAP}(?:to|and){_GAP})"
_GLUED = rf"(?=\d\d)(?:{_DIGITS}){_SCALE}(?!\w)"
"""Digits right behind letters, which only a currency has: "CHF290", but "R2" is no sum."""
_FIGURE = re.compile(
    rf"(?P<mark>{_MARK}{_GAP}?)?(?P<low>(?(mark)(?:{_AMOUNT}|{_GLUED})|{_AMOUNT}))"
    rf"(?:{_TO}(?P<again>{_MARK}{_GAP}?)?(?P<high>{_AMOUNT}))?",
    re.IGNORECASE,
)
_MONTH = "|".join(f"{name}|{name[:3]}\\.?" for name in _MONTHS)
_DATE = re.compile(
    rf"(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b"
    rf"|\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\sof)?{_GAP}(?P<month>{_MONTH})\b"
    rf"(?:,?{_GAP}(?P<year>(?:19|20)\d\d)\b)?"
    rf"|\b(?P<month2>{_MONTH}){_GAP}(?P<day2>\d{{1,2}})\b(?:st|nd|rd|th)?"
    rf"(?:,?{_GAP}(?P<year2>(?:19|20)\d\d)\b)?"
    rf"|\b(?P<month3>{_MONTH}){_GAP}(?P<year3>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b(?P<h>[01]?\d|2[0-4])[:.](?P<min>[0-5]\d)(?:\s?(?P<half>[ap]\.?m\b\.?|h\b))?(?![\d.])"
    r"|\b(?P<h2>1?\d)\s?(?P<half2>[ap]\.?m\b\.?)|\b(?P<h3>1?\d)\so'clock",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"\d\.\d\d\Z")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_PERCENT = re.compile(rf"{_GAP}?%|{_GAP}per{_GAP}?cent\b", re.IGNORECASE)
_MONEY = re.compile(rf"{_GAP}?({_AFTER})", re.IGNORECASE)
_TIME = re.compile(
    rf"(?:{_GAP}|-)?(?:(?:working|full|whole|more|business){_GAP})?(?:"
    + "|".join(f"(?P<{unit}>{forms})" for unit, forms in _UNITS.items())
    + r")\b",
    re.IGNORECASE,
)
_OF = re.compile(
    rf"{_GAP}(?:out{_GAP}of|of(?:{_GAP}(?:the|all|every|each|its|our|their))*|in|from){_GAP}"
    rf"(?P<whole>{_AMOUNT})",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"\b(?:(?:(?P<many>an?|one|two|three|four|\d){_GAP})?(?:-)?(?P<part>{'|'.join(_PARTS)})s?)"
    rf"(?={_GAP}of\b|{_GAP}the\b|{_GAP}our\b|{_GAP}their\b|{_GAP}an?\b)"
    rf"|\b(?:every|each){_GAP}(?P<nth>second|{'|'.join(_PARTS)})\b",
    re.IGNORECASE,
)
_PER = re.compile(
    rf"{_GAP}?/{_GAP}?(\w+)|{_GAP}(?:per|for{_GAP}each|for{_GAP}every|each|every|in{_GAP}the|an?){_GAP}"
    rf"([^\W\d_]+)|{_GAP}({'|'.join(_RATES)})\b",
    re.IGNORECASE,
)
_NEXT = re.compile(rf"(?:{_GAP}|-)([^\W\d_]+)")
_LONE = re.compile(
    rf"\b(?:an?|one|another|half{_GAP}an?){_GAP}(?:(?:full|whole|working){_GAP})?(?:"
    + "|".join(f"(?P<{unit}>{unit})" for unit in _UNITS)
    + r")\b",
    re.IGNORECASE,
)
_OFTEN = re.compile(r"\b(once|twice|thrice)\b", re.IGNORECASE)


def quantities(text: str) -> tuple[Quantity, ...]:
    """The figures of ``text``, in order, none of them twice."""
    return _quantities(text[:LONGEST])


@lru_cache(maxsize=2048)
def _quantities(text: str) -> tuple[Quantity, ...]:
    found: list[Quantity] = []
    taken = bytearray(len(text))
    for read in (_days, _clocks, _parts, _figures, _often, _lone):
        for each in read(text):
            if not any(taken[each.start : each.end]):
                found.append(each)
                taken[each.start : each.end] = b"\1" * (each.end - each.start)
    return tuple(sorted(found, key=lambda each: each.start))


def of_sort(text: str, *sorts: Sort) -> tuple[Quantity, ...]:
    """The figures of ``text`` that are of one of the sorts."""
    return tuple(each for each in quantities(text) if each.sort in sorts)


def years(text: str) -> tuple[int, ...]:
    """The years written in ``text``, alone or in a day."""
    told = of_sort(text, Sort.YEAR, Sort.DAY)
    return tuple(sorted({int(end) for each in told for end in (each.value, each.high) if end}))


def _days(text: str) -> Iterator[Quantity]:
    for match in _DATE.finditer(text):
        part = match.groupdict()
        year = part["y"] or part["year"] or part["year2"] or part["year3"]
        name = part["month"] or part["month2"] or part["month3"]
        month = int(part["m"]) if part["m"] else _month(name)
        day = int(part["d"] or part["day"] or part["day2"] or 1)
        value = float(year or 0)
        on = _day(int(year), month, day) if year else None
        yield Quantity(Sort.DAY, value, value, "", "", match.start(), match.end(), on)


def _month(name: str) -> int:
    return next(at for at, each in enumerate(_MONTHS, 1) if each.startswith(name.casefold()[:3]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clocks(text: str) -> Iterator[Quantity]:
    for match in _CLOCK.finditer(text):
        half = (match["half"] or match["half2"] or "").casefold()
        if _DOTTED.search(match[0]):
            continue  # "7.30" alone is as well a price
        hour = int(match["h"] or match["h2"] or match["h3"]) + int(match["min"] or 0) / 60
        if half.startswith("p") and hour < 12:
            hour += 12
        yield Quantity(Sort.CLOCK, hour, hour, "", "", match.start(), match.end())


def _parts(text: str) -> Iterator[Quantity]:
    for match in _PART.finditer(text):
        if match["nth"]:
            nth = match["nth"].casefold()
            share = 1 / 2 if nth == "second" else _PARTS[nth]
        else:
            many = (match["many"] or "1").casefold()
            share = _PARTS[match["part"].casefold()] * (_NUMBERS.get(many) or _digit(many))
            after = text[match.end() :]
            if re.match(rf"{_GAP}an?{_GAP}", after):
                continue  # "half an hour" is a time
        if share <= 1:
            yield Quantity(Sort.SHARE, share, share, "", "", match.start(), match.end())


def _digit(many: str) -> float:
    return float(many) if many.isdigit() else 1.0


def _figures(text: str) -> Iterator[Quantity]:
    end = 0
    for match in _FIGURE.finditer(text):
        if match.start() < end:
            continue
        low = _value(match["low"])
        high = _value(match["high"]) if match["high"] else low
        if low is None or high is None or match["low"].casefold() in ("m", "k"):
            continue
        stop = match.end()
        if match["high"] and " and " in match[0] and not _between(text, match):
            stop, high = match.end("low"), low  # two figures: "four boards and two jams"
        read = _counted_for(text, _named(text, match, low, high, stop))
        end = read.end
        yield read


def _between(text: str, match: re.Match[str]) -> bool:
    return text[: match.start()].casefold().rstrip().endswith("between")


def _named(text: str, match: re.Match[str], low: float, high: float, end: int) -> Quantity:
    """The figure with what stands before and after its number."""
    start, typed = match.start(), match["low"]
    if match.end() == end:
        low = _scaled(match, low)
    if match["mark"]:
        mark = match["mark"].strip()
        return Quantity(Sort.MONEY, low, high, mark, "", start, end)
    if found := _PERCENT.match(text, end):
        return Quantity(Sort.PERCENT, low, high, "%", "", start, found.end())
    if found := _MONEY.match(text, end):
        return Quantity(Sort.MONEY, low, high, found[1], "", start, found.end())
    if (found := _OF.match(text, end)) and (whole := _whole(text, found)) and high <= whole:
        return Quantity(Sort.SHARE, low / whole, high / whole, "", "", start, found.end())
    if found := _TIME.match(text, end):
        unit = next(key for key, form in found.groupdict().items() if form)
        return Quantity(Sort.TIME, low, high, unit, "", start, found.end())
    if _YEAR.match(typed) and (not match["high"] or _YEAR.match(match["high"])):
        return Quantity(Sort.YEAR, low, high, "", "", start, end)
    after = _NEXT.match(text, end)
    return Quantity(Sort.COUNT, low, high, stem(after[1]) if after else "", "", start, end)


def _whole(text: str, found: re.Match[str]) -> float:
    """The number of which a share is told; 0 for "three in five years", which is no share."""
    if _TIME.match(text, found.end()) or _MONEY.match(text, found.end()):
        return 0.0
    return _value(found["whole"]) or 0.0


def _scaled(match: re.Match[str], low: float) -> float:
    """``20`` of "20-40k" is 20,000."""
    typed, other = match["low"], match["high"] or ""
    scale = re.search(r"(k|m|mio|bn|thousand|million|billion)\Z", other, re.IGNORECASE)
    if scale and typed[-1].isdigit() and other[0].isdigit():
        return low * _SCALES[scale[1].casefold()]
    return low


def _counted_for(text: str, read: Quantity) -> Quantity:
    """The figure with what it is counted for: "a month", "/ piece", "weekly"."""
    at = read.end
    if read.sort is Sort.COUNT and read.unit and (after := _NEXT.match(text, at)):
        at = after.end() if stem(after[1]) == read.unit else at
    if read.sort in (Sort.SHARE, Sort.YEAR) or not (found := _PER.match(text, at)):
        return read
    word = (found[1] or found[2] or _RATES[(found[3] or "").casefold()]).casefold()
    unit = next((key for key, forms in _UNITS.items() if re.fullmatch(forms, word)), stem(word))
    return replace(read, per=unit, end=found.end())


def _lone(text: str) -> Iterator[Quantity]:
    """Times of one unit: "an hour", "half a day"."""
    for match in _LONE.finditer(text):
        unit = next(key for key, form in match.groupdict().items() if form)
        value = 0.5 if match[0].casefold().startswith("half") else 1.0
        yield Quantity(Sort.TIME, value, value, unit, "", match.start(), match.end())


def _often(text: str) -> Iterator[Quantity]:
    """How many times, without a number: "once", "twice a week"."""
    for match in _OFTEN.finditer(text):
        value = float(_TIMES[match[0].casefold()])
        made = Quantity(Sort.COUNT, value, value, stem("time"), "", match.start(), match.end())
        yield _counted_for(text, made)


def _value(typed: str) -> float | None:
    """The number that was typed: ``1,850``, ``24 000``, ``1.6``, ``90k``, ``two hundred``."""
    plain = typed.casefold().strip()
    if plain[0].isdigit():
        found = re.match(rf"({_DIGITS})(?:st|nd|rd|th)?{_GAP}?([a-z]*)\Z", plain)
        return _finite(_plain(found[1]) * _SCALES.get(found[2], 1.0)) if found else None
    total, part = 0.0, 0.0
    for word in re.split(r"[\s-]+", plain):
        if word in _SCALES:
            scale = _SCALES[word]
            part = (part or 1.0) * scale
            if scale >= 1_000:
                total, part = total + part, 0.0
        else:
            part += _NUMBERS.get(word, 0)
    return _finite(total + part)


def _finite(value: float) -> float | None:
    """``value`` if it is a number one can compute with; None where it is too large."""
    return value if isfinite(value) else None


def _plain(digits: str) -> float:
    """The number of a row of digits: a mark before three digits parts thousands, else decimals."""
    joined = re.sub(r"[ \u00a0\u202f'’]", "", digits)
    joined = re.sub(r"(?<=\d)[.,](?=\d{3}(?:\D|\Z))", "", joined) if joined[0] != "0" else joined
    return float(joined.replace(",", "."))
