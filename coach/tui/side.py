"""What stands beside the card: the guide above, the coach below.

Where there is no room for both beside the card, one of them at a time is a sheet.
"""

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from coach import flow
from coach.questions import Card
from coach.session import Session
from coach.tui.findings import FindingList
from coach.tui.guide import markdown, topic_text

FIRST_PAGE = 0.4
"""Seconds before the first page is read: it brings its reader with it, and keys go before."""


class Side(Vertical):
    """Draws the guide and the findings of one card."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="side")
        self.session = session
        self.sheet = ""
        """Which of the two is open as a sheet: ``guide``, ``coach`` or neither."""
        self._card: Card | None = None
        self._workshop = False
        self._pages: set[str] = set()
        """Cards whose page has been read from the pack already."""

    def compose(self) -> ComposeResult:
        """Guide and coach."""
        with VerticalScroll(id="guide"):
            yield Static("", id="guide-text")
        yield FindingList(self.session, "Nothing to say about this card so far.", id="coach")

    def on_mount(self) -> None:
        """The guide can be scrolled by keys."""
        self.query_one("#guide", VerticalScroll).can_focus = True

    def draw(self, card: Card, workshop: bool) -> None:
        """Draw what is said about ``card``; ``workshop``: with the facilitator's notes."""
        self._card, self._workshop = card, workshop
        findings = [f for f in self.session.findings if flow.place(f.field).card is card]
        self.query_one("#coach", FindingList).show(findings)
        if card.key in self._pages:
            self.draw_guide()
        elif not self._pages:
            self.set_timer(FIRST_PAGE, self.draw_guide)
        else:  # reading a page takes time: the card is painted first
            self.call_after_refresh(self.draw_guide)

    def draw_guide(self) -> None:
        """Draw the guide, if it is in view: reading its page costs too much otherwise."""
        if not self.query("#guide-text") or self._card is None:
            return  # left before the refresh that this waited for
        in_view = self.query_one("#guide").is_on_screen or self.screen.has_class("-wide")
        if not in_view and not self.sheet:
            return
        topic = self.session.pack.topic(self._card.key)
        self._pages.add(self._card.key)
        content = markdown(topic_text(topic, self.session.plan.level, self._workshop))
        guide = self.query_one("#guide-text", Static)
        if guide.content != content:
            guide.update(content)
            self.query_one("#guide").scroll_home(animate=False)

    def open(self, name: str) -> Widget | None:
        """Open guide or coach; gives what to focus, None where it was open and is closed now."""
        pane = self.query_one(f"#{name}")
        if pane.has_focus or (self.sheet == name and not self.screen.has_class("-wide")):
            self.close()
            return None
        self._show(name)
        self.draw_guide()
        return pane

    def close(self) -> None:
        """Close the sheet."""
        self._show("")

    def _show(self, name: str) -> None:
        self.sheet = name
        self.set_class(bool(name), "-open")
        self.set_class(name == "coach", "-coach")
        body = self.parent
        if isinstance(body, Widget):
            body.set_class(bool(name), "-sheet")
