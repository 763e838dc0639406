"""What the niche's figures come to."""

from math import ceil, floor
from typing import TYPE_CHECKING

from coach.figures import amount, percent
from coach.questions import Result, Unit
from coach.steps.niche.model import Niche

if TYPE_CHECKING:
    from coach.plan import Plan


def reachable(niche: Niche) -> int | None:
    """Customers that can be reached: count × reach (percent) ÷ 100, whole customers only."""
    if niche.count is None or niche.reach is None:
        return None
    return _whole(niche.count * niche.reach / 100)


def customers(niche: Niche) -> int | None:
    """Customers won a year: reachable × adoption (percent) ÷ 100, whole customers only."""
    pool = reachable(niche)
    if pool is None or niche.adoption is None:
        return None
    return _whole(pool * niche.adoption / 100)


def revenue(niche: Niche) -> float | None:
    """Money a year: customers × orders a year × price an order (M22)."""
    won = customers(niche)
    if won is None or niche.orders is None or niche.price is None:
        return None
    return won * niche.orders * niche.price


def margin(niche: Niche) -> float | None:
    """Money that one customer leaves a year: orders × (price − cost of an order)."""
    if niche.orders is None or niche.price is None or niche.unit_cost is None:
        return None
    return niche.orders * (niche.price - niche.unit_cost)


def break_even(niche: Niche) -> float | None:
    """Customers that pay the fixed cost: fixed cost ÷ margin a customer, rounded up.

    None while an input is missing, and infinite where no customer leaves a margin.
    """
    left = margin(niche)
    if left is None or niche.fixed_cost is None:
        return None
    if left <= 0:
        return float("inf") if niche.fixed_cost > 0 else 0
    return ceil(round(niche.fixed_cost / left, _EXACT))


def carry_ratio(niche: Niche) -> float | None:
    """Break-even customers ÷ reachable customers; above 1 the niche cannot carry (M22)."""
    needed, pool = break_even(niche), reachable(niche)
    if needed is None or pool is None:
        return None
    if pool <= 0:
        return float("inf") if needed > 0 else 0.0
    return needed / pool


_EXACT = 9
"""Decimal places that count: what lies beyond is the error of binary fractions."""


def _whole(number: float) -> int:
    """``number`` without a fraction: nobody is a customer in part."""
    return floor(round(number, _EXACT))


def sizing(plan: "Plan") -> tuple[Result, ...]:
    """The figures of the size card, each with the plan's own numbers put in."""
    niche = plan.niche
    pool, needed = reachable(niche), break_even(niche)
    return (
        Result(
            "reachable",
            pool,
            Unit.CUSTOMERS,
            f"{amount(niche.count)} × {percent(niche.reach)}",
        ),
        Result(
            "customers",
            customers(niche),
            Unit.CUSTOMERS,
            f"{amount(pool)} × {percent(niche.adoption)}",
        ),
        Result(
            "revenue",
            revenue(niche),
            Unit.MONEY,
            f"{amount(customers(niche))} × {amount(niche.orders)} × {amount(niche.price)}",
        ),
        Result(
            "break_even",
            needed,
            Unit.CUSTOMERS,
            f"{amount(niche.fixed_cost)} ÷ "
            f"({amount(niche.orders)} × ({amount(niche.price)} − {amount(niche.unit_cost)}))",
        ),
        Result(
            "carry_ratio",
            None if (ratio := carry_ratio(niche)) is None else ratio * 100,
            Unit.PERCENT,
            f"{amount(needed)} ÷ {amount(pool)}",
        ),
    )
