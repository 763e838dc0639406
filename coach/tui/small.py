"""What a terminal shows that is too small for a card: one line that says what is needed."""

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

MIN_WIDTH, MIN_HEIGHT = 60, 18
"""The smallest terminal in which a card can be worked on, in cells."""


class TooSmall(ModalScreen[None]):
    """Covers everything until the terminal is large enough; what is below stays as it is."""

    DEFAULT_CSS = """
    TooSmall { align: center middle; background: $background; }
    TooSmall Static { width: auto; height: 1; text-wrap: nowrap; }
    """

    def compose(self) -> ComposeResult:
        """The line, short enough for 20 columns."""
        yield Static(f"Enlarge to {MIN_WIDTH}×{MIN_HEIGHT}", markup=False)

    def on_resize(self) -> None:
        """Leave when there is room."""
        self._leave()

    def on_screen_resume(self) -> None:
        """Leave when room was made while something lay above."""
        self._leave()

    def _leave(self) -> None:
        if self.is_current and not too_small(*self.app.size):
            self.dismiss(None)


def too_small(width: int, height: int) -> bool:
    """True where no card fits."""
    return width < MIN_WIDTH or height < MIN_HEIGHT
