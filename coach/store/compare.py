"""What changed from one version of a plan to another, in the order of the walk."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from coach import answers, flow
from coach.plan import Plan, name_of
from coach.questions import Field, Kind
from coach.text import one_line
from coach.values import Answers, Grid, Record


class Difference(NamedTuple):
    """One answer that differs: its field path, its text before and after; empty for none."""

    path: str
    before: str
    after: str


def differences(a: Plan, b: Plan) -> list[Difference]:
    """What differs from ``a`` to ``b``, whatever the depth.

    Records are matched by id: one that was added or deleted shows each of its answers, one
    that moved shows the order of its list. A choice of a record shows the record's name.
    """
    found = [Difference(key, getattr(a, key), getattr(b, key)) for key in ("depth", "pack")]
    for card in flow.CARDS:
        for field in card.fields:
            path = card.path(field)
            before, after = a.get(path), b.get(path)
            if field.kind is Kind.RECORDS:
                found += _rows(path, field, before, after, (a, b))
            else:
                found += _answers(path, field, before, after, (a, b))
    found += _aside(a, b)
    return [each for each in found if each.before != each.after]


def _rows(
    path: str, field: Field, before: list[Record], after: list[Record], plans: tuple[Plan, Plan]
) -> Iterator[Difference]:
    old = {row.id: row for row in before}
    new = {row.id: row for row in after}
    stayed = [row.id for row in before if row.id in new]
    if stayed != [row.id for row in after if row.id in old]:
        yield Difference(path, _order(before, new), _order(after, old))
    for record in dict.fromkeys((*new, *old)):
        row = f"{path}.{record}"
        for part in field.of:
            was, is_now = (
                getattr(rows[record], part.key) if record in rows else None for rows in (old, new)
            )
            yield from _answers(f"{row}.{part.key}", part, was, is_now, plans)


def _answers(
    path: str, field: Field, before: Any, after: Any, plans: tuple[Plan, Plan]
) -> Iterator[Difference]:
    """One answer, or each part of a composite one; ``None`` stands for a missing record."""
    if field.pick:
        names = (
            _named(p.get(field.pick), v or "") for p, v in zip(plans, (before, after), strict=True)
        )
        yield Difference(path, *names)
        return
    if field.kind is Kind.GRID:
        yield from _squares(path, before, after, plans)
        return
    if not field.parts:
        was, is_now = (
            plan.drafts.get(path) or answers.show(value)
            for plan, value in zip(plans, (before, after), strict=True)
        )
        yield Difference(path, was, is_now)
        return
    for part in field.parts:
        was, is_now = (_part(value, part.key) for value in (before, after))
        yield from _answers(f"{path}.{part.key}", part, was, is_now, plans)


def _squares(
    path: str, before: Grid, after: Grid, plans: tuple[Plan, Plan]
) -> Iterator[Difference]:
    """Each square of a grid, its figure and its reason."""
    for side in Grid.model_fields:
        old, new = getattr(before, side), getattr(after, side)
        squares = [(row, column) for given in (old, new) for row in given for column in given[row]]
        typed = [key.split(".") for plan in plans for key in plan.drafts]
        squares += [(keys[3], keys[4]) for keys in typed if [*path.split("."), side] == keys[:3]]
        for row, column in dict.fromkeys(squares):
            square = f"{path}.{side}.{row}.{column}"
            was, is_now = (
                plan.drafts.get(square) or answers.show(given.get(row, {}).get(column))
                for plan, given in zip(plans, (old, new), strict=True)
            )
            yield Difference(square, was, is_now)


def _part(value: Any, key: str) -> Any:
    return getattr(value, key) if isinstance(value, Answers) else None


def _order(rows: Sequence[Record], others: dict[str, Record]) -> str:
    return ", ".join(_named(rows, row.id) for row in rows if row.id in others)


def _named(rows: Sequence[Record], record: str) -> str:
    """What a record is called: its first text, or its id where it has none."""
    for row in rows:
        if row.id == record:
            return one_line(name_of(row), 40) or record
    return record


def _aside(a: Plan, b: Plan) -> Iterator[Difference]:
    old = {(each.rule, each.field): each.reason for each in a.set_aside}
    new = {(each.rule, each.field): each.reason for each in b.set_aside}
    for key in dict.fromkeys((*old, *new)):
        rule, field = key
        yield Difference(f"set_aside.{rule}.{field}", old.get(key, ""), new.get(key, ""))
