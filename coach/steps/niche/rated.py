"""What the coach flags in the ratings of this step, in its people, and in its trials."""

import re
from collections.abc import Iterator
from math import isinf
from typing import TYPE_CHECKING

from coach.coaching.groups import head
from coach.coaching.language import Reader, akin
from coach.coaching.rule import Context, Hit, Rules
from coach.coaching.unsaid import unsaid
from coach.figures import amount, percent
from coach.steps.niche.everybody import any_firms_need, bare_fault, like_everybody
from coach.steps.niche.model import Candidate, Niche, Segment
from coach.steps.niche.parts import GROUPS, sample
from coach.steps.niche.payers import no_reason
from coach.steps.niche.ranking import Comparison, called, comparison
from coach.steps.niche.vague_people import any_time, nobody_decides

if TYPE_CHECKING:
    from coach.plan import Plan

rules = Rules("niche")

_WAVERS = re.compile(
    r"\b(?:coins?|dice|toss(?:ed|-up)?|drew (?:lots|straws)|gut|feel(?:s|ing)?|felt|mood|whim|"
    r"arbitrar\w+|random\w*|"
    r"guess\w*|reckon|hunch|roughly|more or less|give or take|somehow|out of habit|default|"
    r"(?:could|might|may|can)\s+(?:\w+\s+)?(?:be|have been|take|give)\s+(?:\w+\s+)?(?:also|"
    r"as well|just as well|a?\s?"
    r"(?:one|two|three|four|five|\d))|(?:as|just as) well\b|swap\w*|nudg\w+|fiddl\w+|tweak\w*|"
    r"chang(?:e|ed|ing) (?:it|this|my mind)|"
    r"adjust\w*|keep\w* (?:changing|moving|shifting)|disagree\w*|quarrel\w*|"
    r"not (?:so )?(?:sure|certain)|"
    r"unsure|undecided|no (?:particular |real |special )?reason|why not|(?:it|that) depends\W*\Z|"
    r"so that (?:\w+\s+){1,4}(?:wins?|comes?|is|are)|"
    r"says? (?:one|two|three|four|five|\d))\b",
    re.IGNORECASE,
)
"""A weight that was thrown, felt or argued about rather than weighed."""


@rules("NI09")
def cannot_be_counted_or_reached(niche: Niche, context: Context) -> Iterator[Hit]:
    """The chosen candidate is rated as one that can hardly be counted or met."""
    yield from _failed(niche, context, "measurable", "accessible")


@rules("NI10", "start", "niche")
def buys_like_everybody(plan: "Plan", context: Context) -> Iterator[Hit]:
    """The chosen candidate is rated, or its need told, as one that buys like everybody else."""
    niche, read = plan.niche, context.read
    yield from _failed(niche, context, "differentiable")
    if choice := niche.choice:
        need, group = choice.need, f"{choice.name}\n{choice.who}"
        sold = f"{plan.start.offering}\n{plan.start.market}"
        if (
            like_everybody(need, context, group)
            or any_firms_need(need, read, group)
            or bare_fault(need, read, f"{sold}\n{group}")
        ):
            yield Hit(f"niche.candidates.{niche.chosen}.need", need.strip(), say="need")
    told = "\n".join([niche.user, *(f"{each.name}\n{each.who}" for each in niche.candidates)])
    if any_time(niche.situation, context.read, told):
        yield Hit("niche.situation", niche.situation.strip(), say="moment")


def _failed(niche: Niche, context: Context, *tests: str) -> Iterator[Hit]:
    """A hit for each of the tests that the chosen candidate is rated too low on."""
    if niche.choice is None:
        return
    for test in tests:
        score = niche.ratings.score(test, niche.chosen)
        if score is not None and score < context.limit("least"):
            path = f"niche.ratings.scores.{test}.{niche.chosen}"
            told = {"score": amount(score), "test": context.label(path)}
            yield Hit(path, _name(niche.choice), told)


def _name(candidate: Candidate) -> str:
    return candidate.name.strip() or candidate.who.strip()


