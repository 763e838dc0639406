"""Pictures: all of a plan behind one key, those of a card on the card."""

from collections.abc import Callable
from typing import Any

import pytest
from tui.founder import full_plan
from tui.person import Person

from coach import pictures
from coach.plan import Plan
from coach.questions import Depth
from coach.tui.pictures import PicturesScreen

Open = Callable[..., Any]
Put = Callable[..., Any]


def drawn(plan: Plan) -> list[str]:
    """The keys of all pictures, in the order of the walk."""
    return [chart.key for _, chart in pictures.drawn(plan)]


def title(me: Person, key: str) -> str:
    """What the pack calls a picture."""
    card = next(card for card, chart in pictures.drawn(me.plan) if chart.key == key)
    return me.session.pack.topic(card.key).pictures[key].title


def shown(me: Person) -> str:
    """The picture in view."""
    return str(me.app.screen.query_one("#picture").render())


@pytest.mark.parametrize(
    "path",
    ["start.name", "niche.ratings", "niche.price_range.high", "value.promise", "risk.kill_date"],
)
async def test_f6_shows_them_and_leads_back_to_where_the_caret_was(
    open_app: Open, put: Put, path: str
) -> None:
    async with open_app(put(full_plan(Depth.ADVANCED))) as me:
        await me.walk.go_to(path)
        await me.settled()
        at, field = me.at, me.focused
        if hasattr(field, "cursor_location"):
            await me.press("left", "left")
        caret = getattr(field, "cursor_location", None)
        for close in ("f6", "escape"):
            before = me.plan.model_dump()
            await me.press("f6")
            assert isinstance(me.app.screen, PicturesScreen)
            await me.press("right", close)
            assert me.app.screen is me.walk
            assert (me.at, me.focused) == (at, field)
            assert getattr(field, "cursor_location", None) == caret
            assert me.caret_seen, me.sees
            assert me.plan.model_dump() == before


async def test_it_begins_with_the_card_s_own_turns_round_and_leads_to_each_card(
    open_app: Open, put: Put
) -> None:
    async with open_app(put(full_plan(Depth.ADVANCED))) as me:
        keys = drawn(me.plan)
        assert len(keys) >= 10
        await me.walk.go_to("risk.kill")
        await me.settled()
        await me.press("f6")
        assert f"1 of {len(keys)}" in me.lines[0], "this card has none: the first of all"
        for number, key in enumerate(keys, 1):
            assert f"{number} of {len(keys)}" in me.lines[0]
            assert title(me, key).split()[0] in shown(me)
            await me.press(("right", "space", "n")[number % 3])
        assert f"1 of {len(keys)}" in me.lines[0]
        await me.press("left")
        assert f"{len(keys)} of {len(keys)}" in me.lines[0]
        await me.press("p", "p")
        card = me.app.screen._pictures[me.app.screen._at][0]
        await me.press("enter")
        assert me.app.screen is me.walk
        assert me.walk.card is card
        assert me.caret_seen, me.sees
        await me.press("f6")
        assert me.app.screen._pictures[me.app.screen._at][0] is card
        await me.press("f6")
        assert me.walk.card is card


async def test_an_empty_plan_says_what_becomes_a_picture(open_app: Open, put: Put) -> None:
    async with open_app(put(Plan(depth="advanced"))) as me:
        await me.type("x")
        await me.press("f6")
        assert isinstance(me.app.screen, PicturesScreen)
        assert "picture" in me.seen_words
        await me.press("right", "left", "enter", "n")
        if isinstance(me.app.screen, PicturesScreen):
            await me.press("escape")
        assert me.app.screen is me.walk


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_each_picture_fits_the_screen_s_width(
    open_app: Open, put: Put, size: tuple[int, int]
) -> None:
    async with open_app(put(full_plan(Depth.ADVANCED)), size=size) as me:
        await me.press("f6")
        frame = me.app.screen.query_one("#frame")
        for key in drawn(me.plan):
            picture = me.app.screen.query_one("#picture")
            assert title(me, key).split()[0] in me.sees
            assert picture.region.right <= frame.region.right, me.sees
            assert picture.size.width >= 24
            if picture.size.height > frame.content_size.height:
                await me.press("end")
                last = shown(me).splitlines()[-1].split()
                assert last[-1] in me.sees, "what does not fit can be scrolled to"
            await me.press("right")


