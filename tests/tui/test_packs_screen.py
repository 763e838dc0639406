"""A plan in the app is worded by the pack it remembers, and asks that pack's cards."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from small_packs import HEAD, write

from coach.pack.pack import Pack
from coach.pack.shelf import Shelf
from coach.places import Places
from coach.plan import Plan
from coach.store.reading import read_plan
from coach.tui.app import CoachApp

Open = Callable[..., Any]
Put = Callable[..., Path]
SHORT = '[walk]\ncards = ["risk.risks", "start.business", "start.market"]\n'


def short_pack(tmp_path: Path) -> Path:
    root = tmp_path / "short"
    write(root, "pack.toml", f"{HEAD}{SHORT}")
    write(root, "start/market.md", '+++\nquestion = "Where in town?"\n+++\n')
    return root


async def test_a_plan_is_worded_by_its_pack_and_walks_its_cards(
    tmp_path: Path, places: Places, open_app: Open, put: Put
) -> None:
    shelf = Shelf({"own": short_pack(tmp_path)})
    path = put(Plan(pack="own", pack_version="1"))
    app = CoachApp(places, Pack(), path, shelf)
    async with open_app(app=app, size=(120, 40)) as me:
        assert me.walk.card.key == "risk.risks", "the walk begins where the pack begins"
        assert "1/3" in me.seen_words
        assert "Difference" not in me.seen_words
        await me.press("ctrl+n", "ctrl+n")
        assert me.walk.card.key == "start.market"
        assert "Where in town?" in me.seen_words
        await me.press("ctrl+n")
        assert type(me.app.screen).__name__ == "ReviewScreen"
        assert "Risks" in me.seen_words
        assert "Difference" not in me.seen_words
        await me.press("escape", "f7", "f7", "f7")
        assert me.walk.card.key == "start.market"
        await me.walk.go_to("niche.exclusion")
        assert me.walk.card.key == "niche.choice", "what is left out can still be reached"
        await me.press("ctrl+n")


async def test_without_its_pack_a_plan_says_so_and_asks_the_same(
    tmp_path: Path, places: Places, open_app: Open, put: Put
) -> None:
    path = put(Plan(pack="gone", pack_version="7", walk=["risk.kill", "start.business"]))
    app = CoachApp(places, Pack(), path, Shelf())
    async with open_app(app=app, size=(120, 40)) as me:
        await me.until(lambda: "'gone' 7 is not here" in me.seen_words, "the notice")
        assert me.walk.card.key == "risk.kill"
        await me.press("ctrl+n")
        await me.type("Bakery")
        await me.saved()
        kept = read_plan(path)
        assert (kept.pack, kept.pack_version, kept.start.name) == ("gone", "7", "Bakery")
        assert kept.walk == ["risk.kill", "start.business"]


async def test_a_new_plan_takes_the_pack_in_use_on(
    tmp_path: Path, places: Places, open_app: Open
) -> None:
    root = short_pack(tmp_path)
    app = CoachApp(places, Pack.open(root), None, Shelf({"own": root}, "own"))
    async with open_app(app=app, size=(80, 24)) as me:
        await me.app.new_plan()
        await me.until(lambda: me.session is not None, "a plan is open")
        assert (me.session.plan.pack, me.session.plan.walk[0]) == ("own", "risk.risks")
        assert me.session.pack.id == "own"
