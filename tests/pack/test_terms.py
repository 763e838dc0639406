"""Terms of the glossary in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.pack.book import Book
from coach.pack.glossary import glossary
from coach.pack.pack import Pack
from coach.pack.terms import MOST_ALIKE, Terms, slug

GLOSSARY = (
    "Niche", "Micro-segment", "Segment", "Segment test", "Switching cost", "Stall", "Story",
    "Preference, resilience", "R&D",
)  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "named"),
    [
        ("Micro-segment", "micro-segment"),
        ("What it is", "what-it-is"),
        ("  Porter's  (1980) ", "porter-s-1980"),
        ("Größe & Maß", "größe-maß"),
        ("市場", "市場"),
        ("?!", ""),
    ],
)
def test_how_a_heading_is_named_in_a_link(heading: str, named: str) -> None:
    assert slug(heading) == named


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A niche is small.", [("niche", "niche")]),
        ("Niches, and the niche's people", [("Niches", "niche"), ("niche's", "niche")]),
        ("the niches’ people", [("niches", "niche")]),
        ("a micro-segment and a segment", [("micro-segment", "micro-segment"), ("segment",) * 2]),
        ("micro segments", [("micro segments", "micro-segment")]),
        ("five segment tests", [("segment tests", "segment-test")]),
        ("a test of the segment", [("segment", "segment")]),
        ("switching\ncosts", [("switching\ncosts", "switching-cost")]),
        ("two stories", [("stories", "story")]),
        ("NICHE", [("NICHE", "niche")]),
        ("niched, nicher, sub-niche, niche-wide, nichest", []),
        ("installed a forestall", []),
        ("two segment, test it", [("segment", "segment")]),
        ("preference,  resilience", [("preference,  resilience", "preference-resilience")]),
        ("preference and resilience, or r & d", [("r & d", "r-d")]),
        ("", []),
    ],
)
def test_terms_are_found_inflected_and_the_longest_first(
    text: str, found: list[tuple[str, str]]
) -> None:
    mentions = Terms(GLOSSARY).mentions(text)
    assert [(text[each.start : each.end], each.term) for each in mentions] == found


@pytest.mark.parametrize(
    ("term", "language", "text"),
    [
        ("Nische", "de", "zwei Nischen"),
        ("Vorteil", "de", "die Vorteile"),
        ("Vorteil", "de-AT", "des Vorteils"),
        ("nicho", "es", "dos nichos"),
        ("bateau", "fr", "les bateaux"),
        ("segment", "nl", "drie segmenten"),
    ],
)
def test_other_languages_inflect_otherwise(term: str, language: str, text: str) -> None:
    assert [each.term for each in Terms([term], language).mentions(text)] == [term.lower()]


def test_without_a_glossary_there_are_no_terms() -> None:
    assert list(Terms([]).mentions("niche")) == []
    assert list(Terms(["?!"]).mentions("?!")) == []


@given(st.lists(st.text(max_size=12), max_size=6), st.text(max_size=60))
def test_whatever_the_glossary_and_the_text_mentions_are_in_order(
    headings: list[str], text: str
) -> None:
    terms, end = Terms(headings), 0
    for each in terms.mentions(text):
        assert end <= each.start < each.end <= len(text)
        assert each.term in terms.headings
        end = each.end


def test_everyday_words_are_explained_but_not_found() -> None:
    terms = Terms(("Need", "Unmet need"), everyday=("Need",))
    assert set(terms.headings) == {"need", "unmet-need"}
    assert [each.term for each in terms.mentions("you need an unmet need")] == ["unmet-need"]


def test_every_shipped_term_is_found_by_its_own_name_unless_it_is_an_everyday_word() -> None:
    terms = Book(Pack()).terms
    everyday = {slug(heading) for heading in glossary(Pack()).everyday}
    assert everyday < set(terms.headings)
    for term, heading in terms.headings.items():
        found = [each.term for each in terms.mentions(f"The {heading}.")]
        assert found == ([] if term in everyday else [term])


def test_a_glossary_of_one_beginning_is_not_tried_without_end() -> None:
    many = Terms(f"aa {number}" for number in range(2_400))
    assert "aa-2399" in many.headings, "each can be looked up"
    tried = {len(names) for names in many._beginning.values()}
    assert tried == {MOST_ALIKE}
