"""Export, help, key bar, brief; plans that cannot be changed or saved, or that others change."""

import errno
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tui.founder import full_plan
from tui.person import Person, read

from coach.export import documents
from coach.flow import card as card_of
from coach.questions import Depth
from coach.store.files import PlanFile
from coach.store.fs import Fs
from coach.tui.commands import COMMANDS

Open = Callable[..., Any]
Put = Callable[..., Any]

CARDS = [
    card_of(key)
    for key in (
        "start.business", "niche.candidates", "niche.choice", "niche.size", "value.statement",
        "differentiation.type", "risk.kill", "review.tests", "niche.compare", "niche.ranges",
        "value.swap", "risk.risks",
    )
]  # fmt: skip
"""Cards that have every kind of question between them."""


def state(me: Person) -> str:
    """What the heading says of saving."""
    return next(iter(me.lines), "").split("  ")[-1].strip()


# -- export ----------------------------------------------------------------------------------


async def test_every_form_and_format_is_written_as_it_is_shown(
    open_app: Open, put: Put, tmp_path: Path
) -> None:
    of_the_plan = ("Rind Ledger", "Risk number 5", "Mia", "review.actions 1 what is so")
    async with open_app(put(full_plan(Depth.ADVANCED))) as me:
        await me.press("ctrl+o")
        dialog = me.app.screen
        for form in documents.FORMS:
            for kind in documents.formats_of(form):
                forms, formats = dialog.query_one("#forms"), dialog.query_one("#formats")
                forms.highlighted = forms.get_option_index(form)
                await me.settled()
                formats.highlighted = formats.get_option_index(kind)
                await me.settled()
                assert (dialog.form, dialog.format) == (form, kind)
                await me.press("ctrl+s")
                path = Path(dialog.query_one("#path").value)
                assert path.parent == Path.cwd()
                written = path.read_text("utf-8")
                assert any(words in written for words in of_the_plan), form
                assert f"Written: {path}" in me.notices[-1]
        assert me.app.screen is dialog
        await me.press("escape")
        assert me.app.screen is me.walk


async def test_nothing_is_overwritten_without_being_told_to(
    open_app: Open, put: Put, tmp_path: Path
) -> None:
    there = tmp_path / "there.md"
    there.write_text("mine", "utf-8")
    async with open_app(put(full_plan())) as me:
        await me.press("ctrl+o")
        field = me.app.screen.query_one("#path")
        field.value = str(there)
        await me.press("ctrl+s")
        assert "exists" in me.seen_words
        assert there.read_text("utf-8") == "mine"
        await me.press("ctrl+r")
        assert "Rind Ledger" in there.read_text("utf-8")


@pytest.mark.parametrize(
    "path", ["", "/", "/proc/nothing/x.md", "~nobody/x.md", "\0", "x" * 4000, "a/" * 3000]
)
async def test_a_path_that_cannot_be_written_is_one_line(
    open_app: Open, put: Put, path: str
) -> None:
    async with open_app(put(full_plan())) as me:
        await me.press("ctrl+o")
        me.app.screen.query_one("#path").value = path
        await me.press("ctrl+s", "ctrl+r")
        assert "Written" not in me.sees
        assert not list(Path.cwd().glob("*"))


# -- help, keys, brief -----------------------------------------------------------------------


async def test_the_help_lists_every_command_of_the_table(open_app: Open, put: Put) -> None:
    put(full_plan())
    shown = ""
    async with open_app(size=(120, 200)) as me:
        further = (["escape", key] for key in ("f5", "f6", "f10"))
        ways = ([], ["escape", "enter"], ["f4"], *further)
        for before in ways:
            await me.press(*before, "f1")
            shown += " " + me.seen_words
            await me.press("escape")
    for command in COMMANDS:
        assert command.help in shown, command


async def test_the_key_bar_is_a_row_of_buttons(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan()), size=(160, 40)) as me:
        await me.click(" next")
        assert me.walk.card.key == "start.market"
        await me.click(" back")
        assert me.walk.card.key == "start.business"
        await me.click(" review")
        assert type(me.app.screen).__name__ == "ReviewScreen"
        await me.press("escape")
        await me.click(" brief")
        assert type(me.app.screen).__name__ == "BriefScreen"
        await me.click(" back")
        await me.click("F1 help")  # the guide speaks of help, too
        assert "Everywhere" in me.sees
        await me.press("escape")
        await me.click(" plans")
        assert type(me.app.screen).__name__ == "LibraryScreen"


async def test_every_command_of_the_table_is_an_action(open_app: Open, put: Put) -> None:
    put(full_plan())
    async with open_app() as me:
        owners = {"app": me.app, "library": me.app.screen}
        await me.press("enter")
        owners["walk"] = me.app.screen
        owners["findings"] = me.app.screen.query_one("#coach")
        await me.press("f4")
        owners["brief"] = me.app.screen
        await me.press("escape", "f5")
        owners["review"] = me.app.screen
        await me.press("escape", "f6")
        owners["pictures"] = me.app.screen
        for command in COMMANDS:
            if command.where in owners:
                action = command.action.partition("(")[0]
                assert hasattr(owners[command.where], f"action_{action}"), command


async def test_every_block_of_the_brief_leads_to_its_card(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan()), size=(100, 60)) as me:
        await me.press("f4")
        page = me.app.screen.query_one("#page")
        ways = [index for index, option in enumerate(page.options) if not option.disabled]
        assert len(ways) >= 5
        for index in ways[::3]:
            page.highlighted = index
            await me.settled()
            await me.press("enter")
            assert me.app.screen is me.walk
            assert me.caret_seen
            await me.press("f4")
            page = me.app.screen.query_one("#page")


