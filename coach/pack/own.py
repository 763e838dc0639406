"""Finds the rules that a pack brings along: pages in ``rules/`` under ids of its own."""

import re
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path

from coach.pack.read import MOST_FILES, BrokenPack, file_names
from coach.text import one_line

MOST_OWN = 100
"""Most rules of its own that a pack may bring: each is run after every pause in typing."""

_ID = re.compile(r"[A-Z]{2,8}[0-9]{1,4}")


def own_rules(root: Path, kept: Collection[str]) -> dict[str, str]:
    """The pages of a pack's own rules: their file names within the pack, by id.

    ``kept`` are the letters with which the program's own ids begin. Raises ``BrokenPack`` where
    a page's name is no id, where two pages have one id, and where there are too many.
    """
    shipped = re.compile(f"(?:{'|'.join(kept)})[0-9]+")
    found: dict[str, str] = {}
    for name in sorted(islice(_pages(root), MOST_FILES)):
        rule = name.rpartition("/")[2].removesuffix(".md")
        if shipped.fullmatch(rule):
            continue
        if not _ID.fullmatch(rule):
            do = "name the page with capital letters and a number, such as SAT01.md"
            raise BrokenPack(root / name, f"{one_line(rule, 40)!r} is no id of a rule", do)
        if rule in found:
            raise BrokenPack(root / name, f"there is a rule {rule} already, in {found[rule]}")
        found[rule] = name
        if len(found) > MOST_OWN:
            told = f"the pack holds more than {MOST_OWN} rules of its own"
            raise BrokenPack(root / "rules", told, "keep those that matter")
    return found


def _pages(root: Path) -> Iterator[str]:
    """The Markdown files in the folders below ``rules/``; what is hidden is left alone."""
    for folder in file_names(root, "rules", ""):
        for name in file_names(root, f"rules/{folder}", ".md"):
            yield f"rules/{folder}/{name}"
