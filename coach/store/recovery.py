"""What could not be saved: copies elsewhere, and finding them again."""

import contextlib
import datetime as dt
import os
import re
import secrets
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coach.places import Places
from coach.store import names
from coach.store.fs import DISK, Fs, plain_files, write_file

_ID = re.compile(rb'^id\s*=\s*"([a-z0-9-]+)"', re.MULTILINE)
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Recovery:
    """A copy of a plan that could not be saved: where it is, whose, from when."""

    path: Path
    plan_id: str
    when: dt.datetime


def folders(places: Places, beside: Path | None = None) -> tuple[Path, ...]:
    """Where emergency copies go, best first."""
    found = [beside] if beside else []
    found.append(places.state / "recovery")
    # Where there is no temporary folder that takes a file, as on a full disk, Python raises.
    with contextlib.suppress(OSError):
        found.append(Path(tempfile.gettempdir()))
    return tuple(found)


class Copies:
    """What could not be saved of one plan: one copy of each kind, always the same file."""

    def __init__(self, places: Places, path: Path) -> None:
        """``path`` is the plan's own file."""
        self._places = places
        self._path = path
        self._made: dict[str, Path] = {}

    def keep(self, fs: Fs, kind: str, data: bytes) -> Path | None:
        """Keep ``data`` as the copy of this kind, ``conflict`` or ``unsaved``.

        Gives where it is; None where no folder takes it.
        """
        known = self._made.get(kind)
        if known is not None:
            with contextlib.suppress(OSError):
                write_file(fs, known, data)
                return known
        if kind == "conflict":
            name = names.conflict_copy(self._path)
        else:
            name = names.unsaved_copy(self._path, secrets.token_hex(3))
        made = _keep(fs, self._places, self._path.parent, name, data)
        if made is not None:
            self._made[kind] = made
        return made

    def drop(self, fs: Fs) -> None:
        """Remove the copies: the plan's own file holds newer words."""
        made, self._made = self._made, {}
        for copy in made.values():
            with contextlib.suppress(OSError):
                fs.unlink(copy)

    def leave(self) -> None:
        """Let the copies lie: what they hold is nowhere else."""
        self._made.clear()


def _keep(fs: Fs, places: Places, beside: Path, name: str, data: bytes) -> Path | None:
    """Put ``data`` in the first folder that takes it; None if none does."""
    for folder in folders(places, beside):
        try:
            if folder != beside:
                fs.mkdir(folder)
            write_file(fs, folder / name, data)
        except OSError:
            continue
        return folder / name
    return None


def recoveries(places: Places, fs: Fs = DISK, beside: Path | None = None) -> list[Recovery]:
    """Every emergency copy that is still lying about, newest first; never raises.

    ``beside`` is a further folder to look in: that of a plan outside the library.
    """
    found = {}
    for folder in dict.fromkeys((*folders(places, places.plans), beside or places.plans)):
        for entry in plain_files(fs, folder):
            if ".unsaved-" in entry.name and names.is_copy(entry.name):
                about = entry.stat()
                if hasattr(os, "getuid") and about.st_uid != os.getuid():
                    continue
                path = Path(entry.path)
                plan_id = head_id(fs, path)
                if plan_id:
                    when = dt.datetime.fromtimestamp(about.st_mtime, dt.UTC)
                    found[path] = Recovery(path, plan_id, when)
    return sorted(found.values(), key=lambda each: each.when, reverse=True)


def head_id(fs: Fs, path: Path) -> str:
    """The plan id near the top of a file, without parsing it; empty if there is none."""
    try:
        fd = fs.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        try:
            head = fs.read(fd, _HEAD)
        finally:
            fs.close(fd)
    except OSError:
        return ""
    match = _ID.search(head)
    return match[1].decode() if match else ""


def notices(
    places: Places, path: Path, plan_id: str, saved: dt.datetime, fs: Fs = DISK
) -> Iterator[str]:
    """What a person who opens the plan at ``path`` should know about copies of it.

    ``saved`` is when the plan itself was last written.
    """
    for copy in recoveries(places, fs, path.parent):
        if copy.plan_id == plan_id and copy.when >= saved and copy.path != path:
            when = copy.when.astimezone().strftime("%d %b %H:%M")
            yield f"what was typed until {when} could not be saved then; it is in {copy.path}"
    stem = path.stem.partition(".conflict-")[0]
    for entry in plain_files(fs, path.parent):
        other = Path(entry.path)
        if not entry.name.startswith(stem) or other == path or ".unsaved-" in entry.name:
            continue
        if head_id(fs, other) == plan_id:
            yield f"another version of this plan lies beside it: {other.name}"
