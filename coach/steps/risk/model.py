"""What can go wrong, what it would cost, and when to stop."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from coach.values import Answers, Number, Range, Record


class Category(StrEnum):
    """Where a risk comes from."""

    MARKET = "market"
    CUSTOMERS = "customers"
    COMPETITORS = "competitors"
    OPERATIONS = "operations"
    PEOPLE = "people"
    MONEY = "money"
    LAW = "law"


class Treatment(StrEnum):
    """What is done about a risk (M23)."""

    AVOID = "avoid"
    TAKE = "take"
    REMOVE = "remove"
    LIKELIHOOD = "likelihood"
    CONSEQUENCE = "consequence"
    SHARE = "share"
    RETAIN = "retain"


class RiskStatus(StrEnum):
    """Where a risk stands."""

    OPEN = "open"
    UNDER_WAY = "under_way"
    CLOSED = "closed"


class ShareKind(StrEnum):
    """What a share is of."""

    CUSTOMER = "customer"
    SUPPLIER = "supplier"
    CHANNEL = "channel"
    PLATFORM = "platform"
    PERSON = "person"


class Risk(Record):
    """One risk as cause, event and effect, with what is done before and after.

    Probabilities are percent (0 to 100) within the next year, impacts money if it happens; the
    ranges lie around the likely figures. ``assumption`` is the id of the belief it rests on,
    ``soon`` the months until it could happen, ``cost`` what the action costs.
    """

    event: str = ""
    cause: str = ""
    effect: str = ""
    category: Category | None = None
    probability: Number | None = None
    impact: Number | None = None
    probability_range: Range = Field(default_factory=Range)
    impact_range: Range = Field(default_factory=Range)
    soon: Number | None = None
    assumption: str = ""
    trigger: str = ""
    indicator: str = ""
    source: str = ""
    threshold: str = ""
    rhythm: str = ""
    prevention: str = ""
    contingency: str = ""
    treatment: Treatment | None = None
    owner: str = ""
    due: date | None = None
    cost: Number | None = None
    probability_after: Number | None = None
    impact_after: Number | None = None
    status: RiskStatus | None = None
    review: date | None = None


class Reason(Record):
    """One reason from the premortem: whose it is, and the risk it became or why it did not."""

    what: str = ""
    who: str = ""
    risk: str = ""
    dismissed: str = ""


class Share(Record):
    """One of the things that the business leans on, and its share in percent."""

    name: str = ""
    kind: ShareKind | None = None
    share: Number | None = None


class Kill(Record):
    """One line at which to stop: if this state by this day, then this act (M8)."""

    state: str = ""
    by: date | None = None
    act: str = ""


class Risks(Answers):
    """The risk step. ``reserve`` is money, ``burn`` money a month."""

    premortem: str = ""
    reasons: list[Reason] = Field(default_factory=list)
    risks: list[Risk] = Field(default_factory=list)
    shares: list[Share] = Field(default_factory=list)
    reserve: Number | None = None
    burn: Number | None = None
    kill: str = ""
    kill_date: date | None = None
    kill_act: str = ""
    kills: list[Kill] = Field(default_factory=list)
