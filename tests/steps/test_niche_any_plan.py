"""The figures and pictures of niche and value hold for whatever can be typed."""

import math

from hypothesis import given
from strategies import plans

from coach import flow
from coach.plan import Plan

CARDS = [card for card in flow.CARDS if card.step in ("niche", "value")]


@given(plan=plans())
def test_no_figure_fails_or_is_no_number(plan: Plan) -> None:
    for card in CARDS:
        for result in card.results(plan) if card.results else ():
            assert result.value is None or not math.isnan(result.value), result
            assert result.value is not None or not result.verdict, result
            assert result.value is None or "nan" not in result.figures.split(), result
        for drawing in card.pictures:
            chart = drawing.make(plan)
            assert chart is None or chart.key == drawing.key


def test_a_plan_that_says_nothing_has_every_figure_open_and_no_picture() -> None:
    for card in CARDS:
        results = card.results(Plan()) if card.results else ()
        assert all(result.value is None and not result.verdict for result in results), card.key
        assert all(drawing.make(Plan()) is None for drawing in card.pictures)
