"""The figures and pictures of niche and value hold for whatever can be typed."""

import math

from hypothesis import given
from hypothesis import strategies as st
from strategies import UNITS, numbers, plans

from coach import flow
from coach.pack.pack import Pack
from coach.plan import Plan
from coach.steps.niche.model import Niche
from coach.steps.value.model import Value
from coach.values import Number

PACK = Pack()
CARDS = [card for card in flow.CARDS if card.step in ("niche", "value")]


def typed(step: type[Niche | Value], key: str) -> st.SearchStrategy[Niche | Value]:
    """The step with its single figures as large or as small as they can be typed."""
    figures = {
        name: st.none() | numbers(UNITS[key, name])
        for name, info in step.model_fields.items()
        if info.annotation == Number | None
    }
    return st.builds(step, **figures)


def holds(plan: Plan) -> None:
    for card in CARDS:
        for result in card.results(plan) if card.results else ():
            assert result.value is None or not math.isnan(result.value), result
            assert result.value is not None or not result.verdict, result
            worded = PACK.topic(card.key).results[result.key].verdicts
            assert not result.verdict or result.verdict in worded, result
        for drawing in card.pictures:
            chart = drawing.make(plan)
            assert chart is None or chart.key == drawing.key


@given(plans())
def test_no_figure_of_any_plan_fails_or_is_no_number(plan: Plan) -> None:
    holds(plan)


@given(typed(Niche, "niche"), typed(Value, "value"))
def test_no_figure_is_too_large_or_too_small(niche: Niche, value: Value) -> None:
    assert niche.model_fields_set >= {"price", "life", "goal"}
    holds(Plan(depth="advanced", niche=niche, value=value))


def test_a_plan_that_says_nothing_has_every_figure_open_and_no_picture() -> None:
    for card in CARDS:
        results = card.results(Plan()) if card.results else ()
        assert all(result.value is None and not result.verdict for result in results), card.key
        assert all(drawing.make(Plan()) is None for drawing in card.pictures)
