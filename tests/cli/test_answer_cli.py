"""The walk in plain lines: the same plan comes out as through the session that the app uses."""

import contextlib
import datetime as dt
import json
import os
import subprocess
import sys

import pytest

from coach import flow
from coach.answers import show
from coach.cli import answer as module
from coach.cli.answer import COMMANDS, STEPS
from coach.cli.stops import NEW, stops
from coach.pack.pack import Pack
from coach.places import Places
from coach.plan import STEP_KEYS, Plan, record_type
from coach.questions import Kind
from coach.session import Session
from coach.store.files import PlanFile
from coach.store.form import tree_of
from coach.store.reading import read_plan
from coach.store.rebase import plan_from_example
from coach.units import LARGEST, bounds
from coach.walks import take_on

EXAMPLES = {example.name: example for example in Pack.open().examples()}


@pytest.fixture
def path(make):
    return make("Hearth & Crumb")


def talk(run, path, *lines, step=""):
    """What ``coach answer`` says to these lines."""
    more = ("--step", step) if step else ()
    return run("answer", path.stem, *more, input="".join(f"{line}\n" for line in lines))


def lines_of(plan):
    """What a person types, line by line, to answer all of ``plan``."""
    for stop in stops(plan):
        if stop.rows:
            yield ""
            continue
        value = plan.get(stop.path)
        text = show(value)
        if text and stop.part.pick:
            text = str([row.id for row in plan.get(stop.part.pick)].index(value) + 1)
        if not stop.part.keeps_lines or not text:
            yield f"\\{text}" if text in COMMANDS else text
            continue
        for line in text.split("\n"):
            yield line or "\\"
        yield ""


def typed_into_a_session(plan, places):
    """The file that the same answers give through the session, as the app's fields give them."""
    file = PlanFile.create(Plan(depth=plan.depth), places)
    take_on(file.plan, Pack.open())
    session = Session(file, Pack.open())
    ids = {}
    for stop in stops(plan):
        text = show(plan.get(stop.path)) if not stop.rows else ""
        if not text:
            continue
        path = stop.path
        rows, row = stop.row
        if row and row not in ids:
            ids[row] = session.add(rows)
        for old, new in ids.items():
            path = path.replace(f".{old}", f".{new}")
        if stop.part.kind is Kind.CHOICE:
            value = plan.get(stop.path)
            session.choose(path, ids.get(value, value) if stop.part.pick else value)
        else:
            assert session.edit(path, text) == ""
    session.close()
    return file.path


def without_ids(file):
    """A plan's answers as text, each id by the order in which it appears."""
    tree = tree_of(read_plan(file))
    rows = [row["id"] for step in STEP_KEYS for key in tree.get(step, {}).values()
            if isinstance(key, list) for row in key if isinstance(row, dict)]  # fmt: skip
    told = json.dumps({**tree, "id": "", "created": "", "changed": "", "looked": ""}, default=str)
    for number, row in enumerate(rows):
        told = told.replace(row, f"row{number}")
    return json.dumps(json.loads(told), sort_keys=True)  # squares stand in the order of ids


def every_answer():
    """A plan at Advanced in which every question is answered, of every kind."""
    plan = Plan(depth="advanced")
    for step in STEPS:  # in order: what comes later cannot be chosen yet
        for path, rows in plan.records():
            if path.startswith(f"{step}."):
                rows.extend(record_type(path)() for _ in range(2))
        for number, stop in enumerate(each for each in stops(plan, step) if not each.rows):
            plan.put(stop.path, sample(plan, stop, number))
    return plan


def sample(plan, stop, number):
    part = stop.part
    match part.kind:
        case Kind.NUMBER:
            _, most, whole = bounds(part.unit)
            return min(number + 1, most) if most < LARGEST or whole else number + 1.5
        case Kind.DATE:
            return dt.date(2027, 1, 1) + dt.timedelta(number)
        case Kind.CHOICE if part.pick:
            place = flow.place(stop.path)
            rows = [r.id for r in plan.get(part.pick) if r.id != place.record]
            return rows[0] if rows else ""
        case Kind.CHOICE:
            return list(part.options[: min(2, part.most)]) if part.most > 1 else part.options[-1]
    return f"Line {number}\n\n  and - more" if part.keeps_lines else f"Answer {number}, “–” [x]"


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_whole_plan_typed_in_lines_is_the_one_that_the_app_keeps(run, make, tmp_path, name):
    wanted = plan_from_example(EXAMPLES[name])
    wanted.depth = "fundamentals"
    path = make("")
    result = talk(run, path, *lines_of(wanted))
    assert result.exit_code == 0
    assert "That was the last question" in result.stdout
    other = typed_into_a_session(wanted, Places(tmp_path / "other", tmp_path / "state"))
    assert without_ids(path) == without_ids(other)
    assert read_plan(path).niche.chosen in [row.id for row in read_plan(path).niche.candidates]


