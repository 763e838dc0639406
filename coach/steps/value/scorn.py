"""Whether what is said of a rival's good side only runs it down.

The question asks what people like there. So a judgement, a reason to use it that is no liking
("habit"), or a sentence about us is no answer, in whatever words it comes.
"""

import re

from coach.coaching.language import Reader
from coach.coaching.pieces import pieces
from coach.coaching.verdicts import once

BESIDE = 4
"""Words beside a bad word that a judgement may have: "makes a mess of the whole kitchen"."""

_ONLY_THERE = re.compile(
    r"\s*(?:only|merely|just|nothing (?:but|except|other than))\s+(?:that\s+)?"
    r"(?:it|they|he|she)(?:\s+(?:is|are)|.s|.re|\s+exists?)(?:\s+(?:there|around|here))?\W*\Z"
    r"|\s*(?:well\W+)?(?:it|they)\s+(?:(?:is|are)\s+(?:just\s+)?(?:there|around|here)|exists?)\W*\Z"
    r"|\s*even (?:my|an?|our) \w+ (?:can|could)\s+(?:do (?:it|that)|manage)(?:\s+better)?\W*\Z",
    re.IGNORECASE,
)
"""That something is there at all, and no more: "only that it exists"."""
_LIVES_OFF = re.compile(
    r"\s*(?:(?:they|it|he|she|all|mostly|only|just|still|merely|basically|probably)\s+)*"
    r"(?:surviv\w+|exists?|existing|coast\w*|lives? (?:off|from)|living (?:off|from)|kept alive)\b",
    re.IGNORECASE,
)
"""By what a rival gets along, which nobody likes it for: "lives off subsidies"."""
_AS = re.compile(
    r"\b(?:as|than|other|others|else|so|such|elsewhere|before|need\w*|ha[sv]e? to)\b", re.I
)
"""Words with which a denial is praise: "nobody else is as cheap"."""
_IRONY = re.compile(
    r"\s*(?:(?:they|it|he|she|does|do|are|is|really|very)\s+)*(?:good|well|best|better|strong|"
    r"great|"
    r"experts?|excels?|champions?|masters?|brilliant|unbeaten|reliable|quick|talented)\s+"
    r"(?:only\s+)?(?:at|in|for|to)\s+(.+)"
    r"|\s*(?:(?:they|it|he|she)\s+)?(?:(?:only\s+)?knows?\s+(?:very well\s+)?how\s+to|"
    r"never fails? to|always (?:manages?|finds? (?:a way|ways)) to|"
    r"ha(?:s|ve) a (?:talent|gift|knack) for)\s+(.+)",
    re.IGNORECASE,
)
"""Praise of what nobody wants: "they excel at losing post"."""
_NOT_ONE = re.compile(
    r"(?:\bnot (?:one|a)|\bno)(?: single)?(?: good)? (?:thing|point|word|reason|side|virtue)\W*\Z"
    r"|\s*nothing (?:that |which )?(?:we|i)\b",
    re.IGNORECASE,
)
"""A verdict of nothing at all: "and there is not one thing"."""
_TO_US = re.compile(
    r"\b(?:come|comes|coming|switch\w*|runs?|turns?|returns?|drives?|sends?|push\w*|leads?|"
    r"brings?)\b"
    r"[^.;]{0,30}?\b(?:to|with|towards|into) (?:us|me|our (?:arms|door|hands))\b"
    r"|\b(?:until|till)\s+(?:we|i|our)\b",
    re.IGNORECASE,
)
"""Where a rival's faults send people, or how long it will do: "drives them into our arms"."""
_GRUDGED = re.compile(
    r"\A\s*at (?:the )?(?:most|best|least)\b"
    r"|\b(?:once|formerly|in the past|years ago|used to|may have|might have|must have)\s+"
    r"(?:\w+\s+){0,3}?(?:good|fine|great|better|best|popular|strong|okay|ok|decent|useful|enough|"
    r"sufficient|all right)\b"
    r"|\bthan (?:their|its|his|her) (?:\w+ )?(?:work|products?|service|goods|food|results?)\b"
    r"|\b(?:best|good|great) (?:days|times|years) are (?:over|gone|past|behind)\b"
    r"|\band (?:then |soon |later )?regrets? (?:it|them)\b"
    r"|\b(?:everything|all|anything) (?:except|but|apart from) (?:what|the things?) "
    r"(?:that )?(?:matters?|counts?|is important)\b"
    r"|\A\s*nothing (?:that|which|of what) (?:really )?(?:matters?|counts?|helps?)\b",
    re.IGNORECASE,
)
"""A praise that takes itself back: "once it may have been good"."""
_OURS = re.compile(
    r"\s*(?:(?:well|honestly|frankly|sorry|in fact|actually)\W+)?(?:we|our|ours|i|my|mine)\b",
    re.IGNORECASE,
)
"""A sentence about us."""


