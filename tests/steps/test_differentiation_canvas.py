"""The value curve against the others', checked by hand."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.plan import Plan
from coach.steps.differentiation import canvas, pictures
from coach.steps.differentiation.canvas import Compared
from coach.steps.differentiation.model import Factor
from coach.steps.value.model import Alternative

SPEED = Compared("Speed", 9, 5, (2, 3))
RANGE = Compared("Range", 4, 1, (5, 4))
PRICE = Compared("Price", 7, 2, (3, None))
TRUST = Compared("Trust", 8, 4, (2, 2))
ALL = (SPEED, RANGE, PRICE, TRUST)

LEVELS = st.integers(0, 5)


@st.composite
def factors(draw: st.DrawFn) -> list[Compared]:
    rivals = draw(st.integers(0, 4))
    level = st.none() | LEVELS
    each = st.builds(
        Compared,
        st.just("f"),
        st.none() | st.integers(0, 10),
        level,
        st.tuples(*[level] * rivals),
    )
    return draw(st.lists(each, max_size=12))


def test_the_advantage_index_weighs_each_lead_by_importance() -> None:
    # (9 × 2 + 4 × −4 + 7 × −1 + 8 × 2) ÷ 28
    assert canvas.advantage(ALL) == pytest.approx(11 / 28)
    assert canvas.advantage([Compared("x", 0, 5, (1,))]) is None
    assert canvas.advantage([Compared("x", 5, None, (1,)), Compared("y", 5, 1, (None,))]) is None


def test_leads_and_lags_go_by_importance_times_gap() -> None:
    assert canvas.leads(ALL) == [SPEED, TRUST]  # 18 before 16
    assert canvas.lags(ALL) == [RANGE, PRICE]  # 16 before 7
    many = [Compared(str(n), n, 5, (4,)) for n in range(5)]
    assert [factor.name for factor in canvas.leads(many)] == ["4", "3", "2"]


def test_divergence_and_focus_go_by_the_mean_of_those_rated() -> None:
    # |5 − 2.5|, |1 − 4.5|, |2 − 3|, |4 − 2|
    assert canvas.divergence(ALL) == pytest.approx((2.5 + 3.5 + 1 + 2) / 4)
    assert canvas.focus(ALL) == 50
    assert canvas.divergence([]) is None
    assert canvas.focus([]) is None


@pytest.mark.parametrize(
    ("ours", "theirs", "r"),
    [
        ([1, 2, 3], [2, 3, 4], 1),  # shifted in parallel is the same shape
        ([1, 2, 3], [3, 2, 1], -1),
        ([5, 1, 4], [2, 5, 2], -7 / sqrt(52)),
        ([1, 2], [1, 2], None),
        ([3, 3, 3], [1, 2, 3], None),
        ([1, 2, 3], [4, 4, 4], None),
    ],
)
def test_shape_is_pearsons_correlation(
    ours: list[float], theirs: list[float], r: float | None
) -> None:
    assert canvas.shape(ours, theirs) == (r if r is None else pytest.approx(r))


def _pearson(a: list[float], b: list[float]) -> float:
    """The other textbook formula: (n Σab − Σa Σb) ÷ √((n Σa² − (Σa)²)(n Σb² − (Σb)²))."""
    n, sa, sb = len(a), sum(a), sum(b)
    top = n * sum(x * y for x, y in zip(a, b, strict=True)) - sa * sb
    return float(
        top / sqrt((n * sum(x * x for x in a) - sa**2) * (n * sum(y * y for y in b) - sb**2))
    )


def test_the_nearest_is_measured_on_the_two_that_matter_most() -> None:
    axes = canvas.axes(ALL)
    assert axes == (SPEED, TRUST)
    assert canvas.nearest(*axes) == (1, pytest.approx(sqrt(4 + 4)))  # (5, 4) to (3, 2)
    assert canvas.axes([SPEED]) is None
    assert canvas.nearest(SPEED, Compared("x", 1, None, (1, 1))) is None
    assert canvas.nearest(SPEED, Compared("x", 1, 1, (None, None))) is None


@given(st.lists(st.tuples(LEVELS, LEVELS), min_size=3, max_size=12), st.integers(-2, 2))
def test_shape_lies_between_its_ends_and_ignores_a_shift(
    pairs: list[tuple[int, int]], shift: int
) -> None:
    ours, theirs = [float(a) for a, _ in pairs], [float(b) for _, b in pairs]
    found = canvas.shape(ours, theirs)
    turned, shifted = canvas.shape(theirs, ours), canvas.shape([a + shift for a in ours], theirs)
    if found is None:
        assert len(set(ours)) == 1 or len(set(theirs)) == 1
        assert turned is None
        assert shifted is None
    else:
        assert found == pytest.approx(turned)
        assert found == pytest.approx(shifted)
        assert -1 <= found <= 1
        assert found == pytest.approx(_pearson(ours, theirs))


@given(factors())
def test_every_figure_lies_within_its_range(rows: list[Compared]) -> None:
    index, apart, share = canvas.advantage(rows), canvas.divergence(rows), canvas.focus(rows)
    assert index is None or -5 <= index <= 5
    assert apart is None or 0 <= apart <= 5
    assert share is None or 0 <= share <= 100
    ahead, behind = canvas.leads(rows), canvas.lags(rows)
    assert len(ahead) <= 3
    assert len(behind) <= 3
    assert all(factor.lead is not None and factor.lead > 0 for factor in ahead)
    assert all(factor.lead is not None and factor.lead < 0 for factor in behind)
    two = canvas.axes(rows)
    found = canvas.nearest(*two) if two else None
    assert found is None or 0 <= found[1] <= sqrt(50)


@given(factors())
def test_swapping_us_with_a_single_rival_turns_the_index_round(rows: list[Compared]) -> None:
    one = [Compared(f.name, f.importance, f.us, f.rivals[:1]) for f in rows if f.rivals]
    swapped = [Compared(f.name, f.importance, f.rivals[0], (f.us,)) for f in one]
    index = canvas.advantage(one)
    if index is None:
        assert canvas.advantage(swapped) is None
    else:
        assert canvas.advantage(swapped) == pytest.approx(-index)
    assert canvas.divergence(one) == canvas.divergence(swapped)


def plan() -> Plan:
    made = Plan()
    made.value.alternatives = [Alternative(id="it", name="IT firm"), Alternative(id="not", name="")]
    made.differentiation.factors = [
        Factor(id=factor.name.lower(), name=factor.name, importance=factor.importance)
        for factor in ALL
    ]
    for factor in ALL:
        for column, level in zip(("us", "it", "not"), (factor.us, *factor.rivals), strict=True):
            made.differentiation.levels.put("scores", factor.name.lower(), column, level)
    return made


def test_the_results_show_the_plans_own_figures() -> None:
    found = {(r.key, r.about): r for r in canvas.levels(plan())}
    assert found["advantage", ""].figures == (
        "(9 × (5 − 3) + 4 × (1 − 5) + 7 × (2 − 3) + 8 × (4 − 2)) ÷ 28"
    )
    assert found["lead", "Speed"].value == 2
    assert found["lead", "Speed"].figures == "5 − 3"
    assert found["lag", "Range"].value == 4
    assert found["lag", "Range"].figures == "5 − 1"
    assert found["divergence", ""].figures == "(|5 − 2.5| + |1 − 4.5| + |2 − 3| + |4 − 2|) ÷ 4"
    assert (found["focus", ""].figures, found["focus", ""].verdict) == ("2 ÷ 4", "good")
    shape = found["shape", "IT firm"]
    assert (shape.figures, shape.verdict) == ("r(5 1 2 4 · 2 5 3 2)", "own")
    assert found["distance", ""].figures == "√((5 − 3)² + (4 − 2)²)"


@pytest.mark.parametrize(
    ("ahead", "verdict"), [(1, "few"), (2, "good"), (6, "good"), (7, "many"), (0, "few")]
)
def test_focus_is_good_between_a_fifth_and_three_fifths(ahead: int, verdict: str) -> None:
    made = Plan()
    made.value.alternatives = [Alternative(id="them", name="Them")]
    made.differentiation.factors = [Factor(id=f"f{n}", name="x", importance=1) for n in range(10)]
    for n in range(10):
        made.differentiation.levels.put("scores", f"f{n}", "us", 4 if n < ahead else 1)
        made.differentiation.levels.put("scores", f"f{n}", "them", 3)
    found = {r.key: r for r in canvas.levels(made)}
    assert found["focus"].verdict == verdict
    assert found["focus"].value == ahead * 10
    if ahead == 0:
        assert (found["lead"].value, found["lead"].verdict) == (1, "none")


def test_nothing_is_computed_or_drawn_of_nothing() -> None:
    results = canvas.levels(Plan())
    assert [r.key for r in results] == [
        "advantage", "lead", "lag", "divergence", "focus", "shape", "distance",
    ]  # fmt: skip
    assert all(r.value is None and r.figures == "?" for r in results)
    assert pictures.canvas(Plan()) is None
    assert pictures.positions(Plan()) is None


def test_the_canvas_draws_us_and_each_alternative_that_was_rated() -> None:
    made = plan()
    made.value.alternatives.append(Alternative(name="Unrated"))
    chart = pictures.canvas(made)
    assert chart is not None
    assert chart.factors == ("Speed", "Range", "Price", "Trust")
    assert [(c.label, c.levels, c.ours) for c in chart.curves] == [
        ("us", (5, 1, 2, 4), True),
        ("IT firm", (2, 5, 3, 2), False),
        ("", (3, 4, None, 2), False),
    ]


def test_positions_are_drawn_on_the_two_factors_that_matter_most() -> None:
    chart = pictures.positions(plan())
    assert chart is not None
    assert (chart.x, chart.y) == ("Speed", "Trust")
    assert [(p.label, p.x, p.y) for p in chart.points] == [
        ("us", 5, 4), ("IT firm", 2, 2), ("", 3, 2),
    ]  # fmt: skip
