"""The last net: a fault of the program itself becomes one line and a note that can be sent."""

import os
import traceback
from pathlib import Path


def note(error: BaseException, folder: Path) -> str:
    """Keep what is needed to find the fault in a file of ``folder``; says where, in one line.

    The file holds places in the program and the error, no answers, and only its owner may
    read it.
    """
    what = f"a fault in coach itself ({type(error).__name__})"
    path = folder / "last-fault.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.writelines(traceback.format_exception(error))
    except OSError:
        return f"{what}; please report it, with the words of your call"
    return f"{what}; please report it, with {path}"
