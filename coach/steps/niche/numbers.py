"""What the niche's figures come to: its size, its sentence, its neighbours."""

from math import ceil, floor, inf, isinf
from typing import TYPE_CHECKING

from coach.coaching.language import names, words
from coach.figures import amount, percent
from coach.questions import Depth, Result, Unit
from coach.steps.niche.model import FAMILIES, Neighbour, Niche, NicheSentence

if TYPE_CHECKING:
    from coach.plan import Plan


def reachable(niche: Niche) -> int | None:
    """Customers that can be reached: count × reach (percent) ÷ 100, whole customers only."""
    if niche.count is None or niche.reach is None:
        return None
    return whole(niche.count * niche.reach / 100)


def customers(niche: Niche) -> int | None:
    """Customers won a year: reachable × adoption (percent) ÷ 100, whole customers only."""
    pool = reachable(niche)
    if pool is None or niche.adoption is None:
        return None
    return whole(pool * niche.adoption / 100)


def revenue(niche: Niche) -> float | None:
    """Money a year: customers × orders a year × price an order (M22)."""
    won = customers(niche)
    if won is None or niche.orders is None or niche.price is None:
        return None
    return won * niche.orders * niche.price


def margin(niche: Niche) -> float | None:
    """Money that one customer leaves a year: orders × (price − cost of an order)."""
    if niche.orders is None or niche.price is None or niche.unit_cost is None:
        return None
    return niche.orders * (niche.price - niche.unit_cost)


def surplus(niche: Niche) -> float | None:
    """Money left a year: customers × margin a customer − fixed cost; below 0 it is a loss."""
    won, left = customers(niche), margin(niche)
    if won is None or left is None or niche.fixed_cost is None:
        return None
    return won * left - niche.fixed_cost


def break_even(niche: Niche) -> float | None:
    """Customers that pay the fixed cost: fixed cost ÷ margin a customer, rounded up.

    None while an input is missing, and infinite where no customer leaves a margin, unless there
    is no fixed cost and nothing is lost.
    """
    left = margin(niche)
    if left is None or niche.fixed_cost is None:
        return None
    if left <= 0:
        return inf if niche.fixed_cost > 0 or left < 0 else 0
    needed = niche.fixed_cost / left
    return inf if isinf(needed) else ceil(round(needed, _EXACT))


def carry_ratio(niche: Niche) -> float | None:
    """Break-even customers ÷ reachable customers; above 1 the niche cannot carry (M22)."""
    needed, pool = break_even(niche), reachable(niche)
    if needed is None or pool is None:
        return None
    if pool <= 0:
        return inf if needed > 0 else 0.0
    return needed / pool


BANDS = ((0.10, "comfortable"), (0.25, "tight"), (1.0, "poor"), (inf, "cannot"))
"""The most that a carry ratio of each band may be (M22; the ends of the bands are ours)."""


def band(ratio: float) -> str:
    """What a carry ratio means: comfortable up to 10 %, tight 25, poor 100, then it cannot."""
    return next(name for most, name in BANDS if ratio <= most)


_EXACT = 9
"""Decimal places that count: what lies beyond is the error of binary fractions."""


def whole(number: float) -> int:
    """``number`` without a fraction: nobody is a customer in part."""
    return floor(round(number, _EXACT))


