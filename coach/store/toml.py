"""TOML text to plain dicts and back: limits on what comes in, one stable form going out.

Knows nothing of plans, and loads no pydantic.
"""

import re
from collections.abc import Iterator
from math import isnan
from typing import Any

import tomli

from coach.refusal import Refusal
from coach.store.fs import MAX_FILE
from coach.text import MAX_ANSWER, clean_text, one_line, refuse_huge

MAX_DOTS = 32
"""Most dots in one key: a few thousand would cost the parser seconds and gigabytes."""
MAX_DEPTH = 32
"""Most tables within tables; a plan needs four."""

# One pass from the left takes strings and comments out, as a TOML reader would see them. A
# string that never ends reaches to the end, so that no input is looked at twice.
_QUOTED = re.compile(
    r'"""(?:\\.|[^\\])*?(?:"""|\\?\Z)'
    r"|'''.*?(?:'''|\Z)"
    r'|"(?:\\.|[^"\\\n])*"?'
    r"|'[^'\n]*'?"
    r"|(?P<comment>#[^\n]*)",
    re.DOTALL,
)
_LONG_KEY = re.compile(
    r"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]++"
    r"(?:[ \t]*+\.[ \t]*+[A-Za-z0-9_-]++){" + str(MAX_DOTS) + ",}"
)
_ESCAPED = re.compile(r"\\[^n\"\\t]")
_PLACE = re.compile(r"\s*\((?:at )?(line \d+, column \d+|end of document)\)\s*$", re.IGNORECASE)
_HELP = "correct the file, or go back to a version from its history"


def parse(data: bytes, name: str) -> dict[str, Any]:
    """The tables in ``data``.

    Raises :class:`Refusal` naming the file, the line where there is one, and what was
    expected: for more than 4 MB, for bytes that are not UTF-8, for bad TOML, for tables
    nested too deep and for text longer than an answer may be.
    """
    if len(data) > MAX_FILE:
        raise Refusal(f"{name} is larger than {MAX_FILE / 1e6:g} MB, and no plan is")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refusal(
            f"{name}, line {line}: this is not UTF-8 text (byte {data[error.start]:#04x})",
            "save the file as UTF-8",
        ) from None
    _refuse_long_keys(text, name)
    try:
        tree = tomli.loads(text)
        refuse_huge(text, tree)
    except tomli.TOMLDecodeError as error:
        raise Refusal(_told(str(error), name), _HELP) from None
    except ValueError as error:  # a number of thousands of digits
        raise Refusal(f"{name}: {one_line(str(error), 100)}", _HELP) from None
    except (RecursionError, MemoryError):
        raise Refusal(f"{name}: tables are nested too deep for a plan", _HELP) from None
    _refuse_extremes(tree, text, name)
    return tree


def _told(message: str, name: str) -> str:
    place = _PLACE.search(message)
    if not place:
        return f"{name}: {one_line(message, 120)}"
    return f"{name}, {place[1].lower()}: {one_line(message[: place.start()], 120)}"


def _refuse_long_keys(text: str, name: str) -> None:
    if not any(line.count(".") > MAX_DOTS for line in text.split("\n")):
        return
    bare = _QUOTED.sub(lambda found: "" if found["comment"] else "q", text)
    if _LONG_KEY.search(bare):
        raise Refusal(f"{name}: a key has more than {MAX_DOTS} dots", _HELP)


def _refuse_extremes(tree: dict[str, Any], text: str, name: str) -> None:
    level: list[Any] = [tree]
    for _ in range(MAX_DEPTH + 1):
        below = [v for each in level for v in (each.values() if type(each) is dict else each)]
        level = [value for value in below if isinstance(value, (dict, list))]
        if not level:
            break
    else:
        raise Refusal(f"{name}: tables are nested deeper than {MAX_DEPTH} levels", _HELP)
    if len(text) > MAX_ANSWER:
        _refuse_long_text(tree, (), name)


def _refuse_long_text(value: Any, path: tuple[str, ...], name: str) -> None:
    if isinstance(value, str) and len(value) > MAX_ANSWER:
        raise Refusal(
            f"{name}: {'.'.join(path)} holds {len(value):,} characters, "
            f"and an answer at most {MAX_ANSWER:,}",
            "shorten it in the file",
        )
    if isinstance(value, dict):
        for key, item in value.items():
            _refuse_long_text(item, (*path, key), name)
    elif isinstance(value, list):
        for at, item in enumerate(value, 1):
            _refuse_long_text(item, (*path, str(at)), name)


def is_clean(data: bytes) -> bool:
    """True where no text in TOML ``data`` needs cleaning, told without looking at each.

    That is so where the whole is clean and no escape could bring in what is not.
    """
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    if _ESCAPED.search(text):
        return False
    # All that is printable is clean, and Python can tell that several times faster.
    return text.replace("\n", "").replace("\t", "").isprintable() or clean_text(text) == text


def has_comments(text: str) -> bool:
    """True where a person has left a comment in TOML ``text``."""
    return "#" in text and any(found["comment"] for found in _QUOTED.finditer(text))


def emit(tree: dict[str, Any]) -> str:
    """TOML for ``tree``: scalars first, then tables, each list of tables as ``[[…]]``.

    Always the same text for the same tree, and a small change is a small difference:
    ``tomli_w`` alone would fold short records into one line and unfold them as they grow.
    """
    return "\n".join(_tables(tree, (), "")).lstrip("\n")


def _tables(tree: dict[str, Any], path: tuple[str, ...], header: str) -> Iterator[str]:
    import tomli_w

    scalars = {key: value for key, value in tree.items() if not _is_table(value)}
    tables = [(key, value) for key, value in tree.items() if _is_table(value)]
    body = tomli_w.dumps(scalars, multiline_strings=True)
    if header or body:
        yield f"{header}\n{body}" if header else body
    for key, value in tables:
        inner = (*path, _key(key))
        name = ".".join(inner)
        if isinstance(value, dict):
            yield from _tables(value, inner, f"[{name}]")
        else:
            for row in value:
                yield from _tables(row, inner, f"[[{name}]]")


def _is_table(value: Any) -> bool:
    if isinstance(value, list):
        return bool(value) and all(isinstance(row, dict) for row in value)
    return isinstance(value, dict)


def _key(key: str) -> str:
    import tomli_w

    return tomli_w.dumps({key: 0}).removesuffix(" = 0\n")


def same(one: Any, other: Any) -> bool:
    """True where two trees hold the same; 1, 1.0 and true differ, and nan equals nan."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, float) and isnan(one):
        return isnan(other)
    return bool(one == other)
