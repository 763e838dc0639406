"""What a face may rely on: every change is kept, taken back, saved and judged in one place."""

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from fullest import fullest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach import flow
from coach.coaching.finding import Finding
from coach.editor import BURST
from coach.pack.pack import Pack
from coach.places import Places
from coach.plan import Plan
from coach.questions import Depth
from coach.refusal import Refusal
from coach.session import LONGEST, PAUSE, Session
from coach.steps.differentiation.model import Type
from coach.store.files import NotSaved, PlanFile
from coach.store.reading import read_plan
from coach.values import Grid, new_id

TODAY = dt.date(2026, 11, 22)


class Clock:
    """Seconds that pass only when a test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="module")
def pack() -> Pack:
    return Pack()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "plans", tmp_path / "state")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(places: Places, pack: Pack, clock: Clock) -> Iterator[Session]:
    file = PlanFile.create(Plan(), places)
    session = Session(file, pack, TODAY, clock)
    yield session
    session.close()


def test_typed_text_is_the_answer(session: Session) -> None:
    session.edit("start.name", "Hearth & Crumb [b]x[/]")
    assert session.plan.start.name == "Hearth & Crumb [b]x[/]"
    assert session.text("start.name") == "Hearth & Crumb [b]x[/]"


@pytest.mark.parametrize(
    ("path", "typed", "expected"),
    [
        ("niche.count", "about 400", "a number is expected"),
        ("niche.reach", "140", "0 to 100"),
        ("niche.price", "1.850", "two ways"),
        ("risk.kill_date", "next spring", "a day is expected"),
    ],
)
def test_text_that_is_no_value_is_kept_and_explained(
    session: Session, path: str, typed: str, expected: str
) -> None:
    problem = session.edit(path, typed)
    assert expected in problem
    assert session.problem(path) == problem
    assert session.text(path) == typed
    assert session.plan.get(path) is None
    session.save()
    assert read_plan(session.file.path).drafts[path] == typed
    session.edit(path, "")
    assert session.problem(path) == ""
    assert path not in session.plan.drafts


def test_a_draft_that_becomes_a_value_leaves_no_draft(session: Session) -> None:
    session.edit("niche.count", "1,8")
    session.edit("niche.count", "1,850")
    assert session.plan.niche.count == 1850
    assert session.plan.drafts == {}


def test_a_choice_becomes_the_models_own_value(session: Session) -> None:
    session.choose("differentiation.primary", "service")
    session.choose("differentiation.supporting", ["niche", "quality"])
    assert session.plan.differentiation.primary is Type.SERVICE
    assert session.plan.differentiation.supporting == [Type.NICHE, Type.QUALITY]
    session.choose("differentiation.primary", None)
    assert session.plan.differentiation.primary is None


@pytest.mark.parametrize("value", ["marketing", ["cost", "niche", "quality"]])
def test_a_choice_that_is_none_is_refused(session: Session, value: object) -> None:
    with pytest.raises(Refusal):
        session.choose("differentiation.supporting", value)
    assert session.plan.differentiation.supporting == []


def test_records_can_be_added_copied_moved_and_removed(session: Session) -> None:
    path = "niche.candidates"
    first = session.add(path, {"name": "Delis"})
    second = session.add(path, {"name": "Cheese shops"})
    copy = session.duplicate(path, first)
    names = [(row.id, row.name) for row in session.plan.niche.candidates]
    assert names == [(first, "Delis"), (copy, "Delis"), (second, "Cheese shops")]
    session.move(path, second, -5)
    assert session.plan.niche.candidates[0].id == second
    session.remove(path, copy)
    assert [row.id for row in session.plan.niche.candidates] == [second, first]
    with pytest.raises(Refusal):
        session.remove(path, copy)


@pytest.mark.parametrize(
    "values",
    [{"probability": 500}, {"impact": -1}, {"event": 5, "cause": []}, {"category": "magic"}],
)
def test_a_row_that_could_not_be_typed_is_refused(
    session: Session, values: dict[str, object]
) -> None:
    with pytest.raises(Refusal):
        session.add("risk.risks", values)
    assert session.plan.risk.risks == []
    assert not session.unsaved


def test_removing_what_was_chosen_clears_the_choice_and_undo_brings_both_back(
    session: Session,
) -> None:
    record = session.add("niche.candidates", {"name": "Delis"})
    session.choose("niche.chosen", record)
    session.remove("niche.candidates", record)
    assert session.plan.niche.chosen == ""
    undone = session.undo()
    assert undone is not None
    assert (undone.what, undone.path) == ("the deletion", "niche.candidates")
    assert session.plan.niche.choice is not None
    assert session.plan.niche.choice.name == "Delis"


def test_a_grid_with_keys_of_a_newer_version_keeps_them_when_a_record_goes(
    session: Session,
) -> None:
    record = session.add("niche.candidates", {"name": "Delis"})
    newer = {"measurable": {record: "from a later version"}}
    session.plan.niche.ratings = Grid.model_validate(
        {"scores": {"measurable": {record: 4}}, "notes": newer}
    )
    session.remove("niche.candidates", record)
    assert session.plan.niche.ratings.scores == {}
    assert session.plan.niche.ratings.model_extra == {"notes": newer}
    session.undo()
    assert session.plan.niche.ratings.score("measurable", record) == 4


def test_removing_a_record_takes_its_drafts_and_undo_brings_them_back(session: Session) -> None:
    record = session.add("risk.risks")
    session.edit(f"risk.risks.{record}.impact", "a lot")
    session.remove("risk.risks", record)
    assert session.plan.drafts == {}
    session.undo()
    assert session.text(f"risk.risks.{record}.impact") == "a lot"


def test_one_undo_takes_back_a_whole_word_and_redo_brings_it(session: Session) -> None:
    for text in ("H", "He", "Hea"):
        session.edit("start.name", text)
    session.edit("start.offering", "Bread")
    session.undo()
    session.undo()
    assert session.plan.start.name == ""
    assert session.undo() is None
    session.redo()
    assert session.plan.start.name == "Hea"


Edit = tuple[str, str]
WAYS: dict[str, Callable[[Session, int], object]] = {
    "score": lambda s, n: s.edit(f"niche.ratings.scores.measurable.k{n % 3 + 1}", str(n % 6)),
    "no score": lambda s, n: s.edit(f"niche.ratings.scores.measurable.k{n % 3 + 1}", ""),
    "reason": lambda s, n: s.edit(f"value.swap.reasons.need.k{n % 3 + 1}", "because" * (n % 2)),
    "range": lambda s, n: s.edit("niche.price_range.low", ("30", "cheap", "")[n % 3]),
    "row's range": lambda s, n: s.edit(f"{first(s, 'risk.risks')}.impact_range.high", str(n)),
    "pick": lambda s, n: s.choose("niche.chosen", f"k{n % 3 + 1}"),
    "row's pick": lambda s, n: s.choose(f"{first(s, 'review.tests')}.assumption", "k1"),
    "several": lambda s, n: s.choose("differentiation.shows", ["service", "brand"][: n % 3]),
    "delete a candidate": lambda s, n: remove(s, "niche.candidates"),
    "delete a rival": lambda s, n: remove(s, "value.alternatives"),
    "delete a factor": lambda s, n: remove(s, "differentiation.factors"),
    "delete an assumption": lambda s, n: remove(s, "review.assumptions"),
    "copy": lambda s, n: s.duplicate("risk.risks", s.plan.risk.risks[0].id),
    "move": lambda s, n: s.move("risk.risks", s.plan.risk.risks[0].id, n % 3),
    "add": lambda s, n: s.add("niche.candidates", {"name": f"Candidate {n}"}),
    "depth": lambda s, n: s.set_depth(list(Depth)[n % 3]),
    "confirm": lambda s, n: s.confirm(("niche.exclusion", "value.swap", "risk.risks")[n % 3]),
}
"""One change of each sort."""


def first(session: Session, path: str) -> str:
    """The first row of a list; these lists are never emptied here."""
    return f"{path}.{session.plan.get(path)[0].id}"


def remove(session: Session, path: str) -> None:
    """Delete the last row, if it is not the only one."""
    rows = session.plan.get(path)
    if len(rows) > 1:
        session.remove(path, rows[-1].id)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ways=st.lists(st.tuples(st.sampled_from(sorted(WAYS)), st.integers(0, 50)), max_size=10))
def test_changes_of_every_sort_are_taken_back_and_made_again(
    places: Places, pack: Pack, ways: list[tuple[str, int]]
) -> None:
    plan = fullest()
    plan.id = new_id()
    session = Session(PlanFile.create(plan, places), pack, TODAY)
    steps = [whole(session)]
    for way, number in [("row's range", 7), *ways]:
        with suppress(Refusal):  # the row that was to be scored may be gone
            WAYS[way](session, number)
        session._last_change -= BURST  # each is a step of its own
        if whole(session) != steps[-1]:
            steps.append(whole(session))
    for before in reversed(steps[:-1]):
        assert session.undo() is not None
        assert whole(session) == before
    assert session.undo() is None
    for after in steps[1:]:
        assert session.redo() is not None
        assert whole(session) == after
    session.save()
    kept = read_plan(session.file.path)
    assert kept.model_dump(exclude={"changed"}) == session.plan.model_dump(exclude={"changed"})
    session.close()


def whole(session: Session) -> dict[str, Any]:
    """Everything that the plan holds."""
    return session.plan.model_dump(exclude={"changed"})


def test_a_deleted_row_takes_its_scores_its_picks_and_its_drafts_along(
    places: Places, pack: Pack
) -> None:
    session = Session(PlanFile.create(fullest(), places), pack, TODAY)
    session.edit("risk.risks.k2.soon", "next year")
    before = whole(session)
    assert "k2" in session.plan.value.swap.scores["need"]
    for path in ("value.alternatives", "review.assumptions", "risk.risks", "niche.candidates"):
        session.remove(path, "k2")
    session.remove("differentiation.factors", "k2")
    plan = session.plan
    assert plan.niche.chosen == ""
    assert all("k2" not in columns for columns in plan.value.swap.scores.values())
    assert all("k2" not in columns for columns in plan.value.swap.reasons.values())
    assert all("k2" not in columns for columns in plan.differentiation.levels.scores.values())
    assert "k2" not in plan.differentiation.levels.scores
    assert "k2" not in plan.differentiation.levels.reasons
    assert {test.assumption for test in plan.review.tests} == {""}
    assert {reason.risk for reason in plan.risk.reasons} == {""}
    assert plan.drafts == {}
    assert Plan.model_validate(plan.model_dump()).model_dump() == plan.model_dump()
    for _ in range(5):
        session.undo()
    assert whole(session) == before
    session.close()


@pytest.mark.parametrize("text", ["6", "-1", "2.5", "four", "1,000"])
def test_a_square_holds_nothing_but_its_scores(session: Session, text: str) -> None:
    path = "niche.ratings.scores.measurable.weight"
    session.edit(path, "3")
    problem = session.edit(path, text)
    assert problem
    assert session.problem(path) == problem
    assert session.plan.get(path) is None
    session.edit(path, "4")
    assert session.plan.get(path) == 4
    assert session.plan.drafts == {}


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["start.name", "niche.count", "risk.kill_date", "value.statement.need"]),
        st.sampled_from(["", "7", "1.850", "bread [/]", "2027-01-31", "é\n☃"]),
    ),
    max_size=12,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS)
def test_undoing_everything_gives_the_plan_as_it_was(
    places: Places, pack: Pack, edits: list[Edit]
) -> None:
    session = Session(PlanFile.create(Plan(), places), pack, TODAY)
    before = session.plan.model_dump(exclude={"changed"})
    for path, text in edits:
        session.edit(path, text)
    after = session.plan.model_dump(exclude={"changed"})
    while session.undo():
        pass
    assert session.plan.model_dump(exclude={"changed"}) == before
    while session.redo():
        pass
    assert session.plan.model_dump(exclude={"changed"}) == after
    session.close()


def test_saving_is_due_after_a_pause_and_at_the_latest_after_five_seconds(
    session: Session, clock: Clock
) -> None:
    assert session.save_in() is None
    session.edit("start.name", "H")
    assert session.save_in() == pytest.approx(PAUSE)
    for text in ("He", "Hea", "Hear", "Heart"):
        clock.now += 0.7
        session.edit("start.name", text)
        assert session.save_in() == pytest.approx(PAUSE)
    clock.now += LONGEST
    session.edit("start.name", "Hearth")
    assert session.save_in() == 0


def test_what_is_saved_is_on_disk(session: Session) -> None:
    session.edit("start.name", "Hearth")
    assert session.unsaved
    session.save()
    assert not session.unsaved
    assert read_plan(session.file.path).start.name == "Hearth"


def test_a_failed_save_stays_unsaved_and_the_next_one_heals_it(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.edit("start.name", "Hearth")

    def full(_plan: Plan) -> None:
        raise NotSaved("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(session.file, "save", full)
        with pytest.raises(NotSaved):
            session.save()
        assert session.unsaved
        assert session.trouble is not None
        session.flush()
        assert session.unsaved
    session.flush()
    assert not session.unsaved
    assert session.trouble is None


def test_typing_while_a_save_runs_is_saved_next(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = session.file.save
    session.edit("start.name", "Hearth")

    def slow(plan: Plan) -> None:
        really(plan)
        session.edit("start.offering", "Bread")

    with monkeypatch.context() as patch:
        patch.setattr(session.file, "save", slow)
        session.save()
    assert session.unsaved
    session.save()
    assert read_plan(session.file.path).start.offering == "Bread"


def test_a_check_that_takes_long_never_outlives_a_later_one(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = session.coach.check
    inside, go_on = threading.Event(), threading.Event()

    def slow(plan: Plan) -> tuple[Finding, ...]:
        found = really(plan)
        if not inside.is_set():
            inside.set()
            go_on.wait(30)
        return found

    monkeypatch.setattr(session.coach, "check", slow)
    row = "niche.candidates." + session.add("niche.candidates")
    session.edit(f"{row}.who", "dentists in Leeds with two to six chairs")
    first, second = (threading.Thread(target=session.check) for _ in range(2))
    first.start()
    inside.wait(30)
    session.edit(f"{row}.who", "everyone")
    second.start()
    second.join(0.5)  # it must wait for the first; where it does not, it is through by then
    go_on.set()
    first.join()
    second.join()
    assert "everyone" in [finding.quote for finding in session.findings]


def test_a_second_window_can_read_and_not_change(
    session: Session, places: Places, pack: Pack
) -> None:
    session.edit("start.name", "Hearth")
    session.save()
    other = Session(PlanFile.open(session.file.path, places), pack)
    assert "open in another window" in other.read_only
    assert other.text("start.name") == "Hearth"
    with pytest.raises(Refusal, match="open in another window"):
        other.edit("start.name", "mine")
    other.close()


def test_a_change_made_elsewhere_is_a_conflict_and_neither_side_is_lost(session: Session) -> None:
    session.edit("start.name", "Mine")
    session.save()
    path = session.file.path
    path.write_text(path.read_text("utf-8").replace("Mine", "Theirs"), "utf-8")
    session.edit("start.offering", "Bread")
    session.flush()
    assert session.conflict is not None
    assert read_plan(path).start.name == "Theirs"
    session.keep_mine()
    assert read_plan(path).start.name == "Mine"
    assert session.conflict is None

    path.write_text(path.read_text("utf-8").replace("Mine", "Theirs"), "utf-8")
    session.edit("start.offering", "Cake")
    session.flush()
    session.keep_theirs()
    assert session.plan.start.name == "Theirs"
    assert not session.unsaved


def test_depth_asks_more_and_loses_nothing(session: Session) -> None:
    few = session.progress.asked
    session.set_depth(Depth.INTERMEDIATE)
    more = session.progress.asked
    session.edit("start.strengths", "Twelve years of baking")
    session.set_depth(Depth.ADVANCED)
    most = session.progress.asked
    assert few < more < most
    session.edit("start.principles", "No night work")
    session.edit("niche.ratings.scores.can_pay.weight", "4")
    session.set_depth(Depth.FUNDAMENTALS)
    assert session.progress.asked == few
    session.save()
    kept = read_plan(session.file.path)
    assert kept.start.strengths == "Twelve years of baking"
    assert kept.start.principles == "No night work"
    assert kept.niche.ratings.score("can_pay", "weight") == 4


def test_a_finding_set_aside_stays_so_until_the_answer_changes(session: Session) -> None:
    record = session.add("niche.candidates", {"name": "All", "who": "Everyone", "need": "Bread"})
    session.choose("niche.chosen", record)
    who = f"niche.candidates.{record}.who"
    finding = next(f for f in session.check() if f.field == who)
    assert "Everyone" in finding.message
    with pytest.raises(Refusal, match="reason"):
        session.set_aside(finding, "  ")
    session.set_aside(finding, "We are the only shop on the island")
    again = next(f for f in session.findings if (f.rule, f.field) == (finding.rule, who))
    assert again.set_aside == "We are the only shop on the island"
    session.edit(who, "Everyone here")
    back = next(f for f in session.check() if (f.rule, f.field) == (finding.rule, who))
    assert back.open


def test_an_answer_longer_than_the_cap_is_refused_and_the_old_one_stays(session: Session) -> None:
    session.edit("start.offering", "Bread")
    with pytest.raises(Refusal, match="200,000"):
        session.edit("start.offering", "x" * 200_001)
    assert session.plan.start.offering == "Bread"


def test_figures_of_questions_that_are_not_asked_are_not_shown(session: Session) -> None:
    def shown() -> set[str]:
        return {result.key for result in session.results(flow.card("value.statement"))}

    assert shown() == {"words", "figures", "weakest"}
    session.set_depth(Depth.INTERMEDIATE)
    assert shown() == {"words", "figures", "weakest", "ten_words", "thirty_words"}
