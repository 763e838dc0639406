"""Figures as people read them."""

import pytest

from coach.figures import amount, chain, money, percent

INF = float("inf")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "?"),
        (0, "0"),
        (1850, "1,850"),
        (559440.0, "559,440"),
        (33.3333, "33.33"),
        (91.6667, "91.67"),
        (0.5, "0.5"),
        (99.999, "100"),
        (123.4, "123.4"),
        (370 / 3, "123"),
        (12345.67, "12,346"),
        (1234567.8, "1,234,568"),
        (0.001, "0"),
        (INF, "no number reaches it"),
        (float("nan"), "no number reaches it"),
    ],
)
def test_amount(value: float | None, shown: str) -> None:
    assert amount(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "?"),
        (50, "50 %"),
        (2.7027, "2.7 %"),
        (0, "0 %"),
        (100.4, "100 %"),
        (INF, amount(INF)),
        (0.04, "< 0.1 %"),
        (0.1, "0.1 %"),
    ],
)
def test_percent(value: float | None, shown: str) -> None:
    assert percent(value) == shown


@pytest.mark.parametrize(
    ("value", "currency", "shown"),
    [
        (None, "€", "?"),
        (559440, "€", "€559,440"),
        (1200, "CHF", "CHF 1,200"),
        (-91.67, "$", "−$91.67"),
        (420, "", "420"),
        (140.5, "€", "€140.50"),
        (-59.5, "€", "−€59.50"),
        (12 * 11.7, "€", "€140.40"),
        (1000 / 3, "€", "€333"),
        (100 / 3, "€", "€33.33"),
        (559440.25, "€", "€559,440"),
        (INF, "€", amount(INF)),
    ],
)
def test_money(value: float | None, currency: str, shown: str) -> None:
    assert money(value, currency) == shown


def test_of_a_long_formula_the_first_terms_and_the_last_are_shown() -> None:
    assert chain([]) == ""
    assert chain(["1", "2"]) == "1 + 2"
    assert chain(list("1234567")) == "1 + 2 + 3 + 4 + 5 + 6 + 7"
    assert chain(list("12345678"), ", ") == "1, 2, 3, 4, …, 8"
