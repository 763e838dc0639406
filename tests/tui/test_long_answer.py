"""A long answer says that there is more of it than is shown."""

from collections.abc import Callable
from typing import Any

from tui.person import Person

from coach.plan import Plan

Open = Callable[..., Any]
Put = Callable[..., Any]


def marks(person: Person) -> tuple[bool, bool]:
    """Whether an arrow says that the answer goes on above, and below."""
    card = [line for line in person.lines if "▌" in line]
    return any("▲" in line for line in card), any("▼" in line for line in card)


async def test_arrows_tell_where_a_long_answer_goes_on(open_app: Open, put: Put) -> None:
    plan = Plan()
    plan.start.offering = " ".join(f"word{number}" for number in range(200))
    async with open_app(put(plan, name="Long"), size=(80, 24)) as person:
        await person.walk.go_to("start.offering")
        await person.settled()
        assert marks(person) == (True, False)  # the caret stands at the end
        await person.press_until("up", lambda: marks(person) == (True, True))
        await person.press_until("up", lambda: marks(person) == (False, True))
        assert "word0 " in person.sees


async def test_an_answer_that_is_seen_whole_has_no_arrows(open_app: Open, put: Put) -> None:
    plan = Plan()
    plan.start.offering = "A rope, two people and a van"
    async with open_app(put(plan, name="Short"), size=(80, 24)) as person:
        await person.walk.go_to("start.offering")
        await person.settled()
        assert marks(person) == (False, False)
