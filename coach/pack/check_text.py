"""Finds the faults of a page's Markdown: headings, length, links, and what is never shown."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from coach import flow
from coach.coaching.engine import RULES, STRENGTHS
from coach.coaching.readability import count_words, grade
from coach.pack.fault import Fault, nearest
from coach.pack.pack import Pack, topic_file
from coach.pack.read import BrokenPack, coded, read_page, sections, split_front_matter
from coach.pack.runsheet import run_sheets
from coach.pack.terms import slug
from coach.questions import CLAIM_PARTS, Card, Field, Kind
from coach.text import one_line

TABLE_ROWS, QUOTE_DEPTH = 40, 10
PARAGRAPH = 80
"""Most words of a paragraph."""
GRADE = 9.0
"""Highest school grade of the text below ``## Fundamentals``."""
ENOUGH = 40
"""Words from which on a text is long enough to be given a grade."""
SHARED = (
    Card("claim", CLAIM_PARTS),
    Card("range", Field("range", Kind.RANGE).parts),
    Card("grid", (flow.REASON,)),
)
"""The parts of every claim, range and grid, worded once on a page of their own."""
PAGES = ("glossary.md",)
"""Pages that belong to no card."""

_LINK = re.compile(r"(!?)\[[^\[\]]*\]\(\s*<?([^)>\s]*)")
_WORDS_OF_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_MARK = re.compile(r"^\s*(?:[-*+]|\d+[.)]|>+|#+)\s+")
_CODE = re.compile(r"`[^`]*`")
_HTML = re.compile(r"</?[a-zA-Z][\w-]*(?:\s[^<>]*)?/?>|<!--")
_QUOTES = re.compile(r"(?:\s{0,3}>)+")
_OUTSIDE = ("https://", "http://", "mailto:")


