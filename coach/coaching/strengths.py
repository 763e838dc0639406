"""The rules that say what is good: each needs somebody's evidence, or figures beside it.

A strength is no praise. It says what is known and from where, in the founder's own words and
figures, so that a reader can check it. More evidence for a claim never takes one away.
"""

from collections.abc import Iterator

from coach.coaching.language import Reader
from coach.coaching.rule import Context, Hit, Rules
from coach.figures import amount, money, percent
from coach.plan import STEP_KEYS, Plan
from coach.steps.differentiation.model import Differentiation
from coach.steps.differentiation.numbers import Verdict, vrio
from coach.steps.niche.model import Niche
from coach.steps.niche.numbers import break_even, carry_ratio, reachable
from coach.steps.niche.rules import claims
from coach.steps.review.model import Review, Test
from coach.steps.review.numbers import priority
from coach.steps.risk.model import Risk
from coach.steps.risk.numbers import by_worst, survivable, worst
from coach.steps.risk.treatment import ACCEPTED
from coach.steps.value.model import Value
from coach.steps.value.needs import TOP, scored
from coach.text import one_line
from coach.values import Claim, Status

rules = Rules("niche")

SOURCE = 80
"""Most characters of a source inside a message."""


@rules("ST01")
def need_seen(niche: Niche, context: Context) -> Iterator[Hit]:
    """The chosen candidate's need was seen, committed to or paid for, in enough cases."""
    each = niche.choice
    if each and each.need.strip() and _known(each.evidence, context):
        path = f"niche.candidates.{each.id}.evidence"
        yield Hit(path, each.need.strip(), _cases(each.evidence), each.evidence.status)


@rules("ST02")
def niche_carries(niche: Niche, context: Context) -> Iterator[Hit]:
    """The count comes from a dated source, and break-even takes little of those in reach."""
    ratio, needed, claim = carry_ratio(niche), break_even(niche), niche.count_claim
    if ratio is None or not needed or ratio > context.limit("most"):
        return
    if claim.assumed or claim.date is None or not _checkable(claim, context):
        return
    values = {
        "needed": amount(needed),
        "pool": amount(reachable(niche)),
        "share": percent(ratio * 100),
        "day": claim.date.isoformat(),
    }
    yield Hit("niche.count", claim.source.strip(), values)


@rules("ST03", "value")
def promise_kept_before(value: Value, context: Context) -> Iterator[Hit]:
    """What the promise claims was seen, committed to or paid for, in enough cases."""
    claim = value.promise_claim
    if value.promise.strip() and _known(claim, context):
        yield Hit("value.promise", value.promise.strip(), _cases(claim), claim.status)


@rules("ST04", *STEP_KEYS)
def top_pains_answered(plan: Plan, context: Context) -> Iterator[Hit]:
    """Each of the three largest pains, by the founder's own scores, has an offer of its own.

    Pains that score the same as the third count as well, so that no order of rows decides.
    """
    value = plan.value
    known = [(score, pain) for pain in value.pains if (score := scored(pain)) is not None]
    rated = sorted(
        ((score, pain) for score, pain in known if pain.what.strip()),
        key=lambda pair: (-pair[0], pair[1].what, pair[1].id),
    )
    if len(rated) < TOP or rated[TOP - 1][0] < context.limit("fair"):
        return
    top = [pain for score, pain in rated if score >= rated[TOP - 1][0]]
    sound = [each for each in value.offers if each.name.strip() and each.how.strip()]
    linked = {each.pain: each.name.strip() for each in sorted(sound, key=lambda each: each.id)}
    if all(pain.id in linked for pain in top) and heard(plan, context):
        names = dict.fromkeys(one_line(linked[pain.id], SOURCE) for pain in top)
        told = ", ".join(f"“{name}”" for name in names)
        values = {"more": amount(len(top) - 1), "offers": told}
        yield Hit("value.offers", top[0].what.strip(), values)


@rules("ST05", *STEP_KEYS)
def slow_to_copy(plan: Plan, context: Context) -> Iterator[Hit]:
    """A resource passes all four tests, with the reason told, and outlasts the payback."""
    step = plan.differentiation
    paid = step.payback_months
    for each in step.resources:
        if not each.name.strip() or not _says(each.reason, context.read):
            continue
        if vrio(each) is not Verdict.SUSTAINED or each.months is None or paid is None:
            continue
        if each.months > paid and heard(plan, context):
            values = {"copied": amount(each.months), "paid": amount(paid)}
            yield Hit(f"differentiation.resources.{each.id}.months", each.name.strip(), values)


@rules("ST06", "differentiation")
def named_unprompted(step: Differentiation, context: Context) -> Iterator[Hit]:
    """Enough of the customers asked name the difference without help (M18)."""
    asked, named = step.asked, step.named
    if asked is None or named is None or asked < context.limit("asked") or named > asked:
        return
    if named >= context.limit("named") and named * context.limit("one_in") >= asked:
        values = {"asked": amount(asked), "named": amount(named)}
        yield Hit("differentiation.named", values=values)


