"""What an export may load, and what Markdown linters say of it."""

import subprocess
import sys

import pytest

from coach.export.documents import FORMS, build, render

LOADS = """
import sys
from pathlib import Path
from coach.export.documents import build, render
from coach.pack.pack import Pack
from coach.plan import Plan
document = build("risks", Plan(), Pack(Path(sys.argv[1])))
for kind in ("markdown", "csv", "json"):
    render(document, kind)
heavy = {"jinja2", "markdown_it", "textual", "rich", "click", "tomlkit"}
print(sorted(heavy & set(sys.modules)))
render(document, "html")
print(sorted(heavy & set(sys.modules)))
"""


def test_only_html_loads_a_template_engine(pack):
    done = subprocess.run(
        [sys.executable, "-c", LOADS, str(pack.root)],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.split("\n") == ["[]", "['jinja2']", ""]


HARD = [
    "#1 in the market\n# heading\n\n\n- item\n1. one",
    "see https://example.org/a_b or www.example.org",
    "** bold ** __ it __ ` code ` [ link ]( x ) (text)[url]",
    "<b>html</b> <br>",
    "ends with colon:",
    "tab\there\n\tthere  ",
    "| a | b |\n| - | - |",
    "---\n***\n===",
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["dental", "bakery", "empty", "hostile", "deepest"])
def test_markdown_passes_the_linter(form, name, dental, shipped, today, request, tmp_path):
    """All of pymarkdown's rules as they come, but MD013: a paragraph is one line on purpose."""
    plan = dental if name == "hostile" else request.getfixturevalue(name)
    if name == "hostile":
        plan = _hostile(dental)
    path = tmp_path / "out.md"
    path.write_text(render(build(form, plan, shipped, today=today), "markdown"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pymarkdown", "--disable-rules", "MD013", "scan", str(path)],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        cwd=tmp_path,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def _hostile(plan):
    plan = plan.model_copy(deep=True)
    texts = iter(HARD * 9)
    plan.start.name = next(texts)
    for step, rows in (
        (plan.niche, plan.niche.candidates),
        (plan.value, plan.value.pains),
        (plan.risk, plan.risk.risks),
        (plan.review, plan.review.tests),
    ):
        for answers in (step, *rows):
            for key, field in type(answers).model_fields.items():
                if field.annotation is str and key not in ("id", "chosen"):
                    setattr(answers, key, next(texts, HARD[0]))
    return plan
