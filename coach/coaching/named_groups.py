"""Whether an answer that asks for a group of people or firms names one.

Turning nobody away, or growing "somewhere", has endless wordings. What none of them holds is the
name of a group: a noun in the plural, a name, a figure. So its absence is heard.
"""

import re

from coach.coaching.groups import plural
from coach.coaching.language import Reader, Word, words

SENTENCE = 3
"""Words from which on an answer is a sentence rather than a label."""

_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|shall|should|must|may|"
    r"might|cannot|comes?|goes|stays?|needs?|wants?|says?|taught|told|\w+n['’]t|\w+['’](?:s|re|ll|ve|m|d))\b",
    re.IGNORECASE,
)
"""A verb that makes a sentence of an answer."""
_ONE_DOES = re.compile(r"\A(?:[^,;.]{0,40}\s)?you\s+[a-z]+\b", re.IGNORECASE)
"""What is told of anybody, the writer among them: "in this trade you take what you get"."""
_SINGULAR = re.compile(r"\b(?:one|it|he|she|this|that|which|who)\s+\Z", re.IGNORECASE)
"""What makes a verb of a word in s after it: "one leads to another"."""
_VERBS = ("light_verbs", "benefit_verbs", "welcoming", "takes_all", "empty_talk")
"""Lists whose words in s are verbs, or people in general: "stands", "customers"."""


def group_words(text: str, read: Reader, *without: str) -> tuple[Word, ...]:
    """The nouns in the plural in ``text`` that name a group, those of the lists apart."""
    told = read.left(text, *_VERBS, *without)
    return tuple(
        word
        for word in told
        if (plural(word.text, read) or _compound(word, text))
        and not _SINGULAR.search(text, max(0, word.start - 8), word.start)
    )


def _compound(word: Word, text: str) -> bool:
    """True for the end of a plural such as "start-ups"."""
    joined = text[max(0, word.start - 1) : word.start] == "-"
    return joined and word.text.casefold().endswith("s")


def names_group(text: str, read: Reader, *without: str) -> bool:
    """True where ``text`` holds a plural noun, a name or a figure.

    Where a language writes each noun with a capital, its plurals are not told by an s either:
    nothing is called missing there.
    """
    if read.known is not None:
        return True
    return read.concrete(text) or bool(group_words(text, read, *without))


def is_sentence(text: str, read: Reader) -> bool:
    """True where ``text`` is told as a sentence: about its writer, or with a verb."""
    if len(words(text)) < SENTENCE:
        return False
    return read.has(text, "us") or bool(_FINITE.search(text) or _ONE_DOES.search(text))
