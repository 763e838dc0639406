"""Plain typos: a word that was meant and typed with one slip of the finger.

Whoever types fast swaps two letters, writes a double letter once, or leaves one out. Such a
word is read as the one that was meant, if that is a word of the list that is looked for. What
could as well be another word is left as it is: short words, names, and a consonant typed for
another (``contrast`` is no typo of ``contract``).
"""

from collections.abc import Iterable

SWAPPED = 6
"""Letters of a meant word from which on two swapped, or a double one, are a plain typo."""

SLIPPED = 7
"""Letters of a meant word from which on one missing, too many, or a wrong vowel is one."""

_REAL = """
    adopt broth carrier casual causal charter chatter closet complement compliment consul
    contact contract county craft creat curiou desert dessert diner dinner ensur expans expens
    friar genius insur lightn marital martial moral morale patent patienc patient personal
    personnel princip principal quaker quarrel quiet quit roaster roster shipper shopper staff
    stationary stationery stranger stronger stuff thorough though through throughout trail trial
    vacation vocation wander weather whether wonder
"""
REAL = frozenset(_REAL.split())
"""Stems that are one slip from another word's and words themselves: never read as a typo."""

_VOWELS = frozenset("aeiouy")


class Typos:
    """Reads typed stems as the known ones that they are a plain typo of."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = frozenset(known)
        self._longest = max(map(len, self._known), default=0)
        self._heard: dict[str, str] = {}
        self._without: dict[str, list[str]] = {}
        """The known words by what is left of them without one letter, and as they are."""
        for word in sorted(each for each in self._known if len(each) >= SWAPPED):
            for left in {word, *_one_less(word)}:
                self._without.setdefault(left, []).append(word)

    def meant(self, typed: str) -> str:
        """The known stem that ``typed`` is a plain typo of; ``typed`` itself if there is none."""
        if not SWAPPED - 1 <= len(typed) <= self._longest + 1:
            return typed  # no slip makes so short, or so long, a word of a known one
        if typed in self._known or typed in REAL:
            return typed
        heard = self._heard.get(typed)
        if heard is None:
            heard = self._heard[typed] = self._nearest(typed)
        return heard

    def _nearest(self, typed: str) -> str:
        near = {word for left in (typed, *_one_less(typed)) for word in self._without.get(left, ())}
        return next((word for word in sorted(near) if _slip(typed, word)), typed)


def _one_less(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


def _slip(typed: str, word: str) -> bool:
    """True where ``typed`` is ``word`` with one slip. The first letter is seldom mistyped."""
    if typed[0] != word[0]:
        return False
    at = next(
        (at for at, pair in enumerate(zip(typed, word, strict=False)) if pair[0] != pair[1]),
        min(len(typed), len(word)),
    )
    if len(typed) == len(word):
        if typed[at : at + 2] == word[at : at + 2][::-1] and typed[at + 2 :] == word[at + 2 :]:
            return True
        vowels = typed[at] in _VOWELS and word[at] in _VOWELS
        return vowels and len(word) >= SLIPPED and typed[at + 1 :] == word[at + 1 :]
    longer, shorter = (typed, word) if len(typed) > len(word) else (word, typed)
    if longer[at + 1 :] != shorter[at:]:
        return False
    return longer[at] == longer[at - 1] or (len(word) >= SLIPPED and at < len(longer) - 1)
