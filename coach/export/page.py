"""How much of a printed page blocks take."""

from collections.abc import Iterator

from coach.export.document import Block, Facts, Heading, Items, Spans, Table, plain

LINES, WIDTH = 52, 105
"""Lines of a page of paper (A4 or letter), and characters of a line, as printed from HTML.

Somewhat fewer than a browser gets onto the page: letters are not equally wide.
"""


def fits(blocks: tuple[Block, ...]) -> bool:
    """Whether ``blocks`` and a title stay on one printed page."""
    return sum((lines for block in blocks for lines in _lines(block)), 2) <= LINES


def _lines(block: Block) -> Iterator[float]:
    """The lines that each part of a block takes, the space around it included."""
    match block:
        case Heading():
            yield 1.8
        case Items():
            for item in block.items:
                yield _wrapped(item.spans, WIDTH - 4)
                yield from (_wrapped(fact.spans) for fact in item.facts)
        case Facts():
            yield from (_wrapped(fact.spans) for fact in block.rows)
        case Table():
            yield (len(block.rows) + bool(block.rows)) * 1.3
        case _:
            yield _wrapped(block.spans) + 0.3


def _wrapped(spans: Spans, width: int = WIDTH) -> int:
    return sum(1 + max(0, len(line) - 1) // width for line in plain(spans).split("\n"))
