"""Whom a founder turns away: whether an answer names anybody at all."""

import re

from coach.coaching.language import Reader, akin
from coach.coaching.named_groups import is_sentence, names_group
from coach.coaching.pieces import near, pieces
from coach.coaching.unsaid import asks_back, comes_later, none_at_all, own_voice, tautology
from coach.coaching.verdicts import once

REFUSED = 5
"""Words between "not" and "turn away" in one breath: "we would not like to turn anybody away"."""

DEFERRED = ("denials", "absence", "put_off", "undecided", "not_now")
"""Words without which an answer is short rather than put off."""

_EITHER = re.compile(r",?\s*\b(?:with(?: \w+)? or without|or (?:without|not))\b", re.IGNORECASE)
"""Both sides of a difference, which thus excludes nobody: "with a garden or without"."""
_NONE_TOO = re.compile(
    r"\b(?:nobody|no[ -]one|none|no\s+\w+)\b(?:\s+\w+){1,3}?\s+too\s+\w+"
    r"|\bno such (?:list|thing|group|people|person|customer)\b|\bwelcome\b.*\bwelcome\b",
    re.IGNORECASE,
)
"""Nobody is out of bounds: "no order is too small"."""
_SENT = re.compile(
    r"\b(?:send|turn|drive|chase|push|keep|sent|turned)(?:ing)?\s+(?:[\w']+\s+){0,4}(?:away|home)\b"
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
    r"|\b(?:exclude|select|sort|filter|choose|decide)\w*\s+(?:themselves|itself)\b"
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
_TO_GROUP = re.compile(
    r"\b(?:no to|(?:never|not)\s+(?:to|for|with|on)\s+\w+|goodbye to|out for|closed (?:for|to)|"
    r"enough of|(?:send|leave|hand|refer|pass)s?\b"
    r"[^.;,]{0,30}?\b(?:to|on)|(?:are|is|stay|stays|remain|remains) out|have to wait|must wait|"
    r"can wait|goes? (?:home|elsewhere)|gets?\s+(?:the|an?|another)\s+(?:no|address|number|"
    r"name)|told no)\b"
    r"|:\s*no\W*\Z|[^.:;]\bgoes\W*\Z",
    re.IGNORECASE,
)
"""A group that is sent off without "we do not": "the answer is no to hospitals"."""
_ALL_OR_NOBODY = re.compile(
    r"\b(?:nobody|no[ -]one|none|any(?:one|body)|every(?:one|body)|whoever|all)\b", re.IGNORECASE
)
_ANYBODY_JOINS = re.compile(
    r"\b(?:any(?:one|body)|every(?:one|body)|all|whoever)\b(?!\s+(?:else|others?|the others?|"
    r"who)\b)"
    r"[^.;,]{0,30}?\b(?:welcome|joins?|comes?|buys?|orders?|books?|(?:can|may) \w+)\b",
    re.IGNORECASE,
)
"""Whoever it is may come: "anybody really can join"."""
_SOMEBODY = re.compile(
    r"\b(?:any|every|no|some)\s?(?:one|body)\s+(?:abroad|overseas|aged|"
    r"younger|older|smaller|larger|bigger|outside|beyond|without|who|wanting|"
    r"asking|needing|that|under|over|above|below|more|less|further|with|from|in|near|but)\b"
    r"|\A\W*(?!each one|every one)(?:(?:an?|the|each|every|all|most)\s+)?(?:[\w-]+\s+)?[\w-]+\s+"
    r"(?:who|that|which|outside|without|beyond|with|under|over|below|above)\b",
    re.IGNORECASE,
)
"""One of a group, with a detail: "anyone outside the ring road"."""
_HAS_NONE = re.compile(
    r"\s*(?:only|just|well)?\W*(?:those|people|anyone|anybody|everyone|customers|folk|folks|"
    r"whoever)\s+"
    r"(?:(?:who|that)\s+)?(?:(?:have|has|own|owns|keep|keeps)\s+(?:no|not|none)|(?:do|"
    r"does)(?:n.t| not)\s+"
    r"(?:have|own|keep|use)|without)\s+(?:an?\s+|any\s+)?(\w+)(?:\W|\Z)",
    re.IGNORECASE,
)
"""Those who have none of a thing."""
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
    r"\b(?:not|never|no|cannot|hardly|\w+n.t|too\s+\w+|later|luxury|"
    r"without)\b(?:\s+[\w'’]+){0,7}?\s+"
    r"(?:fuss(?:y|ed)?|pick(?:y|ing)|choos(?:y|ing)|choos(?:e|ers)|sniffy|selective|precious|"
    r"snobs?|"
    r"snobbish|snooty|particular|finicky|faddy|proud|difference|distinctions?|filters?|filtering|"
    r"gatekeep\w*|discriminat\w+)\b(?!\s+(?:ones?|people|\w+s)\b)"
    r"|\b(?:choosing|choice|being (?:picky|choosy|fussy|selective))\s+is\s+(?:for|a|only|not)\b"
    r"|\ball\s+\w+s\b,?\s+(?:and\s+)?all\s+\w+s\b"
    r"|\b(?:beggars|can.t be choosers)\b"
    r"|\byou\s+(?:ring|call|ask|book|pay|order|want|need|name|say|come|"
    r"bring)\b[\w\s]{0,12},?\s+(?:and\s+)?"
    r"(?:i|we)(?:.ll)?\s+(?!(?:are|say|do|can|cannot|will|would|pass|refer|hand|"
    r"send)\b)[a-z]+\b(?!.t\b)",
    re.IGNORECASE,
)
"""The founder's denial of any choice: "in no position to be sniffy", "you ring, we come"."""
_SAME_MONEY = re.compile(r"\b(\w{4,})(?:.s|\s+is|\s+are)\s+(?:an?\s+)?\1\b", re.IGNORECASE)
"""All are told to be one: "money's money"."""
_AS_IT_COMES = re.compile(
    r"\A\W*(?:(?:it|that|this)\s+)?(?:\w+ly\s+|all\s+)?depends?\b"
    r"|\b(?:takes?|taking|accepts?|serves?|greets?|welcomes?)\s+(?:in\s+)?(?:what|whatever|who|whoever|"
    r"anything|anybody|anyone|it\s+as\s+it|them\s+as\s+they|all\s+that|all\s+who)\b"
    r"|\b(?:leaves?|keeps?|holds?)\s+(?:[\w']+\s+){0,2}?(?:doors?|gates?|options?)\s+open\b"
    r"|\b(?:doors?|gates?|arms|options?)\s+(?:\w+\s+){0,2}(?:wide\s+)?(?:open|unlocked|ajar)\b",
    re.IGNORECASE,
)
"""Whoever comes is as good as another: "you take what you get", "each door stays open"."""
_EVERYONE_IS = re.compile(
    r"\A\W*(?:everyone|everybody|anyone|anybody|each|all\s+\w+s|every\s+\w+)\s+(?:\w+ly\s+)?(?:is|are|"
    r"deserves?|needs?|wants?|gets?|may|can|should|has|have|counts?|matters?|drinks?|eats?|dies|"
    r"likes?|loves?|belongs?|fits?|pays?)\b(?!\s+(?:out|not|no|excluded|too|a\s+no|refused|sent|told)\b)",
    re.IGNORECASE,
)
"""What is told of all: "everyone deserves a hot tea"."""
_BOTH_FINE = re.compile(
    r"\b(?:both|all|each|either)\b[^.;,]{0,16}\b(?:fine|welcome|okay|ok|alright|good\s+(?:to|for)\s+us)\b",
    re.IGNORECASE,
)
"""Two kinds that are let in alike: "both are fine by us"."""
_NEVER_ANYWAY = re.compile(
    r"\b(?:not|never|hardly|\w+n.t)\s+(?:\w+\s+){0,2}?(?:come|buy|order|ring|call|book|ask|want|need|use|"
    r"visit|come\s+to\s+us|find\s+us)\b[^.;,]{0,30}\b(?:anyway|anyhow|in\s+any\s+case|to\s+begin\s+with|"
    r"in\s+the\s+first\s+place|either\s+way)\b"
    r"|\b(?:anyway|anyhow|in\s+any\s+case)\s+(?:do|does|would|will)(?:n.t|\s+not)\b",
    re.IGNORECASE,
)
"""Those who would not have come: "they do not buy from us anyway"."""
_RELATIVE = re.compile(r"\b(?:who|that|which|whose)\b", re.IGNORECASE)
_ANY = re.compile(
    r"\b(?:any|every|each|all(?: kinds of| sorts of)?)\s+(?!(?:\w+ )?(?:time|hour|day|night|week|"
    r"weekend|month|year|season|spring|summer|autumn|fall|winter|morning|afternoon|evening|"
    r"\w+day)s?\b)\w+",
    re.IGNORECASE,
)


