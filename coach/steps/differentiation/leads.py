"""What the coach flags in the primary type's own question: what the lead is made of."""

import re
from collections.abc import Iterator

from coach.coaching.language import SHORT, Reader, Span
from coach.coaching.pieces import pieces, whole
from coach.coaching.rule import Context, Hit, Rules
from coach.coaching.sums_told import Figure, Kind, figures, ratio
from coach.figures import money
from coach.steps.differentiation.model import Differentiation, Type

rules = Rules("differentiation")

_STANDARD = re.compile(r"\b[A-Z]{2,}\b|\b[A-Z]+\d+\b")
"""The name of a norm: ISO, EN, IP67."""


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
    elif costs := _no_cheaper(answers):
        own, theirs = (money(each, context.currency) for each in costs)
        yield Hit(path, values={"ours": own, "theirs": theirs}, say="dearer")
    elif gifts := _given(text, read):
        yield Hit(path, text.strip() if len(text) <= SHORT else gifts)
    elif answers.cost_sources or not enough(text, context):
        return
    elif _of_money(text, read) and not _cause(text, read):
        yield Hit(path, whole(text, read), say="no_cause")


_GIFT = ("too_cheap", "gifts", "thin_margin")
"""Word lists of a price that is low and not of a cost that is."""


def _given(text: str, read: Reader) -> str:
    """The words of ``text`` that tell a gift, if it names no cause, or one among several gifts."""
    gifts = read.find(text, *_GIFT)
    causes = read.find(text, "structure")
    if gifts and (not _cause(text, read) or (len(gifts) > 1 and len(causes) < 2)):
        return text[gifts[0].start : gifts[0].end]
    return ""


def _of_money(text: str, read: Reader) -> bool:
    """True where ``text`` is about the price, as against how a thing is made."""
    return read.has(text, "money_talk") or any(each.kind is Kind.MONEY for each in figures(text))


def _cause(text: str, read: Reader) -> bool:
    """True where ``text`` names what makes a unit cheaper, a cost that is left out, a "because".

    What follows "because" is none where it is about the buyers or a gift again.
    """
    if read.apart(text, "structure", *_GIFT):
        return True
    for piece in pieces(text):
        for span in read.find(piece, "causes"):
            told = piece[span.end :]
            if not read.has(told, "everyone", *_GIFT) and read.left(told):
                return True
        empty = {each.start for each in read.find(piece, "no_cost")}
        for span in read.find(piece, "left_out"):
            after = [each for each in read.left(piece) if each.start > span.end]
            if after and after[0].start not in empty:
                return True
    return False


def _no_cheaper(answers: Differentiation) -> tuple[float, float] | None:
    """Our cost of a unit and a rival's, if ours is no lower: by their fields, or as told.

    Told are two amounts in one sentence, the first after "costs us", the second for a rival.
    """
    own, theirs = answers.cost_ours, answers.cost_rival
    if own is not None and theirs is not None:
        return (own, theirs) if own >= theirs else None
    for sentence in re.split(r"[.!?]\s", answers.cost_source):
        found = [each for each in figures(sentence) if each.kind is Kind.MONEY]
        match = _COSTS_US.search(sentence)
        if match and len(found) == 2 and match.start() < found[0].start:
            first, second = (each.value for each in found)
            if first >= second:
                return first, second
    return None


_COSTS_US = re.compile(r"\bcosts?\s+(?:us|me)\b|\b(?:our|my)\s+(?:unit\s+)?costs?\b", re.IGNORECASE)


