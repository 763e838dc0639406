"""Finds sections of the book by the words in them, in any language, as one types."""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from coach.pack.book import GLOSSARY, RULES, Book, Spot
from coach.pack.read import BrokenPack
from coach.pack.terms import slug
from coach.text import one_line

TITLE, HEADING, TEXT = 100, 50, 1
"""What a word weighs by where it stands; it weighs more where few stand beside it."""
ABOVE = 0.001
"""What a word of the page's title weighs for its sections: it helps, but alone finds none."""
MOST_TEXT = 9
"""A word in a text counts at most so many times, and so never outweighs a title."""
BEGINNING = 0.5
"""What a word weighs that only begins like the one that is sought."""
MOST_WORDS = 12
"""Words of a query that are looked at."""
AROUND = 70
"""Characters of a snippet."""

# Signs that are words by themselves, as in Chinese and Japanese; elsewhere runs of letters.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
_POSSESSIVE = re.compile(r"['’]s\b")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_MARKS = re.compile(r"\\(?=[!-/:-@\[-`{-~])|[*`]+")
_BLOCKS = re.compile(r"^[ \t]*(?:#+|>+|[-+]|\|[-:| ]+\|$)\s?|\|", re.M)


@dataclass(frozen=True, slots=True)
class Hit:
    """A section that was found.

    ``title`` is its page's, ``heading`` its own; ``snippet`` is the text around the first word
    that was found, in pieces: those at odd places are the words that were sought.
    """

    spot: Spot
    title: str
    heading: str
    snippet: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is found as one: a page's beginning, or a section of it."""

    spot: Spot
    title: str
    heading: str
    text: str


class Index:
    """An index of all words of a book. Making it reads every page, which takes a moment."""

    def __init__(self, book: Book) -> None:
        self._english = book.pack.language.lower().startswith("en")
        self._units = list(_units(book))
        self._weights: dict[str, dict[int, float]] = {}
        for number, unit in enumerate(self._units):
            # A term is looked for by its name, as a page is; a rule's page by its id.
            own = TITLE if unit.spot.page == GLOSSARY else HEADING
            page = HEADING if unit.spot.page.startswith(f"{RULES}.") else TITLE
            self._add(number, unit.title, ABOVE if unit.heading else page)
            self._add(number, unit.heading, own)
            self._add_text(number, unit.text)
        self._stems = sorted(self._weights)

    def _add(self, number: int, text: str, weight: float) -> None:
        words = _words(text)
        for word in words:
            units = self._weights.setdefault(_stem(word, self._english), {})
            units[number] = units.get(number, 0) + weight * (1 + 1 / len(words))

    def _add_text(self, number: int, text: str) -> None:
        for stem, count in Counter(_stem(word, self._english) for word in _words(text)).items():
            units = self._weights.setdefault(stem, {})
            units[number] = units.get(number, 0) + TEXT * min(count, MOST_TEXT)

    def search(self, query: str, most: int = 50) -> list[Hit]:
        """The sections that hold all words of ``query``, the last one as the beginning of a word.

        Best first: pages whose title has the words, then headings, then texts.
        """
        stems = [_stem(word, self._english) for word in _words(query)][:MOST_WORDS]
        if not stems:
            return []
        found: dict[int, float] = {}
        for place, stem in enumerate(stems):
            units = self._units_with(stem, beginning=place == len(stems) - 1)
            if place == 0:
                found = dict(units)
            else:
                found = {n: found[n] + weight for n, weight in units.items() if n in found}
        told = [number for number, weight in found.items() if weight >= BEGINNING]
        best = sorted(told, key=lambda number: (-found[number], number))[:most]
        return [self._hit(self._units[number], stems) for number in best]

    def _units_with(self, stem: str, beginning: bool) -> Mapping[int, float]:
        """The units with a word; with words that begin like it if asked for, or if none is it."""
        exact = self._weights.get(stem, {})
        if exact and not beginning:
            return exact
        found: dict[int, float] = dict(exact)
        for known in self._stems[bisect_left(self._stems, stem) :]:
            if not known.startswith(stem):
                break
            for number, weight in self._weights[known].items():
                found[number] = max(found.get(number, 0), weight * BEGINNING)
        return found

    def _hit(self, unit: _Unit, stems: Sequence[str]) -> Hit:
        return Hit(unit.spot, unit.title, unit.heading, _snippet(unit.text, stems, self._english))


def _units(book: Book) -> Iterator[_Unit]:
    for key in book.keys:
        try:
            page = book.page(key)
        except BrokenPack:
            continue  # opening it says why
        title, texts = one_line(page.title), {"": page.question}
        for section in page.sections:
            texts[section.heading] = f"{texts.get(section.heading, '')}\n{section.text}"
        for heading, text in texts.items():
            yield _Unit(Spot(key, slug(heading)), title, one_line(heading), _plain(text))


def _plain(markdown: str) -> str:
    """Markdown without its signs, on one line."""
    return one_line(_MARKS.sub("", _BLOCKS.sub(" ", _LINK.sub(r"\1", markdown))))


def _words(text: str) -> list[str]:
    return _WORD.findall(_POSSESSIVE.sub("", text))


@lru_cache(maxsize=50_000)
def _stem(word: str, english: bool) -> str:
    """A word as it is compared: small, without accents; in English without the usual endings."""
    flat = unicodedata.normalize("NFKD", word.casefold())
    flat = "".join(sign for sign in flat if not unicodedata.combining(sign)) or flat
    if not english or len(flat) < 4 or not flat.isascii():
        return flat
    if flat.endswith("ies") and len(flat) > 4:
        flat = flat[:-3] + "y"
    elif flat.endswith("s") and not flat.endswith(("ss", "us", "is")):
        flat = flat[:-1]
    for ending in ("ing", "ed"):
        root = flat.removesuffix(ending)
        if root != flat and len(root) > 2 and any(vowel in root for vowel in "aeiouy"):
            flat = root[:-1] if root[-1] == root[-2] and root[-1] not in "lsz" else root
            break
    return flat.removesuffix("e") if len(flat) > 3 else flat


def _snippet(text: str, stems: Sequence[str], english: bool) -> tuple[str, ...]:
    """The text around the first word that was sought; the words sought at odd places."""
    found: list[tuple[int, int]] = []
    for word in _WORD.finditer(text):
        if found and word.end() > found[0][0] + AROUND:
            break
        if any(_stem(word[0], english).startswith(stem) for stem in stems):
            found.append(word.span())
    start = max(0, found[0][0] - AROUND // 3) if found else 0
    start = text.rfind(" ", 0, start) + 1
    end = min(len(text), start + AROUND)
    pieces = [("…" if start else "")]
    at = start
    for first, last in found:
        if last > end:
            break
        pieces[-1] += text[at:first]
        pieces += [text[first:last], ""]
        at = last
    pieces[-1] += text[at:end] + ("…" if end < len(text) else "")
    return tuple(pieces)
