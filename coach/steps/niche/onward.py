"""Where a founder goes after this niche: whether a neighbour is named that shares something."""

import re

from coach.coaching.language import Reader, akin, words
from coach.coaching.named_groups import group_words
from coach.coaching.pieces import pieces
from coach.coaching.unsaid import asks_back, comes_later, none_at_all, unsaid
from coach.coaching.verdicts import once
from coach.steps.niche.model import Neighbour
from coach.steps.niche.turned_away import DEFERRED

STRANGE = 2
"""Differences of a neighbour ("another craft, other doors") that leave nothing shared."""

HARDLY = 1
"""Points of 20 up to which two niches share next to nothing."""

EXCEPTED = 24
"""Characters after "nothing in common" in which "but" takes something out again."""

ROOM = 6
"""Words from which on an answer had room to say what is shared."""

TWICE = 3
"""Words of the chosen group, and of no other, from which on a neighbour is the group itself."""

_ALSO = frozenset({"again", "already", "known", "also", "too", "both"})
"""Words for what is shared that may as well speak of a time."""
_ANY = re.compile(
    r"\s*(?:(?:it|that|this)\s+)?(?:depends?\b|(?:is\s+)?up\s+to\b)|"
    r"\s*(?:(?:perhaps|maybe|possibly)\s+)?(?:any|anything|anybody|anyone|something|somebody|"
    r"everything|whatever|"
    r"whoever|wherever|somewhere|everywhere|anywhere)\b"
    r"|\s*(?:(?:perhaps|maybe|possibly)\s+)?(?:(?:the\s+)?rest\s+of\s+(?:the|our)\s+\w+|abroad|"
    r"overseas|"
    r"elsewhere|other\s+(?:people|customers?|clients?|firms?|businesses|trades?|branches|towns?|"
    r"places?))\W*\Z"
    r"|\s*(?:none|nothing|nobody|no one)\s+"
    r"(?:that|which|who|i|we|to|worth|in|as|at|for)\b[^:.;,]*\W*\Z",
    re.IGNORECASE,
)
"""A neighbour that is nobody yet: "any other branch"."""
_WHOLLY = re.compile(
    r"\b(?:wholly|totally|completely|entirely|altogether|quite|very|brand)[ -]"
    r"(?:new|different|other|strange|foreign|unlike)",
    re.IGNORECASE,
)
"""Another group that is strange in every way."""

