"""Keys and clicks that come twice or too late take nothing away that was not meant."""

import asyncio
from collections.abc import Callable
from typing import Any

from rich.style import Style
from textual import events
from textual.command import CommandPalette
from tui.founder import full_plan

from coach.plan import Plan
from coach.tui.dialogs import PickExample
from coach.tui.help import HelpScreen
from coach.tui.library import LibraryScreen
from coach.tui.walk import WalkScreen

Open = Callable[..., Any]
Put = Callable[..., Any]


async def test_a_dialog_left_twice_leaves_the_screen_below(open_app: Open, put: Put) -> None:
    put(full_plan())
    async with open_app() as me:
        await me.press("e")
        dialog = me.app.screen
        assert isinstance(dialog, PickExample)
        dialog.action_cancel()
        dialog.action_cancel()
        await me.settled()
        assert isinstance(me.app.screen, LibraryScreen)


async def test_the_palette_left_twice_leaves_the_screen_below(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan())) as me:
        await me.press("ctrl+p")
        palette = me.app.screen
        assert isinstance(palette, CommandPalette)
        palette.dismiss()
        palette.dismiss()
        await me.settled()
        assert isinstance(me.app.screen, WalkScreen)


async def test_a_line_of_the_help_does_what_it_says_once(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan())) as me:
        first = me.walk.card
        await me.press("f1")
        shown = me.app.screen
        assert isinstance(shown, HelpScreen)
        shown.action_run("walk", "next")
        shown.action_run("walk", "next")
        await me.until(lambda: me.walk.card is not first, "the next card")
        await me.settled()
        assert isinstance(me.app.screen, WalkScreen)


async def test_the_caret_may_have_been_in_a_row_that_is_gone(open_app: Open, put: Put) -> None:
    async with open_app(put(Plan())) as me:
        await me.walk.go_to("niche.channels")
        await me.type("x")
        assert me.plan.niche.channels
        gone = me.at
        me.session.remove("niche.channels", me.plan.niche.channels[0].id)
        me.walk.view.load()
        await me.walk.go_to(gone)
        await me.press("f3", "escape")
        assert me.at.startswith("niche.channels")


async def test_a_click_on_a_row_that_is_gone_picks_nothing(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan())) as me:
        await me.walk.go_to("niche.chosen")
        await me.settled()
        options = me.focused
        click = events.Click(
            options, 5, 2, 0, 0, 1, False, False, False, style=Style(meta={"option": 2})
        )
        for row in me.plan.niche.candidates[1:]:
            me.session.remove("niche.candidates", row.id)
        me.walk.view.load()
        options.post_message(click)
        await me.settled()
        assert me.plan.niche.chosen == me.plan.niche.candidates[0].id


async def test_a_key_pressed_by_mouse_when_its_field_is_gone_does_nothing(
    open_app: Open, put: Put
) -> None:
    async with open_app(put(full_plan()), size=(160, 40)) as me:
        await me.walk.go_to("niche.candidates")
        await me.press("escape")
        before = me.plan.model_dump()
        bar = me.walk.query_one("KeyBar")
        at = me.lines[-1].index("delete")
        click = me.app.screen.get_style_at(at, 39).meta["@click"]
        me.walk.set_focus(None)
        await bar.run_action(click)
        await me.settled()
        assert me.plan.model_dump() == before
        await me.walk.go_to("niche.candidates")
        await me.press("escape")
        await bar.run_action(click)
        await me.settled()
        assert len(me.plan.niche.candidates) == len(before["niche"]["candidates"]) - 1


async def test_a_guide_that_was_to_be_drawn_on_a_walk_that_was_left(
    open_app: Open, put: Put
) -> None:
    async with open_app(put(full_plan())) as me:
        side = me.walk.query_one("#side")
        await side.remove()
        side.draw_guide()
        await me.press("ctrl+l")
        await me.until(lambda: isinstance(me.app.screen, LibraryScreen), "all plans")


async def test_what_the_coach_found_may_come_while_a_card_is_made(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan())) as me:
        going = asyncio.ensure_future(me.walk.go_to("risk.risks"))
        for _ in range(400):
            await asyncio.sleep(0)
            me.walk.show_findings()
            if going.done():
                break
        await going
        await me.settled()
        assert me.walk.card.key == "risk.risks"


async def test_a_plan_may_be_left_while_a_card_is_made(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan())) as me:
        walk = me.walk
        going = asyncio.ensure_future(walk.go_to("risk.risks"))
        await asyncio.sleep(0)
        await walk.query_one("Heading").remove()
        await going
        await me.press("ctrl+l")
        await me.until(lambda: isinstance(me.app.screen, LibraryScreen), "all plans")
