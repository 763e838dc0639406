"""Worksheets from the command line: written, filled in, taken in."""

import pytest

from coach.pack.pack import Pack
from coach.store.form import tree_of
from coach.store.reading import read_plan


@pytest.fixture
def path(make):
    rows = {"candidates": [{"id": "kab"}]}
    version = Pack.open().version
    return make("Hearth & Crumb", "Bread by post", niche=rows, pack_version=version)


def answers(file):
    tree = tree_of(read_plan(file))
    return {key: value for key, value in tree.items() if key not in ("id", "changed")}


def test_a_worksheet_is_written_and_taken_in_again(run, path, tmp_path):
    sheet = tmp_path / "sheet.md"
    run("export", path.stem, "--form", "worksheet", "-o", str(sheet))
    result = run("import", str(sheet))
    assert result.exit_code == 0
    assert "the same id" in result.stderr
    assert answers(result.stdout.strip()) == answers(path)


def test_a_blank_worksheet_becomes_an_empty_plan_with_a_word(run, path, tmp_path):
    sheet = tmp_path / "sheet.txt"
    run("export", path.stem, "--form", "worksheet", "--blank", "-o", str(sheet))
    result = run("import", str(sheet))
    assert result.exit_code == 0
    assert "nothing was filled in" in result.stderr
    assert "start" not in answers(result.stdout.strip())


def test_what_is_no_number_is_kept_and_told_with_its_line(run, path, tmp_path):
    sheet = tmp_path / "sheet.md"
    text = run("export", path.stem, "--form", "worksheet").stdout
    sheet.write_text(text.replace("``` niche.count\n", "``` niche.count\nlots"), encoding="utf-8")
    line = text[: text.index("``` niche.count\n")].count("\n") + 1
    result = run("import", str(sheet))
    assert f"{sheet}: line {line}: niche.count: a number is expected" in result.stderr
    assert read_plan(result.stdout.strip()).drafts == {"niche.count": "lots"}


def test_a_worksheet_that_cannot_be_read_is_refused_and_makes_no_plan(run, refused, path, tmp_path):
    sheet = tmp_path / "sheet.md"
    sheet.write_text("# Notes\n\n``` niche.cuont\n5\n```\n", encoding="utf-8")
    before = sorted(path.parent.glob("*.toml"))
    said = refused(run("import", str(sheet)))
    assert f"{sheet}, line 3: " in said
    assert "did you mean 'niche.count'?" in said
    assert sorted(path.parent.glob("*.toml")) == before


def test_blank_goes_with_worksheets_and_worksheets_are_markdown(run, refused, path):
    assert "--form worksheet" in refused(run("export", path.stem, "--blank"))
    said = refused(run("export", path.stem, "--form", "worksheet", "--format", "html"))
    assert "Markdown" in said
