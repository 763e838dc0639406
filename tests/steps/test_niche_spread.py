"""How far the surplus spreads: known shapes, the example of the method, and what must hold."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import UNITS
from strategies import numbers as figures

from coach.plan import Plan
from coach.steps.niche import pictures, spread
from coach.steps.niche.model import Niche
from coach.steps.niche.spread import INPUTS, Triple
from coach.values import Range

DENTAL = {
    "count": 1850,
    "reach": 50,
    "adoption": 12,
    "price": 420,
    "orders": 12,
    "unit_cost": 91.67,
    "fixed_cost": 96000,
}
ONE = {**dict.fromkeys(INPUTS, 1), "count": 1, "reach": 100, "adoption": 100}
"""One customer, one order: surplus is price − cost of an order − fixed cost."""


def niche(answers: dict[str, float], **ranges: tuple[float | None, float | None]) -> Niche:
    spans = {f"{key}_range": Range(low=low, high=high) for key, (low, high) in ranges.items()}
    return Niche.model_validate({**answers, **spans})


def card(of: Niche) -> dict[str, tuple[float | None, str]]:
    results = spread.ranges(Plan(depth="intermediate", niche=of))
    return {r.key: (r.value, r.verdict) for r in results}


def test_the_surplus_of_the_worked_example() -> None:
    values = [DENTAL[key] for key in INPUTS]
    assert spread.surplus(values) == pytest.approx(111 * 12 * 328.33 - 96_000)
    assert spread.income(values) == pytest.approx(559_440)


def test_without_a_range_there_is_one_outcome_and_nothing_to_draw() -> None:
    found = card(niche(DENTAL))
    for key in ("surplus_low", "surplus", "surplus_high"):
        assert found[key] == (pytest.approx(341_335.56), "")
    assert found["chance"] == (None, ""), "where nothing may vary there is no chance to tell"
    assert found["mover"] == (None, "")
    plan = Plan(niche=niche(DENTAL))
    assert pictures.surpluses(plan) is None
    assert pictures.movers(plan) is None


@pytest.mark.parametrize("missing", INPUTS)
def test_a_missing_figure_leaves_all_open(missing: str) -> None:
    found = card(niche({**DENTAL, missing: None}, price=(1, 2)))
    assert {value for value, _ in found.values()} == {None}


def test_a_triangular_input_has_its_known_percentiles() -> None:
    # From 0 over 10 to 10: the share below x is (x ÷ 10)², so half lie below 7.07.
    rising = spread.triangular(Triple(0, 10, 10), [0.1, 0.25, 0.5, 1])
    assert rising == pytest.approx([10 * 0.1**0.5, 5, 10 * 0.5**0.5, 10])
    # From 0 over 5 to 10: half below the middle, an eighth below 2.5.
    even = spread.triangular(Triple(0, 5, 10), [0.125, 0.5, 0.875])
    assert even == pytest.approx([2.5, 5, 7.5])
    assert spread.triangular(Triple(3, 3, 3), [0.1, 0.9]) == [3, 3]


def test_the_spread_of_one_input_is_that_input() -> None:
    # Surplus = price − 1 − 1, price from 0 over 0 to 10: below x lies 1 − (1 − x ÷ 10)².
    found = card(niche({**ONE, "price": 0}, price=(None, 10)))
    assert found["surplus_low"][0] == pytest.approx(10 * (1 - 0.9**0.5) - 2, abs=0.01)
    assert found["surplus"][0] == pytest.approx(10 * (1 - 0.5**0.5) - 2, abs=0.01)
    assert found["surplus_high"][0] == pytest.approx(10 * (1 - 0.1**0.5) - 2, abs=0.01)
    assert found["chance"][0] == pytest.approx(100 * 0.8**2, abs=0.1)  # price ≥ 2
    assert found["mover"] == (10, "price")


def test_two_inputs_are_drawn_on_their_own() -> None:
    # Price 0–10 less cost 0–10, both even: as often above 0 as below.
    of = niche(
        {**ONE, "price": 5, "unit_cost": 5, "fixed_cost": 0}, price=(0, 10), unit_cost=(0, 10)
    )
    assert card(of)["chance"][0] == pytest.approx(50, abs=2)
    assert card(of)["surplus"][0] == pytest.approx(0, abs=0.1)
    # Their difference is a sum of four even draws of 0–5, which is beyond 5 one time in 24.
    drawn = spread.spread(spread.triples(of) or ()).surplus
    assert sum(each > 5 for each in drawn) / len(drawn) == pytest.approx(1 / 24, abs=0.005)


def test_the_same_answers_give_the_same_figures() -> None:
    of = spread.triples(niche(DENTAL, price=(300, 500), adoption=(3, 15)))
    assert of is not None
    first = spread.spread(of)
    spread.spread.cache_clear()
    spread._strata.cache_clear()
    assert spread.spread(of) == first
    assert spread.spread(of) is spread.spread(of)


def test_ends_the_wrong_way_round_are_put_right_and_likely_stays_likely() -> None:
    swapped = spread.triples(niche(DENTAL, price=(500, 300)))
    outside = spread.triples(niche(DENTAL, price=(500, 600)))
    assert swapped is not None
    assert outside is not None
    assert swapped[3] == Triple(300, 420, 500)
    assert outside[3] == Triple(420, 420, 600)


def test_what_moves_it_most_comes_first_with_its_swing() -> None:
    of = niche(DENTAL, price=(400, 450), adoption=(3, 15), fixed_cost=(90_000, None))
    result = spread.ranges(Plan(niche=of))[-1]
    # 3 % are 27.75 customers and 15 % are 138.75, each leaving 12 × 328.33.
    assert (result.key, result.verdict) == ("mover", "adoption")
    assert result.value == pytest.approx(111 * 3939.96)
    assert result.figures == "3 → 15: €13,334 → €450,669"
    chart = pictures.movers(Plan(niche=of))
    assert chart is not None
    assert [swing.label for swing in chart.swings] == ["adoption", "price", "fixed_cost"]
    assert (chart.swings[2].low_at, chart.swings[2].high_at) == (90_000, 96_000)
    assert chart.base == pytest.approx(341_335.56)


def test_the_figures_show_every_range() -> None:
    of = niche(DENTAL, count=(1700, 1900), unit_cost=(None, 120))
    shown = {r.key: r.figures for r in spread.ranges(Plan(niche=of))}
    won = "1,700/1,850/1,900 × 50 % × 12 % × 12"
    assert shown["surplus"] == f"{won} × (420 − 91.67/91.67/120) − 96,000"
    assert shown["income"] == f"{won} × 420"
    assert shown["chance"] == "2,000 ÷ 2,000"
    assert shown["surplus_low"].startswith("10 % < €")


def test_the_histogram_counts_every_draw() -> None:
    chart = pictures.surpluses(Plan(niche=niche(DENTAL, adoption=(1, 20))))
    assert chart is not None
    assert sum(chart.counts) == spread.DRAWS
    assert len(chart.edges) == len(chart.counts) + 1
    assert chart.line == 0


ANSWERS = {
    **{key: figures(UNITS["niche", key]) for key in INPUTS},
    **{
        f"{key}_range": st.builds(
            Range,
            low=st.none() | figures(UNITS["niche", key]),
            high=st.none() | figures(UNITS["niche", key]),
        )
        for key in INPUTS
    },
}


@given(st.builds(Niche, **ANSWERS))
@settings(max_examples=50)
def test_whatever_is_typed_the_spread_holds_together(of: Niche) -> None:
    triples = spread.triples(of)
    assert triples is not None
    likely = spread.surplus([each.likely for each in triples])
    drawn = spread.spread(triples)
    assert list(drawn.surplus) == sorted(drawn.surplus)
    assert 0 <= drawn.carried <= spread.DRAWS
    found = card(of)
    low, middle, high = (found[key][0] for key in ("surplus_low", "surplus", "surplus_high"))
    assert low is not None
    assert middle is not None
    assert high is not None
    assert low <= middle <= high
    for move in spread.moves(triples):
        slack = 1e-9 * max(abs(move.low), abs(move.high))
        assert min(move.low, move.high) - slack <= likely <= max(move.low, move.high) + slack
    chart = pictures.surpluses(Plan(niche=of))
    assert chart is None or sum(chart.counts) == spread.DRAWS
