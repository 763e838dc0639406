"""The app: which screen is shown, and which plan is open."""

import asyncio
import contextlib
import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand
from textual.binding import Binding
from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen

from coach import flow
from coach.pack.book import GLOSSARY, Book, Spot
from coach.pack.pack import Pack
from coach.pack.shelf import Choice, Shelf
from coach.places import Places
from coach.plan import Plan
from coach.questions import Kind
from coach.refusal import Refusal
from coach.session import Session
from coach.store.desk import Desk
from coach.store.files import PlanFile
from coach.tui.commands import bindings
from coach.tui.fields.row import Row
from coach.tui.inorder import InOrderApp
from coach.tui.layout import lay_out_once
from coach.tui.paint import Ground, paint_what_shows
from coach.tui.saving import SavingApp
from coach.tui.small import TooSmall, too_small
from coach.tui.themes import DARK, LIGHT
from coach.tui.walk import WalkScreen
from coach.walks import take_on

if TYPE_CHECKING:
    from coach.pack.search import Index

lay_out_once()
paint_what_shows()

TURN = 0.0005
"""Seconds that a thread which reads or saves may hold up a key: Python's own are ten times as many,
and a key waits for several turns."""


class CoachApp(InOrderApp, SavingApp):
    """Holds the open session; every screen draws it."""

    TITLE = "coach"
    ALLOW_SELECT = False
    """Selecting by mouse fails in Textual on a widget that is just going; terminals select too."""
    CSS_PATH = "coach.tcss"
    BINDINGS = bindings("app")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal"), (116, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]

    def __init__(
        self,
        places: Places,
        pack: Pack,
        plan_path: Path | None = None,
        shelf: Shelf | None = None,
        **textual: Any,
    ) -> None:
        """``pack`` words new plans; a ``shelf`` finds the packs that plans remember."""
        super().__init__(desk=Desk(places.state), **textual)
        self.places = places
        self.pack = pack
        self.shelf = shelf
        self._told: set[str] = set()
        """What was said of packs that are not at hand: once is enough."""
        self._book: Book | None = None
        self.index: Index | None = None
        """The words of the whole playbook, once they have been read."""
        self.crash_log = places.state / "last-fault.txt"
        self._open_first = plan_path
        # Chosen before the style sheet is read, so that it is read only once.
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.theme = self.desk.theme if self.desk.theme in (DARK.name, LIGHT.name) else DARK.name

    # -- start and end ------------------------------------------------------------------

    def get_default_screen(self) -> Screen[None]:
        """What lies under all screens."""
        return Ground(id="_default")

    async def on_mount(self) -> None:
        """Show the library, or the plan that was asked for."""
        self.guard()
        if self._open_first is not None:
            await self.open_plan(self._open_first)
        else:
            await self.show_library()

    def on_ready(self) -> None:
        """What the start has made stays: the collector need not look at it again."""
        gc.freeze()
        gc.enable()
        self._fit(self.size)

    def on_resize(self, event: Resize) -> None:
        """The terminal has another size."""
        if self.screen_stack[1:]:
            self._fit(event.size)

    def _fit(self, size: Size) -> None:
        """Where no card fits, say what size is needed; everything below stays as it is."""
        if too_small(*size) and not isinstance(self.screen, TooSmall):
            self.push_screen(TooSmall())

    async def action_quit(self) -> None:
        """Leave. Quit never asks: everything is saved, or the screen has said why not."""
        await self._take_typing()
        if self.session is not None:
            self._put_away(self.session)
        self.leave(1 if self.not_saved() else 0)

    # -- plans --------------------------------------------------------------------------

    async def show_library(self) -> None:
        """Show all plans."""
        from coach.tui.library import LibraryScreen

        await self._show(LibraryScreen())

    async def open_plan(self, path: Path) -> None:
        """Open the plan at ``path`` on the card where it was left; stay where we are if refused."""
        try:
            file = PlanFile.open(path, self.places)
        except Refusal as refusal:
            self.notify(str(refusal), severity="error", markup=False, timeout=12)
            if len(self.screen_stack) < 2:
                await self.show_library()
            return
        await self._walk(file)

    async def new_plan(self, plan: Plan | None = None) -> None:
        """Make a plan and open it."""
        try:
            plan = plan or Plan()
            take_on(plan, self.pack)
            file = PlanFile.create(plan, self.places)
        except Refusal as refusal:
            self.notify(str(refusal), severity="error", markup=False, timeout=12)
            return
        await self._walk(file)

    async def close_plan(self) -> None:
        """Save, close, and show all plans."""
        session = self.session
        if session is None:
            return
        await self._take_typing()
        self._put_away(session)
        if session.trouble is not None and session.unsaved:
            self.notify(str(session.trouble), severity="error", markup=False, timeout=12)
            return
        self.session = None
        await self.show_library()

    async def _walk(self, file: PlanFile) -> None:
        choice = self.choice_of(file.plan)
        if not choice.missing:
            take_on(file.plan, choice.pack)
        session = self.session = Session(file, choice.pack)
        self.save_state = "read-only" if session.read_only else "saved"
        self.last_path = self.desk.place(session.plan.id)
        await self._show(WalkScreen(session, _where_left(session.plan, self.last_path)))
        said = [choice.notice] if choice.notice not in self._told else []
        self._told.add(choice.notice)
        for notice in (*file.notices, *said, session.read_only):
            if notice:
                self.notify(notice, severity="warning", markup=False, timeout=12)

    def choice_of(self, plan: Plan) -> Choice:
        """The pack that words ``plan``: the one it remembers, where it is at hand."""
        return self.shelf.of_plan(plan.pack, plan.pack_version) if self.shelf else Choice(self.pack)

    async def _show(self, screen: Screen[Any]) -> None:
        # Textual tells a screen its size class after the first layout, and a second follows.
        for table, cells in zip(
            (self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS), self.size, strict=True
        ):
            screen.add_class([name for least, name in table if least <= cells][-1])
        if len(self.screen_stack) > 1:
            # Not awaited: the screen that goes may be the one whose handler asked for it.
            self.switch_screen(screen)
        else:
            await self.push_screen(screen)

    async def _take_typing(self) -> None:
        """Let keys that are still on their way to a field arrive, and the field tell of them."""
        field = self.focused
        if field is None:
            return
        for widget in (field, *(node for node in field.ancestors if isinstance(node, Row))):
            arrived = asyncio.Event()
            widget.call_later(arrived.set)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(arrived.wait(), 1.0)

    # -- everywhere -----------------------------------------------------------------------

    def get_key_display(self, binding: Binding) -> str:
        """Keys as people read them on their keyboards: F1, ^N."""
        if binding.key_display:
            return binding.key_display
        key = binding.key
        if key.startswith("ctrl+"):
            return "^" + key[5:].upper()
        return (
            key.upper()
            if key[0] == "f" and key[1:].isdecimal()
            else super().get_key_display(binding)
        )

    @property
    def book(self) -> Book:
        """The pack of the open plan as a book; without a plan, that of the app."""
        pack = self.session.pack if self.session else self.pack
        if self._book is None or self._book.pack is not pack:
            self._book, self.index = Book(pack), None
        return self._book

    def read(self, spot: Spot | None = None) -> None:
        """Open the playbook at a place, or at its contents."""
        from coach.tui.playbook import PlaybookScreen

        screen = self.screen
        if not isinstance(screen, PlaybookScreen):
            self.push_screen(PlaybookScreen(spot))
        elif spot is not None:
            screen.go(spot)

    def follow(self, link: str, here: str = "") -> None:
        """Go where a link on the page ``here`` leads; a term is explained in place."""
        spot = self.book.resolve(link, here)
        if spot is None:
            known = link.startswith(("coach:", "#"))
            told = "This link leads nowhere in the playbook" if known else "Open it in a browser"
            self.say(f"{told}: {link}")
        elif spot.page == GLOSSARY and spot.heading and here != GLOSSARY:
            from coach.tui.term import TermSheet

            self.push_screen(TermSheet(self.book, spot.heading), self._read_on)
        else:
            self.read(spot)

    def _read_on(self, spot: Spot | None) -> None:
        if spot is not None:
            self.call_later(self.read, spot)

    def action_help(self) -> None:
        """Show the keys that work here."""
        from coach.tui.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen())

    def action_theme(self) -> None:
        """Switch between dark and light."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name
        self.desk.theme = self.theme

    def action_command_palette(self) -> None:
        """Open the palette, unless it is open."""
        from coach.tui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def get_system_commands(self, screen: Screen[Any]) -> Any:
        """The palette: our own commands, cards and plans; see ``palette``."""
        from coach.tui.palette import entries

        for title, help_text, callback in entries(self, screen):
            yield SystemCommand(title, help_text, callback)


def _where_left(plan: Plan, path: str) -> str:
    """The answer at ``path`` if it is one and still asked, else a question without an answer.

    That is the first one of its card, or of the first card that is not done.
    """
    cards, place = flow.walk(plan), None
    try:
        place = flow.place(path) if path else None
        if place and place.part.kind is not Kind.RECORDS and place.part.depth <= plan.level:
            plan.get(path)
            if place.field in flow.asked(place.card, plan):
                return path
    except Refusal:  # a question of another version, or a row that went
        pass
    card = place.card if place and place.card in cards else None
    if card is None:
        states = flow.progress(plan).cards
        card = next((each for each in cards if states[each.key] is not flow.State.DONE), cards[0])
    return flow.first_gap(plan, card)


def run(
    places: Places, pack: Pack, plan_path: Path | None = None, shelf: Shelf | None = None
) -> int:
    """Run the app in this terminal; gives the exit code.

    The collector is off until the first screen is drawn, and the interpreter is not taken
    down piece by piece at the end: both are felt as waiting.
    """
    from coach.tui.driver import WakingDriver

    gc.disable()
    sys.setswitchinterval(TURN)
    app = CoachApp(places, pack, plan_path, shelf, driver_class=WakingDriver)
    try:
        app.run()
    finally:
        app.flush()
    code = app.return_code if app.return_code is not None else 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
