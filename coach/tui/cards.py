"""The cards of a walk, one of them in front."""

import asyncio

from textual.containers import Vertical

from coach.questions import Card
from coach.session import Session
from coach.tui.card import CardView


class Cards(Vertical):
    """The cards that were looked at, or may be next. They stay, so that going to one is quick."""

    DEFAULT_CSS = """
    Cards { width: 1fr; height: 1fr; }
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.front: CardView | None = None
        """The card in view; None until the first is shown."""
        self._views: dict[str, CardView] = {}
        self._mounting = asyncio.Lock()

    async def show(self, card: Card) -> CardView:
        """Put ``card`` in front, made anew where other questions are asked now than before."""
        async with self._mounting:
            view = self._views.get(card.key)
            if view is not None and view.stale:
                del self._views[card.key]
                await view.remove()
                view = None
            if view is None:
                view = CardView(self.session, card)
                self._views[card.key] = view
                self._put_in_front(view)
                with self.app.batch_update():
                    await self.mount(view)
            else:
                self._put_in_front(view)
                view.scroll_home(animate=False)  # the question first; a field below comes later
                view.load()
        return view

    def is_ready(self, card: Card) -> bool:
        """True where ``card`` need not be made before it is shown."""
        return card.key in self._views and not self._views[card.key].stale

    async def make_ready(self, card: Card) -> None:
        """Make ``card`` behind the one in front, so that it is there when it is asked for."""
        async with self._mounting:
            if card.key not in self._views and self.is_attached:
                view = CardView(self.session, card)
                view.styles.set_rule("display", "none")
                self._views[card.key] = view
                await self.mount(view)

    def _put_in_front(self, view: CardView) -> None:
        """Display ``view`` alone.

        Past ``display``, which has a widget drawn anew each time: what a card has drawn is still
        good when it comes back.
        """
        self.front = view
        for each in self._views.values():
            each.styles.set_rule("display", "block" if each is view else "none")
        self._nodes.updated()
        self.refresh(layout=True)
