"""The language in which cards and fields are declared.

A declaration is data: it holds no widget, no template and no prose. Wording lives in the
content pack, under the card's topic; each face (screen, command line, export) maps a
:class:`Kind` to its own builder in one table.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any

from coach.values import Status


class Depth(IntEnum):
    """How much is asked. A deeper level only adds cards and fields."""

    FUNDAMENTALS = 1
    INTERMEDIATE = 2
    ADVANCED = 3

    @property
    def key(self) -> str:
        """As written in plans and on the command line."""
        return self.name.lower()


class Kind(StrEnum):
    """What sort of answer a field takes."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    CLAIM = "claim"
    RECORDS = "records"
    STATEMENT = "statement"


class Unit(StrEnum):
    """What a number counts."""

    NONE = ""
    MONEY = "money"
    PERCENT = "percent"
    CUSTOMERS = "customers"
    PEOPLE = "people"
    PER_YEAR = "per_year"
    POINTS = "points"


@dataclass(frozen=True, slots=True)
class Field:
    """One question.

    ``key`` is the attribute of the step's model (or of the record's, for a field in ``of``).
    ``lines`` is how tall a text answer starts; from 3 on, Enter makes a new line.
    ``options`` are the values of a choice; ``pick`` instead names the records of the same
    step that can be chosen; ``most`` is how many may be chosen.
    ``of`` holds a record's fields or a statement's slots; ``fewest`` is how many records
    make the answer complete. ``optional`` fields never count as missing.
    ``when`` is a named pure function of the step's model: False hides the question.
    """

    key: str
    kind: Kind = Kind.TEXT
    depth: Depth = Depth.FUNDAMENTALS
    optional: bool = False
    lines: int = 1
    unit: Unit = Unit.NONE
    options: tuple[str, ...] = ()
    pick: str = ""
    most: int = 1
    of: tuple["Field", ...] = ()
    fewest: int = 1
    when: Callable[[Any], bool] | None = None

    @property
    def parts(self) -> tuple["Field", ...]:
        """What a composite answer is made of: a record's fields, slots, a claim's parts."""
        return CLAIM_PARTS if self.kind is Kind.CLAIM else self.of

    @property
    def keeps_lines(self) -> bool:
        """True where Enter makes a new line instead of going on."""
        return self.lines > 2


CLAIM_PARTS = (
    Field("status", Kind.CHOICE, options=tuple(Status)),
    Field("source", optional=True),
    Field("date", Kind.DATE, optional=True),
    Field("points", Kind.NUMBER, optional=True, unit=Unit.POINTS),
)
"""The parts of every claim, as :class:`coach.values.Claim` keeps them."""


@dataclass(frozen=True, slots=True)
class Result:
    """A computed figure and how it came about.

    ``key`` names its label and formula in the pack; ``value`` is None while an input is
    missing; ``figures`` is the formula with the plan's own numbers put in; ``record`` is
    the id of the record it belongs to, if it belongs to one.
    """

    key: str
    value: float | None
    unit: Unit = Unit.NONE
    figures: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """What is asked at once: a few fields, and what is computed from them.

    ``key`` is ``step.name``; it is also the topic in the pack (``step/name.md``).
    """

    key: str
    fields: tuple[Field, ...]
    results: Callable[[Any], Sequence[Result]] | None = None

    @property
    def step(self) -> str:
        """The step's key."""
        return self.key.partition(".")[0]

    def path(self, field: Field) -> str:
        """The field's path in a plan: ``step.key``."""
        return f"{self.step}.{field.key}"


@dataclass(frozen=True, slots=True)
class Step:
    """One leg of the walk."""

    key: str
    cards: tuple[Card, ...]
