"""Opportunity, coverage and orphans, checked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.charts.chart import Point
from coach.plan import Plan
from coach.questions import Result
from coach.steps.value import needs, pictures
from coach.steps.value.model import Gain, Job, Offer, Pain, Value


@pytest.mark.parametrize(
    ("importance", "satisfaction", "score", "grade"),
    [
        (9, 2, 16, "extreme"),
        (10, 5, 15, "strong"),
        (8, 4, 12, "strong"),
        (8, 5, 11, "fair"),
        (10, 10, 10, "fair"),
        (5, 9, 5, "low"),
        (0, 0, 0, "low"),
    ],
)
def test_the_opportunity_score_and_its_bands(
    importance: int, satisfaction: int, score: int, grade: str
) -> None:
    assert needs.opportunity(importance, satisfaction) == score
    assert needs.grade(score) == grade


def test_without_both_ratings_there_is_no_score() -> None:
    assert needs.opportunity(9, None) is None
    assert needs.opportunity(None, 9) is None


@given(st.integers(0, 10), st.integers(0, 10))
def test_the_score_grows_with_importance_and_falls_with_satisfaction(i: int, s: int) -> None:
    score = needs.opportunity(i, s)
    assert score is not None
    assert i <= score <= 20
    if i < 10:
        assert (needs.opportunity(i + 1, s) or 0) > score
    if s < 10:
        assert (needs.opportunity(i, s + 1) or 0) <= score


ANSWERED = Pain(id="k1", what="Locked out", relief="A copy opens", importance=9, satisfaction=3)
LINKED = Pain(id="k2", what="Days of waiting", importance=8, satisfaction=2)
UNMET = Pain(id="k3", what="Lost X-rays", importance=7, satisfaction=3)
SMALL = Pain(id="k4", what="Slow screens", importance=3, satisfaction=3)
OPEN = Pain(id="k5", what="Not rated yet", importance=10)
BLANK = Pain(id="k6")
VALUE = Value(
    pains=[SMALL, OPEN, BLANK, UNMET, LINKED, ANSWERED],
    gains=[Gain(id="g1", what="Calm")],
    offers=[
        Offer(id="o1", name="Help line", pain="k2"),
        Offer(id="o2", name="Report", gain="g1"),
        Offer(id="o3", name="Newsletter"),
        Offer(id="o4", how="Linked to a pain that is gone", pain="k9"),
        Offer(id="o5", pain="k3"),
    ],
)


def shown(results: tuple[Result, ...]) -> dict[tuple[str, str], Result]:
    return {(result.key, result.record): result for result in results}


def test_pains_rank_by_opportunity_and_the_unrated_come_last() -> None:
    assert [pain.id for pain in needs.ranked(VALUE)] == ["k1", "k2", "k3", "k4", "k5"]


def test_coverage_counts_reliefs_and_linked_offers_of_the_top_three() -> None:
    assert needs.coverage(VALUE) == (2, 3)
    found = shown(needs.pains(Plan(value=VALUE)))
    assert found["coverage", ""].value == pytest.approx(200 / 3)
    assert found["coverage", ""].figures == "2 ÷ 3"
    assert {key: found["answer", key].verdict for key in ("k1", "k2", "k3", "k4", "k6")} == {
        "k1": "answered",
        "k2": "answered",
        "k3": "unmet_top",
        "k4": "unmet",
        "k6": "",
    }
    assert found["opportunity", "k2"].figures == "8 + max(8 − 2, 0)"
    assert found["grade", "k2"].verdict == "strong"
    assert (found["opportunity", "k5"].value, found["grade", "k5"].verdict) == (None, "")


def test_an_offer_without_a_pain_or_gain_is_an_orphan() -> None:
    found = shown(needs.offers(Plan(value=VALUE)))
    verdicts = {key: found["link", key].verdict for key in ("o1", "o2", "o3", "o4", "o5")}
    assert verdicts == {"o1": "linked", "o2": "linked", "o3": "orphan", "o4": "orphan", "o5": ""}
    assert (found["orphans", ""].value, found["orphans", ""].figures) == (50, "2 ÷ 4")


PAINS = st.lists(
    st.builds(
        Pain,
        what=st.sampled_from(["", "Waiting"]),
        relief=st.sampled_from(["", "A copy"]),
        importance=st.none() | st.integers(0, 10),
        satisfaction=st.none() | st.integers(0, 10),
    ),
    max_size=6,
)


@given(PAINS)
def test_nothing_ranks_above_a_larger_opportunity(pains: list[Pain]) -> None:
    value = Value(pains=pains)
    scores = [needs.scored(pain) for pain in needs.ranked(value)]
    known = [score for score in scores if score is not None]
    assert known == sorted(known, reverse=True)
    assert scores[: len(known)] == known
    met, of = needs.coverage(value)
    assert 0 <= met <= of <= 3


@given(st.lists(st.builds(Offer, name=st.just("x"), pain=st.sampled_from(["", "k1", "k9"]))))
def test_linked_and_orphaned_offers_are_all_offers(offers: list[Offer]) -> None:
    value = Value(pains=[ANSWERED], offers=offers)
    assert all(needs.orphan(value, offer) == (offer.pain != "k1") for offer in offers)


def test_jobs_and_pains_with_both_ratings_are_on_the_map() -> None:
    jobs = [Job(what="Keep the chairs\nfull", importance=9, satisfaction=4), Job(what="Sleep")]
    chart = pictures.opportunity(Plan(value=Value(jobs=jobs, pains=[SMALL, OPEN])))
    assert chart is not None
    assert chart.points == (Point("Keep the chairs full", 9, 4), Point("Slow screens", 3, 3))
    assert (chart.x_most, chart.y_most, chart.split) == (10, 10, (5, 5))
    assert pictures.opportunity(Plan(value=Value(pains=[OPEN]))) is None


def test_a_job_shows_its_score() -> None:
    job = Job(id="k1", what="Sleep", importance=6, satisfaction=9)
    score, grade = needs.jobs(Plan(value=Value(jobs=[job])))
    assert (score.value, score.figures, score.record) == (6, "6 + max(6 − 9, 0)", "k1")
    assert grade.verdict == "low"
