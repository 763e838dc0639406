"""Which candidate comes first, how firmly, and what would change that."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product
from typing import TYPE_CHECKING

from coach.figures import MISSING, amount
from coach.questions import Depth, Result, Unit
from coach.steps.niche.model import BEACHHEAD, SEGMENT_TESTS, Candidate, Niche
from coach.text import one_line
from coach.units import bounds

if TYPE_CHECKING:
    from coach.plan import Plan

GATE = 2
"""A segment test below this fails a candidate, whatever its other scores (M1)."""

SHAKEN = (0.75, 1.25)
"""By what a weight is multiplied to see whether the ranking holds (ours)."""

_SAME = 1e-9
"""A lead as small as this is the error of binary fractions."""

_LEAST, _MOST, _ = bounds(Unit.OF_5)


@dataclass(frozen=True, slots=True)
class Standing:
    """Who comes first, and by how much, 0 to 5; without a ``winner`` nobody does alone."""

    winner: str = ""
    lead: float = 0.0


@dataclass(frozen=True, slots=True)
class Flip:
    """One change that lets ``winner`` come first: ``criterion`` from ``old`` to ``new``.

    ``of`` is the candidate whose score changes; empty where the weight does.
    """

    criterion: str
    old: float
    new: float
    winner: str
    of: str = ""


def criteria(depth: Depth) -> tuple[str, ...]:
    """By what candidates are compared: the five segment tests, then the beachhead questions."""
    return (*SEGMENT_TESTS, *BEACHHEAD) if depth is Depth.ADVANCED else SEGMENT_TESTS


def weights(niche: Niche, depth: Depth) -> dict[str, float]:
    """How much each criterion counts, 0 to 5: 1 where nothing is said."""
    given = {key: niche.ratings.score(key, "weight") for key in criteria(depth)}
    return {key: 1 if weight is None else weight for key, weight in given.items()}


def scores(niche: Niche, depth: Depth, candidate: Candidate) -> dict[str, float]:
    """A candidate's scores by criterion, 0 to 5; what was not scored is not in it."""
    given = {key: niche.ratings.score(key, candidate.id) for key in criteria(depth)}
    return {key: score for key, score in given.items() if score is not None}


def attractiveness(counts: Mapping[str, float], scored: Mapping[str, float]) -> float | None:
    """The weighted mean Σ weight × score ÷ Σ weight, from 0 to 5 (M1, M2).

    A weight of 0 leaves a criterion out. None until every criterion that counts is scored,
    since a mean of other criteria cannot be compared, and None where no criterion counts.
    """
    counted = {key: weight for key, weight in counts.items() if weight > 0}
    if not counted or counted.keys() - scored.keys():
        return None
    whole = sum(counted.values())
    return sum(weight * scored[key] for key, weight in counted.items()) / whole


def failed(scored: Mapping[str, float]) -> tuple[str, ...]:
    """The segment tests scored below 2 (the gate); they fail it even where they weigh nothing."""
    return tuple(key for key in SEGMENT_TESTS if scored.get(key, GATE) < GATE)


def standing(values: Mapping[str, float]) -> Standing:
    """Who comes first of candidates by their attractiveness; nobody where the first two are even.

    A single candidate leads by all it has.
    """
    best = sorted(values, key=lambda key: -values[key])[:2]
    if not best:
        return Standing()
    lead = values[best[0]] - (values[best[1]] if len(best) == 2 else 0.0)
    return Standing(best[0], lead) if lead > _SAME or len(best) == 1 else Standing()


