"""What is asked and what is kept are the same, field by field, kind by kind."""

import datetime as dt
import types
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Union, get_args, get_origin

import pytest
from pydantic import BaseModel

from coach import flow
from coach.plan import STEP_KEYS, Plan
from coach.questions import Field, Kind
from coach.values import Answers, Claim, Grid, Number, Range, Record

UNASKED: dict[str, str] = {}
"""Model fields that no card asks for, each with the reason."""

Question = tuple[str, type[BaseModel], Field]


def questions() -> Iterator[Question]:
    """Every question with the model that keeps its answer, parts included."""
    for card in flow.CARDS:
        for field in card.fields:
            yield from deeper(card.path(field), model_of(card.step), field)


def deeper(path: str, model: type[BaseModel], field: Field) -> Iterator[Question]:
    yield path, model, field
    for part in field.parts:
        if field.kind is not Kind.GRID:  # its rows are keys of one table, not of a model
            yield from deeper(f"{path}.{part.key}", inner(model, field), part)


def model_of(step: str) -> type[BaseModel]:
    model: Any = Plan.model_fields[step].annotation
    return model


def annotation(model: type[BaseModel], field: Field) -> Any:
    return model.model_fields[field.key].annotation


def inner(model: type[BaseModel], field: Field) -> type[BaseModel]:
    """The model of a composite answer: a record, a statement, a claim."""
    kind = annotation(model, field)
    return get_args(kind)[0] if get_origin(kind) is list else kind


QUESTIONS = list(questions())
PATHS = [path for path, _, _ in QUESTIONS]


def test_keys_are_unique() -> None:
    assert len(set(PATHS)) == len(PATHS)
    cards = [card.key for card in flow.CARDS]
    assert len(set(cards)) == len(cards)


def test_steps_are_those_of_the_plan_in_the_same_order() -> None:
    assert tuple(step.key for step in flow.STEPS) == STEP_KEYS
    assert [card for step in flow.STEPS for card in step.cards] == list(flow.CARDS)
    assert all(card.step == step.key for step in flow.STEPS for card in step.cards)


@pytest.mark.parametrize(("path", "model", "field"), QUESTIONS, ids=PATHS)
def test_every_question_has_a_place_in_the_model_that_fits_its_kind(
    path: str, model: type[BaseModel], field: Field
) -> None:
    assert field.key in model.model_fields, f"{model.__name__} has no {field.key}"
    kind = annotation(model, field)
    options = get_args(kind)
    match field.kind:
        case Kind.TEXT:
            assert kind is str
        case Kind.NUMBER:
            accepted = {int} if field.unit == "points" else set(get_args(Number))
            assert get_origin(kind) in (Union, types.UnionType)
            assert set(options) == {*accepted, type(None)}
        case Kind.DATE:
            assert set(options) == {dt.date, type(None)}
        case Kind.CHOICE if field.pick:
            assert kind is str
        case Kind.CHOICE:
            (enum,) = [each for each in options or (kind,) if each is not type(None)]
            assert issubclass(enum, StrEnum)
            assert field.options == tuple(enum)
            assert (get_origin(kind) is list) == (field.most > 1)
        case Kind.CLAIM:
            assert kind is Claim
        case Kind.RANGE:
            assert kind is Range
            assert field.around in model.model_fields
        case Kind.GRID:
            assert kind is Grid
        case Kind.RECORDS:
            assert get_origin(kind) is list
            assert issubclass(options[0], Record)
        case Kind.STATEMENT:
            assert issubclass(kind, Answers)


@pytest.mark.parametrize(("path", "model", "field"), QUESTIONS, ids=PATHS)
def test_declarations_hold_what_their_kind_needs_and_no_more(
    path: str, model: type[BaseModel], field: Field
) -> None:
    grid = field.kind is Kind.GRID
    assert bool(field.of or field.down) == (grid or field.kind in (Kind.RECORDS, Kind.STATEMENT))
    assert not (field.of and field.down)
    assert bool(field.columns or field.across) == grid
    assert not field.down or grid
    assert set(field.spare) <= {*field.columns, *(row.key for row in field.of)}
    assert bool(field.around) == (field.kind is Kind.RANGE)
    assert bool(field.options or field.pick) == (field.kind is Kind.CHOICE)
    assert not (field.options and field.pick)
    assert field.most == 1 or (field.kind is Kind.CHOICE and field.options)
    assert field.fewest == 1 or field.kind is Kind.RECORDS
    assert field.lines == 1 or field.kind is Kind.TEXT
    assert not field.unit or field.kind in (Kind.NUMBER, Kind.RANGE, Kind.GRID)
    assert all(row.kind is Kind.NUMBER and row.unit == field.unit for row in field.of if grid)
    assert all(part.depth >= field.depth or grid for part in field.of)
    assert all(part.when is None for part in field.of)


def test_every_part_of_the_model_is_asked() -> None:
    asked = set(PATHS)
    kept = set()
    for step in STEP_KEYS:
        for key in model_of(step).model_fields:
            kept.add(f"{step}.{key}")
    for path, model, field in QUESTIONS:
        if field.parts and field.kind is not Kind.GRID:
            kept |= {f"{path}.{key}" for key in inner(model, field).model_fields if key != "id"}
    assert kept - asked - UNASKED.keys() == set()
    assert asked - kept == set()


def test_what_is_picked_scored_and_ranged_is_there() -> None:
    for path, _, field in QUESTIONS:
        for rows in filter(None, (field.pick, field.down, field.across)):
            assert flow.place(rows).part.kind is Kind.RECORDS, path
        if field.around:
            owner = path.rpartition(".")[0]
            assert f"{owner}.{field.around}" in PATHS


def test_conditions_are_named_pure_functions_of_the_step() -> None:
    for card in flow.CARDS:
        for field in card.fields:
            if field.when:
                assert field.when.__name__ != "<lambda>"
                assert field.when(getattr(Plan(), card.step)) in (True, False)


def test_a_record_s_first_question_is_text_so_that_it_can_name_the_row() -> None:
    for path, _, field in QUESTIONS:
        if field.kind is Kind.RECORDS:
            assert field.of[0].kind is Kind.TEXT, path
            assert field.of[0].depth == field.depth, path
