"""Whatever an answer holds, Markdown shows it as text; ordinary prose is left as it is."""

import datetime as dt
from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from coach.charts.chart import Bar, Bars
from coach.charts.words import Words
from coach.export.document import (
    Block,
    Cell,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    Item,
    Items,
    Note,
    Picture,
    Quote,
    Row,
    Span,
    Table,
    Text,
)
from coach.export.markdown import markdown
from coach.export.pictures import table_of
from coach.pack.page import Picture as Pictured
from coach.text import clean_text

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = [
    "# heading",
    "####### seven",
    "#",
    "closing #",
    "a\n===",
    "a\n---",
    "---",
    "- - -",
    "***",
    "* item",
    "+ item",
    "- item\n- item",
    "-",
    "1. one\n2. two",
    "1) one",
    "123456789. many",
    "> quote",
    ">",
    "    code",
    "\tcode",
    "```\ncode\n```",
    "~~~\ncode",
    "`code`",
    "``",
    "**bold** *it* __b__ _i_",
    "***",
    "a*b*c a_b_c",
    "5 * 3 * 2",
    "~~gone~~ ~gone~",
    "[text](https://example.org)",
    "[a]: https://example.org\n[a]",
    "[^1] ![image](x.png)",
    "<https://example.org> <b>bold</b> <!-- gone --> <?x?> <!X>",
    "</div>",
    "&amp; &lt; &#35; &#x23; &copy; &nosuch;",
    "https://example.org/a_b_c www.example.org a@example.org",
    "| a | b |\n| --- | --- |\n| c | d |",
    "| a | b |\n| --- | --- | --- |\n| c | d | e |",
    "a | b\n:-- | --:",
    "a\n:-:",
    "|\n-|",
    "a \\| b \\\\| c",
    "back\\",
    "back\\\nnext",
    "\\*not\\*",
    "two  \nspaces",
    "+++\ntitle = 1\n+++",
    "- [ ] task",
    "\u2028# line\u2029> end\x00\x1b[0m",
    "\u00a0\u3000wide\u2003space\u00a0",
    "{{ braces }} {% raw %} ${x} $x$",
    "‮bidi ⁦",
    "**",
    "_",
    "\\",
    "!",
    "=",
    "--",
    "a\n\n\n# b\n\n    c",
]
hostile = st.one_of(
    st.sampled_from(HOSTILE),
    st.lists(st.sampled_from([*HOSTILE, " ", "\n", "word", "é", "“", "|"])).map("".join),
    st.text(st.sampled_from("*_`~#>-+=|:[]()<>&;!\\ \n\t1.a\"'/é"), max_size=24),
    st.text(max_size=40),
)


def page(text: str, lead: str = "") -> Document:
    """One of every block, each with the text as an answer, after our own words or not."""
    said = (Span(lead), Span(text, "start.name")) if lead else (Span(text, "start.name"),)
    strong = (Span(text, "start.name", True), Span(" ends."))
    fact = Fact("Label", said)
    blocks: tuple[Block, ...] = (
        Heading(2, (Span("x"), *said)),
        Text(said),
        Text(strong),
        Quote((Span("x"), *said)),
        Note((*said, Span("."))),
        Facts((fact, fact)),
        Text(said),
        Items((Item((Span("x"), *said), (fact,)), Item(strong, (fact, fact)))),
        Table(
            (Column("a", "A"), Column("b", text)),
            (Row((Cell(said), Cell((Span("b"),)))), Row((Cell((Span("c"),)), Cell(said)))),
        ),
        Table(
            (Column("a", "A"), Column("b", text, aside=True)),
            (Row((Cell(said), Cell(said))), Row((Cell((Span("c"),)), Cell(said)))),
        ),
        Picture(
            Bars("k", (Bar(text, 3, note=text), Bar("b", 1)), line=2),
            Words(Pictured(text, x=text, note=text), text),
        ),
        Note((Span("end"),)),
    )
    return Document("brief", text, "the form", "k1", dt.date(2026, 1, 2), "en", "€", blocks)


