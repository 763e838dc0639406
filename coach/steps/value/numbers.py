"""How strong the promise, its proof and its statement are."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from coach.coaching.language import words
from coach.figures import MISSING, amount, money
from coach.questions import Depth, Result, Unit
from coach.steps.value.model import CLAUSES, Alternative, Statement, Value
from coach.text import one_line
from coach.values import ENOUGH_POINTS, Claim

if TYPE_CHECKING:
    from coach.plan import Plan

SHORT, LONG = 10, 30
"""The most words of the two short forms."""

_TELLING = 4
"""Letters from which on a word is taken to mean something, in any language."""
_QUOTED = 60
"""Characters of a promise that name it beside a figure."""


def proof(claim: Claim) -> float:
    """How strong a claim's proof is, in percent: status (0 to 5) ÷ 5 × data points ÷ 5, at most 1.

    0 for what is assumed or has no data points (the scale is ours).
    """
    return 100 * claim.strength


def _proven(claim: Claim) -> str:
    points = min(claim.points or 0, ENOUGH_POINTS)
    return f"{claim.status.rank} ÷ 5 × {points} ÷ {ENOUGH_POINTS}"


def weakest(claims: list[tuple[str, Claim]]) -> tuple[str, Claim] | None:
    """The claim that sets the grade of several: the one with the least proof, the first of equals.

    Each claim stands beside its name.
    """
    return min(claims, key=lambda claim: claim[1].strength, default=None)


def _weakest(claims: list[tuple[str, Claim]], depth: Depth) -> Result:
    found = weakest(claims)
    if found is None:
        return Result("weakest", None, Unit.PERCENT, depth=depth)
    name, claim = found
    return Result("weakest", proof(claim), Unit.PERCENT, _proven(claim), about=name, depth=depth)


def attributes(plan: "Plan") -> tuple[Result, ...]:
    """The strength of proof of each attribute, then the weakest."""
    depth = Depth.INTERMEDIATE
    rows = [
        Result(
            "proof",
            proof(row.proof) if row.name.strip() else None,
            Unit.PERCENT,
            _proven(row.proof),
            row.id,
            depth=depth,
        )
        for row in plan.value.attributes
    ]
    return (*rows, _weakest(_attributes(plan.value), depth))


def _attributes(value: Value) -> list[tuple[str, Claim]]:
    named = ((one_line(row.name, _QUOTED), row.proof) for row in value.attributes)
    return [(name, claim) for name, claim in named if name]


def balance(value: Value) -> float | None:
    """(Push + pull) − (anxiety + habit), each 0 to 5: from −10 to 10 (M14).

    At 0 or below they have as many reasons to stay as to move. None until all are rated.
    """
    push, pull = value.push_strength, value.pull_strength
    anxiety, habit = value.anxiety_strength, value.habit_strength
    if push is None or pull is None or anxiety is None or habit is None:
        return None
    return push + pull - (anxiety + habit)


def forces(plan: "Plan") -> tuple[Result, ...]:
    """The balance of the forces, and which way it tips."""
    value = plan.value
    push, pull = amount(value.push_strength), amount(value.pull_strength)
    anxiety, habit = amount(value.anxiety_strength), amount(value.habit_strength)
    net, depth = balance(value), Depth.ADVANCED
    told = f"({push} + {pull}) − ({anxiety} + {habit})"
    verdict = "" if net is None else "move" if net > 0 else "stay"
    return (
        Result("balance", net, figures=told, depth=depth),
        Result("tips", net, figures=money(net, ""), verdict=verdict, depth=depth),
    )


def promise(plan: "Plan") -> tuple[Result, ...]:
    """How strong the proof of the promise is."""
    claim, said = plan.value.promise_claim, plan.value.promise.strip()
    return (Result("proof", proof(claim) if said else None, Unit.PERCENT, _proven(claim)),)


def change(value: Value) -> float | None:
    """How far the promised measure moves: target − baseline, in the founder's own unit."""
    if value.baseline is None or value.target is None:
        return None
    return value.target - value.baseline


def change_share(value: Value) -> float | None:
    """The same in percent of the baseline; None where the baseline is 0."""
    moved = change(value)
    return None if moved is None or not value.baseline else 100 * moved / value.baseline


