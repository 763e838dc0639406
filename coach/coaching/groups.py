"""Whom a text is about: a market, an age group, or a group one could call by name."""

import re

from coach.coaching.language import Reader

MOST_WISHED = 2
"""Words after "who want", "that care about" that still narrow nothing: "to learn chess"."""


def whole_market(text: str, read: Reader) -> str:
    """The words of ``text`` that name a whole market, if it says no more than that.

    A figure, a name or any second qualifier makes it a group. A wish ("who love coffee")
    does not, nor does a need that everybody has ("who need a website").
    """
    if not read.has(text, "everyone") or read.has_figure(text):
        return ""
    rest = read.left(text, "everyone", "broad", "needs", "common_needs")
    if rest:
        rest = read.left(text, "everyone", "broad", "wishes")
        wish = read.find(text, "wishes")
        names = read.names(text)
        if (
            not wish
            or len(rest) > MOST_WISHED
            or any(word.start < wish[0].start or word.text in names for word in rest)
        ):
            return ""
    return read.quote(text, "everyone")


def only_demographic(text: str, read: Reader) -> bool:
    """True where ``text`` describes people by age, sex, income and the like, and by no more."""
    return read.only(text, "demographics", "everyone", "broad") and read.has(text, "demographics")


_JOINED = re.compile(r"\s*(?:,|/|&|\+|\band\b|\bor\b|\bas well as\b)\s*", re.IGNORECASE)
_DETAIL = re.compile(
    r"\b(?:who|that|which|whose|where|when|with|without|of|in|at|for|from|on|near|between|under|"
    r"over|by|having|needing|looking|using)\b|[(:\n–—]|\s-\s",
    re.IGNORECASE,
)


def two_groups(text: str, read: Reader) -> str:
    """The words in which ``text`` names two groups, each in the plural, as if they were one.

    Only the words before the first detail count ("… who", "… in"): what comes after
    describes the group. Pairs such as "owners and managers" are one group.
    """
    spans = read.find(text, "one_group")
    if spans:
        return ""
    named = head(text)
    parts = [part for part in _JOINED.split(named) if part.strip()]
    if len(parts) < 2 or not all(_plural(part, read) for part in parts):
        return ""
    return named


def head(text: str) -> str:
    """The words of ``text`` before its first detail: who they are, without "who …", "in …"."""
    return _DETAIL.split(text[:300], maxsplit=1)[0].strip()


def _plural(part: str, read: Reader) -> bool:
    last = part.split()[-1].casefold()
    if read.has(last, "modifiers"):
        return False
    if read.has(last, "plurals"):
        return True
    return len(last) > 3 and last.endswith("s") and not last.endswith(("ss", "us", "is"))
