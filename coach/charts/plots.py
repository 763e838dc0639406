"""Histogram and strategy canvas in the terminal."""

from itertools import pairwise

from coach.charts.canvas import Canvas, Line
from coach.charts.cells import fit, width, wrap
from coach.charts.chart import Curve, Curves, Histogram
from coach.charts.marks import NOTHING, OURS, SEVERAL, key, letter, rival
from coach.charts.scale import Scale, bins, finite, reaching
from coach.charts.words import Words, share

_EIGHTHS = " ▁▂▃▄▅▆▇"
_LEAST, _MOST = 5, 12
_APART = 6


def histogram_lines(chart: Histogram, words: Words, room: int, height: int) -> list[Line]:
    """Columns over the outcomes; the line parts them, with the share beyond it in words."""
    kept = list(bins(chart))
    whole = sum(count for *_, count in kept)
    if not whole:
        return []
    reached = reaching(chart)
    said = []
    if reached and chart.line is not None:
        said = [
            words.limit(chart.line, chart.unit),
            f"{words.word('reached')}: {share(*reached)}",
        ]
    above = wrap(words.axis("y"), room)
    below = wrap(words.axis("x"), room)
    beyond = wrap(said[1], room) if said else []
    rows = height - len(above) - len(below) - len(beyond) - 2 - bool(said)
    rows = min(max(rows, _LEAST), _MOST)

    left = 9  # "under 1 %"
    columns = room - left - 1 - bool(said)
    scale = Scale(kept[0][0], kept[-1][1])
    counts = _spread(kept, scale, columns)
    cut = None if chart.line is None or not said else round(scale.share(chart.line) * columns)

    sheet = Canvas(room, rows + 2 + bool(said))
    top = int(bool(said))
    for column in range(columns):
        place = left + 1 + column + (cut is not None and column >= cut)
        style = "rival1" if cut is None else "good" if column >= cut else "bad"
        _column(sheet, place, top, rows, counts[column] / max(counts), style)
    for row, value in ((top, max(counts)), (top + rows, 0)):
        label = share(value, whole)
        sheet.put(left - width(label), row, label, "muted")
    for row in range(top, top + rows):
        sheet.put(left, row, "│", "line")
    sheet.put(left, top + rows, "└" + "─" * (room - left - 1), "line")
    ticks = _ticks(sheet, scale, words, chart, left + 1, columns, cut)
    for column in ticks:
        sheet.put(column, top + rows, "┴", "line")
    if cut is not None and chart.line is not None:
        at = left + 1 + cut
        for row in range(top, top + rows + 1):
            sheet.put(at, row, "┃", "mark")
        out = "◀ " if chart.line < scale.low else ""
        beyond_end = " ▶" if chart.line > scale.high else ""
        _flag(sheet, at, f"{out}{said[0]}{beyond_end}")
    lines: list[Line] = [((line, "muted"),) for line in above]
    lines += sheet.lines()
    lines += [((line, "muted"),) for line in below]
    return [*lines, *(((line, "mark"),) for line in beyond)]


