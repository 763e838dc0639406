"""Opening, saving and closing one plan; two windows; somebody else's changes."""

import os
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from coach.places import Places
from coach.plan import Plan
from coach.refusal import Refusal
from coach.store import history
from coach.store.files import Conflict, NotSaved, PlanFile
from coach.store.fs import Fs
from coach.store.recovery import recoveries


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# -- making and opening ------------------------------------------------------------------


def test_a_new_plan_is_on_disk_under_its_name_and_id(places: Places, file: PlanFile) -> None:
    assert file.path == places.plans / "hearth-crumb-k3f9a1.toml"
    assert names(places.plans) == [".hearth-crumb-k3f9a1.lock", "hearth-crumb-k3f9a1.toml"]
    assert file.read_only == ""
    assert file.notices == ()


def test_folders_and_files_are_private(places: Places, file: PlanFile) -> None:
    assert mode(file.path) == 0o600
    assert mode(places.plans) == mode(places.plans.parent) == 0o700


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("../../etc/passwd", "etc-passwd-k3f9a1"),
        ("CON", "con-k3f9a1"),
        ("-rf", "rf-k3f9a1"),
        ("Über Größe", "uber-groe-k3f9a1"),
        ("面包", "plan-k3f9a1"),
        ("", "untitled-plan-k3f9a1"),
        ("x" * 500, "x" * 40 + "-k3f9a1"),
        ("a\nb\x00.toml", "a-b-toml-k3f9a1"),
    ],
)
def test_names_of_files_are_plain(places: Places, title: str, stem: str) -> None:
    plan = Plan(id="k3f9a1")
    plan.start.name = title
    file = PlanFile.create(plan, places)
    file.close()
    assert file.path == places.plans / f"{stem}.toml"


def test_a_name_that_is_taken_is_not_taken_again(places: Places, file: PlanFile) -> None:
    other = PlanFile.create(Plan(id="k3f9a1", start=file.plan.start), places)
    other.close()
    assert other.path.name == "hearth-crumb-k3f9a1-2.toml"


def test_a_path_that_is_taken_is_refused(places: Places, file: PlanFile) -> None:
    with pytest.raises(Refusal, match="already exists"):
        PlanFile.create(Plan(), places, path=file.path)
    assert "Hearth" in file.path.read_text("utf-8")


def test_a_plan_may_live_anywhere(tmp_path: Path, places: Places, plan: Plan) -> None:
    path = tmp_path / "my repository" / "strategy.toml"
    path.parent.mkdir()
    PlanFile.create(plan, places, path=path).close()
    file = PlanFile.open(path, places)
    file.plan.niche.exclusion = "chains"
    file.save(file.plan)
    file.close()
    assert names(path.parent) == ["strategy.toml"]
    assert PlanFile.open(path, places).plan.niche.exclusion == "chains"
    assert len(history.versions(places, plan.id)) == 1


def test_what_is_saved_is_what_is_opened(places: Places, file: PlanFile) -> None:
    file.plan.niche.exclusion = "one\ntwo"
    file.save(file.plan)
    file.close()
    again = PlanFile.open(file.path, places)
    assert again.plan == file.plan
    assert again.notices == ()
    again.close()


def test_saving_leaves_nothing_else_behind(places: Places, file: PlanFile) -> None:
    for n in range(3):
        file.plan.niche.exclusion = str(n)
        file.save(file.plan)
    file.close()
    assert names(places.plans) == ["hearth-crumb-k3f9a1.toml"]


def test_the_mode_of_the_file_is_kept(places: Places, file: PlanFile) -> None:
    file.close()
    file.path.chmod(0o640)
    again = PlanFile.open(file.path, places)
    again.plan.niche.exclusion = "x"
    again.save(again.plan)
    again.close()
    assert mode(file.path) == 0o640


def test_a_link_stays_a_link(tmp_path: Path, places: Places, file: PlanFile) -> None:
    file.close()
    link = tmp_path / "link.toml"
    link.symlink_to(file.path)
    again = PlanFile.open(link, places)
    again.plan.niche.exclusion = "by the link"
    again.save(again.plan)
    assert link.is_symlink()
    assert "by the link" in file.path.read_text("utf-8")
    assert PlanFile.open(file.path, places).read_only
    again.close()


def test_a_missing_file_is_told(places: Places) -> None:
    with pytest.raises(Refusal, match="there is no file"):
        PlanFile.open(places.plans / "gone.toml", places)


