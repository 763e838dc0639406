"""Histogram, strategy canvas, map and board as SVG."""

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

from coach.charts.cells import wrap
from coach.charts.chart import Board, Curves, Histogram, Map
from coach.charts.drawing import EM, LINE, WIDE, Drawing, axis, number
from coach.charts.maps import board_marks, point_marks
from coach.charts.marks import NOTHING, OURS
from coach.charts.plots import curve_marks
from coach.charts.scale import Scale, bins, finite, reaching
from coach.charts.words import Words, share

_RING = 8
_DASHES = ("6 3", "2 3", "9 3 2 3", "1 4", "12 4")


def draw_histogram(chart: Histogram, words: Words, drawing: Drawing) -> bool:
    """Columns over the outcomes, hatched where the line is not reached. False: nothing to show."""
    kept = list(bins(chart))
    whole = sum(count for *_, count in kept)
    if not whole:
        return False
    drawing.words(words.axis("y"), "muted")
    reached = reaching(chart)
    left, right, high = 70.0, 620.0, 180.0
    ends = finite([kept[0][0], kept[-1][1]])
    scale = Scale(*ends)
    most = max(count for *_, count in kept)
    top = drawing.y + (LINE + 6 if reached else 6)
    for low, end, count in kept:
        x = left + scale.share(low) * (right - left)
        wide = (scale.share(end) - scale.share(low)) * (right - left)
        tall = count / most * high
        beyond = chart.line is not None and (low + end) / 2 >= chart.line
        style = "rival1" if not reached else "good" if beyond else "bad"
        fill = "hatch" if reached and not beyond else "plain"
        drawing.block(x, top + high - tall, wide or right - left, tall, style, fill)
    drawing.rule(left, top, left, top + high)
    drawing.rule(left, top + high, right, top + high)
    drawing.text(left - 6, top + 10, share(most, whole), "muted", "end")
    drawing.text(left - 6, top + high, "0 %", "muted", "end")
    if reached and chart.line is not None:
        x = left + scale.share(chart.line) * (right - left)
        out = "◀ " if chart.line < scale.low else ""
        over = " ▶" if chart.line > scale.high else ""
        drawing.rule(x, top - 4, x, top + high, strong=True, dash="6 3")
        drawing.y = top - LINE - 8
        said = f"{out}{words.limit(chart.line, chart.unit)}{over}"
        drawing.named(x, said)
    drawing.y = top + high
    axis(drawing, words, scale, chart.unit, left, right)
    drawing.words(words.axis("x"), "muted", left, right - left)
    if reached:
        drawing.words(f"{words.word('reached')}: {share(*reached)}", "mark")
    return True


def draw_curves(chart: Curves, words: Words, drawing: Drawing) -> bool:
    """Curves with a mark at each level, and what they stand for. False: nothing to show."""
    count = len(chart.factors)
    rated = finite(level for curve in chart.curves for level in curve.levels[:count])
    if not count or not rated:
        return False
    drawing.words(words.axis("y"), "muted")
    marks = curve_marks(chart, words)
    left, right, high, top = 40.0, 630.0, 200.0, drawing.y + 12
    scale = Scale(min(0, *rated), max(chart.most, *rated))
    step = (right - left) / count
    for value in scale.steps(6):
        y = top + (1 - scale.share(value)) * high
        drawing.rule(left, y, right, y, dash="1 4")
        drawing.text(left - 8, y + 4, words.short(value), "muted", "end")
    ours_last = sorted(range(len(marks)), key=lambda index: chart.curves[index].ours)
    places = _places(chart, ours_last, lambda level: top + (1 - scale.share(level)) * high)
    for order, index in enumerate(ours_last):
        points = [places.get((index, factor)) for factor in range(count)]
        points = [point and (left + step * (point[0] + 0.5), point[1]) for point in points]
        _stroke(drawing, points, marks[index][1], order)
        for point in filter(None, points):
            _mark(drawing, *point, marks[index])
    drawing.y = top + high + 8
    names = [words.label(factor) for factor in chart.factors]
    parts = [wrap(name, int(step / EM) - 1) for name in names]
    if max(map(len, parts)) <= 3 and step > 50:
        for place, part in enumerate(parts):
            for line, said in enumerate(part, 1):
                x = left + step * (place + 0.5)
                drawing.text(x, drawing.y + line * LINE, said, "muted", "middle")
        drawing.y += max(map(len, parts)) * LINE + 6
    else:
        for place in range(count):
            x = left + step * (place + 0.5)
            drawing.text(x, drawing.y + LINE, str(place + 1), "muted", "middle")
        drawing.y += LINE + 6
        for place, name in enumerate(names, 1):
            drawing.words(f"{place}  {name}", "muted")
    for order, index in enumerate(ours_last):
        y = drawing.y + 11
        _stroke(drawing, [(-9, y), (22, y), (53, y)], marks[index][1], order)
        _mark(drawing, 22, y, marks[index])
        drawing.words(marks[index][2], marks[index][1], 52, WIDE - 52)
    return True


def _places(
    chart: Curves, order: list[int], height: Callable[[float], float]
) -> dict[tuple[int, int], tuple[float, float]]:
    """By curve and factor where its mark stands: how many factors along, how far down.

    Marks at one level stand side by side, so that none hides another.
    """
    found: dict[tuple[int, int], list[tuple[int, float]]] = {}
    for index in order:
        for factor, level in enumerate(chart.curves[index].levels[: len(chart.factors)]):
            if level is not None and math.isfinite(level):
                y = height(level)
                found.setdefault((factor, round(y / 12)), []).append((index, y))
    apart = min(20 / (590 / len(chart.factors)), 1 / max(map(len, found.values())))
    return {
        (index, factor): (factor + (place - (len(there) - 1) / 2) * apart, y)
        for (factor, _), there in found.items()
        for place, (index, y) in enumerate(sorted(there))
    }


