"""A machine of one's own for each test: no real home, no real plans, no colour."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coach.cli.main import coach

Run = Callable[..., Result]
Process = subprocess.CompletedProcess[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every folder that the program could write to, below ``tmp_path``."""
    for variable in [name for name in os.environ if name.startswith("COACH_")]:
        monkeypatch.delenv(variable)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    monkeypatch.setenv("COACH_PLANS", str(tmp_path / "plans"))
    monkeypatch.setenv("NO_COLOR", "1")
    return home


@pytest.fixture
def run() -> Run:
    """Call ``coach`` with these words, inside the test's own process."""

    def call(*words: str, **more: object) -> Result:
        return CliRunner().invoke(coach, words, **more)  # type: ignore[arg-type]

    return call


@pytest.fixture
def process() -> Callable[..., Process]:
    """Call ``python -m coach`` with these words, as a process of its own."""

    def call(*words: str, **more: object) -> Process:
        return subprocess.run(  # type: ignore[call-overload, no-any-return]
            [sys.executable, "-m", "coach", *words],
            **{"capture_output": True, "encoding": "utf-8", "timeout": 60, **more},
        )

    return call
