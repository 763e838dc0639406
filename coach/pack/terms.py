"""Finds the glossary's terms in a text, however they are inflected."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = {"en": "['’]?s|es"}
"""How a term may end besides as it stands in the glossary, by language."""
_ANY_ENDING = "['’]?s|es|en|e|n|er|ern|em|x|i"
"""The same for a language that has no line of its own."""


def slug(heading: str) -> str:
    """A heading as it is named in a link: small letters and digits, a hyphen for all the rest."""
    return "-".join(_WORD.findall(heading.lower()))


@dataclass(frozen=True, slots=True)
class Mention:
    """A term in a text, from ``start`` to ``end``; ``term`` is the slug of its heading."""

    start: int
    end: int
    term: str


class Terms:
    """The terms of a glossary. Where two could begin at one place, the longer one is meant."""

    def __init__(self, headings: Iterable[str], language: str = "en") -> None:
        endings = _ENDINGS.get(language.lower().partition("-")[0], _ANY_ENDING)
        self.headings = {slug(heading): heading for heading in headings if slug(heading)}
        self._slugs: list[str] = []
        parts = []
        for name in sorted(self.headings, key=lambda name: (-len(name), name)):
            self._slugs.append(name)
            parts.append(f"({_inflected(name.split('-'), endings)})")
        self._known = re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])", re.IGNORECASE)

    def mentions(self, text: str) -> Iterator[Mention]:
        """Every term in ``text``, in order; none overlaps another."""
        if self._slugs:
            for found in self._known.finditer(text):
                yield Mention(*found.span(), self._slugs[(found.lastindex or 1) - 1])


def _inflected(words: list[str], endings: str) -> str:
    """A pattern of the words of one term, each of which may be inflected."""
    return r"(?:[\s-]+)".join(_any_form(word, endings) for word in words)


def _any_form(word: str, endings: str) -> str:
    stem = f"{re.escape(word)}(?:{endings})?"
    if word.endswith("y") and len(word) > 2:
        stem = f"(?:{stem}|{re.escape(word[:-1])}ies)"
    return stem
