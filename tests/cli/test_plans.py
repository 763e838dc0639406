"""Whole plans from the command line: make, list, take in, open."""

import json
import os
import sys
import tomllib
from pathlib import Path

import pytest

from coach.cli import plans as plan_commands
from coach.cli.tally import Tally
from coach.pack.pack import Pack
from coach.plan import Plan
from coach.store.reading import read_plan


def test_new_prints_the_path_of_a_plan_that_can_be_read(run, tmp_path):
    result = run("new", "Hearth & Crumb", "--offering", "Bread by post", "--depth", "advanced")
    assert (result.exit_code, result.stderr) == (0, "")
    path = Path(result.stdout.rstrip("\n"))
    assert path.parent == tmp_path / "plans"
    plan = read_plan(path)
    assert (plan.start.name, plan.start.offering) == ("Hearth & Crumb", "Bread by post")
    assert plan.depth == "advanced"


def test_new_goes_where_plans_says(run, tmp_path):
    result = run("new", "One", "--plans", str(tmp_path / "elsewhere"))
    assert Path(result.stdout.strip()).parent == tmp_path / "elsewhere"


def test_new_from_an_example_is_a_plan_of_its_own(run, pack_folder):
    plan = Plan(id="k11111")
    plan.start.name, plan.value.promise = "Example", "Bread that arrives warm"
    (pack_folder / "examples").mkdir()
    from coach.store.form import dump

    (pack_folder / "examples" / "bread.toml").write_bytes(dump(plan))
    result = run("new", "Mine", "--from", "bread", "--pack", str(pack_folder))
    made = read_plan(result.stdout.strip())
    assert (made.start.name, made.value.promise) == ("Mine", "Bread that arrives warm")
    assert made.id != "k11111"
    assert made.pack == "mine"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["new", "  "], "a name is expected"),
        (["new", "A", "--from", "nosuch"], "no example 'nosuch'"),
        (["new", "A", "--depth", "deep"], "'advanced'"),
        (["new", "A", "--open"], "terminal"),
        (["import", "nosuch.toml"], "nosuch.toml"),
    ],
)
def test_what_cannot_be_made_is_refused_and_nothing_is_left(run, refused, tmp_path, words, said):
    assert said in refused(run(*words))
    assert not list((tmp_path / "plans").glob("*.toml"))


def test_list_says_what_each_plan_is_about(run, make):
    make("Hearth & Crumb")
    make("Alpine Tools")
    result = run("list")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert len(lines) == 2
    assert any("Hearth & Crumb" in line and "%" in line for line in lines)


def test_list_of_no_plans_is_empty_and_says_what_to_do(run):
    result = run("list")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "coach new" in result.stderr
    assert run("list", "--json").stdout == "[]\n"


def test_list_json_has_what_scripts_need(run, make):
    path = make("Hearth & Crumb", offering="Bread")
    (row,) = json.loads(run("list", "--json").stdout)
    assert row["plan"] == path.stem
    assert row["path"] == str(path)
    assert row["title"] == "Hearth & Crumb"
    assert row["offering"] == "Bread"
    assert 0 < row["progress"] < 1
    assert set(row["findings"]) == {"blocker", "flaw", "gap", "hint"}
    assert row["steps"].keys() >= {"niche", "value", "risk"}
    assert row["trouble"] == ""


def test_list_names_a_plan_that_cannot_be_read(run, make, tmp_path):
    make("Good")
    (tmp_path / "plans" / "bad.toml").write_text("schema_version = [", encoding="utf-8")
    result = run("list")
    assert result.exit_code == 0
    assert any(line.startswith("bad") and "bad.toml" in line for line in result.stdout.splitlines())


def test_list_cleans_file_names(run, make, tmp_path):
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "a\x1b]0;x\x07b.toml").write_text("x", encoding="utf-8")
    result = run("list")
    assert "\x1b" not in result.stdout
    assert "\x07" not in result.stdout


def test_findings_are_counted_anew_only_when_something_changed(make, home, monkeypatch):
    path = make("One")
    checked = []
    monkeypatch.setattr(Tally, "_check", lambda self, path: checked.append(path) or {"gap": 3})
    # The memory is written only after a real check; a stand-in stands for the coach.
    for expected in (1, 1):
        with Tally(home / "state", Pack()) as tally:
            monkeypatch.setattr(tally, "_coach", object())
            assert tally.counts(path) == {"gap": 3}
        assert len(checked) == expected
    os.utime(path, ns=(1, 1))
    with Tally(home / "state", Pack()) as tally:
        tally.counts(path)
    assert len(checked) == 2


