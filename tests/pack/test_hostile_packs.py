"""Packs from strangers: whatever lies in a pack's folders, nothing outside is read or listed."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from small_packs import HEAD, write

from coach.pack import check
from coach.pack.pack import BOOK, Pack, default_root
from coach.pack.read import MAX_EXAMPLE, MAX_PAGE, BrokenPack
from coach.pack.runsheet import agenda, run_sheet, run_sheets

SECRET = "the secret of somebody else"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty pack beside a folder with a secret in files of every kind."""
    write(tmp_path / "pack", "pack.toml", HEAD)
    for name in ("x.md", "x.toml", "niche/XX01.md"):
        write(tmp_path / "outside", name, f'title = "{SECRET}"\n')
    return tmp_path / "pack"


READERS: dict[str, tuple[str, Callable[[Pack], object]]] = {
    "card": ("niche/size.md", lambda pack: pack.topic("niche.size")),
    "rule": ("rules/niche/NI01.md", lambda pack: pack.rule("NI01")),
    "own rule": ("rules/niche/XX01.md", lambda pack: pack.rule("XX01")),
    "words": ("words/everyone.toml", lambda pack: pack.words("everyone")),
    "example": ("examples/x.toml", lambda pack: pack.examples()),
    "run sheet": ("runsheets/x.toml", lambda pack: run_sheet(pack, "x")),
    **{f: (f"{f}/x.md", lambda pack, f=f: pack.book_page(f"{f}.x")) for f in BOOK},  # type: ignore[misc]
}


def link(path: Path) -> None:
    root = next(each for each in path.parents if (each / "pack.toml").exists())
    path.symlink_to(root.parent / "outside/x.md")


def absolute(path: Path) -> None:
    path.symlink_to("/etc/hostname")


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.mkdir()


def ring(path: Path) -> None:
    path.symlink_to(path)


def huge(path: Path) -> None:
    path.write_bytes(b"#" * (max(MAX_PAGE, MAX_EXAMPLE) + 1))


def bytes_of_no_text(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00")


@pytest.mark.parametrize(
    "attack", [link, absolute, device, pipe, folder, ring, huge, bytes_of_no_text]
)
@pytest.mark.parametrize("kind", READERS)
def test_no_reader_reads_what_is_no_page(
    root: Path, kind: str, attack: Callable[[Path], None]
) -> None:
    name, read = READERS[kind]
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    attack(root / name)
    with pytest.raises(BrokenPack) as refused:
        read(Pack.open(root))
    told = str(refused.value)
    assert SECRET not in told
    assert "\n" not in told
    assert str(root / name) in told


@pytest.mark.parametrize("name", ["words", "rules", "rules/niche", "examples", "runsheets", *BOOK])
def test_a_folder_that_leads_out_is_not_even_listed(root: Path, name: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).symlink_to(root.parent / "outside")
    pack = Pack.open(root)
    ask: dict[str, Callable[[], object]] = {
        "words": lambda: pack.word_lists,
        "rules": lambda: pack.own_rules,
        "rules/niche": lambda: pack.own_rules,
        "examples": pack.examples,
        "runsheets": lambda: run_sheets(pack),
    }
    with pytest.raises(BrokenPack, match="leads out of the pack"):
        ask.get(name, lambda: pack.book_pages)()
    found = [str(fault) for fault in check.faults(pack)]
    assert any("leads out of the pack" in fault for fault in found), found
    assert not any(SECRET in fault or "x.md" in fault for fault in found)


def test_the_check_of_a_folder_full_of_traps_ends_and_names_them(root: Path) -> None:
    for name, attack in (
        ("frameworks/a.md", pipe),
        ("frameworks/b.md", device),
        ("levers/c.md", huge),
        ("runsheets/d.toml", pipe),
        ("runsheets/e.toml", absolute),
        ("examples/f.toml", ring),
        ("niche/size.md", pipe),
        ("glossary.md", pipe),
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        attack(root / name)
    files = {Path(fault.file).name for fault in check.faults(Pack.open(root))}
    assert {"a.md", "b.md", "c.md", "d.toml", "e.toml", "size.md", "glossary.md"} <= files


def test_pack_toml_itself_is_read_safely(root: Path) -> None:
    for attack in (link_out_of_pack, pipe, device, huge):
        (root / "pack.toml").unlink()
        attack(root / "pack.toml")
        with pytest.raises(BrokenPack):
            Pack.open(root)


def link_out_of_pack(path: Path) -> None:
    path.symlink_to(default_root() / "pack.toml")


ESC = r"\u001b]52;c;aGk=\u0007\u001b[31m\u202e"


def test_control_characters_in_a_pack_reach_nobody(root: Path) -> None:
    write(root, "pack.toml", HEAD.replace('"Own"', f'"O{ESC}wn"'))
    write(
        root,
        "frameworks/x.md",
        f'+++\ntitle = "T{ESC}"\nquestion = "Q{ESC}"\ndepth = "advanced"\n'
        f'sources = ["S{ESC}"]\ncards = []\n+++\n## What it is\n\n\x1b[31mred\x07\n',
    )
    write(
        root,
        "runsheets/x.toml",
        f'title = "R{ESC}"\nminutes = 5\nmaterial = ["{ESC}pen"]\n'
        f'[[blocks]]\ntitle = "B{ESC}"\nminutes = 5\ndo = "D{ESC}"\ntopic = "frameworks.x"\n',
    )
    pack = Pack.open(root)
    page, sheet = pack.book_page("frameworks.x"), run_sheet(pack, "x")
    for text in (pack.title, repr(page), repr(sheet), agenda(sheet, pack)):
        assert not set("\x1b\x07\u202e") & set(text)


def test_a_file_name_of_control_characters_is_told_without_them(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, "pages/\x1b[31m.md", "x")
    assert check.main([str(root)]) == 1
    assert "\x1b" not in capsys.readouterr().out


def test_no_more_files_are_looked_at_than_a_pack_may_have(root: Path) -> None:
    (root / "frameworks").mkdir()
    for number in range(2_005):
        (root / "frameworks" / f"p{number}.md").touch()
    assert len(Pack.open(root).book_pages) >= 2_000
    shutil.rmtree(root / "frameworks")
