"""The risks as bars and on the board, checked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.plan import Plan
from coach.steps.risk import pictures
from coach.steps.risk.model import Risk, RiskStatus
from coach.values import Range

FIRE = Risk(event="Fire", probability=2, impact=50_000)
QUIT = Risk(event="Two\nleave", probability=25, impact=20_000)
OPEN = Risk(event="Open", probability=10)
GONE = Risk(event="Gone", probability=90, impact=90_000, status=RiskStatus.CLOSED)


def plan(*risks: Risk, reserve: float | None = None) -> Plan:
    made = Plan()
    made.risk.risks, made.risk.reserve = list(risks), reserve
    return made


def test_the_bars_go_by_expected_loss_and_mark_what_ruins() -> None:
    chart = pictures.losses(plan(FIRE, OPEN, QUIT, GONE, reserve=40_000))
    assert chart is not None
    assert [(bar.label, bar.value, bar.marked) for bar in chart.bars] == [
        ("Two leave", 5_000, False),
        ("Fire", 1_000, True),
    ]
    unmarked = pictures.losses(plan(FIRE))
    assert unmarked is not None
    assert not any(bar.marked for bar in unmarked.bars)
    assert pictures.losses(plan(OPEN)) is None


@pytest.mark.parametrize(
    ("percent", "square"),
    [(0, 1), (10, 1), (10.1, 2), (30, 2), (50, 3), (70, 4), (70.5, 5), (100, 5)],
)
def test_an_upper_end_belongs_to_its_column(percent: float, square: int) -> None:
    assert pictures.square_of(percent, pictures.CHANCES) == square


def test_the_board_measures_by_the_reserve() -> None:
    chart = pictures.board(plan(FIRE, QUIT, OPEN, GONE, reserve=40_000))
    assert chart is not None
    assert chart.squares == {(1, 5): ("Fire",), (2, 3): ("Two leave",)}


def test_without_a_reserve_the_board_measures_by_the_largest() -> None:
    for reserve in (None, 0):
        chart = pictures.board(plan(FIRE, QUIT, reserve=reserve))
        assert chart is not None
        assert chart.squares == {(1, 5): ("Fire",), (2, 2): ("Two leave",)}
    free = pictures.board(plan(Risk(event="x", probability=50, impact=0)))
    assert free is not None
    assert free.squares == {(3, 1): ("x",)}
    assert pictures.board(plan(OPEN)) is None


def test_a_range_moves_a_risk_on_the_board() -> None:
    wide = Risk(
        event="x", probability=10, probability_range=Range(low=5, high=60),
        impact=10, impact_range=Range(low=5, high=90),
    )  # fmt: skip
    chart = pictures.board(plan(wide, reserve=100))
    assert chart is not None
    assert chart.squares == {(2, 2): ("x",)}  # 17.5 % and 22.5


def test_risks_in_one_square_stand_together() -> None:
    chart = pictures.board(plan(FIRE, FIRE, reserve=40_000))
    assert chart is not None
    assert chart.squares == {(1, 5): ("Fire", "Fire")}


@given(
    st.lists(st.tuples(st.floats(0, 100), st.floats(0, 10**15)), max_size=8),
    st.none() | st.floats(0, 10**15),
)
def test_every_risk_lies_on_the_board_once(
    rows: list[tuple[float, float]], reserve: float | None
) -> None:
    risks = [Risk(event=str(n), probability=p, impact=i) for n, (p, i) in enumerate(rows)]
    chart = pictures.board(plan(*risks, reserve=reserve))
    if chart is None:
        assert not rows
        return
    assert all(1 <= column <= 5 and 1 <= row <= 5 for column, row in chart.squares)
    placed = [label for labels in chart.squares.values() for label in labels]
    assert sorted(placed) == sorted(str(n) for n in range(len(rows)))