class Comparison:
    """The candidates' scores and the criteria's weights, as plain numbers."""

    def __init__(self, counts: Mapping[str, float], table: Mapping[str, Mapping[str, float]]):
        self.counts = dict(counts)
        self.table = {key: dict(row) for key, row in table.items()}
        self.values = self.ranked(self.counts)
        self.standing = standing(self.values)

    def ranked(self, counts: Mapping[str, float]) -> dict[str, float]:
        """The attractiveness of each candidate that is fully scored and passes the gate."""
        found = {
            key: attractiveness(counts, row) for key, row in self.table.items() if not failed(row)
        }
        return {key: value for key, value in found.items() if value is not None}

    def robustness(self) -> tuple[int, int] | None:
        """In how many of the shaken rankings the winner still comes first alone, and of how many.

        The grid is fixed: every weight alone, and every pair of weights, each a quarter less
        and a quarter more: 2n² rankings for n criteria that count. None without a winner (ours; the
        full grid has half a million rankings for twelve criteria).
        """
        if not self.standing.winner:
            return None
        first = self.table[self.standing.winner]
        leads = tuple(
            tuple(
                weight * (first[key] - self.table[each][key])
                for key, weight in self.counts.items()
                if weight > 0
            )
            for each in self.values
            if each != self.standing.winner
        )
        return _held(leads, sum(weight > 0 for weight in self.counts.values()))

    def weight_flip(self) -> Flip | None:
        """The smallest change of one weight, in whole points from 0 to 5, that changes the winner.

        Of equally small ones the one with the clearest new winner. None where there is none.
        """
        found: list[tuple[float, float, Flip]] = []
        for key, old in self.counts.items():
            for new in range(_LEAST, _MOST + 1):
                after = standing(self.ranked({**self.counts, key: new}))
                if after.winner not in ("", self.standing.winner):
                    flip = Flip(key, old, new, after.winner)
                    found.append((abs(new - old), -after.lead, flip))
        return min(found, key=lambda each: each[:2])[2] if found else None

    def score_flip(self) -> Flip | None:
        """The change of one score by one point that changes the winner most clearly, if any does.

        A point also counts where it lifts a candidate over the gate or drops it below.
        """
        found: list[tuple[float, Flip]] = []
        for each, row in self.table.items():
            for key, old in row.items():
                for new in (old - 1, old + 1):
                    if not _LEAST <= new <= _MOST:
                        continue
                    after = standing(self._with(each, {**row, key: new}))
                    if after.winner not in ("", self.standing.winner):
                        found.append((-after.lead, Flip(key, old, new, after.winner, each)))
        return min(found, key=lambda each: each[0])[1] if found else None

    def _with(self, candidate: str, row: Mapping[str, float]) -> dict[str, float]:
        """The ranking with another row of scores for one candidate."""
        value = None if failed(row) else attractiveness(self.counts, row)
        # Built in the order of the candidates, so that ties fall as they do elsewhere.
        found = {key: value if key == candidate else self.values.get(key) for key in self.table}
        return {key: value for key, value in found.items() if value is not None}


@lru_cache(maxsize=16)
def _held(leads: tuple[tuple[float, ...], ...], count: int) -> tuple[int, int]:
    """Of the shaken rankings, those in which every lead stays one, and all; kept for one table.

    A lead is told by criterion: the weight times the winner's score less the other's. The sum of
    the weights is the same for all, so the sums themselves can be compared.
    """
    alone = [((at, factor),) for at, factor in product(range(count), SHAKEN)]
    pairs = product(combinations(range(count), 2), SHAKEN, SHAKEN)
    shaken = [*alone, *(((one, a), (other, b)) for (one, other), a, b in pairs)]
    sums = [sum(lead) for lead in leads]
    held = (
        all(
            whole + sum((factor - 1) * lead[at] for at, factor in change) > _SAME
            for whole, lead in zip(sums, leads, strict=True)
        )
        for change in shaken
    )
    return sum(held), len(shaken)


def comparison(niche: Niche, depth: Depth) -> Comparison:
    """The candidates as they are scored at this depth.

    A criterion by which one of the candidates that are scored at all is not scored yet compares
    nobody, and does not count until it does: so a first half of the table can be read, and a
    deeper depth asks for more without taking the ranking away.
    """
    table = {each.id: scores(niche, depth, each) for each in niche.candidates}
    begun = [row for row in table.values() if row]
    known = [key for key in weights(niche, depth) if all(key in row for row in begun)]
    counts = {key: weight for key, weight in weights(niche, depth).items() if key in known}
    return Comparison(counts, table)


def called(candidate: Candidate) -> str:
    """A candidate's name; whom it is for where it has none."""
    return one_line(candidate.name) or one_line(candidate.who) or MISSING


