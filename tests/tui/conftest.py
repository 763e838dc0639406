"""A desk of one's own for each test: no real home, no real plans."""

import os
import signal
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tui.person import sitting

from coach.pack.pack import Pack
from coach.places import Places
from coach.plan import Plan
from coach.store.files import PlanFile


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every folder that the program could write to, below ``tmp_path``; the usual colours."""
    for variable in [name for name in os.environ if name.startswith("COACH_")]:
        if variable != "COACH_KILLS":
            monkeypatch.delenv(variable)
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    """The app takes over signals; each test gives them back."""
    names = (signal.SIGTERM, signal.SIGINT, *((signal.SIGHUP,) if os.name == "posix" else ()))
    before = [(name, signal.getsignal(name)) for name in names]
    yield
    for name, handler in before:
        signal.signal(name, handler)


@pytest.fixture
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Saving and checking follow a change at once, so that nothing has to be waited for."""
    monkeypatch.setattr("coach.session.PAUSE", 0.01)
    monkeypatch.setattr("coach.tui.saving.CHECK_PAUSE", 0.01)


@pytest.fixture
def keys_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing comes to the screen by itself for a minute: only what a key does is looked at."""
    monkeypatch.setattr("coach.session.PAUSE", 60.0)
    for pause in ("saving.CHECK_PAUSE", "cardscreen.FIRST_CHECK", "side.FIRST_PAGE"):
        monkeypatch.setattr(f"coach.tui.{pause}", 60.0)
    monkeypatch.setattr("coach.tui.cards.Cards.make_ready", lambda self, cards: None)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "plans", tmp_path / "state")


@pytest.fixture(scope="session")
def pack() -> Pack:
    return Pack.open(None)


@pytest.fixture
def open_app(places: Places, pack: Pack) -> Callable[..., Any]:
    """Start the app: ``async with open_app(plan_path, size=(80, 24)) as person``."""
    return partial(sitting, places, pack)


@pytest.fixture
def put(places: Places) -> Callable[..., Path]:
    """Put a plan into the library; gives its file."""

    def make(plan: Plan | None = None, name: str = "") -> Path:
        plan = plan or Plan()
        plan.start.name = name or plan.start.name
        file = PlanFile.create(plan, places)
        file.close()
        return file.path

    return make
