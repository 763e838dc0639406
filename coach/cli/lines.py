"""Lines for a terminal: wrapped, in columns, the important ones standing out."""

import os
import shutil
import textwrap
from collections.abc import Iterator, Sequence

import click

WIDEST = 88
"""Lines longer than this are hard to read, however wide the terminal is."""


def width_here() -> int:
    """How long a line may be in this terminal."""
    return min(shutil.get_terminal_size().columns, WIDEST)


def strong(text: str) -> str:
    """``text`` in bold, unless ``NO_COLOR`` asks for plain text."""
    return text if os.environ.get("NO_COLOR") else click.style(text, bold=True)


def wrapped(text: str, width: int, indent: str = "", first: str | None = None) -> list[str]:
    """``text`` in lines of at most ``width``, its own line ends kept."""
    lines: list[str] = []
    for line in text.split("\n"):
        start = indent if lines or first is None else first
        lines += textwrap.wrap(
            line, max(width, len(indent) + 20), initial_indent=start, subsequent_indent=indent
        ) or [start.rstrip()]
    return lines


def columns(
    labels: Sequence[str],
    rows: Sequence[Sequence[str]],
    width: int,
    numbers: Sequence[bool] = (),
) -> Iterator[str]:
    """A table in columns where they fit ``width``, else each row as labelled lines.

    Columns of ``numbers`` stand to the right.
    """
    right = numbers or [False] * len(labels)
    widths = [max(map(len, column)) for column in zip(labels, *rows, strict=True)]
    if sum(widths) + 2 * (len(widths) - 1) <= width:
        yield strong(_row(labels, widths, right))
        for row in rows:
            yield _row(row, widths, right)
        return
    for number, row in enumerate(rows):
        if number:
            yield ""
        for label, text in zip(labels, row, strict=True):
            if text:
                yield from wrapped(f"{label}: {text}", width, "  ", "")


def _row(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    aligned = [
        cell.rjust(width) if number else cell.ljust(width)
        for cell, width, number in zip(cells, widths, right, strict=True)
    ]
    return "  ".join(aligned).rstrip()
