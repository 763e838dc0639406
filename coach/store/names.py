"""What files are called."""

import datetime as dt
import re
import unicodedata
from pathlib import Path

from coach.store.fs import short

_COPY = re.compile(r"\.(conflict|unsaved)-\d{8}T\d{6}Z[^/]*\.toml")
_STAMP = re.compile(r"\d{8}T\d{6}Z")


def slug(text: str, most: int = 40) -> str:
    """``text`` in small ASCII letters, digits and single dashes; empty if nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:most].strip("-")


def folded(text: str) -> str:
    """``text`` as it is compared: letters typed in two ways or two cases are the same."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def stem(title: str, plan_id: str) -> str:
    """A plan's file name without ``.toml``: what it is called, and six characters of its id."""
    return f"{slug(title) or 'plan'}-{slug(plan_id)[-6:].strip('-') or 'plan'}"


def stamp(when: dt.datetime | None = None) -> str:
    """A moment in UTC as it stands in file names: ``20270131T174502Z``."""
    return (when or dt.datetime.now(dt.UTC)).astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ")


def moment(text: str) -> dt.datetime | None:
    """The moment that a file name begins with; None if it begins with something else."""
    found = _STAMP.match(text)
    if not found:
        return None
    try:
        return dt.datetime.strptime(found[0], "%Y%m%dT%H%M%SZ").replace(tzinfo=dt.UTC)
    except ValueError:
        return None


def conflict_copy(path: Path) -> str:
    """What our version is called where the plan at ``path`` was changed by somebody else."""
    import socket

    host = slug(socket.gethostname(), 20) or "here"
    return f"{short(path.stem)}.conflict-{stamp()}-{host}.toml"


def unsaved_copy(path: Path, mark: str) -> str:
    """What a version is called that could not be saved; ``mark`` keeps two apart."""
    return f"{short(path.stem)}.unsaved-{stamp()}-{mark}.toml"


def is_copy(name: str) -> bool:
    """True for the copies that this program puts beside a plan."""
    return _COPY.search(name) is not None


def lock_file(path: Path) -> Path:
    """The side file that is locked while the plan at ``path`` is open."""
    return path.parent / f".{short(path.stem)}.lock"
