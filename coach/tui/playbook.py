"""The playbook: the pack as a book, with contents, search, links, back and forward."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from coach.pack.book import SCHEME, Book, Spot
from coach.pack.markdown import blocks, with_terms
from coach.pack.read import BrokenPack
from coach.pack.search import Hit, Index
from coach.pack.trail import Trail
from coach.text import one_line
from coach.tui.commands import bindings
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
TITLE = 30
"""Characters of a title in the contents."""
SHORT = {"intermediate": "int.", "advanced": "adv."}
"""The depths as the contents have room for them; what helps from the beginning bears no word."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where one was: the place in the book, how far the page was scrolled, the link marked.

    ``seen`` is false until one has been there: then the page begins at the place itself.
    """

    spot: Spot
    row: int = 0
    link: int = -1
    seen: bool = False


class Contents(Listing):
    """The shelves; one of them is open and shows its pages."""

    BINDINGS = [Binding("enter", "select", "open")]


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
        self._open = ""
        """The key of the shelf that is open in the contents."""
        self._listed: tuple[Spot, str] | None = None
        """What the contents were drawn for: the page, and the shelf that is open."""

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
            yield Contents(id="contents", markup=False)
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
        index = Index(self.book)
        self.app.call_from_thread(self._can_search, index)

    def _can_search(self, index: Index) -> None:
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
        self._open = self.book.shelf_key(key)
        crumbs = ["Playbook", self.book.pack.step_title(self._open), self.book.title(key)]
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
        """Draw the contents, if they are in view: making them reads the titles of all pages."""
        in_view = self.has_class("-wide") or self._showing == "contents"
        if not in_view or (self.spot, self._open) == self._listed:
            return
        self._listed = self.spot, self._open
        options: list[Option] = []
        mark = 0
        for shelf in self.book.contents:
            is_open = shelf.key == self._open
            count = "" if is_open else f"  {len(shelf.entries)}"
            line = join(
                ("▾ " if is_open else "▸ ", "$secondary"), (shelf.title, "bold"), (count, "$muted")
            )
            options.append(Option(line, id=shelf.key))
            mark = len(options) - 1 if is_open else mark
            for entry in shelf.entries if is_open else ():
                here = entry.spot in (self.spot, Spot(self.spot.page))
                mark = len(options) if here else mark
                title = one_line(entry.title, TITLE)
                depth = SHORT.get(entry.depth, "")
                style = "bold $accent" if here else ""
                line = join(
                    ("    ", ""),
                    (f"{title:<{TITLE - 5}}" if depth else title, style),
                    (f" {depth}", "$muted"),
                )
                options.append(Option(line, id=SCHEME + str(entry.spot)))
        contents = self.query_one(Contents)
        contents.set_options(options)
        contents.highlighted = mark

    def action_contents(self) -> None:
        """Show the contents, or the page again."""
        self._show("page" if self._showing == "contents" else "contents")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open a shelf, a page, or what was found."""
        event.stop()
        if event.option_list.id == "hits":
            self.go(self._hits[event.option_index].spot)
            return
        name = event.option_id or ""
        spot = self.book.resolve(name)
        if spot is not None:
            self.go(spot)
        else:
            self._open = "" if name == self._open else name
            self._draw_contents()
            contents = self.query_one(Contents)
            contents.highlighted = contents.get_option_index(name)

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

    def _show(self, name: str, focus: bool = True) -> None:
        """Show ``page``, ``contents`` or ``hits``; the contents stay where there is room."""
        self._showing = name
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
        if self._showing != "page" or self.focused is not self.reader:
            self._show("page")
        else:
            self.dismiss(None)


def _found(hit: Hit) -> Content:
    """A hit in two lines, the words that were sought standing out."""
    words = [
        (piece, "bold $accent" if place % 2 else "$muted")
        for place, piece in enumerate(hit.snippet)
    ]
    heading = (f"  {hit.heading}", "") if hit.heading else ""
    return join((hit.title, "bold"), heading, "\n  ", *words)
