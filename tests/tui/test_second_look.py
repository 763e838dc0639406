"""Answers that need another look, because what they rest on has changed."""

from collections.abc import Callable
from typing import Any

import pytest
from tui.founder import full_plan
from tui.person import Person

from coach.plan import Plan
from coach.questions import Depth
from coach.tui.findings import FindingList

Open = Callable[..., Any]
Put = Callable[..., Any]

pytestmark = pytest.mark.usefixtures("brisk")


def note(me: Person, path: str) -> str:
    """What stands under the field at ``path``."""
    (row,) = (row for row in me.walk.view.rows() if row.path == path)
    found = row._note
    return found.content.plain if found is not None and found.display else ""


def marks(me: Person) -> set[str]:
    """The answers that RE13 points at."""
    return {finding.field for finding in me.session.findings if finding.rule == "RE13"}


async def other_niche(me: Person) -> None:
    """Choose the second candidate: much rests on that."""
    await me.walk.go_to("niche.chosen")
    await me.settled()
    await me.press("2")
    await me.until(lambda: marks(me), "the coach has read it")


async def test_what_changed_is_said_and_ctrl_r_says_that_it_still_holds(
    open_app: Open, put: Put
) -> None:
    path = put(full_plan(Depth.INTERMEDIATE))
    async with open_app(path) as me:
        await other_niche(me)
        assert {"niche.exclusion", "niche.channels", "risk.risks"} <= marks(me)
        await me.walk.go_to("niche.exclusion")
        await me.settled()
        chosen = me.session.pack.wording("niche.choice", "chosen").label
        assert chosen in note(me, "niche.exclusion"), me.sees
        text = me.focused.text
        await me.press("ctrl+r")
        assert "still holds" in me.notices[-1]
        await me.until(lambda: not note(me, "niche.exclusion"), "the mark goes")
        assert me.at == "niche.exclusion"
        assert me.focused.text == text
        assert "niche.channels" in marks(me), "only this answer was confirmed"
        await me.press("ctrl+z")
        await me.until(lambda: "niche.exclusion" in marks(me), "undo brings it back")
        assert me.at == "niche.exclusion", "the caret stays"
        await me.until(lambda: chosen in note(me, "niche.exclusion"), "and its note")
        await me.press("ctrl+y")
        await me.until(lambda: "niche.exclusion" not in marks(me), "redo confirms again")
        await me.press("ctrl+q")
    async with open_app(path) as me:
        me.session.check()
        assert "niche.exclusion" not in marks(me), "it is kept in the file"
        assert "niche.channels" in marks(me)


async def test_taking_the_change_back_takes_the_marks_away(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan(Depth.INTERMEDIATE))) as me:
        await other_niche(me)
        await me.press("1")
        await me.until(lambda: not marks(me), "what it was")


@pytest.mark.parametrize("path", ["niche.channels", "value.swap", "risk.risks", "value.statement"])
async def test_a_list_a_table_and_a_statement_are_confirmed_as_a_whole(
    open_app: Open, put: Put, path: str
) -> None:
    plan = full_plan(Depth.ADVANCED)
    async with open_app(put(plan)) as me:
        await other_niche(me)
        await me.walk.go_to(f"value.alternatives.{me.plan.value.alternatives[0].id}.name")
        await me.settled()
        await me.type(" and pencil")
        await me.until(lambda: path in marks(me), "marked")
        await me.walk.go_to(path)
        await me.settled()
        assert note(me, path), me.sees
        await me.press("ctrl+r")
        await me.until(lambda: path not in marks(me), "confirmed")
        await me.until(lambda: "written before" not in note(me, path), "the mark goes")


async def test_on_an_answer_that_rests_on_nothing_it_says_so(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan())) as me:
        before = me.plan.model_dump()
        for path in ("start.name", "niche.exclusion", "risk.kill_date"):
            await me.walk.go_to(path)
            await me.settled()
            await me.press("ctrl+r")
            assert "Nothing that this answer rests on has changed" in me.notices[-1]
        assert me.plan.model_dump() == before


async def test_an_empty_plan_needs_no_second_look(open_app: Open, put: Put) -> None:
    async with open_app(put(Plan(depth="advanced"))) as me:
        await me.type("Hearth")
        me.session.check()
        assert marks(me) == set()


async def test_the_review_confirms_the_marked_answer(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan(Depth.INTERMEDIATE)), size=(120, 40)) as me:
        await other_niche(me)
        await me.walk.go_to("niche.exclusion")
        await me.settled()
        await me.press("f5")
        rows = me.app.screen.query_one("#findings", FindingList)
        assert (rows.place, rows.rule) == ("niche.exclusion", "RE13")
        before = marks(me)
        await me.press("ctrl+r")
        assert "still holds" in me.notices[-1]
        assert marks(me) == before - {"niche.exclusion"}
        assert rows.place != "niche.exclusion"


async def test_what_is_wrong_with_the_words_is_said_before_what_changed_below_them(
    open_app: Open, put: Put
) -> None:
    async with open_app(put(full_plan(Depth.INTERMEDIATE))) as me:
        await other_niche(me)
        me.session.edit("risk.kill", "We will never give up")
        told = [f.rule for f in me.session.check() if f.field == "risk.kill"]
        assert len(told) > 1
        assert told[-1] == "RE13"


async def test_the_palette_finds_a_command_by_what_it_says(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan(Depth.INTERMEDIATE))) as me:
        await me.press("ctrl+p")
        await me.type("everything on this card still holds")
        await me.until(lambda: "Confirm card" in me.sees, "the command is listed")
