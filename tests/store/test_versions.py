"""Earlier versions: when one is kept, which ones stay, and going back."""

import datetime as dt
from pathlib import Path

import pytest

from coach.places import Places
from coach.plan import Plan
from coach.refusal import Refusal
from coach.store import history
from coach.store.files import PlanFile
from coach.store.fs import DISK, Fs
from coach.store.names import stamp
from coach.store.restore import plan_id, restore

NOW = dt.datetime(2027, 1, 31, 12, 0, tzinfo=dt.UTC)


def said(file: PlanFile, text: str) -> None:
    file.plan.niche.exclusion = text
    file.save(file.plan)


def texts(places: Places, plan: Plan) -> list[str]:
    kept = history.versions(places, plan.id)
    return [history.read(version).niche.exclusion for version in kept]


def test_one_version_a_session_and_one_an_hour(places: Places, plan: Plan) -> None:
    PlanFile.create(plan, places).close()
    (path,) = places.plans.glob("*.toml")
    for session in ("a", "b"):
        file = PlanFile.open(path, places)
        clock = [0.0]
        file.clock = lambda clock=clock: clock[0]
        for minute in (0, 20, 40, 61, 80):
            clock[0] = minute * 60.0
            said(file, f"{session}{minute}")
        file.close()
    assert texts(places, plan) == ["b40", "a80", "a40", ""]


def test_a_new_plan_leaves_no_blank_version(places: Places, file: PlanFile, plan: Plan) -> None:
    said(file, "one")
    assert texts(places, plan) == []


def test_saving_what_is_there_already_keeps_nothing(places: Places, plan: Plan) -> None:
    PlanFile.create(plan, places).close()
    (path,) = places.plans.glob("*.toml")
    file = PlanFile.open(path, places)
    file.save(file.plan)
    file.close()
    assert history.versions(places, plan.id) == []


def test_a_version_is_not_touched_by_later_saves(places: Places, plan: Plan) -> None:
    PlanFile.create(plan, places).close()
    (path,) = places.plans.glob("*.toml")
    before = path.read_bytes()
    file = PlanFile.open(path, places)
    for n in range(3):
        said(file, str(n))
    file.close()
    (version,) = history.versions(places, plan.id)
    assert version.path.read_bytes() == before


@pytest.mark.parametrize("linked", [True, False])
def test_versions_of_one_second_all_stay(places: Places, file: PlanFile, linked: bool) -> None:
    class NoLinks(Fs):
        def link(self, source: Path, target: Path) -> None:
            raise OSError(95, "Operation not supported")

    fs = DISK if linked else NoLinks()
    data = file.path.read_bytes()
    for _ in range(12):
        history.keep(fs, places, file.plan.id, file.path, data, NOW)
    kept = history.versions(places, file.plan.id)
    assert len(kept) == 12
    assert {version.path.read_bytes() for version in kept} == {data}
    assert kept[0].name.endswith("-012")


def test_all_of_a_day_then_one_a_day_for_thirty_days(places: Places) -> None:
    into = history.folder(places, "k1")
    into.mkdir(parents=True)
    every_three_hours = [NOW - dt.timedelta(hours=3 * n) for n in range(8 * 50)]
    for when in every_three_hours:
        (into / f"{stamp(when)}.toml").touch()
    (into / "note.txt").touch()
    history.thin(DISK, places, "k1", NOW)
    kept = [version.until for version in history.versions(places, "k1")]
    last_day = [when for when in kept if NOW - when <= dt.timedelta(days=1)]
    older = [when for when in kept if NOW - when > dt.timedelta(days=1)]
    assert last_day == every_three_hours[:9]
    assert len({when.date() for when in older}) == len(older)
    assert 29 <= len(older) <= 32
    assert NOW - min(kept) <= dt.timedelta(days=31)
    for day in {when.date() for when in older}:  # the last of its day is the one that stays
        of_day = [w for w in every_three_hours if w.date() == day and w < min(last_day)]
        assert max(of_day) in older
    assert (into / "note.txt").exists()
    history.thin(DISK, places, "k1", NOW)
    assert [version.until for version in history.versions(places, "k1")] == kept


