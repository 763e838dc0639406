"""What is asked about risk."""

from coach.questions import Card, Depth, Field, Kind, Step, Unit
from coach.steps.risk.model import Category
from coach.steps.risk.numbers import losses

STEP = Step(
    "risk",
    (
        Card("risk.premortem", (Field("premortem", depth=Depth.INTERMEDIATE, lines=5),)),
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
                        Field("impact", Kind.NUMBER, unit=Unit.MONEY),
                        Field("trigger", lines=2),
                        Field("prevention", lines=2),
                        Field("contingency", depth=Depth.INTERMEDIATE, lines=2),
                        Field("owner"),
                        Field(
                            "category",
                            Kind.CHOICE,
                            Depth.INTERMEDIATE,
                            options=tuple(Category),
                        ),
                    ),
                ),
            ),
            results=losses,
        ),
        Card("risk.kill", (Field("kill", lines=3), Field("kill_date", Kind.DATE))),
    ),
)