# -- plans that cannot be changed ------------------------------------------------------------


def newer(path: Path) -> None:
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"schema_version = \d+", "schema_version = 999", text), "utf-8")


@pytest.mark.parametrize("how", ["newer", "locked"])
async def test_a_plan_that_cannot_be_changed_can_be_read_whole(
    open_app: Open, put: Put, places: Any, how: str
) -> None:
    path = put(full_plan(Depth.ADVANCED))
    other = None
    if how == "newer":
        newer(path)
    else:
        other = PlanFile.open(path, places)
    before = path.read_bytes()
    async with open_app(path) as me:
        assert "read-only" in state(me)
        plan = me.plan.model_dump()
        for card in CARDS if how == "newer" else CARDS[:2]:
            await me.walk.go_to_card(card)
            await me.settled()
            for key in ("x", "enter", "space", "1", "a", "c", "d", "right", "delete", "f9"):
                await me.press(key)
                if me.app.screen is not me.walk:
                    await me.press("escape")
            await me.paste("pasted")
            await me.press("ctrl+z")
        await me.press("ctrl+o", "ctrl+s", "escape", "f4", "escape")
        assert me.plan.model_dump() == plan
        assert me.app.save_state == "read-only"
        await me.press("ctrl+q")
    assert path.read_bytes() == before
    if other is not None:
        other.close()


# -- somebody else writes the same plan ------------------------------------------------------


def changed_elsewhere(path: Path) -> None:
    plan = read(path)
    text = path.read_text("utf-8").replace(plan.start.name, "Theirs")
    path.write_text(text, "utf-8")


@pytest.mark.usefixtures("brisk")
@pytest.mark.parametrize("mine", [True, False])
async def test_a_plan_changed_elsewhere_asks_which_one_stays(
    open_app: Open, put: Put, places: Any, mine: bool
) -> None:
    path = put(full_plan())
    async with open_app(path) as me:
        await me.walk.go_to("start.name")
        await me.settled()
        changed_elsewhere(path)
        await me.type("!")
        await me.until(lambda: "changed elsewhere" in me.sees, "it asks")
        copies = list(places.plans.glob("*.conflict-*.toml"))
        assert [read(copy).start.name for copy in copies] == ["Rind Ledger!"]
        await me.press("enter" if mine else "down", *([] if mine else ["enter"]))
        assert me.app.screen is me.walk
        await me.until(lambda: state(me).startswith("saved"), "saved again")
        name = "Rind Ledger!" if mine else "Theirs"
        assert me.focused.text == name
        assert read(path).start.name == name
        await me.type("?")
        assert (await me.saved()).start.name == name + "?"
        kept = [*places.plans.rglob("history/**/*.toml"), *places.plans.glob("*.conflict-*.toml")]
        other = "Theirs" if mine else "Rind Ledger!"
        assert other in [read(each).start.name for each in kept]


@pytest.mark.usefixtures("brisk")
async def test_a_conflict_that_is_not_answered_is_asked_again_and_loses_nothing(
    open_app: Open, put: Put, places: Any
) -> None:
    path = put(full_plan())
    async with open_app(path) as me:
        await me.walk.go_to("start.name")
        await me.settled()
        changed_elsewhere(path)
        await me.type("!")
        await me.until(lambda: "changed elsewhere" in me.sees)
        await me.press("escape")
        assert "NOT SAVED" in state(me)
        await me.type("?")
        await me.until(lambda: "changed elsewhere" in me.sees)
        await me.press("enter")
        await me.until(lambda: state(me).startswith("saved"))
        assert read(path).start.name == "Rind Ledger!?"


# -- a disk that does not take it ------------------------------------------------------------


class Full(Fs):
    """A disk that can be full."""

    full = False

    def write(self, fd: int, data: bytes) -> int:
        if self.full:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(fd, data)


@pytest.mark.usefixtures("brisk")
async def test_a_full_disk_is_told_and_saving_goes_on_when_there_is_room(
    open_app: Open, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.tui.saving.RETRY", 0.05)
    path = put(full_plan())
    before = path.read_bytes()
    async with open_app(path) as me:
        disk = Full()
        me.session.file._fs = disk
        disk.full = True
        await me.walk.go_to("start.name")
        await me.settled()
        await me.type("!")
        await me.until(lambda: "NOT SAVED" in state(me), "it says so")
        assert "space" in me.lines[0] or "full" in me.lines[0]
        assert path.read_bytes() == before
        await me.type("?")
        await me.press("ctrl+n", "f5", "escape")
        assert "NOT SAVED" in state(me)
        disk.full = False
        await me.until(lambda: state(me).startswith("saved"), "it recovers by itself")
        assert read(path).start.name == "Rind Ledger!?"


@pytest.mark.usefixtures("brisk")
async def test_leaving_with_unsaved_words_says_so_and_keeps_a_copy(
    open_app: Open, put: Put, places: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = put(full_plan())
    async with open_app(path) as me:
        await me.walk.go_to("start.name")
        await me.settled()
        os.rename(places.plans, tmp_path / "gone")
        await me.type("!")
        await me.until(lambda: "NOT SAVED" in state(me) or "elsewhere" in me.sees)
        await me.press("escape")
        assert "NOT SAVED" in state(me)
        await me.press("ctrl+q")
        await me.until(lambda: not me.app.is_running or me.app.screen is not me.walk)
        code = me.app.return_code
    if code is not None:
        assert code == 1
    copies = [*tmp_path.rglob("*conflict*.toml"), *tmp_path.rglob("*unsaved*.toml")]
    assert "Rind Ledger!" in [read(copy).start.name for copy in copies]
