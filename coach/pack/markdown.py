"""Reads a pack's Markdown into blocks of words, which a screen and a command line draw alike."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from coach.pack.book import GLOSSARY, SCHEME
from coach.pack.terms import Terms, slug
from coach.text import clean_text

if TYPE_CHECKING:
    from markdown_it.token import Token

MARKS = {"strong": "strong", "em": "em", "s": "strike"}


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one kind: ``marks`` of strong, em, strike and code; ``link`` where they lead."""

    text: str
    marks: tuple[str, ...] = ()
    link: str = ""

    @property
    def term(self) -> str:
        """The glossary's term that the words lead to, as a slug."""
        head = f"{SCHEME}{GLOSSARY}#"
        return self.link.removeprefix(head) if self.link.startswith(head) else ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, an item of a list, a quotation, code, or a table.

    ``level`` is a heading's, or how many lists a paragraph stands in; ``bullet`` stands before
    an item's first paragraph. ``rows`` are a table's, the first one its head.
    """

    kind: str
    runs: Runs = ()
    level: int = 0
    bullet: str = ""
    rows: tuple[tuple[Runs, ...], ...] = ()

    @property
    def plain(self) -> str:
        """Its words."""
        return plain(self.runs)


def plain(runs: Iterable[Run]) -> str:
    """The words of runs."""
    return "".join(run.text for run in runs)


@lru_cache(maxsize=256)
def blocks(text: str) -> tuple[Block, ...]:
    """``text``, Markdown from a pack, as blocks. Raw HTML is words, as it is written."""
    from markdown_it import MarkdownIt

    return tuple(
        _blocks(MarkdownIt("commonmark", {"html": False}).enable("table").parse(clean_text(text)))
    )


def _blocks(tokens: Sequence["Token"]) -> Iterator[Block]:
    lists: list[int] = []  # the number of the next item; 0 in a list with bullets
    kind, level, bullet = "text", 0, ""
    rows: list[tuple[Runs, ...]] = []
    cells: list[Runs] = []
    for token in tokens:
        match token.type:
            case "heading_open":
                kind, level = "heading", int(token.tag[1:])
            case "blockquote_open":
                kind = "quote"
            case "heading_close" | "blockquote_close":
                kind = "text"
            case "bullet_list_open":
                lists.append(0)
            case "ordered_list_open":
                lists.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                bullet = f"{lists[-1]}." if lists[-1] else "•"
                lists[-1] += bool(lists[-1])
            case "table_open":
                kind, rows = "table", []
            case "tr_open":
                cells = []
            case "tr_close":
                rows.append(tuple(cells))
            case "table_close":
                kind = "text"
                yield Block("table", level=len(lists), rows=tuple(rows))
            case "fence" | "code_block":
                yield Block("code", (Run(token.content.rstrip(), ("code",)),), len(lists), bullet)
                bullet = ""
            case "inline":
                runs = _joined(_runs(token.children or ()))
                if kind == "table":
                    cells.append(runs)
                else:
                    yield Block(kind, runs, level if kind == "heading" else len(lists), bullet)
                    bullet = ""


def _runs(children: Iterable["Token"]) -> Iterator[Run]:
    marks: list[str] = []
    link = ""
    for child in children:
        kind, _, edge = child.type.rpartition("_")
        if kind == "link":
            link = unquote(str(child.attrGet("href") or "")) if edge == "open" else ""
        elif edge == "open":
            marks.append(MARKS.get(kind, ""))
        elif edge == "close":
            marks.pop()
        elif child.type in ("softbreak", "hardbreak"):
            yield Run(" ", tuple(marks), link)
        elif child.content:
            more = ("code",) if child.type == "code_inline" else ()
            yield Run(child.content, (*filter(None, marks), *more), link)


def _joined(runs: Iterable[Run]) -> Runs:
    """The same words, in as few runs as they need."""
    found: list[Run] = []
    for run in runs:
        if found and (found[-1].marks, found[-1].link) == (run.marks, run.link):
            found[-1] = replace(run, text=found[-1].text + run.text)
        else:
            found.append(run)
    return tuple(found)


def with_terms(found: Iterable[Block], terms: Terms) -> Iterator[Block]:
    """The same blocks, in which the first mention of each term in a section leads to the glossary.

    Headings, links and code stay as they are; below a heading that is a term, it is no mention.
    """
    known: set[str] = set()
    for block in found:
        if block.kind == "heading":
            known = {slug(block.plain)}
            yield block
        elif block.kind == "table":
            rows = [tuple(tuple(_marked(c, terms, known)) for c in row) for row in block.rows]
            yield replace(block, rows=tuple(rows))
        else:
            yield replace(block, runs=tuple(_marked(block.runs, terms, known)))


def _marked(runs: Runs, terms: Terms, known: set[str]) -> Iterator[Run]:
    for run in runs:
        if run.link or "code" in run.marks:
            known.add(run.term)
            yield run
            continue
        at = 0
        for each in terms.mentions(run.text):
            if each.term in known:
                continue
            known.add(each.term)
            if each.start > at:
                yield replace(run, text=run.text[at : each.start])
            words = run.text[each.start : each.end]
            yield replace(run, text=words, link=f"{SCHEME}{GLOSSARY}#{each.term}")
            at = each.end
        if at < len(run.text):
            yield replace(run, text=run.text[at:])
