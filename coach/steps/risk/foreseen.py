"""Does a premortem tell how it failed, or why it need not be thought of?"""

import re

from coach.coaching.language import Reader, words
from coach.coaching.telling import past_form
from coach.coaching.verdicts import once

_MINDS = re.compile(
    r"\b(?:i|we|you|one)\b(?:['’]\w+)?(?: (?!and\b|but\b)[\w'’]+){0,3}?(?: (?:to )?(?:think|thought"
    r"|see|imagine|believe|know|feel|like|let|hope|expect|plan|talk|say|want|prefer)\w*)+"
    r"|\b(?:gut|instinct|heart|nose|feeling) \w+\b|\A\W*too early\b"
    r"|\A\W*(?:can(?:['’]t|not)|don['’]t) \w+|\b(?:leave|ask) (?:it|that|this)\b"
    r"|\b(?:hard|difficult|impossible|too early) to (?:say|tell|imagine|foresee|predict|know)\b"
    r"|\A\W*\w+ (?:signs?|numbers?|figures) (?:are|is|look|say)\b",
    re.IGNORECASE,
)
"""What somebody thinks, wishes or leaves to others happens to nobody."""
_WELL = re.compile(
    r"\bdid (?:\w+ )?(?:right|well|properly|correctly)\b|\bthought of everything\b"
    r"|\bgo(?:es)? according\b|\bskip(?:ped)?\b"
    r"|\b(?:go|goes|going|went|works?|runs?|looks?) (?:\w+ )?(?:well|fine|right|good|smoothly)\b"
    r"|\b(?:is|are|am|['’]re|['’]m|be)\b (?:[\w'’]+ ){0,6}?\w+ed\b|\bnever \w+ed\b"
    r"|\b(?:is|are|be|it['’]s|that['’]s|we['’]re|all|goes|feels?) (?:going to be )?(?:\w+ )?"
    r"(?:fine|ok|okay|great|good|well|perfect)\b"
    r"|\b(?:too \w+ to|only|never|nobody|cannot|can['’]t|won['’]t)(?: \w+){0,2}?"
    r" (?:fail|lose|stop|go wrong)\w*"
    r"|\b(?:\w+ )?(?:will )?always \w+(?: \w+){0,3}|\bworst case\b.*"
    r"|\b(?:is|are)\b (?:\w+ ){0,3}(?:thought|done|set)\b"
    r"|\bcarry us\b|\A\W*see (?:above|below|the |my |our )?(?:\w+)?\W*\Z|\bhave noticed\b"
    r"|\b(?:will|would|never|not|nothing|going)(?: (?:go|going|to|be|can|could|will|let \w+))*"
    r"(?: that| this| it)? happen\b",
    re.IGNORECASE,
)
"""What went well, or will not be."""
_OURSELVES = re.compile(
    r"\A\W*see\b|\b(?:i|we|us|our|my|me|it|this|that|there|everything|nothing|none|no|not|why|god|nobody"
    r"|impossible|too early|the plan|to be|always|success|worst case|hard to|never)\b",
    re.IGNORECASE,
)
"""Words of which one stands in nearly all talk of oneself, of everything, or of "no"."""
_FELL_SHORT = re.compile(
    r"\bnot enough\b|\btoo (?!early|soon|negative|good|much to|optimistic)\w+"
    r"|\A\W*no (?!ideas?\b|clue|worr|problem|risk|reason|doubt|need|comment|way\b|chance|thought"
    r"|plans?\b|time\b|opinion|one\b|fear)\w+"
    r"|\b(?:do|does|did|will|would|could)(?: not|n['’]t)"
    r" (?!fail|matter|apply|concern|affect|happen|need|have to)\w+|\bno longer\b",
    re.IGNORECASE,
)
"""What there was too little of, or what was not done: "not enough farms"."""

LONGEST = 24
"""Words from which on a line that tells no failure is let go: it may be a riddle."""


@once
def no_failure(premortem: str, read: Reader) -> bool:
    """True where a premortem of one line tells nothing that went wrong: "I have a good feeling".

    A note without a word about oneself ("Danny's knee") may mean anything.
    """
    text = premortem.strip()
    if not text or "\n" in text or len(words(text)) > LONGEST or not read.knows("happenings"):
        return False
    if not _OURSELVES.search(text):
        return read.empty(text)
    told = _WELL.sub(" ", _MINDS.sub(" ", text))
    if read.has_figure(told) or read.has(told, "mishaps", "goes_wrong"):
        return False
    if _FELL_SHORT.search(told) or any(_past(word.text, read) for word in words(told)):
        return False
    if any(past_form(word, read) for word in words(told)):
        return False
    small = {at for span in read.find(told, "function") for at in range(span.first, span.last + 1)}
    return all(span.first in small for span in read.find(told, "happenings"))


def _past(word: str, read: Reader) -> bool:
    return any(
        word.casefold() in read.forms(name)
        for name in ("past_verbs", "past_or_done", "past_as_ever")
    )
