"""The cards of a walk, one of them in front."""

import asyncio
from collections.abc import Sequence

from textual.containers import Vertical
from textual.timer import Timer

from coach.questions import Card
from coach.session import Session
from coach.tui.card import CardView

LOOK = 0.08
"""Seconds that a card has been in view when its neighbours are made ready."""
TYPING = 0.5
"""Seconds without a key after which that is done while something is typed."""


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
        self._next: list[Card] = []
        """The cards to be made ready."""
        self._timer: Timer | None = None

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

    def make_ready(self, cards: Sequence[Card]) -> None:
        """Make ``cards`` behind the one in front, one at a time, while that is being read."""
        self._next = list(cards)
        self._after(LOOK)

    def put_off(self, pause: float = TYPING) -> None:
        """Make nothing ready for ``pause`` seconds: something else goes before."""
        if self._next:
            self._after(pause)

    def _after(self, pause: float) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(pause, self._make_one)

    async def _make_one(self) -> None:
        async with self._mounting:
            missing = [card for card in self._next if card.key not in self._views]
            self._next = missing[1:]
            if missing and self.is_attached:
                view = self._views[missing[0].key] = CardView(self.session, missing[0])
                view.styles.set_rule("display", "none")
                await self.mount(view)
        self.put_off(LOOK)

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
