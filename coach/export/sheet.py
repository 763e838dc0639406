"""The printed sheet of boxes: where each box lies, and how much it takes."""

from collections.abc import Mapping

from coach.export.document import Block
from coach.export.page import Room, lines

ROWS = (
    ("statement", "statement", "statement", "statement"),
    ("niche", "need", "promise", "difference"),
    ("channels", "need", "promise", "difference"),
    ("alternatives", "alternatives", "price", "sum"),
    ("risks", "next", "picture", "picture"),
    ("stop", "next", "picture", "picture"),
)
"""The boxes from the top, by area: one that is named twice is twice as wide or as high."""

LINES, WIDTH = 55.5, 41
"""Lines of a sheet of paper that lies across (A4; letter has more), and characters of a line of
a narrow box, as a browser prints them; found by printing example plans."""

ROOMS = (
    Room(400, 200, rows=6),
    Room(400, 160, rows=4),
    Room(240, 120),
    Room(160, 90),
    Room(120, 70),
    Room(90, 50),
    Room(90, 50, rows=2),
    Room(60, 40, rows=2),
    Room(50, 34, rows=2),
    Room(40, 30, rows=1),
)
"""From whole answers to what fits however much is written."""


def sheet_areas(given: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The rows of the sheet that hold the ``given`` boxes.

    A box that is missing gives its place to the one before it in the row, or to the one after.
    """
    rows = []
    for row in ROWS:
        kept = [area for area in row if area in given]
        if kept:
            rows.append(tuple(_filled(row, kept)))
    return tuple(rows)


def _filled(row: tuple[str, ...], kept: list[str]) -> list[str]:
    filled: list[str] = []
    for area in row:
        filled.append(area if area in kept else filled[-1] if filled else kept[0])
    return filled


def fits_sheet(boxes: Mapping[str, tuple[Block, ...]]) -> bool:
    """Whether the boxes stay on one printed sheet."""
    return 2 + sum(high for high, _ in _columns(boxes)) <= LINES


def crowded(boxes: Mapping[str, tuple[Block, ...]]) -> tuple[str, ...]:
    """The boxes that make the sheet as high as it is, the highest first."""
    high = _heights(boxes)
    found = {area for _, column in _columns(boxes) for area in column}
    return tuple(sorted(found, key=lambda area: -high[area]))


def _heights(boxes: Mapping[str, tuple[Block, ...]]) -> dict[str, float]:
    """How many lines each box takes."""
    rows = sheet_areas(tuple(boxes))
    wide = {area: max(row.count(area) for row in rows) for area in boxes}
    wide |= {area: 3 for area in wide if area == "statement"}  # its letters are larger
    return {area: lines(boxes[area], WIDTH * wide[area]) - 1 for area in boxes}


def _columns(boxes: Mapping[str, tuple[Block, ...]]) -> list[tuple[float, tuple[str, ...]]]:
    """By band, the highest column: its lines, and its boxes from the top."""
    high = _heights(boxes)
    found = []
    for band in _bands(sheet_areas(tuple(boxes))):
        columns = [tuple(dict.fromkeys(column)) for column in zip(*band, strict=True)]
        found.append(max((sum(high[area] for area in column), column) for column in columns))
    return found


def _bands(rows: tuple[tuple[str, ...], ...]) -> list[list[tuple[str, ...]]]:
    """The rows, those together that a box reaches across."""
    bands: list[list[tuple[str, ...]]] = []
    for row in rows:
        if bands and set(row) & set(bands[-1][-1]):
            bands[-1].append(row)
        else:
            bands.append([row])
    return bands
