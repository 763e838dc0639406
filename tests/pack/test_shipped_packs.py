"""The packs that ship beside the default one, and the one for a room of 90 minutes."""

import tomllib
from pathlib import Path

import pytest
from fullest import fullest

from coach import flow
from coach.coaching.engine import Coach
from coach.export.documents import build, render
from coach.export.worksheet import worksheet
from coach.pack.check import faults
from coach.pack.check_rules import DAY
from coach.pack.pack import Pack
from coach.pack.runsheet import agenda, run_sheet
from coach.pack.shelf import GROUP
from coach.plan import Plan
from coach.walks import take_on

ROOT = Path(__file__).parents[2]
PACKS = ROOT / "coach" / "packs"
WORKSHOP = PACKS / "workshop"


@pytest.fixture(scope="module")
def workshop() -> Pack:
    return Pack.open(WORKSHOP)


def in_the_room(pack: Pack, plan: Plan) -> Plan:
    take_on(plan, pack)
    return plan


def test_every_pack_that_ships_is_offered_by_its_id() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    offered = project["entry-points"][GROUP]
    folders = {path.parent for path in PACKS.glob("*/pack.toml")}
    assert {PACKS.parents[1].joinpath(*name.split(".")) for name in offered.values()} == folders
    assert {Pack.open(folder).id: folder.name for folder in folders} == {
        key: name.rpartition(".")[2] for key, name in offered.items()
    }


def test_the_checks_of_the_whole_look_at_every_pack_that_ships() -> None:
    make = (ROOT / "Makefile").read_text(encoding="utf-8")
    for folder in PACKS.glob("*/pack.toml"):
        assert f"pack check coach/packs/{folder.parent.name}\n" in make


def test_the_workshop_is_sound(workshop: Pack) -> None:
    assert faults(workshop) == []


def test_ninety_minutes_are_ninety_minutes(workshop: Pack) -> None:
    sheet = run_sheet(workshop, "ninety-minutes")
    assert sheet.minutes == sum(block.minutes for block in sheet.blocks) == 90
    on_cards = {block.card: block.minutes for block in sheet.blocks if block.card}
    walk = flow.walk(in_the_room(workshop, Plan()))
    assert on_cards == {card.key: workshop.topic(card.key).minutes for card in walk}
    assert sum(on_cards.values()) == 75, "what frameworks/the-room.md says"
    assert agenda(sheet, workshop).endswith("18:30 End.")


def test_each_card_of_the_room_says_how_to_run_and_close_it(workshop: Pack) -> None:
    for card in flow.walk(in_the_room(workshop, Plan())):
        minutes = workshop.topic(card.key).minutes
        told = workshop.topic(card.key).sections["Facilitator"]
        assert told.startswith(f"{minutes} minutes.")
        assert "\n\nClose: " in told
        assert told != Pack().topic(card.key).sections["Facilitator"]


def test_the_room_is_asked_its_cards_alone_and_everywhere(workshop: Pack) -> None:
    plan = in_the_room(workshop, fullest())
    asked = set(plan.walk)
    assert len(asked) == 7
    assert set(flow.progress(plan).cards) == asked
    assert {card.key for step in flow.steps(plan) for card in step.cards} == asked
    blank = worksheet(in_the_room(workshop, Plan()), workshop, blank=True)
    for card in flow.walk(Plan()):
        worded = workshop.topic(card.key).question
        assert (worded in blank) is (card.key in asked), card.key


def test_what_the_room_is_not_asked_is_not_called_open(workshop: Pack) -> None:
    plan = Plan()
    plan.start.offering = "Warm bread for night shifts"
    whole = flow.progress(plan).asked
    in_the_room(workshop, plan)
    asked = flow.progress(plan).asked
    assert asked < whole / 2
    text = render(build("brief", plan, workshop, today=DAY), "markdown")
    assert f"1 of {asked} questions answered" in text


def test_the_coach_keeps_to_the_cards_of_the_room(workshop: Pack) -> None:
    plan = in_the_room(workshop, fullest())
    found = Coach(workshop, DAY).check(plan)
    assert found
    assert {flow.place(each.field).card.key for each in found} <= set(plan.walk)


def test_the_room_has_rules_of_its_own(workshop: Pack) -> None:
    assert set(workshop.own_rules) == {"ROOM01", "ROOM02"}
