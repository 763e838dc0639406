"""Is a group a whole market of some place? Where somebody is does not tell whom to ring there.

"SMEs in Ghent", "innovative firms with a good culture in Ghent". A trade, a size in figures, a
role, a tool or a situation does; so whatever word remains beside market, place and praise narrows.
"""

import re
from collections.abc import Iterator

from coach.coaching.language import Reader, Word, words
from coach.coaching.verdicts import once

MARKETS = ("everyone", "widest", "no_trade", "anybody_in")
"""Lists of names for people and firms that do not tell what they are or do."""
ADDED = ("broad", "universal", "praise_of_groups", "wishes", "needs", "common_needs", "countries")
"""Lists of what stands beside them and tells nobody apart."""

_WHERE = re.compile(
    r"in|around|near|across|throughout|within|outside|over|im|um|bei|nahe|rund", re.IGNORECASE
)
_BEING_THERE = re.compile(
    r"based|located|situated|established|headquartered|registered|resident|active|operating|doing|"
    r"business|(?:liv|resid|work|operat|stay)(?:e|es|s|ing)?|here|right|and|or|who|that|are|is",
    re.IGNORECASE,
)
"""Words before a place that add nothing to it: "living and working in Leeds"."""
_REGIONS = re.compile(
    r"(?:area|region|town|state|province|canton|district|capital|suburb|port|harbour|cent(?:er|re))s?|"
    r"cit(?:y|ies)|count(?:y|ies|ry)|surroundings|vicinity|metropolis|"
    r"(?:groß)?raum|umgebung|umland|gegend|stadt|land|kanton|landkreis|bundesland",
    re.IGNORECASE,
)
_BESIDES = re.compile(
    r"the|our|my|this|that|all|and|or|of|its|around|greater|wider|whole|entire|inner|upper|lower|"
    r"central|(?:north|south|east|west)(?:ern)?|"
    r"der|die|das|dem|den|und|oder|um|ganz|ganzen?|unserer?|unserem|meiner?",
    re.IGNORECASE,
)
"""Words that go along with the name of a place."""
_PLAIN = re.compile(
    r"an?|the|their|own|some|any|or|and|with|have|has|eine[mnr]?|ein|ihre[mnr]?|mit|und|oder|haben",
    re.IGNORECASE,
)
"""Words before a thing that add nothing to it: "with a bike", not "with a stolen bike"."""
_DENIED = re.compile(
    r"\b(?:without|no|not|\w+n['’]t|lack(?:s|ing)?|never|only|neither|instead|except|but|"
    r"ohne|kein\w*|nicht|nie|nur|außer)\b",
    re.IGNORECASE,
)
"""Who has not, or who alone has, is told apart by that."""


@once
def market_of_a_place(text: str, read: Reader, market: str) -> str:
    """``text`` if it is a market, where it is, and no more than praise or what everybody has.

    ``market`` is where the plan begins: its names are known to be places.
    """
    if _DENIED.search(text):
        return ""
    told = words(text)
    known = {each.stem for name in read.names(market) for each in words(name)}
    placed = set(_places(text, told, known, read))
    if not placed:
        return ""
    had = {
        at
        for span in read.find(text, "had_by_all")
        if span.first and _PLAIN.fullmatch(told[span.first - 1].text)
        for at in range(span.first, span.last + 1)
    }
    spared = {told[at].start for at in placed | had}
    rest = [each for each in read.left(text, *MARKETS, *ADDED) if each.start not in spared]
    told_apart = bool(rest) or read.has_figure(text) or not read.has(text, *MARKETS)
    return "" if told_apart else text.strip()


def _places(text: str, told: tuple[Word, ...], known: set[str], read: Reader) -> Iterator[int]:
    """The numbers of the words that tell a place: "based in Ghent and Bruges", "Ghent-based"."""
    for at, word in enumerate(told):
        if word.stem in known and (not at or _apposed(text, told[at - 1], word)):
            yield at
            if not at and at + 1 < len(told) and _BEING_THERE.fullmatch(told[at + 1].text):
                yield at + 1
        if not _WHERE.fullmatch(word.text):
            continue
        run, named = list[int](), False
        for later in range(at + 1, len(told)):
            each = told[later]
            place = each.stem in known or _name(each, read)
            place = place or _REGIONS.fullmatch(each.text) is not None
            if not place and not _BESIDES.fullmatch(each.text):
                break
            named |= place
            run.append(later)
        if named:
            yield from run
            for before in range(at - 1, 0, -1):
                if not _BEING_THERE.fullmatch(told[before].text):
                    break
                yield before


def _apposed(text: str, before: Word, name: Word) -> bool:
    """True for a place after a comma, in brackets or after "from"."""
    return before.text.casefold() == "from" or bool(text[before.end : name.start].strip())


def _name(word: Word, read: Reader) -> bool:
    """True for a name that can be a place's; "SAP", "GDPR" are of tools and laws.

    Where each noun has a capital, only those of countries are known for names.
    """
    if read.known is not None or word.text.isupper():
        return read.has(word.text, "countries")
    return word.named
