"""Reading files of a pack, which is data from a stranger."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

import tomli

from coach.refusal import Refusal
from coach.text import clean_text, clean_tree, refuse_huge

MAX_PAGE = 32_000
"""Most bytes in a page: more would make the guide slow to show."""
MAX_FRONT_MATTER = 16_000
MAX_EXAMPLE = 200_000
MOST_FILES = 2_000
"""Most files that are looked at in a folder of a pack, and in a pack that is checked."""
MAX_DOTS = 32
"""Most dots in a TOML key: some thousands cost the parser seconds and gigabytes."""

_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
_HEADER = re.compile(r"\s*(\[\[?)([^=]*?)\]\]?\s*(?:#.*)?\Z")
_KEY = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\.(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([\w-]+)""")
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*\Z)|~{3,})")
_AT = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")


class BrokenPack(Refusal):
    """A pack's file that cannot be used: which one, where, what was expected.

    ``file`` is the path as it is shown, ``line`` counts from 1 (0: the file as a whole),
    ``told`` is the message without them.
    """

    def __init__(self, file: Path | str, what: str, do: str = "", line: int = 0) -> None:
        super().__init__(f"{file}:{line}: {what}" if line else f"{file}: {what}", do)
        self.file = str(file)
        self.line = line
        self.told = str(Refusal(what, do))


class MissingPage(BrokenPack):
    """A file that the pack does not have; another pack may stand in for it."""


