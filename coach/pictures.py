"""The pictures of a plan: those that the cards declare, and those of the walk as a whole."""

from collections.abc import Iterator

from coach import flow
from coach.charts.chart import Bar, Bars, Chart
from coach.plan import Plan
from coach.questions import Card, Drawing, Unit


def progress(plan: Plan) -> Chart:
    """How much of what is asked has been answered, by step, in percent."""
    bars = []
    for step in flow.steps(plan):
        states = [
            flow.state(field, plan.get(card.path(field)), plan)
            for card in step.cards
            for field in flow.asked(card, plan)
            if not field.optional
        ]
        done = states.count(flow.State.DONE)
        share = 100 * done / len(states) if states else 100.0
        bars.append(Bar(step.key, share, f"{done}/{len(states)}", worded=True))
    return Bars("progress", tuple(bars), Unit.PERCENT, most=100)


OF_THE_WALK: dict[str, tuple[Drawing, ...]] = {"review.next": (Drawing("progress", progress),)}
"""Pictures of more than one step, by the card that shows them."""


def drawings(card: Card) -> tuple[Drawing, ...]:
    """What a card can show."""
    return (*card.pictures, *OF_THE_WALK.get(card.key, ()))


def drawn(plan: Plan, *cards: Card) -> Iterator[tuple[Card, Chart]]:
    """The pictures for which something is known, in the order of the walk, of some cards or all.

    Where two cards show the same picture it comes once, with the first of them.
    """
    seen: list[Chart] = []
    for card in cards or flow.told(plan):
        for drawing in drawings(card):
            chart = drawing.make(plan)
            if chart is not None and chart not in seen:
                seen.append(chart)
                yield card, chart
