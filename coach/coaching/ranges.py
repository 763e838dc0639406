"""Ranges that do not hold the figure they lie around, wherever a range is asked."""

from collections.abc import Iterator
from typing import Any

from coach import flow
from coach.answers import show
from coach.coaching.rule import Context, Hit, Rules
from coach.figures import amount
from coach.plan import STEP_KEYS, Plan
from coach.questions import Field, Kind

rules = Rules()


@rules("RE18", *STEP_KEYS)
def range_beside_its_figure(plan: Plan, _context: Context) -> Iterator[Hit]:
    """The low end lies above the likely figure, the high end below it, or low above high."""
    for path, field, owner in _ranges(plan):
        low, high = getattr(owner, field.key).ends
        likely = getattr(owner, field.around)
        if low is not None and likely is not None and low > likely:
            yield Hit(f"{path}.low", show(low), {"likely": amount(likely)}, "low")
        elif high is not None and likely is not None and high < likely:
            yield Hit(f"{path}.high", show(high), {"likely": amount(likely)}, "high")
        elif low is not None and high is not None and low > high:
            yield Hit(f"{path}.low", show(low), {"likely": amount(high)}, "turned")


def _ranges(plan: Plan) -> Iterator[tuple[str, Field, Any]]:
    """Every range: its path, its question, and the answers it stands among."""
    for card in flow.CARDS:
        answers = getattr(plan, card.step)
        for field in card.fields:
            if field.kind is Kind.RANGE:
                yield card.path(field), field, answers
            elif field.kind is Kind.RECORDS:
                for part in field.of:
                    if part.kind is Kind.RANGE:
                        for row in getattr(answers, field.key):
                            yield f"{card.path(field)}.{row.id}.{part.key}", part, row
