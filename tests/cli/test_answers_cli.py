"""One answer at a time from the command line."""

import datetime as dt
import re

import pytest

from coach.plan import Plan
from coach.store.reading import read_plan


@pytest.fixture
def path(make):
    return make("Hearth & Crumb")


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("start.offering", "Bread by post", "Bread by post"),
        ("start.sector", "retail", "retail"),
        ("niche.exclusion", "Two\nlines", "Two\nlines"),
        ("niche.exclusion", "[b]not markup[/b] {x} %s", "[b]not markup[/b] {x} %s"),
        ("niche.count", "1 850", 1850),
        ("niche.count", "1.5k", 1500),
        ("niche.price", "€12.50", 12.5),
        ("niche.reach", "40 %", 40),
        ("niche.count_claim.status", "desk", "desk"),
        ("niche.count_claim.points", "7", 7),
        ("niche.count_range.low", "1,2k", 1200),
        ("value.statement.audience", "Coeliac runners", "Coeliac runners"),
        ("differentiation.fit.scores.importance.cost", "4", 4),
        ("differentiation.fit.reasons.importance.cost", "They ask", "They ask"),
        ("differentiation.supporting", "quality, service", ["quality", "service"]),
        ("risk.kill_date", "31 Jan 2027", dt.date(2027, 1, 31)),
    ],
)
def test_set_keeps_what_a_person_would_type(run, path, field, typed, kept):
    result = run("set", path.stem, field, typed)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith(f"{field} = ")
    assert read_plan(path).get(field) == kept


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("niche.count", "1 850", "niche.count = 1850"),
        ("niche.exclusion", "Two\nlines", "niche.exclusion = Two lines"),
        ("niche.exclusion", "a" * 300, f"niche.exclusion = {'a' * 199}…"),
        ("niche.count", "", "niche.count is empty now"),
        ("depth", "advanced", "depth = advanced"),
    ],
)
def test_set_says_what_was_set(run, path, field, typed, told):
    assert run("set", path.stem, field, typed).stderr == f"{told}\n"


def test_get_gives_back_what_set_took(run, path):
    for field, text in {"niche.count": "1850", "niche.exclusion": "Not\nthem"}.items():
        run("set", path.stem, field, text)
        assert run("get", path.stem, field).stdout == f"{text}\n"


def test_an_empty_value_takes_the_answer_away(run, path):
    run("set", path.stem, "niche.count", "5")
    assert run("set", path.stem, "niche.count", "").exit_code == 0
    assert read_plan(path).niche.count is None
    assert run("get", path.stem, "niche.count").stdout == "\n"


def test_a_dash_reads_standard_input(run, path):
    result = run("set", path.stem, "niche.exclusion", "-", input="One\r\ntwo – three\n".encode())
    assert result.exit_code == 0
    assert read_plan(path).niche.exclusion == "One\ntwo – three"


def test_a_value_that_begins_with_a_dash_is_a_value(run, path):
    assert run("set", path.stem, "niche.exclusion", "--", "-no").exit_code == 0
    assert read_plan(path).niche.exclusion == "-no"


def test_a_plus_adds_a_row_and_prints_where(run, path):
    result = run("set", path.stem, "niche.candidates.+.name", "Coeliac runners")
    assert result.exit_code == 0
    assert result.stderr == ""
    field = result.stdout.strip()
    assert re.fullmatch(r"niche\.candidates\.k[0-9a-f]{5}\.name", field)
    assert run("get", path.stem, field).stdout == "Coeliac runners\n"
    assert run("get", path.stem, "niche.candidates.1.name").stdout == "Coeliac runners\n"
    run("set", path.stem, "niche.candidates.1.evidence.status", "heard")
    assert read_plan(path).niche.candidates[0].evidence.status == "heard"


def test_a_row_is_chosen_by_position_name_or_id(run, path):
    for name in ("Runners", "Schools"):
        run("set", path.stem, "niche.candidates.+.name", name)
    first, second = (row.id for row in read_plan(path).niche.candidates)
    for text, chosen in (("2", second), ("runners", first), (second, second), ("", "")):
        assert run("set", path.stem, "niche.chosen", text).exit_code == 0
        assert read_plan(path).niche.chosen == chosen


@pytest.mark.parametrize("column", ["{id}", "1", "Dr. Who & sons", "dr. who & SONS"])
def test_a_square_goes_by_position_name_or_id(run, path, column):
    run("set", path.stem, "niche.candidates.+.name", "Dr. Who & sons")
    row = read_plan(path).niche.candidates[0].id
    square = f"niche.ratings.scores.measurable.{column.format(id=row)}"
    result = run("set", path.stem, square, "4")
    assert result.stderr == f"niche.ratings.scores.measurable.{row} = 4\n"
    assert read_plan(path).niche.ratings.scores == {"measurable": {row: 4}}
    assert run("get", path.stem, square).stdout == "4\n"


def test_two_rows_of_one_name_go_by_position(run, refused, path):
    for _ in range(2):
        run("set", path.stem, "niche.candidates.+.name", "Twin")
    said = refused(run("set", path.stem, "niche.ratings.scores.measurable.twin", "4"))
    assert "2 rows of niche.candidates" in said


