"""A chart as lines of text for a terminal.

Every line is made of spans ``(text, style)``. The styles are names that a face maps to its
colours; what they tell apart differs in its characters too, so that nothing is lost without:

==================  ======================================================================
``""``              ordinary text
``title``           the picture's title
``muted``           axes' words, figures of a scale, notes
``line``            axes and frames
``ours``            what is ours: heavy strokes, the mark ``●``
``rival1``–``5``    others, each with its own letter; bars, and the two ends of a swing
``good``, ``bad``   what speaks for it and against it: above and below zero, the line reached or not
``mark``            what stands out (``▸`` before it), and a limit
==================  ======================================================================
"""

from collections.abc import Callable

from coach.charts.canvas import Line, Span
from coach.charts.canvas import cells as cells
from coach.charts.cells import wrap
from coach.charts.chart import Bars, Board, Chart, Curves, Histogram, Map, Tornado
from coach.charts.maps import board_lines, map_lines
from coach.charts.plots import curves_lines, histogram_lines
from coach.charts.rows import bars_lines, tornado_lines
from coach.charts.words import Words
from coach.pack.page import Picture

__all__ = ["NARROWEST", "STYLES", "Line", "Span", "draw"]

STYLES = (
    "", "title", "muted", "line", "ours", "rival1", "rival2", "rival3", "rival4", "rival5",
    "good", "bad", "mark",
)  # fmt: skip
"""The names that a face maps to its colours."""

NARROWEST = 24
"""Cells below which no picture is drawn narrower."""

_TALLEST = 24
"""Rows a plot takes when nobody says how many there are."""


def draw(
    chart: Chart,
    picture: Picture,
    width: int,
    height: int | None = None,
    *,
    currency: str = "",
    field: Callable[[str], str] | None = None,
) -> list[Line]:
    """The picture of ``chart``, no line wider than ``width`` cells (24 at the least).

    ``height`` is how many lines there are for all of it. Plots shrink to it as far as they can
    be read; bars and keys take what they need, for nothing is ever left out to save lines.
    ``currency`` stands before money; ``field`` words the key of a field that
    ``picture.names`` does not hold.
    """
    words = Words(picture, currency, field)
    width = max(width, NARROWEST)
    head: list[Line] = [((line, "title"),) for line in wrap(words.title, width)]
    foot: list[Line] = [((line, "muted"),) for line in wrap(words.note, width)]
    room = _TALLEST if height is None else height - len(head) - len(foot)
    body = _body(chart, words, width, room)
    if not body:
        body = [((line, "muted"),) for line in wrap(words.word("empty"), width)]
    return [*head, *body, *foot]


def _body(chart: Chart, words: Words, width: int, room: int) -> list[Line]:
    """What stands between title and note; nothing where there is nothing to show."""
    match chart:
        case Bars():
            return bars_lines(chart, words, width)
        case Tornado():
            return tornado_lines(chart, words, width)
        case Histogram():
            return histogram_lines(chart, words, width, room)
        case Curves():
            return curves_lines(chart, words, width, room)
        case Map():
            return map_lines(chart, words, width, room)
        case Board():
            return board_lines(chart, words, width, room)
