"""Maps of named points, and the board of risks, in the terminal."""

from itertools import product

from coach.charts.canvas import Canvas, Line, Span, tidy
from coach.charts.cells import fit, pad, width, wrap
from coach.charts.chart import Board, Map
from coach.charts.marks import OURS, key, letter
from coach.charts.scale import Scale, finite
from coach.charts.words import Words

_LEAST, _MOST = 8, 14
_EMPTY = " ┊┈┼"
_FIELD = range(1, 6)


def map_lines(chart: Map, words: Words, room: int, height: int) -> list[Line]:
    """Points in their places: with their names where all find room, else with letters and a key.

    The key gives each point's own figures, since a letter may stand beside a taken place.
    """
    if not chart.points:
        return []
    across, up = words.axis("x", chart.x), words.axis("y", chart.y)
    x = Scale(0, max([chart.x_most, *finite(point.x for point in chart.points)]))
    y = Scale(0, max([chart.y_most, *finite(point.y for point in chart.points)]))
    above = [f"↑ {line}" if not index else f"  {line}" for index, line in
             enumerate(wrap(up, room - 2))]  # fmt: skip
    below = [line for line in wrap(f"{across} →", room) if across]
    rows = height - len(above) - len(below) - 2
    named = _named(chart, words, x, y, room, min(max(rows, _LEAST), _MOST))
    legend: list[Line] = []
    if named is None:
        marks = point_marks(chart, words)
        entries = [
            (mark, style, f"{name} ({words.figure(point.x)}, {words.figure(point.y)})")
            for point, (mark, style, name) in zip(chart.points, marks, strict=True)
        ]
        legend = key(entries, room)
        if len(legend) > height // 2:
            legend = key(entries, room, flow=True)
        named = _marked(chart, words, x, y, room, min(max(rows - len(legend), _LEAST), _MOST))
    lines: list[Line] = [((line, "muted"),) for line in above]
    lines += named.lines()
    lines += [((" " * (room - width(line)) + line, "muted"),) for line in below]
    return [*lines, *legend]


def point_marks(chart: Map, words: Words) -> list[tuple[str, str, str]]:
    """By point: its mark, its style, its name."""
    found, others = [], 0
    several = sum(point.ours for point in chart.points) > 1
    for index, point in enumerate(chart.points):
        name = words.label(point.label, point.worded)
        if point.ours:
            found.append((OURS + (letter(index) if several else ""), "ours", name))
        else:
            found.append((letter(index if several else others), "rival1", name))
            others += 1
    return found


def _sheet(chart: Map, words: Words, x: Scale, y: Scale, room: int, rows: int) -> Canvas:
    """The axes from zero, and the lines that part them."""
    sheet = Canvas(room, rows + 2)
    top, end = words.short(y.high), words.short(x.high)
    left = _left(words, y)
    for row in range(rows):
        sheet.put(left, row, "│", "line")
    sheet.put(left, rows, "└" + "─" * (room - left - 1), "line")
    sheet.put(left - width(top), 0, top, "muted")
    sheet.put(left - 1, rows, "0", "muted")
    sheet.put(left + 1, rows + 1, "0", "muted")
    sheet.put(room - width(end), rows + 1, end, "muted")
    if chart.split is None:
        return sheet
    at_x, at_y = _place(chart.split[0], chart.split[1], x, y, left, room, rows)
    for column in range(left + 1, room):
        sheet.put(column, at_y, "┈", "line")
    for row in range(rows):
        sheet.put(at_x, row, "┼" if row == at_y else "┊", "line")
    for column, row, said in (
        (at_x, rows + 1, words.short(chart.split[0])), (left, at_y, words.short(chart.split[1])),
    ):  # fmt: skip
        start = column - width(said) if row == at_y else column
        if sheet.free(start, row, width(said)):
            sheet.put(start, row, said, "muted")
    return sheet


def _left(words: Words, y: Scale) -> int:
    return max(width(words.short(y.high)), 2)


def _place(
    x: float, y: float, across: Scale, up: Scale, left: int, room: int, rows: int
) -> tuple[int, int]:
    column = left + 1 + round(across.share(x) * (room - left - 2))
    return column, round((1 - up.share(y)) * (rows - 1))


