"""What is painted sparingly looks like what Textual would have painted.

Each update goes to a terminal of our own; after every step its screen is held against one that
Textual's own painting has drawn from nothing.
"""

from collections.abc import Callable
from typing import Any

import pyte
import pytest
from textual._compositor import Compositor, CompositorUpdate, LayoutUpdate
from textual.app import App
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from tui.founder import full_plan
from tui.person import Person

from coach.questions import Depth
from coach.tui.paint import SparingCompositor

Open = Callable[..., Any]
Put = Callable[..., Any]

WALKS = {
    "typing": ("tab", *"word", "enter", "tab", *"more", "shift+tab", "ctrl+z", "ctrl+y"),
    "cards": (*["ctrl+n"] * 6, *["ctrl+b"] * 4, "ctrl+n"),
    "rail": ("f8", "end", "enter", "f8", "home", "down", "enter", "down", "down", "escape"),
    "panes": ("f2", "pagedown", "f2", "f3", "down", "escape", "f2", "escape"),
    "screens": ("f4", "escape", "f5", "down", "escape", "f6", "escape", "f1", "escape"),
    "dialogs": ("ctrl+o", "tab", "down", "escape", "ctrl+p", *"ris", "escape", "f7", "ctrl+t"),
    "lists": ("f8", "down", "enter", "enter", *"x", "escape", "down", "down", "a", "u"),
}


class Terminal:
    """A terminal that shows what is written to it."""

    def __init__(self, width: int, height: int) -> None:
        self.screen = pyte.Screen(width, height)
        self._stream = pyte.Stream(self.screen)

    def write(self, update: CompositorUpdate, app: App[int]) -> None:
        """Show an update."""
        self._stream.feed(update.render_segments(app.console).replace("\n", "\r\n"))

    def cells(self) -> list[list[tuple[Any, ...]]]:
        """Every cell, with its colours and styles."""
        lines, columns = self.screen.lines, self.screen.columns
        return [[tuple(self.screen.buffer[y][x]) for x in range(columns)] for y in range(lines)]


def drawn_anew(screen: Screen[Any]) -> list[list[tuple[Any, ...]]]:
    """What the screen looks like when Textual's own painting draws all of it."""
    ours = screen._compositor
    whole = ours.size.region
    pieces = Compositor._render_chops(ours, whole, lambda y: True)
    update = LayoutUpdate([each.values() for each in pieces], whole)
    terminal = Terminal(*ours.size)
    terminal.write(update, screen.app)
    return terminal.cells()


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)], ids=str)
@pytest.mark.parametrize("walk", WALKS)
async def test_the_terminal_shows_what_a_paint_of_everything_would_show(
    open_app: Open,
    put: Put,
    brisk: None,
    monkeypatch: pytest.MonkeyPatch,
    walk: str,
    size: tuple[int, int],
) -> None:
    terminal = Terminal(*size)
    shown = App._display

    def display(self: App[int], screen: Screen[Any], update: Any) -> None:
        if isinstance(update, CompositorUpdate):
            terminal.write(update, self)
        shown(self, screen, update)

    monkeypatch.setattr(App, "_display", display)
    person: Person
    async with open_app(put(full_plan(Depth.ADVANCED)), size=size) as person:
        for at, key in enumerate(WALKS[walk]):
            await person.press(key)
            screen = person.app.screen
            assert isinstance(screen._compositor, SparingCompositor)
            assert terminal.cells() == drawn_anew(screen), f"after {WALKS[walk][: at + 1]}"


async def test_a_key_asks_only_its_own_field_for_lines(
    open_app: Open, put: Put, keys_alone: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[Widget] = set()
    own_lines = Widget.render_lines

    def render_lines(self: Widget, crop: Region) -> list[Strip]:
        asked.add(self)
        return own_lines(self, crop)

    person: Person
    async with open_app(put(full_plan(Depth.ADVANCED)), size=(120, 40)) as person:
        await person.press("x")  # the save state changes with the first key
        monkeypatch.setattr(Widget, "render_lines", render_lines)
        await person.press("x")
        assert asked == {person.focused}


async def test_moving_the_focus_paints_no_more_than_the_two_fields_and_the_hint(
    open_app: Open, put: Put, keys_alone: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[int] = []
    paint = SparingCompositor._paint

    def counted(self: SparingCompositor, spans: Any) -> Any:
        spans = list(spans)
        painted.append(sum(end - start for _, start, end in spans))
        return paint(self, spans)

    person: Person
    async with open_app(put(full_plan(Depth.ADVANCED)), size=(120, 40)) as person:
        await person.press("tab")
        monkeypatch.setattr(SparingCompositor, "_paint", counted)
        await person.press("tab")
    assert sum(painted) < 120 * 40 / 3, "not the whole screen"