def structure(source: str) -> list[str]:
    """The blocks of a Markdown text, without paragraphs inside blocks (a blank line's worth)."""
    return [
        token.type
        for token in PARSER.parse(source)
        if token.type != "inline" and not token.type.startswith("paragraph")
    ]


def inner(source: str) -> Counter[str]:
    """What stands inside the blocks, besides text, line ends and our own strong words."""
    return Counter(
        child.type
        for token in PARSER.parse(source)
        for child in token.children or ()
        if child.type
        not in ("text", "text_special", "softbreak", "hardbreak", "strong_open", "strong_close")
    )


def visible(source: str) -> str:
    words = []
    for token in PARSER.parse(source):
        if token.children is not None:
            parts = (
                "\n" if child.type in ("softbreak", "hardbreak") else child.content
                for child in token.children
            )
            words.append("".join(parts))
    return "".join("\n".join(words).split())


def expected(document: Document) -> str:
    words = [document.title]
    for block in document.blocks:
        match block:
            case Facts():
                words += [f"{row.label}:" + _plain(row.spans) for row in block.rows]
            case Items():
                for item in block.items:
                    words.append(_plain(item.spans))
                    words += [f"{fact.label}:" + _plain(fact.spans) for fact in item.facts]
            case Table():
                narrow = block.narrow
                words += [column.label for column in narrow.columns]
                words += [_plain(cell.spans) for row in narrow.rows for cell in row.cells]
                for row, facts in zip(narrow.rows, block.asides, strict=True):
                    if any(block.asides):
                        words.append(_plain(row.cells[0].spans))
                        words += [f"{fact.label}:" + _plain(fact.spans) for fact in facts]
            case Picture():
                head, rows = table_of(block)
                words += [f"{block.words.title}:{block.words.note}", *head]
                words += [cell for row in rows for cell in row]
            case _:
                words.append(_plain(block.spans))
    return "".join(clean_text("\n".join(words)).split())


def _plain(spans) -> str:
    return "".join(span.text for span in spans)


@settings(max_examples=400)
@given(hostile, st.sampled_from(["", "Our promise: "]))
@example("\\", "")
@example("*", "")
def test_the_same_text_is_seen_and_nothing_is_restructured(text, lead):
    document = page(text, lead)
    source = markdown(document)
    assert visible(source) == expected(document)
    assert inner(source) == Counter()
    harmless = markdown(page("word", lead))
    if clean_text(text).split():
        assert structure(source) == structure(harmless)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("lead", ["", "Our promise: "])
def test_known_attacks(text, lead):
    document = page(text, lead)
    source = markdown(document)
    assert visible(source) == expected(document)
    assert inner(source) == Counter()
    assert structure(source) == structure(markdown(page("word", lead)))


@pytest.mark.parametrize(
    "text",
    [
        "Owners of cafés (1–3 branches), who count by hand & lose €40 a week.",
        "5 * 3 < 20 and snake_case stays; about ~50 people, 20% – or #3 of 7!",
        'A "quoted" word, it\'s C:\\Temp, a+b=c; x > y; 1.5 kg; R&D, 24/7 {ok} | or.',
        "$420 to $560 per month; tel. +32 2 555; 7:30–19:00",
        "-5 °C, then 3.5 hours",
        "2026 was the year",
    ],
)
def test_prose_stays_as_it_was_typed(text):
    source = markdown(page(text))
    assert f"\n\n{text}\n\n" in source


def test_bare_links_are_text_even_where_a_reader_would_link_them():
    source = markdown(page("see https://example.org and www.example.org"))
    assert "https\\://example.org and www\\.example.org" in source
    assert "://" not in source.replace("\\://", "")


def test_lines_of_an_answer_stay_lines():
    document = page("one\n\n- two\nthree ")
    source = markdown(document)
    assert "> xone\n>\n> \\- two\\\n> three\n" in source


def test_strong_words_that_would_not_be_strong_are_left_plain():
    spans = (Span("a"), Span("“b”", "start.name", True), Span("c"))
    document = Document("brief", "n", "s", "k1", dt.date(2026, 1, 2), "en", "€", (Text(spans),))
    assert markdown(document).endswith("\n\na“b”c\n")
