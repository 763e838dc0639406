"""Score matrices by keys: from square to square, what scores, and what never gets lost."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from tui.founder import full_plan
from tui.person import Person

from coach.plan import Plan
from coach.questions import Depth
from coach.tui.fields.matrix import Matrix

Open = Callable[..., Any]
Put = Callable[..., Any]

RATINGS = "niche.ratings"
TESTS = ("measurable", "substantial", "accessible", "differentiable", "actionable")


def unscored() -> Plan:
    """Three candidates and not one score."""
    plan = full_plan(Depth.INTERMEDIATE)
    plan.niche.ratings = type(plan.niche.ratings)()
    return plan


@pytest.fixture
async def me(open_app: Open, put: Put) -> AsyncIterator[Person]:
    """In the first square of the empty ratings."""
    async with open_app(put(unscored())) as person:
        await person.walk.go_to(RATINGS)
        await person.settled()
        yield person


def grid(me: Person) -> dict[str, dict[str, int | float]]:
    """The scores, with the candidates called A, B and C."""
    names = dict(zip((row.id for row in me.plan.niche.candidates), "ABC", strict=False))
    return {
        row: {names.get(column, column): score for column, score in squares.items()}
        for row, squares in me.plan.niche.ratings.scores.items()
    }


def marked(me: Person) -> str:
    """The square in view as the line below the matrix names it."""
    (row,) = (row for row in me.walk.view.rows() if row.path == me.at.split(".scores")[0])
    return str(row.query_one(".square").render()).split("  ")[0]


def line(me: Person, begins: str) -> list[str]:
    """The words of one line of the matrix after its name."""
    drawn = me.walk.view.query_one(Matrix).render()
    (found,) = (text for text in str(drawn).splitlines() if text.startswith(begins))
    return found.removeprefix(begins).split()


async def test_digits_score_and_arrows_move(me: Person) -> None:
    assert isinstance(me.focused, Matrix)
    assert me.at == RATINGS
    assert marked(me) == "Weight, Measurable"
    await me.press("3", "right", "4", "down", "5", "left", "2", "up", "1")
    assert grid(me) == {
        "measurable": {"weight": 1, "A": 4}, "substantial": {"weight": 2, "A": 5},
    }  # fmt: skip
    assert marked(me) == "Weight, Measurable"
    assert line(me, "Measurable") == ["[1]", "4", "·", "·"]
    assert line(me, "Substantial") == ["2", "5", "·", "·"]
    assert (await me.saved()).niche.ratings == me.plan.niche.ratings


async def test_enter_goes_to_the_next_square_and_stays_on_the_last(me: Person) -> None:
    for key in "1234" * 5:
        await me.press(key)
        if key != "4" or len(grid(me)) < 5:
            await me.press("enter")
    assert grid(me) == {row: {"weight": 1, "A": 2, "B": 3, "C": 4} for row in TESTS}
    await me.press("enter", "5")
    assert grid(me)["actionable"] == {"weight": 1, "A": 2, "B": 3, "C": 5}, "no key runs on"


async def test_keys_typed_ahead_score_their_own_squares(me: Person) -> None:
    for _ in TESTS:
        me.send("5", "right", "1", "right", "2", "right", "3", "enter")
    await me.until(lambda: len(grid(me)) == 5 and grid(me)["actionable"].get("C") == 3)
    assert grid(me) == {row: {"weight": 5, "A": 1, "B": 2, "C": 3} for row in TESTS}


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each key is a step of undo: as if a second lay between two keys."""
    monkeypatch.setattr("coach.editor.BURST", 0.0)


@pytest.mark.usefixtures("slowly")
@pytest.mark.parametrize("key", ["delete", "backspace"])
async def test_a_score_is_taken_away_and_brought_back(me: Person, key: str) -> None:
    await me.press("right", "4", key)
    assert grid(me) == {}
    assert line(me, "Measurable") == ["·", "[·]", "·", "·"]
    await me.press("ctrl+z")
    assert line(me, "Measurable") == ["·", "[4]", "·", "·"]
    assert grid(me) == {"measurable": {"A": 4}}
    assert isinstance(me.focused, Matrix)


