"""Lists of records: the rows, and a form for the row that is marked."""

from collections.abc import Callable, Mapping
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Line

from coach import flow
from coach.coaching.finding import Finding
from coach.questions import Field, Kind
from coach.refusal import Refusal
from coach.session import Session
from coach.text import one_line
from coach.tui.commands import bindings
from coach.tui.fields.choice import ChoiceRow
from coach.tui.fields.claim import ClaimRow
from coach.tui.fields.range import RangeRow
from coach.tui.fields.row import NEW, Changed, Refused, Row
from coach.tui.fields.typed import TypedRow
from coach.tui.lines import Lines
from coach.tui.listing import Listing
from coach.tui.signs import LEVELS, STATES
from coach.tui.text import join

PART_BUILDERS: dict[Kind, Callable[[Session, str, Field], Any]] = {
    Kind.TEXT: TypedRow,
    Kind.NUMBER: TypedRow,
    Kind.DATE: TypedRow,
    Kind.CHOICE: ChoiceRow,
    Kind.CLAIM: ClaimRow,
    Kind.RANGE: RangeRow,
}
"""What a record may be made of."""


class RecordList(Listing):
    """The rows. Its keys work while it has the focus."""

    class Asked(Message):
        """Something is to be done with the marked row."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    BINDINGS = [
        Binding("enter", "select", "edit"),
        *bindings("records"),
        Binding("u", "screen.undo", "undo"),
    ]

    DEFAULT_CSS = """
    RecordList {
        height: auto; max-height: 9; border: none; padding: 0; background: $surface;
        border-left: outer $line; text-wrap: nowrap; text-overflow: ellipsis;
    }
    RecordList:focus { border: none; border-left: outer $accent; background: $surface-lighten-1; }
    """

    def action_ask(self, action: str) -> None:
        """Tell the card what is wanted."""
        self.post_message(self.Asked(action))


class Press(Static, can_focus=True):
    """One line that does something when pressed."""

    class Pressed(Message):
        """It was pressed."""

    BINDINGS = [
        Binding("enter", "press", "add"),
        Binding("up", "app.focus_previous", "back", show=False),
        Binding("down", "app.focus_next", "on", show=False),
    ]

    DEFAULT_CSS = """
    Press { width: auto; height: 1; padding: 0 1; color: $muted; }
    Press:focus { background: $accent; color: $background; text-style: bold; }
    Press:hover { background: $surface-lighten-1; }
    """

    def action_press(self) -> None:
        """Say that it was pressed."""
        self.post_message(self.Pressed())

    def on_click(self, _event: events.Click) -> None:
        """A click is a press."""
        self.action_press()


AT_ONCE = 9
"""Questions of a row's form that are mounted before the first paint: more are not in view."""


