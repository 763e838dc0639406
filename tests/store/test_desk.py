"""How the desk was left: remembered if it can be, never in the way."""

import json
import stat

import pytest

from coach.places import Places
from coach.store.desk import MOST_PLANS, Desk


def test_a_new_desk_is_empty(places: Places) -> None:
    desk = Desk(places.state)
    assert (desk.place("k1"), desk.theme, desk.depth, desk.workshop) == ("", "", "", False)
    assert not places.state.exists()


def test_what_was_left_is_found_again(places: Places) -> None:
    desk = Desk(places.state)
    desk.remember("k1", "niche.count")
    desk.theme, desk.depth, desk.workshop = "dark", "advanced", True
    again = Desk(places.state)
    assert again.place("k1") == "niche.count"
    assert (again.theme, again.depth, again.workshop) == ("dark", "advanced", True)
    assert stat.S_IMODE(again.path.stat().st_mode) == 0o600


def test_two_windows_keep_each_others_changes(places: Places) -> None:
    one, two = Desk(places.state), Desk(places.state)
    one.remember("k1", "a.b")
    two.remember("k2", "c.d")
    one.theme = "dark"
    again = Desk(places.state)
    assert (again.place("k1"), again.place("k2"), again.theme) == ("a.b", "c.d", "dark")


def test_the_plans_visited_longest_ago_are_forgotten(places: Places) -> None:
    desk = Desk(places.state)
    known = {f"k{n}": "a.b" for n in range(MOST_PLANS)}
    places.state.mkdir()
    desk.path.write_text(json.dumps({"places": known}), encoding="utf-8")
    desk = Desk(places.state)
    desk.remember("k0", "c.d")
    desk.remember("new", "e.f")
    again = Desk(places.state)
    assert (again.place("k0"), again.place("new"), again.place("k1")) == ("c.d", "e.f", "")
    assert again.place("k2") == "a.b"


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "5", "null", '{"places": 5, "theme": 5}', '{"places": {"k1": 5}}',
        '{"theme": "' + "x" * 999 + '"}', "[" * 100_000, "\x00",
        '{"places": {"k1": "' + "x" * 999 + '"}, "workshop": "yes", "depth": null}',
    ],
)  # fmt: skip
def test_a_damaged_file_is_as_good_as_none(places: Places, text: str) -> None:
    places.state.mkdir()
    (places.state / "desk.json").write_text(text, encoding="utf-8")
    desk = Desk(places.state)
    assert (desk.place("k1"), desk.theme, desk.depth, desk.workshop) == ("", "", "", False)
    desk.remember("k1", "a.b")
    desk.theme = "dark"
    assert (Desk(places.state).place("k1"), Desk(places.state).theme) == ("a.b", "dark")


def test_a_desk_that_cannot_be_written_is_remembered_while_it_is_open(places: Places) -> None:
    places.state.write_text("in the way", encoding="utf-8")
    desk = Desk(places.state)
    desk.remember("k1", "a.b")
    desk.theme = "dark"
    assert (desk.place("k1"), desk.theme) == ("a.b", "dark")
