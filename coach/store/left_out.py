"""What a worksheet should have and has not: questions, and rows and columns of its tables."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from coach import flow, grids
from coach.plan import Plan
from coach.store.boxes import Box
from coach.store.table import Table
from coach.text import one_line

_MANY = 5


def without_box(plan: Plan, found: Sequence[Box]) -> Iterator[str]:
    """What to say of questions that have no box, and no answer therefore."""
    there = {".".join(box.path.split(".")[:2]) for box in found}
    lost = [
        card.path(field)
        for card in flow.walk(plan)
        for field in flow.asked(card, plan)
        if field.when is None
        and card.path(field) not in there
        and flow.state(field, plan.get(card.path(field)), plan) is flow.State.EMPTY
    ]
    if lost:
        yield f"not on the sheet, so left empty: {_listed(lost)}"


def not_in_tables(plan: Plan, tables: Mapping[str, Table], new: Collection[str]) -> Iterator[str]:
    """What to say of rows and columns that are not in the table that they should be in.

    ``tables`` has each score matrix by its path. The ``new`` records, those that the sheet
    added, need not be in a table.
    """
    for path, table in tables.items():
        field = flow.place(path).field
        rows = {*(row.key for row in table.rows), *new}
        columns = {*table.columns, *new}
        yield from _told("row", path, [k for k in grids.rows(field, plan) if k not in rows])
        yield from _told(
            "column", path, [k for k in grids.columns(field, plan) if k not in columns]
        )


def _told(what: str, path: str, lost: Sequence[str]) -> Iterator[str]:
    if lost:
        some = f"{what}s {_listed(lost)} are" if lost[1:] else f"{what} {_listed(lost)} is"
        yield f"{some} no longer in the table of {path}: left out"


def _listed(keys: Sequence[str]) -> str:
    """The first few of them."""
    more = f" and {len(keys) - _MANY} more" if len(keys) > _MANY else ""
    return ", ".join(one_line(key, 60) for key in keys[:_MANY]) + more
