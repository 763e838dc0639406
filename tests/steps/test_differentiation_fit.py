"""The fit of the five types, checked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.plan import Plan
from coach.steps.differentiation import fit, pictures
from coach.steps.differentiation.fit import Fit
from coach.steps.differentiation.model import Type
from coach.steps.start.model import Sector


def rated(sector: Sector | None, **scores: tuple[int, int, int]) -> Plan:
    plan = Plan()
    plan.start.sector = sector
    for kind, (importance, capability, weakness) in scores.items():
        plan.differentiation.fit.put("scores", "importance", kind, importance)
        plan.differentiation.fit.put("scores", "capability", kind, capability)
        plan.differentiation.fit.put("scores", "weakness", kind, weakness)
    return plan


@pytest.mark.parametrize(
    ("sector", "wins"),
    [
        (Sector.TECHNOLOGY, {Type.INNOVATION}),
        (Sector.SERVICE, {Type.SERVICE}),
        (Sector.MANUFACTURING, {Type.QUALITY, Type.NICHE, Type.COST}),
        (Sector.RETAIL, {Type.NICHE, Type.SERVICE, Type.QUALITY}),
        (Sector.OTHER, set()),
    ],
)
def test_the_sector_leans_towards_what_usually_wins_there(sector: Sector, wins: set[Type]) -> None:
    assert {kind for kind in Type if fit.prior(sector, kind) == fit.USUAL} == wins
    assert {fit.prior(sector, kind) for kind in set(Type) - wins} == {fit.OTHERWISE}
    assert fit.prior(None, Type.COST) is None


def test_the_sectors_are_those_that_can_be_chosen() -> None:
    assert set(fit.WINS) == {sector.value for sector in Sector}


def test_the_score_is_the_mean_of_its_four_parts() -> None:
    plan = rated(Sector.SERVICE, service=(5, 4, 2), cost=(4, 1, 5), quality=(4, 4, 3))
    found = {r.key: r for r in fit.fit(plan)}
    service = found["fit_service"]
    assert (service.value, service.figures, service.verdict) == (4, "(5 + 4 + 2 + 5) ÷ 4", "passes")
    cost = found["fit_cost"]
    assert (cost.value, cost.figures, cost.verdict) == (3.25, "(4 + 1 + 5 + 3) ÷ 4", "fails")
    niche = found["fit_niche"]
    assert (niche.value, niche.figures, niche.verdict) == (None, "(? + ? + ? + 3) ÷ 4", "")
    assert (found["fit_best"].value, found["fit_best"].verdict) == (1, "service")


def test_the_gate_shuts_out_the_highest_score() -> None:
    plan = rated(Sector.OTHER, cost=(5, 1, 5), niche=(2, 2, 2))
    assert {r.key: r.verdict for r in fit.fit(plan)}["fit_best"] == "niche"
    none = {r.key: r for r in fit.fit(rated(Sector.OTHER, cost=(5, 1, 5)))}["fit_best"]
    assert (none.value, none.verdict) == (1, "none")


def test_a_tie_is_called_one() -> None:
    plan = rated(Sector.OTHER, cost=(3, 3, 3), niche=(2, 3, 4))
    assert {r.key: r.verdict for r in fit.fit(plan)}["fit_best"] == "tied"
    chart = pictures.fit(plan)
    assert chart is not None
    assert [(bar.label, bar.marked) for bar in chart.bars] == [("cost", True), ("niche", True)]


def test_the_picture_marks_the_best_that_passes() -> None:
    plan = rated(Sector.TECHNOLOGY, cost=(5, 1, 5), innovation=(3, 3, 3))
    chart = pictures.fit(plan)
    assert chart is not None
    assert [(bar.label, bar.value, bar.marked) for bar in chart.bars] == [
        ("cost", 3.5, False),
        ("innovation", 3.5, True),
    ]
    assert chart.most == 5
    assert pictures.fit(Plan()) is None


def test_without_a_sector_there_is_no_score() -> None:
    found = {r.key: r for r in fit.fit(rated(None, cost=(3, 3, 3)))}
    assert (found["fit_cost"].value, found["fit_cost"].figures) == (None, "(3 + 3 + 3 + ?) ÷ 4")
    assert found["fit_best"].value is None


PARTS = st.none() | st.integers(0, 5)


@given(
    st.lists(
        st.builds(Fit, st.sampled_from(Type), PARTS, PARTS, PARTS, st.sampled_from([None, 3, 5])),
        max_size=5,
        unique_by=lambda each: each.type,
    )
)
def test_the_best_is_never_beaten_by_one_that_passes(found: list[Fit]) -> None:
    first = fit.best(found)
    open_to_us = [each for each in found if each.passes and each.score is not None]
    assert bool(first) == bool(open_to_us)
    for each in open_to_us:
        assert each.score is not None
        assert 0 <= each.score <= 5
        assert each in first or (first[0].score or 0) > each.score
