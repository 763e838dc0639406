"""Whether a job is told without an act of theirs: as a deal with a seller, or as a state."""

import re

from coach.coaching.language import Reader

_CONTACT = re.compile(
    r"\A\s*(?:to\s+)?(?:send|call|phone|ask|book|order|hire|pay|visit|join|choose|contact|e?mail|"
    r"write|come|buy|rent|bring|have|let|trust|reach|find|meet|tell|recommend|prefer)\b(?:\s+"
    r"\w+){0,3}?\s+us\b"
    r"|\A\s*(?:to\s+)?\w+(?:\s+\w+){0,5}?\s+(?:(?:to|with|through|via)\s+us|(?:from|by)\s+(?:us|"
    r"me))\b",
    re.IGNORECASE,
)
"""What somebody does with us, which no one wants done before they know us: "ring us"."""
_NO_VERB = re.compile(
    r"\s*(?:an?\s+(?!(?:bit|little|lot)\b)[\w'-]+(?:\s+[\w'-]+){0,5}|(?:(?:healthy|happy|satisfied|"
    r"loyal|good|great|"
    r"safe|strong|beautiful|reliable|punctual|fair|high|low|full|constant|regular|quick|easy|"
    r"simple|"
    r"smooth|contented|motivated|successful|efficient|perfect|tidy|proud|peace|joy|growth|success|"
    r"profit|freedom|security|satisfaction|recognition|respect|luck|fun|comfort|quality)\b)"
    r"(?:\s+(?!(?:the|an?|my|their|his|her|our|its|this|that|them|it|up|down|"
    r"out)\b)[\w'-]+){0,3})\W*\Z",
    re.IGNORECASE,
)
"""A state and nothing that is done: "a better image", "healthy animals", "peace in the house"."""
_CLAUSE = re.compile(r"\b(?:to|that|who|whether|how|what|when|which|where)\b", re.IGNORECASE)
_TO_BE = re.compile(
    r"\s*(?:(?:to\s+)?(?:be|feel|become|being|feeling|get|stay)\s+)"
    r"(?:(?:more|less|really|fully|very|always|even|a bit)\s+)*"
    r"(?:satisfied|happy|happier|content|pleased|productive|successful|efficient|profitable|"
    r"competitive|"
    r"healthy|healthier|fit|fitter|rich|richer|good|better|best|innovative|modern|professional|"
    r"relaxed|"
    r"independent|flexible|well|fine|secure|on the safe side|"
    r"(?:safe|comfortable|confident|understood|valued|welcome|at home|cared for|respected|free|"
    r"calm|strong|"
    r"in good hands|at ease|supported|heard|taken seriously)(?=\W*\Z))(?!\w)"
    r"(?:\s+(?:of|from|with|about|at|in|by|after|through|and)\s+[\w'-]+(?:\s+[\w'-]+){0,3})?\W*\Z",
    re.IGNORECASE,
)
"""What anybody would like to be: "be satisfied", "to feel good about the purchase"."""
_ANY_GOOD = re.compile(
    r"\s*(?:to\s+)?(?:always\s+|really\s+|simply\s+)?(?:"
    r"\w+\s+(?:much\s+|even\s+|a (?:bit|lot)\s+)?(?:better|best|well|nicer|happier)"
    r"(?:\s+(?:and\s+better|than (?:ever|before)))?"
    r"|(?:live|reach|fulfil|fulfill|follow|achieve|realise|realize|unlock|chase)\s+"
    r"(?:(?:their|the|his|her|your|a|all)\s+)*(?:\w+\s+)?(?:dreams?|potential|goals?|best life|"
    r"life|success|wish(?:es)?)(?:\s+to the full)?"
    r"|(?:be|become)\s+(?:the|their|his|her)\s+(?:very\s+)?best(?:\s+.{0,30})?"
    r"|(?:perform|work|live|feel|look|play|be|do|give)\s+(?:at\s+)?(?:their|his|her|the|your)\s+"
    r"best"
    r"|enjoy\s+(?:(?:the|their|his|her)\s+)?(?:life|day|days|time|work|hobby|sport|\w+ing)"
    r"(?:\s+(?:more|again|fully|to the full))?"
    r"|(?:get|have|achieve|see)\s+(?:the\s+)?(?:better|best|great|good|top|more)\s+(?:results?|"
    r"quality|success|outcomes?|performance)"
    r"|(?:get|getting|have|having|find|finding)\s+(?:everything|all)(?:\s+\w+)?\s+(?:from|in|under|"
    r"at)\s+one\s+"
    r"(?:hand|source|place|roof|stop)"
    r"|(?:get|have|achieve|see|reach)\s+(?:results?|success)"
    r"|(?:get|have|keep)\s+(?:everything|it all|things|all of it)\s+(?:under control|in order|"
    r"in hand|"
    r"in view|sorted|done)"
    r"|be\s+(?:happy|content|satisfied|pleased|proud)(?:\s+(?:with|of|about)\s+[\w'’-]+(?:\s+"
    r"[\w'’-]+){0,2})?"
    r")\W*",
    re.IGNORECASE,
)
"""What anybody does better, or dreams of: "bake better", "live their dream"."""
_AND = re.compile(r",|\band\b|&", re.IGNORECASE)
_FEELING = re.compile(
    r"\s*the\s+(?:good\s+)?(?:feeling|certainty|joy|satisfaction|pleasure|peace|luxury|comfort)\b",
    re.IGNORECASE,
)
"""A feeling as a thing: "the feeling of being safe"."""
_CLICKS = re.compile(
    r"\s*(?:to\s+)?(?:log|sign)\s*(?:in|on|up|into)\b"
    r"|.*\b(?:with|in|by) (?:a|one|two|three|a few) (?:clicks?|taps?|swipes?)\b",
    re.IGNORECASE,
)
"""What is done on a page of ours: "log on and see the numbers"."""
_RID_OF = re.compile(
    r"\s*(?:to\s+)?(?:(?:get|be) (?:rid|free) of|be without|have no(?: more)?|stop having|"
    r"live without|forget(?: about)?)\s+(.+)",
    re.IGNORECASE,
)
"""A trouble to be without, where it is no trouble in particular: "get rid of all worries"."""
_DEAL = re.compile(
    r"\s*(?:to\s+)?(?:sign|subscribe|take out|get|buy|book|order|choose|pick|join|try|upgrade|"
    r"renew|use|have|become|be|being)\b(?:\s+[\w'-]+){0,3}\s+(?:subscription|membership|"
    r"(?:monthly|yearly|annual|premium|basic|family)\s+(?:plan|contract|package|deal)|starter kit|"
    r"newsletter|voucher|discount|free trial|trial month|loyalty card|(?:our|your) regulars|"
    r"customer|client|subscriber|fan of (?:ours|us)|member (?:with|of) (?:us|ours?))\b",
    re.IGNORECASE,
)
"""A deal with a seller, which nobody wants for itself: "sign the yearly contract"."""
_OUR_OWN = re.compile(
    r"\s*(?:to\s+)?(?:work|cooperate|collaborate|switch|change|move|benefit|profit|learn|rely|"
    r"count|trust|believe|draw|live|belong|convert|go|come|turn|return|be part|be supported|"
    r"be served|be one|become one|stay one)\b"
    r"(?:\s+(?:together|over|up|on|in|by|from|to|with|into|of|through))+\s+(?:our\b|"
    r"my (?:\w+ )?(?:years|experience|know-how|expertise|skills?|workshop|course|method|"
    r"shop|service|product|team)\b)",
    re.IGNORECASE,
)
"""To rely on us by another word for what we have: "benefit from my years as a tuner"."""
_AT_OURS = re.compile(
    r"\b(?:they|them|their)\b.*\b(?:to|at|from|on|with|in|into|through|via|by|"
    r"of) our (?:\w+ )?(?:stall|"
    r"shop|store|stand|booth|site|website|page|platform|app|door|counter|showroom|workshop|studio|"
    r"premises|team|service|system|product|method|range|brand)s?\b",
    re.IGNORECASE,
)
"""Theirs and ours in one breath, where ours is what sells: "find their way to our stall"."""
_SELLER = re.compile(
    r"\s*(?:to\s+)?(?:have|find|get|use|hire|choose|need|want)\s+(?:an?|one|the (?:right|best))\s+"
    r"(?:[\w-]+\s+){0,2}(?:supplier|partner|provider|service|product|contact|expert|specialist|"
    r"solution|advis[eo]r|tool|system|professional|seller|vendor)\b"
    r"(?:\s+(?:for everything|at (?:their|your|my) side|they can trust|to (?:trust|rely on)))?\W*\Z"
    r"|\s*(?:to\s+)?(?:try(?: out)?|discover|experience)\s+(?:(?:the|an?|something|some)\s+)?"
    r"(?:new|real|true|genuine|authentic|modern|different)\b",
    re.IGNORECASE,
)
"""Somebody to buy from, and no more: "have a reliable supplier", "try the new method"."""
_THING = re.compile(r"\s*an?\s+(?!(?:bit|little|lot|few)\b)[\w-]+", re.IGNORECASE)
"""A thing where an act is asked: "a kitchen that works"."""
_LIKE_WHAT = re.compile(
    r"\s*(?:healthy|happy|satisfied|loyal|good|great|strong|beautiful|reliable|punctual|fair|"
    r"constant|regular|easy|simple|successful|efficient|tidy|proud|better|best|more|less|fewer|"
    r"affordable|sustainable|modern|comfortable|professional|innovative|high-quality|flexible|"
    r"convenient|personal|digital|environmentally friendly|eco-friendly|stylish)\s+"
    r"(?!often\b|than\b)[\w-]+",
    re.IGNORECASE,
)
"""What something shall be like, where an act is asked: "good advice at the right moment"."""
_BY_OTHERS = re.compile(
    r"\s*(?:to\s+)?let\s+(?:the\s+|an?\s+)?(?:experts?|professionals?|specialists?|pros?)\b"
    r"|\s*(?:to\s+)?be\s+(?:the|among the|one of the)\s+(?:first|few)\s+(?:\w+\s+)?(?:to|who)\s+"
    r"(?:own|owns|have|has|get|gets|try|tries|buy|buys)\b"
    r"|\s*(?:to\s+)?(?:get|have|buy|own)\s+(?:the|an?)\s+(?:premium|pro|full|latest|deluxe|"
    r"basic)\s+"
    r"(?:version|edition|model|package|plan|upgrade)\b"
    r"|\s*our\s+(?:\w+\s+)?(?:service|product|team|app|system|offer|course|method|solution|"
    r"help)s?\b",
    re.IGNORECASE,
)
"""Others who do it, or a thing to be had: "let the experts do it", "our service"."""
_THINGS_FIRST = re.compile(
    r"\s*(?P<what>[\w-]{2,}[^su\W]s)\s+(?:with|in|on|at|for|that|of|from|without|everywhere|per)\b",
    re.IGNORECASE,
)
"""Things and where they shall be, without an act: "sensors in every barn"."""


def with_us(job: str, theirs: str) -> bool:
    """True where ``job`` is to deal with a seller. ``theirs`` is it without "our own"."""
    told = (_CONTACT, _DEAL, _CLICKS, _SELLER, _BY_OTHERS)
    return any(each.match(job) for each in told) or bool(
        _OUR_OWN.match(theirs) or _AT_OURS.search(theirs)
    )


def state(job: str, read: Reader) -> bool:
    """True where ``job`` is how things shall be, and nothing that somebody does."""
    if _NO_VERB.match(job) and not _CLAUSE.search(job) and not read.concrete(job):
        return True
    if _TO_BE.match(job) or _FEELING.match(job):
        return True
    if (_THING.match(job) or _LIKE_WHAT.match(job)) and not read.concrete(job):
        return True
    things = _THINGS_FIRST.match(job)
    if things and not read.has(things["what"], "light_verbs", "using", "benefit_verbs"):
        return True
    if not read.concrete(job) and all(map(_ANY_GOOD.fullmatch, _AND.split(job))):
        return True
    rid = _RID_OF.match(job)
    return rid is not None and not read.left(rid[1], "trouble", "comfort", "universal", "them")
