"""Pack files are data from strangers: nothing but plain text inside the folder is read."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from coach.pack.read import (
    MAX_DOTS,
    MAX_FRONT_MATTER,
    MAX_PAGE,
    BrokenPack,
    MissingPage,
    coded,
    parse_toml,
    read_page,
    sections,
    split_front_matter,
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "pack"
    folder.mkdir()
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    return folder


def link_out(root: Path) -> str:
    (root / "page.md").symlink_to(root.parent / "secret.md")
    return "page.md"


def link_by_folder(root: Path) -> str:
    (root / "niche").symlink_to(root.parent)
    return "niche/secret.md"


def device(root: Path) -> str:
    (root / "page.md").symlink_to("/dev/zero")
    return "page.md"


def pipe(root: Path) -> str:
    os.mkfifo(root / "page.md")
    return "page.md"


def folder(root: Path) -> str:
    (root / "page.md").mkdir()
    return "page.md"


def ring(root: Path) -> str:
    (root / "page.md").symlink_to(root / "other.md")
    (root / "other.md").symlink_to(root / "page.md")
    return "page.md"


def too_large(root: Path) -> str:
    (root / "page.md").write_bytes(b"x" * (MAX_PAGE + 1))
    return "page.md"


def above(root: Path) -> str:
    return "../secret.md"


def absolute(root: Path) -> str:
    return str(root.parent / "secret.md")


def nul(root: Path) -> str:
    return "pa\x00ge.md"


def not_utf8(root: Path) -> str:
    (root / "page.md").write_bytes(b"one\ntwo \xff\n")
    return "page.md"


@pytest.mark.parametrize(
    ("attack", "told"),
    [
        (link_out, "leads out of the pack"),
        (link_by_folder, "leads out of the pack"),
        (above, "leads out of the pack"),
        (absolute, "leads out of the pack"),
        (device, "leads out of the pack"),
        (pipe, "is no plain file"),
        (folder, "is no plain file"),
        (ring, "cannot be read"),
        (nul, "cannot be read"),
        (too_large, "is larger than 32,000 bytes"),
        (not_utf8, "page.md:2: is not UTF-8"),
    ],
)
def test_what_is_no_page_is_refused(root: Path, attack: Callable[[Path], str], told: str) -> None:
    with pytest.raises(BrokenPack) as refused:
        read_page(root, attack(root))
    assert told in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_missing_page_is_its_own_kind_of_fault(root: Path) -> None:
    (root / "file.md").write_text("x", encoding="utf-8")
    for name in ("none.md", "none/none.md", "file.md/none.md"):
        with pytest.raises(MissingPage, match="is missing"):
            read_page(root, name)


def test_a_page_of_just_the_limit_is_read_whole(root: Path) -> None:
    (root / "page.md").write_bytes(b"x" * MAX_PAGE)
    assert len(read_page(root, "page.md")) == MAX_PAGE


def test_a_link_inside_the_folder_is_followed(root: Path) -> None:
    (root / "real.md").write_text("text", encoding="utf-8")
    (root / "page.md").symlink_to(root / "real.md")
    assert read_page(root, "page.md") == "text"


def test_a_folder_named_from_here_is_another_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in ("one", "two"):
        (tmp_path / place / "pack").mkdir(parents=True)
        (tmp_path / place / "pack" / "page.md").write_text(place, encoding="utf-8")
        monkeypatch.chdir(tmp_path / place)
        assert read_page(Path("pack"), "page.md") == place


def test_text_is_cleaned(root: Path) -> None:
    (root / "page.md").write_bytes("\ufeffone\r\ntwo\x1b[31m\u202e".encode())
    assert read_page(root, "page.md") == "one\ntwo[31m"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title = 'x'", "p.md:1: '+++' is expected on the first line"),
        ("", "p.md:1: '+++' is expected on the first line"),
        ("+++\ntitle = 'x'", "p.md:1: a second line '+++' is expected"),
        ("+++\na = 1\nb = \n+++\n", "p.md:3: is not TOML"),
        ("+++\na = 1\na = 2\n+++\n", "p.md:3: is not TOML"),
        ("+++\na = 'x\n+++\n", "p.md:2: is not TOML"),
        ('+++\nb = 1\na = """x\n+++\n', "p.md:3: is not TOML"),
        ("+++\nn = 5\n" + "a." * (MAX_DOTS + 1) + "b = 1\n+++\n", "p.md:3: a key has more"),
        ("+++\na = " + "[" * 3000 + "]" * 3000 + "\n+++\n", "p.md:2: is not TOML"),
        ("+++\na = " + "9" * 5000 + "\n+++\n", "p.md:2: is not TOML"),
        ("+++\na = [{b = 0x" + "f" * 5000 + "}]\n+++\n", "p.md:2: is not TOML: a number has"),
        ("+++\na = '" + "x" * MAX_FRONT_MATTER + "'\n+++\n", "is over 16,000 bytes"),
    ],
)
def test_bad_front_matter_is_told_with_file_and_line(text: str, told: str) -> None:
    with pytest.raises(BrokenPack) as refused:
        split_front_matter(text, "p.md")
    assert told in str(refused.value)


