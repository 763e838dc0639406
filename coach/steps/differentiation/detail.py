"""What the primary type must earn: the volume, the premium, the hours, the lead."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import ceil, floor, inf
from typing import TYPE_CHECKING

from coach.figures import MISSING, amount, percent
from coach.questions import Depth, Result, Unit
from coach.steps.differentiation.model import Differentiation, Type

if TYPE_CHECKING:
    from coach.plan import Plan


def margin(price: float, cost: float) -> float | None:
    """Contribution margin in percent of the price: 100 × (price − cost) ÷ price (M4).

    None where nothing is charged.
    """
    return 100 * (price - cost) / price if price else None


def volume_change(change: float, margin: float) -> float:
    """Change of volume in percent that a price change needs to earn the same: −ΔP ÷ (CM + ΔP).

    ``change`` is the price change ΔP and ``margin`` the contribution margin CM, both in percent
    of the price (M4). At least −100: all of the volume. Infinite where the change leaves no
    margin, since no volume earns anything then.
    """
    if change == 0:
        return 0.0
    left = margin + change
    return inf if left <= 0 else max(-100.0, 100 * -change / left)


def customers_needed(customers: int, price: float, cost: float, change: float) -> float:
    """Customers who leave as much after a price change (percent) as ``customers`` do before.

    The least n with n × (new price − cost) ≥ customers × (price − cost), exact for the figures
    as typed; infinite where the new price leaves nothing (M4).
    """
    if change == 0:
        return customers
    before = exact(price) - exact(cost)
    after = exact(price) * (1 + exact(change) / 100) - exact(cost)
    return inf if after <= 0 else _count(ceil(max(Fraction(), customers * before / after)))


def planned(plan: "Plan") -> tuple[int, int] | None:
    """The niche's customers as planned, and all that can be reached; whole customers only."""
    niche = plan.niche
    if niche.count is None or niche.reach is None or niche.adoption is None:
        return None
    pool = floor(exact(niche.count) * exact(niche.reach) / 100)
    return floor(pool * exact(niche.adoption) / 100), pool


def cost_gap(ours: float, theirs: float) -> float | None:
    """How far our unit cost is under the rival's: 100 × (theirs − ours) ÷ theirs, in percent.

    Negative where ours is higher; None where theirs is nothing.
    """
    return 100 * (theirs - ours) / theirs if theirs else None


def hours_needed(customers: float, contacts: float, minutes: float) -> float:
    """Hours a month that a promise needs: customers × contacts a month × minutes ÷ 60."""
    return float(exact(customers) * exact(contacts) * exact(minutes) / 60)


def most_customers(capacity: float, contacts: float, minutes: float) -> float | None:
    """The most customers that ``capacity`` hours a month serve: the inverse of the hours.

    The largest n with n × contacts × minutes ÷ 60 ≤ capacity, exact for the figures as typed;
    None where a customer takes no time, so that there is no limit.
    """
    each = exact(contacts) * exact(minutes) / 60
    return _count(floor(exact(capacity) / each)) if each else None


def exact(number: float) -> Fraction:
    """A figure as it was typed, without the error of binary fractions."""
    return Fraction(str(number))


def detail(plan: "Plan") -> tuple[Result, ...]:
    """The figures of the primary type; of all types while none is chosen."""
    step = plan.differentiation
    chosen = [step.primary] if step.primary else list(Type)
    return tuple(result for kind in chosen for result in _FIGURES[kind](plan))


def _cost(plan: "Plan") -> tuple[Result, ...]:
    step = plan.differentiation
    ours, price, change = step.cost_ours, step.cost_price, step.cost_change
    share = None if ours is None or price is None else margin(price, ours)
    volume = None if share is None or change is None else volume_change(change, share)
    return (
        _gap("cost_gap", step.cost_ours, step.cost_rival, cost_gap, Unit.PERCENT, True),
        Result(
            "margin",
            share,
            Unit.PERCENT,
            f"({amount(price)} − {amount(ours)}) ÷ {amount(price)}",
        ),
        Result("volume_change", volume, Unit.CHANGE, _volume_figures(change, share)),
        _needed(plan, volume),
    )


def _volume_figures(change: float | None, share: float | None) -> str:
    if change is None:
        return f"{MISSING} ÷ ({percent(share)} + {MISSING})"
    top, sign = (percent(-change), "−") if change < 0 else (f"−{percent(change)}", "+")
    return f"{top} ÷ ({percent(share)} {sign} {percent(abs(change))})"


