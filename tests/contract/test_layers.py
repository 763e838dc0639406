"""The core stands without the screen, and each command loads only what it needs."""

import subprocess
import sys

import pytest

CORE = (
    "answers",
    "coaching.engine",
    "export.documents",
    "figures",
    "flow",
    "links",
    "pack.check",
    "pack.markdown",
    "pack.search",
    "places",
    "plan",
    "session",
    "store.files",
    "text",
)


def loaded(code: str) -> set[str]:
    """The top-level packages in memory after ``code`` has run in a fresh interpreter."""
    report = "\nimport sys; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run(
        [sys.executable, "-c", code + report], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split("\n")[-2].split())


def test_the_whole_core_loads_neither_screen_nor_command_line() -> None:
    packages = loaded("\n".join(f"import coach.{name}" for name in CORE))
    assert {"coach", "pydantic"} <= packages
    assert packages & {"textual", "rich", "click"} == set()


@pytest.mark.parametrize("name", ["answers", "text", "pack.pack", "questions", "places", "figures"])
def test_small_parts_stay_small(name: str) -> None:
    heavy = {"textual", "rich", "click", "jinja2", "markdown_it", "tomlkit"}
    assert loaded(f"import coach.{name}") & heavy == set()


def test_the_package_itself_loads_nothing() -> None:
    assert loaded("import coach") & {"pydantic", "textual", "click", "tomli"} == set()
