"""Micro-segments: samples by Lehr's rule, margins, and pairs that are one."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

from coach.plan import Plan
from coach.questions import Result
from coach.steps.niche import parts
from coach.steps.niche.model import Niche, Segment


@pytest.mark.parametrize(
    ("baseline", "target", "needed"),
    [
        (5, 7, 1_900),
        (10, 15, 576),
        (20, 30, 256),
        (7, 5, 2_604),
        (2, 6, 196),
        (5, 5, math.inf),
        (0, 10, 144),
        (100, 90, 144),
        (0, 100, 1),
    ],
)
def test_people_a_group(baseline: float, target: float, needed: float) -> None:
    assert parts.sample(baseline, target) == needed


@given(st.floats(0, 100), st.floats(0, 100))
def test_a_sample_is_at_least_one_and_grows_as_the_effect_shrinks(p: float, goal: float) -> None:
    needed = parts.sample(p, goal)
    assert needed >= 1
    if 0 < p < 100:
        assert parts.sample(p, (p + goal) / 2) >= needed


def results(*segments: Segment) -> dict[tuple[str, str], Result]:
    plan = Plan(niche=Niche(segments=list(segments)))
    return {(r.key, r.record): r for r in parts.segments(plan)}


def test_two_groups_have_to_fit_into_the_segment() -> None:
    found = results(
        Segment(id="k1", baseline=20, target=30, size=512),
        Segment(id="k2", baseline=20, target=30, size=511),
        Segment(id="k3", baseline=20, target=30),
        Segment(id="k4", size=400, target=30),
        Segment(id="k5", size=400, baseline=0, target=10),
    )
    assert found["sample", "k1"].value == 256
    assert found["sample", "k1"].figures == "16 × 20 % × (100 % − 20 %) ÷ (30 % − 20 %)²"
    verdicts = [found["sample_fits", key].verdict for key in ("k1", "k2", "k3", "k4")]
    assert verdicts == ["enough", "short", "", ""]
    assert found["sample_fits", "k1"].figures == "512 ≥ 2 × 256"
    assert found["sample_fits", "k2"].figures == "511 < 2 × 256"
    assert found["sample", "k4"].value is None
    assert found["sample", "k5"].figures == "16 × 10 % × (100 % − 10 %) ÷ (10 % − 0 %)²"


def test_what_each_segment_leaves_and_all_of_them() -> None:
    found = results(
        Segment(id="k1", extra_margin=5_000, upkeep=1_200),
        Segment(id="k2", extra_margin=300, upkeep=900),
        Segment(id="k3", upkeep=900),
    )
    assert [found["net", key].value for key in ("k1", "k2", "k3")] == [3_800, -600, None]
    assert found["net", "k1"].figures == "€5,000 − €1,200"
    assert (found["net_total", ""].value, found["net_total", ""].figures) == (
        3_200,
        "€3,800 + −€600",
    )


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_segment_pays_where_its_margin_is_above_its_upkeep(margin: int, upkeep: int) -> None:
    left = parts.net(Segment(extra_margin=margin, upkeep=upkeep))
    assert left is not None
    assert (left > 0) == (margin > upkeep)


def test_the_pair_most_alike_is_named_with_what_it_shares() -> None:
    found = results(
        Segment(id="k1", name="School run", message="A loan bike at the school gate"),
        Segment(id="k2", name="Couriers", message="A loan bike at the depot within the hour"),
        Segment(id="k3", name="Tourists", message="Helmets included"),
        Segment(id="k4", name="Silent"),
    )
    alike = found["message_overlap", ""]
    # loan, bike | school, gate | depot, within, hour: 2 of 7
    assert alike.value == pytest.approx(100 * 2 / 7)
    assert (alike.about, alike.figures) == ("School run / Couriers", "2 ÷ 7")
    assert found["need_overlap", ""].value is None


def test_one_segment_is_like_no_other() -> None:
    assert parts.most_alike([Segment(message="A loan bike")], lambda row: row.message) is None


@given(st.lists(texts(), max_size=5))
def test_the_most_alike_pair_is_no_less_alike_than_any(messages: list[str]) -> None:
    rows = [Segment(message=text) for text in messages]
    found = parts.most_alike(rows, lambda row: row.message)
    said = [parts.telling(text) for text in messages if parts.telling(text)]
    shares = [
        len(one & other) / len(one | other)
        for index, one in enumerate(said)
        for other in said[:index]
    ]
    assert (found.share if found else None) == max(shares, default=None)
