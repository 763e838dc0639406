"""Every link in the shipped pack leads somewhere."""

import re
from pathlib import Path

from coach.pack.book import Book
from coach.pack.pack import Pack

LINK = re.compile(r"\]\(\s*<?((?:coach:|#)[^)>\s]*)")


def dead(book: Book) -> list[str]:
    """The links of a book's pages that lead nowhere, each with its page."""
    return [
        f"{key}: {link}"
        for key in book.keys
        for link in LINK.findall(book.page(key).markdown())
        if book.resolve(link, key) is None
    ]


def test_every_link_of_the_shipped_pack_leads_somewhere() -> None:
    assert dead(Book(Pack())) == []


def test_a_dead_link_would_be_noticed(tmp_path: Path) -> None:
    about = 'id = "x"\ntitle = "X"\nversion = "1"\nlanguage = "en"\n'
    (tmp_path / "pack.toml").write_text(about, encoding="utf-8")
    (tmp_path / "frameworks").mkdir()
    page = (
        '+++\ntitle = "X"\nquestion = "?"\ndepth = ""\nsources = []\n'
        'cards = ["niche.size", "no.card"]\n+++\n## What it is\n'
        "[one](coach:niche.size) [two](coach:niche.sise) [three](#nowhere) [four](#what-it-is)\n"
    )
    (tmp_path / "frameworks" / "x.md").write_text(page, encoding="utf-8")
    found = [each for each in dead(Book(Pack(tmp_path, Pack()))) if each.startswith("frameworks.x")]
    links = ["coach:niche.sise", "#nowhere", "coach:no.card"]
    assert found == [f"frameworks.x: {link}" for link in links]
