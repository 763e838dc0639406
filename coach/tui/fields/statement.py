"""The value proposition, built slot by slot, with the sentence it makes."""

import re

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget

from coach import flow
from coach.questions import Field
from coach.session import Session
from coach.text import one_line
from coach.tui.fields.row import Changed, Row
from coach.tui.fields.typed import TypedRow
from coach.tui.lines import Lines
from coach.tui.text import join

SLOT = re.compile(r"{(\w+)}")
_NAMED = re.compile(r"\(([^)]+)\)")


class StatementRow(Row):
    """The slots, each able to start from an earlier answer, under the sentence they make."""

    DEFAULT_CSS = """
    StatementRow > .sentence {
        height: auto; padding: 0 1; margin-bottom: 1; background: $boost;
        border-left: outer $primary;
    }
    StatementRow > TypedRow {
        layout: grid; grid-size: 2; grid-columns: 22 1fr; grid-rows: auto; margin-bottom: 0;
    }
    StatementRow > TypedRow > .note { column-span: 2; }
    .-tall StatementRow > TypedRow { margin-bottom: 1; }
    .-narrow StatementRow > TypedRow { layout: vertical; }
    """

    def __init__(self, session: Session, path: str, field: Field) -> None:
        super().__init__(session, path, field)
        self._slots: list[TypedRow] = []
        self._card = flow.place(path).card.key

    def compose(self) -> ComposeResult:
        """The sentence, then its slots."""
        self.sentence = Lines("", classes="sentence")
        yield self.sentence
        self._slots = [
            Slot(self.session, f"{self.path}.{slot.key}", slot) for slot in self.field.of
        ]
        yield from self._slots

    def on_mount(self) -> None:
        """Draw the sentence."""
        self._draw()

    def load(self) -> None:
        """Draw sentence and slots."""
        for slot in self._slots:
            slot.load()
        self._draw()

    def target(self, path: str) -> Widget | None:
        """The slot that ``path`` names, else the first."""
        wanted = [slot for slot in self._slots if slot.path == path] or self._slots
        return wanted[0].target(path)

    def on_changed(self, _event: Changed) -> None:
        """A slot changed: so does the sentence."""
        self._draw()

    def _draw(self) -> None:
        topic = self.session.pack.topic(self._card)
        statement = self.session.plan.get(self.path)
        known = {slot.key for slot in self.field.of}
        parts: list[tuple[str, str] | str] = []
        for index, piece in enumerate(SLOT.split(topic.sentence)):
            if index % 2 == 0:
                parts.append(piece)
                continue
            if piece not in known:  # a pack may reach the slots, and nothing else
                parts.append(f"{{{piece}}}")
                continue
            text = one_line(getattr(statement, piece)).rstrip(".")
            label = self.session.pack.wording(self._card, self.field.key, piece).label
            # The sentence has the slot's own word already: of "For (audience)" the rest is left.
            named = _NAMED.search(label)
            blank = f"[{(named[1] if named else label).lower()}]"
            parts.append((text, "bold") if text else (blank, "$muted"))
        self.sentence.show(join(*parts))


class Slot(TypedRow):
    """One slot, beside its name."""

    def label(self) -> Content:
        """The name alone."""
        return join((self.wording.label, "bold"))
