"""A plan's answers by path."""

import pytest

from coach.flow import CARDS
from coach.plan import STEP_KEYS, Plan, record_type
from coach.questions import Kind
from coach.refusal import Refusal
from coach.steps.differentiation.model import Type
from coach.steps.niche.model import Candidate
from coach.values import Claim, Status, new_id


@pytest.fixture
def plan() -> Plan:
    return Plan.model_validate(
        {
            "start": {"name": " Molar\n Guard "},
            "niche": {
                "candidates": [{"id": "k1", "name": "Dentists"}, {"id": "k2", "name": "Vets"}],
                "channels": [{"id": "k3", "people": 620}],
                "count": 1850,
                "count_claim": {"status": "desk"},
            },
        }
    )


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("niche.count", 1850),
        ("niche.candidates.k2.name", "Vets"),
        ("niche.candidates.2.name", "Vets"),
        ("niche.channels.1.people", 620),
        ("niche.count_claim.status", Status.DESK),
        ("niche.candidates.k1.evidence.points", None),
        ("value.statement.need", ""),
        ("differentiation.supporting", []),
        ("depth", "fundamentals"),
    ],
)
def test_an_answer_is_found_by_its_path(plan: Plan, path: str, value: object) -> None:
    assert plan.get(path) == value


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("nich.count", "'nich' is unknown, did you mean 'niche'?"),
        ("niche.cuont", "'cuont' is unknown, did you mean 'count'?"),
        ("niche.candidates.k9.name", "'k9' is unknown, did you mean"),
        ("niche.candidates.0.name", "'0' is unknown, expected one of: k1, k2"),
        ("niche.candidates.3.name", "'3' is unknown, expected one of: k1, k2"),
        ("niche.candidates.k1.nam", "did you mean 'name'?"),
        ("niche.count.more", "'more' is unknown, nothing is below it"),
        ("niche.exclusion.more", "nothing is below it"),
        ("review.tests.1.owner", "'1' is unknown, nothing is below it"),
        ("drafts.x", "nothing is below it"),
        ("", "no field ''"),
        ("niche.", "'' is unknown"),
        ("niche.candidates.²", "'²' is unknown"),
        (f"niche.candidates.{'1' * 5000}.name", "is unknown, expected one of: k1, k2"),
        ("niche.__class__", "'__class__' is unknown"),
        ("model_config", "'model_config' is unknown"),
    ],
)
def test_an_unknown_path_is_refused_with_the_nearest(plan: Plan, path: str, told: str) -> None:
    for ask in (plan.get, plan.canonical, lambda path: plan.put(path, 1)):
        with pytest.raises(Refusal) as refused:
            ask(path)
        assert told in str(refused.value)


def test_an_answer_is_put_where_it_is_found(plan: Plan) -> None:
    plan.put("niche.count", 900)
    plan.put("niche.candidates.2.name", "Clinics")
    plan.put("niche.count_claim.points", 3)
    plan.put("differentiation.primary", Type.COST)
    assert (plan.niche.count, plan.niche.candidates[1].name) == (900, "Clinics")
    assert plan.niche.count_claim == Claim(status=Status.DESK, points=3)
    assert plan.differentiation.primary is Type.COST


def test_a_whole_row_can_be_put(plan: Plan) -> None:
    plan.put("niche.candidates.k1", Candidate(id="k1", name="Hygienists"))
    assert [row.name for row in plan.niche.candidates] == ["Hygienists", "Vets"]


def test_positions_become_ids(plan: Plan) -> None:
    assert plan.canonical("niche.candidates.1.name") == "niche.candidates.k1.name"
    assert plan.canonical("niche.candidates.k1.evidence.date").endswith(".k1.evidence.date")
    assert plan.canonical("niche.candidates.2") == "niche.candidates.k2"
    assert plan.canonical("niche.count") == "niche.count"


def test_every_list_of_records_is_found_filled_or_not(plan: Plan) -> None:
    found = dict(plan.records())
    assert list(found) == [
        card.path(field)
        for step in STEP_KEYS
        for key in type(getattr(plan, step)).model_fields
        for card in CARDS
        for field in card.fields
        if (card.step, field.key) == (step, key) and field.kind is Kind.RECORDS
    ]
    assert found["niche.candidates"] is plan.niche.candidates


@pytest.mark.parametrize(
    "path", ["niche.count", "niche.nothing", "nothing.x", "niche", "depth", "value.statement"]
)
def test_what_is_no_list_of_records_has_no_record_type(path: str) -> None:
    assert record_type(path) is None
    assert record_type("differentiation.supporting") is None
    assert record_type("niche.candidates") is Candidate


def test_the_title_is_the_name_on_one_line(plan: Plan) -> None:
    assert plan.title == "Molar Guard"
    assert Plan().title == "Untitled plan"


def test_two_new_plans_share_nothing() -> None:
    one, other = Plan(), Plan()
    assert one.id != other.id
    for step in STEP_KEYS:
        assert getattr(one, step) is not getattr(other, step)


def test_ids_begin_with_a_letter_so_that_a_number_is_a_position() -> None:
    assert all(new_id()[0] == "k" and len(new_id()) == 6 for _ in range(50))
