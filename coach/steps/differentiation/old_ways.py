"""What something new stands against: the old way, and what keeps people from leaving it."""

import re

from coach.coaching.language import Reader

FEW = 4
"""Words up to which an answer that claims to be the first names nothing beside it."""


def nothing_like_it(text: str, read: Reader) -> bool:
    """True where ``text`` says that there is no old way."""
    if read.says_nothing(text) or read.has(text, "no_rivals"):
        return True
    return bool(_FIRST.search(text)) and len(read.left(text)) <= FEW


_FIRST = re.compile(
    r"\b(?:a|the|very|world.?s?) first\b|\bfirst (?:of|ever|in)\b|\bnever (?:been|seen|done)\b"
    r"|\b(?:nobody|no one) (?:has|had|did|does|ever)\b|\b(?:unheard|unprecedented|precedent)\b",
    re.IGNORECASE,
)
"""A claim to be the first, where the old way is asked for."""


def old_way(sentence: str, read: Reader) -> bool:
    """True where ``sentence`` tells what has been done until now."""
    old = read.has(sentence, "before_us") or _AS_YET.search(sentence)
    return bool(old) and not read.has(sentence, "no_rivals")


_AS_YET = re.compile(
    r"\bsince (?:the )?\w*\d\w*|\bsince the \w+ies\b|\b(?:until|till|up to) then\b"
    r"|\b(?:for (?:years|decades|generations|ages)|as (?:ever|they (?:always )?did))\b"
    r"|\b(?:is|are|was|were|been) the (?:habit|custom|rule|way)\b"
    r"|\b(?:while|whereas)\b[^.;]{3,60}\b(?:have|has|needs?|takes?|gets?|miss(?:es)?|costs?|leaves?)\b"
    r"|\b(?:they|people|everybody|everyone|most) still\b",
    re.IGNORECASE,
)
"""What is done as yet: "since the eighties", "until then", "while the paper index has 38"."""


_SOLVED = re.compile(
    r"\b(?:no|not|never|cannot|can.t|don.t|nobody|nothing)\b[^.]{0,160}"
    r"\b(?:so|hence|therefore|thus|that is why)\b",
    re.IGNORECASE,
)
"""Something that does not go, and what is done about it: "they open no files, so it rings"."""


_DISLIKED = re.compile(
    r"\b(?:(?:do|does|did|will|would|can)\s*(?:not|n.t)|won.t|cannot|never|nobody|no one|hardly)\s+"
    r"(?:\w+\s+)?(?:likes?|wants?|dares?|trusts?|believes?|accepts?|fanc(?:y|ies)|approves?|lets?"
    r"|allows?|permits?|touch(?:es)?|takes? to|digs?|drills?|switch|chang(?:e|es)|learns?"
    r"|wears?|install|climbs?)\b(?!\s+(?:to\s+)?(?:wait|go back|miss|do without))",
    re.IGNORECASE,
)
"""What people would rather not have: "they do not like a wire in the bed"."""


def blocks_trying(sentence: str, read: Reader) -> bool:
    """True where ``sentence`` tells what keeps people from trying."""
    if _DISLIKED.search(sentence):
        return True
    told = read.apart(sentence, "blocks_trying", "no_barrier") or _SOLVED.search(sentence)
    return bool(told) and not denied(sentence, read)


def denied(text: str, read: Reader) -> bool:
    """True where ``text`` says that nothing keeps anybody from trying."""
    if read.says_nothing(text):
        return True
    none = read.has(text, "no_barrier") or _ALL_WANT.search(text)
    return bool(none) and not read.apart(text, "blocks_trying", "no_barrier")


_ALL_WANT = re.compile(
    r"\b(?:every\w*|all|any\w*|whoever)\b[^.;]{0,40}"
    r"\b(?:want|love|like|take|buy|need|adopt|embrace|welcome|understand)s?\b",
    re.IGNORECASE,
)
"""Nothing keeps anybody from it: "everyone who sees it wants it"."""
