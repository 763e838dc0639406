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
_FIRM = ("Co", "Co.", "Sons", "Daughters")
"""What makes two names one firm."""


def owned(text: str, read: Reader) -> Owned:
    """Who looks after it, by ``text``: a name or a role is one, "founders" and "team" are nobody.

    What stands after a comma or in brackets says more of the first: "Marek, head of the crew".
    """
    named = text.rpartition(":")[2].strip() or text.strip()  # "Sales team: Mara"
    first = _ASIDE.split(named, maxsplit=1)[0].strip() or named
    if read.says_nothing(text) or read.only(text, "group_owners", "no_one_named"):
        return Owned.BY_NOBODY
    opening = read.find(first, "no_one_named")
    if opening and not _before(first, opening[0].first, read) and not read.names(first):
        return Owned.BY_NOBODY
    listed = named if _TOGETHER.search(named) else first  # "Anna, Ben and Carla", but "Berg, Anna"
    listed = listed.replace(",", " and ")
    names = [part.strip() for part in _TOGETHER.split(listed) if part.strip()]
    if len(names) > 1 and names[-1] not in _FIRM and all(map(_is_name, names)):
        return Owned.BY_SEVERAL
    return Owned.BY_NOBODY if _several(first, read) else Owned.BY_ONE


def _is_name(text: str) -> bool:
    return bool(_NAME.fullmatch(text)) and text[0].isupper()


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
