"""Any terminal: too small, too narrow, resized all the time, without colour."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from tui.founder import full_plan

from coach import flow
from coach.plan import Plan
from coach.questions import Depth

Open = Callable[..., Any]
Put = Callable[..., Any]

LINE = "Enlarge to 60×18"


@pytest.mark.parametrize("size", [(20, 5), (59, 18), (60, 17), (16, 1), (200, 3)])
async def test_a_tiny_terminal_says_in_one_line_what_size_is_needed(
    open_app: Open, put: Put, size: tuple[int, int]
) -> None:
    async with open_app(put(name="Tiny"), size=size) as me:
        assert me.sees.strip() == LINE
        await me.pilot.resize_terminal(60, 18)
        await me.settled()
        assert LINE not in me.sees
        assert me.at == "start.offering"
        assert me.caret_seen
        await me.type("Bread")
        await me.pilot.resize_terminal(*size)
        await me.settled()
        assert me.sees.strip() == LINE
        await me.type("dqx\n")
        await me.press("ctrl+n", "f5", "escape")
        await me.pilot.resize_terminal(80, 24)
        await me.settled()
        assert me.plan.start.offering == "Bread"
        assert me.at == "start.offering"
        assert me.caret_seen
        await me.type("!")
        assert me.plan.start.offering == "Bread!"


@pytest.mark.parametrize(
    "keys",
    [
        ["ctrl+o"],
        ["f1"],
        ["f4"],
        ["f5"],
        ["f5", "s"],
        ["f2"],
        ["f3"],
        ["f6"],
        ["f8"],
        ["f10"],
        ["f10", "c"],
        ["ctrl+p"],
        ["f9"],
    ],
    ids="+".join,
)
async def test_whatever_is_open_survives_a_tiny_terminal(
    open_app: Open, put: Put, keys: list[str]
) -> None:
    plan = full_plan()
    plan.niche.candidates[0].who = "everyone"
    plan.risk.risks.clear()
    async with open_app(put(plan)) as me:
        await me.walk.go_to("risk.risks")
        await me.settled()
        await me.press(*keys)
        before = [type(screen) for screen in me.app.screen_stack]
        for size in ((20, 5), (36, 10), (1, 1), (3, 40), (200, 2), (58, 17)):
            await me.pilot.resize_terminal(*size)
            await me.settled()
            assert LINE.startswith(me.sees.strip()) or me.sees.strip() == LINE
        await me.pilot.resize_terminal(80, 24)
        await me.settled()
        assert [type(screen) for screen in me.app.screen_stack] == before
        await me.press(*["escape"] * len(keys))
        assert me.app.screen is me.walk
        assert me.caret_seen, me.sees


async def test_the_library_survives_a_tiny_terminal(open_app: Open, put: Put) -> None:
    put(full_plan())
    async with open_app() as me:
        for size in ((20, 5), (1, 1), (80, 24), (36, 10), (200, 60)):
            await me.pilot.resize_terminal(*size)
            await me.settled()
        assert "Rind Ledger" in me.sees


async def test_a_storm_of_sizes_loses_nothing(open_app: Open, put: Put) -> None:
    dice = random.Random(7)
    async with open_app(put(name="Storm")) as me:
        typed = ""
        await me.walk.go_to("value.promise")
        for turn in range(24):
            small = turn % 6 == 5
            size = (20, 5) if small else (dice.randint(60, 200), dice.randint(18, 60))
            await me.pilot.resize_terminal(*size)
            await me.settled()
            if not small:
                assert me.caret_seen, me.sees
                await me.type(f"{turn} ")
                typed += f"{turn} "
        assert me.plan.value.promise == typed


@pytest.mark.parametrize("size", [(60, 18), (60, 20), (80, 24), (116, 30), (200, 60)])
async def test_the_caret_of_every_card_is_in_view_at_every_size(
    open_app: Open, put: Put, size: tuple[int, int]
) -> None:
    async with open_app(put(Plan()), size=size) as me:
        for card in flow.walk(me.plan):
            assert me.walk.card is card
            assert me.caret_seen, me.sees
            assert len(me.lines) == size[1]
            await me.press("ctrl+n")


async def test_so_is_the_caret_of_every_deeper_card_with_all_its_figures(
    open_app: Open, put: Put
) -> None:
    async with open_app(put(full_plan(Depth.ADVANCED)), size=(60, 18)) as me:
        for card in flow.walk(me.plan):
            await me.walk.go_to(card.path(flow.asked(card, me.plan)[-1]))
            await me.settled()
            assert me.walk.card is card
            assert me.caret_seen, f"{card.key}\n{me.sees}"


async def test_without_colour_words_and_signs_say_it_all(
    open_app: Open, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    plan = full_plan()
    plan.niche.candidates[0].who = "everyone"
    plan.drafts["niche.price"] = "cheap"
    plan.niche.price = None
    async with open_app(put(plan), size=(120, 40)) as me:
        assert me.app.no_color
        for strip in me.app.screen._compositor.render_strips():
            for segment in strip:
                for color in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                    triplet = color and color.triplet
                    assert triplet is None or len({*triplet}) == 1, segment
        await me.walk.go_to("niche.price")
        await me.until(lambda: "cannot be read yet" in me.seen_words)
        await me.press("f5")
        assert any(word in me.sees for word in ("must fix", "weak", "missing"))
        await me.press("escape", "f8")
        assert "▸" in me.sees


async def test_no_key_is_cut_in_the_middle_at_any_width(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan()), size=(200, 30)) as me:
        await me.settled()
        keys = [key.strip() for key in me.lines[-1].split("  ") if key.strip()]
        assert keys[0] == "F1 help"
        for width in range(60, 200, 7):
            await me.pilot.resize_terminal(width, 30)
            await me.settled()
            *shown, last = (key.strip() for key in me.lines[-1].split("  ") if key.strip())
            assert [*shown, last] == keys or (last == "…" and shown == keys[: len(shown)])
            assert len(shown) >= 4
