"""Every disk call fails once; the disk fills up; nothing may be written at all."""

import contextlib
import errno
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coach.places import Places
from coach.plan import Plan
from coach.refusal import Refusal
from coach.store import form
from coach.store.desk import Desk
from coach.store.files import NotSaved, PlanFile
from coach.store.fs import Fs, write_file
from coach.store.library import Library
from coach.store.recovery import recoveries

CALLS = {name for name in vars(Fs) if not name.startswith("_")} - {"writable", "pause"}
"""What can fail: asking whether one may write never does."""


class Failing(Fs):
    """Lets the ``at``-th disk call fail, or every one from there on."""

    def __init__(self, code: int, at: int = 0, lasting: bool = False) -> None:
        self.code, self.at, self.lasting = code, at, lasting
        self.count = 0
        self.calls: list[str] = []

    def __getattribute__(self, name: str) -> Any:
        value = object.__getattribute__(self, name)
        if name not in CALLS:
            return value

        def counted(*args: Any, **kwargs: Any) -> Any:
            self.count += 1
            self.calls.append(name)
            if self.at and (self.count >= self.at if self.lasting else self.count == self.at):
                # As a real close: the descriptor is gone even though it failed.
                if name == "close":
                    value(*args)
                raise OSError(self.code, os.strerror(self.code))
            return value(*args, **kwargs)

        return counted


CODES = [errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EINTR]
MOST_CALLS = 40


def open_files() -> int:
    return len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.get)
@pytest.mark.parametrize("at", range(1, MOST_CALLS))
def test_the_plan_is_the_old_or_the_new_one_whichever_call_fails(
    places: Places, plan: Plan, at: int, code: int, lasting: bool
) -> None:
    PlanFile.create(plan, places).close()
    fs = Failing(code)
    (path,) = places.plans.glob("*.toml")
    file = PlanFile.open(path, places, fs)
    old, before = path.read_bytes(), open_files()
    plan = file.plan
    plan.niche.exclusion = "new"
    fs.count, fs.at, fs.lasting = 0, at, lasting
    trouble = None
    try:
        file.save(plan)
    except NotSaved as not_saved:
        trouble = not_saved
    if trouble is None:
        assert path.read_bytes() == form.dump(plan)
    else:
        assert path.read_bytes() in (old, form.dump(plan))
        assert "\n" not in str(trouble)
        assert lasting or trouble.emergency is not None
        assert trouble.emergency is None or trouble.emergency.read_bytes() == form.dump(plan)
    assert open_files() == before
    fs.at = 0
    plan.niche.exclusion = "newest"
    file.save(plan)
    file.close()
    assert path.read_bytes() == form.dump(plan)
    left = {each.name for each in places.plans.iterdir()} - {"history"}
    if not lasting:
        assert left == {path.name}
    else:  # where nothing can be deleted, a temporary file may stay; it is swept later
        assert all(name == path.name or name.endswith(".tmp") for name in left)
    assert recoveries(places) == []


def test_the_faults_reach_past_the_last_call(places: Places, plan: Plan) -> None:
    PlanFile.create(plan, places).close()
    fs = Failing(errno.EIO)
    (path,) = places.plans.glob("*.toml")
    file = PlanFile.open(path, places, fs)
    file.plan.niche.exclusion = "new"
    fs.calls.clear()
    file.save(file.plan)
    assert len(fs.calls) < MOST_CALLS
    assert {"open", "write", "fsync", "close", "link", "replace", "fsync_dir"} <= set(fs.calls)
    file.close()


