"""Whether a need is told as one that everybody has: then its people buy like everybody else."""

import re

from coach.coaching.language import Reader, akin, words
from coach.coaching.pieces import near
from coach.coaching.rule import Context
from coach.coaching.verdicts import once

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


_OTHERS = re.compile(r"(?:all|every|each|any|most)\s+(?:other\s+)?(?P<who>\w+)\s", re.IGNORECASE)
_WHY = re.compile(
    r"\b(?:because|since|as|while|when|where|until|but|and|so|for)\s+\Z", re.IGNORECASE
)
"""Words before what is told of somebody else, once the trouble itself is told."""
_WHEREFORE = re.compile(r",?\s(?:so|and so|and then|and|until|which means)\s", re.IGNORECASE)
"""Words before what then happens to the group."""
_PEOPLE = re.compile(
    r"people|persons?|humans?|men|women|others?|markets?|branch|branches", re.IGNORECASE
)


def _of_others(need: str, start: int, group: str, read: Reader) -> bool:
    """True where "every shop wants" tells what another trade does to the group: why, or first.

    "He walks for a week, because every shop wants the bike brought in"; what they want there is
    no need of theirs.
    """
    found = _OTHERS.match(need, start)
    if found is None or _PEOPLE.fullmatch(found["who"]):
        return False
    if akin(read.stems(found["who"]), read.stems(group)):
        return False
    if _WHY.search(need, 0, start):
        return read.has(need[:start], "going_wrong")
    then = _WHEREFORE.search(need, found.end())
    return (
        then is not None
        and not need[:start].strip()
        and read.has(need[then.end() :], "going_wrong")
    )


COMMON = (
    *GENERAL,
    *("praise_of_groups", "everyone", "broad", "had_by_all", "needs", "wanting", "them"),
    *("light_verbs", "benefit_verbs", "feelings"),
)
"""Lists of what a need may hold that any firm, and anybody, could have written."""


_PLEASED = re.compile(
    r"\W*(?:(?:to|keep|keeping|make|making|have|having|get|getting|more|always|only)\s+)*"
    r"(?:(?:the|their|its|all)\s+)*"
    r"(?:(?:happy|happier|satisfied|content|contented|delighted|pleased|loyal|motivated|healthy|"
    r"relaxed)\s+[\w-]+|[\w-]+\s+(?:(?:who|that)\s+)?(?:(?:are|is|be|feel)\s+)?(?:happy|happier|"
    r"satisfied|content|delighted|pleased|loyal|motivated|healthy))\W*",
    re.IGNORECASE,
)
"""Somebody who is content, and no more: "keeping employees happy"."""


@once
def any_firms_need(need: str, read: Reader, group: str) -> bool:
    """True where a need is a good that all wish for, with the name of the ``group`` at most.

    "Keeping employees happy", "they need sustainable transport". What goes wrong is a need.
    """
    if read.has(need, "going_wrong") or read.concrete(need):
        return False
    if _PLEASED.fullmatch(need):
        return True
    if not read.has(need, *GENERAL, "praise_of_groups"):
        return False
    rest = frozenset(word.stem for word in read.left(need, *COMMON))
    return len(akin(rest, read.stems(group))) == len(rest)


_FAULT = re.compile(
    r"\W*(?:the|their|having|with|always|often|all\s+(?:the|these|those))?\s*"
    r"(?:(?:broken|damaged|defective|faulty|worn|worn[- ]out|dirty|torn|leaking|leaky|rusty|rotten|"
    r"old|bad|poor|outdated|unreliable|slow|expensive|cracked|failed|failing|spoiled|lost|missing|"
    r"wrong|dead)\s+(?P<thing>[\w-]+(?:\s[\w-]+)?)"
    r"|(?:problems?|troubles?|issues?|faults?|failures?|defects?|breakdowns?|difficulties|damage)\s+"
    r"(?:with|of|in|on|to|at)\s+(?:the|their|an?)?\s*(?P<with>[\w-]+(?:\s[\w-]+)?)"
    r"|(?P<of>[\w-]+)\s+(?:problems?|troubles?|issues?|faults?|failures?|defects?|breakdowns?|"
    r"breaks?|fails?|damage|(?:is|are|gets?)\s+(?:broken|damaged|dirty|old|worn|faulty|bad)))\W*",
    re.IGNORECASE,
)
"""A thing and that it is broken, and not what that does to whom: "broken bikes"."""


@once
def bare_fault(need: str, read: Reader, sold: str) -> bool:
    """True where a need is no more than the trade's own thing and its fault.

    That is the need of whoever has one. ``sold`` is what is sold, and from which market one begins.
    """
    found = _FAULT.fullmatch(need)
    if found is None:
        return False
    thing = read.stems(found["thing"] or found["with"] or found["of"])
    return bool(thing) and len(akin(thing, read.stems(sold))) == len(thing)


def like_everybody(need: str, context: Context, group: str) -> bool:
    """True where a need is told to be that of all: "what every driver wants", "like any shop".

    ``group`` is what the chosen niche is called and of whom it consists.
    """
    read = context.read
    if _EVERYBODY.search(need):
        return True
    if any(not _of_others(need, each.start(), group, read) for each in _ALL_NEED.finditer(need)):
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
