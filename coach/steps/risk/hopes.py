"""Is a response an act, or a hope?

An act is something that somebody does on a day, and that leaves a trace. What is only felt, looked
at, intended or said of others is none, in whatever words. So a response is read clause by clause:
does it open with what is no act ("keep an eye on", "hope", "stay"), does it tell how things are
("our customers are loyal", "he will feel it"), or is there nothing in it that could be pointed at
("better communication")?
"""

import re

from coach.coaching.irregular import BASE
from coach.coaching.language import Reader, Word, words
from coach.coaching.telling import past_form, tells
from coach.coaching.verdicts import once
from coach.steps.risk.sayings import by_itself, no_act, only_thinks, sigh

_PARTS = re.compile(r"[,;.!?&+/\n:]+\s*|\s[-–—]\s|\b(?:and|or|then|but)\b")
"""What stands between two acts of one response."""

_CONDITION = re.compile(
    r"\s*(?:(?:just|even|only) )?(?:if|when|whenever|unless|because|as soon as|in case|should)\b",
    re.IGNORECASE,
)
"""How a clause opens that tells when or why, and not what is done."""

_PURPOSE = re.compile(
    r"\b(?:so that|in order to|to make sure|such that|so (?:they|he|she|it|we|nobody"
    r"|everyone)|should (?:it|this|that|they|he|she)|before|until|when|whenever|if|once|because"
    r"|as long as|as far as|wherever|where|while|since|than)\b",
    re.IGNORECASE,
)
"""What stands behind an act and is none itself: what for, when, how far."""

_EFFORT = re.compile(r"\b1\d0 ?(?:%|per ?cent)|\b100 ?(?:%|per ?cent)|\b24/7\b", re.IGNORECASE)
"""Figures of speech: "give 110 %"."""

_PLACES = "at in on with by there present under inside behind beside near from to of off"
_BE_THERE = frozenset(_PLACES.split())
"""What may stand after "be" where somebody goes, or something lies, somewhere."""

NEAR = 6
"""Words within which the verb of a clause about others must come."""


@once
def hopes(text: str, read: Reader) -> bool:
    """True where no part of ``text`` is an act: "monitor the situation", "stay calm and adapt".

    A figure makes an act of all of it, and so does a name in a clause that is not one of hoping.
    """
    plain = _EFFORT.sub(" ", text)
    counted = any(word.number for word in words(plain))
    if not plain.strip() or counted:
        return False
    if only_thinks(plain):
        return True
    parts = [part for part in _parts(plain) if read.left(part) or by_itself(part)]
    parts = [part for part in parts if not _DENIED.match(part)] or parts
    acts = [part for part in parts if len(parts) == 1 or not _CONDITION.match(part)]
    acts = acts or parts
    return all(
        _is_idle(part, read) or (at and _goes_with(part, read)) for at, part in enumerate(acts)
    )


_THING = re.compile(
    r"(?:the|our|their|its|his|her|all|what|how|where|who|whether)\b", re.IGNORECASE
)
"""How a part opens that is one more object of the verb before it: "watch steel and | the rates"."""


def _goes_with(part: str, read: Reader) -> bool:
    return _THING.match(part) is not None and not tells(part, read)


_DENIED = re.compile(r"(?:not|never|no)\b", re.IGNORECASE)
"""How a clause opens that only says what is not done: "look forward, not back"."""


def _is_idle(part: str, read: Reader) -> bool:
    """True where ``part`` is no act; a number in words makes one, but not of a wish."""
    opens = _OPENS.sub("", part)
    if no_act(opens) or _wishes(opens, read):
        return True
    if read.apart(opens, "numbers", "us", "striving", "watching", "attitudes"):
        return False
    return _idle(opens, read) or _tells_how_it_is(opens, read)


_OPENS = re.compile(
    r"\A\W*(?:(?:by all means|let us|let.s|let me|first|first of all|always|always have|in any case"
    r"|at least|above all|in general|generally|as usual|at all times|have|with)\b[,\s]+)+",
    re.IGNORECASE,
)
"""How a clause opens before its verb, or before an eye that is kept on things."""


