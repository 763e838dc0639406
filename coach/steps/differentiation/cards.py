"""What is asked about being different."""

from collections.abc import Callable

from coach.questions import Card, Depth, Drawing, Field, Kind, Step, Unit
from coach.steps.differentiation import pictures
from coach.steps.differentiation.canvas import levels
from coach.steps.differentiation.detail import detail
from coach.steps.differentiation.fit import fit
from coach.steps.differentiation.model import (
    Basis,
    CostSource,
    Defence,
    Differentiation,
    Discipline,
    LeverKind,
    Move,
    Protection,
    Scope,
    ServiceKind,
    Shows,
    Signal,
    Type,
)
from coach.steps.differentiation.numbers import position, resources, signals
from coach.values import YesNo

INTERMEDIATE, ADVANCED = Depth.INTERMEDIATE, Depth.ADVANCED

FIT = ("importance", "capability", "weakness")
"""What a type is rated by: does it matter to buyers, can we do it, are rivals weak at it."""


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


def _number(
    key: str, unit: Unit, when: Callable[[Differentiation], bool], depth: Depth = INTERMEDIATE
) -> Field:
    return Field(key, Kind.NUMBER, depth, unit=unit, when=when)


def _text(
    key: str, when: Callable[[Differentiation], bool], depth: Depth = INTERMEDIATE, lines: int = 2
) -> Field:
    return Field(key, depth=depth, lines=lines, when=when)


COST = (
    Field(
        "cost_sources",
        Kind.CHOICE,
        INTERMEDIATE,
        options=tuple(CostSource),
        most=len(CostSource),
        when=leads_with_cost,
    ),
    _number("cost_ours", Unit.MONEY, leads_with_cost),
    _number("cost_rival", Unit.MONEY, leads_with_cost),
    _number("cost_price", Unit.MONEY, leads_with_cost),
    _number("cost_change", Unit.CHANGE, leads_with_cost),
    _number("cost_floor", Unit.MONEY, leads_with_cost, ADVANCED),
    _text("cost_left_out", leads_with_cost, ADVANCED),
    _number("cost_lasts", Unit.MONTHS, leads_with_cost, ADVANCED),
)
QUALITY = (
    _text("quality_control", leads_with_quality),
    _number("defects", Unit.PERCENT, leads_with_quality),
    _number("defects_rival", Unit.PERCENT, leads_with_quality),
    _text("warranty", leads_with_quality, lines=1),
    _number("quality_cost", Unit.MONEY, leads_with_quality),
    _number("premium", Unit.MONEY, leads_with_quality),
    _text("quality_seen", leads_with_quality, ADVANCED),
)
SERVICE = (
    Field(
        "service_kinds",
        Kind.CHOICE,
        INTERMEDIATE,
        options=tuple(ServiceKind),
        most=len(ServiceKind),
        when=leads_with_service,
    ),
    _number("service_customers", Unit.CUSTOMERS, leads_with_service),
    _number("contacts", Unit.NONE, leads_with_service),
    _number("contact_minutes", Unit.MINUTES, leads_with_service),
    _number("capacity", Unit.HOURS, leads_with_service),
    _number("service_cost", Unit.MONEY, leads_with_service, ADVANCED),
    _text("service_broken", leads_with_service),
    _text("retention", leads_with_service, ADVANCED),
)
NICHE = (
    _text("niche_facts", leads_with_niche, lines=3),
    _text("niche_standards", leads_with_niche),
    _number("niche_share", Unit.PERCENT, leads_with_niche),
    _text("niche_authority", leads_with_niche, ADVANCED),
    _text("niche_growth", leads_with_niche, ADVANCED),
)
INNOVATION = (
    _text("innovation_whom", leads_with_innovation, lines=1),
    _text("prior_art", leads_with_innovation),
    _text("adoption_barrier", leads_with_innovation),
    Field(
        "protection",
        Kind.CHOICE,
        INTERMEDIATE,
        options=tuple(Protection),
        most=len(Protection),
        when=leads_with_innovation,
    ),
    _text("rhythm", leads_with_innovation, ADVANCED, lines=1),
    _number("innovation_budget", Unit.MONEY, leads_with_innovation, ADVANCED),
    _text("improvements", leads_with_innovation, ADVANCED),
    _text("if_copied", leads_with_innovation, ADVANCED),
    _number("lead_months", Unit.MONTHS, leads_with_innovation),
)