@pytest.mark.usefixtures("slowly")
async def test_undo_and_redo_go_square_by_square_and_show_which(me: Person) -> None:
    await me.press("1", "right", "2", "down", "3", "delete")
    after = grid(me)
    assert after == {"measurable": {"weight": 1, "A": 2}}
    await me.press("up", "left")
    seen = []
    for square in ("Artisan cheese shops, Substantial",) * 2 + (
        "Artisan cheese shops, Measurable", "Weight, Measurable",
    ):  # fmt: skip
        await me.press("ctrl+z")
        seen.append(grid(me))
        assert isinstance(me.focused, Matrix)
        assert marked(me) == square, "the square that changed is marked"
        assert "Took back" in me.notices[-1]
    assert seen == [
        {"measurable": {"weight": 1, "A": 2}, "substantial": {"A": 3}},
        {"measurable": {"weight": 1, "A": 2}},
        {"measurable": {"weight": 1}},
        {},
    ]
    for _ in range(4):
        await me.press("ctrl+y")
    assert grid(me) == after
    assert marked(me) == "Artisan cheese shops, Substantial"


async def test_the_edges_lead_to_the_fields_around(open_app: Open, put: Put) -> None:
    async with open_app(put(unscored())) as me:
        await me.walk.go_to(RATINGS)
        await me.settled()
        await me.press("up", "left")
        assert isinstance(me.focused, Matrix), "the first field keeps the focus"
        assert marked(me) == "Weight, Measurable", "nor is there a square to the left"
        await me.press(*["down"] * 4)
        assert marked(me) == "Weight, Actionable"
        await me.press("down")
        assert me.at == f"{RATINGS}.reasons.actionable.weight"
        await me.press("up")
        assert isinstance(me.focused, Matrix)
        assert marked(me) == "Weight, Actionable", "it remembers the square"
        await me.press("tab", "shift+tab")
        assert isinstance(me.focused, Matrix)
        await me.press("ctrl+n")
        assert me.walk.card.key == "niche.choice"
        await me.press("ctrl+b")
        assert me.walk.card.key == "niche.compare"


async def test_every_square_has_a_reason_of_its_own(me: Person) -> None:
    await me.press("right", "5", "tab")
    await me.type("a register")
    await me.press("shift+tab", "right")
    why = me.walk.view.query_one("Why").answer
    assert why.text == ""
    await me.press("2", "tab")
    await me.type("nobody counts")
    await me.press("shift+tab", "left")
    assert why.text == "a register"
    first, second, _ = (row.id for row in me.plan.niche.candidates)
    assert (await me.saved()).niche.ratings.reasons == {
        "measurable": {first: "a register", second: "nobody counts"}
    }
    await me.press("tab", "ctrl+u")
    assert me.plan.niche.ratings.reasons == {"measurable": {second: "nobody counts"}}
    assert grid(me) == {"measurable": {"A": 5, "B": 2}}
    await me.press("ctrl+z")
    assert why.text == "a register"


@pytest.mark.parametrize("key", ["6", "9", "x", "-", "[", "²", "é"])
async def test_what_is_no_score_is_told_and_changes_nothing(me: Person, key: str) -> None:
    await me.press("right", "4", key)
    assert grid(me) == {"measurable": {"A": 4}}
    assert marked(me) == "Artisan cheese shops, Measurable"
    assert "0 to 5" in me.notices[-1]


async def test_no_key_of_the_matrix_is_an_edit_by_mistake(me: Person) -> None:
    await me.press("right", "4")
    before = me.plan.model_dump(exclude={"changed"})
    await me.press("space", "home", "end", "pagedown", "pageup", "escape", "f9", "insert")
    assert me.plan.model_dump(exclude={"changed"}) == before
    assert me.app.screen is me.walk


async def test_the_totals_below_follow_the_scores(me: Person) -> None:
    await me.press("right")
    for _ in TESTS:
        await me.press("4", "down")
    assert line(me, "Score")[0] == "4"
    for other in me.plan.niche.candidates[1:]:
        for test in TESTS:
            me.session.edit(f"{RATINGS}.scores.{test}.{other.id}", "3")
    await me.walk.go_to(RATINGS)
    await me.settled()
    assert line(me, "Score")[0] == "4"
    first = me.plan.niche.candidates[0].id
    await me.walk.go_to(f"{RATINGS}.scores.actionable.{first}")
    await me.settled()
    await me.press("0")
    assert line(me, "Score")[0] == "3.2"
    await me.press("delete")
    assert line(me, "Score")[0] == "4", "a test that one lacks compares nobody"


