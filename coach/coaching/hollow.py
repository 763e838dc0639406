"""Details of a group that narrow nothing: what everybody wishes, or that they use what is sold."""

import re

from coach.coaching.groups import BARE
from coach.coaching.language import LONGEST, Reader, akin
from coach.coaching.markets import LOOSE, only_named
from coach.coaching.verdicts import once

WIDE = ("everyone", "universal", "widest", "broad", "wider_names", "anybody_in", "group_words")
"""Lists of names for people and firms that are wider than any niche."""

_WHOLE = re.compile(
    r"\W*(?:(?:pretty much|more or less|basically|simply|just)\s+)?(?:the\s+)?(?:(?:whole|entire|"
    r"complete|overall|global|general)\s+)(?:[\w-]+\s+){0,2}?(?:market|sector|industry|branch|world|"
    r"scene|community|population|trade|profession|public)\b"
    r"(?:\s+(?:really|basically|at large))?\W*",
    re.IGNORECASE,
)
"""A market by name: "the whole dog market"."""
_AVERAGE = re.compile(
    r"\W*(?:(?:the|an?|your)\s+)?(?:average|typical|normal|ordinary|regular|common|everyday)\s+"
    r"(?:[\w-]+\s+){0,1}[\w-]+\W*",
    re.IGNORECASE,
)
"""One of a kind and no more: "the average tea drinker"."""
_LOVERS = re.compile(
    r"\W*(?:all\s+)?(?:lovers|fans|enthusiasts|devotees|admirers|connoisseurs|friends)\s+of\s+"
    r"(?:(?:the|good|fine|great)\s+)*(?:[\w-]+\s+)?[\w-]+\W*",
    re.IGNORECASE,
)
"""Those fond of a thing: "lovers of good bread"."""
_DARE = re.compile(
    r"\b(?:show|name|find|tell|bring|give)\s+me\s+(?:the|an?|one|any|some)\s*(?:\w+\s+){1,4}?"
    r"(?:who|that|which|without|not)\b"
    r"|\bi\s+have\s+(?:yet\s+to\s+meet|never\s+met)\b"
    r"|\bwho\s+(?:does|would|could|can)(?:n.t|\s+not)\b[^.]*\?",
    re.IGNORECASE,
)
"""The question who would not be one: "show me the firm that needs none"."""
_BE_THEY = re.compile(
    r",?\s*\bfor\s+(?:fun|pleasure|love|sport|leisure|money|profit|a\s+living|business|work)\s+(?:or|and)\s+"
    r"(?:for\s+)?(?:an?\s+)?\w+\W*\Z|"
    r",?\s*\b(?:be\s+(?:they|it|he|she)|whether|no\s+matter|regardless|irrespective|whatever)\b"
    r"(?:(?!\b(?:who|that|whose|which)\b).)*\Z",
    re.IGNORECASE | re.DOTALL,
)
"""What lets both ends in: "be they six or sixty"."""
_ALIKE = re.compile(r",?\s*\b(?:alike|ones|too|both|equally|as\s+well)\b", re.IGNORECASE)
_USES = re.compile(
    r"(?P<head>[^,;.:]+?)\s+(?:who|that|which|whose\s+\w+)\s+(?:\w+ly\s+|also\s+|often\s+)?"
    r"(?:(?:eat|drink|use|own|have|has|buy|need|wear|like|love|drive|ride|cycle|read|keep|play|"
    r"ship|send|make|cook|bake|do|does|sell|serve|work|live|travel|sleep|enjoy)s?\b)(?P<rest>[^,;.:]*)",
    re.IGNORECASE,
)
"""A group and what it does with a thing: "households that eat bread"."""
_TASTE = re.compile(
    r"(?P<head>[^,;.:]+?)\s+(?:with|of|who\s+have|that\s+have)\s+(?:(?:a|an|the|some|their|very|high|higher|highest|good|"
    r"fine|great|strong|certain|real|clear|special|refined|discerning|exacting|own)\s+)*"
    r"(?:standards?|taste|style|class|ambitions?|vision|values?|expectations?|demands?|passion|"
    r"interests?(?:\s+in\s+[\w-]+(?:\s+[\w-]+)?)?|eye\s+for\s+\w+|sense\s+(?:of|for)\s+\w+|love\s+"
    r"(?:of|for)\s+\w+|feeling\s+for\s+\w+|heart|soul|dreams?|goals?|budgets?|money|needs?)"
    r"(?:\s+(?:who|that)\s+(?:wants?|likes?|loves?|wish(?:es)?)\s+to\b.*)?\W*",
    re.IGNORECASE,
)
"""A group and its attitude: "owners with high standards"."""
_GOOD = frozenset(
    (
        "good",
        "real",
        "healthi",
        "healthy",
        "true",
        "fresh",
        "fine",
        "honest",
        "fair",
        "great",
        "nice",
        "clean",
        "modern",
        "natural",
        "local",
        "special",
        "high",
        "best",
        "better",
    )
)
_BETTER = re.compile(
    r"(?P<head>[^,;.:]+?)\s+(?:who|that)\s+(?:wants?|wish(?:es)?|like|likes|hopes?|try|tries|aims?|seeks?|strive)\s+"
    r"to\s+(?:improve|better|increase|grow|enjoy|perfect|upgrade|optimi[sz]e|enhance|develop|"
    r"look\s+after|take\s+care\s+of|get\s+better\s+at|make\s+(?:more|the\s+most)\s+of)\s+"
    r"(?:(?:their|the|his|her|its)\s+)?[\w-]+\W*",
    re.IGNORECASE,
)
"""A group that would like things to be better: "musicians who want to improve their sound"."""
_VALUES = re.compile(
    r"(?P<head>[^,;.:]+?)\s+(?:who|that)\s+(?:really\s+|truly\s+)?(?:values?|appreciates?|loves?|likes?|"
    r"enjoys?|wants?|cares?\s+about|believes?\s+in|prefers?)\s+(?P<what>[^,;.:]+)\W*",
    re.IGNORECASE,
)


