"""Going back to an earlier version, also where the plan's file cannot be read any more."""

import os
from pathlib import Path

from coach.places import Places
from coach.plan import Plan, now
from coach.refusal import Refusal
from coach.store import form, history, merge, recovery
from coach.store.fs import DISK, Fs, read_file, reason, write_file
from coach.store.lock import Lock


def plan_id(path: str | os.PathLike[str], fs: Fs = DISK) -> str:
    """The id of the plan at ``path``, even if the rest of the file is damaged.

    Raises :class:`Refusal` where the file has none near its top.
    """
    found = recovery.head_id(fs, Path(os.path.realpath(path)))
    if not found:
        raise Refusal(
            f"{path} does not say which plan it is", 'a line like id = "k3f9a1" is missing'
        )
    return found


def restore(path: str | os.PathLike[str], name: str, places: Places, fs: Fs = DISK) -> Plan:
    """Make the version called ``name`` the plan at ``path`` again, and give that plan.

    ``name`` is a version's name, or its place in the history, the newest being 1. The file
    as it was is kept as a version first. Raises :class:`Refusal` where there is no such
    version, where the plan is open in some window, or where the disk refuses.
    """
    real = Path(os.path.realpath(path))
    plan_of = plan_id(real, fs)
    version = history.find(places, plan_of, name, fs)
    lock = Lock(real, fs)
    try:
        if lock.why:
            raise Refusal(f"{path} cannot be restored: {lock.why}", "close it there first")
        plan = history.read(version, fs)
        plan.changed = now()
        text = read_file(fs, version.path)
        data = form.dump(plan)
        if merge.wanted(text):
            data = merge.merged(text, form.tree_of(plan)) or data
        history.keep(fs, places, plan_of, real, read_file(fs, real))
        write_file(fs, real, data, fs.stat(real).st_mode & 0o7777)
    except OSError as error:
        raise Refusal(f"{path} cannot be restored: {reason(error, real.parent)}") from None
    finally:
        lock.release()
    return plan
