"""A founder in the packs that ship beside the default one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coach.pack.pack import Pack
from coach.pack.shelf import Shelf
from coach.places import Places
from coach.plan import Plan
from coach.tui.app import CoachApp
from coach.walks import take_on

Open = Callable[..., Any]
Put = Callable[..., Path]
PACKS = Path(__file__).parents[2] / "coach" / "packs"


def opened(name: str, places: Places, put: Put) -> CoachApp:
    folder = PACKS / name
    plan = Plan()
    take_on(plan, Pack.open(folder))
    return CoachApp(places, Pack(), put(plan), Shelf({name: folder}))


@pytest.mark.usefixtures("brisk")
async def test_three_cards_in_german(places: Places, open_app: Open, put: Put) -> None:
    async with open_app(app=opened("deutsch", places, put), size=(80, 24)) as me:
        assert "Was ist dein Geschäft, in einer Zeile?" in me.seen_words
        await me.type("Torrad")
        await me.press("enter")
        await me.type("Wartung für Lastenräder")
        await me.press("ctrl+n", "ctrl+n")
        assert "Welchen Gruppen könntest du besser dienen" in me.seen_words
        await me.press("tab")
        await me.type("Kleine Betriebe")
        await me.until(lambda: "ist ein Markt, keine" in me.sees, "the remark")
        await me.press("f2")
        await me.until(lambda: "Eine Nische ist eine Gruppe" in me.sees, "the guide")
        await me.press("f2", "f3")
        await me.until(lambda: "Füge eine Rolle oder" in me.sees, "how")
        await me.press("escape", "ctrl+n")
        assert "Welche Nische kommt zuerst, und wer muss warten?" in me.seen_words
        assert "Unterschied" in me.seen_words
        assert me.plan.start.name == "Torrad"
        assert me.plan.niche.candidates[0].who == "Kleine Betriebe"


async def test_the_room_walks_seven_cards(places: Places, open_app: Open, put: Put) -> None:
    async with open_app(app=opened("workshop", places, put), size=(80, 24)) as me:
        walked = []
        for _ in range(7):
            walked.append(me.walk.card.key)
            assert f"{len(walked)}/7" in me.seen_words
            await me.press("ctrl+n")
        assert walked == me.plan.walk
        assert type(me.app.screen).__name__ == "ReviewScreen"
        assert "Risks" not in me.seen_words
