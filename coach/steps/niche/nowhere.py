"""Channels that are everywhere: a kind of occasion, or wherever people happen to be."""

import re

from coach.coaching.language import Reader, words

_WHEREVER = re.compile(r"\s*(?:wherever|everywhere|anywhere|all over)\b", re.IGNORECASE)
"""How a place opens that is none: "wherever cyclists meet"."""
_OCCASIONS = re.compile(
    r"\s*(?:(?:at|on|in|via|through|all|the|some|local|regional|various|different|big|many)\s+)*"
    r"(?:[\w-]+\s+){0,2}(?:shows|fairs|events|competitions|tournaments|exhibitions|conferences|"
    r"festivals|meetups|meet-ups|occasions|get-togethers)\W*",
    re.IGNORECASE,
)
"""Occasions of a kind, and none of them by name: "at boat fairs"."""
_TALK = re.compile(
    r"\b(?:community|scene|they|people|\w+s)\s+(?:\w+ly\s+)?(?:talks?|speaks?|knows?|tells?|chats?|"
    r"recommends?|shares?)\b",
    re.IGNORECASE,
)
"""Talk among people, which is no place: "the bakers talk to each other"."""


def nowhere(name: str, read: Reader) -> bool:
    """True where a channel could be in any town: no name stands in it, and no single place.

    The name of a network that everybody is on is none.
    """
    generic = {
        word.text
        for span in read.find(name, "generic_channels")
        for word in words(name[span.start : span.end])
    }
    if read.has_figure(name) or not generic.issuperset(read.names(name)):
        return False
    if _WHEREVER.match(name) or _OCCASIONS.fullmatch(name):
        return True
    return bool(_TALK.search(name)) and not read.has(_TALK.sub("", name), "meeting_places")
