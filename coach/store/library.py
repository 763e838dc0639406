"""The folder of plans: what is in it, finding one, the trash, bringing one in.

A list of plans loads neither models nor pydantic while the cache knows the files; the cache
is one JSON file in the state folder that may be deleted at any time.
"""

import contextlib
import datetime as dt
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach import __version__
from coach.places import Places, at_home
from coach.refusal import Refusal
from coach.store import names
from coach.store.fs import DISK, Fs, plain_files, read_file, reason, write_file

if TYPE_CHECKING:
    from coach.plan import Plan
    from coach.store.form import Loaded

_CACHE_FORM = 2
_CACHE_CAP = 64_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One plan in a list.

    ``changed`` is when it was last changed, ``share`` how much is answered (0 to 1),
    ``pack`` the content pack that it remembers, ``steps`` each step's state by its key
    (``empty``, ``started``, ``done``). ``trouble`` says why the file cannot be read, or can only
    be read; it is empty for most.
    """

    path: Path
    id: str
    title: str
    changed: dt.datetime
    offering: str = ""
    depth: str = ""
    pack: str = ""
    share: float = 0.0
    steps: dict[str, str] = field(default_factory=dict)
    trouble: str = ""

    @property
    def stem(self) -> str:
        """The file's name without ``.toml``: what a command line calls the plan."""
        return self.path.stem


@dataclass(frozen=True, slots=True)
class Trashed:
    """A plan in the trash: its token, the name its file had, and since when it is there."""

    token: str
    name: str
    since: dt.datetime


@dataclass(frozen=True, slots=True)
class Imported:
    """A plan that was brought in: its file in the library, and what to tell about it."""

    path: Path
    title: str
    notices: tuple[str, ...] = ()


