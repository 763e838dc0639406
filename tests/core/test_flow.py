"""The walk: where a path leads, how far a plan is, what is next."""

import datetime as dt

import pytest
from hypothesis import given
from strategies import plans

from coach import flow, grids
from coach.flow import State
from coach.plan import Plan, record_type
from coach.questions import Depth, Field, Kind
from coach.refusal import Refusal
from coach.steps.differentiation.model import Type
from coach.values import Claim, Status


def whole(rows: int = 6) -> Plan:
    """A plan in which every question of every depth is answered."""
    plan = Plan(depth=Depth.ADVANCED.key)
    plan.differentiation.primary = Type.COST
    for card in flow.CARDS:
        for field in card.fields:
            fill(plan, card.path(field), field, rows)
    return plan


def fill(plan: Plan, path: str, field: Field, rows: int) -> None:
    kind = record_type(path)
    if kind:
        plan.put(path, [kind(id=f"r{number}") for number in range(rows)])
        for row in plan.get(path):
            for part in field.of:
                fill(plan, f"{path}.{row.id}.{part.key}", part, rows)
    elif field.kind is Kind.GRID:
        for row, column in grids.squares(field, plan):
            plan.put(f"{path}.scores.{row}.{column}", 1)
    elif field.parts:
        for part in field.parts:
            fill(plan, f"{path}.{part.key}", part, rows)
    elif field.kind is Kind.CHOICE:
        value = field.options[-1] if field.options else "r0"
        plan.put(path, [value] if field.most > 1 else value)
    else:
        values = {Kind.TEXT: "x", Kind.NUMBER: 1, Kind.DATE: dt.date(2027, 1, 1)}
        plan.put(path, values[field.kind])


def test_every_leaf_of_a_whole_plan_leads_to_its_question() -> None:
    plan = whole()
    leaves = list(flow.paths(plan))
    assert len(leaves) == len({path for path, _ in leaves}) > 100
    for path, field in leaves:
        place = flow.place(path)
        assert place.part == field
        assert place.path == path
        assert path.startswith(f"{place.card.step}.{place.field.key}")
        assert plan.canonical(path) == path
        assert plan.get(path) not in (None, "", []), path


@given(plans())
def test_every_leaf_of_any_plan_leads_to_its_question(plan: Plan) -> None:
    for path, field in flow.paths(plan):
        assert flow.place(path).part == field


@pytest.mark.parametrize(
    ("path", "card", "field", "part", "record"),
    [
        ("niche.count", "niche.size", "count", "count", ""),
        ("niche.candidates", "niche.candidates", "candidates", "candidates", ""),
        ("niche.candidates.k1", "niche.candidates", "candidates", "candidates", "k1"),
        ("niche.candidates.1.need", "niche.candidates", "candidates", "need", "1"),
        ("niche.candidates.k1.evidence.status", "niche.candidates", "candidates", "status", "k1"),
        ("value.statement.need", "value.statement", "statement", "need", ""),
        ("value.promise_claim.date", "value.promise", "promise_claim", "date", ""),
    ],
)
def test_a_path_leads_to_a_place(path: str, card: str, field: str, part: str, record: str) -> None:
    place = flow.place(path)
    assert (place.card.key, place.field.key, place.part.key) == (card, field, part)
    assert place.record == record


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("niche.cuont", "did you mean 'niche.count'?"),
        ("niche.candidates.k1.nmae", "did you mean 'name'?"),
        ("niche.candidates.k1.zzz", "expected name, who, need, evidence"),
        ("niche.count.more", "'more' is unknown"),
        ("niche.candidates.k1.evidence.status.more", "'more' is unknown"),
        ("niche", "no field 'niche'"),
        ("zzz", "fields begin like 'start.name'"),
        ("", "no field ''"),
        ("id", "no field 'id'"),
    ],
)
def test_a_path_that_leads_nowhere_is_refused_with_the_nearest(path: str, told: str) -> None:
    with pytest.raises(Refusal) as refused:
        flow.place(path)
    assert told in str(refused.value)


def test_cards_are_found_by_key() -> None:
    assert flow.card("niche.size").key == "niche.size"
    with pytest.raises(Refusal, match=r"did you mean 'niche\.size'"):
        flow.card("niche.siez")


def test_an_empty_plan_has_answered_nothing() -> None:
    progress = flow.progress(Plan())
    assert (progress.answered, progress.share) == (0, 0.0)
    assert set(progress.steps.values()) == {State.EMPTY}
    assert set(progress.cards) == {card.key for card in flow.walk(Plan())}


def test_a_whole_plan_has_answered_everything() -> None:
    progress = flow.progress(whole())
    assert progress.answered == progress.asked
    assert progress.share == 1.0
    assert set(progress.steps.values()) == set(progress.cards.values()) == {State.DONE}


@given(plans())
def test_progress_adds_up(plan: Plan) -> None:
    progress = flow.progress(plan)
    assert 0 <= progress.answered <= progress.asked
    assert 0.0 <= progress.share <= 1.0
    done = all(each is State.DONE for each in progress.steps.values())
    assert done == (progress.answered == progress.asked)


