"""From typed text to an answer and back, one kind at a time."""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from coach.figures import amount
from coach.questions import Field, Kind, Unit
from coach.refusal import Refusal
from coach.text import MAX_ANSWER, clean_text, one_line
from coach.units import LARGEST, bounds

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_SCALE = {"": 1, "k": 1_000, "m": 1_000_000}
_MARKS = "'’_ \u00a0\u202f"
_NUMBER = re.compile(rf"([+-]?)\s*([\d.,{_MARKS}]*?)\s*([kKmM]?)\Z")
_APART = re.compile(rf"[{_MARKS}]")
_GROUPS = re.compile(rf"[1-9]\d{{0,2}}(?:[{_MARKS}]\d{{3}})+(?:[.,]\d*)?\Z")
"""Digits in groups of three: elsewhere a mark parts two figures, as in ``0 4`` or ``5 4 3``."""
_COMMAS = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?\Z")
_DOTS = re.compile(r"[+-]?[1-9]\d{0,2}(?:(?:\.\d{3}){2,}|(?:\.\d{3})+,\d+)\Z")
_AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}\Z")
_LONGEST_NUMBER = 60
_WHOLE = (Unit.PEOPLE, Unit.CUSTOMERS, Unit.POINTS)
"""Units of which there is no thousandth: here ``1.200`` can only mean 1200."""


class BadAnswer(Refusal):
    """Text that is no number, date or option; the message says what is expected."""


def parse(field: Field, text: str, currency: str = "") -> Any:
    """The answer that ``text`` gives to ``field``.

    Text: cleaned text. Number: ``int`` or ``float``; thousands may be set apart and the
    unit may stand beside it. Date: ``date``. Choice: the option, or the list of options
    where more than one may be chosen. Empty text is no answer: ``""``, ``None`` or ``[]``.
    Raises :class:`BadAnswer` with what was expected.
    """
    text = clean_text(text)
    if len(text) > MAX_ANSWER:
        raise BadAnswer(f"that is {len(text):,} characters; an answer holds {MAX_ANSWER:,}")
    match field.kind:
        case Kind.NUMBER:
            return _number(field, text, currency)
        case Kind.DATE:
            return _date(text)
        case Kind.CHOICE:
            return _choice(field, text)
        case Kind.TEXT:
            return text
    raise BadAnswer(f"{field.key} has parts: set {', '.join(part.key for part in field.parts)}")


