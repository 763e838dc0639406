"""A page of text to read: scrolled by keys, its links marked by Tab and opened by Enter."""

from collections.abc import Sequence
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static

from coach.pack.markdown import Block
from coach.tui.commands import bindings
from coach.tui.guide import HEADING_META, LINK_META, Drawn, draw

WIDEST = 88
"""Cells of a line: longer ones are hard to read. The style below adds one before the bar."""


class Reader(VerticalScroll):
    """One page. It knows where its links lead, not what is there: it says which one was opened."""

    class Followed(Message):
        """A link was opened."""

        def __init__(self, link: str) -> None:
            super().__init__()
            self.link = link

    BINDINGS = bindings("reader")

    DEFAULT_CSS = """
    Reader { scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    Reader Static { max-width: 89; padding-right: 1; }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, can_focus=True)
        self._blocks: tuple[Block, ...] = ()
        self._drawn = Drawn()
        self._width = 0
        self._goal: tuple[str, int, int] | None = None
        """Heading, row and link to begin with; None once that is done."""
        self.link = -1
        """The link that is marked; -1 for none."""

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static("", markup=False)

    def show(
        self, blocks: Sequence[Block], heading: str = "", row: int = 0, link: int = -1
    ) -> None:
        """Show a page from the heading with this slug, or from a row, with a link marked."""
        self._blocks, self.link = tuple(blocks), -1
        self._goal = heading, row, link
        self._draw()
        self.call_after_refresh(self._go_to_goal)

    def on_resize(self) -> None:
        """Lists and tables are drawn to fit; what was out of sight begins where it should."""
        if self._width != self._room:
            self._draw()
        self.call_after_refresh(self._go_to_goal)

    def _go_to_goal(self) -> None:
        """Scroll to where the page was to begin, once it is laid out."""
        if self._goal is None or not self.size.area or not self.query(Static):
            return
        heading, row, link = self._goal
        self._goal = None
        if heading:
            row = self._rows(HEADING_META).get(heading, row)
        self.scroll_to(y=row, animate=False)
        if link >= 0:
            self.mark(link)

    @property
    def _room(self) -> int:
        return min(self.scrollable_content_region.width - 1, WIDEST)

    def _draw(self) -> None:
        self._width = self._room
        self._drawn = draw(self._blocks, self._width)
        marked = 0 <= self.link < len(self._drawn.links)
        content = self._drawn.marked(self.link) if marked else self._drawn.content
        self.query_one(Static).update(content)
        if self.has_focus:  # else its keys are not shown
            self.refresh_bindings()

    # -- places -------------------------------------------------------------------------

    def _rows(self, key: str) -> dict[Any, int]:
        """The first row of each link, or of each heading, from above."""
        found: dict[Any, int] = {}
        sheet = self.query_one(Static)
        for row in range(sheet.size.height):
            for segment in sheet.render_line(row):
                if segment.style is not None and (name := segment.style.meta.get(key)) is not None:
                    found.setdefault(name, row)
        return found

    def action_link(self, by: int) -> None:
        """Mark the next link, or the one before; from where one reads, if none is in view."""
        rows = self._rows(LINK_META)
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if top <= rows.get(self.link, -1) < top + height:
            self.mark((self.link + by) % len(self._drawn.links))
        elif by > 0:
            self.mark(
                next((link for link, row in rows.items() if row >= top), min(rows, default=-1))
            )
        else:
            above = [link for link, row in rows.items() if row < top + height]
            self.mark(above[-1] if above else max(rows, default=-1))

    def mark(self, link: int) -> None:
        """Mark a link and bring it into view."""
        if not 0 <= link < len(self._drawn.links):
            return
        self.link = link
        self.query_one(Static).update(self._drawn.marked(link), layout=False)
        row = self._rows(LINK_META).get(link, 0)
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if not top <= row < top + height:
            self.scroll_to(y=max(0, row - height // 3), animate=False)
        self.refresh_bindings()

    # -- links --------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tab is the screen's where there are no links, and Enter where none is marked."""
        if action == "link":
            return bool(self._drawn.links)
        if action == "follow":
            return self.link >= 0
        return True

    def action_follow(self) -> None:
        """Open the link that is marked."""
        if 0 <= self.link < len(self._drawn.links):
            self.post_message(self.Followed(self._drawn.links[self.link]))

    def on_click(self, event: events.Click) -> None:
        """A click on a link opens it; one that was drawn before the page changed does nothing."""
        link = event.style.meta.get(LINK_META, -1)
        if isinstance(link, int) and 0 <= link < len(self._drawn.links):
            event.stop()
            self.mark(link)
            self.action_follow()
