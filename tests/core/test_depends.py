"""What rests on what: marks come and go with what changed, whatever the order."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import plans

from coach import depends, flow
from coach.coaching.engine import Coach
from coach.pack.pack import Pack, default_root
from coach.places import Places
from coach.plan import Plan
from coach.questions import Kind
from coach.session import Session
from coach.store import form
from coach.store.files import PlanFile

PACK = Pack()


def example() -> Plan:
    file = default_root() / "examples" / "molar-guard.toml"
    return form.load(file.read_bytes(), file.name).plan


def looked_at() -> Plan:
    plan = example()
    plan.looked = depends.first_look(plan) or {}
    return plan


def marked(plan: Plan) -> set[tuple[str, str]]:
    return {(look.path, look.changed) for look in depends.needs_look(plan)}


def test_every_end_of_the_graph_is_a_question() -> None:
    for path, above in depends.RESTS_ON.items():
        for each in (path, *above):
            place = flow.place(each)
            assert place.part is place.field
        assert above
        assert path not in above


def test_nothing_rests_on_itself_through_others() -> None:
    done: set[str] = set()
    left = dict(depends.RESTS_ON)
    while left:
        free = [path for path, above in left.items() if not set(above) & left.keys()]
        assert free, f"a circle among {sorted(left)}"
        for path in free:
            done.add(path)
            del left[path]


def test_a_plan_as_it_was_written_needs_no_look() -> None:
    assert marked(looked_at()) == set()


def test_a_change_marks_what_rests_on_it_with_the_reason() -> None:
    plan = looked_at()
    plan.niche.chosen = plan.niche.candidates[1].id
    assert ("value.pains", "niche.chosen") in marked(plan)
    assert ("niche.count", "niche.chosen") in marked(plan)
    assert "start.offering" not in {path for path, _ in marked(plan)}


def test_changing_it_back_takes_the_marks_away() -> None:
    plan = looked_at()
    was = plan.niche.chosen
    plan.niche.chosen = plan.niche.candidates[1].id
    assert marked(plan)
    plan.niche.chosen = was
    assert marked(plan) == set()


@pytest.mark.parametrize("who", ["  {}  ", "{}.", "{}!"])
def test_a_comma_is_no_change(who: str) -> None:
    plan = looked_at()
    assert plan.niche.choice
    plan.niche.choice.who = who.format(plan.niche.choice.who)
    assert marked(plan) == set()


@pytest.mark.parametrize(
    ("scores", "marks"),
    [((5, 2, 2), False), ((5, 5, 2), False), ((1, 5, 5), True), ((1, 5, 4), True)],
)
def test_other_ratings_ask_for_a_look_where_the_chosen_niche_no_longer_leads(
    scores: tuple[int, ...], marks: bool
) -> None:
    plan = looked_at()
    rows = [plan.niche.choice, *(c for c in plan.niche.candidates if c is not plan.niche.choice)]
    for row, score in zip(rows, scores, strict=False):
        for key in plan.niche.ratings.scores:
            plan.niche.ratings.put("scores", key, row.id if row else "", score)
    for row in rows[len(scores) :]:
        for key in plan.niche.ratings.scores:
            plan.niche.ratings.put("scores", key, row.id if row else "", 1)
    assert (("niche.chosen", "niche.ratings") in marked(plan)) is marks


def test_what_is_empty_is_not_marked() -> None:
    plan = looked_at()
    plan.niche.exclusion = ""
    plan.niche.chosen = plan.niche.candidates[1].id
    assert "niche.exclusion" not in {path for path, _ in marked(plan)}


def test_confirming_takes_one_mark_away_and_only_that() -> None:
    plan = looked_at()
    plan.niche.chosen = plan.niche.candidates[1].id
    before = marked(plan)
    plan.looked = depends.confirmed(plan, "value.pains")
    assert before - marked(plan) == {("value.pains", "niche.chosen")}


@given(plans())
def test_any_plan_counts_as_looked_at_before_it_is_changed(plan: Plan) -> None:
    plan.looked = {}
    plan.looked = depends.first_look(plan) or {}
    assert marked(plan) == set()
    assert depends.first_look(plan) is None


def session(tmp_path: Path) -> Session:
    places = Places(tmp_path / "plans", tmp_path / "state")
    return Session(PlanFile.create(example(), places), PACK, dt.date(2026, 11, 22))


EDITS: dict[str, list[Any]] = {
    "niche.exclusion": ["Hospitals", "Chains"],
    "value.promise": ["Back at work in an hour", "A person within 15 minutes"],
    "value.job": ["Keep the practice open", "Find the file"],
    "niche.price": ["500", "12"],
    "niche.orders": ["4", "12"],
    "differentiation.trade_off": ["No hardware", "No nights"],
    "value.statement.need": ["wait for days", "lose the file"],
    "niche.chosen": [0, 1],
}
"""Edits by question, by the text typed; of a choice, the row chosen."""


def change(opened: Session, path: str, value: Any) -> None:
    if flow.place(path).part.kind is Kind.CHOICE:
        opened.choose(path, opened.plan.niche.candidates[value].id)
    else:
        opened.edit(path, value)


@settings(max_examples=40)
@given(
    st.dictionaries(st.sampled_from(sorted(EDITS)), st.integers(0, 1), max_size=6),
    st.randoms(use_true_random=False),
)
def test_any_order_of_edits_ends_in_the_same_state(
    tmp_path_factory: pytest.TempPathFactory, chosen: dict[str, int], dice: Any
) -> None:
    states = []
    for _ in range(2):
        order = list(chosen.items())
        dice.shuffle(order)
        opened = session(tmp_path_factory.mktemp("order"))
        for path, which in order:
            change(opened, path, EDITS[path][which])
        states.append((marked(opened.plan), opened.plan.looked))
        opened.close()
    assert states[0] == states[1]


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 1)), max_size=7),
    st.integers(0, 7),
)
def test_closing_and_opening_in_between_changes_no_mark(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, int]], where: int
) -> None:
    states = []
    for reopens in (False, True):
        folder = tmp_path_factory.mktemp("reopen")
        places = Places(folder / "plans", folder / "state")
        opened = Session(PlanFile.create(Plan(), places), PACK, dt.date(2026, 11, 22))
        for name in ("Vets", "Labs"):
            opened.add("niche.candidates", {"name": name, "who": f"{name} with two sites"})
        for at, (path, which) in enumerate(edits):
            if reopens and at == where:
                opened.close()
                file = PlanFile.open(opened.file.path, places)
                opened = Session(file, PACK, dt.date(2026, 11, 22))
            change(opened, path, EDITS[path][which])
        states.append(marked(opened.plan))
        opened.close()
    assert states[0] == states[1]


def test_an_answer_written_before_its_ground_is_marked_when_that_changes(tmp_path: Path) -> None:
    opened = session(tmp_path)
    opened.plan.niche.chosen = ""
    opened.edit("value.job", "Keep the practice open")
    opened.choose("niche.chosen", opened.plan.niche.candidates[0].id)
    assert "value.job" not in {path for path, _ in marked(opened.plan)}
    opened.choose("niche.chosen", opened.plan.niche.candidates[1].id)
    assert "value.job" not in {path for path, _ in marked(opened.plan)}, "one choice made twice"
    opened.edit("niche.exclusion", "Farms")
    opened.choose("niche.chosen", opened.plan.niche.candidates[0].id)
    assert "value.job" in {path for path, _ in marked(opened.plan)}


def test_rewriting_an_answer_keeps_its_mark_until_it_is_confirmed(tmp_path: Path) -> None:
    opened = session(tmp_path)
    opened.choose("niche.chosen", opened.plan.niche.candidates[1].id)
    opened.edit("niche.exclusion", "Farms")
    assert "niche.exclusion" in {path for path, _ in marked(opened.plan)}
    assert opened.confirm("niche.exclusion")
    assert "niche.exclusion" not in {path for path, _ in marked(opened.plan)}
    opened.undo()
    assert "niche.exclusion" in {path for path, _ in marked(opened.plan)}
    assert not opened.confirm("start.name")


def test_an_answer_written_after_the_change_is_not_marked(tmp_path: Path) -> None:
    opened = session(tmp_path)
    opened.edit("niche.exclusion", "")
    opened.choose("niche.chosen", opened.plan.niche.candidates[1].id)
    opened.edit("niche.exclusion", "Farms")
    assert "niche.exclusion" not in {path for path, _ in marked(opened.plan)}


def test_the_coach_says_what_changed(tmp_path: Path) -> None:
    opened = session(tmp_path)
    opened.choose("niche.chosen", opened.plan.niche.candidates[1].id)
    told = {f.field: f.message for f in opened.check() if f.rule == "RE13"}
    assert "Your niche" in told["niche.exclusion"]
    opened.close()
    file = PlanFile.open(opened.file.path, Places(tmp_path / "plans", tmp_path / "state"))
    again = Coach(PACK, dt.date(2026, 11, 22)).check(file.plan)
    assert {f.field for f in again if f.rule == "RE13"} == set(told)
    file.close()


def test_who_confirms_the_reason_has_looked_at_the_choice() -> None:
    plan = Plan(id="k1")
    plan.looked = {"differentiation.primary": {"niche.chosen": "old"}}
    looked = depends.confirmed(plan, "differentiation.reason")
    assert looked["differentiation.primary"] == {}
    assert "differentiation.primary" not in depends.confirmed(Plan(id="k2"), "risk.kill")
