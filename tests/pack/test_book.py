"""The pack as a book: contents, pages, and links that lead somewhere."""

from pathlib import Path

import pytest

from coach import flow
from coach.coaching.engine import RULES, STRENGTHS
from coach.pack.book import Book, Spot
from coach.pack.pack import Pack, default_root, rule_file
from coach.pack.read import BrokenPack, MissingPage
from coach.pack.runsheet import run_sheet
from coach.refusal import Refusal

ABOUT = 'id = "own"\ntitle = "Our course"\nversion = "2"\nlanguage = "en"\n'

LANTERN = """+++
title = "The lantern"
question = "Where do you compete, and with what?"
depth = "intermediate"
sources = ["Wick, Lanterns, 1980"]
cards = ["niche.size", "differentiation.type"]
+++

## What it is

Two questions. See [the size card](coach:niche.size#example) and [niches](coach:glossary#niche).

## Use it here

Write *one* square.
"""

KITE = """+++
title = "Kite"
question = "Which nine?"
depth = "fundamentals"
sources = []
cards = []
+++

## What it is

A sheet of nine boxes.
"""


def write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def make(root: Path) -> Path:
    write(root, "pack.toml", ABOUT)
    write(root, "frameworks/lantern.md", LANTERN)
    write(root, "frameworks/kite.md", KITE)
    return root


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A pack with two pages, to be changed."""
    return make(tmp_path)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The same pack over the shipped one, to be read."""
    return Book(Pack(make(tmp_path_factory.mktemp("pack")), Pack()))


def chapter(book: Book, key: str) -> list[str]:
    found = next(chapter for chapter in book.contents if chapter.key == key)
    return [str(entry.spot) for entry in found.entries]


def section(book: Book, key: str, heading: str) -> str:
    return next(each.text for each in book.page(key).sections if each.heading == heading)


# -- contents ---------------------------------------------------------------------------------


def test_the_contents_follow_the_walk_and_then_the_chapters() -> None:
    book = Book(Pack())
    for step in flow.STEPS:
        assert chapter(book, step.key) == [card.key for card in step.cards]
    assert chapter(book, "rules") == [
        rule_file(rule).removesuffix(".md").replace("/", ".")
        for rule in sorted({each.id for each in (*RULES, *STRENGTHS)}, key=_by_step)
    ]
    names = [file.stem for file in (default_root() / "examples").glob("*.toml")]
    names.sort(key=lambda name: (name.startswith("practice-"), name))  # weak ones come last
    assert chapter(book, "examples") == [f"examples.{name}" for name in names]
    assert {"glossary#niche", "glossary#micro-segment"} <= set(chapter(book, "glossary"))


def _by_step(rule: str) -> tuple[int, str]:
    return ["NI", "VP", "DI", "RI", "RE", "ST"].index(rule[:2]), rule


def test_every_line_of_the_contents_says_from_which_depth_it_helps() -> None:
    depths = {str(each.spot): each.depth for each in Book(Pack()).entries}
    for card in flow.CARDS:
        assert depths[card.key] == min(field.depth for field in card.fields).key


def test_frameworks_stand_by_depth_and_then_by_title(book: Book) -> None:
    stems = [key for key in chapter(book, "frameworks") if key in FRAMEWORKS]
    assert stems == ["frameworks.kite", "frameworks.lantern"]


FRAMEWORKS = ("frameworks.kite", "frameworks.lantern")


def test_a_pack_names_its_chapters(own: Path) -> None:
    write(own, "pack.toml", ABOUT + '[steps]\nniche = "Nische"\nframeworks = "Modelle"\n')
    titles = {chapter.key: chapter.title for chapter in Book(Pack(own, Pack())).contents}
    assert (titles["niche"], titles["frameworks"]) == ("Nische", "Modelle")
    assert titles["value"] == Pack().step_title("value")


def test_what_a_pack_lacks_comes_from_the_one_below(own: Path) -> None:
    book = Book(Pack(own, Pack()))
    write(own, "niche/size.md", '+++\ntitle = "How many?"\n+++\n## Example\nNine shops.\n')
    write(own, "glossary.md", '+++\ntitle = "Words"\n+++\n## Stall\nA table at a market.\n')
    assert book.page("niche.size").title == "How many?"
    assert section(book, "niche.size", "Example") == "Nine shops."
    assert section(book, "niche.size", "Fundamentals")
    assert {"glossary#stall", "glossary#niche"} <= set(chapter(book, "glossary"))


# -- pages ------------------------------------------------------------------------------------


def test_every_page_of_the_shipped_pack_has_a_title_and_something_to_say() -> None:
    book = Book(Pack())
    for key in book.keys:
        page = book.page(key)
        assert page.key == key
        assert page.title.strip()
        assert page.sections
        assert page.markdown().startswith("# ")


