"""The brief: the plan on one page, as a reader would see it. Every block leads to its card."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coach.export import documents
from coach.export.document import Block, Facts, Heading, Items, Note, Quote, Spans, Table, Text
from coach.session import Session
from coach.tui.commands import bindings
from coach.tui.heading import Heading as Line
from coach.tui.keybar import KeyBar
from coach.tui.leaving import LeavesOnce
from coach.tui.listing import Listing
from coach.tui.text import join


class Page(Listing):
    """The page's blocks."""

    BINDINGS = [Binding("enter", "select", "edit")]


class BriefScreen(LeavesOnce[str]):
    """Dismissed with the path of the answer to go to, or with nothing."""

    BINDINGS = bindings("brief")
    AUTO_FOCUS = "#page"

    DEFAULT_CSS = """
    BriefScreen { align: center top; }
    BriefScreen #page {
        width: 1fr; max-width: 92; height: 1fr; border: none; padding: 1 2; background: $background;
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._paths: list[str] = [""]

    def compose(self) -> ComposeResult:
        """Heading, page, keys."""
        yield Line()
        yield Page(id="page", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Write the page."""
        plan = self.session.plan
        self.query_one(Line).show([plan.title, "Brief"], state="what the one-page export prints")
        document = documents.build("brief", plan, self.session.pack, self.session.findings)
        page = self.query_one("#page", OptionList)
        page.add_option(Option(join((document.title, "bold $primary"), "\n"), disabled=True))
        for block in document.blocks:
            for content, path in _drawn(block):
                page.add_option(Option(content + Content("\n"), disabled=not path))
                self._paths.append(path)
        if len(page.options) > 1:
            page.highlighted = next((i for i, o in enumerate(page.options) if not o.disabled), None)

    def action_close(self) -> None:
        """Go back to the card."""
        self.dismiss(None)

    def action_jump(self) -> None:
        """Go to the card this part comes from."""
        index = self.query_one("#page", OptionList).highlighted
        if index is not None and self._paths[index]:
            self.dismiss(self._paths[index])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the card this part comes from."""
        event.stop()
        self.action_jump()

    def action_export(self) -> None:
        """Write it to a file."""
        from coach.tui.export import ExportDialog

        self.app.push_screen(ExportDialog(self.session.plan, self.session.pack))


def _drawn(block: Block) -> Iterator[tuple[Content, str]]:
    """A block as pieces of content, each with the path of the answer it leads to."""
    path = block.fields[0] if block.fields else ""
    match block:
        case Heading():
            yield _styled(block.spans, "bold $primary"), path
        case Text() | Note():
            style = "italic $muted" if isinstance(block, Note) else ""
            yield _styled(block.spans, style), path
        case Quote():
            yield join(("▌ ", "$accent"), _styled(block.spans, "italic")), path
        case Facts():
            for fact in block.rows:
                where = fact.fields[0] if fact.fields else path
                yield join((f"{fact.label}  ", "bold"), _styled(fact.spans)), where
        case Items():
            for number, item in enumerate(block.items, 1):
                lines = [join((f"{number}. ", "$accent"), _styled(item.spans))]
                lines += [
                    join((f"   {fact.label}: ", "$muted"), _styled(fact.spans))
                    for fact in item.facts
                ]
                yield Content("\n").join(lines), item.fields[0] if item.fields else path
        case Table():
            yield from _table(block, path)


def _table(table: Table, path: str) -> Iterator[tuple[Content, str]]:
    """The rows as lines with their cells under each other, all of it one piece."""
    drawn = [[_styled(cell.spans) for cell in row.cells] for row in table.rows]
    widths = [
        max((cell.cell_length for cell in column), default=0) for column in zip(*drawn, strict=True)
    ]
    lines = [
        Content("   ").join(
            [
                cell.pad_right(width - cell.cell_length)
                for cell, width in zip(row, widths, strict=True)
            ]
        )
        for row in drawn
    ]
    where = next((row.fields[0] for row in table.rows if row.fields), path)
    yield Content("\n").join(lines), where


def _styled(spans: Spans, style: str = "") -> Content:
    return join(
        *(
            (span.text, " ".join(filter(None, [style, "bold" if span.strong else ""])))
            for span in spans
        )
    )