def read_page(root: Path, name: str, limit: int = MAX_PAGE) -> str:
    """The cleaned text of the file ``name`` below ``root``.

    Never leaves ``root``, follows no link out of it, opens no device, never waits for a
    pipe and reads no more than ``limit`` bytes. Raises :class:`MissingPage` where there is
    no such file and :class:`BrokenPack` where it is none of that.
    """
    path = root / name
    try:
        real = os.path.realpath(path, strict=True)
        if not real.startswith(os.path.join(_real(root.absolute()), "")):
            raise BrokenPack(path, "leads out of the pack", "keep all files in its folder")
        data = _read_plain(real, path, limit)
    except (FileNotFoundError, NotADirectoryError):
        raise MissingPage(path, "is missing") from None
    except OSError as error:
        raise BrokenPack(path, f"cannot be read ({error.strerror or error})") from None
    except (RuntimeError, ValueError):  # a ring of links before Python 3.13; a NUL in the name
        raise BrokenPack(path, "cannot be read (no such path is possible)") from None
    if len(data) > limit:
        raise BrokenPack(path, f"is larger than {limit:,} bytes", "shorten or split it")
    try:
        return clean_text(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BrokenPack(path, "is not UTF-8", "save it as UTF-8", line) from None


@lru_cache(maxsize=16)
def _real(root: Path) -> str:
    """Where ``root``, a whole path, is once its links are followed: asked for with every page."""
    return os.path.realpath(root, strict=True)


def file_names(root: Path, folder: str, ending: str) -> tuple[str, ...]:
    """The names of the files in ``folder`` of a pack that end so, sorted; hidden ones left out.

    At most :data:`MOST_FILES`; none where there is no such folder. Raises :class:`BrokenPack`
    where it leads out of the pack (nothing outside is even listed) or cannot be read.
    """
    path = root / folder
    try:
        if not path.resolve(strict=True).is_relative_to(root.resolve(strict=True)):
            raise BrokenPack(path, "leads out of the pack", "keep all files in its folder")
        with os.scandir(path) as entries:
            names = (e.name for e in entries if not e.name.startswith("."))
            return tuple(sorted(islice((n for n in names if n.endswith(ending)), MOST_FILES)))
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise BrokenPack(path, f"cannot be read ({error.strerror or error})") from None
    except RuntimeError:  # a ring of links before Python 3.13
        raise BrokenPack(path, "cannot be read (no such path is possible)") from None


def _read_plain(real: str, shown: Path, limit: int) -> bytes:
    """At most ``limit`` + 1 bytes of a plain file, which is checked after it was opened."""
    handle = os.open(real, _OPEN)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise BrokenPack(shown, "is no plain file")
        data = b""
        while len(data) <= limit and (more := os.read(handle, limit + 1 - len(data))):
            data += more
        return data
    finally:
        os.close(handle)


@dataclass(frozen=True, slots=True)
class Front:
    """TOML from a pack's file, and where in the file each of its keys stands.

    ``first`` is the line of the file on which ``text`` begins.
    """

    file: str
    text: str
    first: int
    table: dict[str, Any]

    def line(self, *keys: str | int) -> int:
        """The line of the key, or of the nearest table around it; numbers are positions."""
        places = dict(_places(self.text, self.first))
        while keys and keys not in places:
            keys = keys[:-1]
        return places.get(keys, self.first)

    @property
    def end(self) -> int:
        """The line after the last one of ``text``: of a page the second ``+++``."""
        return self.first + self.text.count("\n") + 1

    def line_of(self, text: str, *keys: str | int) -> int:
        """The line of ``text`` in the list at ``keys``; that of the key where it is not found."""
        start = self.line(*keys)
        for number, line in enumerate(self.text.split("\n")[start - self.first :], start):
            if f'"{text}"' in line or f"'{text}'" in line:
                return number
            if number > start and (_KEY.match(line) or _HEADER.match(line)):
                break
        return start

    def fault(
        self, keys: tuple[str | int, ...], what: str, do: str = "", item: str | None = None
    ) -> BrokenPack:
        """The refusal of what stands at ``keys``, or of ``item`` in the list that stands there."""
        line = self.line(*keys) if item is None else self.line_of(item, *keys)
        return BrokenPack(self.file, what, do, line)


def _places(text: str, first: int) -> Iterator[tuple[tuple[str | int, ...], int]]:
    """Each key's path and line, last first, so that a ``dict`` keeps the first of equals.

    A plain reading by lines: it may be fooled by a text that looks like TOML, and then the
    line that a message names is wrong, nothing else.
    """
    found: list[tuple[tuple[str | int, ...], int]] = []
    rows: dict[tuple[str | int, ...], int] = {}
    table: tuple[str | int, ...] = ()
    for number, line in enumerate(text.split("\n"), first):
        if header := _HEADER.match(line):
            table = ()
            parts = _parts(header[2])
            for index, part in enumerate(parts, 1):
                table = (*table, part)
                found.append((table, number))
                if index == len(parts) and header[1] == "[[":
                    rows[table] = rows.get(table, -1) + 1
                if table in rows:
                    table = (*table, rows[table])
            found.append((table, number))
        elif key := _KEY.match(line):
            found.append(((*table, *_parts(key[1])), number))
    return reversed(found)


def _parts(dotted: str) -> list[str]:
    return ["".join(part) for part in _PART.findall(dotted)]


def parse_toml(text: str, file: Path | str, first: int = 1) -> Front:
    """Clean ``text`` as TOML that begins on line ``first`` of ``file``; faults name the line."""
    for number, line in enumerate(text.split("\n"), first):
        if line.partition("=")[0].count(".") > MAX_DOTS:
            raise BrokenPack(file, f"a key has more than {MAX_DOTS} dots", line=number)
    try:  # the line end lets a fault on the last line be told with its number
        table: dict[str, Any] = tomli.loads(text + "\n")
        refuse_huge(text, table)
        if "\\" in text:  # an escape may have brought in what a clean text has not
            table = clean_tree(table)
    except (ValueError, RecursionError, MemoryError) as error:
        at = _AT.search(str(error))
        last = text.count("\n") + 1 if at else 1
        where = first - 1 + (int(at[1]) if at and at[1] else last)
        told = _AT.sub("", str(error)).partition(";")[0] or "tables are nested too deep"
        raise BrokenPack(file, f"is not TOML: {told}", line=where) from None
    return Front(str(file), text, first, table)


def split_front_matter(text: str, file: Path | str) -> tuple[Front, str]:
    """The TOML between the first two ``+++`` lines, and the text after them."""
    lines = text.split("\n")
    if lines[0].strip() != "+++":
        raise BrokenPack(file, "'+++' is expected on the first line", line=1)
    for number, line in enumerate(lines[1:], 1):
        if line.strip() == "+++":
            front = "\n".join(lines[1:number])
            if len(front.encode()) > MAX_FRONT_MATTER:
                raise BrokenPack(
                    file, f"the part between '+++' is over {MAX_FRONT_MATTER:,} bytes", line=1
                )
            return parse_toml(front, file, 2), "\n".join(lines[number + 1 :])
    raise BrokenPack(file, "a second line '+++' is expected", line=1)


def coded(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Each line of a Markdown text, and whether it is code: a fence, or between two of them.

    A fence is closed by one of the same sign that is at least as long, else by the text's end.
    """
    fence = ""
    for line in lines:
        mark = _FENCE.match(line)
        yield line, bool(fence or mark)
        if not fence:
            fence = mark[1] if mark else ""
        elif mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
            fence = ""


def sections(body: str) -> dict[str, str]:
    """The text below each ``## Heading``, by heading; text before the first is under ``""``."""
    found: dict[str, list[str]] = {"": []}
    heading = ""
    for line, code in coded(body.split("\n")):
        if line.startswith("## ") and not code:
            heading = line[3:].strip()
            found.setdefault(heading, [])
        else:
            found[heading].append(line)
    return {name: "\n".join(lines).strip() for name, lines in found.items() if any(lines)}
