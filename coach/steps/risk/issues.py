"""Is a risk no risk, since it is there already, or as good as certain?"""

import datetime as dt
import re

from coach.coaching.language import Reader, words
from coach.coaching.passed import has_begun, has_passed
from coach.coaching.verdicts import once

_SINCE = re.compile(
    r"\bsince\W*\Z|\bsince\b(?=[,;.])|\b(?:ever since|since then|since that (?:day|time|week))\b",
    re.IGNORECASE,
)
"""“Since” with nothing behind it, or looking back: "he left, and since then we wait"."""
_BEHIND = re.compile(
    r"\b(?:am|are|is|['’]m|['’]re|have been)\s+(?:\w+\s+){0,3}?"
    r"(?:behind|overdue|late with|short of|out of|without)\b[^.]*"
    r"(?<!before )\b(?:now|with|for (?:weeks|months|years|a year|a month)|again|as ever|today)\b"
    r"|\b(?:am|are|is|['’]m|['’]re)\s+(?:\w+\s+){0,2}(?:days?|weeks?|months?|years?)\s+"
    r"(?:behind|late|overdue)\b",
    re.IGNORECASE,
)
"""Who is behind: "we are three weeks late"."""


_HERE_NOW = re.compile(
    r"\b(?:we|i|they|he|she|it|who)?(?:['’](?:m|re|ve|s)| (?:am|are|is|have|has|do|does))? still"
    r" (?:wait|miss|lack|owe|fight|struggle|look|search|hope|without|no\b|not\b|have|don.t)"
    r"|\bsince (?:(?:last|this) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\bsince (?:an? (?:good |whole )?|[\w-]+ )?(?:hours?|days?|weeks?|months?|years?)\b"
    r"|\bthere (?:has been|have been|had been)\b|\b(?:am|are|is) (?:still )?waiting for\b"
    r"|(?:\bnot|n['’]t)\b[^.,;]{0,60}\byet\b"
    r"|\A\W*(?:we|i|they|he|she|the (?:landlord|owner|bank|council|city|state|government))"
    r"(?:['’](?:m|re|s)| am| are| is) (?:(?:now|already|slowly|just|all|both) )*"
    r"(?!(?:some|any|every|no)thing|missing|willing|lacking|wanting|going|coming)\w{2,}ing\b"
    r"|\A\W*(?:we|i|they|my \w+(?: and i)?)\b[^.,;]{0,24}\bno longer\b|\bit (?:has )?turned out\b"
    r"|\b(?:over|in|during|within) the (?:past|last) (?:\w+ )?(?:years|months|weeks|days|seasons"
    r"|winters|summers)\b|\b(?:lately|recently|of late)\W*\Z"
    r"|\A\W*(?:we|i)(?:['’](?:re|m)| are| am) (?:\w+ )?"
    r"(?:late with|behind with|overdue|in arrears)\b"
    r"|\bthere(?:['’]s| is| are) (?:already )?(?:an? )?"
    r"(?:open|pending|ongoing|running|unsettled|unpaid)\b"
    r"|\b(?:is|are|am|have|has)\b[^.,;]{0,40}\b(?:at present|currently|at the moment|nowadays)\b"
    r"|\b(?:at present|currently|at the moment|nowadays|these days)\W*\Z"
    r"|\A\W*(?:at present|currently|at the moment|nowadays|these days),? (?:we|i|there|our|no)\b"
    r"|\b(?:as it stands|as things stand|as of today|for (?:weeks|months|years|days) now)\b"
    r"|\bnow\b(?! and (?:then|again)| that)"
    r"|\bkeeps? (?:on )?(?!going\b)\w{2,}ing\b"
    r"|\A\W*(?:this is what )?(?:we|i)\b[^,.;]*\b(?:every|each) (?:day|week|month|morning|night)\b"
    r"(?! of\b)(?![^.;]* and (?:it|he|she|they|this|that)\b)"
    r"|\A\W*(?:we|i)(?:['’](?:m|re)| am| are) (?:one|two|three|four|\d+|an?) (?:\w+ ){1,2}?"
    r"(?:short|down|behind|too few|less)\b"
    r"|\A\W*(?:we|i)(?: simply| just| really)? (?:have|lack|['’]ve got) (?:no|too few|too little"
    r"|not enough|hardly any) (?:\w+ )?(?:money|cash|time|people|staff|room|space|capacity|budget"
    r"|skills?|experience|reserves?|idea)\b",
    re.IGNORECASE,
)
"""What is so today: "we are one fitter short", "returns keep coming", "as it stands"."""
_NEWS = re.compile(
    r"\A(?!\W*(?:if|when|once|a|an|any|some|each)\b)[^,.;]*?(?<!who )(?<!which )(?<!that )"
    r"\b(?:(?:told|informed|notified|warned|assured|wrote(?: to)?|let) (?:us|me|our|their|the)\b"
    r"(?<!let the)(?<!let us)(?<!let me)|(?:let (?:us|me) know)"
    r"|(?:has|have|had)(?: (?:already|just|now|all|both|finally))* (?:told|announced|said|written"
    r"|informed|confirmed|declared|published|signed|decided|agreed|ordered|booked)\b)",
    re.IGNORECASE,
)
"""What somebody has said already, whatever it is that comes: "they told us that they close"."""
_ASIDE = re.compile(
    r",\s+(?:who|whose|which|bought|built|made|sold|founded|opened|hired|born|rented|leased"
    r"|set up|installed|ordered|trained|once|\w+ed)\b[^,;.]*,",
    re.IGNORECASE,
)
"""What is said beside: "the oven, bought in 1998, gives up"."""
_BESIDE = re.compile(
    r",?\s+(?:as|like|just as|the way|after|once|when|before|by the time|what)\s+"
    r"(?!(?:a|the) result\b|of\b|usual\b)[^,.;]*\b(?:did|had|has|have|was|were)\b[^,.;]*",
    re.IGNORECASE,
)
"""What others did, or what comes first: "towns merge, as two did", "after it has begun"."""
_TOLD = re.compile(
    r"(?<=\b)(?P<by>(?:a|an|the|each|every|any|some) \w+|says?|claims?|thinks?|complains?"
    r"|insists?)"
    r"(?: that)? (?:I|we|he|she|they|you) .*"
    r"|\b(?:on|in|at|by|until) the last (?:day|hour|minute|moment|night|evening|morning|week)\b",
    re.IGNORECASE | re.DOTALL,
)
"""What is told of a thing, or by somebody, and days to come: "a form I sent", "on the last day"."""


