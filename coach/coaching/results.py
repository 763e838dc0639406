"""What the coach flags in the results of tests: whether anything in the plan follows from them."""

import re
from collections.abc import Iterator
from typing import Any

from coach.coaching.language import Reader, akin, words
from coach.coaching.rule import Context, Hit, Rules
from coach.plan import STEP_KEYS, Plan
from coach.steps.risk.hopes import looks_on
from coach.values import Answers

rules = Rules()

_STOPPED = re.compile(r"\bno\b(?:\s+\w+){1,4}?\s+(?:any\s?more|longer)\b", re.IGNORECASE)
"""Something that is given up: "no leaflets any more"."""

_TALKED = re.compile(
    r"\b(?:(?:took|take|takes|taken|made|make) (?:a |due |good )?note|spoke|speak|talk(?:ed)?"
    r"|chat(?:ted)?|discuss(?:ed)?|mention(?:ed)?|told|laugh(?:ed)?|thought|think|report(?:ed)?"
    r"|informed?|heard|hear|read|noted?|wrote (?:it|this|that) down|brought (?:it|this|that) up"
    r"|shared?|passed (?:it|this|that) on|looked at|nodded|shrugged|debriefed|reviewed"
    r"|put (?:it|this|that) (?:on|in|into))\b",
    re.IGNORECASE,
)
"""Talk about a result, which changes nothing."""
_WHERE_SAID = re.compile(
    r"\b(?:over|at|in|during|with|to|on|after|by) (?:(?:the|an?|our|my|each|next|last) )*"
    r"(?:\w+ )?(?:lunch|dinner|coffee|tea|beer|meeting|team|kitchen|office|car|van|group|minutes"
    r"|agenda|list|diary|notebook|notes|book|file|folder|phone|partner|wife|husband|family|friends"
    r"|colleagues|staff|board|breakfast|evening|morning|way home|other)\b",
    re.IGNORECASE,
)
"""Where it was talked about, and with whom."""

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
    if _only_talked(text, read):
        return True
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


def _only_talked(text: str, read: Reader) -> bool:
    """True for "Ann took note of it, and we talked about it over lunch"; a figure tells more."""
    if read.has_figure(text) or not _TALKED.search(text):
        return False
    rest = _WHERE_SAID.sub(" ", _TALKED.sub(" ", text))
    names = read.names(text)
    told = [word.text for word in read.left(rest, *LISTS, "empty_talk", "padding", "calendar")]
    opens = words(text)[0].text
    return all(each in names or each == opens for each in told)


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
