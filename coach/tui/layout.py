"""One layout a change instead of two.

After each layout Textual tells every widget how large its contents are, and a new size asks for
another layout of the whole screen: for scrollbars that may have to come or go. Those ask by
themselves when they do, so the second layout finds nothing to do and costs as much as the first.
"""

from typing import cast

from textual import events
from textual.widget import Widget


def lay_out_once() -> None:
    """Let the size of a widget's contents ask for no layout."""
    Widget.virtual_size._layout = False  # a flag of the reactive itself


class KeepsItsLines:
    """A widget that wraps its text again only where the width for it has changed.

    Textual tells a widget its size each time it comes into view, and lists and text areas then
    wrap and draw all their lines anew, also where nothing is different.
    """

    _wrapped_at = -1

    def _on_resize(self, event: events.Resize) -> None:
        width = cast("Widget", self).scrollable_content_region.width  # less where a bar has come
        if width == self._wrapped_at:
            event.prevent_default()
        self._wrapped_at = width
