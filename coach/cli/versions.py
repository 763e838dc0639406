"""Commands about a plan's kept versions: list them, bring one back, compare."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from coach.cli.common import Setup, command, in_one_line, say, tell
from coach.cli.complete import plans
from coach.refusal import Refusal

if TYPE_CHECKING:
    from coach.pack.pack import Pack
    from coach.plan import Plan
    from coach.store.history import Version


@command("history", "coach history bakery")
@click.argument("plan", shell_complete=plans)
@click.pass_obj
def history(setup: Setup, plan: str) -> None:
    """List the kept versions of a plan.

    The newest comes first, with its number, its name, and until when the plan was like that.
    "coach restore" takes either; "coach diff bakery@2 bakery" compares.
    """
    _, kept = _kept(setup, plan)
    for number, version in enumerate(kept, 1):
        until = version.until.astimezone().strftime("%Y-%m-%d %H:%M")
        say(f"{number:>3}  {in_one_line(version.name)}  until {until}")
    if not kept:
        tell("no earlier versions: one is kept before a plan is changed, at most hourly")


@command("restore", "coach restore bakery 1")
@click.argument("plan", shell_complete=plans)
@click.argument("version")
@click.pass_obj
def restore(setup: Setup, plan: str, version: str) -> None:
    """Bring back a kept version of a plan.

    VERSION is a name or number from "coach history". The plan as it is now is kept as a
    version first, so nothing is lost.
    """
    from coach.store import history
    from coach.store.restore import plan_id
    from coach.store.restore import restore as bring_back

    path, _ = _kept(setup, plan)
    chosen = history.find(setup.places(), plan_id(path), version)
    bring_back(path, chosen.name, setup.places())
    tell(f"{in_one_line(plan)} is again as it was until {chosen.until.astimezone():%Y-%m-%d %H:%M}")


@command("diff", "coach diff bakery@1 bakery")
@click.argument("a", shell_complete=plans)
@click.argument("b", shell_complete=plans)
@click.pass_obj
def diff(setup: Setup, a: str, b: str) -> None:
    """Say in words what differs between two plans or versions.

    A and B are plans; PLAN@VERSION is a kept version, by its name or number in
    "coach history".
    """
    from coach.store.compare import differences

    before, after = _plan(setup, a), _plan(setup, b)
    found = differences(before, after)
    pack = setup.pack_of(after)
    for each in found:
        label = _label(pack, each.path)
        say(f"{label} ({each.path})" if label else each.path)
        for sign, text in (("-", each.before), ("+", each.after)):
            for line in text.split("\n") if text else ():
                say(f"  {sign} {line}")
    if not found:
        tell("no difference")


def _kept(setup: Setup, word: str) -> "tuple[Path, list[Version]]":
    """The plan's file and its kept versions, also where the file cannot be read any more.

    Raises ``Refusal`` where it cannot be read and there is no version to go back to.
    """
    from coach.cli.find import find, read
    from coach.store.history import versions
    from coach.store.restore import plan_id

    path = find(setup, word)
    try:
        kept = versions(setup.places(), plan_id(path))
    except Refusal:
        kept = []
    if not kept:
        read(setup, word)
    return path, kept


def _plan(setup: Setup, word: str) -> "Plan":
    """The plan or the version that ``word`` names."""
    from coach.cli.find import read
    from coach.store import history

    name, at, version = word.rpartition("@")
    if not at or Path(word).exists():
        return read(setup, word)[1]
    plan_id = read(setup, name)[1].id
    return history.read(history.find(setup.places(), plan_id, version))


def _label(pack: "Pack", path: str) -> str:
    """How the question at ``path`` is called; empty for what is no question."""
    from coach.flow import place
    from coach.questions import Kind
    from coach.refusal import Refusal

    try:
        found = place(path)
    except Refusal:
        return ""
    keys = [key for key in path.split(".")[1:] if key != found.record]
    if found.part in found.field.parts and found.field.kind is Kind.CLAIM:
        return f"{_label(pack, path.rpartition('.')[0])}: {_claim_part(pack, keys[-1])}"
    return pack.wording(found.card.key, *keys).label


def _claim_part(pack: "Pack", key: str) -> str:
    return pack.wording("claim", key).label
