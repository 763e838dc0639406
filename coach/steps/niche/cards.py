"""What is asked about the niche."""

from coach.questions import Card, Depth, Field, Kind, Step, Unit
from coach.steps.niche.numbers import sizing

STEP = Step(
    "niche",
    (
        Card(
            "niche.candidates",
            (
                Field(
                    "candidates",
                    Kind.RECORDS,
                    fewest=3,
                    of=(
                        Field("name"),
                        Field("who", lines=2),
                        Field("need", lines=2),
                        Field("evidence", Kind.CLAIM, optional=True),
                    ),
                ),
            ),
        ),
        Card(
            "niche.choice",
            (
                Field("chosen", Kind.CHOICE, pick="candidates"),
                Field("exclusion", lines=2),
                Field("neighbours", depth=Depth.INTERMEDIATE, lines=2),
            ),
        ),
        Card(
            "niche.channels",
            (
                Field(
                    "channels",
                    Kind.RECORDS,
                    of=(Field("name"), Field("people", Kind.NUMBER, unit=Unit.PEOPLE)),
                ),
            ),
        ),
        Card(
            "niche.size",
            (
                Field("count", Kind.NUMBER, unit=Unit.CUSTOMERS),
                Field("count_claim", Kind.CLAIM, optional=True),
                Field("reach", Kind.NUMBER, unit=Unit.PERCENT),
                Field("adoption", Kind.NUMBER, unit=Unit.PERCENT),
                Field("price", Kind.NUMBER, unit=Unit.MONEY),
                Field("orders", Kind.NUMBER, unit=Unit.PER_YEAR),
                Field("unit_cost", Kind.NUMBER, unit=Unit.MONEY),
                Field("fixed_cost", Kind.NUMBER, unit=Unit.MONEY),
            ),
            results=sizing,
        ),
        Card(
            "niche.segments",
            (
                Field(
                    "segments",
                    Kind.RECORDS,
                    optional=True,
                    of=(Field("name"), Field("need", lines=2), Field("message", lines=2)),
                ),
            ),
        ),
    ),
)
