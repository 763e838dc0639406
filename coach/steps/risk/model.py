"""What can go wrong, what it would cost, and when to stop."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from coach.values import Answers, Number, Record


class Category(StrEnum):
    """Where a risk comes from."""

    MARKET = "market"
    CUSTOMERS = "customers"
    COMPETITORS = "competitors"
    OPERATIONS = "operations"
    PEOPLE = "people"
    MONEY = "money"
    LAW = "law"


class Risk(Record):
    """One risk as cause, event and effect, with what is done before and after.

    ``probability`` is percent (0 to 100) within the next year, ``impact`` money if it happens.
    """

    category: Category | None = None
    cause: str = ""
    event: str = ""
    effect: str = ""
    probability: Number | None = None
    impact: Number | None = None
    trigger: str = ""
    prevention: str = ""
    contingency: str = ""
    owner: str = ""


class Risks(Answers):
    """The risk step."""

    premortem: str = ""
    risks: list[Risk] = Field(default_factory=list)
    kill: str = ""
    kill_date: date | None = None