def test_the_newest_version_stays_however_old(places: Places) -> None:
    into = history.folder(places, "k1")
    into.mkdir(parents=True)
    (into / "20200101T000000Z.toml").touch()
    history.thin(DISK, places, "k1", NOW)
    assert [version.name for version in history.versions(places, "k1")] == ["20200101T000000Z"]


def test_strange_names_in_the_history_are_no_versions(places: Places) -> None:
    into = history.folder(places, "k1")
    into.mkdir(parents=True)
    for name in ("x.toml", "20279999T999999Z.toml", ".20270101T000000Z.toml", "20270101T000000Z"):
        (into / name).touch()
    assert history.versions(places, "k1") == []


def test_a_very_long_id_finds_its_folder(places: Places) -> None:
    assert len(history.folder(places, "a" * 500).name) == 64


# -- going back ------------------------------------------------------------------------------


@pytest.fixture
def walked(places: Places, plan: Plan) -> Path:
    """A plan with three sessions behind it."""
    PlanFile.create(plan, places).close()
    (path,) = places.plans.glob("*.toml")
    for text in ("one", "two", "three"):
        file = PlanFile.open(path, places)
        said(file, text)
        file.close()
    return path


@pytest.mark.parametrize(("name", "text"), [("1", "two"), ("2", "one"), ("3", "")])
def test_going_back_keeps_what_was_there(
    places: Places, plan: Plan, walked: Path, name: str, text: str
) -> None:
    back = restore(walked, name, places)
    assert back.niche.exclusion == text
    file = PlanFile.open(walked, places)
    assert file.plan == back
    file.close()
    assert texts(places, plan) == ["three", "two", "one", ""]


def test_a_version_has_a_name(places: Places, plan: Plan, walked: Path) -> None:
    for version in history.versions(places, plan.id):
        assert history.find(places, plan.id, version.name) == version


@pytest.mark.parametrize("name", ["0", "4", "-1", "x", "../1", ""])
def test_a_version_that_is_not_there_is_refused(
    places: Places, plan: Plan, walked: Path, name: str
) -> None:
    with pytest.raises(Refusal, match="1 to 3"):
        history.find(places, plan.id, name)
    with pytest.raises(Refusal, match="no earlier version"):
        history.find(places, "k9", name)


def test_a_damaged_plan_can_go_back_too(places: Places, plan: Plan, walked: Path) -> None:
    damaged = walked.read_bytes() + b'\nname = "never ends'
    walked.write_bytes(damaged)
    with pytest.raises(Refusal):
        PlanFile.open(walked, places)
    assert plan_id(walked) == plan.id
    restore(walked, "1", places)
    assert PlanFile.open(walked, places).plan.niche.exclusion == "two"
    assert history.versions(places, plan.id)[0].path.read_bytes() == damaged


def test_a_file_that_is_no_plan_cannot_go_back(tmp_path: Path, places: Places) -> None:
    other = tmp_path / "other.toml"
    other.write_text("a = 1", encoding="utf-8")
    with pytest.raises(Refusal, match="which plan"):
        restore(other, "1", places)


def test_an_open_plan_does_not_go_back(places: Places, walked: Path) -> None:
    file = PlanFile.open(walked, places)
    with pytest.raises(Refusal, match="another window"):
        restore(walked, "1", places)
    assert "three" in walked.read_text("utf-8")
    file.close()


def test_a_damaged_version_is_refused_by_name(places: Places, plan: Plan, walked: Path) -> None:
    (newest, *_) = history.versions(places, plan.id)
    newest.path.write_bytes(b"\xff")
    with pytest.raises(Refusal, match="UTF-8") as refused:
        restore(walked, "1", places)
    assert newest.name in str(refused.value)
    assert "three" in walked.read_text("utf-8")
