"""What is asked about the value proposition."""

from coach.questions import Card, Depth, Field, Kind, Step

STEP = Step(
    "value",
    (
        Card(
            "value.job",
            (Field("job", lines=2), Field("gain", depth=Depth.INTERMEDIATE, lines=2)),
        ),
        Card(
            "value.pains",
            (
                Field(
                    "pains",
                    Kind.RECORDS,
                    of=(
                        Field("what", lines=2),
                        Field("how_often"),
                        Field("cost"),
                        Field("relief", lines=2),
                    ),
                ),
            ),
        ),
        Card(
            "value.alternatives",
            (
                Field(
                    "alternatives",
                    Kind.RECORDS,
                    fewest=2,
                    of=(
                        Field("name"),
                        Field("does_well", lines=2),
                        Field("falls_short", lines=2),
                    ),
                ),
            ),
        ),
        Card(
            "value.promise",
            (Field("promise", lines=3), Field("promise_claim", Kind.CLAIM, optional=True)),
        ),
        Card(
            "value.statement",
            (
                Field(
                    "statement",
                    Kind.STATEMENT,
                    of=(
                        Field("audience"),
                        Field("need"),
                        Field("product"),
                        Field("category"),
                        Field("benefit"),
                        Field("alternative"),
                        Field("difference"),
                    ),
                ),
            ),
        ),
    ),
)
