"""What the coach's tests share: the default pack, a fixed day, and plans without a fault."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from coach.coaching.engine import Coach
from coach.pack.pack import Pack
from coach.plan import Plan

PLANS = Path(__file__).parent / "plans"


@pytest.fixture(scope="session")
def pack():
    return Pack()


@pytest.fixture(scope="session")
def today():
    return dt.date(2026, 11, 1)


@pytest.fixture
def good():
    """A fresh copy of a plan that no rule faults: ``good("printers", "advanced")``."""

    def load(name="chairside", depth="advanced"):
        table = tomllib.loads((PLANS / f"{name}.toml").read_text(encoding="utf-8"))
        return Plan.model_validate({**table, "depth": depth})

    return load


@pytest.fixture
def found(pack, today):
    """The ids of the rules that a plan trips, by the field they point at."""

    def check(plan):
        return {(each.rule, each.field): each for each in Coach(pack, today).check(plan)}

    return check