# -- two windows -------------------------------------------------------------------------

HOLD = """
import sys
from pathlib import Path
from coach.places import Places
from coach.store.files import PlanFile
file = PlanFile.open(sys.argv[1], Places(Path(sys.argv[2]), Path(sys.argv[3])))
print(file.read_only or "writable", flush=True)
sys.stdin.read()
"""


def other_window(file: PlanFile) -> "subprocess.Popen[str]":
    where = (str(file.path), str(file.places.plans), str(file.places.state))
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, *where],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_second_window_may_read_and_is_told_who_writes(file: PlanFile) -> None:
    with other_window(file) as other:
        said, _ = other.communicate()
    assert said == f"it is open in another window (process {os.getpid()})\n"


def test_the_lock_ends_with_its_process_however_it_ends(file: PlanFile) -> None:
    file.close()
    with other_window(file) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "writable\n"
        assert "another window" in PlanFile.open(file.path, file.places).read_only
        other.send_signal(signal.SIGKILL)
        other.wait()
    again = PlanFile.open(file.path, file.places)
    assert again.read_only == ""
    again.close()


def test_the_same_process_does_not_open_a_plan_twice(file: PlanFile) -> None:
    second = PlanFile.open(file.path, file.places)
    assert "another window" in second.read_only
    with pytest.raises(NotSaved):
        second.save(second.plan)
    second.close()
    file.close()
    third = PlanFile.open(file.path, file.places)
    assert third.read_only == ""
    third.close()


def test_closing_a_reader_does_not_unlock_the_writer(file: PlanFile) -> None:
    PlanFile.open(file.path, file.places).close()
    assert PlanFile.open(file.path, file.places).read_only


def test_closing_twice_is_harmless(file: PlanFile) -> None:
    file.close()
    file.close()


