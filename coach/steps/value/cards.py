"""What is asked about the value proposition."""

from coach.questions import Card, Depth, Drawing, Field, Kind, Step, Unit
from coach.steps.value import needs, numbers, pictures
from coach.steps.value.model import CLAUSES, FORCES, GainKind, JobKind, Side, Standing
from coach.steps.value.worth import worth

INTERMEDIATE, ADVANCED = Depth.INTERMEDIATE, Depth.ADVANCED


def _scores(depth: Depth) -> tuple[Field, Field]:
    return (
        Field("importance", Kind.NUMBER, depth, unit=Unit.OF_10),
        Field("satisfaction", Kind.NUMBER, depth, unit=Unit.OF_10),
    )


STEP = Step(
    "value",
    (
        Card(
            "value.job",
            (
                Field("job", lines=2),
                Field("gain", depth=INTERMEDIATE, lines=2),
                Field("segment", Kind.CHOICE, ADVANCED, True, pick="niche.segments"),
            ),
        ),
        Card(
            "value.jobs",
            (
                Field(
                    "jobs",
                    Kind.RECORDS,
                    INTERMEDIATE,
                    of=(
                        Field("what", depth=INTERMEDIATE, lines=2),
                        Field("kind", Kind.CHOICE, INTERMEDIATE, options=tuple(JobKind)),
                        Field("situation", depth=INTERMEDIATE),
                        *_scores(INTERMEDIATE),
                    ),
                ),
            ),
            results=needs.jobs,
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
                        *_scores(INTERMEDIATE),
                    ),
                ),
            ),
            results=needs.pains,
            pictures=(Drawing("opportunity", pictures.opportunity),),
        ),
        Card(
            "value.gains",
            (
                Field(
                    "gains",
                    Kind.RECORDS,
                    ADVANCED,
                    of=(
                        Field("what", depth=ADVANCED, lines=2),
                        Field("kind", Kind.CHOICE, ADVANCED, options=tuple(GainKind)),
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
                        Field("cost", Kind.NUMBER, INTERMEDIATE, True, unit=Unit.MONEY),
                    ),
                ),
            ),
        ),
        Card(
            "value.offers",
            (
                Field(
                    "offers",
                    Kind.RECORDS,
                    INTERMEDIATE,
                    of=(
                        Field("name", depth=INTERMEDIATE),
                        Field("how", depth=INTERMEDIATE, lines=2),
                        Field("pain", Kind.CHOICE, INTERMEDIATE, True, pick="value.pains"),
                        Field("gain", Kind.CHOICE, ADVANCED, True, pick="value.gains"),
                    ),
                ),
            ),
            results=needs.offers,
        ),
        Card(
            "value.attributes",
            (
                Field(
                    "attributes",
                    Kind.RECORDS,
                    INTERMEDIATE,
                    of=(
                        Field("name", depth=INTERMEDIATE),
                        Field("so_what", depth=INTERMEDIATE, lines=2),
                        Field("standing", Kind.CHOICE, INTERMEDIATE, options=tuple(Standing)),
                        Field("proof", Kind.CLAIM, INTERMEDIATE, True),
                    ),
                ),
            ),
            results=numbers.attributes,
        ),
        Card(
            "value.forces",
            (
                *(
                    question
                    for force in FORCES
                    for question in (
                        Field(force, depth=ADVANCED),
                        Field(f"{force}_strength", Kind.NUMBER, ADVANCED, unit=Unit.OF_5),
                    )
                ),
                Field("anxiety_remover", depth=ADVANCED),
                Field("habit_breaker", depth=ADVANCED),
            ),
            results=numbers.forces,
            pictures=(Drawing("forces", pictures.forces),),
        ),
        Card(
            "value.promise",
            (Field("promise", lines=3), Field("promise_claim", Kind.CLAIM, optional=True)),
            results=numbers.promise,
        ),
        Card(
            "value.measure",
            (
                Field("metric", depth=INTERMEDIATE),
                Field("baseline", Kind.NUMBER, INTERMEDIATE),
                Field("target", Kind.NUMBER, INTERMEDIATE),
                Field("metric_unit", depth=INTERMEDIATE),
                Field("metric_time", depth=INTERMEDIATE),
                Field("metric_whom", depth=INTERMEDIATE),
            ),
            results=numbers.measure,
        ),
        Card(
            "value.worth",
            (
                Field("reference_price", Kind.NUMBER, ADVANCED, unit=Unit.MONEY),
                Field(
                    "effects",
                    Kind.RECORDS,
                    ADVANCED,
                    of=(
                        Field("name", depth=ADVANCED),
                        Field("side", Kind.CHOICE, ADVANCED, options=tuple(Side)),
                        Field("amount", Kind.NUMBER, ADVANCED, unit=Unit.MONEY),
                    ),
                ),
                Field("our_price", Kind.NUMBER, ADVANCED, unit=Unit.MONEY),
            ),
            results=worth,
        ),
        Card(
            "value.story",
            (
                Field("trend", depth=ADVANCED, optional=True),
                *(
                    Field(f"story_{part}", depth=ADVANCED, optional=True)
                    for part in (
                        "wants",
                        "outer",
                        "inner",
                        "unfair",
                        "empathy",
                        "authority",
                        "plan",
                        "call",
                        "failure",
                        "success",
                    )
                ),
            ),
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
                Field("ten_words", depth=INTERMEDIATE),
                Field("thirty_words", depth=INTERMEDIATE, lines=2),
                Field("why_us", depth=INTERMEDIATE, lines=2),
            ),
            results=numbers.statement,
        ),
        Card(
            "value.swap",
            (
                Field(
                    "swap",
                    Kind.GRID,
                    INTERMEDIATE,
                    unit=Unit.TRUE,
                    of=tuple(Field(slot, Kind.NUMBER, unit=Unit.TRUE) for slot in CLAUSES),
                    across="value.alternatives",
                ),
            ),
            results=numbers.swap,
        ),
    ),
)
