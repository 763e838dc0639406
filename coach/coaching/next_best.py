"""The next best action: the one finding whose mending helps most, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from coach import flow
from coach.coaching.finding import Finding
from coach.depends import RESTS_ON
from coach.plan import Plan


@dataclass(frozen=True, slots=True)
class NextBest:
    """The finding to mend first, and how many answers of the plan rest on the answer it is about.

    ``after`` is how many other open findings there are.
    """

    finding: Finding
    resting: int
    after: int

    @property
    def reason(self) -> str:
        """Why this one first, in one line."""
        if self.resting:
            some = "1 answer rests" if self.resting == 1 else f"{self.resting} answers rest"
            return f"{some} on it."
        return (
            "Nothing else that is open weighs more."
            if self.after
            else "Nothing else was found so far."
        )


def next_best(findings: Iterable[Finding], plan: Plan) -> NextBest | None:
    """The open finding to mend first, None where none is open.

    The worst level first; among equals the one on whose answer most other answers rest; then
    the earliest in the walk, which is the order of ``findings``.
    """
    still_open = [finding for finding in findings if finding.open]
    rated = [(resting(finding.field, plan), finding) for finding in still_open]
    if not rated:
        return None
    count, finding = min(rated, key=lambda each: (each[1].level.rank, -each[0]))
    return NextBest(finding, count, len(still_open) - 1)


def resting(path: str, plan: Plan) -> int:
    """How many questions asked at this depth have an answer that rests on the one at ``path``.

    Directly, or by way of another one, whether that one has been answered or not.
    """
    found = 0
    for question in above(_question(path, plan)):
        place = flow.place(question)
        if place.field in flow.asked(place.card, plan):
            answered = flow.state(place.field, plan.get(question), plan)
            found += answered is not flow.State.EMPTY
    return found


def _question(path: str, plan: Plan) -> str:
    """The question that ``path`` belongs to; what the chosen candidate says is the choice."""
    keys = path.split(".")
    if keys[:2] == ["niche", "candidates"] and keys[2:3] == [plan.niche.chosen]:
        return "niche.chosen"
    return ".".join(keys[:2])


@cache
def above(question: str) -> frozenset[str]:
    """All questions whose answers rest on that of ``question``, directly or not."""
    found: set[str] = set()
    left = [question]
    while left:
        below = left.pop()
        fresh = {path for path, rests in RESTS_ON.items() if below in rests} - found
        found |= fresh
        left += fresh
    return frozenset(found - {question})
