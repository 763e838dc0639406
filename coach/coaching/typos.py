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
        self._alike: dict[tuple[str, int], list[str]] = {}
        """The known words that can be mistyped, by first letter and length."""
        for word in sorted(each for each in self._known if len(each) >= SWAPPED):
            self._alike.setdefault((word[0], len(word)), []).append(word)

    def meant(self, typed: str) -> str:
        """The known stem that ``typed`` is a plain typo of; ``typed`` itself if there is none."""
        if not SWAPPED - 1 <= len(typed) <= self._longest + 1:
            return typed  # no slip makes so short, or so long, a word of a known one
        if typed in self._known or typed in REAL:
            return typed
        sizes = (len(typed) - 1, len(typed), len(typed) + 1)
        near = [word for size in sizes for word in self._alike.get((typed[0], size), ())]
        return min((word for word in near if _slip(typed, word)), default=typed)


def _slip(typed: str, word: str) -> bool:
    """True where ``typed`` is ``word`` with one slip; both begin alike, as most typos do."""
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
