"""Is a response an act, or a hope?"""

import re

from coach.coaching.language import Reader

_PARTS = re.compile(r"[,;.!?&+/\n:]+\s*|\s[-–—]\s|\b(?:and|or|then|but)\b")
"""What stands between two acts of one response."""


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
    return not read.left(part, "weak_responses", "padding", "topics", "attitudes")


def _wishes(part: str, read: Reader) -> bool:
    """True where the first word of ``part`` that has a meaning belongs to an attitude."""
    small = {at for span in read.find(part, "function") for at in range(span.first, span.last + 1)}
    for span in read.find(part, "attitudes"):
        if all(at in small for at in range(span.first)):
            return True
    return False
