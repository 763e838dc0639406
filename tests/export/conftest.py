import tomllib
from datetime import date
from pathlib import Path

import pytest
from fullest import fullest

from coach.pack.pack import Pack
from coach.plan import Plan

HERE = Path(__file__).parent


def _plan(name: str) -> Plan:
    return Plan.model_validate(tomllib.loads((HERE / "plans" / name).read_text("utf-8")))


@pytest.fixture(scope="session")
def today() -> date:
    return date(2026, 10, 5)


@pytest.fixture(scope="session")
def dental() -> Plan:
    """A whole plan with figures that can be checked by hand."""
    return _plan("dental.toml")


@pytest.fixture(scope="session")
def bakery() -> Plan:
    """Half made: compared but not chosen, a difference without proof, no tests."""
    return _plan("bakery.toml")


@pytest.fixture(scope="session")
def empty() -> Plan:
    return Plan.model_validate({"id": "empty-000003"})


@pytest.fixture(scope="session")
def deepest() -> Plan:
    """Every question of every depth answered."""
    return fullest()


@pytest.fixture(scope="session")
def pack() -> Pack:
    """A small pack of our own, most pages missing: golden files do not follow content."""
    return Pack(HERE / "pack")


@pytest.fixture(scope="session")
def shipped() -> Pack:
    return Pack()
