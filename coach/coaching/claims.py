"""Rules that hold what one step claims against what the figures of another say."""

from collections.abc import Iterator
from functools import partial

from coach.coaching.as_rivals import as_rivals
from coach.coaching.language import Reader, akin
from coach.coaching.rule import Context, Hit, Rules
from coach.figures import amount, money
from coach.plan import Plan
from coach.questions import Depth
from coach.steps.differentiation.canvas import Compared, compared
from coach.steps.differentiation.model import Type
from coach.steps.value.model import Attribute, Standing, Value
from coach.steps.value.worth import differentiation

rules = Rules()

DIFFERENCE = "value.statement.difference"


@rules("VP10", "value", "differentiation")
def no_difference(plan: Plan, context: Context) -> Iterator[Hit]:
    """What is claimed as the difference is parity by the founder's own answers (M13)."""
    if context.depth < Depth.INTERMEDIATE:
        return  # standings and levels are not asked, so that what is left of them says nothing
    level = [each for each in compared(plan) if _level(each)]
    told = []
    for each in plan.value.attributes:
        if each.standing is Standing.DIFFERENCE and (
            shared := _like_rivals(each, plan.value, context.read)
        ):
            yield Hit(f"value.attributes.{each.id}.standing", shared, say="rivals")
            continue
        factor = _about(each.name, level, context) or _measures(each, plan, level, context)
        if each.standing is Standing.DIFFERENCE and factor:
            told.append(factor)
            values = {"factor": factor.name, "level": amount(factor.us)}
            yield Hit(f"value.attributes.{each.id}.standing", each.name.strip(), values)
    claimed = plan.value.statement.difference
    if same := _same(claimed, plan.value.attributes, context):
        yield Hit(DIFFERENCE, claimed.strip(), {"attribute": same.name.strip()}, say="own")
    elif (factor := _about(claimed, level, context)) and factor not in told:
        values = {"factor": factor.name, "level": amount(factor.us)}
        yield Hit(DIFFERENCE, claimed.strip(), values)
    elif claimed.strip() and _stays_true_for_all(plan.value):
        yield Hit(DIFFERENCE, claimed.strip(), say="swap")


def _stays_true_for_all(value: Value) -> bool:
    """True where the difference stays true with each alternative's name in the statement."""
    named = [each for each in value.alternatives if each.name.strip()]
    marks = [value.swap.score("difference", each.id) for each in named]
    return bool(marks) and all(mark == 1 for mark in marks)


def _like_rivals(attribute: Attribute, value: Value, read: Reader) -> str:
    """What an attribute means, or its name, where it is told to be as others have it."""
    rivals = tuple(each.name for each in value.alternatives if each.name.strip())
    told = (attribute.so_what, attribute.name)
    return next((text.strip() for text in told if as_rivals(text, read, rivals)), "")


def _level(factor: Compared) -> bool:
    """True where every alternative was rated, and none below us."""
    rated = (
        factor.us is not None and bool(factor.rivals) and len(factor.known) == len(factor.rivals)
    )
    return rated and min(factor.known) >= (factor.us or 0)


def _about(text: str, factors: list[Compared], context: Context) -> Compared | None:
    """The factor that says most of what ``text`` says, if one says enough of it."""
    alike = [(_alike(text, each.name, context), each.name, each) for each in factors]
    share, _, factor = max(alike, key=lambda found: found[:2], default=(0.0, "", None))
    return factor if share else None


def _measures(
    attribute: Attribute, plan: Plan, level: list[Compared], context: Context
) -> Compared | None:
    """The level factor that measures this attribute, and no other one: most of its words are here.

    "Stays flat" measures "flat within 1 mm after seven summers". What the attribute means for
    customers counts as well, where it has more than half of the words.
    """
    if attribute.standing is not Standing.DIFFERENCE:
        return None
    others = [each for each in plan.value.attributes if each is not attribute]
    trade = context.read.stems(f"{plan.start.offering}\n{plan.value.statement.category}")
    for factor in sorted(level, key=lambda each: each.name):
        if not factor.us or max(factor.known) > factor.us:
            continue  # what we are low on by choice sets nobody apart
        covered = partial(_covered, factor.name, context.read)
        here, meant = covered(attribute.name, trade), covered(_told(attribute), trade)
        if _all_of(factor.name, _told(attribute), context.read):
            return factor
        if here >= context.limit("measured") and here > max(
            (covered(each.name, trade) for each in others), default=0.0
        ):
            return factor
        if meant > context.limit("measured") and meant > max(
            (covered(_told(each), trade) for each in others), default=0.0
        ):
            return factor
    return None


def _told(attribute: Attribute) -> str:
    return f"{attribute.name}\n{attribute.so_what}"


def _all_of(factor: str, text: str, read: Reader) -> bool:
    """True where ``text`` has each word of a factor of two words or more: "heel stays down"."""
    told = read.stems(factor)
    return len(told) > 1 and len(akin(told, read.stems(text))) == len(told)


def _covered(factor: str, read: Reader, text: str, trade: frozenset[str] = frozenset()) -> float:
    """The share of a factor's words (0 to 1) that ``text`` has, in these or like words.

    Without those of the ``trade``, which whatever is sold has, and then without times.
    """
    lists = ("light_verbs", "calendar", "often") if trade else ("light_verbs",)
    stems = read.stems(factor, *lists)
    told = read.families(stems.difference(akin(stems, trade)), "said_alike")
    said = read.families(read.stems(text, *lists), "said_alike")
    return len(akin(told, said)) / len(told) if told else 0.0


def _alike(text: str, other: str, context: Context) -> float:
    """How much two texts have in common (0 to 1); 0 where ``text`` says much that the other lacks.

    A claim of two things ("answer at once and know the software") is not a factor's.
    """
    said, told = context.read.stems(text), context.read.stems(other)
    common = len(akin(said, told))
    if not common or common < context.limit("covered") * len(said):
        return 0.0
    share = common / (len(said) + max(len(told) - common, 0))
    return share if share >= context.limit("alike") else 0.0


def _same(text: str, attributes: list[Attribute], context: Context) -> Attribute | None:
    """The attribute of parity that says what ``text`` says, better than any of difference does."""
    alike = [(_alike(text, each.name, context), each) for each in attributes]
    most = max((share for share, _ in alike), default=0.0)
    nearest = [each for share, each in alike if share == most]
    if not most or any(each.standing is not Standing.PARITY for each in nearest):
        return None
    return min(nearest, key=lambda each: each.id)


@rules("VP14", "value", "differentiation")
def better_for_less(plan: Plan, context: Context) -> Iterator[Hit]:
    """The offer is worth more than what they use today and costs less, without a reason."""
    value, step = plan.value, plan.differentiation
    price, reference, net = value.our_price, value.reference_price, differentiation(value)
    if price is None or reference is None or price >= reference or not net or net < 0:
        return
    if step.primary in (None, Type.COST) or Type.COST in step.supporting:
        return
    told = (step.reason, step.reinforce, step.trade_off, value.why_us)
    if any(context.read.has(text, "price_talk") for text in told):
        return
    values = {
        "price": money(price, context.currency),
        "reference": money(reference, context.currency),
        "net": money(net, context.currency),
    }
    yield Hit("value.our_price", values=values)
