"""Which answer rests on which: a change above makes what rests on it worth another look.

An answer is marked as soon as something it rests on is not what it was when the answer was
first given, or last confirmed. Rewriting the answer does not take the mark away, for nobody but
the founder knows whether it fits now; so the marks do not hang on the order of the edits.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from coach import flow
from coach.plan import Plan, name_of
from coach.steps.niche.ranking import comparison
from coach.values import Answers, Grid, Record

RESTS_ON: dict[str, tuple[str, ...]] = {
    "niche.chosen": ("niche.ratings",),
    "niche.exclusion": ("niche.chosen",),
    "niche.neighbours": ("niche.chosen",),
    "niche.situation": ("niche.chosen",),
    "niche.trigger": ("niche.chosen",),
    "niche.payer": ("niche.chosen",),
    "niche.payer_need": ("niche.payer",),
    "niche.channels": ("niche.chosen",),
    "niche.count": ("niche.chosen",),
    "niche.reach": ("niche.chosen", "niche.channels"),
    "niche.adoption": ("niche.chosen", "niche.price"),
    "niche.sentence": ("niche.chosen", "value.alternatives", "niche.channels"),
    "niche.how_far": ("niche.chosen",),
    "niche.segments": ("niche.chosen",),
    "niche.adjacent": ("niche.chosen",),
    "value.job": ("niche.chosen",),
    "value.jobs": ("niche.chosen",),
    "value.pains": ("niche.chosen",),
    "value.gains": ("niche.chosen",),
    "value.alternatives": ("niche.chosen",),
    "value.offers": ("value.pains",),
    "value.attributes": ("value.alternatives",),
    "value.push": ("niche.chosen", "value.alternatives"),
    "value.habit": ("niche.chosen", "value.alternatives"),
    "value.promise": ("niche.chosen", "value.pains"),
    "value.target": ("value.promise",),
    "value.reference_price": ("value.alternatives",),
    "value.our_price": ("niche.price", "niche.orders"),
    "value.statement": ("niche.chosen", "value.pains", "value.alternatives", "value.promise"),
    "value.ten_words": ("value.statement",),
    "value.thirty_words": ("value.statement",),
    "value.why_us": ("value.statement",),
    "value.swap": ("value.statement", "value.alternatives"),
    "differentiation.factors": ("niche.chosen",),
    "differentiation.levels": ("differentiation.factors", "value.alternatives"),
    "differentiation.primary": ("niche.chosen", "value.alternatives"),
    "differentiation.supporting": ("differentiation.primary",),
    "differentiation.reason": ("differentiation.primary",),
    "differentiation.trade_off": ("differentiation.primary",),
    "differentiation.cost_source": ("niche.unit_cost",),
    "differentiation.service_promise": ("differentiation.capacity",),
    "differentiation.discipline": ("differentiation.primary",),
    "differentiation.levers": ("differentiation.primary",),
    "differentiation.cost_change": ("niche.price",),
    "differentiation.premium": ("niche.price",),
    "differentiation.service_customers": ("niche.count", "niche.reach", "niche.adoption"),
    "risk.premortem": ("niche.chosen", "differentiation.primary"),
    "risk.risks": ("niche.chosen", "differentiation.primary"),
    "risk.kill": ("niche.chosen", "niche.count"),
    "review.assumptions": ("niche.chosen", "value.promise", "differentiation.primary"),
    "review.tests": ("value.promise", "review.assumptions"),
}
"""By question, the questions that its answer rests on."""


_REASON_FOR = {"differentiation.reason": ("differentiation.primary",)}
"""By the question that gives the reason for a choice, the choice."""


@dataclass(frozen=True, slots=True)
class Look:
    """An answer that needs another look, what changed under it, and a mark of what that is now."""

    path: str
    changed: str
    now: str


def needs_look(plan: Plan) -> Iterator[Look]:
    """The answers that need another look, each once, with the first thing that changed."""
    for path, above in RESTS_ON.items():
        seen = plan.looked.get(path)
        if not seen or not _answered(plan, path):
            continue
        for upstream in above:
            mark = fingerprint(plan, upstream)
            if upstream in seen and seen[upstream] != mark and not _borne_out(plan, upstream):
                yield Look(path, upstream, mark)
                break


def _borne_out(plan: Plan, upstream: str) -> bool:
    """True for ratings, whatever they are, in which no other candidate than the chosen leads."""
    if upstream != "niche.ratings":
        return False
    values = comparison(plan.niche, plan.level).values
    return not values or values.get(plan.niche.chosen) == max(values.values())


def first_look(plan: Plan, *edited: str) -> dict[str, dict[str, str]] | None:
    """``plan.looked`` with what the edited answers rest on, where that was not noted yet.

    An answer that was taken away is forgotten. Without ``edited`` all answers are meant: before
    something changes, every answer counts as looked at, also in a plan that comes from
    elsewhere. None where nothing is to be noted.
    """
    added: dict[str, dict[str, str]] = {}
    gone: set[str] = set()
    for path, above in RESTS_ON.items():
        if edited and not any(f"{each}.".startswith(f"{path}.") for each in edited):
            continue
        if not _answered(plan, path):
            gone |= {path} & plan.looked.keys()
            continue
        seen = plan.looked.get(path, {})
        fresh = {up: fingerprint(plan, up) for up in above if up not in seen}
        fresh = {up: mark for up, mark in fresh.items() if mark}
        if fresh:
            added[path] = {**seen, **fresh}
    if not added and not gone:
        return None
    return {key: marks for key, marks in {**plan.looked, **added}.items() if key not in gone}


def confirmed(plan: Plan, path: str) -> dict[str, dict[str, str]]:
    """``plan.looked`` with the answer at ``path`` held to fit what it rests on now.

    Who has looked at the reason for a choice has looked at the choice.
    """
    looked = dict(plan.looked)
    for each in (path, *(up for up in _REASON_FOR.get(path, ()) if up in looked)):
        marks = {up: fingerprint(plan, up) for up in RESTS_ON[each]}
        looked[each] = {up: mark for up, mark in marks.items() if mark}
    return looked


def question_of(path: str) -> str:
    """The question in :data:`RESTS_ON` that the answer at ``path`` belongs to; empty if none."""
    question = ".".join(path.split(".")[:2])
    return question if question in RESTS_ON else ""


def fingerprint(plan: Plan, path: str) -> str:
    """A short mark of what others rest on in the answer at ``path``; empty where it is empty.

    Of a list that is what its rows are called, of the chosen niche its people and their need,
    of words not their case or punctuation: a comma more is no change.
    """
    told = "\n".join(_told(plan, path)).strip()
    return hashlib.sha256(told.encode()).hexdigest()[:8] if told else ""


def _answered(plan: Plan, path: str) -> bool:
    field = flow.place(path).field
    return flow.state(field, plan.get(path), plan) is not flow.State.EMPTY


def _told(plan: Plan, path: str) -> Iterator[str]:
    if path == "niche.chosen":
        chosen = plan.niche.choice
        if chosen is not None:
            yield from (_words(chosen.who or chosen.name), _words(chosen.need))
        return
    yield from _parts(plan.get(path))


def _parts(value: Any) -> Iterator[str]:
    if isinstance(value, Record):
        yield _words(name_of(value))
    elif isinstance(value, Grid):
        for row, squares in sorted(value.scores.items()):
            yield from (f"{row} {column} {score}" for column, score in sorted(squares.items()))
    elif isinstance(value, Answers):
        for key in type(value).model_fields:
            yield from _parts(getattr(value, key))
    elif isinstance(value, list):
        for each in value:
            yield from _parts(each)
    elif value not in (None, ""):
        yield _words(str(value))


def _words(text: str) -> str:
    kept = (letter if letter.isalnum() or letter in "%€$£" else " " for letter in text.casefold())
    return " ".join("".join(kept).split())
