"""Pages of the pack as content for the screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.pack.book import Book
from coach.pack.markdown import blocks, with_terms
from coach.pack.pack import Pack
from coach.text import clean_text
from coach.tui.guide import draw


def lines(text: str, width: int = 40) -> list[str]:
    return draw(blocks(text), width).content.plain.split("\n")


@pytest.mark.parametrize(
    ("text", "width", "drawn"),
    [
        ("# A\n\nOne\n\nTwo", 40, ["A", "", "One", "", "Two"]),
        ("- a\n- b\n\nc", 40, ["• a", "• b", "", "c"]),
        ("- one two three four\n  - five six seven", 16,
         ["• one two three", "  four", "  • five six", "    seven"]),
        ("> one two three four", 14, ["▌ one two", "▌ three four"]),
        ("10. ten\n11. eleven", 40, ["10. ten", "11. eleven"]),
        ("| a | bb |\n|-|-|\n| ccc | d |", 40, ["a   │ bb", "ccc │ d "]),
        ("| a | bb |\n|-|-|\n| ccc | d |", 6, ["a: ccc", "bb: d"]),
        ("| | bb |\n|-|-|\n| ccc | d |\n| e | |", 6, ["ccc", "bb: d", "", "e"]),
        ("```\nx\n  y\n```", 40, ["x", "  y"]),
        ("[b]x[/b] [/] <i>", 40, ["[b]x[/b] [/] <i>"]),
        ("", 40, [""]),
    ],
)  # fmt: skip
def test_how_a_page_is_drawn(text: str, width: int, drawn: list[str]) -> None:
    assert lines(text, width) == drawn


def test_links_stand_in_their_order_and_one_of_two_kinds_of_words_is_one() -> None:
    drawn = draw(blocks("[a](coach:a) [*b* c](coach:b) [d](coach:a)\n\n| [e](#e) |\n|-|\n"), 40)
    assert drawn.links == ("coach:a", "coach:b", "coach:a", "#e")
    for link, words in enumerate(("a", "b c", "d", "e")):
        content = drawn.marked(link)
        found = [content.plain[s.start : s.end] for s in content.spans if s.style == "reverse"]
        assert "".join(found) == words


@pytest.mark.parametrize("width", [0, 1, 14, 37, 76])
def test_every_page_of_the_shipped_pack_can_be_drawn(width: int) -> None:
    book = Book(Pack())
    for key in book.keys:
        text = book.page(key).markdown()
        drawn = draw(with_terms(blocks(text), book.terms), width)
        assert book.title(key) in drawn.content.plain
        for link in range(len(drawn.links)):
            assert drawn.marked(link).plain == drawn.content.plain


@given(st.text(max_size=200), st.integers(0, 100))
def test_any_text_can_be_drawn_and_is_no_markup(text: str, width: int) -> None:
    content = draw(blocks(text), width).content
    assert clean_text(content.plain) == content.plain
    literal = draw(blocks(f"[@click=app.quit]{text.strip()}".splitlines()[0]), width)
    assert not any("@click" in str(span.style) for span in literal.content.spans)
