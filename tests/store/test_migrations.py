"""Old files come up to date one step at a time; newer ones are only looked at."""

from pathlib import Path
from typing import Any

import pytest

from coach.places import Places
from coach.plan import SCHEMA_VERSION, Plan
from coach.refusal import Refusal
from coach.store import form, history
from coach.store.files import NotSaved, PlanFile
from coach.store.library import Library
from coach.store.migrations import MIGRATIONS, migrate

Tree = dict[str, Any]


def rename(tree: Tree) -> Tree:
    tree["start"] = tree.pop("begin")
    return tree


def split(tree: Tree) -> Tree:
    tree["start"]["name"], _, tree["start"]["offering"] = tree["start"]["name"].partition(": ")
    return tree


CHAIN = {1: rename, 2: split}
OLD = b"schema_version = 1\nid = 'k1'\nnote = 'kept'\n[begin]\nname = 'Acme: cogs'\n"


def test_there_is_a_way_from_every_version_to_this_one() -> None:
    assert sorted(MIGRATIONS) == list(range(1, SCHEMA_VERSION))


def test_steps_run_in_order_and_leave_the_tree_alone() -> None:
    tree = {"schema_version": 1, "begin": {"name": "Acme: cogs"}}
    assert migrate(tree, CHAIN, 3) == {
        "schema_version": 3,
        "start": {"name": "Acme", "offering": "cogs"},
    }
    assert tree == {"schema_version": 1, "begin": {"name": "Acme: cogs"}}


def test_a_file_half_way_runs_only_what_is_left() -> None:
    tree = {"schema_version": 2, "start": {"name": "Acme: cogs"}}
    assert migrate(tree, CHAIN, 3)["start"] == {"name": "Acme", "offering": "cogs"}


def test_an_old_file_is_read_and_its_change_is_told() -> None:
    loaded = form.load(OLD, "old.toml", CHAIN, 3)
    assert loaded.plan.start.offering == "cogs"
    assert loaded.plan.schema_version == 3
    assert form.tree_of(loaded.plan)["note"] == "kept"
    assert "older version" in loaded.notices[0]
    assert not loaded.newer


def test_a_file_that_is_not_what_it_says_is_refused() -> None:
    with pytest.raises(Refusal, match=r"old\.toml: .* version 1, .* version 2") as refused:
        form.load(b"schema_version = 1\n", "old.toml", CHAIN, 3)
    assert "history" in str(refused.value)


def test_text_that_a_step_moves_is_cleaned() -> None:
    data = OLD.replace(b"'Acme: cogs'", b'"Acme: c\\u001bogs"')
    assert form.load(data, "old.toml", CHAIN, 3).plan.start.offering == "cogs"


def test_the_old_file_stays_in_the_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places = Places(tmp_path / "plans", tmp_path / "state")
    places.plans.mkdir()
    path = places.plans / "old.toml"
    path.write_bytes(OLD)
    monkeypatch.setattr(form.load, "__defaults__", (CHAIN, 3))
    file = PlanFile.open(path, places)
    assert any("older version" in notice for notice in file.notices)
    assert path.read_bytes() == OLD
    file.save(file.plan)
    file.close()
    (version,) = history.versions(places, "k1")
    assert version.path.read_bytes() == OLD
    assert b"schema_version = 3" in path.read_bytes()


def test_a_newer_file_is_opened_to_read_and_never_written(tmp_path: Path) -> None:
    places = Places(tmp_path / "plans", tmp_path / "state")
    places.plans.mkdir()
    path = places.plans / "new.toml"
    data = b"schema_version = 9\nid = 'k1'\nmood = 'new'\n[start]\nname = 'Acme'\n"
    path.write_bytes(data)
    file = PlanFile.open(path, places)
    assert file.plan.start.name == "Acme"
    assert "newer version" in file.read_only
    assert "format 9" in file.read_only
    file.plan.start.name = "Bcme"
    with pytest.raises(NotSaved, match="newer version"):
        file.save(file.plan)
    assert path.read_bytes() == data
    (entry,) = Library(places).entries()
    assert (entry.title, "newer" in entry.trouble) == ("Acme", True)
    file.close()


def test_a_newer_file_that_makes_no_sense_here_is_refused_with_what_to_do() -> None:
    with pytest.raises(Refusal, match="newer version") as refused:
        form.load(b"schema_version = 9\nstart = 5\n", "new.toml")
    assert "update" in str(refused.value)


def test_plans_are_written_in_this_version() -> None:
    assert form.dump(Plan()).startswith(f"schema_version = {SCHEMA_VERSION}\n".encode())