@pytest.mark.parametrize("at", range(1, MOST_CALLS))
def test_opening_and_listing_survive_any_failing_call(places: Places, plan: Plan, at: int) -> None:
    PlanFile.create(plan, places).close()
    (path,) = places.plans.glob("*.toml")
    before = open_files()
    entries = Library(places, Failing(errno.EIO, at)).entries()
    assert [entry.path for entry in entries] in ([path], [])
    with contextlib.suppress(Refusal):
        PlanFile.open(path, places, Failing(errno.EIO, at)).close()
    desk = Desk(places.state, Failing(errno.EIO, at))
    desk.remember("k1", "start.name")
    assert desk.place("k1") == "start.name"
    assert open_files() == before
    again = PlanFile.open(path, places)
    assert again.read_only == ""
    again.close()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "your share of the disk"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "no permission to write in"),
        (errno.EIO, "reports an error"),
        (errno.EBUSY, "the system says device or resource busy"),
    ],
)
def test_the_reason_is_told_in_words(places: Places, plan: Plan, code: int, words: str) -> None:
    fs = Failing(code)
    file = PlanFile.create(plan, places, fs)
    fs.count, fs.at, fs.lasting = 0, 1, True
    plan.niche.exclusion = "x"
    with pytest.raises(NotSaved) as trouble:
        file.save(plan)
    assert words in trouble.value.reason
    assert str(trouble.value).startswith("not saved: ")
    file.close()


def test_an_unsure_disk_is_told_once_and_counts_as_saved(places: Places, plan: Plan) -> None:
    class Unsure(Fs):
        def fsync_dir(self, path: Path) -> None:
            raise OSError(errno.EIO, "x")

    file = PlanFile.create(plan, places, Unsure())
    plan.niche.exclusion = "x"
    file.save(plan)
    assert len([notice for notice in file.notices if "power cut" in notice]) == 1
    assert "x" in file.path.read_text("utf-8")
    file.close()


def test_a_version_that_cannot_be_kept_warns_and_does_not_stop(places: Places, plan: Plan) -> None:
    PlanFile.create(plan, places).close()
    (places.plans / "history").write_text("in the way", encoding="utf-8")
    (path,) = places.plans.glob("*.toml")
    file = PlanFile.open(path, places)
    file.plan.niche.exclusion = "x"
    file.save(file.plan)
    assert [notice for notice in file.notices if "could not be kept" in notice]
    file.close()


def test_windows_is_given_time_to_let_go_of_a_file(tmp_path: Path) -> None:
    class Held(Fs):
        tries = 0
        waited = 0.0

        def replace(self, source: Path, target: Path) -> None:
            self.tries += 1
            if self.tries < 4:
                error = PermissionError(13, "held")
                error.winerror = 32
                raise error
            super().replace(source, target)

        def pause(self, seconds: float) -> None:
            self.waited += seconds

    fs = Held()
    assert write_file(fs, tmp_path / "a", b"data")
    assert (tmp_path / "a").read_bytes() == b"data"
    assert 0 < fs.waited < 3

    fs.tries = -1000
    with pytest.raises(PermissionError):
        write_file(fs, tmp_path / "a", b"new")
    assert fs.waited < 6
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


# -- a disk that is really full -------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB, where the system lets us mount one."""
    where = tmp_path / "small"
    where.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(where)]
    if os.getuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here; the limit on file sizes is tested instead")
    yield where
    subprocess.run(["umount", str(where)], check=True)


def test_a_full_disk_keeps_the_old_plan_and_a_copy_elsewhere(
    small_disk: Path, places: Places, plan: Plan
) -> None:
    path = small_disk / "plan.toml"
    file = PlanFile.create(plan, places, path=path)
    old = path.read_bytes()
    plan.niche.exclusion = "x" * 100_000
    with pytest.raises(NotSaved, match="the disk is full") as trouble:
        file.save(plan)
    assert path.read_bytes() == old
    copy = trouble.value.emergency
    assert copy is not None
    assert copy.parent == places.state / "recovery"
    assert copy.read_bytes() == form.dump(plan)
    assert [(each.path, each.plan_id) for each in recoveries(places)] == [(copy, plan.id)]
    assert not list(small_disk.glob(".*.tmp"))
    plan.niche.exclusion = "x"
    file.save(plan)
    assert not copy.exists()
    file.close()


