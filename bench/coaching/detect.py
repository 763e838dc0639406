"""What looks for flaws: the coach, and three plain ways to measure it against.

A detector takes a plan and gives remarks. The baselines know no rule but "nothing is here" or
"this is hard to read", so such a remark counts for whatever flaw stands at its place; the list
of words names a rule as the coach does.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from coach import flow
from coach.coaching.engine import Coach
from coach.coaching.readability import grade
from coach.coaching.rule import Level
from coach.pack.pack import Pack
from coach.plan import Plan
from coach.questions import Kind


@dataclass(frozen=True, slots=True)
class Remark:
    """What was found where. ``rule`` is empty where it may be any; ``text`` is what is told."""

    rule: str
    field: str
    level: Level
    text: str

    @property
    def kind(self) -> tuple[str, str, str]:
        """By what two remarks are of one kind: the rule, or place and text where there is none."""
        return (self.rule, "", "") if self.rule else ("", self.field, self.text)


Detector = Callable[[Plan], tuple[Remark, ...]]


def coach(pack: Pack, day: dt.date) -> Detector:
    """The coach itself; findings that the founder has set aside are left out."""
    one = Coach(pack, day)

    def detect(plan: Plan) -> tuple[Remark, ...]:
        return tuple(
            Remark(each.rule, each.field, each.level, each.message)
            for each in one.check(plan)
            if each.open
        )

    return detect


def empty(plan: Plan) -> tuple[Remark, ...]:
    """Every question without an answer; where it is optional, that is no more than a hint."""
    remarks = {}
    for card in flow.walk(plan):
        for field in flow.asked(card, plan):
            if flow.state(field, plan.get(card.path(field)), plan) is flow.State.EMPTY:
                remarks[card.path(field)] = field.optional
    for path, part in flow.paths(plan):
        if flow.state(part, plan.get(path), plan) is flow.State.EMPTY:
            remarks.setdefault(path, part.optional or flow.place(path).field.optional)
    return tuple(
        Remark("", path, Level.HINT if optional else Level.FLAW, "empty")
        for path, optional in remarks.items()
    )


WORDS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("NI01", ("everyone",), ("niche.candidates.*.who",)),
    ("NI02", ("demographics",), ("niche.candidates.*.who", "niche.segments.*.name")),
    ("NI03", ("wants_product", "our_product", "our_solution"), ("niche.candidates.*.need",)),
    ("NI05", ("vague_sizes",), ("niche.candidates.*.who", "niche.count_claim.source")),
    ("NI08", ("generic_channels",), ("niche.channels.*.name",)),
    ("NI12", ("no_rivals",), ("value.alternatives.*.name",)),
    ("NI15", ("nothing",), ("niche.exclusion",)),
    ("NI16", ("nothing",), ("niche.neighbours",)),
    ("VP01", ("many_groups", "everyone"), ("value.statement.audience", "value.promise")),
    ("VP02", ("generic_benefits",), ("value.promise", "value.statement.benefit")),
    ("VP07", ("vague_amounts",), ("value.pains.*.how_often", "value.pains.*.cost")),
    ("VP08", ("less", "comfort"), ("value.pains.*.relief",)),
    ("VP09", ("nothing",), ("value.alternatives.*.does_well",)),
    ("VP18", ("our_solution", "our_product", "wants_product"), ("value.job", "value.jobs.*.what")),
    ("DI02", ("too_cheap",), ("differentiation.cost_source",)),
    ("DI04", ("best_too",), ("differentiation.reason", "differentiation.cost_source")),
    ("DI05", ("quality_talk", "generic_benefits"), ("differentiation.quality_measure",)),
    ("DI07", ("politeness",), ("differentiation.service_promise",)),
    ("DI09", ("expertise",), ("differentiation.niche_knowledge",)),
    ("DI15", ("nothing",), ("differentiation.trade_off",)),
    ("DI17", ("automation",), ("differentiation.reason", "differentiation.innovation_step")),
    ("RI02", ("topics",), ("risk.risks.*.event",)),
    ("RI03", ("happened",), ("risk.risks.*.event",)),
    (
        "RI04",
        ("weak_responses", "attitudes"),
        ("risk.risks.*.prevention", "risk.risks.*.contingency"),
    ),
    ("RI05", ("group_owners", "no_one_named"), ("risk.risks.*.owner",)),
    ("RI06", ("getting_worse", "noticing", "hunches", "imprecise"), ("risk.risks.*.trigger",)),
    ("RI07", ("window_dressing",), ("risk.risks.*.prevention",)),
    ("RI15", ("no_state",), ("risk.kill",)),
    ("RI17", ("broaden",), ("niche.neighbours", "differentiation.niche_growth")),
    ("RE04", ("premium", "cheapest"), ("value.promise", "value.statement.benefit")),
    ("RE06", ("set_later",), ("review.tests.*.threshold",)),
    (
        "RE07",
        ("vanity_metrics", "say_think", "applause"),
        ("review.tests.*.measure", "review.tests.*.threshold"),
    ),
    ("RE08", ("vague_actions", "aims"), ("review.tests.*.doing", "review.actions.*.what")),
    ("RE08", ("group_owners", "anybody"), ("review.tests.*.owner", "review.actions.*.owner")),
    ("RE08", ("vague_signs",), ("review.actions.*.done_when",)),
    ("RE12", ("unchanged", "nothing", "carry_on"), ("review.learnings.*.change",)),
)
"""A rule, the pack's lists of words that mean its flaw, and the questions they are looked for in
(a star stands for a record). Rules on figures or on what is missing have no such list.
"""


def word_list(pack: Pack) -> Detector:
    """A remark wherever a listed word stands: no exceptions, no other form of the word."""

    def detect(plan: Plan) -> tuple[Remark, ...]:
        remarks = []
        shaped = [(path, _shape(path), text) for path, text in texts(plan)]
        for rule, names, shapes in WORDS:
            listed = _listed(tuple(phrase for name in names for phrase in pack.words(name)))
            level = Level(pack.rule(rule).level)
            for path, shape, text in shaped:
                if shape in shapes and listed.search(text):
                    remarks.append(Remark(rule, path, level, "a listed word"))
        return tuple(remarks)

    return detect


@cache
def _listed(phrases: tuple[str, ...]) -> re.Pattern[str]:
    together = "|".join(re.escape(each) for each in phrases)
    return re.compile(rf"(?<!\w)(?:{together})(?!\w)", re.IGNORECASE)


def _shape(path: str) -> str:
    """``path`` with a star for a record's id."""
    record = flow.place(path).record
    return ".".join("*" if key == record else key for key in path.split("."))


FEWEST, MOST, GRADE = 4, 40, 10
"""Words of an answer that are too few (where two lines or more are offered), and too many; the
school grade from which on a text is called hard."""
SENTENCE = 8
"""Words from which on an answer is long enough to be given a grade."""


def readability(plan: Plan) -> tuple[Remark, ...]:
    """A remark wherever a text is too short, too long or too hard to read."""
    remarks = []
    for path, text in texts(plan):
        count = len(text.split())
        if count < FEWEST and flow.place(path).part.lines > 1:
            remarks.append(Remark("", path, Level.FLAW, "too short"))
        elif count > MOST:
            remarks.append(Remark("", path, Level.FLAW, "too long"))
        if count >= SENTENCE and grade(text) > GRADE:
            remarks.append(Remark("", path, Level.FLAW, "hard to read"))
    return tuple(remarks)


def texts(plan: Plan) -> Iterator[tuple[str, str]]:
    """Every text that has been written, by path."""
    for path, part in flow.paths(plan):
        if part.kind is Kind.TEXT and (text := plan.get(path).strip()):
            yield path, text
