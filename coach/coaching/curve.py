"""Rules about the value curve: our levels beside the alternatives', factor by factor."""

from collections.abc import Iterator

from coach.coaching.given_up import gives_up_nothing
from coach.coaching.rule import Context, Hit, Rules
from coach.figures import amount
from coach.plan import Plan
from coach.steps.differentiation.canvas import US, Compared, compared, leads, pair, shape
from coach.steps.differentiation.model import Factor

rules = Rules("value", "differentiation")

LEVELS = "differentiation.levels"


@rules("DI14")
def same_curve(plan: Plan, context: Context) -> Iterator[Hit]:
    """Our curve rises and falls where an alternative's does (M17)."""
    factors, found = compared(plan), []
    for index, rival in enumerate(plan.value.alternatives):
        ours, theirs = pair(factors, index)
        likeness = shape(ours, theirs) if len(ours) >= context.limit("fewest") else None
        if likeness is not None and likeness >= context.limit("alike") and rival.name.strip():
            found.append((likeness, rival.name.strip()))
    if found:
        likeness, name = max(found)
        yield Hit(LEVELS, name, {"likeness": amount(likeness)})


@rules("DI15")
def better_at_everything(plan: Plan, context: Context) -> Iterator[Hit]:
    """Nothing is given up: by what is written, or by the levels (M17).

    By the levels we are above the others' mean on most factors, or below it on none.
    """
    trade_off = plan.differentiation.trade_off
    if quote := gives_up_nothing(trade_off, context.read):
        yield Hit("differentiation.trade_off", quote)
    apart = [each.apart for _, each in _named(plan) if each.apart is not None]
    if len(apart) < context.limit("fewest"):
        return
    above = sum(gap > 0 for gap in apart)
    values = {"above": amount(above), "count": amount(len(apart))}
    if 100 * above > context.limit("most") * len(apart):
        yield Hit(LEVELS, values=values, say="above")
    elif above and min(apart) >= 0:
        yield Hit(LEVELS, values=values, say="never")


@rules("DI16")
def under_the_minimum(plan: Plan, context: Context) -> Iterator[Hit]:
    """A factor that matters much is below what buyers can bear (M15).

    Words beside the level that say why it is meant to be low explain it. Where no alternative is
    better, buyers bear it.
    """
    step = plan.differentiation
    for factor, each in _named(plan):
        weighs = each.importance is not None and each.importance >= context.limit("weighty")
        if not weighs or each.us is None or each.us >= context.limit("threshold"):
            continue
        if each.known and max(each.known) <= each.us:
            continue
        if not context.read.has(step.levels.reason(factor.id, US), "on_purpose"):
            values = {"level": amount(each.us), "importance": amount(each.importance)}
            yield Hit(_square(factor), factor.name.strip(), values)


@rules("DI18")
def ahead_where_nobody_cares(plan: Plan, context: Context) -> Iterator[Hit]:
    """All factors on which we lead matter little, and there are some that matter."""
    rows = _named(plan)
    factors = [each for _, each in rows]
    if any(each.importance is None or each.lead is None for each in factors):
        return
    ahead = leads(factors, len(factors))
    cared = context.limit("cared")
    if not ahead or all((each.importance or 0) < cared for each in factors):
        return
    if all((each.importance or 0) < cared for each in ahead):
        best = max(
            (each.importance or 0, each.lead or 0, factor.name.strip(), _square(factor))
            for factor, each in rows
            if each in ahead
        )
        yield Hit(best[3], best[2], {"importance": amount(best[0])})


def _square(factor: Factor) -> str:
    """Where our level on the factor stands."""
    return f"{LEVELS}.scores.{factor.id}.{US}"


def _named(plan: Plan) -> list[tuple[Factor, Compared]]:
    """The factors that have a name, each with its levels."""
    rows = zip(plan.differentiation.factors, compared(plan), strict=True)
    return [(factor, each) for factor, each in rows if factor.name.strip()]
