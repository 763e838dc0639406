"""What the coach flags in this step."""

import re
from collections.abc import Iterator

from coach.coaching.language import Reader
from coach.coaching.rule import Context, Hit, Rules
from coach.figures import amount, money
from coach.steps.differentiation.detail import hours_needed
from coach.steps.differentiation.model import HOW, Differentiation, Type

rules = Rules("differentiation")

_SEPARATORS = re.compile(r"\s*(?:,|;|/|&|\+|\band\b|\bor\b|\bplus\b|\bas well as\b|\s)+\s*", re.I)


def _skipped(answers: Differentiation) -> bool:
    """True where the primary type's own question is empty and the walk has gone past it."""
    return not answers.how.strip() and bool(answers.trade_off.strip())


@rules("DI01")
def no_single_lead(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """No type leads, or the reason counts up three types as equals."""
    told = (answers.reason.strip() and answers.trade_off.strip()) or answers.supporting
    if answers.primary is None and told:
        yield Hit("differentiation.primary")
    if words := _all_of_them(answers.reason, context) or _equals(answers, context):
        yield Hit("differentiation.reason", words)


def _equals(answers: Differentiation, context: Context) -> str:
    """The sentence of the reason that puts all the types chosen on one level."""
    read = context.read
    if len({answers.primary, *answers.supporting} - {None}) < context.limit("types"):
        return ""
    if read.has(answers.reason, "put_first"):
        return ""
    return next(
        (each for each in read.sentences(answers.reason) if read.has(each, "as_equals")), ""
    )


def _all_of_them(text: str, context: Context) -> str:
    """The words that name ``types`` types or more in one enumeration."""
    read = context.read
    if read.has(text, "contrast"):
        return ""
    types = ("cost_words", "quality_words", "service_words", "niche_words", "innovation_words")
    found = sorted((span.start, span.end, name) for name in types for span in read.find(text, name))
    run: list[tuple[int, int, str]] = []
    for each in found:
        if run and not _SEPARATORS.fullmatch(text[run[-1][1] : each[0]]):
            run = []
        run.append(each)
        if len({name for _, _, name in run}) >= context.limit("types"):
            return text[run[0][0] : run[-1][1]]
    return ""


@rules("DI02")
def cheap_without_a_cause(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Cost leads and nothing makes the unit cheaper, or it is not cheaper at all."""
    if answers.primary is not Type.COST:
        return
    text, read = answers.cost_source, context.read
    ours, theirs = answers.cost_ours, answers.cost_rival
    if _skipped(answers):
        yield Hit("differentiation.cost_source")
    elif ours is not None and theirs is not None and ours >= theirs:
        values = {
            "ours": money(ours, context.currency),
            "theirs": money(theirs, context.currency),
        }
        yield Hit("differentiation.cost_source", values=values, say="dearer")
    elif (
        read.only(text, "too_cheap", "offer_words", spare=context.limit("spare"))
        and read.has(text, "too_cheap")
        and not read.has(text, "structure")
    ):
        yield Hit("differentiation.cost_source", read.quote(text, "too_cheap"))


@rules("DI04")
def cheapest_and_best(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Cost leads, more than rivals give is promised too, and nothing is left out for it."""
    if answers.primary is not Type.COST or _gives_up(answers.trade_off, context.read):
        return
    for key in ("reason", "cost_source"):
        text = getattr(answers, key)
        words = context.read.first(text, "best_too")
        if words and not context.read.has(text, "contrast"):
            yield Hit(f"differentiation.{key}", words)


def _gives_up(trade_off: str, read: Reader) -> bool:
    return bool(trade_off.strip()) and not read.says_nothing(trade_off)


@rules("DI05")
def quality_without_a_number(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Quality leads and nothing about it can be measured."""
    if answers.primary is not Type.QUALITY:
        return
    text, read = answers.quality_measure, context.read
    if _skipped(answers):
        yield Hit("differentiation.quality_measure")
    elif (
        read.has(text, "quality_talk", "generic_benefits")
        and not read.concrete(text)
        and not read.has(text, "measurable")
    ):
        yield Hit("differentiation.quality_measure", text.strip())


@rules("DI07")
def only_kind_words(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Service leads and the promise is politeness: no time, no scope, no act."""
    if answers.primary is not Type.SERVICE:
        return
    text, read = answers.service_promise, context.read
    if _skipped(answers):
        yield Hit("differentiation.service_promise")
    elif (
        not read.concrete(text)
        and not read.has(text, "service_acts")
        and read.only(text, "politeness", "offer_words", spare=context.limit("spare"))
    ):
        yield Hit("differentiation.service_promise", text.strip())


@rules("DI09")
def focused_in_name_only(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Specialisation leads and nothing is told that a generalist gets wrong."""
    if answers.primary is not Type.NICHE:
        return
    text, read = answers.niche_knowledge, context.read
    if _skipped(answers):
        yield Hit("differentiation.niche_knowledge")
    elif read.only(text, "expertise", "offer_words", spare=context.limit("spare")):
        yield Hit("differentiation.niche_knowledge", text.strip())


@rules("DI11")
def new_against_what(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Innovation leads and neither the old way nor what blocks trying is named."""
    if answers.primary is not Type.INNOVATION:
        return
    text = answers.innovation_step
    if _skipped(answers):
        yield Hit("differentiation.innovation_step")
    elif text.strip() and not context.read.has(text, "old_way"):
        yield Hit("differentiation.innovation_step", text.strip())


@rules("DI17")
def automation_as_difference(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Automation is named as the difference, and not what customers get from it.

    A lever shows it too, where its effect is missing or is for our own looks alone.
    """
    read = context.read
    keys = ("reason", HOW[answers.primary]) if answers.primary else ("reason",)
    for key in keys:
        text = getattr(answers, key)
        if quote := _said_to_differ(text, read):
            yield Hit(f"differentiation.{key}", quote)
            continue
        if read.concrete(text) or read.has(text, "effects", "contrast"):
            continue
        rest = read.left(text, "automation", "generic_benefits", "offer_words")
        if read.has(text, "automation") and len(rest) <= context.limit("spare"):
            yield Hit(f"differentiation.{key}", read.first(text, "automation"))
    for each in answers.levers:
        effect, told = each.effect, each.kind is not None or each.human.strip()
        path = f"differentiation.levers.{each.id}.effect"
        if not effect.strip():
            if each.step.strip() and told:
                yield Hit(path, each.step.strip(), say="lever")
        elif read.says_nothing(effect) or (
            not read.has_figure(effect)
            and read.only(effect, "looks_new", "offer_words", spare=context.limit("spare") - 1)
        ):
            yield Hit(path, effect.strip(), say="lever")


def _said_to_differ(text: str, read: Reader) -> str:
    """The sentence in which automation is said to be the difference itself, without a "not"."""
    if read.has_figure(text):
        return ""
    for each in read.sentences(text):
        words = read.first(each, "hands_off")
        if (
            words
            and read.has(each, "is_difference")
            and not read.apart(each, "denials", "hands_off")
        ):
            return each
    return ""


@rules("DI19")
def no_signal(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Nothing shows the difference before the purchase."""
    if not answers.signal.strip():
        if answers.primary and answers.how.strip() and answers.trade_off.strip():
            yield Hit("differentiation.signal")
    elif context.read.says_nothing(answers.signal) or _only_later(answers, context.read):
        yield Hit("differentiation.signal", answers.signal.strip())


def _only_later(answers: Differentiation, read: Reader) -> bool:
    """True where the signal tells of a time after the purchase, and of nothing before it."""
    text = answers.signal
    return (
        not answers.signals and read.has(text, "afterwards") and not read.has(text, "shown_before")
    )


@rules("DI06")
def better_earns_less(answers: Differentiation, context: Context) -> Iterator[Hit]:
    """Quality leads, and buyers pay less for the better unit than it costs more."""
    premium, extra = answers.premium, answers.quality_cost
    if answers.primary is not Type.QUALITY or premium is None or extra is None:
        return
    if premium < extra:
        values = {
            "premium": money(premium, context.currency),
            "extra": money(extra, context.currency),
        }
        yield Hit("differentiation.premium", values=values)


@rules("DI08")
def more_hours_than_there_are(answers: Differentiation, _context: Context) -> Iterator[Hit]:
    """Service leads, and the promise needs more hours a month than there are."""
    customers, contacts, minutes = (
        answers.service_customers,
        answers.contacts,
        answers.contact_minutes,
    )
    if answers.primary is not Type.SERVICE or answers.capacity is None:
        return
    if customers is None or contacts is None or minutes is None:
        return
    needed = hours_needed(customers, contacts, minutes)
    if needed > answers.capacity:
        values = {"needed": amount(needed, 1), "capacity": amount(answers.capacity, 1)}
        yield Hit("differentiation.capacity", values=values)
