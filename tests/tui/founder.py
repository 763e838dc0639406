"""A founder's hands, that type a whole plan question by question, and the plan that this makes."""

from typing import Any

from tui.person import Person
from tui.said import ANSWERS, Typed, day, number, square

from coach import flow, grids
from coach.plan import Plan, record_type
from coach.questions import Card, Depth, Field, Kind
from coach.steps.differentiation.model import Type
from coach.values import Claim, Grid, Range, Status

BECAUSE = "because we asked"
"""The reason that is typed for a grid's last square."""


# -- hands ---------------------------------------------------------------------------------------


async def answer_card(me: Person, card: Card) -> None:
    """Answer every question of the card in view by keys alone, from the first to the last."""
    for field in flow.asked(card, me.plan):
        path = card.path(field)
        typed = ANSWERS[path]
        if field.kind is Kind.RECORDS:
            await _rows(me, path, field, typed)
            if field is not flow.asked(card, me.plan)[-1]:
                await me.press("tab")  # past the line that adds another
        elif field.kind is Kind.STATEMENT:
            for slot in field.of:
                await _one(me, f"{path}.{slot.key}", slot, typed[slot.key], fill=True)
        else:
            await _one(me, path, field, typed)


async def _rows(me: Person, path: str, field: Field, rows: list[dict[str, Typed]]) -> None:
    for number_, row in enumerate(rows):
        if number_:
            assert "Add another" in str(me.focused.render()), me.sees
            await me.press("enter")
        for part in flow.parts(field, me.plan.level):
            record = me.plan.get(path)[number_].id if len(me.plan.get(path)) > number_ else "+"
            await _one(me, f"{path}.{record}.{part.key}", part, row[part.key])


async def _one(me: Person, path: str, field: Field, typed: Typed, fill: bool = False) -> None:
    if field.kind is Kind.RANGE:
        for end, text in zip(("low", "high"), typed, strict=True):
            await _one(me, f"{path}.{end}", Field(end, Kind.NUMBER), text)
        return
    assert me.at == path, f"{path} was expected, the caret is in {me.at}\n{me.sees}"
    assert me.caret_seen, f"the caret in {path} is not on the screen\n{me.sees}"
    match field.kind:
        case Kind.CHOICE if field.pick:
            if typed is not None and pickable(path, field):
                await me.press(str(typed + 1))
        case Kind.CHOICE:
            for option in [typed] if isinstance(typed, str) else typed:
                await _choose(me, field.options.index(option))
        case Kind.CLAIM:
            await _claim(me, path, typed)
            return
        case Kind.GRID:
            await _grid(me, path, field)
            return
        case _ if typed is None and fill:
            await me.press("f9")
        case _ if typed is not None:
            await me.type(typed)
    await me.press("tab")


async def _choose(me: Person, index: int) -> None:
    if index < 9:
        await me.press(str(index + 1))
    else:
        me.send("home", *["down"] * index)
        await me.press("space")


async def _claim(me: Person, path: str, typed: Typed) -> None:
    status, *rest = typed or ("assumed",)
    await me.press(*["right"] * Status(status).rank)
    await me.press("tab")
    for key, text in zip(("source", "date", "points"), rest, strict=False):
        assert me.at == f"{path}.{key}", f"{me.at}\n{me.sees}"
        await me.type(text)
        await me.press("tab")


async def _grid(me: Person, path: str, field: Field) -> None:
    """Row by row: the first row by arrows, the others by Enter; then why the last is what it is."""
    rows, columns = grids.rows(field, me.plan), grids.columns(field, me.plan)
    for down in range(len(rows)):
        for right in range(len(columns)):
            me.send(*square(field.unit, down, right))
            me.send("right" if down == 0 and right + 1 < len(columns) else "enter")
    await me.press("tab")  # on the last square Enter stays
    assert me.at == f"{path}.reasons.{rows[-1]}.{columns[-1]}", me.sees
    await me.type(BECAUSE)
    await me.press("tab")


# -- what comes of it ----------------------------------------------------------------------------


def pickable(path: str, field: Field) -> bool:
    """True where the rows that are picked from are asked for before, or are these rows."""
    order = [card.path(each) for card in flow.CARDS for each in card.fields]
    return order.index(field.pick) <= order.index(".".join(path.split(".")[:2]))


def expected(plan: Plan, path: str, field: Field) -> Any:
    """What the answer at ``path`` must be after the walk."""
    return _expected(path, field, ANSWERS[path], plan)


def _expected(path: str, field: Field, typed: Typed, plan: Plan) -> Any:
    match field.kind:
        case Kind.NUMBER:
            return number(typed)
        case Kind.CHOICE if path == "differentiation.primary":
            return Type(typed)  # other questions are asked by it
        case Kind.DATE:
            return day(typed)
        case Kind.CHOICE if field.pick:
            rows = plan.get(field.pick) if pickable(path, field) else []
            return rows[typed].id if typed is not None and rows else ""
        case Kind.CLAIM:
            if typed is None:
                return Claim()
            status, source, date, points = typed
            return Claim(status=status, source=source, date=day(date), points=number(points))
        case Kind.RANGE:
            return Range(low=number(typed[0]), high=number(typed[1]))
        case Kind.GRID:
            return _expected_grid(field, plan)
        case Kind.RECORDS:
            return [
                {
                    part.key: _expected(path, part, row[part.key], plan)
                    for part in flow.parts(field, plan.level)
                }
                for row in typed
            ]
    return typed


def _expected_grid(field: Field, plan: Plan) -> Grid:
    grid = Grid()
    rows, columns = grids.rows(field, plan), grids.columns(field, plan)
    for down, row in enumerate(rows):
        for right, column in enumerate(columns):
            grid.put("scores", row, column, number(square(field.unit, down, right)))
            if (row, column) == (rows[-1], columns[-1]):
                grid.put("reasons", row, column, BECAUSE)
    return grid


def full_plan(depth: Depth = Depth.FUNDAMENTALS, before: str = "") -> Plan:
    """The plan that the walk makes at this depth, made without a keyboard.

    ``before`` is a step: nothing of it or of what comes after it is answered.
    """
    plan = Plan(depth=depth.key)
    for card in flow.CARDS:
        if card.step == before:
            break
        for field in flow.asked(card, plan):
            _put(plan, card.path(field), field)
    return Plan.model_validate(plan.model_dump(warnings=False))


def _put(plan: Plan, path: str, field: Field) -> None:
    value = expected(plan, path, field)
    if value is None:
        return
    if field.kind is Kind.RECORDS:
        kind = record_type(path)
        assert kind is not None
        value = [kind.model_validate(row) for row in value]
    elif field.kind is Kind.STATEMENT:
        value = type(plan.get(path)).model_validate(
            {key: text or f"the {key}" for key, text in value.items()}
        )
    plan.put(path, value)