@pytest.mark.parametrize("rubbish", ["", "[]", '{"mark": 1}', "{", '{"mark": null, "plans": []}'])
def test_a_damaged_memory_of_findings_is_none(make, home, monkeypatch, rubbish):
    path = make("One")
    monkeypatch.setattr(Tally, "_check", lambda self, path: {"gap": 1})
    tally = Tally(home / "state", Pack())
    tally._file.parent.mkdir(parents=True, exist_ok=True)
    tally._file.write_text(rubbish, encoding="utf-8")
    with Tally(home / "state", Pack()) as tally:
        assert tally.counts(path) == {"gap": 1}


def test_import_copies_and_prints_where_to(run, make, tmp_path):
    source = make("One").rename(tmp_path / "one.toml")
    before = source.read_bytes()
    result = run("import", str(source))
    assert result.exit_code == 0
    taken = Path(result.stdout.strip())
    assert taken.parent == tmp_path / "plans"
    assert tomllib.loads(taken.read_text(encoding="utf-8"))["start"]["name"] == "One"
    assert source.read_bytes() == before


def test_import_goes_on_after_a_file_it_cannot_read(run, make, tmp_path):
    source = make("One").rename(tmp_path / "one.toml")
    result = run("import", str(tmp_path / "nosuch.toml"), str(source))
    assert result.exit_code == 2
    assert result.stdout.count("\n") == 1
    assert result.stderr.count("\n") == 1


class Started(Exception):
    """Says that the app would have started."""


@pytest.fixture
def app(monkeypatch):
    """A stand-in for the app, and a terminal to start it in; gives the calls."""
    calls = []
    stand_in = type(sys)("coach.tui.app")
    stand_in.run = lambda places, pack, plan_path, shelf: calls.append(plan_path) or 0
    monkeypatch.setitem(sys.modules, "coach.tui.app", stand_in)
    monkeypatch.setattr(plan_commands, "terminal", lambda stream: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    return calls


def test_coach_opens_the_library(run, app):
    assert run().exit_code == 0
    assert app == [None]


def test_coach_plan_opens_that_plan(run, app, make, tmp_path):
    path = make("Hearth & Crumb")
    for word in (path.stem, str(path), "hearth"):
        assert run(word).exit_code == 0
    assert app == [path, path, path]


def test_the_apps_exit_code_is_the_programs(run, app):
    sys.modules["coach.tui.app"].run = lambda places, pack, plan_path, shelf: 1
    assert run().exit_code == 1


def test_new_open_opens_what_it_made(run, app):
    result = run("new", "One", "--open")
    assert app == [Path(result.stdout.strip())]


@pytest.mark.parametrize("term", ["", "dumb"])
def test_a_terminal_that_cannot_draw_is_refused_unless_forced(
    run, refused, app, make, monkeypatch, term
):
    monkeypatch.setenv("TERM", term)
    path = make("One")
    for words in ([], [path.stem]):
        assert "--force" in refused(run(*words))
    assert app == []
    for words in (["--force"], [path.stem, "--force"], ["--force", path.stem]):
        assert run(*words).exit_code == 0
    assert app == [None, path, path]


def test_nothing_opens_without_a_terminal(run, refused, make):
    said = refused(run(make("One").stem))
    assert "coach list" in said
    assert "coach --help" in said


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("lst", "'coach list'"),
        ("exprot", "'coach export'"),
        ("nosuchthing", "coach --help"),
        ("nosuch/plan.toml", "nosuch/plan.toml"),
    ],
)
def test_a_word_that_is_neither_plan_nor_command(run, refused, app, word, said):
    assert said in refused(run(word))
    assert app == []


def test_what_cannot_be_read_is_refused_before_the_screen_is_drawn(run, refused, app, tmp_path):
    bad = tmp_path / "bad.toml"
    bad.write_text("schema_version = 'x'", encoding="utf-8")
    refused(run(str(bad)))
    refused(run("--pack", str(tmp_path / "nowhere")))
    assert app == []
