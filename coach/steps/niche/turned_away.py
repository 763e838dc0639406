"""Whom a founder turns away: whether an answer names anybody at all."""

import re

from coach.coaching.language import Reader
from coach.coaching.pieces import near
from coach.coaching.unsaid import asks_back, comes_later, none_at_all, own_voice, tautology

REFUSED = 5
"""Words between "not" and "turn away" in one breath: "we would not like to turn anybody away"."""

DEFERRED = ("denials", "absence", "put_off", "undecided", "not_now")
"""Words without which an answer is short rather than put off."""

_EITHER = re.compile(r",?\s*\b(?:with(?: \w+)? or without|or (?:without|not))\b", re.IGNORECASE)
"""Both sides of a difference, which thus excludes nobody: "with a garden or without"."""
_NONE_TOO = re.compile(
    r"\b(?:nobody|no[ -]one|none|no\s+\w+)\b(?:\s+\w+){1,3}?\s+too\s+\w+", re.IGNORECASE
)
"""Nobody is out of bounds: "no order is too small"."""
_SENT = re.compile(
    r"\b(?:send|turn|drive|chase|push|keep|sent|turned)(?:ing)?\s+(?:[\w']+\s+){0,4}away\b"
    r"|\b(?:shut|close|slam|lock|bar)(?:ting|ing)?\s+(?:[\w']+\s+){0,3}(?:door|gate|shop)s?\b"
    r"|\b(?:refuse|reject|exclude|decline|turn\s+down|say\s+no|leave\s+out|rule\s+out)\b",
    re.IGNORECASE,
)
"""Sending somebody away, which a denial takes back: "no heart to send one away"."""
_ON_TERMS = re.compile(
    r"\s*(?:if|whoever|as long as|so long as|provided|once|when)\b", re.IGNORECASE
)
"""On what terms somebody is served: "if it has legs, we will sell to it"."""
_NO_MATTER = re.compile(
    r"\b(?:does|do|did|would|will)(?:n.t| not) matter\b|\bno matter\b|\bmakes? no difference\b"
    r"|\b(?:regardless|irrespective|the other way round)\b",
    re.IGNORECASE,
)
"""What is told to make no difference: "the kiln does not matter, the person does"."""
_REFUSE = re.compile(
    r"\b(?:i|we)(?:.(?:d|ll|ve|m|re))?\s+(?:\w+\s+)?(?:(?:do|does|will|would|can|could) ?not|don.t|"
    r"won.t|can.t|never|no longer|refuse|reject|turn|leave|avoid|hand|skip|exclude|say no|"
    r"pass|refer|stay away|keep away|stopped|gave up|dropped|prefer|only|want no|take no)\b"
    r"|\b(?:we|i)(?:.(?:re|m)|\s+(?:are|am))\s+(?:the\s+)?(?:wrong|no)\b"
    r"|\b(?:mad|foolish|silly|crazy|daft)\s+to\s+(?:take|serve|sell|chase|want)\b",
    re.IGNORECASE,
)
"""How a founder turns somebody away: "we do not sell to hospitals"."""
_WANT_NO = re.compile(r"\b(?:i|we)\b[^.;,]{0,40}\bno\s+(?:\w+\s+)?\w+s\b", re.IGNORECASE)
"""Whom we do without: "we fly over no villas"."""
_COME = re.compile(
    r"\s*(?:bring|come|send|if|as long as|where there|it (?:is|was|would|will|makes|depends))\b",
    re.IGNORECASE,
)
"""A word to the customer: "bring what has wheels"."""
_OTHERS_TOO = re.compile(
    r"\b(?:(?:all |the |any )?others?|anybody|anyone|anything|everybody|everyone|the rest|"
    r"nobody|no one|all|whoever)\b[^.;,]{0,40}?\b(?:welcome|turned (?:away|down)|sent away|"
    r"excluded|refused|served as well|taken (?:on|as well|too)|"
    r"(?:may|can) (?:come|join|buy))\b"
    r"|\b(?:we|i)(?:.ll| will| also| gladly)* (?:take|serve|accept)(?: on)? "
    r"(?:others|anybody|anyone|everybody|everyone|all|the rest)\b",
    re.IGNORECASE,
)
"""Whoever else comes is let in."""
_CHOOSY = re.compile(
    r"\b(?:not|never|no|cannot|hardly|\w+n.t|too\s+\w+|later|luxury|without)\b(?:\s+[\w'’]+){0,7}?\s+"
    r"(?:fuss(?:y|ed)?|pick(?:y|ing)|choos(?:y|ing)|choos(?:e|ers)|sniffy|selective|precious|snobs?|"
    r"snobbish|snooty|particular|finicky|faddy|proud|difference|distinctions?|filters?|filtering|"
    r"gatekeep\w*|discriminat\w+)\b(?!\s+(?:ones?|people|\w+s)\b)"
    r"|\b(?:choosing|choice|being (?:picky|choosy|fussy|selective))\s+is\s+(?:for|a|only|not)\b"
    r"|\ball\s+\w+s\b,?\s+(?:and\s+)?all\s+\w+s\b"
    r"|\b(?:beggars|can.t be choosers)\b"
    r"|\byou\s+(?:ring|call|ask|book|pay|order|want|need|name|say|come|bring)\b[\w\s]{0,12},?\s+(?:and\s+)?"
    r"(?:i|we)(?:.ll)?\s+(?!(?:are|say|do|can|cannot|will|would|pass|refer|hand|send)\b)[a-z]+\b(?!.t\b)",
    re.IGNORECASE,
)
"""The founder's denial of any choice: "in no position to be sniffy", "you ring, we come"."""
_SAME_MONEY = re.compile(r"\b(\w{4,})(?:.s|\s+is|\s+are)\s+(?:an?\s+)?\1\b", re.IGNORECASE)
"""All are told to be one: "money's money"."""
_ANY = re.compile(r"\b(?:any|every|each|all(?: kinds of| sorts of)?)\s+\w+", re.IGNORECASE)