def test_a_disk_that_cannot_lock_is_told_and_written(
    places: Places, file: PlanFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.close()

    def cannot(*_: Any, **__: Any) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr("filelock.FileLock.acquire", cannot)
    again = PlanFile.open(file.path, places)
    assert again.read_only == ""
    assert "cannot lock" in again.notices[0]
    again.plan.niche.exclusion = "x"
    again.save(again.plan)


# -- conflicts ---------------------------------------------------------------------------


def theirs(file: PlanFile, name: str = "Theirs") -> bytes:
    data = file.path.read_bytes().replace(b"Hearth & Crumb", name.encode())
    file.path.write_bytes(data)
    return data


def test_a_file_changed_by_somebody_else_is_not_overwritten(file: PlanFile) -> None:
    data = theirs(file)
    file.plan.niche.exclusion = "mine"
    with pytest.raises(Conflict, match="somebody else") as conflict:
        file.save(file.plan)
    assert file.path.read_bytes() == data
    ours = conflict.value.ours
    assert ours is not None
    assert ours.parent == file.path.parent
    assert ".conflict-" in ours.name
    assert "mine" in ours.read_text("utf-8")
    assert str(ours) in str(conflict.value)


def test_trying_again_keeps_one_conflict_copy_up_to_date(file: PlanFile) -> None:
    theirs(file)
    copies = set()
    for text in ("one", "two", "three"):
        file.plan.niche.exclusion = text
        with pytest.raises(Conflict) as conflict:
            file.save(file.plan)
        copies.add(conflict.value.ours)
    (copy,) = copies
    assert copy is not None
    assert "three" in copy.read_text("utf-8")


def test_keeping_mine_puts_theirs_into_the_history(places: Places, file: PlanFile) -> None:
    data = theirs(file)
    file.plan.niche.exclusion = "mine"
    with pytest.raises(Conflict):
        file.save(file.plan)
    file.keep_mine()
    file.save(file.plan)
    assert "mine" in file.path.read_text("utf-8")
    kept = [version.path.read_bytes() for version in history.versions(places, "k3f9a1")]
    assert data in kept
    assert not [name for name in names(places.plans) if "conflict" in name]


def test_theirs_that_changes_again_is_a_conflict_again(file: PlanFile) -> None:
    theirs(file)
    file.plan.niche.exclusion = "mine"
    with pytest.raises(Conflict):
        file.save(file.plan)
    file.keep_mine()
    file.path.write_bytes(file.path.read_bytes() + b"# later\n")
    with pytest.raises(Conflict):
        file.save(file.plan)


def test_keeping_theirs_leaves_ours_as_a_copy(file: PlanFile) -> None:
    theirs(file)
    file.plan.niche.exclusion = "mine"
    with pytest.raises(Conflict) as conflict:
        file.save(file.plan)
    plan = file.keep_theirs()
    assert plan.title == "Theirs"
    assert file.plan is plan
    plan.niche.exclusion = "after"
    file.save(plan)
    assert "after" in file.path.read_text("utf-8")
    assert conflict.value.ours is not None
    assert "mine" in conflict.value.ours.read_text("utf-8")
    file.close()
    again = PlanFile.open(file.path, file.places)
    assert any(conflict.value.ours.name in notice for notice in again.notices)
    again.close()


def test_theirs_that_cannot_be_read_is_refused_and_stays(file: PlanFile) -> None:
    file.path.write_bytes(b"not TOML at all")
    file.plan.niche.exclusion = "mine"
    with pytest.raises(Conflict):
        file.save(file.plan)
    with pytest.raises(Refusal, match="line 1"):
        file.keep_theirs()
    assert file.path.read_bytes() == b"not TOML at all"


def test_a_file_that_is_gone_is_a_conflict_not_a_new_file(file: PlanFile) -> None:
    file.path.unlink()
    file.plan.niche.exclusion = "mine"
    with pytest.raises(Conflict, match="gone") as conflict:
        file.save(file.plan)
    assert not file.path.exists()
    assert conflict.value.ours is not None
    file.keep_mine()
    file.save(file.plan)
    assert file.path.exists()


def test_a_folder_that_is_gone_puts_the_copy_elsewhere(
    tmp_path: Path, places: Places, plan: Plan
) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    file = PlanFile.create(plan, places, path=folder / "plan.toml")
    for each in folder.iterdir():
        each.unlink()
    folder.rmdir()
    plan.niche.exclusion = "mine"
    with pytest.raises(Conflict) as conflict:
        file.save(plan)
    assert conflict.value.ours is not None
    assert conflict.value.ours.parent == places.state / "recovery"
    file.keep_mine()
    file.save(plan)
    assert "mine" in file.path.read_text("utf-8")
    file.close()


def test_a_pipe_in_the_place_of_the_file_is_a_conflict(file: PlanFile) -> None:
    file.path.unlink()
    os.mkfifo(file.path)
    file.plan.niche.exclusion = "mine"
    with pytest.raises(Conflict):
        file.save(file.plan)


def test_somebody_else_writing_just_what_we_would_is_no_conflict(file: PlanFile) -> None:
    from coach.store import form

    file.plan.niche.exclusion = "same"
    file.path.write_bytes(form.dump(file.plan))
    file.save(file.plan)
    file.plan.niche.exclusion = "next"
    file.save(file.plan)


# -- saves within saves ------------------------------------------------------------------


class Interrupted(Fs):
    """Runs ``then`` in the middle of a save, as a signal handler would."""

    def __init__(self, call: str, then: Any) -> None:
        self.call, self.then = call, then

    def __getattribute__(self, name: str) -> Any:
        get = object.__getattribute__
        if name in ("call", "then") or name != get(self, "call") or get(self, "then") is None:
            return get(self, name)
        method, then = get(self, name), get(self, "then")

        def around(*args: Any) -> Any:
            self.then = None
            if get(self, "after"):
                result = method(*args)
                then()
                return result
            then()
            return method(*args)

        return around

    after = False


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("call", ["open", "read", "write", "fsync", "replace", "fsync_dir"])
def test_a_save_from_a_signal_handler_in_a_save_wins(
    places: Places, plan: Plan, call: str, after: bool
) -> None:
    fs = Interrupted("nothing", None)
    file = PlanFile.create(plan, places, fs)

    def handler() -> None:
        newer = plan.model_copy(deep=True)
        newer.niche.exclusion = "newest"
        file.save(newer)

    fs.call, fs.then, fs.after = call, handler, after
    plan.niche.exclusion = "older"
    file.save(plan)
    assert "newest" in file.path.read_text("utf-8")
    plan.niche.exclusion = "next"
    file.save(plan)
    file.close()
    assert "next" in file.path.read_text("utf-8")
    assert names(places.plans) == [file.path.name]


def test_saves_from_threads_end_with_a_whole_plan(file: PlanFile) -> None:
    def work(number: int) -> None:
        mine = file.plan.model_copy(deep=True)
        for turn in range(10):
            mine.niche.exclusion = f"{number} {turn} " * 50
            file.save(mine)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    text = PlanFile.open(file.path, file.places).plan.niche.exclusion
    number, turn, _ = text.split(" ", 2)
    assert text == f"{number} {turn} " * 50
    assert turn == "9"


# -- tidying up --------------------------------------------------------------------------


def test_a_blank_plan_leaves_no_file(places: Places) -> None:
    plan = Plan()
    file = PlanFile.create(plan, places)
    file.retire(plan)
    assert names(places.plans) == []


def test_a_plan_that_was_typed_in_takes_its_name(places: Places) -> None:
    plan = Plan(id="k3f9a1")
    file = PlanFile.create(plan, places)
    plan.start.name = "Hearth"
    file.save(plan)
    file.retire(plan)
    assert names(places.plans) == ["hearth-k3f9a1.toml"]
    assert file.path.name == "hearth-k3f9a1.toml"


def test_a_plan_with_a_draft_only_stays(places: Places) -> None:
    plan = Plan(drafts={"niche.count": "many"})
    file = PlanFile.create(plan, places)
    file.retire(plan)
    assert file.path.exists()


def test_what_was_opened_is_never_tidied_away(places: Places) -> None:
    PlanFile.create(Plan(), places).close()
    (path,) = places.plans.glob("*.toml")
    file = PlanFile.open(path, places)
    file.retire(file.plan)
    assert path.exists()


def test_what_somebody_else_wrote_is_never_tidied_away(places: Places) -> None:
    plan = Plan()
    file = PlanFile.create(plan, places)
    file.path.write_bytes(file.path.read_bytes() + b"# theirs\n")
    file.retire(plan)
    assert file.path.exists()


# -- copies and leftovers ------------------------------------------------------------------


def test_old_temporary_files_of_ours_are_swept_and_others_stay(
    places: Places, file: PlanFile
) -> None:
    file.close()
    old, young = (places.plans / f".plan.toml.123.{n * 8}.tmp" for n in "ab")
    foreign = places.plans / ".someone.tmp"
    for each in (old, young, foreign):
        each.touch()
    for each in (old, foreign):
        os.utime(each, (0, 0))
    PlanFile.open(file.path, places).close()
    assert not old.exists()
    assert young.exists()
    assert foreign.exists()


@pytest.mark.parametrize(
    "name",
    [
        "hearth-crumb-k3f9a1 (Anna's conflicted copy 2027-01-31).toml",
        "hearth-crumb-k3f9a1.sync-conflict-20270131-093000-ABCDEFG.toml",
        "hearth-crumb-k3f9a1 (1).toml",
        "hearth-crumb-k3f9a1-DESKTOP.toml",
    ],
)
def test_copies_that_a_cloud_has_made_are_told(places: Places, file: PlanFile, name: str) -> None:
    file.close()
    (places.plans / name).write_bytes(file.path.read_bytes())
    again = PlanFile.open(file.path, places)
    assert [notice for notice in again.notices if name in notice]
    again.close()


def test_another_plan_with_a_like_name_is_not_told(places: Places, file: PlanFile) -> None:
    file.close()
    data = file.path.read_bytes().replace(b"k3f9a1", b"k00000")
    (places.plans / "hearth-crumb-k3f9a1-2.toml").write_bytes(data)
    again = PlanFile.open(file.path, places)
    assert again.notices == ()
    again.close()


def test_an_unsaved_copy_newer_than_the_plan_is_told(places: Places, file: PlanFile) -> None:
    file.close()
    recovery = places.state / "recovery"
    recovery.mkdir(parents=True)
    copy = recovery / "hearth-crumb-k3f9a1.unsaved-20270131T093000Z-abcdef.toml"
    copy.write_bytes(file.path.read_bytes())
    os.utime(file.path, (0, 1_000_000_000))
    assert [each.path for each in recoveries(places)] == [copy]
    again = PlanFile.open(file.path, places)
    assert str(copy) in again.notices[0]
    again.close()
    os.utime(copy, (0, 0))
    again = PlanFile.open(file.path, places)
    assert again.notices == ()
    again.close()


def test_without_a_temporary_folder_a_plan_opens_and_trouble_is_told(
    places: Places, file: PlanFile, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.close()

    def none() -> str:
        raise FileNotFoundError(2, "No usable temporary directory found")

    monkeypatch.setattr("tempfile.gettempdir", none)
    again = PlanFile.open(file.path, places)
    again.path.unlink()
    with pytest.raises(Conflict) as trouble:
        again.save(plan)
    assert trouble.value.emergency is not None
    again.close()
