"""A document goes into its file whole or not at all, and never over another by accident."""

import os
import sys
from pathlib import Path

import pytest

from coach.export import files
from coach.export.documents import write
from coach.refusal import Refusal


def test_it_is_utf8_with_plain_line_ends(tmp_path):
    write(tmp_path / "a.md", "é\nb\n")
    assert (tmp_path / "a.md").read_bytes() == b"\xc3\xa9\nb\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_an_existing_file_stays_unless_forced(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(Refusal, match=r"a\.md: exists; use --force to replace it"):
        write(path, "new")
    assert path.read_text("utf-8") == "old"
    write(path, "new", force=True)
    assert path.read_text("utf-8") == "new"
    assert [each.name for each in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("force", [True, False])
def test_a_full_disk_leaves_the_old_file_and_no_other(tmp_path, monkeypatch, force):
    path = tmp_path / "a.md"
    if force:
        path.write_text("old", encoding="utf-8")

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(Refusal, match=r"cannot be written \(No space left on device\)"):
        write(path, "new", force)
    assert {each.name: each.read_text("utf-8") for each in tmp_path.iterdir()} == (
        {"a.md": "old"} if force else {}
    )


def test_somebody_who_was_faster_wins(tmp_path, monkeypatch):
    path = tmp_path / "a.md"
    fill = files._fill

    def slow(temporary, text):
        fill(temporary, text)
        path.write_text("theirs", encoding="utf-8")

    monkeypatch.setattr(files, "_fill", slow)
    with pytest.raises(Refusal, match="exists"):
        write(path, "ours")
    assert path.read_text("utf-8") == "theirs"


def test_without_hard_links_it_still_works(tmp_path, monkeypatch):
    def none(source, target):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(files.os, "link", none)
    write(tmp_path / "a.md", "a")
    assert (tmp_path / "a.md").read_text("utf-8") == "a"
    with pytest.raises(Refusal, match="exists"):
        write(tmp_path / "a.md", "b")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (".", "is a folder; add a file name"),
        ("nowhere/a.md", "its folder does not exist; make the folder first"),
        ("x" * 300 + ".md", "cannot be written"),
        ("a\0b", "no path holds that character"),
    ],
)
def test_what_cannot_be_written_is_told_in_one_line(tmp_path, name, said):
    with pytest.raises(Refusal, match=said) as refused:
        write(tmp_path / name, "a", force=True)
    assert "\n" not in str(refused.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no devices in the file system")
def test_a_device_is_never_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Refusal, match="is no plain file; use - for standard output"):
        write(tmp_path / "pipe", "a", force=True)
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_keeps_leading_to_the_file(tmp_path):
    real = tmp_path / "real.md"
    real.write_text("old", encoding="utf-8")
    link = tmp_path / "link.md"
    link.symlink_to(real)
    write(link, "new", force=True)
    assert link.is_symlink()
    assert real.read_text("utf-8") == "new"
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(Refusal):
        write(loop, "a", force=True)


def test_a_home_folder_may_be_short(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    write(Path("~/a.md"), "a")
    assert (tmp_path / "a.md").exists()


def test_a_home_folder_that_is_nobodys_is_refused():
    with pytest.raises(Refusal, match=r"~nobody-here/a\.md: whose folder"):
        write(Path("~nobody-here/a.md"), "a")
