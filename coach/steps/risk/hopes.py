"""Is a response an act, or a hope?"""

import re

from coach.coaching.language import Reader, Word, stem, words

_PARTS = re.compile(r"[,;.!?&+/\n:]+\s*|\s[-–—]\s|\b(?:and|or|then|but)\b")
"""What stands between two acts of one response."""

_BE_THERE = frozenset(["at", "in", "on", "with", "by", "there", "present"])
"""What may stand after "be" where somebody goes somewhere."""


def hopes(text: str, read: Reader) -> bool:
    """True where no part of ``text`` is an act: "monitor the situation", "stay calm and adapt".

    A part is a hope where it begins with an attitude, whatever follows ("hope that they stay"), or
    where it says nothing but weak responses. A figure or a name makes an act of all of it.
    """
    if not text.strip() or read.concrete(text):
        return False
    parts = [part for part in _PARTS.split(text) if read.left(part)]
    return all(_wishes(part, read) or _weak(part, read) for part in parts)


def _weak(part: str, read: Reader) -> bool:
    """True where nothing but good intentions are left: "keep customers happy", "better planning".

    Who changes something does something: "change the supplier".
    """
    told = read.left(part)
    if told and told[0].stem == stem("change") and len(told) > 1:
        return False
    intents = ("weak_responses", "attitudes", "platitudes")
    rest = read.left(part, *intents, "padding", "topics")
    return read.has(part, *intents) and all(_manner(word, read) for word in rest)


def _manner(word: Word, read: Reader) -> bool:
    """True for "appropriately": how something is done is no act. "Monthly" says when."""
    return not read.has(word.text, "often", "not_manner") and word.text.casefold().endswith("ly")


def _wishes(part: str, read: Reader) -> bool:
    """True where the first word of ``part`` that has a meaning belongs to an attitude.

    So does what begins with "be": "be quicker than they are", though not "be at each fair".
    """
    small = {at for span in read.find(part, "function") for at in range(span.first, span.last + 1)}
    told = [word.text.casefold() for word in words(part)]
    for at, word in enumerate(told[:-1]):
        if at not in small:
            break
        if word == "be":
            return told[at + 1] not in _BE_THERE
    for span in read.find(part, "attitudes"):
        if all(at in small for at in range(span.first)):
            return True
    return False
