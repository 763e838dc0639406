"""What something new stands against: the old way, and what keeps people from leaving it."""

import re

from coach.coaching.language import Reader, akin

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
    if read.has(sentence, "no_rivals"):
        return False
    parts = [part for part in sentence.split(";") if not _NEVER_WAS.search(part)]
    return any(
        read.has(part, "before_us") or _AS_YET.search(part) or _HALF_DONE.search(part)
        for part in parts
    )


def others_do(text: str, read: Reader) -> bool:
    """True where a sentence of ``text`` tells what many do, that is neither about ours nor a wish.

    "Labs take wax prints in four visits."
    """
    return any(
        _MANY_DO.match(each)
        and not (_OF_OURS.search(each) or read.has(each, "us", "no_rivals"))
        and not (blocks_trying(each, read) or denied(each, read))
        for each in read.sentences(text)
    )


_MANY_DO = re.compile(
    r"(?:\w+\s+){0,2}?(?!(?:this|its|always|us|less|across|plus|is|was|has|does|perhaps)\b)\w{3,}s\s+(?!will\b|would\b"
    r"|can\b|could\b|may\b|might\b|must\b|should\b|do\b|don\b|have\b|has\b|love\b|like\b|want\b|follow\b|of\b"
    r"|and\b|or\b|in\b|on\b|at\b|with\b|for\b|from\b|to\b|that\b|who\b|which\b|by\b|as\b|the\b|is\b|a\b|an\b)"
    r"\w+\s+\w+",
    re.IGNORECASE,
)
"""Many of a kind, and what they do: "Farmers drive round in the evening"."""
_OF_OURS = re.compile(
    r"\b(?:new|next|first|it|this|ours|our|it['’]s|itself|will|would|learns?|become|later|then|soon|patent\w*|lead"
    r"|version|improv\w+)\b",
    re.IGNORECASE,
)


def names_one_of(text: str, ways: frozenset[str], read: Reader) -> bool:
    """True where a sentence of ``text`` has a stem of ``ways``, and is not about us or the new."""
    return any(
        akin(read.stems(each), ways)
        for each in read.sentences(text)
        if not (read.has(each, "us", "no_rivals") or _NEW.search(each) or _NEVER_WAS.search(each))
    )


_NEW = re.compile(r"\b(?:new|next|nobody|nothing|first)\b", re.IGNORECASE)


_NEVER_WAS = re.compile(
    r"\b(?:never|nothing|none|nobody|no\s+one|no\s+\w+|not)\b[^.;,]{0,30}?\b(?:exist\w*|been\s+(?:there|done"
    r"|seen|tried|made|built|sold|known)|(?:had|has|have)\s+(?:ever\s+)?(?:thought|done|seen|made|tried"
    r"|built|existed))\b",
    re.IGNORECASE,
)
"""What is said never to have been: "has never existed in any harbour"."""
_HALF_DONE = re.compile(
    r"\b(?:does|do|did|reads?|shows?|measures?|counts?|works?|helps?|cleans?|holds?|tells?)\s+"
    r"(?:it|that|this|\w+)\s+(?:(?:as\s+well|too)(?=,?\s+but)|already|badly|poorly|half|only\s+half|roughly|partly)\b"
    r"|\b(?:was|were|came)\s+(?:there\s+)?first\b|\b(?:shows?|gives?|tells?|measures?|knows?|sees?|hears?)\s+"
    r"(?:only\s+|just\s+)?(?:one|a|an|the)\s+\w+,\s+(?:not|never|and\s+(?:not|no))\b",
    re.IGNORECASE,
)
"""What something else does already, in part: "cones show one point, not a curve"."""


_AS_YET = re.compile(
    r"\bfor\s+(?:a\s+|\w+\s+)?(?:hundreds?|thousands?|\d+|many|\w+ty)\s+(?:of\s+)?years\b"
    r"|\b(?:was|were|is|are)\s+(?:always\s+)?(?:fine|good\s+enough|how|as\s+it\s+stands)\b|"
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
    if _NO_REASON.search(sentence):
        return False
    if _DISLIKED.search(sentence) or _MUST_AGREE.search(sentence):
        return True
    told = read.apart(sentence, "blocks_trying", "no_barrier") or _SOLVED.search(sentence)
    return bool(told) and not denied(sentence, read)


_NO_REASON = re.compile(
    r"\b(?:no|any|what|a|of|another)\s+(?:\w+\s+)?reason\s+(?:why\s+)?(?:\w+\s+){0,3}?(?:would|should|could"
    r"|might|to|not)\b[^.;]*\b(?:hesitat|refus|object|doubt|fear|resist|wait|say\s+no)\w*"
    r"|\b(?:nobody|no\s+one|none|no\s+\w+|hardly\s+anybody)\s+(?:would|will|could|should|can|is\s+going\s+to"
    r"|has\s+ever|ever)\s+(?:\w+\s+)?(?:hesitat|refus|object|doubt|fear|resist|say\s+no)\w*",
    re.IGNORECASE,
)
"""A barrier is named to say that there is none: "no reason why anybody would hesitate"."""
_MUST_AGREE = re.compile(
    r"\b(?:must|has\s+to|have\s+to|needs?\s+to|still|first)\s+(?:\w+\s+){0,2}?(?:accept|agree|approve|consent"
    r"|permit|allow|certif|licens|vote|recognise|recognize|admit|sign\s+(?:off|it|for)|be\s+(?:convinced"
    r"|persuaded|asked|won))\w*\b"
    r"|\bwhether\b[^.;:]{3,80}(?::|\b(?:another\s+(?:matter|question)|is\s+(?:open|unclear|not\s+clear|the"
    r"\s+question)|remains)\b)"
    r"|\bwould\s+be\s+(?:torn|thrown|ripped|sent|left|put|switched|pulled)\s+(?:off|away|back|aside|down|out)\b"
    r"|\b(?:have|has|had)\s+enough\s+(?:of\s+)?\w+|\bnobody\b[^.;]{0,30}\bgladly\b"
    r"|\b(?:asked|asks?)\s+(?:that|this|it|me|us|first|about)\b"
    r"|\b(?:trusts?|believes?\s+in|swears?\s+by|relies|rely|used\s+to|grew\s+up\s+with|married\s+to)\b"
    r"[^.;]{0,40}\b(?:since|more\s+than|rather|only|for\s+(?:\w+\s+)?(?:years|decades)|all\s+their"
    r"|so)\b",
    re.IGNORECASE,
)
"""Somebody's consent, or an old trust: "the authority must accept our figures first"."""


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