class RecordsRow(Row):
    """The list, the form of the marked row, and a line that adds another.

    Where there is no row yet the form stands there all the same: the first key typed into it
    makes the row.
    """

    DEFAULT_CSS = """
    RecordsRow > .which { height: 1; padding: 0 1; }
    RecordsRow > .empty { height: auto; padding: 0 1; color: $muted; }
    RecordsRow > .form { height: auto; padding: 0 0 0 1; }
    .-tall RecordsRow > .form > Row { margin-bottom: 1; }
    .-tall RecordsRow > RecordList { margin-bottom: 1; }
    """

    def __init__(self, session: Session, path: str, field: Field) -> None:
        super().__init__(session, path, field)
        rows = session.plan.get(path)
        self.record: str = rows[0].id if rows else NEW
        self._parts: list[Any] = []
        self._findings: Mapping[str, Finding] = {}
        self._drawn_for = ""
        self._ids: list[str] = []
        self._drawn: list[object] = []

    def compose(self) -> ComposeResult:
        """The list, the form and the adding line."""
        self.list = RecordList(markup=False)
        yield self.list
        self.empty = Static(join(self.wording.empty), classes="empty")
        yield self.empty
        self.which = Lines("", classes="which")
        yield self.which
        self.form = Vertical(classes="form")
        with self.form:
            self._parts = [
                PART_BUILDERS[part.kind](
                    self.session, f"{self.path}.{self.record}.{part.key}", part
                )
                for part in flow.parts(self.field, self.session.plan.level)
            ]
            yield from self._parts[:AT_ONCE]
        self.adder = Press("")
        yield self.adder

    def on_mount(self) -> None:
        """Draw the list; the rest of a long form comes after the first paint."""
        self.load()
        self.call_after_refresh(self._mount_rest)

    async def _mount_rest(self) -> None:
        rest = [part for part in self._parts if not part.is_attached]
        if rest and self.is_attached:
            await self.form.mount(*rest)

    def _asking(self) -> list[Any]:
        """The parts that are on the screen already."""
        return [part for part in self._parts if part.is_mounted]

    def load(self) -> None:
        """Draw list and form as the session holds them."""
        ids = [row.id for row in self.session.plan.get(self.path)]
        back = [each for each in ids if each not in self._ids]
        if self._ids and len(back) == 1:
            self._mark(back[0])  # undo brought it back: it is what one looks for
        elif self.record not in ids:
            self._mark(ids[-1] if ids else NEW)
        for part in self._asking():
            part.load()
        self._draw_list()

    def target(self, path: str) -> Widget | None:
        """The field that ``path`` names; it marks that row first."""
        record = flow.place(path).record
        known = [row.id for row in self.session.plan.get(self.path)]
        if record != self.record and record in known:  # a path may outlive its row
            self._mark(record)
            self._draw_list()
        for part in self._parts:
            if part.leads_to(path) and part.is_mounted:
                found: Widget | None = part.target(path)
                return found
            if part.leads_to(path):  # further down than what was mounted at once
                self.call_later(self._reach, part, path)
        return self._parts[0].target(path) if self.record == NEW else self.list

    async def _reach(self, part: Any, path: str) -> None:
        await self._mount_rest()
        if part.is_mounted and part.leads_to(path):
            self.screen.set_focus(part.target(path))
            self.call_after_refresh(part.scroll_visible, animate=False)  # once it is laid out

    def show_notes(self, findings: Mapping[str, Finding]) -> None:
        """Notes on the list as a whole; the parts show their own; rows carry a sign."""
        super().show_notes(findings)
        self._findings = findings
        self._draw_list()

    def make_record(self) -> None:
        """Make the first row when the first key is typed into its form."""
        if self.record == NEW:
            record = self.session.add(self.path)
            self.record = record
            for part in self._parts:
                part.settle(f"{self.path}.{record}.{part.field.key}")
            self._draw_list()

    def fill(self) -> str:
        """Offer the pack's example rows; says so if there are none."""
        return "" if self.wording.examples else "there is no example row for this list"

    def insert(self, values: Mapping[str, Any]) -> None:
        """Add a row with these values and mark it."""
        known = {part.key for part in self.field.of}
        self._change(
            lambda: self.session.add(self.path, {k: v for k, v in values.items() if k in known})
        )

    def on_changed(self, event: Changed) -> None:
        """A part changed: the list shows its name."""
        if event.path == self.path:
            return
        for part in self._asking():
            if isinstance(part, RangeRow) and event.path.endswith(f".{part.field.around}"):
                part.draw_likely()
        rows = self.session.plan.get(self.path)
        index = next((at for at, row in enumerate(rows) if row.id == self.record), None)
        if index is not None and index < len(self._drawn):
            line = self._line(index + 1, rows[index])
            if _key(line) != self._drawn[index]:
                self._drawn[index] = _key(line)
                self.list.replace_option_prompt_at_index(index, line)

    def on_record_list_asked(self, event: RecordList.Asked) -> None:
        """Add, copy, delete or move."""
        event.stop()
        self.do(event.action)

    def on_press_pressed(self, event: Press.Pressed) -> None:
        """Add another row and go to its first field."""
        event.stop()
        self.do("add")

    def do(self, action: str) -> None:
        """Carry out one of add, copy, remove, up, down."""
        path, record, session = self.path, self.record, self.session
        if action == "add":
            if not self._mark_empty():
                self._change(lambda: session.add(path))
            self.screen.set_focus(self._parts[0].target(self.path))
        elif record == NEW:
            return
        elif action == "copy":
            self._change(lambda: session.duplicate(path, record))
        elif action == "remove":
            ids = [row.id for row in session.plan.get(path)]
            index = ids.index(record)
            left = ids[:index] + ids[index + 1 :]
            neighbour = left[min(index, len(left) - 1)] if left else NEW
            name = self._row_name(session.plan.get(path)[index])
            if self._change(lambda: session.remove(path, record), neighbour):
                undo = "u" if left else "Ctrl+Z"  # without rows the caret goes into the form
                self.app.clear_notifications()
                self.app.notify(f"Deleted {name}. {undo} brings it back.", markup=False, timeout=4)
                if not left:
                    self.screen.set_focus(self._parts[0].target(self.path))
        else:
            by = -1 if action == "up" else 1
            self._change(lambda: session.move(path, record, by), record)

    def _mark_empty(self) -> bool:
        """Go to a row that is still empty instead of adding another."""
        for row in self.session.plan.get(self.path):
            if row == type(row)(id=row.id):
                self._mark(row.id)
                self._draw_list()
                return True
        return False

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the marked row in the form."""
        event.stop()
        if event.option_id and event.option_id != self.record:
            self._mark(event.option_id)
            self._draw_list()
            self.screen.post_message(Changed(f"{self.path}.{event.option_id}"))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go into the form."""
        event.stop()
        self.screen.set_focus(self._parts[0].target(self.path))

    def _change(self, act: Callable[[], str | None], mark: str = "") -> bool:
        """Change the list, then mark ``mark`` or the row that was made; False if refused."""
        try:
            made = act()
        except Refusal as refusal:
            self.post_message(Refused(str(refusal)))
            return False
        self._mark(mark or made or self.record)
        self.load()
        self.post_message(Changed(self.path, shape=True))
        return True

    def _mark(self, record: str) -> None:
        self.record = record
        for part in self._parts:
            path = f"{self.path}.{record}.{part.field.key}"
            if part.is_mounted:
                part.rebind(path)
                part.show_notes(self._findings)
            else:
                part.path = path

    def _draw_list(self) -> None:
        rows = self.session.plan.get(self.path)
        lines = [self._line(number, row) for number, row in enumerate(rows, 1)]
        drawn = [_key(line) for line in lines]
        if (self.record, drawn) == (self._drawn_for, self._drawn):
            return
        self._drawn_for, self._drawn = self.record, drawn
        self._ids = [row.id for row in rows]
        self.list.display = bool(rows)
        self.which.display = len(rows) > 1
        here = self._ids.index(self.record) + 1 if self.record in self._ids else 0
        self.which.show(join((f"── row {here} of {len(rows)} ", "$muted")))
        self.empty.display = not rows
        self.adder.display = bool(rows) and not self.session.read_only
        self.adder.update(f"+ Add another ({len(rows)} so far); Ctrl+N goes on")
        with self.list.prevent(OptionList.OptionHighlighted):
            self.list.set_options(
                Line(line, id=row.id) for line, row in zip(lines, rows, strict=True)
            )
            for index, row in enumerate(rows):
                if row.id == self.record:
                    self.list.highlighted = index

    def _line(self, number: int, row: Any) -> Content:
        depth = self.session.plan.level
        states = [
            flow.state(part, getattr(row, part.key), self.session.plan)
            for part in flow.parts(self.field, depth)
            if not part.optional
        ]
        done = all(s is flow.State.DONE for s in states)
        begun = any(s is not flow.State.EMPTY for s in states)
        state = flow.State.DONE if done else flow.State.STARTED if begun else flow.State.EMPTY
        worst = min(
            (f for path, f in self._findings.items() if path.startswith(f"{self.path}.{row.id}")),
            key=lambda f: f.level.rank,
            default=None,
        )
        sign, _, style = LEVELS[worst.level] if worst else ("", "", "")
        here = row.id == self.record
        return join(
            ("▸" if here else " ", "$accent"),
            (STATES[state], "$secondary"),
            (sign or " ", style),  # before the name, which may be cut
            f" {number} ",
            (self._row_name(row), "bold $accent" if here else "bold"),
        )

    def _row_name(self, row: Any) -> str:
        first = next(part for part in self.field.of if part.kind is Kind.TEXT)
        return one_line(getattr(row, first.key), 60) or "(empty)"


def _key(line: Content) -> object:
    """What makes two lines look alike."""
    return line.plain, tuple(line.spans)
