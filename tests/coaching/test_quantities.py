"""How figures are read in the middle of a sentence."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.coaching.quantities import Sort, of_sort, quantities, years

NUMBERS = [
    ("€1,850 a month", Sort.MONEY, 1850, 1850, "€", "month"),
    ("about NZ$ 40 per curtain", Sort.MONEY, 40, 40, "NZ$", "curtain"),
    ("24 000 Ft", Sort.MONEY, 24_000, 24_000, "Ft", ""),
    ("1.850,50 €", Sort.MONEY, 1850.5, 1850.5, "€", ""),
    ("€20-40k", Sort.MONEY, 20_000, 40_000, "€", ""),
    ("sixty-five thousand euros", Sort.MONEY, 65_000, 65_000, "euros", ""),
    ("R 825 / visit", Sort.MONEY, 825, 825, "R", "visit"),
    ("12 per cent", Sort.PERCENT, 12, 12, "%", ""),
    ("40 to 60 % of them", Sort.PERCENT, 40, 60, "%", ""),
    ("one in nine", Sort.SHARE, 1 / 9, 1 / 9, "", ""),
    ("13 out of 26 said so", Sort.SHARE, 0.5, 0.5, "", ""),
    ("half of our orders", Sort.SHARE, 0.5, 0.5, "", ""),
    ("two thirds of the niche", Sort.SHARE, 2 / 3, 2 / 3, "", ""),
    ("every third sheet", Sort.SHARE, 1 / 3, 1 / 3, "", ""),
    ("between 4 and 6 weeks", Sort.TIME, 4, 6, "week", ""),
    ("a 15-minute answer", Sort.TIME, 15, 15, "minute", ""),
    ("half an hour", Sort.TIME, 0.5, 0.5, "hour", ""),
    ("1,6 hours a week", Sort.TIME, 1.6, 1.6, "hour", "week"),
    ("lost an hour", Sort.TIME, 1, 1, "hour", ""),
    ("open from 7:30", Sort.CLOCK, 7.5, 7.5, "", ""),
    ("by 3 pm", Sort.CLOCK, 15, 15, "", ""),
    ("since 2021", Sort.YEAR, 2021, 2021, "", ""),
    ("seasons 2019 to 2024", Sort.YEAR, 2019, 2024, "", ""),
    ("two hundred and five growers", Sort.COUNT, 205, 205, "grower", ""),
    ("a dozen", Sort.COUNT, 12, 12, "", ""),
    ("90k", Sort.COUNT, 90_000, 90_000, "", ""),
    ("twice a week", Sort.COUNT, 2, 2, "tim", "week"),
    ("once per term", Sort.COUNT, 1, 1, "tim", "term"),
]


@pytest.mark.parametrize(("text", "sort", "low", "high", "unit", "per"), NUMBERS)
def test_a_figure_is_read_with_what_stands_around_it(text, sort, low, high, unit, per):
    (read,) = quantities(text)
    assert (read.sort, read.value, read.high) == (sort, pytest.approx(low), pytest.approx(high))
    assert (read.unit, read.per) == (unit, per)


@pytest.mark.parametrize(
    "text",
    ["", "no one", "the second time", "in the third quarter", "B2B", "second-hand", "anyone"],
)
def test_what_is_no_figure_is_left_out(text):
    assert quantities(text) == ()


def test_a_sum_gives_each_of_its_figures():
    read = quantities("74 customers × 1.6 contacts × 25 min = 49 h of 120 h")
    assert [(each.value, each.unit) for each in read[:3]] == [
        (74, "customer"),
        (1.6, "contact"),
        (25, "minute"),
    ]


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("by 30 June 2026", date(2026, 6, 30)),
        ("on March 3, 2027", date(2027, 3, 3)),
        ("2026-10-01", date(2026, 10, 1)),
        ("in May 2025", date(2025, 5, 1)),
        ("on 1st of May", None),
        ("on 31 February 2026", None),
    ],
)
def test_days(text, on):
    (read,) = quantities(text)
    assert (read.sort, read.on) == (Sort.DAY, on)


def test_years_alone_and_in_days():
    assert years("2019 to 2021, closed on 3 May 2024; 1200 members") == (2019, 2021, 2024)


@pytest.mark.parametrize(
    ("text", "hours"), [("90 minutes", 1.5), ("3 weeks", 504), ("a day", 24), ("€3", None)]
)
def test_a_length_of_time_in_hours(text, hours):
    (read,) = quantities(text)
    assert read.hours == (None if hours is None else pytest.approx(hours))


def test_only_what_is_asked_for():
    text = "€60 for 3 hours, 40 % of it on 2 May 2026"
    assert [each.value for each in of_sort(text, Sort.MONEY, Sort.PERCENT)] == [60, 40]


@pytest.mark.parametrize("word", ["1 ", "one ", "hundred and ", "9", "1-", "12:30", " ", "1,000"])
def test_endless_figures_do_no_harm(word):
    assert all(abs(each.value) < float("inf") for each in quantities(word * 6_000))


@given(st.text(alphabet="0123456789 .,-–/%€ahkmotwe ofinper:th", max_size=40))
def test_whatever_is_typed_is_read_in_order_and_once(text):
    read = quantities(text)
    assert all(0 <= each.start < each.end <= len(text) for each in read)
    assert all(one.end <= other.start for one, other in itertools.pairwise(read))
    assert all(each.sort is not Sort.SHARE or 0 <= each.value <= each.high for each in read)
