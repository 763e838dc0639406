"""From typed text to an answer and back."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach import answers
from coach.answers import BadAnswer, parse, show
from coach.questions import Field, Kind, Unit
from coach.steps.differentiation.model import Type
from coach.text import MAX_ANSWER, clean_text
from coach.values import Status

TEXT = Field("text")
NUMBER = Field("number", Kind.NUMBER)
PERCENT = Field("percent", Kind.NUMBER, unit=Unit.PERCENT)
MONEY = Field("money", Kind.NUMBER, unit=Unit.MONEY)
PEOPLE = Field("people", Kind.NUMBER, unit=Unit.PEOPLE)
POINTS = Field("points", Kind.NUMBER, unit=Unit.POINTS)
TRUE = Field("true", Kind.NUMBER, unit=Unit.TRUE)
OF_5 = Field("of_5", Kind.NUMBER, unit=Unit.OF_5)
DATE = Field("date", Kind.DATE)
CHOICE = Field("type", Kind.CHOICE, options=tuple(Type))
CHOICES = Field("types", Kind.CHOICE, options=tuple(Type), most=2)
PICK = Field("chosen", Kind.CHOICE, pick="candidates")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("", None),
        ("   ", None),
        ("0", 0),
        ("1850", 1850),
        ("1,850", 1850),
        ("1 850", 1850),
        ("1\u202f850", 1850),
        ("1'850", 1850),
        ("1_850", 1850),
        ("12 345", 12345),
        ("1 234 567", 1234567),
        ("1 250,5", 1250.5),
        ("12\u00a0345.25 €", 12345.25),
        ("+ 5", 5),
        ("− 0", 0),
        ("12 345 k", 12_345_000),
        ("1,234,567.5", 1234567.5),
        ("1.234.567", 1234567),
        ("1.234,56", 1234.56),
        ("91.67", 91.67),
        ("91,67", 91.67),
        ("0.125", 0.125),
        ("0,125", 0.125),
        ("12.5000", 12.5),
        ("1.2340", 1.234),
        (".5", 0.5),
        ("5.", 5),
        ("+5", 5),
        ("12k", 12_000),
        ("1.5 k", 1500),
        ("1.0050k", 1005),
        ("2M", 2_000_000),
        ("€420", 420),
        ("420 €", 420),
        ("$ 1,200", 1200),
        ("5 %", 5),
        ("3.0", 3),
        ("1" + "0" * 15, 10**15),
    ],
)
def test_numbers_as_people_type_them(typed: str, number: float | None) -> None:
    found = parse(NUMBER, typed)
    assert found == number
    assert isinstance(found, float) == (isinstance(number, float))


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        (NUMBER, "many", "a number is expected, such as 1850"),
        (NUMBER, "about 5", "a number is expected"),
        (NUMBER, "1..5", "a number is expected"),
        (NUMBER, "1,234,56", "a number is expected"),
        (NUMBER, "1e5", "a number is expected"),
        (NUMBER, "5 4 3", "a number is expected"),
        (NUMBER, "1 25", "a number is expected"),
        (NUMBER, "1 2500", "a number is expected"),
        (NUMBER, "1250 000", "a number is expected"),
        (NUMBER, "0 250", "a number is expected"),
        (NUMBER, "1.5 000", "a number is expected"),
        (NUMBER, "1'2", "a number is expected"),
        (TRUE, "0 1", "such as 1"),
        (OF_5, "0 4", "such as 4"),
        (NUMBER, "nan", "a number is expected"),
        (NUMBER, "k", "a number is expected"),
        (NUMBER, "-", "a number is expected"),
        (NUMBER, "-5", "0 or more"),
        (NUMBER, "−5", "0 or more"),
        (NUMBER, "9" * 30, "larger than any market"),
        (NUMBER, "9" * MAX_ANSWER, "a number is expected"),
        (NUMBER, "1" * (MAX_ANSWER + 1), "an answer holds 200,000"),
        (NUMBER, "1.234", "1.234 can be read in two ways: type 1234 or 1.2340"),
        (NUMBER, "1.200", "1.200 can be read in two ways: type 1200 or 1.2"),
        (MONEY, "€2.000", "type 2000 or 2"),
        (NUMBER, "1.850k", "type 1850k or 1.85k"),
        (PEOPLE, "1.850k", "type 1850k or 1.85k"),
        (PERCENT, "101", "a percentage from 0 to 100 is expected, not 101"),
        (PERCENT, "x", "such as 12"),
        (MONEY, "x", "such as 420"),
        (POINTS, "2.5", "a whole number is expected"),
        (DATE, "soon", "a day is expected, such as 2027-01-31"),
        (DATE, "2027-02-30", "a day is expected"),
        (DATE, "31 Foo 2027", "a day is expected"),
        (DATE, "31 Feb 2027", "a day is expected"),
        (DATE, "01/02/2027", "can be read in two ways: type 2027-02-01 or 2027-01-02"),
        (DATE, "30/31/2027", "a day is expected"),
        (DATE, "1/1/0000", "a day is expected"),
        (CHOICE, "cheap", "'cheap' is no choice: expected cost, quality, service, niche"),
        (CHOICE, "cost, quality", "at most 1"),
        (CHOICES, "cost, quality, service", "at most 2"),
        (TEXT, "x" * (MAX_ANSWER + 1), "that is 200,001 characters"),
        (Field("c", Kind.CLAIM), "x", "c has parts: set status, source, date, points"),
        (Field("r", Kind.RECORDS, of=(TEXT,)), "x", "r has parts: set text"),
    ],
)
def test_what_is_no_answer_is_told_in_one_line(field: Field, typed: str, told: str) -> None:
    with pytest.raises(BadAnswer) as refused:
        parse(field, typed)
    assert told in str(refused.value)
    assert len(str(refused.value)) < 200


def test_what_a_refusal_offers_is_taken() -> None:
    assert parse(NUMBER, "1234") == 1234
    assert parse(NUMBER, "1.2340") == 1.234
    assert parse(NUMBER, "1200") == 1200
    assert parse(NUMBER, "1.2") == 1.2
    assert parse(NUMBER, "1.85k") == 1850


@pytest.mark.parametrize("unit", [Unit.PEOPLE, Unit.CUSTOMERS, Unit.POINTS])
def test_of_what_is_counted_in_wholes_there_is_no_thousandth(unit: Unit) -> None:
    field = Field("count", Kind.NUMBER, unit=unit)
    assert parse(field, "1.200") == 1200
    assert parse(field, "12.345") == 12_345


@pytest.mark.parametrize("typed", ["CHF 1,200", "1200 CHF", "1200CHF"])
def test_the_plan_s_own_currency_may_stand_beside_a_number(typed: str) -> None:
    assert parse(MONEY, typed, "CHF") == 1200
    with pytest.raises(BadAnswer):
        parse(MONEY, typed, "SEK")


@pytest.mark.parametrize(
    "typed", ["420 euro", "Euro 420", "EUR 420", "420eur", "420 Euros", "420 €"]
)
def test_a_currency_may_be_called_by_its_name(typed: str) -> None:
    assert parse(MONEY, typed, "€") == 420
    with pytest.raises(BadAnswer):
        parse(MONEY, "420 dollars", "€")


@pytest.mark.parametrize(
    "typed",
    [
        "2027-01-31",
        "31.01.2027",
        "31.1.2027",
        "31 Jan 2027",
        "31. january 2027",
        "31/1/2027",
        "01/31/2027",
        "31 JANUARY 2027",
        " 31  Jan.,  2027 ",
    ],
)
def test_days_as_people_type_them(typed: str) -> None:
    assert parse(DATE, typed) == dt.date(2027, 1, 31)


def test_september_has_two_short_names() -> None:
    assert parse(DATE, "1 Sept 2026") == parse(DATE, "1 Sep 2026") == dt.date(2026, 9, 1)


def test_choices_become_the_option_itself() -> None:
    assert parse(CHOICE, "cost") is Type.COST
    assert parse(CHOICE, " niche ") is Type.NICHE
    assert parse(CHOICES, "cost, quality, cost") == [Type.COST, Type.QUALITY]
    assert all(isinstance(each, Type) for each in parse(CHOICES, "cost,quality"))
    assert parse(PICK, "k12345") == "k12345"


@pytest.mark.parametrize(
    ("field", "nothing"),
    [(TEXT, ""), (NUMBER, None), (DATE, None), (CHOICE, None), (CHOICES, []), (PICK, "")],
)
def test_empty_text_is_no_answer(field: Field, nothing: Any) -> None:
    assert parse(field, "") == nothing
    assert show(nothing) == ""


def test_text_is_cleaned_and_otherwise_kept() -> None:
    assert parse(TEXT, " a\r\n\x1b[b]\n") == " a\n[b]\n"


WHOLE = st.integers(0, 10**15)
BROKEN = st.floats(1e-9, 1e12).filter(lambda number: number != int(number))


@given(WHOLE | BROKEN, st.sampled_from([NUMBER, MONEY, PEOPLE]))
def test_a_number_shown_is_read_back_the_same(number: float, field: Field) -> None:
    assert parse(field, show(number)) == number


@given(st.integers(0, 999).map(lambda n: n + 0.125) | st.sampled_from([1.234, 1e-05, 1234.5]))
def test_numbers_that_look_like_thousands_are_shown_unmistakably(number: float) -> None:
    assert parse(NUMBER, show(number)) == parse(PEOPLE, show(number)) == number


@given(st.dates(dt.date(1000, 1, 1)))
def test_a_day_shown_is_read_back_the_same(day: dt.date) -> None:
    assert parse(DATE, show(day)) == day


@given(st.lists(st.sampled_from(Type), max_size=2, unique=True))
def test_choices_shown_are_read_back_the_same(chosen: list[Type]) -> None:
    assert parse(CHOICES, show(chosen)) == chosen


@given(st.sampled_from(Status))
def test_a_status_shown_is_read_back_the_same(status: Status) -> None:
    assert parse(Field("status", Kind.CHOICE, options=tuple(Status)), show(status)) is status


@given(st.text())
def test_text_shown_is_read_back_the_same(text: str) -> None:
    assert parse(TEXT, show(clean_text(text))) == clean_text(text)


@given(st.text(max_size=100), st.sampled_from([NUMBER, PERCENT, PEOPLE, DATE, CHOICE, CHOICES]))
def test_any_text_is_an_answer_or_politely_refused(text: str, field: Field) -> None:
    try:
        value = parse(field, text)
    except BadAnswer:
        return
    assert parse(field, show(value)) == value


def test_every_month_has_its_short_name() -> None:
    assert [parse(DATE, f"1 {name} 2026").month for name in answers.MONTHS] == list(range(1, 13))
