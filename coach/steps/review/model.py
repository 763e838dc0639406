"""What to find out next, what to do, and when to look again."""

import datetime as dt
from enum import StrEnum

from pydantic import Field

from coach.values import Answers, Claim, Number, Record, YesNo


class About(StrEnum):
    """The step that an assumption belongs to."""

    NICHE = "niche"
    VALUE = "value"
    DIFFERENTIATION = "differentiation"
    RISK = "risk"


class Assumption(Record):
    """Something the plan rests on: how much hangs on it (1 to 5), and how it is known."""

    statement: str = ""
    step: About | None = None
    importance: Number | None = None
    evidence: Claim = Field(default_factory=Claim)


class Test(Record):
    """One belief put to the test, with the pass mark written before the result.

    ``assumption`` is the id of the assumption that it tests, ``days`` are days of work.
    """

    __test__ = False  # pytest would take the name for a test class

    belief: str = ""
    doing: str = ""
    measure: str = ""
    threshold: str = ""
    due: dt.date | None = None
    owner: str = ""
    cost: Number | None = None
    days: Number | None = None
    assumption: str = ""


class Learning(Record):
    """What a test (by id) showed, what we take from it, and what changes."""

    observation: str = ""
    test: str = ""
    insight: str = ""
    change: str = ""
    date: dt.date | None = None


class Action(Record):
    """One thing to do, by one person, by one day, with the sign that it is done."""

    what: str = ""
    owner: str = ""
    due: dt.date | None = None
    done_when: str = ""
    hours: Number | None = None
    done: YesNo | None = None


class Measure(Record):
    """A figure to watch: where it stands, and where it should be."""

    name: str = ""
    unit: str = ""
    baseline: Number | None = None
    target: Number | None = None


class Decision(Record):
    """A decision, why it was made, and what would change it."""

    what: str = ""
    date: dt.date | None = None
    why: str = ""
    would_change: str = ""
    supersedes: str = ""


class Forecast(Record):
    """A forecast to be held against what happens: a range for a figure, or a chance for yes.

    ``chance`` is percent; ``outcome`` is the figure, or 1 for yes and 0 for no.
    """

    what: str = ""
    low: Number | None = None
    high: Number | None = None
    chance: Number | None = None
    due: dt.date | None = None
    outcome: Number | None = None


class Review(Answers):
    """The review step. ``weekly_hours`` are hours a week for the plan, ``day_rate`` money."""

    assumptions: list[Assumption] = Field(default_factory=list)
    tests: list[Test] = Field(default_factory=list)
    day_rate: Number | None = None
    learnings: list[Learning] = Field(default_factory=list)
    actions: list[Action] = Field(default_factory=list)
    weekly_hours: Number | None = None
    measures: list[Measure] = Field(default_factory=list)
    decisions: list[Decision] = Field(default_factory=list)
    forecasts: list[Forecast] = Field(default_factory=list)
    next_review: dt.date | None = None
    changes: str = ""
    remark: str = ""
