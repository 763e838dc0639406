"""The walk: one card at a time, with rail, guide and coach beside it."""

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from coach import flow
from coach.depends import needs_look, question_of
from coach.editor import Change
from coach.pack.book import Spot
from coach.questions import Card, Depth
from coach.refusal import Refusal
from coach.session import Session
from coach.tui.card import CardView
from coach.tui.cards import Cards
from coach.tui.commands import bindings
from coach.tui.fields.matrix import Matrix
from coach.tui.fields.records import RecordsRow
from coach.tui.fields.row import Changed, GoOn, Refused
from coach.tui.fields.typed import TypedRow
from coach.tui.findings import FindingList, by_field
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


class WalkScreen(Screen[None]):
    """One open plan. The screen draws the session; what is typed goes straight into it."""

    BINDINGS = bindings("walk")
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

    # -- moving ------------------------------------------------------------------------

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

    async def action_next(self) -> None:
        """Go to the next card; after the last one comes the review."""
        cards = flow.walk(self.session.plan)
        index = self._index(cards)
        if index + 1 < len(cards):
            await self.go_to_card(cards[index + 1])
        else:
            self.action_review()

    async def action_back(self) -> None:
        """Go to the card before."""
        cards = flow.walk(self.session.plan)
        index = self._index(cards)
        if index > 0:
            await self.go_to_card(cards[index - 1])

    def _index(self, cards: tuple[Card, ...]) -> int:
        return cards.index(self.card) if self.card in cards else 0

    async def on_rail_jumped(self, event: Rail.Jumped) -> None:
        """Jump to the card chosen in the rail."""
        await self.go_to_card(flow.card(event.card))

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
        self.query_one(Side).draw(self.card, self.coach_app.desk.workshop)

    def show_findings(self) -> None:
        """Draw what a check has found, without moving anything that has the focus."""
        if self.cards.front is not None and self.view.is_mounted:
            self.view.show_notes(by_field(self.session.findings))
            self.view.draw_pictures()
            self.draw()

    # -- what happens on the card --------------------------------------------------------

    async def on_changed(self, event: Changed) -> None:
        """An answer changed: save and check soon; ask other questions if the choice says so."""
        event.stop()
        self.coach_app.touched()
        self.cards.put_off()
        self.view.draw_results()
        if event.shape and self.view.stale:
            row = self.view.row_of(self.focused)
            await self.go_to(row.path if row else self.card.path(self.view.fields[0]))

    async def on_go_on(self, event: GoOn) -> None:
        """To the next field; from the last one to the next card."""
        event.stop()
        chain = self.focus_chain
        if self.focused is None or (chain and self.focused is chain[-1]):
            await self.action_next()
        else:
            self.focus_next()

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
        self.query_one("#hint", Static).update(safe(row.wording.help), layout=False)
        last = self.focused is self.focus_chain[-1] and not isinstance(self.focused, Matrix)
        if self.card.results and last:
            # What the card computes stands below its last field.
            self.call_after_refresh(self.view.show_below, row)

    async def on_option_list_option_selected(self, event: object) -> None:
        """A finding in the coach pane leads to its field."""
        coach = self.query_one("#coach", FindingList)
        if getattr(event, "option_list", None) is coach and coach.marked:
            await self.go_to(coach.marked.field)

    # -- actions -----------------------------------------------------------------------

    def action_guide(self) -> None:
        """Show the guide, or hide it."""
        self._open_side("guide")

    def action_coach(self) -> None:
        """Show the coach, or hide it."""
        self._open_side("coach")

    def _open_side(self, name: str) -> None:
        pane = self.query_one(Side).open(name)
        if pane is not None:
            self.set_focus(pane)
        else:
            self._focus_card()

    def _focus_card(self) -> None:
        path = self.coach_app.last_path
        target = self.view.widget_for(path)
        if target is not None:
            self.set_focus(target)

    def key_escape(self) -> None:
        """Close the sheet; from the rail go back to the card; from a form to its list."""
        side = self.query_one(Side)
        if side.sheet:
            side.close()
            self._focus_card()
        elif isinstance(self.focused, Rail):
            self.query_one(Rail).set_class(False, "-open")
            self._focus_card()
        else:
            records = self._records_in_focus()
            if records is not None and records.list.display and self.focused is not records.list:
                self.set_focus(records.list)

    def action_rail(self) -> None:
        """Give the focus to the rail."""
        rail = self.query_one(Rail)
        rail.set_class(True, "-open")
        self.set_focus(rail)

    async def action_fill(self) -> None:
        """Fill the empty field in focus from an earlier answer or the example."""
        records = self._records_in_focus()
        rows = records is not None and records.wording.examples
        for node in self.focused.ancestors_with_self if self.focused else ():
            if isinstance(node, TypedRow) and not (node.is_new and rows):
                if trouble := node.fill():
                    self.coach_app.say(trouble)
                return
            if isinstance(node, RecordsRow):
                self._offer_rows(node)
                return

    def _offer_rows(self, records: RecordsRow) -> None:
        if trouble := records.fill():
            self.coach_app.say(trouble)
            return
        from coach.tui.dialogs import PickRow

        def picked(index: int | None) -> None:
            if index is not None:
                records.insert(records.wording.examples[index])

        self.app.push_screen(PickRow(records.wording), picked)

    def action_confirm(self) -> None:
        """Hold the answer in focus to fit what it rests on, although that has changed."""
        row = self.view.row_of(self.focused)
        question = question_of(row.path) if row else ""
        if question not in {look.path for look in needs_look(self.session.plan)}:
            self.coach_app.say("Nothing that this answer rests on has changed.")
            return
        try:
            self.session.confirm(question)
        except Refusal as refusal:
            self.coach_app.say(str(refusal), "warning")
            return
        self.coach_app.touched()
        label = self.session.pack.wording(*flow.place(question).worded).label
        self.coach_app.say(f"“{label}” still holds.")

    def action_confirm_card(self) -> None:
        """Hold everything on this card to fit what it rests on."""
        held = 0
        for look in list(needs_look(self.session.plan)):
            if flow.place(look.path).card is self.card:
                try:
                    self.session.confirm(look.path)
                except Refusal as refusal:
                    self.coach_app.say(str(refusal), "warning")
                    return
                held += 1
        if not held:
            self.coach_app.say("Nothing that this card rests on has changed.")
            return
        self.coach_app.touched()
        self.coach_app.say(f"{held} answers on this card still hold.")

    def action_timebox(self) -> None:
        """Count down the minutes that the pack gives this card, or stop counting."""
        if self.timebox.on:
            self.timebox.stop()
            self._stop_counting()
            self.draw()
            self.coach_app.say("The minutes are no longer counted.")
        else:
            self._count_down(self.card)
            self.draw()

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

    async def action_undo(self) -> None:
        """Take back the last change, and show where it was."""
        await self._changed_back(self.session.undo(), "Took back", "There is nothing to take back.")

    async def action_redo(self) -> None:
        """Make the change again that was taken back, and show where it is."""
        await self._changed_back(
            self.session.redo(), "Made again", "There is nothing to make again."
        )

    async def _changed_back(self, change: Change | None, word: str, nothing: str) -> None:
        if change is None:
            self.coach_app.say(nothing)
            return
        self.coach_app.touched()
        try:
            place = flow.place(change.path)
        except Refusal:  # of the plan as a whole, such as its depth
            cards = flow.walk(self.session.plan)
            if self.card in cards and not self.view.stale:
                self.view.load()
                self.draw()
            else:
                await self.go_to_card(self.card if self.card in cards else cards[0])
            self.coach_app.say(f"{word} {change.what}.")
            return
        shown = place.card in flow.walk(self.session.plan)
        if shown and (place.card is not self.card or self.view.stale):
            await self.go_to(change.path)
        else:
            self.view.load()
            self.draw()
            if shown and (target := self.view.widget_for(change.path)) is not None:
                self.set_focus(target)
        wording = self.session.pack.wording(*place.worded)
        self.coach_app.say(f"{word} {change.what} in “{wording.label}”.")

    def action_review(self) -> None:
        """See everything the coach found."""
        from coach.tui.review import ReviewScreen

        self.app.push_screen(ReviewScreen(self.session, self.coach_app.last_path), self._come_back)

    def action_brief(self) -> None:
        """See the plan on one page."""
        from coach.tui.brief import BriefScreen

        self.app.push_screen(BriefScreen(self.session), self._come_back)

    def action_pictures(self) -> None:
        """See the plan's figures as pictures, those of this card first."""
        from coach.tui.pictures import PicturesScreen

        self.app.push_screen(PicturesScreen(self.session, self.card), self._come_back)

    def action_playbook(self) -> None:
        """Read about this card in the playbook."""
        self.coach_app.read(Spot(self.card.key))

    def _come_back(self, path: str | None) -> None:
        if path:
            self.call_later(self.go_to, path)
        else:
            self.show_findings()

    def action_export(self) -> None:
        """Write the plan to a file for others."""
        from coach.tui.export import ExportDialog

        self.app.push_screen(ExportDialog(self.session.plan, self.session.pack))

    async def action_depth(self) -> None:
        """Ask at the next depth; after the deepest comes the first again."""
        levels = list(Depth)
        at = flow.rank(self.card, self.session.plan)
        following = levels[(levels.index(self.session.plan.level) + 1) % len(levels)]
        before = self.session.progress.asked
        try:
            self.session.set_depth(following)
        except Refusal as refusal:
            self.coach_app.say(str(refusal), "warning")
            return
        self.coach_app.touched()
        cards = flow.walk(self.session.plan)
        before_it = [card for card in cards if flow.rank(card, self.session.plan) <= at]
        await self.go_to_card((before_it or cards[:1])[-1])
        more = self.session.progress.asked - before
        change = f"{more} more questions" if more >= 0 else f"{-more} questions fewer"
        self.coach_app.say(
            f"Asking at the {following.key} depth: {change}. F7 goes on; no answer is ever lost."
        )

    async def action_library(self) -> None:
        """Go back to all plans."""
        await self.coach_app.close_plan()

    def _records_in_focus(self) -> RecordsRow | None:
        widget: Widget | None = self.focused
        try:
            return next(
                node
                for node in (widget.ancestors_with_self if widget else ())
                if isinstance(node, RecordsRow)
            )
        except (StopIteration, NoMatches):
            return None
