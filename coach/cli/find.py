"""From a word of the call to a plan: to read it, or to change it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from coach.cli.common import Setup, in_one_line, tell
from coach.refusal import Refusal

if TYPE_CHECKING:
    from coach.plan import Plan
    from coach.session import Session
    from coach.store.files import PlanFile


def find(setup: Setup, word: str) -> Path:
    """The file of the plan that ``word`` names; raises ``Refusal`` naming the nearest."""
    from coach.store.library import Library

    return Library(setup.places()).find(word)


def read(setup: Setup, word: str) -> "tuple[Path, Plan]":
    """The plan that ``word`` names, to be read only: nothing is locked, nothing written.

    Raises ``Refusal`` with file and place where it cannot be read.
    """
    from coach.store.reading import read_plan

    path = find(setup, word)
    return path, read_plan(path)


def read_each(setup: Setup, words: Sequence[str]) -> "tuple[list[tuple[Path, Plan]], bool]":
    """The plans that ``words`` name, and whether any of them could not be read.

    Such a plan is told and left out. Where it is the only one, ``Refusal`` is raised.
    """
    found, refused = [], False
    for word in words:
        try:
            found.append(read(setup, word))
        except Refusal as trouble:
            if len(words) == 1:
                raise
            tell(f"coach: {in_one_line(str(trouble))}")
            refused = True
    return found, refused


@contextmanager
def opened(setup: Setup, word: str) -> "Iterator[PlanFile]":
    """The file of the plan that ``word`` names, open to be saved, and closed at the end.

    Raises ``Refusal`` where it cannot be read or changed.
    """
    from coach.store.files import PlanFile

    file = PlanFile.open(find(setup, word), setup.places())
    try:
        if file.read_only:
            raise Refusal(f"{word} cannot be changed: {file.read_only}")
        yield file
    finally:
        file.close()
        for notice in file.notices:
            tell(f"coach: {in_one_line(notice)}")


@contextmanager
def session(setup: Setup, word: str) -> "Iterator[Session]":
    """The plan that ``word`` names as a session, saved at the end.

    Raises ``Refusal`` where it cannot be read, changed or saved; what was changed before
    a refusal is not kept.
    """
    from coach.session import Session

    with opened(setup, word) as file:
        changed = Session(file, setup.pack_of(file.plan))
        yield changed
        changed.save()
