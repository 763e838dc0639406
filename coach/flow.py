"""The whole walk: steps, cards and fields, in order. Read this first.

Everything that is asked is declared once in ``coach/steps/*/cards.py`` and gathered here.
The screens, the review, progress, ``coach set`` and the exports all go by this list.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from coach import grids
from coach.plan import Plan
from coach.questions import Card, Depth, Field, Kind, Step
from coach.refusal import Refusal
from coach.steps.differentiation.cards import STEP as DIFFERENTIATION
from coach.steps.niche.cards import STEP as NICHE
from coach.steps.review.cards import STEP as REVIEW
from coach.steps.risk.cards import STEP as RISK
from coach.steps.start.cards import STEP as START
from coach.steps.value.cards import STEP as VALUE
from coach.values import Answers, Claim, Grid

STEPS: tuple[Step, ...] = (START, NICHE, VALUE, DIFFERENTIATION, RISK, REVIEW)
CARDS: tuple[Card, ...] = tuple(card for step in STEPS for card in step.cards)


class State(StrEnum):
    """How far an answer, a card or a step is."""

    EMPTY = "empty"
    STARTED = "started"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a field path leads: the card, its question, and the part of it that is meant.

    ``part`` is the question itself, or one of a record's fields, a slot, a claim's part, one
    square of a grid. ``record`` is the record's id where the path goes through one. ``worded``
    is where a pack words it: the page, then the keys of the wording on that page.
    """

    path: str
    card: Card
    field: Field
    part: Field
    record: str = ""
    worded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of what is asked has been answered; optional questions do not count."""

    answered: int
    asked: int
    cards: dict[str, State]
    steps: dict[str, State]

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.answered / self.asked if self.asked else 1.0


def card(key: str) -> Card:
    """The card with this key; raises :class:`Refusal` naming the nearest."""
    for known in CARDS:
        if known.key == key:
            return known
    near = get_close_matches(key, [known.key for known in CARDS], 1, 0.4)
    raise Refusal(f"no card {key!r}", f"did you mean {near[0]!r}?" if near else "")


def order(plan: Plan) -> tuple[Card, ...]:
    """The cards that the plan's pack asks, in its order; a step's cards stand together.

    All of them in their own order, unless ``plan.walk`` names some. A walk that does not begin
    anywhere, because no card of it is sure to be asked at the first depth, is none.
    """
    return _ordered(tuple(plan.walk)) if plan.walk else CARDS


@lru_cache(64)
def _ordered(keys: tuple[str, ...]) -> tuple[Card, ...]:
    known = {card.key: card for card in CARDS}
    cards = [known[key] for key in dict.fromkeys(keys) if key in known]
    steps = list(dict.fromkeys(card.step for card in cards))
    return tuple(sorted(cards, key=lambda card: steps.index(card.step))) if begins(cards) else CARDS


def begins(cards: Iterable[Card]) -> bool:
    """True where one of ``cards`` has a question for every plan, at the first depth."""
    return any(
        field.depth is Depth.FUNDAMENTALS and field.when is None
        for card in cards
        for field in card.fields
    )


def steps(plan: Plan) -> tuple[Step, ...]:
    """The steps of the plan's walk, in its order, each with the cards that its pack asks."""
    return tuple(Step(key, tuple(cards)) for key, cards in groupby(order(plan), lambda c: c.step))


def rank(card: Card, plan: Plan) -> int:
    """Where ``card`` stands in the plan's walk, from 0; after all others where it is left out."""
    cards = order(plan)
    return cards.index(card) if card in cards else len(cards) + CARDS.index(card)


def asked(card: Card, plan: Plan, depth: Depth | None = None) -> tuple[Field, ...]:
    """The card's questions at this depth (the plan's own unless given); none if it is left out."""
    left_out = bool(plan.walk) and card not in order(plan)
    return () if left_out else questions(card, plan, depth)


