"""The one way in which the business is different, what that costs, and what defends it."""

from enum import StrEnum

from pydantic import Field

from coach.values import Answers, Grid, Number, Record, YesNo


class Type(StrEnum):
    """The five ways to be different."""

    COST = "cost"
    QUALITY = "quality"
    SERVICE = "service"
    NICHE = "niche"
    INNOVATION = "innovation"


class Move(StrEnum):
    """What we do with a factor that the trade competes on."""

    ELIMINATE = "eliminate"
    REDUCE = "reduce"
    KEEP = "keep"
    RAISE = "raise"
    CREATE = "create"


class Scope(StrEnum):
    """Porter's first question: how wide the market is that we serve."""

    BROAD = "broad"
    FOCUS = "focus"


class Basis(StrEnum):
    """Porter's second question: what we win by."""

    COST = "cost"
    DIFFERENCE = "difference"


class Shows(StrEnum):
    """Where a difference shows."""

    PRODUCT = "product"
    SERVICE = "service"
    TECHNOLOGY = "technology"
    BRAND = "brand"


class Discipline(StrEnum):
    """The value discipline to lead in (M15)."""

    OPERATIONS = "operations"
    PRODUCT = "product"
    INTIMACY = "intimacy"


class Defence(StrEnum):
    """What makes a resource slow or dear to copy."""

    KNOWLEDGE = "knowledge"
    RELATIONSHIPS = "relationships"
    DATA = "data"
    PROCESS = "process"
    LOCATION = "location"
    BRAND = "brand"
    RIGHTS = "rights"
    SWITCHING = "switching"
    NETWORK = "network"
    AGILITY = "agility"


class Signal(StrEnum):
    """How a customer can see a difference before buying."""

    GUARANTEE = "guarantee"
    CERTIFICATE = "certificate"
    REFERENCE = "reference"
    DEMONSTRATION = "demonstration"
    FIGURES = "figures"
    PRICE = "price"


class LeverKind(StrEnum):
    """Where automation can strengthen a difference."""

    SERVICE = "service"
    PERSONAL = "personal"
    EFFICIENCY = "efficiency"
    NOVELTY = "novelty"


class CostSource(StrEnum):
    """What can make a unit cheaper for good."""

    EFFICIENCY = "efficiency"
    SOURCING = "sourcing"
    OVERHEAD = "overhead"
    PROCESS = "process"
    SCALE = "scale"


class ServiceKind(StrEnum):
    """What sort of service is meant."""

    ANTICIPATING = "anticipating"
    PERSONAL = "personal"
    PROACTIVE = "proactive"
    RELATIONSHIP = "relationship"


class Protection(StrEnum):
    """What protects something new."""

    LEAD = "lead"
    RIGHTS = "rights"
    SECRET = "secret"
    DATA = "data"


class Factor(Record):
    """Something buyers compare by, in their words. ``importance`` is 0 to 10."""

    name: str = ""
    importance: Number | None = None
    move: Move | None = None
    reason: str = ""


class Resource(Record):
    """Something we have or can do, judged by VRIO (M16).

    ``months`` and ``cost`` are what a rival would need to copy it.
    """

    name: str = ""
    valuable: YesNo | None = None
    rare: YesNo | None = None
    costly: YesNo | None = None
    organised: YesNo | None = None
    reason: str = ""
    defence: Defence | None = None
    months: Number | None = None
    cost: Number | None = None


class Lever(Record):
    """One step that is automated, what that does for the difference, what stays human."""

    step: str = ""
    kind: LeverKind | None = None
    effect: str = ""
    human: str = ""


class Market(Record):
    """A market or culture that is entered, and what changes there."""

    name: str = ""
    product: str = ""
    communication: str = ""
    service: str = ""
    ethics: str = ""


class Differentiation(Answers):
    """The differentiation step.

    Of the answers that belong to one type only the primary type's own are asked; the others
    keep what was written while another type was primary. ``levels`` holds our level (column
    ``us``) and each alternative's by factor, 0 to 5; ``fit`` rates the five types by
    criterion, 0 to 5. Money is a unit sold unless said otherwise; ``cost_change`` is the planned
    price against the rival's in percent; ``contacts`` are a customer a month, ``capacity``
    hours a month.
    """

    factors: list[Factor] = Field(default_factory=list)
    levels: Grid = Field(default_factory=Grid)
    fit: Grid = Field(default_factory=Grid)
    primary: Type | None = None
    supporting: list[Type] = Field(default_factory=list, max_length=2)
    reinforce: str = ""
    reason: str = ""
    cost_source: str = ""
    quality_measure: str = ""
    service_promise: str = ""
    niche_knowledge: str = ""
    innovation_step: str = ""
    trade_off: str = ""
    signal: str = ""
    cost_sources: list[CostSource] = Field(default_factory=list)
    cost_ours: Number | None = None
    cost_rival: Number | None = None
    cost_price: Number | None = None
    cost_change: Number | None = None
    cost_floor: Number | None = None
    cost_left_out: str = ""
    cost_lasts: Number | None = None
    quality_control: str = ""
    defects: Number | None = None
    defects_rival: Number | None = None
    warranty: str = ""
    quality_cost: Number | None = None
    premium: Number | None = None
    quality_seen: str = ""
    service_kinds: list[ServiceKind] = Field(default_factory=list)
    service_customers: Number | None = None
    contacts: Number | None = None
    contact_minutes: Number | None = None
    capacity: Number | None = None
    service_cost: Number | None = None
    service_broken: str = ""
    retention: str = ""
    niche_facts: str = ""
    niche_standards: str = ""
    niche_share: Number | None = None
    niche_authority: str = ""
    niche_growth: str = ""
    innovation_whom: str = ""
    prior_art: str = ""
    adoption_barrier: str = ""
    protection: list[Protection] = Field(default_factory=list)
    rhythm: str = ""
    innovation_budget: Number | None = None
    improvements: str = ""
    if_copied: str = ""
    lead_months: Number | None = None
    scope: Scope | None = None
    basis: Basis | None = None
    shows: list[Shows] = Field(default_factory=list)
    discipline: Discipline | None = None
    threshold: str = ""
    operating_model: str = ""
    resources: list[Resource] = Field(default_factory=list)
    payback_months: Number | None = None
    signals: list[Signal] = Field(default_factory=list)
    asked: Number | None = None
    named: Number | None = None
    in_product: str = ""
    in_service: str = ""
    in_marketing: str = ""
    in_operations: str = ""
    levers: list[Lever] = Field(default_factory=list)
    sector_notes: str = ""
    markets: list[Market] = Field(default_factory=list)
    preference: str = ""
    resilience: str = ""
    prosperity: str = ""

    @property
    def how(self) -> str:
        """The answer to the primary type's own question."""
        return getattr(self, HOW[self.primary]) if self.primary else ""


HOW = {
    Type.COST: "cost_source",
    Type.QUALITY: "quality_measure",
    Type.SERVICE: "service_promise",
    Type.NICHE: "niche_knowledge",
    Type.INNOVATION: "innovation_step",
}
"""The field that asks the primary type's own question."""
