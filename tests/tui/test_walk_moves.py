"""Getting about in a plan: jumps, coming back to where one was, questions that come and go."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from tui.founder import full_plan

from coach import flow
from coach.plan import Plan
from coach.questions import Depth
from coach.tui.card import CardView

Open = Callable[..., Any]
Put = Callable[..., Any]


async def test_the_rail_jumps_to_any_card(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan())) as me:
        await me.press("f8")
        assert type(me.focused).__name__ == "Rail"
        rail = me.focused
        await me.press_until(
            "down",
            lambda: "Difference" in rail.get_option_at_index(rail.highlighted).prompt.plain,
        )
        await me.press("enter")
        assert me.walk.card.key == "differentiation.type"
        assert me.at == "differentiation.primary"
        await me.press("f8", "down", "enter")
        assert me.walk.card.key == "differentiation.proof"
        await me.press("f8", "escape")
        assert me.at.startswith("differentiation.")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_rail_works_at_every_size(
    open_app: Open, put: Put, size: tuple[int, int]
) -> None:
    async with open_app(put(full_plan()), size=size) as me:
        await me.press("f8", "down", "down", "enter")
        assert me.walk.card.step == "niche"
        assert me.caret_seen, me.sees
        await me.press("f8", "escape")
        assert me.at.startswith("niche.")
        assert me.caret_seen, me.sees


@pytest.mark.usefixtures("keys_alone")
async def test_what_the_coach_finds_leaves_the_mark_of_the_rail_where_it_is(
    open_app: Open, put: Put
) -> None:
    plan = full_plan()
    plan.niche.exclusion = "nobody"
    async with open_app(put(plan)) as me:
        await me.press("f8", "down", "down")
        assert any(finding.open for finding in me.session.check())
        me.walk.show_findings()
        await me.settled()
        await me.press("enter")
        assert me.walk.card.step == "niche"


async def test_the_palette_finds_cards_commands_and_plans(open_app: Open, put: Put) -> None:
    other = put(name="Second plan")
    async with open_app(put(full_plan())) as me:
        await me.press("ctrl+p")
        await me.type("premise of the kill")
        await me.press("escape", "escape")
        title = me.session.pack.topic("risk.kill").title
        await me.press("ctrl+p")
        await me.type(f"go to {title}".lower())
        await me.until(lambda: f"Go to {title}" in me.seen_words, "the card is listed")
        await me.press("enter")
        await me.until(lambda: me.walk.card.key == "risk.kill", "jumped")
        assert me.at == "risk.kill"
        await me.press("ctrl+p")
        await me.type("review")
        await me.until(lambda: "everything the coach found" in me.seen_words, "the command")
        await me.press("enter")
        await me.until(lambda: type(me.app.screen).__name__ == "ReviewScreen", "review")
        await me.press("escape", "ctrl+p")
        await me.type("open second plan")
        await me.until(lambda: "Open Second plan" in me.seen_words, "the plan is listed")
        await me.press("enter")
        await me.until(lambda: me.session.file.path == other, "the other plan is open")
        assert me.walk.session is me.session


async def test_it_opens_again_where_it_was_left(open_app: Open, put: Put) -> None:
    plan = full_plan()
    plan.niche.reach = None
    plan.risk.risks[3].trigger = ""
    path = put(plan)
    async with open_app(path) as me:
        await me.walk.go_to("niche.price")
        await me.settled()
        await me.type("5")
        await me.press("ctrl+q")
    async with open_app(path) as me:
        assert me.walk.card.key == "niche.size"
        assert me.at == "niche.price"
        assert me.caret_seen, me.sees
        await me.type("0")
        assert str(me.plan.niche.price).endswith("50"), "it goes on after the 5"
        await me.walk.go_to("risk.risks")
        await me.press("ctrl+l")
        assert type(me.app.screen).__name__ == "LibraryScreen"
        await me.press("enter")
        assert me.at == f"risk.risks.{me.plan.risk.risks[3].id}.trigger"
        assert me.caret_seen, me.sees


async def test_a_place_that_is_gone_is_no_trouble(open_app: Open, put: Put) -> None:
    path = put(full_plan())
    for gone in ("risk.risks.k00000.trigger", "niche.nothing", "", "x", "niche.candidates.+.who"):
        async with open_app(path) as me:
            me.app.desk.remember(me.plan.id, gone)
            me.app.desk.remember("another", "niche.price")
        async with open_app(path) as me:
            assert me.walk.card in flow.CARDS
            assert me.at


async def test_a_plan_opens_on_its_first_unanswered_question(open_app: Open, put: Put) -> None:
    plan = Plan()
    plan.start.name = "Half"
    async with open_app(put(plan)) as me:
        assert me.at == "start.offering"


async def test_the_proof_that_is_asked_follows_the_primary_type(open_app: Open, put: Put) -> None:
    asked = {
        1: "cost_source",
        2: "quality_measure",
        3: "service_promise",
        4: "niche_knowledge",
        5: "innovation_step",
    }
    async with open_app(put(name="Types")) as me:
        for digit, key in asked.items():
            await me.walk.go_to("differentiation.primary")
            await me.settled()
            await me.press(str(digit), "ctrl+n")
            assert me.at == f"differentiation.{key}"
            assert [row.field.key for row in me.walk.view.rows()] == [key, "trade_off"]
            await me.type(f"proof {digit}")
        saved = await me.saved()
        for digit, key in asked.items():
            assert getattr(saved.differentiation, key) == f"proof {digit}", "nothing is lost"


async def test_another_depth_keeps_every_answer_and_the_place(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan())) as me:
        await me.walk.go_to("value.job")
        await me.settled()
        before = me.plan.model_dump(exclude={"changed", "depth", "looked"})
        await me.press("f7")
        assert me.plan.level is Depth.INTERMEDIATE
        assert me.walk.card.key == "value.job"
        assert me.at == "value.gain", "the first question without an answer"
        await me.type("deeper")
        await me.press("f7")
        assert me.plan.level is Depth.ADVANCED
        assert me.walk.card.key == "value.job"
        assert [row.field.key for row in me.walk.view.rows()] == ["job", "gain", "segment"]
        await me.press("f7")
        assert me.plan.level is Depth.FUNDAMENTALS
        assert [row.field.key for row in me.walk.view.rows()] == ["job"]
        assert me.plan.value.gain == "deeper"
        me.plan.value.gain = ""
        assert me.plan.model_dump(exclude={"changed", "depth", "looked"}) == before


@pytest.mark.parametrize(
    "path",
    ["niche.candidates", "niche.ratings", "niche.price_range", "value.swap", "risk.risks"],
)
async def test_going_round_the_depths_loses_nothing_anywhere(
    open_app: Open, put: Put, path: str
) -> None:
    async with open_app(put(full_plan(Depth.ADVANCED))) as me:
        await me.walk.go_to(path)
        await me.settled()
        before = me.plan.model_dump(exclude={"changed"})
        asked = me.session.progress.asked
        for level in (Depth.FUNDAMENTALS, Depth.INTERMEDIATE, Depth.ADVANCED):
            await me.press("f7")
            assert me.plan.level is level
            assert me.walk.card in flow.walk(me.plan)
            assert me.walk.view.fields == flow.asked(me.walk.card, me.plan)
            assert me.caret_seen, me.sees
        assert me.plan.model_dump(exclude={"changed"}) == before
        assert me.session.progress.asked == asked
        assert (await me.saved()).model_dump(exclude={"changed"}) == before


async def test_a_card_asked_only_deeper_is_left_when_the_depth_goes_back(
    open_app: Open, put: Put
) -> None:
    plan = full_plan()
    plan.depth = "intermediate"
    async with open_app(put(plan)) as me:
        await me.walk.go_to("risk.premortem")
        await me.settled()
        await me.type("all went wrong")
        await me.walk.run_action("depth")
        await me.settled()
        assert me.walk.card in flow.walk(me.plan)
        assert me.plan.risk.premortem == "all went wrong"
        await me.press("ctrl+n", "ctrl+b")


async def test_each_card_is_mounted_once_and_one_is_shown(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan())) as me:
        await me.walk.go_to("start.name")
        for key in ("ctrl+n", "ctrl+b"):
            for _ in flow.walk(me.plan)[1:]:
                await me.press(key)
            assert len(me.walk.query("CardView")) == len(flow.walk(me.plan))
        assert [view.display for view in me.walk.query("CardView")].count(True) == 1


async def test_the_statement_flows_as_it_is_typed(open_app: Open, put: Put) -> None:
    plan = full_plan()
    plan.value.statement = type(plan.value.statement)()
    async with open_app(put(plan)) as me:
        await me.walk.go_to("value.statement")
        await me.settled()
        assert me.at == "value.statement.audience"
        sentence = me.walk.view.query_one(".sentence")
        assert "For [audience] who [need]" in sentence.render().plain
        for _ in range(7):
            await me.press("f9", "enter")
        text = sentence.render().plain
        for said in ("Artisan cheese shops", "Rind Ledger", "A paper book"):
            assert said in text
        assert "[" not in text
        (statement,) = [plan.value.statement for plan in [me.plan]]
        assert all(statement.model_dump().values())


@pytest.mark.parametrize("go", ["tab", "enter", "down"])
async def test_keys_typed_ahead_go_where_they_were_meant_to_go(
    open_app: Open, put: Put, go: str
) -> None:
    async with open_app(put(Plan())) as me:
        me.send(*"name", go, *"offer", "ctrl+n", *"market", "tab", "2")
        await me.until(lambda: me.plan.start.sector, "all keys are dealt with")
        assert me.plan.start.name == "name"
        assert me.plan.start.offering == "offer"
        assert me.plan.start.market == "market"
        await me.walk.go_to("niche.count")
        await me.settled()
        me.send(*"12", "tab", "right", "tab", *"list", "tab", *"2026-01-31", "tab", "5", "tab", "9")
        await me.until(lambda: me.plan.niche.reach == 9, "all keys are dealt with")
        claim = me.plan.niche.count_claim
        assert (claim.status, claim.source, str(claim.date), claim.points) == (
            "desk", "list", "2026-01-31", 5,
        )  # fmt: skip
        await me.walk.go_to("niche.channels")
        await me.settled()
        me.send(*"one", "tab", *"10", "tab", "enter", *"two", "tab", *"20", "tab", "enter", *"3")
        await me.until(lambda: [row.name for row in me.plan.niche.channels] == ["one", "two", "3"])
        assert [row.people for row in me.plan.niche.channels] == [10, 20, None]


async def test_a_paste_among_keys_keeps_its_place(open_app: Open, put: Put) -> None:
    async with open_app(put(Plan())) as me:
        me.send(*"ab", "tab")
        await me.paste("pasted")
        me.send("tab", "ctrl+b", "!")
        await me.until(lambda: "!" in me.plan.start.name + me.plan.start.offering)
        assert me.plan.start.offering.startswith("pasted") or me.plan.start.name == "ab!"
        assert "pasted" in me.plan.start.offering


@pytest.mark.parametrize(
    "path", ["niche.exclusion", "niche.chosen", "niche.ratings", "niche.candidates", "niche.rung"]
)
async def test_a_depth_is_taken_back_from_wherever_the_caret_is(
    open_app: Open, put: Put, path: str
) -> None:
    plan = full_plan(Depth.ADVANCED)
    plan.depth = "intermediate"
    async with open_app(put(plan)) as me:
        await me.press("f7")
        await me.walk.go_to(path)
        if path == "niche.candidates":
            await me.press("escape")
        await me.settled()
        await me.press("u" if path == "niche.candidates" else "ctrl+z")
        assert me.plan.level is Depth.INTERMEDIATE
        assert me.walk.view.fields == flow.asked(me.walk.card, me.plan)
        await me.press("ctrl+y")
        assert me.plan.level is Depth.ADVANCED
        await me.press("ctrl+n", "ctrl+b")


async def test_taking_back_a_depth_leaves_a_card_that_is_asked_no_more(
    open_app: Open, put: Put
) -> None:
    async with open_app(put(full_plan())) as me:
        await me.press("f7", "f7")
        await me.walk.go_to("niche.buys_alike")
        await me.settled()
        await me.press("ctrl+z")
        assert me.plan.level is Depth.INTERMEDIATE
        assert me.walk.card in flow.walk(me.plan)
        assert me.caret_seen
        await me.walk.go_to("niche.exclusion")
        await me.settled()
        await me.press("ctrl+z")
        assert me.plan.level is Depth.FUNDAMENTALS
        assert me.walk.card.key == "niche.choice"
        assert [row.field.key for row in me.walk.view.rows()] == ["chosen", "exclusion"]
        await me.press("ctrl+y", "ctrl+y")
        assert me.plan.level is Depth.ADVANCED


async def test_the_next_card_is_made_while_this_one_is_read(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan())) as me:
        await me.press("ctrl+n")
        here = me.walk.card
        around = {"start.business", "niche.candidates"}
        await me.until(
            lambda: around <= {view.card.key for view in me.walk.query(CardView)},
            "both neighbours are made",
        )
        assert me.walk.card is here
        assert me.walk.view.card is here
        assert [view.card.key for view in me.walk.query(CardView) if view.display] == [here.key]
        await me.press("ctrl+n")
        assert me.walk.view.card.key == "niche.candidates"
        assert "Which groups could you serve" in me.sees


async def test_a_card_asked_for_while_it_is_made_is_shown_whole(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan())) as me:
        await me.press("ctrl+n")
        me.walk.cards.make_ready([flow.card("risk.risks")])
        making = asyncio.ensure_future(me.walk.cards._make_one())
        await asyncio.sleep(0)
        await me.walk.go_to("risk.risks")
        await making
        await me.settled()
        assert "What could go wrong" in me.sees
        assert me.at.startswith("risk.risks")


async def test_another_currency_reaches_the_names_of_the_questions(
    open_app: Open, put: Put
) -> None:
    async with open_app(put(full_plan())) as me:
        await me.walk.go_to("niche.price")
        await me.settled()
        assert "Price per order €" in me.seen_words
        await me.walk.go_to("start.currency")
        await me.settled()
        await me.press("ctrl+u", "ctrl+k")
        await me.type("kr")
        await me.walk.go_to("niche.price")
        await me.settled()
        assert "Price per order kr" in me.seen_words
        assert me.at == "niche.price"


async def test_a_figure_is_gone_into_at_its_end_from_every_side(open_app: Open, put: Put) -> None:
    async with open_app(put(name="Figures")) as me:
        await me.walk.go_to("niche.price")
        await me.settled()
        await me.type("3000")
        await me.press("home", "up", "down", "ctrl+u")
        await me.type("18")
        assert me.plan.niche.price == 18
