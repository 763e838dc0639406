"""Figures as people read them."""

import math
from collections.abc import Sequence

MISSING = "?"
"""Stands in a formula where the founder has not given the number yet."""


def amount(value: float | None, places: int = 2) -> str:
    """``value`` with thousands set apart: 1850 → ``1,850``, 33.3333 → ``33.33``.

    Below 100 at most ``places`` are shown. From 100 on fractions are rounded away, but for
    hundredths below 10,000: a price stands in a formula as it was typed.
    """
    if value is None:
        return MISSING
    if not math.isfinite(value):
        return "no number reaches it"
    typed = places > 1 and _in_hundredths(value)
    if value == int(value) or (abs(value) >= _ROUND and not typed):
        return f"{round(value):,}"
    return f"{value:,.{places}f}".rstrip("0").rstrip(".")


def _in_hundredths(value: float) -> bool:
    return abs(value) < _LARGE and math.isclose(value, round(value, 2))


def percent(value: float | None) -> str:
    """A percentage as ``50 %`` or ``2.7 %``: at most one place; what is not quite 0 is told so."""
    if value is None:
        return MISSING
    if not math.isfinite(value):
        return amount(value)
    if 0 < value < _LEAST_PERCENT:
        return f"< {_LEAST_PERCENT} %"
    return f"{amount(value, 1)} %"


def money(value: float | None, currency: str) -> str:
    """``value`` with its currency: ``€559,440``, ``CHF 1,200``, ``€140.50``.

    Rounded as any :func:`amount`; where there are cents, there are two places of them.
    """
    if value is None:
        return MISSING
    if not math.isfinite(value):
        return amount(value)
    gap = " " if currency[-1:].isalpha() else ""
    sign = "−" if value < 0 else ""
    return f"{sign}{currency}{gap}{_cents(abs(value))}"


def _cents(value: float) -> str:
    if not math.isclose(value, round(value)) and _in_hundredths(value):
        return f"{value:,.2f}"
    return amount(value)


_ROUND = 100
"""From here on fractions are noise where they come from a division."""
_LEAST_PERCENT = 0.1
"""Less than that is no figure that anybody compares."""
_LARGE = 10_000
"""From here on nobody reads cents."""


def chain(terms: Sequence[str], by: str = " + ") -> str:
    """The terms of a formula in a row; of many only the first four and the last."""
    if len(terms) > _MANY:
        terms = [*terms[:4], "…", terms[-1]]
    return by.join(terms)


_MANY = 7
"""Terms that can still be read in a row."""
