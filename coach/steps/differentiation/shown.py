"""Whether a signal shows the difference before the purchase, or only later, or nothing at all."""

import re

from coach.coaching.language import Reader
from coach.steps.differentiation.model import Differentiation


def only_later(answers: Differentiation, read: Reader) -> bool:
    """True where the signal tells of a time after the purchase, or of nothing anybody could see.

    Where a signal is ticked, only words deny it that leave no doubt: "once they have bought it".
    """
    parts = [part for part in _TURN.split(answers.signal) if part and part.strip()]
    late = [part for part in parts if _AFTER_ALL.search(part)]
    early = [part for part in parts if part not in late]
    if any(read.has(part, "shown_before") or _BEFORE.search(part) for part in early):
        return False
    if late or answers.signals:
        return bool(late)
    seen = read.has(answers.signal, "seen_things") or read.concrete(answers.signal)
    told = read.has(answers.signal, "intangible")
    return (told and not seen) or read.has(answers.signal, "afterwards")


_BEFORE = re.compile(
    r"\b(?:before|ahead of|prior to|until)\s+(?:\w+\s+){0,4}?(?:pa(?:y\w*|id)|b(?:uy\w*|ought)"
    r"|sign\w*|orders?|ordering|purchase\w*|sale|deal|contract|book(?:ing|s)?|decid\w*|choos\w*|due"
    r"|(?:euro|cent|penny|pound|dollar|franc|crown)s?)\b",
    re.IGNORECASE,
)
"""A time before the purchase."""
_TURN = re.compile(r"[.!?;]+(?:\s+|\Z)|\n+|,?\s\b(?:but|though|although|yet)\b|,\s+(?:and|so)\b")
_AFTER_ALL = re.compile(
    r"\bonly\b(?:\s+\w+){0,6}?\s+(?:after|once|when|later|afterwards|in use|in practice"
    r"|with time)\b"
    r"|\b(?:once|after|when|as soon as|until)\s+(?:\w+\s+){1,3}?(?:have|has|had)"
    r"\s+(?:\w+\s+){0,2}?(?:bought|paid|used|owned|signed|ordered|lived|worked|had|been|gone)\b"
    r"|\bafter\s+(?:the\s+|their\s+|an?\s+)?(?:purchase|payment|paying|buying|signing|sale|order"
    r"|contract|delivery|handover)\b"
    r"|\b(?:takes?|taking|trust|believe|rely on)\s+(?:it\s+)?(?:on\s+)?(?:our|my)\s+word"
    r"|\b(?:buy|buys|bought|pay|pays|paid)\s+(?:\w+\s+)?(?:blind|on trust|on faith|unseen)\b"
    r"|\b(?:cannot|can.t|(?:nobody|no one|none) (?:can|could)|no way)\b[^.;]{0,60}"
    r"\b(?:before|until|till|in advance|beforehand|up front)\b|\bnot (?:before|until|till)\b"
    r"|\bwho\s+(?:have|has)\s+(?:\w+\s+)?(?:bought|paid|used|owned|lived)\b[^.;]{0,30}"
    r"\b(?:knows?|sees?|notices?|feels?|understands?|appreciates?)\b"
    r"|\b(?:until|till|before)\s+(?:then|that\s+\w+|(?:the\s+|their\s+)?first\s+\w+|they\s+\w+|you\s+\w+)\b"
    r"[^.;]{0,40}\b(?:hard|difficult|impossible|cannot|can['’]t|only\s+(?:our|my)\s+word"
    r"|(?:nobody|no one|nothing)\s+(?:can|could|will|would|knows|sees|believes|notices|shows|is))\b"
    r"|\b(?:whoever|anyone\s+who|those\s+who|people\s+who|who(?:soever)?)\s+(?:has|have|stays?)\b[^.;]{0,60}"
    r"\b(?:needs?\s+no|comes?\s+to\s+see|will\s+(?:know|see|understand)|knows?\s+(?:why|what))\b"
    r"|\b(?:not|nothing)\s+(?:something\s+|a\s+thing\s+|anything\s+)?(?:for\s+)?to\s+(?:show|be\s+(?:shown|seen))\b"
    r"|\btime\s+(?:will|shall)\s+(?:tell|show)\b|\b(?:not|un)\s*(?:visible|observable|seen)\s+(?:pre|before|until)\b"
    r"|\bby\s+(?:the\s+time|then)\b[^.;]{0,50}\b(?:bought|paid|signed|ordered|ours|too\s+late)\b"
    r"|\b(?:will|shall)\s+(?:only\s+)?(?:understand|see|feel|know|notice|realise|realize)\s+(?:it\s+|that\s+)?"
    r"(?:later|afterwards|in\s+time|one\s+day|in\s+the\s+end)\b"
    r"|\b(?:by|until) then\b[^.;]{0,20}\b(?:bought|paid|signed|ordered)\b"
    r"|\b(?:comes?|shows?|seen|visible|felt|noticed)\s+(?:\w+\s+)?(?:with|in|at|after)\s+the\s+"
    r"(?:second|third|fourth|fifth|tenth|next|following|last)\b",
    re.IGNORECASE,
)
"""Words that put it behind the purchase without a doubt."""
