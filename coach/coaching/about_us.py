"""Answers on them that are about us: that they find us, or do not know us yet."""

import re

_FOUND_US = re.compile(
    r"\W*(?:when\s+|once\s+)?(?:they|people|customers|clients|he|she|somebody|someone)\s+"
    r"(?:\w+ly\s+|just\s+)?(?:realise|realize|understand|notice|find|discover|decide|feel|know|see|"
    r"hear|learn|come across|get to know|google|meet)(?:s|es)?\s+(?:out\s+)?"
    r"(?:(?:that|about|of|to|they|it)\s+)*"
    r"(?:(?:need|want|buy|book|call|must have|miss|should have|get|try|contact|choose|"
    r"require)s?\s+)?"
    r"(?:(?:from|at|with)\s+)?"
    r"(?:us|our\s+\w+|we\s+\w+|help|it|this|something(?:\s+better|\s+new|\s+like this)?|"
    r"an?\s+(?:change|solution)|somebody\s+like\s+us|someone\s+like\s+us)"
    r"(?:\s+(?:and|or)\s+[\w'’]+(?:\s+[\w'’]+){0,4})?\W*",
    re.IGNORECASE,
)
"""A day on which nothing happens to them: "they realise that they need us"."""
_TOLD_OF_US = re.compile(
    r"\W*(?:when\s+)?(?:somebody|someone|an?\s+friend|friends|others|people|an\s+ad|our\s+\w+)\s+"
    r"(?:tells?|told|recommends?|shows?|sends?|brings?|points?|mentions?)\s+"
    r"(?:(?:them|him|her|about|of|to)\s+)*(?:us|our\s+\w+)\W*",
    re.IGNORECASE,
)
"""Others who bring them: "a friend tells them about us"."""
_UNKNOWN = re.compile(
    r"\b(?:they|people|customers|clients|nobody|no one|most|many|[a-z]{3,}s)\s+"
    r"(?:(?:do|does|did|have|has|had|is|are)(?:n['’]t|\s+not|\s+never)?|never|knows?|hardly)\s+"
    r"(?:(?:yet|even|ever|really|heard|know|known|discovered|found|met|tried|seen|aware|hear|of|about)"
    r"\s+)+(?:us|our\s+(?!own\b)\w+|me\b)",
    re.IGNORECASE,
)
"""Somebody who does not know us: "they have not discovered us yet"."""
_NO_TASTE = re.compile(
    r"\W*(?:they|people|customers|clients|most|many|[a-z]{3,}s)\s+"
    r"(?:(?:do|does|did|have|has)(?:n['’]t|\s+not|\s+never)|never)\s+"
    r"(?:yet\s+|really\s+|even\s+)?(?:know|known|tried|tasted|experienced|seen|had|felt|understand|"
    r"understood)\s+(?:(?:what|how)\s+)?(?:an?\s+)?(?:really\s+|truly\s+)?"
    r"(?:good|real|proper|quality|true|great|decent|the best)\s+[\w-]+"
    r"(?:\s+(?:is|are|means?|tastes?|feels?|looks?|can do|does|sounds?)(?:\s+like)?)?\W*",
    re.IGNORECASE,
)
"""Somebody who has not met what we are good at: "they never tried good bread"."""


def found_us(text: str) -> bool:
    """True where all that sets off a search is that they come upon us, or see that they need us."""
    return any(each.fullmatch(text.strip()) for each in (_FOUND_US, _TOLD_OF_US))


def unknown_to_them(text: str) -> bool:
    """True where a pain is that they do not know us, or have not met the like of us."""
    return _UNKNOWN.search(text) is not None or _NO_TASTE.fullmatch(text.strip()) is not None