STEP = Step(
    "differentiation",
    (
        Card(
            "differentiation.factors",
            (
                Field(
                    "factors",
                    Kind.RECORDS,
                    INTERMEDIATE,
                    fewest=6,
                    of=(
                        Field("name", depth=INTERMEDIATE),
                        Field("importance", Kind.NUMBER, INTERMEDIATE, unit=Unit.OF_10),
                        Field("move", Kind.CHOICE, ADVANCED, options=tuple(Move)),
                        Field("reason", depth=ADVANCED, optional=True),
                    ),
                ),
            ),
        ),
        Card(
            "differentiation.levels",
            (
                Field(
                    "levels",
                    Kind.GRID,
                    INTERMEDIATE,
                    unit=Unit.OF_5,
                    down="differentiation.factors",
                    columns=("us",),
                    across="value.alternatives",
                ),
            ),
            results=levels,
            pictures=(
                Drawing("canvas", pictures.canvas),
                Drawing("positions", pictures.positions),
            ),
        ),
        Card(
            "differentiation.fit",
            (
                Field(
                    "fit",
                    Kind.GRID,
                    INTERMEDIATE,
                    unit=Unit.OF_5,
                    of=tuple(Field(key, Kind.NUMBER, unit=Unit.OF_5) for key in FIT),
                    columns=tuple(Type),
                ),
            ),
            results=fit,
            pictures=(Drawing("fit", pictures.fit),),
        ),
        Card(
            "differentiation.type",
            (
                Field("primary", Kind.CHOICE, options=tuple(Type)),
                Field("supporting", Kind.CHOICE, optional=True, options=tuple(Type), most=2),
                Field("reason", lines=2),
                Field("reinforce", depth=INTERMEDIATE, optional=True, lines=2),
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
                Field("signal", depth=INTERMEDIATE, lines=2),
            ),
        ),
        Card(
            "differentiation.detail",
            (*COST, *QUALITY, *SERVICE, *NICHE, *INNOVATION),
            results=detail,
        ),
        Card(
            "differentiation.position",
            (
                Field("scope", Kind.CHOICE, INTERMEDIATE, options=tuple(Scope)),
                Field("basis", Kind.CHOICE, INTERMEDIATE, options=tuple(Basis)),
                Field("shows", Kind.CHOICE, INTERMEDIATE, options=tuple(Shows), most=4),
                Field("discipline", Kind.CHOICE, INTERMEDIATE, options=tuple(Discipline)),
                Field("threshold", depth=INTERMEDIATE, lines=2),
                Field("operating_model", depth=INTERMEDIATE, lines=2),
            ),
            results=position,
        ),
        Card(
            "differentiation.resources",
            (
                Field(
                    "resources",
                    Kind.RECORDS,
                    ADVANCED,
                    fewest=2,
                    of=(
                        Field("name", depth=ADVANCED),
                        *(
                            Field(key, Kind.CHOICE, ADVANCED, options=tuple(YesNo))
                            for key in ("valuable", "rare", "costly", "organised")
                        ),
                        Field("reason", depth=ADVANCED, lines=2),
                        Field("defence", Kind.CHOICE, ADVANCED, options=tuple(Defence)),
                        Field("months", Kind.NUMBER, ADVANCED, unit=Unit.MONTHS),
                        Field("cost", Kind.NUMBER, ADVANCED, True, unit=Unit.MONEY),
                    ),
                ),
                Field("payback_months", Kind.NUMBER, ADVANCED, unit=Unit.MONTHS),
            ),
            results=resources,
        ),
        Card(
            "differentiation.signals",
            (
                Field(
                    "signals",
                    Kind.CHOICE,
                    INTERMEDIATE,
                    options=tuple(Signal),
                    most=len(Signal),
                ),
                Field("asked", Kind.NUMBER, ADVANCED, unit=Unit.PEOPLE),
                Field("named", Kind.NUMBER, ADVANCED, unit=Unit.PEOPLE),
            ),
            results=signals,
        ),
        Card(
            "differentiation.built_in",
            tuple(
                Field(f"in_{place}", depth=ADVANCED, lines=2)
                for place in ("product", "service", "marketing", "operations")
            ),
        ),
        Card(
            "differentiation.automation",
            (
                Field(
                    "levers",
                    Kind.RECORDS,
                    INTERMEDIATE,
                    True,
                    of=(
                        Field("step", depth=INTERMEDIATE),
                        Field("kind", Kind.CHOICE, INTERMEDIATE, options=tuple(LeverKind)),
                        Field("effect", depth=INTERMEDIATE, lines=2),
                        Field("human", depth=INTERMEDIATE, lines=2),
                    ),
                ),
            ),
        ),
        Card(
            "differentiation.abroad",
            (
                Field("sector_notes", depth=ADVANCED, lines=3),
                Field(
                    "markets",
                    Kind.RECORDS,
                    ADVANCED,
                    True,
                    of=tuple(
                        Field(key, depth=ADVANCED, lines=1 if key == "name" else 2)
                        for key in ("name", "product", "communication", "service", "ethics")
                    ),
                ),
            ),
        ),
        Card(
            "differentiation.outcome",
            (
                Field("preference", depth=ADVANCED, lines=2),
                Field("resilience", depth=ADVANCED, lines=2),
                Field("prosperity", depth=ADVANCED, lines=2),
            ),
        ),
    ),
)
