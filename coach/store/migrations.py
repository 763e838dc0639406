"""Old files, brought to today's format one version at a time.

A migration takes the tables of a file of version *n* and gives those of version *n + 1*. It
is a pure function of plain dicts and lists, and once released it is never edited: files of
that age will always be around. None is needed yet, because version 1 is the first.
"""

import copy
from collections.abc import Callable, Mapping
from typing import Any

from coach.refusal import Refusal

Tree = dict[str, Any]
Migration = Callable[[Tree], Tree]

MIGRATIONS: Mapping[int, Migration] = {}
"""By the version it starts from, the way to the next."""


def version_of(tree: Tree, name: str, known: int) -> int:
    """The format version that a file says it has; raises :class:`Refusal` if it says none."""
    version = tree.get("schema_version")
    if version is None:
        raise Refusal(
            f"{name} is no plan of this program: its first line should say schema_version = {known}"
        )
    if type(version) is not int or version < 1:
        raise Refusal(
            f"{name}: schema_version is {version!r}", f"a number from 1 to {known} is expected"
        )
    return version


def migrate(tree: Tree, steps: Mapping[int, Migration], to: int) -> Tree:
    """``tree`` in version ``to``; the tree itself stays as it is.

    A tree that is already there, or newer, is given back unchanged. Raises
    :class:`Refusal` where a step fails, because the file is not what its version says.
    """
    version: int = tree["schema_version"]
    while version < to:
        try:
            tree = steps[version](copy.deepcopy(tree))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise Refusal(
                f"this plan says it is of version {version}, but it cannot be brought to "
                f"version {version + 1} ({type(error).__name__}: {error})",
                "go back to a version from its history",
            ) from None
        version += 1
        tree["schema_version"] = version
    return tree
