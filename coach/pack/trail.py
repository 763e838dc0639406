"""Back and forward through what was visited, as in a browser."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Trail(Generic[T]):
    """Visited stops, and the one where one is now. Going on drops what lay ahead."""

    def __init__(self, start: T) -> None:
        self._stops = [start]
        self._at = 0

    @property
    def here(self) -> T:
        """The present stop."""
        return self._stops[self._at]

    @here.setter
    def here(self, stop: T) -> None:
        self._stops[self._at] = stop

    def go(self, stop: T) -> None:
        """Go on to another stop."""
        self._stops[self._at + 1 :] = [stop]
        self._at += 1

    def turn(self, by: int) -> bool:
        """Go back (-1) or forward (1); False where there is nothing in that direction."""
        if not 0 <= self._at + by < len(self._stops):
            return False
        self._at += by
        return True
