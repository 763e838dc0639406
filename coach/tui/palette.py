"""What the command palette finds: commands, cards, plans, depth and look."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.command import CommandPalette, SearchIcon
from textual.screen import Screen
from textual.widget import Widget

from coach import flow
from coach.store.library import Library
from coach.text import one_line
from coach.tui.commands import Command, commands
from coach.tui.fields.records import RecordList
from coach.tui.findings import FindingList
from coach.tui.leaving import LeavesOnce
from coach.tui.reader import Reader
from coach.tui.walk import WalkScreen

if TYPE_CHECKING:
    from coach.tui.app import CoachApp


class Palette(CommandPalette, LeavesOnce[None]):
    """Textual's palette, which a double click beside it would otherwise leave twice."""

    def on_mount(self) -> None:
        """Show a sign that every terminal has; the picture of a lens is wider in some."""
        self.query_one(SearchIcon).icon = "›"


LISTS: dict[str, type[Widget]] = {
    "findings": FindingList,
    "records": RecordList,
    "reader": Reader,
}
"""The lists and pages that have commands of their own."""

Entry = tuple[str, str, Callable[[], Any]]


def entries(app: "CoachApp", screen: Screen[Any]) -> Iterator[Entry]:
    """Title, help and what to do, for everything that can be done from ``screen``."""
    where = type(screen).__name__.removesuffix("Screen").lower()
    for place in (where, "records", "findings", "app"):
        for owner in owners(app, screen, place):
            for command in commands(place):
                if command.action not in ("command_palette", "jump", "close"):
                    act = partial(owner.run_action, command.action)
                    yield _title(command), command.help, act
    if isinstance(screen, WalkScreen):
        yield from _cards(screen)
    yield from _plans(app)
    yield from _pages(app)


def _title(command: Command) -> str:
    """What the palette searches: the word of the key bar, or else all that is said of it."""
    if command.where in LISTS:
        return command.help
    word = command.bar or f"{command.action}: {command.help}"
    return (word[:1].upper() + word[1:]).replace("_", " ")


def owners(app: App[Any], screen: Screen[Any], where: str) -> Sequence[App[Any] | Widget]:
    """Whose actions the commands of ``where`` are: the app's, the screen's, or a list's in view."""
    if where == "app":
        return [app]
    if where not in LISTS:
        return [screen]
    return [each for each in screen.query(LISTS[where]) if each.is_on_screen][:1]


def _cards(screen: WalkScreen) -> Iterator[Entry]:
    pack = screen.session.pack
    for card in flow.walk(screen.session.plan):
        topic = pack.topic(card.key)
        title = f"Go to {topic.title} ({pack.step_title(card.step)})"
        yield _plain(title), _plain(topic.question), partial(screen.go_to_card, card)


def _plans(app: "CoachApp") -> Iterator[Entry]:
    for entry in Library(app.places).entries():
        yield f"Open {_plain(entry.title)}", "A plan of yours", partial(_open, app, entry.path)


def _pages(app: "CoachApp") -> Iterator[Entry]:
    for chapter in app.book.contents:
        for entry in chapter.entries:
            title = f"Read {_plain(entry.title)}"
            yield title, f"Playbook: {_plain(chapter.title)}", partial(app.read, entry.spot)


async def _open(app: "CoachApp", path: Path) -> None:
    if app.session is not None:
        await app.close_plan()
        if app.session is not None:  # it could not be saved, and the screen has said why
            return
    await app.open_plan(path)


def _plain(text: str) -> str:
    """The palette reads its titles as markup: text of users and packs goes in without brackets."""
    return one_line(text.replace("[", "(").replace("]", ")").replace("\\", "/"), 70)
