"""Somebody at the keyboard: presses keys, reads the screen, waits until something is so."""

import asyncio
import time
import unicodedata
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual import events
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot
from textual.widget import Widget

from coach.pack.pack import Pack
from coach.places import Places
from coach.plan import Plan
from coach.session import Session
from coach.store.form import load
from coach.tui.app import CoachApp
from coach.tui.fields.row import Row
from coach.tui.walk import WalkScreen

PATIENCE = 60.0
"""Seconds after which something that should become so is held to be never so."""
QUIET = 12
"""Turns of the event loop without a message after which a key counts as dealt with."""


class Person:
    """One person in front of the running app."""

    def __init__(self, app: CoachApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    # -- hands ----------------------------------------------------------------------------

    async def press(self, *keys: str) -> None:
        """Press keys one after another, each dealt with before the next."""
        for key in keys:
            self._send(key)
            await self.settled()

    async def press_until(self, key: str, so: Callable[[], object]) -> None:
        """Press ``key`` until ``so()`` is true; fails after sixty times."""
        for _ in range(60):
            if so():
                return
            await self.press(key)
        raise AssertionError(f"{key} never led there\n{self.sees}")

    async def type(self, text: str) -> None:
        """Type ``text`` into the field that has the caret; a line end is Ctrl+J."""
        self.send(*("ctrl+j" if character == "\n" else character for character in text))
        await self.settled()

    async def paste(self, text: str) -> None:
        """Paste ``text`` as a terminal does."""
        driver = self.app._driver
        assert driver is not None
        driver.send_message(events.Paste(text))
        await self.settled()

    def send(self, *keys: str) -> None:
        """Press keys faster than the program can deal with them."""
        for key in keys:
            self._send(key)

    def _send(self, key: str) -> None:
        if len(key) == 1:
            character: str | None = key
            key = key if key.isalnum() else _character_to_key(key)
        else:
            name = _get_unicode_name_from_key(REPLACED_KEYS.get(key, key))
            try:
                character = unicodedata.lookup(name)
            except KeyError:
                character = None
        event = events.Key(key, character)
        event.set_sender(self.app)
        driver = self.app._driver
        assert driver is not None
        driver.send_message(event)

    async def settled(self) -> None:
        """Return when no widget has a message left to deal with."""
        again = 2
        end = time.monotonic() + PATIENCE
        while again:
            quiet = 0
            while quiet < QUIET:
                await asyncio.sleep(0)
                assert time.monotonic() < end, "the app never comes to rest"
                self._raise_fault()
                quiet = 0 if self._busy() else quiet + 1
            await self.app.animator.wait_until_complete()
            again -= 1
            if self.app.is_running and len(self.app.screen_stack):
                screen = self.app.screen
                again = 2 if screen._callbacks else again
                screen._on_timer_update()

    def _busy(self) -> bool:
        nodes = [self.app, *self.app._registry]
        return any(
            node._running and (node.message_queue_size or node._next_callbacks) for node in nodes
        ) or bool(self.app._ahead)

    def _raise_fault(self) -> None:
        if self.app._exception is not None:
            raise self.app._exception

    async def until(self, so: Callable[[], object], what: str = "") -> None:
        """Return when ``so()`` is true; fails where it never becomes so."""
        end = time.monotonic() + PATIENCE
        while not so():
            self._raise_fault()
            if time.monotonic() > end:
                raise AssertionError(f"never so: {what or so}\n{self.sees}")
            await self.pilot.pause(0.005)
        await self.settled()

    async def click(self, text: str) -> None:
        """Click on the first place of the screen where ``text`` stands."""
        for y, line in enumerate(self.lines):
            if text in line:
                before = line[: line.index(text)]
                from rich.cells import cell_len

                await self.pilot.click(offset=(cell_len(before) + 1, y))
                await self.settled()
                return
        raise AssertionError(f"{text!r} is not on the screen\n{self.sees}")

    # -- eyes -----------------------------------------------------------------------------

    @property
    def lines(self) -> list[str]:
        """What the screen shows, dialogs over what is below them."""
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    @property
    def sees(self) -> str:
        """The whole screen as text."""
        return "\n".join(line.rstrip() for line in self.lines)

    @property
    def seen_words(self) -> str:
        """The whole screen as words, line breaks folded."""
        return " ".join(self.sees.split())

    @property
    def focused(self) -> Widget:
        """What has the focus."""
        focused = self.app.screen.focused
        assert focused is not None, "nothing has the focus"
        return focused

    @property
    def at(self) -> str:
        """The path of the answer that has the caret; empty if no row has it."""
        focused = self.app.screen.focused
        for node in focused.ancestors_with_self if focused else ():
            if isinstance(node, Row):
                return node.path
        return ""

    @property
    def caret_seen(self) -> bool:
        """True where some of the focused widget is on the screen, above everything else."""
        focused = self.focused
        if not focused.region.area:
            return False
        x, y = (
            focused.cursor_screen_offset
            if hasattr(focused, "cursor_screen_offset")
            else (focused.region.offset)
        )
        try:
            top, _ = self.app.screen.get_widget_at(x, y)
        except Exception:
            return False
        return focused in top.ancestors_with_self

    @property
    def notices(self) -> list[str]:
        """What was told in the corner."""
        return [notice.message for notice in self.app._notifications]

    # -- what is known --------------------------------------------------------------------

    @property
    def walk(self) -> WalkScreen:
        """The walk, wherever it is in the stack."""
        return next(s for s in self.app.screen_stack if isinstance(s, WalkScreen))

    @property
    def session(self) -> Session:
        """The open plan's session."""
        assert self.app.session is not None
        return self.app.session

    @property
    def plan(self) -> Plan:
        """The open plan."""
        return self.session.plan

    def on_disk(self) -> Plan:
        """The plan as its file holds it now."""
        return read(self.session.file.path)

    async def saved(self) -> Plan:
        """Wait until everything is saved; gives the plan as it is on disk."""
        await self.until(lambda: not self.session.unsaved, "saved")
        return self.on_disk()


def read(path: Path) -> Plan:
    """The plan in a file."""
    return load(path.read_bytes(), str(path)).plan


@asynccontextmanager
async def sitting(
    places: Places,
    pack: Pack,
    plan: Path | None = None,
    size: tuple[int, int] = (80, 24),
    app: CoachApp | None = None,
) -> AsyncIterator[Person]:
    """The app from its start to its end, with a person in front of it."""
    app = app or CoachApp(places, pack, plan)
    app.animation_level = "none"
    async with app.run_test(size=size, notifications=True) as pilot:
        person = Person(app, pilot)
        await person.settled()
        yield person
        if app.session is not None:
            app.session.close()