async def test_totals_stand_under_their_own_candidate_whatever_it_is_called(
    open_app: Open, put: Put
) -> None:
    plan = full_plan(Depth.INTERMEDIATE)
    for row, name in zip(plan.niche.candidates, ("Twins", "Twins", "L" + "o" * 90), strict=True):
        row.name = name
        for test in TESTS:
            plan.niche.ratings.put("scores", test, row.id, 1 + plan.niche.candidates.index(row))
    async with open_app(put(plan)) as me:
        await me.walk.go_to(RATINGS)
        await me.settled()
        assert line(me, "Score") == ["1", "2", "3"]


async def test_a_click_goes_to_the_square_under_it(open_app: Open, put: Put) -> None:
    async with open_app(put(unscored()), size=(120, 40)) as me:
        await me.walk.go_to(RATINGS)
        await me.settled()
        for name, column in (("Accessible", 2), ("Measurable", 0), ("Actionable", 3)):
            y, x = square_at(me, name, column)
            await me.pilot.click(offset=(x, y))
            await me.settled()
            assert marked(me).endswith(name), me.sees
            await me.press("3")
        assert grid(me) == {
            "accessible": {"B": 3}, "measurable": {"weight": 3}, "actionable": {"C": 3},
        }  # fmt: skip
        y, _ = square_at(me, "Accessible", 2)
        before = marked(me)
        assert isinstance(me.focused, Matrix)
        await me.pilot.click(offset=(me.focused.region.x + 3, y))
        await me.settled()
        assert marked(me) == before, "a name is no square"


def square_at(me: Person, name: str, column: int) -> tuple[int, int]:
    """Where on the screen a square is drawn."""
    area = me.walk.view.query_one(Matrix).region
    for y in range(area.y, area.bottom):
        text = me.lines[y][area.x : area.right]
        if name in text:
            at = [x for x, sign in enumerate(text) if sign in "·012345"]
            return y, area.x + at[column]
    raise AssertionError(f"{name} is not drawn\n{me.sees}")


async def test_a_path_leads_to_its_square_and_to_its_reason(me: Person) -> None:
    second = me.plan.niche.candidates[1].id
    await me.walk.go_to(f"{RATINGS}.scores.accessible.{second}")
    await me.settled()
    assert isinstance(me.focused, Matrix)
    assert marked(me) == "Delicatessens, Accessible"
    await me.press("4")
    assert grid(me) == {"accessible": {"B": 4}}
    await me.walk.go_to(f"{RATINGS}.reasons.actionable.{second}")
    await me.settled()
    assert me.at == f"{RATINGS}.reasons.actionable.{second}"
    await me.type("why")
    assert me.plan.niche.ratings.reason("actionable", second) == "why"
    for gone in (f"{RATINGS}.scores.accessible.k00000", f"{RATINGS}.scores.can_pay.weight"):
        await me.walk.go_to(gone)
        await me.settled()
        assert isinstance(me.focused, Matrix)


async def test_a_deleted_candidate_takes_its_column_and_undo_brings_its_scores_back(
    open_app: Open, put: Put
) -> None:
    async with open_app(put(full_plan(Depth.ADVANCED))) as me:
        before = me.plan.niche.ratings.model_copy(deep=True)
        second = me.plan.niche.candidates[1].id
        await me.walk.go_to(RATINGS)
        await me.settled()
        assert len(line(me, "Measurable")) == 4
        await me.walk.go_to(f"niche.candidates.{second}.name")
        await me.settled()
        await me.press("escape", "d")
        assert all(second not in squares for squares in me.plan.niche.ratings.scores.values())
        await me.walk.go_to(RATINGS)
        await me.settled()
        assert len(line(me, "Measurable")) == 3
        await me.press("right", "right", "right", "3")
        assert me.plan.niche.ratings.scores["measurable"][me.plan.niche.candidates[1].id] == 3
        await me.press("ctrl+z", "ctrl+z")
        assert me.walk.card.key == "niche.candidates"
        assert me.plan.niche.ratings == before
        await me.walk.go_to(RATINGS)
        await me.settled()
        assert len(line(me, "Measurable")) == 4