@rules("NI11")
def payer_has_no_reason(niche: Niche, context: Context) -> Iterator[Hit]:
    """Somebody else than the user pays, and nothing says what moves them to."""
    read, payer, need = context.read, niche.payer.strip(), niche.payer_need.strip()
    if nobody_decides(niche.decider, read):
        yield Hit("niche.decider", niche.decider.strip(), say="decider")
    if not payer or not niche.user.strip() or _same_person(payer, niche.user, read):
        return
    told = {"payer": _called(payer), "user": _called(niche.user)}
    if need:
        if no_reason(need, f"{niche.user}\n{niche.payer}\n{niche.decider}", read):
            yield Hit("niche.payer_need", need, told)
    elif _went_on(niche) and not read.has(payer, "reasons"):
        yield Hit("niche.payer_need", values=told)


def _called(person: str) -> str:
    """The words that name somebody, without what is told of them."""
    return head(person).split(",")[0].strip() or person.strip()


def _went_on(niche: Niche) -> bool:
    """True once something is said that is asked after the payer's need, at the same depth."""
    sentence = niche.sentence
    asked_later = (niche.decider, sentence.who, sentence.situation, sentence.channel)
    return any(text.strip() for text in asked_later)


def _same_person(payer: str, user: str, read: Reader) -> bool:
    """True where the payer is said to be the user, or is called by no other word than they are."""
    if read.says_nothing(payer) or read.says_nothing(user):
        return True
    paying, using = read.stems(head(payer), "same_person"), read.stems(head(user))
    return not using or len(akin(paying, using)) == len(paying)


@rules("NI18")
def luck_or_effect(niche: Niche, context: Context) -> Iterator[Hit]:
    """The trial of a micro-segment needs more people than it has."""
    for each in niche.segments:
        low, goal = each.baseline, each.target
        if low is None or goal is None or _no_trial(each, context.read):
            continue
        needed, path = sample(low, goal), f"niche.segments.{each.id}"
        told = {"baseline": percent(low), "target": percent(goal), "needed": amount(needed)}
        if isinf(needed):
            yield Hit(f"{path}.target", each.name.strip(), told, say="same")
        elif each.size is not None and each.size < GROUPS * needed:
            told |= {"size": amount(each.size), "all": amount(GROUPS * needed)}
            yield Hit(f"{path}.size", each.name.strip(), told)


def _no_trial(segment: Segment, read: Reader) -> bool:
    """True where people are talked to one by one, or counted together with another segment."""
    return any(read.has(text, "no_trial") for text in (segment.metric, segment.stop))


@rules("NI20")
def depends_on_the_weights(niche: Niche, context: Context) -> Iterator[Hit]:
    """Another candidate comes first in many of the rankings with slightly other weights."""
    found = comparison(niche, context.depth)
    shaken = found.robustness() if _compared(found) else None
    winner = next((each for each in niche.candidates if each.id == found.standing.winner), None)
    if shaken is None or winner is None or niche.chosen not in ("", winner.id):
        return
    lost = 1 - shaken[0] / shaken[1]
    if lost > context.limit("most") and _unexplained(niche, found, context):
        values = {"share": percent(100 * lost), "winner": called(winner)}
        yield Hit("niche.ratings", _name(winner), values)


def _compared(found: Comparison) -> bool:
    """True where at least two candidates are rated, and none is rated only in part."""
    counted = {key for key, weight in found.counts.items() if weight > 0}
    rated = [row for row in found.table.values() if row]
    return len(rated) > 1 and all(counted <= row.keys() for row in rated)


def _unexplained(niche: Niche, found: Comparison, context: Context) -> bool:
    """True until enough weights have a reason beside them: then the choice rests on those."""
    told = (niche.ratings.reason(key, "weight") for key in found.counts)
    said = [reason for reason in told if reason.strip() and not _wavers(reason, context.read)]
    return len(said) < context.limit("reasons")


def _wavers(reason: str, read: Reader) -> bool:
    """True where a reason for a weight takes it back: "could be five as well"."""
    return unsaid(reason, read) or _WAVERS.search(reason) is not None
