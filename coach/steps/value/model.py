"""What the niche gets, and why that beats what it has today."""

from enum import StrEnum

from pydantic import Field

from coach.values import Answers, Claim, Grid, Number, Record

CLAUSES = ("audience", "need", "category", "benefit", "difference")
"""The statement's slots that may stay true for a rival; the names themselves are swapped."""

FORCES = ("push", "pull", "anxiety", "habit")
"""What moves a customer to switch, and what holds them (M14)."""


class JobKind(StrEnum):
    """What a job is about: getting something done, feeling something, being seen as something."""

    FUNCTIONAL = "functional"
    EMOTIONAL = "emotional"
    SOCIAL = "social"


class GainKind(StrEnum):
    """How much a gain is counted on, most first."""

    REQUIRED = "required"
    EXPECTED = "expected"
    DESIRED = "desired"
    UNEXPECTED = "unexpected"


class Standing(StrEnum):
    """Where an attribute stands against the next best alternative (M13)."""

    DIFFERENCE = "difference"
    PARITY = "parity"
    CONTENTION = "contention"


class Side(StrEnum):
    """Whether a difference is worth something to the customer or costs them something."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Job(Record):
    """Something they try to get done. Importance and satisfaction today are 0 to 10 (M3)."""

    what: str = ""
    kind: JobKind | None = None
    situation: str = ""
    importance: Number | None = None
    satisfaction: Number | None = None


class Pain(Record):
    """Something that goes wrong for them, how bad it is, and what we do about it.

    ``importance`` and ``satisfaction`` (with what they have today) are 0 to 10 (M3).
    """

    what: str = ""
    how_often: str = ""
    cost: str = ""
    relief: str = ""
    importance: Number | None = None
    satisfaction: Number | None = None


class Gain(Record):
    """Something they would be glad of."""

    what: str = ""
    kind: GainKind | None = None


class Alternative(Record):
    """What they use instead of us: a rival, a spreadsheet, doing nothing.

    ``cost`` is what it costs them a year, in money.
    """

    name: str = ""
    does_well: str = ""
    falls_short: str = ""
    cost: Number | None = None


class Offer(Record):
    """A product or service, how it works, and the pain or gain (by id) that it answers."""

    name: str = ""
    how: str = ""
    pain: str = ""
    gain: str = ""


class Attribute(Record):
    """Something that only we have, what that means for them, and the proof of it (M11)."""

    name: str = ""
    so_what: str = ""
    standing: Standing | None = None
    proof: Claim = Field(default_factory=Claim)


class Effect(Record):
    """A difference to the next best alternative, in money a customer a year (M5)."""

    name: str = ""
    side: Side | None = None
    amount: Number | None = None


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
    """The value proposition step.

    ``segment`` is the id of a micro-segment, empty for the whole niche. The four forces have
    a strength of 0 to 5 (M14). ``reference_price`` and ``our_price`` are money a customer a
    year (M5). ``swap`` says by slot of the statement and by alternative whether the slot stays
    true (1) with the alternative's name in it.
    """

    job: str = ""
    segment: str = ""
    gain: str = ""
    jobs: list[Job] = Field(default_factory=list)
    pains: list[Pain] = Field(default_factory=list)
    gains: list[Gain] = Field(default_factory=list)
    alternatives: list[Alternative] = Field(default_factory=list)
    offers: list[Offer] = Field(default_factory=list)
    attributes: list[Attribute] = Field(default_factory=list)
    push: str = ""
    push_strength: Number | None = None
    pull: str = ""
    pull_strength: Number | None = None
    anxiety: str = ""
    anxiety_strength: Number | None = None
    habit: str = ""
    habit_strength: Number | None = None
    anxiety_remover: str = ""
    habit_breaker: str = ""
    promise: str = ""
    promise_claim: Claim = Field(default_factory=Claim)
    metric: str = ""
    baseline: Number | None = None
    target: Number | None = None
    metric_unit: str = ""
    metric_time: str = ""
    metric_whom: str = ""
    reference_price: Number | None = None
    effects: list[Effect] = Field(default_factory=list)
    our_price: Number | None = None
    trend: str = ""
    story_wants: str = ""
    story_outer: str = ""
    story_inner: str = ""
    story_unfair: str = ""
    story_empathy: str = ""
    story_authority: str = ""
    story_plan: str = ""
    story_call: str = ""
    story_failure: str = ""
    story_success: str = ""
    statement: Statement = Field(default_factory=Statement)
    ten_words: str = ""
    thirty_words: str = ""
    why_us: str = ""
    swap: Grid = Field(default_factory=Grid)
