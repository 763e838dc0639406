"""Commands about whole plans: open, make, list, take in."""

import contextlib
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coach.cli.common import Setup, command, in_one_line, say, tell, terminal
from coach.cli.complete import plans
from coach.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.pack.pack import Pack
    from coach.plan import Plan
    from coach.store.library import Entry

DEPTHS = ("fundamentals", "intermediate", "advanced")
"""How much is asked, as :class:`coach.questions.Depth` has it; here so that help is quick."""


@command("open", "coach bakery")
@click.argument("plan", required=False, shell_complete=plans)
@click.argument("more", nargs=-1, metavar="")
@click.option("--force", is_flag=True, help="Open even in a dumb terminal.")
@click.pass_obj
def open_plan(
    setup: Setup, plan: str | None, force: bool = False, more: "Sequence[str]" = ()
) -> None:
    """Open the library, or one plan."""
    setup.force |= force
    if plan and more:
        raise _too_much(setup, plan, more[0])
    start(setup, _openable(setup, plan) if plan else None)


# What follows a mistyped command is that command's own, and its options are unknown here.
open_plan.ignore_unknown_options = True


def _too_much(setup: Setup, plan: str, more: str) -> Exception:
    """Why ``coach PLAN MORE`` is no call: the plan is a mistyped command, or nothing can follow."""
    from difflib import get_close_matches

    from coach.cli.find import find
    from coach.cli.main import nearest

    try:
        find(setup, plan)
    except Refusal:
        near = nearest(plan)
        hint = f"did you mean 'coach {near}'?" if near else "coach --help lists the commands"
        return Refusal(f"there is no command or plan {in_one_line(plan)!r}", hint)
    if more.startswith("-"):
        options = [name for param in open_plan.params for name in param.opts]
        return click.NoSuchOption(more, possibilities=get_close_matches(more, options))
    return click.UsageError(f"Got unexpected extra argument ({more})")


def start(setup: Setup, path: Path | None) -> None:
    """Start the app on the library, or on the plan at ``path``.

    What it needs is read before, while the terminal is still as it was: raises ``Refusal``
    for a pack that cannot be read, and where there is no terminal to draw on.
    """
    pack = setup.load_pack()
    packs = {pack, _pack_at(setup, path)} if path else {pack}
    for each in packs:
        if each.base is not None:  # somebody else's: a broken page is told now, not in the middle
            read_whole(each)
    _need_terminal(setup.force)
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    from coach.tui.app import run

    click.get_current_context().exit(run(setup.places(), pack, path, setup.shelf()))


def _pack_at(setup: Setup, path: Path) -> "Pack":
    """The pack that words the plan at ``path``."""
    from coach.store.reading import read_plan

    plan = read_plan(path)
    return setup.pack_named(plan.pack, plan.pack_version)


def read_whole(pack: "Pack") -> None:
    """Read every page that a walk may need; raises ``Refusal`` with file and line."""
    from coach import flow
    from coach.coaching.engine import STRENGTHS, level_of, rules_with
    from coach.coaching.rule import OFF
    from coach.walks import walk_of

    walk_of(pack)
    for card in flow.CARDS:
        pack.topic(card.key)
    for rule in rules_with(pack):
        page = pack.rule(rule.id)
        if page.level != OFF:
            level_of(page)
    for rule in STRENGTHS:
        pack.rule(rule.id)
    for name in pack.word_lists:
        pack.words(name)
    pack.claim  # noqa: B018 - reading it is the point
    pack.examples()


def _openable(setup: Setup, word: str) -> Path:
    """The file of the plan that ``word`` names; raises ``Refusal`` if it cannot be read.

    A word that is no plan may be a mistyped command: the refusal says so.
    """
    from coach.cli.find import find
    from coach.cli.main import nearest
    from coach.store.reading import read_plan

    try:
        path = find(setup, word)
    except Refusal as unknown:
        near = nearest(word)
        hint = f"or did you mean 'coach {near}'?" if near else "coach --help lists the commands"
        raise Refusal(f"{unknown} ({hint})") from None
    read_plan(path)
    return path


def _need_terminal(force: bool) -> None:
    """Raises ``Refusal`` unless a full screen can be drawn here.

    Keys come from standard input and the screen is drawn on standard error, so that
    standard output may well be a pipe.
    """
    other = "coach list and the other commands work without one (coach --help)"
    if not (terminal(sys.stdin) and terminal(sys.stderr)):
        raise Refusal("a terminal is needed to open the coach", other)
    kind = os.environ.get("TERM", "")
    if kind in ("", "dumb") and os.name != "nt" and not force:
        said = f"TERM is {kind!r}, a terminal that cannot draw a screen"
        raise Refusal(said, f"{other}, or try --force")