_TIE = re.compile(
    r"\b(?:same|identical|both|also|too|alike|share[sd]?|sharing|fits?|suits?|neighbou?r\w*|"
    r"next door|"
    r"nearby|uses?|using|buys?|reads?|talks?|meets?|knows?|belongs?|supplie[sd]|serve[sd]?|need|"
    r"needs|"
    r"whose|where|our|ours|their|theirs|(?<!would )like|likewise|as|similar|common|again|who|"
    r"already|"
    r"more of|beside|next to|along the way|"
    r"(?:one|two|three|an?|\d+) (?:streets?|doors?|corners?|blocks?|minutes?|km|kilometres?|miles?|"
    r"floors?|hours?)|on (?:the|that) (?:\w+ )?(?:way|round|route|road|campus|square|quay))\b",
    re.IGNORECASE,
)
"""Words that tie one group to another, however they do it: "whose presses use our valve"."""
_FOR_OURSELVES = re.compile(
    r"\b(?:fun|hobby|hobbies|dreams?|dreamt|dreamed|passion|margins?|money|profits?|profitable|"
    r"rich|booming|"
    r"booms?|trend(?:y|s|ing)?|hype[ds]?|hot|growing|grows?|growth|subsid\w+|grants?|lucrative|"
    r"billions?|millions?|huge|enormous|full\s+of\s+them|plenty\s+of\s+them|crowds?|"
    r"(?:many|lots|thousands|masses)\s+of\s+them|they\s+are\s+many|"
    r"(?:big|fat|large|high|bigger|better)\s+(?:\w+\s+)?(?:invoices?|budgets?|prices?|tickets?|fees?|sums?|spenders?)|"
    r"pays?\s+well|"
    r"always\s+wanted|wife|husband|brother\S*|sister\S*|cousins?|uncle|aunt|daughter|son|father|"
    r"mother|"
    r"we\s+(?:like|love|fancy)|i\s+(?:like|love|fancy))\b",
    re.IGNORECASE,
)
"""Why a founder would like to go there, which shares nothing: "the margins are handsome"."""
_OWN_TRADE = re.compile(
    r"\b(?:open(?:ing)?|start(?:ing)?|run(?:ning)?|buy(?:ing)?|found(?:ing)?|launch(?:ing)?|"
    r"become|becoming|"
    r"sell(?:ing)?\s+(?:on|via|online)|try(?:ing)?|set(?:ting)? up|let(?:ting)?|"
    r"rent(?:ing)? out|build(?:ing)?)\s+"
    r"(?:up\s+|out\s+)?(?:an?|some|my|our|one|another)\s+(?!\w+s\b)\w+",
    re.IGNORECASE,
)
"""Another trade of one's own instead of another group: "I could open a bakery"."""
_HOLLOW = re.compile(
    r"\b(?:where|as|who|that)\s+(?:the\s+)?(?:\w+\s+)?(?:money|invoices?|margins?|growth|demand|budgets?|"
    r"action|music|sun|fun|future|volume)\s+(?:is|are|lies?|sits?|plays?)\b"
    r"|\b(?:knows?|knowing)\s+(?:somebody|someone|a\s+(?:man|guy|woman))\b|\bwho\s+knows\b"
    r"|\b(?:need|needs|use)\s+(?:no|an?)\s*other\b|\b(?:want|need|needs?)\s+(?:another|different)\b"
    r"|\bas\s+(?:well|soon|long|far)\b",
    re.IGNORECASE,
)
"""Words that tie groups elsewhere, and nothing here: "where the money is"."""
_UNCHANGED = re.compile(
    r"\b(?:nothing|no|none|not|never|hardly|without|\w+n.t)\b[^.;:]{0,30}\b(?:chang\w+|differ\w*|"
    r"alter\w*|extra|add\w*|learn\w*|adapt\w*|retool\w*|rebuil\w+|re-?train\w*|modif\w+)\b",
    re.IGNORECASE,
)
"""What stays as it is for them: "nothing on it would have to change"."""
_OPEN = ("undecided", "maybe", "empty_talk", "light_verbs", "customer_words", "us")
"""Lists of words that two texts may share by chance."""
_MORE_OF = re.compile(r"\b(?:more|same|bigger|further|again)\b", re.IGNORECASE)
_YET = re.compile(r"\b(?:yet|still|except)\b", re.IGNORECASE)
"""Words that take something out of "another world" again."""
VAGUE = ("customer_words", "broad", "vague_groups")
"""Lists of plurals that call nobody by name: "other markets"."""


