"""A document as Markdown that reads well as it is, and that no answer can restructure.

Paragraphs are one line each, so only a line-length rule (MD013) would complain.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from coach.export import escape
from coach.export.document import (
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    Item,
    Items,
    Picture,
    Quote,
    Row,
    Span,
    Spans,
    Table,
)
from coach.export.pictures import table_of
from coach.text import clean_text


def markdown(document: Document) -> str:
    """The document as CommonMark with tables, ending in one line end."""
    title = _heading(1, (Span(document.title),))
    blocks = [title, *(_block(block) for block in document.blocks)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return _heading(block.level, block.spans)
        case Quote():
            return _quote(block.spans)
        case Facts():
            return "\n".join(_fact(row) for row in block.rows)
        case Items():
            return "\n".join(_item(index, item) for index, item in enumerate(block.items, 1))
        case Table():
            return _table(block)
        case Picture():
            return _picture(block)
    return _lines(block.spans)


def _heading(level: int, spans: Spans) -> str:
    line = escape.first(" ".join(_literal(spans)))
    return f"{'#' * level} " + re.sub(r"(?<= )(#+)$", r"\\\1", line)


def _quote(spans: Spans) -> str:
    paragraphs: list[list[str]] = [[]]
    for line in _literal(spans, keep_blank=True):
        if line:
            paragraphs[-1].append("> " + escape.first(line))
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n>\n".join("\\\n".join(lines) for lines in paragraphs if lines)


def _item(index: int, item: Item) -> str:
    marker = f"{index}. "
    indent = " " * len(marker)
    spans = item.spans
    if all(span.strong for span in spans):  # a line that is strong throughout reads as a heading
        spans = tuple(replace(span, strong=False) for span in spans)
    lines = [marker + _lines(spans, indent)]
    return "\n".join([*lines, *(_fact(fact, indent) for fact in item.facts)])


def _fact(fact: Fact, indent: str = "") -> str:
    label = Span(f"{fact.label}:", strong=True)
    return f"{indent}- " + _lines((label, Span(" "), *fact.spans), indent + "  ")


def _table(table: Table) -> str:
    """The table, and a list of what stands aside, row by row; nothing without rows."""
    narrow = table.narrow
    head = [(Span(column.label),) for column in narrow.columns]
    rows = [[cell.spans for cell in row.cells] for row in narrow.rows]
    asides = table.asides
    told = [
        _item(index, Item(_headline(row), facts))
        for index, (row, facts) in enumerate(zip(narrow.rows, asides, strict=True), 1)
    ]
    grid = _grid(head, rows, [column.number for column in narrow.columns])
    return "\n\n".join([grid, "\n".join(told)]) if any(asides) else grid


def _headline(row: Row) -> Spans:
    """What a row is about: its first cell in words, past its number."""
    return next((cell.spans for cell in row.cells if not cell.number), ())


def _grid(head: Sequence[Spans], rows: Sequence[Sequence[Spans]], numbers: list[bool]) -> str:
    def line(cells: Iterable[str]) -> str:
        return f"| {' | '.join(cells)} |"

    def literal(cells: Iterable[Spans]) -> str:
        return line(escape.cell(" ".join(_literal(spans))) for spans in cells)

    if not rows:
        return ""
    rule = line("---:" if number else "---" for number in numbers)
    return "\n".join([literal(head), rule, *(literal(row) for row in rows)])


def _picture(picture: Picture) -> str:
    """The figures as a table; below it the drawing, where Mermaid draws it honestly."""
    from coach.charts.mermaid import mermaid

    words = picture.words
    said: Spans = (Span(f"{words.title}:", strong=True), Span(f" {words.note}"))
    if not words.note:  # a line that is strong throughout reads as a heading
        said = (Span(f"{words.title}:"),)
    head, rows = table_of(picture)
    drawing = mermaid(picture.chart, words.picture, currency=words.currency, field=words.field)
    if picture.told and not drawing:
        return ""
    parts = [
        _lines(said),
        _grid(
            [(Span(each),) for each in head],
            [[(Span(each),) for each in row] for row in rows],
            [False] * len(head),
        )
        if not picture.told
        else "",
        f"```mermaid\n{drawing}\n```" if drawing else "",
    ]
    return "\n\n".join(part for part in parts if part)


def _lines(spans: Spans, indent: str = "") -> str:
    """The spans with their line breaks as hard ones, further lines set in by ``indent``."""
    return f"\\\n{indent}".join(escape.first(line) for line in _literal(spans))


def _literal(spans: Spans, keep_blank: bool = False) -> list[str]:
    """The spans as escaped lines, white space folded, strong words marked where they can be."""
    text = "".join(
        f"{escape.OPEN}{words}{escape.CLOSE}"
        if span.strong and words and "\n" not in words
        else words
        for span in spans
        if (words := clean_text(span.text).strip() if span.strong else clean_text(span.text))
    )
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return [_strong(escape.inline(line)) for line in lines if line or keep_blank]


def _strong(line: str) -> str:
    """Asterisks for the marks; none around words that Markdown would not make strong."""

    def marked(found: re.Match[str]) -> str:
        before, after = line[: found.start()][-1:], line[found.end() :][:1]
        words = found[1]
        opens = not _closed(words[0]) or not before or _closed(before) or before.isspace()
        ends = not _closed(words[-1]) or not after or _closed(after) or after.isspace()
        return f"**{words}**" if opens and ends else words

    return re.sub(f"{escape.OPEN}([^{escape.OPEN}{escape.CLOSE}]*){escape.CLOSE}", marked, line)


def _closed(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "PS"