FRONT = """+++
title = "Size"
[fields.count]
label = "How many" # [fields.nothing]
'help' = "Count them"
[[fields.count.examples]]
name = "one"
[[fields.count.examples]]
name = "two"
[fields.count.examples.evidence]
status = "heard"
[fields."count.part"]
label = "x"
a.b = 1
+++
Guide
"""


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("title",), 2),
        (("fields", "count"), 3),
        (("fields", "count", "label"), 4),
        (("fields", "count", "help"), 5),
        (("fields", "count", "examples"), 6),
        (("fields", "count", "examples", 0, "name"), 7),
        (("fields", "count", "examples", 1, "name"), 9),
        (("fields", "count", "examples", 1, "evidence", "status"), 11),
        (("fields", "count.part", "label"), 13),
        (("fields", "count.part", "a", "b"), 14),
        (("fields", "count.part", "missing"), 12),
        (("fields", "count", "examples", 7, "name"), 6),
        (("nothing",), 2),
        ((), 2),
    ],
)
def test_a_key_is_found_on_its_line(keys: tuple[str | int, ...], line: int) -> None:
    front, body = split_front_matter(FRONT, "p.md")
    assert front.line(*keys) == line
    assert body == "Guide\n"


def test_finding_a_line_stays_quick_on_hostile_text() -> None:
    lines = ["." * 30, '"' * 15_000, "a" * 15_000, "]" * 15_000, "[" + " " * 15_000, "a." * 30]
    front = parse_toml("a = '''\n" + "\n".join(lines) + "\n'''\nb = 1\n", "p.toml")
    assert front.line("b") == len(lines) + 3


@pytest.mark.parametrize(
    ("fence", "end"), [("```", "```"), ("~~~ text", "~~~~ "), ("````", "`````")]
)
def test_sections_are_found_by_heading_and_not_inside_code(fence: str, end: str) -> None:
    code = f"{fence}\n## no heading\n~~\n``\n{end}"
    body = f"before\n## One\n\ntext\n{code}\n### deeper\n## Two\n## Three \nx\n"
    assert sections(body) == {
        "": "before",
        "One": f"text\n{code}\n### deeper",
        "Three": "x",
    }


LINES = (
    "## A",
    "## B",
    "text",
    "",
    "```",
    "````",
    "~~~",
    "~~~~",
    "``` x",
    "~~~ `x`",
    "```a`b",
    " ~~~",
    "    ```",
    "~~",
)


@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_code_is_what_markdown_takes_for_code(lines: list[str]) -> None:
    tokens = MarkdownIt("commonmark").parse("\n".join(lines))
    headings = [t.map[0] for t in tokens if t.type == "heading_open" and t.map]
    read = [n for n, (line, code) in enumerate(coded(lines)) if line[:3] == "## " and not code]
    assert read == headings
