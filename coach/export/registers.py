"""The two forms that are tables: the risk register and the test list."""

from collections.abc import Sequence

from coach import flow
from coach.export.brief import by_day, kill_line
from coach.export.document import Block, Cell, Column, Note, Row, Span, Spans, Table
from coach.export.material import Material, day
from coach.export.prose import paragraph, sentence
from coach.questions import Card, Field, Kind
from coach.steps.risk.numbers import expected_loss, ranked
from coach.values import Record


def risks(material: Material) -> tuple[Block, ...]:
    """The risk register, largest expected loss first, with the total and the stop line."""
    card = flow.card("risk.risks")
    rows = ranked(material.plan.risk)
    losses = {each.result.record: each for each in material.figures(card.key)}
    if not rows:
        return (_nothing("No risk is written down yet.", "risk.risks"), *paragraph(_stop(material)))
    label = material.words.figure(card, "expected_loss")
    loss = [
        Cell((Span(losses[risk.id].text, "risk.risks"),), expected_loss(risk), True)
        for risk in rows
    ]
    table = _table(material, card, rows, {"impact": (Column("expected_loss", label, True), loss)})
    total = losses[""]
    sums: Spans = ()
    if total.text:
        sums = sentence(f"{total.label}: {total.text} ({total.result.figures})")
    return (table, *paragraph(sums, _stop(material)))


def tests(material: Material) -> tuple[Block, ...]:
    """The test list, next one first, with the day of the next review."""
    rows = by_day(material)
    review = day(material.plan.review.next_review)
    last = sentence("Next review: ", Span(review, "review.next_review")) if review else ()
    if not rows:
        return (_nothing("No test is planned yet.", "review.tests"), *paragraph(last))
    return (_table(material, flow.card("review.tests"), rows), *paragraph(last))


def _stop(material: Material) -> Spans:
    return kill_line(material)


def _nothing(words: str, path: str) -> Note:
    return Note((Span(words),), (path,))


def _table(
    material: Material,
    card: Card,
    rows: Sequence[Record],
    after: dict[str, tuple[Column, list[Cell]]] | None = None,
) -> Table:
    """The card's records, one a row, a column for each question asked of them.

    ``after`` puts a computed column behind the question of that key.
    """
    question = card.fields[0]
    path = card.path(question)
    columns: list[Column] = [Column("rank", "#", True)]
    cells: list[list[Cell]] = [[Cell((Span(str(at)),), at, True)] for at in range(1, len(rows) + 1)]
    for part in flow.parts(question, material.plan.level):
        number = part.kind is Kind.NUMBER
        columns.append(Column(part.key, material.words.label(card, question, part), number))
        for line, row in zip(cells, rows, strict=True):
            line.append(_cell(material, card, part, f"{path}.{row.id}.{part.key}"))
        if after and part.key in after:
            column, computed = after[part.key]
            columns.append(column)
            for line, cell in zip(cells, computed, strict=True):
                line.append(cell)
    return Table(
        tuple(columns),
        tuple(
            Row(tuple(line), (f"{path}.{row.id}",)) for line, row in zip(cells, rows, strict=True)
        ),
        (path,),
    )


def _cell(material: Material, card: Card, part: Field, path: str) -> Cell:
    number = part.kind is Kind.NUMBER
    span = material.shown(path, part, card)
    value = material.plan.get(path)
    if part.kind not in (Kind.NUMBER, Kind.DATE):
        value = span.text
    return Cell((span,), value, number)
