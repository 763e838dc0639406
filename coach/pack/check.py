"""A pack tests itself: every fault of its pages, rules, word lists and example plans.

``python -m coach.pack.check [FOLDER]`` prints them as ``file:line: text``.
"""

import datetime as dt
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from coach import flow
from coach.coaching import declared
from coach.coaching.engine import RULES, STRENGTHS, Coach
from coach.coaching.finding import Finding
from coach.coaching.rule import OFF, Level
from coach.pack.check_topic import SHARED, Fault, body_faults, first_error, topic_faults
from coach.pack.pack import Pack, topic_file, words_file
from coach.pack.page import RulePage
from coach.pack.read import BrokenPack, Front, parse_toml
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
PAGES = ("glossary.md",)
"""Pages that belong to no card."""
FREE = ("README.md", "LICENSE", "frameworks/", "runsheets/", "examples/")
"""What a pack may hold besides what is asked for by name; folders end in ``/``."""
MOST_FILES = 2_000

QUESTION = 100
"""Most characters of a rule's question: it is asked on one line."""

_SLOT = re.compile(r"{[a-z_]+}")
_CLOSED = re.compile(
    r"(?:is|are|was|were|am|do|does|did|can|could|will|would|should|shall|may|might|must"
    r"|has|have|had)\b",
    re.IGNORECASE,
)
"""How questions begin that yes or no answers."""


def faults(pack: Pack) -> list[Fault]:
    """Everything that is wrong with ``pack``, by file and line; empty for a sound pack."""
    pack = Pack(pack.root, pack.base)  # afresh, to see which word lists the rules read
    found = [
        fault for card in (*flow.CARDS, *SHARED) for fault in _guarded(topic_faults, pack, card)
    ]
    pages = list(_guarded(_own, pack))
    if not pages:
        rules = (*(rule.id for rule in (*RULES, *STRENGTHS)), *pack.own_rules)
        pages = [fault for rule in rules for fault in _guarded(_page, pack, rule)]
    found += pages
    if not pages:  # the rules run together, so that each page must be readable first
        coach = Coach(pack, DAY)
        for each in coach.rules:
            found += _guarded(_tried, pack, coach, each.id)
        for each in STRENGTHS:
            found += _guarded(_shown, pack, coach, each.id)
        found += _guarded(_examples, pack)
    used = None if found else {words_file(name) for name in pack.words_read}
    found += _guarded(_files, pack, used)
    return sorted(set(found))


def _guarded(check: Callable[..., Iterable[Fault]], *subject: Any) -> Iterator[Fault]:
    """What ``check`` finds; a file that cannot be used is a fault as well."""
    try:
        yield from check(*subject)
    except BrokenPack as broken:
        yield Fault(broken.file, broken.line, broken.told)


def _own(pack: Pack) -> Iterator[Fault]:
    """What keeps the pack's own rules from being rules."""
    for rule in pack.own_rules:
        yield from _guarded(_declared, pack, rule)


def _declared(pack: Pack, rule: str) -> tuple[Fault, ...]:
    declared.rule_of(pack, rule)
    return ()


def _page(pack: Pack, rule: str) -> Iterator[Fault]:
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
            yield Fault(front.file, 0, f"a section '## {heading}' is expected")
        elif slot := _SLOT.search(text):
            yield Fault(
                front.file, 0, f"{slot[0]} stands in '## {heading}', where nothing is put in"
            )
    yield from body_faults(pack, pack.rule_file(rule), headings)


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
    if _CLOSED.match(text):
        yield f"'question' can be answered with yes or no: do not begin it with {text.split()[0]!r}"
    slots = set(_SLOT.findall(text))
    for slot in sorted(slots - {"{quote}"}):
        yield f"{slot} stands in 'question', where only {{quote}} is put in"
    if slots and page.blank:
        yield "{quote} stands in 'question', and where 'blank' is said there is nothing to quote"


def _tried(pack: Pack, coach: Coach, rule: str) -> Iterator[Fault]:
    """The rule's bad example must trip it, and the good one must not; not where it is off."""
    page, front = pack.rule(rule), pack.front(pack.rule_file(rule))
    if page.level == OFF:
        return
    bad = _findings(coach, rule, page.bad, front, "bad")
    if not bad:
        yield Fault(front.file, front.line("bad"), f"the bad example does not trip {rule}")
    for finding in bad:
        if slot := _unfilled(page, finding.message):
            yield Fault(front.file, front.line("message"), f"{rule} gives nothing for {slot}")
    for finding in _findings(coach, rule, page.good, front, "good"):
        text = f"the good example trips {rule}: {one_line(finding.message, 80)}"
        yield Fault(front.file, front.line("good"), text)


