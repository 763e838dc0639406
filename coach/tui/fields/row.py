"""What every question on a card has in common."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from coach import flow
from coach.coaching.finding import Finding
from coach.pack.page import Wording
from coach.questions import Field
from coach.session import Session
from coach.tui.signs import finding_note, problem_note
from coach.tui.text import join

NEW = "+"
"""Stands in a path for the id of a record that the first key typed will make; no id is that."""


@dataclass
class Changed(Message):
    """The answer at ``path`` has changed in the session. ``shape``: rows came, went or moved."""

    path: str
    shape: bool = False


class GoOn(Message):
    """Enter was pressed: on to the next field, and from the last one to the next card."""


@dataclass
class Refused(Message):
    """The session refused something; ``text`` says what and why, in one line."""

    text: str


class Row(Vertical):
    """A label, an editor, and below it what is wrong or what the coach says.

    A row draws what the session holds at ``path`` and holds no answer of its own.
    """

    DEFAULT_CSS = """
    Row { height: auto; }
    Row > .label { height: auto; }
    Row > .note { height: auto; padding: 0 0 0 1; }
    """

    def __init__(self, session: Session, path: str, field: Field) -> None:
        super().__init__()
        self.session = session
        self.path = path
        self.field = field
        self._note: Static | None = None
        self._note_key: object = None

    @property
    def wording(self) -> Wording:
        """How the pack words this question."""
        return self.session.pack.wording(*flow.place(self.path).worded)

    @property
    def is_new(self) -> bool:
        """True while the record that this row asks about does not exist yet."""
        return f".{NEW}." in self.path

    def make_record(self) -> None:
        """Before the first change: have the list make the record that this row asks about."""
        for owner in self.ancestors:
            if isinstance(owner, Row):
                owner.make_record()
                return

    def settle(self, path: str) -> None:
        """Ask for ``path``, that was made for what is typed here: nothing is drawn over it."""
        self.path = path

    @property
    def unit(self) -> str:
        """What the number counts, to stand beside its name; empty for other answers."""
        return ""

    def label(self) -> Content:
        """The line above the editor: the question's name; what is meant is in the hint line."""
        return join(
            (self.wording.label, "bold"),
            (f"  {self.unit}" if self.unit else "", "$secondary"),
            ("  optional" if self.field.optional else "", "italic $muted"),
        )

    def load(self) -> None:
        """Draw what the session holds."""

    def leads_to(self, path: str) -> bool:
        """True where this row, or something in it, asks for the answer at ``path``."""
        return path == self.path or path.startswith(f"{self.path}.")

    def target(self, path: str) -> Widget | None:
        """The widget to focus for ``path``."""
        return next((w for w in self.query("*") if w.focusable), None)

    def trouble(self) -> str:
        """What is wrong with the text that was typed here; empty if nothing."""
        return self.session.problem(self.path)

    def show_notes(self, findings: Mapping[str, Finding]) -> None:
        """Say what is wrong with the typed text, or else the coach's worst finding here."""
        problem = self.trouble()
        finding = findings.get(self.path)
        key = problem or finding
        if key == self._note_key:
            return
        self._note_key = key
        if not key:
            if self._note is not None:
                self._note.display = False
            return
        content = problem_note(problem) if problem else finding_note(finding)
        if self._note is None:
            self._note = Static(content, classes="note")
            self.mount(self._note)
        else:
            self._note.update(content)
            self._note.display = True
