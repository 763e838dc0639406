"""What the niche's figures look like."""

from itertools import pairwise
from typing import TYPE_CHECKING

from coach.charts.chart import Bar, Bars, Histogram, Swing, Tornado
from coach.figures import amount, percent
from coach.questions import Unit
from coach.steps.niche.model import SEGMENT_TESTS
from coach.steps.niche.ranking import GATE, attractiveness, called, comparison, failed
from coach.steps.niche.spread import moves, spread, surplus, triples

if TYPE_CHECKING:
    from coach.plan import Plan

BINS = 20
"""How many bars the histogram has."""


def ranking(plan: "Plan") -> Bars | None:
    """The candidates by attractiveness, best first, those that fail the gate last.

    Beside the winner stands its robustness; beside one that fails, the test that it fails
    (``1 < 2``). None until a candidate is fully scored.
    """
    compared = comparison(plan.niche, plan.level)
    shaken, winner = compared.robustness(), compared.standing.winner
    rows = []
    for each in plan.niche.candidates:
        scored = compared.table[each.id]
        value = attractiveness(compared.counts, scored)
        if value is None:
            continue
        low = [scored[key] for key in SEGMENT_TESTS if key in failed(scored)]
        note = f"{amount(min(low))} < {GATE}" if low else ""
        if each.id == winner and shaken:
            note = percent(100 * shaken[0] / shaken[1])
        rows.append((bool(low), -value, Bar(called(each), value, note, marked=each.id == winner)))
    if not rows:
        return None
    bars = tuple(bar for *_, bar in sorted(rows, key=lambda row: row[:2]))
    return Bars("ranking", bars, Unit.OF_5, most=5)


def surpluses(plan: "Plan") -> Histogram | None:
    """How often the yearly surplus falls where, beside the line at 0: fixed cost covered.

    None while an input is missing or no input has a range.
    """
    of = triples(plan.niche)
    drawn = spread(of).surplus if of else ()
    if not drawn:
        return None
    width = (drawn[-1] - drawn[0]) / BINS
    edges = (*(drawn[0] + width * index for index in range(BINS)), drawn[-1])
    if any(low >= high for low, high in pairwise(edges)):
        return None
    counts = [0] * BINS
    for each in drawn:
        counts[min(int((each - drawn[0]) / width), BINS - 1)] += 1
    reached = sum(each >= 0 for each in drawn)
    return Histogram("spread", edges, tuple(counts), Unit.MONEY, line=0, reached=reached)


def movers(plan: "Plan") -> Tornado | None:
    """The surplus with each input at its low and at its high, the widest first.

    None while an input is missing or no input has a range.
    """
    of = triples(plan.niche)
    found = moves(of) if of else ()
    if not of or not found:
        return None
    swings = tuple(Swing(m.key, m.low, m.high, m.low_at, m.high_at) for m in found)
    return Tornado("movers", surplus([each.likely for each in of]), swings, Unit.MONEY)
