"""The ``coach`` command: which commands there are, and how every one of them ends.

Nothing heavy is imported here: the table names commands and their short helps, so that
``--version`` and ``--help`` load click alone; a command's own file is imported when it runs.
"""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

import click

from coach.cli.common import COMMON, Setup, in_one_line, quiet_stdout, tell
from coach.refusal import Refusal

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMPLETE = "_COACH_COMPLETE"
"""The variable by which a shell's completion script asks for words."""

COMMANDS: dict[str, tuple[str, str]] = {
    "new": ("plans:new", "Make a plan and print its path."),
    "list": ("plans:list_plans", "List the plans with progress, findings and last change."),
    "show": ("documents:show", "Read a plan's brief, or the whole plan, in the terminal."),
    "get": ("answers:get", "Print one answer, or all answers with their field paths."),
    "set": ("answers:set_answer", "Change one answer."),
    "answer": ("answer:answer", "Answer question by question in plain lines."),
    "check": ("coaching:check", "Print what the coach finds in plans."),
    "explain": ("coaching:explain", "Explain a rule: what it finds, why, and how to fix it."),
    "guide": ("guide:guide", "Read the playbook: its contents, or the page of a topic."),
    "due": ("due:due", "List what has come due, and what will soon."),
    "export": ("documents:export", "Write a plan as a document."),
    "import": ("plans:import_plans", "Take TOML plans, or filled worksheets, into the library."),
    "history": ("versions:history", "List the kept versions of a plan."),
    "restore": ("versions:restore", "Bring back a kept version of a plan."),
    "diff": ("versions:diff", "Say in words what differs between two plans or versions."),
    "pack": ("packs:pack", "List, show, make, use and check content packs."),
    "doctor": ("about:doctor", "Check paths, versions, terminal, pack and plans."),
    "completion": ("about:completion", "Print the completion script for a shell."),
}
"""Every command: where it is (``file:function`` in this folder) and what it does."""

OPEN = "plans:open_plan"
"""What ``coach`` and ``coach PLAN`` run; it has no name of its own."""


class CoachGroup(click.Group):
    """Commands by name, from the table; any other first word is a plan to open."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The commands' names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with this name, imported now."""
        return _load(COMMANDS[cmd_name][0]) if cmd_name in COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names, else opening the plan of that name."""
        found = self.get_command(ctx, args[0])
        if found is not None:
            return args[0], found, args[1:]
        if args[0].startswith("-"):
            ctx.fail(f"no such option: {args[0]}")
        return "PLAN", _load(OPEN), args

    def collect_usage_pieces(self, _ctx: click.Context) -> list[str]:
        """What follows the program's name in the usage line."""
        return ["[OPTIONS]", "[PLAN | COMMAND [ARGS]...]"]

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, short) for name, (_, short) in COMMANDS.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Words for the shell: commands, then plans."""
        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        from click.shell_completion import CompletionItem

        from coach.cli.complete import plans

        words = [CompletionItem(n, help=s) for n, (_, s) in COMMANDS.items()]
        return [w for w in words if w.value.startswith(incomplete)] + plans(ctx, None, incomplete)

    def main(self, args: Sequence[str] | None = None, *_: Any, **__: Any) -> Any:
        """Run the program and leave with its exit code; see :func:`_run` for which."""
        sys.exit(self.ended(list(sys.argv[1:] if args is None else args)))

    def ended(self, args: list[str]) -> int:
        """Run the program to its end, all output included; gives its exit code."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):  # a plan is UTF-8, whatever the locale says
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        if asked := os.environ.get(COMPLETE):
            from click.shell_completion import shell_complete

            return _flushed(shell_complete(self, {}, "coach", COMPLETE, asked))
        return _flushed(_run(self, args))


def _load(where: str) -> click.Command:
    file, _, name = where.partition(":")
    command: click.Command = getattr(import_module(f"coach.cli.{file}"), name)
    return command


def _run(group: click.Group, args: list[str]) -> int:
    """Run one call and give its exit code; whatever goes wrong is one line on stderr.

    0: done. 1: done, and the answer is no. 2: the call is wrong, or something cannot be
    read or written. 130: interrupted.
    """
    try:
        with group.make_context("coach", args) as context:
            group.invoke(context)
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.UsageError as wrong:
        tell(f"coach: {_usage(wrong)}")
    except click.ClickException as wrong:
        tell(f"coach: {in_one_line(wrong.format_message())}")
    except (click.Abort, KeyboardInterrupt, EOFError):
        tell("coach: interrupted")
        return 130
    except Refusal as refused:
        tell(f"coach: {in_one_line(str(refused))}")
    except BrokenPipeError:
        quiet_stdout()
        return 0
    except OSError as error:
        tell(f"coach: {in_one_line(_os_error(error))}")
    except ImportError as error:
        tell(f"coach: a library is missing ({in_one_line(str(error))}); install coach again")
    except Exception as error:  # nobody should have to read a traceback; the note keeps it
        from coach.cli.crash import note
        from coach.places import Places

        tell(f"coach: {in_one_line(note(error, Places.usual(os.curdir).state))}")
    else:
        return 0
    return 2


def _flushed(code: int) -> int:
    """Bring the last words out while trouble with them can still be told; gives the code.

    There is no stream at all where it was closed before the program began.
    """
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        quiet_stdout()
    except OSError as error:
        quiet_stdout()
        tell(f"coach: standard output: {_os_error(error)}")
        return 2
    return code


def _usage(wrong: click.UsageError) -> str:
    """A wrong call in one line: what was wrong, and where the right one is described."""
    command = wrong.ctx.command_path if wrong.ctx else "coach"
    what = in_one_line(wrong.format_message()).rstrip(".")
    return f"{what[:1].lower()}{what[1:]} (see {command.removesuffix(' PLAN')} --help)"


def _os_error(error: OSError) -> str:
    """What the system refused, and for which file."""
    reason = error.strerror or str(error) or type(error).__name__
    return f"{error.filename}: {reason}" if error.filename else reason


def nearest(word: str) -> str:
    """The command that a mistyped ``word`` may mean; empty if none is near."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, COMMANDS, 1, 0.6)), "")


@click.group(
    cls=CoachGroup,
    params=[*COMMON, click.Option(["--force"], is_flag=True, help="Open even in a dumb terminal.")],
    invoke_without_command=True,
    epilog="Example: coach new bakery --offering 'Gluten-free bread by post' --open",
)
@click.pass_context
def coach(context: click.Context, force: bool) -> None:
    """Coach a founder from a vague market to a plan that stands up to questions.

    Without a word it opens the library of plans; with the name of a plan, or the path of a
    TOML file, it opens that plan.
    """
    context.ensure_object(Setup).force = force
    if context.invoked_subcommand is None:
        context.invoke(_load(OPEN), plan=None)


def main() -> None:
    """The entry point of the ``coach`` command.

    A call is over before collecting garbage would pay, and everything is written and closed
    when it ends: neither the collector nor the interpreter's own tidying is waited for. Both
    together are a sixth of a call's time.
    """
    gc.disable()
    # Looking for pydantic's plugins costs milliseconds, and none is wanted near a plan.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    code = coach.ended(sys.argv[1:])
    if sys.stderr is not None:
        sys.stderr.flush()
    os._exit(code)
