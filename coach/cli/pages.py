"""A document on a terminal: its blocks as wrapped lines, headings and labels standing out."""

from collections.abc import Iterator

from coach.charts.terminal import draw
from coach.cli.lines import columns, strong, width_here, wrapped
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


def page(document: Document) -> str:
    """The whole document as lines for this terminal; without colour if that is asked for."""
    width = width_here()
    blocks = [strong(document.title)]
    blocks += ["\n".join(_lines(block, width)) for block in document.blocks]
    return "\n\n".join(block for block in blocks if block)


def _lines(block: Block, width: int) -> Iterator[str]:
    match block:
        case Heading(level, spans):
            yield strong(f"{'#' * level} {plain(spans)}")
        case Text(spans):
            yield from wrapped(plain(spans), width)
        case Quote(spans):
            yield from wrapped(plain(spans), width, "  │ ")
        case Note(spans):
            yield from wrapped(plain(spans), width, "  ! ")
        case Facts(rows):
            for fact in rows:
                yield from _fact(fact, width)
        case Items(items):
            for number, item in enumerate(items, 1):
                lead = f"{number:>3}. "
                yield from wrapped(plain(item.spans), width, " " * len(lead), lead)
                for fact in item.facts:
                    yield from _fact(fact, width, " " * len(lead))
        case Table():
            yield from _table(block, width)
        case Picture(chart, words):
            drawn = draw(chart, words.picture, width, currency=words.currency, field=words.field)
            yield from ("".join(text for text, _ in line) for line in drawn)


def _fact(fact: Fact, width: int, indent: str = "") -> Iterator[str]:
    first, *rest = wrapped(f"{fact.label}: {plain(fact.spans)}", width, f"{indent}  ", indent)
    label = f"{indent}{fact.label}:"
    yield strong(label) + first.removeprefix(label) if first.startswith(label) else first
    yield from rest


def _table(table: Table, width: int) -> Iterator[str]:
    rows = [[" ".join(plain(cell.spans).split()) for cell in row.cells] for row in table.rows]
    labels = [column.label for column in table.columns]
    return columns(labels, rows, width, [column.number for column in table.columns])
