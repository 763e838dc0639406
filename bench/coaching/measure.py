"""What a detector found, missed and found for nothing, as figures.

Remarks are compared with those on the clean plan: only what is new can be owed to the flaw.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from cases import FLAWS, Case, Data
from detect import Detector, Remark

from coach import flow
from coach.coaching.rule import Level
from coach.plan import Plan


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one case.

    ``hits`` are the new remarks of the case's rule (of any rule, at the right place, where a
    detector knows no rules); ``placed`` says that one of them is where a reader expects it;
    ``also`` are the other new remarks. ``left`` and ``raised`` are, after the fix, what is left
    of the hits' rule and what was raised that the clean plan did not have.
    """

    case: Case
    hits: tuple[Remark, ...]
    placed: bool
    also: tuple[Remark, ...] = ()
    left: tuple[Remark, ...] = ()
    raised: tuple[Remark, ...] = ()

    @property
    def found(self) -> bool:
        """True where the rule spoke: right for a flaw, wrong for a near miss."""
        return bool(self.hits)

    @property
    def mended(self) -> bool:
        """True where the fix clears the finding and raises nothing new."""
        return not self.left and not self.raised


@dataclass(frozen=True, slots=True)
class Measured:
    """Everything one detector did: by clean plan its remarks, and what became of each case."""

    clean: Mapping[str, tuple[Remark, ...]]
    outcomes: tuple[Outcome, ...]

    def of(self, *kinds: str, rule: str = "") -> list[Outcome]:
        """The outcomes of these kinds (of all flaws where none is named), or of one rule's."""
        wanted = kinds or FLAWS
        return [
            each
            for each in self.outcomes
            if each.case.kind in wanted and rule in ("", each.case.rule)
        ]

    def recall(self, *kinds: str) -> float | None:
        """The share of flaws that were found, 0 to 1; None where there are none."""
        return share(each.found for each in self.of(*kinds))

    @property
    def right_field(self) -> float | None:
        """Of the flaws found, the share where the remark stands at the right place."""
        return share(each.placed for each in self.of() if each.found)

    @property
    def fix_check(self) -> float | None:
        """Of the flaws found, the share that the fix clears without raising anything new."""
        return share(each.mended for each in self.of() if each.found)

    @property
    def quiet(self) -> float | None:
        """The share of near misses on which the rule says nothing."""
        return share(not each.found for each in self.of("near_miss"))

    @property
    def spared(self) -> float | None:
        """The share of near misses on which no rule at all says anything new but a hint."""
        return share(
            not any(remark.level is not Level.HINT for remark in (*each.hits, *each.also))
            for each in self.of("near_miss")
        )

    @property
    def beside(self) -> float | None:
        """How many new remarks there are, on average, beside the flaw that was planted."""
        flaws = self.of()
        return sum(len(each.also) for each in flaws) / len(flaws) if flaws else None

    @property
    def serious(self) -> list[int]:
        """How many blockers and flaws there are on each clean plan."""
        return [
            sum(each.level in (Level.BLOCKER, Level.FLAW) for each in remarks)
            for remarks in self.clean.values()
        ]

    @property
    def clean_median(self) -> float | None:
        """Blockers and flaws on the clean plan in the middle."""
        return median(self.serious) if self.serious else None

    @property
    def clean_most(self) -> int | None:
        """Blockers and flaws on the clean plan that has most."""
        return max(self.serious, default=None)

    @property
    def unwanted(self) -> list[tuple[str, Remark]]:
        """Every remark on a clean plan that is no hint, with the plan's name."""
        return [
            (name, each)
            for name, remarks in self.clean.items()
            for each in remarks
            if each.level is not Level.HINT
        ]

    @property
    def not_wanted(self) -> float | None:
        """The unwanted remarks as a share of all remarks, each told once; hints count nowhere.

        What a flawed plan says again of what its clean plan says already is not told twice.
        """
        if not self.of():
            return None
        told = [
            remark
            for each in self.of()
            for remark in (*each.hits, *each.also)
            if remark.level is not Level.HINT
        ]
        return ratio(len(self.unwanted), len(self.unwanted) + len(told))


def share(truths: Iterable[bool]) -> float | None:
    """The share that is true; None where there is nothing."""
    listed = list(truths)
    return ratio(sum(listed), len(listed))


def ratio(part: int, whole: int) -> float | None:
    """``part ÷ whole``; None where ``whole`` is 0."""
    return part / whole if whole else None


def measure(detector: Detector, data: Data) -> Measured:
    """Let ``detector`` look at every clean plan and at every case."""
    clean = {name: detector(plan) for name, plan in data.plans.items()}
    plans, before = data.others | data.plans, dict(clean)
    outcomes = {}
    for case in sorted(data.cases, key=lambda case: case.plan):  # a coach keeps what did not change
        plan = plans[case.plan]
        if case.plan not in before:
            before[case.plan] = detector(plan)
        outcomes[case.name] = outcome(case, plan, before[case.plan], detector)
    return Measured(clean, tuple(outcomes[case.name] for case in data.cases))


