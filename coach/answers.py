"""From typed text to an answer and back, one kind at a time."""

import re
from datetime import date, datetime
from typing import Any

from coach.figures import amount
from coach.questions import Field, Kind, Unit
from coach.refusal import Refusal
from coach.text import MAX_ANSWER, clean_text, one_line

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_SCALE = {"": 1, "k": 1_000, "m": 1_000_000}
_NUMBER = re.compile(r"([+-]?[\d.,'’_ \u00a0\u202f]*\d[\d.,]*)\s*([kKmM]?)\Z")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}\Z")
_MAX_NUMBER = 1e15


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
        return repr(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _number(field: Field, text: str, currency: str) -> int | float | None:
    plain = text.strip().replace("−", "-")
    if not plain:
        return None
    if currency:
        plain = plain.removeprefix(currency).removesuffix(currency).strip()
    plain = plain.strip("€$£%").strip()
    match = _NUMBER.match(plain)
    if not match:
        raise BadAnswer(f"a number is expected, such as {_sample(field)}")
    digits = re.sub(r"['’_ \u00a0\u202f]", "", match[1])
    if _AMBIGUOUS.match(digits):
        whole = digits.replace(".", "")
        raise BadAnswer(
            f"{one_line(plain, 20)} can be read in two ways: type {whole} or {float(digits):g}"
        )
    if _GROUPED.match(digits):
        digits = digits.replace(",", "")
    elif digits.count(",") == 1 and "." not in digits:
        digits = digits.replace(",", ".")
    try:
        value = float(digits) * _SCALE[match[2].lower()]
    except ValueError:
        raise BadAnswer(f"a number is expected, such as {_sample(field)}") from None
    return _within(field, int(value) if value == int(value) else value)


def _within(field: Field, value: int | float) -> int | float:
    if abs(value) > _MAX_NUMBER:
        raise BadAnswer("that is larger than any market: check the number")
    if value < 0:
        raise BadAnswer("a number of 0 or more is expected")
    if field.unit is Unit.PERCENT and value > 100:
        raise BadAnswer(f"a percentage from 0 to 100 is expected, not {amount(value)}")
    if field.unit is Unit.POINTS and value != int(value):
        raise BadAnswer("a whole number is expected, such as 5")
    return value


def _sample(field: Field) -> str:
    return {Unit.PERCENT: "12", Unit.MONEY: "420", Unit.POINTS: "5"}.get(field.unit, "1850")


def _date(text: str) -> date | None:
    plain = one_line(text)
    if not plain:
        return None
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.strptime(plain, form).date()
        except ValueError:
            continue
    words = re.match(r"(\d{1,2})\.?\s+([A-Za-z]{3})[a-z]*\.?,?\s+(\d{4})\Z", plain)
    if words and words[2].lower() in MONTHS:
        try:
            return date(int(words[3]), MONTHS.index(words[2].lower()) + 1, int(words[1]))
        except ValueError:
            pass
    raise BadAnswer("a day is expected, such as 2027-01-31 or 31 Jan 2027")


def _choice(field: Field, text: str) -> Any:
    chosen = [item.strip() for item in text.split(",") if item.strip()]
    if field.options:
        unknown = [item for item in chosen if item not in field.options]
        if unknown:
            raise BadAnswer(
                f"{one_line(unknown[0], 30)!r} is no choice: expected {', '.join(field.options)}"
            )
    if len(chosen) > field.most:
        raise BadAnswer(f"at most {field.most} can be chosen")
    if field.most > 1:
        return list(dict.fromkeys(chosen))
    if chosen:
        return chosen[0]
    return None if field.options else ""
