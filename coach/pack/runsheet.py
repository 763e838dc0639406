"""Run sheets: a facilitator's agenda for a workshop, as a pack's ``runsheets/*.toml`` has it.

::

    title = "A niche in a morning"
    minutes = 90                      # in all: what the blocks add up to
    start = "09:00"
    material = ["a large sheet for each pair"]

    [[blocks]]
    title = "Candidates"
    minutes = 25
    card = "niche.candidates"         # or topic = "frameworks.porter": a page of the pack
    do = "Each pair lists three groups. Read them aloud."
    material = ["sticky notes"]
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from coach.pack.build import as_table, build
from coach.pack.pack import Pack
from coach.pack.read import BrokenPack, Front, MissingPage, file_names, parse_toml, read_page
from coach.refusal import Refusal
from coach.text import one_line

FOLDER = "runsheets"
MOST_BLOCKS = 60
MOST_MINUTES = 24 * 60

_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_CARD = re.compile(r"[a-z]+\.[a-z_]+")


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a workshop: how long it takes, in minutes, and what to do.

    ``card`` is the key of the card it is about, ``topic`` that of another page of the pack.
    """

    title: str
    minutes: int
    do: str
    card: str = ""
    topic: str = ""
    material: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RunSheet:
    """A workshop: its blocks in order, ``minutes`` in all, when it starts on the clock."""

    name: str
    title: str
    minutes: int
    start: str = "09:00"
    material: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()


def run_sheets(pack: Pack) -> Mapping[str, str]:
    """The run sheets that this pack and the one below have: their files, by name."""
    below = run_sheets(pack.base) if pack.base else {}
    own = {n.removesuffix(".toml"): f"{FOLDER}/{n}" for n in file_names(pack.root, FOLDER, ".toml")}
    return {**below, **own}


def run_sheet(pack: Pack, name: str) -> RunSheet:
    """The run sheet ``name``, whose cards and topics are pages of the pack.

    Raises ``BrokenPack`` with file, line and what was expected.
    """
    front = sheet_front(pack, name)
    sheet = read(front, name)
    for index, block in enumerate(sheet.blocks):
        for kind in ("card", "topic"):
            page = getattr(block, kind)
            if page and not _has(pack, page):
                told = f"{kind!r} is {one_line(page, 60)!r}, and the pack has no such page"
                raise front.fault(("blocks", index, kind), told, "write it like niche.size")
    return sheet


def _has(pack: Pack, page: str) -> bool:
    """Whether a card or the book has this page, be it sound or broken."""
    if page in pack.book_pages:
        return True
    try:
        return _CARD.fullmatch(page) is not None and bool(pack.topic(page))
    except MissingPage:
        return False
    except BrokenPack:  # opening it says why
        return True


def sheet_front(pack: Pack, name: str) -> Front:
    """The file of the run sheet ``name`` as TOML, to find the line of a key."""
    file = f"{FOLDER}/{name}.toml"
    root = pack.owner(file).root
    return parse_toml(read_page(root, file), root / file)


def read(front: Front, name: str) -> RunSheet:
    """The run sheet that a file holds, whatever pages it names."""
    given = dict(front.table)
    rows = given.pop("blocks", [])
    if not isinstance(rows, list) or not rows:
        raise front.fault(("blocks",), "at least one block is expected", "begin it with [[blocks]]")
    if len(rows) > MOST_BLOCKS:
        raise front.fault(("blocks",), f"there are more than {MOST_BLOCKS} blocks")
    sheet: RunSheet = build(RunSheet, front, given, (), made={"name": name, "blocks": ()})
    if not 1 <= sheet.minutes <= MOST_BLOCKS * MOST_MINUTES:
        told = f"'minutes' must be from 1 to {MOST_BLOCKS * MOST_MINUTES:,}"
        raise front.fault(("minutes",), told)
    if not _CLOCK.fullmatch(sheet.start):
        told = f"'start' is {one_line(sheet.start, 20)!r}"
        raise front.fault(("start",), told, "a time is expected, such as 09:00")
    blocks = []
    for index, row in enumerate(rows):
        keys = ("blocks", index)
        block: Block = build(Block, front, as_table(front, row, keys), keys)
        if not 1 <= block.minutes <= MOST_MINUTES:
            told = f"'minutes' must be from 1 to {MOST_MINUTES:,}"
            raise front.fault((*keys, "minutes"), told)
        blocks.append(block)
    return replace(sheet, blocks=tuple(blocks))


def agenda(sheet: RunSheet, pack: Pack, start: str = "") -> str:
    """The run sheet as Markdown with clock times, from ``start`` (``13:30``) or its own.

    Raises :class:`Refusal` where ``start`` is no time.
    """
    clock = _CLOCK.fullmatch(start or sheet.start)
    if clock is None:
        raise Refusal(f"{one_line(start, 20)!r} is no time", "write it like 13:30")
    now = int(clock[1]) * 60 + int(clock[2])
    total = sum(block.minutes for block in sheet.blocks)
    about = f"{pack.title}, {total} minutes: {_time(now)} to {_time(now + total)}."
    parts = [f"# {sheet.title}", about, *_needed(sheet.material)]
    for block in sheet.blocks:
        parts.append(f"## {_time(now)} {block.title} ({block.minutes} minutes)")
        parts += [part for part in (block.do.strip(), *_about(block, pack)) if part]
        parts += _needed(block.material)
        now += block.minutes
    return "\n\n".join([*parts, f"{_time(now)} End."])


def _time(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _needed(material: tuple[str, ...]) -> Iterator[str]:
    if material:
        yield f"You need: {', '.join(material)}."


def _about(block: Block, pack: Pack) -> Iterator[str]:
    """Which page of the pack the block is about."""
    if block.card:
        yield f"Card: {pack.topic(block.card).title} ({block.card})."
    if block.topic:
        known = block.topic in pack.book_pages
        page = pack.book_page(block.topic) if known else pack.topic(block.topic)
        yield f"Read: {page.title} ({block.topic})."
