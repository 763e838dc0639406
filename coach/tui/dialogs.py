"""Small questions that stand over a screen; Escape always leaves them without a change."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from coach.pack.pack import Pack
from coach.pack.page import Wording
from coach.session import Session
from coach.text import one_line
from coach.tui.leaving import LeavesOnce
from coach.tui.listing import Listing
from coach.tui.text import join

T = TypeVar("T")


class Dialog(ModalScreen[T | None], LeavesOnce[T | None], Generic[T]):
    """A box with a title and a text."""

    BINDINGS = [("escape", "cancel", "cancel")]

    def __init__(self, title: str, text: str = "") -> None:
        super().__init__(classes="dialog")
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """The box."""
        with Vertical():
            yield Static(join(self._title), classes="title")
            if self._text:
                yield Static(join((self._text, "$muted"), "\n"), classes="text")
            yield from self.body()

    def body(self) -> ComposeResult:
        """What is asked."""
        yield from ()

    def action_cancel(self) -> None:
        """Leave without a change."""
        self.dismiss(None)


class Pick(Dialog[T]):
    """One of several."""

    DEFAULT_CSS = (
        "Pick OptionList { height: auto; max-height: 16; border: none; background: $surface; }"
    )

    def lines(self) -> Iterable[tuple[T, Content]]:
        """The values with their lines."""
        return ()

    def body(self) -> ComposeResult:
        """The list."""
        self._values = []
        options = []
        for value, line in self.lines():
            self._values.append(value)
            options.append(Option(line))
        yield Listing(*options, markup=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take it."""
        self.dismiss(self._values[event.option_index])


class PickRow(Pick[int]):
    """One of the pack's example rows for a list of records."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(
            f"{wording.label}: start from an example", "It is put into your list for you to change."
        )
        self._rows = wording.examples

    def lines(self) -> Iterable[tuple[int, Content]]:
        """The first text of each row, then the second."""
        for index, row in enumerate(self._rows):
            texts = [one_line(value) for value in row.values() if isinstance(value, str)] or ["?"]
            yield (
                index,
                join((texts[0], "bold"), ("  " + one_line(" ".join(texts[1:2]), 70), "$muted")),
            )


class PickExample(Pick[str]):
    """One of the pack's example plans."""

    def __init__(self, pack: Pack) -> None:
        super().__init__("Example plans", "It opens as a plan of your own: change what you like.")
        self._pack = pack

    def lines(self) -> Iterable[tuple[str, Content]]:
        """Name and offering."""
        for example in self._pack.examples():
            yield (
                example.name,
                join((example.title, "bold"), (f"  {example.offering}", "$muted")),
            )


class AskLine(Dialog[str]):
    """One line of text; an empty one is not taken."""

    def __init__(self, title: str, text: str, expected: str) -> None:
        super().__init__(title, text)
        self._expected = expected

    def body(self) -> ComposeResult:
        """The input, and the keys that end it."""
        yield Input()
        yield Static(join(("Enter takes it, Escape leaves.", "$muted")), classes="said")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take it, or say what is expected."""
        if event.value.strip():
            self.dismiss(event.value)
        else:
            self.query_one(".said", Static).update(join((self._expected, "$warning")))


class ConflictDialog(Pick[bool]):
    """The plan's file was changed by somebody else while it was open here."""

    def __init__(self, session: Session) -> None:
        super().__init__("This plan was changed elsewhere", str(session.trouble))

    def lines(self) -> Iterable[tuple[bool, Content]]:
        """Mine or theirs; neither is thrown away."""
        yield (
            True,
            join(
                ("Keep mine", "bold"),
                ("  the other version goes into this plan's history", "$muted"),
            ),
        )
        yield (
            False,
            join(
                ("Take theirs", "bold"),
                ("  mine stays beside the plan as a conflict copy", "$muted"),
            ),
        )
