"""Finds the faults of a rule's page, and proves the rule by its examples."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from coach.coaching.engine import STRENGTHS, Coach
from coach.coaching.rule import OFF, Level, Rule
from coach.pack.check_text import Targets, body_faults
from coach.pack.fault import Fault, first_error
from coach.pack.pack import Pack, words_file
from coach.pack.page import RulePage
from coach.pack.read import Front, read_page
from coach.plan import Plan
from coach.questions import Depth
from coach.text import one_line
from coach.values import Answers

DAY = dt.date(2026, 11, 1)
"""The day by which the rules' examples are judged, so that a sound pack is still sound next year.

A whole example plan is judged by the day of its last change: opening it moves its days along.
"""

RULE_SECTIONS = ("Why", "How to fix")
STRENGTH_SECTIONS = ("Why", "Keep it")
STRENGTH = "strength"
"""The level of a strength's page, outside the four of findings."""

QUESTION = 100
"""Most characters of a rule's question: it is asked on one line."""

_SLOT = re.compile(r"{[a-z_]+}")
_CLOSED = re.compile(
    r"(?:is|are|was|were|am|do|does|did|can|could|will|would|should|shall|may|might|must"
    r"|has|have|had)\b",
    re.IGNORECASE,
)
"""How English questions begin that yes or no answers."""


def page_faults(targets: Targets, rule: str) -> Iterator[Fault]:
    """What is wrong with a rule's page; raises ``BrokenPack`` where it cannot be read."""
    pack = targets.pack
    page, front = pack.rule(rule), pack.front(pack.rule_file(rule))
    strength = rule in [each.id for each in STRENGTHS]
    levels = (STRENGTH,) if strength else tuple(Level)

    def fault(key: str, text: str) -> Fault:
        return Fault(front.file, front.line(key), text)

    if page.level not in (*levels, OFF):
        told = f"'level' must be {', '.join(levels)} or {OFF}, not {one_line(page.level, 40)!r}"
        yield fault("level", told)
    for key in ("title", "message"):
        if not getattr(page, key).strip():
            yield fault(key, f"{key!r} is empty")
    for key in ("bad", "good"):
        if not getattr(page, key):
            yield fault(key, f"an example under [{key}] is expected")
    if not strength:
        yield from (fault("question", text) for text in _question(page, pack))
    elif page.question:
        yield fault("question", "'question' is for findings: a strength asks nothing")
    headings = STRENGTH_SECTIONS if strength else RULE_SECTIONS
    texts = (page.why, page.keep if strength else page.fix)
    for heading, text in zip(headings, texts, strict=True):
        if not text:
            yield Fault(front.file, front.end, f"a section '## {heading}' is expected")
        elif slot := _SLOT.search(text):
            told = f"{slot[0]} stands in '## {heading}', where nothing is put in"
            yield Fault(front.file, _line_of(pack, rule, slot[0], front), told)
    yield from body_faults(targets, pack.rule_file(rule), headings)


def _question(page: RulePage, pack: Pack) -> Iterator[str]:
    """What is wrong with the question of a page; only a pack over another may ask none."""
    text = page.question.strip()
    if not text:
        if pack.base is None:
            yield "a 'question' is expected: what would a coach ask?"
        return
    if len(text) > QUESTION:
        yield f"'question' has {len(text)} characters; {QUESTION} fit"
    if not text.endswith("?"):
        yield "'question' must end with a question mark"
    if pack.in_english and _CLOSED.match(text):
        yield f"'question' can be answered with yes or no: do not begin it with {text.split()[0]!r}"
    slots = set(_SLOT.findall(text))
    for slot in sorted(slots - {"{quote}"}):
        yield f"{slot} stands in 'question', where only {{quote}} is put in"
    if slots and page.blank:
        yield "{quote} stands in 'question', and where 'blank' is said there is nothing to quote"


def _line_of(pack: Pack, rule: str, text: str, front: Front) -> int:
    """The line of the page's Markdown on which ``text`` stands."""
    name = pack.rule_file(rule)
    lines = read_page(pack.owner(name).root, name).split("\n")
    below = range(front.end, len(lines))
    return next((at + 1 for at in below if text in lines[at]), front.end)