def test_a_deeper_level_only_adds() -> None:
    asked = [
        {path for card in flow.walk(plan) for path, _ in flow.paths(plan, card)}
        for plan in (Plan(depth=depth.key) for depth in Depth)
    ]
    assert asked[0] < asked[1] <= asked[2]


def test_optional_questions_do_not_count() -> None:
    plan = Plan()
    before = flow.progress(plan)
    plan.niche.count_claim = Claim(status=Status.PAID)
    plan.differentiation.supporting = [Type.COST]
    assert flow.progress(plan) == before


def test_a_card_of_optional_questions_shows_how_far_it_is() -> None:
    plan = Plan()
    assert flow.progress(plan).cards["niche.segments"] is State.EMPTY
    fill(plan, "niche.segments", flow.place("niche.segments").field, 1)
    assert flow.progress(plan).cards["niche.segments"] is State.DONE


@pytest.mark.parametrize(
    ("path", "value", "state"),
    [
        ("niche.exclusion", "", State.EMPTY),
        ("niche.exclusion", " \n ", State.EMPTY),
        ("niche.exclusion", "hospitals", State.DONE),
        ("niche.count", None, State.EMPTY),
        ("niche.count", 0, State.DONE),
        ("niche.chosen", "", State.EMPTY),
        ("differentiation.primary", None, State.EMPTY),
        ("differentiation.primary", Type.COST, State.DONE),
        ("differentiation.supporting", [], State.EMPTY),
        ("review.next_review", None, State.EMPTY),
        ("niche.count_claim", Claim(), State.EMPTY),
        ("niche.count_claim", Claim(source="a hunch"), State.DONE),
        ("niche.count_claim", Claim(status=Status.HEARD), State.DONE),
    ],
)
def test_how_far_one_answer_is(path: str, value: object, state: State) -> None:
    assert flow.state(flow.place(path).field, value, Plan()) is state


@pytest.mark.parametrize(("rows", "state"), [(0, State.EMPTY), (2, State.STARTED), (3, State.DONE)])
def test_a_list_needs_enough_whole_rows(rows: int, state: State) -> None:
    plan = Plan()
    field = flow.place("niche.candidates").field
    fill(plan, "niche.candidates", field, rows)
    assert flow.state(field, plan.niche.candidates, plan) is state
    if rows == 3:
        plan.niche.candidates[1].need = ""
        assert flow.state(field, plan.niche.candidates, plan) is State.STARTED


def test_empty_rows_are_no_start() -> None:
    plan = Plan.model_validate({"niche": {"candidates": [{"id": "k1"}, {"id": "k2"}]}})
    field = flow.place("niche.candidates").field
    assert flow.state(field, plan.niche.candidates, plan) is State.EMPTY


def test_a_statement_is_done_when_every_slot_is() -> None:
    plan = Plan()
    field = flow.place("value.statement").field
    plan.value.statement.need = "wait"
    assert flow.state(field, plan.value.statement, plan) is State.STARTED
    fill(plan, "value.statement", field, 1)
    assert flow.state(field, plan.value.statement, plan) is State.DONE


def test_only_the_primary_type_s_own_question_is_asked() -> None:
    plan = Plan()
    proof = flow.card("differentiation.proof")
    assert [field.key for field in flow.asked(proof, plan)] == ["trade_off"]
    plan.differentiation.primary = Type.SERVICE
    assert [f.key for f in flow.asked(proof, plan)] == ["service_promise", "trade_off"]
    assert "signal" in [f.key for f in flow.asked(proof, plan, Depth.INTERMEDIATE)]


def test_the_first_gap_is_the_first_unanswered_question() -> None:
    plan = Plan()
    size, candidates = flow.card("niche.size"), flow.card("niche.candidates")
    assert flow.first_gap(plan, size) == "niche.count"
    plan.niche.count = 1
    assert flow.first_gap(plan, size) == "niche.reach"
    assert flow.first_gap(plan, candidates) == "niche.candidates"
    fill(plan, "niche.candidates", candidates.fields[0], 3)
    assert flow.first_gap(plan, candidates) == "niche.candidates"
    plan.niche.candidates[1].need = ""
    assert flow.first_gap(plan, candidates) == "niche.candidates.r1.need"
    assert flow.first_gap(whole(), size) == "niche.count"


@given(plans())
def test_the_first_gap_is_a_question_of_its_card(plan: Plan) -> None:
    for card in flow.walk(plan):
        assert flow.place(flow.first_gap(plan, card)).card == card


def test_parts_are_those_of_the_depth() -> None:
    risks = flow.place("risk.risks").field
    keys = {part.key for part in flow.parts(risks, Depth.FUNDAMENTALS)}
    deeper = {part.key for part in flow.parts(risks, Depth.INTERMEDIATE)}
    deepest = {part.key for part in flow.parts(risks, Depth.ADVANCED)}
    assert "contingency" in deeper - keys
    assert "indicator" in deepest - deeper
    assert keys < deeper < deepest
