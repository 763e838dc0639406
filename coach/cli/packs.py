"""Commands about content packs: which there are, what they change, make one, use one, check one."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coach.cli.common import Setup, command, common, in_one_line, say, tell
from coach.cli.complete import packs
from coach.refusal import Refusal

if TYPE_CHECKING:
    from coach.pack.changes import Changes
    from coach.pack.fault import Fault
    from coach.pack.pack import Pack
    from coach.pack.shelf import Known, Shelf

WORD = click.argument("word", metavar="[PACK]", required=False, default="", shell_complete=packs)
"""A pack: a folder's path, or a name that ``coach pack list`` lists."""


@click.group("pack", no_args_is_help=False, epilog="Example: coach pack new saturday")
def pack() -> None:
    """List, show, make, use and check content packs.

    A pack is a folder of Markdown that words the whole walk: questions, examples, guides, rules,
    word lists, run sheets. PACK is a folder's path, or a name that "coach pack list" lists.
    """


pack.params += common()


@command("list", "coach pack list")
@click.option("--json", "as_json", is_flag=True, help="As one JSON list.")
@click.pass_obj
def list_packs(setup: Setup, as_json: bool) -> None:
    """List the packs that are known by name.

    The one that ships with coach, those whose folders were used, and those that installed
    Python packages offer. A star marks the pack for new plans.
    """
    shelf = setup.shelf()
    rows = [_row(shelf, known) for known in shelf.known()]
    if as_json:
        say(json.dumps(rows, ensure_ascii=False))
        return
    wide = max(len(row["name"]) for row in rows)
    for row in rows:
        mark = "*" if row["in_use"] else " "
        about = f"{row['title']} {row['version']} ({row['language']})"
        told = row["trouble"] or f"{about}, {row['origin']}: {row['root']}"
        say(f"{mark} {row['name']:<{wide}}  {in_one_line(told)}")


def _row(shelf: "Shelf", known: "Known") -> dict[str, Any]:
    row: dict[str, Any] = {"name": in_one_line(known.name), "title": "", "version": ""}
    row |= {"language": "", "origin": known.origin, "root": str(known.root)}
    row |= {"in_use": known.name == shelf.usual, "trouble": ""}
    try:
        found = shelf.open(str(known.root))
    except Refusal as broken:
        return row | {"trouble": str(broken)}
    about = {"title": found.title, "version": found.version, "language": found.language}
    return row | {key: in_one_line(text) for key, text in about.items()}


@command("show", "coach pack show saturday --runsheet first-morning")
@WORD
@click.option("--runsheet", metavar="NAME", help="Print a run sheet with clock times instead.")
@click.option("--start", metavar="HH:MM", default="", help="When the workshop starts.")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.pass_obj
def show_pack(setup: Setup, word: str, runsheet: str | None, start: str, as_json: bool) -> None:
    """Show what a pack is, and what it changes.

    Without PACK it is the one in use. With --runsheet the agenda of a workshop is printed, as
    Markdown.
    """
    found = _pack(setup, word)
    if runsheet is not None:
        say(_agenda(found, runsheet, start))
        return
    if start:
        raise click.UsageError("--start goes with --runsheet")
    from coach.pack.changes import changes

    about = {key: in_one_line(str(value)) for key, value in _about(found).items()}
    brought = changes(found)
    if as_json:
        lists = {key: list(getattr(brought, key)) for key in brought.__slots__}
        authors = [in_one_line(each) for each in found.about.authors]
        say(json.dumps({**about, "authors": authors, **lists}, ensure_ascii=False))
        return
    for key, text in about.items():
        if text:
            say(f"{key}: {text}")
    for line in _told(found, brought):
        say(in_one_line(line))


def _about(found: "Pack") -> dict[str, str]:
    return {
        "id": found.id,
        "title": found.title,
        "version": found.version,
        "language": found.language,
        "licence": found.about.licence,
        "authors": ", ".join(found.about.authors),
        "extends": found.base.id if found.base else "",
        "root": str(found.root),
    }


def _told(found: "Pack", brought: "Changes") -> list[str]:
    """What a pack brings along, a line for each kind of thing."""
    from coach import flow

    if not found.base:
        return [f"words the whole walk: {len(brought.cards)} cards, {len(brought.rules)} rules"]
    lists = {
        "asks only": brought.asked,
        "cards reworded": brought.cards,
        "rules changed": brought.rules,
        "rules switched off": brought.off,
        "rules of its own": brought.own_rules,
        "word lists": brought.words,
        "pages of the book": brought.book,
        "examples": brought.examples,
        "run sheets": brought.runsheets,
    }
    if len(brought.asked) == len(flow.CARDS):
        lists["asks in its own order"] = lists.pop("asks only")
    lines = [f"{name}: {', '.join(keys)}" for name, keys in lists.items() if keys]
    return lines or [f"changes nothing of {found.base.id}"]


