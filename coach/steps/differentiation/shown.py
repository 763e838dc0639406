"""Whether a signal shows the difference before the purchase, or only later, or nothing at all."""

import re

from coach.coaching.language import Reader
from coach.coaching.unsaid import unsaid
from coach.steps.differentiation.model import Differentiation


def only_later(answers: Differentiation, read: Reader) -> bool:
    """True where the signal tells of a time after the purchase, or of nothing anybody could see.

    Where a signal is ticked, only words deny it that leave no doubt: "once they have bought it".
    """
    parts = [part for part in _TURN.split(answers.signal) if part and part.strip()]
    if not answers.signals and all(_NOTHING_TO.search(part) for part in parts):
        return True
    parts = [part for part in parts if not _NOTHING_TO.search(part)] or parts
    late = [part for part in parts if _AFTER_ALL.search(part) or _LIVED.search(part)]
    early = [part for part in parts if part not in late and not _perceived(part, read)]
    if unsaid(answers.signal, read):
        return True
    if not answers.signals and all(
        _only_told(part, read) or unsaid(part, read) or _no_thing(part, read) for part in parts
    ):
        return True
    if any(read.has(part, "shown_before") or _BEFORE.search(part) for part in early):
        return False
    if late or answers.signals:
        return bool(late)
    if len(early) < len(parts) or not any(_evidence(part, read) for part in parts):
        return True
    if any(_LAID_OUT.search(part) for part in parts if part not in late):
        return False
    seen = read.has(answers.signal, "seen_things") or read.concrete(answers.signal)
    told = read.has(answers.signal, "intangible")
    return (told and not seen) or read.has(answers.signal, "afterwards")


def _evidence(part: str, read: Reader) -> bool:
    """True where ``part`` names what a stranger could look at; one that tells an act must."""
    if read.has(part, "shown_before", "seen_things") or read.concrete(part):
        return True
    return _OFFERED.search(part) is not None or not _OF_US_OR_THEM.match(part)


def _no_thing(part: str, read: Reader) -> bool:
    """True where ``part`` says how it is, and no thing: "difficult", "a hard one"."""
    return len(read.left(part)) <= 1 and not _evidence(f"it {part.lower()}", read)


def _perceived(part: str, read: Reader) -> bool:
    """True where ``part`` tells what a customer comes to see, and names nothing that shows it."""
    return (
        _PERCEIVES.search(part) is not None
        and not read.concrete(part)
        and not _OFFERED.search(part)
    )


def _only_told(part: str, read: Reader) -> bool:
    """True where all of ``part`` is that we say so, or what any firm has: a page, a logo, posts."""
    if read.concrete(part):
        return False
    if _WE_SAY.match(part):
        return not (read.has(part, "shown_before") or _OFFERED.search(part))
    return read.only(part, *_ANY_FIRM, spare=1)


