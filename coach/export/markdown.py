"""A document as Markdown that reads well as it is, and that no answer can restructure.

Paragraphs are one line each, so only a line-length rule (MD013) would complain.
"""

import re
import unicodedata
from collections.abc import Iterable
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
    Quote,
    Row,
    Span,
    Spans,
    Table,
)
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
            return _table(block) if block.rows else ""
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
    def row(cells: Iterable[str]) -> str:
        return f"| {' | '.join(cells)} |"

    def body(each: Row) -> str:
        return row(escape.cell(" ".join(_literal(cell.spans))) for cell in each.cells)

    head = row(escape.cell(" ".join(_literal((Span(c.label),)))) for c in table.columns)
    rule = row("---:" if column.number else "---" for column in table.columns)
    return "\n".join([head, rule, *(body(each) for each in table.rows)])


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
