"""Leaving a screen once, however often and however late that is asked."""

from typing import Generic, TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

T = TypeVar("T")


class LeavesOnce(Screen[T], Generic[T]):
    """A screen that is dismissed; what it was asked to do twice, it does once.

    Of a double click the second half may arrive when the screen has gone already, and
    Textual would then take away whatever is in front instead, down to the last screen.
    It stands last among a screen's bases: Textual takes the styles from the first.
    """

    @property
    def in_front(self) -> bool:
        """True until the screen has been dismissed, unless another one covers it."""
        return self.app.screen is self

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Leave, if this is the screen in front."""
        return super().dismiss(result) if self.in_front else AwaitComplete()
