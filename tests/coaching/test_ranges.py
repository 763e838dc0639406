"""RE18: a range that does not hold the figure it lies around."""

import datetime as dt

import pytest

from coach.coaching.engine import Coach
from coach.pack.pack import Pack
from coach.plan import Plan

COACH = Coach(Pack(), dt.date(2026, 11, 22))


def told(low: float | None, likely: float | None, high: float | None, depth: str) -> list[str]:
    ends = {"low": low, "high": high}
    plan = Plan.model_validate(
        {
            "depth": depth,
            "niche": {"count": likely, "count_range": ends},
            "risk": {"risks": [{"id": "r1", "impact": likely, "impact_range": ends}]},
        }
    )
    return [found.field for found in COACH.check(plan) if found.rule == "RE18"]


@pytest.mark.parametrize(
    ("ends", "at"),
    [
        ((60, 90, 120), ""),
        ((90, 90, 90), ""),
        ((None, 90, 80), "high"),
        ((100, 90, None), "low"),
        ((100, None, 80), "low"),
        ((None, None, None), ""),
        ((60, None, 120), ""),
    ],
)
def test_each_end_lies_on_its_side(ends: tuple[float | None, ...], at: str) -> None:
    count = [f"niche.count_range.{at}"] if at else []
    impact = [f"risk.risks.r1.impact_range.{at}"] if at else []
    assert told(*ends, "intermediate") == count
    assert told(*ends, "advanced") == [*count, *impact]
    assert told(*ends, "fundamentals") == []


@pytest.mark.parametrize(
    ("rule", "message", "ends", "says"),
    [
        ("RE18", "low", (120, 90, None), "“120”, lies above the likely 90"),
        ("RE18", "high", (None, 90, 80), "“80”, lies below the likely 90"),
        ("RE18", "turned", (100, None, 80), "“100”, lies above the high end, 80"),
    ],
)
def test_says_which_end(rule: str, message: str, ends: tuple[float | None, ...], says: str) -> None:
    low, likely, high = ends
    plan = Plan.model_validate(
        {
            "depth": "intermediate",
            "niche": {"count": likely, "count_range": {"low": low, "high": high}},
        }
    )
    (found,) = [each for each in COACH.check(plan) if each.rule == rule]
    assert says in found.message, message
