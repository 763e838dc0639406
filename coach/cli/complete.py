"""Words that the shell offers while a call is being typed. Never in the way: no word, no error."""

import click
from click.shell_completion import CompletionItem

from coach.cli.common import Setup


def plans(
    context: click.Context, _argument: click.Parameter | None, incomplete: str
) -> list[CompletionItem]:
    """The plans of the library by name; a word with a slash or a dot is a file's name."""
    if "/" in incomplete or "." in incomplete:
        return [CompletionItem(incomplete, type="file")]
    folder = context.ensure_object(Setup).places().plans
    try:
        names = sorted(p.stem for p in folder.glob("*.toml") if not p.name.startswith("."))
    except OSError:
        return []
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def packs(
    context: click.Context, _argument: click.Parameter | None, incomplete: str
) -> list[CompletionItem]:
    """The packs that are known by name; a word with a slash or a dot is a folder's path."""
    if "/" in incomplete or "." in incomplete:
        return [CompletionItem(incomplete, type="dir")]
    from coach.refusal import Refusal

    try:
        known = [each.name for each in context.ensure_object(Setup).shelf().known()]
    except (Refusal, OSError):
        return []
    return [CompletionItem(name) for name in known if name.startswith(incomplete)]


def fields(
    context: click.Context, _argument: click.Parameter | None, incomplete: str
) -> list[CompletionItem]:
    """The field paths of the walk; those of the plan's own rows where the plan can be read."""
    from coach.cli.find import read
    from coach.flow import CARDS, paths
    from coach.refusal import Refusal

    try:
        _, plan = read(context.ensure_object(Setup), context.params.get("plan") or "")
        known = [path for path, _ in paths(plan)]
    except (Refusal, OSError):
        known = [card.path(field) for card in CARDS for field in card.fields]
    return [CompletionItem(path) for path in known if path.startswith(incomplete)]


def rules(
    context: click.Context, _argument: click.Parameter | None, incomplete: str
) -> list[CompletionItem]:
    """The ids of the rules, with those of the pack where it can be read."""
    from coach.coaching.engine import RULES, STRENGTHS, rules_with
    from coach.refusal import Refusal

    try:
        known = rules_with(context.ensure_object(Setup).load_pack())
    except Refusal:
        known = RULES
    wanted = incomplete.upper()
    every = (rule.id for rule in (*known, *STRENGTHS))
    return [CompletionItem(rule) for rule in every if rule.startswith(wanted)]


def topics(
    context: click.Context, _argument: click.Parameter | None, incomplete: str
) -> list[CompletionItem]:
    """The keys of the playbook's pages."""
    from coach.pack.book import Book
    from coach.refusal import Refusal

    try:
        book = Book(context.ensure_object(Setup).load_pack())
    except Refusal:
        return []
    found = (key for key in book.keys if key.startswith(incomplete))
    return [CompletionItem(key, help=book.title(key)) for key in found]
