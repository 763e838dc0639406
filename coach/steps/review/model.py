"""What to find out next, and when to look again."""

from datetime import date

from pydantic import Field

from coach.values import Answers, Number, Record


class Test(Record):
    """One belief put to the test, with the pass mark written before the result."""

    __test__ = False  # pytest would take the name for a test class

    belief: str = ""
    doing: str = ""
    measure: str = ""
    threshold: str = ""
    due: date | None = None
    owner: str = ""
    cost: Number | None = None


class Review(Answers):
    """The review step."""

    tests: list[Test] = Field(default_factory=list)
    next_review: date | None = None
