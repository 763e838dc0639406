"""A document, whatever it is written in: blocks of text that know which answers they came from.

The forms build documents, the formats write them down, and the brief screen draws the same
blocks and jumps from each to its card. Nothing here is escaped: a format does that.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from coach.charts.chart import Chart
from coach.charts.words import Words
from coach.questions import Result
from coach.text import clean_text, one_line
from coach.values import Claim

Value = str | int | float | dt.date | None
"""What a table cell holds, for faces that calculate: the answer itself, not its words."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words inside a block.

    ``field`` is the path of the answer the words were taken from, empty for our own words.
    ``text`` may hold line breaks; ``strong`` words stand out.
    """

    text: str
    field: str = ""
    strong: bool = False


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's name. ``level`` is 2 for a section, 3 and 4 below it; the title is 1.

    ``area`` is the section's place on a page that is laid out as a sheet of boxes.
    """

    level: int
    spans: Spans
    fields: tuple[str, ...] = ()
    area: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    spans: Spans
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """The founder's own answer, set apart and with its lines kept."""

    spans: Spans
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A remark beside the text: what is still open, how old the plan is."""

    spans: Spans
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A short answer with its label."""

    label: str
    spans: Spans
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """Short answers, one a line."""

    rows: tuple[Fact, ...]
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One of a list, with the facts that belong to it."""

    spans: Spans
    facts: tuple[Fact, ...] = ()
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """A numbered list: risks by size, tests by date, candidates in the founder's order."""

    items: tuple[Item, ...]
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell: its words, and the value behind them."""

    spans: Spans
    value: Value = None
    number: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: a key that never changes, and the label that is shown.

    An ``aside`` column is said below the table, row by row, where a page has no room for it;
    a program reads it like any other.
    """

    key: str
    label: str
    number: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row, one cell a column."""

    cells: tuple[Cell, ...]
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows and columns; what CSV writes."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    fields: tuple[str, ...] = ()

    @property
    def narrow(self) -> "Table":
        """The table without the columns that stand aside."""
        kept = [index for index, column in enumerate(self.columns) if not column.aside]
        rows = (replace(row, cells=tuple(row.cells[index] for index in kept)) for row in self.rows)
        return Table(tuple(self.columns[index] for index in kept), tuple(rows), self.fields)

    @property
    def asides(self) -> tuple[tuple[Fact, ...], ...]:
        """By row, what stands aside: each answer that was given, with its label."""
        return tuple(
            tuple(
                Fact(column.label, cell.spans, fields_of(cell.spans))
                for column, cell in zip(self.columns, row.cells, strict=True)
                if column.aside and plain(cell.spans).strip()
            )
            for row in self.rows
        )


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart of the plan, and how it is worded.

    ``told`` says that its figures stand right above it, so that words need not repeat them.
    """

    chart: Chart
    words: Words
    fields: tuple[str, ...] = ()
    told: bool = False


Block = Heading | Text | Quote | Note | Facts | Items | Table | Picture


@dataclass(frozen=True, slots=True)
class Figure:
    """A computed number of the plan, named as the pack names it.

    ``text`` is the number with its unit, empty while an input is missing or where there is a
    verdict alone; ``verdict`` is what the pack says of it.
    """

    label: str
    text: str
    result: Result
    verdict: str = ""

    @property
    def name(self) -> str:
        """What it is called, and what it is of where there are several."""
        about = one_line(clean_text(self.result.about))
        return f"{self.label}, {about}" if about else self.label

    @property
    def because(self) -> str:
        """The figure and how it came about, then the verdict; empty where nothing is known.

        ``925 = 1,850 × 50 %``, ``49 hours (74 × 40 ÷ 60 ≤ 120). You have the hours.``
        """
        how = one_line(clean_text(self.result.working))
        if not self.text:
            return f"{self.verdict} {how}".strip()
        told = f"{self.text} {how}" if how.strip("()") not in ("", self.text) else self.text
        return f"{told}. {self.verdict}" if self.verdict else told


@dataclass(frozen=True, slots=True)
class Standing:
    """How something said in the plan is known, as :class:`coach.values.Claim` keeps it."""

    field: str
    text: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Document:
    """A form filled from a plan.

    ``name`` is the plan's title and ``suffix`` what the form adds to it in the document's
    title. ``language`` is the pack's, as a language tag. ``figures`` and ``standings`` hold
    every number and claim of the plan for faces that read them by machine.
    """

    form: str
    name: str
    suffix: str
    plan: str
    date: dt.date
    language: str
    currency: str
    blocks: tuple[Block, ...]
    figures: tuple[Figure, ...] = ()
    standings: tuple[Standing, ...] = ()

    @property
    def title(self) -> str:
        """The whole title."""
        return f"{self.name}: {self.suffix}"

    @property
    def tables(self) -> Iterator[Table]:
        """The tables among the blocks."""
        return (block for block in self.blocks if isinstance(block, Table))


def fields_of(spans: Spans) -> tuple[str, ...]:
    """The paths of the answers that ``spans`` were taken from, each once, in order."""
    return tuple(dict.fromkeys(span.field for span in spans if span.field))


def plain(spans: Spans) -> str:
    """The words alone."""
    return "".join(span.text for span in spans)
