"""Rules about what the plan rests on: whether it is tested, and whether a risk carries it."""

from collections.abc import Iterable, Iterator

from coach.coaching.alike import alike
from coach.coaching.rule import Context, Hit, Rules
from coach.coaching.rungs import hollow
from coach.figures import amount
from coach.plan import Plan
from coach.steps.niche.rules import claims as niche_claims
from coach.steps.review.model import Assumption
from coach.steps.review.numbers import priority
from coach.steps.risk.rules import described, told_of
from coach.values import Claim, Status

rules = Rules()


@rules("RI13", "risk", "review")
def belief_left_alone(plan: Plan, context: Context) -> Iterator[Hit]:
    """Much hangs on it, little is known of it, and no test and no risk carries it.

    A test or a risk counts where it is linked, and where it tells the same without a link; so
    does an action or a result that is about it. Nothing is said before the tests have been
    begun, which come after the assumptions.
    """
    review = plan.review
    if not any(each.doing.strip() for each in review.tests):
        return
    linked = {each.assumption for each in review.tests}
    linked |= {each.assumption for each in plan.risk.risks}
    told = [text for each in review.tests for text in (each.belief, each.doing)]
    told += [each.event for each in described(plan.risk)]
    told += [each.what for each in review.actions]
    told += [each.observation for each in review.learnings]
    for each in review.assumptions:
        if not each.statement.strip() or each.id in linked or each.importance is None:
            continue
        if each.importance < context.limit("weighty") or _known(each):
            continue
        if not _among(each, told, context) and not _risked(each, plan, context):
            path = f"review.assumptions.{each.id}.statement"
            yield Hit(path, each.statement.strip(), {"importance": amount(each.importance)})


def _known(belief: Assumption) -> bool:
    return belief.evidence.status.rank > Status.HEARD.rank


def _among(belief: Assumption, told: Iterable[str], context: Context) -> bool:
    """True where one of the texts says what the belief says."""
    share = context.limit("alike")
    return any(alike(belief.statement, text, context.read, share) for text in told)


def _risked(belief: Assumption, plan: Plan, context: Context) -> bool:
    """True where cause and effect of a risk say what the belief says, in three words at least.

    They are long, and two words in common are soon found in them.
    """
    share = context.limit("alike")
    told = map(told_of, described(plan.risk))
    return any(alike(belief.statement, text, context.read, share, 3) for text in told)


@rules("RE05", "risk", "review")
def comfortable_tests(plan: Plan, context: Context) -> Iterator[Hit]:
    """A belief on which most hangs has no test and is little known, while others are tested.

    A test is about a belief where it is linked, and where it tells the same without a link.
    While all tests are still to come, it must be the most urgent by far, or a weighty one that no
    risk carries either. Once one has been run, a
    tested belief counts with its importance, whatever is known of it by now: what a test has
    shown must not make another belief look forgotten. So one that weighs as much as those
    tested needs a test as well, until it was observed often enough.
    """
    review, carried = plan.review, {each.assumption for each in plan.risk.risks}
    linked = {each.assumption for each in review.tests if each.assumption}
    told = [each.belief for each in review.tests if each.belief.strip()]
    beliefs = [each for each in review.assumptions if each.statement.strip()]
    tested = [each for each in beliefs if each.id in linked or _among(each, told, context)]
    weights = [each.importance for each in tested]
    known = [weight for weight in weights if weight is not None]
    if not known or len(known) < len(weights):
        return
    left = [
        (urgent, each.importance, each.statement.strip(), each.evidence.strength, each.id)
        for each in beliefs
        if each not in tested and each.importance is not None
        if (urgent := priority(each)) is not None
    ]
    most = max(priority(each) or 0 for each in tested)
    if not review.learnings and all(
        each.due is not None and each.due >= context.today for each in review.tests
    ):
        missed = [each[:3] for each in left if each[0] >= most + context.limit("ahead")]
        missed += [
            each[:3]
            for each in left
            if each[0] >= most + context.limit("ahead_alone")
            and each[1] >= context.limit("weighty")
            if each[4] not in carried
        ]
        missed += [
            (urgent, weight, statement)
            for urgent, weight, statement, strength, _ in left
            if weight >= max(known) and strength < context.limit("known")
            if urgent >= most or strength < context.limit("hardly_known")
        ]
    else:
        missed = [
            (urgent, weight, statement)
            for urgent, weight, statement, strength, _ in left
            if weight >= max(known)
            if urgent > max(known) or strength < context.limit("known")
        ]
    if missed:
        urgent, weight, statement = max(missed)
        values = {"priority": amount(urgent), "importance": amount(weight)}
        yield Hit("review.tests", statement, values)


@rules("RE11", "niche", "value", "review")
def nothing_ranks(plan: Plan, context: Context) -> Iterator[Hit]:
    """All beliefs weigh the same, or what is said to be known names no case.

    One claim is enough where its source is none, and yet it is said to be seen, signed or paid.
    """
    rows = [each for each in plan.review.assumptions if each.statement.strip()]
    weights = {each.importance for each in rows}
    enough = len(rows) >= context.limit("beliefs")
    if enough and None not in weights and len(weights) == 1:
        values = {"count": amount(len(rows)), "importance": amount(weights.pop())}
        yield Hit("review.assumptions", values=values, say="equal")
    known = [
        (f"review.assumptions.{each.id}.evidence", each.evidence)
        for each in rows
        if not each.evidence.assumed
    ]
    if enough and len(known) == len(rows) and not any(claim.points for _, claim in known):
        yield _unsourced(known, "beliefs")
    claims = [
        (path, claim)
        for path, claim in (
            *niche_claims(plan.niche),
            ("value.promise_claim", plan.value.promise_claim),
        )
        if not claim.assumed
    ]
    for path, claim in (*claims, *known):
        if hollow(claim, context.read):
            values = {"status": claim.status.value}
            yield Hit(f"{path}.source", claim.source.strip(), values, "rung")
    if len(claims) >= context.limit("fewest") and not any(_sourced(claim) for _, claim in claims):
        yield _unsourced(claims, "")


def _unsourced(claims: list[tuple[str, Claim]], say: str) -> Hit:
    """What is said of claims without a case, at the weakest of them."""
    path, claim = min(claims, key=lambda each: (each[1].status.rank, each[0]))
    values = {"count": amount(len(claims)), "status": claim.status.value}
    return Hit(path, values=values, say=say)


def _sourced(claim: Claim) -> bool:
    return bool(claim.source.strip() or claim.points)
