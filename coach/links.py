"""Which answer a new answer can start from."""

from collections.abc import Callable

from coach import answers
from coach.plan import Plan
from coach.steps.niche.numbers import customers
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


def _first_channel(plan: Plan) -> str:
    return next((each.name for each in plan.niche.channels if each.name.strip()), "")


def _first_pain(plan: Plan) -> str:
    return next((each.what for each in plan.value.pains if each.what.strip()), "")


def _first_cost(plan: Plan) -> str:
    costs = [each.cost for each in plan.value.alternatives if each.cost is not None]
    return answers.show(costs[0]) if costs else ""


def _price_a_year(plan: Plan) -> str:
    price, orders = plan.niche.price, plan.niche.orders
    if price is None or orders is None:
        return ""
    return answers.show(round(price * orders, 2))


START_FROM: dict[str, Callable[[Plan], str]] = {
    "niche.sentence.who": lambda plan: plan.niche.choice.who if plan.niche.choice else "",
    "niche.sentence.situation": lambda plan: plan.niche.situation,
    "niche.sentence.alternative": _first_alternative,
    "niche.sentence.channel": _first_channel,
    "value.reference_price": _first_cost,
    "value.our_price": _price_a_year,
    "value.story_wants": lambda plan: plan.value.job,
    "value.story_outer": _first_pain,
    "differentiation.cost_price": lambda plan: answers.show(plan.niche.price),
    "differentiation.cost_ours": lambda plan: answers.show(plan.niche.unit_cost),
    "differentiation.service_customers": lambda plan: answers.show(customers(plan.niche)),
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
