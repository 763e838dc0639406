"""How words, phrases, figures and names are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.coaching import typos
from coach.coaching.groups import two_groups
from coach.coaching.language import (
    Reader,
    akin,
    find,
    names,
    overlap,
    related,
    stem,
    words,
)
from coach.coaching.markets import only_demographic, whole_market
from coach.coaching.typos import Typos
from coach.pack.pack import Pack

READ = Reader(Pack().words)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("business", "businesses"),
        ("company", "Companies"),
        ("monitor", "monitoring"),
        ("plan", "planning"),
        ("price", "pricing"),
        ("café", "CAFES"),
        ("customer", "customer's"),
        ("service", "services"),
        ("box", "boxes"),
        ("promise", "promised"),
        ("sell", "Sold"),
        ("teeth", "tooth"),
        ("writing", "written"),
    ],
)
def test_inflected_words_share_a_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("bus", "business"), ("in", "inn"), ("us", "use")])
def test_other_words_do_not(one, other):
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    "text", ["High-quality work", "HIGH QUALITY", "of high\nquality!", "high – quality"]
)
def test_phrases_are_found_across_hyphens_case_and_lines(text):
    (span,) = find(text, ("high quality",))
    assert text[span.start : span.end].casefold().startswith("high")


def test_the_longest_phrase_wins_and_none_overlap():
    spans = find("great customer service", ("great", "customer service", "great customer service"))
    assert [(span.first, span.last) for span in spans] == [(0, 2)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("qualtiy", "quality"),
        ("custommers", "customer"),
        ("custmers", "customers"),
        ("evrybody", "everybody"),
        ("affordible", "affordable"),
        ("profesional", "professional"),
        ("competittors", "competitor"),
    ],
)
def test_a_plain_typo_is_the_word_that_was_meant(typed, meant):
    (span,) = find(f"for {typed} only", (meant,))
    assert (span.start, span.end) == (4, 4 + len(typed))


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("sample", "simple"),
        ("contract", "contrast"),
        ("contact", "contract"),
        ("county", "country"),
        ("patents", "patients"),
        ("casual", "causal"),
        ("form", "from"),
        ("equality", "quality"),
        ("strangers", "stronger"),
    ],
)
def test_another_word_is_no_typo(typed, other):
    assert find(f"for {typed} only", (other,)) == ()


@given(st.text("aB .\n-"), st.sampled_from([" ", "  ", "\n", "\t"]))
def test_white_space_at_the_end_changes_no_word(text, space):
    assert words(text + space) == words(text)


@pytest.mark.parametrize("text", ["Ghent bakers ", "Who pays ", "A b "])
def test_the_first_word_opens_the_text_and_is_no_name_for_that(text):
    first, *_ = words(text)
    assert (first.opens, first.named) == (True, False)


def test_a_name_is_no_typo():
    assert find("We sell Affordible in Ghent", ("affordable",)) == ()


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=4))
def test_a_known_word_is_always_itself(typed, known):
    assert Typos([typed, *known]).meant(typed) == typed
    assert Typos(known).meant(typed) in {typed, *known}


def test_words_inside_words_are_no_hits():
    assert find("Beverage allowance", ("all", "rage", "beverages allow")) == ()


@pytest.mark.parametrize("text", ["€900", "19 of 22", "twice", "a dozen", "15-minute", "3rd"])
def test_figures(text):
    assert READ.has_figure(text)


@pytest.mark.parametrize("text", ["", "often", "one-stop", "B2B", "no one"])
def test_no_figures(text):
    assert not READ.has_figure(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bakers in Ghent", ("Ghent",)),
        ("Bakers who use QuickBooks", ("QuickBooks",)),
        ("certified to ISO 9001", ("ISO",)),
        ("We sell. Then we wait", ()),
        ("- Bakers\n- Butchers", ()),
        ("an IT firm and some SMEs", ()),
        ("BAKERS IN GHENT", ()),
        ("Great Bread For Busy People Everywhere", ()),
        ("what I'd do and I’ll do", ()),
    ],
)
def test_names(text, expected):
    assert names(text, Pack().words("abbreviations")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Betriebe mit eigener Käserei", ()),
        ("Betriebe in Sankt Gallen", ("Sankt", "Gallen")),
        ("Praxen mit CGM-Software und 3D-Druck", ("CGM",)),
        ("IT für KMU", ()),
        ("IN GRAZ", ("GRAZ",)),
        ("", ()),
    ],
)
def test_where_nouns_have_capitals_names_are_those_that_are_known(text, expected):
    assert names(text, ("IT", "KMU"), ("Sankt Gallen", "Graz")) == expected


@pytest.mark.parametrize("text", ["none", "N/A", "-", "…", "nothing really", "no one."])
def test_saying_nothing(text):
    assert READ.says_nothing(text)


@pytest.mark.parametrize("text", ["", "  ", "no hospitals", "none under 18", "Nothing in Ghent"])
def test_saying_something_or_not_yet(text):
    assert not READ.says_nothing(text)


def test_shared_words():
    assert READ.share("dental practices", "Dentists in Ghent")
    assert READ.share("Cyclists", "people who go by bike")
    assert not READ.share("wedding photographers", "dental practices")
    assert not READ.share("the and of", "of the and")


def test_related_stems_and_overlap():
    assert related("dentist", "dental")
    assert not related("computer", "company")
    assert not related("a", "ab")
    assert overlap("ab", "ab") == 1
    assert overlap("", "") == 0
    assert overlap("ab", "bc") == pytest.approx(1 / 3)


def test_groups():
    assert whole_market("Everybody!", READ) == "Everybody!"
    assert not whole_market("", READ)
    assert only_demographic("women, 30-45", READ)
    assert not only_demographic("everyone", READ)
    assert two_groups("Bakers and butchers in Ghent", READ) == "Bakers and butchers"
    assert not two_groups("Bakers in Ghent and Bruges", READ)


@given(st.text(max_size=200))
def test_reading_any_text(text):
    read = words(text)
    assert all(text[word.start : word.end] == word.text for word in read)
    assert all(stem(word.text) == word.stem for word in read)
    for name in ("everyone", "generic_benefits"):
        for span in READ.find(text, name):
            assert 0 <= span.start < span.end <= len(text)
    assert READ.share(text, text) == bool(READ.stems(text))


@given(
    st.lists(st.text("abc", min_size=1, max_size=9), max_size=12),
    st.lists(st.text("abc", min_size=1, max_size=9), max_size=12),
)
def test_what_is_akin_is_related_to_one_of_the_others(some, others):
    assert akin(some, others) == [a for a in some if any(related(a, b) for b in others)]


def test_a_word_of_thousands_of_letters_is_compared_with_nothing(monkeypatch):
    known = Typos(["deliver", "customer"])
    monkeypatch.setattr(typos, "_slip", lambda *_: pytest.fail("compared"))
    assert known.meant("delivery" * 800) == "delivery" * 800