_HARSH = ("scorn", "no_merit", "denying", "outdoes", "comparatives", "without_finding")
"""Words without which nothing is run down."""

_THINKING = ("nothing", "undecided", "denials", "us", "empty_talk", "guessing", "hedges")
"""Words beside a verdict that say nothing themselves: "I guess"."""


def runs_down(text: str, read: Reader) -> bool:
    """True where each part of ``text`` judges the rival, gives no liking, or is about us."""
    if _ONLY_THERE.match(text) or _LIVES_OFF.match(text) or _NOT_ONE.search(text):
        return True
    if _TO_US.search(text) or (_GRUDGED.search(text) and not read.concrete(text)):
        return True
    if not read.has(text, *_HARSH):
        return False  # most answers end here
    parts = [
        part for part in pieces(text) if read.left(part, *_THINKING) or read.has(part, "familiar")
    ]
    return bool(parts) and all(_no_liking(part, read) for part in parts)


def _no_liking(part: str, read: Reader) -> bool:
    return (
        _LIVES_OFF.match(part) is not None
        or _ironic(part, read)
        or _scorned(part, read)
        or _denied(part, read)
        or _no_merit(part, read)
        or _about_us(part, read)
    )


def _ironic(part: str, read: Reader) -> bool:
    """True where what a rival is called good at is a fault."""
    found = _IRONY.match(part)
    praised = (found[1] or found[2]) if found else ""
    if not read.has(praised, "scorn", "no_merit", "trouble"):
        return False
    return not read.has(praised, "denying") and len(read.left(praised)) <= BESIDE


def _scorned(part: str, read: Reader) -> bool:
    """True for a judgement with nothing to praise beside it: "ugly and a pain to wire in"."""
    if not read.has(part, "scorn") or read.concrete(part):
        return False
    if read.has(part, "denying", "familiar", "generic_benefits", "pleasing"):
        return False
    halves = [half for half in re.split(r"\band\b", part) if read.left(half, *_THINKING)]
    if not all(read.has(half, "scorn") for half in halves):
        return False  # "stinks of diesel and starts in any frost"
    rest = read.left(part, "scorn", "good_side", "light_verbs", "customer_words", "them", "often")
    return len(rest) <= BESIDE


def _denied(part: str, read: Reader) -> bool:
    """True where something pleasing is denied and no more is said: "nobody is happy there"."""
    denied, liked = read.find(part, "denying"), read.find(part, "pleasing", "generic_benefits")
    if not denied or not liked or denied[0].first > liked[0].first or _AS.search(part):
        return False
    if read.has(part, "trouble", "scorn", "comfort"):
        return False  # "no bother in the good years"
    lists = ("denying", "pleasing", "generic_benefits", "good_side", "light_verbs", "them")
    return not read.concrete(part) and not read.left(part, *lists, "customer_words", "empty_talk")


def _no_merit(part: str, read: Reader) -> bool:
    """True where all that ``part`` says is a reason that is no liking: "habit, I guess"."""
    if not read.has(part, "no_merit") or read.concrete(part):
        return False
    lists = ("no_merit", "good_side", "light_verbs", "customer_words", "them", "guessing", "bad")
    more = ("empty_talk", "sole", "buys", "using", "hedges", "reasons", "vague_sizes")
    return not read.left(part, *lists, *more)


def _about_us(part: str, read: Reader) -> bool:
    """True where ``part`` tells how much better we are, and nothing of the rival."""
    better = read.has(part, "outdoes", "comparatives", "without_finding")
    return better and _OURS.match(part) is not None and not read.concrete(part)


_TALK = (
    *("verdicts", "platitudes", "generic_benefits", "abstracts", "offer_words", "light_verbs"),
    *("denials", "us", "them", "has", "empty_talk", "customer_words", "comparatives", "than"),
)
"""Words of a verdict, and of what is judged: "the service is worse than ours"."""


@once
def mere_verdict(text: str, read: Reader) -> bool:
    """True where what a rival lacks is a judgement in which a customer sees nothing.

    "Bad quality", "not professional enough". What is slow, dear or heavy is seen.
    """
    if not read.knows("verdicts") or read.concrete(text) or read.left(text, *_TALK):
        return False
    denied = read.has(text, "denials") and read.has(text, "generic_benefits", "abstracts")
    return denied or read.has(text, "verdicts")
