"""What they use today: whether an answer names anything, and anything good of it."""

import re

from coach.coaching.language import Reader, words
from coach.coaching.pieces import near, pieces
from coach.coaching.unsaid import none_at_all, own_voice, unsaid
from coach.steps.value.scorn import runs_down

_BUT = re.compile(
    r"[,;.]?(?<!nothing)\s+but\s+(?!for\b)|[,;.]\s+(?:though|although|however|still|yet)\s+",
    re.IGNORECASE,
)
"""Where an answer about a rival takes a turn."""

_SEEMING = re.compile(
    r"\b(?:on paper|in theory|at first (?:sight|glance)|on the (?:face of it|surface)|supposedly|"
    r"allegedly|so they say|they say)\b",
    re.IGNORECASE,
)
"""Praise that is taken back at once: "cheap on paper, but"."""

PHRASE = 2
"""Words from which on "nobody" or "nothing" says that there is no alternative."""

_ONLY = re.compile(
    r"\b(?:only|merely|just|nothing (?:but|except|other than|apart from)|sole|no more than|"
    r"all (?:it|they|he|she|that|this)(?: ever)? (?:does?|brings?|gives?|offers?|has)(?: is)?|"
    r"little (?:but|more than))\b",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(?:waits?|waiting|queues?|queuing|bills?|invoices?|(?:costs?|after|takes?|wants?) "
    r"(?:your |their |people.s |the |our )?money|costs?|headaches?|grief|dust|rust|rubbish|work|"
    r"expenses?|hassles?|bother|lies|excuses|promises|empty promises|noise|letters|forms|apologies|"
    r"dirt|mud|smells?|nerves|patience|money|troubles?|problems?|chaos|damage|stress|worry|worries|delays?|losses|complaints?|"
    r"anger|regrets?|regret|frustration|arguments?|fees?|charges?)\b",
    re.IGNORECASE,
)
"""What nobody wishes to be given."""

NEAR = 6
"""Words between a denial and the rival it denies: "not one other firm in the country makes"."""
SPARE = 1
"""Words beside "we are alone" that name no alternative."""


def nobody_there(text: str, read: Reader) -> bool:
    """True where ``text`` only says that there is nobody: "this was never offered before".

    "Nothing" on its own, and doing nothing, is what many people do today. So is whatever a
    piece names that denies no rival: "no shop here, a sheet and a pen".
    """
    if read.only(text, "no_rivals", spare=2) and not read.concrete(text):
        return True
    if read.has(text, "doing_nothing") or len(words(text)) < PHRASE:
        return False
    if read.has(text, "us") and read.has(text, "without_finding"):
        return True
    denied = [piece for piece in pieces(text) if _denies_rivals(piece, read)]
    others = [piece for piece in pieces(text) if piece not in denied]
    names = read.names(text)
    return bool(denied) and not any(_named(piece, names, read) for piece in others)


def _denies_rivals(piece: str, read: Reader) -> bool:
    """True where ``piece`` says that nobody competes, or that the founder stands alone."""
    if near(piece, read, "denying", "rivalry", NEAR):
        return True
    lists = ("absence", "denying", "no_rivals", "rival_talk", "sole")
    if not read.has(piece, "absence", "no_rivals", "sole"):
        return False
    if read.has(piece, "sole", "no_rivals") and read.has(piece, "us"):
        return True
    places = read.names(f"In {piece}")
    others = [
        word
        for word in read.left(piece, *lists, "rivalry", "empty_talk")
        if word.text not in places
    ]
    return len(others) <= (SPARE if read.has(piece, "sole", "no_rivals") else 0)


def _named(piece: str, names: tuple[str, ...], read: Reader) -> bool:
    """True where ``piece`` names something besides the ``names`` of people and places."""
    lists = ("denying", "rivalry", "sole", "us", "empty_talk", "finding_out", "undecided")
    told = [word for word in read.left(piece, *lists, "rival_talk") if word.text not in names]
    return bool(told) or (read.has(piece, "using") and any(each in piece for each in names))


def nothing_good(text: str, read: Reader) -> bool:
    """True where ``text`` denies or wonders about a good side, or only tells a bad one.

    What comes after a "but" is judged by itself: "I would not go there, but it is cheap".
    """
    turned = [part for part in _BUT.split(text) if words(part)]
    if len(turned) > 1 and _SEEMING.search(turned[0]):
        return _nothing_good(turned[-1], read)
    if len(turned) > 1:
        return all(_nothing_good(part, read) for part in turned)
    return _nothing_good(text, read)


def _nothing_good(text: str, read: Reader) -> bool:
    if unsaid(text, read) or none_at_all(text, read) or _sees_none(text, read):
        return True
    if own_voice(text) and read.has(text, "denying", "finding_out") and _brief(text, read):
        return True
    if _no_good_word(text, read) or _only_harm(text, read) or runs_down(text, read):
        return True
    parts = [part for part in pieces(text) if not read.empty(part) or read.has(part, "familiar")]
    return bool(parts) and all(_no_good_word(part, read) for part in parts)


def _only_harm(text: str, read: Reader) -> bool:
    """True where all that a rival is told to do is harm: "brings only waiting and a bill"."""
    found = _ONLY.search(text)
    if not found:
        return False
    told = _HARM.sub("", text[found.end() :])
    harmed = told != text[found.end() :]
    after = read.left(told, "bad", "trouble", "light_verbs", "customer_words", "them", "empty_talk")
    return harmed and not after and not read.has_figure(text) and not read.has(told, "exceptions")


def _brief(text: str, read: Reader) -> bool:
    """True where a founder's own sentence names hardly anything: "I'd rather not comment"."""
    rest = read.left(
        text, "denying", "finding_out", "good_side", "us", "empty_talk", "trouble", "scorn"
    )
    return len(rest) <= PHRASE and not read.has(text, "trouble")


def _sees_none(text: str, read: Reader) -> bool:
    """True where the founder finds no merit, or wonders why anybody sees one.

    What the rival itself lacks is no matter of the founder's eyes: "no point of sale, so quick".
    """
    wonders = read.has(text, "without_finding")
    merit = read.has(text, "merit")
    alone = not read.left(text, "denying", "merit", "good_side", "empty_talk")
    ours = read.has(text, "us") or wonders or alone
    return merit and ours and (wonders or near(text, read, "denying", "merit", NEAR))


def _no_good_word(text: str, read: Reader) -> bool:
    if read.says_nothing(text):
        return True
    if read.concrete(text):
        return False
    said = ("absence", "denials", "nothing", "undecided", "bad", "good_side", "us")
    led = {span.first - 1 for span in read.find(text, "bad")}  # "cheap rubbish" is rubbish
    before = {word.start for at, word in enumerate(words(text)) if at in led}
    if any(word.start not in before for word in read.left(text, *said)):
        return False
    bad = [(each.first, each.last) for each in read.find(text, "bad")]
    denied = any(  # "never worked" is bad, and no denial of it
        not any(first <= each.first <= last for first, last in bad)
        for each in read.find(text, "absence", "denials", "nothing", "undecided")
    )
    if not denied and read.has(text, "familiar"):
        return False
    return denied != bool(bad)  # "not bad" is something good, "nothing good" is not
