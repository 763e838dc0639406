"""Commands that make documents of a plan: read one here, write one to a file."""

import sys
from typing import TYPE_CHECKING

import click

from coach.cli.common import Setup, command, in_one_line, say, tell, terminal
from coach.cli.complete import plans
from coach.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.coaching.finding import Finding
    from coach.coaching.strength import Strength
    from coach.export.document import Document

WORKSHEET = "worksheet"
"""The form that is filled in and read back; it is Markdown only."""
FORMS = ("brief", "plan", "canvas", "pitch", "risks", "tests", "actions", WORKSHEET)
"""The forms that ``coach.export`` knows; written here too, so that help need not load them."""
SHOWN = FORMS[:-1]
"""The forms that can be read in a terminal: all but the one to be filled in."""
FORMATS = ("markdown", "html", "csv", "json")
"""The formats that ``coach.export`` knows. Only tables (risks, tests, actions) can be CSV."""


@command("show", "coach show bakery --form plan")
@click.argument("plan", shell_complete=plans)
@click.option("--form", type=click.Choice(SHOWN), default="brief")
@click.pass_obj
def show(setup: Setup, plan: str, form: str) -> None:
    """Read a plan's brief, or the whole plan, in the terminal.

    Into a pipe it is plain Markdown, the same as "coach export" writes.
    """
    from coach.cli.pages import page
    from coach.export.documents import render

    document = _document(setup, plan, form)
    if terminal(sys.stdout):
        say(page(document))
    else:
        say(render(document, "markdown"), end="")


@command("export", "coach export bakery --form plan --format html -o bakery.html")
@click.argument("plan", shell_complete=plans)
@click.option("--form", type=click.Choice(FORMS), default="brief")
@click.option("--format", "kind", type=click.Choice(FORMATS), default="markdown")
@click.option("-o", "--output", "output", metavar="FILE", default="-", help="Where to (- is here).")
@click.option("--force", is_flag=True, help="Replace FILE if it is there.")
@click.option("--blank", is_flag=True, help="A worksheet with the plan's questions alone.")
@click.pass_obj
def export(
    setup: Setup, plan: str, form: str, kind: str, output: str, force: bool, blank: bool
) -> None:
    """Write a plan as a document.

    The brief as Markdown on standard output, unless told otherwise. A worksheet is filled in
    with any editor, or on paper, and "coach import" reads it back.
    """
    from pathlib import Path

    from coach.export.files import write

    if form == WORKSHEET:
        text = _worksheet(setup, plan, kind, blank)
    elif blank:
        raise click.UsageError("--blank goes with --form worksheet")
    else:
        from coach.export.documents import render

        text = render(_document(setup, plan, form), kind)
    if output == "-":
        say(text, end="")
    else:
        write(Path(output), text, force)
        tell(f"wrote {in_one_line(output)}")


def _worksheet(setup: Setup, word: str, kind: str, blank: bool) -> str:
    from coach.cli.find import read
    from coach.export.worksheet import worksheet

    if kind != "markdown":
        raise Refusal(f"a worksheet is no {kind}", "it is Markdown, to be filled in")
    _, plan = read(setup, word)
    return worksheet(plan, setup.pack_of(plan), blank)


def _document(setup: Setup, word: str, form: str) -> "Document":
    """The plan that ``word`` names, as a document of this form.

    Only the whole plan has room for what the coach says; the other forms do not wait for it.
    """
    import datetime as dt

    from coach.cli.find import read
    from coach.export.documents import build

    _, plan = read(setup, word)
    pack = setup.pack_of(plan)
    findings: Iterable[Finding] = ()
    strengths: Iterable[Strength] = ()
    if form == "plan":
        from coach.coaching.engine import Coach

        coach = Coach(pack)
        findings, strengths = coach.check(plan), coach.strengths(plan)
    return build(form, plan, pack, findings, dt.date.today(), strengths)
