"""One founder answers everything by keys, goes back over it, leaves, and finds it all again."""

from collections.abc import Callable
from typing import Any

import pytest
from tui.founder import answer_card, expected, full_plan
from tui.person import Person
from tui.said import ANSWERS

from coach import flow
from coach.questions import Depth, Kind
from coach.values import Answers


async def test_two_keys_lead_to_the_first_question(open_app: Callable[..., Any]) -> None:
    async with open_app() as me:
        assert "Start your plan" in me.sees
        await me.press("enter")
        assert me.at == "start.name"
        assert me.walk.session.pack.topic("start.business").question in me.seen_words


async def test_a_whole_plan_typed_key_by_key_is_in_its_file(open_app: Callable[..., Any]) -> None:
    async with open_app() as me:
        await me.press("enter")
        seen: list[str] = []
        for card in flow.walk(me.plan):
            assert me.walk.card is card
            seen.append(card.key)
            await answer_card(me, card)
            await me.press("ctrl+n")
        assert seen == [card.key for card in flow.walk(me.plan)]
        await me.press("escape")

        saved = await me.saved()
        compare(saved)
        assert saved == me.plan
        assert saved.drafts == {}
        assert me.session.progress.share == 1.0

        before = saved.model_dump()
        await over_every_card(me, "ctrl+b")
        await over_every_card(me, "ctrl+n")
        await me.press("escape")
        assert me.plan.model_dump() == before
        assert me.on_disk().model_dump() == before

        path = me.session.file.path
        await me.press("ctrl+q")
    async with open_app() as me:
        (entry,) = me.app.screen.library.entries()
        assert entry.title == "Rind Ledger"
        assert entry.path != path, "a plan that got a name is filed under it"
        await me.press("enter")
        assert {**me.plan.model_dump(), "looked": before["looked"]} == before


STEPS = [step.key for step in flow.STEPS]


@pytest.mark.parametrize("step", STEPS)
async def test_every_question_of_every_depth_is_answered_by_keys_alone(
    open_app: Callable[..., Any], put: Callable[..., Any], step: str
) -> None:
    plan = full_plan(Depth.ADVANCED, before=step)
    cards = [card for card in flow.CARDS if card.step == step]
    async with open_app(put(plan), size=(80, 24)) as me:
        await me.walk.go_to_card(cards[0])
        await me.settled()
        for card in cards:
            assert me.walk.card is card
            await answer_card(me, card)
            await me.press("ctrl+n")
        saved = await me.saved()
    compare(saved, step)
    assert saved.drafts == {}
    states = flow.progress(saved).cards
    assert {card.key for card in cards if states[card.key] is not flow.State.DONE} == set()


async def over_every_card(me: Person, key: str) -> None:
    """Go over all cards; nothing of it is a change."""
    for _ in flow.walk(me.plan):
        await me.press(key)
        if me.app.screen is me.walk:
            shown(me)


def shown(me: Person) -> None:
    """The card in view shows every answer of the plan in full."""
    for row in me.walk.view.rows():
        answer = getattr(row, "answer", None)
        if answer is not None and not row.is_new:
            assert answer.text == me.session.text(row.path)


def compare(plan: Any, step: str = "") -> None:
    """The plan, or one step of it, holds exactly what the founder typed."""
    for path, field in (
        (card.path(field), field)
        for card in flow.walk(plan)
        for field in flow.asked(card, plan)
        if step in ("", card.step)
    ):
        found, wanted = plan.get(path), expected(plan, path, field)
        if field.kind is Kind.RECORDS:
            assert len(found) == len(wanted), path
            for row, cells in zip(found, wanted, strict=True):
                assert {key: getattr(row, key) for key in cells} == cells, path
        elif path == "value.statement":
            statement(plan, found)
        elif field.kind is Kind.STATEMENT:
            assert found.model_dump() == wanted, path
        elif ANSWERS[path] is not None:
            assert found == wanted, path


def statement(plan: Any, made: Answers) -> None:
    """F9 took the earlier answers; what was typed stands as typed."""
    niche = plan.niche.candidates[0]
    assert made.model_dump() == {
        "audience": niche.name,
        "need": "who lose their Sunday to counting",
        "product": "Rind Ledger",
        "category": "A stock book for cheese shops that ages with the cheese",
        "benefit": "You close on Saturday and know what you own.",
        "alternative": "A paper book",
        "difference": "The scale counts while you sell",
    }
