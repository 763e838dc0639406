"""What the coach says about a card is shown to its last word."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coach.coaching.finding import Finding
from coach.coaching.rule import Level
from coach.plan import Plan
from coach.tui.findings import FindingList

Open = Callable[..., Any]
Put = Callable[..., Path]
LONGEST = 40


def remark(words: int) -> Finding:
    """A finding that ends with a question of so many words."""
    ends = " ".join(["word"] * words + [f"end{words}"])
    path = f"niche.candidates.r{words}.who"
    return Finding("NI01", Level.FLAW, "niche", path, "", "Told.", "Why.", "Fix.", "", ends)


@pytest.mark.usefixtures("keys_alone")
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_no_finding_loses_its_last_line(
    open_app: Open, put: Put, size: tuple[int, int]
) -> None:
    async with open_app(put(Plan()), size=size) as me:
        await me.press("f3")
        pane = me.walk.query_one("#coach", FindingList)
        # The bar comes with the second: the lines of the first are counted by then.
        for count in (1, LONGEST):
            pane.show([remark(words) for words in range(1, count + 1)])
            await me.settled()
        seen = set()
        while True:
            seen |= set(me.seen_words.split())
            if pane.scroll_y >= pane.max_scroll_y:
                break
            pane.scroll_to(y=pane.scroll_y + 10, animate=False)
            await me.settled()
        assert {f"end{words}" for words in range(1, LONGEST + 1)} <= seen