def measure(plan: "Plan") -> tuple[Result, ...]:
    """The promised change in figures."""
    value = plan.value
    moved, baseline = change(value), amount(value.baseline)
    depth = Depth.INTERMEDIATE
    return (
        Result("change", moved, figures=f"{amount(value.target)} − {baseline}", depth=depth),
        Result(
            "change_share",
            change_share(value),
            Unit.CHANGE,
            f"{money(moved, '')} ÷ {baseline}",
            depth=depth,
        ),
    )


def slots(statement: Statement) -> list[str]:
    """The slots of the statement that are filled, in their order."""
    texts = (getattr(statement, key) for key in Statement.model_fields)
    return [text for text in texts if text.strip()]


_FIGURE = re.compile(r"\b\d[^\W_]*(?:[.,:'’]\d[^\W_]*)*")
"""A number as it is typed, with what stands inside: "1,850", "3.5", "17:00", "90k"."""


def figures_in(texts: list[str]) -> tuple[str, ...]:
    """The numbers in some texts, as they were typed."""
    return tuple(figure for text in texts for figure in _FIGURE.findall(text))


def used(value: Value) -> list[tuple[str, Claim]]:
    """The claims that the statement rests on, each with its name.

    The promise where there is one, and each attribute with a word of four letters or more in
    common with the statement's benefit or difference (ours).
    """
    said = _stems(value.statement.benefit) | _stems(value.statement.difference)
    promised = one_line(value.promise, _QUOTED)
    claims = [(promised, value.promise_claim)] if promised else []
    named = [(row, one_line(row.name, _QUOTED)) for row in value.attributes]
    return claims + [(name, row.proof) for row, name in named if name and _stems(name) & said]


def _stems(text: str) -> set[str]:
    return {word.stem for word in words(text) if len(word.text) >= _TELLING}


def statement(plan: "Plan") -> tuple[Result, ...]:
    """What can be counted of the statement, and its weakest proof."""
    value, said = plan.value, slots(plan.value.statement)
    counts = [len(text.split()) for text in said]
    figures = figures_in(said)
    return (
        Result("words", sum(counts) if said else None, figures=" + ".join(map(amount, counts))),
        Result("figures", len(figures) if said else None, figures=", ".join(figures) or "0"),
        _weakest(used(value) if said else [], Depth.FUNDAMENTALS),
        *_short("ten_words", value.ten_words, SHORT),
        *_short("thirty_words", value.thirty_words, LONG),
    )


def _short(key: str, text: str, most: int) -> Iterator[Result]:
    """Whether a short form keeps to its words."""
    count = len(text.split())
    fits = count <= most
    yield Result(
        key,
        count if count else None,
        figures=f"{count} {'≤' if fits else '>'} {most}",
        verdict=("fits" if fits else "long") if count else "",
        depth=Depth.INTERMEDIATE,
    )


def sameness(value: Value, alternative: Alternative) -> tuple[int, int]:
    """How many clauses stay true with the alternative's name in them, and of how many marked.

    A clause that was not marked counts neither way (ours).
    """
    marks = [value.swap.score(slot, alternative.id) for slot in CLAUSES]
    marked = [mark for mark in marks if mark is not None]
    return sum(mark > 0 for mark in marked), len(marked)


def swap(plan: "Plan") -> tuple[Result, ...]:
    """The share of the statement that stays true for each alternative, then the largest."""
    depth = Depth.INTERMEDIATE
    rows = [
        (one_line(row.name) or MISSING, *sameness(plan.value, row))
        for row in plan.value.alternatives
    ]
    each = [
        Result(
            "sameness",
            100 * true / marked if marked else None,
            Unit.PERCENT,
            f"{true} ÷ {marked}",
            about=name,
            depth=depth,
        )
        for name, true, marked in rows
    ]
    known = [result for result in each if result.value is not None]
    most = max(known, key=lambda result: result.value or 0, default=None)
    if most is None:
        return (*each, Result("worst", None, Unit.PERCENT, depth=depth))
    worst = Result("worst", most.value, Unit.PERCENT, most.figures, about=most.about, depth=depth)
    return (*each, worst)