@rules("ST07", *STEP_KEYS)
def ruin_is_answered(plan: Plan, context: Context) -> Iterator[Hit]:
    """Every risk that the reserve would not survive has an act, a trigger and one owner."""
    reserve = plan.risk.reserve
    if reserve is None:
        return
    rated = [(worst(each) or 0, each) for each in by_worst(plan.risk)]
    ruinous = [(loss, each) for loss, each in rated if not survivable(loss, reserve)]
    if not ruinous or not all(_answered(each, context.read) for _, each in ruinous):
        return
    loss, first = max(ruinous, key=lambda pair: (pair[0], pair[1].id))
    if heard(plan, context) and first.event.strip():
        values = {
            "count": amount(len(ruinous)),
            "worst": money(loss, context.currency),
            "reserve": money(reserve, context.currency),
            "owner": one_line(first.owner, SOURCE),
        }
        path = f"risk.risks.{first.id}.treatment"
        yield Hit(path, first.event.strip(), values, "several" if len(ruinous) > 1 else "")


def _answered(risk: Risk, read: Reader) -> bool:
    """True where a risk is not borne as it is, and who acts on which sign, and how, is told."""
    if risk.treatment is None or risk.treatment in ACCEPTED:
        return False
    acts = [text for text in (risk.prevention, risk.contingency) if _says(text, read)]
    hopes = [
        text
        for text in acts
        if read.only(text, "weak_responses", "padding", "topics") and not read.concrete(text)
    ]
    owned = _says(risk.owner, read) and not read.only(risk.owner, "group_owners")
    return len(acts) > len(hopes) and _says(risk.trigger, read) and owned


@rules("ST08", *STEP_KEYS)
def tested_first(plan: Plan, context: Context) -> Iterator[Hit]:
    """The weightiest belief has a test with a figure as its pass mark, due soon, by one person.

    A tested belief counts with its full importance, as in RE05: what its test shows must not
    make another belief look forgotten.
    """
    review = plan.review
    linked = {each.assumption for each in review.tests}
    loose = [priority(each) or 0 for each in review.assumptions if each.id not in linked]
    weights = {each.id: each.importance or 0 for each in review.assumptions}
    told = {each.id: each.statement.strip() for each in review.assumptions}
    sound = [each for each in review.tests if told.get(each.assumption) and _sound(each, context)]
    most = max((weights[each.assumption] for each in sound), default=0)
    if most < context.limit("weighty") or most <= max(loose, default=0) or not heard(plan, context):
        return
    for each in sound:
        if weights[each.assumption] == most and each.due is not None:
            values = {"day": each.due.isoformat(), "mark": each.threshold.strip()}
            yield Hit(f"review.tests.{each.id}.threshold", told[each.assumption], values)


def _sound(test: Test, context: Context) -> bool:
    """True where a test says what is done by whom, until a day soon, and from which figure on."""
    read = context.read
    if test.due is None or not 0 <= (test.due - context.today).days <= context.limit("days"):
        return False
    owned = _says(test.owner, read) and not read.only(test.owner, "group_owners")
    return owned and bool(test.doing.strip()) and read.has_figure(test.threshold)


@rules("ST09", "review")
def belief_holds(review: Review, context: Context) -> Iterator[Hit]:
    """A belief on which much hangs was seen, committed to or paid for, in enough cases."""
    for each in review.assumptions:
        if (each.importance or 0) < context.limit("weighty") or not each.statement.strip():
            continue
        if _known(each.evidence, context):
            path = f"review.assumptions.{each.id}.evidence"
            yield Hit(path, each.statement.strip(), _cases(each.evidence), each.evidence.status)


def heard(plan: Plan, context: Context) -> bool:
    """True where one claim of the plan at least was heard, or better, from a source.

    Figures that rest on guesses alone make no strength, however well they fit together.
    """
    told = [claim for _, claim in claims(plan.niche)]
    told.append(plan.value.promise_claim)
    told += [each.proof for each in plan.value.attributes]
    told += [each.evidence for each in plan.review.assumptions]
    return any(
        claim.status.rank >= Status.HEARD.rank and bool(claim.points) and _sourced(claim, context)
        for claim in told
    )


def _known(claim: Claim, context: Context) -> bool:
    """True where it was seen or better, in enough cases, from a source that can be checked."""
    enough = (claim.points or 0) >= context.limit("cases")
    return enough and claim.status.rank >= Status.OBSERVED.rank and _checkable(claim, context)


def _checkable(claim: Claim, context: Context) -> bool:
    """True where a source is named, and its day, where one is given, is neither old nor to come."""
    if claim.date and not 0 <= (context.today - claim.date).days <= context.limit("days"):
        return False
    return _sourced(claim, context)


def _sourced(claim: Claim, context: Context) -> bool:
    read, source = context.read, claim.source
    return _says(source, read) and (not read.only(source, "sources") or read.concrete(source))


def _says(text: str, read: Reader) -> bool:
    """True where something stands there, and not that there is nothing."""
    return bool(text.strip()) and not read.says_nothing(text)


def _cases(claim: Claim) -> dict[str, str]:
    return {"count": amount(claim.points), "source": one_line(claim.source, SOURCE)}
