"""A countdown of a card's minutes, for workshops."""

import math
import time
from collections.abc import Callable


class Timebox:
    """Counts down while it is on; it has no timer of its own. ``clock`` counts seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.on = False
        self._end: float | None = None

    def start(self, minutes: int) -> None:
        """Count down from ``minutes``; where there are none, stay on and count nothing."""
        self.on, self._end = True, self.clock() + 60 * minutes if minutes else None

    def stop(self) -> None:
        """Count no more."""
        self.on = False

    @property
    def over(self) -> bool:
        """True where nothing is left."""
        return self._end is not None and self.clock() >= self._end

    @property
    def text(self) -> str:
        """What is left, as it is shown: ``3:20 left``; empty where nothing is counted."""
        if not self.on or self._end is None:
            return ""
        left = math.ceil(self._end - self.clock())
        return f"{left // 60}:{left % 60:02} left" if left > 0 else "time is up"