def questions(card: Card, plan: Plan, depth: Depth | None = None) -> tuple[Field, ...]:
    """The card's questions at this depth, be the card itself left out by the pack or not."""
    depth = depth or plan.level
    answers = getattr(plan, card.step)
    return tuple(
        field
        for field in card.fields
        if field.depth <= depth and (field.when is None or field.when(answers))
    )


def parts(field: Field, depth: Depth) -> tuple[Field, ...]:
    """A composite question's parts that are asked at this depth."""
    return tuple(part for part in field.parts if part.depth <= depth)


def walk(plan: Plan) -> tuple[Card, ...]:
    """The cards that are asked of this plan, in order; there is always one."""
    return tuple(card for card in order(plan) if questions(card, plan))


def told(plan: Plan) -> tuple[Card, ...]:
    """The cards of the walk, and those left out by the pack that have been answered all the same.

    What was answered once is exported, whatever is asked now.
    """
    return tuple(
        sorted(
            (c for c in CARDS if asked(c, plan) or _answered(c, plan)),
            key=lambda card: rank(card, plan),
        )
        if plan.walk
        else walk(plan)
    )


def _answered(card: Card, plan: Plan) -> bool:
    values = ((field, plan.get(card.path(field))) for field in questions(card, plan))
    return any(state(field, value, plan) is not State.EMPTY for field, value in values)


@cache
def _shape(path: str) -> tuple[Card, Field] | None:
    return next(((c, f) for c in CARDS for f in c.fields if c.path(f) == path), None)


@lru_cache(4096)
def place(path: str) -> Place:
    """Where ``path`` leads; raises :class:`Refusal` naming the nearest known path.

    Record ids are taken as they are: whether the record exists is for the plan to say.
    """
    keys = path.split(".")
    found = _shape(".".join(keys[:2]))
    if found is None:
        known = [c.path(f) for c in CARDS for f in c.fields]
        near = get_close_matches(path, known, 1, 0.5)
        hint = f"did you mean {near[0]!r}?" if near else f"fields begin like {known[0]!r}"
        raise Refusal(f"no field {path!r}", hint)
    card, field = found
    rest, record = keys[2:], ""
    if field.kind is Kind.GRID and rest:
        return _square(path, card, field, rest)
    if rest and field.kind is Kind.RECORDS:
        record, rest = rest[0], rest[1:]
    part = field
    worded: tuple[str, ...] = (card.key, field.key)
    for key in rest:
        inner = {each.key: each for each in part.parts}
        if key not in inner:
            raise _unknown(path, key, inner)
        shared = part.kind in SHARED
        worded = (part.kind.value, key) if shared else (*worded, key)
        part = inner[key]
    return Place(path, card, field, part, record, worded)


SHARED = (Kind.CLAIM, Kind.RANGE)
"""Kinds whose parts are worded once for all questions, on a page of the kind's own."""


def _square(path: str, card: Card, field: Field, rest: list[str]) -> Place:
    """A square of a grid (``scores.measurable.k12ab3``), or the reason given for it."""
    if rest[0] not in Grid.model_fields:
        raise _unknown(path, rest[0], Grid.model_fields)
    worded: tuple[str, ...] = (card.key, field.key)
    if len(rest) != 3:
        raise Refusal(f"no field {path!r}", f"a square is {rest[0]}.ROW.COLUMN")
    _, row, column = rest
    fixed = [each.key for each in field.of]
    if fixed and row not in fixed:
        raise _unknown(path, row, fixed)
    if not field.across and column not in field.columns:
        raise _unknown(path, column, field.columns)
    part = grids.square(field, row)
    if fixed:
        worded = (*worded, row)
    if rest[0] == "reasons":
        part, worded = REASON, ("grid", REASON.key)
    return Place(path, card, field, part, "", worded)


REASON = Field("reason", optional=True)
"""Why a square of a grid has its figure."""


def _unknown(path: str, key: str, known: Iterable[str]) -> Refusal:
    near = get_close_matches(key, list(known), 1, 0.5)
    hint = f"did you mean {near[0]!r}?" if near else f"expected {', '.join(known)}"
    return Refusal(f"no field {path!r}: {key!r} is unknown", hint if known else "")


