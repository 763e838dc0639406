"""What the coach says, where it says it, and that it never stands in the way."""

from collections.abc import Callable
from typing import Any

import pytest
from tui.founder import full_plan
from tui.person import Person

from coach.plan import Plan
from coach.questions import Depth
from coach.tui.fields.records import RecordsRow
from coach.tui.findings import FindingList
from coach.values import Status

Open = Callable[..., Any]
Put = Callable[..., Any]

pytestmark = pytest.mark.usefixtures("brisk")


def note(me: Person, path: str) -> str:
    """What stands under the field at ``path``."""
    (row,) = (row for row in me.walk.view.rows() if row.path == path)
    found = row._note
    return found.content.plain if found is not None and found.display else ""


@pytest.mark.parametrize(
    ("path", "text", "says"),
    [
        ("niche.price", "cheap", "a number is expected"),
        ("niche.reach", "140", "from 0 to 100"),
        ("niche.count", "-3", "0 or more"),
        ("risk.kill_date", "next week", "a day is expected"),
        ("review.next_review", "31.02.2027", "a day is expected"),
    ],
)
async def test_text_that_is_no_value_is_kept_and_told_what_is_expected(
    open_app: Open, put: Put, path: str, text: str, says: str
) -> None:
    file = put(name="Drafts")
    async with open_app(file) as me:
        await me.walk.go_to(path)
        await me.settled()
        await me.type(text)
        assert me.plan.get(path) is None
        await me.until(lambda: says in note(me, path), "the field says what is expected")
        assert me.focused.text == text
        await me.press("ctrl+n", "ctrl+b")
    async with open_app(file) as me:
        await me.walk.go_to(path)
        await me.settled()
        assert me.focused.text == text
        assert says in note(me, path)
        await me.press("end", *["backspace"] * len(text))
        await me.type("12" if "date" not in path and "next" not in path else "2027-02-01")
        await me.until(lambda: not note(me, path), "the note goes")
        assert me.plan.get(path) is not None
        assert me.plan.drafts == {}


async def test_a_number_that_is_rubbed_out_is_no_answer(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan())) as me:
        await me.walk.go_to("niche.price")
        await me.settled()
        await me.press("backspace", "end", *["backspace"] * 5)
        assert me.plan.niche.price is None
        assert me.focused.text == ""


def everyone() -> Plan:
    """A plan whose market is everyone: the coach objects to that."""
    plan = full_plan()
    plan.niche.candidates[0].who = "everyone"
    return plan


def listed(findings: Any) -> str:
    """All that a list of findings says."""
    return " ".join(option.prompt.plain for option in findings.options)


async def test_it_speaks_after_a_pause_in_all_three_places(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan()), size=(120, 40)) as me:
        path = f"niche.candidates.{me.plan.niche.candidates[0].id}.who"
        await me.walk.go_to(path)
        await me.settled()
        assert me.at == path
        assert note(me, path) == ""
        await me.press("end", *["backspace"] * len(me.focused.text))
        await me.type("everyone")
        await me.until(lambda: "“everyone”" in note(me, path), "a note under the field")
        assert me.at == path, "the caret stays"
        assert me.focused.text == "everyone"
        (finding,) = (
            f for f in me.session.findings if f.field == path and f.message in note(me, path)
        )
        coach = me.walk.query_one("#coach")
        await me.until(lambda: finding.message in listed(coach), "the finding in the coach pane")
        await me.press("f5")
        review = me.app.screen.query_one("#findings")
        await me.until(lambda: finding.message in listed(review), "the finding in the review")


async def test_the_review_leads_to_the_field_and_back_to_the_finding(
    open_app: Open, put: Put
) -> None:
    async with open_app(put(everyone())) as me:
        await me.press("f5")
        review = me.app.screen.query_one("#findings")
        assert len(review.findings) >= 3
        await me.press("down", "down")
        marked = review.marked
        assert marked is not None
        await me.press("enter")
        assert me.app.screen is me.walk
        assert me.walk.card is not None
        assert me.at == marked.field or me.at.startswith(marked.field)
        await me.press("f5")
        again = me.app.screen.query_one("#findings").marked
        assert (again.rule, again.field) == (marked.rule, marked.field)
        await me.press("f5")
        assert me.app.screen is me.walk