def takes_others(text: str) -> bool:
    """True where a description of the group lets in whoever else comes: "others are welcome"."""
    return _OTHERS_TOO.search(text) is not None


@once
def excludes_nobody(text: str, read: Reader, served: str) -> bool:
    """True where ``text`` puts the choice off, denies it, or takes on whoever comes.

    ``served`` is what is sold and to whom.
    """
    text = _EITHER.sub("", text)
    if read.says_nothing(text) or asks_back(text) or comes_later(text) or tautology(text):
        return True
    opening = read.find(text, "undecided")
    if opening and opening[0].first == 0 and not read.concrete(text):
        return True
    picks = read.has(text, "exceptions") or _REFUSE.search(text) or read.names(text)
    if _but_welcome(text, read):
        return True
    if _all_let_in(text, read):
        return True
    if not picks and (_CHOOSY.search(text) or _SAME_MONEY.search(text)):
        return True
    if (
        none_at_all(text, read)
        or _first_nobody(text, read)
        or (_NO_MATTER.search(text) and not read.names(text))
    ):
        return True
    excepted, refused = read.has(text, "exceptions"), read.has(text, "refusing")
    sent = _SENT.search(text)
    if sent and read.has(text[: sent.start()], "denying") and read.has(text, "us"):
        return not excepted
    taken = read.has(text, "welcoming")
    off = _TO_GROUP.search(text)
    sent_off = off is not None and not read.has(text[: off.start()], "denying")
    turned = _REFUSE.search(text) or _WANT_NO.search(text) or sent_off or _after_colon(text, read)
    if (own_voice(text) or _COME.match(text)) and not turned and not read.names(text):
        return True
    if _ON_TERMS.match(text) and taken and not refused and not read.names(text):
        return True
    if read.concrete(text):
        return False
    if read.empty(text, "excluding", "any_customer", "takes_all") or _never_came(
        text, served, read
    ):
        return True
    if _NONE_TOO.search(text):
        return True
    told = is_sentence(text, read) or _ALL_OR_NOBODY.search(text)
    if (
        told
        and not sent_off
        and not _plainly_no(text, read)
        and not _SOMEBODY.search(text)
        and not names_group(text, read, "us")
    ):
        return True
    if not turned and not read.has(text, "denying") and _ANYBODY_JOINS.search(text):
        return True
    lists = ("excluding", "any_customer", "takes_all", "not_now", "wishes", "light_verbs")
    if read.empty(text, *lists) and read.has(text, *DEFERRED, "any_customer"):
        return True
    named = any(read.has(_RELATIVE.split(each)[0], "any_customer") for each in pieces(text))
    if named and near(text, read, "denials", "excluding", REFUSED):
        return not excepted
    return (named or _any_of_them(text)) and taken and not refused