def outcome(case: Case, plan: Plan, before: Sequence[Remark], detector: Detector) -> Outcome:
    """What ``detector`` says of the case; ``before`` is what it says of the clean plan."""
    flawed = case.flawed(plan)
    fields = [flawed.canonical(path) for path in case.fields]
    new = new_in(detector(flawed), before)
    hits = tuple(each for each in new if _meant(each, case.rule, fields))
    placed = any(same_place(each.field, field) for each in hits for field in fields)
    also = tuple(each for each in new if each not in hits)
    if not case.flaw:
        return Outcome(case, hits, placed, also)
    after = detector(case.fixed(flawed))
    fired = {each.kind for each in before}
    left = tuple(each for each in new_in(after, before) if _meant(each, case.rule, fields))
    raised = tuple(each for each in after if each.kind not in fired and each not in left)
    return Outcome(case, hits, placed, also, left, raised)


def _meant(remark: Remark, rule: str, fields: Sequence[str]) -> bool:
    """True where the remark is about the case: by its rule, else by its place."""
    if remark.rule:
        return remark.rule == rule
    return any(same_place(remark.field, field) for field in fields)


def new_in(after: Iterable[Remark], before: Iterable[Remark]) -> tuple[Remark, ...]:
    """The remarks that were not there before, word for word."""
    known = set(before)
    return tuple(each for each in after if each not in known)


def same_place(one: str, other: str) -> bool:
    """True for the same field, or for two of the same record or the same question.

    A whole list is the question of each of its records; two records are two places.
    """
    first, second = flow.place(one), flow.place(other)
    if (first.card, first.field) != (second.card, second.field):
        return False
    return first.record == second.record or not (first.record and second.record)


@dataclass(frozen=True, slots=True)
class Target:
    """A line of the table. ``goal`` is empty where a line only informs; ``least`` and ``most`` are
    inclusive unless ``beyond``, which asks for more than ``least`` or less than ``most``."""

    what: str
    goal: str = ""
    least: float | None = None
    most: float | None = None
    beyond: bool = False
    form: str = "percent"

    def verdict(self, value: float | None) -> str:
        """``ok``, ``MISSED``, ``not measured``, or nothing where there is no goal."""
        if not self.goal:
            return ""
        if value is None:
            return "not measured"
        if self.least is not None:
            good = value > self.least if self.beyond else value >= self.least
        else:
            limit = self.most or 0
            good = value < limit if self.beyond else value <= limit
        return "ok" if good else "MISSED"

    def show(self, value: float | None) -> str:
        """The value as the table has it."""
        if value is None:
            return "–"
        return f"{value * 100:.1f} %" if self.form == "percent" else f"{value:{self.form}}"


ENOUGH = {"flaws": 5, "paraphrase": 2, "near_miss": 1}
"""How many cases a rule needs at least."""


def enough(cases: Sequence[Case]) -> bool:
    """True where the cases of a rule, all of ``cases``, are as many as :data:`ENOUGH` asks."""
    kinds = [case.kind for case in cases]
    counts = {"flaws": sum(case.flaw for case in cases)}
    return all(counts.get(kind, kinds.count(kind)) >= fewest for kind, fewest in ENOUGH.items())


TARGETS = {
    "plans": Target("clean plans", "≥ 60", least=60, form="g"),
    "enough": Target("rules with flaws and near misses enough", "100 %", least=1),
    "recall": Target("planted flaws found", "≥ 95 %", least=0.95),
    "minimal": Target("– minimal"),
    "paraphrase": Target("– paraphrased", "≥ 85 %", least=0.85),
    "split": Target("– split across fields"),
    "numeric": Target("– in figures"),
    "right_field": Target("of those, told at the right place", "≥ 98 %", least=0.98),
    "fix_check": Target("of those, cleared by the fix, nothing new", "≥ 95 %", least=0.95),
    "quiet": Target("near misses left alone"),
    "spared": Target("– by every other rule, too"),
    "clean_median": Target("blockers and flaws on a clean plan, median", "0", most=0, form="g"),
    "clean_most": Target("the same, most", "≤ 1", most=1, form="g"),
    "not_wanted": Target("findings not wanted", "< 5 %", most=0.05, beyond=True),
    "beside": Target("other findings beside each flaw", form=".2f"),
    "beats": Target("found more than the best plain way", "> 0", least=0, beyond=True),
    "speed": Target("plans checked a second", "> 20", least=20, beyond=True, form=".0f"),
}
"""What is measured, in the table's order, and what is asked of the coach."""


def figures(measured: Measured) -> dict[str, float | None]:
    """The figures of one detector, by the keys of :data:`TARGETS`; shares are from 0 to 1."""
    return {
        "recall": measured.recall(),
        **{kind: measured.recall(kind) for kind in FLAWS},
        "right_field": measured.right_field,
        "fix_check": measured.fix_check,
        "quiet": measured.quiet,
        "spared": measured.spared,
        "clean_median": measured.clean_median,
        "clean_most": measured.clean_most,
        "not_wanted": measured.not_wanted,
        "beside": measured.beside,
    }


def lead(ours: float | None, theirs: Iterable[float | None]) -> float | None:
    """By how much we find more than the best of the others; None where one is not known."""
    known = [each for each in theirs if each is not None]
    return ours - max(known) if ours is not None and known else None


def by_rule(measured: Measured, rules: Iterable[str]) -> Iterator[tuple[str, dict[str, list[int]]]]:
    """By rule and kind, how many were done right and how many there are; ``all`` is all flaws."""
    for rule in rules:
        counts = {}
        for kind in (*FLAWS, "near_miss"):
            outcomes = measured.of(kind, rule=rule)
            right = sum(each.found is each.case.flaw for each in outcomes)
            counts[kind] = [right, len(outcomes)]
        counts["all"] = [sum(counts[kind][at] for kind in FLAWS) for at in (0, 1)]
        yield rule, counts
