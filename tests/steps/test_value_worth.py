"""Economic value and who keeps it, checked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.plan import Plan
from coach.steps.value import worth
from coach.steps.value.model import Effect, Side, Value


def better(amount: float | None) -> Effect:
    return Effect(side=Side.POSITIVE, amount=amount)


def worse(amount: float | None) -> Effect:
    return Effect(side=Side.NEGATIVE, amount=amount)


EXAMPLE = Value(
    reference_price=3_600, effects=[better(1_800), better(1_250), worse(400)], our_price=5_040
)
"""The worked example of the method."""


def test_the_worked_example() -> None:
    assert worth.economic_value(EXAMPLE) == 6_250
    assert worth.customer_gain(EXAMPLE) == 1_210
    assert worth.captured(EXAMPLE) == pytest.approx(54.34, abs=0.01)
    found = [(r.key, r.figures, r.verdict) for r in worth.worth(Plan(value=EXAMPLE))]
    assert found == [
        ("economic_value", "3,600 + 1,800 + 1,250 − 400", ""),
        ("customer_gain", "6,250 − 5,040", ""),
        ("captured", "(5,040 − 3,600) ÷ 2,650", ""),
        ("split", "€1,210 : €1,440", "shared"),
    ]


@pytest.mark.parametrize(
    ("price", "effects", "captured", "split"),
    [
        (3_600, [better(100)], 0, "shared"),
        (3_700, [better(100)], 100, "shared"),
        (3_701, [better(100)], 101, "over"),
        (3_500, [better(100)], -100, "below"),
        (3_600, [], None, "nothing"),
        (3_500, [worse(50)], None, "nothing"),
        (3_600, [worse(50)], None, "over"),
    ],
)
def test_who_gets_the_difference(
    price: float, effects: list[Effect], captured: float | None, split: str
) -> None:
    value = Value(reference_price=3_600, our_price=price, effects=effects)
    assert worth.captured(value) == captured
    assert worth.split(value) == split


@pytest.mark.parametrize("row", [Effect(name="Calm"), better(None), Effect(amount=5)])
def test_a_row_that_is_not_finished_leaves_all_open(row: Effect) -> None:
    value = EXAMPLE.model_copy(update={"effects": [better(10), row]})
    results = worth.worth(Plan(value=value))
    assert {result.value for result in results} == {None}
    assert "?" in results[0].figures


def test_an_empty_row_counts_for_nothing() -> None:
    value = EXAMPLE.model_copy(update={"effects": [*EXAMPLE.effects, Effect()]})
    assert worth.economic_value(value) == 6_250


EFFECTS = st.lists(
    st.builds(Effect, side=st.sampled_from(Side), amount=st.integers(0, 10**9)), max_size=5
)


@given(st.integers(0, 10**9), EFFECTS, st.integers(0, 10**9))
def test_what_both_get_together_is_the_whole_difference(
    reference: int, effects: list[Effect], price: int
) -> None:
    value = Value(reference_price=reference, effects=effects, our_price=price)
    net, gain, share = worth.differentiation(value), worth.customer_gain(value), None
    assert net is not None
    assert gain is not None
    assert gain + (price - reference) == net
    share = worth.captured(value)
    assert (share is None) == (net <= 0)
    if share is not None:
        assert share * net / 100 == pytest.approx(price - reference, abs=1e-3)
        assert (share > 100) == (gain < 0)
    assert (worth.split(value) == "over") == (gain < 0)
