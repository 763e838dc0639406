from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.places import Places
from coach.plan import Plan
from coach.store.files import PlanFile


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """Folders of one's own, the temporary one included; none of them exists yet."""
    elsewhere = tmp_path / "temporary"
    elsewhere.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(elsewhere))
    return Places(tmp_path / "data" / "plans", tmp_path / "state")


@pytest.fixture
def plan() -> Plan:
    plan = Plan(id="k3f9a1")
    plan.start.name = "Hearth & Crumb"
    return plan


@pytest.fixture
def file(places: Places, plan: Plan) -> Iterator[PlanFile]:
    file = PlanFile.create(plan, places)
    yield file
    file.close()
