"""Makes every page of a pack, whatever it is about, one kind of page: titles over Markdown."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from coach.export.escape import first, inline
from coach.pack.glossary import Glossary
from coach.pack.pack import Example, Pack
from coach.pack.page import BookPage, Option, RulePage, Topic
from coach.pack.runsheet import RunSheet
from coach.pack.terms import slug
from coach.text import one_line

DEPTHS = ("fundamentals", "intermediate", "advanced")
"""The depths, as front matter names them; a section of a card's page is headed by one of them."""

ORDER = (
    "",
    *(depth.capitalize() for depth in DEPTHS),
    "Example",
    "Common mistake",
    "Questions",
    "Figures",
    "Facilitator",
)
"""A card's sections as the book has them; what a pack adds follows at the end."""

SUMMARY = (
    "start.market",
    "niche.chosen",
    "value.promise",
    "differentiation.primary",
    "differentiation.reason",
    "risk.kill",
)
"""The answers of an example plan that say what it is about."""

MOST_ROWS = 100
"""Rows of a list in a rule's examples that are shown."""

_SLOT = re.compile(r"{[a-z_]+}")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: Markdown under a heading, which is empty before the first one."""

    heading: str
    text: str

    @property
    def slug(self) -> str:
        """The heading as links name it."""
        return slug(self.heading)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the book.

    ``key`` names it in links; ``question`` is the one line that it answers, if there is one.
    """

    key: str
    title: str
    question: str = ""
    sections: tuple[Section, ...] = ()

    def only(self, heading: str) -> "Page":
        """The page with nothing but the section of this slug."""
        return replace(
            self, question="", sections=tuple(s for s in self.sections if s.slug == heading)
        )

    def up_to(self, depth: str) -> "Page":
        """The page without the sections of deeper levels than ``depth``."""
        deeper = DEPTHS[DEPTHS.index(depth) + 1 :]
        kept = (each for each in self.sections if each.heading.lower() not in deeper)
        return replace(self, sections=tuple(kept))

    def markdown(self) -> str:
        """The page as a whole."""
        parts = [f"# {inline(one_line(self.title))}"]
        if self.question:
            parts.append(f"*{inline(one_line(self.question))}*")
        for each in self.sections:
            parts += [f"## {each.heading}"] if each.heading else []
            parts += [each.text] if each.text else []
        return "\n\n".join(parts)


def topic_page(topic: Topic) -> Page:
    """A card's page: its guide, then what it asks and what it computes."""
    texts = {
        **topic.sections,
        "Questions": "\n".join(_questions(topic)),
        "Figures": "\n".join(
            f"- **{_text(each.label)}**: {_text(each.formula)}" for each in topic.results.values()
        ),
    }
    ranks = {heading: rank for rank, heading in enumerate(ORDER)}
    headings = sorted(texts, key=lambda heading: ranks.get(heading, len(ORDER)))
    return Page(topic.key, topic.title, topic.question, _sections(texts, headings))


def _questions(topic: Topic) -> Iterator[str]:
    for path, each in topic.fields.items():
        indent = "  " * path.count(".")
        yield f"{indent}- **{_text(each.label)}**: {_text(each.help)}".removesuffix(": ")
        for option in topic.choices.get(path, {}).values():
            yield f"{indent}  - *{_text(option.label)}*: {_text(_said(option))}".removesuffix(": ")


def _said(option: Option) -> str:
    return " ".join(filter(None, (option.meaning, option.fits, option.demands)))


def book_page(page: BookPage) -> Page:
    """A page beside the cards, with its sources at the end."""
    texts = {**page.sections, "Sources": "\n".join(f"- {_text(each)}" for each in page.sources)}
    return Page(page.key, page.title, page.question, _sections(texts, texts))


def glossary_page(key: str, page: Glossary) -> Page:
    """The glossary: a section a term."""
    return Page(key, page.title, page.question, _sections(page.terms, page.terms))


