"""One card of an open plan in view, with rail, guide and coach beside it."""

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from coach import flow
from coach.questions import Card
from coach.session import Session
from coach.tui.card import CardView
from coach.tui.cards import Cards
from coach.tui.fields.matrix import Matrix
from coach.tui.fields.row import Changed, Refused
from coach.tui.findings import by_field
from coach.tui.heading import Heading
from coach.tui.keybar import KeyBar
from coach.tui.rail import Rail
from coach.tui.side import Side
from coach.tui.text import safe
from coach.tui.timebox import Timebox

if TYPE_CHECKING:
    from coach.tui.app import CoachApp

FIRST_CHECK = 0.4
"""Seconds after which the coach reads a plan that was opened: the first paint goes before."""


class CardScreen(Screen[None]):
    """Shows one card at a time, and knows where the caret is on it.

    The screen draws the session; what is typed goes straight into it.
    """

    AUTO_FOCUS = ""

    def __init__(self, session: Session, path: str) -> None:
        super().__init__()
        self.session = session
        self.heading = Heading()
        self._start_path = path
        self.card: Card = flow.place(path).card
        self.timebox = Timebox()
        self._counting: Timer | None = None
        """Runs only while minutes are counted down."""

    @property
    def coach_app(self) -> "CoachApp":
        """The app, by its own type."""
        return cast("CoachApp", self.app)

    def compose(self) -> ComposeResult:
        """Heading, rail, card, guide and coach, keys."""
        yield self.heading
        with Horizontal(id="body"):
            yield Rail(self.session)
            yield Cards(self.session)
            yield Side(self.session)
        yield Static("", id="hint")
        yield KeyBar()

    async def on_mount(self) -> None:
        """Open the card where the plan was left."""
        await self.go_to(self._start_path)
        self.coach_app.check_soon(FIRST_CHECK)
        self.cards.put_off(FIRST_CHECK)

    # -- which card ---------------------------------------------------------------------

    async def go_to(self, path: str) -> None:
        """Show the card that asks for ``path`` and put the caret into that field."""
        card = flow.place(path).card
        if self.timebox.on and card is not self.card:
            self._count_down(card)
        self.card = card
        view = await self.cards.show(card)
        if not self.heading.is_attached:
            return  # the plan was left while the card was mounted
        self.draw_heading()
        view.show_notes(by_field(self.session.findings))
        # The card is painted first, then what stands beside it.
        self.call_after_refresh(self._draw_beside)
        self.call_after_refresh(view.draw_pictures)
        target = view.widget_for(path)
        if target is not None:
            self.set_focus(target)
            self.call_after_refresh(target.scroll_visible, animate=False)  # once it is laid out
        self.coach_app.left_at(path)
        cards = flow.walk(self.session.plan)
        at = self._index(cards)
        self.cards.make_ready([*cards[at + 1 : at + 2], *cards[max(0, at - 1) : at]])

    async def go_to_card(self, card: Card) -> None:
        """Show ``card`` with the caret in its first unanswered field."""
        await self.go_to(flow.first_gap(self.session.plan, card))

    def _index(self, cards: tuple[Card, ...]) -> int:
        return cards.index(self.card) if self.card in cards else 0

    # -- drawing -----------------------------------------------------------------------

    @property
    def cards(self) -> Cards:
        """The cards that were looked at."""
        return self.query_one(Cards)

    @property
    def view(self) -> CardView:
        """The card in view."""
        view = self.cards.front
        assert view is not None, "the first card is shown before anything can be done"
        return view

    def on_resize(self) -> None:
        """In a wider terminal the guide comes into view, and must be this card's."""
        if self.cards.front is not None:
            self.query_one(Side).draw_guide()

    def draw(self) -> None:
        """Draw what stands around the card."""
        self.draw_heading()
        self._draw_beside()

    def draw_heading(self) -> None:
        """Draw the line above: where we are, and what is left of the card's minutes."""
        plan, pack = self.session.plan, self.session.pack
        cards = flow.walk(plan)
        self.heading.show(
            [plan.title, pack.step_title(self.card.step), pack.topic(self.card.key).title],
            "  ".join(filter(None, (f"{self._index(cards) + 1}/{len(cards)}", self.timebox.text))),
            self.coach_app.save_state,
        )

    def _draw_beside(self) -> None:
        if not self.heading.is_attached:
            return  # left before the paint that this waited for
        self.query_one(Rail).draw(self.card.key)
        side = self.query_one(Side)
        side.draw(self.card, self.coach_app.desk.workshop)
        side.follow(self.coach_app.last_path)

    def show_findings(self) -> None:
        """Draw what a check has found, without moving anything that has the focus."""
        if self.cards.front is not None and self.view.is_mounted:
            self.view.show_notes(by_field(self.session.findings))
            self.view.draw_pictures()
            self.draw()

    # -- what is typed, and where the caret is ---------------------------------------------

    async def on_changed(self, event: Changed) -> None:
        """An answer changed: save and check soon; ask other questions if the choice says so."""
        event.stop()
        self.coach_app.left_at(event.path)
        self.query_one(Side).follow(event.path)
        self.coach_app.touched()
        self.cards.put_off()
        self.view.draw_results()
        if event.shape and self.view.stale:
            row = self.view.row_of(self.focused)
            await self.go_to(row.path if row else self.card.path(self.view.fields[0]))

    @property
    def focus_chain(self) -> list[Widget]:
        """Tab stays on the card; rail, guide and coach have keys of their own."""
        chain = super().focus_chain
        view = self.cards.front
        on_card = [widget for widget in chain if view in widget.ancestors]
        return on_card if self.focused in on_card else chain

    def focus_next(self, selector: str | type[Widget] = "*") -> Widget | None:
        """The next field; the last one keeps the focus, so that no key goes astray."""
        chain = self.focus_chain
        if chain and self.focused is chain[-1]:
            return self.focused
        return super().focus_next(selector)

    def focus_previous(self, selector: str | type[Widget] = "*") -> Widget | None:
        """The field before; the first one keeps the focus."""
        chain = self.focus_chain
        if chain and self.focused is chain[0]:
            return self.focused
        return super().focus_previous(selector)

    def on_refused(self, event: Refused) -> None:
        """Say what the session refused, and why."""
        event.stop()
        self.coach_app.say(event.text, "warning")

    def on_descendant_focus(self) -> None:
        """Remember where the caret is, and say what is meant there."""
        if self.cards.front is None:
            return
        row = self.view.row_of(self.focused)
        if row is None:
            return
        self.coach_app.left_at(row.path)
        self.query_one(Side).follow(row.path)
        self.query_one("#hint", Static).update(safe(row.wording.help), layout=False)
        last = self.focused is self.focus_chain[-1] and not isinstance(self.focused, Matrix)
        if self.card.results and last:
            # What the card computes stands below its last field.
            self.call_after_refresh(self.view.show_below, row)

    # -- the card's minutes --------------------------------------------------------------

    def _count_down(self, card: Card) -> None:
        minutes = self.session.pack.topic(card.key).room_minutes
        self.timebox.start(minutes)
        self._stop_counting()
        if minutes:
            self._counting = self.set_interval(1.0, self.count)

    def _stop_counting(self) -> None:
        if self._counting is not None:
            self._counting.stop()
            self._counting = None

    def count(self) -> None:
        """Show what is left of the card's minutes; say once when nothing is."""
        self.draw_heading()
        if self.timebox.over:
            self._stop_counting()
            self.coach_app.say("The minutes for this card are over. Ctrl+N goes on.")
