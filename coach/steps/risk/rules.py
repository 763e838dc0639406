"""What the coach flags in this step."""

import re
from collections.abc import Iterator

from coach.coaching.alike import alike
from coach.coaching.language import Reader, words
from coach.coaching.owners import Owned, owned
from coach.coaching.rule import Context, Hit, Rules
from coach.coaching.verdicts import once
from coach.figures import amount, percent
from coach.questions import Depth
from coach.steps.risk.foreseen import no_failure
from coach.steps.risk.headings import counts, heading, nothing_happens
from coach.steps.risk.hopes import hopes
from coach.steps.risk.issues import effect_is_here, event_is_here
from coach.steps.risk.model import Risk, Risks
from coach.steps.risk.numbers import live
from coach.steps.risk.sayings import denied_outright, said_in_passing, waved_away
from coach.steps.risk.signs import bare, unseen

rules = Rules("risk")


def described(step: Risks) -> list[Risk]:
    """The risks that say something."""
    return [each for each in step.risks if each.event.strip() or each.cause.strip()]


def reached_kill(step: Risks) -> bool:
    """True once the kill criterion has been begun."""
    return bool(step.kill.strip()) or step.kill_date is not None


SMALL_WORDS = 0.125
"""The share of small words ("of", "the") from which on a text is in the pack's language: the
tersest English notes have a fifth, German ones a tenth, French ones a twentieth."""


def in_our_language(step: Risks, read: Reader) -> bool:
    """True where the risks are told in the language of the pack.

    Rules that miss something must not speak of a text whose words they do not know.
    """
    counted = [_small_words(told_of(each), read) for each in step.risks]
    return sum(small for small, _ in counted) >= SMALL_WORDS * sum(total for _, total in counted)


@once
def _small_words(text: str, read: Reader) -> tuple[int, int]:
    """How many of the words of ``text`` are small, and how many there are without numbers."""
    small = sum(span.last - span.first + 1 for span in read.find(text, "function"))
    return small, sum(not word.number for word in words(text))


@rules("RI01")
def too_short_to_be_honest(step: Risks, context: Context) -> Iterator[Hit]:
    """Too few risks, or all of one category; what is said twice counts once.

    So it is where the premortem says why it will not fail, or tells no failure at all.
    """
    premortem, read = step.premortem, context.read
    if waved_away(premortem) or read.says_nothing(premortem) or no_failure(premortem, read):
        yield Hit("risk.premortem", step.premortem.strip(), say="premortem")
    known = described(step)
    count = len({read.stems(f"{each.event}\n{each.cause}") for each in known})
    if known and count < context.limit("fewest") and reached_kill(step):
        say = "" if count == len(known) else "twice"
        yield Hit("risk.risks", values={"count": amount(count)}, say=say)
    categories = {each.category for each in known}
    if (
        len(known) >= context.limit("fewest")
        and len(categories) == 1
        and None not in categories
        and context.depth >= Depth.INTERMEDIATE
    ):
        yield Hit("risk.risks", str(known[0].category), {"count": amount(len(known))})


@rules("RI02")
def a_topic(step: Risks, context: Context) -> Iterator[Hit]:
    """The event is a heading: by its own form, or since nothing happens in it nor in the effect.

    A figure in the effect saves it; of a crisis that everybody knows ("recession") it is enough
    that cause and effect are told.
    """
    read, ours = context.read, in_our_language(step, context.read)
    for each in step.risks:
        event, counted = each.event.strip(), counts(each.effect, context.read)
        told = _explains(each.cause, read) and _explains(each.effect, read)
        known = not told and read.only(event, "topics") and not read.concrete(event)
        empty = event and _went_on(each) and nothing_happens(event, each.effect, read)
        if known or (ours and empty) or (heading(event, read) and not counted):
            yield Hit(f"risk.risks.{each.id}.event", event)


def _explains(text: str, read: Reader) -> bool:
    """True where ``text`` says more than a heading or an adjective: "the market", "bad"."""
    if not text.strip():
        return False
    return read.concrete(text) or bool(read.left(text, "topics", "padding", "vague_amounts"))


def _went_on(risk: Risk) -> bool:
    """True where the questions after cause and effect have been reached."""
    answered = (risk.probability, risk.impact, risk.effect.strip(), risk.trigger.strip())
    return any(each not in (None, "") for each in answered)


@rules("RI03")
def an_issue(step: Risks, context: Context) -> Iterator[Hit]:
    """It has happened already, or is as good as certain."""
    for each in step.risks:
        if each.probability is not None and each.probability >= context.limit("certain"):
            path = f"risk.risks.{each.id}.probability"
            yield Hit(path, values={"chance": percent(each.probability)})
        elif event_is_here(each.event, context.read, context.today):
            yield Hit(f"risk.risks.{each.id}.event", each.event.strip())
        elif effect_is_here(each.effect, context.read, context.today):
            yield Hit(f"risk.risks.{each.id}.effect", each.effect.strip())


