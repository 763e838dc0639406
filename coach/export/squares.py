"""A score matrix as a table, its rows and columns named; and the statement in a rival's name."""

from coach import flow, grids
from coach.export.document import (
    Block,
    Cell,
    Column,
    Fact,
    Facts,
    Quote,
    Row,
    Span,
    Spans,
    Table,
    Text,
    fields_of,
)
from coach.export.material import Material, shortened
from coach.export.prose import listed, sentence, together
from coach.questions import Card, Field, Unit
from coach.units import bounds

LONG_HEAD = 60
"""Characters of a name that heads a row or a column."""


def grid(material: Material, card: Card, field: Field) -> list[Block]:
    """The scores with the reasons below them; nothing where no square is filled."""
    path = card.path(field)
    rows = tuple(_row(material, card, field, row) for row in grids.rows(field, material.plan))
    reasons = _reasons(material, card, field)
    if not reasons and all(cell.spans[0].text == EMPTY for row in rows for cell in row.cells[1:]):
        return []
    across = grids.columns(field, material.plan)
    # No id and no key holds an underscore at its end, so that no column is called like this one.
    columns = (
        Column("row_", _corner(material, card, field)),
        *(Column(key, _column(material, card, field, key), True) for key in across),
    )
    return [Table(columns, rows, (path,)), *reasons]


EMPTY = "–"


def _row(material: Material, card: Card, field: Field, row: str) -> Row:
    path = card.path(field)
    name = _named_row(material, card, field, row)
    start = f"{field.down}.{row}" if field.down else ""
    cells = [Cell((Span(name, start),), name)]
    unit = grids.square(field, row).unit
    for column in grids.columns(field, material.plan):
        at = f"{path}.scores.{row}.{column}"
        draft, score = material.draft(at), material.plan.get(at)
        said = draft.text if draft else _score(material, score, unit)
        cells.append(Cell((Span(said or EMPTY, at),), score, True))
    return Row(tuple(cells), (path,))


def _score(material: Material, score: float | None, unit: Unit) -> str:
    """Out of five or ten the head of the table says; yes and no are said in the square."""
    return material.number(score, unit if unit is Unit.TRUE else Unit.NONE)


def _reasons(material: Material, card: Card, field: Field) -> list[Block]:
    path = card.path(field)
    facts: list[Fact] = []
    for row, column in grids.squares(field, material.plan):
        at = f"{path}.reasons.{row}.{column}"
        why = material.kept(at)
        if why.text:
            names = (
                _named_row(material, card, field, row),
                _column(material, card, field, column),
            )
            facts.append(Fact(", ".join(names), (why,), (at,)))
    if not facts:
        return []
    return [Facts(tuple(facts), tuple(path for fact in facts for path in fact.fields))]


def _corner(material: Material, card: Card, field: Field) -> str:
    label = material.words.label(card, field)
    least, most, _ = bounds(field.unit)
    return f"{label} ({least}–{most})" if field.unit in (Unit.OF_5, Unit.OF_10) else label


def _named_row(material: Material, card: Card, field: Field, row: str) -> str:
    if field.down:
        return shortened(material.called(field.down, row), LONG_HEAD)
    return material.words.label(card, field, grids.square(field, row))


def _column(material: Material, card: Card, field: Field, column: str) -> str:
    if column in field.columns:
        return material.words.option(card.key, field.key, column)
    return shortened(material.called(field.across, column), LONG_HEAD)


def swap(material: Material) -> list[Block]:
    """The statement with each rival's name in it, and the clauses that stay true then."""
    card = flow.card("value.swap")
    field = card.fields[0]
    ours = material.said("value.statement.product").text or material.name
    blocks: list[Block] = []
    for rival in material.plan.value.alternatives:
        path = f"value.alternatives.{rival.id}"
        name = material.inside(f"{path}.name").text
        instead = {"product": material.said(f"{path}.name").text, "alternative": ours}
        said = material.statement(blanks=True, instead=instead)
        if not name or not said:
            continue
        blocks += [
            Text((Span("If "), Span(name, f"{path}.name"), Span(" said it:")), (path,)),
            Quote(said, fields_of(said)),
        ]
        verdict = together(
            sentence("Still true: ", *_clauses(material, card, field, rival.id, 1)),
            sentence("No longer true: ", *_clauses(material, card, field, rival.id, 0)),
        )
        if fields_of(verdict):
            blocks.append(Text(verdict, fields_of(verdict)))
    return blocks


def _clauses(material: Material, card: Card, field: Field, rival: str, value: int) -> Spans:
    """The clauses that have this score, or an empty answer where none has."""
    path = card.path(field)
    found: list[Spans] = []
    for row in grids.rows(field, material.plan):
        at = f"{path}.scores.{row}.{rival}"
        if material.plan.get(at) == value:
            label = material.words.label(card, field, grids.square(field, row)).lower()
            found.append((Span(label, at),))
    return listed(*found) if found else (Span("", path),)
