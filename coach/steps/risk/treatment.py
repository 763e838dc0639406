"""What the coach flags about what is done against a risk: does it help, and at what price?"""

import re
from collections import Counter
from collections.abc import Iterator

from coach.coaching.language import Reader, words
from coach.coaching.rule import Context, Hit, Rules
from coach.figures import money, percent
from coach.questions import Depth
from coach.steps.risk.hopes import hopes
from coach.steps.risk.model import Category, Risk, Risks, Treatment
from coach.steps.risk.numbers import expected_loss, live, loss_after, survivable, worst
from coach.steps.risk.rules import told_of
from coach.steps.risk.signs import unseen

rules = Rules("risk")

ACCEPTED = (Treatment.TAKE, Treatment.RETAIN)
"""Treatments by which a risk is borne as it is."""


@rules("RI07")
def does_not_stop_that(step: Risks, context: Context) -> Iterator[Hit]:
    """The act before it happens has nothing to do with the cause, and none is ready for after.

    Said only once what follows the acts has been reached. Who shares or bears a risk does not act
    on its cause. Where the act for after is not asked, an act in other words than the cause may
    still be right; only one for the eye ("a new logo") is not. What is only hoped or watched is
    no act, neither before nor after; without a sign to start one it is another rule's to say so.
    """
    asked, everywhere = context.depth >= Depth.INTERMEDIATE, _trade(step, context.read)
    for each in live(step):
        text, cause = each.prevention.strip(), each.cause.strip()
        if not text or not cause or _ready(each.contingency, context.read):
            continue
        if each.treatment in (*ACCEPTED, Treatment.SHARE):
            continue
        vain = _for_the_eye(each, everywhere, context.read) or _only_hoped(each, context.read)
        if asked:
            told = f"{cause}\n{each.event}"
            vain = vain or not _touches(text, told, everywhere, context.read)
        if vain and (_decided(each) if asked else each.owner.strip()):
            path = f"risk.risks.{each.id}.prevention"
            yield Hit(path, text, {"cause": cause}, say="" if asked else "eye")


def _ready(after: str, read: Reader) -> bool:
    """True where ``after`` is an act, or the one thing that is laid ready: not "be the best"."""
    thing = len(words(after)) == 1 and not read.has(after, "attitudes", "watching", "striving")
    return thing or (bool(after.strip()) and not hopes(after, read))


def _only_hoped(risk: Risk, read: Reader) -> bool:
    """True where a risk has a sign and no act: "monitor it"; looking on certain days is one.

    What is named beside the hope may make an act of it: "show the permit at the gate".
    """
    text = risk.prevention
    if not risk.trigger.strip() or unseen(risk.trigger, read) or not hopes(text, read):
        return False
    if read.concrete(text) or read.has(text, *_DAYS) or _MEANS.search(text):
        return False
    return len(read.left(text, *_IDLE)) <= _BESIDE


_BESIDE = 1
"""Words that may stand beside a hope and make no act of it: "keep an eye on the weather"."""
_DAYS = ("calendar", "numbers")
_IDLE = (
    *("attitudes", "watching", "striving", "platitudes", "weak_responses", "light_verbs"),
    *("topics", "rivals", "customer_words", "buyers", "group_nouns", "padding", "comparatives"),
)
"""Lists of what is hoped or watched, and of those whom a response may speak of."""


_MEANS = re.compile(
    r"\b(?:with|by|through|using|at|without)\s+(?:(?:an?|the|our|two)\s+)?\w", re.IGNORECASE
)
"""What it is done with, or where: "with a second thermometer", "by camera", "at the auction"."""


def _touches(act: str, told: str, trade: frozenset[str], read: Reader) -> bool:
    """True where an act names what the risk is about, or speaks of it: "it", "them".

    How often something is done, and for how long, joins no two things: "yearly", "20 years old".
    Nor do verbs that go with anything, and what stands in many of the risks.
    """
    own = " ".join(word.text for word in read.left(act, *_JOINS_NOTHING) if word.stem not in trade)
    return read.share(own, told, *_JOINS_NOTHING) or _speaks_of_it(act, read)


_JOINS_NOTHING = ("calendar", "often", "light_verbs", "ordinals")
_OF_IT = re.compile(r"\b(?:it|its|them|their|him|his|her|ones)\b", re.IGNORECASE)

BEFORE_IT = 3
"""Words with a meaning up to which "it" speaks of the risk: behind more it is what they name."""


def _speaks_of_it(act: str, read: Reader) -> bool:
    """True for "ring them monthly"; not for "teach the turner in Győr and pay him"."""
    found = _OF_IT.search(act)
    return found is not None and len(read.left(act[: found.start()])) <= BEFORE_IT


def _trade(step: Risks, read: Reader) -> frozenset[str]:
    """The stems that stand in many of the risks: the trade's own words, which link nothing."""
    told = [read.stems(told_of(each)) for each in step.risks]
    counts = Counter(stem for stems in told for stem in stems)
    return frozenset(stem for stem, count in counts.items() if count > max(2, len(told) / 3))


