"""Which earlier answer a new answer can start from."""

import pytest

from coach import flow
from coach.answers import parse
from coach.links import START_FROM, earlier_answer
from coach.plan import Plan
from coach.questions import Kind

PLAN = Plan.model_validate(
    {
        "start": {"name": "Molar Guard", "offering": "IT help\nfor dentists"},
        "niche": {
            "candidates": [
                {"id": "k1", "name": "Vets", "need": "lost files"},
                {"id": "k2", "name": " ", "who": "Practices without IT", "need": "days of waiting"},
            ],
            "chosen": "k2",
        },
        "value": {
            "promise": "answers in 15 minutes",
            "pains": [{"id": "p1", "relief": " "}, {"id": "p2", "relief": "know the software"}],
            "alternatives": [{"id": "a1"}, {"id": "a2", "name": "general IT firm"}],
        },
    }
)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("value.statement.audience", "Practices without IT"),
        ("value.statement.need", "days of waiting"),
        ("value.statement.product", "Molar Guard"),
        ("value.statement.category", "IT help for dentists"),
        ("value.statement.benefit", "answers in 15 minutes"),
        ("value.statement.alternative", "general IT firm"),
        ("value.statement.difference", "know the software"),
        ("niche.exclusion", ""),
    ],
)
def test_an_answer_can_start_from_an_earlier_one(path: str, text: str) -> None:
    assert earlier_answer(PLAN, path) == text
    assert earlier_answer(Plan(), path) == ""


def test_a_candidate_s_own_name_comes_first() -> None:
    plan = PLAN.model_copy(deep=True)
    plan.niche.chosen = "k1"
    assert earlier_answer(plan, "value.statement.audience") == "Vets"


def test_every_link_leads_to_a_question_that_is_typed() -> None:
    assert all(flow.place(path).part.kind in (Kind.TEXT, Kind.NUMBER) for path in START_FROM)


def test_what_a_figure_starts_from_can_be_typed() -> None:
    plan = PLAN.model_copy(deep=True)
    plan.niche = plan.niche.model_copy(
        update={"price": 420, "orders": 12, "unit_cost": 91.67, "count": 1850, "reach": 50}
    )
    plan.niche.adoption = 12
    plan.value.alternatives[1].cost = 3600
    found = {
        path: parse(flow.place(path).part, earlier_answer(plan, path))
        for path in START_FROM
        if flow.place(path).part.kind is Kind.NUMBER
    }
    assert found == {
        "value.reference_price": 3600,
        "value.our_price": 5040,
        "differentiation.cost_price": 420,
        "differentiation.cost_ours": 91.67,
        "differentiation.service_customers": 111,
    }
