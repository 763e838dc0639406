"""The boxes of a worksheet: fenced blocks of Markdown, each with one answer.

A box begins with a line of backticks and the field path, and ends with a line of at least
as many backticks::

    ``` niche.exclusion
    Chains with an IT department
    ```

Blank lines at both ends of a box do not count, so that there is room to write; the word
``exact`` after the path says that they do. Outside of the boxes there may be headings,
quotations and rules only: anything else was meant to be an answer.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.refusal import Refusal
from coach.text import one_line

EXACT = "exact"
_OPEN = re.compile(r" {0,3}(`{3,})[ \t]*([^`]*?)[ \t]*\Z")
_TICKS = re.compile("`+")
_PLAIN = re.compile(r"[ \t]*(?:\Z|#{1,6}(?:[ \t]|\Z)|>|[-*_]{3,}[ \t]*\Z)")
_TICK = re.compile(r"\s*(?:[-*+]\s+)?\[\s*(\S?)\s*\]\s*(.*)")


@dataclass(frozen=True, slots=True)
class Box:
    """One box: where its answer belongs, what is in it, and the line that it begins on."""

    path: str
    text: str
    line: int
    exact: bool = False

    @property
    def answer(self) -> str:
        """What was written into it."""
        return self.text if self.exact else trimmed(self.text)

    def ticked(self) -> list[tuple[int, str]]:
        """The lines that are ticked or written without brackets, each with its number."""
        found = []
        for number, line in enumerate(self.text.split("\n"), self.line + 1):
            tick = _TICK.match(line)
            if tick is None and line.strip():
                found.append((number, line.strip()))
            elif tick is not None and tick[1]:
                found.append((number, tick[2].strip()))
        return found


def key_of(line: str) -> str:
    """The key that a line of a choice begins with: ``solo`` of ``solo: On my own``."""
    return (line.split() or [""])[0].rstrip(":")


def trimmed(text: str) -> str:
    """``text`` without blank lines at its beginning and its end."""
    lines = text.split("\n")
    while lines and not lines[0].strip():
        del lines[0]
    while lines and not lines[-1].strip():
        del lines[-1]
    return "\n".join(lines)


def written(path: str, text: str, tall: int = 1) -> str:
    """A box that holds ``text``; an empty one has room for ``tall`` lines."""
    longest = max((len(found) for found in _TICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    exact = f" {EXACT}" if trimmed(text) != text else ""
    body = text if text else "\n" * (tall - 1)
    return f"{fence} {path}{exact}\n{body}\n{fence}"


def boxes(text: str, name: str) -> Iterator[Box]:
    """The boxes of a worksheet in their order.

    Raises :class:`Refusal` with file and line for a box that has no path or no end, and for
    words outside of the boxes.
    """
    lines = enumerate(text.split("\n"), 1)
    for number, line in lines:
        opening = _OPEN.match(line)
        if opening is None:
            if not _PLAIN.match(line):
                raise Refusal(
                    f"{name}, line {number}: {one_line(line, 30)!r} is outside of the boxes",
                    "move it into the box that it belongs to",
                )
            continue
        fence, about = opening[1], opening[2].split()
        if len(about) not in (1, 2) or about[1:] not in ([], [EXACT]):
            raise Refusal(
                f"{name}, line {number}: a box begins with {fence} and a field path",
                "write the path, or make the line of backticks around the box longer",
            )
        closing = re.compile(rf" {{0,3}}`{{{len(fence)},}}[ \t]*\Z")
        inside = []
        for at, below in lines:
            if closing.match(below):
                break
            if (other := _OPEN.match(below)) and len(other[1]) >= len(fence):
                # Otherwise the next question and its answer would end up in this answer.
                raise Refusal(
                    f"{name}, line {number}: the box {about[0]} has no end before line {at}",
                    f"put a line of {fence} below its answer",
                )
            inside.append(below)
        else:
            raise Refusal(
                f"{name}, line {number}: the box {about[0]} has no end",
                f"put a line of {fence} below its answer",
            )
        yield Box(about[0], "\n".join(inside), number, len(about) == 2)
