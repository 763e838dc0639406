"""Looking closer than a whole answer: pieces of a sentence, who is spoken of, and what stands near.

A word list alone hears "guarantee" in "no guarantee" and "better" in "theirs is better". These
helpers say where in the sentence a phrase stands, and whose it is.
"""

import re

from coach.coaching.language import LONGEST, SHORT, Reader

_PIECE = re.compile(r"[.!?;:,]+(?:\s+|\Z)|\n+|\s[-–—]\s|[()]")


def pieces(text: str) -> tuple[str, ...]:
    """The parts of ``text`` between stops, commas, brackets and dashes, in order."""
    return tuple(part.strip() for part in _PIECE.split(text[:LONGEST]) if part and part.strip())


def whole(text: str, read: Reader) -> str:
    """What to quote where all of an answer is meant: ``text`` if it is short, else a sentence."""
    told = text.strip()
    return told if len(told) <= SHORT else next(iter(read.sentences(told)), told[:SHORT])


def near(text: str, read: Reader, one: str, other: str, within: int) -> bool:
    """True where a phrase of the list ``one`` stands before one of ``other``, in one piece.

    At most ``within`` words stand between the two.
    """
    return any(_near(piece, read, one, other, within) for piece in pieces(text))


def _near(piece: str, read: Reader, one: str, other: str, within: int) -> bool:
    firsts, others = read.find(piece, one), read.find(piece, other)
    return any(0 < b.first - a.last <= within + 1 for a in firsts for b in others)


def ours(text: str, read: Reader) -> bool:
    """True where ``text`` speaks of us ("we", "our", "I") and not of others first."""
    us, them = read.find(text, "us"), read.find(text, "rivals")
    return bool(us) and (not them or us[0].first < them[0].first)
