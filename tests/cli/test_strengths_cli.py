"""What stands on evidence, on the command line: asked for in text, always there in JSON."""

import json

import pytest

from coach.coaching.engine import STRENGTHS
from coach.pack.pack import Pack

PART = Pack().rule("ST06").good
LINE = ":differentiation.named: strength ST06 7 of the 12 customers asked named"


@pytest.fixture
def path(make):
    return make("One", depth="advanced", **PART)


def test_text_says_them_only_if_asked(run, path):
    assert "ST06" not in run("check", path.stem).stdout
    (line,) = [
        line
        for line in run("check", path.stem, "--strengths").stdout.splitlines()
        if "ST06" in line
    ]
    assert line.startswith(f"{path}{LINE}")


def test_they_change_neither_counts_nor_exit_code(run, path):
    plain, more = (run("check", path.stem, *flag) for flag in ([], ["--strengths"]))
    assert plain.exit_code == more.exit_code
    assert plain.stderr == more.stderr
    assert plain.stdout.splitlines() == more.stdout.splitlines()[:-1]


def test_json_has_them_with_exactly_the_promised_keys(run, path):
    report = json.loads(run("check", str(path), "--format", "json").stdout)
    (strength,) = report["strengths"]
    assert list(strength) == ["rule", "step", "field", "quote", "message", "why", "keep"]
    assert strength["rule"] == "ST06"
    assert strength["keep"] == Pack().rule("ST06").keep
    assert set(report["counts"]) == {"blocker", "flaw", "gap", "hint"}
    assert "ST06" not in [finding["rule"] for finding in report["findings"]]


@pytest.mark.parametrize("rule", [rule.id for rule in STRENGTHS])
def test_explain_says_why_and_how_to_keep_it(run, rule):
    result = run("explain", rule.lower())
    assert result.exit_code == 0
    for told in (f"# {rule}: ", "Level: strength", "## Why", "## Keep it", "## Bad", "## Good"):
        assert told in result.stdout
    assert "How to fix" not in result.stdout
    assert "{" not in result.stdout


def test_the_whole_plan_tells_them_after_the_findings_and_other_forms_do_not(run, make):
    broad = {"candidates": [{"name": "All", "who": "Everyone"}]}
    path = make("One", depth="advanced", niche=broad, **PART)
    text = run("export", path.stem, "--form", "plan").stdout
    assert "What stands on evidence" in text
    assert text.index("What the coach says") < text.index("What stands on evidence")
    assert "What stands on evidence" not in run("brief", path.stem).stdout