class Targets:
    """What the links of a pack may lead to: its pages by key, and the headings on each."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._headings: dict[str, tuple[str, ...]] = {}

    @cached_property
    def files(self) -> dict[str, str]:
        """The files of all pages, by the key that a link names them by."""
        keys = [card.key for card in (*flow.CARDS, *SHARED)]
        pages = {name.removesuffix(".md"): name for name in PAGES}
        pages |= {key: topic_file(key) for key in keys} | dict(self.pack.book_pages)
        pages |= {f"rules.{step}.{rule}": file for rule, step, file in _rules(self.pack)}
        pages |= {f"runsheets.{name}": file for name, file in run_sheets(self.pack).items()}
        plans = (example.name for example in self.pack.examples())
        return pages | {f"examples.{name}": f"examples/{name}.toml" for name in plans}

    @property
    def readable(self) -> tuple[str, ...]:
        """The keys of the pages that a reader can be sent to: those of cards and of the book."""
        return (*(card.key for card in flow.CARDS), *self.pack.book_pages)

    def trouble(self, target: str, page: str) -> str:
        """Why a link on the page of this key leads nowhere; empty where it leads somewhere."""
        if target.startswith(_OUTSIDE):
            return ""
        shown = f"the link {one_line(target, 60)!r} leads nowhere"
        if not target.startswith(("coach:", "#")):
            return f"{shown}: expected coach:, https:, http:, mailto: or #"
        key, _, heading = target.removeprefix("coach:").partition("#")
        key = key or page
        if key not in self.files:
            return f"{shown}: there is no page {one_line(key, 40)!r}{nearest(key, self.files)}"
        known = self.headings(key) if heading else ()
        if heading and heading not in known:
            return f"{shown}: there is no heading of that name{nearest(heading, known)}"
        return ""

    def headings(self, key: str) -> tuple[str, ...]:
        """The headings of a page, here or in a pack below, as links name them."""
        if key not in self._headings:
            found: dict[str, None] = {}
            pack: Pack | None = self.pack
            while pack is not None:
                try:
                    _, body = split_front_matter(read_page(pack.root, self.files[key]), "")
                except BrokenPack:  # told where the page itself is checked
                    body = ""
                found |= dict.fromkeys(slug(heading) for heading in sections(body) if heading)
                pack = pack.base
            self._headings[key] = tuple(found)
        return self._headings[key]


def _rules(pack: Pack) -> Iterator[tuple[str, str, str]]:
    """Every rule that has a page: its id, its folder and its file."""
    for rule in (*(each.id for each in (*RULES, *STRENGTHS)), *pack.own_rules):
        file = pack.rule_file(rule)
        yield rule, file.split("/")[1], file


def body_faults(
    targets: Targets, name: str, known: tuple[str, ...] = (), in_order: bool = False
) -> Iterator[Fault]:
    """What is wrong with the Markdown of the page ``name``.

    ``known`` are the headings that it may have; each may stand there once, and ``in_order``
    in that order alone.
    """
    pack = targets.pack
    root = pack.owner(name).root
    text = read_page(root, name)
    _, body = split_front_matter(text, root / name)
    first = text.count("\n") - body.count("\n") + 1
    page = _Body(str(root / name), body.split("\n"), first, known)
    yield from page.headings(in_order)
    yield from page.lines()
    yield from page.paragraphs()
    yield from page.links(targets, name.removesuffix(".md").replace("/", "."))
    if pack.in_english:
        yield from page.ease()


class _Body:
    """The Markdown of a page, line by line; code between fences is left alone."""

    def __init__(self, file: str, lines: list[str], first: int, known: tuple[str, ...]) -> None:
        self.file, self.known = file, known
        self.shown = [
            (n, "" if code else line) for n, (line, code) in enumerate(coded(lines), first)
        ]

    def fault(self, line: int, text: str) -> Fault:
        return Fault(self.file, line, text)

    def headings(self, in_order: bool) -> Iterator[Fault]:
        seen: list[str] = []
        for number, line in self.shown:
            if line.startswith("## "):
                heading = line[3:].strip()
                if self.known and heading not in self.known:
                    near = nearest(heading, self.known)
                    yield self.fault(number, f"section {heading!r} is unknown{near}")
                elif heading in seen:
                    yield self.fault(number, f"section {heading!r} stands there twice")
                elif in_order and any(self._at(heading) < self._at(each) for each in seen):
                    order = ", ".join(self.known)
                    yield self.fault(number, f"section {heading!r} stands too late: {order}")
                seen.append(heading)
            elif line.strip() and not seen:
                yield self.fault(number, "text before the first '## ' heading is never shown")
                return

    def _at(self, heading: str) -> int:
        return self.known.index(heading) if heading in self.known else -1

    def lines(self) -> Iterator[Fault]:
        rows = 0
        for number, line in self.shown:
            rows = rows + 1 if line.lstrip().startswith("|") else 0
            if rows == TABLE_ROWS + 3:
                yield self.fault(number, f"a table has more than {TABLE_ROWS} rows")
            quotes = _QUOTES.match(line)
            if quotes and quotes[0].count(">") > QUOTE_DEPTH:
                yield self.fault(number, f"quotes are nested deeper than {QUOTE_DEPTH}")
            if html := _HTML.search(_CODE.sub("", line)):
                yield self.fault(number, f"{one_line(html[0], 30)} is HTML, which is never run")

    def paragraphs(self) -> Iterator[Fault]:
        start, words = 0, 0
        for number, line in (*self.shown, (0, "")):
            text = line.strip()
            ends = not text or text.startswith(("#", "|", "- ", "* ", "> ")) or text[0].isdigit()
            if ends:
                if words > PARAGRAPH:
                    told = f"a paragraph has {words} words; at most {PARAGRAPH} are read"
                    yield self.fault(start, told)
                start, words = number, 0
            if text and not text.startswith(("#", "|")):
                start = start if words else number
                words += count_words(text)

    def links(self, targets: Targets, page: str) -> Iterator[Fault]:
        for number, line in self.shown:
            for image, target in _LINK.findall(_CODE.sub("", line)):
                if image:
                    yield self.fault(number, f"the image {one_line(target, 40)!r} is never shown")
                elif told := targets.trouble(target, page):
                    yield self.fault(number, told)

    def ease(self) -> Iterator[Fault]:
        heading, at = "", 0
        lines: list[str] = []
        for number, line in (*self.shown, (0, "## ")):
            if line.startswith("## "):
                spoken = _spoken(lines)
                if heading == "Fundamentals" and count_words(spoken) >= ENOUGH:
                    reached = grade(spoken)
                    if round(reached, 1) > GRADE:
                        told = f"'## {heading}' reads at school grade {reached:.1f}"
                        do = f"at most {GRADE:g}: shorter sentences, shorter words"
                        yield self.fault(at, f"{told}; {do}")
                heading, at, lines = line[3:].strip(), number, []
            else:
                lines.append(line)


def _spoken(lines: Iterable[str]) -> str:
    """The running text of some Markdown without code: no tables or signs, each block ended."""
    blocks: list[str] = []
    fresh = True
    for line in lines:
        text = _MARK.sub("", line).strip()
        if not text or text.startswith("|"):
            fresh = True
            continue
        if fresh or _MARK.match(line):
            blocks.append(text)
        else:
            blocks[-1] += f" {text}"
        fresh = False
    said = (_WORDS_OF_LINK.sub(r"\1", block).replace("*", "").replace("`", "") for block in blocks)
    return " ".join(text if text[-1:] in ".!?" else f"{text}." for text in said if text)