def test_every_question_of_every_kind_can_be_answered_in_lines(run, make, tmp_path):
    wanted = every_answer()
    for reason in wanted.risk.reasons:
        reason.risk = ""  # the risks come after it
    wanted.review.decisions[0].supersedes = ""
    kinds = {flow.place(stop.path).field.kind for stop in stops(wanted)}
    assert kinds == set(Kind)
    path = make("", depth="advanced")
    result = talk(run, path, *lines_of(wanted))
    assert result.exit_code == 0, result.output
    other = typed_into_a_session(wanted, Places(tmp_path / "other", tmp_path / "state"))
    assert without_ids(path) == without_ids(other)
    assert flow.progress(read_plan(path)).asked > 140


def test_the_end_of_the_input_keeps_what_was_said(run, path):
    result = talk(run, path, "Hearth", "Bread by post")
    assert result.exit_code == 0
    assert str(path) in result.stderr
    assert read_plan(path).start.offering == "Bread by post"


@pytest.fixture
def interrupt(run, path, monkeypatch):
    """Answer with these lines, then Ctrl-C."""

    def call(*lines, step):
        typed = iter(lines)

        def read(_prompt):
            try:
                return next(typed)
            except StopIteration:
                raise KeyboardInterrupt from None

        monkeypatch.setattr(module, "input", read, raising=False)
        return run("answer", path.stem, "--step", step)

    return call


def test_an_interruption_keeps_what_was_said_and_ends_with_130(interrupt, path):
    result = interrupt("Hearth", "Bread by post", step="start")
    assert result.exit_code == 130
    assert f"saved in {path}, all but a line that was still being typed\n" in result.stderr
    assert "everything" not in result.stderr
    assert read_plan(path).start.offering == "Bread by post"


def test_an_interruption_inside_a_long_answer_keeps_its_lines(interrupt, path):
    asked = stops(read_plan(path), "risk")
    before = [""] * next(n for n, stop in enumerate(asked) if stop.path == "risk.kill")
    assert interrupt(*before, "Fewer than ten", "by May", step="risk").exit_code == 130
    assert read_plan(path).risk.kill == "Fewer than ten\nby May"


def test_an_empty_line_keeps_the_answer_and_goes_on(run, path):
    result = talk(run, path, "", "Bread", ".")
    assert "Now: Hearth & Crumb" in result.stdout
    assert read_plan(path).start.name == "Hearth & Crumb"
    assert read_plan(path).start.offering == "Bread"


def test_signs_go_back_empty_leave_and_can_be_answers(run, path):
    result = talk(run, path, "Hearth", "<", "-", "\\.", ".")
    assert result.stdout.count("\nName\n") == 2
    plan = read_plan(path)
    assert (plan.start.name, plan.start.offering) == ("", ".")


def test_the_guide_is_printed_and_the_question_stays(run, path):
    result = talk(run, path, "?", "Hearth", ".")
    assert "Fundamentals" in result.stdout
    assert read_plan(path).start.name == "Hearth"


def test_a_card_can_be_skipped(run, path):
    result = talk(run, path, ">", "Wide market", ".")
    assert read_plan(path).start.market == "Wide market"
    assert result.exit_code == 0


def test_what_is_no_number_is_told_kept_and_asked_again(run, path):
    names = [stop.path for stop in stops(read_plan(path), "niche")]
    to_count = [""] * names.index("niche.count")
    result = talk(run, path, *to_count, "lots", ".", step="niche")
    assert "a number is expected, such as 1850" in result.stdout
    assert read_plan(path).drafts == {"niche.count": "lots"}
    result = talk(run, path, *to_count, "1 850", ".", step="niche")
    assert "Now: lots" in result.stdout
    assert read_plan(path).niche.count == 1850
    assert read_plan(path).drafts == {}


@pytest.mark.parametrize("typed", ["4", "retail", "Retail and food", "RETAIL"])
def test_a_choice_goes_by_number_key_or_name(run, path, typed):
    result = talk(run, path, ">", "", "9", "bakery", typed, ".")
    assert result.stdout.count("is no choice; a number from 1 to 5 is expected") == 2
    assert read_plan(path).start.sector == "retail"


def test_rows_are_added_asked_and_taken_away(run, path):
    talk(run, path, "Shops", "", "", "", "", "", "", "Bars", ".", step="niche")
    assert [row.name for row in read_plan(path).niche.candidates] == ["Shops", "Bars"]
    result = talk(run, path, "", "--", ".", step="niche")
    assert "row 1 (Shops): Who exactly" in result.stdout
    assert [row.name for row in read_plan(path).niche.candidates] == ["Bars"]
    assert "no row here" in talk(run, path, "--", ".").stdout


def test_no_row_is_added_for_an_answer_that_is_too_long(run, path):
    result = talk(run, path, "x" * 200_001, ".", step="niche")
    assert "200,000" in result.stdout
    assert read_plan(path).niche.candidates == []


def test_emptying_how_a_claim_is_known_leaves_it_assumed(run, make):
    row = {"id": "kab", "name": "Shops", "evidence": {"status": "heard"}}
    path = make("A", niche={"candidates": [row]})
    talk(run, path, "", "", "", "-", ".", step="niche")
    assert read_plan(path).niche.candidates[0].evidence.status == "assumed"