def test_a_card_s_page_has_its_guide_questions_options_and_figures(book: Book) -> None:
    page = book.page("niche.size")
    headings = [each.heading for each in page.sections]
    assert headings[0] == "Fundamentals"
    assert headings[-1] == "See also"
    assert "How many there are" in section(book, "niche.size", "Questions")
    assert "customers in reach × share that buys" in section(book, "niche.size", "Figures")
    assert "*Service*" in section(book, "differentiation.type", "Questions")


def test_cards_and_frameworks_name_each_other(book: Book) -> None:
    assert "(coach:frameworks.lantern)" in section(book, "niche.size", "See also")
    assert "(coach:niche.size)" in section(book, "frameworks.lantern", "See also")
    assert "Wick, Lanterns, 1980" in section(book, "frameworks.lantern", "Sources")
    assert not [s for s in book.page("frameworks.kite").sections if s.heading == "See also"]


def test_a_rule_s_page_says_what_why_and_how(book: Book) -> None:
    page = book.page("rules.niche.NI01")
    assert page.title.startswith("NI01: ")
    assert [each.heading for each in page.sections][:3] == ["", "Why", "How to fix"]
    assert "{quote}" not in page.markdown()


def test_an_example_s_page_says_whom_it_is_for_and_how_to_open_it(book: Book) -> None:
    told = book.page("examples.molar-guard").markdown()
    assert "Dental practices without IT staff" in told
    assert "coach new mine --from molar-guard" in told
    assert "k3e8c1" not in told


SHEET = """title = "One [evening]"
minutes = 40
material = ["Paper"]

[[blocks]]
title = "Niches"
minutes = 40
do = "Write."
card = "niche.size"
"""


def test_a_run_sheet_is_a_page_that_leads_to_its_cards(own: Path) -> None:
    write(own, "runsheets/evening.toml", SHEET)
    book = Book(Pack(own, Pack()))
    assert {str(e.spot): e.title for e in book.entries}["runsheets.evening"] == "One [evening]"
    assert book.page("runsheets.evening").markdown() == (
        "# One \\[evening\\]\n\n- 40 minutes\n- Paper\n\n## Blocks\n\n"
        "1. **Niches** (40 minutes): Write. [niche.size](<coach:niche.size>)"
    )


HUGE = "9" * 4_000
TOO_HUGE = f"0x{'f' * 20_000}"
"""A number of more digits than Python turns into text."""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        *(
            ('card = "niche.size"', f"{kind} = {odd}", f"9: '{kind}' {said}")
            for kind in ("card", "topic")
            for odd, said in [
                ("7", "must be text"),
                (HUGE, "must be text"),
                ("[[]]", "must be text"),
                ("{ a = 1 }", "must be text"),
                ('"niche.sise"', "is 'niche.sise', and the pack has no such page"),
                ('"rules.niche.NI01"', "is 'rules.niche.NI01', and the pack has"),
                ('"glossary"', "is 'glossary', and the pack has"),
                ('"../../secret"', "is '../../secret', and the pack has"),
                ('"niche.size#example"', "is 'niche.size#example', and the pack has"),
                ('"a\\nb](coach:x)"', "is 'a b](coach:x)', and the pack has"),
                (f'"{"x" * 9_000}"', "is 'xxx"),
            ]
        ),
        ('"niche.size"', TOO_HUGE, "9: is not TOML: a number has thousands of digits"),
        ('"One [evening]"', "7", "1: 'title' must be text"),
        ("minutes = 40\nmaterial", f"minutes = {HUGE}\nmaterial", "2: 'minutes' must be from 1"),
        ("minutes = 40\ndo", f"minutes = {HUGE}\ndo", "7: 'minutes' must be from 1"),
        ('["Paper"]', '"x"', "3: 'material' must be a list"),
    ],
)
def test_an_odd_run_sheet_is_refused_in_one_line(own: Path, old: str, new: str, told: str) -> None:
    write(own, "runsheets/evening.toml", SHEET.replace(old, new))
    file = own / "runsheets/evening.toml"
    pack = Pack(own, Pack())
    with pytest.raises(BrokenPack) as printed:
        run_sheet(pack, "evening")
    with pytest.raises(BrokenPack) as opened:
        Book(pack).page("runsheets.evening")
    for refused in (printed, opened):
        assert str(refused.value).startswith(f"{file}:{told}")
        assert len(str(refused.value)) < 250 + len(str(file))
        assert "\n" not in str(refused.value)