def takes_others(text: str) -> bool:
    """True where a description of the group lets in whoever else comes: "others are welcome"."""
    return _OTHERS_TOO.search(text) is not None


def excludes_nobody(text: str, read: Reader) -> bool:
    """True where ``text`` puts the choice off, denies it, or takes on whoever comes."""
    text = _EITHER.sub("", text)
    if read.says_nothing(text) or asks_back(text) or comes_later(text) or tautology(text):
        return True
    opening = read.find(text, "undecided")
    if opening and opening[0].first == 0 and not read.concrete(text):
        return True
    picks = read.has(text, "exceptions") or _REFUSE.search(text) or read.names(text)
    if not picks and (_CHOOSY.search(text) or _SAME_MONEY.search(text)):
        return True
    if none_at_all(text, read) or (_NO_MATTER.search(text) and not read.names(text)):
        return True
    excepted, refused = read.has(text, "exceptions"), read.has(text, "refusing")
    if _SENT.search(text) and read.has(text, "denying") and read.has(text, "us"):
        return not excepted
    taken = read.has(text, "welcoming")
    turned = _REFUSE.search(text) or _WANT_NO.search(text)
    if (own_voice(text) or _COME.match(text)) and not turned and not read.names(text):
        return True
    if _ON_TERMS.match(text) and taken and not refused and not read.names(text):
        return True
    if read.concrete(text):
        return False
    if read.empty(text, "excluding", "any_customer", "takes_all"):
        return True
    lists = ("excluding", "any_customer", "takes_all", "not_now", "wishes", "light_verbs")
    if read.empty(text, *lists) and read.has(text, *DEFERRED, "any_customer"):
        return True
    if _NONE_TOO.search(text):
        return True
    named = read.has(text, "any_customer")
    if named and near(text, read, "denials", "excluding", REFUSED):
        return not excepted
    return (named or _ANY.search(text) is not None) and taken and not refused
