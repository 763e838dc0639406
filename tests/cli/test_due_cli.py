"""What has come due, from the command line."""

import datetime as dt
import json

import pytest
from icalendar import Calendar

from coach.cli.due import PROMISED


def day(days):
    return dt.date.today() + dt.timedelta(days=days)


@pytest.fixture
def path(make):
    tests = [
        {"id": "ka", "belief": "They pay", "due": day(5)},
        {"id": "kb", "belief": "They stay", "due": day(-3)},
        {"id": "kc", "belief": "They tell others", "due": day(31)},
    ]
    return make("Hearth & Crumb", review={"tests": tests, "next_review": day(0)})


def test_lines_are_listed_by_day_and_marked(run, path):
    result = run("due", path.stem)
    assert (result.exit_code, result.stderr) == (0, "")
    first, second, third = result.stdout.splitlines()
    assert first.startswith(f"{day(-3)} overdue ")
    assert "They stay" in first
    assert second.startswith(f"{day(0)} today ")
    assert third.startswith(f"{day(5)}  ")
    assert path.stem in third
    assert "They tell others" not in result.stdout


@pytest.mark.parametrize(("within", "lines"), [("0", 2), ("4", 2), ("5", 3), ("31", 4)])
def test_how_far_ahead_can_be_said(run, path, within, lines):
    assert len(run("due", "--within", within).stdout.splitlines()) == lines


def test_without_a_name_all_plans_are_listed(run, make, path):
    other = make("Rind", review={"next_review": day(1)})
    lines = run("due").stdout.splitlines()
    assert len(lines) == 4
    assert other.stem in lines[2]
    assert len(run("due", other.stem).stdout.splitlines()) == 1


def test_nothing_due_is_said_and_is_no_failure(run, make):
    make("Rind")
    result = run("due")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "nothing is due within 30 days\n"


def test_json_has_what_is_promised(run, path):
    rows = json.loads(run("due", "--json").stdout)
    assert [list(row) for row in rows] == [["plan", *PROMISED]] * 3
    assert rows[0] == {
        "plan": path.stem,
        "path": "review.tests.kb.due",
        "day": day(-3).isoformat(),
        "days": -3,
        "overdue": True,
        "kind": rows[0]["kind"],
        "label": rows[0]["label"],
        "name": "They stay",
    }
    assert not rows[1]["overdue"]
    assert json.loads(run("due", "--within", "0", "--json").stdout)[1]["days"] == 0


def test_a_calendar_has_all_lines_however_far_ahead(run, refused, path, tmp_path):
    target = tmp_path / "due.ics"
    result = run("due", "--ics", str(target))
    assert (result.exit_code, result.stdout) == (0, "")
    assert str(target) in result.stderr
    events = Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == [day(-3), day(0), day(5), day(31)]
    assert "--force" in refused(run("due", "--ics", str(target)))
    assert run("due", "--ics", str(target), "--force").exit_code == 0


def test_a_calendar_can_go_to_standard_output(run, path):
    result = run("due", "--ics", "-")
    assert (result.exit_code, result.stderr) == (0, "")
    assert len(Calendar.from_ical(result.stdout_bytes).walk("VEVENT")) == 4


def test_a_calendar_and_json_cannot_share_standard_output(run, refused, path):
    assert "standard output" in refused(run("due", "--ics", "-", "--json"))


def test_a_plan_that_is_not_there_is_refused(run, refused, path):
    assert "no plan 'nosuch'" in refused(run("due", "nosuch"))


def test_a_plan_that_cannot_be_read_is_told_and_the_others_are_listed(run, path):
    (path.parent / "broken.toml").write_text("x = \n", encoding="utf-8")
    result = run("due")
    assert result.exit_code == 2
    assert "broken.toml" in result.stderr
    assert len(result.stdout.splitlines()) == 3


def test_the_only_plan_that_is_named_and_cannot_be_read_is_refused(run, refused, path):
    (path.parent / "broken.toml").write_text("x = \n", encoding="utf-8")
    assert "broken.toml" in refused(run("due", "broken"))
    result = run("due", "broken", path.stem)
    assert result.exit_code == 2
    assert len(result.stdout.splitlines()) == 3