async def test_without_rows_it_says_where_they_are_added(open_app: Open, put: Put) -> None:
    async with open_app(put(Plan(depth="intermediate")), size=(80, 24)) as me:
        for path, card in (
            ("differentiation.levels", "differentiation.factors"),
            ("value.swap", "value.alternatives"),
        ):
            await me.walk.go_to(path)
            await me.settled()
            title = me.session.pack.topic(card).title
            assert f"add rows to “{title}” first" in str(me.focused.render())
            assert me.caret_seen
            before = me.plan.model_dump()
            await me.press("3", "delete", "left", "right", "up", "down", "enter")
            await me.walk.go_to(path)
            await me.settled()
            assert me.plan.model_dump() == before
            assert me.plan.drafts == {}
        # Weights can be given before there is a candidate.
        await me.walk.go_to(RATINGS)
        await me.settled()
        await me.press("2")
        assert grid(me) == {"measurable": {"weight": 2}}


async def test_rows_that_come_later_are_there_at_once(open_app: Open, put: Put) -> None:
    async with open_app(put(Plan(depth="intermediate"))) as me:
        await me.walk.go_to("value.swap")
        await me.settled()
        await me.walk.go_to("value.alternatives")
        await me.settled()
        await me.type("A paper book")
        await me.walk.go_to("value.swap")
        await me.settled()
        assert "A paper" in me.sees
        await me.press("y", "down", "n", "down", "1", "down", "0", "down", "2")
        (rival,) = me.plan.value.alternatives
        assert me.plan.value.swap.scores == {
            "audience": {rival.id: 1}, "need": {rival.id: 0},
            "category": {rival.id: 1}, "benefit": {rival.id: 0},
        }  # fmt: skip
        assert "0 to 1" in me.notices[-1]
        assert line(me, "For (audience)") == ["yes"]


async def test_a_plan_that_cannot_be_changed_keeps_its_scores(
    open_app: Open, put: Put, places: Any
) -> None:
    from coach.store.files import PlanFile

    path = put(full_plan(Depth.INTERMEDIATE))
    other = PlanFile.open(path, places)
    async with open_app(path) as me:
        await me.walk.go_to(RATINGS)
        await me.settled()
        before = me.plan.model_dump()
        for key in ("5", "delete"):
            await me.press("right", key)
            assert "cannot be changed" in me.notices[-1]
        await me.press("down", "1", "tab", "x", "ctrl+z")
        await me.paste("pasted")
        assert me.plan.model_dump() == before
    other.close()


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_the_marked_square_is_in_view_at_every_size(
    open_app: Open, put: Put, size: tuple[int, int]
) -> None:
    async with open_app(put(full_plan(Depth.ADVANCED)), size=size) as me:
        for path in (RATINGS, "differentiation.levels", "differentiation.fit", "value.swap"):
            await me.walk.go_to(path)
            await me.settled()
            (row,) = (row for row in me.walk.view.rows() if row.path == path)
            for down in range(len(row.rows)):
                me.send(*["right"] * len(row.columns))
                await me.settled()
                assert row._at == (down, len(row.columns) - 1)
                assert any("[" in line for line in card(me)), f"{row._at}\n{me.sees}"
                if down + 1 < len(row.rows):
                    await me.press("down")


def card(me: Person) -> list[str]:
    """What is seen of the matrix."""
    area = me.walk.view.query_one(Matrix).region.intersection(me.walk.view.region)
    return [text[area.x : area.right] for text in me.lines[area.y : area.bottom]]


async def test_a_click_finds_its_square_below_a_folded_sentence(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan(Depth.INTERMEDIATE)), size=(80, 24)) as me:
        await me.walk.go_to("value.swap")
        await me.settled()
        before = me.plan.value.swap.score("category", me.plan.value.alternatives[1].id)
        await me.click("is (kind of thing)")
        assert marked(me) == "A paper book, For (audience)", "a name is no square"
        area = me.walk.view.query_one(Matrix).region
        (y,) = (y for y, text in enumerate(me.lines) if "is (kind of thing)" in text)
        await me.pilot.click(offset=(area.right - 4, y))
        await me.settled()
        assert marked(me) == "A till system, is (kind of thing)"
        await me.press("n" if before else "y")
        assert me.plan.value.swap.score("category", me.plan.value.alternatives[1].id) != before
