"""Whom the business is for: candidates, the chosen one, its size and its parts."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from coach.values import Answers, Claim, Grid, Number, Range, Record, YesNo


class Variable(StrEnum):
    """A trait that tells one group of customers from another; :data:`FAMILIES` orders them."""

    AGE = "age"
    GENDER = "gender"
    INCOME = "income"
    EDUCATION = "education"
    OCCUPATION = "occupation"
    FAMILY = "family"
    LOCATION = "location"
    REGION = "region"
    DENSITY = "density"
    CLIMATE = "climate"
    LIFESTYLE = "lifestyle"
    VALUES = "values"
    ATTITUDES = "attitudes"
    INTERESTS = "interests"
    PERSONALITY = "personality"
    HISTORY = "history"
    USAGE = "usage"
    LOYALTY = "loyalty"
    BENEFITS = "benefits"
    MOMENT = "moment"
    INDUSTRY = "industry"
    SIZE = "size"
    ROLE = "role"
    REGULATION = "regulation"


FAMILIES: dict[str, tuple[Variable, ...]] = {
    "demographic": tuple(Variable)[0:6],
    "geographic": tuple(Variable)[6:10],
    "psychographic": tuple(Variable)[10:15],
    "behavioural": tuple(Variable)[15:19],
    "contextual": (Variable.MOMENT,),
    "firmographic": tuple(Variable)[20:24],
}
"""The variables by family: who they are, where, how they think, what they do, when, what firm."""


SEGMENT_TESTS = ("measurable", "substantial", "accessible", "differentiable", "actionable")
"""A segment that fails one of these cannot be used (M1)."""
BEACHHEAD = (
    "can_pay",
    "can_reach",
    "compelling",
    "deliverable",
    "open_field",
    "leads_on",
    "fits_us",
)
"""The seven questions to a first market (M2)."""


class NeedKind(StrEnum):
    """Whether a need is there already or only growing."""

    UNMET = "unmet"
    EMERGING = "emerging"


class ChannelKind(StrEnum):
    """What sort of place a channel is."""

    ASSOCIATION = "association"
    PUBLICATION = "publication"
    EVENT = "event"
    FORUM = "forum"
    LIST = "list"
    PARTNER = "partner"
    OTHER = "other"


class Rung(StrEnum):
    """How narrow an audience is, widest first."""

    MASS = "mass"
    NICHE = "niche"
    MICRO = "micro"
    INDIVIDUAL = "individual"


class HowFar(StrEnum):
    """What the narrowing ends in."""

    NICHE = "niche"
    MICRO = "micro"
    BOTH = "both"


class Criterion(StrEnum):
    """By what a micro-segment is told from the rest of the niche."""

    PSYCHOGRAPHIC = "psychographic"
    BEHAVIOURAL = "behavioural"
    CONTEXTUAL = "contextual"


class Candidate(Record):
    """A niche that could be owned: its people, and what they lack, in their words."""

    name: str = ""
    who: str = ""
    need: str = ""
    evidence: Claim = Field(default_factory=Claim)
    need_kind: NeedKind | None = None
    variables: list[Variable] = Field(default_factory=list)


class Channel(Record):
    """A named place where people of the niche can be met, how many are there, what it costs."""

    name: str = ""
    people: Number | None = None
    kind: ChannelKind | None = None
    cost: Number | None = None


class Segment(Record):
    """A group inside the niche that needs a message of its own, and the trial of that message.

    ``size`` is people; ``baseline`` and ``target`` are percent of those asked; ``budget``,
    ``upkeep`` and ``extra_margin`` are money, the last two a year.
    """

    name: str = ""
    need: str = ""
    message: str = ""
    criterion: Criterion | None = None
    motivation: str = ""
    barrier: str = ""
    size: Number | None = None
    tone: str = ""
    offer: str = ""
    channel: str = ""
    metric: str = ""
    baseline: Number | None = None
    target: Number | None = None
    budget: Number | None = None
    stop: str = ""
    upkeep: Number | None = None
    extra_margin: Number | None = None
    result: str = ""
    review: date | None = None


class Neighbour(Record):
    """A niche next door, and how much of each thing it shares, from 0 to 5."""

    name: str = ""
    shared: str = ""
    skill: Number | None = None
    channel: Number | None = None
    buyer: Number | None = None
    technology: Number | None = None


class NicheSentence(Answers):
    """The niche in slots: "[who] who [situation], currently [alternative], through [channel]"."""

    who: str = ""
    situation: str = ""
    alternative: str = ""
    channel: str = ""


class Niche(Answers):
    """The niche step.

    ``chosen`` is the id of a candidate; ``ratings`` scores the candidates from 0 to 5 by
    criterion, its column ``weight`` says how much a criterion counts. Counts are customers;
    ``reach`` and ``adoption`` are percent (0 to 100) of the count and of the reachable;
    ``price`` and ``unit_cost`` are money an order, ``orders`` orders a customer a year,
    ``fixed_cost`` money a year. A range lies around the figure of the same name. ``life`` is
    the years that a customer stays, ``growth`` the niche's growth in percent a year,
    ``spend`` money for a campaign that reaches ``audience`` people of whom ``match`` percent
    are of the niche; ``goal`` is the customers wanted in three years.
    """

    candidates: list[Candidate] = Field(default_factory=list)
    ratings: Grid = Field(default_factory=Grid)
    chosen: str = ""
    exclusion: str = ""
    neighbours: str = ""
    situation: str = ""
    trigger: str = ""
    user: str = ""
    payer: str = ""
    payer_need: str = ""
    decider: str = ""
    influencer: str = ""
    blocker: str = ""
    buys_alike: YesNo | None = None
    sells_alike: YesNo | None = None
    talks: YesNo | None = None
    channels: list[Channel] = Field(default_factory=list)
    count: Number | None = None
    count_claim: Claim = Field(default_factory=Claim)
    reach: Number | None = None
    adoption: Number | None = None
    price: Number | None = None
    orders: Number | None = None
    unit_cost: Number | None = None
    fixed_cost: Number | None = None
    count_range: Range = Field(default_factory=Range)
    reach_range: Range = Field(default_factory=Range)
    adoption_range: Range = Field(default_factory=Range)
    price_range: Range = Field(default_factory=Range)
    orders_range: Range = Field(default_factory=Range)
    unit_cost_range: Range = Field(default_factory=Range)
    fixed_cost_range: Range = Field(default_factory=Range)
    life: Number | None = None
    growth: Number | None = None
    spend: Number | None = None
    audience: Number | None = None
    match: Number | None = None
    goal: Number | None = None
    sentence: NicheSentence = Field(default_factory=NicheSentence)
    rung: Rung | None = None
    scope: str = ""
    message_goal: str = ""
    customisation: str = ""
    research: str = ""
    narrow_goals: str = ""
    narrow_resources: str = ""
    narrow_audience: str = ""
    how_far: HowFar | None = None
    segments: list[Segment] = Field(default_factory=list)
    adjacent: list[Neighbour] = Field(default_factory=list)

    @property
    def choice(self) -> Candidate | None:
        """The chosen candidate, if there is one."""
        return next((c for c in self.candidates if c.id == self.chosen), None)
