"""The help screen, read in any width."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.containers import VerticalScroll

from coach.tui.commands import commands
from coach.tui.help import KEYS

Open = Callable[..., Any]
Put = Callable[..., Path]
LAST_WORDS = {command.help.split()[-1] for command in commands("walk", "app")}


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_words_never_run_on_below_the_keys(
    open_app: Open, put: Put, size: tuple[int, int]
) -> None:
    async with open_app(put(), size=size) as me:
        await me.press("f1")
        sheet = me.app.screen.query_one(VerticalScroll)
        left, seen = sheet.content_region.x, set()
        while True:
            seen |= {line[left : left + KEYS].strip() for line in me.lines}
            if sheet.scroll_y >= sheet.max_scroll_y:
                break
            await me.press("pagedown")
        assert {"F9", "Ctrl+P, by name"} <= seen
        assert not seen & LAST_WORDS


async def test_the_words_follow_a_change_of_width(open_app: Open, put: Put) -> None:
    whole = "Fill the empty field from an earlier answer or example"
    async with open_app(put(), size=(60, 20)) as me:
        await me.press("f1")
        assert whole not in me.sees
        await me.pilot.resize_terminal(120, 40)
        await me.until(lambda: whole in me.sees, "one line for F9")
