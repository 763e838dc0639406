"""Reading files of a pack, which is data from a stranger."""

import os
import stat
import tomllib
from pathlib import Path
from typing import Any

from coach.refusal import Refusal
from coach.text import clean_text, clean_tree

MAX_PAGE = 32_000
MAX_FRONT_MATTER = 16_000
MAX_EXAMPLE = 200_000
MAX_DOTS = 32


class BrokenPack(Refusal):
    """A pack's file that cannot be used: which one, where, what was expected."""


def read_page(root: Path, name: str, limit: int = MAX_PAGE) -> str:
    """The cleaned text of the file ``name`` below ``root``.

    Never leaves ``root``, follows no link out of it, opens no device and reads no more
    than ``limit`` bytes; raises :class:`BrokenPack` where the file is none of that.
    """
    path = root / name
    try:
        real = path.resolve(strict=True)
        if not real.is_relative_to(root.resolve(strict=True)):
            raise BrokenPack(f"{path}: leads out of the pack", "keep all files in its folder")
        handle = os.open(real, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        try:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise BrokenPack(f"{path}: is no plain file")
            data = b""
            while len(data) <= limit and (more := os.read(handle, limit + 1 - len(data))):
                data += more
        finally:
            os.close(handle)
    except FileNotFoundError:
        raise BrokenPack(f"{path}: is missing") from None
    except OSError as error:
        raise BrokenPack(f"{path}: cannot be read ({error.strerror})") from None
    if len(data) > limit:
        raise BrokenPack(f"{path}: is larger than {limit:,} bytes", "shorten or split it")
    try:
        return clean_text(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BrokenPack(
            f"{path}: is not UTF-8 at byte {error.start}", "save it as UTF-8"
        ) from None


def parse_toml(text: str, where: str, first_line: int = 1) -> dict[str, Any]:
    """``text`` as TOML; faults are told with ``where`` and a line counted from ``first_line``."""
    for number, line in enumerate(text.split("\n"), first_line):
        if line.partition("=")[0].count(".") > MAX_DOTS:
            raise BrokenPack(f"{where}:{number}: a key with more than {MAX_DOTS} dots")
    try:
        return clean_tree(tomllib.loads(text))
    except (ValueError, RecursionError, MemoryError) as error:
        raise BrokenPack(f"{where}: is not TOML: {error}") from None


def split_front_matter(text: str, where: str) -> tuple[dict[str, Any], str]:
    """The TOML table between the first two ``+++`` lines, and the text after them."""
    lines = text.split("\n")
    if not lines or lines[0].strip() != "+++":
        raise BrokenPack(f"{where}:1: '+++' is expected on the first line")
    for number, line in enumerate(lines[1:], 1):
        if line.strip() == "+++":
            front = "\n".join(lines[1:number])
            if len(front) > MAX_FRONT_MATTER:
                raise BrokenPack(f"{where}: the part between '+++' is over {MAX_FRONT_MATTER:,}")
            return parse_toml(front, where, 2), "\n".join(lines[number + 1 :])
    raise BrokenPack(f"{where}: a second line '+++' is expected")


def sections(body: str) -> dict[str, str]:
    """The text below each ``## Heading``, by heading; text before the first is under ``""``."""
    found: dict[str, list[str]] = {"": []}
    heading, fenced = "", False
    for line in body.split("\n"):
        fenced ^= line.startswith("```")
        if line.startswith("## ") and not fenced:
            heading = line[3:].strip()
            found.setdefault(heading, [])
        else:
            found[heading].append(line)
    return {name: "\n".join(lines).strip() for name, lines in found.items() if any(lines)}
