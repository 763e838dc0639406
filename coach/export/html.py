"""A document as one HTML file: no script, nothing fetched, made to be read and to be printed."""

from functools import cache
from typing import TYPE_CHECKING

from coach.export.document import Block, Document, Heading, Picture
from coach.export.sheet import sheet_areas

if TYPE_CHECKING:
    from jinja2 import Template

WIDE = 6
"""Columns from which on a table that begins a document is printed across the longer side."""


def html(document: Document) -> str:
    """The document as HTML. Answers are escaped, and keep their own writing direction."""
    from coach.charts.svg import STYLE

    first = next(iter(document.tables), None)
    wide = first in document.blocks[:1] and len(first.narrow.columns) > WIDE if first else False
    boxes = _boxes(document.blocks)
    layout = "sheet" if len(boxes) > 1 else "wide" if wide else ""
    pictures = any(isinstance(block, Picture) for block in document.blocks)
    return _template().render(
        document=document,
        boxes=boxes,
        layout=layout,
        areas=sheet_areas(tuple(area for area, _ in boxes)) if layout == "sheet" else (),
        chart_style=STYLE if pictures else "",
    )


def _boxes(blocks: tuple[Block, ...]) -> list[tuple[str, list[Block]]]:
    """The blocks by their place on a sheet; one box without a name where there is no sheet."""
    boxes: list[tuple[str, list[Block]]] = [("", [])]
    for block in blocks:
        if isinstance(block, Heading) and block.area:
            boxes.append((block.area, []))
        boxes[-1][1].append(block)
    return boxes if boxes[0][1] or len(boxes) == 1 else boxes[1:]


def _drawn(picture: Picture) -> str:
    """The picture as SVG, whose words are escaped where it is made."""
    from coach.charts.svg import svg

    words = picture.words
    return svg(picture.chart, words.picture, currency=words.currency, field=words.field)


@cache
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("coach.export", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["kind"] = lambda block: type(block).__name__.lower()
    environment.filters["svg"] = _drawn
    return environment.get_template("document.html.jinja")
