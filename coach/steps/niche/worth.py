"""What would have to be true for the niche to carry itself, and what a customer is worth."""

from math import inf
from typing import TYPE_CHECKING

from coach.figures import amount, percent
from coach.questions import Depth, Result, Unit
from coach.steps.niche.model import Niche
from coach.steps.niche.numbers import reachable, whole

if TYPE_CHECKING:
    from coach.plan import Plan

RETURN = 3
"""Lifetime margin ÷ this is the most that winning a customer may cost (textbook rule of thumb)."""

GOAL_YEARS = 3
"""In how many years the goal is to be reached."""


def won(niche: Niche) -> float | None:
    """Customers a year: count × reach × adoption (both percent), not rounded.

    What is asked here is at which figure the surplus is exactly 0, so that parts of customers
    count; the size card rounds them down.
    """
    if niche.count is None or niche.reach is None or niche.adoption is None:
        return None
    return niche.count * niche.reach * niche.adoption / 10_000


def price_needed(niche: Niche) -> float | None:
    """The price an order at which fixed cost is covered, the rest as given.

    Cost of an order + fixed cost ÷ (customers × orders), in money; infinite where no order is
    sold and there is a fixed cost.
    """
    sold = _times(won(niche), niche.orders)
    if sold is None or niche.unit_cost is None or niche.fixed_cost is None:
        return None
    return niche.unit_cost + _shared_out(niche.fixed_cost, sold)


def orders_needed(niche: Niche) -> float | None:
    """The orders a customer a year at which fixed cost is covered, the rest as given.

    Fixed cost ÷ (customers × (price − cost of an order)); infinite where no number of orders
    does: an order leaves nothing, or nobody buys.
    """
    left = _times(won(niche), _left(niche))
    if left is None or niche.fixed_cost is None:
        return None
    return _shared_out(niche.fixed_cost, left)


def adoption_needed(niche: Niche) -> float | None:
    """The percent of those in reach that must buy to cover fixed cost, the rest as given.

    Fixed cost ÷ (count × reach × orders × (price − cost of an order)), as percent; infinite
    where even 100 % do not cover it.
    """
    everybody = won(niche.model_copy(update={"adoption": 100}))
    left = _times(_times(everybody, niche.orders), _left(niche))
    if left is None or niche.fixed_cost is None:
        return None
    share = 100 * _shared_out(niche.fixed_cost, left)
    return inf if share > 100 else share


def fixed_bearable(niche: Niche) -> float | None:
    """The fixed cost a year that the customers just cover, the rest as given, in money.

    Customers × orders × (price − cost of an order); infinite where an order brings less than
    it costs, since then no fixed cost is low enough.
    """
    left = _times(_times(won(niche), niche.orders), _left(niche))
    return inf if left is not None and left < 0 else left


def _left(niche: Niche) -> float | None:
    """What an order leaves: price − cost of an order."""
    if niche.price is None or niche.unit_cost is None:
        return None
    return niche.price - niche.unit_cost


def _times(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one * other


def _shared_out(cost: float, among: float) -> float:
    """``cost`` ÷ ``among``: 0 where there is no cost, infinite where nothing bears it."""
    if cost <= 0:
        return 0.0
    return cost / among if among > 0 else inf


def lifetime_margin(niche: Niche) -> float | None:
    """Money that one customer leaves in all: (price − cost of an order) × orders × years."""
    return _times(_times(_left(niche), niche.orders), niche.life)


def acquisition_ceiling(niche: Niche) -> float | None:
    """The most that winning one customer may cost: lifetime margin ÷ 3, in money (textbook).

    0 where a customer leaves nothing.
    """
    margin = lifetime_margin(niche)
    return None if margin is None else max(margin / RETURN, 0)


def matched(niche: Niche) -> float | None:
    """People of the niche whom a campaign reaches: audience × match (percent)."""
    people = _times(niche.audience, niche.match)
    return None if people is None else people / 100


def contact_cost(niche: Niche) -> float | None:
    """Money for one person of the niche: spend ÷ (audience × match).

    Infinite where money is spent and nobody of the niche is reached.
    """
    people = matched(niche)
    return None if people is None or niche.spend is None else _shared_out(niche.spend, people)


def held(niche: Niche) -> int | None:
    """Customers that the niche holds in three years: in reach × (1 + growth) ^ 3 (percent a year).

    A growth that was not said is 0. Whole customers only.
    """
    pool = reachable(niche)
    if pool is None:
        return None
    return whole(pool * (1 + (niche.growth or 0) / 100) ** GOAL_YEARS)


def goal_share(niche: Niche) -> float | None:
    """What the goal takes of the niche, in percent: goal ÷ customers that it holds by then.

    Over 100 the goal leaves the niche; infinite where the niche holds nobody.
    """
    pool = held(niche)
    if pool is None or niche.goal is None:
        return None
    return 100 * _shared_out(niche.goal, pool)


def worth(plan: "Plan") -> tuple[Result, ...]:
    """The figures of the worth card: what would have to be true, then what a customer is worth."""
    return (*_needed(plan.niche), *_customer(plan.niche))


def _needed(niche: Niche) -> tuple[Result, ...]:
    count, reach, adoption = amount(niche.count), percent(niche.reach), percent(niche.adoption)
    orders, fixed = amount(niche.orders), amount(niche.fixed_cost)
    pool, cost = f"{count} × {reach}", amount(niche.unit_cost)
    left, depth = f"({amount(niche.price)} − {cost})", Depth.INTERMEDIATE
    return (
        Result(
            "price_needed",
            price_needed(niche),
            Unit.MONEY,
            f"{cost} + {fixed} ÷ ({pool} × {adoption} × {orders})",
            depth=depth,
        ),
        Result(
            "orders_needed",
            orders_needed(niche),
            Unit.PER_YEAR,
            f"{fixed} ÷ ({pool} × {adoption} × {left})",
            depth=depth,
        ),
        Result(
            "adoption_needed",
            adoption_needed(niche),
            Unit.PERCENT,
            f"{fixed} ÷ ({pool} × {orders} × {left})",
            depth=depth,
        ),
        Result(
            "fixed_bearable",
            fixed_bearable(niche),
            Unit.MONEY,
            f"{pool} × {adoption} × {orders} × {left}",
            depth=depth,
        ),
    )


def _customer(niche: Niche) -> tuple[Result, ...]:
    left = f"({amount(niche.price)} − {amount(niche.unit_cost)})"
    share = goal_share(niche)
    taken = f"{amount(niche.goal)} ÷ {amount(held(niche))}"
    return (
        Result(
            "lifetime_margin",
            lifetime_margin(niche),
            Unit.MONEY,
            f"{left} × {amount(niche.orders)} × {amount(niche.life)}",
            depth=Depth.INTERMEDIATE,
        ),
        Result(
            "acquisition_ceiling",
            acquisition_ceiling(niche),
            Unit.MONEY,
            f"{amount(lifetime_margin(niche))} ÷ {RETURN}",
            depth=Depth.INTERMEDIATE,
        ),
        Result("goal_share", share, Unit.PERCENT, taken, depth=Depth.ADVANCED),
        Result(
            "goal_fits",
            share,
            Unit.PERCENT,
            taken,
            verdict="" if share is None else "inside" if share <= 100 else "beyond",
            depth=Depth.ADVANCED,
        ),
        Result(
            "contact_cost",
            contact_cost(niche),
            Unit.MONEY,
            f"{amount(niche.spend)} ÷ ({amount(niche.audience)} × {percent(niche.match)})",
            depth=Depth.ADVANCED,
        ),
    )
