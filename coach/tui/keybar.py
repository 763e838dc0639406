"""The line at the foot of every screen: the keys that work here, each a button for the mouse."""

from textual import events
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widgets import Static

from coach.tui.commands import COMMANDS
from coach.tui.text import join

MORE = " … "
"""There are more keys than there is room for; F1 shows all of them."""


_ORDER = {f"{each.where}.{each.action}": at for at, each in enumerate(COMMANDS)}
"""Where each command stands in the table, by its binding's id."""


class KeyBar(Static):
    """One widget for all keys; Textual's own footer makes one widget a key."""

    DEFAULT_CSS = """
    KeyBar {
        dock: bottom; height: 1; width: 1fr; background: $panel; color: $foreground;
        text-wrap: nowrap; text-overflow: ellipsis; link-style: none;
        link-color: $foreground; link-background-hover: $surface-lighten-2;
    }
    """

    def on_mount(self) -> None:
        """Follow the bindings of the screen and of what has the focus."""
        self.screen.bindings_updated_signal.subscribe(self, self.draw)
        self.draw(self.screen)

    def on_resize(self, _event: events.Resize) -> None:
        """Draw as many keys as there is room for now."""
        self.draw(self.screen)

    def draw(self, _screen: Screen[object]) -> None:
        """Draw the keys that are bound now, each action once; none is cut in the middle."""
        parts: list[Content] = []
        drawn: set[str] = set()
        for active in sorted(self.screen.active_bindings.values(), key=self._rank):
            binding = active.binding
            if not (binding.show and active.enabled) or binding.action in drawn:
                continue
            drawn.add(binding.action)
            owners = {id(self.app): "app", id(self.screen): "screen"}
            owner = owners.get(id(active.node), "focused")
            action = binding.action if "." in binding.action else f"{owner}.{binding.action}"
            # Keys and words come from the command table, never from a user or a pack.
            click = Style.from_meta({"@click": f"press({action!r})"})
            key = self.app.get_key_display(binding)
            part = join((f" {key} ", "bold $accent"), f"{binding.description} ").stylize(click)
            # Help stands first, so that a narrow screen never cuts it off.
            parts.insert(0 if binding.action == "help" else len(parts), part)
        room, whole = self.size.width, sum(part.cell_length for part in parts)
        if room and whole > room:
            while parts and whole + len(MORE) > room:
                whole -= parts.pop().cell_length
            parts.append(Content(MORE))
        self.update(Content("").join(parts), layout=False)

    def _rank(self, active: ActiveBinding) -> tuple[int, int]:
        """Keys of what has the focus first, then the screen's, each as the table has them."""
        far = {id(self.screen): 1, id(self.app): 2}.get(id(active.node), 0)
        return far, _ORDER.get(active.binding.id or "", 0)

    async def action_press(self, action: str) -> None:
        """Do what the key does; too late, when nothing has the focus any more, it does nothing."""
        if self.app.focused is not None or not action.startswith("focused."):
            await self.run_action(action)
