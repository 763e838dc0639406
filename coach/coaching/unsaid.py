"""Does an answer answer, or does it say that its writer does not know, has not asked, will see?

Such sentences have endless wordings and a plain make: the founder, or nobody in particular, then
a denial or a time to come, then a verb of finding out ("we never asked", "must still ask her").
"""

import re

from coach.coaching.language import Reader, words
from coach.coaching.pieces import pieces

_ASKS = re.compile(
    r"(?:(?:and|but|so|well|then|honestly|frankly|oh)\W+)?(?:why\b|(?:what|who|how|where)\s+"
    r"(?:can|could|should|would|shall|does|did|is there|are there|on earth|in the world|ever|"
    r"else|not|knows)\b)",
    re.IGNORECASE,
)
"""How a question opens, with or without its mark."""
_LATER = re.compile(
    r"\s*(?:well\W+)?(?:later(?!\s+(?:the|an?|our|also)\b)|"
    r"not yet|not now|some ?day|one day|eventually|in due course|"
    r"(?:all )?in good time|when we|when i|once we|once i|as soon as (?:we|i)|first we|first i|"
    r"for another|next year|in a year|wait and see|ask me)\b",
    re.IGNORECASE,
)
"""How an answer opens that is left for another day."""
_NO_IDEA = re.compile(
    r"\W*(?:(?:we|i|there|honestly|frankly|so far|as yet|still|at present|have|am|are|is)\W+)*"
    r"(?:(?:no (?:real |good )?(?:idea|clue|notion|answer)|not (?:sure|certain|clear)|unsure"
    r"|unclear|hard to say|difficult to say|(?:don|do|did|didn)\W?(?:t|not| not) know|dunno"
    r"|not known)"
    r"(?=\W*(?:\Z|(?:yet|how|what|which|whether|if|when|why|where|really|so far)\b))"
    r"|good question\b|who knows\b)",
    re.IGNORECASE,
)
"""How an answer opens that is not known."""
_OWN_VOICE = re.compile(
    r"\s*(?:(?:well|honestly|frankly|oh|and|but|so|sorry|at the moment|at this stage|for now|"
    r"up to now|so far|here|for this|in our eyes|in my eyes)\W+)*"
    r"(?:i|we|let|ask|to say|to be honest|one (?:should|must|need|has)|"
    r"you (?:would|have|must|should|will)|there (?:is|are|will|may|might|must)|"
    r"that (?:is|was|would|depends))(?:['’](?:m|d|ve|re|ll|s))?\b",
    re.IGNORECASE,
)
"""How a sentence opens that is about its writer, or about nothing in particular."""
_TAUTOLOGY = re.compile(
    r"\b(?:an?\s+)?((?:\w+\s+){0,2}\w{3,})\s+(?:is|are|stays?|remains?)\s+(?:an?\s+)?\1\b",
    re.IGNORECASE,
)
"""A thing that is told to be itself: "a customer is a customer"."""
_SPARED = re.compile(
    r"\A\s*(?:(?:and |or |but )?(?:not|never) (?:to )?be|"
    r"(?:nobody|no one|no-one) (?:(?:left|has|needs?) )?to)\s*\Z",
    re.IGNORECASE,
)
"""What somebody is spared, or has not: "and not be asked why", "nobody to ask"."""
_RELATIVE = re.compile(r"\b(?:what|who|which|that)\b", re.IGNORECASE)
"""Words that make a thing of what follows: "what is not seen"."""

BETWEEN = 3
"""Words between a denial and the verb that it denies: "have not yet really spoken"."""


def unsaid(text: str, read: Reader) -> bool:
    """True where ``text`` says nothing, only asks, or is about what its writer does not know."""
    if read.says_nothing(text) or asks_back(text) or comes_later(text) or _no_idea(text, read):
        return True
    denied, sought = read.has(text, "denials", "not_yet"), read.has(text, "finding_out")
    return denied and sought and any(_not_known(piece, read) for piece in pieces(text))


def asks_back(text: str) -> bool:
    """True where all that is said is a question: "why should we?", "what can be good in it"."""
    told = text.strip()
    if _ASKS.match(told):
        return True
    return told.endswith("?") and bool(words(told)) and not any(each in told[:-1] for each in ".;!")


def comes_later(text: str) -> bool:
    """True where an answer opens with the day on which it will be given: "once we are bigger"."""
    return _LATER.match(text) is not None


def _no_idea(text: str, read: Reader) -> bool:
    """True where one sentence opens with not knowing, and no "but" follows: "no idea yet how"."""
    return _NO_IDEA.match(text) is not None and len(pieces(text)) == 1 and not read.has(text, "but")


def own_voice(text: str) -> bool:
    """True where a sentence of the writer stands in the place of a thing: "we are not choosy"."""
    return _OWN_VOICE.match(text) is not None


def none_at_all(text: str, read: Reader) -> bool:
    """True where the first thing said is that there is none: "no one, the cellar is half empty"."""
    first, *others = pieces(text) or ("",)
    return bool(others) and read.says_nothing(first) and not read.has(text, "exceptions")


def tautology(text: str) -> bool:
    """True where all is told to be one: "a piano is a piano"."""
    return _TAUTOLOGY.search(text) is not None


def _not_known(piece: str, read: Reader) -> bool:
    """True where the first clause of ``piece`` is the writer's own not knowing, or knowing later.

    What somebody else does not know is news of them: "he never asks what it costs".
    """
    delays, verbs = read.find(piece, "denials", "not_yet"), read.find(piece, "finding_out")
    for verb in verbs:
        before = piece[: verb.start]
        if _SPARED.search(before):
            continue
        put_off = [each.last for each in delays if each.first < verb.first]
        if not put_off or read.has(before, "them") or _RELATIVE.search(before):
            continue
        near = verb.first - max(put_off) <= BETWEEN
        if near and not read.left(before, "us", "denials", "not_yet", "empty_talk", "undecided"):
            return True
    return False
