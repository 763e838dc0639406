"""What is asked at the end of the walk."""

from coach.questions import Card, Depth, Field, Kind, Step, Unit

STEP = Step(
    "review",
    (
        Card(
            "review.tests",
            (
                Field(
                    "tests",
                    Kind.RECORDS,
                    of=(
                        Field("belief", lines=2),
                        Field("doing", lines=2),
                        Field("measure"),
                        Field("threshold"),
                        Field("due", Kind.DATE),
                        Field("owner"),
                        Field("cost", Kind.NUMBER, Depth.INTERMEDIATE, True, unit=Unit.MONEY),
                    ),
                ),
            ),
        ),
        Card("review.next", (Field("next_review", Kind.DATE),)),
    ),
)
