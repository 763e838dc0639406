"""The two forms that are tables: the risk register and the test list."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from coach import flow
from coach.export.brief import by_day, kill_line
from coach.export.document import Block, Cell, Column, Note, Row, Span, Spans, Table
from coach.export.material import Material, day
from coach.export.prose import paragraph, sentence
from coach.questions import Card, Field, Kind
from coach.steps.risk.model import Risk
from coach.steps.risk.numbers import expected_loss, ranked
from coach.values import Record


def risks(material: Material) -> tuple[Block, ...]:
    """The risk register, largest expected loss first, with the total and the stop line."""
    card = flow.card("risk.risks")
    losses = {each.result.record: each for each in material.figures(card.key)}
    column = Column("expected_loss", material.words.figure(card, "expected_loss"), True)

    def loss(risk: Risk) -> Cell:
        path = f"risk.risks.{risk.id}.probability"
        return Cell((Span(losses[risk.id].text, path),), expected_loss(risk), True)

    rows = ranked(material.plan.risk)
    table = _table(material, card, rows, {"impact": (column, loss)})
    sums: Spans = ()
    if losses[""].text:
        total = losses[""]
        sums = sentence(f"{total.label}: {total.text} ({total.result.figures})")
    empty = () if rows else (Note((Span("No risk is written down yet."),), ("risk.risks",)),)
    return (table, *empty, *paragraph(sums, kill_line(material)))


def tests(material: Material) -> tuple[Block, ...]:
    """The test list, next one first, with the day of the next review."""
    rows = by_day(material)
    table = _table(material, flow.card("review.tests"), rows)
    empty = () if rows else (Note((Span("No test is planned yet."),), ("review.tests",)),)
    review = day(material.plan.review.next_review)
    last = sentence("Next review: ", Span(review, "review.next_review")) if review else ()
    return (table, *empty, *paragraph(last))


Computed = dict[str, tuple[Column, Callable[[Any], Cell]]]
"""Computed columns, each by the key of the question that it stands behind."""


def _table(
    material: Material, card: Card, rows: Sequence[Record], computed: Computed | None = None
) -> Table:
    """The card's records, one a row, with a column for each question asked of them."""
    question = card.fields[0]
    path = card.path(question)
    columns: list[Column] = [Column("rank", "#", True)]
    asked = flow.parts(question, material.plan.level)
    for part in asked:
        label = material.words.label(card, question, part)
        columns.append(Column(part.key, label, part.kind is Kind.NUMBER))
        if computed and part.key in computed:
            columns.append(computed[part.key][0])

    def cells(rank: int, row: Record) -> Iterator[Cell]:
        yield Cell((Span(str(rank)),), rank, True)
        for part in asked:
            yield _cell(material, card, part, f"{path}.{row.id}.{part.key}")
            if computed and part.key in computed:
                yield computed[part.key][1](row)

    return Table(
        tuple(columns),
        tuple(
            Row(tuple(cells(rank, row)), (f"{path}.{row.id}",)) for rank, row in enumerate(rows, 1)
        ),
        (path,),
    )


def _cell(material: Material, card: Card, part: Field, path: str) -> Cell:
    span = material.shown(path, part, card)
    counts = part.kind in (Kind.NUMBER, Kind.DATE)
    return Cell((span,), material.plan.get(path) if counts else span.text, part.kind is Kind.NUMBER)