def show(value: Any) -> str:
    """``value`` as a person would type it: :func:`parse` reads it back the same."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(show(item) for item in value)
    if isinstance(value, float):
        plain = format(Decimal(repr(value)), "f")
        return f"{plain}0" if _AMBIGUOUS.match(plain) else plain
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _number(field: Field, text: str, currency: str) -> int | float | None:
    plain = text.strip().replace("−", "-")
    if not plain:
        return None
    for name in (currency, *_CALLED.get(currency, ())) if currency else ():
        if plain.casefold().startswith(name.casefold()):
            plain = plain[len(name) :].strip()
        if plain.casefold().endswith(name.casefold()):
            plain = plain[: -len(name)].strip()
    plain = plain.strip("€$£%").strip()
    match = _NUMBER.match(plain) if len(plain) <= _LONGEST_NUMBER else None
    if not match:
        raise _no_number(field)
    sign, digits, scale = match.groups()
    if _APART.search(digits) and not _GROUPS.match(digits):
        raise _no_number(field)
    digits = sign + _APART.sub("", digits)
    if _AMBIGUOUS.match(digits):
        if scale or field.unit not in _WHOLE:
            raise _two_ways(plain, digits, scale)
        digits = digits.replace(".", "")
    if _COMMAS.match(digits):
        digits = digits.replace(",", "")
    elif _DOTS.match(digits):
        digits = digits.replace(".", "").replace(",", ".")
    elif digits.count(",") == 1 and "." not in digits:
        digits = digits.replace(",", ".")
    try:
        value = Decimal(digits) * _SCALE[scale.lower()]
    except InvalidOperation:
        raise _no_number(field) from None
    _within(field, value)
    return int(value) if value == int(value) else float(value)


_CALLED = {
    "€": ("euros", "euro", "eur"),
    "$": ("dollars", "dollar", "usd"),
    "£": ("pounds", "pound", "gbp"),
}
"""What people write instead of a currency's sign; another currency's name is no number."""


def _two_ways(plain: str, digits: str, scale: str) -> BadAnswer:
    """For ``1.200``: one is asked to type 1200 or 1.2, and for ``1.234`` 1234 or 1.2340."""
    whole, short = digits.replace(".", ""), digits.rstrip("0").rstrip(".")
    broken = f"{digits}0" if _AMBIGUOUS.match(short) else short
    return BadAnswer(
        f"{one_line(plain, 20)} can be read in two ways: type {whole}{scale} or {broken}{scale}"
    )


def _no_number(field: Field) -> BadAnswer:
    return BadAnswer(f"a number is expected, such as {_SAMPLES.get(field.unit, '1850')}")


_SAMPLES = {
    Unit.PERCENT: "12",
    Unit.CHANGE: "-10",
    Unit.MONEY: "420",
    Unit.POINTS: "5",
    Unit.OF_5: "4",
    Unit.OF_10: "8",
    Unit.TRUE: "1",
    Unit.HOURS: "40",
    Unit.MONTHS: "18",
}


def _within(field: Field, value: Decimal) -> None:
    least, most, whole = bounds(field.unit)
    if abs(value) > LARGEST:
        raise BadAnswer("that is larger than any market: check the number")
    if whole and value != int(value):
        raise BadAnswer("a whole number is expected, such as 5")
    if least <= value <= most:
        return
    if field.unit is Unit.PERCENT:
        raise BadAnswer(f"a percentage from 0 to 100 is expected, not {amount(float(value))}")
    if field.unit is Unit.TRUE:
        raise BadAnswer("1 for true or 0 for not true is expected")
    if most < LARGEST:
        raise BadAnswer(f"a number from {least} to {most} is expected, not {amount(float(value))}")
    raise BadAnswer(f"a number of {least} or more is expected")


def _date(text: str) -> date | None:
    plain = one_line(text)
    if not plain:
        return None
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.strptime(plain, form).date()
        except ValueError:
            continue
    if slashed := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", plain):
        first, second, year = map(int, slashed.groups())
        read = [_day(year, second, first), _day(year, first, second)]
        days = list(dict.fromkeys(day for day in read if day))
        if len(days) == 1:
            return days[0]
        if days:
            raise BadAnswer(f"{plain} can be read in two ways: type {days[0]} or {days[1]}")
    words = re.match(r"(\d{1,2})\.?\s+([A-Za-z]{3})[A-Za-z]*\.?,?\s+(\d{4})\Z", plain)
    month = words[2].lower() if words else ""
    if words and month in MONTHS:
        named = _day(int(words[3]), MONTHS.index(month) + 1, int(words[1]))
        if named:
            return named
    raise BadAnswer("a day is expected, such as 2027-01-31 or 31 Jan 2027")


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _choice(field: Field, text: str) -> Any:
    chosen = list(dict.fromkeys(item.strip() for item in text.split(",") if item.strip()))
    if field.options:
        unknown = [item for item in chosen if item not in field.options]
        if unknown:
            raise BadAnswer(
                f"{one_line(unknown[0], 30)!r} is no choice: expected {', '.join(field.options)}"
            )
        chosen = [field.options[field.options.index(item)] for item in chosen]
    if len(chosen) > field.most:
        raise BadAnswer(f"at most {field.most} can be chosen")
    if field.most > 1:
        return chosen
    if chosen:
        return chosen[0]
    return None if field.options else ""
