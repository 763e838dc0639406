"""Packs by name: the shipped one, folders used before, installed Python packages."""

import sys
from pathlib import Path

import pytest

from coach.pack import shelf
from coach.pack.pack import DEFAULT, default_root
from coach.pack.read import BrokenPack
from coach.pack.shelf import Shelf, UnknownPack


def pack(root: Path, name: str, more: str = "", version: str = "1") -> Path:
    root.mkdir(parents=True)
    about = f'id = "{name}"\ntitle = "{name.title()}"\nversion = "{version}"\nlanguage = "en"\n'
    (root / "pack.toml").write_text(about + more, encoding="utf-8")
    return root


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of installed packages with one that offers the pack ``bakers``."""
    site = tmp_path / "site"
    pack(site / "bakers_pack" / "content", "bakers")
    (site / "bakers_pack" / "__init__.py").write_text("raise SystemExit('run')", encoding="utf-8")
    info = site / "bakers_pack-2.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: bakers-pack\nVersion: 2\n", "utf-8"
    )
    entries = "[coach.packs]\nbakers = bakers_pack.content\nlost = bakers_pack.nowhere\n"
    (info / "entry_points.txt").write_text(entries, encoding="utf-8")
    monkeypatch.syspath_prepend(str(site))
    return site


def test_an_installed_pack_is_found_by_name_and_none_of_its_code_is_run(site: Path) -> None:
    found = Shelf()
    assert found.open("bakers").root == site / "bakers_pack" / "content"
    assert found.find("bakers").origin == "installed with bakers-pack"
    assert "bakers_pack" not in sys.modules
    assert "lost" not in found.installed


def test_the_shipped_pack_has_a_name(site: Path) -> None:
    assert Shelf().open().root == default_root()
    names = [known.name for known in Shelf().known()]
    assert names[0] == DEFAULT
    assert "bakers" in names


def test_installed_packs_are_looked_for_only_if_nothing_else_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "_installed", lambda: pytest.fail("looked for"))
    mine = pack(tmp_path / "mine", "mine")
    found = Shelf({"mine": mine})
    assert found.of_plan("mine", "1").pack.id == "mine"
    assert found.of_plan(DEFAULT, "").pack.id == DEFAULT
    assert found.of_new().pack.id == DEFAULT


def test_a_pack_may_extend_another_that_is_known(site: Path, tmp_path: Path) -> None:
    mine = pack(tmp_path / "mine", "mine", 'extends = "bakers"\n')
    opened = Shelf().open(str(mine))
    assert opened.base is not None
    assert (opened.base.id, opened.base.base and opened.base.base.id) == ("bakers", DEFAULT)


def test_an_unknown_pack_to_extend_is_told_with_line_and_nearest(
    site: Path, tmp_path: Path
) -> None:
    mine = pack(tmp_path / "mine", "mine", 'extends = "baker"\n')
    with pytest.raises(BrokenPack, match=r"pack.toml:5: there is no pack 'baker'.*mean 'bakers'"):
        Shelf().open(str(mine))


def test_packs_in_a_ring_are_refused(tmp_path: Path) -> None:
    a = pack(tmp_path / "a", "a", 'extends = "b"\n')
    b = pack(tmp_path / "b", "b", 'extends = "a"\n')
    self = pack(tmp_path / "self", "self", 'extends = "self"\n')
    known = Shelf({"a": a, "b": b, "self": self})
    for name in ("a", "b", "self"):
        with pytest.raises(BrokenPack, match="in a ring"):
            known.open(name)


def test_packs_do_not_stand_on_one_another_without_end(tmp_path: Path) -> None:
    folders = {
        f"p{n}": pack(tmp_path / f"p{n}", f"p{n}", f'extends = "p{n + 1}"\n') for n in range(20)
    }
    with pytest.raises(BrokenPack, match="more than 8 packs stand on one another"):
        Shelf(folders).open("p0")


def test_a_folder_is_named_by_its_path_and_wins_over_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack(tmp_path / "here" / "mine", "here")
    other = pack(tmp_path / "other", "mine")
    monkeypatch.chdir(tmp_path / "here")
    assert Shelf({"mine": other}).open("mine").id == "here"
    assert Shelf({"mine": other}).open("./mine").id == "here"
    with pytest.raises(UnknownPack, match=r"did you mean 'mine'\?"):
        Shelf({"mine": other}).open("mime")
    with pytest.raises(BrokenPack, match="there is no such folder"):
        Shelf().open("./mime")


def test_a_plan_gets_its_own_pack_and_else_the_shipped_one_with_a_word(tmp_path: Path) -> None:
    mine = pack(tmp_path / "mine", "mine", version="2")
    known = Shelf({"mine": mine, "gone": tmp_path / "gone"}, usual="mine")
    assert known.of_plan("mine", "2") == shelf.Choice(known.open("mine"))
    newer = known.of_plan("mine", "1")
    assert (newer.pack.id, newer.missing) == ("mine", False)
    assert newer.notice == "this was made with the pack 'mine' 1; here is version 2"
    lost = known.of_plan("never", "7")
    assert (lost.pack.id, lost.missing) == (DEFAULT, True)
    told = "the pack 'never' 7 is not here, so the default pack words what was made with it"
    assert told in lost.notice
    broken = known.of_plan("gone", "")
    assert (broken.pack.id, broken.missing) == (DEFAULT, True)
    assert "brings it back" in broken.notice
    assert known.of_new().pack.id == "mine"
    assert Shelf(usual="never").of_new().missing


def test_what_this_call_says_wins(tmp_path: Path) -> None:
    mine, other = pack(tmp_path / "mine", "mine"), pack(tmp_path / "other", "other")
    known = Shelf({"mine": mine}, usual="mine", chosen=str(other))
    assert known.of_plan("mine", "1").pack.id == "other"
    assert known.of_new().pack.id == "other"
    with pytest.raises(UnknownPack):
        Shelf(chosen="never").of_plan("default", "")