def paths(plan: Plan, card: Card | None = None) -> Iterator[tuple[str, Field]]:
    """Every single answer's path and question, composites and records taken apart."""
    for each in (card,) if card else told(plan):
        for field in questions(each, plan):
            yield from _leaves(each.path(field), field, plan)


def _leaves(path: str, field: Field, plan: Plan) -> Iterator[tuple[str, Field]]:
    if field.kind is Kind.RECORDS:
        for row in plan.get(path):
            for part in parts(field, plan.level):
                yield from _leaves(f"{path}.{row.id}.{part.key}", part, plan)
    elif field.kind is Kind.GRID:
        for key, column in grids.squares(field, plan):
            yield f"{path}.scores.{key}.{column}", grids.square(field, key)
    elif field.parts:
        for part in parts(field, plan.level):
            yield f"{path}.{part.key}", part
    else:
        yield path, field


def state(field: Field, value: Any, plan: Plan) -> State:
    """How far one answer is, at the plan's depth."""
    match field.kind:
        case Kind.RECORDS:
            rows = [_whole(parts(field, plan.level), row, plan) for row in value]
            rows = [row for row in rows if row is not State.EMPTY]  # begun by mistake
            if len(rows) >= field.fewest and all(row is State.DONE for row in rows):
                return State.DONE
            return State.STARTED if rows else State.EMPTY
        case Kind.CLAIM:
            known = isinstance(value, Claim) and (not value.assumed or value.source.strip())
            return State.DONE if known else State.EMPTY
        case Kind.RANGE:
            return _together([State.EMPTY if e is None else State.DONE for e in value.ends])
        case Kind.GRID:
            wanted = [s for s in grids.squares(field, plan) if not set(s) & set(field.spare)]
            filled = [value.score(*square) is not None for square in wanted]
            done = State.DONE if filled and all(filled) else State.STARTED
            return done if any(filled) else State.EMPTY
        case Kind.STATEMENT:
            return _whole(field.of, value, plan)
        case Kind.TEXT:
            return State.DONE if value.strip() else State.EMPTY
    return State.EMPTY if value in (None, "", []) else State.DONE


def _whole(fields: tuple[Field, ...], answers: Answers, plan: Plan) -> State:
    states = {f.key: state(f, getattr(answers, f.key), plan) for f in fields}
    if all(states[f.key] is State.DONE for f in fields if not f.optional):
        return State.DONE
    return State.STARTED if any(s is not State.EMPTY for s in states.values()) else State.EMPTY


def progress(plan: Plan) -> Progress:
    """How far the plan is, at its own depth."""
    answered = total = 0
    cards: dict[str, State] = {}
    in_step: dict[str, list[State]] = {}
    for each in order(plan):
        answers = getattr(plan, each.step)
        states = [(f, state(f, getattr(answers, f.key), plan)) for f in asked(each, plan)]
        if not states:
            continue
        needed = [found for field, found in states if not field.optional]
        total += len(needed)
        answered += needed.count(State.DONE)
        cards[each.key] = _together(needed or [found for _, found in states])
        in_step.setdefault(each.step, []).extend(needed)
    return Progress(answered, total, cards, {key: _together(them) for key, them in in_step.items()})


def _together(states: list[State]) -> State:
    if all(s is State.DONE for s in states):
        return State.DONE
    return State.EMPTY if all(s is State.EMPTY for s in states) else State.STARTED


def first_gap(plan: Plan, card: Card) -> str:
    """The path of the card's first unanswered question; of its first question if none is."""
    fields = questions(card, plan)
    for field in fields:
        path = card.path(field)
        value = plan.get(path)
        if field.optional or state(field, value, plan) is State.DONE:
            continue
        for leaf, part in _leaves(path, field, plan):
            if not part.optional and state(part, plan.get(leaf), plan) is not State.DONE:
                return leaf
        return path
    return card.path(fields[0] if fields else card.fields[0])
