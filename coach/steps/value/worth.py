"""What our difference is worth to a customer in money, and who keeps it."""

from typing import TYPE_CHECKING

from coach.figures import MISSING, amount, money
from coach.questions import Depth, Result, Unit
from coach.steps.value.model import Effect, Side, Value

if TYPE_CHECKING:
    from coach.plan import Plan


def differentiation(value: Value) -> float | None:
    """What all differences come to: positives − negatives, money a customer a year (M5).

    An empty row does not count; None while a row lacks its side or its amount.
    """
    rows = _rows(value)
    if any(row.side is None or row.amount is None for row in rows):
        return None
    return sum(_signed(row) for row in rows)


def economic_value(value: Value) -> float | None:
    """What the offer is worth to a customer: reference price + positives − negatives (M5)."""
    net = differentiation(value)
    return None if net is None or value.reference_price is None else value.reference_price + net


def customer_gain(value: Value) -> float | None:
    """What the customer keeps: economic value − our price, money a year (M5)."""
    worth = economic_value(value)
    return None if worth is None or value.our_price is None else worth - value.our_price


def captured(value: Value) -> float | None:
    """The share of our difference that our price takes: (price − reference) ÷ net, in percent.

    Below 0 we sell for less than the reference, over 100 for more than it is worth (M5). None
    also where there is no positive difference to share.
    """
    net = differentiation(value)
    if net is None or value.reference_price is None or value.our_price is None or net <= 0:
        return None
    return 100 * (value.our_price - value.reference_price) / net


def split(value: Value) -> str:
    """Who gets the difference, as a key; empty while something is missing.

    ``over`` where the price is above the economic value, ``nothing`` where there is no positive
    difference, ``below`` where the price is under the reference, else ``shared``.
    """
    net, gain = differentiation(value), customer_gain(value)
    if net is None or gain is None:
        return ""
    if gain < 0:
        return "over"
    if net <= 0:
        return "nothing"
    return "below" if gain > net else "shared"


def _rows(value: Value) -> list[Effect]:
    return [
        row
        for row in value.effects
        if row.name.strip() or row.side is not None or row.amount is not None
    ]


def _signed(row: Effect) -> float:
    size = row.amount or 0
    return -size if row.side is Side.NEGATIVE else size


def worth(plan: "Plan") -> tuple[Result, ...]:
    """The figures of the worth card."""
    value, currency = plan.value, plan.start.currency
    price, reference = amount(value.our_price), amount(value.reference_price)
    total, net, gain = economic_value(value), differentiation(value), customer_gain(value)
    parts = [_told(row) for row in _rows(value)]
    depth = Depth.ADVANCED
    verdict = split(value)
    return (
        Result("economic_value", total, Unit.MONEY, " ".join((reference, *parts)), depth=depth),
        Result(
            "customer_gain",
            gain,
            Unit.MONEY,
            f"{money(total, '')} − {price}",
            depth=depth,
        ),
        Result(
            "captured",
            captured(value),
            Unit.PERCENT,
            f"({price} − {reference}) ÷ {money(net, '')}",
            depth=depth,
        ),
        Result(
            "split",
            gain if verdict else None,
            Unit.MONEY,
            f"{money(gain, currency)} : {money(_above(value), currency)}",
            verdict=verdict,
            depth=depth,
        ),
    )


def _above(value: Value) -> float | None:
    """What our price takes above the reference, in money."""
    if value.our_price is None or value.reference_price is None:
        return None
    return value.our_price - value.reference_price


def _told(row: Effect) -> str:
    sign = {Side.POSITIVE: "+", Side.NEGATIVE: "−", None: MISSING}[row.side]
    return f"{sign} {amount(row.amount)}"
