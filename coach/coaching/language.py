"""Reading short answers: words, phrases, figures, names.

Answers are notes, often terse, often in a second language. So words are compared by a
rough stem (``businesses`` = ``business``, ``monitoring`` = ``monitor``, ``cafés`` =
``cafe``), hyphens count as spaces, and case does not matter. A plain typo of a word that is
looked for is that word. Nothing here knows what a phrase means: the phrases are lists of the
content pack.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from coach.coaching.irregular import BASE
from coach.coaching.phrases import NAMED, Phrases

LONGEST = 6_000
"""Characters of an answer that are read; what comes beyond is kept but not judged."""

KEPT = 4_096
"""Texts whose words are kept for the next comparison."""

FAMILY = 4
"""First letters that all stems of one family share."""

FOUND = 16_384
"""Looks into a text whose outcome is kept: most texts are the same at the next check."""

SHORT = 120
"""Characters up to which an answer is quoted whole."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STARTS_SENTENCE = re.compile(r"(?:[.!?:;\n•*\"“”(\[/|>]|[-–—]\s)\s*\Z|\A\s*\Z")
_STOP = re.compile(r"[.!?;]+(?:\s+|\Z)|\n+")
_PAUSE = re.compile(r"[.!?;:]+(?:\s+|\Z)|\n+|\s[-–—]\s")
_VOWEL = re.compile("[aeiouy]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of an answer: as typed, its stem, and where it stands."""

    text: str
    stem: str
    start: int
    end: int
    opens: bool
    """True for the first word of a sentence, line, bracket or quotation."""
    named: bool
    """True for a capitalised word inside a sentence, "I'm" and its like apart."""
    number: bool
    """True where it begins with a digit: ``1850``, ``90k``, ``3rd``."""


@dataclass(frozen=True, slots=True)
class Span:
    """A phrase found in an answer: from character ``start`` to ``end``, and its word numbers."""

    start: int
    end: int
    first: int
    last: int


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """A rough stem: without accents, case, possessive, plural, ``-ing``, ``-ed``, last ``-e``.

    Irregular forms have the stem of their base.
    """
    plain = "".join(
        each for each in unicodedata.normalize("NFKD", word) if not unicodedata.combining(each)
    ).casefold()
    plain = plain.replace("’", "'").removesuffix("'s").replace("'", "")
    plain = BASE.get(plain, plain)
    if plain.endswith("ies") and len(plain) > 4:
        plain = plain[:-3] + "y"
    elif plain.endswith(("sses", "xes", "ches", "shes")):
        plain = plain[:-2]
    elif plain.endswith("s") and len(plain) > 3 and not plain.endswith(("ss", "us", "is")):
        plain = plain[:-1]
    if plain.endswith("eed") and len(plain) > 5 and not plain.endswith(("ceed", "deed")):
        return plain[:-2]  # "guaranteed", "agreed"
    for ending in ("ing", "ed"):
        rest = plain.removesuffix(ending)
        if rest != plain and len(rest) >= 3 and _VOWEL.search(rest):
            plain = rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest
            break
    return plain[:-1] if plain.endswith("e") and len(plain) > 3 else plain


def words(text: str) -> tuple[Word, ...]:
    """The words of ``text``, in order."""
    return _words(text[:LONGEST])


@lru_cache(maxsize=KEPT)
def _words(text: str) -> tuple[Word, ...]:
    return tuple(_word(text, match) for match in _WORD.finditer(text))


def _word(text: str, match: re.Match[str]) -> Word:
    told, start = match[0], match.start()
    inside = start > 1 and text[start - 1] == " " and text[start - 2].isalnum()  # as most words
    opens = not inside and _STARTS_SENTENCE.search(text, max(0, start - 4), start) is not None
    named = not opens and told[0].isupper() and not told.startswith(("I'", "I’"))
    return Word(told, stem(told), start, match.end(), opens, named, told[0].isdigit())


@lru_cache(maxsize=KEPT)
def _asked(text: str) -> tuple[str, ...]:
    """The stems of the words of ``text``, those of names marked."""
    return tuple(NAMED + word.stem if word.named else word.stem for word in words(text))


@lru_cache(maxsize=1024)
def _index(phrases: tuple[str, ...]) -> Phrases:
    return Phrases(tuple(map(stem, _WORD.findall(phrase))) for phrase in phrases)


def find(text: str, phrases: tuple[str, ...]) -> tuple[Span, ...]:
    """Where any of ``phrases`` stands in ``text``: the longest at each place, never overlapping."""
    return _find(text, _index(phrases))


def _find(text: str, phrases: Phrases) -> tuple[Span, ...]:
    read = words(text)
    return tuple(
        Span(read[at].start, read[end - 1].end, at, end - 1)
        for at, end in phrases.found(_asked(text))
    )


def left(text: str, spans: Iterable[Span]) -> tuple[Word, ...]:
    """The words of ``text`` that no span covers and that are no numbers."""
    covered = {number for span in spans for number in range(span.first, span.last + 1)}
    return tuple(
        word for at, word in enumerate(words(text)) if at not in covered and not word.number
    )


def names(
    text: str, common: tuple[str, ...], known: tuple[str, ...] | None = None
) -> tuple[str, ...]:
    """Names in ``text``: capitalised words inside a sentence, words such as ``QuickBooks``, ISO.

    ``common`` are abbreviations that name nothing in particular (IT, SME). Text that is
    all capitals, or Has Capitals Everywhere, gives no sign and has no names.

    Where the ``known`` names are given, a capital alone makes none: in German every noun has one.
    """
    ordinary = {stem(each) for each in common}
    if known is not None:
        told = {at for span in find(text, known) for at in range(span.first, span.last + 1)}
        return tuple(
            word.text
            for at, word in enumerate(words(text))
            if at in told
            or (not text.isupper() and _inner_capital(word) and word.stem not in ordinary)
        )
    read = [word for word in words(text) if not word.number]
    inside = [word.text for word in read if len(word.text) > 3 and not word.opens]
    everywhere = sum(word[0].isupper() for word in inside) > 0.75 * len(inside)
    if text.isupper() or (everywhere and len(inside) > 2):
        return ()
    return tuple(
        word.text
        for word in read
        if word.stem not in ordinary and len(word.text) > 1 and (word.named or _inner_capital(word))
    )


def _inner_capital(word: Word) -> bool:
    return not word.number and any(letter.isupper() for letter in word.text[1:])


def overlap(one: Iterable[str], other: Iterable[str]) -> float:
    """Shared stems ÷ all stems (Jaccard), from 0 to 1; 0 where both are empty."""
    first, second = set(one), set(other)
    return len(first & second) / len(first | second) if first | second else 0.0


def related(one: str, other: str) -> bool:
    """True for stems of one family: equal, or alike in at least four and 60 % of the letters."""
    if one == other:
        return True
    if one[:FAMILY] != other[:FAMILY]:
        return False  # most pairs of two long answers end here
    shortest = min(len(one), len(other))
    same = 0
    while same < shortest and one[same] == other[same]:
        same += 1
    return same >= max(FAMILY, 0.6 * shortest)


def akin(some: Iterable[str], others: Iterable[str]) -> list[str]:
    """Those of ``some`` stems that are :func:`related` to any of the ``others``."""
    known = _by_beginning(frozenset(others))
    return [each for each in some if any(related(each, a) for a in known.get(each[:FAMILY], ()))]


@lru_cache(maxsize=256)
def _by_beginning(stems: frozenset[str]) -> dict[str, list[str]]:
    """The stems by their first four letters, which those of one family share."""
    found: dict[str, list[str]] = {}
    for each in stems:
        found.setdefault(each[:FAMILY], []).append(each)
    return found


class Reader:
    """Reads answers with a pack's word lists, each asked for by name.

    The lists ``function`` (words without a meaning of their own), ``numbers`` (words for
    numbers), ``abbreviations`` and ``synonyms`` are used by the reader itself. ``known`` are the
    names that it knows, for a language in which a capital tells none; see :func:`names`.
    """

    def __init__(
        self, lists: Callable[[str], tuple[str, ...]], known: tuple[str, ...] | None = None
    ) -> None:
        self.lists = lists
        self.known = known
        self._stems: dict[tuple[str, tuple[str, ...]], frozenset[str]] = {}
        self._indexes: dict[tuple[str, ...], Phrases] = {}
        self._found: dict[tuple[str, tuple[str, ...]], tuple[Span, ...]] = {}
        self._groups: dict[str, dict[str, set[int]]] = {}
        self._forms: dict[str, frozenset[str]] = {}
        self._shared: dict[tuple[str, str, tuple[str, ...]], bool] = {}
        self._meant: dict[frozenset[str], frozenset[int]] = {}
        self._names: dict[str, tuple[str, ...]] = {}
        self.verdicts: dict[tuple[object, ...], object] = {}
        """What was judged of a text, by who judged it and what was asked; see ``verdicts.once``."""

    def find(self, text: str, *names: str) -> tuple[Span, ...]:
        """Where a phrase of the named lists stands in ``text``."""
        key = (text, names)
        if key not in self._found:
            if len(self._found) >= FOUND:
                self._found.clear()
            self._found[key] = _find(text, self._together(names))
        return self._found[key]

    def has(self, text: str, *names: str) -> bool:
        """True where ``text`` holds a phrase of the named lists."""
        return bool(self.find(text, *names))

    def knows(self, name: str) -> bool:
        """False where the pack leaves the list ``name`` empty, since its language allows none.

        What makes a finding of words that are *not* there keeps quiet then.
        """
        return bool(self.lists(name))

    def first(self, text: str, *names: str) -> str:
        """The first phrase of the named lists in ``text``, as typed; empty if there is none."""
        spans = self.find(text, *names)
        return text[spans[0].start : spans[0].end] if spans else ""

    def left(self, text: str, *names: str) -> tuple[Word, ...]:
        """The words that remain without the named lists' phrases, function words and numbers."""
        return left(text, (*self.find(text, *names), *self.find(text, "function", "numbers")))

    def stems(self, text: str, *without: str) -> frozenset[str]:
        """The stems of the words that :meth:`left` leaves; kept, since texts are compared often.

        Line by line: of many answers that are read together one has changed.
        """
        if "\n" in text:
            return frozenset().union(*(self.stems(line, *without) for line in text.split("\n")))
        key = (text, without)
        if key not in self._stems:
            if len(self._stems) >= KEPT:
                self._stems.clear()
            self._stems[key] = frozenset(word.stem for word in self.left(text, *without))
        return self._stems[key]

    def quote(self, text: str, *names: str) -> str:
        """The answer itself where it is short, else its first phrase of the named lists."""
        return text.strip() if len(text) <= SHORT else self.first(text, *names)

    def only(self, text: str, *names: str, spare: float = 0) -> bool:
        """True where ``text`` says nothing but phrases of the named lists, and does say one.

        ``spare`` is how many other words are allowed.
        """
        return self.has(text, *names) and len(self.left(text, *names)) <= spare

    def apart(self, text: str, name: str, *names: str) -> bool:
        """True where ``text`` holds a phrase of the list ``name`` outside phrases of ``names``."""
        taken = {at for span in self.find(text, *names) for at in range(span.first, span.last + 1)}
        return any(span.first not in taken for span in self.find(text, name))

    def sentences(self, text: str) -> tuple[str, ...]:
        """The sentences of ``text``, in order, without the stops between them."""
        return tuple(part.strip() for part in _STOP.split(text[:LONGEST]) if part.strip())

    def clauses(self, text: str) -> tuple[str, ...]:
        """The parts of ``text`` between stops, colons and dashes, in order."""
        return tuple(part.strip() for part in _PAUSE.split(text[:LONGEST]) if part.strip())

    def says_nothing(self, text: str) -> bool:
        """True where something stands there that says there is nothing: "none", "n/a", "-"."""
        if not words(text):
            return bool(text.strip())
        return self.only(text, "nothing") and not self.concrete(text)

    def empty(self, text: str, *names: str) -> bool:
        """True where ``text`` has words, and all are of the named lists or say nothing.

        "Nothing planned so far", "we shall see": no thing, act or group is named. A figure or a
        name is never nothing.
        """
        lists = ("nothing", "undecided", "absence", "denials", "put_off", "empty_talk", *names)
        return bool(words(text)) and not self.concrete(text) and not self.left(text, *lists)

    def has_figure(self, text: str) -> bool:
        """True where ``text`` holds a number, in digits or in words."""
        return any(word.number for word in words(text)) or self.has(text, "numbers")

    def names(self, text: str) -> tuple[str, ...]:
        """The names (people, places, products, standards) in ``text``."""
        if text not in self._names:
            if len(self._names) >= KEPT:
                self._names.clear()
            self._names[text] = names(text, self.lists("abbreviations"), self.known)
        return self._names[text]

    def concrete(self, text: str) -> bool:
        """True where a figure or a name saves ``text`` from being called vague."""
        return self.has_figure(text) or bool(self.names(text))

    def share(self, one: str, other: str, *without: str) -> bool:
        """True where two texts have a word, a word family or a synonym in common; kept."""
        key = (one, other, without)
        if key not in self._shared:
            if len(self._shared) >= KEPT:
                self._shared.clear()
            first, second = self.stems(one, *without), self.stems(other, *without)
            self._shared[key] = bool(akin(first, second)) or not self._meanings(first).isdisjoint(
                self._meanings(second)
            )
        return self._shared[key]

    def _meanings(self, stems: frozenset[str]) -> frozenset[int]:
        """The numbers of the lines of synonyms in which the stems stand; kept as :meth:`stems`."""
        if stems not in self._meant:
            if len(self._meant) >= KEPT:
                self._meant.clear()
            lines = self._lines_of("synonyms")
            self._meant[stems] = frozenset(each for stem in stems for each in lines.get(stem, ()))
        return self._meant[stems]

    def families(self, stems: Iterable[str], name: str) -> frozenset[str]:
        """The stems, those of one line of the list ``name`` as one and the same."""
        groups = self._lines_of(name)
        return frozenset(f"#{min(groups[each])}" if each in groups else each for each in stems)

    def _lines_of(self, name: str) -> Mapping[str, set[int]]:
        """By stem, the numbers of the lines of the list ``name`` that it stands in."""
        found = self._groups.get(name)
        if found is None:
            found = self._groups[name] = _groups(self.lists(name))
        return found

    def forms(self, name: str) -> frozenset[str]:
        """The words and phrases of the list ``name`` as they are written, in small letters."""
        found = self._forms.get(name)
        if found is None:
            found = self._forms[name] = frozenset(map(str.casefold, self.lists(name)))
        return found

    def _together(self, names: tuple[str, ...]) -> Phrases:
        """The phrases of the named lists, joined once: long lists take long to compare."""
        found = self._indexes.get(names)
        if found is None:
            phrases = tuple(phrase for name in names for phrase in self.lists(name))
            found = self._indexes[names] = _index(phrases)
        return found


def _groups(lines: tuple[str, ...]) -> dict[str, set[int]]:
    """By stem, the numbers of the synonym lines it stands in."""
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(lines):
        for word in words(line):
            groups.setdefault(word.stem, set()).add(number)
    return groups
