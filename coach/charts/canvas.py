"""A sheet of cells that characters are put on, read off as styled lines."""

from itertools import groupby

from coach.charts.cells import signs, width

Span = tuple[str, str]
Line = tuple[Span, ...]
"""One line of a drawing: pieces of text, each with the name of its style."""


class Canvas:
    """``columns`` by ``rows`` cells, empty at first. What is put beyond the edge is lost."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self._cells: list[list[Span]] = [[(" ", "")] * columns for _ in range(rows)]

    def at(self, column: int, row: int) -> str:
        """The character there; empty outside and under the second half of a wide one."""
        if 0 <= column < self.columns and 0 <= row < self.rows:
            return self._cells[row][column][0]
        return ""

    def put(self, column: int, row: int, text: str, style: str = "") -> None:
        """Write ``text`` from there to the right, over what stands there."""
        if not 0 <= row < self.rows:
            return
        line = self._cells[row]
        for sign, cells in signs(text):
            if column >= 0 and column + cells <= self.columns:
                self._clear(line, column, cells)
                line[column] = (sign, style)
                if cells == 2:
                    line[column + 1] = ("", style)
            column += cells

    def _clear(self, line: list[Span], column: int, cells: int) -> None:
        """Keep no half of a wide character that is written over in part."""
        if line[column][0] == "" and column:
            line[column - 1] = (" ", "")
        after = column + cells
        if after < self.columns and line[after][0] == "":
            line[after] = (" ", "")

    def free(self, column: int, row: int, cells: int, empty: str = " ") -> bool:
        """Whether only characters of ``empty`` stand in those cells, all on the sheet."""
        if not (0 <= row < self.rows and column >= 0 and column + cells <= self.columns):
            return False
        return all(sign and sign in empty for sign, _ in self._cells[row][column : column + cells])

    def lines(self) -> list[Line]:
        """The sheet from the top, without blanks at the ends of lines."""
        return [tidy(line) for line in self._cells]


def tidy(spans: list[Span] | Line) -> Line:
    """Spans of one style joined, without blanks at the end."""
    joined = [
        ("".join(text for text, _ in group), style)
        for style, group in groupby(spans, key=lambda span: span[1])
    ]
    while joined:
        text, style = joined.pop()
        if text.rstrip(" "):
            joined.append((text.rstrip(" "), style))
            break
    return tuple(joined)


def cells(line: Line) -> int:
    """The cells that a line takes."""
    return sum(width(text) for text, _ in line)
