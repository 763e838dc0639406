"""The elements of an SVG picture, put one after another."""

import re
from html import escape

from coach.charts.cells import width, wrap
from coach.charts.scale import Scale
from coach.charts.words import Words
from coach.units import Unit

WIDE, EM, LINE = 640, 7.2, 18
"""A picture's width, about the width of a letter, and the height of a line, in its own units."""


class Drawing:
    """Elements put one after another, and how far down they reach."""

    def __init__(self, key: str) -> None:
        self.id = "chart-" + (re.sub(r"[^A-Za-z0-9]+", "-", key).strip("-") or "x")
        self.parts: list[str] = []
        self.y = 0.0

    def add(self, tag: str, style: str = "", text: str = "", **given: str | float) -> None:
        """An element; ``_`` in an attribute's name stands for ``-``."""
        attributes = {"class": style, **{key.replace("_", "-"): v for key, v in given.items()}}
        said = "".join(
            f' {name}="{escape(value if isinstance(value, str) else number(value))}"'
            for name, value in attributes.items()
            if value != ""
        )
        self.parts.append(
            f"<{tag}{said}>{escape(text, quote=False)}</{tag}>" if text else f"<{tag}{said}/>"
        )

    def text(self, x: float, y: float, text: str, style: str = "", anchor: str = "") -> None:
        """Words on one line, with their foot at ``y``."""
        if text:
            self.add("text", style, text, x=x, y=y, text_anchor=anchor)

    def words(self, text: str, style: str = "", x: float = 0, room: float = WIDE) -> None:
        """Words below what there is, in as many lines as they take."""
        for line in wrap(text, int(room / EM)):
            self.y += LINE
            self.text(x, self.y - 4, line, style)

    def rule(
        self, x: float, y: float, to_x: float, to_y: float, *, strong: bool = False, dash: str = ""
    ) -> None:
        """A straight line: an axis, a limit."""
        self.add(
            "line", "mark" if strong else "line", x1=x, y1=y, x2=to_x, y2=to_y,
            stroke="currentColor", stroke_width=2 if strong else 1,
            stroke_opacity=1 if strong else 0.5, stroke_dasharray=dash,
        )  # fmt: skip

    def block(
        self, x: float, y: float, wide: float, high: float, style: str, fill: str = "plain"
    ) -> None:
        """A filled rectangle: ``solid``, ``plain`` or ``hatch``, told apart without colour."""
        paint = f"url(#{self.id}-hatch)" if fill == "hatch" else "currentColor"
        self.add(
            "rect", style, x=x, y=y, width=max(wide, 0.0), height=max(high, 0.0), fill=paint,
            fill_opacity=0.4 if fill == "plain" else 1, stroke="currentColor",
        )  # fmt: skip

    def named(self, x: float, said: str) -> None:
        """Words that say what the line at ``x`` is, below it."""
        half = width(said) * EM / 2
        self.y += LINE
        self.text(min(max(x, half), max(WIDE - half, half)), self.y - 4, said, "mark", "middle")


def axis(
    drawing: Drawing, words: Words, scale: Scale, unit: Unit, left: float, right: float
) -> None:
    """Round figures along the foot of what was drawn."""
    for value in scale.steps(6):
        x = left + scale.share(value) * (right - left)
        drawing.text(x, drawing.y + 14, words.short(value, unit), "muted", "middle")
    drawing.y += LINE


def number(value: float) -> str:
    """A length as SVG reads it."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
