"""Value types that the steps share: answers, records, claims."""

import datetime as dt
import secrets
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, Strict, StrictInt

Number = StrictInt | Annotated[FiniteFloat, Strict()]
"""A figure as typed: an ``int`` where it has no fraction, else a finite ``float``."""


LARGEST = 10**15
"""The largest figure that is taken: more is a slip of the finger."""


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
