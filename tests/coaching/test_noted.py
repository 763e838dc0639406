"""What a rule reads is noted, however it reads it, so that no change is overlooked."""

import pytest

from coach.coaching.noted import noted, noting
from coach.plan import Plan
from coach.steps.niche.model import Candidate, Niche


@pytest.fixture
def niche():
    return noted("niche", Niche(payer="the owner", candidates=[Candidate(name="Bakers")]))


def read_by(act):
    with noting() as read:
        act()
    return {key for step, key in read if step == "niche"}


def test_a_question_is_noted_when_it_is_read(niche):
    assert read_by(lambda: niche.payer) == {"payer"}
    assert read_by(lambda: [each.name for each in niche.candidates]) == {"candidates"}
    assert read_by(lambda: Plan(niche=niche)) == set()


def test_what_a_property_reads_is_noted(niche):
    assert read_by(lambda: niche.choice) == {"candidates", "chosen"}


def test_a_path_into_a_row_is_noted_as_its_question(niche):
    plan = Plan().model_copy(update={"niche": niche})
    row = niche.candidates[0].id
    assert read_by(lambda: plan.get(f"niche.candidates.{row}.name")) == {"candidates"}


@pytest.mark.parametrize(
    "act",
    [
        lambda niche: list(niche),
        lambda niche: niche == noted("niche", Niche()),
        lambda niche: niche.model_copy(deep=True),
        lambda niche: repr(niche),
        lambda niche: vars(niche),
    ],
    ids=["gone through", "compared", "copied", "shown", "opened"],
)
def test_what_reads_all_at_once_is_noted_as_all(niche, act):
    assert read_by(lambda: act(niche)) == set(Niche.model_fields)


def test_nothing_is_noted_for_others(niche):
    with noting() as outer:
        assert read_by(lambda: niche.payer) == {"payer"}
        assert outer == set()
        assert niche.decider == ""
    assert outer == {("niche", "decider")}


def test_answers_are_as_they_were_and_the_plan_is_not_watched(niche):
    own = Niche(payer="the owner")
    copy = noted("niche", own)
    copy.payer = "the tenant"
    assert isinstance(copy, Niche)
    assert (own.payer, type(own)) == ("the owner", Niche)
