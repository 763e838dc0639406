"""The export dialog: which form, which format, where to; with a preview."""

import os
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from coach.coaching.engine import Coach
from coach.export import documents
from coach.pack.pack import Pack
from coach.places import at_home
from coach.plan import Plan
from coach.refusal import Refusal
from coach.tui.leaving import LeavesOnce
from coach.tui.listing import Listing
from coach.tui.text import join, safe

FORM_WORDS = {
    "brief": "One page to send",
    "plan": "Everything answered",
    "canvas": "One sheet of boxes",
    "pitch": "Thirty seconds to say",
    "risks": "Risk register",
    "tests": "Test list",
    "actions": "List of actions",
    "worksheet": "To fill in elsewhere",
    "blank": "The questions alone",
}
SHEETS = ("worksheet", "blank")
"""Forms to be filled in and read back (``i`` in the library): Markdown only."""
PREVIEW = 4_000
"""Characters of the document that the preview shows."""


class ExportDialog(ModalScreen[None], LeavesOnce[None]):
    """Never overwrites without being told to; ends with the path."""

    BINDINGS = [
        Binding("escape", "cancel", "cancel"),
        Binding("ctrl+s", "write", "write the file", priority=True),
        Binding("ctrl+r", "replace", "replace the file", show=False, priority=True),
    ]

    DEFAULT_CSS = """
    ExportDialog { align: center middle; }
    ExportDialog > Vertical {
        width: 100; max-width: 96%; height: 92%; padding: 1 2; background: $surface;
        border: round $primary;
    }
    ExportDialog .title { text-style: bold; color: $primary; height: 1; }
    ExportDialog OptionList { height: auto; max-height: 9; border: none; background: $surface; }
    ExportDialog OptionList:focus { border: none; background: $surface-lighten-1; }
    ExportDialog #forms { width: 38; }
    ExportDialog #formats { width: 1fr; }
    ExportDialog Horizontal { height: auto; margin: 1 0; }
    ExportDialog #said { height: auto; color: $accent; }
    ExportDialog #preview { height: 1fr; margin-top: 1; padding: 0 1; background: $background; }
    """

    def __init__(self, plan: Plan, pack: Pack) -> None:
        super().__init__()
        self.plan = plan
        self.pack = pack
        self.form = "brief"
        self.format = "markdown"
        self._text = ""
        self._offered = ""

    def compose(self) -> ComposeResult:
        """Form, format, path, preview."""
        with Vertical():
            yield Static("Export", classes="title")
            with Horizontal():
                yield Listing(id="forms", markup=False)
                yield Listing(id="formats", markup=False)
            yield Input(id="path", compact=True)
            yield Static("", id="said")
            with VerticalScroll(id="preview"):
                yield Static("", id="text")

    def on_mount(self) -> None:
        """Fill the lists."""
        forms = self.query_one("#forms", OptionList)
        forms.add_options(
            Option(
                join((key.capitalize(), "bold"), ("  " + FORM_WORDS.get(key, ""), "$muted")),
                id=key,
            )
            for key in (*documents.FORMS, *SHEETS)
        )
        forms.highlighted = 0
        forms.focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another form or format is marked."""
        event.stop()
        if event.option_list.id == "forms":
            self.form = event.option_id or self.form
            formats = ("markdown",) if self.form in SHEETS else documents.formats_of(self.form)
            chosen = self.format if self.format in formats else formats[0]
            listed = self.query_one("#formats", OptionList)
            listed.set_options(Option(join(key), id=key) for key in formats)
            listed.highlighted = formats.index(chosen)
            self.format = chosen
        else:
            self.format = event.option_id or self.format
        self._draw()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter goes on; on the format it writes."""
        event.stop()
        self.screen.focus_next()

    def on_input_submitted(self) -> None:
        """Enter in the path writes."""
        self.action_write()

    def _draw(self) -> None:
        shown, name = self._made()
        self.query_one("#text", Static).update(safe(shown[:PREVIEW]))
        path = self.query_one("#path", Input)
        offered = str(Path.cwd() / name)
        if path.value in ("", self._offered):  # a name that was typed stays
            path.value = offered
        self._offered = offered
        self._say("Ctrl+S writes the file, Tab goes to its name, Escape leaves.")

    def _made(self) -> tuple[str, str]:
        """What the preview shows and what the file is called; its text is kept to be written."""
        pack = self.pack
        if self.form in SHEETS:
            from coach.export.worksheet import worksheet

            self._text = worksheet(self.plan, pack, blank=self.form == "blank")
            return self._text, documents.file_name(self.plan.title, self.form, "markdown")
        # As on the command line: only the whole plan has room for what the coach says.
        coach, whole = Coach(pack), self.form == "plan"
        findings = coach.check(self.plan) if whole else ()
        strengths = coach.strengths(self.plan) if whole else ()
        document = documents.build(self.form, self.plan, pack, findings, strengths=strengths)
        self._text = documents.render(document, self.format)
        name = documents.file_name(document.name, self.form, self.format)
        return documents.preview(document, self.format), name

    def _say(self, text: str) -> None:
        self.query_one("#said", Static).update(safe(text))

    def action_write(self) -> None:
        """Write the file; one that is there already stays."""
        self._write(force=False)

    def action_replace(self) -> None:
        """Write the file over one that is there."""
        self._write(force=True)

    def _write(self, force: bool) -> None:
        try:
            path = at_home(self.query_one("#path", Input).value)
            if os.path.exists(path) and not force:  # Path.exists raises for too long a name
                self._say(f"{path} exists. Ctrl+R replaces it, or change the name.")
                return
            documents.write(path, self._text, force)
        except Refusal as refusal:
            self._say(str(refusal))
            return
        self._say(f"Written: {path}")
        self.app.notify(f"Written: {path}", markup=False, timeout=10)

    def action_cancel(self) -> None:
        """Leave."""
        self.dismiss(None)
