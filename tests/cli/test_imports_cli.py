"""What each command loads: the screen never, the models only where answers are read."""

import subprocess
import sys

import pytest

HEAVY = ("pydantic", "jinja2", "markdown_it", "tomlkit", "tomllib", "coach.plan", "coach.pack.pack")
QUICK = ("dataclasses", "difflib", "pathlib", "click.shell_completion")
"""Small things that the quickest calls do without too."""

SCREEN = ("textual", "rich", "coach.tui")


def loaded(*words):
    """The heavy modules that a call has loaded when it ends."""
    code = (
        "import sys\n"
        "from coach.cli.main import coach\n"
        f"code = coach.ended({list(words)!r})\n"
        "print(*sorted(sys.modules), sep='\\n', file=sys.stderr)\n"
        "sys.exit(code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        stdin=subprocess.DEVNULL,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, set(done.stderr.split())


@pytest.mark.parametrize(
    "words",
    [["--version"], ["--help"], ["list", "--help"], ["export", "--help"], ["completion", "zsh"]],
    ids=" ".join,
)
def test_words_about_the_program_load_nothing_heavy(words):
    code, modules = loaded(*words)
    assert code == 0
    assert not modules & {*HEAVY, *SCREEN}


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_the_quickest_calls_load_click_and_little_else(word):
    _, modules = loaded(word)
    assert not modules & {*HEAVY, *SCREEN, *QUICK}


@pytest.mark.parametrize(
    "words",
    [
        ["list"],
        ["show", "{}"],
        ["get", "{}"],
        ["set", "{}", "niche.count", "5"],
        ["answer", "{}"],
        ["due"],
        ["export", "{}", "--form", "worksheet"],
        ["check", "{}"],
        ["explain", "NI01"],
        ["guide"],
        ["guide", "--search", "size"],
        ["export", "{}"],
        ["history", "{}"],
        ["diff", "{}", "{}"],
        ["doctor"],
        ["new", "Two"],
        ["get", "nosuch"],
    ],
    ids=" ".join,
)
def test_no_command_loads_the_screen(make, words):
    path = make("One")
    _, modules = loaded(*(word.format(path.stem) for word in words))
    assert not modules & set(SCREEN)


def test_a_list_that_was_read_before_needs_no_models(make):
    make("One")
    first, _ = loaded("list")
    code, modules = loaded("list")
    assert (first, code) == (0, 0)
    assert "pydantic" not in modules
    assert "coach.plan" not in modules


@pytest.mark.parametrize("word", ["niche.size", "glossary", "rules.niche.NI01", "glossary#niche"])
def test_a_page_of_the_playbook_needs_no_models(word):
    code, modules = loaded("guide", word)
    assert code == 0
    assert not modules & {"pydantic", "coach.plan", "markdown_it", *SCREEN}


def test_only_a_calendar_needs_the_calendar_library(make):
    make("One")
    _, modules = loaded("due")
    assert "icalendar" not in modules
    _, modules = loaded("due", "--ics", "-")
    assert "icalendar" in modules


def test_a_brief_needs_no_rules(make):
    _, modules = loaded("export", make("One").stem)
    assert "coach.coaching.engine" not in modules
    assert "jinja2" not in modules
