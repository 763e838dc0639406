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
    return all(
        _RESIGNED.search(part) or _stays(part) or _wishes(part, read) or _weak(part, read)
        for part in parts
    )


_RESIGNED = re.compile(
    r"\b(?:not|nothing|little|no|hardly|cannot|can.t|never)\b(?:\s+\w+){0,4}?\s+"
    r"(?:(?:can|could|to|be)\s+(?:really\s+)?(?:be\s+)?"
    r"(?:do|done|help|helped|change|changed|influence|stop|prevent|prevented)"
    r"|in our hands|in our power|up to us)\b"
    r"|\b(?:beyond|out of|outside) (?:our|my) (?:control|hands|power|reach|influence)\b",
    re.IGNORECASE,
)
"""Words that give it up: "little one could do"."""
_STAYS = re.compile(
    r"\s*(?:(?:we|we.ll|we will|i|i.ll|i will|just|simply|always|all|must|have to|to)\s+)*"
    r"(?:stay|remain|keep (?:our|my|your|on|up|a|an) (?:ear|eye|ears|eyes|cool|head|heads|nerve"
    r"|nerves|chin|feet|spirits|faith|good|watchful|close|sharp|open)\b)"
    r"(?!\s+(?:in the|at|with the|overnight|there|late|by the|until|open|away)\b)",
    re.IGNORECASE,
)
"""Who stays as they are does nothing: "stay on our toes"; not who stays somewhere."""


def _stays(part: str) -> bool:
    return bool(_STAYS.match(part))


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
    opening = read.find(part, "function", "universal")
    small = {at for span in opening for at in range(span.first, span.last + 1)}
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
