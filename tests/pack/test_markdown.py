"""A pack's Markdown as blocks of words, with its terms marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.pack.markdown import Block, Run, blocks, plain, with_terms
from coach.pack.terms import Terms
from coach.text import clean_text

TERMS = Terms(("Niche", "Micro-segment"))


def shape(text: str) -> list[tuple[str, int, str, str]]:
    return [(each.kind, each.level, each.bullet, each.plain) for each in blocks(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One.\n\nTwo.", [("text", 0, "", "One."), ("text", 0, "", "Two.")]),
        ("One\nline.", [("text", 0, "", "One line.")]),
        ("# A\n### B", [("heading", 1, "", "A"), ("heading", 3, "", "B")]),
        ("- a\n- b", [("text", 1, "•", "a"), ("text", 1, "•", "b")]),
        ("3. a\n4. b", [("text", 1, "3.", "a"), ("text", 1, "4.", "b")]),
        ("- a\n  - b\n\n  c", [("text", 1, "•", "a"), ("text", 2, "•", "b"), ("text", 1, "", "c")]),
        ("> q", [("quote", 0, "", "q")]),
        ("```\nx = 1\n```", [("code", 0, "", "x = 1")]),
        ("<b>x</b> [/] [b]", [("text", 0, "", "<b>x</b> [/] [b]")]),
        ("", []),
    ],
)
def test_blocks(text: str, found: list[tuple[str, int, str, str]]) -> None:
    assert shape(text) == found


def test_runs_know_their_marks_and_where_they_lead() -> None:
    (block,) = blocks("a **b [c](coach:x.y#z)** `d` *e*")
    assert block.runs == (
        Run("a "),
        Run("b ", ("strong",)),
        Run("c", ("strong",), "coach:x.y#z"),
        Run(" "),
        Run("d", ("code",)),
        Run(" "),
        Run("e", ("em",)),
    )


@pytest.mark.parametrize(
    ("link", "term"),
    [
        ("coach:glossary#niche", "niche"),
        ("coach:glossary#größe", "größe"),
        ("coach:glossary", ""),
        ("coach:niche.size#example", ""),
    ],
)
def test_links_to_terms_are_known(link: str, term: str) -> None:
    (block,) = blocks(f"[x]({link})")
    assert (block.runs[0].link, block.runs[0].term) == (link, term)


def test_a_table_has_rows_of_cells() -> None:
    (table,) = blocks("| a | b |\n|---|---|\n| *1* | |\n")
    assert [[plain(cell) for cell in row] for row in table.rows] == [["a", "b"], ["1", ""]]


def marked(text: str) -> list[tuple[str, str]]:
    """The words that lead to a term."""
    runs: list[Run] = []
    for block in with_terms(blocks(text), TERMS):
        runs += [*block.runs, *(run for row in block.rows for cell in row for run in cell)]
    return [(run.text, run.term) for run in runs if run.term]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A niche, and a niche again.", [("niche", "niche")]),
        ("A niche.\n\n## B\n\nA niche.", [("niche", "niche"), ("niche", "niche")]),
        ("Some *micro-segments* in niches", [("micro-segments", "micro-segment"), ("niches",) * 2]),
        ("## Niche\n\nA niche is a niche.", []),
        ("# A niche\n\nOne niche.", [("niche", "niche")]),
        ("`niche` and [niche](coach:niche.size)", []),
        ("[a group](coach:glossary#niche), then a niche", [("a group", "niche")]),
        ("| niche |\n|---|\n| niche |\n", [("niche", "niche")]),
        ("- a niche\n- a niche", [("niche", "niche")]),
    ],
)
def test_the_first_mention_in_a_section_leads_to_the_glossary(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert marked(text) == [(words, term.removesuffix("s")) for words, term in found]


@given(st.text(max_size=200))
def test_marking_terms_changes_no_word(text: str) -> None:
    def words(found: list[Block]) -> list[str]:
        return [b.plain + "".join(plain(c) for row in b.rows for c in row) for b in found]

    read = list(blocks(text))
    assert words(list(with_terms(read, TERMS))) == words(read)
    assert all(clean_text(each) == each for each in words(read))
