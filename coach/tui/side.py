"""What stands beside the card: the guide above, the coach below.

Where there is no room for both beside the card, one of them at a time is a sheet.
"""

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from coach import flow
from coach.pack.markdown import blocks, with_terms
from coach.questions import Card
from coach.session import Session
from coach.tui.findings import FindingList
from coach.tui.guide import topic_text
from coach.tui.reader import Reader

if TYPE_CHECKING:
    from coach.tui.app import CoachApp

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
        self._shown = ""
        """The guide's text that is drawn."""
        self._pages: set[str] = set()
        """Cards whose page has been read from the pack already."""

    @property
    def coach_app(self) -> "CoachApp":
        """The app, by its own type."""
        return cast("CoachApp", self.app)

    def compose(self) -> ComposeResult:
        """Guide and coach."""
        yield Reader(id="guide")
        yield FindingList(self.session, "Nothing to say about this card so far.", id="coach")

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

    def follow(self, path: str) -> None:
        """Show what the coach says of the answer at ``path``."""
        self.query_one("#coach", FindingList).follow(path)

    def draw_guide(self) -> None:
        """Draw the guide, if it is in view: reading its page costs too much otherwise."""
        if not self.query("#guide") or self._card is None:
            return  # left before the refresh that this waited for
        guide = self.query_one("#guide", Reader)
        in_view = guide.is_on_screen or self.screen.has_class("-wide")
        if not in_view and not self.sheet:
            return
        topic = self.session.pack.topic(self._card.key)
        self._pages.add(self._card.key)
        text = topic_text(topic, self.session.plan.level, self._workshop)
        if text != self._shown:
            self._shown = text
            guide.show(tuple(with_terms(blocks(text), self.coach_app.book.terms)))

    def on_reader_followed(self, event: Reader.Followed) -> None:
        """A link in the guide opens in the playbook; a term is explained in place."""
        event.stop()
        if self._card is not None:
            self.coach_app.follow(event.link, self._card.key)

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