@once
def narrows_nothing(text: str, read: Reader, offering: str) -> str:
    """``text`` if all that it tells of a wide group is a wish, or the use of what is sold.

    ``offering`` is what is sold and from which market one begins. A figure or a name tells more.
    """
    told = text[:LONGEST].strip()
    if _DARE.search(told):
        return told
    anyhow = _BE_THEY.sub("", told)
    if read.concrete(anyhow):
        return ""
    if any(each.fullmatch(told) for each in (_WHOLE, _AVERAGE, _LOVERS)):
        return told
    taste = _TASTE.fullmatch(told)
    if taste and (only_named(taste["head"], read) or _wide(taste["head"], read)):
        return told
    if anyhow != told and len(read.left(anyhow, *WIDE)) <= LOOSE:
        return told
    plain = _ALIKE.sub("", told)
    if plain != told and only_named(plain, read):
        return told
    if (better := _BETTER.fullmatch(told)) and only_named(better["head"], read):
        return told
    sold = read.stems(offering)
    values = _VALUES.fullmatch(told)
    if values and _kind(values["head"], read) and _hollow(values["what"], sold, read):
        return told
    uses = _USES.fullmatch(told)
    if uses and _wide(uses["head"], read) and _hollow(uses["rest"], sold, read):
        return told
    return ""


def _wide(head: str, read: Reader) -> bool:
    """True where a group is called by a name that is wider than any niche."""
    return bool(read.stems(head)) and not read.left(head, *WIDE)


def _kind(head: str, read: Reader) -> bool:
    """True where a group is named and no more is told of it."""
    return len(read.left(head, "universal", "everyone")) < BARE and bool(only_named(head, read))


def _hollow(detail: str, sold: frozenset[str], read: Reader) -> bool:
    """True where a detail is the use of what is sold, or a thing that everybody likes."""
    lists = ("light_verbs", "benefit_verbs", "common_needs", "generic_benefits", "using", "wishes")
    rest = [word.stem for word in read.left(detail, *lists) if word.stem not in _GOOD]
    return len(rest) <= LOOSE and len(akin(rest, sold)) == len(rest)
