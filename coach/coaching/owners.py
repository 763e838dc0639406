"""Whose job is it? One person's, several people's, or nobody's in particular."""

import re
from enum import StrEnum

from coach.coaching.language import Reader, Word, words


class Owned(StrEnum):
    """What an owner's name tells."""

    BY_ONE = "one"
    BY_SEVERAL = "several"
    BY_NOBODY = "nobody"


_ASIDE = re.compile(r"[(\[,;–—]|\s-\s")
_TOGETHER = re.compile(r"&|/|\+|\band\b|\bor\b")
_NAME = re.compile(r"[^\W\d_]+\.?(?:[ '’-][^\W\d_]+\.?){0,3}")
_INITIALS = re.compile(r"(?:\b[^\W\d_]\.\s?)+(?=[^\W\d_]{2})")
"""The letters before a name: "N. N. Olsen" is somebody, "N. N." is nobody."""
_FIRM = ("Co", "Co.", "Sons", "Daughters")
"""What makes two names one firm."""


_NOBODY = ("group_owners", "no_one_named", "undecided", "put_off", "empty_talk", "denials")


def owned(text: str, read: Reader) -> Owned:
    """Who looks after it, by ``text``: a name or a role is one, "founders" and "team" are nobody.

    What stands after a comma or in brackets says more of the first: "Marek, head of the crew".
    """
    text = _INITIALS.sub("", text)
    named = text.rpartition(":")[2].strip() or text.strip()  # "Sales team: Mara"
    first = _ASIDE.split(named, maxsplit=1)[0].strip() or named
    if read.says_nothing(text) or read.only(text, *_NOBODY):
        return Owned.BY_NOBODY
    opening = read.find(first, "no_one_named")
    if opening and not _before(first, opening[0].first, read) and not read.names(first):
        return Owned.BY_NOBODY
    parts = [part.strip() for part in named.split(",")]
    listing = len(parts) > 2 and all(map(_is_name, parts[:2]))
    listed = named if listing or _TOGETHER.search(named) else first  # but "Berg, Anna"
    listed = listed.replace(",", " and ")
    names = [part.strip() for part in _TOGETHER.split(listed) if part.strip()]
    listing = listing or (
        len(names) > 1 and bool({names[0].casefold(), names[-1].casefold()} & _ME)
    )
    if len(names) > 1 and names[-1] not in _FIRM and (listing or all(map(_is_name, names))):
        return Owned.BY_SEVERAL
    if _tells(first, read):
        return Owned.BY_NOBODY
    return Owned.BY_NOBODY if _several(first, read) else Owned.BY_ONE


_ME = {"i", "me", "myself"}
"""Who speaks, as one of several: "me and Pete"."""


def _is_name(text: str) -> bool:
    return bool(_NAME.fullmatch(text)) and text[0].isupper()


_FIRST = "the our my his her those these all both each every whoever one some any who everyone"
_OPENS = frozenset(_FIRST.split())
"""What is written with a capital only since it comes first."""
_WHEN = re.compile(r"\b(?:before|in|until|by|from|after|since|during|around|at|over|on) [A-Z]\w+")
"""When or where somebody does it names nobody: "those who have time before Christmas"."""


def _tells(text: str, read: Reader) -> bool:
    """True where ``text`` is a clause about an owner and names none: "it is of the house"."""
    told = [word.text for word in words(text)]
    opening = told[0] if told and told[0].casefold() in _OPENS else ""
    named = [word.text for word in words(_WHEN.sub("", text)) if word.text[0].isupper()]
    if any(word != opening for word in named):
        return False
    told = [word.casefold() for word in told]
    if not _SEVERAL.isdisjoint(told):
        return True
    if read.has(text, "roles"):
        return False
    small = [told[span.first] for span in read.find(text, "function")]
    return len(told) > 1 and any(word not in _IN_A_NAME for word in small)


_SEVERAL = frozenset(["both", "all", "each", "every", "several", "many", "us", "everyone"])
_IN_A_NAME = frozenset(["of", "the", "our", "my", "his", "her", "for", "in", "at", "on", "until"])
"""Small words that may stand in what a person is called: "head of sales"."""


def _before(text: str, at: int, read: Reader) -> bool:
    """True where a word with a meaning of its own stands before word number ``at``."""
    small = {span.first for span in read.find(text, "function")}
    return any(number not in small for number in range(at))


def _several(text: str, read: Reader) -> bool:
    """True for people in the plural: "founders", "our fitters"; not for "head of sales"."""
    noun: Word | None = None
    small = {span.first for span in read.find(text, "function")}
    for at, word in enumerate(words(text)):
        if at in small and noun is not None:
            break  # "head | of sales"
        noun = word if at not in small else noun
    if noun is None:
        return False
    if read.has(noun.text, "plurals", "group_owners"):
        return True
    if not noun.text.casefold().endswith("s") or noun.text.endswith("ss"):
        return False
    if read.has(noun.text, "roles"):
        return True
    return bool(small) and noun.text.islower()
