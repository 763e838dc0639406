"""Answers that are typed: text, numbers, dates."""

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static, TextArea

from coach import links
from coach.questions import Field, Kind, Unit
from coach.refusal import Refusal
from coach.session import Session
from coach.text import MAX_ANSWER, clean_text
from coach.tui.fields.row import Changed, GoOn, Refused, Row
from coach.tui.layout import KeepsItsLines
from coach.tui.text import safe
from coach.units import WORDS

TALLEST = 8
"""Lines after which a text scrolls instead of growing."""


def unit_word(session: Session, field: Field) -> str:
    """The number's unit in words, or the plan's currency; empty where it has none."""
    if field.unit is Unit.MONEY:
        return session.plan.start.currency
    return WORDS.get(field.unit, "")


class Answer(KeepsItsLines, TextArea):  # type: ignore[misc]  # handlers are called by signature
    """A text area that behaves as a field of a form.

    Enter goes on, but makes a new line in long answers (Ctrl+J does everywhere); the arrows
    leave it at its first and last line. It grows with its text, and a key that does not
    make it grow lays out nothing but itself.
    """

    DEFAULT_CSS = """
    Answer {
        height: auto; padding: 0 1; border: none; background: $surface;
        border-left: outer $line; min-width: 8; scrollbar-size-vertical: 0;
    }
    Answer:focus { border: none; border-left: outer $accent; background: $surface-lighten-1; }
    """

    def __init__(self, text: str, keeps_lines: bool, placeholder: str = "") -> None:
        super().__init__(
            text,
            soft_wrap=True,
            show_line_numbers=False,
            placeholder=safe(placeholder),
            highlight_cursor_line=False,
        )
        self.cursor_blink = False
        self.keeps_lines = keeps_lines
        self.is_figure = False
        self.fewest = 3 if keeps_lines else 1
        self._tall = 0
        self._untouched = True
        self.styles.min_height = self.fewest
        self.styles.max_height = TALLEST

    def load_text(self, text: str) -> None:
        """Show another text; the caret goes to its end, at the latest when it is gone into."""
        super().load_text(text)
        self._untouched = not self.has_focus
        if self.has_focus:
            self.move_cursor(self.document.end)

    def on_focus(self) -> None:
        """Go on at the end of a figure; of a text, where the caret was left."""
        if self._untouched or self.is_figure:
            self._untouched = False
            self.move_cursor(self.document.end)

    def fit(self) -> None:
        """Lay out the card again only when the text has become a line taller or shorter."""
        tall = min(max(self.wrapped_document.height, self.fewest), TALLEST)
        if tall != self._tall:
            self._tall = tall
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines that the text takes in this width, so that one layout is enough.

        Textual answers with the height that the text took in the width before.
        """
        self.wrapped_document.wrap(max(1, width - 1), self.indent_width)
        self._tall = min(max(self.wrapped_document.height, self.fewest), TALLEST)
        return self._tall

    def render_line(self, y: int) -> Strip:
        """A line of the text; at the edge where it goes on unseen, an arrow says so."""
        strip = super().render_line(y)
        above = y == 0 and self.scroll_offset.y > 0
        below = y == self.size.height - 1 and self.scroll_offset.y < self.max_scroll_y
        if not above and not below:
            return strip
        text, last = strip.divide([strip.cell_length - 1, strip.cell_length])
        style = next((segment.style for segment in last), None) or Style.null()
        return Strip.join([text, Strip([Segment("▲" if above else "▼", style + Style(dim=True))])])

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "ctrl+j" or (event.key == "enter" and self.keeps_lines):
            self._leave(event)
            if not self.read_only:
                self._replace_via_keyboard("\n", *self.selection)
        elif event.key == "enter":
            self._leave(event)
            self.post_message(GoOn())
        elif len(self.text) >= MAX_ANSWER and event.is_printable:
            self._leave(event)
            self.post_message(
                Refused(f"an answer holds {MAX_ANSWER:,} characters; this one is full")
            )
        else:
            await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        self._leave(event)
        text = clean_text(event.text)
        if self.read_only or not text:
            return
        if len(self.text) + len(text) > MAX_ANSWER:
            self.post_message(
                Refused(
                    f"that is {len(text):,} characters and an answer holds {MAX_ANSWER:,}: "
                    "nothing was pasted"
                )
            )
            return
        if not self.keeps_lines:
            text = text.rstrip("\n")
        if (result := self._replace_via_keyboard(text, *self.selection)) is not None:
            self.move_cursor(result.end_location)

    def action_cursor_up(self, select: bool = False) -> None:
        """Go a line up, or to the field before from the first line."""
        before = self.selection
        super().action_cursor_up(select)
        if not select and self.selection == before:
            self.screen.focus_previous()

    def action_cursor_down(self, select: bool = False) -> None:
        """Go a line down, or to the next field from the last line."""
        line = self.wrapped_document.location_to_offset(self.cursor_location).y
        if not select and line >= self.wrapped_document.height - 1:
            self.screen.focus_next()
        else:
            super().action_cursor_down(select)

    def action_undo(self) -> None:
        """There is one undo, the plan's: two histories would contradict each other.

        The screen takes it back, not this field: the field may have to go for it.
        """
        self.call_later(self.screen.call_later, self.screen.run_action, "screen.undo")

    def action_redo(self) -> None:
        """There is one redo, the plan's."""
        self.call_later(self.screen.call_later, self.screen.run_action, "screen.redo")

    def action_delete_to_start_of_line(self) -> None:
        """Empty the field up to the caret: on a form that is what Ctrl+U is for."""
        self.delete((0, 0), self.cursor_location)

    def action_delete_to_end_of_line(self) -> None:
        """Empty the field from the caret on."""
        self.delete(self.cursor_location, self.document.end)

    def action_cursor_page_down(self) -> None:
        """Scroll the card where the text itself has nothing to scroll."""
        self._scroll_card(1, super().action_cursor_page_down)

    def action_cursor_page_up(self) -> None:
        """Scroll the card where the text itself has nothing to scroll."""
        self._scroll_card(-1, super().action_cursor_page_up)

    def _scroll_card(self, way: int, otherwise: Callable[[], None]) -> None:
        card = next((node for node in self.ancestors if isinstance(node, VerticalScroll)), None)
        if card is None or self.wrapped_document.height > TALLEST:
            otherwise()
        elif way > 0:
            card.scroll_page_down(animate=False)
        else:
            card.scroll_page_up(animate=False)

    @staticmethod
    def _leave(event: events.Event) -> None:
        event.stop()
        event.prevent_default()


