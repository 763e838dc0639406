"""When they need it and who decides: whether an answer tells a moment and a person at all."""

import re

from coach.coaching.language import Reader, akin
from coach.coaching.unsaid import asks_back, unsaid
from coach.coaching.verdicts import once

_ANY_TIME = re.compile(
    r"\b(?:when(?:ever|soever)?\s+(?:it|they|he|she|somebody|someone|people|customers?|the\s+\w+)\s+"
    r"(?:\w+ly\s+|just\s+)?(?:fits?|suits?|likes?|wants?|needs?|wish(?:es)?|feels?\s+like|ha(?:s|ve)\s+"
    r"time|(?:is|are)\s+(?:there|ready|needed|interested|free))|whenever|wherever|any\s?time|always|"
    r"at\s+all\s+times|all\s+the\s+time|constantly|permanently|continuously|every\s?day|daily|"
    r"day\s+in,?\s+day\s+out|(?:a)?round\s+the\s+clock|24/7|all\s+(?:day|year)(?:\s+(?:long|round))?|"
    r"from\s+time\s+to\s+time|sometimes|often|now\s+and\s+(?:then|again)|again\s+and\s+again|mostly|"
    r"usually|generally|normally|in\s+(?:everyday|daily|normal)\s+(?:life|work|use|business)|"
    r"at\s+some\s+point|sooner\s+or\s+later|(?:it\s+)?depends|in\s+(?:any|every|all|many|different|"
    r"various)\s+(?:kinds\s+of\s+|sorts\s+of\s+)?situations?|at\s+(?:any|every)\s+(?:moment|hour|"
    r"occasion)|on\s+(?:any|every|all|many)\s+occasions?|no\s+(?:special|particular|fixed|certain)\s+"
    r"(?:moment|time|situation|occasion))\b",
    re.IGNORECASE,
)
"""A moment that is any: "whenever it fits", "in everyday life"."""
_MOMENT = re.compile(
    r"\b(?:while|after|before|during|until|as\s+soon\s+as|at\s+the\s+(?:end|beginning|start)|the\s+"
    r"(?:first|last|day|night|week|hour))\b",
    re.IGNORECASE,
)
"""What tells a moment after all: "always at the end of the month"."""
FEW = 2
"""Words beside those of any moment, of the customers and the offer, that tell no moment."""
TALK = (
    "undecided",
    "empty_talk",
    "wishes",
    "wanting",
    "light_verbs",
    "feelings",
    "customer_words",
    "offer_words",
    "generic_benefits",
    "often",
    "any_need",
    "common_needs",
    "broad",
)
"""Lists of words that tell of no moment."""

_UNNAMED = re.compile(
    r"\A\W*(?:(?:it|that|this)\s+)?(?:\w+ly\s+)?(?:depends|varies|differs)\b[^:]*"
    r"|\bwho(?:so)?ever\b(?:\s+(?:is|are|has|have|can|may|wants?|happens|decides?|pays?|signs?|feels?"
    r"|likes?|gets?|comes?|to|be|do|it|that|the|a|in|on|at|of|for|say|charge|power|money|purse|time|day"
    r"|around|there|available|free|responsible|first|like|then|most|right))*\b|\b(?:some|any|every)\s?(?:body|one)\b"
    r"|\b(?:all|both|everyone|everybody|they|each)\s+(?:of\s+(?:them|us)\s+)?(?:together|jointly|"
    r"decides?|agree)\b|\b(?:together|jointly|as\s+a\s+(?:family|team|group)|by\s+consensus|"
    r"democratically)\b"
    r"|\b(?:right|responsible|relevant|competent|appropriate|respective|proper|suitable)\s+"
    r"(?:persons?|people|ones?|departments?|bod(?:y|ies)|contacts?|levels?|places?|man|woman)\b"
    r"|\bdecision[\s-]?(?:makers?|takers?)\b|\b(?:persons?|people|ones?|those|somebody)\s+(?:in\s+"
    r"(?:charge|power|question)|responsible|concerned|at\s+the\s+top|up\s+there|above|who\s+"
    r"(?:decides?|ha(?:s|ve)\s+(?:the\s+)?(?:say|power|money)|can|pays?))\b"
    r"|\b(?:different|various|several|many|other)\s+(?:people|persons|roles|departments|levels)\b"
    r"|\bthe\s+(?:market|customers?|clients?|buyers?)\b",
    re.IGNORECASE,
)
"""Somebody who has no role: "whoever has the say", "all of them together"."""
_GROUP = re.compile(
    r"\b(?:famil(?:y|ies)|house(?:hold)?|team|firm|company|office|business|organi[sz]ation|group|club|"
    r"house|place|institution|there|case|case\s+by\s+case|will|would|decides?|decision|final|say|yes)\b",
    re.IGNORECASE,
)


@once
def any_time(text: str, read: Reader, around: str) -> bool:
    """True where a situation is any moment: no place, no hour, nothing that goes wrong.

    ``around`` is what is told of the customers and of the offer.
    """
    if not text.strip():
        return False
    if unsaid(text, read) or asks_back(text):
        return True
    rest = _ANY_TIME.sub(" ", text)
    if rest == text or read.concrete(rest) or read.has(rest, "going_wrong", "goes_wrong"):
        return False
    if _MOMENT.search(rest):
        return False
    said = read.stems(rest, *TALK)
    return len(said) - len(akin(said, read.stems(around))) < FEW


@once
def nobody_decides(text: str, read: Reader) -> bool:
    """True where a decider is asked for, and nobody with a role or a name is told."""
    if not text.strip():
        return False
    if unsaid(text, read) or asks_back(text):
        return True
    rest = _UNNAMED.sub(" ", text)
    if rest == text or read.concrete(rest):
        return False
    return not read.left(_GROUP.sub(" ", rest), "no_one_named", "light_verbs", "empty_talk")
