"""Runs the rules over a plan and says what they found."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from coach import flow
from coach.coaching import across
from coach.coaching.finding import Finding
from coach.coaching.rule import Context, Hit, Level, Rule
from coach.pack.pack import Pack
from coach.plan import Plan, SetAside
from coach.refusal import Refusal
from coach.steps.differentiation.rules import rules as differentiation
from coach.steps.niche.rules import rules as niche
from coach.steps.review.rules import rules as review
from coach.steps.risk.rules import rules as risk
from coach.steps.value.rules import rules as value
from coach.text import one_line
from coach.values import Answers

RULES: tuple[Rule, ...] = (*niche, *value, *differentiation, *risk, *review, *across.rules)
"""Every rule, in the order of the walk."""

MAX_QUOTE = 160
_SLOT = re.compile(r"{([a-z_]+)}")


class Coach:
    """Reads a plan with a pack's rules. Keeps what it found for steps that did not change."""

    def __init__(self, pack: Pack, today: dt.date | None = None) -> None:
        self.pack = pack
        self.today = today
        self._seen: dict[str, tuple[object, tuple[Finding, ...]]] = {}

    def check(self, plan: Plan) -> tuple[Finding, ...]:
        """All findings, in the order of the walk, worst first within a field.

        Findings that were set aside are among them, with the founder's reason; one whose
        answer has changed since then is open again.
        """
        today = self.today or dt.date.today()
        states = {step.key: getattr(plan, step.key).model_dump_json() for step in flow.STEPS}
        found: list[Finding] = []
        for rule in RULES:
            state = (today, plan.level, *(states[step] for step in rule.reads))
            seen = self._seen.get(rule.id)
            if seen is None or seen[0] != state:
                seen = self._seen[rule.id] = state, tuple(self._run(rule, plan, today))
            found += seen[1]
        aside = {(each.rule, each.field): each for each in plan.set_aside}
        order = {card.key: index for index, card in enumerate(flow.CARDS)}
        settled = [
            _settle(finding, aside.get((finding.rule, finding.field)), plan) for finding in found
        ]
        return tuple(
            sorted(
                settled, key=lambda f: (order[flow.place(f.field).card.key], f.field, f.level.rank)
            )
        )

    def _run(self, rule: Rule, plan: Plan, today: dt.date) -> Iterable[Finding]:
        page = self.pack.rule(rule.id)
        context = Context(self.pack.words, page.limits, today, plan.start.currency)
        subject = getattr(plan, rule.reads[0]) if len(rule.reads) == 1 else plan
        for hit in rule.check(subject, context):
            if flow.place(hit.field).part.depth > plan.level:
                continue
            yield Finding(
                rule=rule.id,
                level=Level(page.level),
                step=flow.place(hit.field).card.step,
                field=hit.field,
                quote=one_line(hit.quote, MAX_QUOTE),
                message=fill(page.message, hit),
                why=fill(page.why, hit),
                fix=fill(page.fix, hit),
            )


def fill(text: str, hit: Hit) -> str:
    """``text`` with ``{quote}`` and the hit's values put in; other braces stay as they are."""
    values: Mapping[str, str] = {"quote": f"“{one_line(hit.quote, MAX_QUOTE)}”", **hit.values}
    return _SLOT.sub(lambda match: values.get(match[1], match[0]), text)


def fingerprint(plan: Plan, path: str) -> str:
    """A short mark of the answer at ``path``: it changes when the answer does."""
    value = plan.get(path)
    if isinstance(value, list):
        text = repr(
            [row.model_dump(mode="json") if isinstance(row, Answers) else row for row in value]
        )
    else:
        text = value.model_dump_json() if isinstance(value, Answers) else repr(value)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def set_aside(plan: Plan, finding: Finding, reason: str, today: dt.date) -> SetAside:
    """The entry that sets ``finding`` aside; raises :class:`Refusal` without a reason."""
    if not reason.strip():
        raise Refusal("a reason is expected", "write why this does not matter here")
    return SetAside(
        rule=finding.rule,
        field=finding.field,
        reason=one_line(reason, 400),
        date=today,
        fingerprint=fingerprint(plan, finding.field),
    )


def counts(findings: Iterable[Finding]) -> dict[Level, int]:
    """How many open findings there are of each level."""
    total = dict.fromkeys(Level, 0)
    for finding in findings:
        total[finding.level] += finding.open
    return total


def _settle(finding: Finding, entry: SetAside | None, plan: Plan) -> Finding:
    if entry is None or entry.fingerprint != fingerprint(plan, finding.field):
        return finding
    return replace(finding, set_aside=entry.reason)
