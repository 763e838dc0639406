"""Commands of the coach: check plans, explain rules."""

from typing import TYPE_CHECKING

import click

from coach.cli.common import Setup, command, in_one_line, say, tell
from coach.cli.complete import plans, rules
from coach.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.coaching.finding import Finding
    from coach.coaching.strength import Strength
    from coach.pack.pack import Pack

LEVELS = ("blocker", "flaw", "gap", "hint")
"""The levels of findings, worst first, as :class:`coach.coaching.rule.Level` has them."""

PROMISED = (
    "rule",
    "level",
    "step",
    "field",
    "quote",
    "message",
    "why",
    "fix",
    "question",
    "set_aside",
)
"""What the JSON says of a finding; scripts rely on these names."""

STANDING = ("rule", "step", "field", "quote", "message", "why", "keep")
"""What the JSON says of a strength; scripts rely on these names."""


@command("check", "coach check bakery --level blocker")
@click.argument("named", nargs=-1, required=True, metavar="PLAN...", shell_complete=plans)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option(
    "--level", type=click.Choice(LEVELS), default="flaw", help="Answer 1 from this level on."
)
@click.option("--strengths", is_flag=True, help="Say what stands on evidence, too.")
@click.pass_context
def check(
    context: click.Context, named: "Sequence[str]", form: str, level: str, strengths: bool
) -> None:
    """Print what the coach finds in plans.

    Text has one finding a line, "path:field: level RULE message"; JSON one plan a line. The
    exit code is 1 if an open finding is at --level or worse; findings that were set aside
    do not count, and are told with their reasons on standard error.

    With --strengths a line for each thing that stands on evidence follows; JSON has them always.
    They change neither the counts nor the exit code.

    The app's words for the levels: blocker is "must fix", flaw is "weak", gap is "missing",
    hint is "polish".
    """
    from coach.cli.find import read_each
    from coach.coaching.engine import Coach
    from coach.coaching.rule import Level

    setup = context.ensure_object(Setup)
    coaches: dict[Pack, Coach] = {}
    read, refused = read_each(setup, named)
    found = False
    for path, plan in read:
        pack = setup.pack_of(plan)
        coach = coaches[pack] = coaches.get(pack) or Coach(pack)
        findings = coach.check(plan)
        if form == "json":
            say(_json(str(path), findings, coach.strengths(plan)))
        else:
            _print(str(path), findings)
            _print_strengths(str(path), coach.strengths(plan) if strengths else ())
        found |= any(f.open and f.level.rank <= Level(level).rank for f in findings)
    context.exit(2 if refused else int(found))


def _print(path: str, findings: "Sequence[Finding]") -> None:
    for finding in findings:
        where = f"{path}:{finding.field}:"
        if finding.open:
            say(in_one_line(f"{where} {finding.level} {finding.rule} {finding.message}"))
        else:
            tell(in_one_line(f"{where} set aside {finding.rule} {finding.set_aside}"))
    aside = sum(not finding.open for finding in findings)
    told = ["nothing found"] if aside == len(findings) else []
    told += [f"{aside} set aside"] if aside else []
    if told:
        tell(f"{in_one_line(path)}: {', '.join(told)}")


def _print_strengths(path: str, strengths: "Sequence[Strength]") -> None:
    for each in strengths:
        say(in_one_line(f"{path}:{each.field}: strength {each.rule} {each.message}"))


def _json(path: str, findings: "Sequence[Finding]", strengths: "Sequence[Strength]") -> str:
    """One plan's findings and strengths as one line of JSON; scripts rely on its keys."""
    import json

    from coach.coaching.engine import counts

    report = {
        "plan": path,
        "findings": [{key: getattr(finding, key) for key in PROMISED} for finding in findings],
        "counts": counts(findings),
        "strengths": [{key: getattr(each, key) for key in STANDING} for each in strengths],
    }
    return json.dumps(report, ensure_ascii=False)


@command("explain", "coach explain NI01")
@click.argument("rule", required=False, default="", shell_complete=rules)
@click.pass_obj
def explain(setup: Setup, rule: str) -> None:
    """Explain a rule: what it finds, why, and how to fix it.

    Without a rule it lists them all.
    """
    pack = setup.load_pack()
    if rule:
        from coach.pack.book import Book

        book, known = Book(pack), _known(rule.upper(), pack)
        text = book.page(book.rule_key(known)).markdown()
        compared = _compared(known, pack)
        say(f"{text}\n\n## Compares\n\n{compared}" if compared else text)
        return
    from coach.coaching.engine import STRENGTHS, rules_with

    for each in (*rules_with(pack), *STRENGTHS):
        page = pack.rule(each.id)
        say(f"{page.id}  {page.level:<8} {in_one_line(page.title)}")


def _known(rule: str, pack: "Pack") -> str:
    """``rule`` if there is such a rule; raises ``Refusal`` naming the nearest."""
    from difflib import get_close_matches

    from coach.coaching.engine import STRENGTHS, rules_with

    known = [each.id for each in (*rules_with(pack), *STRENGTHS)]
    if rule in known:
        return rule
    near = get_close_matches(rule, known, 1, 0.5)
    raise Refusal(
        f"no rule {rule!r}",
        f"did you mean {near[0]}?" if near else "coach explain lists them all",
    )


def _compared(rule: str, pack: "Pack") -> str:
    """What the pack calls the answers that a rule holds against each other; empty if none."""
    from coach import flow
    from coach.coaching.agreement import compared

    paths = compared(rule)
    return ", ".join(f"{pack.wording(*flow.place(each).worded).label} ({each})" for each in paths)
