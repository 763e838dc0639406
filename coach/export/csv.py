"""A document's tables as CSV that no spreadsheet takes for formulas."""

import csv as stdlib
import datetime as dt
import io
import math

from coach.export.document import Document, Value
from coach.text import clean_text

_FORMULA = tuple("=+-@\t\r＝＋－＠")
"""What a cell must not begin with, or a spreadsheet computes it; wide forms included."""


def csv(document: Document) -> str:
    """Each table with a header line of labels; UTF-8, commas, one line end a row.

    Numbers and days are written bare (``20``, ``2026-11-20``), so that they can be counted
    with. A text that would be a formula gets an apostrophe in front.
    """
    out = io.StringIO()
    writer = stdlib.writer(out, lineterminator="\n")
    for index, table in enumerate(document.tables):
        if index:
            writer.writerow(())
        writer.writerow(guarded(column.label) for column in table.columns)
        for row in table.rows:
            writer.writerow(guarded(cell.value) for cell in row.cells)
    return out.getvalue()


def guarded(value: Value) -> str | int | float:
    """``value`` as a cell that is shown and never computed."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value if math.isfinite(value) else ""
    if isinstance(value, dt.date):
        return value.isoformat()
    text = clean_text(value)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text[:1] == "\t" else text
