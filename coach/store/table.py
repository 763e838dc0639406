"""The table in a worksheet's box: a score matrix, its rows and columns by their keys.

::

    |                       | weight Weight | kab Cheese shops |
    |-----------------------|---------------|------------------|
    | measurable Measurable | 3             | 4                |

A row and a column go by the first word of their name. Every square has its cell, so that a
score cannot slip under another column, or out of the table, without anybody noticing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from coach.refusal import Refusal
from coach.store.boxes import Box
from coach.text import one_line


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it stands on, its key, and a cell a column."""

    line: int
    key: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The keys of the columns, and the rows; of an empty box there are none."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def squares(self) -> Iterator[tuple[int, str, str, str]]:
        """Every cell: its line, the keys of its row and its column, and what is in it."""
        for row in self.rows:
            for column, cell in zip(self.columns, row.cells, strict=True):
                yield row.line, row.key, column, cell


def table(box: Box, name: str) -> Table:
    """The table in ``box``. ``name`` is what messages call the file.

    Raises :class:`Refusal` with file and line for a table without a head, a row or a column
    that has no name or is there twice, and a row with more or fewer cells than the head.
    """
    lines = [
        (number, line.strip())
        for number, line in enumerate(box.text.split("\n"), box.line + 1)
        if line.strip().strip("|-: ")
    ]
    if not lines:
        return Table((), ())
    at, head = lines[0]
    columns = _columns(_cells(head, 0), f"{name}, line {at}: {box.path}")
    rows: dict[str, Row] = {}
    for number, line in lines[1:]:
        where = f"{name}, line {number}: {box.path}"
        row = _row(number, _cells(line, len(columns) + 1), columns, where)
        if row.key in rows:
            raise Refusal(
                f"{where}: row {one_line(row.key, 30)} is on line {rows[row.key].line} already",
                "take one of the two away",
            )
        rows[row.key] = row
    return Table(columns, tuple(rows.values()))


def _cells(line: str, wide: int) -> list[str]:
    """What stands between the signs |.

    Where a line does not begin with one, one at its end closes it only if it would have more
    than ``wide`` cells otherwise: it may as well stand before a last cell that is empty.
    """
    cells = [cell.strip() for cell in line.removeprefix("|").split("|")]
    if not cells[-1] and (line.startswith("|") or len(cells) > wide):
        del cells[-1]
    return cells


def _columns(cells: list[str], where: str) -> tuple[str, ...]:
    if cells[0] or len(cells) < 2:
        raise Refusal(
            f"{where}: the table has lost its head",
            "begin it with an empty cell, then a cell for each column",
        )
    columns = [(cell.split() or [""])[0] for cell in cells[1:]]
    for number, key in enumerate(columns, 1):
        if not key:
            raise Refusal(
                f"{where}: column {number} has lost its name",
                "begin it with the column's key, as in the table before",
            )
        if key in columns[: number - 1]:
            raise Refusal(
                f"{where}: column {one_line(key, 30)} is there twice", "take one of the two away"
            )
    return tuple(columns)


def _row(number: int, cells: list[str], columns: tuple[str, ...], where: str) -> Row:
    if not cells[0]:
        raise Refusal(
            f"{where}: this row has lost its name",
            "begin it with the row's key, as in the table before",
        )
    if len(cells) - 1 > len(columns):
        raise Refusal(
            f"{where}: this row has more cells than the table has columns",
            "take out the sign | that is too much",
        )
    if len(cells) - 1 < len(columns):
        raise Refusal(
            f"{where}: this row ends before column {one_line(columns[len(cells) - 1], 30)}",
            f"{len(columns)} cells are expected after its name; leave those empty that are unknown",
        )
    return Row(number, cells[0].split()[0], tuple(cells[1:]))
