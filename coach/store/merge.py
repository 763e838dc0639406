"""Saving into a file that a person has written in by hand, so that comments stay."""

from typing import Any

from coach.store import form, toml


def wanted(data: bytes) -> bool:
    """True where the file ``data`` holds comments, which our own form never does."""
    return b"#" in data and toml.has_comments(data.decode("utf-8-sig"))


def merged(data: bytes, tree: dict[str, Any]) -> bytes | None:
    """``data`` with what is in ``tree`` and its own comments; None where that cannot be done."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(data.decode("utf-8-sig"))
        _merge(document, tree)
        result = tomlkit.dumps(document).encode("utf-8")
        form.verify(result, tree)
    # tomlkit reports what it cannot do with many kinds of error; our own form is the way out.
    except (TOMLKitError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        return None
    return result


def _merge(into: Any, tree: dict[str, Any]) -> None:
    for key in [key for key in into if key not in tree]:
        del into[key]
    for key, value in tree.items():
        if key not in into:
            into[key] = _item(key, value)
        elif isinstance(value, dict) and isinstance(into[key], dict):
            _merge(into[key], value)
        elif _are_rows(value) and _are_rows(into[key]):
            _merge_rows(into, key, value)
        elif not toml.same(_unwrap(into[key]), value):
            into[key] = _item(key, value)


def _merge_rows(into: Any, key: str, rows: list[dict[str, Any]]) -> None:
    """Keep the comments of rows that are still there, wherever they have moved to."""
    from tomlkit import aot
    from tomlkit.items import AoT

    old = into[key]
    if not isinstance(old, AoT):
        if not toml.same(_unwrap(old), rows):
            into[key] = _item(key, rows)
        return
    was, is_now = _keys(old.body), _keys(rows)
    if was != is_now:
        known = dict(zip(was, old.body, strict=True))
        new = aot()
        for name, row in zip(is_now, rows, strict=True):
            new.append(known[name] if name in known else _item(key, [row])[0])
        into[key] = new
    for old_row, row in zip(into[key], rows, strict=True):
        _merge(old_row, row)


def _keys(rows: Any) -> list[Any]:
    """What tells rows apart: their ids, or their places where they have none."""
    return [_unwrap(row.get("id", place)) for place, row in enumerate(rows)]


def _are_rows(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(row, dict) for row in value)


def _item(key: str, value: Any) -> Any:
    """``value`` as our own form would write it."""
    import tomlkit

    return tomlkit.parse(toml.emit({key: value}))[key]


def _unwrap(value: Any) -> Any:
    return value.unwrap() if hasattr(value, "unwrap") else value
