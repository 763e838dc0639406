"""Is a group no more than whoever likes, wants or cares about something?"""

import re

from coach.coaching.language import Reader
from coach.coaching.sums_told import WORD, number
from coach.coaching.verdicts import once

_HEAD = r"(?:(?:just|really|simply|basically|all|any|every)\s+)*"
_LIKES = (
    r"(?:(?:would|might|may|do|does|also|really|just|simply|still|always|sometimes)\s+)*"
    r"(?:like|love|enjoy|fancy|want|wish|care|value|appreciate|dream|feel\s+like|hope|desire|long"
    r"|(?:has|have)\s+(?:fun|joy|pleasure)|(?:is|are)\s+(?:\w+\s+)?(?:fond|keen|into|interested|open"
    r"|curious|happy|glad))(?:s|es|d)?\b"
)
_WHO = re.compile(
    rf"\W*{_HEAD}(?P<who>who(?:ever)?|any\s?(?:one|body)|every\s?(?:one|body)|people|folks?|those|all"
    r"|some(?:one|body)|persons|humans|men\s+and\s+women|women\s+and\s+men)\b"
    r"(?P<where>(?:\s+(?:in|round|around|across|throughout|all\s+over|of|on)\s+(?:(?:the|this|our|my"
    r"|whole|entire|of|all|coast|country|land|region|world|county|nation)\s*)+(?-i:[A-Z]\w+)?)?)"
    r"\s+(?:(?:who|that)\s+)?(?:(?:has|have|owns?|keeps?)\s+(?:an?|some)\s+\w+\s+and\s+)?"
    rf"{_LIKES}",
    re.IGNORECASE,
)
"""Somebody, anywhere, of whom the first thing told is what he likes or wishes."""
_WHO_NOT = re.compile(
    r"\b(?:and|but|,)\s*who\s+(?:would|does|do|is|has|can|could)(?:n['’]t|\s+not)\b", re.IGNORECASE
)
"""Nobody is left out: "and who wouldn't"."""
_OPEN_END = re.compile(
    r"\W*(?:people|persons|folks?|all|those|any\s?(?:one|body)|every\s?(?:one|body)|who(?:ever)?)\s+(?:for\s+whom"
    r"\s+\w+(?:\s+\w+)?\s+(?:is|are|matters?|counts?)\b(?:\s+(?:very\s+)?important)?\W*\Z"
    r"|(?:who|that)\s+[^,;.]{3,40}\bor\s+(?:who\s+)?(?:want|would\s+like|plan|wish|hope|mean)\w*\s+to\s+(?:start"
    r"|begin|learn|try|be|become)\b"
    r"|(?:who|that)\s+\w+\s+(?:\w+\s+){0,2}?(?:somewhere|anywhere|sometimes|once\s+in\s+a\s+while|now\s+and"
    r"\s+then|from\s+time\s+to\s+time|somehow|at\s+all)\W*\Z)",
    re.IGNORECASE,
)
"""Anybody at any time: "who play an instrument or want to start", "who picks fruit somewhere"."""
_AGES = re.compile(
    rf"\b(?:from|between|aged)?\s*(?P<low>{WORD}|\d+)\s*(?:to|and|[-–])\s*"
    rf"(?P<high>(?:{WORD})(?:-(?:{WORD}))?|\d+)(?:\s+years?)?(?:\s+old)?\W*\Z",
    re.IGNORECASE,
)
_NARROWS = re.compile(
    r"\b(?:after|with|without|in|at|near|before|during|since|under|over|while|because|from|beside"
    r"|whose|between|despite)\b",
    re.IGNORECASE,
)
"""Words that bring in a second thing by which people can be told apart."""
YOUNG, OLD = 18, 60
"""Ages up to which, and from which on, a range leaves out nobody."""
FEW = 2
"""Words beside it that still tell nobody apart: "being out on the water"."""


@once
def anybody_who(text: str, read: Reader) -> str:
    """``text`` if it is of anybody who likes or wants a thing, and has few words about the thing.

    A figure, or a name that is no country's, tells where to look.
    """
    told = _whole_life(text)
    if _WHO_NOT.search(told) and not read.concrete(told):
        return text.strip()
    if _OPEN_END.match(told) and not read.concrete(told):
        return text.strip()
    found = _WHO.match(told)
    if found is None:
        return ""
    rest = told[found.end() :]
    if len(_NARROWS.findall(rest)) > 1:
        return ""
    if read.concrete(rest) or len(read.left(rest, "wishes", "feelings", "broad")) > FEW + (
        found["who"].casefold().startswith(("who", "any", "every"))
    ):
        return ""
    return text.strip()


def _whole_life(text: str) -> str:
    """``text`` without a range of ages at its end that lets in nearly everybody."""
    found = _AGES.search(text)
    if found is None:
        return text
    low, high = (number(found[at]) for at in ("low", "high"))
    return text[: found.start()].rstrip(" ,;") if low <= YOUNG and high >= OLD else text
