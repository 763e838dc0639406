"""A printed page: how much of it blocks take, and how much room that leaves for an answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from coach.export.document import Block, Facts, Heading, Items, Picture, Spans, Table, plain

LINES, WIDTH = 57.5, 110
"""Lines of a page of paper (letter; A4 has more), and characters of a line, as a browser
prints them from HTML; found by printing the example plans with more and more lines."""

PICTURE = 16
"""The lines that a picture takes at the most, where paper is short."""


@dataclass(frozen=True, slots=True)
class Room:
    """How many characters the page has for one answer; the full plan has the rest.

    ``long`` is for a sentence, ``short`` for a name, a source, a trigger. ``more`` says that
    there is room for what other parts of the page hint at already; ``rows`` are the risks,
    tests, places and groups that fit.
    """

    long: int
    short: int
    more: bool = True
    rows: int = 3


ROOMS = (
    Room(600, 200),
    Room(600, 200, False),
    Room(320, 140, False),
    Room(240, 120, False),
    Room(600, 200, False, 2),
    Room(320, 140, False, 2),
    Room(240, 120, False, 2),
    Room(180, 90, False, 2),
    Room(140, 70, False, 2),
    Room(110, 50, False, 2),
    Room(90, 40, False, 2),
    Room(75, 35, False, 2),
)
"""From whole answers to what fits however much is written.

The third of a list goes before sentences of ordinary length are cut.
"""


def fits(blocks: tuple[Block, ...]) -> bool:
    """Whether ``blocks`` and a title stay on one printed page."""
    return lines(blocks) <= LINES


def lines(blocks: tuple[Block, ...], width: int = WIDTH) -> float:
    """The lines that ``blocks`` and a title take, the space between them included.

    ``width`` is how many characters a line holds.
    """
    return sum((each for block in blocks for each in _lines(block, width)), 2.0)


def _lines(block: Block, width: int) -> Iterator[float]:
    """The lines of each part of a block."""
    match block:
        case Heading():
            yield 1.8
        case Items():
            for item in block.items:
                yield _wrapped(item.spans, width - 4)
                yield from (_wrapped(fact.spans, width) for fact in item.facts)
        case Facts():
            yield from (_wrapped(fact.spans, width) for fact in block.rows)
        case Table():
            yield (len(block.rows) + bool(block.rows)) * 1.3
        case Picture():
            yield PICTURE
        case _:
            yield _wrapped(block.spans, width) + 0.3


def _wrapped(spans: Spans, width: int) -> int:
    return sum(1 + max(0, len(line) - 1) // width for line in plain(spans).split("\n"))