def _parts(text: str) -> list[str]:
    """The clauses of ``text``, without "oh" and "well" before them."""
    parts = [part.strip() for part in _PARTS.split(text)]
    return [part for part in parts if not sigh(part)] or parts


@once
def looks_on(text: str, read: Reader) -> bool:
    """True where each part of ``text`` only looks on, intends or says what nobody can point at.

    How things are may be told: where an answer is changed, "the fee is in the price" is a change.
    """
    parts = [part for part in _parts(text) if read.left(part)]
    return bool(parts) and not read.has_figure(text) and all(_idle(part, read) for part in parts)


_GOES_ON = re.compile(
    r"(\A\s*(?:\w+ (?:will|shall|would|must) |(?:i|we)['’]ll )?)"
    r"(?:keeps?|continues?|go(?:es)? on|carr(?:y|ies) on|just"
    r"|simply)(?: on)? (?=(?!going\b)\w+ing\b)",
    re.IGNORECASE,
)
"""Who keeps doing what is no act does none: "I will keep following how they do"."""


def _idle(part: str, read: Reader) -> bool:
    rest = _GOES_ON.sub(r"\1", part)
    if no_act(rest) or (rest != part and len(words(rest)) == 1):
        return True
    part = rest
    if _wishes(part, read) or _hands_up(part, read) or _heeds(part, read):
        return True
    told = words(part)
    start = _behind_subject(part, [word.text.casefold() for word in told], read)
    rest = part[told[start].start :] if 0 < start < len(told) else part
    return not read.concrete(rest) and _weak(rest, read)


def _weak(part: str, read: Reader) -> bool:
    """True where nothing but good intentions are left: "keep customers happy", "better planning".

    Who changes something does something: "change the supplier". What for, and when, is no act.
    """
    cut = _PURPOSE.search(part)
    if cut and read.left(part[: cut.start()]):
        part = part[: cut.start()]
    told = read.left(part)
    if told and told[0].stem == "chang" and len(told) > 1:
        return False
    if read.has(part, "body") and not read.has(part, "light_verbs", "has"):
        return False  # "a question about the knee", not "keep a cool head"
    first = words(part)[0].text
    if read.has(first, "topics") and first.casefold() not in read.forms("topics"):
        return False  # "hire a stand-in", though hiring is a topic
    rest = read.left(part, *_INTANGIBLE, *_ANYBODY)
    return all(_manner(word, read) for word in rest) and bool(read.left(part, *_ANYBODY))


_INTANGIBLE = (
    *("weak_responses", "attitudes", "platitudes", "body", "padding", "nothing", "light_verbs"),
)
"""Lists of what nobody can point at, and of verbs that go with anything."""
_ANYBODY = ("group_nouns", "customer_words", "buyers", "rivals", "superiors", "topics")
"""Lists of those, and of that, which a response may speak of: by themselves they say nothing."""


def _manner(word: Word, read: Reader) -> bool:
    """True for "appropriately", which tells how, and "loyalty", which nobody can point at.

    "Monthly" says when.
    """
    plain = word.text.casefold()
    if read.has(plain, "often", "not_manner"):
        return False
    return plain.endswith(("ly", "ness", "ism")) or (len(plain) > 6 and plain.endswith("ity"))


def _wishes(part: str, read: Reader) -> bool:
    """True where the first word of ``part`` that has a meaning belongs to an attitude.

    Before it may stand who is meant: "we", "Marek will". So does what begins with "be": "be
    quicker than they are", though not "be at each fair".
    """
    told = [word.text.casefold() for word in words(part)]
    start = _behind_subject(part, told, read)
    opening = read.find(part, "function", "universal", "numbers")
    small = {at for span in opening for at in range(span.first, span.last + 1)}
    for at in range(start, len(told) - 1):
        if told[at] == "be" and _state_of(part, told, at + 1, read):
            return True
        if at not in small and not _adverb(told[at]):
            break
    return any(
        all(at in small or _adverb(told[at]) for at in range(start, span.first))
        for span in read.find(part, "attitudes", "watching", "striving")
        if span.last >= start
    )


def _adverb(plain: str) -> bool:
    return plain.endswith("ly") and len(plain) > 4


