"""Full-text search: everything is found, best first, whatever is typed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_packs import HEAD as ABOUT
from small_packs import write

from coach.pack.book import Book, Spot
from coach.pack.pack import Pack
from coach.pack.search import Index

SHIPPED = Book(Pack())
INDEX = Index(SHIPPED)

HEAD = 'question = "Which?"\ndepth = "advanced"\nsources = []\ncards = []\n'
PAGES = {
    "frameworks/lantern.md": """+++
title = "The quizzical lantern"
question = "Which?"
depth = "advanced"
sources = []
cards = []
+++
## What it is
Some call such water a *zany* ocean. [Quizzical](https://example.org/hidden) people do.
## Use it here
Light it.
""",
    "sectors/boats.md": """+++
title = "Boats"
question = "Which?"
depth = "advanced"
sources = []
cards = []
+++
## What it is
Ask for the quizzical story of a zany boat.
""",
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """The shipped pack with two pages more."""
    return Index(Book(pack(tmp_path_factory.mktemp("pack"), PAGES)))


def pack(root: Path, pages: dict[str, str], language: str = "en") -> Pack:
    about = f'id = "own"\ntitle = "Own"\nversion = "1"\nlanguage = "{language}"\n'
    for name, text in {"pack.toml": about, **pages}.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return Pack(root, Pack())


def found(index: Index, query: str, most: int = 50) -> list[str]:
    return [str(hit.spot) for hit in index.search(query, most)]


def test_every_page_and_every_term_is_found_by_its_title() -> None:
    for entry in SHIPPED.entries:
        assert str(entry.spot) in found(INDEX, entry.title)[:5]


@pytest.mark.parametrize(
    ("query", "best"),
    [
        ("lantern", "frameworks.lantern"),
        ("quizzical", "frameworks.lantern"),
        ("LANTERNS quizzical", "frameworks.lantern"),
        ("zany ocean", "frameworks.lantern#what-it-is"),
        ("oceans zany", "frameworks.lantern#what-it-is"),
        ("light lantern", "frameworks.lantern#use-it-here"),
        ("boat", "sectors.boats"),
        ("size", "niche.size"),
        ("NI01", "rules.niche.NI01"),
        ("micro-segment", "glossary#micro-segment"),
        ("quizzical lant", "frameworks.lantern"),
        ("molar guard", "examples.molar-guard"),
    ],
)
def test_what_comes_first(index: Index, query: str, best: str) -> None:
    assert found(index, query)[0] == best


def test_titles_come_before_texts() -> None:
    hits = INDEX.search("risk", 500)
    named = [i for i, hit in enumerate(hits) if "isk" in hit.title and not hit.heading]
    told = [i for i, h in enumerate(hits) if "isk" not in h.title + h.heading]
    assert named
    assert told
    assert max(named) < min(told)


def test_all_words_must_be_there_and_the_last_may_be_unfinished(index: Index) -> None:
    assert found(index, "quizzical") == [
        "frameworks.lantern",
        "frameworks.lantern#what-it-is",
        "sectors.boats#what-it-is",
    ]
    assert found(index, "quizzical boa") == ["sectors.boats#what-it-is"]
    assert found(index, "quizzical xyzzy") == []
    assert found(index, "hidden zany") == []


@pytest.mark.parametrize("one", ["competitor", "segment", "story", "pricing", "niche"])
def test_a_word_is_found_in_its_other_forms(one: str) -> None:
    plural = f"{one[:-1]}ies" if one.endswith("y") else f"{one}s"
    assert set(found(INDEX, f"{one} a", 500)) == set(found(INDEX, f"{plural} a", 500))


def test_the_snippet_shows_where_the_words_stand(index: Index) -> None:
    (hit,) = index.search("zany ocean")
    assert hit.snippet == (
        "Some call such water a ",
        "zany",
        " ",
        "ocean",
        ". Quizzical people do.",
    )
    assert (hit.title, hit.heading) == ("The quizzical lantern", "What it is")


def test_a_snippet_is_short(index: Index) -> None:
    for hit in index.search("n"):
        assert len("".join(hit.snippet)) < 150


@pytest.mark.parametrize("query", ["", " ", "?!", "***", "\x00", "—"])
def test_without_a_word_nothing_is_found(query: str) -> None:
    assert INDEX.search(query) == []


@given(st.text(max_size=80))
def test_a_search_never_raises_and_what_it_finds_is_there(query: str) -> None:
    for hit in INDEX.search(query):
        assert SHIPPED.resolve(f"coach:{hit.spot}") == hit.spot


def test_a_pack_in_another_language_is_searched_as_well(tmp_path: Path) -> None:
    pages = {
        "niche/size.md": '+++\ntitle = "Größe"\n+++\n## Fundamentals\nDie Nischen wählen.\n',
        "frameworks/markt.md": f'+++\ntitle = "市場の大きさ"\n{HEAD}+++\n## A\n小さな市場\n',
    }
    index = Index(Book(pack(tmp_path, pages, "de")))
    for query in ("Größe", "GRÖSSE", "grösse", "große"):
        assert found(index, query)[0] == "niche.size", query
    assert found(index, "nische wahl")[0] == "niche.size#fundamentals"
    assert found(index, "市場")[0] == "frameworks.markt"
    assert "frameworks.markt#a" in found(index, "小さな")


def test_a_broken_page_is_left_out_and_the_rest_is_found(tmp_path: Path) -> None:
    index = Index(Book(pack(tmp_path, {"niche/size.md": "no front matter"})))
    assert Spot("niche.size") not in [hit.spot for hit in index.search("size", 500)]
    assert found(index, "pains")[0] == "value.pains"


@pytest.mark.parametrize("sign", ["\n", "  \n", "[", "[a]("])
def test_a_page_of_nothing_but_signs_is_read_like_any_other(tmp_path: Path, sign: str) -> None:
    body = f"## What it is\n\n{sign * (30_000 // len(sign))}\n\nzymurgy"
    write(tmp_path, "pack.toml", ABOUT)
    write(tmp_path, "frameworks/dough.md", f"+++\ntitle = 'Dough'\n{HEAD}+++\n{body}\n")
    (hit,) = Index(Book(Pack.open(tmp_path))).search("zymurgy")
    assert hit.spot.page == "frameworks.dough"
