"""Resources, signals and the value discipline, checked by hand."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.plan import Plan
from coach.steps.differentiation import numbers
from coach.steps.differentiation.model import Discipline, Resource, Type
from coach.steps.differentiation.numbers import Verdict
from coach.values import YesNo

YES, NO = YesNo.YES, YesNo.NO


def resource(name: str, *answers: YesNo | None, months: int | None = None) -> Resource:
    keys = ("valuable", "rare", "costly", "organised")
    given = dict(zip(keys, answers, strict=False))
    return Resource(id=name, name=name.capitalize(), months=months, **given)


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ((NO, YES, YES, YES), Verdict.DISADVANTAGE),
        ((NO, None, None, None), Verdict.DISADVANTAGE),
        ((YES, NO, YES, YES), Verdict.PARITY),
        ((YES, YES, NO, YES), Verdict.TEMPORARY),
        ((YES, YES, YES, NO), Verdict.UNUSED),
        ((YES, YES, YES, YES), Verdict.SUSTAINED),
        ((YES, YES, YES, None), None),
        ((None, NO, NO, NO), None),
        ((YES, None, NO, NO), None),
    ],
)
def test_vrio_goes_by_the_first_no(
    answers: tuple[YesNo | None, ...], verdict: Verdict | None
) -> None:
    assert numbers.vrio(resource("x", *answers)) is verdict


def test_more_yes_is_never_worth_less_until_it_is_organised() -> None:
    for answers in product((YES, NO), repeat=3):
        before = numbers.vrio(resource("x", *answers, YES))
        for index, answer in enumerate(answers):
            if answer is NO:
                better = (*answers[:index], YES, *answers[index + 1 :])
                after = numbers.vrio(resource("x", *better, YES))
                assert before is not None
                assert after is not None
                assert after.rank >= before.rank


def test_the_best_verdict_is_the_plans() -> None:
    plan = Plan()
    plan.differentiation.payback_months = 9
    plan.differentiation.resources = [
        resource("van", YES, NO, months=1),
        resource("cases", YES, YES, YES, YES, months=18),
        resource("name", YES, YES, NO),
    ]
    results = numbers.resources(plan)
    assert [(r.record, r.value, r.verdict) for r in results if r.key == "vrio"] == [
        ("van", 1, "parity"),
        ("cases", 1, "sustained"),
        ("name", 1, "temporary"),
    ]
    assert [(r.record, r.value, r.verdict) for r in results if r.key == "copy_race"] == [
        ("van", -8, ""),
        ("cases", 9, "in_time"),
        ("name", None, ""),
    ]
    assert (results[-1].key, results[-1].verdict, results[-1].about) == (
        "vrio_best", "sustained", "Cases",
    )  # fmt: skip


def test_without_resources_there_is_no_verdict() -> None:
    (best,) = numbers.resources(Plan())
    assert (best.key, best.value, best.verdict) == ("vrio_best", None, "")


ANSWERS = st.sampled_from([YES, NO, None])


@given(st.lists(st.tuples(ANSWERS, ANSWERS, ANSWERS, ANSWERS), max_size=5))
def test_no_resource_is_worth_more_than_the_best(rows: list[tuple[YesNo | None, ...]]) -> None:
    step = Plan().differentiation
    step.resources = [resource(f"r{index}", *row) for index, row in enumerate(rows)]
    judged = [found for each in step.resources if (found := numbers.vrio(each))]
    best = numbers.best_resource(step)
    if best is None:
        assert not judged
    else:
        assert best[1].rank == max(found.rank for found in judged)


@pytest.mark.parametrize(
    ("asked", "named", "share", "verdict"),
    [
        (12, 4, 100 / 3, "seen"),
        (12, 3, 25, "unseen"),
        (4, 4, 100, "few"),
        (5, 0, 0, "unseen"),
        (5, 6, 120, "more"),
        (0, 0, None, ""),
        (None, 3, None, ""),
        (9, None, None, ""),
    ],
)
def test_the_share_who_name_it_unprompted(
    asked: int | None, named: int | None, share: float | None, verdict: str
) -> None:
    plan = Plan()
    plan.differentiation.asked, plan.differentiation.named = asked, named
    (result,) = numbers.signals(plan)
    assert result.value == (share if share is None else pytest.approx(share))
    assert result.verdict == verdict


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_it_is_seen_from_a_third_of_five_on(asked: int, named: int) -> None:
    plan = Plan()
    plan.differentiation.asked, plan.differentiation.named = asked, named
    (result,) = numbers.signals(plan)
    assert (result.verdict == "seen") == (asked >= 5 and asked <= 3 * named <= 3 * asked)


@pytest.mark.parametrize(
    ("primary", "expected"),
    [
        (Type.COST, "operations"),
        (Type.QUALITY, "product"),
        (Type.INNOVATION, "product"),
        (Type.SERVICE, "intimacy"),
        (Type.NICHE, "intimacy"),
    ],
)
def test_each_type_asks_for_a_discipline(primary: Type, expected: str) -> None:
    plan = Plan()
    plan.differentiation.primary = primary
    asked_for, match = numbers.position(plan)
    assert (asked_for.value, asked_for.verdict) == (1, expected)
    assert (match.value, match.verdict) == (None, "")
    for discipline in Discipline:
        plan.differentiation.discipline = discipline
        _, match = numbers.position(plan)
        assert match.verdict == ("agrees" if discipline.value == expected else "differs")


def test_without_a_type_no_discipline_is_asked_for() -> None:
    assert [(r.value, r.verdict) for r in numbers.position(Plan())] == [(None, ""), (None, "")]