UNSAID = ("nothing", "undecided", "absence", "denials", "put_off", "empty_talk")
"""Lists of words that name nobody."""
_UNWILLING = re.compile(
    r"\b(?:not|never|cannot|no|\w+n.t|unwilling|unable|reluctant|refus\w+)\s+(?:\w+\s+){0,2}?"
    r"(?:want|need|like|pay|afford|buy|value|spend|commit|share|serious|seriously|ready|prepared|"
    r"appreciate|"
    r"respect|understand|care|trust|believe|interested|fit|suit|satisfied|happy|money|budget|"
    r"interest|need|enjoy|love|settle|honou?r|see the (?:point|value|sense)|"
    r"come|book|order|ring|call)\b"
    r"(?:\s+(?:(?:the|a|any|enough|good|our|more|his|her|their)\s+)*"
    r"(?:money|prices?|bills?|invoices?|debts?|rates?|fees?|value|worth))?"
    r"|\b(?:happy|content|satisfied|fine|settled|loyal)\s+(?:with|to)\s+(?:what\s+they\s+\w+|"
    r"(?:their|his|her|the|another|other|somebody|someone)\s+\w+|others)"
    r"|\bprefers?\s+(?:(?:the|our|some|any)\s+)?(?:competition|competitors?|others?|another|rivals?|"
    r"somebody else|someone else)\b|\b(?:buys?|shops?|goes|go)\s+elsewhere\b"
    r"|\b(?:budget|money|funds?)\s+(?:is|are|has|have)\s+(?:\w+\s+)?(?:gone|spent|used|empty|out)\b",
    re.IGNORECASE,
)
"""Those who would not buy anyway: "who do not want it"."""
_OTHERS = re.compile(
    r"\W*(?:(?:all|any|the|every)\s+)*(?:other|others|rest|remaining|remainder)\b", re.IGNORECASE
)
"""Whoever is left over: "all the others"."""
_ALL_THINGS = re.compile(
    r"\b(?:any|every)thing\b|\banyway\b|\bones?\b|\bwho.(?:d|ll|s|re|ve)\b", re.IGNORECASE
)
_BUT_WE = re.compile(
    r"\b(?:but|though|although|however|yet|still|while|only|just)\s+"
    r"(?:we|i|our|for us|with us)\b"
    r"(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""What is said of the founder after "nobody": "but we focus on quality"."""
_FAR_OFF = re.compile(
    r"\W*(?:[\w'’-]+\s+){1,3}(?:(?:who|that)\s+)?(?:(?:are|live|living|based)\s+)?"
    r"(?:(?:from|in|on)\s+(?:all\s+)?(?:the\s+)?(?:other|foreign|another)\s+"
    r"(?:countr\w+|continents?|lands?|parts of the world)|abroad|overseas)\W*",
    re.IGNORECASE,
)
"""Those beyond the sea, and nobody nearer: "bakers abroad"."""
_PLAINLY_NO = re.compile(
    r"\b(?:i|we)(?:.(?:d|ll|ve|m|re))?\s+(?:\w+\s+)?(?:refuse|reject|exclude|leave|avoid|hand|"
    r"skip|pass|"
    r"refer|stay away|keep away|stopped|gave up|dropped|want no|take no)\b"
    r"|\b(?:we|i)(?:.(?:re|m)|\s+(?:are|am))\s+(?:the\s+)?(?:wrong|no)\b",
    re.IGNORECASE,
)
"""A refusal in so many words: "we are the wrong firm"."""


def _never_came(text: str, served: str, read: Reader) -> bool:
    """True where only such are out as would not buy, or as nobody wants: "rude people".

    Those served who do not want what is sold are such, too: "painters who do not like our paint".
    """
    lists = ("excluding", "any_customer", "takes_all", "never_buyers", "them", "us", "offer_words")
    misfits = read.has(text, "never_buyers") or _UNWILLING.search(text) is not None
    told = _ALL_THINGS.sub("", _UNWILLING.sub(" not ", text))
    if _OTHERS.match(text):
        return read.empty(text, *lists, "everyone", "broad", "unlike", "anybody_in")
    if not misfits or read.empty(told, *lists, "wishes"):
        return misfits
    rest = {word.stem for word in read.left(told, *UNSAID, *lists, "wishes")}
    return not read.concrete(text) and len(akin(rest, read.stems(served))) == len(rest)


def out_of_reach(text: str, served: str, read: Reader) -> bool:
    """True where only those abroad are out, and whom one serves is told by a place anyway.

    ``served`` is who is meant and which market it begins from.
    """
    return _FAR_OFF.fullmatch(text) is not None and bool(read.names(served))


def _any_of_them(text: str) -> bool:
    """True where "any", "each" is said of whoever comes, not of what a group does."""
    return any(
        found and not _RELATIVE.search(piece[: found.start()])
        for piece in pieces(text)
        if (found := _ANY.search(piece))
    )


def _all_let_in(text: str, read: Reader) -> bool:
    """True where whoever comes is taken, or only those are not who would not have come."""
    if read.has(text, "exceptions"):
        return False
    if _NEVER_ANYWAY.search(text):
        return True
    everyone = (_EVERYONE_IS.match(text) or _BOTH_FINE.search(text)) and not read.has(
        text, "refusing"
    )
    return not _REFUSE.search(text) and (bool(everyone) or _as_it_comes(text))


def _as_it_comes(text: str) -> bool:
    """True where it is the founder who takes what comes, not a group that does so."""
    found = _AS_IT_COMES.search(text)
    return found is not None and not _RELATIVE.search(text[: found.start()])


def _but_welcome(text: str, read: Reader) -> bool:
    """True where nobody is out, and what "but" adds is about the founder: "but we like quality"."""
    added = _BUT_WE.search(text)
    if added is None or _REFUSE.search(text) or read.has(added["rest"], "refusing", "denying"):
        return False
    before = text[: added.start()]
    first = (pieces(before) or [""])[0]
    nobody = read.empty(first) and read.has(first, "nothing", "denials")
    joins = _ANYBODY_JOINS.search(before) or _OTHERS_TOO.search(before)
    return bool(nobody or joins) and not read.has(before, "exceptions")


def _after_colon(text: str, read: Reader) -> bool:
    """True where a group is called by name after a colon: "one we leave: film crews"."""
    return names_group(text.partition(":")[2], read, "us")


def _plainly_no(text: str, read: Reader) -> bool:
    found = _PLAINLY_NO.search(text)
    return found is not None and not read.has(text[: found.start()], "denying")


def _first_nobody(text: str, read: Reader) -> bool:
    """True where the first sentence finds nobody, and none after it turns somebody away."""
    first, *others = read.sentences(text) or ("",)
    lists = ("excluding", "any_customer", "takes_all", "never_buyers", "finding_out", "us")
    denied = read.has(first, "denying", "without_finding")
    if not others or not denied or not read.empty(first, *lists):
        return False
    rest = " ".join(others)
    return not read.has(rest, "refusing") and not read.names(first)


def without_the_thing(text: str, told: str, read: Reader) -> bool:
    """True where only those are out who have not what the offer is for: "who own no piano".

    ``told`` is what is sold and to whom.
    """
    first = (read.sentences(text) or ("",))[0]
    found = _HAS_NONE.match(first)
    if not found:
        return False
    said = read.stems(found[1], "empty_talk")
    return bool(said) and len(akin(said, read.stems(told))) == len(said)
