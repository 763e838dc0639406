"""Every call that touches a disk, behind one small object.

Nothing else in ``coach/store`` opens, writes, renames or lists: tests replace the object and
let the first, the second, the third … call fail.
"""

import contextlib
import errno
import itertools
import os
import re
import secrets
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from coach.refusal import Refusal

MAX_FILE = 4_000_000
"""Largest plan file that is read or written, in bytes."""
_CHUNK = 1 << 20
_PATIENCE = 2.5
_SHARING = (5, 32, 33)
_TEMPORARY = re.compile(r"\..+\.\d+\.[0-9a-f]{8}\.tmp")
_DAY = 86_400


class Fs:
    """The disk. All methods raise :class:`OSError`; paths are taken as they are."""

    def open(self, path: Path, flags: int, mode: int = 0o600) -> int:
        """A file descriptor that no child process inherits, never in text mode."""
        return os.open(path, flags | os.O_CLOEXEC | getattr(os, "O_BINARY", 0), mode)

    def read(self, fd: int, most: int) -> bytes:
        """At most ``most`` bytes; none at the end."""
        return os.read(fd, most)

    def write(self, fd: int, data: bytes) -> int:
        """Write some of ``data``; gives how many bytes."""
        return os.write(fd, data)

    def fsync(self, fd: int) -> None:
        """Return only when what was written is on the disk."""
        os.fsync(fd)

    def close(self, fd: int) -> None:
        """Close a descriptor."""
        os.close(fd)

    def chmod(self, fd: int, mode: int) -> None:
        """Set an open file's permissions."""
        os.fchmod(fd, mode)

    def fstat(self, fd: int) -> os.stat_result:
        """An open file's metadata."""
        return os.fstat(fd)

    def stat(self, path: Path) -> os.stat_result:
        """A file's metadata, through symbolic links."""
        return path.stat()

    def replace(self, source: Path, target: Path) -> None:
        """Rename over whatever is there, in one step."""
        os.replace(source, target)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name; fails where the name is taken."""
        os.link(source, target)

    def unlink(self, path: Path) -> None:
        """Take a name away."""
        os.unlink(path)

    def mkdir(self, path: Path) -> None:
        """Make a folder and those above it, private where they are new."""
        if path.is_dir():
            return
        if path.parent != path:
            self.mkdir(path.parent)
        with contextlib.suppress(FileExistsError):
            os.mkdir(path, 0o700)
            with contextlib.suppress(OSError):
                self.fsync_dir(path.parent)

    def scan(self, path: Path) -> list[os.DirEntry[str]]:
        """A folder's entries, in no order."""
        with os.scandir(path) as entries:
            return list(entries)

    def fsync_dir(self, path: Path) -> None:
        """Return only when the folder's names are on the disk."""
        if os.name != "posix":
            return
        fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)

    def writable(self, path: Path) -> bool:
        """True where this process may write."""
        return os.access(path, os.W_OK)

    def pause(self, seconds: float) -> None:
        """Wait for a scanner or an indexer to let go of a file."""
        time.sleep(seconds)


class MacFs(Fs):
    """On macOS ``fsync`` stops at the drive's own memory; this goes through it."""

    def fsync(self, fd: int) -> None:
        """As :meth:`Fs.fsync`, where the file system can; else as far as it can."""
        import fcntl

        try:
            fcntl.fcntl(fd, getattr(fcntl, "F_FULLFSYNC"))  # noqa: B009 - only macOS has it
        except OSError:
            os.fsync(fd)


def disk() -> Fs:
    """The disk as this system has it."""
    import sys

    return MacFs() if sys.platform == "darwin" else Fs()


DISK = disk()


def read_file(fs: Fs, path: Path, cap: int = MAX_FILE) -> bytes:
    """A regular file's bytes.

    Raises :class:`OSError`, or :class:`Refusal` for a pipe, a device, a folder or more than
    ``cap`` bytes. Never blocks on a pipe.
    """
    fd = fs.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    try:
        about = fs.fstat(fd)
        if not stat.S_ISREG(about.st_mode):
            what = "a folder" if stat.S_ISDIR(about.st_mode) else "no regular file"
            raise Refusal(f"{path} is {what}", "name a plan's TOML file")
        data = bytearray()
        chunk = min(about.st_size + 1, _CHUNK)  # one call for most; more where the file grows
        while len(data) <= cap and (some := fs.read(fd, min(chunk, cap + 1 - len(data)))):
            data += some
    finally:
        fs.close(fd)
    if len(data) > cap:
        raise Refusal(
            f"{path} is larger than {cap / 1e6:g} MB, and no plan is", "check what file this is"
        )
    return bytes(data)


