"""The one way in which the business is different, and what that costs."""

from enum import StrEnum

from pydantic import Field

from coach.values import Answers


class Type(StrEnum):
    """The five ways to be different."""

    COST = "cost"
    QUALITY = "quality"
    SERVICE = "service"
    NICHE = "niche"
    INNOVATION = "innovation"


class Differentiation(Answers):
    """The differentiation step.

    Of the five answers named in :data:`HOW` only the primary type's own is asked; the others
    keep what was written while another type was primary.
    """

    primary: Type | None = None
    supporting: list[Type] = Field(default_factory=list, max_length=2)
    reason: str = ""
    cost_source: str = ""
    quality_measure: str = ""
    service_promise: str = ""
    niche_knowledge: str = ""
    innovation_step: str = ""
    trade_off: str = ""
    signal: str = ""

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