_OF_US_OR_THEM = re.compile(
    r"\W*(?:(?:and|well|honestly|probably|maybe|perhaps|then|mostly|usually|only|simply|just|hard"
    r"|difficult|sadly|i think|we think|the)\W+)*(?:it|this|that|they|you"
    r"|one(?=\s+(?:can|has|must|will|would|could|should|needs?|gets|sees|feels|knows|only|just|notices)\b)"
    r"|she|he|when|once"
    r"|after|as soon as|by the time|over|with|through|in|during|while|people|(?:the\s+|our\s+)?(?:"
    r"customers?|clients?|buyers?|guests?)|everybody|everyone|we|i|our|later|there)\b",
    re.IGNORECASE,
)
"""How a sentence opens that is about somebody, or about a time: no thing stands first in it."""
_ANY_FIRM = (
    "generic_channels",
    "for_show",
    "intangible",
    "padding",
    "us",
    "generic_benefits",
    "quality_talk",
)
"""Word lists of what stands on any firm's page, and shows no difference."""
_WE_SAY = re.compile(
    r"\s*(?:we|i)\s+(?:\w+\s+){0,6}?(?:shine|impress|score|excel|stand out|communicate|inform"
    r"|promote|market it|make it clear"
    r"|get it across|tell|say|explain|repeat|assure|stress|mention|convince|persuade"
    r"|claim|argue"
    r"|advertise|announce|shout|talk)\b",
    re.IGNORECASE,
)
"""A sentence in which we say it ourselves."""
_NOTHING_TO = re.compile(
    r"\b(?:nothing|little|not much)\s+to\s+(?:look at|show|see|touch|try|hold|compare)\b"
    r"|(?:\bwould|['’]d)\s+(?:love|like)\s+to\b|\b(?:can(?:not|['’]t)|could\s*n['’]?o?t|impossible\s+to|hard\s+to)\s+(?:be\s+)?(?:photograph|show|see"
    r"|film|captur|pictur|demonstrat|display)\w*",
    re.IGNORECASE,
)
"""What cannot be looked at, which shows nothing, and what is told beside it may."""
_PERCEIVES = re.compile(
    r"\b(?:certain|special)\s+(?:something|touch|magic)\b|\b(?:they|you|one|people|folks?|everyone"
    r"|everybody|anyone|customers?|clients?|buyers?|guests?"
    r"|(?:the|an?|our|each|every)\s+\w+|\w{3,}s)(?:['’]ll)?\s+(?:(?!may\b|can\b|could\b"
    r"|who\b)\w+\s+){0,3}?"
    r"(?:sees?|notice\w*|feels?|realis\w+|realiz\w+|understands?|finds? out|knows?|discovers?"
    r"|appreciates?"
    r"|learns?|hears?|tastes?|smells?|believes?|remarks?|senses?|values?|nods?|smiles?)\s*"
    r"(?:\b(?:it|that|this|us|me|why|what|how|the difference|right away|soon|straight away|at once"
    r"|immediately"
    r"|when|once|after|by themselves|for themselves|on the spot|then|in|with|from)\b|\Z|,)"
    r"|\b(?:convinc\w+|speaks? for|wins? through|prevails?|sticks?|sinks in|dawns"
    r"|becomes? (?:clear|plain|obvious))\b"
    r"|\b(?:difference|quality|result|value|it|that)\s+(?:\w+\s+)?(?:is|will be|becomes?|shows?"
    r"|tells?|proves?|comes out)"
    r"\s*(?:plain|obvious|clear|evident|felt|noticeable|visible|itself|through|by itself|soon"
    r"|quickly|\Z)"
    r"|\b(?:have to|has to|must|need to|needs to|will|should)\s+(?:just\s+|simply\s+)?(?:trust"
    r"|believe)\b"
    r"|\b(?:word|news|it|that|this|name|talk)\s+(?:will\s+|soon\s+)?(?:gets?|go(?:es)?|spreads?"
    r"|travels?)\s"
    r"*(?:a?round|about|by itself|from mouth)\b",
    re.IGNORECASE,
)
"""What somebody comes to see by herself: "they know what they have in us", "it convinces"."""
_LAID_OUT = re.compile(
    r"\b(?:we|i)\s+(?:\w+\s+)?(?:lend|lay|hang|bring|hand|leave)\b|\b(?:at|in)\s+(?:the|our|each|every)\s+"
    r"(?:\w+\s+)?(?:fair|market|comice|show|stall|hall|shed|workshop|club|exhibition|meeting)\b",
    re.IGNORECASE,
)
"""What is brought to them, or laid out where they come by."""
_OFFERED = re.compile(
    r"\b(?:in|through|at|on|by|beside)\s+(?:the|our|each|every|a)\s+(?:\w+\s+)?(?:window|gate|door"
    r"|counter|fair|market|wall|shelf|show|stall|comice|hall|shed|shop|yard|workshop|club|trestle"
    r"|table|fence|quay|meeting|glass|page|box|lid|label)\b|\b(?:we|i)\s+(?:\w+\s+)?(?:show|lend"
    r"|lay|hang|bring|send|put|print|give|hand|let|leave"
    r"|open)\b"
    r"|\b(?:shown?|hangs?|lies|stands?|lent|laid out|on show|displayed|next to|beside|side by side"
    r"|on the (?:wall|table|counter))\b",
    re.IGNORECASE,
)
"""Something that is shown, hung up or lent."""
_LIVED = re.compile(
    r"\bonce\s+(?:they|you|one|people)(?:['’]ve|\s+have|\s+get|\s+got|\s+are|\s+own|\s+use)\b"
    r"|\bfirst\b[^.;]*\b(?:purchase|payment|sale|order|contract|money)\b[^.;]*\bthen\b"
    r"|\A\W*(?:(?:and|well|honestly|i think|to be honest)\W+)?(?:you|they|one|people|customers?"
    r"|clients?)(?:['’]d)?\s+"
    r"(?:(?:simply|just|really|first)\s+)?(?:(?:have|has|need|needs|got)\s+to|must)\s+\w+"
    r"|\b(?:gets?|got|has|have|holds?|carr(?:y|ies)|opens?|unpacks?)\s+(?:\w+\s+){1,4}?(?:back|home"
    r"|in (?:his|her|their|your) hands?)\b(?! in a\b)|\b(?:unpack\w*|unbox\w*|arrives?|on arrival"
    r"|on delivery|(?:is|are|been) delivered)\b"
    r"|\b(?:notice|see|feel|know|realise|realize|understand)s?\s+(?:it\s+)?(?:on|at|in|by|with)\s+"
    r"(?:the|that|their|his|her)\s+(?:first|second|third|next|last|day|morning|evening|night)\b"
    r"|\b(?:at|by|before|towards)\s+the\s+end\s+of\s+(?:the|each|every|a|their)\b"
    r"|\b(?:have|has|need|needs|must|had better|got)\s+(?:to\s+)?(?:\w+\s+)?(?:try|tried|use|used"
    r"|own|live|lived|wear|worn|drive|work|sleep"
    r"|experience|play|ride|cook)\b[^.;]{0,25}\b(?:for|first|weeks?|months?|years?|seasons?|to)\b"
    r"|\b(?:after|once|when|as soon as)\s+(?:\w+\s+){1,3}?(?:is|are|was|has been|have been"
    r"|gets?)\s+"
    r"(?:\w+\s+){0,2}?(?:paid|bought|delivered|installed|fitted|signed|ordered|mounted|built in"
    r"|in place|running|in use|up|done|over|home)\b"
    r"|\b(?:when|once|as soon as|after|with)\s+(?:the|their|his|her|our|your)\s+(?:\w+\s+)?(?:bill"
    r"|invoice|statement|year|winter"
    r"|summer|season|emergency|breakdown|harvest)\b(?:\s+\w+){0,4}?\s+(?:comes?|arrives?|is over"
    r"|ends?|drops|falls)\b"
    r"|\bgive\s+(?:it|us|them|me)\s+(?:\w+\s+){0,4}?(?:time|days?|weeks?|months?|quarters?|years?"
    r"|seasons?|goes)\b"
    r"|\b(?:after|within|in)\s+(?:\w+\s+)?(?:two|three|four|five|six|\d+|several|some|many|a few"
    r"|a couple of)\s+(?:\w+\s+)?"
    r"(?:days|weeks|months|quarters|years|seasons|winters|summers|uses|washes|nights|jobs"
    r"|orders)\b[^.;]{0,40}"
    r"\b(?:see|sees|know|knows|notice\w*|feel|feels|plain|clear|obvious|difference|worth|realis\w+"
    r"|back)\b",
    re.IGNORECASE,
)
"""What has to be lived through first: "you have to use it for a month", "once it is installed"."""
_BEFORE = re.compile(
    r"\b(?:before|ahead of|prior to|until)\s+(?:\w+\s+){0,4}?(?:pa(?:y\w*|id)|b(?:uy\w*|ought)"
    r"|sign\w*|order(?:s|ed|ing)?|purchase\w*|sale|deal|contract|book(?:ing|s)?|decid\w*|choos\w*"
    r"|due"
    r"|(?:euro|cent|penny|pound|dollar|franc|crown)s?)\b",
    re.IGNORECASE,
)
"""A time before the purchase."""
_TURN = re.compile(r"[.!?;]+(?:\s+|\Z)|\n+|,?\s\b(?:but|though|although|yet)\b|,\s+(?:and|so)\b")
_AFTER_ALL = re.compile(
    r"\bonly\s+(?:the|their|his|her|your)\s+\w+\s+(?:shows?|tells?|proves?|knows?)\b"
    r"|\bonly\b(?:\s+\w+){0,6}?\s+(?:after|once|when|later|afterwards|in use|in practice"
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
    r"|\b(?:until|till|before)\s+(?:then|that\s+\w+|(?:the\s+|their\s+)?first\s+\w+|they\s+\w+"
    r"|you\s+\w+)\b"
    r"[^.;]{0,40}\b(?:hard|difficult|impossible|cannot|can['’]t|only\s+(?:our|my)\s+word"
    r"|(?:nobody|no one|nothing)\s+(?:can|could|will|would|knows|sees|believes|notices|shows|is))\b"
    r"|\b(?:whoever|anyone\s+who|those\s+who|people\s+who|who(?:soever)?)\s+(?:has|have"
    r"|stays?)\b[^.;]{0,60}"
    r"\b(?:needs?\s+no|comes?\s+to\s+see|will\s+(?:know|see|understand)|knows?\s+(?:why|what))\b"
    r"|\b(?:not|nothing)\s+(?:something\s+|a\s+thing\s+|anything\s+)?(?:for\s+)?to\s+(?:show"
    r"|be\s+(?:shown|seen))\b"
    r"|\bfrom\s+the\s+(?:first|second|third|fourth|next)\s+\w+\s+on\b"
    r"|\btime\s+(?:will|shall)\s+(?:tell|show)\b|\b(?:not|un)\s*(?:visible|observable"
    r"|seen)\s+(?:pre|before|until)\b"
    r"|\bby\s+(?:the\s+time|then)\b[^.;]{0,50}\b(?:bought|paid|signed|ordered|ours|too\s+late)\b"
    r"|\b(?:will|shall)\s+(?:only\s+)?(?:understand|see|feel|know|notice|realise"
    r"|realize)\s+(?:it\s+|that\s+)?"
    r"(?:later|afterwards|in\s+time|one\s+day|in\s+the\s+end)\b"
    r"|\b(?:by|until) then\b[^.;]{0,20}\b(?:bought|paid|signed|ordered)\b"
    r"|\b(?:comes?|shows?|seen|visible|felt|noticed)\s+(?:\w+\s+)?(?:with|in|at|after)\s+the\s+"
    r"(?:second|third|fourth|fifth|tenth|next|following|last)\b",
    re.IGNORECASE,
)
"""Words that put it behind the purchase without a doubt."""
