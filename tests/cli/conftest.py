"""A machine of one's own for each test: no real home, no real plans, no colour."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coach.cli.main import coach
from coach.places import Places
from coach.plan import Plan
from coach.store.files import PlanFile

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
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
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


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Path]:
    """Put a plan into the library; gives its file."""

    def plan(name: str, offering: str = "", **more: object) -> Path:
        made = Plan(**more)  # type: ignore[arg-type]
        made.start.name, made.start.offering = name, offering
        file = PlanFile.create(made, Places(tmp_path / "plans", tmp_path / "home" / "state"))
        file.close()
        return file.path

    return plan


@pytest.fixture
def refused() -> Callable[[Result], str]:
    """Check that a call was refused as promised: 2, one line, no data; gives the line."""

    def line(result: Result) -> str:
        assert result.exit_code == 2, result.output
        assert result.stdout == ""
        assert result.stderr.startswith("coach: ")
        assert result.stderr.count("\n") == 1
        assert "Traceback" not in result.stderr
        assert "a fault in coach" not in result.stderr
        return result.stderr

    return line


@pytest.fixture
def pack_folder(tmp_path: Path) -> Path:
    """A pack of one's own that has nothing but a name."""
    folder = tmp_path / "pack"
    folder.mkdir()
    about = 'id = "mine"\ntitle = "Mine"\nversion = "1"\nlanguage = "en"\n'
    (folder / "pack.toml").write_text(about, encoding="utf-8")
    return folder
