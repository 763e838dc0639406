"""Value types that the steps share: answers, records, claims."""

import datetime as dt
import secrets
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, Strict, StrictInt

from coach.units import LARGEST

Number = StrictInt | Annotated[FiniteFloat, Strict()]
"""A figure as typed: an ``int`` where it has no fraction, else a finite ``float``."""


class Answers(BaseModel):
    """Part of a plan. Keys that this version does not know are kept and saved again."""

    model_config = ConfigDict(extra="allow", defer_build=True)


def new_id() -> str:
    """A record's id: a letter and five hex digits, so that a bare number can mean a position."""
    return "k" + secrets.token_hex(3)[:5]


class Record(Answers):
    """One row of a list: a candidate niche, a risk, a test. Its id never changes."""

    id: str = Field(default_factory=new_id, pattern=r"^[a-z][a-z0-9-]*$")


class Status(StrEnum):
    """How a claim is known, weakest first (0 to 5)."""

    ASSUMED = "assumed"
    DESK = "desk"
    HEARD = "heard"
    OBSERVED = "observed"
    COMMITTED = "committed"
    PAID = "paid"

    @property
    def rank(self) -> int:
        """0 for assumed to 5 for paid."""
        return list(Status).index(self)


class YesNo(StrEnum):
    """An answer that is yes or no."""

    YES = "yes"
    NO = "no"


class Range(Answers):
    """How far a figure may lie below and above what is likely; None where it was not said."""

    low: Number | None = None
    high: Number | None = None

    @property
    def ends(self) -> tuple[int | float | None, int | float | None]:
        """Both ends."""
        return self.low, self.high


class Grid(Answers):
    """A score matrix: a figure, and a reason if there is one, by row and by column.

    Rows and columns are keys or the ids of records; what was not scored is not in it.
    """

    scores: dict[str, dict[str, Number]] = Field(default_factory=dict)
    reasons: dict[str, dict[str, str]] = Field(default_factory=dict)

    def score(self, row: str, column: str) -> int | float | None:
        """The figure in one square; None where there is none."""
        return self.scores.get(row, {}).get(column)

    def reason(self, row: str, column: str) -> str:
        """The reason given for one square; empty where there is none."""
        return self.reasons.get(row, {}).get(column, "")

    def put(self, side: str, row: str, column: str, value: Number | str | None) -> None:
        """Set a figure (``side`` is ``scores``) or a reason (``reasons``); empty takes it away."""
        squares: dict[str, dict[str, Any]] = getattr(self, side)
        if value not in (None, ""):
            squares.setdefault(row, {})[column] = value
        elif row in squares:
            squares[row].pop(column, None)
            if not squares[row]:
                del squares[row]


ENOUGH_POINTS = 5
"""Data points from which on a claim has the full strength of its status."""


class Claim(Answers):
    """How something said in a plan is known: status, source, day, number of data points."""

    status: Status = Status.ASSUMED
    source: str = ""
    date: dt.date | None = None
    points: int | None = Field(default=None, ge=0, le=LARGEST, strict=True)

    @property
    def strength(self) -> float:
        """Evidence strength from 0 to 1: status ÷ 5, times points ÷ 5 up to 1."""
        return self.status.rank / 5 * min(1.0, (self.points or 0) / ENOUGH_POINTS)

    @property
    def assumed(self) -> bool:
        """True where nobody outside the founder's head has confirmed it."""
        return self.status is Status.ASSUMED
