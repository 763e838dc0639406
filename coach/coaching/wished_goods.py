"""Whether a need is told as a thing that is sold: "they are looking for a shoe subscription".

Whoever tells a need tells what goes wrong, or what somebody tries to do. A thing that is bought,
and nothing besides, is an answer to a need that was left out.
"""

import re

from coach.coaching.language import Reader, akin, words

_WISHED = re.compile(
    r"\A\W*(?:(?:what|all)\s+)?(?:(?:the\s+|most\s+|many\s+|these\s+)?[\w-]+\s+){0,3}?"
    r"(?:(?:really|urgently|badly|just|simply|only|clearly|definitely|probably|often|all|do)\s+)*"
    r"(?:needs?|needing|wants?|miss(?:es)?|missing|lacks?|lacking|requires?|seeks?|seeking|"
    r"demands?|"
    r"search(?:es|ing)?(?:\s+for)?|look(?:s|ing)?(?:\s+out)?\s+for|ask(?:s|ing)?\s+for|"
    r"wish(?:es|ing)?(?:\s+for)?|"
    r"dream(?:s|ing)?\s+of|long(?:s|ing)?\s+for|wait(?:s|ing)?\s+for|hop(?:es|ing)\s+for|"
    r"could\s+use|"
    r"could\s+do\s+with|(?:would|.d)\s+(?:like|love|be\s+(?:happy|glad|helped|thrilled|"
    r"delighted)\s+"
    r"(?:with|about|by|if\s+there\s+(?:was|were)))|(?:interested|keen|eager|bent)\s+(?:in|on|"
    r"for)|in\s+(?:need|search|want)\s+of|"
    r"access\s+to|use\s+of|help\s+with|support\s+with|deserves?|should\s+(?:have|get|use|try|"
    r"buy)|appreciates?)\b(?:\s+is|"
    r"\s+are)?(?:\s+for)?\s*:?\s*",
    re.IGNORECASE,
)
"""A wish with its verb, up to the thing wished for."""
_TO_HAVE = re.compile(
    r"\A\W*(?:to\s+)?(?:have|having|get|getting|receive|receiving|own|owning|buy|buying|order|ordering)"
    r"\s+(?!to\b|rid\b|back\b|out\b|up\b|in\b|through\b|the\b|their\b|there\b|home\b|by\b|off\b)",
    re.IGNORECASE,
)
"""What is done with a thing that one is given: "having cheap jars"."""
_ASKS = re.compile(r"\b(?:wants?|asks?(?:\s+for)?|demands?|requires?)\W*\Z", re.IGNORECASE)
_ASKED = re.compile(r"\s+(?:wants?|asks?|demands?|requires?)\b", re.IGNORECASE)
_DRIFTS = re.compile(
    r"\A[\w-]+\s+[\w-]+[^s\W]\s+[a-z]+[^s\W]s\s+(?:and|down|off|out|up|at|in|on)\b"
)
"""A thing in the singular that does something: "cheap logger drifts and rings"."""
_THING = re.compile(r"\A\W*(?:an?|some|one)\s+", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:that|which|who|whose|with|without|for|to|near|in|on|at|under|of|from|by|where|when|"
    r"so|and|or|"
    r"as|because|like|instead|during|after|before|whenever|if|between|over|into|via|through|even|"
    r"delivered|brought|made|tailored|cut|sent|rented|run|including|based|made|built|designed|"
    r"called|offering|giving|doing|sending)\b|[,.;:!?(]|\Z",
    re.IGNORECASE,
)
"""Where the name of a thing ends and its details begin."""
_VERBAL = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|must|should|may|might|"
    r"gets?|"
    r"goes|comes|takes|they|he|she|it|we|i|you|nobody|somebody|everybody|when|while|if|so that)\b",
    re.IGNORECASE,
)
"""What makes a sentence of a need: it tells what happens."""
_INSIDE = re.compile(r"\b(?:an?|the|their|his|her|my|our|them|one.s)\b", re.IGNORECASE)
"""What a verb has before its object: "open the box"."""
_BESIDES = re.compile(
    r"(?:,\s+(?:and|but|while|yet)|[;.])\s+(?:the|their|an?|no|nobody|every|each|all)\s+\w+",
    re.IGNORECASE,
)
"""A second sentence, in which somebody else does something: "and the wholesaler brings …"."""
MOST = 6
"""Words up to which a name is one: "a guarded bike garage"."""


