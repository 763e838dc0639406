"""How much hangs on few, checked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.plan import Plan
from coach.questions import Result
from coach.steps.risk import concentration, pictures
from coach.steps.risk.model import Share, ShareKind

CUSTOMER, CHANNEL = ShareKind.CUSTOMER, ShareKind.CHANNEL


def plan(kind: ShareKind, *shares: float | None) -> Plan:
    made = Plan()
    made.risk.shares = [
        Share(id=f"s{index}", name=f"No {index}", kind=kind, share=share)
        for index, share in enumerate(shares)
    ]
    return made


def computed(made: Plan) -> dict[str, Result]:
    return {result.key: result for result in concentration.concentration(made)}


@pytest.mark.parametrize(
    ("shares", "index", "band"),
    [
        ((60, 25, 15), 4_450, "concentrated"),
        ((20, 30, 50), 3_800, "concentrated"),
        ((50,), 2_500, "moderate"),
        ((30, 20, 15), 1_525, "moderate"),
        ((10, 10, 10), 300, "spread"),
        ((100,), 10_000, "concentrated"),
    ],
)
def test_herfindahl_is_the_sum_of_the_squares(
    shares: tuple[int, ...], index: int, band: str
) -> None:
    assert concentration.herfindahl(shares) == index
    assert concentration.concentration_band(index) == band
    result = computed(plan(CUSTOMER, *shares))["herfindahl_customer"]
    assert (result.value, result.verdict) == (index, band)


def test_the_figures_of_the_method() -> None:
    results = computed(plan(CUSTOMER, 15, 60, 25, None))
    assert results["herfindahl_customer"].figures == "60² + 25² + 15²"
    largest = results["largest_customer"]
    assert (largest.value, largest.verdict, largest.about) == (60, "most", "No 1")
    five = results["top_five_customer"]
    assert (five.value, five.verdict, five.figures) == (100, "large", "60 % + 25 % + 15 %")


@pytest.mark.parametrize(
    ("share", "verdict"), [(9.9, "small"), (10, "large"), (50, "large"), (50.1, "most")]
)
def test_the_largest_is_flagged_from_a_tenth_on(share: float, verdict: str) -> None:
    assert computed(plan(CHANNEL, share, 1))["largest_channel"].verdict == verdict


@pytest.mark.parametrize(("share", "verdict"), [(4.9, "small"), (5, "large")])
def test_the_top_five_are_flagged_from_a_quarter_on(share: float, verdict: str) -> None:
    assert computed(plan(CHANNEL, *[share] * 6))["top_five_channel"].verdict == verdict


def test_shares_that_come_to_more_than_all_are_said() -> None:
    assert computed(plan(CUSTOMER, 60, 60))["herfindahl_customer"].verdict == "over"
    tenths = (58.1, 41.8, 0.1)
    assert computed(plan(CUSTOMER, *tenths))["herfindahl_customer"].verdict != "over"


def test_each_kind_is_a_table_of_its_own() -> None:
    made = plan(CUSTOMER, 60)
    made.risk.shares += plan(CHANNEL, 40, 30).risk.shares
    results = computed(made)
    assert {key.rpartition("_")[2] for key in results} == {"customer", "channel"}
    assert results["herfindahl_channel"].value == 2_500
    everything = computed(Plan())
    assert {key.rpartition("_")[2] for key in everything} == set(ShareKind)
    assert all(r.value is None and r.figures == "?" for r in everything.values())


def test_the_picture_goes_kind_by_kind_and_marks_more_than_half() -> None:
    made = plan(CHANNEL, 30, 58)
    made.risk.shares += plan(CUSTOMER, 10, None).risk.shares
    chart = pictures.shares(made)
    assert chart is not None
    assert [(bar.value, bar.marked) for bar in chart.bars] == [
        (10, False), (58, True), (30, False),
    ]  # fmt: skip
    assert (chart.most, chart.line) == (100, 50)
    assert pictures.shares(Plan()) is None


@given(st.lists(st.integers(1, 1000), min_size=1, max_size=40))
def test_equal_shares_are_the_least_concentrated(parts: list[int]) -> None:
    shares = [100 * part / sum(parts) for part in parts]
    index = concentration.herfindahl(shares)
    assert index is not None
    assert 10_000 / len(parts) - 1e-6 <= index <= 10_000 + 1e-6
    assert index <= 100 * max(shares) + 1e-6