@rules("RI04")
def a_hope(step: Risks, context: Context) -> Iterator[Hit]:
    """The response is no act, and no trigger starts one."""
    read = context.read
    for each in step.risks:
        for key in ("prevention", "contingency"):
            text = getattr(each, key)
            if each.trigger.strip() and not unseen(each.trigger, read):
                continue
            if hopes(text, read):
                yield Hit(f"risk.risks.{each.id}.{key}", text.strip())


@rules("RI05")
def owned_by_all(step: Risks, context: Context) -> Iterator[Hit]:
    """No single person looks after it."""
    for each in described(step):
        path = f"risk.risks.{each.id}.owner"
        if not each.owner.strip():
            if reached_kill(step):
                yield Hit(path, values={"risk": each.event.strip() or each.cause.strip()})
        elif (whose := owned(each.owner, context.read)) is not Owned.BY_ONE:
            say = "several" if whose is Owned.BY_SEVERAL else ""
            yield Hit(path, each.owner.strip(), say=say)


@rules("RI06")
def how_would_you_notice(step: Risks, context: Context) -> Iterator[Hit]:
    """Nothing tells on which day it has begun.

    Where an indicator has a threshold with a figure, the trigger may be told in a few words; a
    threshold without one draws no line.
    """
    read, advanced = context.read, context.depth >= Depth.ADVANCED
    for each in described(step):
        text, threshold = each.trigger.strip(), each.threshold.strip() if advanced else ""
        path = f"risk.risks.{each.id}"
        drawn = read.concrete(threshold) or read.has(threshold, "zero", "stop_signs")
        if not text and each.prevention.strip():
            yield Hit(f"{path}.trigger")
        elif text and unseen(text, read) and not (drawn and each.indicator.strip()):
            yield Hit(f"{path}.trigger", text, say="bare" if bare(text, read) else "")
        elif threshold and not drawn:
            yield Hit(f"{path}.threshold", threshold)


@rules("RI16")
def no_judgement(step: Risks, context: Context) -> Iterator[Hit]:
    """All probabilities are the same."""
    given = [each.probability for each in step.risks if each.probability is not None]
    if len(given) >= context.limit("fewest") and len(set(given)) == 1:
        yield Hit("risk.risks", values={"count": amount(len(given)), "chance": percent(given[0])})


def told_of(risk: Risk) -> str:
    """What may happen, why, and what it would do."""
    return f"{risk.event}\n{risk.cause}\n{risk.effect}"


@rules("RI14")
def seen_and_dropped(step: Risks, context: Context) -> Iterator[Hit]:
    """A reason from the premortem became no risk and was not dismissed with a reason.

    A risk that tells the same counts without a link, but not in a list in which others are
    linked: there nobody could say which risk is meant. Nothing is said before the risks are done,
    which come after the reasons.
    """
    known, read = described(step), context.read
    if not known or not reached_kill(step):
        return
    ids = {each.id for each in step.risks}
    told = [told_of(each) for each in known]
    linking = any(each.risk in ids for each in step.reasons)
    for each in step.reasons:
        text = each.what.strip()
        if not text or each.risk in ids or _dismissed(each.dismissed, read):
            continue
        same = any(alike(text, risk, read, context.limit("alike")) for risk in told)
        if linking or not same:
            yield Hit(f"risk.reasons.{each.id}.what", text, say="unlinked" if same else "")


def _dismissed(text: str, read: Reader) -> bool:
    """True where ``text`` gives a reason; "no", "unlikely" and "we are careful" give none."""
    text = denied_outright(_SAYS_WHO.sub(" ", text))
    if (rest := said_in_passing(text)) != text:
        return read.has_figure(rest) or len(read.left(rest, *_NO_REASON)) > SENTENCE
    if read.concrete(text) or read.has(text, "cover"):
        return True
    told = sum(not word.text.endswith("ly") for word in read.left(text, *_NO_REASON))
    return told > 1 or (told == 1 and len(words(text)) >= SENTENCE)


_SAYS_WHO = re.compile(
    r"\b[A-Z]\w+ (?:thinks?|thought|says?|said|believes?|finds?|feels?|felt|(?:is|was) sure)\b"
)
"""Who thinks so is no reason: "Lea thinks it is nonsense"."""

SENTENCE = 6
"""Words from which on a dismissal is a sentence: one word that means something is enough then."""


_NO_REASON = (
    *("nothing", "undecided", "padding", "vague_amounts", "empty_talk", "light_verbs"),
    *("attitudes", "watching", "striving", "platitudes"),
)
"""Lists of what is said where no reason is given."""


@rules("RI18")
def list_nobody_opens(step: Risks, context: Context) -> Iterator[Hit]:
    """The day on which a live risk is looked at again is missing, past, or far off."""
    for each in live(step):
        path = f"risk.risks.{each.id}.review"
        values = {"risk": each.event.strip() or each.cause.strip()}
        if each.review is None:
            if each.status is not None and values["risk"]:
                yield Hit(path, values=values)
        elif each.review < context.today:
            yield Hit(path, each.review.isoformat(), values, "past")
        elif (each.review - context.today).days > context.limit("days"):
            yield Hit(path, each.review.isoformat(), values)
