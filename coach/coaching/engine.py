"""Runs the rules over a plan and says what they found."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from coach import flow
from coach.coaching import (
    across,
    automated,
    beliefs,
    between,
    borrowed,
    broader,
    cheap_and_best,
    claims,
    curve,
    declared,
    effort,
    new_against,
    niche_risks,
    prices,
    promised,
    ranges,
    results,
    solution,
    stopping,
    strengths,
    sums,
    unread,
    vanished,
)
from coach.coaching.finding import Finding
from coach.coaching.language import LONGEST, Reader
from coach.coaching.noted import Question, noted, noting
from coach.coaching.rule import OFF, Context, Hit, Level, Rule
from coach.coaching.strength import Strength
from coach.pack.pack import Pack
from coach.pack.page import RulePage
from coach.plan import STEP_KEYS, Plan, SetAside
from coach.refusal import Refusal
from coach.steps.differentiation.engines import rules as engines
from coach.steps.differentiation.leads import rules as leads
from coach.steps.differentiation.reckoned import rules as reckoned
from coach.steps.differentiation.rules import rules as differentiation
from coach.steps.differentiation.standing import rules as standing
from coach.steps.niche.evidence import rules as niche_evidence
from coach.steps.niche.rated import rules as niche_rated
from coach.steps.niche.rules import rules as niche
from coach.steps.review.actions import rules as actions
from coach.steps.review.rules import rules as review
from coach.steps.risk.rules import rules as risk
from coach.steps.risk.treatment import rules as treatment
from coach.steps.value.pained import rules as pained
from coach.steps.value.rules import rules as value
from coach.steps.value.weighed import rules as weighed
from coach.text import one_line
from coach.values import Answers

RULES: tuple[Rule, ...] = (
    *niche,
    *niche_evidence,
    *niche_rated,
    *value,
    *pained,
    *weighed,
    *differentiation,
    *leads,
    *reckoned,
    *standing,
    *engines,
    *risk,
    *treatment,
    *review,
    *actions,
    *solution.rules,
    *across.rules,
    *vanished.rules,
    *claims.rules,
    *effort.rules,
    *sums.rules,
    *promised.rules,
    *prices.rules,
    *curve.rules,
    *new_against.rules,
    *automated.rules,
    *cheap_and_best.rules,
    *beliefs.rules,
    *results.rules,
    *between.rules,
    *niche_risks.rules,
    *broader.rules,
    *stopping.rules,
    *borrowed.rules,
    *ranges.rules,
    *unread.rules,
)
"""Every rule that ships with the program, in the order of the walk."""

STRENGTHS: tuple[Rule, ...] = tuple(strengths.rules)
"""The rules that say what stands on evidence: a register of its own."""

BESIDE = ("looked", "drafts")
"""What rules read of a plan beside its steps."""

NAMES = "names"
"""The word list of names, which a pack has only where a capital alone does not show a name."""

MAX_QUOTE = 160
FEWEST_LETTERS = 4
"""Letters without which nothing is a reason."""
_SLOT = re.compile(r"{([a-z_]+)}")
_GAP = re.compile(r"\s{20,}")
"""Blanks that say no more than one."""


def rules_with(pack: Pack) -> tuple[Rule, ...]:
    """The shipped rules, then those that ``pack`` declares; raises ``BrokenPack`` for a bad page.

    Those that the pack has switched off are among them: they find nothing.
    """
    return (*RULES, *declared.rules_of(pack))


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a rule found, what it ``read``, and for which day, depth and walk it was ``asked``."""

    asked: object
    read: frozenset[Question]
    found: tuple[Finding, ...]