_HAS = re.compile(
    r"\w['’]s (?:(?:already|just|now|gone and|finally) )*(?:gone|been|taken|given|broken"
    r"|become|begun"
    r"|(?:put|raised|closed|shut|stopped|lost|sold|sacked|cut|doubled|dropped|let|sent) (?:the"
    r"|our|my|us"
    r"|his|her|their|its|all|a|an)|(?:packed|given|broken|put) (?:up|in|down|it))\b",
    re.IGNORECASE,
)
"""“Has” as one says it: "the landlord's put the rent up"."""
_GONE = re.compile(
    r"(?<!that )(?<!who )(?<!which )\b(?:has|have) (?:already )?(?:gone(?: (?:to (?:have|live"
    r"|work)"
    r"|off|away|bust))?(?! to| through)|quit|died|resigned|walked out|moved away|retired"
    r"|given notice|handed in)\b"
    r"|\bsince (?:ramadan|easter|christmas|diwali|eid|passover|lent|whitsun|new year|midsummer"
    r"|thanksgiving|carnival|harvest|brexit|covid"
    r"|the (?:war|pandemic|lockdown|flood|fire|strike|move|merger))\b",
    re.IGNORECASE,
)
"""Somebody is gone, or it has been so since a feast."""
_TO_COME = re.compile(
    r"\b(?:if|when|once|will|may|might|could|would|should|unless|until|after|before|another)\b",
    re.IGNORECASE,
)
_NONE_LEFT = re.compile(
    r"\b(?:no|nobody|nothing|none|hardly any)\b[^.,;]{0,40}?\bleft\b",
    re.IGNORECASE,
)
"""What remains is no past: "there are no boats left"."""


@once
def event_is_here(event: str, read: Reader, today: dt.date) -> bool:
    """True where ``event`` has happened, goes on, or is called certain."""
    event, outright, has, plain, told = _looked_at(event)
    if outright or read.has(event, "certain") or (has and not read.has(event, "maybe")):
        return True
    here = read.has(plain, "arrived") and not read.has(plain, "maybe")
    return here or has_passed(told, read, today) or _one_did(told, read, today)


def _looked_at(event: str) -> tuple[str, bool, bool, str, str]:
    """What the forms of ``event`` say.

    It without asides, whether it is told as here, whether "has" is, and it without what remains
    and without what others tell.
    """
    event = _BESIDE.sub(" ", _ASIDE.sub(" ", event))
    outright = bool(
        _NEWS.search(event)
        or _SINCE.search(event)
        or _BEHIND.search(event)
        or ((_HERE_NOW.search(event) or _GONE.search(event)) and not _TO_COME.search(event))
    )
    plain = _NONE_LEFT.sub(" ", event)
    return event, outright, bool(_HAS.search(event)), plain, _TOLD.sub(_by, plain)


_THAT = re.compile(r"\b(?:which|that|who|because|so|,)\b.*|,.*", re.IGNORECASE | re.DOTALL)
"""What follows the first thing that is said."""


def _one_did(event: str, read: Reader, today: dt.date) -> bool:
    """True where the first thing said is past, whatever follows: "he wrote it, and all read it"."""
    first = _THAT.sub("", event)
    sure = any(word.text.casefold() in read.forms("past_verbs") for word in words(first))
    return sure and first != event and has_passed(first, read, today)


def _by(match: re.Match[str]) -> str:
    return match["by"] or ""


@once
def effect_is_here(effect: str, read: Reader, today: dt.date) -> bool:
    """True where ``effect`` is felt: "we already pay more", "a fifth of the orders went"."""
    told = any(word.text.casefold() in read.lists("past_verbs") for word in words(effect))
    went = told and not read.has(effect, "maybe") and has_passed(effect, read, today)
    return went or has_begun(effect, read, today)
