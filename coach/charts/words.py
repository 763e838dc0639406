"""The words and figures of a picture, for whatever draws it."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from coach import figures
from coach.charts.cells import plain
from coach.pack.page import Picture
from coach.units import Unit

DEFAULTS = {
    "empty": "Nothing to show yet.",
    "name": "Name",
    "figure": "Figure",
    "note": "Note",
    "marked": "stands out",
    "line": "Limit",
    "base": "As likely",
    "low": "low",
    "high": "high",
    "from": "From",
    "to": "To",
    "share": "Share",
    "reached": "at or above it",
    "ours": "ours",
    "factor": "Factor",
    "several": "several",
    "x": "Across",
    "y": "Up",
}
"""Words that a picture falls back on where ``names`` of its pack page does not hold their key."""

_SCALES = ((10**12, "trn"), (10**9, "bn"), (10**6, "m"), (10**3, "k"))


@dataclass(frozen=True, slots=True)
class Words:
    """How one picture is worded: its page in the pack, the currency, names of fields.

    ``field`` words a key that ``picture.names`` does not hold: a field's label.
    """

    picture: Picture
    currency: str = ""
    field: Callable[[str], str] | None = None

    @property
    def title(self) -> str:
        """The picture's title."""
        return plain(self.picture.title)

    @property
    def note(self) -> str:
        """How to read the picture, or what it cannot say."""
        return plain(self.picture.note)

    def axis(self, letter: str, label: str = "") -> str:
        """What the axis ``x`` or ``y`` shows: ``label`` if the chart brings its own words."""
        return plain(label) or plain(self.picture.x if letter == "x" else self.picture.y)

    def word(self, key: str) -> str:
        """One of the frame's own words: the pack's, else the default."""
        return plain(self.picture.names.get(key, DEFAULTS.get(key, "")))

    def label(self, text: str, worded: bool = False) -> str:
        """A label as it is shown; where it is ``worded``, the name that the pack gives it."""
        if worded:
            named = self.picture.names.get(text) or (self.field(text) if self.field else "")
            text = named or text.replace("_", " ").capitalize()
        return plain(text) or figures.MISSING

    def figure(self, value: float | None, unit: Unit = Unit.NONE) -> str:
        """A figure in full, with its unit where that is a sign: ``€1,200``, ``12 %``."""
        if value is None or math.isnan(value):
            return figures.MISSING
        if math.isinf(value):
            return "∞" if value > 0 else "−∞"
        if unit is Unit.MONEY:
            return plain(figures.money(value, self.currency))
        said = figures.amount(abs(value), 1 if unit in (Unit.PERCENT, Unit.CHANGE) else 2)
        sign = "−" if value < 0 else "+" if unit is Unit.CHANGE and value > 0 else ""
        return f"{sign}{said}{' %' if unit in (Unit.PERCENT, Unit.CHANGE) else ''}"

    def limit(self, value: float, unit: Unit) -> str:
        """The limit's name and figure: ``Needed €250,000``."""
        return f"{self.word('line')} {self.figure(value, unit)}".strip()

    def short(self, value: float, unit: Unit = Unit.NONE) -> str:
        """A figure for an axis: thousands, millions and more by their short signs."""
        size = next((pair for pair in _SCALES if abs(value) >= pair[0]), None)
        if size is None or math.isinf(value) or abs(value) < 10_000:
            return self.figure(value, unit)
        most, sign = size
        number = figures.amount(abs(value) / most, 1) + sign
        if unit is Unit.MONEY:
            gap = " " if self.currency[-1:].isalpha() else ""
            number = plain(f"{self.currency}{gap}{number}")
        minus = "−" if value < 0 else "+" if unit is Unit.CHANGE else ""
        return f"{minus}{number}{' %' if unit in (Unit.PERCENT, Unit.CHANGE) else ''}"


def share(part: float, whole: float) -> str:
    """A part of a whole in percent, never rounded to all or nothing unless it is."""
    if whole <= 0:
        return figures.MISSING
    if 0 < part < whole * 0.01:
        return "under 1 %"
    if whole * 0.99 < part < whole:
        return "over 99 %"
    return f"{round(100 * part / whole)} %"
