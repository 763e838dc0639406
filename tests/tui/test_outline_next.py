"""The library's outline says what to mend next in the plan that is marked, and why that."""

from collections.abc import Callable
from typing import Any

from textual.widgets import Static

from coach.plan import Plan
from coach.tui.outline import Outline

NICHE = {
    "candidates": [{"id": "k1", "name": "All", "who": "Everyone"}],
    "chosen": "k1",
    "exclusion": "Hospitals",
    "count": 12,
}


async def test_the_next_best_action_comes_with_its_reason(
    open_app: Callable[..., Any], put: Callable[..., object]
) -> None:
    put(Plan.model_validate({"niche": NICHE}), "Bakery")
    async with open_app(size=(120, 40)) as me:
        shown = me.app.screen.query_one(Outline).query_one(Static)
        await me.until(lambda: "Next " in str(shown.content), "what is next")
        told = "“Everyone” is a market, not a niche. 2 answers rest on it."
        assert told in str(shown.content)
