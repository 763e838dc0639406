"""A whole plan as a founder would type it, and hands that type it field by field."""

import datetime as dt
from typing import Any

from tui.person import Person

from coach import flow
from coach.plan import Plan, record_type
from coach.questions import Card, Field, Kind
from coach.values import Claim, Status

Typed = Any
"""Text to type; a choice's option or options; a claim's (status, source, date, points);
a list of rows; a statement's slots by name."""

ANSWERS: dict[str, Typed] = {
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
}
"""By field path. ``None``: the field is passed over, or F9 fills it (statement slots)."""

NUMBERS = {
    "1 250": 1250, "300": 300, "1,850": 1850, "40%": 40, "12,5": 12.5, "420": 420, "1": 1,
    "35.50": 35.5, "18k": 18000, "14": 14, "3": 3, "": None,
}  # fmt: skip
DATES = {
    "2026-03-02": dt.date(2026, 3, 2), "2 Feb 2026": dt.date(2026, 2, 2),
    "31.3.2026": dt.date(2026, 3, 31), "30 Jun 2027": dt.date(2027, 6, 30),
    "2027-01-15": dt.date(2027, 1, 15), "2027-02-01": dt.date(2027, 2, 1), "": None,
}  # fmt: skip


async def answer_card(me: Person, card: Card) -> None:
    """Answer every question of the card in view by keys alone, from the first to the last."""
    for field in flow.asked(card, me.plan):
        path = card.path(field)
        typed = ANSWERS[path]
        if field.kind is Kind.RECORDS:
            await _rows(me, path, field, typed)
        elif field.kind is Kind.STATEMENT:
            for slot in field.of:
                await _one(me, f"{path}.{slot.key}", slot, typed[slot.key], fill=True)
        else:
            await _one(me, path, field, typed)


async def _rows(me: Person, path: str, field: Field, rows: list[dict[str, Typed]]) -> None:
    for number, row in enumerate(rows):
        if number:
            assert "Add another" in str(me.focused.render()), me.sees
            await me.press("enter")
        for part in flow.parts(field, me.plan.level):
            record = me.plan.get(path)[number].id if len(me.plan.get(path)) > number else "+"
            await _one(me, f"{path}.{record}.{part.key}", part, row[part.key])


async def _one(me: Person, path: str, field: Field, typed: Typed, fill: bool = False) -> None:
    assert me.at == path, f"{path} was expected, the caret is in {me.at}\n{me.sees}"
    assert me.caret_seen, f"the caret in {path} is not on the screen\n{me.sees}"
    match field.kind:
        case Kind.CHOICE if field.pick:
            await me.press(str(typed + 1))
        case Kind.CHOICE:
            for option in [typed] if isinstance(typed, str) else typed:
                await me.press(str(field.options.index(option) + 1))
        case Kind.CLAIM:
            await _claim(me, path, typed)
            return
        case _ if typed is None and fill:
            await me.press("f9")
        case _ if typed is not None:
            await me.type(typed)
    await me.press("tab")


async def _claim(me: Person, path: str, typed: Typed) -> None:
    status, *rest = typed or ("assumed",)
    await me.press(*["right"] * Status(status).rank)
    await me.press("tab")
    for key, text in zip(("source", "date", "points"), rest, strict=False):
        assert me.at == f"{path}.{key}", f"{me.at}\n{me.sees}"
        await me.type(text)
        await me.press("tab")


def expected(plan: Plan, path: str, field: Field) -> Any:
    """What the answer at ``path`` must be after the walk."""
    return _expected(field, ANSWERS[path], plan)


def _expected(field: Field, typed: Typed, plan: Plan) -> Any:
    match field.kind:
        case Kind.NUMBER:
            return NUMBERS[typed] if typed in NUMBERS else int(typed)
        case Kind.DATE:
            return DATES[typed]
        case Kind.CHOICE if field.pick:
            return plan.niche.candidates[typed].id
        case Kind.CLAIM:
            if typed is None:
                return Claim()
            status, source, date, points = typed
            return Claim(
                status=Status(status), source=source, date=DATES[date], points=NUMBERS[points]
            )
        case Kind.RECORDS:
            return [
                {
                    part.key: _expected(part, row[part.key], plan)
                    for part in field.of
                    if part.key in row
                }
                for row in typed
            ]
    return typed


def full_plan() -> Plan:
    """The plan that the walk makes, made without a keyboard."""
    plan = Plan()
    for path in ANSWERS:
        place = flow.place(path)
        value = expected(plan, path, place.field)
        if value is None:
            continue
        if place.field.kind is Kind.RECORDS:
            kind = record_type(path)
            assert kind is not None
            value = [kind.model_validate(row) for row in value]
        elif place.field.kind is Kind.STATEMENT:
            value = type(plan.value.statement).model_validate(
                {key: text or f"the {key}" for key, text in value.items()}
            )
        plan.put(path, value)
    return Plan.model_validate(plan.model_dump(warnings=False))
