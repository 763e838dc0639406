"""The settings file: what it says is kept, and what is broken is told in one line."""

from pathlib import Path

import pytest

from coach.refusal import Refusal
from coach.store.settings import CAP, Settings


def test_no_file_is_the_default(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path / "none")
    assert (settings.pack, settings.folders) == ("default", {})


def test_what_is_saved_is_read_again(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path / "config")
    settings.pack, settings.folders = "mine", {"mine": tmp_path / "my pack"}
    settings.save()
    assert Settings.load(tmp_path / "config") == settings
    assert [path.name for path in (tmp_path / "config").iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("pack =", "is not TOML"),
        ("pack = 1", "'pack' must be the name of a pack"),
        ('pack = " "', "'pack' must be the name of a pack"),
        ('pcak = "x"', "'pcak' is unknown: expected pack, folders"),
        ("folders = 1", "'folders' must be a table"),
        ("[folders]\nx = 1", "the folder of 'x' must be a whole path"),
        ('[folders]\nx = "here"', "the folder of 'x' must be a whole path"),
        ('[folders]\nx = "/a\\u0000b"', ""),
        ("[folders]\n" + "".join(f'p{n} = "/p"\n' for n in range(201)), "of up to 200 folders"),
        ("#" * (CAP + 1), "is larger than"),
        ("\xff", "is not TOML"),
    ],
)
def test_a_broken_file_is_one_clear_line(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(text.encode("latin-1"))
    if not told:  # what cannot stand in a path is cleaned away
        assert Settings.load(tmp_path).folders == {"x": Path("/ab")}
        return
    with pytest.raises(Refusal, match=told) as refused:
        Settings.load(tmp_path)
    assert str(path) in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    with pytest.raises(Refusal, match=r"settings\.toml"):
        Settings.load(tmp_path)


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(Refusal, match="cannot be written"):
        Settings(tmp_path / "file" / "settings.toml").save()
