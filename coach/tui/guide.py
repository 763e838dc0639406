"""Pages of the pack as one piece of content: a widget a block would cost too much."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from textual.content import Content
from textual.style import Style

from coach.pack.markdown import Block, Runs, plain
from coach.pack.page import Topic
from coach.pack.terms import slug
from coach.questions import Depth
from coach.tui.text import safe

MARKS = {"strong": "bold", "em": "italic", "strike": "strike", "code": "$accent"}
LINK, TERM = "underline $accent", "underline"
"""A link leads to another page; a term is explained in place."""
NARROWEST = 12
"""Cells in which words can still be wrapped."""
LINK_META, HEADING_META = "link", "heading"
"""The keys under which a drawn line tells which links and headings stand on it."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as it is shown, and where its links lead, in the order in which they stand."""

    content: Content = field(default_factory=Content)
    links: tuple[str, ...] = ()

    def marked(self, link: int) -> Content:
        """The content with one of its links marked."""
        content = self.content
        for start, end, style in self.content.spans:
            if isinstance(style, Style) and style.meta.get(LINK_META) == link:
                content = content.stylize("reverse", start, end)
        return content


def draw(blocks: Iterable[Block], width: int = 0) -> Drawn:
    """Blocks as content for lines of ``width`` cells; 0 where that is not known yet."""
    links: list[str] = []
    parts: list[Content] = []
    before: Block | None = None
    for block in blocks:
        if before is not None:
            items = before.kind == block.kind == "text" and before.level and block.level
            parts.append(Content("\n" if items else "\n\n"))
        parts.append(_block(block, width, links))
        before = block
    return Drawn(Content("").join(parts), tuple(links))


def _block(block: Block, width: int, links: list[str]) -> Content:
    match block.kind:
        case "heading":
            heading = Style.from_meta({HEADING_META: slug(block.plain)})
            return _words(block.runs, links, "bold $primary").stylize(heading)
        case "quote":
            return _hanging(_words(block.runs, links, "italic"), "▌ ", "▌ ", width)
        case "code":
            return safe(plain(block.runs), "$muted")
        case "table":
            return _table(block, width, links)
    lead = f"{'  ' * (block.level - 1)}{block.bullet or ' '} " if block.level else ""
    return _hanging(_words(block.runs, links), lead, " " * len(lead), width)


def _words(runs: Runs, links: list[str], style: str = "") -> Content:
    """Runs as content; where they lead is added to ``links``."""
    parts = []
    before = ""
    for run in runs:
        look = (TERM if run.term else LINK) if run.link else ""
        looks = (style, *(MARKS[mark] for mark in run.marks), look)
        part = safe(run.text, " ".join(filter(None, looks)))
        if run.link:
            if run.link != before:  # else it is one link, of two kinds of words
                links.append(run.link)
            part = part.stylize(Style.from_meta({LINK_META: len(links) - 1}))
        before = run.link
        parts.append(part)
    return Content("").join(parts)


def _hanging(content: Content, lead: str, indent: str, width: int) -> Content:
    """Content behind ``lead``, its further lines as far to the right."""
    room = width - len(lead)
    if not lead or room < NARROWEST:
        return safe(lead, "$accent") + content
    lines = content.wrap(room)
    return safe(lead, "$accent") + safe(f"\n{indent}", "$accent").join(lines)


def _table(table: Block, width: int, links: list[str]) -> Content:
    """In columns where they fit, else each row as labelled lines."""
    sizes = [[safe(plain(cell)).cell_length for cell in row] for row in table.rows]
    widths = [max(column) for column in zip(*sizes, strict=True)]
    head, *rows = table.rows
    if sum(widths) + 3 * (len(widths) - 1) <= width or not rows:
        lines = []
        for number, row in enumerate(table.rows):
            cells = [_words(cell, links, "" if number else "bold") for cell in row]
            padded = [c.pad_right(w - c.cell_length) for c, w in zip(cells, widths, strict=True)]
            lines.append(safe(" │ ", "$muted").join(padded))
        return Content("\n").join(lines)
    told = []
    for row in rows:
        lines = [
            safe(f"{plain(label)}: " if label else "", "bold") + _words(cell, links)
            for label, cell in zip(head, row, strict=True)
            if cell
        ]
        told.append(Content("\n").join(lines))
    return Content("\n\n").join(told)


def topic_text(topic: Topic, depth: Depth, workshop: bool) -> str:
    """What the guide shows of a topic, as Markdown."""
    wanted = ["", *(level.name.title() for level in Depth if level <= depth)]
    rest = ["Example", "Common mistake"] + (["Facilitator"] if workshop else [])
    parts = [f"### {topic.title}"]
    parts += [topic.sections[name] for name in wanted if name in topic.sections]
    parts += [f"### {name}\n\n{topic.sections[name]}" for name in rest if name in topic.sections]
    if workshop and topic.minutes:
        room = f", {topic.room_minutes} in a room" if topic.room_minutes > topic.minutes else ""
        parts.insert(1, f"*{topic.minutes} min to fill in{room}*")
    return "\n\n".join(parts)
