"""The rows and columns of a score matrix, as the plan has them."""

from collections.abc import Iterator

from coach.plan import Plan, name_of
from coach.questions import Depth, Field, Kind


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