def example_faults(pack: Pack, coach: Coach, rule: Rule) -> Iterator[Fault]:
    """The bad example must trip the rule, and the good one must not; not where it is off.

    Of a strength the good example must show it, and the bad one must not; ``coach``, who goes
    by all rules, judges it, since nothing good is said of what some rule finds a flaw in. For a
    pack without another below all rules read all examples, which shows what word lists are for.
    """
    page, front = pack.rule(rule.id), pack.front(pack.rule_file(rule.id))
    if page.level == OFF:
        return
    strength = rule in STRENGTHS
    alone = coach if strength or pack.base is None else Coach(pack, DAY, (rule,))
    plans = {
        key: plan_of({"depth": Depth.ADVANCED.key, **part}, front, key)
        for key, part in (("bad", page.bad), ("good", page.good))
    }
    found = {key: _heard(alone, rule, plan) for key, plan in plans.items()}
    right, wrong = ("good", "bad") if strength else ("bad", "good")
    trip, trips = ("show", "shows") if strength else ("trip", "trips")
    if not found[right]:
        told = f"the {right} example does not {trip} {rule.id}"
        yield _blamed(pack, rule, plans[right], Fault(front.file, front.line(right), told))
    for _, message in found[right]:
        if slot := _unfilled(page, message):
            yield Fault(front.file, front.line("message"), f"{rule.id} gives nothing for {slot}")
    for quote, message in found[wrong]:
        told = f"the {wrong} example {trips} {rule.id}: {one_line(message, 80)}"
        fault = Fault(front.file, front.line(wrong), told)
        yield _blamed(pack, rule, plans[wrong], fault, quote)


def _heard(coach: Coach, rule: Rule, plan: Plan) -> list[tuple[str, str]]:
    """What the rule says of a plan: the words it quotes, and its message."""
    said = coach.strengths(plan) if rule in STRENGTHS else coach.check(plan)
    return [(each.quote, each.message) for each in said if each.rule == rule.id]


def _blamed(pack: Pack, rule: Rule, plan: Plan, fault: Fault, quote: str = "") -> Fault:
    """``fault`` where it is made: in this pack's word list, if the page is another pack's."""
    if pack.base is None or (pack.root / pack.rule_file(rule.id)).exists():
        return fault
    fresh = Pack(pack.root, pack.base)
    _heard(Coach(fresh, DAY, (rule,)), rule, plan)
    for name in fresh.words_read:
        if (pack.root / words_file(name)).exists():
            lines = read_page(pack.root, words_file(name)).split("\n")
            hits = [number for number, line in enumerate(lines, 1) if _phrase_in(line, quote)]
            return Fault(str(pack.root / words_file(name)), (hits or [1])[0], fault.text)
    return fault


def _phrase_in(line: str, quote: str) -> bool:
    phrases = re.findall(r"""["']([^"']+)["']""", line)
    return any(phrase.casefold() in quote.casefold() for phrase in phrases)


def _unfilled(page: RulePage, message: str) -> str:
    told = (page.message, page.blank, *page.messages.values())
    slots = {slot for text in told for slot in _SLOT.findall(text)}
    return next((slot for slot in sorted(slots) if slot in message), "")


def plan_of(table: Mapping[str, Any], front: Front, *keys: str) -> Plan:
    """``table`` as a plan; what a plan does not have is refused."""
    try:
        plan = Plan.model_validate(table)
    except ValidationError as bad:
        where, text = first_error(keys, bad)
        raise front.fault(where, text) from None
    for path in _extra(plan):
        raise front.fault((*keys, *path), f"{'.'.join(map(str, path))!r} is no part of a plan")
    return plan


def _extra(answers: Answers) -> Iterator[tuple[str | int, ...]]:
    """The paths of all keys that the models do not know."""
    for key in answers.model_extra or {}:
        yield (key,)
    for key in type(answers).model_fields:
        value = getattr(answers, key)
        rows = enumerate(value) if isinstance(value, list) else ()
        inner = [((key,), value), *(((key, index), row) for index, row in rows)]
        for path, each in inner:
            if isinstance(each, Answers):
                yield from ((*path, *rest) for rest in _extra(each))
