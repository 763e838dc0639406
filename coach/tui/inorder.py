"""Keys that are typed ahead go where they were meant to go.

Textual hands each key to whatever has the focus at that moment. Over a slow line "text, Tab,
text" arrives in one piece, and the second text would go into the first field: the focus only
moves when Tab has come all the way up to the app. Here a key waits until the one before it,
if that may have moved the focus, has been dealt with.
"""

import asyncio
import contextlib
import time
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.widgets import Input, TextArea

RECENT = 0.5
"""Seconds after which a key has been dealt with for certain."""
ROUNDS = 2
"""A key may be answered by a message (from a row to its card), and that by another."""


class InOrderApp(App[int]):
    """An app that keeps keys and what they lead to in order."""

    def __init__(self, **textual: Any) -> None:
        super().__init__(**textual)
        self._ahead: deque[events.Event] = deque()
        self._moved_at = 0.0
        self._waiting: asyncio.Task[None] | None = None

    async def on_event(self, event: events.Event) -> None:
        """Let keys and pastes wait for their turn."""
        mine = isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded
        if mine and (self._ahead or time.monotonic() - self._moved_at < RECENT):
            self._ahead.append(event)
            self._wait()
            return
        if mine:
            self._note(event)
        await super().on_event(event)

    def _note(self, event: events.Event) -> None:
        """Remember when a key was pressed that may move the focus."""
        into_text = isinstance(self.focused, (TextArea, Input))
        plain = isinstance(event, events.Paste) or (
            isinstance(event, events.Key) and event.is_printable
        )
        self._moved_at = 0.0 if into_text and plain else time.monotonic()

    def _wait(self) -> None:
        if self._waiting is None:
            self._waiting = asyncio.create_task(self._let_pass())

    async def _let_pass(self) -> None:
        """Wait until everything on the way from the focus to the app has been dealt with.

        The last thing to wait for is the layout, because Tab goes by it.
        """
        for _ in range(ROUNDS):
            for node in (self.focused or self.screen).ancestors_with_self:
                await _dealt_with(node, node.call_later)
        await _dealt_with(self.screen, self.screen.call_after_refresh)
        self._waiting = None
        self.call_later(self._next)

    async def _next(self) -> None:
        """Hand out what waits, up to the next key that may move the focus."""
        self._moved_at = 0.0
        while self._ahead and not self._moved_at:
            event = self._ahead.popleft()
            self._note(event)
            await super().on_event(event)
        if self._ahead:
            self._wait()


async def _dealt_with(node: DOMNode, call: Callable[..., bool]) -> None:
    """Return when ``node`` has nothing older to deal with, or is going away."""
    done = asyncio.Event()
    if node.is_running and call(partial(done.set)):
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), RECENT)
