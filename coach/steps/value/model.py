"""What the niche gets, and why that beats what it has today."""

from pydantic import Field

from coach.values import Answers, Claim, Record


class Pain(Record):
    """Something that goes wrong for them, how bad it is, and what we do about it."""

    what: str = ""
    how_often: str = ""
    cost: str = ""
    relief: str = ""


class Alternative(Record):
    """What they use instead of us: a rival, a spreadsheet, doing nothing."""

    name: str = ""
    does_well: str = ""
    falls_short: str = ""


class Statement(Answers):
    """The value proposition in slots, as in "For … who …, our … is a … that …"."""

    audience: str = ""
    need: str = ""
    product: str = ""
    category: str = ""
    benefit: str = ""
    alternative: str = ""
    difference: str = ""


class Value(Answers):
    """The value proposition step."""

    job: str = ""
    gain: str = ""
    pains: list[Pain] = Field(default_factory=list)
    alternatives: list[Alternative] = Field(default_factory=list)
    promise: str = ""
    promise_claim: Claim = Field(default_factory=Claim)
    statement: Statement = Field(default_factory=Statement)
