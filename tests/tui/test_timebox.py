"""The countdown of a card's minutes: switched on in a workshop, and no timer while it is off."""

from collections.abc import Callable
from typing import Any

from tui.founder import full_plan

from coach.tui.timebox import Timebox


class Clock:
    """Seconds that pass when the test says so."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_it_counts_down_to_nothing() -> None:
    clock = Clock()
    box = Timebox(clock)
    assert (box.on, box.text) == (False, "")
    box.start(3)
    assert box.text == "3:00 left"
    clock.now = 0.4
    assert box.text == "3:00 left"
    clock.now = 61
    assert (box.text, box.over) == ("1:59 left", False)
    clock.now = 179.5
    assert box.text == "0:01 left"
    clock.now = 200
    assert (box.text, box.over) == ("time is up", True)
    box.stop()
    assert box.text == ""
    box.start(0)
    assert (box.on, box.text, box.over) == (True, "", False)


async def test_the_walk_counts_down_each_card_anew_and_stops(
    open_app: Callable[..., Any], put: Callable[..., Any]
) -> None:
    async with open_app(put(full_plan()), size=(120, 40)) as me:
        walk, clock = me.walk, Clock()
        walk.timebox.clock = clock
        assert walk._counting is None
        await walk.go_to("niche.candidates")
        minutes = me.session.pack.topic("niche.candidates").room_minutes
        await me.press("ctrl+p")
        await me.type("timebox")
        await me.until(lambda: "Count down" in me.seen_words, "the command is listed")
        await me.press("enter")
        await me.until(lambda: f"{minutes}:00 left" in me.seen_words, "counting")
        assert walk._counting is not None
        clock.now = 30
        walk.count()
        assert f"{minutes - 1}:30 left" in me.seen_words
        await walk.go_to("niche.count")
        again = me.session.pack.topic("niche.size").room_minutes
        await me.until(lambda: f"{again}:00 left" in me.seen_words, "counted anew")
        clock.now += 60 * again
        walk.count()
        assert "time is up" in me.seen_words
        assert walk._counting is None
        assert me.at == "niche.count", "the caret has not moved"
        walk.action_timebox()
        await me.settled()
        assert "time is up" not in me.seen_words
