"""Figures with their units, in the words of a document."""

from coach import figures
from coach.questions import Unit

_COUNTED = {
    Unit.MINUTES: ("minute", "minutes"),
    Unit.HOURS: ("hour", "hours"),
    Unit.DAYS: ("day", "days"),
    Unit.MONTHS: ("month", "months"),
    Unit.YEARS: ("year", "years"),
}
"""Units that are said after the figure; customers and people are said by the label."""

_OUT_OF = {Unit.OF_5: "of 5", Unit.OF_10: "of 10"}


def given(value: float | None, unit: Unit, currency: str = "") -> str:
    """A figure exactly as the founder gave it, thousands set apart, with its unit; none is empty.

    ``unit`` beside it: ``€420``, ``12 %``, ``+10 %``, ``18 months``, ``4 of 5``, ``yes``.
    """
    if value is None:
        return ""
    exact = f"{int(abs(value)) if value == int(value) else abs(value):,}"
    return _with_unit(value, exact, unit, currency)


def computed(value: float | None, unit: Unit, currency: str = "") -> str:
    """A figure that was worked out, rounded for reading; empty while an input is missing."""
    if value is None:
        return ""
    said = figures.amount(abs(value), 1 if unit in (Unit.PERCENT, Unit.CHANGE) else 2)
    if abs(value) == float("inf"):
        return said
    return _with_unit(value, said, unit, currency)


def _with_unit(value: float, said: str, unit: Unit, currency: str) -> str:
    """``said`` is the figure without its sign."""
    if unit is Unit.TRUE:
        return "yes" if value else "no"
    sign = "−" if value < 0 else "+" if unit is Unit.CHANGE and value > 0 else ""
    if unit is Unit.MONEY:
        gap = " " if currency[-1:].isalpha() else ""
        return f"{sign}{currency}{gap}{said}"
    if unit in (Unit.PERCENT, Unit.CHANGE):
        return f"{sign}{said} %"
    after = _OUT_OF.get(unit, "")
    if unit in _COUNTED:
        one, many = _COUNTED[unit]
        after = one if said == "1" else many
    return f"{sign}{said} {after}".rstrip()