class Library:
    """The plans in ``places.plans``."""

    def __init__(self, places: Places, fs: Fs = DISK) -> None:
        self.places = places
        self.fs = fs

    # -- listing ---------------------------------------------------------------------

    def entries(self) -> list[Entry]:
        """All plans, the one changed last first. Never raises: see :attr:`Entry.trouble`."""
        return sorted(self.scan(), key=lambda entry: (entry.changed, entry.stem), reverse=True)

    def scan(self) -> Iterator[Entry]:
        """The plans one by one as they are read, newest files first; never raises.

        What was read is remembered when the generator ends or is closed.
        """
        known = self._remembered()
        seen: dict[str, list[Any]] = {}
        found = []
        for item in plain_files(self.fs, self.places.plans):
            with contextlib.suppress(OSError):
                if not names.is_copy(item.name):
                    found.append((item, item.stat()))
        fresh = False
        try:
            for item, about in sorted(found, key=lambda each: -each[1].st_mtime_ns):
                stamp = [about.st_size, about.st_mtime_ns, about.st_ino]
                row = known.get(item.name)
                entry = _recalled(Path(item.path), row, stamp)
                if entry is None:
                    fresh = True
                    entry, lasting = self._read(Path(item.path), about)
                    row = [stamp, _row(entry)] if lasting else None
                if row is not None:
                    seen[item.name] = row
                yield entry
        finally:
            if fresh:
                self._remember(known | seen)
            elif known.keys() != seen.keys():
                self._remember(seen)

    def _read(self, path: Path, about: os.stat_result) -> tuple[Entry, bool]:
        """A file's entry, and whether it will be the same until the file changes."""
        from coach import flow
        from coach.store import form

        changed = dt.datetime.fromtimestamp(about.st_mtime, dt.UTC)
        try:
            loaded = form.load(read_file(self.fs, path), path.name)
        except Refusal as refusal:
            return Entry(path, "", path.stem, changed, trouble=str(refusal)), True
        except OSError as error:
            why = f"{path.name} cannot be read: {(error.strerror or str(error)).lower()}"
            return Entry(path, "", path.stem, changed, trouble=why), False
        plan = loaded.plan
        progress = flow.progress(plan)
        entry = Entry(
            path,
            plan.id,
            plan.title,
            plan.changed,
            plan.start.offering,
            plan.depth,
            plan.pack,
            progress.share,
            {key: str(state) for key, state in progress.steps.items()},
            "a newer version of this program wrote it: to read only" if loaded.newer else "",
        )
        return entry, True

    # -- the cache -------------------------------------------------------------------

    @property
    def _cache(self) -> Path:
        where = hashlib.sha256(os.fsencode(os.path.abspath(self.places.plans))).hexdigest()[:8]
        return self.places.state / f"library-{where}.json"

    def _remembered(self) -> dict[str, list[Any]]:
        try:
            cache = json.loads(read_file(self.fs, self._cache, _CACHE_CAP))
        except (OSError, ValueError, RecursionError, Refusal):
            return {}
        if not isinstance(cache, dict) or cache.get("form") != [_CACHE_FORM, __version__]:
            return {}
        files = cache.get("files")
        return files if isinstance(files, dict) else {}

    def _remember(self, files: dict[str, list[Any]]) -> None:
        data = json.dumps({"form": [_CACHE_FORM, __version__], "files": files})
        with contextlib.suppress(OSError):
            self.fs.mkdir(self.places.state)
            write_file(self.fs, self._cache, data.encode(), sure=False)

    # -- finding ---------------------------------------------------------------------

    def find(self, name: str | os.PathLike[str]) -> Path:
        """The plan that ``name`` means: a path, a file's stem, an id, or a plan's title.

        A title may be in any case and may be shortened to what only one plan begins with.
        Raises :class:`Refusal` naming the nearest, or all that ``name`` could mean.
        """
        text = os.fspath(name)
        path = at_home(text)
        if path.suffix == ".toml" or len(path.parts) > 1:
            return self._at(path)
        entries = self.entries()
        wanted = names.folded(text)
        for matches in (
            [entry for entry in entries if names.folded(entry.stem) == wanted],
            [entry for entry in entries if entry.id == wanted],
            [entry for entry in entries if names.folded(entry.title) == wanted],
            [entry for entry in entries if wanted and names.folded(entry.title).startswith(wanted)],
            [entry for entry in entries if wanted and entry.stem.startswith(wanted)],
        ):
            if len(matches) == 1:
                return matches[0].path
            if matches:
                which = ", ".join(entry.stem for entry in matches[:8])
                more = f" and {len(matches) - 8} more" if len(matches) > 8 else ""
                raise Refusal(f"{text!r} could be {which}{more}", "give the whole name")
        if path.is_file():
            return path
        raise Refusal(f"there is no plan {text!r}", _nearest(wanted, entries))

    def _at(self, path: Path) -> Path:
        if path.exists():
            return path
        inside = self.places.plans / path
        if len(path.parts) == 1 and inside.exists():
            return inside
        near = _nearest(names.folded(path.stem), self.entries()) if len(path.parts) == 1 else ""
        raise Refusal(f"there is no file {path}", near or "check the path")

    # -- trash -----------------------------------------------------------------------

    @property
    def _trash(self) -> Path:
        return self.places.plans / "trash"

    def trash(self, path: Path) -> str:
        """Move a plan of the library into the trash; the token brings it back.

        Raises :class:`Refusal` where it is open in some window or cannot be moved.
        """
        from coach.store.lock import Lock

        if path.parent.resolve() != self.places.plans.resolve():
            raise Refusal(f"{path} is not in the library", "delete the file itself")
        lock = Lock(path, self.fs)
        try:
            if lock.why:
                raise Refusal(f"{path.stem} cannot be put in the trash: {lock.why}")
            self.fs.mkdir(self._trash)
            target = self._trash_name(path.name)
            self.fs.replace(path, target)
        except OSError as error:
            why = reason(error, path.parent)
            raise Refusal(f"{path.stem} cannot be put in the trash: {why}") from None
        finally:
            lock.release()
        return target.name

    def _trash_name(self, name: str) -> Path:
        taken = {entry.name for entry in self.fs.scan(self._trash)}
        when = dt.datetime.now(dt.UTC)
        while (token := f"{names.stamp(when)}-{name}") in taken:
            when += dt.timedelta(seconds=1)
        return self._trash / token

    def trashed(self) -> list[Trashed]:
        """What is in the trash, the last thrown away first."""
        found = []
        for entry in plain_files(self.fs, self._trash):
            since = names.moment(entry.name)
            if since:
                found.append(Trashed(entry.name, entry.name[17:], since))
        return sorted(found, key=lambda each: (each.since, each.token), reverse=True)

    def restore_trashed(self, token: str | Trashed) -> Path:
        """Put a plan back into the library, beside whatever has its name by now.

        Gives where it is. Raises :class:`Refusal` for an unknown token.
        """
        token = token.token if isinstance(token, Trashed) else token
        if token not in {each.token for each in self.trashed()}:
            raise Refusal(f"{token!r} is not in the trash")
        name = Path(token[17:])
        try:
            taken = {entry.name for entry in self.fs.scan(self.places.plans)}
            target, count = name.name, 1
            while target in taken:
                count += 1
                target = f"{name.stem}-{count}.toml"
            self.fs.replace(self._trash / token, self.places.plans / target)
        except OSError as error:
            why = reason(error, self.places.plans)
            raise Refusal(f"{name.stem} cannot be brought back: {why}") from None
        return self.places.plans / target

    # -- bringing in -----------------------------------------------------------------

    def import_plan(self, source: str | os.PathLike[str]) -> Imported:
        """Take a plan's TOML file, or a filled worksheet, into the library; it stays as it is.

        Its text is cleaned; it gets a new id if the library has a plan with its id, and a
        notice says so. Raises :class:`Refusal` where the file is no readable plan.
        """
        from coach.values import new_id

        path = Path(source)
        loaded = self._loaded(path)
        if loaded.newer:
            raise Refusal(
                f"{path} was written by a newer version of this program", "update the program"
            )
        plan, notices = loaded.plan, loaded.notices
        if plan.id in {entry.id for entry in self.entries()}:
            plan.id = new_id()
            notices += (f"the library has a plan with the same id, so this one is now {plan.id}",)
        return Imported(self._put(plan), plan.title, notices)

    def duplicate(self, path: Path) -> Imported:
        """Copy a plan under a new id and a name that ends in “(copy)”."""
        from coach.store.rebase import as_new

        plan = as_new(self._loaded(path).plan)
        plan.start.name = f"{plan.title} (copy)"
        return Imported(self._put(plan), plan.title)

    def _loaded(self, path: Path) -> "Loaded":
        from coach.store import form, worksheet

        load = worksheet.load if path.suffix.lower() in worksheet.ENDINGS else form.load
        try:
            return load(read_file(self.fs, path), os.fspath(path))
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            raise Refusal(f"{path} cannot be read: {why}") from None

    def _put(self, plan: "Plan") -> Path:
        from coach.store.files import PlanFile

        file = PlanFile.create(plan, self.places, self.fs)
        file.close()
        return file.path


