"""What a number counts, and between which ends it may lie."""

from enum import StrEnum
from typing import NamedTuple

LARGEST = 10**15
"""The largest figure that is taken: more is a slip of the finger."""


class Unit(StrEnum):
    """What a number counts."""

    NONE = ""
    MONEY = "money"
    PERCENT = "percent"
    CHANGE = "change"
    """Percent up or down: −22 is 22 % less."""
    CUSTOMERS = "customers"
    PEOPLE = "people"
    PER_YEAR = "per_year"
    POINTS = "points"
    OF_5 = "of_5"
    OF_10 = "of_10"
    TRUE = "true"
    """1 where something is so, 0 where it is not."""
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


class Bounds(NamedTuple):
    """The least and the most that is taken, and whether only whole numbers are."""

    least: int
    most: int
    whole: bool = False


_BOUNDS = {
    Unit.PERCENT: Bounds(0, 100),
    Unit.CHANGE: Bounds(-100, LARGEST),
    Unit.POINTS: Bounds(0, LARGEST, whole=True),
    Unit.OF_5: Bounds(0, 5, whole=True),
    Unit.OF_10: Bounds(0, 10, whole=True),
    Unit.TRUE: Bounds(0, 1, whole=True),
}


def bounds(unit: Unit) -> Bounds:
    """Between which ends a number of this unit may lie."""
    return _BOUNDS.get(unit, Bounds(0, LARGEST))


WORDS = {
    Unit.PERCENT: "%",
    Unit.CHANGE: "% up or down",
    Unit.CUSTOMERS: "customers",
    Unit.PEOPLE: "people",
    Unit.PER_YEAR: "a year",
    Unit.OF_5: "0–5",
    Unit.OF_10: "0–10",
    Unit.TRUE: "1 for true, 0 for not true",
    Unit.MINUTES: "minutes",
    Unit.HOURS: "hours",
    Unit.DAYS: "days",
    Unit.MONTHS: "months",
    Unit.YEARS: "years",
}
"""What is counted, in words; money goes by the plan's currency."""
