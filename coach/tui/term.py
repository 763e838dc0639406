"""A term of the glossary, explained in place over whatever is being read."""

from textual.app import ComposeResult
from textual.widgets import Static

from coach.pack.book import GLOSSARY, Book, Spot
from coach.pack.markdown import Run, blocks, with_terms
from coach.tui.dialogs import Dialog
from coach.tui.reader import Reader
from coach.tui.text import join


class TermSheet(Dialog[Spot]):
    """What a term means. Dismissed with the place in the playbook to go to, or with nothing.

    A term in the definition is explained in the same sheet.
    """

    BINDINGS = [("enter", "read", "read in the playbook")]

    DEFAULT_CSS = """
    TermSheet Reader { height: auto; max-height: 14; margin-bottom: 1; }
    """

    def __init__(self, book: Book, term: str) -> None:
        super().__init__(book.pack.step_title(GLOSSARY))
        self.book = book
        self.term = term

    def body(self) -> ComposeResult:
        """The definition, and the keys that end it."""
        yield Reader()
        yield Static(join(("Enter reads on in the playbook, Escape closes.", "$muted")))

    def on_mount(self) -> None:
        """Explain the term."""
        self.explain(self.term)

    def explain(self, term: str) -> None:
        """Show the definition of ``term``."""
        section = self.book.definition(term)
        if section is not None:
            self.term = term
            text = f"## {section.heading}\n\n{section.text}"
            self.query_one(Reader).show(tuple(with_terms(blocks(text), self.book.terms)))

    def on_reader_followed(self, event: Reader.Followed) -> None:
        """A term is explained here; any other link leads into the playbook."""
        event.stop()
        term = Run("", link=event.link).term
        spot = self.book.resolve(event.link, GLOSSARY)
        if term and spot:
            self.explain(term)
        elif spot:
            self.dismiss(spot)

    def action_read(self) -> None:
        """Go to the term in the playbook."""
        self.dismiss(Spot(GLOSSARY, self.term))