class Coach:
    """Reads a plan with a pack's rules. Keeps what it found for what has not changed.

    ``rules`` are those to go by, if not all of the pack's.
    """

    def __init__(
        self, pack: Pack, today: dt.date | None = None, rules: Iterable[Rule] | None = None
    ) -> None:
        self.pack = pack
        self.today = today
        self.rules = rules_with(pack) if rules is None else tuple(rules)
        self._reader = Reader(pack.words, pack.words(NAMES) if NAMES in pack.word_lists else None)
        self._seen: dict[tuple[str, tuple[str, ...]], _Seen] = {}
        """By rule and what it looks at: what it found there when it looked last."""
        self._changed: set[Question] = set()
        """The questions whose answers have changed since all rules were through."""
        self._steps: dict[str, tuple[Any, Answers]] = {}
        """Each step as it was judged last: its state, and a copy of it."""
        self._beside: dict[str, Any] = {}
        """What stood beside the steps at the last check."""
        self._shown: dict[str, tuple[Any, ...]] = {}
        """The pack's examples by path, looked up once."""

    def check(self, plan: Plan) -> tuple[Finding, ...]:
        """All findings, in the order of the walk, worst first within a field.

        Findings that were set aside are among them, with the founder's reason; one whose
        answer has changed since then is open again.
        """
        today = self.today or dt.date.today()
        # One dump of the plan: pydantic would build a serializer for each step dumped alone.
        states = plan.model_dump(include={*STEP_KEYS, *BESIDE})
        plan = self._as_it_is_now(plan, states)
        asked = (today, plan.level, plan.walk)
        found: list[Finding] = []
        for rule in self.rules:
            for reads in rule.looks:
                seen = self._seen.get((rule.id, reads))
                if seen is None or seen.asked != asked or seen.read & self._changed:
                    with noting() as read:
                        hits = tuple(self._run(rule, reads, plan, today))
                    read |= {(key, "") for key in BESIDE if key in reads}
                    seen = self._seen[rule.id, reads] = _Seen(asked, frozenset(read), hits)
                found += seen.found
        self._changed.clear()
        # What is kept as it was typed is not missing: RE24 tells of it.
        found = [each for each in found if each.quote or each.field not in plan.drafts]
        aside = {(each.rule, each.field): each for each in plan.set_aside}
        settled = [_settle(finding, aside.get((finding.rule, finding.field))) for finding in found]
        return tuple(sorted(settled, key=lambda finding: _order(finding, plan)))

    def strengths(self, plan: Plan) -> tuple[Strength, ...]:
        """What stands on evidence, in the order of the walk: no finding, and never counted as one.

        Nothing good is said of an answer, or a row, that has an open flaw or worse. Read anew
        each time, since nothing asks for it while somebody types.
        """
        grave = [f for f in self.check(plan) if f.open and f.level.rank <= Level.FLAW.rank]
        flawed = {_subject(finding.field) for finding in grave}
        today = self.today or dt.date.today()
        plan = self._as_it_is_now(plan, plan.model_dump(include={*STEP_KEYS, *BESIDE}))
        looks = [(rule, reads) for rule in STRENGTHS for reads in rule.looks]
        found = [each for rule, reads in looks for each in self._strong(rule, reads, plan, today)]
        sound = [each for each in found if _subject(each.field) not in flawed]
        return tuple(sorted(sound, key=lambda each: (_place_order(each.field, plan), each.rule)))

    def _strong(
        self, rule: Rule, reads: tuple[str, ...], plan: Plan, today: dt.date
    ) -> Iterator[Strength]:
        page = self.pack.rule(rule.id)
        for hit, place, message in self._hits(rule, reads, plan, today):
            quote = one_line(hit.quote, MAX_QUOTE)
            yield Strength(rule.id, place.card.step, hit.field, quote, message, page.why, page.keep)

    def _as_it_is_now(self, plan: Plan, states: Mapping[str, Any]) -> Plan:
        """A copy to judge, since somebody may be typing while a check runs in a thread.

        Only the steps that have changed since the last check are copied anew; which of their
        questions have is kept until all rules are through.
        """
        for key in BESIDE:
            if states[key] != self._beside.get(key):
                self._beside[key] = states[key]
                self._changed.add((key, ""))
        for step in STEP_KEYS:
            now, answers = states[step], getattr(plan, step)
            before, copy = self._steps.get(step) or ({}, noted(step, answers))
            # What a newer version keeps beside the questions is nothing that a rule reads.
            asked = type(answers).model_fields
            changed = [key for key in asked if key not in before or now[key] != before[key]]
            for key in changed:
                setattr(copy, key, _to_judge(getattr(answers, key)))
            self._changed.update((step, key) for key in changed)
            self._steps[step] = now, copy
        steps = {step: answers for step, (_, answers) in self._steps.items()}
        return plan.model_copy(update={**steps, **{key: states[key] for key in BESIDE}})

    def _run(
        self, rule: Rule, reads: tuple[str, ...], plan: Plan, today: dt.date
    ) -> Iterator[Finding]:
        page = self.pack.rule(rule.id)
        for hit, place, message in self._hits(rule, reads, plan, today):
            yield Finding(
                rule=rule.id,
                level=level_of(page),
                step=place.card.step,
                field=hit.field,
                quote=one_line(hit.quote, MAX_QUOTE),
                message=message,
                why=page.why,
                fix=page.fix,
                fingerprint=fingerprint(plan, hit),
                question=fill(page.question, hit),
            )

    def _hits(
        self, rule: Rule, reads: tuple[str, ...], plan: Plan, today: dt.date
    ) -> Iterator[tuple[Hit, flow.Place, str]]:
        """What a rule finds where the plan's depth asks: the hit, its place and what is said."""
        page = self.pack.rule(rule.id)
        if page.level == OFF:
            return
        context = Context(
            rule.id,
            self._reader,
            page.limits,
            today,
            lambda: plan.start.currency,
            plan.level,
            self._examples,
            self._label,
            lambda path: _asked(flow.place(path), plan),
        )
        subject = getattr(plan, reads[0]) if len(reads) == 1 else plan
        for hit in rule.check(subject, context):
            place = flow.place(hit.field)
            if not _asked(place, plan):
                continue
            message = page.message if hit.quote.strip() else page.blank or page.message
            yield hit, place, fill(page.messages.get(hit.say, message), hit)

    def _label(self, path: str) -> str:
        """What the pack calls the question at ``path``."""
        return self.pack.wording(*flow.place(path).worded).label

    def _examples(self, path: str) -> tuple[Any, ...]:
        """What the pack offers to be copied into the answer at ``path``."""
        if path not in self._shown:
            wording = self.pack.wording(*flow.place(path).worded)
            text = (wording.example,) if wording.example.strip() else ()
            self._shown[path] = wording.examples or text
        return self._shown[path]