def _behind_subject(part: str, told: list[str], read: Reader) -> int:
    """The number of the word behind who acts: 2 in "Marek will watch", 0 in "watch".

    "Marek watches" counts as well: a name, and a verb of hoping in the third person.
    """
    modals = {span.first: span.last for span in read.find(part, "modals")}
    for at in range(1, min(NEAR, len(told))):
        if at in modals:
            return modals[at] + 1
    first = words(part)[0]
    named = len(told) > 1 and first.text[0].isupper() and told[1].endswith("s")
    if not named or read.has(told[0], "function", "attitudes", "watching"):
        return 0
    return int(told[1] == "has" or read.has(part[first.end :], "watching", "states"))


def _heeds(part: str, read: Reader) -> bool:
    """True where attention is all that is given: "pay the office the necessary attention"."""
    told = words(part)
    start = _behind_subject(part, [word.text.casefold() for word in told], read)
    given = [span.first for span in read.find(part, "light_verbs") if span.first >= start]
    given += [at for at, word in enumerate(told) if word.stem in ("pay", "devot") and at >= start]
    heed = [span.first for span in read.find(part, "heed")]
    return any(0 < at - verb <= NEAR and verb <= start + 1 for verb in given for at in heed)


def _hands_up(part: str, read: Reader) -> bool:
    """True where the matter is only passed on to those above: "take it to the board"."""
    rest = read.left(part, "superiors", "handing_on", "padding", "topics")
    return not rest and read.has(part, "superiors")


def _tells_how_it_is(part: str, read: Reader) -> bool:
    """True for a clause that tells what is or what others will do: "our farms are loyal".

    Its subject comes before a verb of being, having or feeling, or before "would never".
    """
    told = [word.text.casefold() for word in words(part)]
    if told[0] in _LETS or read.find(told[0], "acts_of_change"):
        return False
    states = {
        span.first
        for span in read.find(part, "states")
        if not told[span.first].endswith("ing") and _subject(told, span.first, read)
    }
    modals = {span.first: span.last for span in read.find(part, "modals")}
    for at in range(1, min(NEAR, len(told))):
        if at in modals:
            return _after_modal(part, told, modals[at] + 1, at, states, read)
        if at in states:
            return told[at] not in _BEING or _state_of(part, told, at + 1, read)
    return False


_LETS = frozenset(["let", "have", "get", "make", "see", "ask"])
"""Words that open an act of having something done, whatever verb follows."""


def _subject(told: list[str], at: int, read: Reader) -> bool:
    """True where a subject may end before word ``at``: not where "the" or "in" stands there."""
    before = told[at - 1] if at else ""
    small = read.has(before, "function") or read.has(before, "numbers", "often")
    return not small or before in _PRONOUNS or read.has(before, "modals")


_WHO = "we i you he she it they one who all us nobody this that most people also still"
_PRONOUNS = frozenset(_WHO.split())


_BEING = frozenset(["is", "are", "am", "was", "were"])


def _after_modal(
    part: str, told: list[str], at: int, modal: int, states: set[int], read: Reader
) -> bool:
    denied = any(each in _NOT for each in told[modal : at + 1])
    while at < len(told) and (told[at] in _NOT or _adverb(told[at]) or told[at] in _STILL):
        at += 1
    if at >= len(told):
        return False
    if told[at] == "be":
        return _state_of(part, told, at + 1, read)
    others = told[0] not in ("we", "i")
    return at in states or (denied and others) or read.has(told[at], "perceiving")


_DENIALS = "not never won't wouldn't can't cannot couldn't don't doesn't won’t can’t don’t"
_NOT = frozenset(_DENIALS.split())
_ADVERBS = "always still also soon just sooner or later then once again somehow too"
_STILL = frozenset(_ADVERBS.split())


def _state_of(part: str, told: list[str], at: int, read: Reader) -> bool:
    """True where a quality follows "is": not where something is done, or lies somewhere."""
    while at < len(told) - 1 and (told[at] in _NOT or told[at] in _STILL or _adverb(told[at])):
        at += 1
    if at >= len(told) or told[at] in _BE_THERE:
        return False
    word = words(part)[at]
    done = told[at].endswith("ing") or past_form(word, read) or told[at] in BASE
    return not done and not read.has(part, "cover") and not read.concrete(" ".join(told[at:]))