@command("new", "coach new 'Hearth and Crumb' --offering 'Gluten-free bread by post'")
@click.argument("name")
@click.option("--offering", default="", metavar="TEXT", help="What it sells, in one line.")
@click.option("--from", "example", metavar="EXAMPLE", help="Begin with an example of the pack.")
@click.option("--depth", type=click.Choice(DEPTHS), help="How much is asked.")
@click.option("--open", "and_open", is_flag=True, help="Open it at once.")
@click.pass_obj
def new(
    setup: Setup, name: str, offering: str, example: str | None, depth: str | None, and_open: bool
) -> None:
    """Make a plan and print its path."""
    from coach.store.files import PlanFile
    from coach.walks import take_on

    if and_open:
        _need_terminal(setup.force)
    pack = setup.load_pack()
    plan = _example(pack, example) if example else _blank()
    take_on(plan, pack)
    plan.depth = depth or plan.depth
    plan.start.name = _answer("start.name", name)
    if not plan.start.name:
        raise Refusal("a name is expected", "say what the business is called")
    if offering:
        plan.start.offering = _answer("start.offering", offering)
    file = PlanFile.create(plan, setup.places())
    file.close()
    say(in_one_line(str(file.path)))
    if and_open:
        start(setup, file.path)


def _blank() -> "Plan":
    from coach.plan import Plan

    return Plan()


def _example(pack: "Pack", name: str) -> "Plan":
    """A new plan with the answers of the pack's example of this name."""
    from coach.store.rebase import plan_from_example

    examples = {each.name: each for each in pack.examples()}
    if name not in examples:
        there = f"expected {', '.join(examples)}" if examples else "the pack has none"
        raise Refusal(f"no example {name!r}", there)
    return plan_from_example(examples[name])


def _answer(path: str, text: str) -> str:
    """``text`` as the answer at ``path``, cleaned and on one line; raises ``BadAnswer``."""
    from coach.answers import parse
    from coach.flow import place
    from coach.text import one_line

    return one_line(parse(place(path).part, text))


@command("list", "coach list --json")
@click.option("--json", "as_json", is_flag=True, help="As one JSON list.")
@click.pass_obj
def list_plans(setup: Setup, as_json: bool) -> None:
    """List the plans with progress, findings and last change.

    The plan changed last comes first. A plan that cannot be read is listed with the reason.
    """
    from coach.cli.tally import Tally
    from coach.store.library import Library

    setup.load_pack()
    places = setup.places()
    entries = Library(places).entries()
    with contextlib.ExitStack() as stack:
        tallies: dict[Pack, Tally] = {}
        rows = []
        for entry in entries:
            pack = setup.pack_named(entry.pack) if entry.id else None
            if pack and pack not in tallies:
                tallies[pack] = stack.enter_context(Tally(places.state, pack))
            rows.append((entry, tallies[pack].counts(entry.path) if pack else {}))
    if as_json:
        import json

        say(json.dumps([_row(entry, counts) for entry, counts in rows], ensure_ascii=False))
    elif rows:
        _print_table(rows)
    else:
        tell("no plans yet: make one with 'coach new NAME'")


def _row(entry: "Entry", counts: dict[str, int]) -> dict[str, Any]:
    return {
        "plan": entry.stem,
        "path": str(entry.path),
        "id": entry.id,
        "title": entry.title,
        "offering": entry.offering,
        "depth": entry.depth,
        "pack": entry.pack,
        "progress": round(entry.share, 4),
        "steps": entry.steps,
        "findings": counts,
        "changed": entry.changed.isoformat(),
        "trouble": entry.trouble,
    }


def _print_table(rows: "list[tuple[Entry, dict[str, int]]]") -> None:
    """One line a plan; the name comes first, because that is what other commands take."""
    wide = max(len(in_one_line(entry.stem)) for entry, _ in rows)
    for entry, counts in rows:
        name = in_one_line(entry.stem).ljust(wide)
        if not entry.id:
            say(f"{name}  {in_one_line(entry.trouble)}")
            continue
        day = entry.changed.astimezone().strftime("%Y-%m-%d %H:%M")
        found = _in_words(counts)
        say(f"{name}  {entry.share:>4.0%}  {day}  {found:<28}  {in_one_line(entry.title)}")
        if entry.trouble:
            tell(f"coach: {in_one_line(f'{entry.stem}: {entry.trouble}')}")


def _in_words(counts: dict[str, int]) -> str:
    found = [f"{n} {level}{'s' * (n > 1)}" for level, n in counts.items() if n]
    return ", ".join(found) or "no findings"


@command("import", "coach import bakery.toml")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@click.pass_context
def import_plans(context: click.Context, files: "Sequence[str]") -> None:
    """Take TOML plans, or filled worksheets, into the library.

    Each file becomes a plan, and the plan's path is printed; the file itself stays as it is.
    A worksheet ends in .md or .txt; "coach export PLAN --form worksheet" writes one.
    """
    from coach.store.library import Library

    library = Library(context.ensure_object(Setup).places())
    refused = False
    for source in files:
        try:
            taken = library.import_plan(source)
        except Refusal as trouble:
            tell(f"coach: {in_one_line(str(trouble))}")
            refused = True
            continue
        say(in_one_line(str(taken.path)))
        for notice in taken.notices:
            tell(f"coach: {in_one_line(f'{source}: {notice}')}")
    context.exit(2 if refused else 0)
