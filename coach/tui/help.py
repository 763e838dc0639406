"""The help screen: the keys that work here, and what the signs mean."""

from collections.abc import Iterator
from textwrap import wrap

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.keys import format_key
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import Static

from coach.flow import State
from coach.tui.commands import COMMANDS, Command, commands
from coach.tui.leaving import LeavesOnce
from coach.tui.palette import owners
from coach.tui.signs import LEVELS, STATES
from coach.tui.text import join

TITLES = {
    "walk": "On a card",
    "library": "Plans",
    "pictures": "Pictures",
    "brief": "Brief",
    "review": "Review",
    "findings": "On a finding",
    "records": "In a list of rows",
    "playbook": "Playbook",
    "reader": "On a page",
    "app": "Everywhere",
}

FORM_KEYS = (
    ("Enter", "next field; in long answers a new line"),
    ("Tab, ⇧Tab, ↑, ↓", "between fields"),
    ("Ctrl+J", "a new line in any text"),
    ("Space, Enter, 1–9", "choose an option"),
    ("← →", "weaker or stronger evidence"),
    ("← → ↑ ↓, 0–9, Del", "in a table of scores: move, score, take a score away"),
    ("Tab, Enter", "in the guide: mark a link or a term, open it"),
    ("Ctrl+U, Ctrl+K", "empty the field before, after the caret"),
    ("PageUp, PageDown", "scroll the card"),
    ("Esc", "from a row's form to its list; closes a sheet"),
)

KEYS = 22
"""Columns for the keys of a line."""
LEAST = 20
"""Columns that the words beside them have at least."""
PALETTE = next(each for each in COMMANDS if each.action == "command_palette")
"""Where the commands are that have no key of their own."""


class HelpScreen(ModalScreen[None], LeavesOnce[None]):
    """What can be done on the screen below it."""

    BINDINGS = [("escape,f1,q", "close", "close")]

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > VerticalScroll {
        width: 84; max-width: 96%; height: auto; max-height: 94%; padding: 1 2;
        background: $surface; border: round $primary;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }
    HelpScreen Static { height: auto; link-style: none; link-color: $foreground; }
    """

    def compose(self) -> ComposeResult:
        """One text."""
        with VerticalScroll():
            yield Static()

    def on_mount(self) -> None:
        """Arrows scroll."""
        self.query_one(VerticalScroll).focus()

    def on_resize(self) -> None:
        """What does not fit beside its keys goes on below its beginning, in any width."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        width = self.query_one(VerticalScroll).scrollable_content_region.width
        self.query_one(Static).update(Content("\n").join(self._lines(width)))

    def _lines(self, width: int) -> Iterator[Content]:
        below = self.app.screen_stack[-2] if len(self.app.screen_stack) > 1 else self
        name = type(below).__name__.removesuffix("Screen").lower()
        here = name if name in TITLES else "walk"
        inside = {
            "walk": ("records", "findings"),
            "review": ("findings",),
            "playbook": ("reader",),
        }.get(here, ())
        for where in (here, *inside, "app"):
            yield join((TITLES[where], "bold $primary"))
            for command in commands(where):
                click = Style.from_meta({"@click": f"screen.run({where!r}, {command.action!r})"})
                yield _row(_keys(command), command.help, width).stylize(click)
            yield Content("")
        if here == "walk":
            yield join(("In fields and lists", "bold $primary"))
            for keys, text in FORM_KEYS:
                yield _row(keys, text, width)
            yield Content("")
        yield join(("Signs", "bold $primary"))
        yield join(
            *(
                f"{STATES[state]} {word}   "
                for state, word in (
                    (State.EMPTY, "not begun"),
                    (State.STARTED, "begun"),
                    (State.DONE, "answered"),
                )
            )
        )
        yield Content("   ").join(
            [join((f"{sign} {word}", style)) for sign, word, style in LEVELS.values()]
        )
        yield join(("\nEverything is saved as you type. Escape closes this.", "$muted"))

    def action_run(self, where: str, action: str) -> None:
        """A click on a line does what it says."""
        if not self.in_front:
            return
        below = self.app.screen_stack[-2]
        self.dismiss(None)
        for owner in owners(self.app, below, where):  # none, where no such list is in view
            self.app.call_later(owner.run_action, action)

    def action_close(self) -> None:
        """Close the help."""
        self.dismiss(None)


def _keys(command: Command) -> str:
    if not command.keys:
        return f"{_shown(PALETTE.keys)}, by name"
    return "  ".join(_shown(key) for key in command.keys.split(","))


def _shown(key: str) -> str:
    return "+".join(
        part.upper()
        if part[:1] == "f" and part[1:].isdecimal()
        else part.capitalize()
        if len(part) > 1
        else part.upper()
        if "+" in key
        else format_key(part)
        for part in key.replace("slash", "/").split("+")
    )


def _row(keys: str, text: str, width: int) -> Content:
    lines = wrap(text, max(width - KEYS, LEAST))
    return join((f"{keys:<{KEYS}}", "$accent"), ("\n" + " " * KEYS).join(lines))
