"""Bars and swings in the terminal: one row each, from left to right."""

import math
from collections.abc import Callable
from itertools import zip_longest

from coach.charts.canvas import Canvas, Line, Span, tidy
from coach.charts.cells import fit, pad, width, wrap
from coach.charts.chart import Bar, Bars, Swing, Tornado
from coach.charts.scale import Scale, bars_scale, tornado_scale
from coach.charts.words import Words
from coach.units import Unit

_EIGHTHS = " ▏▎▍▌▋▊▉"
_LOW, _HIGH = "▒", "█"
_NARROW = 8


def bars_lines(chart: Bars, words: Words, room: int) -> list[Line]:
    """A bar a row with its figure; labels stand before the bars, or above where they are long."""
    if not chart.bars:
        return []
    figures = [words.figure(bar.value, chart.unit) for bar in chart.bars]
    if max(map(width, figures)) > room // 4:
        figures = [words.short(bar.value, chart.unit) for bar in chart.bars]
    labels = [words.label(bar.label, bar.worded) for bar in chart.bars]
    notes = [words.label(bar.note) if bar.note.strip() else "" for bar in chart.bars]
    signs = ["▸ " if bar.marked else "  " for bar in chart.bars]
    if not any(bar.marked for bar in chart.bars):
        signs = [""] * len(signs)

    figure_room, label_room = max(map(width, figures)), max(map(width, labels))
    if room - len(signs[0]) - figure_room - 1 < _NARROW:  # no room for a bar before the figure
        labels = [f"{label}: {figure}" for label, figure in zip(labels, figures, strict=True)]
        figures, figure_room, label_room = [""] * len(figures), 0, room
    beside = label_room <= room * 2 // 5 and room - label_room - figure_room >= 2 * _NARROW
    left = len(signs[0]) + (label_room + 1 if beside else 0)
    note_room = max(map(width, notes))
    inline = 0 < note_room <= room // 4 and room - left - figure_room - 3 - note_room >= 12
    strip_room = room - left - figure_room - 1 - (note_room + 2 if inline else 0)
    strip = _Strip(chart, bars_scale(chart), strip_room)

    lines: list[Line] = [((line, "muted"),) for line in wrap(words.axis("x"), room)]
    for bar, sign, label, figure, note in zip(
        chart.bars, signs, labels, figures, notes, strict=True
    ):
        style = "mark" if bar.marked else ""
        row: list[Span] = [(sign, style)]
        if beside:
            row += [(pad(label, label_room) + " ", style)]
        else:
            lines += _above(sign, label, style, room)
            row = [(" " * len(sign), "")]
        row += [*strip.row(bar), (" " + pad(figure, figure_room, right=True), style)]
        if inline:
            row += [("  " + note, "muted")]
        lines.append(tidy(row))
        if note and not inline:
            indent = " " * (left if left <= room // 2 else 2)
            lines += [((indent + part, "muted"),) for part in wrap(note, room - len(indent))]
    return [*lines, *strip.foot(words, left, room)]


def _above(sign: str, label: str, style: str, room: int) -> list[Line]:
    """A long label on lines of its own."""
    parts = wrap(label, room - len(sign))
    return [
        ((start + part, style),)
        for part, start in zip_longest(parts, [sign], fillvalue=" " * len(sign))
    ]


class _Strip:
    """The stretch of a row in which bars are drawn: a zero line, a limit."""

    def __init__(self, chart: Bars, scale: Scale, room: int) -> None:
        self.chart, self.scale, self.room = chart, scale, room
        self.zero = round(scale.share(0) * (room - 1))
        self.mixed = any(bar.value < 0 for bar in chart.bars)
        self.limit = None if chart.line is None else self._limit(chart.line)

    def _length(self, value: float) -> float:
        """How many cells a figure takes from the zero line, to the right or to the left."""
        share = abs(self.scale.share(value) - self.scale.share(0))
        side = self.room - 1 - self.zero if value > 0 else self.zero
        return min(share * (self.room - 1), side)

    def _limit(self, value: float) -> int:
        length = int(self._length(value))
        place = self.zero + 1 + length if value >= 0 else self.zero - 1 - length
        return min(max(place, 0), self.room - 1)

    def row(self, bar: Bar) -> list[Span]:
        """The cells of one bar."""
        text = [" "] * self.room
        length = 0.0 if math.isnan(bar.value) else self._length(bar.value)
        if bar.value > 0:
            full, rest = divmod(max(round(length * 8), 1), 8)
            drawn = _HIGH * full + (_EIGHTHS[rest] if rest else "")
            text[self.zero + 1 : self.zero + 1 + len(drawn)] = drawn
        elif bar.value < 0:
            full, rest = divmod(max(round(length * 2), 1), 2)
            drawn = "▐" * rest + _HIGH * full
            text[self.zero - len(drawn) : self.zero] = drawn
        if math.isinf(bar.value):
            text[-1 if bar.value > 0 else 0] = "▶" if bar.value > 0 else "◀"
        text = text[: self.room]
        style = "mark" if bar.marked else "rival1"
        if self.mixed:
            style = "good" if bar.value > 0 else "bad"
        spans = [(sign, style) for sign in text]
        spans[self.zero] = ("│", "line")
        if self.limit is not None:
            spans[self.limit] = ("┊", "mark")
        return spans

    def foot(self, words: Words, left: int, room: int) -> list[Line]:
        """The scale below the bars, then what the limit is."""
        unit = self.chart.unit
        sheet = Canvas(self.room, 1)
        least, most = words.short(self.scale.low, unit), words.short(self.scale.high, unit)
        sheet.put(self.room - width(most), 0, most, "muted")
        if self.mixed:
            sheet.put(0, 0, least, "muted")
        zero = words.short(0, unit)
        start = self.zero - (len(zero) - 1) // 2 if self.mixed else self.zero
        if sheet.free(start - 1, 0, len(zero) + 2) or start == 0:
            sheet.put(start, 0, zero, "muted")
        lines = [tidy([(" " * left, ""), *sheet.lines()[0]])]
        if self.limit is not None and self.chart.line is not None:
            said = words.limit(self.chart.line, unit)
            lines.append(_pointed(left + self.limit, said, room))
        return lines


def _pointed(column: int, said: str, room: int) -> Line:
    """Words with a corner that points up to ``column``."""
    if column + 2 + width(said) <= room:
        return tidy([(" " * column, ""), ("└ ", "mark"), (said, "mark")])
    said = fit(said, max(column - 1, room - 2))
    start = max(column - 1 - width(said), 0)
    return tidy([(" " * start, ""), (said, "mark"), (" ┘", "mark")])


def tornado_lines(chart: Tornado, words: Words, room: int) -> list[Line]:
    """A swing a row around the base: two fills, for the input at its low and at its high."""
    if not chart.swings:
        return []
    labels = [words.label(swing.label, worded=True) for swing in chart.swings]
    ranges = [
        f"{words.figure(swing.low_at)} – {words.figure(swing.high_at)}" for swing in chart.swings
    ]
    ends = [sorted((swing.low, swing.high)) for swing in chart.swings]
    full = max(width(words.figure(end, chart.unit)) for pair in ends for end in pair) <= room // 5
    say: Callable[[float, Unit], str] = words.figure if full else words.short
    lows = [say(low, chart.unit) for low, _ in ends]
    highs = [say(high, chart.unit) for _, high in ends]
    low_room, high_room = max(map(width, lows)), max(map(width, highs))
    label_room, range_room = max(map(width, labels)), max(map(width, ranges))
    left = label_room + 2 + range_room + 2
    beside = room - left - low_room - high_room - 2 >= max(24, room // 3)
    left = left if beside else 0
    if room - left - low_room - high_room - 2 < _NARROW:  # no room for a strip between figures
        ranges = [f"{ranged}: {low} – {high}"
                  for ranged, low, high in zip(ranges, lows, highs, strict=True)]  # fmt: skip
        lows, highs, low_room, high_room = [""] * len(lows), [""] * len(highs), 0, 0
    strip = room - left - low_room - high_room - 2
    scale = tornado_scale(chart)

    lines: list[Line] = [((line, "muted"),) for line in wrap(words.axis("x"), room)]
    for swing, label, ranged, low, high in zip(
        chart.swings, labels, ranges, lows, highs, strict=True
    ):
        if beside:
            row = [(pad(label, label_room), ""), ("  " + pad(ranged, range_room) + "  ", "muted")]
        else:
            lines += _above("", f"{label}  {ranged}", "", room)
            row = []
        row += [(pad(low, low_room, right=True) + " ", "muted")]
        row += _swing(chart.base, swing, scale, strip)
        lines.append(tidy([*row, (" " + high, "muted")]))
    at = left + low_room + 1 + _column(chart.base, scale, strip)
    lines.append(_pointed(at, f"{words.word('base')} {words.figure(chart.base, chart.unit)}", room))
    return [*lines, *_fills(words, room)]


def _column(value: float, scale: Scale, room: int) -> int:
    return min(int(scale.share(value) * room), room - 1)


def _swing(base: float, swing: Swing, scale: Scale, room: int) -> list[Span]:
    """From the base to each end; where both lie on one side the shorter is drawn over."""
    spans: list[Span] = [(" ", "")] * room
    middle = _column(base, scale, room)
    sides = [(swing.low, _LOW, "rival1"), (swing.high, _HIGH, "rival2")]
    sides.sort(key=lambda side: -abs(scale.share(side[0]) - scale.share(base)))
    for end, fill, style in sides:
        if math.isnan(end) or end == base:
            continue
        column = _column(end, scale, room)
        first, last = min(column, middle), max(column, middle)
        if first == last:  # too small to see is still not nothing
            first, last = (first - 1, last) if end < base and first else (first, last + 1)
        for place in range(max(first, 0), min(last + 1, room)):
            spans[place] = (fill, style)
    spans[middle] = ("│", "line")
    return spans


def _fills(words: Words, room: int) -> list[Line]:
    """Which fill stands for which."""
    low, high = words.word("low"), words.word("high")
    if width(low) + width(high) + 7 <= room:
        return [
            ((f"{_LOW} ", "rival1"), (low, "muted"), (f"   {_HIGH} ", "rival2"), (high, "muted"))
        ]
    return [
        ((start + part, style),)
        for fill, word, style in ((_LOW, low, "rival1"), (_HIGH, high, "rival2"))
        for part, start in zip_longest(wrap(word, room - 2), [fill + " "], fillvalue="  ")
    ]
