"""What a founder types into every question of every depth: keys, and what they mean."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from coach import flow
from coach.questions import Field, Kind
from coach.units import Unit

Typed = Any
"""Text to type; a choice's option or options; the position of a row that is picked;
a claim's (status, source, date, points); a range's (low, high); a list of rows; a statement's
slots by name; for a grid the figure of a square by its position."""

SAID: dict[str, Typed] = {
    "start.name": "Rind Ledger",
    "start.offering": "A stock book for cheese shops\nthat ages with the cheese",
    "start.market": "Software for small food shops",
    "start.sector": "technology",
    "start.currency": None,
    "niche.candidates": [
        {
            "name": "Artisan cheese shops",
            "who": "Owners of 1–3 branch shops in Belgium",
            "need": "Stock changes weight every day and is counted by hand",
            "evidence": ("observed", "11 of 14 owners count on Sundays", "2026-03-02", "14"),
        },
        {
            "name": "Delicatessens",
            "who": "Deli owners with a cutting counter",
            "need": "Opened goods spoil unseen",
            "evidence": None,
        },
        {
            "name": "Zero-waste shops",
            "who": "Shops that sell by weight from jars",
            "need": "Jars are refilled from several batches",
            "evidence": ("heard", "two calls", "", ""),
        },
    ],
    "niche.chosen": 0,
    "niche.exclusion": "Supermarkets; they have their own system",
    "niche.channels": [
        {"name": "The guild's monthly letter", "people": "1 250"},
        {"name": "Two wholesalers' counters", "people": "300"},
    ],
    "niche.count": "1,850",
    "niche.count_claim": ("desk", "trade register", "2 Feb 2026", "3"),
    "niche.reach": "40%",
    "niche.adoption": "12,5",
    "niche.price": "420",
    "niche.orders": "1",
    "niche.unit_cost": "35.50",
    "niche.fixed_cost": "18k",
    "niche.segments": [
        {"name": "Affineurs", "need": "Track each wheel", "message": "Every wheel has a diary"},
    ],
    "value.job": "Know on Monday what the stock is worth",
    "value.pains": [
        {
            "what": "Counting takes the only free day",
            "how_often": "every Sunday",
            "cost": "4 hours",
            "relief": "The scale counts while you sell",
        },
    ],
    "value.alternatives": [
        {
            "name": "A paper book",
            "does_well": "Costs nothing",
            "falls_short": "Is wrong by Tuesday",
        },
        {
            "name": "A till system",
            "does_well": "Knows the sales",
            "falls_short": "Does not know that cheese loses weight",
        },
    ],
    "value.promise": "You close on Saturday\nand know what you own.",
    "value.promise_claim": ("committed", "3 letters of intent", "31.3.2026", "3"),
    "value.statement": {
        "audience": None,
        "need": "who lose their Sunday to counting",
        "product": None,
        "category": None,
        "benefit": None,
        "alternative": None,
        "difference": None,
    },
    "differentiation.primary": "service",
    "differentiation.supporting": ["quality", "niche"],
    "differentiation.reason": "Owners pay for a person who answers on Sunday",
    "differentiation.service_promise": "An answer within ten minutes,\nSundays too",
    "differentiation.trade_off": "No shops above three branches",
    "risk.risks": [
        {
            "event": f"Risk number {n} happens",
            "cause": f"Cause {n}",
            "effect": f"Effect {n}",
            "probability": f"{n}0",
            "impact": f"{n}000",
            "trigger": f"Trigger {n}",
            "prevention": f"Prevention {n}",
            "owner": f"Owner {n}",
        }
        for n in range(1, 6)
    ],
    "risk.kill": "Fewer than five shops pay\nby the end of June",
    "risk.kill_date": "30 Jun 2027",
    "review.tests": [
        {
            "belief": "Owners pay before the pilot",
            "doing": "Ask ten for a deposit",
            "measure": "Deposits paid",
            "threshold": "4 of 10",
            "due": "2027-01-15",
            "owner": "Mia",
        },
    ],
    "review.next_review": "2027-02-01",
    # Deeper questions whose answer matters to a test; all others get one made up.
    "start.team": "small",
    "niche.count_range": ("1,200", "2400"),
    "niche.reach_range": ("25%", "50"),
    "niche.adoption_range": ("5", "20"),
    "niche.price_range": ("350", "500"),
    "niche.orders_range": ("0,5", "2"),
    "niche.unit_cost_range": ("30", "40,5"),
    "niche.fixed_cost_range": ("15k", "25k"),
    "niche.growth": "-4",
    "niche.sentence": {
        "who": "Owners of cheese shops",
        "situation": "count their stock by hand",
        "alternative": "with a paper book",
        "channel": "the guild's letter",
    },
    "differentiation.shows": ["service", "brand"],
    "review.decisions": [
        {"what": "Begin in Belgium", "supersedes": None},
        {"what": "Begin in Ghent", "supersedes": 0},
    ],
}
"""By field path. ``None``: the field is passed over, or F9 fills it (statement slots)."""

FIGURES = {Unit.PERCENT: "35", Unit.OF_5: "4", Unit.OF_10: "7", Unit.TRUE: "1", Unit.POINTS: "6"}


def made_up(path: str, field: Field) -> Typed:
    """An answer to a question that :data:`SAID` does not answer: no two texts are the same."""
    match field.kind:
        case Kind.NUMBER:
            return FIGURES.get(field.unit, "120")
        case Kind.DATE:
            return "2027-05-31"
        case Kind.CHOICE if field.pick:
            return 0
        case Kind.CHOICE if field.most > 1:
            return [field.options[0], field.options[-1]]
        case Kind.CHOICE:
            return field.options[-1]
        case Kind.CLAIM:
            return ("heard", f"{path} was heard", "2027-05-31", "6")
        case Kind.RANGE:
            return ("10", "50")
        case Kind.GRID:
            return square
        case Kind.STATEMENT:
            return {slot.key: f"{path} {slot.key}" for slot in field.of}
        case Kind.RECORDS:
            return [{} for _ in range(field.fewest)]
    return f"{path} is so"


def square(unit: Unit, down: int, right: int) -> str:
    """The key that scores one square of a grid."""
    if unit is Unit.TRUE:
        return "yn10"[(down + right) % 4]
    return str((down * 2 + right) % 6)


def _answer(path: str, field: Field) -> Typed:
    typed = SAID.get(path, made_up(path, field))
    if field.kind is not Kind.RECORDS:
        return typed
    return [
        {
            part.key: row[part.key]
            if part.key in row
            else made_up(f"{path} {number} {part.key}", part)
            for part in field.of
        }
        for number, row in enumerate(typed, 1)
    ]


ANSWERS: dict[str, Typed] = {
    card.path(field): _answer(card.path(field), field)
    for card in flow.CARDS
    for field in card.fields
}
"""By field path, for every question there is."""


NUMBERS = {
    "1 250": 1250, "300": 300, "1,850": 1850, "40%": 40, "12,5": 12.5, "420": 420, "1": 1,
    "35.50": 35.5, "18k": 18000, "14": 14, "3": 3, "": None, "1,200": 1200, "25%": 25,
    "0,5": 0.5, "40,5": 40.5, "15k": 15000, "25k": 25000, "y": 1, "n": 0,
}  # fmt: skip
DATES = {
    "2 Feb 2026": dt.date(2026, 2, 2), "31.3.2026": dt.date(2026, 3, 31),
    "30 Jun 2027": dt.date(2027, 6, 30), "": None,
}  # fmt: skip


def number(typed: str) -> int | float | None:
    """The figure that was typed."""
    return NUMBERS[typed] if typed in NUMBERS else int(typed)


def day(typed: str) -> dt.date | None:
    """The day that was typed."""
    return DATES[typed] if typed in DATES else dt.date.fromisoformat(typed)


def texts(typed: Typed) -> Iterator[str]:
    """Every text that is typed in an answer."""
    if isinstance(typed, str):
        yield typed
    elif isinstance(typed, dict):
        for value in typed.values():
            yield from texts(value)
    elif isinstance(typed, list):
        for value in typed:
            yield from texts(value)
