"""Why somebody pays who does not use it: whether an answer says what they gain or fear."""

import re

from coach.coaching.language import Reader, akin, words
from coach.coaching.unsaid import own_voice, unsaid
from coach.steps.niche.everybody import GENERAL

_ANY_BUYER = (*GENERAL, "wanting", "light_verbs")
"""What any buyer of anything asks: "good value for the money"."""

NEW = 2
"""Words beside those of paying and of the people up to which no reason has been told."""

_SPARED = re.compile(
    r"\bno (?!(?:more|need|interest|opinion|say|idea|reason|time|problem|trouble|matter|wish|"
    r"motive|"
    r"questions?)\b)[a-z]+",
    re.IGNORECASE,
)
"""What somebody would be rid of: "no angry call from the chief doctor"."""
_UNMOVED = re.compile(
    r"\b(?:(?:does|do|would|will|could|is|are|did)(?: not|\s+hardly|\s+barely|\s+never)|\w+n.t)\s+"
    r"(?:\w+\s+){0,2}?(?:care|mind|notice|notices|matter|hurt|ask|look|read|count|check|"
    r"interested|bothered)\b"
    r"|\b(?:hardly|barely|never|scarcely)\s+(?:\w+\s+)?(?:notice|notices|look|looks|ask|asks|"
    r"read|reads|check|checks|"
    r"see|sees)\b"
    r"|\b(?:it|that|this)(?:['’]s|\s+is)\s+(?:only|just|merely|peanuts|nothing)\b"
    r"|\A\W*(?:an?\s+)?(?:petty|trifl\w+|trivial\w*|peanuts|small change|drop in)\b"
    r"|\bno (?:need|interest|opinion|say|reason|wish|motive|questions?)\b|\bnone of (?:its|his|"
    r"her|their) own\b",
    re.IGNORECASE,
)
"""Somebody to whom it is all one: "does not mind either way"."""
_OPENS_WITHOUT = re.compile(
    r"\s*(?:(?:they|he|she|it)(?:['’](?:s|re|ll|ve|d))?\b|whatever\b|whoever\b|(?:the\s+)?same\b|"
    r"(?:has|have|is|are|does|do|will|gets?|pays?|buys?|likes?|fulfils?|receives?|executes?)\b|"
    r"(?:the|an?|his|her|their|its)\s+(?:costs?|bill|money|decision|invoice|payment|purchase|sum|"
    r"amount|order|price|role|task|job|function|payer|boss|owner|office|firm|house)\b)",
    re.IGNORECASE,
)
"""How an answer opens that is about the payer or the payment, not about a thing they are after."""
_ASKS_FOR = re.compile(
    r"\b(?:wants?|wish(?:es)?|hop(?:es?|ing)|needs?|ask(?:s|ing)? for|looks? for|expects?|"
    r"insists?|demands?|"
    r"requires?|aims?|tr(?:y|ies)|would (?:like|love|rather)|cares? about|is after|are after|"
    r"must|ha(?:s|ve) to|"
    r"answers? for|reports? to|promised|struggles?|suffers?|misse[sd]|cannot|can.t)\b",
    re.IGNORECASE,
)
_VIRTUE = re.compile(
    r"\b(?:(?:good|noble|worthy|right)\s+(?:causes?|things?|deeds?|feelings?)|generosity|kindness|goodness|good(?:ness)?\s+(?:of|will)|image|prestige|modernity|reputation|"
    r"tradition|habit|loyalty|sympathy|fairness|decency|charity|solidarity|pride|vanity|culture|"
    r"appreciation|gratitude|responsibility|commitment|engagement|innovation|satisfaction|happiness|"
    r"well-?being|motivation|humanity|love|joy|trust|respect|values?|philosophy|principles?)\b",
    re.IGNORECASE,
)
"""Something good in general, which moves nobody to pay on a given day."""
_OF_A_MIND = re.compile(
    r"\A\W*(?:(?:he|she|they|it|is|are|not|very|quite|rather|always|really|so|who)\s+)*"
    r"(?:price[ -]\w+|willing|ready|open(?:-minded)?|interested|convinced|positive|"
    r"easy(?:-going)?|relaxed|curious|keen|happy|glad|pleased|satisfied|grateful|progressive|supportive|forward-looking|solvent|able|rich)\b"
    r"(?:\W+\w+){0,3}\W*\Z",
    re.IGNORECASE,
)
"""What sort of person pays, in the place of what they need: "not price-sensitive"."""
_FOR_OUR_SAKE = re.compile(
    r"\b(?:support|help|like|love|trust|believe|believes in|favour|favor|back|know|"
    r"root for)(?:s|ing)?\s+"
    r"(?:in\s+|for\s+)?(?:us|me|our|my)\b"
    r"|\b(?:as|see)\s+(?:above|below|the user)\b|\bfor\s+(?:our|my)\s+sake\b",
    re.IGNORECASE,
)
"""A kindness to the founder, or the user's reason over again."""


def no_reason(text: str, people: str, read: Reader) -> bool:
    """True where ``text`` is not known, or speaks of the two people and of paying, and no more.

    ``people`` is what is said of user, payer and decider.
    """
    if unsaid(text, read) or own_voice(text):
        return True
    if read.only(text, *_ANY_BUYER) and read.has(text, *GENERAL) and not read.concrete(text):
        return True
    told = _UNMOVED.sub("", text)
    moving = read.has(told, "moves_a_payer") or _SPARED.search(told) is not None
    if not moving and (_UNMOVED.search(text) or _FOR_OUR_SAKE.search(text)):
        return True
    if not moving and (_OF_A_MIND.match(text) or _only_virtue(text, people, read)):
        return True
    them, moved = read.stems(people), moving or read.concrete(text)
    about = not moved and _OPENS_WITHOUT.match(text) and not _ASKS_FOR.search(text)
    if about and not read.has(told, "goes_wrong", "cost_words"):
        return True
    for each in (text, text.split(".")[0]):
        lists = ("paying", "unasked", "nothing", "undecided", "absence", "denials", "put_off")
        rest = [
            word.stem for word in read.left(each, *lists, "empty_talk", "not_yet", "light_verbs")
        ]
        if words(each) and not read.concrete(each) and len(akin(rest, them)) == len(rest):
            return not moved or read.has(text, "unasked")
    return _only_pays(text, them, read) and not moved


def _only_virtue(text: str, people: str, read: Reader) -> bool:
    """True where a virtue is named, whose it is, and nothing that happens: "a modern image"."""
    if not _VIRTUE.search(text) or read.concrete(text):
        return False
    lists = ("generic_benefits", "light_verbs", "empty_talk", "customer_words", "group_words")
    rest = [word.stem for word in read.left(_VIRTUE.sub(" ", text), *lists)]
    return len(rest) - len(akin(rest, read.stems(people))) < NEW


def _only_pays(text: str, them: frozenset[str], read: Reader) -> bool:
    """True where the way of a payment is told, an ease or a habit of it, and little else."""
    if not read.has(text, "payment_routine"):
        return False
    lists = ("payment_routine", "paying", "light_verbs", "denials", "absence", "calendar")
    rest = {word.stem for word in read.left(text, *lists, "empty_talk")}
    new = len(rest) - len(akin(rest, them))
    return new < NEW or (new == NEW and len(read.find(text, "payment_routine")) > 1)
