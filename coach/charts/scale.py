"""Where figures lie on an axis."""

import math
from collections.abc import Iterable, Iterator

from coach.charts.chart import Bars, Histogram, Tornado


def bounded(value: float, most: float = 1e18) -> float:
    """``value`` as a finite number that can be drawn: endless ones end at ``most``."""
    return 0.0 if math.isnan(value) else min(max(value, -most), most)


def finite(values: Iterable[float | None]) -> list[float]:
    """The values that can be placed."""
    return [value for value in values if value is not None and math.isfinite(value)]


_NOTHING = 1e-200
"""A stretch as short as that cannot be divided any more."""


class Scale:
    """A stretch of figures from ``low`` to ``high``, never empty."""

    def __init__(self, low: float, high: float) -> None:
        self.low, self.high = bounded(low), bounded(high)
        if not self.high - self.low > max(abs(self.low) * 1e-12, _NOTHING):
            self.high = self.low + max(1.0, abs(self.low))

    def share(self, value: float) -> float:
        """How far along ``value`` lies, from 0 to 1; what lies outside is put at the end."""
        place = (bounded(value) - self.low) / (self.high - self.low)
        return min(max(place, 0.0), 1.0)

    def steps(self, most: int) -> list[float]:
        """At most ``most`` round figures inside, evenly apart."""
        span = self.high - self.low
        rough = span / max(most, 1)
        ten = 10.0 ** math.floor(math.log10(rough))
        for factor in (1, 2, 5, 10, 20, 50):
            step = ten * factor
            first = math.ceil(self.low / step - 1e-9)
            last = math.floor(self.high / step + 1e-9)
            if last - first + 1 <= most:
                return [step * index for index in range(first, last + 1)]
        return []


def bars_scale(chart: Bars) -> Scale:
    """From zero, or the least below it, to the end of the scale or the most beyond it."""
    values = finite([*(bar.value for bar in chart.bars), chart.line, chart.most])
    return Scale(min(values, default=0.0) if min(values, default=0.0) < 0 else 0.0,
                 max([*values, 0.0]))  # fmt: skip


def tornado_scale(chart: Tornado) -> Scale:
    """From the lowest outcome to the highest, the base among them."""
    ends = finite([chart.base, *(end for swing in chart.swings for end in (swing.low, swing.high))])
    return Scale(min(ends, default=0.0), max(ends, default=1.0))


def bins(chart: Histogram) -> Iterator[tuple[float, float, int]]:
    """The bins as (from, to, count), but those with an edge that is no figure."""
    for index, count in enumerate(chart.counts[: max(len(chart.edges) - 1, 0)]):
        low, high = chart.edges[index], chart.edges[index + 1]
        if math.isfinite(low) and math.isfinite(high):
            yield low, high, max(count, 0)


def reaching(chart: Histogram) -> tuple[float, float] | None:
    """How many outcomes reach the line, and of how many; None without line or outcomes.

    Where the chart does not say it is an estimate: in the bin that the line parts, outcomes
    are taken to lie evenly.
    """
    whole = float(sum(count for *_, count in bins(chart)))
    if chart.line is None or math.isnan(chart.line) or not whole:
        return None
    if chart.reached is not None:
        return float(chart.reached), whole
    beyond = 0.0
    for low, high, count in bins(chart):
        if high > low:
            beyond += count * (1 - Scale(low, high).share(chart.line))
        else:
            beyond += count * (low >= chart.line)
    return beyond, whole
