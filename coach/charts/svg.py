"""A chart as inline SVG for the HTML page: no script, nothing fetched, legible in black and white.

Everything is drawn in ``currentColor``; what is ours, what stands out and what speaks against is
told apart by patterns, dashes, shapes and letters, so that the page's colours are only an aid. The
classes are the styles of :mod:`coach.charts.terminal`; :data:`STYLE` colours them.
"""

import math
from collections.abc import Callable
from html import escape

from coach.charts.cells import width, wrap
from coach.charts.chart import Bars, Board, Chart, Curves, Histogram, Map, Tornado
from coach.charts.drawing import EM, LINE, WIDE, Drawing, axis
from coach.charts.scale import bars_scale, tornado_scale
from coach.charts.svg_plots import draw_board, draw_curves, draw_histogram, draw_map
from coach.charts.words import Words
from coach.pack.page import Picture

STYLE = """\
.chart { display: block; width: 100%; max-width: 44rem; height: auto; margin: .6rem 0; }
.chart text { fill: currentColor; font: 13px system-ui, -apple-system, "Segoe UI",
  "Liberation Sans", sans-serif; }
.chart .title { font-weight: 600; font-size: 15px; }
.chart .muted { fill-opacity: .75; }
.chart text.ours, .chart text.mark { font-weight: 600; }
@media print { .chart { break-inside: avoid; } .chart .muted { fill-opacity: 1; } }
"""
"""The rules that a page with charts puts into its style sheet."""


def svg(
    chart: Chart,
    picture: Picture,
    *,
    currency: str = "",
    field: Callable[[str], str] | None = None,
) -> str:
    """The picture of ``chart`` as one ``<svg>`` element, title and note inside.

    All words are escaped; the result may be put into a page as it is. ``currency`` and
    ``field`` are those of :func:`coach.charts.terminal.draw`. Two charts with one key may
    stand on one page: what they share by its id is alike.
    """
    words = Words(picture, currency, field)
    drawing = Drawing(chart.key)
    drawing.words(words.title, "title")
    drawing.y += 4
    drawn = _body(chart, words, drawing)
    if not drawn:
        drawing.words(words.word("empty"), "muted")
    drawing.words(words.note, "muted")
    high = math.ceil(drawing.y + 4)
    hatch = (
        f'<defs><pattern id="{drawing.id}-hatch" width="6" height="6" '
        'patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<line x1="0" y1="0" x2="0" y2="6" stroke="currentColor" stroke-width="2"/>'
        "</pattern></defs>"
    )
    title = escape(words.title)
    about = ". ".join(
        part for part in (words.axis("x"), words.axis("y"), words.note) if part
    )  # fmt: skip
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" '
        f'viewBox="0 0 {WIDE} {high}" width="{WIDE}" height="{high}">'
        f"<title>{title}</title><desc>{escape(about)}</desc>{hatch}{''.join(drawing.parts)}</svg>"
    )


def _body(chart: Chart, words: Words, drawing: Drawing) -> bool:
    """Draw what stands between title and note; False where there is nothing to show."""
    match chart:
        case Bars():
            return _bars(chart, words, drawing)
        case Tornado():
            return _tornado(chart, words, drawing)
        case Histogram():
            return draw_histogram(chart, words, drawing)
        case Curves():
            return draw_curves(chart, words, drawing)
        case Map():
            return draw_map(chart, words, drawing)
        case Board():
            return draw_board(chart, words, drawing)


def _bars(chart: Bars, words: Words, drawing: Drawing) -> bool:
    if not chart.bars:
        return False
    drawing.words(words.axis("x"), "muted")
    left, right = 210.0, 530.0
    scale = bars_scale(chart)
    zero = left + scale.share(0) * (right - left)
    top = drawing.y
    for bar in chart.bars:
        name = ("▸ " if bar.marked else "") + words.label(bar.label, bar.worded)
        lines = wrap(name, int((left - 10) / EM))
        notes = wrap(words.label(bar.note), int((right - left) / EM)) if bar.note.strip() else []
        style = "mark" if bar.marked else ""
        for index, line in enumerate(lines):
            drawing.text(0, drawing.y + 15 + index * LINE, line, style)
        end = left + scale.share(bar.value) * (right - left)
        fill = "hatch" if bar.value < 0 else "solid" if bar.marked else "plain"
        if bar.value and not math.isnan(bar.value):
            drawing.block(min(zero, end), drawing.y + 4, max(abs(end - zero), 1), 14,
                          style or "rival1", fill)  # fmt: skip
        drawing.text(WIDE, drawing.y + 15, _figure(words, bar.value, chart), style, "end")
        for index, line in enumerate(notes, 1):
            drawing.text(left + 4, drawing.y + 15 + index * LINE, line, "muted")
        drawing.y += max(len(lines), len(notes) + 1) * LINE + 4
    drawing.rule(zero, top, zero, drawing.y)
    axis(drawing, words, scale, chart.unit, left, right)
    if chart.line is not None and not math.isnan(chart.line):
        at = left + scale.share(chart.line) * (right - left)
        drawing.rule(at, top, at, drawing.y - LINE, strong=True, dash="4 3")
        drawing.named(at, words.limit(chart.line, chart.unit))
    return True


def _figure(words: Words, value: float, chart: Bars) -> str:
    full = words.figure(value, chart.unit)
    return full if width(full) * EM < 100 else words.short(value, chart.unit)


def _tornado(chart: Tornado, words: Words, drawing: Drawing) -> bool:
    if not chart.swings:
        return False
    drawing.words(words.axis("x"), "muted")
    left, right = 290.0, 545.0
    scale = tornado_scale(chart)
    base = left + scale.share(chart.base) * (right - left)
    top = drawing.y
    for swing in chart.swings:
        lines = wrap(words.label(swing.label, worded=True), int((left - 90) / EM))
        ranged = f"{words.figure(swing.low_at)} – {words.figure(swing.high_at)}"
        for index, line in enumerate(lines):
            drawing.text(0, drawing.y + 15 + index * LINE, line)
        drawing.text(0, drawing.y + 15 + len(lines) * LINE, ranged, "muted")
        ends = [(swing.low, "rival1", "hatch"), (swing.high, "rival2", "solid")]
        ends.sort(key=lambda end: -abs(scale.share(end[0]) - scale.share(chart.base)))
        for value, style, fill in ends:
            x = left + scale.share(value) * (right - left)
            if not math.isnan(value) and value != chart.base:
                drawing.block(min(x, base), drawing.y + 4, max(abs(x - base), 1), 14, style, fill)
        low, high = sorted((swing.low, swing.high))
        drawing.text(left - 6, drawing.y + 15, words.short(low, chart.unit), "muted", "end")
        drawing.text(right + 6, drawing.y + 15, words.short(high, chart.unit), "muted")
        drawing.y += (len(lines) + 1) * LINE + 4
    drawing.rule(base, top, base, drawing.y, strong=True)
    drawing.named(base, f"{words.word('base')} {words.figure(chart.base, chart.unit)}")
    for fill, style, key in (("hatch", "rival1", "low"), ("solid", "rival2", "high")):
        drawing.block(0, drawing.y + 3, 12, 12, style, fill)
        drawing.words(words.word(key), "", 20, WIDE - 20)
    return True
