"""A text that changes often and seldom takes more room."""

from textual.content import Content
from textual.widgets import Static


class Lines(Static):
    """Lays the screen out again only when its text takes another number of lines.

    Textual's own ``Static`` does so at each update, and a layout is what a key costs most.
    """

    def show(self, content: Content) -> None:
        """Show ``content`` instead of what is there."""
        key = (content.plain, tuple(content.spans))
        if key == getattr(self, "_key", None):
            return
        self._key = key
        self.update(content, layout=False)
        width, height = self.content_size
        if not width or self.visual.get_height(self.styles.get_rules(), width) != height:
            self.refresh(layout=True)