def _for_the_eye(risk: Risk, trade: frozenset[str], read: Reader) -> bool:
    """True where advertising or a feast is to help against what is no lack of buyers."""
    if not read.has(_SHOWN.sub(" ", risk.prevention), "window_dressing"):
        return False
    text = _MARKET_PRICE.sub(" ", f"{risk.event}\n{risk.cause}")
    selling, told = read.find(text, "selling"), words(text)
    bought = _DEARER.search(risk.event) is not None  # what we pay, not what they pay us
    if any(not (bought and told[each.first].text.startswith("pric")) for each in selling):
        return False
    told = read.left(risk.prevention, "seasons", *_JOINS_NOTHING)
    own = " ".join(word.text for word in told if word.stem not in trade)
    return not read.share(own, f"{risk.event}\n{risk.cause}\n{risk.trigger}")


_SHOWN = re.compile(
    r"\bno-shows?\b|\bshows? (?:the|an?|each|every|it|them|him|her|their|his)\b", re.IGNORECASE
)
"""What is no show: "no-shows", "show the permit at the gate"."""
_MARKET_PRICE = re.compile(
    r"\b(?:market|fair|trade|shop) (?:prices?|rates?|drains?|stalls?|floors?|halls?|squares?|days?"
    r"|roofs?|sites?|tents?|tables?|vans?|trucks?|keys?|doors?)\b"
    r"|\bbrand[- ]new\b|\bin order\b|\bfair (?:wage|copy|weather)s?\b",
    re.IGNORECASE,
)
"""Where a word of selling sells nothing: "the market drain", "brand-new"."""
_DEARER = re.compile(
    r"\b(?:raises?|rises?|rose|goes? up|climbs?|doubles?|triples?|dearer|higher|jumps?|soars?"
    r"|increases?"
    r"|puts? up)\b",
    re.IGNORECASE,
)


def _decided(risk: Risk) -> bool:
    """True where the questions after the two acts have been reached."""
    return risk.treatment is not None or risk.due is not None or risk.cost is not None


@rules("RI08")
def changes_nothing(step: Risks, context: Context) -> Iterator[Hit]:
    """An act is planned, and chance and cost are the same after it, or higher."""
    for each in live(step):
        act = each.prevention.strip() or each.contingency.strip()
        before, after = (each.probability, each.impact), (each.probability_after, each.impact_after)
        if not act or each.treatment in ACCEPTED or None in before + after:
            continue
        path = f"risk.risks.{each.id}.probability_after"
        values = {
            "chance": percent(each.probability),
            "cost": money(each.impact, context.currency),
            "chance_after": percent(each.probability_after),
            "cost_after": money(each.impact_after, context.currency),
        }
        if before == after:
            yield Hit(path, act, values)
        elif _at_least(each.probability_after, each.probability) and _at_least(
            each.impact_after, each.impact
        ):
            yield Hit(path, act, values, "worse")


def _at_least(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and one >= other


@rules("RI09")
def dearer_than_the_illness(step: Risks, context: Context) -> Iterator[Hit]:
    """The act costs more than the expected loss that it takes away in a year.

    The law and people's safety are worth more than that, and who bears the risk does not act. A
    premium is always dearer than the loss it covers, some of what others bear, or of the act for
    after, is paid only if it happens, and a loss that would use up the reserve is worth a dear
    act: all these may cost more, up to a limit.
    """
    for each in live(step):
        before, after, cost = expected_loss(each), loss_after(each), each.cost
        if before is None or after is None or cost is None or after >= before:
            continue
        if cost <= _times(each, step.reserve, context) * (before - after):
            continue
        if each.category is Category.LAW or each.treatment in ACCEPTED or _safety(each, context):
            continue
        values = {
            "cost": money(cost, context.currency),
            "saved": money(before - after, context.currency),
        }
        yield Hit(f"risk.risks.{each.id}.cost", each.prevention.strip(), values)


def _times(risk: Risk, reserve: float | None, context: Context) -> float:
    """How many times the expected loss taken away an act may cost."""
    loss, shared = worst(risk), risk.treatment is Treatment.SHARE
    if loss is not None and reserve is not None and not survivable(loss, reserve):
        return context.limit("ruin")
    if shared and context.read.has(f"{risk.prevention}\n{risk.contingency}", "cover"):
        return context.limit("premium")
    partly = shared or (risk.treatment is Treatment.CONSEQUENCE and risk.contingency.strip())
    return context.limit("partly" if partly else "times")


def _safety(risk: Risk, context: Context) -> bool:
    told = (risk.event, risk.cause, risk.effect, risk.prevention)
    return context.read.has("\n".join(told), "safety")


@rules("RI12")
def accepted_and_ruinous(step: Risks, context: Context) -> Iterator[Hit]:
    """A risk is borne as it is, and at its worst it costs more than the reserve.

    It is borne where the treatment says so, or where no treatment is chosen and the acts say so.
    """
    for each in live(step):
        loss, acts = worst(each), f"{each.prevention}\n{each.contingency}"
        borne = each.treatment in ACCEPTED
        if each.treatment is None:
            borne = context.depth >= Depth.INTERMEDIATE and context.read.has(acts, "bearing")
        if not borne or loss is None or step.reserve is None:
            continue
        if survivable(loss, step.reserve):
            continue
        if context.read.has(acts, "cover"):
            continue
        values = {
            "worst": money(loss, context.currency),
            "reserve": money(step.reserve, context.currency),
        }
        yield Hit(f"risk.risks.{each.id}.treatment", each.event.strip(), values)
