"""Earlier versions of plans: ``<plans>/history/<plan id>/<UTC>.toml``.

A version is kept before the first save of a session and at most once an hour after that, so
its name says until when the plan stood as it is in there.
"""

import contextlib
import datetime as dt
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coach.places import Places
from coach.refusal import Refusal
from coach.store import names
from coach.store.fs import DISK, Fs, plain_files, read_file, write_file
from coach.text import position

if TYPE_CHECKING:
    from coach.plan import Plan

_DAYS = 30


@dataclass(frozen=True, slots=True)
class Version:
    """One earlier version: its name for people, its file, and until when it stood."""

    name: str
    path: Path
    until: dt.datetime


def folder(places: Places, plan_id: str) -> Path:
    """Where a plan's versions are kept, wherever the plan itself lives."""
    safe = plan_id if len(plan_id) <= 64 else hashlib.sha256(plan_id.encode()).hexdigest()
    return places.plans / "history" / safe


def versions(places: Places, plan_id: str, fs: Fs = DISK) -> list[Version]:
    """The plan's earlier versions, newest first."""
    found = []
    for entry in plain_files(fs, folder(places, plan_id)):
        until = names.moment(entry.name)
        if until:
            found.append(Version(entry.name.removesuffix(".toml"), Path(entry.path), until))
    return sorted(found, key=lambda version: (version.until, version.name), reverse=True)


def keep(
    fs: Fs,
    places: Places,
    plan_id: str,
    path: Path,
    data: bytes,
    now: dt.datetime | None = None,
) -> Path:
    """Keep the plan file at ``path``, whose bytes are ``data``, as a version.

    Gives the version's file; raises :class:`OSError`. Thins old versions afterwards.
    """
    now = now or dt.datetime.now(dt.UTC)
    into = folder(places, plan_id)
    fs.mkdir(into)
    target = _free(fs, into, names.stamp(now))
    try:
        fs.link(path, target)
    except OSError:  # another disk, or one without hard links
        write_file(fs, target, data)
    thin(fs, places, plan_id, now)
    return target


def _free(fs: Fs, into: Path, name: str) -> Path:
    taken = {entry.name for entry in fs.scan(into)}
    target, count = f"{name}.toml", 1
    while target in taken:
        count += 1
        target = f"{name}-{count:03}.toml"
    return into / target


def thin(fs: Fs, places: Places, plan_id: str, now: dt.datetime) -> None:
    """Delete what is no longer kept: all of the last day stay, then the last of each day.

    After 30 days a version goes; the newest always stays. What cannot be deleted stays.
    """
    days: set[dt.date] = set()
    for index, version in enumerate(versions(places, plan_id, fs)):
        age = now - version.until
        day = version.until.date()
        if index == 0 or age <= dt.timedelta(days=1):
            continue
        if age <= dt.timedelta(days=_DAYS + 1) and day not in days:
            days.add(day)
            continue
        with contextlib.suppress(OSError):
            fs.unlink(version.path)


def find(places: Places, plan_id: str, name: str, fs: Fs = DISK) -> Version:
    """The version called ``name``, or the one at that place in the list, newest being 1.

    Raises :class:`Refusal` saying what there is.
    """
    known = versions(places, plan_id, fs)
    for version in known:
        if version.name == name:
            return version
    if (index := position(name, len(known))) is not None:
        return known[index]
    if not known:
        raise Refusal("there is no earlier version of this plan yet")
    raise Refusal(
        f"there is no version {name!r}",
        f"the newest is {known[0].name}; give a name from its history, or 1 to {len(known)}",
    )


def read(version: Version, fs: Fs = DISK) -> "Plan":
    """A version as a plan; raises :class:`Refusal`."""
    from coach.store import form

    try:
        data = read_file(fs, version.path)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise Refusal(f"version {version.name} cannot be read: {why}") from None
    return form.load(data, os.fspath(version.path)).plan
