"""Whether a source can bear the strength that a claim is said to have."""

import re

from coach.coaching.language import Reader
from coach.values import Claim, Status

_CREDIT = re.compile(
    r"\W*(?:(?:our|my|the|own|long|many|several|of|in|from|by|and|with|trade|professional|personal|"
    r"general|common|expert|practical|daily|work(?:ing)?|life|years?|decades?|\d+\+?)\W+)*"
    r"(?:experiences?|expertise|knowledge|know-how|competence|gut feeling|feeling|intuition|"
    r"instinct|common sense|opinion|belief|conviction|skills?|passion|"
    r"years? in the (?:trade|business|job))"
    r"(?:\s+(?:in|of|from|with)\s+(?:the|our|this|my|\d+|many)\s+(?:\w+\s*){1,2})?\W*",
    re.IGNORECASE,
)
"""What founders are or know, which shows no case: "professional experience"."""
_ALL_SAY = re.compile(
    r"\W*(?:everybody|everyone|anybody|all|people|they|customers|clients|they all|word)\s+"
    r"(?:\w+\s+)?(?:says?|tells?|loves?|likes?|knows?|agrees?|thinks?|believes?|is happy|are happy|"
    r"gets around)\b(?:\s+\w+){0,3}\W*",
    re.IGNORECASE,
)
"""What all are told to say: "everybody says so"."""
_HAPPY = re.compile(
    r"\W*(?:(?:all|of|our|my|the|many|several|some|so many|lots|most)\s+)*"
    r"(?:very\s+)?(?:happy|satisfied|loyal|pleased|enthusiastic|delighted|thankful|grateful)\s+\w+\W*",
    re.IGNORECASE,
)
"""Customers who are happy, and none of them counted or named."""
_TALK = re.compile(
    r"\b(?:talks?|talked|talking|chats?|chatting|conversations?|interviews?|discussions?|surveys?|"
    r"polls?|questionnaires?|feedback|opinions?|likes|followers|compliments?|praise)\b",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(?:invoic|order|receipt|pa[iy]|deposit|contract|sign|bought|buy|sold|sale|sell|book|bill|till|"
    r"bank|account|subscri|prepaid|pre-|commit|letter|agree|pledg|reserv|customer|client|ticket|fees?\b|"
    r"cash|card|purchas|price|quote|offer|trial|pilot|took|date)\w*|[€$£]",
    re.IGNORECASE,
)
"""Something that was paid, signed or at least agreed."""


def proves_nothing(claim: Claim, read: Reader) -> bool:
    """True where a claim is said to be seen, promised or paid, and its source is credit or talk."""
    source = claim.source.strip()
    if not source or claim.status.rank < Status.OBSERVED.rank or read.names(source):
        return _only_talk(claim)
    if any(each.fullmatch(source) for each in (_CREDIT, _ALL_SAY)):
        return True
    return (_HAPPY.fullmatch(source) is not None and not read.has_figure(source)) or _only_talk(
        claim
    )


def _only_talk(claim: Claim) -> bool:
    """True where money or a word given is claimed, and the source is talk."""
    firm = claim.status.rank >= Status.COMMITTED.rank
    return firm and bool(_TALK.search(claim.source)) and not _BOUND.search(claim.source)
