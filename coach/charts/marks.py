"""Signs that stand for names, where there is no room for the names themselves."""

import string
from collections.abc import Iterable

from coach.charts.canvas import Line, Span, tidy
from coach.charts.cells import width, wrap

OURS, NOTHING, SEVERAL = "●", "○", "+"

_LETTERS = string.ascii_uppercase + string.ascii_lowercase

RIVALS = 5
"""Styles there are for rivals; from the sixth on they come again, letters do not."""


def letter(index: int) -> str:
    """The mark of the thing at ``index``: A to Z, a to z, then figures."""
    return _LETTERS[index] if index < len(_LETTERS) else str(index + 1)


def rival(index: int) -> str:
    """The style of the rival at ``index``."""
    return f"rival{index % RIVALS + 1}"


def key(entries: Iterable[tuple[str, str, str]], room: int, flow: bool = False) -> list[Line]:
    """What each mark stands for: (mark, style, name), one to a line, or as many as ``flow``."""
    lines: list[Line] = []
    row: list[Span] = []
    used = 0
    for mark, style, name in entries:
        parts = wrap(name, room - width(mark) - 1) or [""]
        size = width(mark) + 1 + width(parts[0])
        if row and (not flow or len(parts) > 1 or used + 3 + size > room):
            lines.append(tidy(row))
            row, used = [], 0
        if row:
            row.append(("   ", ""))
            used += 3
        row += [(mark, style), (" " + parts[0], style if style == "ours" else "")]
        used += size
        for part in parts[1:]:
            lines.append(tidy(row))
            row = [(" " * (width(mark) + 1) + part, style if style == "ours" else "")]
            used = room
    return [*lines, tidy(row)] if row else lines
