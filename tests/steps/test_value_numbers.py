"""Proof, forces, measure, statement and rival swap, checked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

from coach.charts.chart import Bar
from coach.plan import Plan
from coach.questions import Result
from coach.steps.value import numbers, pictures
from coach.steps.value.model import CLAUSES, Alternative, Attribute, Statement, Value
from coach.values import Claim, Grid, Status


def shown(results: tuple[Result, ...]) -> dict[tuple[str, str], Result]:
    return {(result.key, result.record or result.about): result for result in results}


@pytest.mark.parametrize(
    ("status", "points", "proof"),
    [
        (Status.ASSUMED, 9, 0),
        (Status.DESK, 5, 20),
        (Status.HEARD, 14, 40),
        (Status.OBSERVED, 2, 24),
        (Status.COMMITTED, 5, 80),
        (Status.PAID, 1, 20),
        (Status.PAID, None, 0),
    ],
)
def test_the_strength_of_proof(status: Status, points: int | None, proof: float) -> None:
    assert numbers.proof(Claim(status=status, points=points)) == pytest.approx(proof)


@given(st.sampled_from(Status), st.integers(0, 10**6))
def test_more_data_points_never_weaken_a_proof(status: Status, points: int) -> None:
    here = numbers.proof(Claim(status=status, points=points))
    assert 0 <= here <= numbers.proof(Claim(status=status, points=points + 1)) <= 100


STRONG = Attribute(id="k1", name="Incident library", proof=Claim(status=Status.PAID, points=22))
WEAK = Attribute(id="k2", name="Speaks dentist", proof=Claim(status=Status.HEARD, points=3))
BLANK = Attribute(id="k3")


def test_the_weakest_proof_sets_the_grade() -> None:
    found = shown(numbers.attributes(Plan(value=Value(attributes=[STRONG, WEAK, BLANK]))))
    assert found["proof", "k1"].value == 100
    assert found["proof", "k2"].value == pytest.approx(24)
    assert found["proof", "k2"].figures == "2 ÷ 5 × 3 ÷ 5"
    assert found["proof", "k3"].value is None
    assert found["weakest", "Speaks dentist"].value == pytest.approx(24)


@given(st.lists(st.tuples(texts(5), st.builds(Claim, status=st.sampled_from(Status)))))
def test_no_claim_is_weaker_than_the_weakest(claims: list[tuple[str, Claim]]) -> None:
    found = numbers.weakest(claims)
    assert (found is None) == (not claims)
    assert found is None or all(found[1].strength <= claim.strength for _, claim in claims)


@pytest.mark.parametrize(
    ("rated", "balance", "verdict"),
    [((4, 4, 3, 2), 3, "move"), ((3, 2, 3, 2), 0, "stay"), ((1, 1, 5, 4), -7, "stay")],
)
def test_the_balance_of_forces(
    rated: tuple[int, int, int, int], balance: int, verdict: str
) -> None:
    push, pull, anxiety, habit = rated
    value = Value(
        push_strength=push, pull_strength=pull, anxiety_strength=anxiety, habit_strength=habit
    )
    net, tips = numbers.forces(Plan(value=value))
    assert (net.value, net.figures) == (balance, f"({push} + {pull}) − ({anxiety} + {habit})")
    assert tips.verdict == verdict
    chart = pictures.forces(Plan(value=value))
    assert chart is not None
    assert chart.bars == (
        Bar("push", push, worded=True),
        Bar("pull", pull, worded=True),
        Bar("anxiety", -anxiety, worded=True),
        Bar("habit", -habit, worded=True),
    )


def test_forces_that_are_not_rated_leave_the_balance_open() -> None:
    value = Value(push_strength=3, habit_strength=0)
    assert numbers.balance(value) is None
    chart = pictures.forces(Plan(value=value))
    assert chart is not None
    assert [bar.label for bar in chart.bars] == ["push", "habit"]


@given(*[st.integers(0, 5)] * 4)
def test_the_balance_is_the_sum_of_the_bars(a: int, b: int, c: int, d: int) -> None:
    value = Value(push_strength=a, pull_strength=b, anxiety_strength=c, habit_strength=d)
    chart = pictures.forces(Plan(value=value))
    assert chart is not None
    assert numbers.balance(value) == sum(bar.value for bar in chart.bars)


def test_the_promise_is_as_strong_as_its_proof() -> None:
    claim = Claim(status=Status.OBSERVED, points=22)
    (found,) = numbers.promise(Plan(value=Value(promise="Answers", promise_claim=claim)))
    assert (found.value, found.figures) == (pytest.approx(60), "3 ÷ 5 × 5 ÷ 5")
    assert numbers.promise(Plan(value=Value(promise_claim=claim)))[0].value is None


@pytest.mark.parametrize(
    ("baseline", "target", "change", "share"),
    [(48, 0.25, -47.75, -99.479166), (2, 6, 4, 200), (0, 5, 5, None), (5, None, None, None)],
)
def test_the_promised_change(
    baseline: float, target: float | None, change: float | None, share: float | None
) -> None:
    moved, part = numbers.measure(Plan(value=Value(baseline=baseline, target=target)))
    assert moved.value == change
    assert part.value == (None if share is None else pytest.approx(share))


@given(st.integers(1, 10**9), st.integers(0, 10**9))
def test_the_baseline_and_its_change_in_percent_give_the_target(baseline: int, goal: int) -> None:
    share = numbers.change_share(Value(baseline=baseline, target=goal))
    assert share is not None
    assert baseline * (1 + share / 100) == pytest.approx(goal, abs=1e-3)


STATEMENT = Statement(
    audience="dental practices",
    need="cannot wait days",
    benefit="puts an expert on the phone in 15 minutes",
    difference="have a library of 340 incidents",
)


def test_what_is_counted_of_the_statement() -> None:
    value = Value(
        statement=STATEMENT,
        promise="Answers within 15 minutes",
        promise_claim=Claim(status=Status.PAID, points=9),
        attributes=[WEAK, STRONG.model_copy(update={"proof": Claim(status=Status.DESK, points=5)})],
        ten_words="An expert on the phone in 15 minutes, every day, always",
        thirty_words="An expert on the phone",
    )
    found = {result.key: result for result in numbers.statement(Plan(value=value))}
    assert (found["words"].value, found["words"].figures) == (20, "2 + 3 + 9 + 6")
    assert (found["figures"].value, found["figures"].figures) == (2, "15, 340")
    # "Speaks dentist" is not in it; "Incident library" is, and has less proof than the promise.
    assert (found["weakest"].value, found["weakest"].about) == (20, "Incident library")
    assert (found["ten_words"].verdict, found["ten_words"].figures) == ("long", "11 > 10")
    assert (found["thirty_words"].verdict, found["thirty_words"].figures) == ("fits", "5 ≤ 30")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("between 16:00 and 17:30, for €1,850", ("16:00", "17:30", "1,850")),
        ("3.5 hours, 90k boards", ("3.5", "90k")),
        ("in 15 minutes. 7 of 9 came", ("15", "7", "9")),
        ("no figure, B2B", ()),
    ],
)
def test_a_figure_is_counted_once_with_what_stands_inside(
    text: str, figures: tuple[str, ...]
) -> None:
    assert numbers.figures_in([text]) == figures


@given(st.builds(Statement, audience=texts(), benefit=texts()))
def test_an_empty_statement_alone_counts_nothing(statement: Statement) -> None:
    words, figures, *_ = numbers.statement(Plan(value=Value(statement=statement)))
    filled = bool(statement.audience.strip() or statement.benefit.strip())
    assert (words.value is not None) == filled
    assert (figures.value is not None) == filled
    assert not filled or (words.value or 0) >= 1


def test_sameness_counts_what_was_marked_alone() -> None:
    firm, nothing, other = (
        Alternative(id="k1", name="General IT firm"),
        Alternative(id="k2", name="Doing nothing"),
        Alternative(id="k3"),
    )
    marks = {
        "audience": {"k1": 1, "k2": 0},
        "need": {"k1": 1, "k2": 0},
        "category": {"k1": 1},
        "benefit": {"k1": 0, "k2": 0},
        "product": {"k1": 1, "k2": 1},  # no clause
    }
    value = Value(alternatives=[firm, nothing, other], swap=Grid(scores=marks))
    found = shown(numbers.swap(Plan(value=value)))
    assert (
        found["sameness", "General IT firm"].value,
        found["worst", "General IT firm"].value,
    ) == (
        75,
        75,
    )
    assert found["sameness", "General IT firm"].figures == "3 ÷ 4"
    assert found["sameness", "Doing nothing"].value == 0
    assert found["sameness", "?"].value is None


@given(st.dictionaries(st.sampled_from(CLAUSES), st.integers(0, 1)))
def test_sameness_is_a_share_of_the_marked(marks: dict[str, int]) -> None:
    rival = Alternative(id="k1", name="Rival")
    swap = Grid(scores={key: {"k1": mark} for key, mark in marks.items()})
    value = Value(alternatives=[rival], swap=swap)
    assert numbers.sameness(value, rival) == (sum(marks.values()), len(marks))
    share = numbers.swap(Plan(value=value))[-1].value
    assert (share is None) == (not marks)
    assert share is None or 0 <= share <= 100
