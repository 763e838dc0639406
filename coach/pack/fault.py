"""What is wrong with a pack, and how it is told."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from coach.pack.read import BrokenPack
from coach.text import one_line


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong with a pack, and where; ``line`` is 0 where it is the whole file."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}" if self.line else f"{self.file}: {self.text}"


def guarded(check: Callable[..., Iterable[Fault]], *subject: Any) -> Iterator[Fault]:
    """What ``check`` finds; a file that cannot be used is a fault as well."""
    try:
        yield from check(*subject)
    except BrokenPack as broken:
        yield Fault(broken.file, broken.line, broken.told)


def nearest(key: str, known: Iterable[object]) -> str:
    """What is said after an unknown ``key``: the nearest that is known, or all of them."""
    names = [str(each) for each in known]
    near = get_close_matches(key, names, 1, 0.5)
    if near:
        return f"; did you mean {near[0]!r}?"
    return f"; expected {', '.join(names)}" if 0 < len(names) <= MANY else ""


MANY = 12
"""More names than these are not listed for somebody to choose from."""


def first_error(
    keys: tuple[str | int, ...], bad: ValidationError
) -> tuple[tuple[str | int, ...], str]:
    """Where the first fault of a model is, and what it is."""
    error = bad.errors()[0]
    where = (*keys, *error["loc"])
    return where, f"{'.'.join(map(str, error['loc']))}: {one_line(error['msg'], 120)}"
