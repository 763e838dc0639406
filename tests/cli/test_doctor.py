"""The report on the program's own health."""

import pytest

from coach import __version__
from coach.pack import check


@pytest.fixture
def sound_pack(monkeypatch):
    """Whether the default pack is sound is for its own tests to say."""
    monkeypatch.setattr(check, "faults", lambda pack: [])


def lines(result):
    """The report as (mark, about, found)."""
    return [
        (mark.strip(), *rest.strip().split(": ", 1))
        for mark, rest in (line.split("|", 1) for line in result.stdout.splitlines())
    ]


def test_all_well(run, sound_pack, make, tmp_path):
    make("One")
    result = run("doctor")
    report = {about: found for _, about, found in lines(result)}
    assert result.exit_code == 0, result.stdout
    assert result.stderr == ""
    assert report["coach"] == __version__
    assert report["plans folder"] == str(tmp_path / "plans")
    assert report["plans"] == "1"
    assert report["pack"].startswith("default ")
    assert report["textual"].startswith("8.")


def test_folders_that_are_not_there_yet_are_no_fault(run, sound_pack):
    result = run("doctor")
    assert result.exit_code == 0, result.stdout
    assert "made when it is needed" in result.stdout


def test_a_plan_that_cannot_be_read_is_wrong(run, sound_pack, make, tmp_path):
    make("One")
    (tmp_path / "plans" / "bad.toml").write_text("[", encoding="utf-8")
    result = run("doctor")
    assert result.exit_code == 1
    assert [about for mark, about, _ in lines(result) if mark == "WRONG"] == ["bad"]


def test_a_broken_pack_is_wrong_and_the_rest_is_still_told(run, pack_folder):
    (pack_folder / "niche").mkdir()
    (pack_folder / "niche" / "size.md").write_text("no front matter", encoding="utf-8")
    result = run("doctor", "--pack", str(pack_folder))
    wrong = [found for mark, _, found in lines(result) if mark == "WRONG"]
    assert result.exit_code == 1
    assert any("size.md" in found for found in wrong)
    assert "plans folder" in result.stdout


def test_a_pack_that_is_not_there_is_wrong(run, tmp_path):
    result = run("doctor", "--pack", str(tmp_path / "nowhere"))
    assert result.exit_code == 1
    assert "nowhere" in result.stdout


def test_a_plans_folder_that_is_a_file_is_wrong(run, sound_pack, tmp_path):
    (tmp_path / "plans").write_text("", encoding="utf-8")
    result = run("doctor")
    assert result.exit_code == 1
    assert [about for mark, about, _ in lines(result) if mark == "WRONG"] == ["plans folder"]


def test_the_report_names_no_answers(run, make):
    make("Very Secret Bakery", offering="secret bread")
    assert "secret" not in run("doctor").stdout.lower()
