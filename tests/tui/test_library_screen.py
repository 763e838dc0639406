"""All plans: opening, filtering, deleting and bringing back, examples, imports, broken files."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tui.founder import full_plan
from tui.person import Person

from coach.places import Places
from coach.plan import Plan
from coach.store.form import dump

Open = Callable[..., Any]
Put = Callable[..., Any]


def listed(me: Person) -> list[str]:
    plans = me.app.screen.query_one("#plans")
    return [option.prompt.plain for option in plans.options]


def in_library(me: Person) -> bool:
    return type(me.app.screen).__name__ == "LibraryScreen"


async def mark(me: Person, words: str) -> None:
    plans = me.app.screen.query_one("#plans")
    await me.press_until(
        "down",
        lambda: words in plans.get_option_at_index(plans.highlighted).prompt.plain,
    )


async def test_opening_and_going_back(open_app: Open, put: Put) -> None:
    put(name="Alpha")
    put(full_plan())
    async with open_app() as me:
        assert len(listed(me)) == 2
        await mark(me, "Alpha")
        await me.press("enter")
        assert me.plan.title == "Alpha"
        await me.type("Bread")
        await me.press("ctrl+l")
        assert in_library(me)
        await me.until(lambda: any("Alpha" in line for line in listed(me)))
        assert me.app.session is None
        await me.press("n")
        assert me.at == "start.name"
        await me.type("Third")
        await me.press("ctrl+l")
        assert len(listed(me)) == 3


async def test_the_filter_narrows_while_typing_and_lets_go(open_app: Open, put: Put) -> None:
    for name in ("Alpha bakery", "Beta bakery", "Gamma [dental]"):
        put(name=name)
    async with open_app() as me:
        await me.press("/")
        await me.type("bak bet")
        assert [line.split()[0] for line in listed(me)] == ["Beta"]
        await me.press("enter", "enter")
        assert me.plan.title == "Beta bakery"
        await me.press("ctrl+l", "/")
        await me.type("[den")
        assert len(listed(me)) == 1
        await me.type(" zzz")
        assert listed(me) == []
        assert "No plan has these words" in me.seen_words
        await me.press("enter", "enter", "d", "x")
        await me.press("escape")
        assert len(listed(me)) == 3


async def test_deleting_and_bringing_back(open_app: Open, put: Put, places: Places) -> None:
    put(name="Alpha")
    beta = put(name="Beta [x]")
    kept = beta.read_bytes()
    async with open_app() as me:
        await mark(me, "Beta")
        await me.press("d")
        assert not beta.exists()
        assert "Beta [x] is in the trash" in me.notices[-1]
        assert len(listed(me)) == 1
        await me.press("d")
        assert "Start your plan" in me.sees
        await me.press("u", "u")
        assert len(listed(me)) == 2
        assert kept in [path.read_bytes() for path in places.plans.glob("*.toml")]
        await me.press("u")
        assert me.notices[-1] == "The trash is empty."


async def test_an_example_becomes_a_plan_of_ones_own(open_app: Open, places: Places) -> None:
    async with open_app() as me:
        await me.press("down", "enter")
        assert "Example plans" in me.sees
        await me.press("escape")
        assert in_library(me)
        await me.press("e", "enter")
        await me.until(lambda: me.app.session is not None)
        first = me.plan.start.name
        assert first
        await me.type("!")
        await me.press("ctrl+l", "e", "enter")
        await me.until(lambda: me.app.session is not None)
        assert me.plan.start.name == first
        assert len(set(places.plans.glob("*.toml"))) == 2


async def test_bringing_in_a_file(open_app: Open, put: Put, tmp_path: Path) -> None:
    put(name="Alpha")
    source = tmp_path / "from a friend.toml"
    friend = Plan()
    friend.start.name = "Friend [/]"
    source.write_bytes(dump(friend))
    before = source.read_bytes()
    async with open_app() as me:
        await me.press("i")
        await me.type(str(tmp_path / "nothing.toml"))
        await me.press("enter")
        assert "nothing.toml" in me.notices[-1]
        for path in (tmp_path, "/dev/zero", "\0", "x" * 5000):
            await me.press("i")
            await me.paste(str(path))
            await me.press("enter")
            assert in_library(me)
        await me.press("i", "escape", "i", "enter")
        await me.press("escape")
        await me.press("i")
        await me.type(str(source))
        await me.press("enter")
        assert any("Friend [/]" in line for line in listed(me))
        assert source.read_bytes() == before


async def test_a_plan_that_cannot_be_read_is_listed_and_left_alone(
    open_app: Open, put: Put, places: Places
) -> None:
    put(name="Alpha")
    broken = places.plans / "broken.toml"
    broken.write_bytes(b"[start\nname = \xff")
    async with open_app() as me:
        assert any("broken" in line and "cannot be read" in line for line in listed(me))
        await mark(me, "broken")
        await me.press("enter")
        assert in_library(me)
        assert "broken.toml" in " ".join(me.notices)
        await me.press("x")
        assert in_library(me)
        assert broken.read_bytes() == b"[start\nname = \xff"


async def test_a_folder_of_junk_is_no_trouble(open_app: Open, places: Places) -> None:
    places.plans.mkdir()
    (places.plans / "folder.toml").mkdir()
    (places.plans / "empty.toml").write_bytes(b"")
    (places.plans / "loop.toml").symlink_to("loop.toml")
    (places.plans / "notes.txt").write_text("hello", "utf-8")
    async with open_app() as me:
        for _ in range(len(listed(me))):
            await me.press("down", "enter", "escape")
        assert me.app.is_running


async def test_a_plan_in_which_nothing_was_typed_leaves_no_file(
    open_app: Open, places: Places
) -> None:
    async with open_app() as me:
        await me.press("enter")
        assert len(list(places.plans.glob("*.toml"))) == 1
        await me.press("ctrl+n", "ctrl+b", "f5", "escape", "ctrl+l")
        assert list(places.plans.glob("*.toml")) == []
        await me.press("n")
        await me.press("ctrl+q")
    assert list(places.plans.glob("*.toml")) == []


async def test_a_plan_that_got_a_name_is_filed_under_it(open_app: Open, places: Places) -> None:
    async with open_app() as me:
        await me.press("enter")
        await me.type("Crème & Brûlée / 2")
        await me.press("ctrl+q")
    (path,) = places.plans.glob("*.toml")
    assert re.fullmatch(r"creme-brulee-2-[a-z0-9]+\.toml", path.name), path.name


async def test_workshop_notes_are_switched_on_from_the_first_screen(open_app: Open) -> None:
    async with open_app(size=(120, 40)) as me:
        await me.press("down", "down", "enter")
        assert me.app.desk.workshop
        assert "Facilitator" in me.notices[-1]
        await me.press("up", "up", "enter")
        await me.until(lambda: "Facilitator" in str(me.walk.query_one("#guide Static").content))


async def test_many_plans(open_app: Open, put: Put) -> None:
    for number in range(60):
        put(Plan(), name=f"Plan {number:02}")
    async with open_app() as me:
        assert len(listed(me)) == 60
        await me.press("end", "enter")
        assert me.plan.title.startswith("Plan ")