def test_a_row_of_a_table_can_be_answered_in_one_line(run, make):
    rows = [{"id": "ka", "name": "Shops"}, {"id": "kb", "name": "Bars"}]
    path = make("A", depth="intermediate", niche={"candidates": rows})
    names = [stop.path for stop in stops(read_plan(path), "niche")]
    before = [""] * names.index("niche.ratings.scores.measurable.weight")
    result = talk(run, path, *before, "5 4 3", "2", ".", step="niche")
    assert "Measurable, Shops" not in result.stdout
    assert "Substantial, Shops" in result.stdout
    scores = read_plan(path).niche.ratings.scores
    assert scores == {"measurable": {"weight": 5, "ka": 4, "kb": 3}, "substantial": {"weight": 2}}


def test_two_figures_for_the_last_square_of_a_row_are_no_score(run, make):
    path = make("A", depth="intermediate", niche={"candidates": [{"id": "ka", "name": "Shops"}]})
    names = [stop.path for stop in stops(read_plan(path), "niche")]
    square = "niche.ratings.scores.measurable.ka"
    result = talk(run, path, *[""] * names.index(square), "0 4", ".", step="niche")
    assert "a number is expected, such as 4" in result.stdout
    plan = read_plan(path)
    assert (plan.drafts, plan.niche.ratings.scores) == ({square: "0 4"}, {})


def test_results_with_formula_and_findings_follow_a_card(run, make):
    size = {"count": 1000, "reach": 50, "adoption": 10, "price": 100, "orders": 12,
            "unit_cost": 20, "fixed_cost": 30000}  # fmt: skip
    path = make("A", niche={**size, "candidates": [{"id": "ka", "name": "Everyone"}]})
    said = talk(run, path, *[""] * 40, step="niche").stdout
    assert "500 = 1,000 × 50 % (" in said
    assert "Coach, " in said


def test_an_earlier_answer_is_offered_and_taken(run, make):
    path = make("A", niche={"candidates": [{"id": "ka", "name": "Shops"}], "chosen": "ka"})
    names = [stop.path for stop in stops(read_plan(path), "value")]
    before = [""] * names.index("value.statement.audience")
    said = talk(run, path, *before, "=", ".", step="value").stdout
    assert "= takes: Shops" in said
    assert read_plan(path).value.statement.audience == "Shops"
    assert "no earlier answer" in talk(run, path, "=", ".").stdout


def test_a_change_above_is_told_and_can_be_confirmed(run, make):
    rows = [{"id": "ka", "name": "Shops"}, {"id": "kb", "name": "Bars"}]
    path = make("A", niche={"candidates": rows, "chosen": "ka", "exclusion": "Chains"})
    run("set", path.stem, "niche.chosen", "kb")
    names = [stop.path for stop in stops(read_plan(path), "niche")]
    before = [""] * names.index("niche.exclusion")
    said = talk(run, path, *before, "!", "<", ".", step="niche").stdout
    assert said.count("Worth another look: Your niche has changed") == 1
    assert "rests on no other" in talk(run, path, "!", ".").stdout


def test_one_step_alone_is_asked(run, path):
    said = talk(run, path, *[""] * 10, step="start").stdout
    assert "That was the last question" in said
    assert "Niche:" not in said
    assert "'bakery' is not one of" in run("answer", path.stem, "--step", "bakery").stderr
    assert STEPS == STEP_KEYS


def test_nothing_moves_the_cursor_or_colours_anything(run, path):
    said = talk(run, path, *[""] * 200).stdout
    assert "\x1b" not in said
    assert "\r" not in said


def test_every_list_begins_with_a_text():
    """A row is begun by its first answer, so that has to be one that can be typed."""
    for depth in ("fundamentals", "intermediate", "advanced"):
        new = [stop for stop in stops(Plan(depth=depth)) if stop.rows]
        assert new
        assert {stop.part.kind for stop in new} == {Kind.TEXT}
        assert not any(stop.part.keeps_lines for stop in new)
        assert all(f".{NEW}." in stop.path for stop in new)


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("kind", ["dumb", "xterm-256color"])
def test_on_a_terminal_it_is_plain_lines_too(path, kind):
    main, other = os.openpty()
    talk = subprocess.Popen(
        [sys.executable, "-m", "coach", "answer", path.stem],
        stdin=other,
        stdout=other,
        stderr=other,
        env={**os.environ, "TERM": kind},
    )
    os.close(other)
    said = b""
    for wanted, typed in ((b"\nName\r\n", b"Hearth\n"), (b"What you sell", b"\x04")):
        while wanted not in said or not said.endswith(b"> "):
            said += os.read(main, 10_000)
        os.write(main, typed)
    with contextlib.suppress(OSError):  # the other end has left
        while more := os.read(main, 10_000):
            said += more
    os.close(main)
    assert talk.wait(60) == 0
    assert b"\x1b" not in said
    assert b"saved in" in said
    assert read_plan(path).start.name == "Hearth"
