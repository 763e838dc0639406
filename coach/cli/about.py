"""Commands about the program itself: its health, and the shell's completion."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click

from coach import __version__
from coach.cli.common import Setup, command, in_one_line, say, terminal
from coach.refusal import Refusal

LIBRARIES = ("textual", "pydantic", "click", "tomli-w", "tomlkit", "filelock", "platformdirs")
"""The libraries whose versions matter in a report of trouble."""
MOST_FAULTS = 20
"""More faults of a pack than these are counted, not listed."""


class Remark(NamedTuple):
    """One line of the report: what it is about, what was found, and whether that is wrong."""

    about: str
    found: str
    wrong: bool = False


@command("doctor", "coach doctor")
@click.pass_context
def doctor(context: click.Context) -> None:
    """Check paths, versions, terminal, pack and plans.

    The report is plain text and names no answers. The exit code is 1 if something is wrong.
    """
    setup = context.ensure_object(Setup)
    wrong = 0
    for remark in (*_versions(), *_terminal(), *_folders(setup), *_pack(setup), *_plans(setup)):
        mark = "WRONG" if remark.wrong else "ok"
        say(in_one_line(f"{mark:<5} | {remark.about}: {remark.found}"))
        wrong += remark.wrong
    context.exit(1 if wrong else 0)


def _versions() -> Iterator[Remark]:
    import platform
    from importlib.metadata import PackageNotFoundError, version

    yield Remark("coach", __version__)
    yield Remark("Python", f"{platform.python_version()} on {platform.platform(terse=True)}")
    for name in LIBRARIES:
        try:
            yield Remark(name, version(name))
        except PackageNotFoundError:
            yield Remark(name, "is not installed", wrong=True)


def _terminal() -> Iterator[Remark]:
    """What the terminal can do. Not being in one is no fault: reports are often piped."""
    import shutil

    if not (terminal(sys.stdin) and terminal(sys.stderr)):
        yield Remark("terminal", "none here, so coach opens no screen")
    size = shutil.get_terminal_size()
    small = " (60 × 18 or more is needed)" if size.columns < 60 or size.lines < 18 else ""
    yield Remark("size", f"{size.columns} × {size.lines}{small}")
    kind = os.environ.get("TERM", "")
    yield Remark("TERM", f"{kind or 'not set'}{' (cannot draw)' if kind in ('', 'dumb') else ''}")
    deep = os.environ.get("COLORTERM", "") in ("truecolor", "24bit")
    colour = "none, by NO_COLOR" if os.environ.get("NO_COLOR") else "16 million" if deep else "256"
    yield Remark("colours", colour)
    yield Remark("encoding", str(getattr(sys.stdout, "encoding", "unknown")))


def _folders(setup: Setup) -> Iterator[Remark]:
    places = setup.places()
    for name, folder in (("plans folder", places.plans), ("state folder", places.state)):
        yield Remark(name, *_writable(folder))
    yield _settings()


def _settings() -> Remark:
    """The settings file, and the pack that it chooses for new plans."""
    from coach.places import config_folder
    from coach.store.settings import Settings

    try:
        kept = Settings.load(config_folder())
    except Refusal as broken:
        return Remark("settings", str(broken), wrong=True)
    there = "" if kept.path.exists() else " (made when it is needed)"
    return Remark("settings", f"{kept.path}{there}: new plans use {kept.pack}")


def _writable(folder: Path) -> tuple[str, bool]:
    """The folder and whether it can be written, or made where there is none yet."""
    above = next(path for path in (folder, *folder.parents) if path.exists() or path.is_symlink())
    if not above.is_dir():
        return f"{folder}: {above} is no folder", True
    if not os.access(above, os.W_OK | os.X_OK):
        return f"{folder}: there is no permission to write in {above}", True
    return str(folder) if above == folder else f"{folder} (made when it is needed)", False


def _pack(setup: Setup) -> Iterator[Remark]:
    from coach.pack.check import faults

    try:
        choice = setup.shelf().of_new()
    except Refusal as broken:
        yield Remark("pack", str(broken), wrong=True)
        return
    if choice.notice:
        yield Remark("pack", choice.notice, wrong=True)
    pack = choice.pack
    yield Remark("pack", f"{pack.id} {pack.version} ({pack.title}, {pack.language}), {pack.root}")
    found = faults(pack)
    for fault in found[:MOST_FAULTS]:
        yield Remark("pack", str(fault), wrong=True)
    if len(found) > MOST_FAULTS:
        yield Remark("pack", f"and {len(found) - MOST_FAULTS} faults more", wrong=True)


def _plans(setup: Setup) -> Iterator[Remark]:
    from coach.store.library import Library
    from coach.store.recovery import recoveries

    places = setup.places()
    entries = Library(places).entries()
    yield Remark("plans", f"{len(entries)}")
    for entry in entries:
        if entry.trouble:
            yield Remark(entry.stem, entry.trouble, wrong=not entry.id)
    for copy in recoveries(places):
        yield Remark("unsaved copy", f"{copy.path}, of the plan with the id {copy.plan_id}")


@command("completion", "coach completion bash >> ~/.bashrc")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion script for a shell.

    Put it where your shell reads its settings; new shells then complete commands, plans,
    field paths and rules.
    """
    from click.shell_completion import get_completion_class

    from coach.cli.main import COMPLETE

    kind = get_completion_class(shell)
    if kind is not None:
        say(kind(context.find_root().command, {}, "coach", COMPLETE).source())
