"""How many cells of a terminal a text takes, and cutting text to cells."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from coach.text import clean_text, one_line

_EMOJI, _JOINER = "\ufe0f", "\u200d"
"""Ask for the picture of the sign before, two cells wide, and for one picture of two."""

_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"

_WIDE = (
    ("\u2630", "\u2637"), ("\u268a", "\u268f"), ("\u4dc0", "\u4dff"),
    ("\U0001d300", "\U0001d376"), ("\U0001f300", "\U0001faff"),
)  # fmt: skip
"""What this Python's tables hold for narrow, or do not hold yet, and terminals draw wide."""


def plain(text: str) -> str:
    """``text`` on one line, with nothing in it that moves the cursor."""
    return one_line(clean_text(text))


@lru_cache(maxsize=4096)
def _sign(sign: str) -> int:
    """The cells of one character: none for what only changes the one before."""
    if sign < "\u0300":
        return 1
    if unicodedata.category(sign) in ("Mn", "Me") or "\u200b" <= sign <= "\u2064":
        return int("\u2010" <= sign <= "\u2027" or "\u202f" <= sign <= "\u205f")
    wide = unicodedata.east_asian_width(sign) in "WF"
    return 2 if wide or any(first <= sign <= last for first, last in _WIDE) else 1


def signs(text: str) -> Iterator[tuple[str, int]]:
    """The characters of ``text`` with what belongs to each, and the cells that each takes."""
    held, cells = "", 0
    for sign in text:
        size = _sign(sign)
        if cells == 2 and (sign in _TONES or (size == 2 and held.endswith(_JOINER))):
            size = 0
        if size and held and cells:
            yield held, cells
            held, cells = "", 0
        held += sign
        cells = 2 if sign == _EMOJI and cells else cells + size
    if cells:
        yield held, cells


def width(text: str) -> int:
    """The cells that ``text`` takes."""
    return len(text) if text.isascii() else sum(cells for _, cells in signs(text))


def fit(text: str, room: int) -> str:
    """``text`` in at most ``room`` cells, cut with ``…``."""
    if width(text) <= room:
        return text
    return _start(text, room - 1).rstrip() + "…" if room > 0 else ""


def pad(text: str, room: int, right: bool = False) -> str:
    """``text`` filled up to ``room`` cells; pushed to the right on demand."""
    gap = " " * (room - width(text))
    return gap + text if right else text + gap


def wrap(text: str, room: int) -> list[str]:
    """``text`` in lines of at most ``room`` cells, parted at blanks where it can be."""
    room = max(room, 2)
    lines, line = [], ""
    for word in text.split():
        if line and width(line) + 1 + width(word) <= room:
            line += " " + word
            continue
        if line:
            lines.append(line)
        line = word
        while width(line) > room:
            head = _start(line, room)
            lines.append(head)
            line = line[len(head) :]
    return [*lines, line] if line else lines


def _start(text: str, room: int) -> str:
    kept = ""
    for sign, cells in signs(text):
        room -= cells
        if room < 0:
            break
        kept += sign
    return kept
