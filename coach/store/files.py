"""One plan and its file: open, save, and what to do when somebody else wrote it too."""

import contextlib
import datetime as dt
import hashlib
import itertools
import os
import stat
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

from coach.places import Places
from coach.plan import UNTITLED, Plan
from coach.refusal import Refusal
from coach.store import form, history, merge, names, recovery
from coach.store.fs import DISK, MAX_FILE, Fs, exists, free, read_file, reason, sweep, write_file
from coach.store.lock import Lock

_HOUR = 3600.0
_TURN = 1.0
"""Seconds that a save waits for another thread's save before it goes ahead on its own."""


class NotSaved(Refusal):
    """The plan is not on disk: why, and where a copy of it is, if one could be made."""

    def __init__(self, reason: str, emergency: Path | None = None) -> None:
        super().__init__(f"not saved: {reason}", f"a copy is in {emergency}" if emergency else "")
        self.reason = reason
        self.emergency = emergency


class Conflict(NotSaved):
    """Somebody else changed the plan's file; ours is kept as a copy until a choice is made."""

    def __init__(self, reason: str, ours: Path | None) -> None:
        super().__init__(reason, ours)
        self.ours = ours


class PlanFile:
    """A plan that is open, and its file.

    ``plan`` is the plan as it was read. ``read_only`` says why it cannot be written here; it
    is empty where it can. ``notices`` are one-liners worth telling. A file is locked from
    opening to :meth:`close`; a second window gets it to read.
    """

    def __init__(self, path: Path, plan: Plan, places: Places, fs: Fs, lock: Lock) -> None:
        """Use :meth:`open` or :meth:`create`."""
        self.path = path
        self.plan = plan
        self.places = places
        self.read_only = lock.why
        self.notices: tuple[str, ...] = (lock.notice,) if lock.notice else ()
        self.clock: Callable[[], float] = time.monotonic
        self._real = Path(os.path.realpath(path))
        self._fs = fs
        self._lock = lock
        self._mode = 0o600
        self._base = b""
        """The file as we last knew it; empty while there is none."""
        self._expected: set[str] = {_digest(None)}
        """What the file may hold without anybody else having written it."""
        self._kept_at: float | None = None
        self._tickets = itertools.count(1)
        self._newest = (0, b"")
        self._turn = threading.RLock()
        self._copies = recovery.Copies(places, self._real)
        self._made = False

    # -- opening ---------------------------------------------------------------------

    @classmethod
    def open(cls, path: str | os.PathLike[str], places: Places, fs: Fs = DISK) -> Self:
        """Open the plan at ``path``, wherever it lives.

        Raises :class:`Refusal` where there is no readable plan. Where it can be read but not
        written, or is open elsewhere, ``read_only`` says so.
        """
        path = Path(path)
        real = Path(os.path.realpath(path))
        _read(fs, real, path)  # before the lock leaves its side file anywhere
        lock = Lock(real, fs)
        try:
            data = _read(fs, real, path)
            loaded = form.load(data, os.fspath(path))
            file = cls(path, loaded.plan, places, fs, lock)
            file._know(data)
            file._mode, saved = _about(fs, real)
        except BaseException:
            lock.release()
            raise
        if loaded.newer:
            file.read_only = (
                f"a newer version of this program wrote it (format {loaded.version}); "
                "update the program to change it"
            )
        elif not file.read_only and not fs.writable(real):
            file.read_only = "the file is write-protected"
        if not file.read_only:
            sweep(fs, real.parent)
        told = recovery.notices(places, real, loaded.plan.id, saved, fs)
        file.notices += (*loaded.notices, *told)
        return file

    @classmethod
    def create(
        cls,
        plan: Plan,
        places: Places,
        fs: Fs = DISK,
        path: str | os.PathLike[str] | None = None,
    ) -> Self:
        """Write a new plan's file, into the library unless ``path`` says where, and open it.

        Raises :class:`Refusal` where ``path`` is taken, :class:`NotSaved` where it cannot be
        written.
        """
        with _told(places.plans if path is None else Path(path).parent):
            if path is None:
                fs.mkdir(places.plans)
                target = free(fs, places.plans, names.stem(plan.title, plan.id))
            else:
                target = Path(path)
                if exists(fs, target):
                    raise Refusal(f"{target} already exists", "choose another name")
        file = cls(target, plan, places, fs, Lock(Path(os.path.realpath(target)), fs))
        try:
            file._kept_at = file.clock()
            file.save(plan)
            file._made = True
        except BaseException:
            file.close()
            raise
        return file

    def close(self) -> None:
        """Let go of the file; safe to call twice."""
        self._lock.release()

    def retire(self, plan: Plan) -> None:
        """Close at the end of a walk, and tidy up after a plan that was made on the spot.

        A file that :meth:`create` made and in which nothing was ever typed goes; one of the
        library that was made before the plan had a name takes the plan's name. Both only
        where the file is as we left it; what cannot be done is left as it is.
        """
        if not self.read_only:
            with contextlib.suppress(OSError, Refusal):
                if self._current() == self._base:
                    self._tidy(plan)
        self.close()

    def _tidy(self, plan: Plan) -> None:
        unnamed = names.stem(UNTITLED, plan.id)
        if form.is_blank(plan):
            if self._made:
                self._fs.unlink(self._real)
        elif plan.title != UNTITLED and self._real.stem.startswith(unnamed):
            target = free(self._fs, self._real.parent, names.stem(plan.title, plan.id))
            self._fs.replace(self._real, target)
            self.path = target

    # -- saving ----------------------------------------------------------------------

    def save(self, plan: Plan) -> None:
        """Write the plan; when it returns, the plan is on disk.

        May be called from any thread, and from a signal handler in the middle of another
        save: the plan that was handed over last is the one that stays. Raises
        :class:`Conflict` where somebody else changed the file, else :class:`NotSaved`; then
        the file is as it was.
        """
        ticket = next(self._tickets)
        data = self._bytes_of(plan)
        if self.read_only:
            raise NotSaved(self.read_only, self._copies.keep(self._fs, "unsaved", data))
        held = self._turn.acquire(timeout=_TURN)
        try:
            if ticket > self._newest[0]:
                self._newest = (ticket, data)
            self._write(ticket, data)
        finally:
            if held:
                self._turn.release()

    def _bytes_of(self, plan: Plan) -> bytes:
        try:
            data = form.dump(plan)
            if merge.wanted(self._base):
                data = merge.merged(self._base, form.tree_of(plan)) or self._without(data)
        except (TypeError, ValueError) as error:
            raise NotSaved(f"this program cannot write it down ({error})") from error
        if len(data) > MAX_FILE:
            raise NotSaved(
                f"the plan has grown to {len(data) / 1e6:.1f} MB, and a file holds "
                f"{MAX_FILE / 1e6:g}; shorten the longest answers",
                self._copies.keep(self._fs, "unsaved", data),
            )
        return data

    def _without(self, data: bytes) -> bytes:
        self._kept_at = None
        self._tell("comments in the file could not be kept; the file with them is in its history")
        return data

    def _write(self, ticket: int, data: bytes) -> None:
        try:
            current = self._current()
        except Refusal as refusal:  # now a pipe, a folder, or far too large
            raise self._conflict(str(refusal), data) from None
        except OSError as error:
            raise self._not_saved(error, data) from error
        if self._newest[0] > ticket:
            # A signal handler has saved a newer plan since we began to read: let that stay.
            self._write(*self._newest)
            return
        if current is not None and current == data:
            self._done(data)
            return
        if _digest(current) not in self._expected:
            gone = "the plan's file is gone from where it was"
            raise self._conflict(
                "somebody else changed the plan's file" if current is not None else gone, data
            )
        if current is not None:
            self._keep_version(current)
        self._expected.add(_digest(data))
        try:
            sure = write_file(
                self._fs, self._real, data, self._mode, lambda: self._newest[0] <= ticket
            )
        except OSError as error:
            raise self._not_saved(error, data) from error
        if not sure:
            self._tell("saved, but the disk did not confirm that it would survive a power cut")
        if self._newest[0] > ticket:
            self._expected.add(_digest(data))  # it may be on disk after the newer one, or not
            self._write(*self._newest)
            return
        self._done(data)

    def _current(self) -> bytes | None:
        try:
            return read_file(self._fs, self._real)
        except FileNotFoundError:
            return None

    def _know(self, data: bytes) -> None:
        self._base = data
        self._expected = {_digest(data)}

    def _done(self, data: bytes) -> None:
        """The file holds our newest words: copies of them elsewhere are not needed now."""
        self._know(data)
        self._copies.drop(self._fs)

    def _keep_version(self, current: bytes) -> None:
        now = self.clock()
        if self._kept_at is not None and now - self._kept_at < _HOUR:
            return
        self._kept_at = now
        try:
            history.keep(self._fs, self.places, self.plan.id, self._real, current)
        except OSError as error:
            why = reason(error, self.places.plans / "history")
            self._tell(f"the version before this could not be kept: {why}")

    # -- trouble ---------------------------------------------------------------------

    def _not_saved(self, error: OSError, data: bytes) -> NotSaved:
        return NotSaved(
            reason(error, self._real.parent), self._copies.keep(self._fs, "unsaved", data)
        )

    def _conflict(self, why: str, data: bytes) -> Conflict:
        return Conflict(why, self._copies.keep(self._fs, "conflict", data))

    def keep_mine(self) -> None:
        """After a conflict: the next save writes ours; theirs goes to the history first.

        Raises :class:`NotSaved` where theirs cannot be kept.
        """
        try:
            current = self._current()
            if current is not None:
                history.keep(self._fs, self.places, self.plan.id, self._real, current)
            else:
                self._fs.mkdir(self._real.parent)
        except OSError as error:
            raise NotSaved(f"the other version could not be kept: {error.strerror}") from error
        self._expected = {_digest(current)}

    def keep_theirs(self) -> Plan:
        """After a conflict: the plan as it is on disk; ours stays as a conflict copy.

        Raises :class:`Refusal` where theirs is gone or cannot be read.
        """
        data = _read(self._fs, self._real, self.path)
        loaded = form.load(data, os.fspath(self.path))
        if loaded.newer:
            self.read_only = "a newer version of this program wrote it"
        self._know(data)
        self._copies.leave()
        self.plan = loaded.plan
        return loaded.plan

    def _tell(self, notice: str) -> None:
        if notice not in self.notices:
            self.notices += (notice,)


def _digest(data: bytes | None) -> str:
    return "" if data is None else hashlib.sha256(data).hexdigest()


def _read(fs: Fs, real: Path, path: Path) -> bytes:
    try:
        return read_file(fs, real)
    except FileNotFoundError:
        raise Refusal(f"there is no file {path}", "check the name") from None
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise Refusal(f"{path} cannot be read: {why}") from None


def _about(fs: Fs, real: Path) -> tuple[int, dt.datetime]:
    """Permissions to keep, and when the file was last written."""
    try:
        about = fs.stat(real)
    except OSError as error:
        raise Refusal(f"{real} cannot be read: {error.strerror}") from None
    return stat.S_IMODE(about.st_mode), dt.datetime.fromtimestamp(about.st_mtime, dt.UTC)


@contextlib.contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NotSaved(reason(error, folder)) from error
