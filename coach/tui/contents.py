"""The playbook's contents: chapters, one of them open, its pages one key away."""

from textual.binding import Binding
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coach.pack.book import SCHEME, Book, Chapter, Entry, Spot
from coach.text import one_line
from coach.tui.listing import Listing
from coach.tui.text import join

TITLE = 30
"""Characters of a title that fit on a line."""
SHORT = {"intermediate": "int.", "advanced": "adv."}
"""The depths as a line has room for them; what helps from the beginning bears no word."""


class Contents(Listing):
    """Draws the chapters of a book; the one of the page in view is open."""

    class Chosen(Message):
        """A page was chosen."""

        def __init__(self, spot: Spot) -> None:
            super().__init__()
            self.spot = spot

    BINDINGS = [Binding("enter", "select", "open")]

    def __init__(self, book: Book, id: str | None = None) -> None:
        super().__init__(markup=False, id=id)
        self.book = book
        self._spot: Spot | None = None
        self._open = ""

    def show(self, spot: Spot) -> None:
        """Mark the page that is read. Doing so reads the titles of all pages, at first."""
        if spot != self._spot:
            self._spot, self._open = spot, self.book.chapter_key(spot.page)
            self._draw()

    def _draw(self) -> None:
        options: list[Option] = []
        mark = 0
        for chapter in self.book.contents:
            if chapter.key == self._open:
                mark = len(options)
            options.append(self._chapter(chapter))
            for entry in chapter.entries if chapter.key == self._open else ():
                if self._is_here(entry):
                    mark = len(options)
                options.append(self._page(entry))
        self.set_options(options)
        self.highlighted = mark

    def _is_here(self, entry: Entry) -> bool:
        return self._spot is not None and entry.spot in (self._spot, Spot(self._spot.page))

    def _chapter(self, chapter: Chapter) -> Option:
        is_open = chapter.key == self._open
        sign, count = ("▾ ", "") if is_open else ("▸ ", f"  {len(chapter.entries)}")
        line = join((sign, "$secondary"), (chapter.title, "bold"), (count, "$muted"))
        return Option(line, id=chapter.key)

    def _page(self, entry: Entry) -> Option:
        depth = SHORT.get(entry.depth, "")
        title = one_line(entry.title, TITLE)
        style = "bold $accent" if self._is_here(entry) else ""
        line = join(
            "    ", (f"{title:<{TITLE - 5}}" if depth else title, style), (f" {depth}", "$muted")
        )
        return Option(line, id=SCHEME + str(entry.spot))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A page is chosen; a chapter opens, or closes again."""
        event.stop()
        name = event.option_id or ""
        spot = self.book.resolve(name)
        if spot is not None:
            self.post_message(self.Chosen(spot))
            return
        self._open = "" if name == self._open else name
        self._draw()
        self.highlighted = self.get_option_index(name)