def _corners(sheet: Canvas, chart: Map, words: Words, room: int, left: int, rows: int) -> None:
    """The names that the pack gives to the corners, where nothing stands."""
    if chart.split is None:
        return
    for up, side in product(("upper", "lower"), ("left", "right")):
        name = fit(words.word(f"{up}_{side}"), (room - left) // 2 - 2)
        column = left + 2 if side == "left" else room - width(name)
        order = range(rows) if up == "upper" else range(rows - 1, -1, -1)
        row = next((row for row in list(order)[:2] if sheet.free(column, row, width(name))), None)
        if name and row is not None:
            sheet.put(column, row, name, "muted")


def _named(chart: Map, words: Words, x: Scale, y: Scale, room: int, rows: int) -> Canvas | None:
    """The points with their names beside them; None where one does not find room."""
    sheet = _sheet(chart, words, x, y, room, rows)
    left = _left(words, y)
    places = [_place(point.x, point.y, x, y, left, room, rows) for point in chart.points]
    if len(set(places)) < len(places) or len(finite(_figures(chart))) < 2 * len(places):
        return None
    for point, (column, row) in zip(chart.points, places, strict=True):
        sheet.put(column, row, OURS if point.ours else "○", "ours" if point.ours else "rival1")
    for point, (column, row) in zip(chart.points, places, strict=True):
        name = words.label(point.label, point.worded)
        size = width(name)
        if size > room // 3 + 4:
            return None
        spots = [(column + 2, row), (column - 1 - size, row)]
        spots += [(start, row + side) for side in (1, -1) for start in
                  (column, column - size // 2, column - size + 1)]  # fmt: skip
        for start, line in spots:
            if (
                start > left
                and line < rows
                and sheet.free(start - 1, line, 1, _EMPTY + "│○●")
                and (
                    sheet.free(start, line, size, _EMPTY)
                    and (start + size == room or sheet.free(start + size, line, 1, _EMPTY + "○●"))
                )
            ):
                sheet.put(start, line, name, "ours" if point.ours else "")
                break
        else:
            return None
    _corners(sheet, chart, words, room, left, rows)
    return sheet


def _figures(chart: Map) -> list[float]:
    return [value for point in chart.points for value in (point.x, point.y)]


def _marked(chart: Map, words: Words, x: Scale, y: Scale, room: int, rows: int) -> Canvas:
    """The points as letters; one whose place is taken stands as near to it as there is room."""
    sheet = _sheet(chart, words, x, y, room, rows)
    left = _left(words, y)
    order = sorted(zip(chart.points, point_marks(chart, words), strict=True),
                   key=lambda pair: not pair[0].ours)  # fmt: skip
    for point, (mark, style, _) in order:
        column, row = _place(point.x, point.y, x, y, left, room, rows)
        column = min(column, room - width(mark))
        spot = _nearest(sheet, column, row, width(mark), left, rows)
        if spot:
            sheet.put(*spot, mark, style)
    _corners(sheet, chart, words, room, left, rows)
    return sheet


def _nearest(
    sheet: Canvas, column: int, row: int, size: int, left: int, rows: int
) -> tuple[int, int] | None:
    """The free place nearest to the one wanted; None on a full sheet."""
    for reach in (0, 4, max(rows, sheet.columns)):
        spots = (
            (abs(line - row) * 2 + abs(start - column), line != row, start < column, start, line)
            for line in range(max(row - reach, 0), min(row + reach + 1, rows))
            for start in range(
                max(column - 2 * reach, left + 1),
                min(column + 2 * reach, sheet.columns - size) + 1,
            )
            if sheet.free(start, line, size, _EMPTY)
        )
        best = min(spots, default=None)
        if best:
            return best[3], best[4]
    return None


def board_marks(chart: Board) -> list[tuple[str, str, int, int]]:
    """Each risk on the board as (mark, label, column, row), the far corner first."""
    found: list[tuple[str, str, int, int]] = []
    squares = sorted(chart.squares.items(), key=lambda item: (-sum(item[0]), -item[0][1]))
    for (column, row), labels in squares:
        for label in labels:
            mark = letter(len(found))
            found.append((mark, label, min(max(column, 1), 5), min(max(row, 1), 5)))
    return found


def board_lines(chart: Board, words: Words, room: int, height: int) -> list[Line]:
    """Five by five squares with a letter for each risk, and what the letters stand for.

    Where lines are few the rows of squares stand without rules between them.
    """
    marks = board_marks(chart)
    if not marks:
        return []
    up, across = words.axis("y"), words.axis("x")
    lines: list[Line] = [
        ((("↑ " if not index else "  ") + line, "muted"),)
        for index, line in enumerate(wrap(up, room - 2))
    ]
    size = min((room - 3) // 5 - 1, 12)
    rule = "┼".join("─" * size for _ in _FIELD)
    lines.append((("  ", ""), ("┌" + rule.replace("┼", "┬") + "┐", "line")))
    for row in reversed(_FIELD):
        squares = [_square([m for m, _, x, y in marks if (x, y) == (c, row)], size) for c in _FIELD]
        tall = max(map(len, squares))
        for index in range(tall):
            spans: list[Span] = [(f"{row} " if not index else "  ", "muted"), ("│", "line")]
            for column, square in zip(_FIELD, squares, strict=True):
                said = square[index] if index < len(square) else ""
                spans += [*_shaded(said, size, column, row), ("│", "line")]
            lines.append(tidy(spans))
        if row > 1 and height < 14 + len(marks):
            continue
        edge = "├" + rule + "┤" if row > 1 else "└" + rule.replace("┼", "┴") + "┘"
        lines.append((("  ", ""), (edge, "line")))
    numbers = "".join(" " + pad(" " * (size // 2) + str(column), size) for column in _FIELD)
    lines.append(tidy([("  " + numbers, "muted")]))
    lines += [((" " * max(room - width(line), 0) + line, "muted"),)
              for line in wrap(f"{across} →", room) if across]  # fmt: skip
    entries = [(mark, "", words.label(label)) for mark, label, *_ in marks]
    return [*lines, *key(entries, room)]


def _square(marks: list[str], size: int) -> list[str]:
    """Letters in the lines of one square, a blank between them."""
    return wrap(" ".join(marks), size - 2) or [""]


def _shaded(said: str, size: int, column: int, row: int) -> list[Span]:
    """A square's line on its ground: the darker, the likelier and worse."""
    level = column + row
    fill, style = (" ", "") if level < 6 else ("░", "mark") if level < 8 else ("▒", "bad")
    if not said:
        return [(fill * size, style)]
    said = f" {said} "
    left = (size - width(said)) // 2
    right = size - left - width(said)
    return [(fill * left, style), (said, "title"), (fill * right, style)]