_SAME_AGAIN = re.compile(
    r"\b(?:sell|sells|selling|offer|offering)\s+(?:to\s+)?(?:the|our|these|those|my)\s+(?:very\s+)?"
    r"(?:same|existing|present|current)\s+\w+s\b",
    re.IGNORECASE,
)
"""Another thing for those who buy already, in the place of another group."""
_AND_ALL = re.compile(
    r"\b(?:then|finally|later|eventually|at\s+last)\s+(?:the\s+)?(?:globe|world|whole\s+\w+|entire\s+\w+|"
    r"rest\s+of\s+(?:the\s+)?\w+|everywhere|everybody|everyone|planet)\b",
    re.IGNORECASE,
)
"""All the rest for later: "then the whole world"."""
_ALL_THE_REST = re.compile(
    r"(?:\A|,|;|/|\+|&|\b(?:and|or|then|finally|later|also|eventually)\b)\s*"
    r"(?:(?:and|or|then|finally|later|also|eventually|basically|just|simply|really|for)\s+)*"
    r"(?:(?:whoever|who(?:ever)?\s+else)(?:\s+\w+s)?(?:\s+(?:it|one|us))?|"
    r"(?:everybody|everyone|anybody|anyone|all|others)(?:\s+(?:else|others?|of\s+them|"
    r"who\s+(?:wants?|comes?|asks?|pays?|needs?)(?:\s+(?:it|one|us))?))?|"
    r"(?:every|any|all)\s+(?:other\s+)?(?:compan(?:y|ies)|firms?|business(?:es)?|persons?|people|"
    r"households?|customers?|clients?|markets?|sectors?|branch(?:es)?|industr(?:y|ies)|groups?)|"
    r"(?:the\s+)?(?:whole|entire)\s+(?:world|country|market|city|town|population))"
    r"\s*(?:too|as\s+well|really|in\s+the\s+end)?\s*(?=\Z|[,;.!/&+]|\b(?:and|or)\b)",
    re.IGNORECASE,
)
"""Everybody as one of those named: "schools, hospitals, everybody"."""
_PUT_OFF = re.compile(
    r"\A\W*(?:ask|try|ring|come and ask)\s+(?:me|us)\b"
    r"|\b(?:i|we)(?:.(?:ll|d)|\s+(?:will|shall|would|can|could|must))\s+(?:\w+\s+){0,2}"
    r"(?:work|figure|see|think|decide|plan|find|look|worry|talk|sort)\b(?:\s+\w+){0,4}?\s+"
    r"(?:out\s+)?(?:when|once|after|afterwards|later|then|as\s+soon\s+as|if|in\s+time)\b"
    r"|\b(?:god|god.s|lord|fate|providence|destiny|luck|heaven)\b"
    r"|\b(?:run|trot)\s+before\b|\bbefore\s+the\s+horse\b|\bsky.s\s+the\s+limit\b|"
    r"\bshows?\s+itself\b"
    r"|\b(?:i|we)(?:.(?:ll|d)|\s+(?:will|shall|would|can|could|must))\s+(?:\w+\s+){0,4}?"
    r"(?:sit\s+down|think|see\s+(?:what|where|who|how|if|whether|then|about)|discuss|reconsider|"
    r"look\s+around|ask\s+ourselves|make\s+up\s+our\s+minds?|have\s+to\s+see)\b"
    r"|\b(?:one|1)\s+(?:thing|step|niche|market|group|job|day|mountain)\s+(?:at\s+a\s+time|"
    r"after\s+(?:the\s+other|another))\b|\bfirst\s+things\s+first\b|\bstep\s+by\s+step\b"
    r"|\bcross\s+(?:that|this|the)\s+bridge\b"
    r"|\bout\s+of\s+scope\b|\bon\s+(?:my|our)\s+plates?\b|\b(?:my|our)\s+hands\s+full\b"
    r"|\b(?:get|got|gets|gotten|come|thought|looked|planned|think|look|plan)\s+(?:that|so|"
    r"this)\s+far\b",
    re.IGNORECASE,
)
"""Where a founder leaves it to another day or to fate: "that I'll work out when they are in"."""


def _no_other(text: str, told: str, read: Reader) -> bool:
    """True where ``text`` names nobody but the chosen group: "dentists first, then we'll see"."""
    own = {word.stem for word in words(told)}
    lists = ("nothing", *DEFERRED, "empty_talk", "customer_words", "staying", "light_verbs", "us")
    names = [word for word in words(text) if word.text in read.names(text)]
    if any(word.stem not in own for word in names) or any(word.number for word in words(text)):
        return False
    said = [word.stem for word in read.left(text, *lists)]
    put_off = read.has(text, *DEFERRED, "staying")
    return len(akin(said, own)) == len(said) and (put_off or len(said) >= TWICE)


