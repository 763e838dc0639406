"""How each kind of question is asked on the screen: one builder a kind."""

from collections.abc import Callable

from coach.questions import Field, Kind
from coach.session import Session
from coach.tui.fields.choice import ChoiceRow
from coach.tui.fields.claim import ClaimRow
from coach.tui.fields.grid import GridRow
from coach.tui.fields.range import RangeRow
from coach.tui.fields.records import RecordsRow
from coach.tui.fields.row import Row
from coach.tui.fields.statement import StatementRow
from coach.tui.fields.swap import SwapRow
from coach.tui.fields.typed import TypedRow

BUILDERS: dict[Kind, Callable[[Session, str, Field], Row]] = {
    Kind.TEXT: TypedRow,
    Kind.NUMBER: TypedRow,
    Kind.DATE: TypedRow,
    Kind.CHOICE: ChoiceRow,
    Kind.CLAIM: ClaimRow,
    Kind.RECORDS: RecordsRow,
    Kind.RANGE: RangeRow,
    Kind.STATEMENT: StatementRow,
    Kind.GRID: GridRow,
}
"""By kind: what asks it. Each is made from the session, the field's path and its declaration."""

SPECIAL: dict[str, Callable[[Session, str, Field], Row]] = {"value.swap": SwapRow}
"""By path: what asks a question that is like no other of its kind."""


def build(session: Session, path: str, field: Field) -> Row:
    """The row that asks ``field`` for the answer at ``path``."""
    return SPECIAL.get(path, BUILDERS[field.kind])(session, path, field)