def rule_page(key: str, page: RulePage) -> Page:
    """A rule's page: what it says, why, how to fix it, and examples of both kinds."""
    texts = {
        "": f"Level: {page.level}\n\n{_shown(page.message)}",
        "Why": page.why,
        "How to fix": page.fix,
        "Keep it": page.keep,
        "Question": _shown(page.question),
        "Bad": _lines(page.bad),
        "Good": _lines(page.good),
        "Source": page.source,
    }
    return Page(key, f"{page.id}: {page.title}", "", _sections(texts, texts))


def _shown(text: str) -> str:
    """What the rule says; dots stand where the founder's own words and figures will be."""
    return _text(_SLOT.sub("…", text.replace("{quote}", "“…”")))


def _lines(part: Any, path: str = "") -> str:
    """A part of a plan as ``path: answer`` lines, rows by their position."""
    if isinstance(part, Mapping):
        pairs = [(str(key), value) for key, value in part.items() if key != "id"]
    elif isinstance(part, list) and any(isinstance(item, Mapping) for item in part):
        pairs = [(str(number), value) for number, value in enumerate(part[:MOST_ROWS], 1)]
    else:
        text = ", ".join(map(str, part)) if isinstance(part, list) else str(part)
        return f"- {inline(path)}: {inline(one_line(text))}"
    return "\n".join(_lines(value, f"{path}.{key}" if path else key) for key, value in pairs)


def example_page(pack: Pack, example: Example, table: Mapping[str, Any]) -> Page:
    """What an example plan is about; ``table`` is its TOML, read."""
    from coach import flow  # how an answer is worded; no other page needs the models

    texts = {"": f"`coach new mine --from {example.name}` opens it as a plan of your own."}
    for path in SUMMARY:
        step, field = path.split(".")
        place = flow.place(path)
        said = _at(table, step, field)
        if not isinstance(said, str):
            continue
        option = pack.topic(place.card.key).choices.get(field, {}).get(said)
        if option is not None:
            said = option.label
        elif place.part.pick:
            said = _row(_at(table, *place.part.pick.split(".")), said)
        if said.strip():
            texts[pack.wording(*place.worded).label] = _text(said)
    return Page(
        f"examples.{example.name}", example.title, example.offering, _sections(texts, texts)
    )


def _row(rows: Any, wanted: object) -> str:
    """The texts of the row with the id ``wanted``, its name first."""
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, Mapping) and row.get("id") == wanted:
            told = [row.get(key) for key in ("name", "who", "need")]
            return ". ".join(each.rstrip(".") for each in told if isinstance(each, str) and each)
    return ""


def _at(table: Any, *keys: str) -> Any:
    """What stands at ``keys`` in a table that may hold anything; empty text where nothing does."""
    for key in keys:
        table = table.get(key, "") if isinstance(table, Mapping) else ""
    return table


def sheet_page(key: str, sheet: RunSheet) -> Page:
    """A run sheet: what it takes, then its blocks in order, each with the page it is about."""
    takes = [f"- {sheet.minutes} minutes", *(f"- {_text(each)}" for each in sheet.material)]
    blocks = []
    for number, block in enumerate(sheet.blocks, 1):
        title, do, about = map(_literal, (block.title, block.do, block.card or block.topic))
        link = f" [{about}](<coach:{about}>)" if about else ""
        blocks.append(f"{number}. **{title}** ({block.minutes} minutes): {do}{link}")
    texts = {"": "\n".join(takes), "Blocks": "\n".join(blocks)}
    return Page(key, sheet.title, "", _sections(texts, texts))


def _literal(text: str) -> str:
    return inline(one_line(text))


def _sections(texts: Mapping[str, str], headings: Any) -> tuple[Section, ...]:
    return tuple(Section(heading, texts[heading]) for heading in headings if texts[heading].strip())


def _text(text: str) -> str:
    """Plain text of the front matter, literal in Markdown."""
    return first(inline(one_line(text)))
