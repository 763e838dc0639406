"""What the coach flags in the primary type's own question: what the lead is made of."""

import re
from collections.abc import Iterator

from coach.coaching.language import SHORT, Reader, Span
from coach.coaching.pieces import pieces, whole
from coach.coaching.rule import Context, Hit, Rules
from coach.coaching.sums_told import Figure, Kind, figures, ratio
from coach.figures import money
from coach.steps.differentiation.cheaper import cause, given, no_cheaper, of_money
from coach.steps.differentiation.model import Differentiation, Type
from coach.steps.differentiation.old_ways import blocks_trying, denied, nothing_like_it, old_way

rules = Rules("differentiation")

_DAY = re.compile(r"\bon\s+(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b", re.IGNORECASE)
_STANDARD = re.compile(r"\b[A-Z]{2,}\b|\b[A-Z]+\d+\b")
"""The name of a norm: ISO, EN, IP67."""


_PART_OF = re.compile(
    r"\b(?:half|quarter|third|tenth|hundredth|thousandth)s?\s+of\s+an?\s+\w+", re.I
)
"""A part of a unit: "a tenth of a degree"."""


def skipped(answers: Differentiation) -> bool:
    """True where the primary type's own question is empty and the walk has gone past it."""
    return not answers.how.strip() and bool(answers.trade_off.strip())


def enough(text: str, context: Context) -> bool:
    """True where ``text`` is long enough to be missed something in."""
    return len(text.split()) >= context.limit("words")


