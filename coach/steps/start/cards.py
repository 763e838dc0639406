"""What is asked before the walk begins."""

from coach.questions import Card, Depth, Field, Kind, Step
from coach.steps.start.model import Sector, Team

STEP = Step(
    "start",
    (
        Card("start.business", (Field("name"), Field("offering", lines=2))),
        Card(
            "start.market",
            (
                Field("market", lines=2),
                Field("sector", Kind.CHOICE, options=tuple(Sector)),
                Field("currency", optional=True),
                Field("country", depth=Depth.INTERMEDIATE),
                Field("team", Kind.CHOICE, Depth.INTERMEDIATE, options=tuple(Team)),
            ),
        ),
        Card(
            "start.founders",
            (
                Field("strengths", depth=Depth.INTERMEDIATE, lines=2),
                Field("access", depth=Depth.INTERMEDIATE, lines=2),
                Field("principles", depth=Depth.ADVANCED, lines=2),
            ),
        ),
    ),
)