class TypedRow(Row):
    """A label and a text area; numbers and dates stand beside their label."""

    DEFAULT_CSS = """
    TypedRow.-short { layout: grid; grid-size: 2; grid-columns: 1fr 22; grid-rows: auto; }
    TypedRow.-short > .note { column-span: 2; }
    """

    def __init__(self, session: Session, path: str, field: Field) -> None:
        super().__init__(session, path, field)
        self._width = 0
        self.set_class(field.kind in (Kind.NUMBER, Kind.DATE), "-short")

    def compose(self) -> ComposeResult:
        """The label, then the editor."""
        yield Static(self.label(), classes="label")
        yield self.make_editor()

    def make_editor(self) -> Answer:
        """The editor with what the session holds."""
        self.answer = Answer(self._stored(), self.field.keeps_lines, self._placeholder())
        self.answer.read_only = bool(self.session.read_only)
        self.answer.is_figure = self.field.kind in (Kind.NUMBER, Kind.DATE)
        return self.answer

    @property
    def unit(self) -> str:
        """The number's unit, or the plan's currency."""
        return unit_word(self.session, self.field)

    def load(self) -> None:
        """Show the stored text, unless it is there already."""
        text = self._stored()
        if self.answer.text != text:
            self.answer.load_text(text)
            self.answer.fit()

    def rebind(self, path: str) -> None:
        """Ask for the same answer of another record."""
        self.path = path
        self.load()

    def target(self, path: str) -> Widget | None:
        """The text area."""
        return self.answer

    def fill(self) -> str:
        """Put an earlier answer or the example into the empty field; says what is in the way."""
        if self.answer.text.strip():
            return "this field has an answer; an example only goes into an empty one"
        text = self._earlier() or self.wording.example
        if not text:
            return "there is no example for this field; the guide (F2) shows what good looks like"
        self.answer.insert(text)
        self.answer.select_all()  # the next key replaces it: an example is no answer
        return ""

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell the session what was typed."""
        event.stop()
        self.answer.fit()
        if self.answer.text == self._stored():
            return
        try:
            self.make_record()
            self.session.edit(self.path, self.answer.text)
        except Refusal as refusal:
            self.post_message(Refused(str(refusal)))
            self.load()
            return
        self.post_message(Changed(self.path))

    def on_resize(self, event: events.Resize) -> None:
        """A narrower field may need more lines."""
        if event.size.width != self._width:
            self._width = event.size.width
            self.call_after_refresh(self.answer.fit)

    def _stored(self) -> str:
        return "" if self.is_new else self.session.text(self.path)

    def _earlier(self) -> str:
        return links.earlier_answer(self.session.plan, self.path)

    def _placeholder(self) -> str:
        earlier = self._earlier()
        return f"F9 takes: {earlier}" if earlier else self.wording.placeholder
