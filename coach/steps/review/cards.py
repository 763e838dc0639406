"""What is asked at the end of the walk."""

from coach.questions import Card, Depth, Drawing, Field, Kind, Step, Unit
from coach.steps.review import pictures
from coach.steps.review.model import About
from coach.steps.review.numbers import actions, assumptions, forecasts, tests
from coach.values import YesNo

INTERMEDIATE, ADVANCED = Depth.INTERMEDIATE, Depth.ADVANCED

STEP = Step(
    "review",
    (
        Card(
            "review.assumptions",
            (
                Field(
                    "assumptions",
                    Kind.RECORDS,
                    INTERMEDIATE,
                    fewest=3,
                    of=(
                        Field("statement", depth=INTERMEDIATE, lines=2),
                        Field("step", Kind.CHOICE, INTERMEDIATE, options=tuple(About)),
                        Field("importance", Kind.NUMBER, INTERMEDIATE, unit=Unit.OF_5),
                        Field("evidence", Kind.CLAIM, INTERMEDIATE, True),
                    ),
                ),
            ),
            results=assumptions,
            pictures=(Drawing("assumptions", pictures.assumptions),),
        ),
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
                        Field("cost", Kind.NUMBER, INTERMEDIATE, True, unit=Unit.MONEY),
                        Field("days", Kind.NUMBER, INTERMEDIATE, True, unit=Unit.DAYS),
                        Field(
                            "assumption", Kind.CHOICE, INTERMEDIATE, True, pick="review.assumptions"
                        ),
                    ),
                ),
                Field("day_rate", Kind.NUMBER, INTERMEDIATE, unit=Unit.MONEY),
            ),
            results=tests,
        ),
        Card(
            "review.learnings",
            (
                Field(
                    "learnings",
                    Kind.RECORDS,
                    INTERMEDIATE,
                    True,
                    of=(
                        Field("observation", depth=INTERMEDIATE, lines=2),
                        Field("test", Kind.CHOICE, INTERMEDIATE, pick="review.tests"),
                        Field("insight", depth=INTERMEDIATE, lines=2),
                        Field("change", depth=INTERMEDIATE, lines=2),
                        Field("date", Kind.DATE, INTERMEDIATE),
                    ),
                ),
            ),
        ),
        Card(
            "review.actions",
            (
                Field(
                    "actions",
                    Kind.RECORDS,
                    INTERMEDIATE,
                    of=(
                        Field("what", depth=INTERMEDIATE, lines=2),
                        Field("owner", depth=INTERMEDIATE),
                        Field("due", Kind.DATE, INTERMEDIATE),
                        Field("done_when", depth=INTERMEDIATE),
                        Field("hours", Kind.NUMBER, INTERMEDIATE, unit=Unit.HOURS),
                        Field("done", Kind.CHOICE, INTERMEDIATE, True, options=tuple(YesNo)),
                    ),
                ),
                Field("weekly_hours", Kind.NUMBER, INTERMEDIATE, unit=Unit.HOURS),
            ),
            results=actions,
        ),
        Card(
            "review.measures",
            (
                Field(
                    "measures",
                    Kind.RECORDS,
                    ADVANCED,
                    of=(
                        Field("name", depth=ADVANCED),
                        Field("unit", depth=ADVANCED),
                        Field("baseline", Kind.NUMBER, ADVANCED),
                        Field("target", Kind.NUMBER, ADVANCED),
                    ),
                ),
            ),
        ),
        Card(
            "review.decisions",
            (
                Field(
                    "decisions",
                    Kind.RECORDS,
                    ADVANCED,
                    of=(
                        Field("what", depth=ADVANCED, lines=2),
                        Field("date", Kind.DATE, ADVANCED),
                        Field("why", depth=ADVANCED, lines=2),
                        Field("would_change", depth=ADVANCED, lines=2),
                        Field("supersedes", Kind.CHOICE, ADVANCED, True, pick="review.decisions"),
                    ),
                ),
            ),
        ),
        Card(
            "review.forecasts",
            (
                Field(
                    "forecasts",
                    Kind.RECORDS,
                    ADVANCED,
                    fewest=2,
                    of=(
                        Field("what", depth=ADVANCED, lines=2),
                        Field("low", Kind.NUMBER, ADVANCED, True),
                        Field("high", Kind.NUMBER, ADVANCED, True),
                        Field("chance", Kind.NUMBER, ADVANCED, True, unit=Unit.PERCENT),
                        Field("due", Kind.DATE, ADVANCED),
                        Field("outcome", Kind.NUMBER, ADVANCED, True),
                    ),
                ),
            ),
            results=forecasts,
        ),
        Card(
            "review.next",
            (
                Field("next_review", Kind.DATE),
                Field("changes", depth=ADVANCED, optional=True, lines=3),
                Field("remark", depth=ADVANCED, optional=True, lines=3),
            ),
        ),
    ),
)
