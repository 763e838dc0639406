"""What a text gives more of than somebody else does, by the times it tells of both."""

import re
from collections.abc import Iterator

from coach.coaching.language import Reader
from coach.coaching.sums_told import MONTHS, WORD, Kind, figures, number

OUTDONE = "outdone"
"""What is held against a rival's own figure: no trade-off pays for that."""


def outdone(text: str, read: Reader) -> Iterator[str]:
    """What ``text`` gives more of than somebody else gives, by a time told of each.

    "An answer in ten minutes, where brands take two days": ours comes first, and is the shorter
    one; of a guarantee it is the longer one.
    """
    for turn in _WHERE_THEY.finditer(text):
        ours = re.split(r"[.;!?]\s", text[: turn.start()])[-1]
        theirs = re.split(r"[.;!?]", text[turn.end() :], maxsplit=1)[0]
        one, other = times(ours), times(theirs) or _bare(ours, theirs)
        waits = _WAIT.search(theirs) is not None
        if waits and not one and _AT_ONCE.search(ours):
            one = [0.0]
        quote = text[turn.start() - len(ours) : turn.end() + len(theirs)].strip()
        if read.has(theirs, "us") or not one:
            continue
        if max(one) >= LONG and (read.has(ours, "warranty") or _MADE_GOOD.search(ours)):
            if _STOP_AT.search(theirs) or (other and max(one) > max(other)):
                yield quote
        elif (
            other
            and max(one) < min(other)
            and (waits or read.has(ours, "response") or _FIXED.search(ours))
        ):
            yield quote


def _bare(ours: str, theirs: str) -> list[float]:
    """Their number without a unit of its own, in the unit of our last time: "theirs is one"."""
    units = [each.noun for each in figures(ours) if each.kind is Kind.SPAN]
    found = _BARE.search(theirs)
    return [number(found[1]) * MONTHS[units[-1]]] if found and units else []


_BARE = re.compile(
    rf"\b(?:is|are|gives?|has|have|offers?|grants?|only|just)\s+({WORD}|\d+)\W*\Z", re.IGNORECASE
)


def times(text: str) -> list[float]:
    """The spans and hours that ``text`` tells, in months; "within the day" is one."""
    told = [
        each.value / (_HOURS if each.kind is Kind.WORK else 1)
        for each in figures(text)
        if each.kind in (Kind.SPAN, Kind.WORK)
    ]
    return told or [_UNITS[each[1].casefold()] for each in _ONE.finditer(text)]


_WAIT = re.compile(r"\bwait\w*\b", re.IGNORECASE)
_AT_ONCE = re.compile(
    r"\b(?:at once|immediately|instantly|right away|straight away|on the spot)\b", re.I
)

LONG = 3
"""Months from which on "replaced within" tells a guarantee and no quick help."""
_HOURS = 24 * 30.4
"""Hours of a month."""
_UNITS = {"hour": 1 / _HOURS, "day": 24 / _HOURS, "night": 24 / _HOURS, "week": 168 / _HOURS}
_ONE = re.compile(r"\b(?:an?|the|one)\s+(hour|day|night|week)\b", re.IGNORECASE)
_FIXED = re.compile(
    r"\b(?:repl\w+|answer\w*|fix\w*|repair\w*|mend\w*|come|there|solved|(?:is|are|am|stands?|be)\s+"
    r"(?:(?:at|in|on|with|by)\s+(?:the|your|their|his|her|you|them)|new|fresh|ready|done|back|home"
    r"|running))\b",
    re.IGNORECASE,
)
_WHERE_THEY = re.compile(
    r"(?:,\s*(?:where|while|whereas|against)|;|,(?=\s+(?:the|their|his|her)\s+\w+(?:['’]s|s['’])"
    r"\s+(?:\w+\s+)?(?:is|lasts?|gives?|ends?|stops?)\b))\s+"
    r"(?=(?:\w+['’]?\w*\s+){1,6}?"
    r"(?:takes?|needs?|wants?|stops?|gives?|has|have|asks?|lets?|answers?|ends?|comes?|makes?"
    r"|waits?"
    r"|keeps?|grants?|offers?|says?|promis\w+|(?:is|are)\s+(?:\w+\s+){0,2}(?:\d+|\w+)\s+(?:hour"
    r"|day|week|month|year)s?|(?:is|lasts?)\s+(?:only\s+|just\s+)?\w+(?=\W*(?:\Z|[.;])))\b)",
    re.IGNORECASE,
)
"""Where a sentence turns to what somebody else gives."""
_STOP_AT = re.compile(r"\b(?:stops?|ends?)\s+(?:at|after)\b|\bnone\b|\bnothing\b", re.IGNORECASE)
_MADE_GOOD = re.compile(
    r"\b(?:free|anew|again|replaced?|repaired|swapped|refund\w*|back|done over|made good)\b", re.I
)
