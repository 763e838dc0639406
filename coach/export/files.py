"""Putting a document into a file: whole or not at all, and never over another by accident."""

import os
import secrets
from pathlib import Path

from coach.places import at_home
from coach.refusal import Refusal


def write(path: Path, text: str, force: bool = False) -> None:
    """Write ``text`` to ``path`` as UTF-8 with ``\\n`` line ends.

    The file appears whole or stays as it was. A file that exists is replaced with ``force``
    only; what is no plain file never is. Raises :class:`Refusal` in one line otherwise.
    """
    target = at_home(path)
    try:
        target = target.resolve()  # a link keeps pointing to the file that is replaced
        _check(path, target, force)
        temporary = target.with_name(f".{target.name[:60]}.{secrets.token_hex(4)}.tmp")
        try:
            _fill(temporary, text)
            _put(temporary, target, force)
        finally:
            temporary.unlink(missing_ok=True)
    except FileExistsError:
        raise Refusal(f"{path}: exists", "use --force to replace it") from None
    except (FileNotFoundError, NotADirectoryError):
        raise Refusal(f"{path}: its folder does not exist", "make the folder first") from None
    except (OSError, RuntimeError) as error:
        why = getattr(error, "strerror", None) or "it cannot be followed"
        raise Refusal(f"{path}: cannot be written ({why})") from None
    except ValueError:
        raise Refusal(f"{path!s:.200}: is no file name") from None


def _check(path: Path, target: Path, force: bool) -> None:
    if target.is_dir():
        raise Refusal(f"{path}: is a folder", "add a file name")
    if target.exists():
        if not target.is_file():
            raise Refusal(f"{path}: is no plain file", "use - for standard output")
        if not force:
            raise FileExistsError


def _fill(temporary: Path, text: str) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(temporary, flags, 0o666), "wb") as out:
        out.write(text.encode("utf-8"))
        out.flush()
        os.fsync(out.fileno())


def _put(temporary: Path, target: Path, force: bool) -> None:
    """Give the finished file its name; without ``force`` only if nobody has it by now."""
    if not force:
        try:
            os.link(temporary, target)
            return
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            if target.exists():
                raise FileExistsError from None
    os.replace(temporary, target)
