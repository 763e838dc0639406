"""Power cuts and kills: a plan file is always the old one or the new one, whole."""

import itertools
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from coach.places import Places
from coach.plan import Plan
from coach.store import form
from coach.store.files import PlanFile
from coach.store.fs import Fs
from coach.store.library import Library

KILLS = int(os.environ.get("COACH_TEST_KILLS", "25"))


# -- power cuts, worked out ------------------------------------------------------------------


@dataclass
class Recorder(Fs):
    """Writes down what is asked of the disk, file by file, while it is done."""

    log: list[tuple[Any, ...]] = field(default_factory=list)
    inode: dict[int, int] = field(default_factory=dict)

    def open(self, path: Path, flags: int, mode: int = 0o600) -> int:
        fd = super().open(path, flags, mode)
        if flags & (os.O_WRONLY | os.O_RDWR):
            self.inode[fd] = os.fstat(fd).st_ino
            if flags & os.O_CREAT:
                self.log.append(("name", str(path), self.inode[fd]))
        return fd

    def write(self, fd: int, data: bytes) -> int:
        some = super().write(fd, data[: max(1, len(data) // 2)])  # disks write what they like
        if fd in self.inode:
            self.log.append(("write", self.inode[fd], data[:some]))
        return some

    def fsync(self, fd: int) -> None:
        super().fsync(fd)
        self.log.append(("sync", self.inode[fd]))

    def close(self, fd: int) -> None:
        super().close(fd)
        self.inode.pop(fd, None)

    def replace(self, source: Path, target: Path) -> None:
        super().replace(source, target)
        self.log.append(("move", str(source), str(target)))

    def link(self, source: Path, target: Path) -> None:
        super().link(source, target)
        self.log.append(("link", str(source), str(target)))

    def unlink(self, path: Path) -> None:
        super().unlink(path)
        self.log.append(("unlink", str(path)))

    def fsync_dir(self, path: Path) -> None:
        super().fsync_dir(path)
        self.log.append(("sync folder",))


def after_power_cut(
    log: list[tuple[Any, ...]], path: Path, before: bytes | None
) -> Iterator[bytes | None]:
    """What may stand at ``path`` if the power goes after the last entry of ``log``.

    Written data that was not synced is lost, torn or there; of the changes of names since
    the folder was synced, any may have happened and any not.
    """
    written: dict[int, bytes] = {0: before or b""}
    synced: dict[int, int] = {0: len(written[0])}
    names: dict[str, int] = {} if before is None else {str(path): 0}
    live = dict(names)
    waiting: list[dict[str, int | None]] = []
    for what, *rest in log:
        match what:
            case "write":
                written[rest[0]] = written.get(rest[0], b"") + rest[1]
            case "sync":
                synced[rest[0]] = len(written.get(rest[0], b""))
            case "sync folder":
                for change in waiting:
                    _apply(names, change)
                waiting = []
            case "name":
                live[rest[0]] = rest[1]
                waiting.append({rest[0]: rest[1]})
            case "move" | "link":
                change = {rest[1]: live[rest[0]]}
                if what == "move":
                    change[rest[0]] = None
                _apply(live, change)
                waiting.append(change)
            case "unlink":
                live.pop(rest[0])
                waiting.append({rest[0]: None})
    for happened in itertools.product((False, True), repeat=len(waiting)):
        found = dict(names)
        for change in itertools.compress(waiting, happened):
            _apply(found, change)
        number = found.get(str(path))
        if number is None:
            yield None
            continue
        data, sure = written.get(number, b""), synced.get(number, 0)
        yield from {data[:sure], data[: (sure + len(data)) // 2], data}


def _apply(names: dict[str, int], change: dict[str, int | None]) -> None:
    for name, number in change.items():
        if number is None:
            names.pop(name, None)
        else:
            names[name] = number


def outcomes(fs: Recorder, path: Path, old: bytes | None, new: bytes) -> set[str]:
    """What power cuts lead to: at every moment, and after the save has returned."""
    kinds = {None: "GONE", old: "old", new: "new", b"": "EMPTY"} | (
        {None: "old"} if not old else {}
    )
    found = set()
    for cut in range(len(fs.log) + 1):
        when = " after return" if cut == len(fs.log) else ""
        for data in after_power_cut(fs.log[:cut], path, old):
            found.add(kinds.get(data, "TORN") + when)
    return found


def save_and_record(places: Places, plan: Plan, fs: Recorder) -> set[str]:
    PlanFile.create(plan, places).close()
    (path,) = places.plans.glob("*.toml")
    file = PlanFile.open(path, places, fs)
    old = path.read_bytes()
    fs.log.clear()
    file.plan.niche.exclusion = "x" * 5000
    file.save(file.plan)
    file.close()
    unlocked = [entry for entry in fs.log if not str(entry[1:2]).endswith(".lock',)")]
    fs.log[:] = unlocked
    return outcomes(fs, path, old, form.dump(file.plan))


def test_a_power_cut_leaves_the_old_or_the_new_plan_and_after_return_the_new(
    places: Places, plan: Plan
) -> None:
    found = save_and_record(places, plan, Recorder())
    assert found == {"old", "new", "new after return"}


def test_a_power_cut_while_a_plan_is_made_leaves_none_or_the_whole(
    places: Places, plan: Plan
) -> None:
    fs = Recorder()
    file = PlanFile.create(plan, places, fs)
    fs.log[:] = [entry for entry in fs.log if ".lock" not in str(entry)]
    found = outcomes(fs, file.path, None, form.dump(plan))
    file.close()
    assert found == {"old", "new", "new after return"}


def test_the_model_sees_a_file_that_was_not_synced(places: Places, plan: Plan) -> None:
    class Careless(Recorder):
        def fsync(self, fd: int) -> None:
            pass

    found = save_and_record(places, plan, Careless())
    assert {"EMPTY", "TORN", "EMPTY after return"} <= found


def test_the_model_sees_a_folder_that_was_not_synced(places: Places, plan: Plan) -> None:
    class Careless(Recorder):
        def fsync_dir(self, path: Path) -> None:
            pass

    assert "old after return" in save_and_record(places, plan, Careless())


# -- kills, carried out ------------------------------------------------------------------------

SAVES = """
import sys
from pathlib import Path
from coach.places import Places
from coach.store.files import PlanFile
file = PlanFile.open(sys.argv[1], Places(Path(sys.argv[2]), Path(sys.argv[3])))
file.clock = iter(range(0, 10**9, 4000)).__next__  # a version is kept at every save
number = int(file.plan.niche.exclusion.partition(" ")[0] or 0)
while True:
    number += 1
    file.plan.niche.exclusion = f"{number} " * 4000
    file.save(file.plan)
    print(number, flush=True)
"""


def test_a_killed_program_leaves_whole_plans_and_no_lock(places: Places, plan: Plan) -> None:
    chance = random.Random(7)
    PlanFile.create(plan, places).close()
    (path,) = places.plans.glob("*.toml")
    command = [sys.executable, "-c", SAVES, str(path), str(places.plans), str(places.state)]
    last = 0
    for _ in range(KILLS):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            for _ in range(chance.randint(1, 6)):
                said = int(child.stdout.readline())
            # Some way into the next saves, wherever that is on this machine.
            for _ in range(chance.randint(0, 30_000)):
                pass
            child.send_signal(signal.SIGKILL)
        file = PlanFile.open(path, places)
        assert file.read_only == ""
        text = file.plan.niche.exclusion
        number = int(text.partition(" ")[0])
        assert text == f"{number} " * 4000
        assert number >= said > last
        last = number
        file.close()
    from coach.store import history

    kept = history.versions(places, plan.id)
    assert len(kept) > KILLS
    for version in kept[:100]:
        text = history.read(version).niche.exclusion
        assert text == f"{text.partition(' ')[0]} " * 4000 or text == ""
    assert [entry.trouble for entry in Library(places).entries()] == [""]


DIES = """
import os, signal, sys
from pathlib import Path
from coach.places import Places
from coach.store.files import PlanFile
from coach.store.fs import Fs

class Deadly(Fs):
    left = -1
    def __getattribute__(self, name):
        get = object.__getattribute__
        if not name.startswith("_") and name != "left" and get(self, "left") >= 0:
            self.left -= 1
            if get(self, "left") < 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return get(self, name)

path, plans, state = map(Path, sys.argv[1:])
for at in range(60):
    child = os.fork()
    if not child:
        fs = Deadly()
        file = PlanFile.open(path, Places(plans, state), fs)
        file.plan.niche.exclusion = f"{at} " * 1000
        fs.left = at
        file.save(file.plan)
        os._exit(0)
    os.waitpid(child, 0)
    file = PlanFile.open(path, Places(plans, state))
    first = file.plan.niche.exclusion.partition(" ")[0]
    assert file.read_only == "", file.read_only
    assert first in ("", str(at), *map(str, range(at))), first
    assert file.plan.niche.exclusion == f"{first} " * 1000 or not first
    file.close()
assert first == str(at), "the last one is not interrupted"
print("ok")
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_kill_at_any_disk_call_leaves_a_whole_plan(places: Places, plan: Plan) -> None:
    PlanFile.create(plan, places).close()
    (path,) = places.plans.glob("*.toml")
    command = [sys.executable, "-c", DIES, str(path), str(places.plans), str(places.state)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("ok\n", "")
    assert len(list(places.plans.glob(".*.tmp"))) < 40
