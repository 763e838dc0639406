"""What the risks would cost, checked by hand."""

from coach.steps.risk import numbers
from coach.steps.risk.model import Risk, Risks

FIRE = Risk(id="fire", probability=2, impact=50_000)
QUIT = Risk(id="quit", probability=25, impact=20_000)
OPEN = Risk(id="open", probability=10)
NONE = Risk(id="none", probability=0, impact=9_000)
STEP = Risks(risks=[FIRE, OPEN, QUIT])


def test_expected_loss_is_probability_times_impact() -> None:
    assert numbers.expected_loss(FIRE) == 1_000
    assert numbers.expected_loss(QUIT) == 5_000
    assert numbers.expected_loss(OPEN) is None


def test_the_dearest_comes_first_and_the_unknown_last() -> None:
    assert [risk.id for risk in numbers.ranked(STEP)] == ["quit", "fire", "open"]
    assert [risk.id for risk in numbers.ranked(Risks(risks=[OPEN, NONE]))] == ["none", "open"]
    assert [risk.id for risk in STEP.risks] == ["fire", "open", "quit"]


def test_each_loss_and_their_sum_show_their_figures() -> None:
    *each, total = numbers.losses(STEP)
    assert [(r.record, r.value, r.figures) for r in each] == [
        ("fire", 1_000, "2 % × 50,000"),
        ("open", None, "10 % × ?"),
        ("quit", 5_000, "25 % × 20,000"),
    ]
    assert (total.key, total.value, total.figures) == ("total_loss", 6_000, "1,000 + 5,000")


def test_without_figures_there_is_no_sum() -> None:
    (total,) = numbers.losses(Risks())
    assert (total.value, total.figures) == (None, "")
