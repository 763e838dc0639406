"""The command as a whole: its help, its table, its ends."""

import importlib
import re
import shlex

import click
import pytest

from coach import __version__
from coach.cli.main import COMMANDS, OPEN, coach

COMMON = ("--plans", "--pack", "--version", "--help")


def load(where: str) -> click.Command:
    file, _, name = where.partition(":")
    found = getattr(importlib.import_module(f"coach.cli.{file}"), name)
    assert isinstance(found, click.Command)
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_table_and_commands_say_the_same(name):
    where, short = COMMANDS[name]
    command = load(where)
    assert command.name == name
    assert (command.help or "").splitlines()[0] == short


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_an_example_and_the_common_options(run, name):
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"Example: coach {name}" in result.stdout
    for option in COMMON:
        assert option in result.stdout


def test_every_example_is_a_call_that_parses(run):
    for name, (where, _) in COMMANDS.items():
        example = (load(where).epilog or "").removeprefix("Example: coach ")
        words = re.split(r" [|>]", example)[0]
        first, *rest = shlex.split(words)
        assert first == name
        load(where).make_context(name, rest)


def test_help_lists_every_command_with_its_short_help(run):
    result = run("--help")
    assert result.exit_code == 0
    for name, (_, short) in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(short)}$", result.stdout, re.M)
    assert "Example: coach" in result.stdout
    assert "COACH_PLANS" in result.stdout
    assert "COACH_PACK" in result.stdout


@pytest.mark.parametrize("words", [["--version"], ["list", "--version"]])
def test_version(run, words):
    result = run(*words)
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"coach {__version__}\n", "")


def test_common_options_work_before_and_after_the_command():
    for words in (["--plans", "here", "list"], ["list", "--plans", "here"]):
        with coach.make_context("coach", list(words)) as context:
            _, command, rest = coach.resolve_command(context, [*context._protected_args])
            assert command is not None
            with command.make_context("list", [*rest, *context.args], parent=context):
                assert context.obj.plans == "here"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--foo"], "no such option '--foo'"),
        (["list", "--jsn"], "--json"),
        (["get"], "missing argument 'plan'"),
        (["completion", "tcsh"], "'bash', 'zsh', 'fish'"),
        (["list", "one", "two"], "unexpected extra arguments"),
        (["check", "--format", "yaml", "x"], "'text', 'json'"),
    ],
)
def test_a_wrong_call_is_one_line_and_2(run, words, said):
    result = run(*words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("coach: ")
    assert said in result.stderr.lower()
    assert "--help" in result.stderr


@pytest.mark.parametrize(
    "words", [["chekc", "rind"], ["chekc", "rind", "--level", "flaw"], ["chekc", "--level", "gap"]]
)
def test_a_mistyped_command_is_named_with_the_nearest(run, make, words, refused):
    make("Rind")
    assert refused(run(*words)) == (
        "coach: there is no command or plan 'chekc'; did you mean 'coach check'?\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["rind", "x"], "got unexpected extra argument (x)"),
        (["rind", "--frce"], "no such option '--frce'. Did you mean '--force'?"),
        (["qqq", "x"], "there is no command or plan 'qqq'; coach --help lists the commands"),
    ],
)
def test_nothing_follows_a_plan(run, make, words, said, refused):
    make("Rind")
    assert said in refused(run(*words))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_ask_coach(run, shell):
    result = run("completion", shell)
    assert result.exit_code == 0
    assert "_COACH_COMPLETE" in result.stdout


def test_python_m_coach_is_the_command(process):
    assert process("--version").stdout == f"coach {__version__}\n"


def test_open_has_no_name_of_its_own():
    assert "open" not in COMMANDS
    assert load(OPEN).name == "open"
