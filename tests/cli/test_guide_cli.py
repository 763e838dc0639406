"""``coach guide``: the playbook in plain lines."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from coach import flow
from coach.cli import guide
from coach.pack.book import Book
from coach.pack.pack import Pack

Run = Callable[..., Result]

PAGE = """+++
title = "The lantern"
question = "Who holds the light?"
sources = ["Wick, 1980"]
cards = ["niche.size"]
depth = "advanced"
+++
## What it is
Light. See [the example of a size](coach:niche.size#example).

1. first
2. second

> A quotation.

| a | b |
|---|---|
| 1 | 2 |

## Use it here
Now.
"""


def test_without_a_topic_it_lists_key_and_title_by_step(run: Run) -> None:
    lines = run("guide").stdout.splitlines()
    keys = [line.split()[0] for line in lines if line.startswith("  ")]
    cards = [card.key for card in flow.CARDS]
    assert [key for key in keys if key in cards] == cards
    assert "examples.molar-guard" in keys
    assert lines[0] == "Start"
    assert next(line for line in lines if line.startswith("  niche.size ")).endswith(" Size")


@pytest.mark.parametrize("chapter", guide.LONG)
def test_long_chapters_are_only_named_and_have_a_list_of_their_own(run: Run, chapter: str) -> None:
    assert f": coach guide {chapter}\n" in run("guide").stdout
    told = run("guide", chapter).stdout
    assert "NI01" in told or "## Micro-segment" in told


@pytest.mark.parametrize("words", [["niche.size"], ["size"], ["Size"]])
def test_into_a_pipe_a_page_is_its_markdown(run: Run, words: list[str]) -> None:
    assert run("guide", *words).stdout == Book(Pack()).page("niche.size").markdown() + "\n"


def test_a_term_and_a_heading_are_shown_alone(run: Run) -> None:
    told = run("guide", "micro", "segment").stdout
    assert told.startswith("# Glossary\n\n## Micro-segment\n\n")
    assert told.count("## ") == 1
    assert run("guide", "niche.size#example").stdout.startswith("# Size\n\n## Example\n\n")


def test_a_depth_leaves_out_what_is_deeper(run: Run) -> None:
    def headings(*words: str) -> list[str]:
        lines = run("guide", "differentiation.type", *words).stdout.splitlines()
        return [line[3:] for line in lines if line.startswith("## ")]

    every = headings()
    assert {"Fundamentals", "Intermediate", "Advanced", "Example"} <= set(every)
    assert headings("--depth", "advanced") == every
    less = headings("--depth", "intermediate")
    assert less == [heading for heading in every if heading != "Advanced"]
    least = headings("--depth", "fundamentals")
    assert least == [heading for heading in less if heading != "Intermediate"]
    contents = run("guide", "--depth", "fundamentals").stdout
    assert "  niche.size " in contents
    assert "niche.compare" not in contents


@pytest.mark.parametrize(
    ("word", "near"), [("niche.sise", "did you mean niche.size?"), ("qqqqqqq", "coach guide lists")]
)
def test_an_unknown_topic_is_refused_with_the_nearest(
    run: Run, refused: Callable[[Result], str], word: str, near: str
) -> None:
    assert near in refused(run("guide", word))


def test_a_search_lists_hits_and_answers_no_where_there_are_none(run: Run) -> None:
    found = run("guide", "--search", "NI01")
    assert (found.exit_code, found.stdout.split(":")[0]) == (0, "rules.niche.NI01")
    assert all(": " in line for line in found.stdout.splitlines())
    more = run("guide", "--search", "micro", "segment")
    assert more.stdout.startswith("glossary#micro-segment: Glossary, Micro-segment: ")
    none = run("guide", "--search", "xyzzyx")
    assert (none.exit_code, none.stdout, none.stderr) == (1, "", "nothing found\n")


def test_in_a_terminal_a_page_is_drawn(
    run: Run, pack_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pack_folder / "frameworks").mkdir()
    (pack_folder / "frameworks" / "lantern.md").write_text(PAGE, encoding="utf-8")
    monkeypatch.setattr(guide, "terminal", lambda stream: True)
    told = run("guide", "lantern", "--pack", str(pack_folder)).stdout
    assert told == (
        "The lantern\n\nWho holds the light?\n\n## What it is\n\n"
        "Light. See the example of a size (niche.size#example).\n\n"
        "1. first\n2. second\n\n  │ A quotation.\n\na  b\n1  2\n\n"
        "## Use it here\n\nNow.\n\n## Sources\n\n• Wick, 1980\n\n"
        "## See also\n\n• Size (niche.size)\n"
    )


def test_a_pack_of_one_s_own_is_read(
    run: Run, pack_folder: Path, refused: Callable[[Result], str]
) -> None:
    (pack_folder / "niche").mkdir()
    page = pack_folder / "niche" / "size.md"
    page.write_text('+++\ntitle = "How many?"\n+++\n', encoding="utf-8")
    assert run("--pack", str(pack_folder), "guide", "niche.size").stdout.startswith("# How many?\n")
    page.write_text("+++\ntitle = \n+++\n", encoding="utf-8")
    assert "size.md:2: is not TOML" in refused(run("guide", "--pack", str(pack_folder), "size"))
    listed = run("guide", "--pack", str(pack_folder))
    assert "  niche.size " in listed.stdout
