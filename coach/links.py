"""Which answer a new answer can start from."""

from collections.abc import Callable

from coach.plan import Plan
from coach.text import one_line


def _niche_name(plan: Plan) -> str:
    chosen = plan.niche.choice
    return (chosen.name.strip() or chosen.who) if chosen else ""


def _niche_need(plan: Plan) -> str:
    chosen = plan.niche.choice
    return chosen.need if chosen else ""


def _first_relief(plan: Plan) -> str:
    return next((pain.relief for pain in plan.value.pains if pain.relief.strip()), "")


def _first_alternative(plan: Plan) -> str:
    return next((each.name for each in plan.value.alternatives if each.name.strip()), "")


START_FROM: dict[str, Callable[[Plan], str]] = {
    "value.statement.audience": _niche_name,
    "value.statement.need": _niche_need,
    "value.statement.product": lambda plan: plan.start.name,
    "value.statement.category": lambda plan: plan.start.offering,
    "value.statement.benefit": lambda plan: plan.value.promise,
    "value.statement.alternative": _first_alternative,
    "value.statement.difference": _first_relief,
}
"""By field path, the earlier answer that the field can start from."""


def earlier_answer(plan: Plan, path: str) -> str:
    """The text that the field at ``path`` can start from, on one line; empty if none."""
    source = START_FROM.get(path)
    return one_line(source(plan)) if source else ""