def _agenda(found: "Pack", name: str, start: str) -> str:
    from coach.pack.fault import nearest
    from coach.pack.runsheet import agenda, run_sheet, run_sheets

    known = run_sheets(found)
    if name not in known:
        hint = nearest(name, known).removeprefix("; ") or "it has none"
        raise Refusal(f"the pack {found.id} has no run sheet {in_one_line(name)!r}", hint)
    return agenda(run_sheet(found, name), found, start)


@command("new", "coach pack new 'Saturday workshop'")
@click.argument("name")
@click.option("--folder", metavar="DIR", help="Where to (a folder of its name here).")
@click.option("--extends", metavar="PACK", default="", help="A pack that it stands on, by name.")
@click.pass_obj
def new_pack(setup: Setup, name: str, folder: str | None, extends: str) -> None:
    """Make a small pack to begin with, and print its folder.

    It changes one page of each kind. Its README says what to do next. Nothing that exists is
    ever overwritten.
    """
    from coach.pack.pack import DEFAULT
    from coach.pack.starter import make
    from coach.places import at_home
    from coach.store.names import slug

    key = slug(name)
    if not key or key == DEFAULT:
        raise Refusal(f"{in_one_line(name)!r} is no name for a pack", "letters or digits, please")
    below = setup.shelf().find(extends or DEFAULT).name
    target = at_home(folder) if folder else Path(key)
    made = make(target, key, name, below)
    say(in_one_line(str(target)))
    tell(f"{len(made)} files; begin with {in_one_line(str(target / 'README.md'))}")


@command("use", "coach pack use ./saturday")
@WORD
@click.pass_obj
def use_pack(setup: Setup, word: str) -> None:
    """Use a pack for all new plans; "default" goes back.

    A folder is remembered by the id in its pack.toml, so that plans made with the pack find it
    again. Plans keep the pack that they were made with. --pack and COACH_PACK win.
    """
    from coach.cli.plans import read_whole
    from coach.pack.pack import DEFAULT
    from coach.places import config_folder
    from coach.store.settings import Settings

    settings = Settings.load(config_folder())
    shelf = setup.shelf()
    if not word:
        say(in_one_line(shelf.of_new().pack.id))
        return
    root = shelf.root(word)
    found = shelf.open(word)
    if found.base is not None:
        if found.id == DEFAULT:
            told = f"{root}: the id {DEFAULT!r} belongs to the pack that ships with coach"
            raise Refusal(told, "write another id into its pack.toml")
        read_whole(found)
    known = {known.root.resolve() for known in shelf.installed.values()} if found.base else set()
    if found.base is not None and root.resolve() not in known:
        settings.folders[found.id] = root.resolve()
    settings.pack = found.id
    settings.save()
    tell(in_one_line(f"new plans use {found.title} ({found.id} {found.version})"))


@command("check", "coach pack check ./saturday")
@WORD
@click.option("--json", "as_json", is_flag=True, help="As one JSON list.")
@click.pass_context
def check_pack(context: click.Context, word: str, as_json: bool) -> None:
    """Find every fault of a pack, by file and line.

    It names the nearest word that is known, and proves that each rule's bad example trips it and
    the good one does not, that links lead somewhere, and that no file is there for nothing.
    Without PACK it is the pack in use. The exit code is 1 if there is a fault, 2 if there is no
    pack to check.
    """
    from coach.pack.check import told

    setup = context.ensure_object(Setup)
    found = _faults(setup, word)
    if as_json:
        rows = [{"file": each.file, "line": each.line, "text": each.text} for each in found]
        say(json.dumps(rows, ensure_ascii=False))
    else:
        for line in told(found):
            say(line)
    if not found:
        tell("no faults")
    context.exit(1 if found else 0)


def _faults(setup: Setup, word: str) -> "list[Fault]":
    """The faults of the pack; raises ``Refusal`` where there is none to be read."""
    from coach.pack.check import faults
    from coach.pack.fault import Fault
    from coach.pack.read import BrokenPack, MissingPage

    try:
        found = _pack(setup, word)
        return [*faults(found), *_misnamed(setup.shelf(), found)]
    except BrokenPack as broken:
        if isinstance(broken, MissingPage) or not broken.file.endswith("pack.toml"):
            raise
        return [Fault(broken.file, broken.line, broken.told)]


def _misnamed(shelf: "Shelf", found: "Pack") -> "Iterator[Fault]":
    """An installed pack is found by the name that its package gives it, and must go by it."""
    from coach.pack.fault import Fault

    front, root = found.about_front, found.root.resolve()
    for known in shelf.installed.values():
        if known.root.resolve() == root and known.name != found.id:
            told = f"'id' is not {in_one_line(known.name)!r}, the name by which it is installed"
            yield Fault(front.file, front.line("id"), told)


def _pack(setup: Setup, word: str) -> "Pack":
    """The pack that ``word`` means; without a word the one in use."""
    return setup.shelf().open(word) if word else setup.load_pack()


for each in (list_packs, show_pack, new_pack, use_pack, check_pack):
    pack.add_command(each)
