"""The walk: what its keys and commands do, from the next card to another depth."""

from textual.widget import Widget

from coach import flow
from coach.depends import needs_look
from coach.editor import Change
from coach.pack.book import Spot
from coach.questions import Depth
from coach.refusal import Refusal
from coach.tui.cardscreen import CardScreen
from coach.tui.commands import bindings
from coach.tui.fields.records import RecordsRow
from coach.tui.fields.row import GoOn
from coach.tui.fields.typed import TypedRow
from coach.tui.findings import FindingList
from coach.tui.looking import still_holds
from coach.tui.rail import Rail
from coach.tui.side import Side


class WalkScreen(CardScreen):
    """One open plan, and all that can be done to it."""

    BINDINGS = bindings("walk")
    _left: Widget | None = None
    """What had the focus on the card when a pane or the rail took it."""

    # -- moving ------------------------------------------------------------------------

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

    async def on_rail_jumped(self, event: Rail.Jumped) -> None:
        """Jump to the card chosen in the rail."""
        await self.go_to_card(flow.card(event.card))

    async def on_go_on(self, event: GoOn) -> None:
        """To the next field; from the last one to the next card."""
        event.stop()
        chain = self.focus_chain
        if self.focused is None or (chain and self.focused is chain[-1]):
            await self.action_next()
        else:
            self.focus_next()

    async def on_option_list_option_selected(self, event: object) -> None:
        """A finding in the coach pane leads to its field."""
        coach = self.query_one("#coach", FindingList)
        if getattr(event, "option_list", None) is coach and coach.marked:
            await self.go_to(coach.marked.field)

    # -- beside the card -----------------------------------------------------------------

    def action_guide(self) -> None:
        """Show the guide, or hide it."""
        self._open_side("guide")

    def action_coach(self) -> None:
        """Show the coach, or hide it."""
        self._open_side("coach")

    def _open_side(self, name: str) -> None:
        pane = self.query_one(Side).open(name)
        if pane is not None:
            self._leave_card_for(pane)
        else:
            self._focus_card()

    def _leave_card_for(self, widget: Widget) -> None:
        if self.focused is not None and self.view in self.focused.ancestors:
            self._left = self.focused
        self.set_focus(widget)

    def _focus_card(self) -> None:
        """Give the focus back to what had it on the card, or to the answer last looked at."""
        left = self._left
        if left is not None and left.is_attached and self.view in left.ancestors:
            self.set_focus(left)
        elif (target := self.view.widget_for(self.coach_app.last_path)) is not None:
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
        self._leave_card_for(rail)

    # -- on the card -------------------------------------------------------------------

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

    def _records_in_focus(self) -> RecordsRow | None:
        above = self.focused.ancestors_with_self if self.focused else ()
        return next((node for node in above if isinstance(node, RecordsRow)), None)

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
        still_holds(self.coach_app, self.session, row.path if row else "")

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

    # -- back and forth ----------------------------------------------------------------

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

    # -- elsewhere ---------------------------------------------------------------------

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

    async def action_library(self) -> None:
        """Go back to all plans."""
        await self.coach_app.close_plan()