def write_file(
    fs: Fs,
    path: Path,
    data: bytes,
    mode: int = 0o600,
    before: Callable[[], bool] | None = None,
    sure: bool = True,
) -> bool:
    """Put ``data`` at ``path``: whoever reads sees the old file or the new one, whole.

    ``before`` runs when the new bytes are on disk under another name; where it says False
    the old file stays. Gives False where the disk did not confirm that the rename will
    survive a power cut; ``sure`` off does not ask it to. Raises :class:`OSError`; then the
    old file is as it was.
    """
    temporary = path.parent / f".{short(path.name)}.{os.getpid()}.{secrets.token_hex(4)}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    fd = fs.open(temporary, flags, 0o600)
    try:
        try:
            if mode != 0o600:
                fs.chmod(fd, mode)
            rest = data
            while rest:
                rest = rest[fs.write(fd, rest) :]
            if sure:
                fs.fsync(fd)
        finally:
            fs.close(fd)
        if before is not None and not before():
            fs.unlink(temporary)
            return True
        _replace(fs, temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            fs.unlink(temporary)
        raise
    try:
        if sure:
            fs.fsync_dir(path.parent)
    except OSError:
        return False
    return True


def _replace(fs: Fs, source: Path, target: Path) -> None:
    """Rename; on Windows, patiently, because scanners hold new files for a moment."""
    waited, wait = 0.0, 0.05
    while True:
        try:
            return fs.replace(source, target)
        except OSError as error:
            if getattr(error, "winerror", None) not in _SHARING or waited >= _PATIENCE:
                raise
        fs.pause(wait)
        waited, wait = waited + wait, wait * 2


def short(name: str, most: int = 150) -> str:
    """``name``, cut so that something can be added to it without leaving what disks allow."""
    return name.encode("utf-8", "surrogateescape")[:most].decode("utf-8", "ignore")


def plain_files(fs: Fs, folder: Path, suffix: str = ".toml") -> Iterator[os.DirEntry[str]]:
    """The folder's regular files that are not hidden; none where it cannot be listed."""
    try:
        entries = fs.scan(folder)
    except OSError:
        return
    for entry in entries:
        if entry.name.endswith(suffix) and not entry.name.startswith("."):
            try:
                regular = entry.is_file()
            except OSError:
                continue
            if regular:
                yield entry


def exists(fs: Fs, path: Path) -> bool:
    """True where something has this name, be it a link that leads nowhere."""
    try:
        fs.stat(path)
    except FileNotFoundError:
        return path.is_symlink()
    return True


def free(fs: Fs, folder: Path, stem: str) -> Path:
    """A file in ``folder`` named ``stem``, with a number where that is taken."""
    for count in itertools.count(1):
        path = folder / (f"{stem}.toml" if count == 1 else f"{stem}-{count}.toml")
        if not exists(fs, path):
            break
    return path


def sweep(fs: Fs, folder: Path, now: float | None = None) -> None:
    """Delete temporary files that a killed save left here more than a day ago."""
    try:
        entries = fs.scan(folder)
    except OSError:
        return
    for entry in entries:
        if _TEMPORARY.fullmatch(entry.name):
            with contextlib.suppress(OSError):
                about = entry.stat(follow_symlinks=False)
                old = about.st_mtime < (time.time() if now is None else now) - _DAY
                if stat.S_ISREG(about.st_mode) and old:
                    fs.unlink(Path(entry.path))


_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "the system allows no larger file",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "there is no permission to write in {folder}",
    errno.EPERM: "there is no permission to write in {folder}",
    errno.ENOENT: "the folder {folder} is gone",
    errno.ENOTDIR: "{folder} is no folder",
    errno.EIO: "the disk reports an error",
    errno.ENAMETOOLONG: "the file's name is too long for this disk",
}


def reason(error: OSError, folder: Path) -> str:
    """Why the disk refused, in plain words."""
    words = _REASONS.get(error.errno or 0)
    if words is None:
        return f"the system says {(error.strerror or str(error)).lower()}"
    return words.replace("{folder}", str(folder))
