"""How far a figure may lie below and above what is likely."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static

from coach.coaching.finding import Finding
from coach.figures import amount
from coach.questions import Field
from coach.session import Session
from coach.tui.fields.row import Row
from coach.tui.fields.typed import TypedRow, unit_word
from coach.tui.lines import Lines
from coach.tui.text import join

SLIM = 50
"""Columns below which the name stands above the figures instead of beside them."""


class RangeRow(Row):
    """Low and high beside the likely figure, which is asked elsewhere."""

    DEFAULT_CSS = """
    RangeRow > Horizontal { height: auto; }
    RangeRow .name { width: 1fr; height: auto; padding-right: 1; }
    RangeRow .likely { width: 12; height: 1; padding: 0 1; text-align: center; color: $secondary; }
    RangeRow End { width: 11; }
    RangeRow.-slim > Horizontal { layout: grid; grid-size: 3; grid-rows: auto; }
    RangeRow.-slim .name { column-span: 3; }
    """

    def __init__(self, session: Session, path: str, field: Field) -> None:
        super().__init__(session, path, field)
        self._ends: list[End] = []

    def compose(self) -> ComposeResult:
        """Name, low, likely, high."""
        low, high = self.field.parts
        self._ends = [End(self.session, f"{self.path}.{part.key}", part) for part in (low, high)]
        self.likely = Lines("", classes="likely")
        with Horizontal():
            yield Static(self.label(), classes="name")
            yield self._ends[0]
            yield self.likely
            yield self._ends[1]

    @property
    def unit(self) -> str:
        """The unit of both ends."""
        return unit_word(self.session, self.field)

    def on_mount(self) -> None:
        """Draw the likely figure."""
        self.draw_likely()

    def on_resize(self) -> None:
        """Without room side by side the name stands above."""
        self.set_class(self.size.width < SLIM, "-slim")

    def load(self) -> None:
        """Draw the ends and what lies between them."""
        for end in self._ends:
            end.load()
        self.draw_likely()

    def rebind(self, path: str) -> None:
        """Ask for the same range of another record."""
        self.path = path
        for end in self._ends:
            end.rebind(f"{path}.{end.field.key}")
        self.draw_likely()

    def settle(self, path: str) -> None:
        """Ask for the range of the record that was made for what is typed into it."""
        super().settle(path)
        for end in self._ends:
            end.settle(f"{path}.{end.field.key}")

    def target(self, path: str) -> Widget | None:
        """The end that ``path`` names, else the low one."""
        wanted = [end for end in self._ends if end.path == path] or self._ends
        return wanted[0].target(path)

    def trouble(self) -> str:
        """What is wrong with what was typed at either end."""
        return next((told for end in self._ends if (told := end.trouble())), "")

    def show_notes(self, findings: Mapping[str, Finding]) -> None:
        """What is said of the range or of one of its ends."""
        paths = (self.path, *(end.path for end in self._ends))
        here = next((findings[path] for path in paths if path in findings), None)
        super().show_notes({self.path: here} if here else {})

    def draw_likely(self) -> None:
        """Draw the figure that the range lies around."""
        owner = self.path.rpartition(".")[0]
        value = None if self.is_new else self.session.plan.get(f"{owner}.{self.field.around}")
        self.likely.show(join(f"≤ {amount(value)} ≤"))


class End(TypedRow):
    """One end of the range: only the figure; what is wrong with it stands below the range."""

    def __init__(self, session: Session, path: str, field: Field) -> None:
        super().__init__(session, path, field)
        self.remove_class("-short")

    def compose(self) -> ComposeResult:
        """The editor alone."""
        yield self.make_editor()

    def _placeholder(self) -> str:
        return self.wording.label.lower()

    def show_notes(self, findings: Mapping[str, Finding]) -> None:
        """The range says it."""
