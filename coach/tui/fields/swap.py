"""The rival swap: the statement with a rival's name in it, clause by clause."""

from textual.content import Content

from coach.text import one_line
from coach.tui.fields.grid import GridRow
from coach.tui.fields.statement import SLOT
from coach.tui.text import join


class SwapRow(GridRow):
    """Above the squares stands the statement as the marked column's rival would say it."""

    def intro(self) -> Content:
        """The statement with the rival's name; the marked clause stands out."""
        down, right = self._at
        rival, clause = self.column_name(self.columns[right]), self.rows[down]
        statement = self.session.plan.value.statement
        parts: list[tuple[str, str] | str] = []
        for index, piece in enumerate(
            SLOT.split(self.session.pack.topic("value.statement").sentence)
        ):
            if index % 2 == 0:
                parts.append(piece)
            elif piece == "product":
                parts.append((rival, "bold $primary"))
            else:
                text = one_line(str(getattr(statement, piece, ""))).rstrip(".") or "…"
                parts.append((text, "bold underline $accent" if piece == clause else "bold"))
        return join(*parts)