def _needed(plan: "Plan", volume: float | None) -> Result:
    """The customers that the new price needs, against those that the niche holds."""
    step, niche = plan.differentiation, planned(plan)
    figures = f"{amount(niche[0]) if niche else MISSING} × (1 + {percent(volume)})"
    if niche is None or volume is None:
        return Result("customers_needed", None, Unit.CUSTOMERS, figures)
    price, cost, change = step.cost_price, step.cost_ours, step.cost_change
    if price is None or cost is None or change is None:
        return Result("customers_needed", None, Unit.CUSTOMERS, figures)
    needed = customers_needed(niche[0], price, cost, change)
    fits = needed <= niche[1]
    return Result(
        "customers_needed",
        needed,
        Unit.CUSTOMERS,
        f"{figures} {'≤' if fits else '>'} {amount(niche[1])}",
        verdict="fits" if fits else "exceeds",
    )


def _quality(plan: "Plan") -> tuple[Result, ...]:
    step = plan.differentiation
    premium, extra = step.premium, step.quality_cost
    left = None if premium is None or extra is None else premium - extra
    verdict = "" if left is None else "earns" if left > 0 else "loses" if left < 0 else "even"
    return (
        Result(
            "premium_left",
            left,
            Unit.MONEY,
            f"{amount(premium)} − {amount(extra)}",
            verdict=verdict,
        ),
        _gap("defects_gap", step.defects, step.defects_rival, _less, Unit.PERCENT),
    )


def _service(plan: "Plan") -> tuple[Result, ...]:
    step = plan.differentiation
    return (_hours(step), _load(step), _most(step))


def _hours(step: Differentiation) -> Result:
    customers, contacts, minutes = step.service_customers, step.contacts, step.contact_minutes
    figures = f"{amount(customers)} × {amount(contacts)} × {amount(minutes)} ÷ 60"
    needed = _promised(step)
    verdict = ""
    if needed is not None and step.capacity is not None:
        fits = needed <= step.capacity
        figures += f" {'≤' if fits else '>'} {amount(step.capacity)}"
        verdict = "fits" if fits else "exceeds"
    return Result("hours_needed", needed, Unit.HOURS, figures, verdict=verdict)


def _promised(step: Differentiation) -> float | None:
    customers, contacts, minutes = step.service_customers, step.contacts, step.contact_minutes
    if customers is None or contacts is None or minutes is None:
        return None
    return hours_needed(customers, contacts, minutes)


def _load(step: Differentiation) -> Result:
    needed, capacity = _promised(step), step.capacity
    load = 100 * needed / capacity if needed is not None and capacity else None
    return Result("service_load", load, Unit.PERCENT, f"{amount(needed, 1)} ÷ {amount(capacity)}")


def _most(step: Differentiation) -> Result:
    capacity, contacts, minutes = step.capacity, step.contacts, step.contact_minutes
    most = None
    if capacity is not None and contacts is not None and minutes is not None:
        most = most_customers(capacity, contacts, minutes)
    return Result(
        "most_customers",
        most,
        Unit.CUSTOMERS,
        f"{amount(capacity)} × 60 ÷ ({amount(contacts)} × {amount(minutes)})",
    )


def _niche(_plan: "Plan") -> tuple[Result, ...]:
    """Specialising asks for knowledge; the method computes nothing from it."""
    return ()


def _innovation(plan: "Plan") -> tuple[Result, ...]:
    step = plan.differentiation
    return (race("lead_left", step.lead_months, step.payback_months),)


def race(key: str, copied: float | None, paid_back: float | None, record: str = "") -> Result:
    """Months left between the day it is paid back and the day it is copied; negative: too late."""
    left = None if copied is None or paid_back is None else copied - paid_back
    return Result(
        key,
        left,
        Unit.MONTHS,
        f"{amount(copied)} − {amount(paid_back)}",
        record,
        verdict="" if left is None else "in_time" if left >= 0 else "too_late",
        depth=Depth.ADVANCED,
    )


def _less(ours: float, theirs: float) -> float:
    return theirs - ours


def _gap(
    key: str,
    ours: float | None,
    theirs: float | None,
    of: Callable[[float, float], float | None],
    unit: Unit,
    relative: bool = False,
) -> Result:
    """How far ours is under theirs."""
    value = None if ours is None or theirs is None else of(ours, theirs)
    figures = f"{amount(theirs)} − {amount(ours)}"
    return Result(key, value, unit, f"({figures}) ÷ {amount(theirs)}" if relative else figures)


def _count(number: int) -> float:
    """A number of customers; infinite where it is beyond any float."""
    return number if number < _BEYOND else inf


_BEYOND = 10**30

_FIGURES: Mapping[Type, Callable[["Plan"], tuple[Result, ...]]] = {
    Type.COST: _cost,
    Type.QUALITY: _quality,
    Type.SERVICE: _service,
    Type.NICHE: _niche,
    Type.INNOVATION: _innovation,
}
