"""A document as one HTML file: no script, nothing fetched, made to be read and to be printed."""

from functools import cache
from typing import TYPE_CHECKING

from coach.export.document import Document

if TYPE_CHECKING:
    from jinja2 import Template

WIDE = 6
"""Columns from which on a table is printed across the page's longer side."""


def html(document: Document) -> str:
    """The document as HTML. Answers are escaped, and keep their own writing direction."""
    wide = any(len(table.columns) > WIDE for table in document.tables)
    return _template().render(document=document, wide=wide)


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
    return environment.get_template("document.html.jinja")
