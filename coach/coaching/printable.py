"""Whether a line for customers would stand as well on any rival's page.

The words of the trade and of the group set nobody apart: whoever sells to them has those. A line
that praises, and holds nothing else but them, says nothing of this firm. What rivals could not
print is a figure, a name, a time, or a word of what goes wrong for the group or of what is done.
"""

import re

from coach.coaching.language import Reader, akin, words
from coach.coaching.verdicts import once
from coach.plan import Plan

FEW = 1
"""Words beside praise and trade that, where the plan has them nowhere else, say nothing of it."""

LAST = 2
"""Words at the end of what is sold that name the trade: "guarded bike cellars"."""

_TALK = (
    *("generic_benefits", "offer_words", "everyone", "light_verbs", "comfort", "feelings"),
    *("us", "them", "virtues", "benefit_verbs"),
)
_EMPTY = ("generic_benefits", "offer_words", "everyone", "light_verbs", "us", "them", "absence")
_ALWAYS = re.compile(
    r"\b(?:always|never|every time|each time|guaranteed|perfectly|quickly|fast|professionally|"
    r"safely|gladly|carefully|properly|reliably|easily|(?:no|less|fewer|without|forget)\b"
    r"(?:\s+\w+){0,2}?\s+(?:worry|worries|stress|hassle|trouble|troubles|headaches?|problems?|"
    r"fuss)|(?:the|a|your) (?:\w+ )?(?:way|partner|choice|address|place|specialists?|experts?|"
    r"professionals?|team)|happier|healthier|easier|smarter|nicer|made (?:easy|simple|fun)|"
    r"there for (?:you|them))\b",
    re.IGNORECASE,
)
"""How it is done in anybody's words: "quickly", "no worries", "your partner"."""
_MORE = re.compile(
    r"\b(?:more|most|better|best|happier|happy|healthier|easier|easy|smarter|nicer|simpler|faster|"
    r"safer|greater|greatest|productive|content|satisfied|beautiful|beautifully|improved?s?|"
    r"improving|mak(?:e|es|ing)|look|looks|enjoy|enjoys|love|loves|care|cares|bring|brings|"
    r"full|whole|real|really|true|good|great|human|fun|new)\b",
    re.IGNORECASE,
)
"""What may be more or better of anything."""
_LIMIT = re.compile(
    r"\b(?:before|until|till|while|whilst|by the time|as soon as|the moment|even (?:when|if)|"
    r"within|during|after)\s+(?:the|an?|your|their|his|her|our|its|my|you|they|it|he|she|we|every|"
    r"each|\w+['’]s)\b(?!\s+know)",
    re.IGNORECASE,
)
"""When it is done, or under what: "before the first patient comes"."""
_WHEN = re.compile(
    r"\b(?:noon|midday|midnight|dawn|dusk|tomorrow|tonight|overnight|same|next|instead|without "
    r"(?:an?|the|any|having)|today)\b",
    re.IGNORECASE,
)
_NOT_HEAD = re.compile(
    r",|\b(?:for|with|at|that|which|who|in|on|from|by|to|so|while|taken|held|made|between)\b",
    re.IGNORECASE,
)
"""Where the name of what is sold ends, and what sets it apart begins."""
_FOR_SOME = re.compile(
    r"\b(?:for|of)\s+(?!your?\b|them\b|us\b|all\b|every|each\b)\w", re.IGNORECASE
)


def timed(text: str) -> bool:
    """True where a line says when, which is a promise: "before the first patient comes"."""
    return _LIMIT.search(text) is not None


def of_any_rival(text: str, plan: Plan, read: Reader) -> bool:
    """True where ``text`` praises, and else holds but words of the trade and of the group."""
    own = _own(text, read)
    if own is None:
        return False
    trade = read.stems(_trade(plan))
    rest = own.difference(akin(own, trade))
    said = read.stems(text, *_EMPTY)
    if akin(said.difference(akin(said, trade)), read.stems(_troubles(plan))):
        return False  # "easy care" says something to a ward that lacks care at night
    if not rest:
        return True
    told = read.stems(_elsewhere(plan)) - trade
    alone = len(rest) <= FEW and not akin(rest, told)
    return alone and len(rest) < len(read.stems(text)) and not _FOR_SOME.search(text)


@once
def _own(text: str, read: Reader) -> frozenset[str] | None:
    """The stems beside praise; None where nothing is praised, or a figure or a time is told."""
    if not text.strip() or not read.knows("virtues") or read.concrete(text):
        return None
    if read.has(text, "calendar", "often") or _WHEN.search(text) or timed(text):
        return None
    if not (_ALWAYS.search(text) or read.has(text, "generic_benefits", "comfort", "feelings")):
        return None
    return read.stems(_MORE.sub(" ", _ALWAYS.sub(" ", text)), *_TALK)


def _trade(plan: Plan) -> str:
    """What anybody speaks of who sells to the group: its market, its kind of thing, its names."""
    niche, choice, head = plan.niche, plan.niche.choice, _NOT_HEAD.split(plan.start.offering)[0]
    named = words(head)
    told = [plan.start.market, " ".join(word.text for word in named[-LAST:])]
    told += [word.text for word in named[:1] if word.text.casefold().endswith("ing")]
    told += [niche.user, niche.payer, plan.value.statement.audience, plan.start.name]
    told += [choice.name, choice.who] if choice else []
    return "\n".join(told)


def _troubles(plan: Plan) -> str:
    """What goes wrong for the group."""
    choice = plan.niche.choice
    told = [choice.need if choice else "", *(pain.what for pain in plan.value.pains)]
    return "\n".join(told)


def _elsewhere(plan: Plan) -> str:
    """What the plan says of the niche's troubles and of what is done about them."""
    value = plan.value
    told = [_troubles(plan), value.job, plan.start.offering, value.gain, value.metric]
    told += [text for pain in value.pains for text in (pain.cost, pain.relief)]
    told += [text for each in value.alternatives for text in (each.does_well, each.falls_short)]
    told += [text for each in value.offers for text in (each.name, each.how)]
    told += [text for each in value.attributes for text in (each.name, each.so_what)]
    return "\n".join([*told, plan.differentiation.reason, plan.differentiation.how])
