"""The lock that is held while a plan is open, so that two windows do not write one file."""

import contextlib
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from coach.refusal import Refusal
from coach.store import names
from coach.store.fs import DISK, Fs, read_file, reason

if TYPE_CHECKING:
    from filelock import BaseFileLock


@dataclass(slots=True)
class Lock:
    """Tries to hold the plan at ``path``, without waiting.

    ``held`` says whether it worked. If not, ``why`` says why nothing may be written, and
    ``notice`` what to tell where writing is possible but nothing keeps a second window out.
    The system lets go of the lock when the process ends, however it ends.
    """

    path: Path
    fs: Fs = DISK
    held: bool = False
    why: str = ""
    notice: str = ""
    _lock: "BaseFileLock | None" = field(default=None, repr=False)

    def __post_init__(self) -> None:
        import warnings

        from filelock import FileLock, Timeout

        side = names.lock_file(self.path)
        lock = FileLock(side, mode=0o600, thread_local=False)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # where the disk cannot lock, ``notice`` says so
                lock.acquire(blocking=False)
        except Timeout:
            self.why = f"it is open in another window{self._holder(side)}"
        except PermissionError as error:
            self.why = reason(error, self.path.parent)
        except (OSError, NotImplementedError) as error:
            if isinstance(error, OSError) and not self.fs.writable(self.path.parent):
                self.why = reason(error, self.path.parent)
            else:
                self.notice = (
                    "this disk cannot lock files: do not open the plan in two windows at once"
                )
        else:
            self.held, self._lock = True, lock
            self._sign(side)

    def _sign(self, side: Path) -> None:
        """Leave our process number, for the message in the other window."""
        with contextlib.suppress(OSError):
            fd = self.fs.open(side, os.O_WRONLY | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0))
            try:
                self.fs.write(fd, f"{os.getpid()}\n".encode())
            finally:
                self.fs.close(fd)

    def _holder(self, side: Path) -> str:
        try:
            number = read_file(self.fs, side, 32).strip()
        except (OSError, Refusal):
            return ""
        return f" (process {number.decode()})" if number.isdigit() else ""

    def release(self) -> None:
        """Let go, and take the side file away; safe to call twice."""
        if self._lock is None:
            return
        lock, self._lock, self.held = self._lock, None, False
        # While it is still locked: whoever opened it meanwhile finds it nameless, and lets go.
        with contextlib.suppress(OSError):
            self.fs.unlink(names.lock_file(self.path))
        with contextlib.suppress(OSError):
            lock.release()
