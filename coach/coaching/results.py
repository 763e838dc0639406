"""What the coach flags in the results of tests: whether anything in the plan follows from them."""

import re
from collections.abc import Iterator
from typing import Any

from coach.coaching.language import Reader, akin
from coach.coaching.rule import Context, Hit, Rules
from coach.plan import STEP_KEYS, Plan
from coach.steps.risk.hopes import looks_on
from coach.values import Answers

rules = Rules()

_STOPPED = re.compile(r"\bno\b(?:\s+\w+){1,4}?\s+(?:any\s?more|longer)\b", re.IGNORECASE)
"""Something that is given up: "no leaflets any more"."""

LISTS = ("unchanged", "nothing", "carry_on")
"""Ways of saying that all stays as it is, or that a result is only noted."""


@rules("RE12", *STEP_KEYS)
def learned_and_changed_nothing(plan: Plan, context: Context) -> Iterator[Hit]:
    """A result is written down, and neither what changes nor why nothing does."""
    review = plan.review
    for each in review.learnings:
        if not each.observation.strip():
            continue
        path, text = f"review.learnings.{each.id}.change", each.change.strip()
        if not text:
            if each.date is not None or (each.insight.strip() and review.next_review):
                yield Hit(path, values={"saw": each.observation.strip()})
        elif _passes_over(text, plan, context):
            yield Hit(path, text, {"saw": each.observation.strip()})


def _passes_over(text: str, plan: Plan, context: Context) -> bool:
    """True where ``text`` gives no reason and neither changes a thing nor names one of the plan."""
    read = context.read
    if read.concrete(text) or read.apart(text, "reasons", *LISTS):
        return False
    if _STOPPED.search(text) and read.left(text, *LISTS, "empty_talk"):
        return False
    if read.only(text, *LISTS, spare=context.limit("spare")):
        return True
    said = read.stems(text, *LISTS)
    if looks_on(text, read) and not any(said <= read.stems(each) for each in _texts(plan, text)):
        return True
    if len(said) > context.limit("words") or read.has(text, "acts_of_change"):
        return False
    return not any(_speaks_of(said, part, read) for part in _texts(plan, text))


def _speaks_of(said: frozenset[str], text: str, read: Reader) -> bool:
    return bool(akin(said, read.stems(text)))


def _texts(value: Any, without: str) -> Iterator[str]:
    """Every text in the answers but ``without``."""
    if isinstance(value, str):
        if value.strip() != without:
            yield value
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, without)
    elif isinstance(value, Plan):
        for step in STEP_KEYS:
            yield from _texts(getattr(value, step), without)
    elif isinstance(value, Answers):
        for key in type(value).model_fields:
            yield from _texts(getattr(value, key), without)
