"""Commands about single answers: read one, change one."""

import sys
from typing import TYPE_CHECKING

import click

from coach.cli.common import Setup, command, say, tell
from coach.cli.complete import fields, plans
from coach.refusal import Refusal
from coach.text import one_line

if TYPE_CHECKING:
    from coach.flow import Place
    from coach.plan import Plan
    from coach.session import Session

DEPTH = "depth"
"""The one thing of a plan as a whole that can be set: how much is asked."""
LONG = 200
"""Characters of an answer that are repeated when it has been set."""


@command("get", "coach get bakery niche.candidates.1.name")
@click.argument("plan", shell_complete=plans)
@click.argument("field", required=False, default="", shell_complete=fields)
@click.pass_obj
def get(setup: Setup, plan: str, field: str) -> None:
    """Print one answer, or all answers with their field paths.

    FIELD is a path such as niche.count; rows of a list go by their id or their position
    (niche.candidates.2.name), and so do the rows and columns of a table of scores, which
    also go by name (niche.ratings.scores.measurable.1). One answer is printed as it is; a
    step, a list, a table, a claim or the whole plan is printed as lines "path: answer".
    """
    from coach.cli.find import read
    from coach.flow import STEPS, place
    from coach.questions import Kind

    _, found = read(setup, plan)
    if field == DEPTH:
        say(found.depth)
    elif not field or field in {step.key for step in STEPS}:
        _print_all(found, field)
    else:
        path = _canonical(found, field)
        part = place(path).part
        if part.parts or part.kind is Kind.GRID:
            _print_all(found, path)
        else:
            say(_text(found, path))


@command("set", "coach set bakery niche.count 1850")
@click.argument("plan", shell_complete=plans)
@click.argument("field", shell_complete=fields)
@click.argument("value")
@click.pass_obj
def set_answer(setup: Setup, plan: str, field: str, value: str) -> None:
    """Change one answer.

    VALUE is what you would type into the field; "-" reads it from standard input, and an
    empty text takes the answer away. A plus sign as a row's position adds a row, and its
    path is printed: coach set bakery niche.candidates.+.name "Coeliac runners". FIELD can
    also be "depth". What was set is repeated on standard error.
    """
    from coach.cli.find import session

    text = _standard_input() if value == "-" else value
    told = ""
    with session(setup, plan) as opened:
        if field == DEPTH:
            _set_depth(opened, text)
            told = f"{DEPTH} = {opened.plan.depth}"
        elif "+" in field.split("."):
            say(_add_row(opened, field, text))
        else:
            path = _canonical(opened.plan, field)
            opened.edit(path, _checked(opened.plan, path, text))
            kept = one_line(_text(opened.plan, path), LONG)
            told = f"{path} = {kept}" if kept else f"{path} is empty now"
    if told:  # only now is it saved
        tell(told)


def _canonical(plan: "Plan", field: str) -> str:
    """``field`` with rows and columns by their ids, whatever a person called them."""
    from coach.flow import CARDS
    from coach.grids import named
    from coach.questions import Kind
    from coach.values import Grid

    step, _, below = field.partition(".")
    key, _, square = below.partition(".")
    path = f"{step}.{key}"
    grids = [f for c in CARDS for f in c.fields if f.kind is Kind.GRID and c.path(f) == path]
    if not grids or not square:
        return plan.canonical(field)
    side, *lines = square.split(".", 2)  # a column may have a dot in its name
    if side not in Grid.model_fields or len(lines) != 2:
        raise Refusal(f"no field {field!r}", f"a square is {path}.scores.ROW.COLUMN")
    row, column = named(grids[0], plan, *lines)
    return f"{path}.{side}.{row}.{column}"


def _standard_input() -> str:
    """All of standard input, without the line end that a shell adds."""

    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(
            f"standard input is not UTF-8 at byte {error.start}", "send it as UTF-8"
        ) from None
    return text.removesuffix("\n").removesuffix("\r")


def _set_depth(opened: "Session", text: str) -> None:
    from coach.questions import Depth

    levels = {depth.key: depth for depth in Depth}
    if text not in levels:
        raise Refusal(f"no depth {text!r}", f"expected {', '.join(levels)}")
    opened.set_depth(levels[text])


def _add_row(opened: "Session", field: str, text: str) -> str:
    """Add the row that ``list.+.part`` speaks of, with that part filled; gives its path."""
    text = _checked(opened.plan, field, text)
    rows, _, part = field.partition(".+.")
    path = f"{rows}.{opened.add(rows)}.{part}"
    opened.edit(path, text)
    return path


def _checked(plan: "Plan", path: str, text: str) -> str:
    """``text`` as it can be kept at ``path``; raises ``BadAnswer`` with what is expected.

    On a screen half a number is kept as a draft, because somebody is still typing; here
    nobody is, so it is refused. A row is chosen by its id, position or name.
    """
    from coach.answers import BadAnswer, parse
    from coach.flow import place
    from coach.questions import Kind

    found = place(path)
    part = found.part
    if part.kind is Kind.GRID:
        raise Refusal(f"{path} is a table", f"set one square: {path}.scores.ROW.COLUMN")
    if part.pick and text.strip():
        return _picked(plan, found, text.strip())
    try:
        parse(part, text, plan.start.currency)
    except BadAnswer as bad:
        raise BadAnswer(f"{path}: {bad}") from None
    return text


def _picked(plan: "Plan", found: "Place", text: str) -> str:
    """The id of the row that ``text`` means: its id, position or name."""
    from coach.plan import name_of

    rows_path = found.part.pick
    rows = [(str(n), row.id, name_of(row)) for n, row in enumerate(plan.get(rows_path), 1)]
    for position, row, title in rows:
        if text in (row, position) or text.casefold() == title.strip().casefold():
            return str(row)
    known = ", ".join(f"{position} ({title or row})" for position, row, title in rows)
    raise Refusal(
        f"{found.path}: no row {text!r}",
        f"expected one of {known}" if known else f"add rows to {rows_path} first",
    )


def _text(plan: "Plan", path: str) -> str:
    """The answer as typed, a draft before a value: what the screen shows too."""
    from coach.answers import show

    return plan.drafts.get(path) or show(plan.get(path))


def _print_all(plan: "Plan", below: str) -> None:
    """Print every single answer that is asked below ``below``; nothing means everywhere."""
    from coach.flow import paths

    for path, _ in paths(plan):
        if not below or path.startswith(f"{below}."):
            first, *rest = _text(plan, path).split("\n")
            say("\n".join([f"{path}: {first}".rstrip(), *(f"    {line}" for line in rest)]))
