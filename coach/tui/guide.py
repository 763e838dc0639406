"""Pages of the pack as one piece of content: a widget a block would cost too much."""

from functools import lru_cache

from textual.content import Content

from coach.pack.page import Topic
from coach.questions import Depth
from coach.text import clean_text

HEADING = "bold $primary"
MARKS = {"strong": "bold", "em": "italic", "link": "underline", "s": "strike"}


@lru_cache(maxsize=256)
def markdown(text: str) -> Content:
    """``text``, Markdown from a pack, as content: headings, lists, quotes, tables, emphasis.

    Raw HTML shows as it is written; links show their text.
    """
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(clean_text(text))
    parts: list[tuple[str, str] | str] = []
    bullets: list[str] = []
    block, cells = "", 0
    for token in tokens:
        match token.type:
            case "heading_open":
                block = HEADING
            case "heading_close" | "paragraph_close":
                block = ""
                parts.append("\n" if bullets else "\n\n")
            case "bullet_list_open":
                bullets.append("•")
            case "ordered_list_open":
                bullets.append("1")
            case "bullet_list_close" | "ordered_list_close":
                bullets.pop()
                parts.append("" if bullets else "\n")
            case "list_item_open":
                parts.append("  " * (len(bullets) - 1) + _bullet(bullets))
            case "blockquote_open":
                parts.append(("▌ ", "$accent"))
                block = "italic"
            case "blockquote_close":
                block = ""
            case "th_open" | "td_open":
                parts.append(" │ " if cells else "")
                cells += 1
                block = "bold" if token.type == "th_open" else ""
            case "tr_close":
                parts.append("\n")
                cells = 0
            case "table_close":
                parts.append("\n")
            case "fence" | "code_block":
                parts.append((token.content.rstrip() + "\n\n", "$muted"))
            case "inline":
                _inline(token.children or (), block, parts)
    return Content.assemble(*parts).rstrip()


def _bullet(bullets: list[str]) -> str:
    mark = bullets[-1]
    if mark == "•":
        return "• "
    bullets[-1] = str(int(mark) + 1)
    return f"{mark}. "


def _inline(children: object, block: str, parts: list[tuple[str, str] | str]) -> None:
    styles: list[str] = [block] if block else []
    for child in children:  # type: ignore[attr-defined]  # markdown-it's tokens are a sequence
        kind, _, edge = child.type.rpartition("_")
        if edge == "open":
            styles.append(MARKS.get(kind, ""))
        elif edge == "close":
            styles.pop()
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.content:
            style = "$accent" if child.type == "code_inline" else " ".join(filter(None, styles))
            parts.append((child.content, style) if style else child.content)


def topic_text(topic: Topic, depth: Depth, workshop: bool) -> str:
    """What the guide shows of a topic, as Markdown."""
    wanted = ["", *(level.name.title() for level in Depth if level <= depth)]
    rest = ["Example", "Common mistake"] + (["Facilitator"] if workshop else [])
    parts = [f"### {topic.title}"]
    parts += [topic.sections[name] for name in wanted if name in topic.sections]
    parts += [f"### {name}\n\n{topic.sections[name]}" for name in rest if name in topic.sections]
    if workshop and topic.minutes:
        parts.insert(1, f"*{topic.minutes} minutes*")
    return "\n\n".join(parts)
