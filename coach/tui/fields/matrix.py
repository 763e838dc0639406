"""The squares of a score matrix: what is drawn, and the keys that work on it."""

from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message

from coach.tui.lines import Lines


class Matrix(Lines, can_focus=True):
    """The squares. It draws what its row tells it and says which keys were pressed."""

    @dataclass
    class Scored(Message):
        """A figure was typed for the square in view; empty takes it away."""

        text: str

    @dataclass
    class Moved(Message):
        """Another square was asked for, by so many rows and columns."""

        down: int
        right: int

    @dataclass
    class Clicked(Message):
        """It was clicked, so many cells from its left and lines from its last one."""

        right: int
        up: int

    class Left(Message):
        """Enter was pressed on the last square."""

    BINDINGS = [
        Binding("left", "move(0, -1)", show=False),
        Binding("right", "move(0, 1)", show=False),
        Binding("up", "move(-1, 0)", show=False),
        Binding("down", "move(1, 0)", show=False),
        Binding("enter", "on", "next"),
        Binding("delete,backspace", "clear", "empty"),
        Binding("pageup", "scroll_card(-1)", show=False),
        Binding("pagedown", "scroll_card(1)", show=False),
    ]

    DEFAULT_CSS = """
    Matrix { height: auto; padding: 0 1; background: $surface; border-left: outer $line; }
    Matrix:focus { border-left: outer $accent; }
    """

    def action_move(self, down: int, right: int) -> None:
        """Ask for the square beside this one."""
        self.post_message(self.Moved(down, right))

    def action_on(self) -> None:
        """Ask for the next square, row by row."""
        self.post_message(self.Left())

    def action_clear(self) -> None:
        """Take the figure away."""
        self.post_message(self.Scored(""))

    def action_scroll_card(self, way: int) -> None:
        """Scroll the card: what the scores come to stands below."""
        for node in self.ancestors:
            if isinstance(node, VerticalScroll):
                node.scroll_page_down(animate=False) if way > 0 else node.scroll_page_up(
                    animate=False
                )
                return

    def on_click(self, event: events.Click) -> None:
        """Say where; what stands above the squares may be folded, what is below is not."""
        inside = event.get_content_offset(self)
        if inside is not None:
            self.post_message(self.Clicked(inside.x, self.content_size.height - 1 - inside.y))

    def on_key(self, event: events.Key) -> None:
        """A digit scores; so do letters where they stand for a figure."""
        if event.character and event.character.isprintable() and event.character != " ":
            event.stop()
            self.post_message(self.Scored(event.character))
