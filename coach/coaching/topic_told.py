"""Whether a job is told as a topic or as a virtue: a heading, and nothing that somebody does."""

import re

from coach.coaching.language import Reader
from coach.coaching.verdicts import once

_PARTS = re.compile(r",\s*(?:and\s+)?|\band\b|&|/", re.IGNORECASE)
_TAIL = re.compile(
    r"\s+(?:for|of|in|at|among|within|on|by|with|without)\s+(?:(?:the|their|our|my|his|her|all)\s+)*"
    r"[\w'’-]+(?:\s+[\w'’-]+)?\W*\Z",
    re.IGNORECASE,
)
"""Where or for whom the topic is one: "mobility for their employees"."""
_OWNER = re.compile(
    r"\s*(?:(?:the|their|our|my|more|better|good|real|full|true|some|work|road|"
    r"staff|team|employees?|personnel|workplace|office|company|business|corporate|customers?|"
    r"clients?|patients?|guests?|users?|data|food|family|animal|child|public|everyday|daily|"
    r"personal|social|mental|physical|environmental|digital|urban|local)(?:['’]s?)?\s+)*",
    re.IGNORECASE,
)
"""Whose topic it is, or which part of it: "staff well-being", "data security"."""
_BE = re.compile(
    r"\s*(?:to\s+)?(?:be|being|become|becoming|stay|staying|remain|remaining)\s+",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"\s*(?:(?:more|less|most|much|really|truly|very|even|always|fully|well|as|an?|the|their|its|"
    r"or|also|both|greener|healthier|fitter|stronger|safer|fairer|leaner|better|happier|greenest|"
    r"good|best|great)\s+)*",
    re.IGNORECASE,
)

_ABSTRACT = re.compile(
    r"\s*(?:(?!(?:enable|disable|table|deal|heal|appeal|reveal|steal|conceal|seal|signal|total|trial|"
    r"vary|carry|marry|mimic|panic)\s)[\w-]+(?:al|able|ible|ic|ous|ful)\s+|"
    r"(?:risk|crisis|time|energy|stress|knowledge|talent|facility|fleet|building|quality|"
    r"precision|customer|career|health)\s+)?"
    r"(?!(?:mention|function|position|question|station|partition|petition|auction|ration|caution|"
    r"condition|commission|document|implement|supplement|complement|experiment|comment|cement|"
    r"ferment|lament|augment|torment|segment|fragment|witness|harness|balance|advance|enhance|"
    r"dance|glance|influence|reference|evidence|sentence|fence|silence|commence|convince|"
    r"sequence|pity|capture|nurture|feature|picture|venture|manufacture|lecture|structure|"
    r"provision|envision|pay\w*|equipment|apartment|garment|instrument|monument|pavement)s?\W*\Z)"
    r"[\w-]{3,}(?:tion|sion|ity|ment|ness|ance|ence|ship|ism|logy|ics|ture|hood|dom)\W*",
    re.IGNORECASE,
)
"""A noun that by its ending is no act and no thing: "remembrance", "risk management"."""
_CLAUSE = re.compile(
    r"\b(?:(?<!up )to|that|when|while|if|before|until|at|in|on|by|with)\b", re.IGNORECASE
)
"""What makes a time or an act of a virtue: "be fit at nine"."""


@once
def topic(job: str, read: Reader) -> bool:
    """True where ``job`` names a field of life, or how things shall be, and no act: "mobility"."""
    if not read.knows("wished_states") or read.concrete(job):
        return False
    parts = _PARTS.split(_TAIL.sub("", job))
    return all(_heading(each, read) for each in parts if each.strip()) and bool(job.strip())


def _heading(part: str, read: Reader) -> bool:
    told = _OWNER.sub("", part, count=1)
    lists = ("wished_states", "virtues", "generic_benefits")
    if _ABSTRACT.fullmatch(told):
        return True
    found = read.find(told, "wished_states")
    return bool(found) and found[-1].end >= len(told.rstrip(" .!")) and not read.left(told, *lists)


@once
def virtue(job: str, read: Reader) -> bool:
    """True where ``job`` is to be what anybody would like to be: "be sustainable and efficient"."""
    opened = _BE.match(job)
    if not opened or not read.knows("virtues") or read.concrete(job):
        return False
    parts = [_DEGREE.sub("", each, count=1) for each in _PARTS.split(job[opened.end() :])]
    lists = ("virtues", "generic_benefits", "comparatives", "customer_words")
    if not read.has(job, "virtues", "generic_benefits", "comparatives"):
        return False
    return not any(read.left(each, *lists) or _CLAUSE.search(each) for each in parts)
