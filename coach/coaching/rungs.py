"""Does the source of a claim carry what is said of it: that it was seen, signed or paid?"""

import re

from coach.coaching.language import Reader, words
from coach.coaching.verdicts import once
from coach.values import Claim, Status

_OWN_YEARS = re.compile(
    r"\A\W*(?:(?:from|by|through|based|on|my|our|own|long|many|several|personal|professional|"
    r"practical|daily|general|common|\w+['’]s|good|deep|work|working|\d+\+?|years?|decades?|of|in|the|a|and|with)"
    r"\s+)*(?:experience|expertise|know-how|knowledge|background|insight)\b"
    r"|\A\W*(?:as an? (?:\w+ ){1,3})?(?:we|i)\s+(?:(?:just|simply|all|already|always|have) )*"
    r"(?:know|knew|known|feel)\b|\A\W*(?:(?:i|we)(?:['’]ve| have|['’]m| am|['’]re| are)? )?"
    r"(?:been (?:doing|in|at|a|an|around)|born|grew up|raised|gut|instinct|intuition)\b"
    r"|\b(?:love|know|trust|like|adore|recommend|admire|thank)s? (?:us|me)\b",
    re.IGNORECASE,
)
"""A source that is what its writer has been through: "20 years of experience", "they know me"."""
_YEARS = re.compile(r"\b\d+\s*\+?\s*(?:years?|yrs?|decades?)\b|\b(?:19|20)\d\d\b", re.IGNORECASE)
"""One's own years, which count no case."""
_MEANT = re.compile(
    r"\b(?:would|could|might|may|will|want to|plan to|intend to|going to|interest(?:ed)? in"
    r"|promised? to)\s+(?:\w+ly\s+)?\w+",
    re.IGNORECASE,
)
"""What somebody means to do, which is not done: "they would buy"."""
_BOUND = re.compile(r"\b(?:sh(?:ook|ak\w*)|hand-?shak\w*|agreed|dates?|reserv\w*)\b", re.I)
"""Ways of binding oneself that need no paper: "shaken on at nine yards"."""

_IDLE = (
    *("no_proof", "hearing", "unasked", "guessing", "customer_words", "us", "universal", "padding"),
    *("empty_talk", "vague_amounts", "all_of_them"),
)
"""Lists of what may stand beside it and still names no case, act or paper."""


def bare(claim: Claim) -> bool:
    """True where a claim is called known, and neither source nor day nor number stands beside."""
    return not (claim.assumed or claim.source.strip() or claim.date or claim.points)


def hollow(claim: Claim, read: Reader) -> bool:
    """True where a claim stands high on the ladder and its source is none, or only hearsay."""
    if claim.status.rank < Status.OBSERVED.rank:
        return False
    return _no_source(claim.source, read) or (
        claim.status.rank >= Status.COMMITTED.rank and _only_heard(claim.source, read)
    )


@once
def _no_source(text: str, read: Reader) -> bool:
    """True for one's own years, for praise, and for what everybody says."""
    plain = _YEARS.sub(" ", text)
    if any(word.number for word in words(plain)) or read.names(plain):
        return False
    if _OWN_YEARS.search(text):
        return not read.has(text, "asked", "sales_records", "commitments")
    return read.has(text, "no_proof", "unasked", "guessing") and not read.left(text, *_IDLE)


@once
def _only_heard(text: str, read: Reader) -> bool:
    """True where somebody spoke, and nothing was signed, given or paid: "talks at the club"."""
    done = _MEANT.sub(" ", text)
    if _BOUND.search(done):
        return False
    return read.has(text, "hearing") and not read.has(
        done, "commitments", "sales_records", "paperwork"
    )
