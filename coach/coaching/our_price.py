"""Is a price that an answer tells by the way the one that customers pay us?"""

import re

from coach.coaching.quantities import Quantity

_WE_ASK = re.compile(
    r"\b(?:(?:we|I) (?:ask|charge|bill|take|want|sell(?: \w+)?|settled|agreed"
    r"|decided)(?: (?:at|for|on))?"
    r"|(?:our|my|the|a|with a|one) price(?: tag)?(?: (?:is|of|stays|stands|lies|will be|at"
    r"|remains)){0,2}|price tag of"
    r"|(?:customers?|people|buyers?|clients?|guests?|members?|they|famil(?:y|ies)|parents?"
    r"|everybody|everyone|each|all|owners?|users?|who(?:ever)?)"
    r" (?:(?:happily|gladly|readily|will|would|already|all|only|just) )*pays?(?: us| me)?"
    r"|(?:it|this|that|ours|one|an? order) costs? (?:them|you|people|customers|each|only|just)"
    r"|(?:sells?|goes|is sold) (?:at|for)"
    r"|(?:bill|invoice|price list|tag|quote) (?:says|reads|shows|comes to)"
    r"|(?:they|you|people|customers|who(?:ever)?) (?:(?:will|gladly|happily) )*"
    r"(?:lays?|puts?|spends?|parts? with|hands? over|leaves?)"
    r"|(?:they|you|people|customers) gets? (?:\w+ ){1,4}(?:for|at)"
    r"|pays? (?:for itself|off|itself back) (?:at|with)"
    r"|(?:each|every|a|the) [\w-]+ (?:(?:is|gets|will be) (?:billed|charged|invoiced) at"
    r"|(?:goes|stands|lands) on the (?:bill|invoice) (?:at|for|with)))"
    r"(?: (?:about|around|only|just|exactly))?\W*\Z",
    re.IGNORECASE,
)
"""What stands before a price that is ours beyond doubt: "we ask", "people pay us"."""
_AT = re.compile(r"\b(?:at|for)\W*\Z", re.IGNORECASE)
_OUR = re.compile(r"\b(?:our|my)\W*\Z", re.IGNORECASE)
_PAYS_THAT = re.compile(
    r"\W*(?:is|are) (?:what|all) (?:the |our |each |a |every )?\w+ (?:pays?|puts?|lays?|owes?"
    r"|has to pay)\b"
    r"|\W*(?:(?:a|an|per|the|each|every) \w+ )?(?:is|are) (?:(?:not|hardly|really|very|quite|only)"
    r" )?(?:nothing|fair|cheap|little|dear|much|a lot|well spent|a bargain|a steal|worth)\b"
    r"|\W*(?:flat\b|all in\b|all included\b)",
    re.IGNORECASE,
)
"""What says behind a price that customers pay it: "is what each pays", "is fair", "flat"."""
_THEY_GET = re.compile(
    r"\s+(?:(?:a|an|per|the|each|every) \w+ )?,?(?:they|you|nobody|no one|people|everybody|everyone"
    r"|customers?|one) (?!else\b)",
    re.IGNORECASE,
)
"""Who acts on a price of ours: "at €90 | nobody thinks twice"."""
_EARNED = re.compile(
    r"\s+(?:(?:a|an|per|the|each|every) \w+ )?(?:is|are|pays?|stays?|stands?)\b", re.IGNORECASE
)


_SOMETHING_ELSE = re.compile(
    r"\s+(?:(?:a|an|per|the|each|every) \w+ )?"
    r"(?:(?:for|in|into|to|as|of|on)\s+(?!it\b|this\b|that\b|us\b|each\b|one\b|our\b|all\b"
    r"|the table)|(?:rent|tax\w*|wages?|interest|insurance|deposit|duty"
    r"|premium|fines?|penalty|commission|tuition|tips?)\b)",
    re.IGNORECASE,
)
"""What is paid for something that is not ours: "parents pay €40 for shoes"."""


def ours_told(text: str, each: Quantity) -> bool:
    """True where the words around a price say that customers pay it to us."""
    before = text[: each.start]
    if _SOMETHING_ELSE.match(text, each.end):
        return False
    if _WE_ASK.search(before) or _PAYS_THAT.match(text, each.end):
        return True
    if _AT.search(before) and _THEY_GET.match(text, each.end):
        return True
    return bool(_OUR.search(before) and _EARNED.match(text, each.end))