def _stroke(
    drawing: Drawing, points: Sequence[tuple[float, float] | None], style: str, order: int
) -> None:
    """From the edge of each mark to the next one's, broken where one is missing."""
    ours = style == "ours"
    path = ""
    for start, end in pairwise(points):
        if start and end and (far := math.dist(start, end)) > 2 * _RING:
            aside = [(end[axis] - start[axis]) * _RING / far for axis in (0, 1)]
            path += (
                f"M{number(start[0] + aside[0])} {number(start[1] + aside[1])} "
                f"L{number(end[0] - aside[0])} {number(end[1] - aside[1])} "
            )
    if path:
        drawing.add(
            "path", style, d=path.strip(), fill="none", stroke="currentColor",
            stroke_width=3.5 if ours else 1.5,
            stroke_dasharray="" if ours else _DASHES[order % len(_DASHES)],
        )  # fmt: skip


def _mark(drawing: Drawing, x: float, y: float, mark: tuple[str, str, str]) -> None:
    """A disc for ours, a letter in a ring for a rival, an empty ring for none."""
    letter, style, _ = mark
    ours = style == "ours"
    drawing.add(
        "circle", style, cx=x, cy=y, r=_RING, stroke="currentColor",
        fill="currentColor" if ours else "none",
    )  # fmt: skip
    if letter not in (OURS, NOTHING):
        drawing.text(x, y + 4.5, letter, style, "middle")


def draw_map(chart: Map, words: Words, drawing: Drawing) -> bool:
    """Letters in their places, and what they stand for. False: nothing to show."""
    if not chart.points:
        return False
    drawing.words("↑ " + words.axis("y", chart.y), "muted")
    left, right, high, top = 40.0, 630.0, 300.0, drawing.y + 8
    x = Scale(0, max([chart.x_most, *finite(point.x for point in chart.points)]))
    y = Scale(0, max([chart.y_most, *finite(point.y for point in chart.points)]))

    def place(across: float, up: float) -> tuple[float, float]:
        return left + x.share(across) * (right - left), top + (1 - y.share(up)) * high

    drawing.rule(left, top, left, top + high)
    drawing.rule(left, top + high, right, top + high)
    for value in x.steps(6):
        at = place(value, 0)[0]
        drawing.text(at, top + high + 16, words.short(value), "muted", "middle")
    for value in y.steps(6)[1:]:
        drawing.text(left - 6, place(0, value)[1] + 4, words.short(value), "muted", "end")
    if chart.split:
        middle = place(*chart.split)
        drawing.rule(middle[0], top, middle[0], top + high, dash="3 4")
        drawing.rule(left, middle[1], right, middle[1], dash="3 4")
        for corner, at, foot, anchor in (
            ("upper_left", left + 6, top + 14, ""), ("upper_right", right - 4, top + 14, "end"),
            ("lower_left", left + 6, top + high - 6, ""),
            ("lower_right", right - 4, top + high - 6, "end"),
        ):  # fmt: skip
            drawing.text(at, foot, words.word(corner), "muted", anchor)
    marks = point_marks(chart, words)
    here: dict[tuple[float, float], int] = {}
    for point, (mark, style, _) in zip(chart.points, marks, strict=True):
        at_x, at_y = place(point.x, point.y)
        same = (round(at_x / 24), round(at_y / 16))
        at_x -= here.setdefault(same, 0) * (16 if at_x > left + 60 else -16)
        here[same] += 1
        ring = OURS if point.ours else mark
        _mark(drawing, at_x, at_y, (ring, style, ""))
        if point.ours and mark != OURS:
            drawing.text(at_x, at_y - 11, mark[1:], style, "middle")
    drawing.y = top + high + 22
    across = f"{words.axis('x', chart.x)} →"
    for line in wrap(across, int(WIDE / EM)):
        drawing.y += LINE
        drawing.text(right, drawing.y - 4, line, "muted", "end")
    for point, (mark, style, name) in zip(chart.points, marks, strict=True):
        where = f"{words.figure(point.x)}, {words.figure(point.y)}"
        drawing.words(f"{mark}  {name} ({where})", style)
    return True


def draw_board(chart: Board, words: Words, drawing: Drawing) -> bool:
    """Squares, the darker the likelier and worse; letters for risks. False: nothing to show."""
    marks = board_marks(chart)
    if not marks:
        return False
    drawing.words("↑ " + words.axis("y"), "muted")
    left, wide, top = 30.0, 90.0, drawing.y + 6
    for row in range(5, 0, -1):
        squares = {
            column: wrap(" ".join(m for m, _, x, y in marks if (x, y) == (column, row)), 9)
            for column in range(1, 6)
        }
        high = max(36.0, max(map(len, squares.values())) * LINE + 12)
        drawing.text(left - 10, top + high / 2 + 5, str(row), "muted", "end")
        for column, lines in squares.items():
            x = left + (column - 1) * wide
            level = max(column + row - 5, 0)
            drawing.add(
                "rect", "line", x=x, y=top, width=wide, height=high, fill="currentColor",
                fill_opacity=0.05 * level, stroke="currentColor", stroke_opacity=0.5,
            )  # fmt: skip
            for index, line in enumerate(lines):
                drawing.text(x + wide / 2, top + 23 + index * LINE, line, "title", "middle")
        top += high
    for column in range(1, 6):
        drawing.text(left + (column - 0.5) * wide, top + 16, str(column), "muted", "middle")
    drawing.y = top + 20
    drawing.words(f"{words.axis('x')} →", "muted", left)
    for mark, label, *_ in marks:
        drawing.words(f"{mark}  {words.label(label)}")
    return True
