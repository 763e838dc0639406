"""The review says what stands on evidence, apart from the findings, and what to mend first."""

from collections.abc import Callable
from typing import Any

import pytest

from coach.pack.pack import Pack
from coach.plan import Plan
from coach.tui.findings import FindingList
from coach.tui.review import ReviewScreen

Open = Callable[..., Any]
Put = Callable[[Plan], object]

PACK = Pack()
PART = PACK.rule("ST06").good


def plan(**more: Any) -> Plan:
    return Plan.model_validate({"depth": "advanced", **PART, **more})


def whole(me: Any) -> str:
    """All rows of the review, also those below the edge of the screen."""
    rows = me.app.screen.query_one("#findings", FindingList)
    return "\n".join(str(option.prompt) for option in rows.options)


async def test_strengths_follow_the_findings_with_a_count_of_their_own(
    open_app: Open, put: Put
) -> None:
    async with open_app(put(plan()), size=(120, 40)) as me:
        await me.press("f5")
        assert isinstance(me.app.screen, ReviewScreen)
        told = whole(me)
        assert "What stands on evidence (1)" in told
        assert "7 of the 12 customers asked named the difference on their own." in told
        assert PACK.rule("ST06").keep in told
        assert "0 must fix" in me.sees


async def test_enter_on_a_strength_leads_to_its_answer(open_app: Open, put: Put) -> None:
    async with open_app(put(plan()), size=(120, 40)) as me:
        await me.press("f5")
        rows = me.app.screen.query_one("#findings", FindingList)
        await me.press_until("down", lambda: rows.place == "differentiation.named")
        assert rows.marked is None
        await me.press("s")  # a strength cannot be set aside
        assert isinstance(me.app.screen, ReviewScreen)
        await me.press("enter")
        assert me.walk.card.key == "differentiation.signals"


async def test_without_evidence_there_is_no_such_section(open_app: Open, put: Put) -> None:
    async with open_app(put(Plan(depth="advanced")), size=(120, 40)) as me:
        await me.press("f5")
        assert "What stands" not in whole(me)


@pytest.mark.parametrize("key", ["f3", "f5"])
async def test_the_question_is_asked_below_how_to_mend_it(
    open_app: Open, put: Put, brisk: None, key: str
) -> None:
    bad = {"candidates": [{"name": "All", "who": "Everyone"}]}
    async with open_app(put(plan(niche=bad)), size=(120, 40)) as me:
        await me.press_until("ctrl+n", lambda: me.walk.card.key == "niche.candidates")
        await me.press(key)
        rows = next(iter(me.app.screen.query(FindingList)))

        def told() -> str:
            return "\n".join(str(option.prompt) for option in rows.options)

        asked = f"Ask  {PACK.rule('NI01').question}"
        await me.until(lambda: asked in told(), "the question")
        assert told().index("Mend ") < told().index(asked)


async def test_what_to_mend_first_comes_with_the_reason(open_app: Open, put: Put) -> None:
    niche = {
        "candidates": [{"id": "k1", "name": "All", "who": "Everyone"}],
        "chosen": "k1",
        "exclusion": "Hospitals",
        "count": 12,
    }
    async with open_app(put(plan(niche=niche)), size=(120, 40)) as me:
        await me.press("f5")
        assert "Do this first" in me.sees
        assert "2 answers rest on it." in me.sees
