"""From a table in a pack's file to the page that it makes; what does not fit is refused."""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields, replace
from difflib import get_close_matches
from functools import cache
from typing import Any, get_args, get_origin

from coach.pack.read import Front
from coach.text import one_line
from coach.units import LARGEST

Keys = tuple[str | int, ...]
"""Where something stands in a file: names of keys, and positions in lists."""


def unknown(key: str, known: Iterable[str], none: str = "") -> tuple[str, str]:
    """What is said of a key that is not ``known``: what is wrong, and the nearest that is."""
    near = get_close_matches(key, known := list(known), 1, 0.5)
    hint = f"did you mean {near[0]!r}?" if near else f"expected {', '.join(known)}"
    return f"{one_line(key, 40)!r} is unknown", hint if known else none


def tables(front: Front, table: Any, keys: Keys) -> Iterable[tuple[str, dict[str, Any]]]:
    """The tables in a table; anything else in it is refused."""
    found = as_table(front, table, keys)
    for key, value in found.items():
        as_table(front, value, (*keys, key))
    return found.items()


def worded(
    kind: type[Any], front: Front, given: Any, keys: Keys, below: Mapping[str, Any]
) -> dict[str, Any]:
    """The wordings by key that stand at ``keys``, over those of the page ``below``.

    One that the page below has not must be whole; else its key is taken for a misspelt one.
    """
    found = dict(below)
    needed = fields(kind)[0].name
    for key, table in tables(front, given, keys):
        at = (*keys, key)
        if below and key not in below and needed not in table:
            raise front.fault(at, *unknown(key, below))
        found[key] = build(kind, front, table, at, found.get(key))
    return found


def as_table(front: Front, value: Any, keys: Keys) -> dict[str, Any]:
    """``value`` itself, which stands at ``keys``; refused where it is no table."""
    if not isinstance(value, dict):
        raise front.fault(keys, f"{keys[-1]!r} must be a table")
    return value


def build(
    kind: type[Any],
    front: Front,
    given: Mapping[str, Any],
    keys: Keys,
    below: Any = None,
    made: Mapping[str, Any] | None = None,
) -> Any:
    """``kind`` from the keys ``given`` in a file and those ``made`` here, over one ``below``.

    Keys that are unknown, missing or of the wrong type are refused with file and line.
    """
    made = made or {}
    known = {each.name: each for each in fields(kind) if each.name not in made}
    values: dict[str, Any] = {}
    for key, value in given.items():
        if key not in known:
            raise front.fault((*keys, key), *unknown(key, known))
        if expected := _unlike(known[key].type, value):
            raise front.fault((*keys, key), f"{key!r} must be {expected}")
        values[key] = tuple(value) if isinstance(value, list) else value
    if below is not None:
        return replace(below, **values, **made)
    for key, each in known.items():
        if key not in given and each.default is MISSING and each.default_factory is MISSING:
            raise front.fault(keys, f"{key!r} is expected")
    return kind(**values, **made)


@cache
def _inside(kind: Any) -> tuple[Any, tuple[Any, ...]]:
    """What ``kind`` is made of, and of what kinds: a tuple, of texts."""
    return get_origin(kind), get_args(kind)


def _unlike(kind: Any, value: Any) -> str:
    """What a value of type ``kind`` would be, in words; empty where ``value`` is one."""
    if kind is str:
        return "" if isinstance(value, str) else "text"
    outer, inner = _inside(kind)
    if outer is tuple:
        told = "" if isinstance(value, list) else "a list"
        return told or _unlike_each("a list", inner[0], value)
    if inner:
        told = "" if isinstance(value, dict) else "a table"
        return told or _unlike_each("a table", inner[1], value.values())
    if kind is bool:
        return "" if isinstance(value, bool) else "true or false"
    if isinstance(value, bool):
        return {int: "a whole number", float: "a number"}.get(kind, "")
    if kind is int:
        return "" if isinstance(value, int) else "a whole number"
    if kind is float:
        sound = isinstance(value, int | float) and abs(value) <= LARGEST  # no inf, no nan
        return "" if sound else "a number"
    return ""


def _unlike_each(whole: str, kind: Any, values: Iterable[Any]) -> str:
    wrong = next((told for value in values if (told := _unlike(kind, value))), "")
    return f"{whole}, each {wrong}" if wrong else ""