def _shown(pack: Pack, coach: Coach, rule: str) -> Iterator[Fault]:
    """The good example must show the strength, the bad one must not; not where it is off."""
    page, front = pack.rule(rule), pack.front(pack.rule_file(rule))
    if page.level == OFF:
        return
    shown = {}
    for key, part in (("good", page.good), ("bad", page.bad)):
        plan = _plan({"depth": Depth.ADVANCED.key, **part}, front, key)
        shown[key] = [each for each in coach.strengths(plan) if each.rule == rule]
    if not shown["good"]:
        yield Fault(front.file, front.line("good"), f"the good example does not show {rule}")
    for each in shown["good"]:
        if slot := _unfilled(page, each.message):
            yield Fault(front.file, front.line("message"), f"{rule} gives nothing for {slot}")
    for each in shown["bad"]:
        text = f"the bad example shows {rule}: {one_line(each.message, 80)}"
        yield Fault(front.file, front.line("bad"), text)


def _findings(
    coach: Coach, rule: str, part: Mapping[str, Any], front: Front, key: str
) -> list[Finding]:
    plan = _plan({"depth": Depth.ADVANCED.key, **part}, front, key)
    return [finding for finding in coach.check(plan) if finding.rule == rule]


def _unfilled(page: RulePage, message: str) -> str:
    told = (page.message, page.blank, *page.messages.values())
    slots = {slot for text in told for slot in _SLOT.findall(text)}
    return next((slot for slot in sorted(slots) if slot in message), "")


def _plan(table: Mapping[str, Any], front: Front, *keys: str) -> Plan:
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


def _examples(pack: Pack) -> Iterator[Fault]:
    root = pack.owner("examples").root
    for example in pack.examples():
        file = root / "examples" / f"{example.name}.toml"
        judge = _practice if example.practice else _example
        yield from _guarded(judge, pack, parse_toml(example.toml, file))


def _practice(pack: Pack, front: Front) -> Iterator[Fault]:
    """A plan to practise on loads, and there is something to mend in it."""
    plan = _plan(front.table, front)
    if not any(finding.open for finding in Coach(pack, plan.changed.date()).check(plan)):
        yield Fault(front.file, 0, "a plan to practise on needs a mistake; the coach finds none")


def _example(pack: Pack, front: Front) -> Iterator[Fault]:
    """An example plan loads, is complete, and shows none of the mistakes but those set aside."""
    plan = _plan(front.table, front)
    for path, rows in plan.records():
        ids = [row.id for row in rows]
        if len(set(ids)) < len(ids):
            yield Fault(front.file, front.line(*path.split(".")), f"two rows of {path} share an id")
    for card in flow.walk(plan):
        for field in flow.asked(card, plan):
            path = card.path(field)
            value = plan.get(path)
            if not field.optional and flow.state(field, value, plan) is not flow.State.DONE:
                yield Fault(front.file, front.line(*path.split(".")), f"{path} is not complete")
    for path, part in flow.paths(plan):
        picked = plan.get(path) if part.pick else ""
        if picked and picked not in [row.id for row in plan.get(part.pick)]:
            text = f"{path}: there is no row {picked!r}"
            yield Fault(front.file, front.line(*path.split(".")), text)
    for finding in Coach(pack, plan.changed.date()).check(plan):
        if finding.open and finding.level in (Level.BLOCKER, Level.FLAW):
            text = (
                f"{finding.field}: {finding.level} {finding.rule} {one_line(finding.message, 80)}"
            )
            yield Fault(front.file, front.line(*finding.field.split(".")), text)


def _files(pack: Pack, words: set[str] | None) -> Iterator[Fault]:
    """Files that nothing asks for. ``words`` are the word lists in use, if that is known."""
    asked = {"pack.toml", *(topic_file(card.key) for card in (*flow.CARDS, *SHARED))}
    asked |= {pack.rule_file(rule.id) for rule in (*RULES, *STRENGTHS)} | (words or set())
    asked |= set(pack.own_rules.values())
    free = FREE if words is not None else (*FREE, "words/")
    for count, name in enumerate(_names(pack.root)):
        if count == MOST_FILES:
            yield Fault(str(pack.root), 0, f"the pack holds more than {MOST_FILES:,} files")
            return
        if name in PAGES or (name.startswith("frameworks/") and name.endswith(".md")):
            yield from _guarded(body_faults, pack, name)
        elif name not in asked and not name.startswith(free):
            yield Fault(str(pack.root / name), 0, "nothing asks for this file")


def _names(root: Path) -> Iterator[str]:
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield (Path(folder) / name).relative_to(root).as_posix()


def main(arguments: list[str]) -> int:
    """Print the faults of the pack in the folder named, or of the default pack; 1 if any."""
    try:
        pack = Pack.open(Path(arguments[0]) if arguments else None)
        found = faults(pack)
    except BrokenPack as broken:
        found = [Fault(broken.file, broken.line, broken.told)]
    for fault in found:
        print(str(fault).removeprefix(f"{Path.cwd()}{os.sep}"))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