def _to_judge(answer: Any) -> Any:
    """A copy of an answer, without what nobody would read.

    Some patterns take the square of a text's length.
    """
    if type(answer) is str:  # an option is a str too
        return _GAP.sub(" ", answer[:LONGEST])
    if isinstance(answer, list):
        return [_to_judge(each) for each in answer]
    if isinstance(answer, dict):
        return {key: _to_judge(each) for key, each in answer.items()}
    if isinstance(answer, Answers):
        return answer.model_copy(update={key: _to_judge(each) for key, each in answer})
    return answer


def level_of(page: RulePage) -> Level:
    """The level on a rule's page; raises :class:`Refusal` where it is none."""
    try:
        return Level(page.level)
    except ValueError:
        told = f"the page of rule {page.id}: level {page.level!r} is unknown"
        raise Refusal(told, f"expected {', '.join(Level)} or {OFF}") from None


def _asked(place: flow.Place, plan: Plan) -> bool:
    """True where the question is put at the plan's depth, so that a remark can be acted on."""
    asked = flow.asked(place.card, plan)
    return place.part.depth <= plan.level and any(each is place.field for each in asked)


def _order(finding: Finding, plan: Plan) -> tuple[int, int, int, int, float, str, str]:
    """Where a finding stands: by card, question, row and part; then rank and rule."""
    place = _place_order(finding.field, plan)
    return (*place, finding.rank, finding.rule, finding.field)


def _subject(path: str) -> str:
    """The row that ``path`` leads into, or else the question."""
    return ".".join(path.split(".")[: 3 if flow.place(path).record else 2])


def _place_order(path: str, plan: Plan) -> tuple[int, int, int, int]:
    """Where the answer at ``path`` stands in the walk: card, question, row and part."""
    place = flow.place(path)
    row = 0
    if place.record:
        rows = plan.get(f"{place.card.step}.{place.field.key}")
        row = next((at for at, each in enumerate(rows, 1) if each.id == place.record), 0)
    below = path.split(".")[3 if place.record else 2 :]
    parts = [part.key for part in place.field.parts]
    return (
        flow.rank(place.card, plan),
        next(at for at, each in enumerate(place.card.fields) if each is place.field),
        row,
        next((parts.index(key) for key in below if key in parts), -1),  # a square: its row
    )


def fill(text: str, hit: Hit) -> str:
    """``text`` with ``{quote}`` and the hit's values put in; other braces stay as they are.

    A quotation loses its full stop, since the sentence around it goes on.
    """
    values = {name: one_line(value, MAX_QUOTE) for name, value in hit.values.items()}
    quote = one_line(hit.quote, MAX_QUOTE)
    values["quote"] = f"“{quote.rstrip(' .,;:') or quote}”"
    return _SLOT.sub(lambda match: values.get(match[1], match[0]), text)


def fingerprint(plan: Plan, hit: Hit) -> str:
    """A short mark of what a finding rests on: it changes when that does.

    It covers the answer at the finding's field, the quoted words (which may come from
    another field) and the values, so that a finding set aside comes back in time.
    """
    value = plan.get(hit.field)
    parts = value if isinstance(value, list) else [value]
    answer = [part.model_dump_json() if isinstance(part, Answers) else part for part in parts]
    text = repr((answer, hit.quote, sorted(hit.values.items())))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def set_aside(finding: Finding, reason: str, today: dt.date) -> SetAside:
    """The entry that sets ``finding`` aside; raises :class:`Refusal` without a reason.

    "ok", "no" or a sign is none.
    """
    if sum(map(str.isalpha, reason)) < FEWEST_LETTERS:
        raise Refusal("a reason is expected", "write why this does not matter here")
    return SetAside(
        rule=finding.rule,
        field=finding.field,
        reason=one_line(reason, 400),
        date=today,
        fingerprint=finding.fingerprint,
    )


def counts(findings: Iterable[Finding]) -> dict[Level, int]:
    """How many open findings there are of each level."""
    total = dict.fromkeys(Level, 0)
    for finding in findings:
        total[finding.level] += finding.open
    return total


def _settle(finding: Finding, entry: SetAside | None) -> Finding:
    if entry is None or entry.fingerprint != finding.fingerprint:
        return finding
    return replace(finding, set_aside=entry.reason)
