"""A plan's tree, the plain tables that its file holds, reached by the keys of a field path."""

from collections.abc import Sequence
from typing import Any

from coach.refusal import Refusal
from coach.store.migrations import Tree

KEPT = "kept"
"""The box of a worksheet for what the others have no room for: a tree as TOML."""


def fetch(tree: Any, keys: Sequence[str]) -> Any:
    """What stands at ``keys`` in a plan's tree, rows by their id; None if there is nothing."""
    for key in keys:
        if isinstance(tree, list):
            tree = next((r for r in tree if isinstance(r, dict) and r.get("id") == key), None)
        elif isinstance(tree, dict):
            tree = tree.get(key)
        else:
            return None
    return tree


def store(tree: Tree, keys: Sequence[str], value: Any) -> None:
    """Put ``value`` at ``keys``; None takes away what is there, and what is then empty.

    Raises :class:`Refusal` where the way to it is no table.
    """
    here: Any = tree
    trail: list[tuple[Any, str]] = []
    for at, key in enumerate(keys[:-1], 1):
        below = fetch(here, (key,))
        if below is None:
            if value is None:
                return
            below = here[key] = {}
        if not isinstance(below, dict | list):
            raise Refusal(f"{'.'.join(keys[:at])} in the box {KEPT!r} must be a table")
        trail.append((here, key))
        here = below
    if not isinstance(here, dict):
        raise Refusal(f"{'.'.join(keys[:-1])} in the box {KEPT!r} must be a table")
    if value is not None:
        here[keys[-1]] = bare(value)
        return
    if here.pop(keys[-1], None) is None:
        return
    for owner, key in reversed(trail):
        if isinstance(owner, dict) and owner.get(key) == {}:
            del owner[key]


def bare(value: Any) -> Any:
    """A choice as it is written: the option's key, or the list of them."""
    if isinstance(value, list):
        return [str(each) if isinstance(each, str) else each for each in value]
    return str(value) if isinstance(value, str) else value
