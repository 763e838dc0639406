"""The playbook in plain lines: its contents, a page, or what a search finds."""

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from coach.cli.common import Setup, command, in_one_line, say, tell, terminal
from coach.cli.complete import topics
from coach.cli.lines import columns, strong, width_here, wrapped

if TYPE_CHECKING:
    from coach.pack.book import Book, Chapter
    from coach.pack.markdown import Block, Runs

DEPTHS = ("fundamentals", "intermediate", "advanced")
"""The depths; written here too, so that help need not load them."""
LONG = ("glossary", "rules")
"""Chapters that the contents only name."""


@command("guide", "coach guide niche.size")
@click.argument("topic", nargs=-1, shell_complete=topics)
@click.option("--search", metavar="WORDS", help="List what holds these words.")
@click.option("--depth", type=click.Choice(DEPTHS), help="Leave out what is deeper than this.")
@click.pass_context
def guide(
    context: click.Context, topic: tuple[str, ...], search: str | None, depth: str | None
) -> None:
    """Read the playbook: its contents, or the page of a topic.

    A topic is a key from the contents, a title, a term of the glossary, or a rule. Into a pipe
    a page is plain Markdown. The exit code is 1 if --search finds nothing.
    """
    from coach.pack.book import SCHEME, Book

    book = Book(context.ensure_object(Setup).load_pack())
    words = " ".join(topic)
    if search is not None:
        context.exit(_search(book, f"{search} {words}"))
    if not words:
        for chapter in book.contents:
            _list(chapter, depth, brief=chapter.key in LONG)
        return
    chapters = {}
    if book.resolve(SCHEME + words) is None:  # a page is read without the contents
        chapters = {chapter.key: chapter for chapter in book.contents}
    if words in chapters:
        _list(chapters[words], depth)
    else:
        _page(book, words, depth)


def _search(book: "Book", words: str) -> int:
    """List what holds ``words``; gives the exit code."""
    from coach.pack.search import Index

    hits = Index(book).search(words)
    for hit in hits:
        title = f"{hit.title}, {hit.heading}" if hit.heading else hit.title
        say(in_one_line(f"{hit.spot}: {title}: {''.join(hit.snippet)}".rstrip(" :")))
    if not hits:
        tell("nothing found")
    return 0 if hits else 1


def _list(chapter: "Chapter", depth: str | None, brief: bool = False) -> None:
    """A part of the contents, key and title a line; or where to find it."""
    shown = [entry for entry in chapter.entries if entry.depth not in _deeper(depth)]
    if brief:
        say(f"{_heading(chapter.title)} ({len(shown)}): coach guide {chapter.key}")
    elif shown:
        say(_heading(chapter.title))
        widest = max(len(str(entry.spot)) for entry in shown)
        for entry in shown:
            say(f"  {entry.spot!s:<{widest}}  {entry.title}")


def _heading(text: str) -> str:
    return strong(in_one_line(text)) if terminal(sys.stdout) else in_one_line(text)


def _deeper(depth: str | None) -> tuple[str, ...]:
    return DEPTHS[DEPTHS.index(depth) + 1 :] if depth else ()


def _page(book: "Book", words: str, depth: str | None) -> None:
    spot = book.find(words)
    page = book.page(spot.page)
    if spot.heading:
        page = page.only(spot.heading)
    elif depth:
        page = page.up_to(depth)
    if terminal(sys.stdout):
        from coach.pack.markdown import blocks

        say("\n".join(_drawn(blocks(page.markdown()), width_here())).rstrip())
    else:
        say(page.markdown())


def _drawn(blocks: "Sequence[Block]", width: int) -> Iterator[str]:
    """Blocks as lines for a terminal, a blank one after each but between items."""
    for block, after in zip(blocks, (*blocks[1:], None), strict=True):
        yield from _lines(block, width)
        if not (block.level and after and after.level and after.kind == block.kind == "text"):
            yield ""


def _lines(block: "Block", width: int) -> Iterator[str]:
    words = _words(block.runs)
    match block.kind:
        case "heading":
            yield strong(f"{'#' * block.level} {words}".removeprefix("# "))
        case "quote":
            yield from wrapped(words, width, "  │ ")
        case "code":
            yield from (f"    {line}" for line in words.split("\n"))
        case "table":
            head, *rows = [[_words(cell) for cell in row] for row in block.rows]
            yield from columns(head, rows, width)
        case _:
            lead = f"{'  ' * (block.level - 1)}{block.bullet or ' '} " if block.level else ""
            yield from wrapped(words, width, " " * len(lead), lead)


def _words(runs: "Runs") -> str:
    """Words as they are read here, each link followed by where it leads."""
    told = (f"{r.text} ({r.link.removeprefix('coach:')})" if r.link else r.text for r in runs)
    return "".join(told)
