"""Plans that are only looked at: not locked, not written."""

import os
from pathlib import Path

from coach.plan import Plan
from coach.refusal import Refusal
from coach.store import form
from coach.store.fs import DISK, Fs, read_file


def read_plan(path: str | os.PathLike[str], fs: Fs = DISK) -> Plan:
    """The plan in a file as it is now; raises :class:`Refusal` where there is none to read."""
    try:
        return form.load(read_file(fs, Path(path)), os.fspath(path)).plan
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise Refusal(f"{path} cannot be read: {why}") from None