async def test_set_aside_needs_a_reason_and_ends_when_the_answer_changes(
    open_app: Open, put: Put
) -> None:
    async with open_app(put(everyone())) as me:
        path = f"niche.candidates.{me.plan.niche.candidates[0].id}.who"

        def finding() -> Any:
            return next(f for f in me.session.findings if f.field == path)

        await me.press("f5")
        listed = me.app.screen.query_one("#findings")
        await me.press_until("down", lambda: listed.marked and listed.marked.field == path)
        await me.press("s", "enter")
        assert finding().open, "no reason, nothing set aside"
        assert "A reason is expected" in me.sees, "the question stays until it is answered"
        await me.type("Only a [b]test[/b]")
        await me.press("enter")
        assert finding().set_aside == "Only a [b]test[/b]"
        assert "Only a [b]test[/b]" in " ".join(o.prompt.plain for o in listed.options)
        assert (await me.saved()).set_aside[0].reason == "Only a [b]test[/b]"
        await me.press("t")
        assert finding().open
        await me.press("s")
        await me.type("again")
        await me.press("enter")
        assert not finding().open
        await me.press("escape")
        await me.walk.go_to(path)
        await me.settled()
        await me.press("end")
        await me.type(" everywhere")
        await me.until(lambda: finding().open, "it returns")


@pytest.mark.parametrize("key", ["f2", "f3"])
async def test_sheets_leave_the_field_in_view_at_80_columns(
    open_app: Open, put: Put, key: str
) -> None:
    async with open_app(put(everyone()), size=(80, 24)) as me:
        for card_path in ("start.name", "niche.price", "value.promise", "risk.kill"):
            await me.walk.go_to(card_path)
            await me.settled()
            typed_in = me.focused
            await me.press(key)
            assert me.walk.query_one("#side").display
            assert typed_in.region.width >= 20
            shown, _ = me.walk.get_widget_at(*typed_in.region.offset)
            assert typed_in in shown.ancestors_with_self, me.sees
            await me.press("escape")
            assert not me.walk.query_one("#side").display
            assert me.focused is typed_in
            assert me.caret_seen


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
@pytest.mark.parametrize("key", ["f2", "f3"])
async def test_sheets_open_and_close_by_the_same_key_and_by_escape(
    open_app: Open, put: Put, key: str, size: tuple[int, int]
) -> None:
    async with open_app(put(everyone()), size=size) as me:
        await me.walk.go_to("niche.price")
        await me.settled()
        before = me.plan.model_dump()
        for close in (key, "escape"):
            await me.press(key)
            assert me.walk.query_one("#guide" if key == "f2" else "#coach").is_on_screen
            assert me.focused.id in ("guide", "coach")
            await me.press(close)
            assert me.at == "niche.price"
            assert me.caret_seen, me.sees
        await me.type("7")
        assert me.plan.model_dump() != before


async def test_the_guide_follows_the_card(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan()), size=(120, 40)) as me:
        shown = set()
        for _ in range(5):
            title = me.session.pack.topic(me.walk.card.key).title
            guide = me.walk.query_one("#guide Static")
            await me.until(lambda: title in str(guide.content))  # noqa: B023 - at once
            text = str(guide.content)
            shown.add(text)
            await me.press("ctrl+n")
        assert len(shown) == 5


async def test_figures_and_verdicts_stand_below_the_answers_and_follow_them(
    open_app: Open, put: Put
) -> None:
    plan = full_plan(Depth.INTERMEDIATE)
    for test in plan.niche.ratings.scores:
        plan.niche.ratings.put("scores", test, "weight", None)
        for row, score in zip(plan.niche.candidates, (5, 4, 3), strict=True):
            plan.niche.ratings.put("scores", test, row.id, score)
    async with open_app(put(plan), size=(120, 60)) as me:
        topic = me.session.pack.topic("niche.compare")
        second = me.plan.niche.candidates[1].id

        def figures() -> str:
            return " ".join(str(me.walk.view.query_one(".results").render()).split())

        await me.walk.go_to(f"niche.ratings.scores.accessible.{second}")
        await me.settled()
        gate = topic.results["gate"]
        assert f"{gate.label} ({gate.formula})" in figures(), "what it is and where it comes from"
        assert figures().count(gate.verdicts["passes"]) == 3
        await me.press("1")
        assert figures().count(gate.verdicts["passes"]) == 2, "at once"
        assert figures().count(gate.verdicts["accessible"]) == 1
        await me.press("4")
        assert figures().count(gate.verdicts["passes"]) == 3
        winner = topic.results["winner"].verdicts
        assert winner["ahead"] in figures()
        for row in me.plan.niche.ratings.scores:
            me.session.edit(f"niche.ratings.scores.{row}.{second}", "5")
        me.walk.view.load()
        assert winner["tie"] in figures()


