"""When to stop: does a plan draw a line, with a figure and a day?"""

import re
from collections.abc import Iterator

from coach.coaching.language import Reader, words
from coach.coaching.rule import Context, Hit, Rules
from coach.plan import Plan
from coach.questions import Depth
from coach.steps.risk.rules import described

rules = Rules()

_DATE = re.compile(r"\b(?:\d{4}-\d\d?-\d\d?|\d\d?[./]\d\d?[./](?:\d\d){1,2}|(?:19|20)\d\d)\b")
_US = re.compile(r"\b\w+ of us\b")
_PARTS = re.compile(r",\s|[;:.!?]{1,9}\s|\n|\s[-–—]\s")
_DAY = re.compile(r"\b(?:the )?\d\d?(?:st|nd|rd|th)\b", re.IGNORECASE)


@rules("RI15", "risk", "review")
def no_line(plan: Plan, context: Context) -> Iterator[Hit]:
    """No kill criterion, one without a number or a date, or one whose day has passed."""
    step, read = plan.risk, context.read
    moved_on = any(each.doing.strip() for each in plan.review.tests)
    if step.kill_date is not None and step.kill_date < context.today:
        yield Hit("risk.kill_date", step.kill_date.isoformat(), say="past")
    undated = not dated(step.kill, read) and step.kill_date is None
    if not step.kill.strip():
        if step.kill_date or (moved_on and described(step)):
            yield Hit("risk.kill")
    elif not draws_line(step.kill, read):
        yield Hit("risk.kill", step.kill.strip())
    elif moved_on and undated:
        yield Hit("risk.kill_date")
    if context.depth >= Depth.ADVANCED:
        yield from _further(plan, context)


def _further(plan: Plan, context: Context) -> Iterator[Hit]:
    """The same for each of the further lines."""
    for each in plan.risk.kills:
        path, state = f"risk.kills.{each.id}", each.state.strip()
        if each.by is not None and each.by < context.today:
            yield Hit(f"{path}.by", each.by.isoformat(), say="past")
        elif state and not draws_line(state, context.read):
            yield Hit(f"{path}.state", state)
        elif state and each.act.strip() and each.by is None and not dated(state, context.read):
            yield Hit(f"{path}.by")


def draws_line(text: str, read: Reader) -> bool:
    """True where ``text`` holds a state that can be seen: a count, "nobody has", "refuses".

    Neither a day nor a span of time is a state: "by 31 January", "within seven days". What is
    done then is none either: "we sell the 12 boats".
    """
    return any(_seen(part, read) for part in _states(text, read))


def _states(text: str, read: Reader) -> list[str]:
    """The parts of ``text`` that may tell the state: its conditions, else all but what we do."""
    parts = [part for part in _PARTS.split(text) if part.strip()]
    ours = [part for part in parts if not read.has(part, "bounds") and _acts(part)]
    conditions: list[str] = []
    for part in parts:
        if found := read.find(part, "conditions"):
            conditions.append(part[found[0].start :])
        elif conditions and (_MEANING.match(part) or _opens_bound(part, read)):
            conditions.append(part)  # "if it does not carry itself, meaning under 22 boats"
    return conditions or [part for part in parts if part not in ours] or parts


_MEANING = re.compile(
    r"\W*(?:meaning|which means|that (?:is|means)|i\.?e\b|namely|in (?:plain|other) words?"
    r"|in figures|say)\b",
    re.IGNORECASE,
)
"""How a part opens that says what the condition before it means."""


def _opens_bound(part: str, read: Reader) -> bool:
    return any(span.first == 0 for span in read.find(part, "bounds"))


def _acts(part: str) -> bool:
    return any(word.text in ("We", "we", "I") for word in words(part)[:1])


def _seen(part: str, read: Reader) -> bool:
    if read.has(part, "refusals") or _none(part, read):
        return True
    plain = part
    for no_count in (_DATE, _DAY, _US):
        plain = no_count.sub(" ", plain)
    times = {at for span in read.find(plain, "calendar") for at in (span.first, span.last)}
    numbers = {span.first for span in read.find(plain, "numbers")}
    bound = {span.last for span in read.find(plain, "bounds")}
    return any(
        (word.number or at in numbers) and (at - 1 in bound or not {at - 1, at + 1} & times)
        for at, word in enumerate(words(plain))
    )


def _none(part: str, read: Reader) -> bool:
    """True where there is none of something: "no practice has renewed", not "away from nothing"."""
    if not read.apart(part, "zero", "no_state"):
        return False
    told = [word.text.casefold() for word in words(part)]
    return any(
        told[span.first] != "nothing" or told[max(0, span.first - 1)] not in _BEFORE
        for span in read.find(part, "zero")
    )


_BEFORE = frozenset(["from", "for", "to", "with", "of", "by", "about", "on", "at", "is", "into"])
"""What stands before a "nothing" that counts nobody: "it comes to nothing"."""


def dated(text: str, read: Reader) -> bool:
    """True where a day or a month stands in ``text`` itself."""
    return read.has(text, "months") or _DATE.search(text) is not None
