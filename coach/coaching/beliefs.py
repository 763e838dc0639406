"""Rules about what the plan rests on: whether it is tested, and whether a risk carries it."""

from collections.abc import Iterable, Iterator

from coach.coaching.alike import alike
from coach.coaching.rule import Context, Hit, Rules
from coach.figures import amount
from coach.plan import Plan
from coach.steps.review.model import Assumption, Review
from coach.steps.review.numbers import priority
from coach.steps.risk.rules import described, told_of
from coach.values import Status

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


@rules("RE05", "review")
def comfortable_tests(review: Review, context: Context) -> Iterator[Hit]:
    """The most urgent belief has no test, and what is tested matters less.

    A tested belief counts with its full importance, whatever is known of it by now: what a
    test has shown must not make another belief look forgotten.
    """
    linked = {each.assumption for each in review.tests if each.assumption}
    tested = [each.importance for each in review.assumptions if each.id in linked]
    known = [weight for weight in tested if weight is not None]
    if not known or len(known) < len(tested):
        return
    loose = [each.belief for each in review.tests if not each.assumption and each.belief.strip()]
    missed = [
        (urgent, each.statement.strip())
        for each in review.assumptions
        if each.id not in linked and each.statement.strip()
        if (urgent := priority(each)) is not None and urgent > max(known)
        if not _among(each, loose, context)
    ]
    if missed:
        urgent, statement = max(missed)
        yield Hit("review.tests", statement, {"priority": amount(urgent)})