@rules("DI05")
def quality_without_a_number(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Quality leads and nothing about it can be measured."""
    if answers.primary is not Type.QUALITY:
        return
    text, read, path = answers.quality_measure, context.read, "differentiation.quality_measure"
    if skipped(answers):
        yield Hit(path)
    elif read.has(text, "quality_talk", "generic_benefits", "better_than", "hands", "us"):
        told = (text, answers.quality_control, answers.warranty)
        if answers.defects is None and not any(measured(each, read) for each in told):
            yield Hit(path, whole(text, read))


def measured(text: str, read: Reader) -> bool:
    """True where ``text`` holds something that can be checked: a measure, a share, a standard.

    Years of experience, heads, prices and dates measure no product.
    """
    if ratio(text) or read.has(text, "measurable") or _STANDARD.search(text):
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
    return not _counts_people(text, figure) and not read.has(
        text[figure.start : figure.end + 24], "hands"
    )


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
    elif read.has(text, "politeness") and not _checkable(text, read):
        yield Hit(path, whole(text, read))


def _checkable(text: str, read: Reader) -> bool:
    """True where a promise holds a time, what happens if it is missed, or an act of ours."""
    timed = any(each.kind in (Kind.WORK, Kind.SPAN, Kind.CLOCK) for each in figures(text))
    if timed or read.has(text, "service_times", "made_good"):
        return True
    return any(
        not read.has(piece, "whoever") and read.apart(piece, "service_acts", "politeness")
        for piece in pieces(text)
    )


@rules("DI09")
def focused_in_name_only(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Specialisation leads and nothing is told that a generalist gets wrong."""
    if answers.primary is not Type.NICHE:
        return
    text, read, path = answers.niche_knowledge, context.read, "differentiation.niche_knowledge"
    told = f"{text}\n{answers.niche_facts}"
    if skipped(answers):
        yield Hit(path)
    elif text.strip() and _about_us(text, read) and not _fact(told, read):
        yield Hit(path, whole(text, read))


def _about_us(text: str, read: Reader) -> bool:
    """True where ``text`` speaks of the founders and what they are, at least in part."""
    return read.has(text, "us", "expertise", "self_praise", "hands")


def _fact(text: str, read: Reader) -> bool:
    """True where a clause tells how the trade is: what goes wrong in it, or what has to be so.

    What founders say of themselves, or that others are different, is none.
    """
    for clause in re.split(r"[.!?;:\n]+\s*|\bthat\b", text):
        common = (
            "goes_wrong",
            "must_be",
            "expertise",
            "self_praise",
            "rivals",
            "broad",
            "not_alike",
        )
        said = len(read.stems(clause, *common))
        if read.apart(clause, "goes_wrong", "not_alike") and said >= 2:
            return True
        if read.has(clause, "us"):
            continue
        if read.apart(clause, "must_be", "not_alike", "self_praise") and said >= 3:
            return True
        if read.has(clause, "rivals") and said >= 4:
            return True
    return False


@rules("DI11")
def new_against_what(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Innovation leads, and the old way or what blocks trying is not named."""
    if answers.primary is not Type.INNOVATION:
        return
    text, read, path = answers.innovation_step, context.read, "differentiation.innovation_step"
    if skipped(answers):
        yield Hit(path)
    elif text.strip():
        old = bool(answers.prior_art.strip()) and not read.says_nothing(answers.prior_art)
        old = old or any(_old_way(each, read) for each in read.sentences(text))
        barrier = answers.adoption_barrier
        blocks = bool(barrier.strip()) and not _denied(barrier, read)
        blocks = blocks or any(_blocks(each, read) for each in read.sentences(text))
        if not (old and blocks):
            say = "" if not (old or blocks) else "blocks" if old else "old"
            yield Hit(path, whole(text, read), say=say)


def _old_way(sentence: str, read: Reader) -> bool:
    return read.has(sentence, "before_us") and not read.has(sentence, "no_rivals")


def _blocks(sentence: str, read: Reader) -> bool:
    return read.apart(sentence, "blocks_trying", "no_barrier") and not _denied(sentence, read)


def _denied(text: str, read: Reader) -> bool:
    """True where ``text`` says that nothing keeps anybody from trying."""
    return read.says_nothing(text) or (
        read.has(text, "no_barrier") and not read.apart(text, "blocks_trying", "no_barrier")
    )
