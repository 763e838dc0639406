"""The folder of plans: listing, the cache, finding, the trash, bringing in."""

import datetime as dt
import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from coach.places import Places
from coach.plan import Plan
from coach.refusal import Refusal
from coach.store.files import PlanFile
from coach.store.fs import Fs
from coach.store.library import Library
from coach.store.reading import read_plan
from coach.store.rebase import plan_from_example


class Counting(Fs):
    """Counts the files that are opened."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    def open(self, path: Path, flags: int, mode: int = 0o600) -> int:
        self.opened.append(path.name)
        return super().open(path, flags, mode)

    def plans_read(self) -> int:
        count = sum(name.endswith(".toml") for name in self.opened)
        self.opened.clear()
        return count


def make(places: Places, title: str, plan_id: str, day: int = 1) -> Path:
    plan = Plan(id=plan_id, changed=dt.datetime(2027, 1, day, tzinfo=dt.UTC))
    plan.start.name = title
    file = PlanFile.create(plan, places)
    file.close()
    return file.path


@pytest.fixture
def three(places: Places) -> list[Path]:
    made = [("Hearth", "k00001", 3), ("Dental Desk", "k00002", 1), ("Dental Lab", "k00003", 2)]
    return [make(places, *each) for each in made]


# -- listing ---------------------------------------------------------------------------------


def test_a_library_that_is_not_there_yet_is_empty(places: Places) -> None:
    library = Library(places)
    assert library.entries() == []
    assert library.trashed() == []
    assert not places.plans.exists()


def test_plans_are_listed_by_their_last_change(places: Places, three: list[Path]) -> None:
    entries = Library(places).entries()
    assert [entry.title for entry in entries] == ["Hearth", "Dental Lab", "Dental Desk"]
    first = entries[0]
    assert (first.path, first.id, first.stem) == (three[0], "k00001", "hearth-k00001")
    assert first.changed == dt.datetime(2027, 1, 3, tzinfo=dt.UTC)
    assert first.depth == "fundamentals"
    assert first.trouble == ""
    assert 0 < first.share < 1
    assert list(first.steps) == ["start", "niche", "value", "differentiation", "risk", "review"]
    assert first.steps["start"] == "started"
    assert first.steps["risk"] == "empty"


def test_what_is_no_plan_of_the_library_is_left_out(places: Places, three: list[Path]) -> None:
    for name in (
        ".hidden.toml",
        "notes.txt",
        "hearth-k00001.conflict-20270131T093000Z-host.toml",
        "hearth-k00001.unsaved-20270131T093000Z-abcdef.toml",
    ):
        (places.plans / name).write_bytes(three[0].read_bytes())
    (places.plans / "folder.toml").mkdir()
    os.mkfifo(places.plans / "pipe.toml")
    (places.plans / "dangling.toml").symlink_to("nowhere")
    assert len(Library(places).entries()) == 3


def test_an_unreadable_plan_is_listed_with_its_trouble(places: Places, three: list[Path]) -> None:
    (places.plans / "bad.toml").write_bytes(b"schema_version = [")
    by_stem = {entry.stem: entry for entry in Library(places).entries()}
    assert "bad.toml" in by_stem["bad"].trouble
    assert by_stem["bad"].title == "bad"
    assert by_stem["hearth-k00001"].trouble == ""


# -- the cache -------------------------------------------------------------------------------


def test_files_that_did_not_change_are_not_read_again(places: Places, three: list[Path]) -> None:
    fs = Counting()
    cold = Library(places, fs).entries()
    assert fs.plans_read() == 3
    assert Library(places, fs).entries() == cold
    assert fs.plans_read() == 0


def test_only_what_changed_is_read_again(places: Places, three: list[Path]) -> None:
    fs = Counting()
    Library(places, fs).entries()
    fs.plans_read()
    file = PlanFile.open(three[1], places)
    file.plan.start.name = "Dental Dusk"  # as long as before
    file.save(file.plan)
    file.close()
    titles = {entry.title for entry in Library(places, fs).entries()}
    assert titles == {"Hearth", "Dental Dusk", "Dental Lab"}
    assert fs.plans_read() == 1


def test_a_plan_that_is_gone_is_forgotten(places: Places, three: list[Path]) -> None:
    Library(places).entries()
    three[0].unlink()
    assert len(Library(places).entries()) == 2
    (cache,) = places.state.glob("library-*.json")
    assert len(json.loads(cache.read_bytes())["files"]) == 2


def damage(text: str) -> list[str]:
    whole = json.loads(text)
    name = next(iter(whole["files"]))
    stamp, row = whole["files"][name]
    rows: list[Any] = [
        None, 5, [], [stamp], [stamp, None], [stamp, {}], [stamp, row | {"title": 5}],
        [stamp, row | {"changed": "soon"}], [stamp, row | {"changed": "2027-01-01T00:00:00"}],
        [stamp, row | {"extra": 1}], [stamp, row | {"share": "all"}], [stamp, row | {"steps": 1}],
    ]  # fmt: skip
    broken = [json.dumps(whole | {"files": whole["files"] | {name: each}}) for each in rows]
    return [
        "", "{", "[]", "null", "5", '{"form": 1}', text[:-20], "[" * 100_000, "\x00" * 50,
        json.dumps(whole | {"files": []}), json.dumps(whole | {"form": [0, "0"]}), *broken,
    ]  # fmt: skip


def test_a_damaged_cache_is_as_good_as_none(places: Places, three: list[Path]) -> None:
    whole = Library(places).entries()
    (cache,) = places.state.glob("library-*.json")
    for text in damage(cache.read_text("utf-8")):
        cache.write_text(text, encoding="utf-8")
        assert Library(places).entries() == whole, text[:80]
    cache.unlink()
    cache.mkdir()
    assert Library(places).entries() == whole


def test_a_state_folder_that_cannot_be_written_does_not_matter(
    places: Places, three: list[Path]
) -> None:
    places.state.write_text("in the way", encoding="utf-8")
    assert len(Library(places).entries()) == 3


def test_two_folders_of_plans_have_caches_of_their_own(
    places: Places, three: list[Path], tmp_path: Path
) -> None:
    other = Places(tmp_path / "other", places.state)
    make(other, "Elsewhere", "k00009")
    Library(other).entries()
    Library(places).entries()
    fs = Counting()
    assert len(Library(other, fs).entries()) == 1
    assert len(Library(places, fs).entries()) == 3
    assert fs.plans_read() == 0


def test_the_first_plans_come_before_all_are_read(places: Places, three: list[Path]) -> None:
    for age, path in enumerate(three):
        os.utime(path, (0, 1_000_000_000 - age))
    fs = Counting()
    scan = Library(places, fs).scan()
    assert next(scan).title == "Hearth"
    assert fs.plans_read() == 1
    scan.close()
    assert len(Library(places, fs).entries()) == 3
    assert fs.plans_read() == 2


def test_a_known_library_is_listed_without_models(places: Places, three: list[Path]) -> None:
    Library(places).entries()
    code = (
        "import sys; from pathlib import Path\n"
        "from coach.places import Places; from coach.store.library import Library\n"
        f"places = Places(Path({str(places.plans)!r}), Path({str(places.state)!r}))\n"
        "print(len(Library(places).entries()), Library(places).find('hearth').stem)\n"
        "print(sorted({name.split('.')[0] for name in sys.modules}\n"
        "    & {'pydantic', 'textual', 'tomlkit', 'tomli_w', 'filelock', 'tomllib'}))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "3 hearth-k00001\n[]\n"


# -- finding ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["hearth-k00001", "hearth-k00001.toml", "k00001", "Hearth", "hEARTH", " hearth ", "hea"],
)
def test_a_plan_is_found_by_any_of_its_names(places: Places, three: list[Path], name: str) -> None:
    assert Library(places).find(name) == three[0]


def test_a_path_is_taken_as_it_is(
    places: Places, three: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outside = tmp_path / "mine.toml"
    outside.touch()
    assert Library(places).find("mine.toml") == Path("mine.toml")
    assert Library(places).find(str(outside)) == outside
    assert Library(places).find(three[1]) == three[1]


def test_letters_typed_in_another_way_are_the_same(places: Places) -> None:
    path = make(places, unicodedata.normalize("NFC", "Café"), "k00001")
    assert Library(places).find(unicodedata.normalize("NFD", "café")) == path


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("heart", None),
        ("Harth", "did you mean hearth-k00001?"),
        ("dental", "could be"),
        ("dental", "dental-desk-k00002"),
        ("dental", "dental-lab-k00003"),
        ("zzzzzz", "list the plans"),
        ("harth.toml", "hearth-k00001"),
        ("./nowhere/x.toml", "there is no file"),
        ("", "there is no plan"),
    ],
)
def test_what_cannot_be_found_is_refused_with_the_nearest(
    places: Places, three: list[Path], name: str, expected: str | None
) -> None:
    if expected is None:
        assert Library(places).find(name) == three[0]
        return
    with pytest.raises(Refusal) as refused:
        Library(places).find(name)
    assert expected in str(refused.value)


def test_two_plans_with_one_title_must_be_told_apart(places: Places, three: list[Path]) -> None:
    make(places, "hearth", "k00004")
    with pytest.raises(Refusal, match=r"hearth-k0000\d, hearth-k0000\d"):
        Library(places).find("Hearth")
    assert Library(places).find("k00004").stem == "hearth-k00004"


def test_no_plans_at_all_is_told(places: Places) -> None:
    with pytest.raises(Refusal, match="no plans yet"):
        Library(places).find("x")


# -- trash -----------------------------------------------------------------------------------


def test_the_trash_keeps_name_and_time_and_gives_back(places: Places, three: list[Path]) -> None:
    library, data = Library(places), three[0].read_bytes()
    token = library.trash(three[0])
    assert not three[0].exists()
    assert len(library.entries()) == 2
    (trashed,) = library.trashed()
    assert (trashed.token, trashed.name) == (token, "hearth-k00001.toml")
    assert dt.datetime.now(dt.UTC) - trashed.since < dt.timedelta(minutes=5)
    assert library.restore_trashed(token) == three[0]
    assert three[0].read_bytes() == data
    assert library.trashed() == []


def test_a_name_in_use_again_is_not_overwritten(places: Places, three: list[Path]) -> None:
    library, data = Library(places), three[0].read_bytes()
    tokens = []
    for _ in range(3):
        tokens.append(library.trash(three[0]))
        three[0].write_bytes(data + f"# {len(tokens)}\n".encode())
    assert len(set(tokens)) == len(library.trashed()) == 3
    back = library.restore_trashed(library.trashed()[-1])
    assert back.name == "hearth-k00001-2.toml"
    assert back.read_bytes() == data
    assert three[0].read_bytes() == data + b"# 3\n"


def test_an_open_plan_is_not_thrown_away(places: Places, three: list[Path]) -> None:
    file = PlanFile.open(three[0], places)
    with pytest.raises(Refusal, match="another window"):
        Library(places).trash(three[0])
    assert three[0].exists()
    file.close()


def test_only_plans_of_the_library_are_thrown_away(places: Places, tmp_path: Path) -> None:
    outside = tmp_path / "mine.toml"
    outside.touch()
    with pytest.raises(Refusal, match="not in the library"):
        Library(places).trash(outside)
    with pytest.raises(Refusal, match="cannot be put in the trash"):
        Library(places).trash(places.plans / "gone.toml")
    assert outside.exists()


@pytest.mark.parametrize("token", ["", "x", "../hearth-k00001.toml", "/etc/passwd"])
def test_only_what_is_in_the_trash_comes_back(
    places: Places, three: list[Path], token: str
) -> None:
    with pytest.raises(Refusal, match="not in the trash"):
        Library(places).restore_trashed(token)


# -- bringing in -----------------------------------------------------------------------------


def test_a_plan_is_brought_in_cleaned_and_free_to_change(places: Places, tmp_path: Path) -> None:
    source = tmp_path / "theirs.toml"
    data = b'schema_version = 1\nid = "k00001"\n[start]\nname = "Ac\\u001b[31mme"\n'
    source.write_bytes(data)
    taken = Library(places).import_plan(source)
    assert taken.path.name == "ac-31mme-k00001.toml"
    assert taken.notices == ()
    assert source.read_bytes() == data
    file = PlanFile.open(taken.path, places)
    assert file.read_only == ""
    assert file.plan.start.name == "Ac[31mme"
    file.close()


def test_a_plan_with_an_id_in_use_gets_another(places: Places, three: list[Path]) -> None:
    library = Library(places)
    taken = library.import_plan(three[0])
    assert "same id" in taken.notices[0]
    assert len({entry.id for entry in library.entries()}) == 4


@pytest.mark.parametrize("data", [b"", b"\xff", b"schema_version = 9"])
def test_what_is_no_plan_is_not_brought_in(places: Places, tmp_path: Path, data: bytes) -> None:
    source = tmp_path / "theirs.toml"
    source.write_bytes(data)
    with pytest.raises(Refusal, match=r"theirs\.toml"):
        Library(places).import_plan(source)
    with pytest.raises(Refusal, match="cannot be read"):
        Library(places).import_plan(tmp_path / "nothing.toml")
    assert Library(places).entries() == []


def test_a_copy_has_a_life_of_its_own(places: Places, three: list[Path]) -> None:
    copy = Library(places).duplicate(three[0])
    assert copy.title == "Hearth (copy)"
    plan, original = read_plan(copy.path), read_plan(three[0])
    assert plan.id != original.id
    assert original.title == "Hearth"


def test_an_example_becomes_a_new_plan() -> None:
    from coach.pack.pack import Example

    text = 'schema_version = 1\nid = "example"\nchanged = 2020-01-01\n[start]\nname = "Hearth"\n'
    plan = plan_from_example(Example("bakery", "Hearth", text))
    assert plan.title == "Hearth"
    assert plan.id != "example"
    assert plan.created == plan.changed > dt.datetime(2021, 1, 1, tzinfo=dt.UTC)
    with pytest.raises(Refusal, match="bakery"):
        plan_from_example(Example("bakery", "Hearth", "x"))
