"""Whether a relief leaves its pain open: to hope, to others, to another day, or to its nature.

A relief is something that we do or give. Its opening tells when it is none: a wish, a perhaps, a
duty of somebody else's, or a sentence on how hard the matter is.
"""

import re

from coach.coaching.language import Reader
from coach.coaching.pieces import pieces

FEW = 4
"""Words of its own from which on a relief says what is done, however it opens."""

_THEIRS = re.compile(
    r"\b(?:that|this|it)(?:\s+one)?(?:\s+(?:is|lies|remains|stays)|.s)\s+"
    r"(?:(?:up to|in the hands of|a matter (?:for|of)|on (?:them|him|her|others))\b|"
    r"(?:for|with)\s+the\s+(?:\w+\s+){1,3}to\b)",
    re.IGNORECASE,
)
"""What is left to others: "that one is for the vendor to sort out"."""
_DUTY = re.compile(
    r"\s*(?:they|he|she|customers|people|somebody|someone|others|one|(?:the|their)\s+\w+)\s+"
    r"(?:should|must|ought to|had better)\s+(?!only\b|not\b|never\b|just\b)\w+"
    r"|\s*(?:let|leave)\s+(?:(?:it|that|this)\s+to\b|"
    r"the\s+\w+\s+(?:worry|do|solve|care|see|find|pay)\b)"
    r"|\s*(?:(?:there|here|that)\s+)?(?:only|just|nobody but|no one but)\s+(?:the\s+|a\s+|"
    r"their\s+)?"
    r"(?:\w+\s+){1,2}(?:can|could|may|might|would|will)\b"
    r"|\s*(?:(?:there|here)\s+)?(?:each|every|all)(?:\s+\w+){1,2}\s+(?:has|have|must|should|needs?|"
    r"will)\s+"
    r"(?:to\s+)?(?:find|see|look|solve|manage|cope|help|decide|know|settle|sort)\s+(?:\w+\s+"
    r")?(?:(?:his|her|their|its)\s+own\b|for\s+(?:him|her|them|it)sel)",
    re.IGNORECASE,
)
"""What others are to do about it: "the state must do something there"."""
_HOPES = re.compile(
    r"\s*(?:(?:well|so far|for now|hm+|honestly|here)\W+)*(?:(?:we|i|they|one|you|all)\s+)?"
    r"(?:(?:can|could|may|only|just|do|will|must)\s+)*(?:hope|hoping|pray|praying|wish)\b"
    r"|\s*(?:(?:that|this|it|well)\W+)*(?:maybe|perhaps|possibly|hopefully|depends?|depending)\b"
    r"|\s*(?:see|as|same as|like|cf)\.?\s+(?:above|below|before|there|the other|other|under)\b"
    r"|\s*(?:(?:is|still|already|being)\s+)*(?:planned|scheduled|intended|foreseen|"
    r"(?:in|under|on|at) (?:the )?(?:planning|preparation|development|discussion|consideration|"
    r"construction|review|works|pipeline|making|drawing board)|to follow|follows|comes? later|"
    r"on (?:the|our|my) (?:list|agenda|radar|wish list)|only (?:in|with) the next)\b"
    r"|\s*(?:(?:let.s|let us|we.ll|we|i|to|must|will|shall|first|have to)\s+)*(?:see|watch|wait|"
    r"observe)\s+"
    r"(?:how|what|whether|if|and see|until|where)\b"
    r"|\s*(?:(?:that|this|it|will|all|probably|surely)\s+)*(?:comes?|solves? itself|gets? better|"
    r"sorts? itself)"
    r"\s+(?:out\s+)?(?:with|over|in|by)\s+(?:the\s+)?(?:growth|time|experience|size|years|practice|"
    r"success|money)"
    r"|\s*(?:with|in|over)\s+time\b"
    r"|\s*(?:(?:here|there|we|i|are|am|is)\s+)*still\s+(?:\w+ly\s+)?(?:experimenting|testing|"
    r"thinking|searching|"
    r"looking|working|learning|trying|brooding|unsolved|open|unclear|missing)\b"
    r"|\s*(?:(?:we|i|is|are|kept|keep|keeping|stays?|remains?|it|this|that|have|being|under)\s+)+"
    r"(?:(?:it|this|that)\s+)?(?:in mind|in view|under observation|on (?:our|the) mind|observation|"
    r"discussion|review|consideration)\b"
    r"|\s*next (?:year|spring|summer|autumn|winter|season|month|round|time)\b|\s*only if\b",
    re.IGNORECASE,
)
"""How a relief opens that is none: a hope, a perhaps, a pointer, a plan: "maybe an app one day"."""
_TOO_HARD = re.compile(
    r"\s*(?:that|this|it|there|here)(?:\s+one)?(?:.s|\s+(?:is|was|would be|will be|stays))\s+"
    r"(?:(?:much|far|simply|just|also|really)\s+)*(?:too \w+|nothing (?:we|one))\b"
    r"|\s*too \w+(?: for (?:us|me))?\W*\Z"
    r"|\s*(?:(?:very|quite|really|rather|extremely|sadly|unfortunately)\s+)*(?:difficult|tricky|"
    r"complicated|complex|impossible|delicate|thorny|challenging)(?:\W|\s+(?:to|for|in|with|"
    r"because)\b)"
    r"|\s*(?:(?:that|this|it)(?:\s+one)?(?:.s|\s+is)\s+)?"
    r"(?:out of our (?:league|hands|depth|reach)|(?:beyond|above) our|"
    r"(?:a |an )?(?:tricky|tough|hard|difficult|good|big|open|eternal|old|fair) "
    r"(?:one|nut|question|point|topic|chapter|riddle|problem|story|issue))\b"
    r"|\s*(?:we|i)(?:.m| am| are|.re)? (?:no|not an?|cannot be|can.t be|have no|had no)\b"
    r"|.*\b(?:cannot|can.t|can not|could not|couldn.t) be "
    r"(?:solved|helped|avoided|changed|done|fixed|prevented|cured|ruled out)\b"
    r"|\s*(?:nobody|no one|none)\b.*\b(?:has|have|had|knows|knew|found) "
    r"(?:an answer|a solution|a cure|a remedy|a recipe|an idea)\b"
    r"|\s*not (?:in|part of|included|covered)\b"
    r"|\s*no (?:time|money|budget|capacity|staff|means)(?: (?:for|to)\b|\W*\Z)"
    r"|\s*(?:ideas?|solutions?|help|partners?) (?:wanted|needed|missing|welcome|sought)\b"
    r"|\s*(?:(?:we|i|it|that|this|there|one|you)\s+)?would (?:need|have to|require|take|cost|be)\b"
    r"|\s*for (?:this|that|it) (?:we|i|our|my|the)\s+(?:\w+\s+){0,2}?(?:is|are|am|have|has|lack|"
    r"lacks|need)\b"
    r"|\s*(?:this|that|it) is (?:\w+ )?(?:normal|usual|standard|common|life|nothing new|what\b)"
    r"|\s*(?:we|i)(?: are| am|.re|.m) (?:open (?:for|to)|grateful for|looking for) \w+\W*\Z"
    r"|\s*(?:we|i)\s+(?:(?:always|just|can|only)\s+)*(?:listen|understand|sympathi[sz]e|"
    r"feel with them|"
    r"comfort them|console them|apologi[sz]e|show (?:them )?(?:understanding|sympathy|patience))"
    r"(?:\s+and\s+(?:show\s+)?(?:understand\w*|sympath\w*|patience|apologi[sz]e|care|"
    r"comfort))?\W*\Z"
    r"|.*\b(?:love|like|wish|want) to know\b"
    r"|\s*(?:it|that|things?|life) (?:is|are) (?:just |simply )?"
    r"(?:what|how|as|like) (?:it|that|they)\b"
    r"|.*\bknow (?:that|this|the) (?:risk|danger|problem)\b",
    re.IGNORECASE,
)
"""A sentence on how hard it is, in the place of what is done: "that would be too expensive"."""
_WORD = re.compile(
    r"\s*(?:pass|skip|open|later|blank|next|void|n\.\s?n\.?|nn|wip|idea\??)\W*\Z", re.I
)
"""One word for no answer."""


def left_open(relief: str, read: Reader) -> bool:
    """True where ``relief`` says why there is none, or who is to find it.

    A figure, or a further part that says something, is an answer all the same.
    """
    if _WORD.match(relief) or _THEIRS.search(relief):
        return True
    opens = _HOPES.match(relief) or _DUTY.match(relief) or _TOO_HARD.match(relief)
    if not opens or read.has_figure(relief):
        return False
    told = [len(read.left(piece, "empty_talk", "given_over", "us")) for piece in pieces(relief)]
    return max(told, default=0) <= FEW and sum(each > 1 for each in told) <= 1
