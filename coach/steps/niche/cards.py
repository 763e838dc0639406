"""What is asked about the niche."""

from coach.questions import Card, Depth, Drawing, Field, Kind, Step, Unit
from coach.steps.niche import pictures
from coach.steps.niche.model import (
    BEACHHEAD,
    SEGMENT_TESTS,
    ChannelKind,
    Criterion,
    HowFar,
    NeedKind,
    Rung,
    Variable,
)
from coach.steps.niche.numbers import next_door, sizing, specifics
from coach.steps.niche.parts import segments
from coach.steps.niche.ranking import ranking
from coach.steps.niche.spread import ranges
from coach.steps.niche.worth import worth
from coach.values import YesNo

INTERMEDIATE, ADVANCED = Depth.INTERMEDIATE, Depth.ADVANCED


def _range(around: str, unit: Unit) -> Field:
    return Field(f"{around}_range", Kind.RANGE, INTERMEDIATE, unit=unit, around=around)


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
                        Field("need_kind", Kind.CHOICE, INTERMEDIATE, options=tuple(NeedKind)),
                        Field(
                            "variables",
                            Kind.CHOICE,
                            INTERMEDIATE,
                            options=tuple(Variable),
                            most=len(Variable),
                        ),
                    ),
                ),
            ),
        ),
        Card(
            "niche.compare",
            (
                Field(
                    "ratings",
                    Kind.GRID,
                    INTERMEDIATE,
                    unit=Unit.OF_5,
                    of=(
                        *(Field(key, Kind.NUMBER, unit=Unit.OF_5) for key in SEGMENT_TESTS),
                        *(Field(key, Kind.NUMBER, ADVANCED, unit=Unit.OF_5) for key in BEACHHEAD),
                    ),
                    columns=("weight",),
                    spare=("weight",),
                    across="niche.candidates",
                ),
            ),
            results=ranking,
            pictures=(Drawing("ranking", pictures.ranking),),
        ),
        Card(
            "niche.choice",
            (
                Field("chosen", Kind.CHOICE, pick="niche.candidates"),
                Field("exclusion", lines=2),
                Field("neighbours", depth=INTERMEDIATE, lines=2),
            ),
        ),
        Card(
            "niche.need",
            (
                Field("situation", depth=INTERMEDIATE, lines=2),
                Field("trigger", depth=INTERMEDIATE, lines=2),
            ),
        ),
        Card(
            "niche.people",
            (
                Field("user", depth=INTERMEDIATE),
                Field("payer", depth=INTERMEDIATE),
                Field("payer_need", depth=INTERMEDIATE, lines=2),
                Field("decider", depth=INTERMEDIATE),
                Field("influencer", depth=ADVANCED),
                Field("blocker", depth=ADVANCED),
            ),
        ),
        Card(
            "niche.market",
            (
                Field("buys_alike", Kind.CHOICE, ADVANCED, options=tuple(YesNo)),
                Field("sells_alike", Kind.CHOICE, ADVANCED, options=tuple(YesNo)),
                Field("talks", Kind.CHOICE, ADVANCED, options=tuple(YesNo)),
            ),
        ),
        Card(
            "niche.channels",
            (
                Field(
                    "channels",
                    Kind.RECORDS,
                    of=(
                        Field("name"),
                        Field("people", Kind.NUMBER, unit=Unit.PEOPLE),
                        Field("kind", Kind.CHOICE, INTERMEDIATE, options=tuple(ChannelKind)),
                        Field("cost", Kind.NUMBER, INTERMEDIATE, True, unit=Unit.MONEY),
                    ),
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
            "niche.ranges",
            (
                _range("count", Unit.CUSTOMERS),
                _range("reach", Unit.PERCENT),
                _range("adoption", Unit.PERCENT),
                _range("price", Unit.MONEY),
                _range("orders", Unit.PER_YEAR),
                _range("unit_cost", Unit.MONEY),
                _range("fixed_cost", Unit.MONEY),
            ),
            results=ranges,
            pictures=(
                Drawing("spread", pictures.surpluses),
                Drawing("movers", pictures.movers),
            ),
        ),
        Card(
            "niche.worth",
            (
                Field("life", Kind.NUMBER, INTERMEDIATE, unit=Unit.YEARS),
                Field("growth", Kind.NUMBER, INTERMEDIATE, unit=Unit.CHANGE),
                Field("goal", Kind.NUMBER, ADVANCED, unit=Unit.CUSTOMERS),
                Field("spend", Kind.NUMBER, ADVANCED, unit=Unit.MONEY),
                Field("audience", Kind.NUMBER, ADVANCED, unit=Unit.PEOPLE),
                Field("match", Kind.NUMBER, ADVANCED, unit=Unit.PERCENT),
            ),
            results=worth,
        ),
        Card(
            "niche.sentence",
            (
                Field(
                    "sentence",
                    Kind.STATEMENT,
                    INTERMEDIATE,
                    of=(
                        Field("who", depth=INTERMEDIATE),
                        Field("situation", depth=INTERMEDIATE),
                        Field("alternative", depth=INTERMEDIATE),
                        Field("channel", depth=INTERMEDIATE),
                    ),
                ),
            ),
            results=specifics,
        ),
        Card(
            "niche.narrowing",
            (
                Field("rung", Kind.CHOICE, ADVANCED, options=tuple(Rung)),
                Field("scope", depth=ADVANCED, lines=2),
                Field("message_goal", depth=ADVANCED, lines=2),
                Field("customisation", depth=ADVANCED, lines=2),
                Field("research", depth=ADVANCED, lines=2),
                Field("narrow_goals", depth=ADVANCED, lines=2),
                Field("narrow_resources", depth=ADVANCED, lines=2),
                Field("narrow_audience", depth=ADVANCED, lines=2),
                Field("how_far", Kind.CHOICE, ADVANCED, options=tuple(HowFar)),
            ),
        ),
        Card(
            "niche.segments",
            (
                Field(
                    "segments",
                    Kind.RECORDS,
                    optional=True,
                    of=(
                        Field("name"),
                        Field("need", lines=2),
                        Field("message", lines=2),
                        Field("criterion", Kind.CHOICE, INTERMEDIATE, options=tuple(Criterion)),
                        Field("motivation", depth=INTERMEDIATE),
                        Field("barrier", depth=INTERMEDIATE),
                        Field("size", Kind.NUMBER, INTERMEDIATE, unit=Unit.PEOPLE),
                        Field("offer", depth=INTERMEDIATE, lines=2),
                        Field("channel", depth=INTERMEDIATE),
                        Field("metric", depth=INTERMEDIATE),
                        Field("baseline", Kind.NUMBER, INTERMEDIATE, unit=Unit.PERCENT),
                        Field("target", Kind.NUMBER, INTERMEDIATE, unit=Unit.PERCENT),
                        Field("budget", Kind.NUMBER, INTERMEDIATE, unit=Unit.MONEY),
                        Field("stop", depth=INTERMEDIATE),
                        Field("tone", depth=ADVANCED),
                        Field("upkeep", Kind.NUMBER, ADVANCED, unit=Unit.MONEY),
                        Field("extra_margin", Kind.NUMBER, ADVANCED, unit=Unit.MONEY),
                        Field("result", depth=ADVANCED, optional=True),
                        Field("review", Kind.DATE, ADVANCED),
                    ),
                ),
            ),
            results=segments,
        ),
        Card(
            "niche.adjacent",
            (
                Field(
                    "adjacent",
                    Kind.RECORDS,
                    ADVANCED,
                    fewest=2,
                    of=(
                        Field("name", depth=ADVANCED),
                        Field("shared", depth=ADVANCED, lines=2),
                        Field("skill", Kind.NUMBER, ADVANCED, unit=Unit.OF_5),
                        Field("channel", Kind.NUMBER, ADVANCED, unit=Unit.OF_5),
                        Field("buyer", Kind.NUMBER, ADVANCED, unit=Unit.OF_5),
                        Field("technology", Kind.NUMBER, ADVANCED, unit=Unit.OF_5),
                    ),
                ),
            ),
            results=next_door,
        ),
    ),
)
