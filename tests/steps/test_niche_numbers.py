"""What the niche's figures come to, checked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import numbers as figures
from strategies import texts

from coach.plan import Plan
from coach.questions import Result, Unit
from coach.steps.niche import numbers
from coach.steps.niche.model import Candidate, Neighbour, Niche, NicheSentence, Variable

DENTAL = Niche(
    count=1850, reach=50, adoption=12, price=420, orders=12, unit_cost=91.67, fixed_cost=96000
)
"""The worked example of the method: 1,850 practices, half reached, 12 % buy at €420 a month."""

INPUTS = ("count", "reach", "adoption", "price", "orders", "unit_cost", "fixed_cost")


def sized(niche: Niche) -> tuple[Result, ...]:
    """What the size card shows of this niche."""
    return numbers.sizing(Plan(niche=niche))


def test_the_worked_example() -> None:
    found = {result.key: result for result in sized(DENTAL)}
    assert {key: result.value for key, result in found.items()} == {
        "reachable": 925,
        "customers": 111,
        "revenue": 559_440,
        "break_even": 25,
        "surplus": pytest.approx(341_335.56),
        "carry_ratio": pytest.approx(2.7, abs=0.01),
        "carries": pytest.approx(2.7, abs=0.01),
    }
    assert {key: result.figures for key, result in found.items()} == {
        "reachable": "1,850 × 50 %",
        "customers": "925 × 12 %",
        "revenue": "111 × 12 × 420",
        "break_even": "96,000 ÷ (12 × (420 − 91.67))",
        "surplus": "111 × 12 × (420 − 91.67) − 96,000",
        "carry_ratio": "25 ÷ 925",
        "carries": "2.7 %",
    }
    assert found["carries"].verdict == "comfortable"
    assert found["revenue"].unit is Unit.MONEY
    assert found["carry_ratio"].unit is Unit.PERCENT
    assert numbers.margin(DENTAL) == pytest.approx(3939.96)


def test_customers_are_whole_people() -> None:
    niche = Niche(count=100, reach=33.3, adoption=10)
    assert numbers.reachable(niche) == 33
    assert numbers.customers(niche) == 3


def test_binary_fractions_neither_lose_nor_gain_a_customer() -> None:
    assert numbers.reachable(Niche(count=100, reach=29)) == 29  # 100 * 0.29 is 28.999…
    assert numbers.reachable(Niche(count=1000, reach=0.7)) == 7
    niche = Niche(orders=1, price=1.1, unit_cost=1.0, fixed_cost=1)
    assert numbers.break_even(niche) == 10  # 1 / 0.1000…09 is 9.99…


@pytest.mark.parametrize(("fixed", "needed"), [(100, 10), (101, 11), (0, 0), (0.01, 1)])
def test_break_even_is_rounded_up(fixed: float, needed: int) -> None:
    niche = Niche(orders=1, price=20, unit_cost=10, fixed_cost=fixed)
    assert numbers.break_even(niche) == needed


@pytest.mark.parametrize(("cost", "without_fixed_cost"), [(420, 0), (500, float("inf"))])
def test_without_a_margin_no_number_reaches_break_even(
    cost: int, without_fixed_cost: float
) -> None:
    niche = DENTAL.model_copy(update={"unit_cost": cost})
    assert numbers.break_even(niche) == float("inf")
    assert numbers.carry_ratio(niche) == float("inf")
    assert numbers.break_even(niche.model_copy(update={"fixed_cost": 0})) == without_fixed_cost


def test_where_nobody_is_reached_nothing_carries() -> None:
    niche = DENTAL.model_copy(update={"reach": 0})
    assert numbers.carry_ratio(niche) == float("inf")
    assert numbers.revenue(niche) == 0
    assert numbers.carry_ratio(niche.model_copy(update={"fixed_cost": 0})) == 0


@pytest.mark.parametrize("missing", INPUTS)
def test_a_missing_input_leaves_its_figures_open_and_shows_where(missing: str) -> None:
    results = sized(DENTAL.model_copy(update={missing: None}))
    open_results = [result for result in results if result.value is None]
    assert open_results
    assert all("?" in result.figures for result in open_results)
    assert all("?" not in result.figures for result in results if result.value is not None)


def test_an_empty_niche_computes_nothing() -> None:
    assert [result.value for result in sized(Niche())] == [None] * 7
    assert not any(result.verdict for result in sized(Niche()))


@pytest.mark.parametrize(
    ("ratio", "verdict"),
    [
        (0, "comfortable"),
        (0.10, "comfortable"),
        (0.11, "tight"),
        (0.25, "tight"),
        (0.26, "poor"),
        (1, "poor"),
        (1.01, "cannot"),
        (float("inf"), "cannot"),
    ],
)
def test_the_bands_of_the_carry_ratio(ratio: float, verdict: str) -> None:
    assert numbers.band(ratio) == verdict


def test_a_margin_too_small_to_divide_by_breaks_even_nowhere() -> None:
    niche = Niche(orders=5e-324, price=1, unit_cost=0, fixed_cost=10**15)
    assert numbers.break_even(niche) == float("inf")


@given(fixed=st.integers(0, 10**6), price=st.integers(2, 500), orders=st.integers(1, 52))
def test_at_break_even_the_cost_is_paid_and_one_customer_fewer_does_not_pay_it(
    fixed: int, price: int, orders: int
) -> None:
    niche = Niche(orders=orders, price=price, unit_cost=1, fixed_cost=fixed)
    needed, left = numbers.break_even(niche), numbers.margin(niche)
    assert needed is not None
    assert left is not None
    assert needed * left >= fixed
    assert needed == 0 or (needed - 1) * left < fixed


def test_a_niche_is_specific_by_kinds_of_traits_and_concrete_words() -> None:
    chosen = Candidate(id="k1", variables=[Variable.ROLE, Variable.SIZE, Variable.USAGE])
    sentence = NicheSentence(
        who="dental practices in Flanders with 3–10 chairs",
        situation="after a data scare, with no IT staff",
        channel="two study clubs, ISO courses, QuickBooks users in Flanders",
    )
    niche = Niche(candidates=[chosen], chosen="k1", sentence=sentence)
    assert numbers.families(niche) == ("behavioural", "firmographic")
    assert numbers.tokens(sentence) == ("Flanders", "3", "10", "ISO", "QuickBooks")
    assert numbers.specificity(niche) == 7
    tokens, specificity = numbers.specifics(Plan(niche=niche))
    assert tokens.figures == "Flanders, 3, 10, ISO, QuickBooks"
    assert specificity.figures == "2 + 5"


def test_a_niche_of_which_nothing_is_said_has_no_specificity() -> None:
    assert numbers.specificity(Niche()) is None
    assert numbers.specificity(Niche(sentence=NicheSentence(who="Everybody"))) == 0


@given(st.builds(NicheSentence, who=texts(), situation=texts(), channel=texts()))
def test_each_concrete_word_counts_once_and_stands_in_the_sentence(sentence: NicheSentence) -> None:
    found = numbers.tokens(sentence)
    assert len(set(found)) == len(found)
    said = (sentence.who, sentence.situation, sentence.channel)
    assert all(any(word in text for text in said) for word in found)


def test_a_neighbour_is_as_near_as_what_is_shared() -> None:
    near = Neighbour(id="k1", skill=5, channel=4, buyer=5, technology=2)
    open_yet = Neighbour(id="k2", skill=5, buyer=3, technology=1)
    first, second = numbers.next_door(Plan(niche=Niche(adjacent=[near, open_yet])))
    assert (first.value, first.figures, first.record) == (4, "(5 + 4 + 5 + 2) ÷ 4", "k1")
    assert (second.value, second.figures, second.record) == (None, "(5 + ? + 3 + 1) ÷ 4", "k2")


@given(st.lists(figures(Unit.OF_5), min_size=4, max_size=4))
def test_nearness_lies_between_the_ratings(rated: list[int]) -> None:
    skill, channel, buyer, technology = rated
    each = Neighbour(skill=skill, channel=channel, buyer=buyer, technology=technology)
    found = numbers.readiness(each)
    assert found is not None
    assert min(rated) <= found <= max(rated)
