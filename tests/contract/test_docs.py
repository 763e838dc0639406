"""What README and CONTRIBUTING promise is so: commands run, keys work, pictures and paths exist."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from coach.cli.main import COMMANDS
from coach.pack.pack import Pack
from coach.tui import commands

ROOT = Path(__file__).parents[2]
README, CONTRIBUTING = (
    (ROOT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md")
)
SHELL = re.findall(r"^```sh\n(.*?)^```", README, re.M | re.S)
SKIPPED = ("make ", "uv tool ")
"""What begins like this sets up or opens the program; the rest has to run as it stands."""

bash = pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here")


def section(title: str) -> str:
    """The part of the README under this heading."""
    return README.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as somebody has it who cloned it and set it up, with a home of its own."""
    clone = tmp_path_factory.mktemp("clone")
    for folder in ("coach", "content"):
        shutil.copytree(ROOT / folder, clone / folder, ignore=shutil.ignore_patterns("__pycache__"))
    programs = clone / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name, more in (("python", ""), ("coach", " -m coach")):
        program = programs / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}"{more} "$@"\n', encoding="utf-8")
        program.chmod(0o755)
    return clone


def paste(block: str, clone: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """Run a block in the clone as a shell would; the first command that fails ends it."""
    lines = [line for line in block.splitlines() if not line.startswith(SKIPPED)]
    kept = {key: value for key, value in os.environ.items() if not key.startswith("COACH_")}
    own = {"HOME": str(home), "TMPDIR": str(home)}
    own |= dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), "")
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", "\n".join(lines)],
        cwd=clone,
        env={**kept, **own},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@bash
@pytest.mark.parametrize("block", SHELL, ids=lambda block: block.split("\n", 1)[0][:24])
def test_what_can_be_pasted_runs(block: str, clone: Path, tmp_path: Path) -> None:
    done = paste(block, clone, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


@bash
def test_on_the_tour_the_coach_faults_the_first_niche_and_not_the_second(
    clone: Path, tmp_path: Path
) -> None:
    tour = next(block for block in SHELL if "coach new" in block)
    before, after = paste(tour, clone, tmp_path).stdout.split("# NI01:")
    assert "blocker NI01" in before
    assert "blocker NI01" not in after


@bash
def test_the_first_pack_can_be_pasted_as_a_whole(clone: Path, tmp_path: Path) -> None:
    guide = (ROOT / "docs" / "your-first-pack.md").read_text("utf-8")
    done = paste("".join(re.findall(r"^```sh\n(.*?)^```", guide, re.M | re.S)), clone, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "did you mean 'question'?" in done.stdout
    assert done.stderr.count("no faults") == 4
    assert "gap BREAD01" in done.stdout.rpartition("rye-")[2]


def test_there_is_something_to_paste() -> None:
    pasted = "\n".join(SHELL)
    for part in ("make run", "coach check", "coach export", "coach pack check"):
        assert part in pasted


def test_every_command_that_is_named_exists_and_every_one_is_named() -> None:
    table = section("On the command line").split("```")[1]
    assert set(re.findall(r"(?:^|  )coach ([a-z]+)", table, re.M)) == set(COMMANDS)
    code = "\n".join([*re.findall(r"`([^`\n]+)`", README), *SHELL])
    named = set(re.findall(r"^coach ([a-z]+)(?= |$)", code, re.M))
    assert named - set(COMMANDS) == {"rind"}  # the tour's plan


def test_the_examples_that_are_named_exist() -> None:
    known = {example.name for example in Pack().examples()}
    assert set(re.findall(r"--from ([\w-]+)", README)) <= known
    assert known <= set(re.findall(r"[\w-]+", README))


def test_the_table_of_keys_is_that_of_the_app() -> None:
    rows = re.findall(r"^\| (.+?) \| (.+?) \|$", section("Keys"), re.M)[2:]
    written = {_textual(key) for row in rows for key in re.findall(_KEY, " ".join(row))}
    works = {
        key
        for command in commands.COMMANDS
        if command.where in ("app", "walk")
        for key in command.keys.split(",")
        if key
    }
    assert written - {"enter", "ctrl+j"} == works  # those two belong to the fields


_KEY = r"Ctrl\+\w|Alt\+[→←]|\bF\d+|\bEnter"


def _textual(key: str) -> str:
    return key.lower().replace("→", "right").replace("←", "left")


@pytest.mark.parametrize("page", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_what_is_linked_exists(page: str) -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", page)
    assert targets
    pages = [each for each in targets if not each.startswith("coach:")]
    assert [each for each in pages if not (ROOT / each).exists()] == []


def test_the_paths_of_the_map_exist() -> None:
    words = re.findall(r"`([^`\s]+)`", CONTRIBUTING)
    paths = [each for each in words if "/" in each and "<" not in each]
    assert len(paths) > 15
    assert [each for each in paths if not (ROOT / each).exists()] == []


def test_the_house_is_mapped_as_a_whole() -> None:
    rooms = {path.name for path in (ROOT / "coach").iterdir() if (path / "__init__.py").exists()}
    assert [room for room in sorted(rooms) if f"coach/{room}/" not in CONTRIBUTING] == []
    for name in re.findall(r"`(\w+\.py)`", CONTRIBUTING):
        assert list((ROOT / "coach").rglob(name)), name


def test_the_words_of_the_make_file_are_its_targets() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    named = set(re.findall(r"`make (\w+)`", README + CONTRIBUTING))
    assert named
    assert {each for each in named if f"\n{each}:" not in makefile} == set()