def wished_good(text: str, offering: str, theirs: str, read: Reader) -> bool:
    """True where all that ``text`` names is a thing that is sold, in general or here.

    ``offering`` is the line that says what is sold, ``theirs`` what is told of the customers.
    """
    had = _TO_HAVE.match(text)
    text = text[had.end() :] if had else text
    wish = _WISHED.match(text)
    if wish and _somebody_else(wish[0], theirs, read):
        return False
    rest = text[wish.end() :] if wish else text
    if read.has(rest, "going_wrong") or _BESIDES.search(rest) or _SPOILT.search(rest):
        return False
    article = _THING.match(rest)
    named = rest[article.end() :] if article else rest
    end = _ENDS.search(named, 1)
    thing = named[: end.start()] if end else named
    told = words(thing)
    if not 0 < len(told) <= MOST:
        return False
    if not wish and (_VERBAL.search(named if article else text) or _INSIDE.search(thing)):
        return False
    praised = read.find(thing, "selling_adjectives")
    kinds = read.find(thing, "product_kinds")
    if kinds and kinds[-1].last == len(told) - 1:
        return True
    said = [word.stem for word in told]
    if praised and praised[0].first == 0 and _offered(text, offering, read):
        return not _DRIFTS.search(named)
    done = told[-1].text.endswith("ed")  # "curtains washed at somebody's house"
    if len(said) > 1 and not done and len(akin(said, read.stems(offering))) == len(said):
        return True
    bare = article and end and end[0].isalpha() and not read.has(thing, "light_verbs")
    if not wish and not bare:
        return False
    act = told[0].stem == "to"  # "they want to hear": what they would do, not have
    sold = read.stems(offering) - (frozenset() if wish and not act else read.stems(theirs))
    return bool(akin(said if wish else said[-1:], sold))


def _somebody_else(wish: str, theirs: str, read: Reader) -> bool:
    """True where it is not the customers who wish: "the officer asks for"."""
    subject = words(_ASKED.split(wish, maxsplit=1)[0])
    known = read.stems(theirs)
    return (
        bool(_ASKS.search(wish))
        and bool(subject)
        and not (
            akin([word.stem for word in subject], known)
            or read.has(
                " ".join(word.text for word in subject), "them", "customer_words", "everyone"
            )
        )
    )


def _offered(text: str, offering: str, read: Reader) -> bool:
    """True where ``text`` shares a word with the line that says what is sold."""
    return bool(akin(read.stems(text, "selling_adjectives", "light_verbs"), read.stems(offering)))


GONE_WRONG = (
    "going_wrong",
    "goes_wrong",
    "denying",
    "lacking",
    "getting_worse",
    "mishaps",
    "bad",
    "cost_words",
    "blocks_trying",
)
"""Lists of words by which a need tells what goes wrong; hardly one is told without any."""
_SPOILT = re.compile(
    r"\b(?:left|gone(?!\s+(?:by|at|before|within|out|on))|forgotten|broken|torn|stuck|lost|worn|cracked|split|bent|blocked|dead|flat|late|"
    r"missing|spilled|spilt|spoilt|rotten|rusty|mouldy|frozen|burnt|dented|scratched|chewed|"
    r"sent\s+back|thrown|refused)\b",
    re.IGNORECASE,
)
"""The state of a thing with which something is wrong."""
_THAT_SOMEBODY = re.compile(
    r"\A\W*(?:that\s+)?(?:somebody|someone|one|a\s+person)\s+(?:who\s+)?(?=\w+s\b)", re.IGNORECASE
)
"""The wish for an act: "that somebody measures it"."""
_CLAUSE = re.compile(
    r"(?:,|\band)\s+(?:the\s+)?[^\W\d]+s?\s+(?!and\b|or\b|of\b|in\b|on\b|with\b|for\b|to\b|by\b|from\b|"
    r"at\b|that\b|which\b|under\b|near\b|per\b|a\b|an\b|the\b)[^\W\d]+(?:s|\s+\w+)\W*\Z",
    re.IGNORECASE,
)
"""A second sentence without a helping verb: "mills sell sixty", "the queue eats the interval"."""


def told_as_goods(text: str, ours: str, theirs: str, share: float, read: Reader) -> bool:
    """True where nothing goes wrong in ``text`` and no one does a thing, and it is what we do.

    ``ours`` is all that is said of what we do, ``theirs`` of them and of what goes wrong. Of the
    words of ``text`` at least ``share`` (0 to 1) are in the one, and two of those not in the other.
    """
    wish = _THAT_SOMEBODY.match(text)
    rest = text[wish.end() :] if wish else text
    if read.has(rest, *GONE_WRONG) or _SPOILT.search(rest):
        return False
    if not wish and (_VERBAL.search(rest) or _CLAUSE.search(rest) or _happens(rest, read)):
        return False
    article = _THING.match(rest)
    end = _ENDS.search(rest, article.end() + 1 if article else 1)
    head = words(rest[: end.start()] if end else rest)
    ours_alone = read.stems(ours) - read.stems(theirs)
    if not wish and not (0 < len(head) <= MOST and akin([head[-1].stem], ours_alone)):
        return False  # the name of a thing ends with what is sold, a sentence with what happens
    said = read.stems(rest, "light_verbs")
    shared = frozenset(akin(said, read.stems(ours)))
    alone = len(shared) - len(akin(shared, read.stems(theirs)))
    return len(shared) >= share * len(said) and alone >= ALONE


