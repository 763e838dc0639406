"""The forms that are tables: the risk register, the test list and the list of actions."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from coach import flow
from coach.export.brief import by_day, kill_line
from coach.export.document import (
    Block,
    Cell,
    Column,
    Figure,
    Note,
    Row,
    Span,
    Table,
    plain,
)
from coach.export.material import Material, day
from coach.export.prose import paragraph, sentence
from coach.questions import Card, Field, Kind
from coach.steps.review.model import Action
from coach.steps.risk.numbers import ranked
from coach.values import Record, YesNo

WIDEST = 11
"""Columns that a sheet of paper holds; of more, only the ``FIRST`` stand in the table."""

FIRST = {
    "risk.risks": (
        *("rank", "event", "probability", "impact", "expected_loss", "treatment", "leverage"),
        *("owner", "due", "status"),
    ),
    "review.tests": ("rank", "doing", "measure", "threshold", "due", "owner", "cost", "days"),
}
"""By card, the columns that a reader looks down; the others are said below, row by row."""

ALWAYS = {"risk.risks": ("expected_loss",)}
"""By card, the figures that have their column even while there is no row."""

BEHIND = {"expected_loss": "impact", "worst_case": "impact_range"}
"""Figures that stand behind the question they come from; the others stand at the end."""


def risks(material: Material) -> tuple[Block, ...]:
    """The risk register, largest expected loss first, with the totals and the stop line."""
    card = flow.card("risk.risks")
    rows = ranked(material.plan.risk)
    empty = () if rows else (Note((Span("No risk is written down yet."),), ("risk.risks",)),)
    totals = (
        sentence(f"{each.name}: ", Span(each.text, "risk.risks"), f" ({each.result.figures})")
        for each in material.figures(card.key)
        if each.text and not each.result.record
    )
    return (
        _table(material, card, rows),
        *empty,
        *paragraph(*totals, kill_line(material)),
    )


def tests(material: Material) -> tuple[Block, ...]:
    """The test list, next one first, with the day of the next review."""
    rows = by_day(material)
    table = _table(material, flow.card("review.tests"), rows)
    empty = () if rows else (Note((Span("No test is planned yet."),), ("review.tests",)),)
    review = day(material.plan.review.next_review)
    last = sentence("Next review: ", Span(review, "review.next_review")) if review else ()
    return (table, *empty, *paragraph(last))


def actions(material: Material) -> tuple[Block, ...]:
    """What is to be done, next one first and what is done last, with the hours it takes."""
    card = flow.card("review.actions")
    rows = next_actions(material)
    empty = () if rows else (Note((Span("No action is written down yet."),), ("review.actions",)),)
    sums = (
        sentence(f"{each.name}: ", Span(each.because, "review.actions"))
        for each in material.figures(card.key)
        if each.because and not each.result.record
    )
    return (_table(material, card, rows), *empty, *paragraph(*sums))


def next_actions(material: Material) -> list[Action]:
    """The actions by their day, those without one last, what is done after all of them."""
    return sorted(
        material.plan.review.actions,
        key=lambda each: (each.done is YesNo.YES, each.due is None, each.due or material.today),
    )


def _table(material: Material, card: Card, rows: Sequence[Record]) -> Table:
    """The card's records, one a row: a column for each question, and for each figure of a row."""
    question = card.fields[0]
    path = card.path(question)
    figures = _figures(material, card)
    columns: list[Column] = [Column("rank", "#", True)]
    asked = flow.parts(question, max(material.plan.level, question.depth))
    for part in asked:
        columns += _columns(material, card, question, part)
        columns += [column for column in figures if BEHIND.get(column.key) == part.key]
    known = {column.key for column in columns}
    columns += [column for column in figures if column.key not in known]
    if len(columns) > WIDEST:
        first = FIRST.get(card.key, ())
        columns = [
            Column(each.key, each.label, each.number, each.key not in first) for each in columns
        ]
    made = []
    for rank, row in enumerate(rows, 1):
        cells = {"rank": Cell((Span(str(rank)),), rank, True)}
        for part in asked:
            cells |= dict(_cells(material, card, part, f"{path}.{row.id}.{part.key}"))
        for column in figures:
            cells[column.key] = _figure(figures[column].get(row.id), f"{path}.{row.id}")
        made.append(Row(tuple(cells[column.key] for column in columns), (f"{path}.{row.id}",)))
    return Table(tuple(columns), tuple(made), (path,))


def _figures(material: Material, card: Card) -> dict[Column, dict[str, Figure]]:
    """What is computed of each record: by column, then by the record's id."""
    found: dict[Column, dict[str, Figure]] = {
        Column(key, material.words.figure(card, key), True): {} for key in ALWAYS.get(card.key, ())
    }
    for each in material.figures(card.key):
        if each.result.record:
            found.setdefault(Column(each.result.key, each.label, True), {})[each.result.record] = (
                each
            )
    return found


def _figure(figure: Figure | None, path: str) -> Cell:
    if figure is None or not figure.because:
        return Cell((Span("", path),), None, True)
    value = figure.result.value
    text = figure.text or figure.verdict
    finite = value is not None and math.isfinite(value) and figure.text
    return Cell((Span(text, path),), value if finite else text, True)


def _columns(material: Material, card: Card, question: Field, part: Field) -> Iterator[Column]:
    """The column of a question; a range and a claim have one for each of their parts."""
    label = material.words.label(card, question, part)
    if part.kind not in (Kind.RANGE, Kind.CLAIM):
        yield Column(part.key, label, part.kind is Kind.NUMBER)
        return
    if part.around:
        label = material.words.label(card, question, replace(part, key=part.around))
    for inner in part.parts:
        named = f"{label}, {material.words.part(part, inner).lower()}"
        yield Column(f"{part.key}.{inner.key}", named, inner.kind is Kind.NUMBER)


def _cells(material: Material, card: Card, part: Field, path: str) -> Iterator[tuple[str, Cell]]:
    """The cells of a question at ``path``, by the keys of their columns."""
    parts = part.parts if part.kind in (Kind.RANGE, Kind.CLAIM) else ()
    if not parts:
        yield part.key, _cell(material, card, part, path)
    for inner in parts:
        yield f"{part.key}.{inner.key}", _cell(material, card, inner, f"{path}.{inner.key}")


def _cell(material: Material, card: Card, part: Field, path: str) -> Cell:
    draft = material.draft(path)
    span = draft or material.shown(path, part, card)
    counts = part.kind in (Kind.NUMBER, Kind.DATE) and not draft
    value = material.plan.get(path) if counts else plain((span,))
    return Cell((span,), value, part.kind is Kind.NUMBER)