def _spread(kept: list[tuple[float, float, int]], scale: Scale, columns: int) -> list[float]:
    """By column how many fall into a bin there; a column over several bins has their mean."""
    shares = [(scale.share(low) * columns, scale.share(high) * columns, n) for low, high, n in kept]
    counts = [0.0] * columns
    for low, high, count in shares:
        for column in range(int(low), min(int(high) + 1, columns)):
            over = min(high, column + 1) - max(low, column)
            counts[column] += count * max(over, 0.0)
    if not max(counts):  # every outcome is the same
        counts[columns // 2] = float(sum(count for *_, count in kept))
    return counts


def _column(sheet: Canvas, place: int, top: int, rows: int, height: float, style: str) -> None:
    eighths = max(round(height * rows * 8), int(height > 0))
    full, rest = divmod(eighths, 8)
    for row in range(full):
        sheet.put(place, top + rows - 1 - row, "█", style)
    if rest:
        sheet.put(place, top + rows - 1 - full, _EIGHTHS[rest], style)


def _flag(sheet: Canvas, column: int, said: str) -> None:
    """The words over the line, on the side with more room."""
    right = sheet.columns - column - 2
    if width(said) <= right or right >= column - 1:
        sheet.put(column, 0, "┏ " + fit(said, right), "mark")
    else:
        said = fit(said, column - 1)
        sheet.put(column - 1 - width(said), 0, f"{said} ┓", "mark")


def _ticks(
    sheet: Canvas, scale: Scale, words: Words, chart: Histogram, left: int, columns: int,
    cut: int | None,
) -> list[int]:  # fmt: skip
    """Put round figures under the axis, as many as keep apart; where their ticks stand."""
    places = []
    row = sheet.rows - 1
    for value in scale.steps(max(columns // 10, 2)):
        label = words.short(value, chart.unit)
        column = round(scale.share(value) * columns)
        column += left + (cut is not None and column >= cut)
        column = min(column, sheet.columns - 1)
        start = min(max(column - width(label) // 2, 0), sheet.columns - width(label))
        if sheet.free(max(start - 1, 0), row, min(width(label) + 2, sheet.columns - start)):
            sheet.put(start, row, label, "muted")
            places.append(column)
    return places


_HEAVY, _LIGHT, _DOTS = "━┃┏┓┗┛", "─│╭╮╰╯", "┄┆╭╮╰╯"
"""Strokes: along, up; corners from the left up and down, and back."""


def curves_lines(chart: Curves, words: Words, room: int, height: int) -> list[Line]:
    """Curves over factors: ours heavy, rivals light with a letter each, no choice dotted."""
    count = len(chart.factors)
    rated = finite(level for curve in chart.curves for level in curve.levels[:count])
    if not count or not rated:
        return []
    marks = curve_marks(chart, words)
    legend = key(marks, room, flow=True)
    most = max(*rated, chart.most, 0)
    left = max(width(words.short(most)), 1) + 1
    step = max((room - left) // count, len(str(count)) + 1)
    shown = min((room - left) // step, count)
    factors = [words.label(factor) for factor in chart.factors]
    names = _names(factors, step)
    foot = names or [[str(index + 1) for index in range(count)]]

    above = wrap(words.axis("y"), room)
    rows = height - len(above) - len(legend) - len(foot) - (0 if names else count)
    rows = _levels(most, rows)
    sheet = Canvas(room, rows + len(foot))
    _frame(sheet, words, most, rows, left)
    scale = Scale(min(0, *rated), most)
    full = _draw_curves(sheet, chart, marks, scale, rows, left, step, shown)
    for line, parts in enumerate(foot):
        for index, part in enumerate(parts[:shown]):
            place = left + step * index + (step - width(part)) // 2
            sheet.put(place, rows + line, part, "muted")
    lines: list[Line] = [((line, "muted"),) for line in above]
    lines += sheet.lines()
    lines += legend
    if full:
        lines += key([(SEVERAL, "", words.word("several"))], room)
    if names and not full:
        return lines
    entries = []
    for index, factor in enumerate(factors):
        levels = _levels_said(chart, marks, words, index) if index in full else ""
        entries.append((str(index + 1), "muted", factor + levels))
    return [*lines, *key(entries, room, flow=height < len(lines) + count)]


def curve_marks(chart: Curves, words: Words) -> list[tuple[str, str, str]]:
    """By curve: its mark, its style, its name."""
    found, rivals = [], 0
    for curve in chart.curves:
        name = words.label(curve.label, curve.worded)
        if curve.ours:
            found.append((OURS, "ours", name))
        elif curve.worded:
            found.append((NOTHING, "muted", name))
        else:
            found.append((letter(rivals), rival(rivals), name))
            rivals += 1
    return found


def _names(factors: list[str], step: int) -> list[list[str]]:
    """The factors' names in lines under their columns; nothing where they do not fit."""
    parts = [wrap(factor, step - 1) for factor in factors]
    whole = all(width(word) < step for factor in factors for word in factor.split())
    if not whole or step < 4 or max(map(len, parts)) > 3:
        return []
    tallest = max(map(len, parts))
    return [[(part[line] if line < len(part) else "") for part in parts] for line in range(tallest)]


def _levels(most: float, rows: int) -> int:
    """Rows for the levels: a whole number of rows a level where there are few levels."""
    if most == int(most) and 1 <= most <= 10:
        each = min(max((rows - 1) // int(most), 1), 2 if most > 3 else 4)
        return int(most) * each + 1
    return min(max(rows, _LEAST), _MOST)


def _frame(sheet: Canvas, words: Words, most: float, rows: int, left: int) -> None:
    ticks = {0: most, rows - 1: 0.0}
    if most == int(most) and (rows - 1) % int(most or 1) == 0:
        each = (rows - 1) // int(most or 1)
        ticks = {(int(most) - level) * each: float(level) for level in range(int(most) + 1)}
    for row in range(rows):
        sheet.put(left - 1, row, "┤" if row in ticks else "│", "line")
    for row, level in ticks.items():
        said = words.short(level)
        sheet.put(left - 1 - width(said), row, said, "muted")


def _draw_curves(
    sheet: Canvas, chart: Curves, marks: list[tuple[str, str, str]], scale: Scale, rows: int,
    left: int, step: int, shown: int,
) -> set[int]:  # fmt: skip
    """Draw strokes, then marks; the factors where not every mark found room."""

    def place(index: int, level: float) -> tuple[int, int]:
        return left + step * index + step // 2, round((1 - scale.share(level)) * (rows - 1))

    def rank(curve: Curve) -> int:
        return 2 if curve.ours else 0 if curve.worded else 1

    stroked = sorted(enumerate(chart.curves), key=lambda pair: rank(pair[1]))
    for order, (number, curve) in enumerate(stroked):
        signs = (_DOTS, _LIGHT, _HEAVY)[rank(curve)]
        style = marks[number][1]
        points = [
            place(index, level) if level is not None and finite([level]) else None
            for index, level in enumerate(curve.levels[:shown])
        ]
        # Where factors stand close, strokes of rivals would only hide the letters.
        joined = curve.ours or step >= _APART
        for start, end in pairwise(points):
            if start and end and joined:
                turn = start[0] + _turn(len(stroked) - 1 - order, step)
                _stroke(sheet, start, end, turn, signs, style)
    clusters: dict[tuple[int, int], list[int]] = {}
    for number, curve in sorted(enumerate(chart.curves), key=lambda pair: -rank(pair[1])):
        for index, level in enumerate(curve.levels[:shown]):
            if level is not None and finite([level]):
                clusters.setdefault((index, place(index, level)[1]), []).append(number)
    full = set(range(shown, len(chart.factors)))
    for (index, row), numbers in clusters.items():
        room = max(step - 1, 1)
        spans = [(marks[number][0], marks[number][1]) for number in numbers]
        if sum(width(mark) for mark, _ in spans) > room:
            full.add(index)
            spans = [*spans[: room - 1], (SEVERAL, "")]
        at = place(index, 0)[0] - (sum(width(mark) for mark, _ in spans) - 1) // 2
        for mark, style in spans:
            sheet.put(at, row, mark, style)
            at += width(mark)
    return full


def _turn(order: int, step: int) -> int:
    """How far from its mark a curve goes up or down: ours half-way, the others beside it."""
    aside = (order + 1) // 2 * 2 * (-1 if order % 2 else 1)
    return (step // 2 + aside - 1) % max(step - 1, 1) + 1


def _stroke(
    sheet: Canvas, start: tuple[int, int], end: tuple[int, int], turn: int, signs: str, style: str
) -> None:
    """A step from mark to mark: along, up or down at ``turn``, along."""
    along, up, up_right, right_down, down_right, right_up = tuple(signs)
    (x, y), (last, to) = start, end
    for column in range(x + 1, last):
        sheet.put(column, y if column < turn else to, along, style)
    if y == to or not x < turn < last:
        return
    for row in range(min(y, to) + 1, max(y, to)):
        sheet.put(turn, row, up, style)
    sheet.put(turn, y, right_up if to < y else right_down, style)
    sheet.put(turn, to, up_right if to < y else down_right, style)


def _levels_said(chart: Curves, marks: list[tuple[str, str, str]], words: Words, index: int) -> str:
    """The levels at one factor in figures, for where marks hide each other."""
    said = [
        f"{mark} {words.figure(curve.levels[index])}"
        for curve, (mark, _, _) in zip(chart.curves, marks, strict=True)
        if index < len(curve.levels) and curve.levels[index] is not None
    ]
    return f": {', '.join(said)}" if said else ""