LIMITED = """
import resource, signal, sys
from pathlib import Path
from coach.places import Places
from coach.store.files import NotSaved, PlanFile
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path, plans, state = map(Path, sys.argv[1:])
file = PlanFile.open(path, Places(plans, state))
old = path.read_bytes()
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
file.plan.niche.exclusion = "x" * 100_000
try:
    file.save(file.plan)
except NotSaved as trouble:
    print(trouble.reason, trouble.emergency)
assert path.read_bytes() == old
file.plan.niche.exclusion = "x"
file.save(file.plan)
"""


def run(code: str, *arguments: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_file_that_may_not_grow_keeps_the_old_plan(places: Places, file: PlanFile) -> None:
    file.close()
    done = run(LIMITED, file.path, places.plans, places.state)
    assert done.stderr == ""
    assert done.stdout == "the system allows no larger file None\n"
    assert [each.name for each in places.plans.iterdir() if each.suffix == ".tmp"] == []
    assert PlanFile.open(file.path, places).plan.niche.exclusion == "x"


# -- nothing may be written -----------------------------------------------------------------

NOBODY = 65534
UNPRIVILEGED = f"""
import os, sys, stat
from pathlib import Path
import filelock, tomli_w, warnings
from coach.places import Places
from coach.plan import Plan
from coach.store.files import NotSaved, PlanFile
from coach.store.library import Library
from coach import flow
folder = Path(sys.argv[1])
# All that is loaded late is loaded now: the user we become may not read the interpreter.
warm = Places(folder / "warm", folder / "warm")
file = PlanFile.create(Plan(), warm)
file.close()
PlanFile.open(file.path, warm).close()
Library(warm).entries()
if os.getuid() == 0:
    os.setgid({NOBODY})
    os.setuid({NOBODY})
places = Places(folder / "plans", folder / "state")
for path in (folder / "plans" / "closed.toml", folder / "open" / "written.toml"):
    file = PlanFile.open(path, places)
    print(file.read_only)
    file.plan.niche.exclusion = "mine"
    try:
        file.save(file.plan)
    except NotSaved as trouble:
        print(stat.S_IMODE(trouble.emergency.stat().st_mode), trouble.emergency.parent.name)
    file.close()
print([entry.title for entry in Library(places).entries()])
try:
    PlanFile.create(Plan(), places)
except NotSaved as trouble:
    print(trouble.reason)
"""


def test_a_folder_and_a_file_that_are_closed_to_us_are_only_read(monkeypatch: Any) -> None:
    with tempfile.TemporaryDirectory() as name:  # others may enter, unlike tmp_path
        folder = Path(name)
        folder.chmod(0o755)
        data = b"schema_version = 1\nid = 'k1'\n[start]\nname = 'Acme'\n"
        for inner, mode in (("plans", 0o555), ("open", 0o777), ("state", 0o777), ("tmp", 0o777)):
            (folder / inner).mkdir()
            if inner == "plans":
                (folder / "plans" / "closed.toml").write_bytes(data)
                (folder / "plans" / "closed.toml").chmod(0o644)
            (folder / inner).chmod(mode)
        (folder / "open" / "written.toml").write_bytes(data)
        (folder / "open" / "written.toml").chmod(0o444)
        monkeypatch.setenv("TMPDIR", str(folder / "tmp"))
        done = run(UNPRIVILEGED, folder)
        assert done.stderr == ""
        closed, recovery, protected, beside, listed, created = done.stdout.splitlines()
        assert "no permission to write in" in closed
        assert recovery == f"{0o600} recovery"
        assert protected == "the file is write-protected"
        assert beside == f"{0o600} open"
        assert listed == "['Acme']"
        assert "no permission" in created
        assert (folder / "plans" / "closed.toml").read_bytes() == data
        assert (folder / "open" / "written.toml").read_bytes() == data
        (folder / "plans").chmod(0o755)
