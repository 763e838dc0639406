"""The language in which cards and fields are declared.

A declaration is data: it holds no widget, no template and no prose. Wording lives in the
content pack, under the card's topic; each face (screen, command line, export) maps a
:class:`Kind` to its own builder in one table.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from coach.charts.chart import Chart
from coach.units import Unit as Unit
from coach.values import Status

if TYPE_CHECKING:
    from coach.plan import Plan


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
    RANGE = "range"
    RECORDS = "records"
    STATEMENT = "statement"
    GRID = "grid"


@dataclass(frozen=True, slots=True)
class Field:
    """One question.

    ``key`` is the attribute of the step's model (or of the record's, for a field in ``of``).
    ``lines`` is how tall a text answer starts; from 3 on, Enter makes a new line.
    ``options`` are the values of a choice; ``pick`` instead is the path of the records that
    can be chosen; ``most`` is how many may be chosen.
    ``of`` holds a record's fields, a statement's slots or a grid's rows; ``fewest`` is how many
    records make the answer complete. ``optional`` fields never count as missing.
    ``around`` is the key of the figure that a range lies around. A grid's rows are ``of``, or
    the records at the path ``down``; its columns are ``columns``, then the records at the path
    ``across``. Rows and columns in ``spare`` need not be filled.
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
    around: str = ""
    down: str = ""
    across: str = ""
    columns: tuple[str, ...] = ()
    spare: tuple[str, ...] = ()
    when: Callable[[Any], bool] | None = None

    @property
    def parts(self) -> tuple["Field", ...]:
        """What a composite answer is made of: a record's fields, slots, a claim's parts."""
        if self.kind is Kind.CLAIM:
            return CLAIM_PARTS
        if self.kind is Kind.RANGE:
            return _ends(self)
        return self.of

    @property
    def keeps_lines(self) -> bool:
        """True where Enter makes a new line instead of going on."""
        return self.lines > 2


@cache
def _ends(field: Field) -> tuple[Field, ...]:
    """The lowest and the highest of a range."""
    return (
        Field("low", Kind.NUMBER, field.depth, True, unit=field.unit),
        Field("high", Kind.NUMBER, field.depth, True, unit=field.unit),
    )


CLAIM_PARTS = (
    Field("status", Kind.CHOICE, options=tuple(Status)),
    Field("source", optional=True),
    Field("date", Kind.DATE, optional=True),
    Field("points", Kind.NUMBER, optional=True, unit=Unit.POINTS),
)
"""The parts of every claim, as :class:`coach.values.Claim` keeps them."""


@dataclass(frozen=True, slots=True)
class Result:
    """A computed figure, or a verdict, and how it came about.

    ``key`` names its label and formula in the pack; ``value`` is None while an input is
    missing; ``figures`` is the formula with the plan's own numbers put in; ``record`` is
    the id of the record it belongs to, if it belongs to one. ``verdict``, where the result is
    one of a few or means one of a few things, is its key in the pack
    (``[results.<key>.verdicts]``). ``about`` names what the figure is of where there are several.
    ``depth`` is where what it is computed from is asked: shown from there on.
    """

    key: str
    value: float | None
    unit: Unit = Unit.NONE
    figures: str = ""
    record: str = ""
    verdict: str = ""
    about: str = ""
    depth: Depth = Depth.FUNDAMENTALS

    @property
    def working(self) -> str:
        """The figures as they stand behind the value: `` = 111 × 12``, or ``(3 ≥ 2)``.

        What the value is held against, or is one of, is no formula that works out to it.
        """
        told = any(sign in self.figures for sign in "×÷+−√")
        held = any(sign in self.figures for sign in "≤≥<>‹›→:")
        if not self.figures:
            return ""
        return f"= {self.figures}" if told and not held else f"({self.figures})"

    @property
    def bare(self) -> bool:
        """True where the verdict is all there is: the value only says that there is one."""
        counted = any(sign.isdigit() for sign in self.figures)
        return (
            bool(self.verdict) and self.unit is Unit.NONE and self.value in (0, 1) and not counted
        )


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture that a card can show: its key, and what draws it; None where nothing is known."""

    key: str
    make: Callable[["Plan"], Chart | None]


@dataclass(frozen=True, slots=True, eq=False)  # each is declared once
class Card:
    """What is asked at once: a few fields, and what is computed and drawn from them.

    ``key`` is ``step.name``; it is also the topic in the pack (``step/name.md``). ``results``
    and ``pictures`` are pure functions of the plan.
    """

    key: str
    fields: tuple[Field, ...]
    results: Callable[["Plan"], Sequence[Result]] | None = None
    pictures: tuple[Drawing, ...] = ()

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