async def test_it_follows_the_size_of_the_terminal(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan(Depth.ADVANCED)), size=(120, 40)) as me:
        await me.walk.go_to("differentiation.levels")
        await me.settled()
        await me.press("f6")
        wide = me.app.screen.query_one("#picture").size.width
        await me.pilot.resize_terminal(60, 20)
        await me.settled()
        assert me.app.screen.query_one("#picture").size.width < wide
        await me.pilot.resize_terminal(20, 5)
        await me.settled()
        await me.pilot.resize_terminal(120, 40)
        await me.settled()
        assert me.app.screen.query_one("#picture").size.width == wide


async def test_without_colour_the_words_and_signs_tell_ours(
    open_app: Open, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    plan = full_plan(Depth.ADVANCED)
    rivals = [rival.name for rival in plan.value.alternatives]
    for test in plan.niche.ratings.scores:
        for row, score in zip(plan.niche.candidates, (3, 5, 4), strict=True):
            plan.niche.ratings.put("scores", test, row.id, score)
    async with open_app(put(plan), size=(120, 40)) as me:
        assert me.app.no_color
        await me.walk.go_to("differentiation.levels")
        await me.settled()
        await me.press("f6")
        text = shown(me)
        assert title(me, "canvas").split()[0] in text
        signs = set()
        for name in ("You", *rivals):
            (line,) = [line for line in text.splitlines() if name in line][-1:]
            signs.add(line[: line.index(name)].split()[-1])
        assert len(signs) == 1 + len(rivals), f"each has a sign of its own\n{text}"
        assert "●" in signs
        await me.press("escape")
        await me.walk.go_to("niche.ratings")
        await me.settled()
        await me.press("f6")
        (first,) = (line for line in shown(me).splitlines() if "▸" in line)
        assert "Delicatessens" in first


@pytest.mark.usefixtures("brisk")
async def test_the_pictures_on_a_card_follow_its_answers(open_app: Open, put: Put) -> None:
    plan = full_plan(Depth.INTERMEDIATE)
    plan.niche.ratings = type(plan.niche.ratings)()
    async with open_app(put(plan), size=(120, 60)) as me:
        await me.walk.go_to("niche.ratings")
        await me.settled()
        assert not me.walk.view.pictures.display, "nothing is known, nothing is drawn"
        ours = me.plan.niche.candidates
        for key in ("4", "3", "2"):
            for row in ("measurable", "substantial", "accessible", "differentiable", "actionable"):
                column = ours["432".index(key)].id
                await me.walk.go_to(f"niche.ratings.scores.{row}.{column}")
                await me.press(key)
        await me.until(lambda: me.walk.view.pictures.display, "it is drawn after a pause")
        field = me.focused

        def order() -> list[str]:
            text = str(me.walk.view.pictures.render())
            names = [row.name for row in ours]
            return sorted(names, key=lambda name: text.index(name[:8]))

        assert order()[0] == "Artisan cheese shops"
        for row in ("measurable", "substantial", "accessible", "differentiable", "actionable"):
            await me.walk.go_to(f"niche.ratings.scores.{row}.{ours[2].id}")
            await me.press("5")
        await me.until(lambda: order()[0] == "Zero-waste shops", "it follows")
        assert me.focused is field, "the caret stays where it is"


async def test_a_plan_that_is_open_read_only_shows_its_pictures(
    open_app: Open, put: Put, places: Any
) -> None:
    from coach.store.files import PlanFile

    path = put(full_plan(Depth.ADVANCED))
    other = PlanFile.open(path, places)
    async with open_app(path) as me:
        await me.press("f6", "right", "right", "enter")
        assert me.app.screen is me.walk
    other.close()
