"""Text from outside is made safe once, at the boundary."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.text import clean_text, clean_tree, one_line, position

ANY_TEXT = st.text(st.characters())  # half surrogates included


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@given(ANY_TEXT)
def test_clean_text_can_be_written_and_holds_no_controls(text: str) -> None:
    clean = clean_text(text)
    assert clean.encode("utf-8").decode("utf-8") == clean
    controls = [c for c in clean if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]
    assert controls == []


@given(st.text(st.characters(categories=("L", "N", "P", "S"), include_characters=" \n\t")))
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert clean_text(text) == text


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\u2028b\u2029c\x0bd\x0ce\x85f", "a\nb\nc\nd\ne\nf"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x9b31m", "31m"),
        ("\ufeffstart", "start"),
        ("abc\u202ecba", "abccba"),
        ("\u2066x\u2069", "x"),
        ("half \ud83d", "half \ufffd"),
        ("tag \U000e0041", "tag "),
        ("keep\tthis\n[b]and[/b] 👩‍🌾 é", "keep\tthis\n[b]and[/b] 👩‍🌾 é"),
        ("\r\x00\n", "\n\n"),
        ("", ""),
    ],
)
def test_what_goes_and_what_stays(text: str, clean: str) -> None:
    assert clean_text(text) == clean


def test_a_tree_is_cleaned_keys_and_all() -> None:
    tree = {"a\x1b": ["x\r\n", {"b": "\x00y"}, 3, None, True]}
    assert clean_tree(tree) == {"a": ["x\n", {"b": "y"}, 3, None, True]}


@pytest.mark.parametrize(
    ("text", "limit", "line"),
    [
        ("  a \n b\t c ", 0, "a b c"),
        ("abcdef", 6, "abcdef"),
        ("abcdefg", 6, "abcde…"),
        ("abcd efg", 6, "abcd…"),
        ("", 5, ""),
    ],
)
def test_one_line(text: str, limit: int, line: str) -> None:
    assert one_line(text, limit) == line


@given(st.text(), st.integers(1, 50))
def test_one_line_is_one_line_and_no_longer_than_asked(text: str, limit: int) -> None:
    line = one_line(text, limit)
    assert len(line) <= limit
    assert "\n" not in line


@pytest.mark.parametrize(
    ("text", "index"),
    [("1", 0), ("12", 11), ("0", None), ("13", None), ("-1", None), ("²", None), ("", None)],
)
def test_a_row_is_named_by_its_place(text: str, index: int | None) -> None:
    assert position(text, 12) == index


def test_a_place_of_thousands_of_digits_names_no_row() -> None:
    assert position("1" * 5000, 12) is None
