"""A chart in Mermaid's language, where Mermaid draws it honestly; else nothing.

Mermaid has no tornado, no board and no curves over categories with names and a legend, draws
negative bars from the wrong end, and puts the cross of a map in its middle: such charts are
left to the table.
"""

import math
import re
import unicodedata
from collections.abc import Callable

from coach.charts.chart import Bars, Chart, Histogram, Map
from coach.charts.scale import bars_scale, bins, finite
from coach.charts.words import Words
from coach.pack.page import Picture
from coach.text import one_line
from coach.units import Unit

_BARS, _BINS, _POINTS = 12, 40, 20
"""From this many on names run into each other."""

_NAME = 40


def mermaid(
    chart: Chart,
    picture: Picture,
    *,
    currency: str = "",
    field: Callable[[str], str] | None = None,
) -> str:
    """The diagram's source for a ``mermaid`` fence, without a line end; empty where there is none.

    Words lose every sign that means something to Mermaid, Markdown or HTML, so that none can
    leave its quotes, its line or the fence.
    """
    words = Words(picture, currency, field)
    match chart:
        case Bars():
            return _bars(chart, words)
        case Histogram():
            return _histogram(chart, words)
        case Map():
            return _map(chart, words)
    return ""


def _bars(chart: Bars, words: Words) -> str:
    values = [bar.value for bar in chart.bars]
    drawable = len(finite(values)) == len(values) and min(values, default=-1) >= 0
    if not drawable or len(values) > _BARS or not any(values):
        return ""
    names = [quoted(words.label(bar.label, bar.worded)) for bar in chart.bars]
    shares = chart.unit is Unit.PERCENT and abs(sum(values) - 100) < 0.5
    if shares and chart.line is None and all(values):
        slices = (f"    {name} : {_figure(bar.value)}"
                  for name, bar in zip(names, chart.bars, strict=True))  # fmt: skip
        return "\n".join((f"pie showData title {_words(words.title)}", *slices))
    lines = [
        "xychart-beta horizontal",
        f"    title {quoted(words.title)}",
        f"    x-axis [{', '.join(names)}]",
        f"    y-axis {quoted(_axis(chart, words))} 0 --> {_figure(bars_scale(chart).high)}",
        f"    bar [{', '.join(map(_figure, values))}]",
    ]
    if chart.line is not None and math.isfinite(chart.line):
        lines.append(f"    line [{', '.join([_figure(chart.line)] * len(values))}]")
    return "\n".join(lines)


def _axis(chart: Bars, words: Words) -> str:
    said = words.axis("x") or words.word("figure")
    if chart.line is not None:
        said += f", {words.limit(chart.line, chart.unit)}"
    return said


def _histogram(chart: Histogram, words: Words) -> str:
    kept = list(bins(chart))
    whole = sum(count for *_, count in kept)
    if not whole or len(kept) > _BINS or kept[-1][1] <= kept[0][0]:
        return ""
    shares = [100 * count / whole for *_, count in kept]
    across = words.axis("x") or words.word("figure")
    if chart.line is not None:
        across += f", {words.limit(chart.line, chart.unit)}"
    up = words.axis("y") or words.word("share")
    return "\n".join((
        "xychart-beta",
        f"    title {quoted(words.title)}",
        f"    x-axis {quoted(across)} {_figure(kept[0][0])} --> {_figure(kept[-1][1])}",
        f"    y-axis {quoted(up + ' %')} 0 --> {_figure(math.ceil(max(shares)))}",
        f"    bar [{', '.join(map(_figure, shares))}]",
    ))  # fmt: skip


def _map(chart: Map, words: Words) -> str:
    places = finite(value for point in chart.points for value in (point.x, point.y))
    middle = chart.split in (None, (chart.x_most / 2, chart.y_most / 2))
    inside = all(
        0 <= point.x <= chart.x_most and 0 <= point.y <= chart.y_most for point in chart.points
    )
    drawable = chart.points and len(places) == 2 * len(chart.points) and inside and middle
    if not drawable or len(chart.points) > _POINTS or min(chart.x_most, chart.y_most) <= 0:
        return ""
    corners = ("upper_right", "upper_left", "lower_left", "lower_right")
    named = [(number, words.word(corner)) for number, corner in enumerate(corners, 1)]
    return "\n".join((
        "quadrantChart",
        f"    title {_words(words.title)}",
        f"    x-axis {quoted(words.axis('x', chart.x) or words.word('x'))}",
        f"    y-axis {quoted(words.axis('y', chart.y) or words.word('y'))}",
        *(f"    quadrant-{number} {quoted(name)}" for number, name in named if name),
        *(
            f"    {quoted(words.label(point.label, point.worded))}: "
            f"[{_figure(point.x / chart.x_most)}, {_figure(point.y / chart.y_most)}]"
            for point in chart.points
        ),
    ))  # fmt: skip


def _words(text: str) -> str:
    """``text`` as letters, figures, blanks and a few harmless signs; at most 40 characters."""
    kept = "".join(
        sign if unicodedata.category(sign)[0] in "LMN" or sign in " .,'–−+-/€£¥$%" else " "
        for sign in text
    )
    return one_line(re.sub(r"([%-])[%-]+", r"\1", kept), _NAME) or "?"


def quoted(text: str) -> str:
    """``text`` as one quoted word of Mermaid."""
    return f'"{_words(text)}"'


def _figure(value: float) -> str:
    """A number as Mermaid reads it: no exponent."""
    said = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if said in ("-0", "") else said
