"""Whether a need is told as one that everybody has: then its people buy like everybody else."""

import re

from coach.coaching.language import words
from coach.coaching.pieces import near
from coach.coaching.rule import Context

NEAR = 3
"""Words between "common" and "all": "the common problem of all"."""

_EVERYBODY = re.compile(
    r"\bwhat\s+(?:all(?: of us| people| firms)?|everybody|everyone|anybody|anyone|most of us)\b"
    r"|\b(?:everybody|everyone|anybody|anyone).s\s+(?:\w+\s+)?(?:needs?|wish(?:es)?|dreams?)\b"
    r"|\b(?:needs?|wish(?:es)?)\s+(?:that|which)?\s*(?:each|every|all|any)\s?"
    r"(?:of us|body|one|person|people)\b"
    r"|\bwho\s+(?:does(?:n.t| not)|would(?:n.t| not))(?:\s+(?:want|need|like|wish|love)\b|\W*\Z)"
    r"|\b(?:those|that)\s+of\s+(?:all|every\w*|any\w*|the\s+(?:whole|entire|general|average))\b",
    re.IGNORECASE,
)
"""A need that is told to be everybody's: "what all of us need", "who does not want that"."""
GENERAL = ("generic_benefits", "common_needs", "offer_words", "price_words_at_large")
"""Lists of what any customer of anybody wants: "a good service at a fair price"."""
_ALL_NEED = re.compile(
    r"\b(?:(?:all|every|each|any|most)\s+(?:other\s+)?(?:compan(?:y|ies)|firms?|business(?:es)?|"
    r"shops?|customers?|"
    r"clients?|consumers?|households?|famil(?:y|ies)|people|persons?|parents?|users?|buyers?|"
    r"trades?|employers?|"
    r"owners?|humans?|men|women|markets?|branch(?:es)?|others?)|everyone|everybody)\s+"
    r"(?:\w+ly\s+|just\s+|also\s+|else\s+)?(?:needs?|wants?|has\s+(?:this|that|it|the same)|"
    r"have\s+(?:this|that|it|the same|these)|"
    r"knows?\s+(?:this|that|it)|struggles?|suffers?|wish(?:es)?|faces?|shares?|likes?|loves?|"
    r"hates?|dreams?)\b"
    r"|\b(?:important|relevant|true|valid|the case|good)\s+(?:to|for)\s+(?:everyone|everybody|"
    r"all|anyone|anybody|us all)\b"
    r"|\b(?:whole|entire|broad|general|overall)\s+(?:market|population|public|branch|industry|"
    r"sector)\b(?!\s+(?:hall|place|stall|square|street|stand|house)s?\b)",
    re.IGNORECASE,
)
"""A need that all are told to have: "what every shop needs"."""
_NOT_APART = re.compile(
    r"\bthere(?:.s| is| are)\s+(?:no|hardly any|little)\s+(?:real\s+)?differences?\b"
    r"|\b(?:no|not|hardly|\w+n.t)\s+(?:\w+\s+)?different\s+(?:from|to|than)\b"
    r"|\bnothing\s+(?:specific|different|unusual|distinct)\b"
    r"|\b(?:is|are|which is|that is)\s+(?:quite\s+|very\s+|fairly\s+)?(?:universal|"
    r"common to all|general|the common one|"
    r"the usual one|the normal one|the same everywhere|the same for (?:all|every\w*|any\w*))\b"
    r"|\bthe\s+(?:general|common|universal|usual|normal|typical)\s+(?:problems?|needs?|"
    r"wish(?:es)?|worr(?:y|ies)|pains?|wants?)\b"
    r"|\bas\s+(?:always|everywhere|usual|ever)\W*\Z",
    re.IGNORECASE,
)
"""A need that nothing sets apart: "which is universal"."""


_SOME_OF_THEM = re.compile(
    r"like\s+(?:all|every|each|any|most)\s+(?:the\s+|of\s+the\s+)?(?:[\w-]+\s+){1,2}(?:who|that|whose|which)\b",
    re.IGNORECASE,
)
"""All of a group that something more is told of: "like all children who moved away"."""


def like_everybody(need: str, context: Context) -> bool:
    """True where a need is told to be that of all: "what every driver wants", "like any shop"."""
    read = context.read
    if _EVERYBODY.search(need) or _ALL_NEED.search(need):
        return True
    if read.only(need, *GENERAL) and not read.concrete(need) and not read.has(need, "going_wrong"):
        return True
    if _NOT_APART.search(need) and not read.names(need):
        return True
    if read.apart(need, "unlike_others", "sameness", "ordinary"):
        return False
    alike = [span.last for span in read.find(need, "sameness")]
    if words(need)[:1] and words(need)[0].stem == "what":
        alike.append(0)
    ordinary = read.find(need, "ordinary")
    before = need[: ordinary[0].start] if ordinary else ""
    led = read.left(before, "light_verbs", "empty_talk", "wanting")
    if ordinary and not led:
        if near(need, read, "ordinary", "all_of_them", NEAR):
            return True
        return not read.apart(need, "going_wrong", "ordinary")
    everybody = [
        span.first
        for span in read.find(need, "all_of_them")
        if not _SOME_OF_THEM.match(need, max(0, span.start - len("like ")))
    ]
    return any(0 < of - at <= context.limit("near") for at in alike for of in everybody)
