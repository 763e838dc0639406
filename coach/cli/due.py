"""``coach due``: what has come due in the plans, and what will soon."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coach.cli.common import Setup, command, in_one_line, say, tell
from coach.cli.complete import plans

if TYPE_CHECKING:
    from coach.export.calendar import Dated

PROMISED = ("path", "day", "days", "overdue", "kind", "label", "name")
"""What the JSON says of a line, after the plan; scripts rely on these names."""


@command("due", "coach due bakery --within 14 --ics bakery.ics")
@click.argument("named", nargs=-1, metavar="[PLAN...]", shell_complete=plans)
@click.option(
    "--within",
    type=click.IntRange(0, 36_500),
    default=30,
    metavar="DAYS",
    help="How far ahead to look (30).",
)
@click.option("--ics", metavar="FILE", help="Write all dated lines as a calendar (- is here).")
@click.option("--force", is_flag=True, help="Replace FILE if it is there.")
@click.option("--json", "as_json", is_flag=True, help="One JSON list, of all that is listed.")
@click.pass_context
def due(
    context: click.Context,
    named: Sequence[str],
    within: int,
    ics: str | None,
    force: bool,
    as_json: bool,
) -> None:
    """List what has come due, and what will soon.

    Tests, actions, risks, kill criteria, forecasts, segment and plan reviews of these plans,
    or of all plans, by day. What is done, closed or has its outcome is left out. With --ics
    all dated lines, however far ahead, become a calendar file; a list is then only printed
    with --json.
    """
    from coach.cli.find import read_each
    from coach.export.calendar import calendar, dated
    from coach.store.library import Library

    setup = context.ensure_object(Setup)
    if ics == "-" and as_json:
        raise click.UsageError("--ics - and --json both write to standard output")
    pack = setup.load_pack()
    words = named or [str(entry.path) for entry in Library(setup.places()).entries()]
    found, refused = read_each(setup, words)
    lines = [(plan, path.stem, dated(plan, setup.pack_of(plan))) for path, plan in found]
    if ics is not None:
        text = calendar(((plan, its) for plan, _, its in lines), pack.language).decode()
        _write(ics, text, force)
    if ics is None or as_json:
        today = dt.date.today()
        last = today + dt.timedelta(days=within)
        soon = [(line, name) for _, name, its in lines for line in its if line.day <= last]
        _print(sorted(soon, key=lambda each: (each[0].day, each[1])), today, as_json)
        if not soon:
            tell(f"nothing is due within {within} days")
    context.exit(2 if refused else 0)


def _write(target: str, text: str, force: bool) -> None:
    from coach.export.files import write

    if target == "-":
        say(text, end="")
    else:
        write(Path(target), text, force)
        tell(f"wrote {in_one_line(target)}")


def _print(lines: "Sequence[tuple[Dated, str]]", today: dt.date, as_json: bool) -> None:
    """One line each: the day, whether it is past, the plan, what it is about."""
    if as_json:
        import json

        rows = [{"plan": name} | _row(line, today) for line, name in lines]
        say(json.dumps(rows, ensure_ascii=False))
        return
    wide = max((len(in_one_line(name)) for _, name in lines), default=0)
    for line, name in lines:
        mark = "overdue" if line.day < today else "today" if line.day == today else ""
        plan = in_one_line(name).ljust(wide)
        say(in_one_line(f"{line.day} {mark}").ljust(18) + f"  {plan}  {in_one_line(line.text)}")


def _row(line: "Dated", today: dt.date) -> dict[str, object]:
    values = {
        "path": line.path,
        "day": line.day.isoformat(),
        "days": (line.day - today).days,
        "overdue": line.day < today,
        "kind": line.kind,
        "label": line.label,
        "name": line.name,
    }
    return {key: values[key] for key in PROMISED}
