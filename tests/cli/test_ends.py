"""How calls end: exit codes, streams, one line for everything that goes wrong."""

import os
import signal
import subprocess
import sys

import pytest

from coach.cli.main import COMMANDS
from coach.coaching.engine import Coach
from coach.places import Places
from coach.store.files import PlanFile

posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX")

READING = [
    ["show"],
    ["get"],
    ["set", "{}", "niche.count", "5"],
    ["check"],
    ["export"],
    ["history"],
    ["restore", "{}", "1"],
    ["diff", "{}", "{}"],
    ["import"],
    [],
]
"""Every way to name a plan on the command line; ``{}`` is the plan, last where it is not said."""


def call(words, plan):
    return [word.format(plan) for word in words] if "{}" in words else [*words, plan]


def bad_plans(folder):
    """Things that are no plan, by what they are."""
    folder.mkdir()
    (folder / "folder.toml").mkdir()
    (folder / "broken.toml").write_text("schema_version = [", encoding="utf-8")
    (folder / "other.toml").write_text("[tool]\nname = 'x'", encoding="utf-8")
    (folder / "latin.toml").write_bytes(b"schema_version = 1\nid = '\xe9'")
    (folder / "wrong.toml").write_text(
        'schema_version = 1\nid = "k1"\n[niche]\ncount = "many"', encoding="utf-8"
    )
    (folder / "deep.toml").write_text("x = " + "[" * 2000, encoding="utf-8")
    (folder / "dotted.toml").write_text("a." * 20_000 + "a = 1", encoding="utf-8")
    (folder / "large.toml").write_bytes(b"#" * 5_000_000)
    if os.name == "posix":
        os.mkfifo(folder / "pipe.toml")
    return sorted(folder.iterdir())


@pytest.mark.parametrize("words", READING, ids=lambda words: words[0] if words else "open")
def test_no_command_stumbles_over_a_bad_plan(run, refused, tmp_path, words):
    for path in [*bad_plans(tmp_path / "bad"), tmp_path / "bad" / "missing.toml"]:
        said = refused(run(*call(words, str(path))))
        assert path.name in said
    refused(run(*call(words, "nosuchplan")))


@pytest.mark.parametrize(
    "words",
    [
        ["show", "{}"],
        ["set", "{}", "niche.count", "5"],
        ["check", "{}"],
        ["export", "{}"],
        ["diff", "{}", "{}"],
        ["list"],
        ["explain"],
        ["explain", "NI01"],
        ["new", "Another"],
        ["{}"],
        [],
    ],
    ids=str,
)
def test_a_broken_pack_is_one_line_that_names_it(run, refused, make, tmp_path, words):
    path = make("One")
    before = path.read_bytes()
    broken = tmp_path / "broken-pack"
    broken.mkdir()
    (broken / "pack.toml").write_text("id = ", encoding="utf-8")
    for pack in (broken, tmp_path / "no-pack"):
        said = refused(run(*(word.format(path.stem) for word in words), "--pack", str(pack)))
        assert pack.name in said
    assert path.read_bytes() == before
    assert list(path.parent.glob("*.toml")) == [path]


def test_a_plan_that_is_open_elsewhere_can_be_read_but_not_changed(run, refused, make, tmp_path):
    path = make("One")
    assert run("set", path.stem, "niche.count", "4").exit_code == 0  # leaves an earlier version
    file = PlanFile.open(path, Places(tmp_path / "plans", tmp_path / "state"))
    try:
        assert run("get", path.stem, "start.name").stdout == "One\n"
        assert run("export", path.stem).exit_code == 0
        for words in (["set", path.stem, "niche.count", "5"], ["restore", path.stem, "1"]):
            assert "open in another window" in refused(run(*words))
    finally:
        file.close()
    assert run("set", path.stem, "niche.count", "5").exit_code == 0


def test_a_plan_from_a_newer_version_can_be_read_but_not_changed(run, refused, make):
    path = make("One")
    text = path.read_text(encoding="utf-8").replace("schema_version = 1", "schema_version = 99")
    path.write_text(text, encoding="utf-8")
    assert run("get", path.stem, "start.name").stdout == "One\n"
    assert "newer version" in refused(run("set", path.stem, "niche.count", "5"))
    assert path.read_text(encoding="utf-8") == text


@posix
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_disk_behind_standard_output_is_one_line(make, process):
    path = make("One")
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = process(
            "export", path.stem, capture_output=False, stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode == 2
    assert done.stderr.startswith("coach: ")
    assert done.stderr.count("\n") == 1


@posix
def test_a_plan_that_does_not_fit_the_disk_is_not_saved_and_says_so(make, process):
    path = make("One")
    before = path.read_bytes()
    limited = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000));"
        "sys.argv = ['coach', *sys.argv[1:]]; from coach.cli.main import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited, "set", path.stem, "niche.exclusion", "long " * 1000],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("coach: not saved: ")
    assert done.stderr.count("\n") == 1
    assert path.read_bytes() == before


