"""A chart as a table of words: for Markdown, and for who listens instead of looking."""

from collections.abc import Callable

from coach.charts.cells import plain
from coach.charts.chart import Bars, Board, Chart, Curves, Histogram, Map, Tornado
from coach.charts.maps import board_marks
from coach.charts.scale import bins, reaching
from coach.charts.words import Words, share
from coach.pack.page import Picture

Rows = list[tuple[str, ...]]


def table(
    chart: Chart,
    picture: Picture,
    *,
    currency: str = "",
    field: Callable[[str], str] | None = None,
) -> tuple[tuple[str, ...], Rows]:
    """All that the picture of ``chart`` shows, as (headers, rows); no rows where it shows nothing.

    Cells are plain text on one line; whoever writes them escapes them. ``currency`` and
    ``field`` are those of :func:`coach.charts.terminal.draw`.
    """
    words = Words(picture, currency, field)
    match chart:
        case Bars():
            return _bars(chart, words)
        case Tornado():
            return _tornado(chart, words)
        case Histogram():
            return _histogram(chart, words)
        case Curves():
            return _curves(chart, words)
        case Map():
            return _map(chart, words)
        case Board():
            return _board(chart, words)


def _bars(chart: Bars, words: Words) -> tuple[tuple[str, ...], Rows]:
    headers = (words.axis("y") or words.word("name"), words.axis("x") or words.word("figure"))
    noted = any(bar.note.strip() or bar.marked for bar in chart.bars)
    rows: Rows = []
    for bar in chart.bars:
        note = words.label(bar.note) if bar.note.strip() else ""
        marked = words.word("marked") if bar.marked else ""
        said = ", ".join(part for part in (note, marked) if part)
        row = (words.label(bar.label, bar.worded), words.figure(bar.value, chart.unit))
        rows.append((*row, said) if noted else row)
    if rows and chart.line is not None:
        row = (words.word("line"), words.figure(chart.line, chart.unit))
        rows.append((*row, "") if noted else row)
    return (*headers, words.word("note")) if noted else headers, rows


def _tornado(chart: Tornado, words: Words) -> tuple[tuple[str, ...], Rows]:
    outcome = words.axis("x") or words.word("figure")
    low, high = words.word("low"), words.word("high")
    headers = (
        words.axis("y") or words.word("name"),
        low, high, plain(f"{outcome}: {low}"), plain(f"{outcome}: {high}"),
    )  # fmt: skip
    rows: Rows = [
        (
            words.label(swing.label, worded=True),
            words.figure(swing.low_at),
            words.figure(swing.high_at),
            words.figure(swing.low, chart.unit),
            words.figure(swing.high, chart.unit),
        )
        for swing in chart.swings
    ]
    if rows:
        base = words.figure(chart.base, chart.unit)
        rows.append((words.word("base"), "", "", base, base))
    return headers, rows


def _histogram(chart: Histogram, words: Words) -> tuple[tuple[str, ...], Rows]:
    kept = list(bins(chart))
    whole = sum(count for *_, count in kept)
    headers = (words.word("from"), words.word("to"), words.axis("y") or words.word("share"))
    rows: Rows = [
        (words.figure(low, chart.unit), words.figure(high, chart.unit), share(count, whole))
        for low, high, count in kept
        if whole
    ]
    reached = reaching(chart)
    if reached and chart.line is not None:
        line = words.limit(chart.line, chart.unit)
        rows.append((line, words.word("reached"), share(*reached)))
    return headers, rows


def _curves(chart: Curves, words: Words) -> tuple[tuple[str, ...], Rows]:
    names = (words.label(curve.label, curve.worded) for curve in chart.curves)
    headers = (words.axis("x") or words.word("factor"), *names)
    rows: Rows = [
        (
            words.label(factor),
            *(
                words.figure(level) if level is not None else "–"
                for level in (
                    curve.levels[index] if index < len(curve.levels) else None
                    for curve in chart.curves
                )
            ),
        )
        for index, factor in enumerate(chart.factors)
        if chart.curves
    ]
    return headers, rows


def _map(chart: Map, words: Words) -> tuple[tuple[str, ...], Rows]:
    headers = (
        words.word("name"),
        words.axis("x", chart.x) or words.word("x"),
        words.axis("y", chart.y) or words.word("y"),
    )
    rows: Rows = []
    for point in chart.points:
        name = words.label(point.label, point.worded)
        ours = words.word("ours")
        if point.ours and not point.worded and ours:
            name = f"{name} ({ours})"
        rows.append((name, words.figure(point.x), words.figure(point.y)))
    return headers, rows


def _board(chart: Board, words: Words) -> tuple[tuple[str, ...], Rows]:
    headers = (
        words.word("name"),
        words.axis("x") or words.word("x"),
        words.axis("y") or words.word("y"),
    )
    rows: Rows = [
        (words.label(label), str(column), str(row)) for _, label, column, row in board_marks(chart)
    ]
    return headers, rows
