"""A plan in which every question of every depth is answered."""

import datetime as dt
from itertools import count

from coach import flow, grids
from coach.plan import Plan, record_type
from coach.questions import Depth, Field, Kind
from coach.steps.differentiation.model import Type
from coach.units import Unit
from coach.values import Status

FIGURES = {Unit.PERCENT: 40, Unit.OF_5: 4, Unit.OF_10: 8, Unit.TRUE: 1, Unit.POINTS: 7}


def fullest(primary: Type = Type.SERVICE) -> Plan:
    """Every text is a word of its own: ``Word1 said here``, ``Word2 said here`` …

    Of the questions that belong to one type only those of the ``primary`` one are asked.
    """
    plan = Plan(id="fullest-00001", depth=Depth.ADVANCED.key)
    words = count(1)
    plan.differentiation.primary = primary
    for card in flow.CARDS:
        for field in flow.asked(card, plan):
            path = card.path(field)
            kind = record_type(path)
            if kind:
                plan.put(path, [kind(id=f"k{number}") for number in range(1, 4)])
    for card in flow.CARDS:
        for field in flow.asked(card, plan):
            if field.key != "primary":
                _fill(plan, card.path(field), field, words)
    plan.start.currency = "€"
    return plan


def _fill(plan: Plan, path: str, field: Field, words: "count[int]") -> None:
    match field.kind:
        case Kind.RECORDS:
            for row in plan.get(path):
                for part in field.of:
                    _fill(plan, f"{path}.{row.id}.{part.key}", part, words)
        case Kind.STATEMENT:
            for part in field.of:
                _fill(plan, f"{path}.{part.key}", part, words)
        case Kind.GRID:
            for number, (row, column) in enumerate(grids.squares(field, plan)):
                plan.put(
                    f"{path}.scores.{row}.{column}",
                    number % 2 if field.unit is Unit.TRUE else number % 6,
                )
                plan.put(f"{path}.reasons.{row}.{column}", f"Word{next(words)} said here")
        case Kind.RANGE:
            plan.put(f"{path}.low", 20)
            plan.put(f"{path}.high", 60)
        case Kind.CLAIM:
            plan.put(f"{path}.status", Status.HEARD)
            plan.put(f"{path}.source", f"Word{next(words)} said here")
            plan.put(f"{path}.points", 7)
        case Kind.NUMBER:
            plan.put(path, FIGURES.get(field.unit, 30 + next(words)))
        case Kind.DATE:
            plan.put(path, dt.date(2027, 1, 1) + dt.timedelta(days=next(words)))
        case Kind.CHOICE if field.pick:
            plan.put(path, "k2")
        case Kind.CHOICE:
            plan.put(
                path, list(field.options[: field.most]) if field.most > 1 else field.options[0]
            )
        case _:
            plan.put(path, f"Word{next(words)} said here")
