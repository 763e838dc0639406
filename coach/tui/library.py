"""All plans: where was I, and what is worth doing next?"""

import datetime as dt
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from coach.flow import State
from coach.places import at_home
from coach.refusal import Refusal
from coach.store.library import Entry, Library
from coach.text import one_line
from coach.tui.commands import bindings
from coach.tui.heading import Heading
from coach.tui.keybar import KeyBar
from coach.tui.listing import Listing
from coach.tui.outline import Outline
from coach.tui.signs import STATES
from coach.tui.text import join

if TYPE_CHECKING:
    from coach.tui.app import CoachApp

AT_ONCE = 60
"""Plans that are drawn at once: more than any screen shows."""

FIRST_CHOICES = (
    ("new", "Start your plan", "About 30 short questions; everything is saved as you type."),
    ("examples", "Open an example", "Finished plans to look around in, and weak ones to mend."),
    ("workshop", "I am running a workshop", "Facilitator notes and minutes on every card."),
)


class PlanList(Listing):
    """The plans."""

    BINDINGS = [Binding("enter", "select", "open")]


class LibraryScreen(Screen[None]):
    """The plans as a list, the marked one's outline beside it."""

    BINDINGS = bindings("library")
    AUTO_FOCUS = "#plans"

    DEFAULT_CSS = """
    LibraryScreen #plans { width: 1fr; height: 1fr; border: none; padding: 1 1; }
    LibraryScreen #plans:focus { border: none; }
    LibraryScreen #filter { display: none; border: none; height: 1; padding: 0 1; }
    LibraryScreen #filter.-open { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[Entry] = []
        self._words = ""
        self._drawings = 0

    @property
    def coach_app(self) -> "CoachApp":
        """The app, by its own type."""
        return cast("CoachApp", self.app)

    @property
    def library(self) -> Library:
        """The plans on disk."""
        return Library(self.coach_app.places)

    def compose(self) -> ComposeResult:
        """Heading, filter, list, outline, keys."""
        yield Heading()
        yield Input(placeholder="words in the plan's name", id="filter", compact=True)
        with Horizontal(classes="page"):
            yield PlanList(id="plans", markup=False)
            yield Outline(self.coach_app.pack, lambda plan: self.coach_app.choice_of(plan).pack)
        yield KeyBar()

    def on_screen_resume(self) -> None:
        """Read the plans: at first, and when a dialog may have brought one in."""
        self.reload()

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        self.call_after_refresh(self.draw)

    def reload(self, mark: str = "") -> None:
        """Read the plans anew; the mark stays, or goes to the plan at path ``mark``."""
        self._entries = list(self.library.entries())
        self.draw(mark)

    def draw(self, mark: str = "") -> None:
        """Draw the plans that were read last, or the first choices where there are none."""
        if not self.query("#plans"):  # left before the refresh that this waited for
            return
        mark = mark or self._marked_id()
        words = self._words.casefold().split()
        shown = [e for e in self._entries if all(word in e.title.casefold() for word in words)]
        plans = self.query_one("#plans", OptionList)
        self._drawings += 1
        if self._entries:
            # The first paint does not wait for the rest of a long list.
            at_once = AT_ONCE + next((i for i, e in enumerate(shown) if str(e.path) == mark), 0)
            plans.set_options(self._options(shown[:at_once]))
            if shown[at_once:]:
                self.call_after_refresh(self._add, self._drawings, shown[at_once:])
        else:
            plans.set_options(
                Option(join((title, "bold"), ("\n" + about + "\n", "$muted")), id=key)
                for key, title, about in FIRST_CHOICES
            )
        ids = [option.id for option in plans.options]
        if ids:
            plans.highlighted = ids.index(mark) if mark in ids else 0
        count = len(self._entries)
        self.query_one(Heading).show(
            ["coach", "plans"] if count else ["coach", "welcome"],
            state=f"{count} plan{'s' * (count != 1)}" if count else "",
        )
        if not self._entries:
            self.query_one(Outline).say(self._welcome())
        elif not shown:
            self.query_one(Outline).say(join(("No plan has these words in its name.", "$muted")))

    # -- drawing --------------------------------------------------------------------------

    def _add(self, drawing: int, entries: list[Entry]) -> None:
        """Draw the rest of the list, if nothing was drawn since."""
        if drawing == self._drawings and self.query("#plans"):
            self.query_one("#plans", OptionList).add_options(self._options(entries))

    def _options(self, entries: list[Entry]) -> list[Option]:
        return [Option(self._line(entry), id=str(entry.path)) for entry in entries]

    def _line(self, entry: Entry) -> Content:
        if not entry.steps:
            return join(
                ("! ", "bold $error"),
                (one_line(entry.title, 40), "bold"),
                ("  cannot be read", "$error"),
            )
        signs = "".join(STATES[State(state)] for state in entry.steps.values())
        room = max(12, self.query_one("#plans").size.width - 24) if self.is_mounted else 24
        return join(
            (f"{one_line(entry.title, room):<{room}} ", "bold"),
            (signs, "$secondary"),
            (f" {entry.share:>4.0%}  ", ""),
            (_ago(entry.changed), "$muted"),
        )

    def _welcome(self) -> Content:
        return join(
            ("From a vague market to a plan that stands up to questions.\n\n", "bold $primary"),
            "coach asks, you answer in your own words. It says what is vague, unproven or "
            "contradictory, and how to mend it. It never writes the answer for you and gives "
            "no grade.\n\n",
            ("Plans are plain files on this computer, in\n", "$muted"),
            (str(self.coach_app.places.plans), "$muted"),
        )

    # -- the list ---------------------------------------------------------------------------

    def _marked_id(self) -> str:
        plans = self.query_one("#plans", OptionList)
        if plans.highlighted is None:
            return ""
        return plans.get_option_at_index(plans.highlighted).id or ""

    def _marked(self) -> Entry | None:
        path = self._marked_id()
        return next((entry for entry in self._entries if str(entry.path) == path), None)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the outline of the marked plan."""
        entry = self._marked()
        if entry is not None:
            self.query_one(Outline).show(entry)

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the plan, or do what the first choices say."""
        await self.action_open()

    async def action_open(self) -> None:
        """Open the marked plan."""
        entry = self._marked()
        if entry is not None:
            await self.coach_app.open_plan(entry.path)
        elif not self._entries:
            await self.run_action(self._marked_id() or "new")

    async def action_new(self) -> None:
        """Start a plan; its first card asks for its name."""
        await self.coach_app.new_plan()

    def action_examples(self) -> None:
        """Choose an example to open as a plan of one's own."""
        from coach.tui.dialogs import PickExample

        def picked(name: str | None) -> None:
            if name:
                self.call_later(self._open_example, name)

        self.app.push_screen(PickExample(self.coach_app.pack), picked)

    async def _open_example(self, name: str) -> None:
        from coach.store.rebase import plan_from_example

        example = next(e for e in self.coach_app.pack.examples() if e.name == name)
        try:
            plan = plan_from_example(example)
        except Refusal as refusal:
            self.notify(str(refusal), severity="error", markup=False)
            return
        await self.coach_app.new_plan(plan)

    def action_import(self) -> None:
        """Bring in a plan from a file."""
        from coach.tui.dialogs import AskLine

        def answered(path: str | None) -> None:
            if not path:
                return
            try:
                taken = self.library.import_plan(at_home(path))
            except Refusal as refusal:
                self.notify(str(refusal), severity="error", markup=False, timeout=12)
                return
            self.reload(str(taken.path))
            for notice in taken.notices:
                self.notify(notice, markup=False, timeout=12)

        self.app.push_screen(
            AskLine(
                "Bring in a plan",
                "Path of a plan file (TOML). It is copied; the file stays as it is.",
                "A path is expected, such as ~/Downloads/plan.toml",
            ),
            answered,
        )

    def action_export(self) -> None:
        """Write the marked plan to a file for others."""
        from coach.store.reading import read_plan
        from coach.tui.export import ExportDialog

        entry = self._marked()
        if entry is None:
            return
        try:
            plan = read_plan(entry.path)
        except Refusal as refusal:
            self.notify(str(refusal), severity="error", markup=False, timeout=12)
            return
        self.app.push_screen(ExportDialog(plan, self.coach_app.choice_of(plan).pack))

    def action_delete(self) -> None:
        """Move the marked plan to the trash."""
        entry = self._marked()
        if entry is None:
            return
        try:
            self.library.trash(entry.path)
        except Refusal as refusal:
            self.notify(str(refusal), severity="error", markup=False)
            return
        self.reload()
        self.notify(f"{entry.title} is in the trash; u brings it back.", markup=False)

    def action_undo(self) -> None:
        """Bring back the plan that was deleted last."""
        token = next((each.token for each in self.library.trashed()), "")
        if not token:
            self.notify("The trash is empty.", markup=False)
            return
        try:
            path = self.library.restore_trashed(token)
        except Refusal as refusal:
            self.notify(str(refusal), severity="error", markup=False)
            return
        self.reload(str(path))

    def action_playbook(self) -> None:
        """Read the playbook."""
        self.coach_app.read()

    def action_workshop(self) -> None:
        """Switch facilitator notes on or off."""
        desk = self.coach_app.desk
        desk.workshop = not desk.workshop
        if desk.workshop:
            text = (
                "Facilitator notes and minutes now stand in every guide (F2); w switches them off. "
                "Make a pack of your own with: coach pack new NAME"
            )
        else:
            text = "Facilitator notes are off."
        self.notify(text, markup=False, timeout=10)

    def action_filter(self) -> None:
        """Ask for words to filter by."""
        field = self.query_one("#filter", Input)
        field.set_class(True, "-open")
        field.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter while typing."""
        self._words = event.value
        self.draw()

    def on_input_submitted(self) -> None:
        """Back to the list, filtered."""
        self.query_one("#plans").focus()

    def key_escape(self) -> None:
        """Drop the filter."""
        field = self.query_one("#filter", Input)
        field.value = ""
        field.set_class(False, "-open")
        self.query_one("#plans").focus()


def _ago(moment: dt.datetime) -> str:
    days = (dt.datetime.now(dt.UTC) - moment).days
    if days < 1:
        return "today"
    return f"{days} d" if days < 14 else f"{days // 7} w" if days < 70 else f"{moment:%b %Y}"