@once
def leads_nowhere(text: str, read: Reader, told: str, around: str) -> bool:
    """True where no second niche is meant, or one that is strange in every way.

    ``told`` is what is said of the chosen group, ``around`` all that is said of niche and offer.
    """
    if read.says_nothing(text) or asks_back(text) or read.empty(text, "customer_words"):
        return True
    if _SAME_AGAIN.search(text) or (":" not in text and _AND_ALL.search(text)):
        return True
    if _ALL_THE_REST.search(text) and not _TIE.search(text) and not _neighbour(text, read):
        return True
    if ":" not in text and _PUT_OFF.search(text) and not _neighbour(text, read):
        return True
    if _no_other(text, told, read):
        return True
    if read.has(text, "ending") or _strange(text, read):
        return True
    other = len(read.find(text, "unlike")) >= STRANGE or read.has(text, "staying")
    if _more_of_them(text, told, read) or (
        read.known is None and told.strip() and _shares_no_tie(text, around, read)
    ):
        return True
    if read.has(text, "alike"):
        return False
    if unsaid(text, read) or none_at_all(text, read) or _ANY.match(text):
        return True
    return other or comes_later(text) or _WHOLLY.search(text) is not None


def _neighbour(text: str, read: Reader) -> bool:
    """True where something is told to be shared: "the same wholesaler", not only "again"."""
    said = {text[span.start : span.end].casefold() for span in read.find(text, "alike")}
    return any(each not in _ALSO and not each.startswith("know") for each in said)


def _shares_no_tie(text: str, plan_told: str, read: Reader) -> bool:
    """True where no group is named, or one that nothing ties to the niche though much is told.

    ``plan_told`` is what the plan says of niche and offer: a word of it is a tie, too.
    """
    if _neighbour(text, read):
        return False
    abroad = {word for name in read.lists("countries") for word in name.split()}
    if not group_words(text, read, *VAGUE) and abroad.issuperset(read.names(text)):
        return True
    parts = pieces(_HOLLOW.sub(" ", text))
    told = "\n".join(each for each in parts if not _denied(each, read))
    if _TIE.search(told) or _UNCHANGED.search(text):
        return False
    if any(map(_TIE.search, parts)) or _FOR_OURSELVES.search(text) or _OWN_TRADE.search(text):
        return True
    return len(words(text)) >= ROOM and not read.share(told, plan_told, *_OPEN)


def _denied(piece: str, read: Reader) -> bool:
    """True where a piece of a text tells what is not there: "of which we know none"."""
    return read.has(piece, "denying") and not read.has(piece, "exceptions", "but")


def _more_of_them(text: str, told: str, read: Reader) -> bool:
    """True where the neighbour is the niche over again: "the same people, just more of them"."""
    if not read.knows("vague_groups") or read.names(text):
        return False
    if read.empty(text, "alike", "them", *VAGUE):
        return True
    rest = {word.stem for word in read.left(text, "alike", "them", "empty_talk", *VAGUE)}
    return _MORE_OF.search(text) is not None and len(akin(rest, read.stems(told))) == len(rest)


def _strange(text: str, read: Reader) -> bool:
    """True where nothing is shared, and nothing is taken out again: "nothing but the register"."""
    return any(
        not _YET.search(text, span.end, span.end + EXCEPTED)
        and not read.find(text[span.end : span.end + EXCEPTED], "exceptions")
        for span in read.find(text, "strange")
    )


def shares_nothing(adjacent: Neighbour, read: Reader) -> bool:
    """True where all that two niches can share is scored, and next to nothing is shared."""
    scores = (adjacent.skill, adjacent.channel, adjacent.buyer, adjacent.technology)
    told = adjacent.shared
    if all(score is None for score in scores):
        return bool(told.strip()) and (
            read.says_nothing(told)
            or _strange(told, read)
            or _WHOLLY.search(told) is not None
            or len(read.find(told, "unlike")) >= STRANGE
            or (not _TIE.search(told) and _FOR_OURSELVES.search(told) is not None)
        )
    known = [score for score in scores if score is not None]
    return len(known) == len(scores) and sum(known) <= HARDLY
