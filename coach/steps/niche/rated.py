"""What the coach flags in the ratings of this step, in its people, and in its trials."""

import re
from collections.abc import Iterator
from math import isinf

from coach.coaching.groups import head
from coach.coaching.language import Reader, akin, words
from coach.coaching.pieces import near
from coach.coaching.rule import Context, Hit, Rules
from coach.figures import amount, percent
from coach.steps.niche.model import Candidate, Niche, Segment
from coach.steps.niche.parts import GROUPS, sample
from coach.steps.niche.payers import no_reason
from coach.steps.niche.ranking import Comparison, called, comparison

rules = Rules("niche")

NEAR = 3
"""Words between "common" and "all": "the common problem of all"."""

_EVERYBODY = re.compile(
    r"\bwhat\s+(?:all(?: of us| people| firms)?|everybody|everyone|anybody|anyone|most of us)\b"
    r"|\b(?:everybody|everyone|anybody|anyone).s\s+(?:\w+\s+)?(?:needs?|wish(?:es)?|dreams?)\b"
    r"|\b(?:needs?|wish(?:es)?)\s+(?:that|which)?\s*(?:each|every|all|any)\s?"
    r"(?:of us|body|one|person|people)\b"
    r"|\bwho\s+(?:does(?:n.t| not)|would(?:n.t| not))\s+(?:want|need|like|wish|love)\b",
    re.IGNORECASE,
)
"""A need that is told to be everybody's: "what all of us need", "who does not want that"."""


@rules("NI09")
def cannot_be_counted_or_reached(niche: Niche, context: Context) -> Iterator[Hit]:
    """The chosen candidate is rated as one that can hardly be counted or met."""
    yield from _failed(niche, context, "measurable", "accessible")


@rules("NI10")
def buys_like_everybody(niche: Niche, context: Context) -> Iterator[Hit]:
    """The chosen candidate is rated, or its need told, as one that buys like everybody else."""
    yield from _failed(niche, context, "differentiable")
    if niche.choice and _like_everybody(niche.choice.need, context):
        path = f"niche.candidates.{niche.chosen}.need"
        yield Hit(path, niche.choice.need.strip(), say="need")


def _like_everybody(need: str, context: Context) -> bool:
    """True where a need is told to be that of all: "what every driver wants", "like any shop"."""
    read = context.read
    if _EVERYBODY.search(need):
        return True
    if read.apart(need, "unlike_others", "sameness", "ordinary"):
        return False
    alike = [span.last for span in read.find(need, "sameness")]
    if words(need)[:1] and words(need)[0].stem == "what":
        alike.append(0)
    ordinary = read.find(need, "ordinary")
    before = need[: ordinary[0].start] if ordinary else ""
    led = read.left(before, "light_verbs", "empty_talk", "wanting")
    if ordinary and not led:
        if near(need, read, "ordinary", "all_of_them", NEAR):
            return True
        return not read.apart(need, "going_wrong", "ordinary")
    everybody = [span.first for span in read.find(need, "all_of_them")]
    return any(0 < of - at <= context.limit("near") for at in alike for of in everybody)


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
    said = [key for key in found.counts if niche.ratings.reason(key, "weight").strip()]
    return len(said) < context.limit("reasons")
