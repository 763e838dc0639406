"""The rows and columns of a score matrix, as the plan has them."""

from collections.abc import Iterator

from coach.plan import Plan, name_of
from coach.questions import Depth, Field, Kind
from coach.refusal import Refusal
from coach.text import one_line, position


def rows(field: Field, plan: Plan, depth: Depth | None = None) -> tuple[str, ...]:
    """The keys of a grid's rows at this depth (the plan's own unless given)."""
    if field.down:
        return tuple(record.id for record in plan.get(field.down))
    level = depth or plan.level
    return tuple(row.key for row in field.of if row.depth <= level)


def columns(field: Field, plan: Plan) -> tuple[str, ...]:
    """The keys of a grid's columns: the fixed ones first, then a column a record."""
    across = plan.get(field.across) if field.across else ()
    return (*field.columns, *(record.id for record in across))


def squares(field: Field, plan: Plan) -> Iterator[tuple[str, str]]:
    """Every square that is asked, row by row: the keys of its row and of its column."""
    across = columns(field, plan)
    for row in rows(field, plan):
        for column in across:
            yield row, column


def square(field: Field, row: str) -> Field:
    """The question that one square of the row puts: a figure in the grid's unit."""
    of = next((each for each in field.of if each.key == row), None)
    return of or Field(row, Kind.NUMBER, unit=field.unit)


def record_name(plan: Plan, path: str, key: str) -> str:
    """What the record of the list at ``path`` is called; empty if there is no such record."""
    return next((name_of(row) for row in plan.get(path) if row.id == key), "")


def named(field: Field, plan: Plan, row: str, column: str) -> tuple[str, str]:
    """The keys of the row and the column that a person means.

    A row or a column that is a record goes by its id, its position from 1 or its name; a fixed
    one by its key. Raises :class:`Refusal` with what there is.
    """
    return _line(field, plan, row, "row"), _line(field, plan, column, "column")


def _line(field: Field, plan: Plan, text: str, side: str) -> str:
    path = field.down if side == "row" else field.across
    fixed = [each.key for each in field.of] if side == "row" else list(field.columns)
    rows = plan.get(path) if path else ()
    records: list[tuple[str, str]] = [(each.id, name_of(each)) for each in rows]
    if text in fixed or text in [key for key, _ in records]:
        return text
    if (index := position(text, len(records))) is not None:
        return records[index][0]
    found = [key for key, name in records if one_line(text).casefold() == name.casefold()]
    if len(found) == 1:
        return found[0]
    if len(found) > 1:
        raise Refusal(f"{len(found)} rows of {path} are called {text!r}", "use its position")
    there = [*fixed, *(f"{n} ({name or key})" for n, (key, name) in enumerate(records, 1))]
    expected = f"expected {', '.join(there)}" if there else f"add rows to {path} first"
    raise Refusal(f"{field.key} has no {side} {one_line(text, 40)!r}", expected)
