"""Textual's list of options, proof against what people and terminals do to it."""

from contextlib import suppress

from textual import events
from textual.widgets import OptionList

from coach.tui.layout import KeepsItsLines


class Listing(KeepsItsLines, OptionList):  # type: ignore[misc]  # handlers: by signature
    """A list of rows. Page keys pressed before it was first drawn do nothing."""

    async def _on_click(self, event: events.Click) -> None:
        """A click on an option that went while the button was down picks nothing."""
        if event.style.meta.get("option", -1) >= self.option_count:
            event.prevent_default()

    def action_page_up(self) -> None:
        """A page up."""
        with suppress(KeyError):  # Textual looks up a line that is not there yet
            super().action_page_up()  # type: ignore[no-untyped-call]  # Textual's

    def action_page_down(self) -> None:
        """A page down."""
        with suppress(KeyError):
            super().action_page_down()  # type: ignore[no-untyped-call]  # Textual's