def ranking(plan: "Plan") -> tuple[Result, ...]:
    """The figures of the compare card: each candidate's, then who comes first and how firmly."""
    niche, compared = plan.niche, comparison(plan.niche, plan.level)
    each = [
        result
        for candidate in niche.candidates
        for result in (*_attractive(compared, candidate), *_gate(compared, candidate))
    ]
    names = {candidate.id: called(candidate) for candidate in niche.candidates}
    return (*each, *_firmness(compared, names))


def _attractive(compared: Comparison, candidate: Candidate) -> Iterator[Result]:
    counts, scored = compared.counts, compared.table[candidate.id]
    counted = [(key, weight) for key, weight in counts.items() if weight > 0]
    sums = " + ".join(f"{amount(weight)} × {amount(scored.get(key))}" for key, weight in counted)
    yield Result(
        "attractiveness",
        attractiveness(counts, scored),
        Unit.OF_5,
        f"({sums}) ÷ {amount(sum(counts.values()))}",
        about=called(candidate),
        depth=Depth.INTERMEDIATE,
    )


def _gate(compared: Comparison, candidate: Candidate) -> Iterator[Result]:
    """The tests that a candidate fails, a result each; one result where it fails none."""
    scored = compared.table[candidate.id]
    tested = [scored[key] for key in SEGMENT_TESTS if key in scored]
    name, below = called(candidate), failed(scored)
    for key in below:
        told = f"{amount(scored[key])} < {GATE}"
        yield Result("gate", scored[key], Unit.OF_5, told, "", key, name, Depth.INTERMEDIATE)
    if not below:
        least = min(tested) if len(tested) == len(SEGMENT_TESTS) else None
        told, verdict = f"{amount(least)} ≥ {GATE}", "" if least is None else "passes"
        yield Result("gate", least, Unit.OF_5, told, "", verdict, name, Depth.INTERMEDIATE)


def _firmness(compared: Comparison, names: Mapping[str, str]) -> Iterator[Result]:
    first, values = compared.standing, compared.values
    name = names.get(first.winner, "")
    best = sorted(values.values(), reverse=True)
    yield Result(
        "winner",
        (best or [0.0])[0] if _verdict(compared) else None,
        Unit.OF_5,
        verdict=_verdict(compared),
        about=name,
        depth=Depth.INTERMEDIATE,
    )
    lead = first.lead if first.winner and len(best) > 1 else None
    settled = bool(_verdict(compared))
    told = " − ".join(map(amount, best[:2]))
    yield Result("lead", lead, Unit.OF_5, told, about=name, depth=Depth.INTERMEDIATE)
    shaken = compared.robustness() if settled and len(best) > 1 else None  # beaten by whom?
    yield Result(
        "robustness",
        None if shaken is None else 100 * shaken[0] / shaken[1],
        Unit.PERCENT,
        "" if shaken is None else f"{amount(shaken[0])} ÷ {amount(shaken[1])}",
        about=name,
        depth=Depth.INTERMEDIATE,
    )
    for key, flip in (("flip_weight", compared.weight_flip), ("flip_score", compared.score_flip)):
        known = settled and bool(first.winner) and len(names) > 1
        yield _flip(key, flip() if known else None, known, names)


def _verdict(compared: Comparison) -> str:
    """``ahead``, ``alone`` (the only one left), ``tie``, ``nobody`` (all fail the gate).

    Empty until a candidate is fully scored, and while others have not been scored at all.
    """
    if not compared.values:
        whole = (attractiveness(compared.counts, row) for row in compared.table.values())
        return "nobody" if any(each is not None for each in whole) else ""
    if not compared.standing.winner:
        return "tie"
    if len(compared.values) > 1:
        return "ahead"
    return "alone" if all(compared.table.values()) else ""


def _flip(key: str, flip: Flip | None, known: bool, names: Mapping[str, str]) -> Result:
    if flip is None:
        verdict = "none" if known else ""
        return Result(key, 0 if known else None, verdict=verdict, depth=Depth.INTERMEDIATE)
    told = f"{amount(flip.old)} → {amount(flip.new)}"
    return Result(
        key,
        abs(flip.new - flip.old),
        Unit.OF_5,
        f"{names[flip.of]}: {told}" if flip.of else told,
        verdict=flip.criterion,
        about=names[flip.winner],
        depth=Depth.INTERMEDIATE,
    )