@rules("DI02")
def cheap_without_a_cause(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Cost leads and nothing makes the unit cheaper, or it is not cheaper at all."""
    if answers.primary is not Type.COST:
        return
    text, read, path = answers.cost_source, context.read, "differentiation.cost_source"
    if skipped(answers):
        yield Hit(path)
    elif costs := no_cheaper(answers):
        own, theirs = (money(each, context.currency) for each in costs)
        yield Hit(path, values={"ours": own, "theirs": theirs}, say="dearer")
    elif gifts := given(text, read):
        yield Hit(path, text.strip() if len(text) <= SHORT else gifts)
    elif answers.cost_sources:
        return
    elif read.only(text, "thrift", "us", "rivals", "padding") and not read.concrete(text):
        yield Hit(path, whole(text, read), say="no_cause")
    elif not enough(text, context):
        return
    elif of_money(text, read) and not cause(text, read):
        yield Hit(path, whole(text, read), say="no_cause")


@rules("DI05")
def quality_without_a_number(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Quality leads and nothing about it can be measured."""
    if answers.primary is not Type.QUALITY:
        return
    text, read, path = answers.quality_measure, context.read, "differentiation.quality_measure"
    if skipped(answers):
        yield Hit(path)
    elif _vague(text, context):
        told = (text, answers.quality_control, answers.warranty)
        if answers.defects is None and not any(measured(each, read) for each in told):
            yield Hit(path, whole(text, read))


def _vague(text: str, context: Context) -> bool:
    """True where ``text`` praises, or is of some length and names no material it is made of."""
    read = context.read
    if read.has(text, "quality_talk", "generic_benefits", "better_than", "hands", "us"):
        return True
    return enough(text, context) and not read.has(text, "made_of")


def measured(text: str, read: Reader) -> bool:
    """True where ``text`` holds something that can be checked: a measure, a share, a standard.

    Years of experience, heads, prices and dates measure no product.
    """
    ways = (_STANDARD, _DAY, _PART_OF)
    if ratio(text) or read.has(text, "measurable") or any(each.search(text) for each in ways):
        return True
    lasting = read.find(text, "warranty", "lasting")
    return any(_measures(text, each, lasting, read) for each in figures(text))


def _measures(text: str, figure: Figure, lasting: tuple[Span, ...], read: Reader) -> bool:
    if figure.kind in (Kind.PERCENT, Kind.WORK):
        return True
    if figure.kind is Kind.SPAN:
        return any(abs(each.start - figure.start) < CLOSE for each in lasting)
    if figure.kind is not Kind.COUNT or _dated(text, figure):
        return False
    if _counts_people(text, figure) or read.has(text[figure.start : figure.end + 24], "hands"):
        return False
    return (
        not figure.value.is_integer()
        or _UNIT.match(text, figure.end) is not None
        or _LIMIT.search(text, max(0, figure.start - 16), figure.start) is not None
    )


_UNIT = re.compile(
    r"\W*(?:[mck]?m|[mk]?g|[mc]?l|lbs?|oz|k?n|bar|db|ph|°|c\b|"
    r"(?:\w*(?:met|lit)(?:er|re)|\w*gram|degree|pound|ounce|inch|inche|feet|foot|newton|volt|watt|micron"
    r"|ton|tonne|cycle|time|wash|washe|bite|bend|stitch|stitche|turn|hit|blow|rub|point|spot|knot|colony"
    r"|colonie|coat|layer|thread|crack|fault|defect|return|tenth|hundredth|thousandth|page|playing"
    r"|glowing|drop|step|stroke|load|firing|winter|summer|season)s?|or\s+(?:less|more|fewer|under)"
    r"|in|of|out\s+of|must)\b",
    re.IGNORECASE,
)
"""What a number measures by, or a bound after it: "560 g", "40,000 bites", "3 or fewer"."""
_LIMIT = re.compile(
    r"\b(?:under|below|above|over|within|beyond|most|least|up\s+to|fewer|less|more|than|only|limit|against"
    r"|at|to|shops?|theirs|others)\W*\Z",
    re.IGNORECASE,
)
"""A bound before a number, or whose number it is."""


CLOSE = 40
"""Characters between "lasts" and a time up to which the one is said of the other."""

_PEOPLE = re.compile(r"\s+\w+(?:ers|ors|ists|men)\b", re.IGNORECASE)
_THINGS = re.compile(
    r"\s+(?:\w*(?:met|lit|lay|fib|corn|numb|quart|draw|pow)(?:er|re)s|hours|colou?rs|floors|doors|"
    r"motors|errors|rollers|covers|fingers|papers|timers|letters|flowers)\b",
    re.IGNORECASE,
)


def _counts_people(text: str, figure: Figure) -> bool:
    """True where the noun after ``figure`` ends like one for who does something: carpenters."""
    return bool(_PEOPLE.match(text, figure.end)) and not _THINGS.match(text, figure.end)


def _dated(text: str, figure: Figure) -> bool:
    return 1900 <= figure.value <= 2100 and text[figure.start : figure.end].isdigit()


@rules("DI07")
def only_kind_words(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Service leads and the promise is politeness: no time, no act, nothing if it is missed."""
    if answers.primary is not Type.SERVICE:
        return
    text, read, path = answers.service_promise, context.read, "differentiation.service_promise"
    if skipped(answers):
        yield Hit(path)
        return
    long = enough(text, context) or read.only(text, "politeness", "offer_words")
    if long and not _checkable(text, read):
        yield Hit(path, whole(text, read))


_WHEN = re.compile(
    r"\b(?:same|next|first|last|every|each|within|by|before|until|till|after|on|that|this|one)"
    r"(?:\s+\w+)?\s+(?:minutes?|hours?|mornings?|noon|afternoons?|evenings?|nights?|days?|weeks?|"
    r"weekends?|months?|quarters?|seasons?|springs?|summers?|autumns?|winters?|years?|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|easter|christmas|ten|nine|eight|seven|six|five)\b",
    re.IGNORECASE,
)
"""A time: "the same afternoon", "every second Friday", "by ten"."""


def _checkable(text: str, read: Reader) -> bool:
    """True where a promise holds a time, what happens if it is missed, or acts of ours.

    Kind words beside them outweigh acts that are no more than they are ("we greet you gladly").
    """
    timed = any(each.kind in (Kind.WORK, Kind.SPAN, Kind.CLOCK) for each in figures(text))
    if timed or _WHEN.search(text) or read.has(text, "service_times", "made_good"):
        return True
    acts = sum(
        (not read.has(piece, "whoever") or read.has(piece, "us"))
        and read.apart(piece, "service_acts", "politeness")
        for piece in pieces(text)
    )
    return acts > 0 and acts >= len(read.find(text, "politeness"))


@rules("DI09")
def focused_in_name_only(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Specialisation leads and nothing is told that a generalist gets wrong."""
    if answers.primary is not Type.NICHE:
        return
    text, read, path = answers.niche_knowledge, context.read, "differentiation.niche_knowledge"
    told = f"{text}\n{answers.niche_facts}"
    if skipped(answers):
        yield Hit(path)
    elif not text.strip() or _fact(told, read):
        return
    elif _about_us(text, read) or not read.concrete(told):
        yield Hit(path, whole(text, read))


TELLS = 4
"""Words of a clause from which on it tells something."""

_SELF = ("expertise", "self_praise", "not_alike")
"""Word lists of what founders say of themselves, or of how special their buyers are."""


def _about_us(text: str, read: Reader) -> bool:
    """True where ``text`` speaks of the founders and what they are, at least in part."""
    return read.has(text, "us", "hands", *_SELF)


def _fact(text: str, read: Reader) -> bool:
    """True where a clause tells how the trade is: what goes wrong, what has to be so, what is.

    What founders say of themselves is none, but what they say they know after "that" is.
    """
    for clause in re.split(r"[.!?;:\n]+\s*", text):
        turns = read.find(clause, "in_that")
        if read.has(clause, "us"):
            clause = clause[turns[0].end :] if turns else ""
        plain = ("goes_wrong", "must_be", "rivals", "broad", "not_alike", "expertise")
        said = len(read.stems(clause, *plain))
        if read.apart(clause, "goes_wrong", "not_alike") and said >= 2:
            return True
        if read.has(clause, "us"):
            continue
        people = _OF_PEOPLE.match(clause.strip())
        if not people and read.apart(clause, "must_be", "not_alike", "self_praise") and said >= 3:
            return True
        if not people and said >= TELLS and not read.has(clause, *_SELF):
            return True
    return False


_OF_PEOPLE = re.compile(
    r"(?:and\s+)?(?:you|they|she|he|one|somebody|someone|whoever|ask|people)\b",
    re.IGNORECASE,
)
"""How a clause begins that is about those who know, and not about what there is to know."""


@rules("DI11")
def new_against_what(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Innovation leads, and the old way or what blocks trying is not named."""
    if answers.primary is not Type.INNOVATION:
        return
    text, read, path = answers.innovation_step, context.read, "differentiation.innovation_step"
    if skipped(answers):
        yield Hit(path)
    elif text.strip():
        old = bool(answers.prior_art.strip()) and not nothing_like_it(answers.prior_art, read)
        old = old or any(old_way(each, read) for each in read.sentences(text))
        barrier = answers.adoption_barrier
        blocks = bool(barrier.strip()) and not denied(barrier, read)
        blocks = blocks or any(blocks_trying(each, read) for each in read.sentences(text))
        if not (old and blocks):
            say = "" if not (old or blocks) else "blocks" if old else "old"
            yield Hit(path, whole(text, read), say=say)