@posix
@pytest.mark.parametrize("words", [["list"], ["explain"], ["get", "{}"], ["export", "{}"]])
def test_a_reader_who_leaves_is_no_trouble(make, words):
    path = make("One")
    child = subprocess.Popen(
        [sys.executable, "-m", "coach", *(word.format(path.stem) for word in words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdout is not None
    child.stdout.close()
    assert child.stderr is not None
    said = child.stderr.read()
    child.stderr.close()
    assert child.wait(60) == 0
    assert said == b""


@posix
def test_a_reader_who_leaves_does_not_change_the_answer(make):
    """``coach check`` says 1 even where nobody reads its lines."""
    path = make("One", niche={"exclusion": ""})
    words = [sys.executable, "-m", "coach", "check", path.stem, "--level", "hint"]
    expected = subprocess.run(words, capture_output=True, timeout=60).returncode
    child = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert child.stdout is not None
    child.stdout.close()
    assert child.wait(60) == expected


@posix
def test_an_interrupt_is_130(make, process):
    path = make("One")
    child = subprocess.Popen(
        [sys.executable, "-m", "coach", "set", path.stem, "niche.exclusion", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert child.stdin is not None
    # More than a pipe holds: once it is all written the child is reading standard input.
    child.stdin.write("x" * 1_000_000)
    child.stdin.flush()
    child.send_signal(signal.SIGINT)
    _, said = child.communicate(timeout=60)
    assert child.returncode == 130
    assert said == "coach: interrupted\n"


def test_a_fault_of_the_program_is_one_line_and_a_note(run, make, home, monkeypatch):
    def fail(self, plan):
        raise RuntimeError("secret answer")

    monkeypatch.setattr(Coach, "check", fail)
    result = run("check", make("One").stem)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    note = home / "state" / "coach" / "last-fault.txt"
    assert str(note) in result.stderr
    assert "secret" not in result.stderr
    assert "RuntimeError" in note.read_text(encoding="utf-8")
    if os.name == "posix":
        assert note.stat().st_mode & 0o077 == 0


def test_an_installation_that_lacks_a_library_is_one_line(run, refused, monkeypatch):
    monkeypatch.setitem(sys.modules, "platformdirs", None)
    assert "platformdirs" in refused(run("list"))


def test_the_systems_refusals_are_one_line(run, refused, monkeypatch):
    def fail(self):
        raise PermissionError(13, "Permission denied", "/some/file\x1b[31m")

    monkeypatch.setattr("coach.store.library.Library.entries", fail)
    said = refused(run("list"))
    assert said == "coach: /some/file[31m: Permission denied\n"


@pytest.mark.parametrize("word", ["\x1b]0;title\x07", "nosuch\nplan", "\udcff"])
def test_what_was_typed_is_shown_without_control_characters(run, refused, word):
    said = refused(run("get", word))
    assert "\x1b" not in said
    assert "\x07" not in said


@posix
def test_a_name_that_is_no_utf8_is_still_one_line(process, tmp_path):
    done = process("get", os.fsdecode(b"caf\xe9.toml"))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


@posix
def test_output_is_utf8_whatever_the_locale(make, process):
    path = make("Überraschung – 東京")
    for locale in ("C", "en_US.ISO-8859-1", "POSIX"):
        env = {**os.environ, "LC_ALL": locale, "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
        done = process("get", str(path), "start.name", env=env)
        assert (done.returncode, done.stdout) == (0, "Überraschung – 東京\n")


@posix
def test_closed_streams_are_no_trouble(make):
    """As under some schedulers: nothing to write to, the work is still done."""
    path = make("One")
    script = f'"{sys.executable}" -m coach set {path.stem} niche.count 5 <&- >&- 2>&-'
    assert subprocess.run(["sh", "-c", script], timeout=60).returncode == 0
    assert "count = 5" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_takes_an_unknown_option(run, refused, name):
    assert "--nosuchoption" in refused(run(name, "--nosuchoption"))


@pytest.mark.parametrize(
    "words",
    [
        ["get", "~nobody-here/plan.toml"],
        ["--plans", "~nobody-here/plans", "list"],
        ["--pack", "~nobody-here/pack", "list"],
        ["new", "Molar Guard", "--plans", "~nobody-here"],
    ],
)
def test_a_home_that_is_nobodys_is_refused(run, words):
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "whose folder ~ means is not known here; write it out" in result.stderr


def test_a_home_that_is_nobodys_in_the_environment_is_refused(run, monkeypatch):
    monkeypatch.setenv("COACH_PLANS", "~nobody-here/plans")
    result = run("list")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
