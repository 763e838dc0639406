"""What is asked about being different."""

from coach.questions import Card, Depth, Field, Kind, Step
from coach.steps.differentiation.model import Differentiation, Type


def leads_with_cost(answers: Differentiation) -> bool:
    """The primary type is cost."""
    return answers.primary is Type.COST


def leads_with_quality(answers: Differentiation) -> bool:
    """The primary type is quality."""
    return answers.primary is Type.QUALITY


def leads_with_service(answers: Differentiation) -> bool:
    """The primary type is service."""
    return answers.primary is Type.SERVICE


def leads_with_niche(answers: Differentiation) -> bool:
    """The primary type is niche specialisation."""
    return answers.primary is Type.NICHE


def leads_with_innovation(answers: Differentiation) -> bool:
    """The primary type is innovation."""
    return answers.primary is Type.INNOVATION


STEP = Step(
    "differentiation",
    (
        Card(
            "differentiation.type",
            (
                Field("primary", Kind.CHOICE, options=tuple(Type)),
                Field("supporting", Kind.CHOICE, optional=True, options=tuple(Type), most=2),
                Field("reason", lines=2),
            ),
        ),
        Card(
            "differentiation.proof",
            (
                Field("cost_source", lines=3, when=leads_with_cost),
                Field("quality_measure", lines=3, when=leads_with_quality),
                Field("service_promise", lines=3, when=leads_with_service),
                Field("niche_knowledge", lines=3, when=leads_with_niche),
                Field("innovation_step", lines=3, when=leads_with_innovation),
                Field("trade_off", lines=2),
                Field("signal", depth=Depth.INTERMEDIATE, lines=2),
            ),
        ),
    ),
)