def sizing(plan: "Plan") -> tuple[Result, ...]:
    """The figures of the size card, each with the plan's own numbers put in."""
    niche = plan.niche
    pool, needed = reachable(niche), break_even(niche)
    ratio = carry_ratio(niche)
    share = None if ratio is None else ratio * 100
    return (
        Result(
            "reachable",
            pool,
            Unit.CUSTOMERS,
            f"{amount(niche.count)} × {percent(niche.reach)}",
        ),
        Result(
            "customers",
            customers(niche),
            Unit.CUSTOMERS,
            f"{amount(pool)} × {percent(niche.adoption)}",
        ),
        Result(
            "revenue",
            revenue(niche),
            Unit.MONEY,
            f"{amount(customers(niche))} × {amount(niche.orders)} × {amount(niche.price)}",
        ),
        Result(
            "break_even",
            needed,
            Unit.CUSTOMERS,
            f"{amount(niche.fixed_cost)} ÷ "
            f"({amount(niche.orders)} × ({amount(niche.price)} − {amount(niche.unit_cost)}))",
        ),
        Result(
            "surplus",
            surplus(niche),
            Unit.MONEY,
            f"{amount(customers(niche))} × {amount(niche.orders)} × "
            f"({amount(niche.price)} − {amount(niche.unit_cost)}) − {amount(niche.fixed_cost)}",
        ),
        Result(
            "carry_ratio",
            share,
            Unit.PERCENT,
            f"{amount(needed)} ÷ {amount(pool)}",
        ),
        Result(
            "carries",
            share,
            Unit.PERCENT,
            percent(share),
            verdict="" if ratio is None else band(ratio),
        ),
    )


def families(niche: Niche) -> tuple[str, ...]:
    """The families of traits that the chosen candidate is told by (0 to 6 of them)."""
    used = niche.choice.variables if niche.choice else ()
    return tuple(name for name, traits in FAMILIES.items() if set(traits) & set(used))


def tokens(sentence: NicheSentence) -> tuple[str, ...]:
    """The concrete words of the niche sentence, each once, in the order in which they stand.

    Concrete is a word that begins with a digit, or that is written as a name: with a capital
    inside a slot, or with a second capital (``QuickBooks``, ``ISO``). Roles, tools and events
    that are written small are not seen: to tell them would take a list in every language.
    """
    found: dict[str, str] = {}
    for text in (sentence.who, sentence.situation, sentence.alternative, sentence.channel):
        called = {name for name in names(text, ()) if len(name) > 2}
        for word in words(text):
            if word.number or word.text in called:
                found.setdefault(word.stem, word.text)
    return tuple(found.values())


def specificity(niche: Niche) -> int | None:
    """How closely the niche is told: families of traits used + concrete words of its sentence.

    A count from 0 up; None while neither a trait nor the sentence is there (ours).
    """
    if not families(niche) and not _said(niche.sentence):
        return None
    return len(families(niche)) + len(tokens(niche.sentence))


def _said(sentence: NicheSentence) -> bool:
    return any(getattr(sentence, slot).strip() for slot in NicheSentence.model_fields)


def specifics(plan: "Plan") -> tuple[Result, ...]:
    """The figures of the sentence card."""
    niche = plan.niche
    concrete = tokens(niche.sentence)
    return (
        Result(
            "tokens",
            len(concrete) if _said(niche.sentence) else None,
            figures=", ".join(concrete) or "0",
            depth=Depth.INTERMEDIATE,
        ),
        Result(
            "specificity",
            specificity(niche),
            figures=f"{len(families(niche))} + {len(concrete)}",
            depth=Depth.INTERMEDIATE,
        ),
    )


def readiness(neighbour: Neighbour) -> float | None:
    """How much of ours a neighbouring niche shares: the mean of its four ratings, 0 to 5 (ours).

    None until skill, channel, buyer and technology are all rated.
    """
    rated = [each for each in _shared(neighbour) if each is not None]
    return sum(rated) / 4 if len(rated) == 4 else None


def _shared(neighbour: Neighbour) -> tuple[float | None, ...]:
    return neighbour.skill, neighbour.channel, neighbour.buyer, neighbour.technology


def next_door(plan: "Plan") -> tuple[Result, ...]:
    """The figure of each neighbouring niche."""
    return tuple(
        Result(
            "readiness",
            readiness(each),
            Unit.OF_5,
            f"({' + '.join(map(amount, _shared(each)))}) ÷ 4",
            each.id,
            depth=Depth.ADVANCED,
        )
        for each in plan.niche.adjacent
    )
