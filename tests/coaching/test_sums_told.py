"""Figures and sums as founders type them into a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from merging import laid_over

from coach.coaching.sums_told import Kind, figures, number, ratio
from coach.coaching.work_told import IN_A_MONTH, work

READ = [
    ("€1,250", 1250, Kind.MONEY),
    ("1 250 kr", 1250, Kind.MONEY),
    ("R$ 80", 80, Kind.MONEY),
    ("CHF 4.50", 4.5, Kind.MONEY),
    ("70 francs", 70, Kind.MONEY),
    ("0.7 %", 0.7, Kind.PERCENT),
    ("nine percent", 9, Kind.PERCENT),
    ("90 minutes", 1.5, Kind.WORK),
    ("two and a half hours", 2.5, Kind.WORK),
    ("half an hour", 0.5, Kind.WORK),
    ("18 months", 18, Kind.SPAN),
    ("two years", 24, Kind.SPAN),
    ("half a year", 6, Kind.SPAN),
    ("three winters", 36, Kind.SPAN),
    ("16:00", 16, Kind.CLOCK),
    ("7 am", 7, Kind.CLOCK),
    ("twenty-four ovens", 24, Kind.COUNT),
    ("two hundred and forty ovens", 240, Kind.COUNT),
    ("a dozen ovens", 12, Kind.COUNT),
    ("40k bites", 40_000, Kind.COUNT),
]


@pytest.mark.parametrize(("text", "value", "kind"), READ)
def test_a_figure_is_read_with_what_it_counts(text, value, kind):
    (figure,) = figures(f"We say {text} here.")
    assert (figure.value, figure.kind) == (pytest.approx(value), kind)


@pytest.mark.parametrize("text", ["", "one of us", "B2B", "some, many, a few", "v1.2.3b"])
def test_no_figure_is_made_up(text):
    assert figures(text) == ()


@given(st.text(max_size=200))
def test_any_text_can_be_read(text):
    for each in figures(text):
        assert 0 <= each.start < each.end <= len(text)
    work(text)


@pytest.mark.parametrize("text", ["3 of 412", "one in nine", "36 cracked out of 100", "1 from 8"])
def test_a_share_is_heard(text):
    assert ratio(text)


WORK = [
    ("30 shops × 4 visits × 45 minutes = 90 of 120 hours a month", 90, 120),
    ("That makes 310 hours a month. We have 240.", 310, 240),
    ("20 shops x 6 visits x 90 minutes, and we have 150 hours.", 180, 150),
    ("All 50 bakers want two visits a month, 60 minutes each; I can give 80 hours.", 100, 80),
    ("Each of 40 farms gets five nights a month, ten hours a night, by myself.", 2000, IN_A_MONTH),
    ("It takes 60 hours of the 90 that two people give", 60, 90),
    ("We need 40 hours a week and have 40 hours a week", 173.8, 173.8),
    ("One gown is six hours, 30 brides want one every other month, she has 80 hours", 90, 80),
    ("Each of 90 riders gets three quarters of an hour a month; together 50 hours", 67.5, 50),
    ("We ring 40 farms twelve times a month, half an hour a call. We have 90.", 240, 90),
    ("Every rider of our 90 gets a check each month, and the guard has 150 hours", None, 150),
    ("We need about 240 hours for that, and between us there are 150.", 240, 150),
    ("It works out at 52 hours a month; the crew can put in 38.", 52, 38),
    ("25 vessels, each gets 8 hours a month. Capacity: 150 hours.", 200, 150),
    ("It adds up to 300 hours a month where only 200 are there.", 300, 200),
    ("We would have to work 210 hours a month and have 140.", 210, 140),
    ("Forty boats, two visits each month, half an hour a visit; I manage 30 hours.", 40, 30),
    ("The year holds 12 fairs and one of us goes", None, None),
]


@pytest.mark.parametrize(("text", "needed", "capacity"), WORK)
def test_hours_needed_are_told_apart_from_hours_there_are(text, needed, capacity):
    told = work(text)
    assert (told.needed, told.capacity) == (
        pytest.approx(needed, rel=1e-3) if needed else None,
        pytest.approx(capacity, rel=1e-3) if capacity else None,
    )


def part(primary, **answers):
    return {"differentiation": {"primary": primary, **answers}}


OVEN = "Joints hold 180 kg, shop chairs 95. "
BAD = [
    (
        "DI06",
        part("quality", quality_measure=OVEN, reason="Oak takes €40 more, we ask €25 more."),
    ),
    (
        "DI06",
        part("quality", quality_measure=OVEN, reason="Oak eats €40 more; people pay €25 above."),
    ),
    (
        "DI06",
        part(
            "quality", quality_measure=OVEN + "Each costs us CHF 90 extra and sells CHF 60 above."
        ),
    ),
    (
        "DI08",
        part(
            "service",
            service_customers=None,
            service_promise="Mended by noon or free. 20 shops × 6 visits × 90 minutes; we have 150 "
            "hours.",
        ),
    ),
]


@pytest.mark.parametrize(("rule", "part"), BAD)
def test_a_sum_that_does_not_add_up_is_told(rule, part, good, found):
    hits = found(laid_over(good(), part))
    assert rule in [name for name, _ in hits], sorted(hits)


FINE = [
    ("DI06", part("quality", quality_measure=OVEN, reason="Oak takes €25 more, we ask €40 more.")),
    ("DI06", part("quality", quality_measure=OVEN, reason="A chair costs €90 and sells at €60.")),
    (
        "DI08",
        part(
            "service",
            service_customers=None,
            service_promise="Mended by noon or free: 50 of our 150 hours a month.",
        ),
    ),
]


@pytest.mark.parametrize(("rule", "part"), FINE)
def test_a_sum_that_adds_up_is_left_alone(rule, part, good, found):
    hits = found(laid_over(good(), part))
    assert rule not in [name for name, _ in hits], sorted(hits)


@pytest.mark.parametrize(
    ("text", "value"),
    [("zero", 0), ("0", 0), ("12", 12), ("1,200", 1200), ("forty", 40), ("2.5", 2.5), ("x", 0)],
)
def test_a_number_in_words_or_digits_has_a_value_and_none_is_nothing(text, value):
    assert number(text) == value
