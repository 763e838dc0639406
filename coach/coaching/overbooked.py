"""Does a promise admit, in words and without a sum, that there are too few hours for it?"""

import re

from coach.coaching.language import Reader
from coach.coaching.verdicts import once

_HOURS = (
    r"(?:hours?|days?|nights?|mornings?|evenings?|weeks?|time|hands|people|staff|heads|helpers"
    r"|drivers?|teachers?|nurses?|guards?|capacity|us)"
)
_HAVE = (
    r"(?:(?:we|i|there|the\s+\w+(?:\s+of\s+us)?|\w+\s+and\s+(?:i|\w+))(?:['’](?:ve|re|m|s))?\s+(?:\w+\s+)?"
    r"(?:have|has|had|got|can|are|is|do|could|manage|give|allow|bear)"
    r"|(?:we|i)['’]ve\s+got|(?:the|a|our|my)\s+(?:day|week|month|team|shift|calendar)\s+"
    r"(?:has|have|holds?|allows?|gives?))"
)
_SHORT = re.compile(
    rf"\b(?:short\s+(?:of|by)|lack(?:s|ing)?)\s+(?:\w+\s+){{0,3}}?{_HOURS}\b"
    rf"|\b{_HOURS}\s+(?:too\s+(?:few|little|many|much)|short|missing|are\s+missing)\b"
    rf"|(?:\b(?:not|never)|n['’]t)\s+(?:\w+\s+){{0,2}}?enough\s+(?:\w+\s+)?{_HOURS}\b"
    r"|\bwould\s+need\b[^.;]{0,40}\b(?:not|n['’]t|cannot)\b"
    r"|\bwhich\s+(?:we|i)\s+(?:do|have|did)\s*(?:not|n['’]t)\b"
    rf"|\btoo\s+few\s+(?:of\s+us|{_HOURS})\b"
    rf"|\bmore\s+(?:{_HOURS}\s+|work\s+|calls\s+|jobs\s+|visits\s+|\w+\s+(?:want|need|ask)[^.;,]{{0,20}}\s+)?"
    rf"than\s+(?:{_HAVE}|(?:are|is)\s+(?:there|free|available|left)|one\s+(?:can|has|person))\b"
    rf"|\b(?:over|above|beyond|past|exceeds?)\s+(?:what|that\s+which)\s+{_HAVE}\b"
    r"|\b(?:above|beyond|over|exceeds?)\s+(?:our|my|the\s+team['’]s)\s+(?:\w+\s+)?(?:hours|capacity"
    r"|strength|limits?|means)\b"
    rf"|\bwhere\s+(?:the|those|these)\s+(?:\w+\s+){{0,2}}?(?:{_HOURS}|rest|others?|\w+)\s+(?:\w+\s+)?"
    r"(?:come|comes|will\s+come|are\s+to\s+come)\s+from\b"
    r"|\b(?:missing|other|remaining|rest|lacking)\s+(?:ones?|hours?|part|days?)?[^.;]{0,40}\b(?:somehow|squeeze|heart"
    r"|find\s+(?:themselves|a\s+way)|good\s+will|overtime|at\s+night|sleep)\b"
    r"|\b(?:somehow|squeeze\s+(?:the|it|them))\b[^.;]{0,30}\b(?:rest|in|hours|fit|work\s+out)\b"
    r"|\b(?:work|type|drive|sew|do)\s+(?:\w+\s+)?through\s+the\s+nights?\b",
    re.IGNORECASE,
)
"""Too few hours, told outright: "ten hours over what we can do", "where the rest comes from"."""
_HELD_BACK = re.compile(
    r"\b(?:unless|until|till|before|whenever|if|when|once|wherever|never|no\s+more|no\s+longer|nobody"
    r"|nothing|not\s+taken|refus\w+|turn(?:s|ed)?\s+(?:down|away)|waits?|waiting|stops?|declin\w+"
    r"|told\s+no|say\s+no|hire\w*|takes?\s+on|only|helps?|steps?\s+in|covers?|takes?\s+over|agency|paid)\b",
    re.IGNORECASE,
)
"""A limit that is kept, or help that is called: then they are not promised."""


@once
def overbooked(text: str, read: Reader) -> str:
    """The sentence of ``text`` that admits it, or empty."""
    for sentence in read.sentences(text):
        if _SHORT.search(sentence) and not _HELD_BACK.search(sentence):
            return sentence
    return ""
