"""Finds the glossary's terms in a text, however they are inflected."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

_WORD = re.compile(r"[^\W_]+")
_BEGINNING = re.compile(r"(?<![\w-])[^\W_]{1,2}")
_ENDINGS = {"en": "['’]?s|es"}
"""How a term may end besides as it stands in the glossary, by language."""
_ANY_ENDING = "['’]?s|es|en|e|n|er|ern|em|x|i"
"""The same for a language that has no line of its own."""

MOST_ALIKE = 60
"""Most terms with the same two first letters that are found in texts; they are tried in turn."""


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
    """The terms of a glossary. Where two could begin at one place, the longer one is meant.

    Those that are ``everyday`` words as well have a definition, but are never found in a text.
    """

    def __init__(
        self, headings: Iterable[str], language: str = "en", everyday: Iterable[str] = ()
    ) -> None:
        endings = _ENDINGS.get(language.lower().partition("-")[0], _ANY_ENDING)
        self.headings = {slug(heading): heading for heading in headings if slug(heading)}
        # By the first letters: one pattern of all terms would be tried at every letter.
        self._beginning: dict[str, list[str]] = {}
        meant = self.headings.keys() - {slug(heading) for heading in everyday}
        for name in sorted(meant, key=lambda name: (-len(name), name)):
            alike = self._beginning.setdefault(name.partition("-")[0][:2], [])
            if len(alike) < MOST_ALIKE:
                alike.append(name)
        self._known = {
            begin: _any_of([self.headings[name] for name in names], endings)
            for begin, names in self._beginning.items()
        }

    def mentions(self, text: str) -> Iterator[Mention]:
        """Every term in ``text``, in order; none overlaps another."""
        end = 0
        for begin in _BEGINNING.finditer(text):
            known = self._known.get(begin[0].lower())
            if known and begin.start() >= end and (found := known.match(text, begin.start())):
                end = found.end()
                names = self._beginning[begin[0].lower()]
                yield Mention(begin.start(), end, names[(found.lastindex or 1) - 1])


def _any_of(headings: Iterable[str], endings: str) -> re.Pattern[str]:
    """A pattern with a group for each of ``headings``."""
    terms = "|".join(f"({_inflected(heading.lower(), endings)})" for heading in headings)
    return re.compile(rf"(?:{terms})(?![\w-])", re.IGNORECASE)


def _inflected(heading: str, endings: str) -> str:
    """A pattern of one term, each word of which may be inflected."""
    words = list(_WORD.finditer(heading))
    pattern = _any_form(words[0][0], endings)
    for before, word in pairwise(words):
        gap = heading[before.end() : word.start()].strip(" \t\n-")
        pattern += rf"\s*{re.escape(gap)}\s*" if gap else r"[\s-]+"
        pattern += _any_form(word[0], endings)
    return pattern


def _any_form(word: str, endings: str) -> str:
    stem = f"{re.escape(word)}(?:{endings})?"
    if word.endswith("y") and len(word) > 2:
        stem = f"(?:{stem}|{re.escape(word[:-1])}ies)"
    return stem
