"""How many years of school a text asks of its reader: an answer, or a page of a pack."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_END = re.compile(r"[.!?]+(?=\s|$)")
_VOWELS = re.compile(r"[aeiouyàáâäåèéêëìíîïòóôöùúûü]+")


def grade(text: str) -> float:
    """The grade by Flesch and Kincaid (1975): 0.39 × words a sentence +
    11.8 × syllables a word − 15.59.

    About the years of school that reading it takes, 0 for a text without a word. Syllables are
    counted by their vowels, which is near enough for English.
    """
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = len(_END.findall(text.strip())) or 1
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def count_words(text: str) -> int:
    """How many words a text has; figures are none."""
    return len(_WORD.findall(text))


def hardness(text: str) -> float:
    """Syllables a word, 0 without a word: what makes a short text hard."""
    words = _WORD.findall(text)
    return sum(map(_syllables, words)) / len(words) if words else 0.0


def _syllables(word: str) -> int:
    plain = word.casefold()
    count = len(_VOWELS.findall(plain))
    silent = plain.endswith("e") and not plain.endswith("le") and count > 1
    return max(1, count - silent)
