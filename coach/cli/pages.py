"""A document on a terminal: its blocks as wrapped lines, headings and labels standing out."""

import os
import shutil
import textwrap
from collections.abc import Iterator

import click

from coach.charts.terminal import draw
from coach.export.document import (
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    Items,
    Note,
    Picture,
    Quote,
    Table,
    Text,
    plain,
)

WIDEST = 88
"""Lines longer than this are hard to read, however wide the terminal is."""


def page(document: Document) -> str:
    """The whole document as lines for this terminal; without colour if that is asked for."""
    width = min(shutil.get_terminal_size().columns, WIDEST)
    blocks = [_strong(document.title)]
    blocks += ["\n".join(_lines(block, width)) for block in document.blocks]
    return "\n\n".join(block for block in blocks if block)


def _strong(text: str) -> str:
    """``text`` in bold, unless ``NO_COLOR`` asks for plain text."""
    return text if os.environ.get("NO_COLOR") else click.style(text, bold=True)


def _lines(block: Block, width: int) -> Iterator[str]:
    match block:
        case Heading(level, spans):
            yield _strong(f"{'#' * level} {plain(spans)}")
        case Text(spans):
            yield from _wrapped(plain(spans), width)
        case Quote(spans):
            yield from _wrapped(plain(spans), width, "  │ ")
        case Note(spans):
            yield from _wrapped(plain(spans), width, "  ! ")
        case Facts(rows):
            for fact in rows:
                yield from _fact(fact, width)
        case Items(items):
            for number, item in enumerate(items, 1):
                lead = f"{number:>3}. "
                yield from _wrapped(plain(item.spans), width, " " * len(lead), lead)
                for fact in item.facts:
                    yield from _fact(fact, width, " " * len(lead))
        case Table():
            yield from _table(block, width)
        case Picture(chart, words):
            drawn = draw(chart, words.picture, width, currency=words.currency, field=words.field)
            yield from ("".join(text for text, _ in line) for line in drawn)


def _fact(fact: Fact, width: int, indent: str = "") -> Iterator[str]:
    first, *rest = _wrapped(f"{fact.label}: {plain(fact.spans)}", width, f"{indent}  ", indent)
    label = f"{indent}{fact.label}:"
    yield _strong(label) + first.removeprefix(label) if first.startswith(label) else first
    yield from rest


def _wrapped(text: str, width: int, indent: str = "", first: str | None = None) -> list[str]:
    """``text`` in lines of at most ``width``, its own line ends kept."""
    lines: list[str] = []
    for line in text.split("\n"):
        start = indent if lines or first is None else first
        lines += textwrap.wrap(
            line, max(width, len(indent) + 20), initial_indent=start, subsequent_indent=indent
        ) or [start.rstrip()]
    return lines


def _table(table: Table, width: int) -> Iterator[str]:
    """In columns where they fit the terminal, else each row as labelled lines."""
    rows = [[" ".join(plain(cell.spans).split()) for cell in row.cells] for row in table.rows]
    labels = [column.label for column in table.columns]
    widths = [max(map(len, column)) for column in zip(labels, *rows, strict=True)]
    if sum(widths) + 2 * (len(widths) - 1) <= width:
        yield _strong(_row(labels, widths, table))
        for row in rows:
            yield _row(row, widths, table)
        return
    for number, row in enumerate(rows):
        if number:
            yield ""
        for label, text in zip(labels, row, strict=True):
            if text:
                yield from _wrapped(f"{label}: {text}", width, "  ", "")


def _row(cells: list[str], widths: list[int], table: Table) -> str:
    aligned = [
        cell.rjust(width) if column.number else cell.ljust(width)
        for cell, width, column in zip(cells, widths, table.columns, strict=True)
    ]
    return "  ".join(aligned).rstrip()
