"""Whom the business is for: candidates, the chosen one, its size and its parts."""

from pydantic import Field

from coach.values import Answers, Claim, Number, Record


class Candidate(Record):
    """A niche that could be owned: its people, and what they lack, in their words."""

    name: str = ""
    who: str = ""
    need: str = ""
    evidence: Claim = Field(default_factory=Claim)


class Channel(Record):
    """A named place where people of the niche can be met, and how many of them are there."""

    name: str = ""
    people: Number | None = None


class Segment(Record):
    """A group inside the niche that needs a message of its own."""

    name: str = ""
    need: str = ""
    message: str = ""


class Niche(Answers):
    """The niche step.

    ``chosen`` is the id of a candidate. Counts are customers; ``reach`` and ``adoption``
    are percent (0 to 100) of the count and of the reachable; ``price`` and ``unit_cost``
    are money an order, ``orders`` orders a customer a year, ``fixed_cost`` money a year.
    """

    candidates: list[Candidate] = Field(default_factory=list)
    chosen: str = ""
    exclusion: str = ""
    neighbours: str = ""
    channels: list[Channel] = Field(default_factory=list)
    count: Number | None = None
    count_claim: Claim = Field(default_factory=Claim)
    reach: Number | None = None
    adoption: Number | None = None
    price: Number | None = None
    orders: Number | None = None
    unit_cost: Number | None = None
    fixed_cost: Number | None = None
    segments: list[Segment] = Field(default_factory=list)

    @property
    def choice(self) -> Candidate | None:
        """The chosen candidate, if there is one."""
        return next((c for c in self.candidates if c.id == self.chosen), None)
