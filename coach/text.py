"""What a person typed, made safe to keep and to show.

Every boundary where text enters (a key, a paste, a file, a pack, an import) calls
:func:`clean_text`, so that no other part of the program has to think about control
characters, line ends or half characters.
"""

import re
from typing import Any

MAX_ANSWER = 200_000
"""Longest answer that is kept, in characters; what comes beyond is refused with a word."""

HUGE = 10_000
"""Bits of a whole number, from which on Python may refuse to write it."""

_HUGE = re.compile(r"0[xob][0-9A-Fa-f_]{2000}")
_SURROGATES = re.compile("[\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]"
)


def clean_text(text: str) -> str:
    """``text`` with one kind of line end and without control characters.

    Half surrogates become U+FFFD, every line separator becomes ``\\n``; control
    characters (but ``\\n`` and ``\\t``), bidirectional overrides, byte-order marks and
    tag characters go. Applying it twice changes nothing more.
    """
    if text.replace("\n", "").isprintable():
        return text  # as nearly all is
    text = _SURROGATES.sub("\ufffd", text)
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))


def clean_tree(value: Any) -> Any:
    """``value`` (from TOML: dicts, lists, scalars) with every string and key cleaned."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, dict):
        return {clean_text(key): clean_tree(item) for key, item in value.items()}
    if isinstance(value, list):
        return [clean_tree(item) for item in value]
    return value


def refuse_huge(text: str, tree: Any) -> None:
    """Raise ``ValueError``, with the line, where a whole number in ``tree`` is huge.

    ``text`` is the TOML that it was read from. Python reads such a number in base 16, 8 or 2,
    and then refuses to write it; one in base ten it does not even read.
    """
    if (found := _HUGE.search(text)) and _has_huge(tree):
        line = text.count("\n", 0, found.start()) + 1
        raise ValueError(f"a number has thousands of digits (at line {line}, column 1)")


def _has_huge(value: Any) -> bool:
    if isinstance(value, int):
        return value.bit_length() > HUGE
    if isinstance(value, dict):
        return any(map(_has_huge, value.values()))
    return isinstance(value, list) and any(map(_has_huge, value))


def one_line(text: str, limit: int = 0) -> str:
    """``text`` on one line, white space folded; cut to ``limit`` characters with ``…``."""
    folded = " ".join(text.split())
    if limit and len(folded) > limit:
        return folded[: limit - 1].rstrip() + "…"
    return folded


def position(text: str, count: int) -> int | None:
    """The index (from 0) of the row that ``text`` names by its place, 1 to ``count``; else None."""
    # Python refuses to make an ``int`` of thousands of digits, so the length is looked at first.
    if not text.isdecimal() or len(text) > len(str(count)):
        return None
    return int(text) - 1 if 1 <= int(text) <= count else None