_BECAUSE = re.compile(r"\b(?:because|since|although|until|unless|till|yet|whose)\b", re.IGNORECASE)
_MANY_DO = re.compile(
    r"\A\W*(?:(?:the|their|most|many|some|all|two|three|half)\s+)?(?:[\w-]+\s+)?[^\W\d]+s\s+"
    r"(?P<does>[a-z]+)\b",
    re.IGNORECASE,
)
"""Many who do something: "guests ask for it"."""
DOES = ("light_verbs", "benefit_verbs", "using", "past_verbs")
"""Lists of what somebody does."""


def _happens(text: str, read: Reader) -> bool:
    """True where something is told to happen, or why: "wheels go past their best because"."""
    many = _MANY_DO.match(text)
    return bool(_BECAUSE.search(text) or (many and read.has(many["does"], *DOES)))


ALONE = 2
"""Words of what we do, and not of the trouble, that make an offer of a need."""

_NONE_OF_IT = re.compile(
    r"\b(?:no|not one|not a single|not an?)\s+(?=[\w-]+(?:\s+\w+)?\s+"
    r"(?:that|which|who|of|for|with|in|on|reaches|exists|comes|is|stands|by)\b)",
    re.IGNORECASE,
)


def granted(text: str) -> str:
    """``text`` with the first thing that is missing told as if it were there: "a machine that"."""
    return _NONE_OF_IT.sub("a ", text, count=1)


_OURS = re.compile(
    r"\b(?:our|my)\s+(?!own\b|town|city|cities|country|region|area|village|street|valley|trade|"
    r"field|"
    r"experience|eyes?|interviews?|talks?|survey|customers?|clients?|days?|times?|century|society|"
    r"climate|island|coast|parish|district|part|opinion|view|neighbou?r|world|language|branch|"
    r"sector|"
    r"industry|niche|county|province|state|university|school|market)[\w-]+",
    re.IGNORECASE,
)
"""Something of ours that is no place, time or knowledge."""
_SOLVES = re.compile(
    r"\b(?:our|my)\s+(?:[\w-]+\s+){1,4}?(?:takes?\s+(?:away|care)|solves?|helps?|saves?|lets?|"
    r"reminds?|prevents?|removes?|ensures?|allows?|enables?|offers?|provides?|meets?|"
    r"(?:is|are)\s+(?:what|exactly|just|perfect))\b",
    re.IGNORECASE,
)
"""What our thing does for them: "our sensor takes away the worry"."""
_WE_GIVE = re.compile(
    r"\b(?:we|i)(?:.(?:ll|ve|d))?\s+(?:\w+\s+)?(?:provide|offer|solve|supply|close|fill|give|"
    r"meet|answer|bring|help|"
    r"make|made|build|built|sew|developed|designed|invented)\b",
    re.IGNORECASE,
)
_NEED_US = re.compile(
    r"\b(?:needs?|wants?|miss(?:es)?|lacks?|waiting\s+for|looking\s+for|waited\s+for|hire|call|"
    r"use)\s+"
    r"(?:somebody\s+like\s+|people\s+like\s+|exactly\s+|just\s+)?(?:me|us)\b(?!\s+(?:to|all|"
    r"both|back|when|if|each)\b)"
    r"|\b(?:from|by|with|through|via)\s+(?:us|me)\W*\Z"
    r"|\b(?:what|which|that|the\s+[\w-]+)\s+(?:we|i)(?:.(?:re|m)|\s+(?:are|am))\s+\w+ing\b"
    r"|\b(?:which|that|this|who)\s+(?:is|are|would\s+be)\s+(?:us|me|we|i|ours|mine)\b",
    re.IGNORECASE,
)
"""They need us; or a thing from us, and no more."""


def told_as_ours(text: str, read: Reader) -> str:
    """The words in which a need is ours: our thing in a text about them, or what we give them."""
    found = _NEED_US.search(text) or _SOLVES.search(text)
    if not found and read.has(text, "them"):
        found = _OURS.search(text) or _WE_GIVE.search(text)
    return found[0].strip() if found else ""
