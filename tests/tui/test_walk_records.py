"""Lists of records by keys: rows come, go, move and come back."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from tui.person import Person

from coach.plan import Plan
from coach.values import Status

Open = Callable[..., Any]
LIST = "niche.candidates"


@pytest.fixture
async def me(open_app: Open, put: Callable[..., Any]) -> AsyncIterator[Person]:
    """On the card of niches, in the first field of the row that is not there yet."""
    async with open_app(put(name="Rows")) as person:
        await person.walk.go_to(LIST)
        await person.settled()
        yield person


def names(me: Person) -> list[str]:
    return [row.name for row in me.plan.get(LIST)]


async def to_list(me: Person) -> None:
    await me.press("escape")
    assert me.focused is me.walk.view.query_one("RecordList")


async def three_rows(me: Person) -> None:
    for number, name in enumerate(("one", "two", "three")):
        if number:
            await to_list(me)
            await me.press("a")
        await me.type(name)
    await to_list(me)


async def test_the_first_key_makes_the_first_row(me: Person) -> None:
    assert me.at == f"{LIST}.+.name"
    assert me.plan.get(LIST) == []
    await me.type("A")
    (row,) = me.plan.get(LIST)
    assert row.name == "A"
    assert me.at == f"{LIST}.{row.id}.name"
    await me.type("rtisan")
    assert names(me) == ["Artisan"]
    await me.press("tab")
    await me.type("owners")
    assert me.plan.get(LIST)[0].who == "owners"


async def test_adding_copying_moving_deleting_and_back(me: Person) -> None:
    await three_rows(me)
    assert names(me) == ["one", "two", "three"]
    await me.press("shift+up")
    assert names(me) == ["one", "three", "two"]
    await me.press("k")
    assert names(me) == ["three", "one", "two"]
    await me.press("k")
    assert names(me) == ["three", "one", "two"], "at the top it stays"
    await me.press("shift+down")
    assert names(me) == ["one", "three", "two"]
    await me.press("c")
    assert names(me) == ["one", "three", "three", "two"]
    rows = me.plan.get(LIST)
    assert len({row.id for row in rows}) == 4
    await me.press("d")
    assert names(me) == ["one", "three", "two"]
    assert any("u brings it back" in notice for notice in me.notices)
    await me.press("u")
    assert names(me) == ["one", "three", "three", "two"]
    for _ in range(4):
        await me.press("u")
    assert names(me) == ["one", "two", "three"]
    for wanted in (
        ["one", "three", "two"],
        ["three", "one", "two"],
        ["one", "three", "two"],
        ["one", "three", "three", "two"],
    ):
        await me.press("ctrl+y")
        assert names(me) == wanted
    saved = await me.saved()
    assert saved.get(LIST) == me.plan.get(LIST)


async def test_typing_goes_into_the_marked_row_only(me: Person) -> None:
    await three_rows(me)
    await me.press("up", "enter")
    assert me.at == f"{LIST}.{me.plan.get(LIST)[1].id}.name"
    await me.type("!")
    assert names(me) == ["one", "two!", "three"], "the caret stands at the end of the text"
    await to_list(me)
    await me.press("up", "enter")
    await me.type("?")
    assert names(me)[0] == "one?"
    assert [row.who for row in me.plan.get(LIST)] == ["", "", ""]


async def test_deleting_every_row_leaves_an_empty_form_that_makes_a_row_again(me: Person) -> None:
    await three_rows(me)
    await me.press("d", "d", "d")
    assert names(me) == []
    assert me.app.is_running
    target = me.walk.view.widget_for(LIST)
    me.walk.set_focus(target)
    await me.settled()
    await me.type("fresh")
    assert names(me) == ["fresh"]
    assert me.plan.get(LIST)[0].who == ""


async def test_undo_after_a_word_was_typed_into_a_new_row(me: Person) -> None:
    await me.type("word")
    await me.press("ctrl+z")
    assert names(me) in ([""], [])
    await me.press("ctrl+z")
    assert names(me) == []
    assert me.at == f"{LIST}.+.name"
    await me.press("ctrl+y", "ctrl+y")
    assert names(me) == ["word"]
    assert me.focused.text == "word"


async def test_a_claim_of_a_row_stays_with_its_row(me: Person) -> None:
    await three_rows(me)
    await me.press("enter", "tab", "tab", "tab")
    third = me.plan.get(LIST)[2]
    assert me.at == f"{LIST}.{third.id}.evidence"
    await me.press("right", "right", "tab")
    await me.type("two calls")
    await to_list(me)
    await me.press("up")
    assert me.plan.get(LIST)[1].evidence.status is Status.ASSUMED
    await me.press("enter", "tab", "tab", "tab", "right", "tab")
    assert me.focused.text == ""
    await me.type("a register")
    claims = [row.evidence for row in me.plan.get(LIST)]
    assert [claim.source for claim in claims] == ["", "a register", "two calls"]
    assert [claim.status.rank for claim in claims] == [0, 1, 2]


async def test_f9_offers_rows_to_start_from(me: Person) -> None:
    await me.walk.go_to("risk.risks")
    await me.settled()
    examples = me.session.pack.wording("risk.risks", "risks").examples
    assert len(examples) >= 5
    await me.press("f9")
    assert "start from an example" in me.sees
    await me.press("escape")
    assert me.plan.risk.risks == []
    await me.press("f9", "down", "enter")
    (risk,) = me.plan.risk.risks
    assert risk.event == examples[1]["event"]
    assert risk.event.split()[0] in me.sees
    await me.press("escape", "f9", "enter")
    assert len(me.plan.risk.risks) == 2
    await me.press("ctrl+z")
    assert len(me.plan.risk.risks) == 1


async def test_f9_in_an_empty_text_takes_the_example_and_in_a_full_one_nothing(me: Person) -> None:
    await me.walk.go_to("start.name")
    await me.settled()
    await me.press("f9")
    assert me.plan.start.name == "Rows"
    assert "empty" in me.notices[-1]
    await me.press("enter")
    example = me.session.pack.wording("start.business", "offering").example
    await me.press("f9")
    assert me.plan.start.offering == example
    assert me.focused.text == example


async def test_the_palette_works_a_list_too(me: Person) -> None:
    await me.walk.go_to("niche.channels")
    await me.type("Guild")
    await me.press("ctrl+p")
    await me.type("copy the marked row")
    await me.press_until("enter", lambda: len(me.plan.niche.channels) == 2)
    assert [row.name for row in me.plan.niche.channels] == ["Guild", "Guild"]


async def test_keys_typed_ahead_reach_the_end_of_a_long_form(open_app: Open, put: Any) -> None:
    plan = Plan(depth="advanced")
    async with open_app(put(plan)) as me:
        await me.walk.go_to("risk.reserve")
        await me.settled()
        keys = ["ctrl+b", "ctrl+b"]
        texts = ("event", "cause", "effect", "10", "5", "15", "1000", "500", "2000", "6")
        for text in texts:
            keys += [*text, "tab"]
        keys += ["tab", *"trigger", "tab", *"indicator", "tab", *"source", "tab", *"threshold"]
        me.send(*keys)
        await me.until(lambda: me.plan.risk.risks and me.plan.risk.risks[0].threshold, "typed")
        await me.settled()
        (risk,) = me.plan.risk.risks
        assert (risk.event, risk.cause, risk.effect, risk.probability, risk.impact, risk.soon) == (
            "event", "cause", "effect", 10, 1000, 6,
        )  # fmt: skip
        assert (risk.probability_range.ends, risk.impact_range.ends) == ((5, 15), (500, 2000))
        assert (risk.trigger, risk.indicator, risk.source, risk.threshold) == (
            "trigger", "indicator", "source", "threshold",
        )  # fmt: skip


async def test_a_long_name_takes_one_line_and_hides_no_remark(me: Person) -> None:
    await me.type("Whoever wants to eat better than they do at noon on a working day")
    await me.press("enter")
    await me.type("everyone")
    await me.until(lambda: any("✖ 1 Whoever" in line for line in me.lines))
    (row,) = [line for line in me.lines if " 1 Whoever" in line]
    assert row.rstrip().endswith("…")