def test_both_sides_of_a_table_can_be_rows(run, path):
    run("set", path.stem, "depth", "intermediate")
    run("set", path.stem, "differentiation.factors.+.name", "Speed")
    run("set", path.stem, "value.alternatives.+.name", "Excel")
    assert run("set", path.stem, "differentiation.levels.scores.speed.excel", "3").exit_code == 0
    assert run("get", path.stem, "differentiation.levels.scores.1.1").stdout == "3\n"
    lines = run("get", path.stem, "differentiation.levels").stdout.splitlines()
    assert [line.rpartition(": ")[2] for line in lines if not line.endswith(":")] == ["3"]


def test_a_row_is_chosen_inside_a_row(run, path):
    run("set", path.stem, "review.assumptions.+.statement", "They pay")
    run("set", path.stem, "review.tests.+.belief", "They pay")
    assert run("set", path.stem, "review.tests.1.assumption", "they pay").exit_code == 0
    plan = read_plan(path)
    assert plan.review.tests[0].assumption == plan.review.assumptions[0].id


def test_depth_can_be_set(run, path):
    assert run("set", path.stem, "depth", "intermediate").exit_code == 0
    assert run("get", path.stem, "depth").stdout == "intermediate\n"


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("niche.count", "many", "niche.count: a number is expected, such as 1850"),
        ("niche.reach", "140", "from 0 to 100"),
        ("niche.count", "-5", "0 or more"),
        ("risk.kill_date", "soon", "2027-01-31"),
        ("start.sector", "bakery", "technology, service"),
        ("niche.cuont", "5", "'count'"),
        ("nich.count", "5", "'niche'"),
        ("niche.candidates.1.name", "A", "'1' is unknown"),
        ("niche.candidates.+.nam", "A", "'name'"),
        ("niche.candidates.+", "A", "name, who, need"),
        ("niche.count.+.x", "A", "'+' is unknown"),
        ("niche.chosen", "Runners", "niche.candidates"),
        ("niche.count_claim", "desk", "status, source"),
        ("value.statement", "For …", "audience"),
        ("niche.count_range", "5", "set low, high"),
        ("niche.count_range.middle", "5", "'middle'"),
        ("niche.count_range.low", "lots", "niche.count_range.low: a number is expected"),
        ("niche.ratings", "5", "niche.ratings.scores.ROW.COLUMN"),
        ("niche.ratings.scores.measurable", "5", "scores.ROW.COLUMN"),
        ("niche.ratings.scores.measurable.1", "5", "no column '1'; expected weight"),
        ("niche.ratings.scores.mesurable.weight", "5", "no row 'mesurable'; expected measurable"),
        ("niche.ratings.scores.measurable.weight", "6", "from 0 to 5"),
        ("niche.ratings.points.measurable.weight", "6", "niche.ratings.scores.ROW.COLUMN"),
        ("differentiation.levels.scores.1.us", "5", "differentiation.factors first"),
        ("value.swap.scores.need.1", "1", "value.alternatives first"),
        ("depth", "deep", "fundamentals, intermediate, advanced"),
        ("id", "k12345", "id"),
        ("start.offering", "x" * 200_001, "200,000"),
    ],
)
def test_what_is_no_answer_is_refused_and_changes_nothing(run, refused, path, field, value, said):
    before = path.read_bytes()
    assert said in refused(run("set", path.stem, "--", field, value))
    assert path.read_bytes() == before


def test_a_bad_value_for_a_new_row_adds_no_row(run, refused, path):
    refused(run("set", path.stem, "niche.channels.+.people", "lots"))
    assert read_plan(path).niche.channels == []


def test_standard_input_that_is_no_text_is_refused(run, refused, path):
    said = refused(run("set", path.stem, "niche.exclusion", "-", input=b"\xff\xfe"))
    assert "UTF-8" in said


def test_get_lists_a_list_a_step_or_everything_with_paths(run, path):
    run("set", path.stem, "niche.candidates.+.name", "Runners")
    row = read_plan(path).niche.candidates[0].id
    rows = run("get", path.stem, "niche.candidates").stdout.splitlines()
    assert rows[0] == f"niche.candidates.{row}.name: Runners"
    step = run("get", path.stem, "niche").stdout
    everything = run("get", path.stem).stdout
    assert "niche.count:" in step.splitlines()
    assert "start.name" not in step
    assert step in everything
    assert "start.name: Hearth & Crumb\n" in everything


def test_get_sets_the_later_lines_of_an_answer_in(run, path):
    run("set", path.stem, "niche.exclusion", "One\ntwo")
    assert "niche.exclusion: One\n    two\n" in run("get", path.stem).stdout


def test_get_shows_what_was_half_typed(run, make):
    plan = Plan(drafts={"niche.count": "about 18"})
    path = make("Draft", **plan.model_dump(include={"drafts"}))
    assert run("get", path.stem, "niche.count").stdout == "about 18\n"


@pytest.mark.parametrize("field", ["niche.cuont", "niche.candidates.1", "nowhere", "niche..count"])
def test_get_of_no_field_is_refused(run, refused, path, field):
    assert field in refused(run("get", path.stem, field))
