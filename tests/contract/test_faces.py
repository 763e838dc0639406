"""Every face knows every kind of question."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fullest import fullest

from coach import flow
from coach.pack.pack import Pack
from coach.places import Places
from coach.questions import Kind
from coach.session import Session
from coach.steps.differentiation.model import Type
from coach.store.files import PlanFile
from coach.tui.fields import BUILDERS, SPECIAL, build
from coach.tui.fields.records import PART_BUILDERS


@pytest.fixture(params=Type)
def session(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Session]:
    """A plan with an answer to every question of every depth, open."""
    places = Places(tmp_path / "plans", tmp_path / "state")
    session = Session(PlanFile.create(fullest(request.param), places), Pack())
    yield session
    session.close()


def test_every_kind_has_a_widget_builder() -> None:
    assert set(BUILDERS) == set(Kind)


def test_every_kind_that_a_record_is_made_of_has_a_widget_builder() -> None:
    fields = [field for card in flow.CARDS for field in card.fields]
    within = {part.kind for f in fields if f.kind is Kind.RECORDS for part in f.of}
    assert within <= set(PART_BUILDERS)


def test_what_has_a_widget_of_its_own_is_a_question() -> None:
    for path in SPECIAL:
        assert flow.place(path).part is flow.place(path).field


def test_every_question_of_every_depth_has_a_row_that_leads_to_its_answers(
    session: Session,
) -> None:
    for card in flow.walk(session.plan):
        answers = [path for path, _ in flow.paths(session.plan, card)]
        for field in flow.asked(card, session.plan):
            row = build(session, card.path(field), field)
            assert row.wording.label, row.path
            led_to = [path for path in answers if row.leads_to(path)]
            assert led_to == [p for p in answers if p.split(".")[1] == field.key], row.path
            assert led_to or field.optional, row.path
