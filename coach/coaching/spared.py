"""Whether what is given up is anybody's loss: not the founder's sleep, nor what nobody wants."""

import re

from coach.coaching.language import Reader
from coach.coaching.pieces import pieces
from coach.coaching.verdicts import once

_LITTLE = ("a_little", "light_verbs", "empty_talk", "us")
"""Word lists that name no thing by themselves."""

_OWN = re.compile(r"\b(?:my|our|own|mein\w*|unser\w*|eigene\w*)\b", re.IGNORECASE)
_LOSING = re.compile(
    r"\b(?:costs?|sacrific\w+|los(?:e|es|ing|t)|spend\w*|invest\w*|give\s+up|on\s+our\s+side)\b",
    re.IGNORECASE,
)
"""Verbs of losing, which tell not what is lost."""
_REFUSED = re.compile(r"\b(?:no|not|never|none|without|nothing|kein\w*|nie)\b", re.IGNORECASE)


@once
def nobodys_loss(text: str, read: Reader) -> bool:
    """True where each thing that ``text`` gives up is one that customers do not go without.

    "Only bad customers", "our own free time", "sometimes a bit of time". A figure or any other
    thing beside it ("time: six weeks a saddle") is a loss that they can weigh.
    """
    if not read.has(text, "unwanted", "own_effort", "own_hours") or read.has_figure(text):
        return False
    told = [part for each in pieces(text) for part in _AND.split(each) if part.strip()]
    return any(_spared(each, read) for each in told) and all(
        _spared(each, read) or not read.left(each, *_LITTLE, "nothing") for each in told
    )


_AND = re.compile(r"\b(?:and|or|und|oder)\b", re.IGNORECASE)


def _spared(piece: str, read: Reader) -> bool:
    """True where all of ``piece`` is unwanted, or the founder's own time or strength."""
    piece = _LOSING.sub(" ", piece)
    if read.has(piece, "unwanted"):
        return not read.left(piece, "unwanted", "whoever_it_is", *_LITTLE)
    if read.left(piece, "own_effort", "own_hours", *_LITTLE) or _REFUSED.search(piece):
        return False
    if read.has(piece, "own_effort"):
        return True
    small = read.has(piece, "a_little") and _SMALL.search(piece) is not None
    return small or (read.has(piece, "own_hours") and _OWN.search(piece) is not None)


_SMALL = re.compile(r"\b(?:time|work|zeit|arbeit)\W*(?:\Z|\b(?:at|in|am|für)\b)", re.IGNORECASE)
"""What says too little where it is small: "a bit of time"."""