async def test_a_finding_in_the_coach_pane_leads_to_its_field(open_app: Open, put: Put) -> None:
    async with open_app(put(everyone()), size=(120, 40)) as me:
        path = f"niche.candidates.{me.plan.niche.candidates[0].id}.who"
        await me.walk.go_to(f"niche.candidates.{me.plan.niche.candidates[2].id}.name")
        await me.until(lambda: me.walk.query_one("#coach").findings, "the coach speaks")
        await me.press("f3")
        coach = me.walk.query_one("#coach")
        await me.press_until("down", lambda: coach.marked and coach.marked.field == path)
        await me.press("enter")
        assert me.at == path


@pytest.mark.parametrize("key", ["f2", "f3", "f8"])
async def test_who_leaves_a_pane_is_where_they_were_on_the_card(
    open_app: Open, put: Put, key: str
) -> None:
    async with open_app(put(full_plan()), size=(80, 24)) as me:
        await me.walk.go_to("niche.candidates")
        await me.settled()
        adder = me.walk.query(RecordsRow).first().adder
        me.walk.set_focus(adder)
        await me.settled()
        await me.press(key)
        assert me.focused is not adder
        await me.press("escape")
        assert me.focused is adder


async def test_the_pane_follows_the_caret_and_names_the_row(open_app: Open, put: Put) -> None:
    plan = full_plan()
    first, second = plan.niche.candidates[:2]
    first.who, second.who, second.name = "everyone", "everybody", "Corner shops"
    plan.niche.chosen = ""  # of candidates only the chosen one is held to this, once there is one
    async with open_app(put(plan), size=(120, 40)) as me:
        coach = me.walk.query_one("#coach", FindingList)

        def marked() -> str:
            return coach.marked.field if coach.marked else ""

        await me.walk.go_to(f"niche.candidates.{second.id}.who")
        await me.until(lambda: marked() == f"niche.candidates.{second.id}.who")
        assert "Corner shops: Who exactly" in me.sees
        await me.walk.go_to(f"niche.candidates.{first.id}.who")
        await me.until(lambda: marked() == f"niche.candidates.{first.id}.who")
        await me.press("f3", "down")
        await me.settled()
        read = marked()
        await me.walk.go_to(f"niche.candidates.{first.id}.name")
        await me.settled()
        assert read != marked() or read.startswith(f"niche.candidates.{first.id}")


async def test_a_remark_bears_the_name_that_its_row_has_now(open_app: Open, put: Put) -> None:
    plan = full_plan()
    plan.risk.risks[0].owner = "team"
    async with open_app(put(plan), size=(120, 40)) as me:
        await me.walk.go_to(f"risk.risks.{plan.risk.risks[0].id}.owner")
        await me.until(lambda: ": Owner" in me.sees, "the remark stands in the pane")
        me.session.edit(f"risk.risks.{plan.risk.risks[0].id}.event", "Eels stay away")
        me.app.touched()
        await me.until(lambda: "Eels stay away: Owner" in me.seen_words)


async def test_a_draft_in_evidence_is_told_beside_it_each_time(open_app: Open, put: Put) -> None:
    plan = full_plan()
    row = plan.niche.candidates[0]
    row.evidence.status, row.evidence.date = Status.HEARD, None
    path = f"niche.candidates.{row.id}.evidence.date"
    file = put(plan)
    async with open_app(file, size=(80, 40)) as me:
        await me.walk.go_to(path)
        await me.settled()
        await me.type("last spring")
        await me.until(lambda: "a day is expected" in me.seen_words)
    async with open_app(file, size=(80, 40)) as me:
        await me.walk.go_to(path)
        await me.until(lambda: "a day is expected" in me.seen_words)