def _nearest(wanted: str, entries: list[Entry]) -> str:
    by_name = {names.folded(name): entry for entry in entries for name in (entry.stem, entry.title)}
    near = get_close_matches(wanted, by_name, 3, 0.5)
    stems = list(dict.fromkeys(by_name[name].stem for name in near))
    if stems:
        return f"did you mean {' or '.join(stems)}?"
    return "list the plans to see their names" if entries else "there are no plans yet"


def _row(entry: Entry) -> dict[str, Any]:
    row = {key: getattr(entry, key) for key in _TYPES}
    return row | {"changed": entry.changed.isoformat()}


_TYPES: dict[str, type] = {
    "id": str, "title": str, "changed": str, "offering": str, "depth": str,
    "pack": str, "share": float, "steps": dict, "trouble": str,
}  # fmt: skip


def _recalled(path: Path, row: Any, stamp: list[int]) -> Entry | None:
    """The entry in a cache's row; None where the file has changed or the row is damaged."""
    try:
        if row[0] != stamp:
            return None
        kept = row[1]
        if kept.keys() != _TYPES.keys():
            return None
        if not all(type(kept[key]) is kind for key, kind in _TYPES.items()):
            return None
        changed = dt.datetime.fromisoformat(kept["changed"])
        if changed.tzinfo is None:
            return None
        return Entry(path, **(kept | {"changed": changed}))
    except (TypeError, ValueError, AttributeError, IndexError, KeyError):
        return None
