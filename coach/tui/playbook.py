"""The playbook: the pack as a book, with contents, search, links, back and forward."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from coach.pack.book import Book, Spot
from coach.pack.markdown import blocks, with_terms
from coach.pack.read import BrokenPack
from coach.pack.search import Hit, Index
from coach.pack.trail import Trail
from coach.text import one_line
from coach.tui.commands import bindings
from coach.tui.contents import Contents
from coach.tui.heading import Heading
from coach.tui.keybar import KeyBar
from coach.tui.leaving import LeavesOnce
from coach.tui.listing import Listing
from coach.tui.reader import Reader
from coach.tui.text import join

if TYPE_CHECKING:
    from coach.tui.app import CoachApp

SOON = 0.3
"""Seconds before all pages are read for the search: the first keys go before."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where one was: the place in the book, how far the page was scrolled, the link marked.

    ``seen`` is false until one has been there: then the page begins at the place itself.
    """

    spot: Spot
    row: int = 0
    link: int = -1
    seen: bool = False


class Hits(Listing):
    """What a search found."""

    BINDINGS = [Binding("enter", "select", "open")]


class SearchLine(Input):
    """The words that are sought. Arrows move the mark among the hits below."""

    BINDINGS = [
        Binding("down", "screen.mark_hit(1)", "next hit"),
        Binding("up", "screen.mark_hit(-1)", "hit before", show=False),
        Binding("enter", "submit", "open"),
    ]


class PlaybookScreen(LeavesOnce[None]):
    """The book at a page. Contents, page and hits take turns where there is no room for two."""

    BINDINGS = bindings("playbook")
    AUTO_FOCUS = ""

    DEFAULT_CSS = """
    PlaybookScreen #search { border: none; height: 1; padding: 0 1; background: $surface; }
    PlaybookScreen #contents { width: 1fr; height: 1fr; padding: 0 1; background: $panel; }
    PlaybookScreen #page { width: 1fr; height: 1fr; padding: 1 2; }
    PlaybookScreen #hits { width: 1fr; height: 1fr; padding: 0 1; }
    PlaybookScreen #contents, PlaybookScreen #page, PlaybookScreen #hits { display: none; }
    PlaybookScreen.-showing-page #page { display: block; }
    PlaybookScreen.-showing-contents #contents { display: block; }
    PlaybookScreen.-showing-hits #hits { display: block; }
    PlaybookScreen.-wide #contents { display: block; width: 38; }
    PlaybookScreen.-wide.-showing-contents #page { display: block; }
    """

    def __init__(self, spot: Spot | None = None) -> None:
        """Opens at ``spot``, or else at the contents."""
        super().__init__()
        self._begin = spot
        self._hits: list[Hit] = []

    @property
    def coach_app(self) -> "CoachApp":
        """The app, by its own type."""
        return cast("CoachApp", self.app)

    @property
    def book(self) -> Book:
        """The pack as a book."""
        return self.coach_app.book

    def compose(self) -> ComposeResult:
        """Heading, search line, contents, page and hits, keys."""
        yield Heading()
        yield SearchLine(placeholder="/ searches everything", id="search", compact=True)
        with Horizontal():
            yield Contents(self.book, id="contents")
            yield Reader(id="page")
            yield Hits(id="hits", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Open the book."""
        self._trail = Trail(Stop(self._begin or self.book.entries[0].spot))
        self._draw_page()
        self._show("page" if self._begin else "contents")
        if self.coach_app.index is None:
            self.set_timer(SOON, self._read_soon)

    def _read_soon(self) -> None:
        self.run_worker(self._read_all, thread=True, group="index", exit_on_error=False)

    def _read_all(self) -> None:
        book = self.book
        self.app.call_from_thread(self._can_search, book, Index(book))

    def _can_search(self, book: Book, index: Index) -> None:
        if book is not self.book:
            return  # another plan was opened, with another pack
        self.coach_app.index = index
        if self.is_attached:
            self._search()

    # -- pages --------------------------------------------------------------------------

    @property
    def spot(self) -> Spot:
        """The place that is shown."""
        return self._trail.here.spot

    @property
    def reader(self) -> Reader:
        """The page."""
        return self.query_one(Reader)

    def go(self, spot: Spot) -> None:
        """Go on to another place in the book."""
        if spot == self.spot:
            self._trail.here = Stop(spot)
        else:
            self._remember()
            self._trail.go(Stop(spot))
        self._draw_page()
        self._show("page")

    def action_turn(self, by: int) -> None:
        """Go back or forward, to where one was on that page."""
        self._remember()
        if not self._trail.turn(by):
            self.coach_app.say("This was the first page." if by < 0 else "This is the last page.")
            return
        self._draw_page()
        self._show("page")

    def _remember(self) -> None:
        reader = self.reader
        self._trail.here = Stop(self.spot, reader.scroll_offset.y, reader.link, seen=True)

    def _draw_page(self) -> None:
        stop = self._trail.here
        key = stop.spot.page
        try:
            text = self.book.page(key).markdown()
        except BrokenPack as broken:
            text = f"# {self.book.title(key)}\n\n    {one_line(str(broken))}"
        heading = "" if stop.seen else stop.spot.heading
        page = tuple(with_terms(blocks(text), self.book.terms))
        self.reader.show(page, heading, stop.row, stop.link)
        chapter = self.book.pack.step_title(self.book.chapter_key(key))
        crumbs = ["Playbook", chapter, self.book.title(key)]
        self.query_one(Heading).show(list(dict.fromkeys(crumbs)))

    def on_reader_followed(self, event: Reader.Followed) -> None:
        """A link leads on; a term is explained in place."""
        event.stop()
        self.coach_app.follow(event.link, self.spot.page)

    # -- contents -----------------------------------------------------------------------

    def on_resize(self) -> None:
        """In a wider terminal the contents come into view."""
        self.call_after_refresh(self._draw_contents)

    def _draw_contents(self) -> None:
        """Draw the contents, if they are in view: reading all titles takes a moment."""
        in_view = self.has_class("-wide") or self._showing == "contents"
        if in_view and self.query(Contents):  # else left before the refresh that this waited for
            self.query_one(Contents).show(self.spot)

    def action_contents(self) -> None:
        """Show the contents, or the page again."""
        self._show("page" if self._showing == "contents" else "contents")

    def on_contents_chosen(self, event: Contents.Chosen) -> None:
        """Go to the page."""
        event.stop()
        self.go(event.spot)

    # -- search -------------------------------------------------------------------------

    def action_search(self) -> None:
        """Ask for words."""
        line = self.query_one(SearchLine)
        line.select_all()
        self._show("hits" if line.value.strip() else self._showing)
        line.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search while typing."""
        event.stop()
        self._search()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the hit that was chosen."""
        event.stop()
        self.go(self._hits[event.option_index].spot)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open the hit that is marked."""
        event.stop()
        at = self.query_one(Hits).highlighted
        if self._hits and at is not None:
            self.go(self._hits[at].spot)

    def action_mark_hit(self, by: int) -> None:
        """Mark the next hit, or the one before."""
        hits = self.query_one(Hits)
        if self._hits and hits.highlighted is not None:
            hits.highlighted = max(0, min(len(self._hits) - 1, hits.highlighted + by))

    def _search(self) -> None:
        line, index = self.query_one(SearchLine), self.coach_app.index
        words = line.value
        if not line.has_focus or not words.strip():
            if self._showing == "hits":
                self._show("page")
                line.focus()
            return
        hits = self.query_one(Hits)
        self._hits = index.search(words) if index else []
        if self._hits:
            hits.set_options(Option(_found(hit)) for hit in self._hits)
            hits.highlighted = 0
        else:
            told = "No page has all these words." if index else "Reading every page …"
            hits.set_options([Option(join((told, "$muted")), disabled=True)])
        self._show("hits", focus=False)

    # -- what is shown ------------------------------------------------------------------

    _showing = "page"
    _page_shown = False
    """Whether a page has been read; else Escape leads from the contents to where one came from."""

    def _show(self, name: str, focus: bool = True) -> None:
        """Show ``page``, ``contents`` or ``hits``; the contents stay where there is room."""
        self._showing = name
        self._page_shown |= name == "page"
        for each in ("page", "contents", "hits"):
            self.set_class(each == name, f"-showing-{each}")
        if name == "contents":
            self._draw_contents()
        else:
            self.call_after_refresh(self._draw_contents)  # the page is painted first
        if focus:
            self.set_focus(self.query_one(f"#{name}"))

    def action_close(self) -> None:
        """Go back to where one came from; from the search or the contents to the page."""
        on_page = self._showing == "page" and self.focused is self.reader
        at_first = self._showing == "contents" and not self._page_shown
        if on_page or at_first:
            self.dismiss(None)
        else:
            self._show("page")


def _found(hit: Hit) -> Content:
    """A hit in two lines, the words that were sought standing out."""
    words = [
        (piece, "bold $accent" if place % 2 else "$muted")
        for place, piece in enumerate(hit.snippet)
    ]
    heading = (f"  {hit.heading}", "") if hit.heading else ""
    return join((hit.title, "bold"), heading, "\n  ", *words)
