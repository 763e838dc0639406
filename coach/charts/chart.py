"""What a picture shows, whatever it is drawn with.

A step's ``pictures.py`` makes these from the plan; the terminal, the HTML page and the Markdown
tables draw them. Nothing here is worded: titles, axes and the note beside a picture stand in the
pack under the chart's ``key``; labels are the founder's own words or the pack's.
"""

from dataclasses import dataclass

from coach.units import Unit


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. ``value`` may be negative; ``note`` is what stands beside the figure.

    ``label`` is shown as it is where it is the founder's; where it names something the pack
    words (``worded``), it is a key. ``marked`` bars stand out: the winner, what fails a gate.
    """

    label: str
    value: float
    note: str = ""
    worded: bool = False
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """Horizontal bars in the order given: a ranking, shares, losses, forces.

    ``most`` is the end of the scale where it has one (5, 100); ``line`` is a limit to draw.
    """

    key: str
    bars: tuple[Bar, ...]
    unit: Unit = Unit.NONE
    most: float | None = None
    line: float | None = None


@dataclass(frozen=True, slots=True)
class Swing:
    """What the outcome is with one input at its low and at its high, the rest at their likely.

    ``low_at`` and ``high_at`` are the input's own values there.
    """

    label: str
    low: float
    high: float
    low_at: float
    high_at: float


@dataclass(frozen=True, slots=True)
class Tornado:
    """Swings around a base, the widest first: what moves the outcome most.

    Labels are keys that the pack words (the inputs' field keys).
    """

    key: str
    base: float
    swings: tuple[Swing, ...]
    unit: Unit = Unit.MONEY


@dataclass(frozen=True, slots=True)
class Histogram:
    """How often an outcome falls into each of equally wide bins.

    ``edges`` has one entry more than ``counts``; ``line`` is the value to compare with:
    what must be reached, and ``reached`` how many outcomes reach it, where that is known.
    """

    key: str
    edges: tuple[float, ...]
    counts: tuple[int, ...]
    unit: Unit = Unit.MONEY
    line: float | None = None
    reached: int | None = None


@dataclass(frozen=True, slots=True)
class Curve:
    """One value curve: a level from 0 to 5 a factor, None where it was not rated.

    A ``worded`` one that is not ours is no rival but what people do without any: nothing.
    """

    label: str
    levels: tuple[float | None, ...]
    ours: bool = False
    worded: bool = False


@dataclass(frozen=True, slots=True)
class Curves:
    """A strategy canvas: factors along the bottom, a curve for us and for each rival."""

    key: str
    factors: tuple[str, ...]
    curves: tuple[Curve, ...]
    most: float = 5


@dataclass(frozen=True, slots=True)
class Point:
    """One named place on a map."""

    label: str
    x: float
    y: float
    ours: bool = False
    worded: bool = False


@dataclass(frozen=True, slots=True)
class Map:
    """Named points between two axes that both start at 0.

    ``x`` and ``y`` name the axes where the founder's words do (two factors); empty where the
    pack words them. ``split`` is where lines part each axis, to tell the corners apart.
    """

    key: str
    points: tuple[Point, ...]
    x_most: float
    y_most: float
    x: str = ""
    y: str = ""
    split: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """A board of likelihood (columns, 1–5) by impact (rows, 1–5) with the risks that lie on it.

    ``squares`` maps (column, row) to the labels there.
    """

    key: str
    squares: dict[tuple[int, int], tuple[str, ...]]


Chart = Bars | Tornado | Histogram | Curves | Map | Board
