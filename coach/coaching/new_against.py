"""What the coach flags of something new: against which old way, and who hesitates to try it."""

from collections.abc import Iterator

from coach.coaching.language import Reader
from coach.coaching.pieces import whole
from coach.coaching.rule import Context, Hit, Rules
from coach.plan import Plan
from coach.steps.differentiation.leads import skipped
from coach.steps.differentiation.model import Type
from coach.steps.differentiation.old_ways import (
    blocks_trying,
    denied,
    names_one_of,
    nothing_like_it,
    old_way,
    others_do,
)

rules = Rules("start", "niche", "value", "differentiation")


@rules("DI11")
def new_against_what(plan: Plan, context: Context) -> Iterator[Hit]:
    """Innovation leads, and the old way or what blocks trying is not named.

    What buyers can choose today is an old way, too, where a sentence names it.
    """
    answers, read = plan.differentiation, context.read
    text, path = answers.innovation_step, "differentiation.innovation_step"
    if answers.primary is not Type.INNOVATION:
        return
    if skipped(answers):
        yield Hit(path)
    elif text.strip():
        told = read.sentences(text)
        old = bool(answers.prior_art.strip()) and not nothing_like_it(answers.prior_art, read)
        old = old or any(old_way(each, read) for each in told)
        old = old or others_do(text, read) or names_one_of(text, _ways_of_today(plan, read), read)
        barrier = answers.adoption_barrier
        blocks = bool(barrier.strip()) and not denied(barrier, read)
        blocks = blocks or any(blocks_trying(each, read) for each in told)
        if not (old and blocks):
            say = "" if not (old or blocks) else "blocks" if old else "old"
            yield Hit(path, whole(text, read), say=say)


def _ways_of_today(plan: Plan, read: Reader) -> frozenset[str]:
    """The words that only the alternatives are named with, and neither the offer nor the niche."""
    choice, line = plan.niche.choice, plan.value.statement
    ours = [plan.start.offering, plan.start.market, line.category, line.difference, line.benefit]
    ours += [choice.name, choice.who] if choice else []
    named = "\n".join(each.name for each in plan.value.alternatives)
    return read.stems(named, "nothing", "often", "innovation_words") - read.stems("\n".join(ours))
