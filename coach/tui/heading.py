"""The line at the top of every screen: where the founder is, and whether everything is saved."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from coach.text import one_line
from coach.tui.text import join


class Heading(Static):
    """Crumbs on the left, a word in the middle, the save state on the right; in one widget."""

    DEFAULT_CSS = """
    Heading {
        dock: top; height: 1; width: 1fr; padding: 0 1; background: $panel; text-wrap: nowrap;
    }
    """

    _parts: tuple[tuple[str, ...], str, str] = ((), "", "")

    def show(self, crumbs: Sequence[str], middle: str = "", state: str = "") -> None:
        """Draw the line, if it says something else; crumbs are shortened on a narrow screen."""
        parts = tuple(crumbs), middle, state
        if parts != self._parts:
            self._parts = parts
            self._draw()

    def show_state(self, state: str) -> None:
        """Draw only another save state."""
        self.show(*self._parts[:2], state)

    def on_resize(self) -> None:
        """Fit the line to the new width."""
        self._draw()

    def _draw(self) -> None:
        crumbs, middle, state = self._parts
        room = max(10, self.app.size.width - 2 - len(state) - 2)
        tail = f"  {middle}" if middle else ""
        rest = sum(len(crumb) + 3 for crumb in crumbs[1:]) + len(tail)
        first = one_line(crumbs[0], max(6, room - rest)) if crumbs else ""
        left = Content(" ▸ ").join([join((first, "bold"))] + [join(crumb) for crumb in crumbs[1:]])
        left = (left + join((tail, "$muted"))).truncate(room, ellipsis=True)
        style = "bold $error" if state.startswith("NOT SAVED") else "$muted"
        gap = " " * max(2, self.app.size.width - 2 - left.cell_length - len(state))
        self.update(left + join(gap, (state, style)), layout=False)
