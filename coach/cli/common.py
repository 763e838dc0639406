"""What all commands share: their common options, where to look, and how they speak."""

import contextlib
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from coach import __version__

if TYPE_CHECKING:
    from coach.pack.pack import Pack
    from coach.pack.shelf import Choice, Shelf
    from coach.places import Places
    from coach.plan import Plan


class Setup:
    """Where this call looks for plans and wording, as the options or the environment say.

    ``force`` opens a screen even in a terminal that says it cannot draw one.
    """

    __slots__ = ("_shelf", "_told", "force", "pack", "plans")

    def __init__(self) -> None:
        self.plans: str | None = None
        self.pack: str | None = None
        self.force = False
        self._shelf: Shelf | None = None
        self._told: set[str] = set()

    def places(self) -> "Places":
        """The folders of this call."""
        from coach.places import Places

        return Places.usual(self.plans)

    def shelf(self) -> "Shelf":
        """The packs that are known here. Settings that are broken are told, and left alone."""
        if self._shelf is None:
            from coach.pack.shelf import Shelf
            from coach.places import config_folder
            from coach.refusal import Refusal
            from coach.store.settings import Settings

            try:
                kept = Settings.load(config_folder())
            except Refusal as broken:
                self._tell(str(broken))
                self._shelf = Shelf(chosen=self.pack)
            else:
                self._shelf = Shelf(kept.folders, kept.pack, self.pack)
        return self._shelf

    def load_pack(self) -> "Pack":
        """The content pack for what belongs to no plan; raises ``Refusal`` for a bad ``--pack``."""
        return self._chosen(self.shelf().of_new())

    def pack_named(self, name: str, version: str = "") -> "Pack":
        """The content pack of plans that remember this one; raises as :meth:`load_pack` does."""
        return self._chosen(self.shelf().of_plan(name, version))

    def pack_of(self, plan: "Plan") -> "Pack":
        """The content pack that words ``plan``, which asks that pack's cards from now on.

        What keeps it from being the plan's own is told once, and the plan still remembers that.
        """
        from coach.walks import take_on

        choice = self.shelf().of_plan(plan.pack, plan.pack_version)
        if not choice.missing:
            take_on(plan, choice.pack)
        return self._chosen(choice)

    def _chosen(self, choice: "Choice") -> "Pack":
        if choice.notice:
            self._tell(choice.notice)
        return choice.pack

    def _tell(self, notice: str) -> None:
        if notice not in self._told:
            self._told.add(notice)
            tell(f"coach: {in_one_line(notice)}")


def _keep(context: click.Context, option: click.Parameter, value: str | None) -> None:
    """Remember a common option, given before or after the command's name."""
    if value is not None:
        setattr(context.ensure_object(Setup), str(option.name).removeprefix("common_"), value)


def _version(context: click.Context, _option: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        say(f"coach {__version__}")
        context.exit()


def common(with_environment: bool = False) -> list[click.Parameter]:
    """The options that every command takes; the environment is read once, by the group."""

    def folder(name: str, metavar: str, help_text: str) -> click.Option:
        variable = f"COACH_{name.upper()}"
        return click.Option(
            [f"--{name}", f"common_{name}"],  # commands have parameters of these names too
            metavar=metavar,
            envvar=variable if with_environment else None,
            help=f"{help_text} (or {variable}).",
            expose_value=False,
            callback=_keep,
        )

    return [
        folder("plans", "DIR", "Where the plans are"),
        folder("pack", "PACK", "The content pack: a folder, or a name"),
        click.Option(
            ["--version", "common_version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_version,
            help="Print the version and leave.",
        ),
    ]


COMMON = common(with_environment=True)
"""The common options as the group takes them."""


def command(name: str, example: str) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a function the command ``name``, with the common options and an example."""

    def make(function: Callable[..., Any]) -> click.Command:
        made = click.command(name, epilog=f"Example: {example}")(function)
        made.params += common()
        return made

    return make


def say(text: str, end: str = "\n") -> None:
    """Print data on standard output; a reader who has left already is no trouble."""
    try:
        click.echo(text + end, nl=False)
    except BrokenPipeError:
        quiet_stdout()


def tell(text: str) -> None:
    """Print words for people on standard error, where nobody listening is no trouble."""
    from coach.text import clean_text

    with contextlib.suppress(OSError):
        click.echo(clean_text(text), err=True)


def quiet_stdout() -> None:
    """Send standard output nowhere from now on: whoever read it has left.

    Without it Python would complain once more when it flushes at the end.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def in_one_line(text: str) -> str:
    """``text`` cleaned of control characters and line ends, to be shown in a terminal."""
    from coach.text import clean_text, one_line

    return one_line(clean_text(text))


def terminal(stream: Any) -> bool:
    """Whether ``stream`` is a terminal (not a pipe, not a file, not closed)."""
    try:
        return bool(stream and stream.isatty())
    except ValueError:
        return False
