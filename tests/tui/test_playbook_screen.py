"""The playbook: from any card to its topic, on by links and terms, and back to the same caret."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tui.founder import full_plan
from tui.person import Person, sitting

from coach.pack.book import Spot
from coach.pack.pack import Pack
from coach.places import Places
from coach.questions import Depth
from coach.tui.contents import Contents
from coach.tui.playbook import Hits, PlaybookScreen, SearchLine
from coach.tui.reader import Reader
from coach.tui.term import TermSheet

Open = Callable[..., AbstractAsyncContextManager[Person]]
Put = Callable[..., Any]

LANTERN = """+++
title = "The quizzical lantern"
question = "Who holds the light?"
depth = "intermediate"
sources = ["Wick, 1980"]
cards = ["niche.size", "value.promise", "risk.risks", "differentiation.type", "niche.compare"]
+++
## What it is

Light it for a micro-segment, not for everybody. Look at [an example](coach:niche.size#example),
at [the boats](coach:sectors.boats), at [nothing](coach:no.where), or [out](https://example.org/a).

{filler}

## Use it here

Now use it.
"""

BOATS = """+++
title = "Zebra boats"
question = "Which?"
depth = "advanced"
sources = []
cards = []
+++
## What it is

They float. [b]bold[/b] [@click=app.quit]no[/] [/]
"""


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    """The shipped pack with two pages more."""
    root = tmp_path / "pack"
    for name, text in {
        "pack.toml": 'id = "own"\ntitle = "Own"\nversion = "1"\nlanguage = "en"\n',
        "frameworks/lantern.md": LANTERN.replace("{filler}", "\n\n".join(["A long page."] * 40)),
        "sectors/boats.md": BOATS,
        "levers/broken.md": "no front matter",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return Pack(root, Pack())


@pytest.fixture
def open_app(places: Places, pack: Pack) -> Open:
    return partial(sitting, places, pack)


def book(me: Person) -> PlaybookScreen:
    """The playbook, which is in front."""
    screen = me.app.screen
    assert isinstance(screen, PlaybookScreen), me.sees
    return screen


def marked(me: Person) -> str:
    """Where the marked link leads."""
    reader = me.focused
    assert isinstance(reader, Reader)
    return reader._drawn.links[reader.link] if reader.link >= 0 else ""


async def mark(me: Person, link: str, key: str = "tab") -> None:
    """Mark the link that leads to ``link``, by keys."""
    await me.press_until(key, lambda: marked(me) == link)


async def read(me: Person, spot: str) -> None:
    """Open the playbook from the card, and go to a page of it."""
    await me.press("f10")
    book(me).go(Spot(*spot.split("#")))
    await me.settled()


async def search(me: Person, words: str) -> None:
    """Type words into the search line, as soon as everything has been read."""
    await me.until(lambda: me.app.index, "an index")
    await me.press("slash")
    await me.type(words)


# -- the whole way ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "title", "key"),
    [
        ("niche.count", "Size", "f10"),
        ("value.promise", "Promise", "f10"),
        ("risk.risks", "Risks", "f10"),
        ("differentiation.primary", "Type", "f10"),
        ("niche.ratings", "Compare", "f10"),
    ],
)
async def test_from_a_card_to_topic_framework_and_term_and_back_to_the_caret(
    open_app: Open, put: Put, path: str, title: str, key: str
) -> None:
    async with open_app(put(full_plan(Depth.ADVANCED))) as me:
        await me.walk.go_to(path)
        await me.settled()
        at, field = me.at, me.focused
        if hasattr(field, "cursor_location") or hasattr(field, "cursor_position"):
            await me.press("left", "left")
        caret = _caret(field)
        before = me.plan.model_dump()

        await me.press(key)
        assert f"▸ {title}" in me.lines[0]
        await mark(me, "coach:frameworks.lantern", "shift+tab")
        await me.press("enter")
        assert "The quizzical lantern" in me.lines[0]
        await mark(me, "coach:glossary#micro-segment", "right")
        await me.press("enter")
        assert isinstance(me.app.screen, TermSheet)
        assert "A smaller group inside a" in me.seen_words
        await me.press("escape")
        assert "The quizzical lantern" in me.lines[0]
        await me.press("escape")

        assert me.app.screen is me.walk
        assert (me.at, me.focused, _caret(field)) == (at, field, caret)
        assert me.caret_seen, me.sees
        assert me.plan.model_dump() == before


def _caret(field: Any) -> object:
    return getattr(field, "cursor_location", getattr(field, "cursor_position", None))


async def test_a_term_leads_on_into_the_glossary(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan())) as me:
        await read(me, "frameworks.lantern")
        await mark(me, "coach:glossary#micro-segment")
        await me.press("enter", "enter")
        assert book(me).spot == Spot("glossary", "micro-segment")
        assert me.lines[3].split()[0] == "Micro-segment", me.sees
        await me.press("b")
        assert book(me).spot == Spot("frameworks.lantern")
        assert marked(me) == "coach:glossary#micro-segment"


async def test_a_term_in_a_definition_is_explained_in_the_same_sheet(
    open_app: Open, put: Put
) -> None:
    async with open_app(put(full_plan())) as me:
        await read(me, "frameworks.lantern")
        await mark(me, "coach:glossary#micro-segment")
        await me.press("enter")
        await mark(me, "coach:glossary#niche")
        await me.press("enter")
        assert isinstance(me.app.screen, TermSheet)
        assert me.app.screen.term == "niche"
        assert "A well-described group" in me.seen_words
        await me.press("escape")
        assert book(me).spot == Spot("frameworks.lantern")


# -- back and forward -----------------------------------------------------------------------------


async def test_back_and_forward_lead_to_where_one_was_on_the_page(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan())) as me:
        await me.walk.go_to("value.promise")
        await me.press("f10")
        await read_on(me, "frameworks.lantern")
        await me.press("pagedown", "pagedown")
        row = book(me).reader.scroll_offset.y
        assert row > 10
        await mark(me, "coach:niche.size", "shift+tab")
        row = book(me).reader.scroll_offset.y
        await me.press("enter")
        assert book(me).spot == Spot("niche.size")
        assert book(me).reader.scroll_offset.y == 0
        await me.press("backspace")
        assert book(me).spot == Spot("frameworks.lantern")
        assert (book(me).reader.scroll_offset.y, marked(me)) == (row, "coach:niche.size")
        await me.press("b")
        assert book(me).spot == Spot("value.promise")
        await me.press("b")
        assert "first page" in me.notices[-1]
        await me.press("f", "f")
        assert book(me).spot == Spot("niche.size")
        await me.press("f")
        assert "last page" in me.notices[-1]


async def read_on(me: Person, page: str) -> None:
    book(me).go(Spot(page))
    await me.settled()


async def test_a_link_to_a_heading_begins_there(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan())) as me:
        await read(me, "frameworks.lantern")
        await mark(me, "coach:niche.size#example")
        await me.press("enter")
        assert book(me).spot == Spot("niche.size", "example")
        assert "Example" in me.lines[3] + me.lines[4], me.sees


@pytest.mark.parametrize(
    ("link", "told"),
    [("coach:no.where", "leads nowhere"), ("https://example.org/a", "https://example.org/a")],
)
async def test_what_is_no_page_is_said_and_never_opened(
    open_app: Open, put: Put, link: str, told: str
) -> None:
    async with open_app(put(full_plan())) as me:
        await read(me, "frameworks.lantern")
        await mark(me, link)
        await me.press("enter")
        assert told in me.notices[-1]
        assert book(me).spot == Spot("frameworks.lantern")


async def test_tab_goes_on_from_where_one_reads_and_turns_round_at_the_end(
    open_app: Open, put: Put
) -> None:
    async with open_app(put(full_plan())) as me:
        await read(me, "frameworks.lantern")
        await me.press("pagedown", "pagedown", "tab")
        assert marked(me) == "coach:niche.size", "the first below what was read, at the end"
        await me.press("home", "shift+tab")
        assert marked(me) == "https://example.org/a", "the last in view"
        await me.press("tab", "shift+tab", "shift+tab")
        assert marked(me) == "coach:no.where"
        await mark(me, "coach:glossary#micro-segment", "shift+tab")
        await me.press("shift+tab")
        assert marked(me) == "coach:niche.compare", "the last card it is used on"
        await me.press("right")
        assert marked(me) == "coach:glossary#micro-segment"


async def test_a_link_that_nobody_can_see_stops_no_key(
    places: Places, tmp_path: Path, put: Put
) -> None:
    page = tmp_path / "own" / "levers" / "blank.md"
    page.parent.mkdir(parents=True)
    about = 'id = "own"\ntitle = "Own"\nversion = "1"\nlanguage = "en"\n'
    (tmp_path / "own" / "pack.toml").write_text(about, encoding="utf-8")
    page.write_text(BOATS.partition("They")[0] + "x [&nbsp;](#a)\n\n[ ](#b)\n", encoding="utf-8")
    async with sitting(places, Pack(tmp_path / "own", Pack()), put(full_plan())) as me:
        await read(me, "levers.blank")
        await me.press("tab", "tab", "shift+tab", "enter", "escape")
        assert me.app.screen is me.walk


# -- search ---------------------------------------------------------------------------------------


async def test_results_come_as_one_types_and_the_marked_one_opens(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan())) as me:
        await me.press("f10")
        await search(me, "quiz")
        assert "The quizzical lantern" in me.sees
        await me.type("zical xyzzy")
        assert "No page has all these words." in me.seen_words
        await me.press(*["backspace"] * 6)
        assert "The quizzical lantern" in me.sees
        await me.press("ctrl+u")
        assert me.app.screen.query_one(Reader).is_on_screen
        await me.type("light")
        hits = [hit.spot for hit in book(me)._hits]
        assert Spot("frameworks.lantern", "what-it-is") in hits
        await me.press(*["down"] * hits.index(Spot("frameworks.lantern", "what-it-is")), "enter")
        assert book(me).spot == Spot("frameworks.lantern", "what-it-is")
        assert me.focused is book(me).reader
        await me.press("b")
        assert book(me).spot == Spot("start.business")


async def test_words_typed_before_everything_was_read_are_sought_then(
    open_app: Open, put: Put
) -> None:
    async with open_app(put(full_plan())) as me:
        me.send("f10", "slash", *"quizzical")
        await me.until(lambda: me.app.index and book(me)._hits, "hits")
        assert me.app.screen.query_one(SearchLine).value == "quizzical"
        await me.press("enter")
        assert book(me).spot == Spot("frameworks.lantern")


async def test_letters_that_are_keys_on_a_page_are_letters_in_the_search(
    open_app: Open, put: Put
) -> None:
    async with open_app(put(full_plan())) as me:
        await me.press("f10")
        await search(me, "cb/f")
        assert me.app.screen.query_one(SearchLine).value == "cb/f"
        await me.press("backspace", "escape")
        assert me.focused is book(me).reader
        await me.press("slash")
        await me.type("boats")
        assert me.app.screen.query_one(SearchLine).value == "boats", "the old words are replaced"
        await me.press("escape", "escape")
        assert me.app.screen is me.walk


async def test_every_line_of_the_results_can_be_clicked(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan())) as me:
        await me.press("f10")
        await search(me, "quizzical")
        await me.click("The quizzical lantern")
        assert book(me).spot == Spot("frameworks.lantern")


# -- contents -------------------------------------------------------------------------------------


async def test_contents_and_page_take_turns_where_there_is_little_room(
    open_app: Open, put: Put
) -> None:
    for size in ((60, 20), (80, 24)):
        async with open_app(put(full_plan()), size=size) as me:
            await me.press("f10")
            screen = book(me)
            assert screen.reader.is_on_screen
            assert not screen.query_one(Contents).is_on_screen
            await me.press("c")
            assert not screen.reader.is_on_screen
            assert isinstance(me.focused, Contents)
            await me.press("c")
            assert me.focused is screen.reader
            await me.press("c", "escape")
            assert me.focused is screen.reader


async def test_side_by_side_where_there_is_room(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan()), size=(120, 40)) as me:
        await me.press("f10")
        screen = book(me)
        for _ in range(2):
            assert screen.reader.is_on_screen
            assert screen.query_one(Contents).is_on_screen
            await me.press("c")
        await search(me, "quizzical")
        assert screen.query_one(Contents).is_on_screen
        assert screen.query_one(Hits).is_on_screen


async def test_a_chapter_opens_and_its_pages_are_a_key_away(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan())) as me:
        await me.press("f10", "c")
        assert "▾ Start" in me.sees
        contents = me.focused
        assert isinstance(contents, Contents)
        contents.highlighted = contents.get_option_index("frameworks")
        page = "coach:frameworks.lantern"
        for is_open in (True, False, True):
            await me.press("enter")
            assert (page in [option.id for option in contents.options]) is is_open
        contents.highlighted = contents.get_option_index(page)
        await me.settled()
        assert "The quizzical lantern     int." in me.sees
        await me.press("enter")
        assert book(me).spot == Spot("frameworks.lantern")
        await me.press("c")
        assert "▾ Frameworks" in me.sees


# -- where it opens from --------------------------------------------------------------------------


async def test_in_the_library_it_opens_at_the_contents(open_app: Open, put: Put) -> None:
    put(full_plan())
    async with open_app() as me:
        await me.press("f10")
        assert isinstance(me.focused, Contents)
        await me.press("escape")
        assert "Rind Ledger" in me.sees
        await me.press("f10", "down", "enter", "c", "escape")
        assert me.focused is book(me).reader
        await me.press("escape")
        assert "Rind Ledger" in me.sees


async def test_in_the_review_it_opens_at_the_rule_of_the_finding(open_app: Open, put: Put) -> None:
    plan = full_plan()
    plan.niche.candidates[0].who = "everyone"
    async with open_app(put(plan)) as me:
        await me.press("f5")
        rule = me.app.screen.query_one("#findings").rule
        assert rule
        await me.press("f10")
        assert book(me).spot == Spot(me.app.book.rule_key(rule))
        await me.press("escape")
        assert type(me.app.screen).__name__ == "ReviewScreen"


async def test_the_palette_finds_its_pages_by_name(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan())) as me:
        for page in ("frameworks.lantern", "sectors.boats"):
            await me.press("ctrl+p")
            await me.type(f"read {me.app.book.title(page)}")
            await me.until(lambda: "Playbook:" in me.sees, "the page in the palette")
            await me.press("enter")
            await me.until(lambda: isinstance(me.app.screen, PlaybookScreen), "the playbook")
            assert book(me).spot == Spot(page)
        await me.press("b")
        assert book(me).spot == Spot("frameworks.lantern"), "it went on in the same book"
        await me.press("escape")
        assert me.app.screen is me.walk


# -- the guide beside the card --------------------------------------------------------------------


async def test_terms_in_the_guide_are_explained_in_place(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan())) as me:
        await me.walk.go_to("niche.count")
        await me.press("f2")
        guide = me.focused
        await mark(me, "coach:glossary#niche")
        await me.press("enter")
        assert isinstance(me.app.screen, TermSheet)
        await me.press("escape")
        assert me.focused is guide
        assert marked(me) == "coach:glossary#niche"
        await me.press("enter", "enter")
        assert book(me).spot == Spot("glossary", "niche")
        await me.press("escape", "escape")
        assert me.at == "niche.count"


async def test_links_in_the_guide_open_in_the_playbook(
    places: Places, tmp_path: Path, put: Put
) -> None:
    page = tmp_path / "own" / "value" / "promise.md"
    page.parent.mkdir(parents=True)
    about = 'id = "own"\ntitle = "Own"\nversion = "1"\nlanguage = "en"\n'
    (tmp_path / "own" / "pack.toml").write_text(about, encoding="utf-8")
    text = "Read about [*the* size](coach:niche.size#example), or the [example](#example) here."
    page.write_text(f"+++\n+++\n## Fundamentals\n{text}\n", encoding="utf-8")
    async with sitting(places, Pack(tmp_path / "own", Pack()), put(full_plan())) as me:
        await me.walk.go_to("value.promise")
        await me.press("f2", "tab", "enter")
        assert book(me).spot == Spot("niche.size", "example")
        await me.press("escape", "tab", "enter")
        assert book(me).spot == Spot("value.promise", "example")
        await me.press("escape")
        await me.click("size")
        assert book(me).spot == Spot("niche.size", "example")


# -- pages ----------------------------------------------------------------------------------------


async def test_a_page_that_cannot_be_read_says_why(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan())) as me:
        await read(me, "levers.broken")
        assert "'+++' is expected on the first line" in me.seen_words


async def test_what_a_pack_wrote_is_shown_as_it_stands(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan())) as me:
        await read(me, "sectors.boats")
        assert "[b]bold[/b] [@click=app.quit]no[/] [/]" in me.sees
        await me.click("[@click")
        assert book(me).spot == Spot("sectors.boats")


async def test_a_click_on_a_link_follows_it(open_app: Open, put: Put) -> None:
    async with open_app(put(full_plan())) as me:
        await read(me, "frameworks.lantern")
        await me.click("boats, at")
        assert book(me).spot == Spot("sectors.boats")
        await me.press("b")
        await me.click("micro-segment")
        assert isinstance(me.app.screen, TermSheet)


async def test_a_table_is_drawn_anew_for_another_width(
    places: Places, tmp_path: Path, put: Put
) -> None:
    page = tmp_path / "own" / "levers" / "table.md"
    page.parent.mkdir(parents=True)
    about = 'id = "own"\ntitle = "Own"\nversion = "1"\nlanguage = "en"\n'
    (tmp_path / "own" / "pack.toml").write_text(about, encoding="utf-8")
    row = f"| one | {'word ' * 12}|\n"
    page.write_text(BOATS.partition("They")[0] + f"| a | b |\n|---|---|\n{row}", encoding="utf-8")
    async with sitting(places, Pack(tmp_path / "own", Pack()), put(full_plan())) as me:
        await read(me, "levers.table")
        assert "one │ word word" in me.sees
        await me.pilot.resize_terminal(60, 20)
        await me.settled()
        assert "a: one" in me.sees
        assert "b: word word" in me.sees
        await me.pilot.resize_terminal(120, 40)
        await me.settled()
        assert "one │ word word" in me.sees