def test_a_run_sheet_opens_although_a_card_of_it_is_broken(own: Path) -> None:
    write(own, "runsheets/evening.toml", SHEET)
    write(own, "niche/size.md", "+++\ntitle = \n+++\n")
    assert "coach:niche.size" in Book(Pack(own, Pack())).page("runsheets.evening").markdown()


@pytest.mark.parametrize(
    ("file", "key"),
    [
        ("frameworks/lantern.md", "frameworks.lantern"),
        ("niche/size.md", "niche.size"),
        ("rules/niche/NI01.md", "rules.niche.NI01"),
        ("runsheets/evening.toml", "runsheets.evening"),
    ],
)
def test_a_broken_page_is_listed_under_its_key_and_says_why(own: Path, file: str, key: str) -> None:
    write(own, file, "+++\ntitle = \n+++\n")
    book = Book(Pack(own, Pack()))
    assert {str(e.spot): e.title for e in book.entries}[key] == key
    assert book.resolve(f"coach:{key}") == Spot(key)
    with pytest.raises(BrokenPack, match="is not TOML"):
        book.page(key)


@pytest.mark.parametrize("file", ["glossary.md", "examples/x.toml"])
def test_a_broken_glossary_or_example_takes_nothing_else_along(own: Path, file: str) -> None:
    write(own, file, "+++\n= \n")
    book = Book(Pack(own, Pack()))
    assert book.page("frameworks.lantern").title
    assert "niche.size" in book.keys


@pytest.mark.parametrize(
    "key", ["", "claims", "words.everyone", "niche", "niche.", "a.b", "x" * 99]
)
def test_what_is_no_page_is_missing(book: Book, key: str) -> None:
    with pytest.raises(MissingPage):
        book.page(key)


# -- links ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("coach:niche.size", "niche.size"),
        ("coach:niche.size#example", "niche.size#example"),
        ("coach:niche.size#common-mistake", "niche.size#common-mistake"),
        ("coach:glossary#micro-segment", "glossary#micro-segment"),
        ("coach:frameworks.lantern#what-it-is", "frameworks.lantern#what-it-is"),
        ("coach:claim", "claim"),
        ("coach:rules.niche.NI01#how-to-fix", "rules.niche.NI01#how-to-fix"),
        ("coach:examples.molar-guard", "examples.molar-guard"),
        ("#use-it-here", "frameworks.lantern#use-it-here"),
        ("#", "frameworks.lantern"),
        ("coach:niche.sise", None),
        ("coach:niche.size#nowhere", None),
        ("#nowhere", None),
        ("coach:", None),
        ("coach:../secret", None),
        ("coach:niche/size", None),
        ("https://example.org", None),
        ("niche.size", None),
        ("", None),
    ],
)
def test_where_a_link_leads(book: Book, link: str, leads: str | None) -> None:
    spot = book.resolve(link, "frameworks.lantern")
    assert (str(spot) if spot else None) == leads


@pytest.mark.parametrize(
    ("word", "leads"),
    [
        ("niche.size", "niche.size"),
        ("niche.size#example", "niche.size#example"),
        ("size", "niche.size"),
        ("Size", "niche.size"),
        ("NI01", "rules.niche.NI01"),
        ("ni01", "rules.niche.NI01"),
        ("lantern", "frameworks.lantern"),
        ("kite", "frameworks.kite"),
        ("micro-segment", "glossary#micro-segment"),
        ("Micro Segment", "glossary#micro-segment"),
        ("molar-guard", "examples.molar-guard"),
        ("glossary", "glossary"),
    ],
)
def test_what_somebody_may_call_a_page(book: Book, word: str, leads: str) -> None:
    assert str(book.find(word)) == leads


@pytest.mark.parametrize(
    ("word", "near"),
    [("niche.sise", "niche.size"), ("lantrn", "frameworks.lantern"), ("qqqqqqqqq", "coach guide")],
)
def test_an_unknown_page_is_refused_with_the_nearest(book: Book, word: str, near: str) -> None:
    with pytest.raises(Refusal, match="there is no page") as refusal:
        book.find(word)
    assert near in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    ("front", "told"),
    [("title = 1", "'title' must be text"), ("everyday = [1]", "'everyday' must be a list")],
)
def test_a_glossary_that_is_none_says_so(own: Path, front: str, told: str) -> None:
    write(own, "glossary.md", f"+++\n{front}\n+++\n## Niche\nA corner.\n")
    book = Book(Pack(own, Pack()))
    with pytest.raises(BrokenPack, match=f"glossary.md:2: {told}"):
        book.page("glossary")
    assert book.terms.headings == {}


def test_a_term_s_definition(book: Book) -> None:
    found = book.definition("micro-segment")
    assert found is not None
    assert found.heading == "Micro-segment"
    assert "niche" in found.text
    assert book.definition("nowhere") is None
