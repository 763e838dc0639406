"""What changed between two versions, in the order of the walk and in plain text."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import plans

from coach.plan import Plan, SetAside
from coach.steps.niche.model import Candidate
from coach.steps.risk.model import Risk
from coach.store.compare import differences


def two() -> tuple[Plan, Plan]:
    plan = Plan(id="k1")
    plan.niche.candidates = [
        Candidate(id="ka", name="Coeliacs"),
        Candidate(id="kb", name="Runners", who="Amateurs"),
    ]
    plan.niche.chosen = "ka"
    plan.niche.count = 400
    return plan, plan.model_copy(deep=True)


def test_the_same_plan_has_no_differences() -> None:
    assert differences(*two()) == []


def test_answers_are_shown_as_typed_and_in_the_order_of_the_walk() -> None:
    a, b = two()
    b.risk.kill_date = dt.date(2027, 6, 1)
    b.start.name = "Hearth"
    b.niche.count = 500
    b.value.statement.need = "bread"
    b.niche.count_claim.source = "register"
    b.depth = "advanced"
    assert differences(a, b) == [
        ("depth", "fundamentals", "advanced"),
        ("start.name", "", "Hearth"),
        ("niche.count", "400", "500"),
        ("niche.count_claim.source", "", "register"),
        ("value.statement.need", "", "bread"),
        ("risk.kill_date", "", "2027-06-01"),
    ]


def test_rows_are_matched_by_id_wherever_they_stand() -> None:
    a, b = two()
    b.niche.candidates.insert(0, Candidate(id="kc", name="Chains"))
    b.niche.candidates[2].who = "Pros"
    assert differences(a, b) == [
        ("niche.candidates.kc.name", "", "Chains"),
        ("niche.candidates.kc.evidence.status", "", "assumed"),
        ("niche.candidates.kb.who", "Amateurs", "Pros"),
    ]


def test_a_deleted_row_shows_what_went() -> None:
    a, b = two()
    b.niche.candidates.pop()
    assert ("niche.candidates.kb.who", "Amateurs", "") in differences(a, b)


def test_a_move_is_an_order() -> None:
    a, b = two()
    b.niche.candidates.reverse()
    assert differences(a, b) == [("niche.candidates", "Coeliacs, Runners", "Runners, Coeliacs")]


def test_a_choice_is_told_by_name() -> None:
    a, b = two()
    b.niche.chosen = "kb"
    assert differences(a, b) == [("niche.chosen", "Coeliacs", "Runners")]


def test_a_draft_counts_as_the_answer() -> None:
    a, b = two()
    b.niche.count, b.drafts = None, {"niche.count": "about 400"}
    assert differences(a, b) == [("niche.count", "400", "about 400")]


def test_drafts_within_rows_count_too() -> None:
    a = Plan()
    a.risk.risks = [Risk(id="ka", event="Fire")]
    b = a.model_copy(deep=True)
    b.drafts = {"risk.risks.ka.impact": "a lot"}
    assert differences(a, b) == [("risk.risks.ka.impact", "", "a lot")]


def test_what_was_set_aside_is_told() -> None:
    a, b = two()
    day = dt.date(2027, 1, 1)
    b.set_aside = [
        SetAside(rule="NI01", field="niche.count", reason="known", date=day, fingerprint="f")
    ]
    assert differences(a, b) == [("set_aside.NI01.niche.count", "", "known")]


@pytest.mark.filterwarnings("error")
@settings(suppress_health_check=list(HealthCheck), max_examples=40)
@given(plans(), plans())
def test_there_and_back_tell_the_same(a: Plan, b: Plan) -> None:
    there = {(path, before, after) for path, before, after in differences(a, b)}
    back = {(path, after, before) for path, before, after in differences(b, a)}
    assert there == back
    assert differences(a, a.model_copy(deep=True)) == []
