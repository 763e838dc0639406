"""What is asked about risk."""

from coach.questions import Card, Depth, Drawing, Field, Kind, Step, Unit
from coach.steps.risk import pictures
from coach.steps.risk.cash import cash
from coach.steps.risk.concentration import concentration
from coach.steps.risk.model import Category, RiskStatus, ShareKind, Treatment
from coach.steps.risk.numbers import losses

INTERMEDIATE, ADVANCED = Depth.INTERMEDIATE, Depth.ADVANCED

STEP = Step(
    "risk",
    (
        Card(
            "risk.premortem",
            (
                Field("premortem", depth=INTERMEDIATE, lines=5),
                Field(
                    "reasons",
                    Kind.RECORDS,
                    ADVANCED,
                    fewest=5,
                    of=(
                        Field("what", depth=ADVANCED, lines=2),
                        Field("who", depth=ADVANCED, optional=True),
                        Field("risk", Kind.CHOICE, ADVANCED, True, pick="risk.risks"),
                        Field("dismissed", depth=ADVANCED, optional=True),
                    ),
                ),
            ),
        ),
        Card(
            "risk.risks",
            (
                Field(
                    "risks",
                    Kind.RECORDS,
                    fewest=5,
                    of=(
                        Field("event", lines=2),
                        Field("cause", lines=2),
                        Field("effect", lines=2),
                        Field("probability", Kind.NUMBER, unit=Unit.PERCENT),
                        Field(
                            "probability_range",
                            Kind.RANGE,
                            ADVANCED,
                            unit=Unit.PERCENT,
                            around="probability",
                        ),
                        Field("impact", Kind.NUMBER, unit=Unit.MONEY),
                        Field(
                            "impact_range", Kind.RANGE, ADVANCED, unit=Unit.MONEY, around="impact"
                        ),
                        Field("soon", Kind.NUMBER, ADVANCED, unit=Unit.MONTHS),
                        Field("assumption", Kind.CHOICE, ADVANCED, True, pick="review.assumptions"),
                        Field("trigger", lines=2),
                        Field("indicator", depth=ADVANCED),
                        Field("source", depth=ADVANCED),
                        Field("threshold", depth=ADVANCED),
                        Field("rhythm", depth=ADVANCED),
                        Field("prevention", lines=2),
                        Field("contingency", depth=INTERMEDIATE, lines=2),
                        Field("treatment", Kind.CHOICE, INTERMEDIATE, options=tuple(Treatment)),
                        Field("owner"),
                        Field("due", Kind.DATE, INTERMEDIATE),
                        Field("cost", Kind.NUMBER, INTERMEDIATE, unit=Unit.MONEY),
                        Field("probability_after", Kind.NUMBER, INTERMEDIATE, unit=Unit.PERCENT),
                        Field("impact_after", Kind.NUMBER, INTERMEDIATE, unit=Unit.MONEY),
                        Field("category", Kind.CHOICE, INTERMEDIATE, options=tuple(Category)),
                        Field("status", Kind.CHOICE, ADVANCED, options=tuple(RiskStatus)),
                        Field("review", Kind.DATE, ADVANCED),
                    ),
                ),
            ),
            results=losses,
            pictures=(Drawing("losses", pictures.losses), Drawing("board", pictures.board)),
        ),
        Card(
            "risk.concentration",
            (
                Field(
                    "shares",
                    Kind.RECORDS,
                    INTERMEDIATE,
                    fewest=2,
                    of=(
                        Field("name", depth=INTERMEDIATE),
                        Field("kind", Kind.CHOICE, INTERMEDIATE, options=tuple(ShareKind)),
                        Field("share", Kind.NUMBER, INTERMEDIATE, unit=Unit.PERCENT),
                    ),
                ),
            ),
            results=concentration,
            pictures=(Drawing("shares", pictures.shares),),
        ),
        Card(
            "risk.cash",
            (
                Field("reserve", Kind.NUMBER, INTERMEDIATE, unit=Unit.MONEY),
                Field("burn", Kind.NUMBER, INTERMEDIATE, unit=Unit.MONEY),
            ),
            results=cash,
        ),
        Card(
            "risk.kill",
            (
                Field("kill", lines=3),
                Field("kill_date", Kind.DATE),
                Field("kill_act", depth=INTERMEDIATE, lines=2),
                Field(
                    "kills",
                    Kind.RECORDS,
                    ADVANCED,
                    True,
                    of=(
                        Field("state", depth=ADVANCED, lines=2),
                        Field("by", Kind.DATE, ADVANCED),
                        Field("act", depth=ADVANCED, lines=2),
                    ),
                ),
            ),
        ),
    ),
)
