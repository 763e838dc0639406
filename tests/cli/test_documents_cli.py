"""Documents from the command line."""

import json
import os

import pytest

from coach.cli import documents as commands
from coach.cli.pages import page
from coach.export import documents
from coach.export.document import (
    Cell,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    Item,
    Items,
    Note,
    Quote,
    Row,
    Span,
    Table,
    Text,
)


@pytest.fixture
def path(make):
    return make("Hearth & Crumb", offering="Bread by post")


def test_forms_and_formats_are_those_of_the_exports():
    assert set(commands.FORMS) == {*documents.FORMS, commands.WORKSHEET}
    assert set(commands.FORMATS) == set(documents.FORMATS)


def test_export_is_the_brief_as_markdown_on_standard_output(run, path):
    result = run("export", path.stem)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("# Hearth ")
    assert "Bread by post" in result.stdout
    assert result.stdout.endswith("\n")
    assert not result.stdout.endswith("\n\n")
    assert run("export", path.stem, "-o", "-").stdout == result.stdout
    assert run("show", path.stem).stdout == result.stdout


@pytest.mark.parametrize("form", documents.FORMS)
def test_every_form_in_every_format_it_has(run, refused, path, form):
    for kind in documents.FORMATS:
        result = run("export", path.stem, "--form", form, "--format", kind)
        if kind in documents.formats_of(form):
            assert (result.exit_code, result.stderr) == (0, "")
            assert result.stdout.strip() or kind == "csv"  # no risks yet, no rows
        else:
            refused(result)
    json.loads(run("export", path.stem, "--form", form, "--format", "json").stdout)


@pytest.mark.parametrize("form", commands.SHOWN)
def test_what_is_shown_in_a_pipe_is_what_is_exported(run, path, form):
    shown = run("show", path.stem, "--form", form)
    assert shown.exit_code == 0
    assert shown.stdout == run("export", path.stem, "--form", form).stdout


def test_a_file_is_written_once_and_replaced_only_by_force(run, refused, path, tmp_path):
    target = tmp_path / "brief.md"
    result = run("export", path.stem, "-o", str(target))
    assert (result.exit_code, result.stdout) == (0, "")
    assert str(target) in result.stderr
    assert target.read_text(encoding="utf-8") == run("export", path.stem).stdout
    target.write_text("mine", encoding="utf-8")
    assert "--force" in refused(run("export", path.stem, "-o", str(target)))
    assert target.read_text(encoding="utf-8") == "mine"
    assert run("export", path.stem, "-o", str(target), "--force").exit_code == 0
    assert target.read_text(encoding="utf-8") != "mine"


def test_a_folder_that_is_not_there_is_refused(run, refused, path, tmp_path):
    assert "nowhere" in refused(run("export", path.stem, "-o", str(tmp_path / "nowhere" / "x.md")))


def words(text):
    return (Span(text),)


BLOCKS = (
    Heading(2, words("Niche")),
    Text(words("A paragraph that is long enough to be wrapped. " * 4)),
    Quote(words("First line\nsecond [b]line[/b]")),
    Note(words("Still open")),
    Facts((Fact("Customers", words("1,850")), Fact("Why", words("because " * 30)))),
    Items((Item(words("Oven breaks"), (Fact("Owner", words("Ida")),)),)),
    Table(
        (Column("risk", "Risk"), Column("loss", "Loss", number=True)),
        (Row((Cell(words("Oven")), Cell(words("€420"), 420, number=True))),),
    ),
)


@pytest.fixture
def document(monkeypatch):
    import datetime as dt

    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("LINES", "24")
    return Document("brief", "Hearth", "the brief", "k1", dt.date(2026, 1, 1), "en", "€", BLOCKS)


def test_a_page_fits_the_terminal_and_says_everything(document):
    lines = page(document).split("\n")
    assert all(len(line) <= 60 for line in lines)
    text = "\n".join(lines)
    for part in ("Hearth: the brief", "## Niche", "  │ First line\n  │ second [b]line[/b]"):
        assert part in text
    for part in ("  ! Still open", "Customers: 1,850", "  1. Oven breaks", "     Owner: Ida"):
        assert part in text
    assert "Risk  Loss\nOven  €420" in text


def test_a_table_that_is_too_wide_becomes_labelled_lines(document, monkeypatch):
    monkeypatch.setenv("COLUMNS", "8")
    assert "Risk: Oven\nLoss: €420" in page(document)


def test_no_color_means_no_escape_codes(document, monkeypatch):
    assert "\x1b" not in page(document)
    monkeypatch.delenv("NO_COLOR")
    assert "\x1b[1m" in page(document)


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_show_is_a_page_on_a_terminal(path, process):
    main, other = os.openpty()
    try:
        done = process(
            "show",
            path.stem,
            capture_output=False,
            stdout=other,
            env={**os.environ, "NO_COLOR": ""},
        )
        os.close(other)
        shown = os.read(main, 100_000).decode()
    finally:
        os.close(main)
    assert done.returncode == 0
    assert shown.startswith("\x1b[1mHearth & Crumb: ")
