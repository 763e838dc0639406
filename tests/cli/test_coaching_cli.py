"""Checking plans and explaining rules from the command line."""

import json

import pytest

from coach.coaching.engine import RULES, STRENGTHS, Coach
from coach.coaching.finding import Finding
from coach.coaching.rule import Level


def finding(level, rule="NI01", aside="", message="“Everyone” is no niche"):
    return Finding(
        rule,
        level,
        "niche",
        "niche.exclusion",
        "Everyone",
        message,
        "Because.",
        "Name them.",
        fingerprint="",
        set_aside=aside,
    )


@pytest.fixture
def found(monkeypatch):
    """What the coach will find, whatever the plan; the test fills it."""
    findings = []
    monkeypatch.setattr(Coach, "check", lambda self, plan: tuple(findings))
    return findings


@pytest.mark.parametrize("worst", Level)
@pytest.mark.parametrize("asked", [*Level, None])
def test_the_exit_code_answers_from_the_level_on(run, make, found, worst, asked):
    found.append(finding(worst))
    words = ["--level", asked.value] if asked else []
    expected = 1 if worst.rank <= (asked or Level.FLAW).rank else 0
    assert run("check", make("One").stem, *words).exit_code == expected


def test_set_aside_findings_do_not_count(run, make, found):
    found.append(finding(Level.BLOCKER, aside="not here"))
    path = make("One")
    result = run("check", path.stem)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        f"{path}:niche.exclusion: set aside NI01 not here\n{path}: nothing found, 1 set aside\n"
    )
    (shown,) = json.loads(run("check", path.stem, "--format", "json").stdout)["findings"]
    assert shown["set_aside"] == "not here"


def test_nothing_found_is_said_where_no_script_reads(run, make, found):
    path = make("One")
    result = run("check", path.stem)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"{path}: nothing found\n")
    assert run("check", path.stem, "--format", "json").stderr == ""


def test_help_knows_the_words_that_the_app_has_for_the_levels(run):
    from coach.tui.signs import LEVELS

    told = " ".join(run("check", "--help").stdout.split())
    for level, (_, word, _) in LEVELS.items():
        assert f'{level} is "{word}"' in told


def test_text_is_one_line_a_finding(run, make, found):
    found += [finding(Level.FLAW, message="first\nsecond"), finding(Level.HINT, "NI02")]
    path = make("One")
    result = run("check", path.stem)
    assert result.stdout.splitlines() == [
        f"{path}:niche.exclusion: flaw NI01 first second",
        f"{path}:niche.exclusion: hint NI02 “Everyone” is no niche",
    ]


def test_json_has_exactly_the_promised_keys(run, make, found):
    found.append(finding(Level.GAP))
    path = make("One")
    report = json.loads(run("check", str(path), "--format", "json").stdout)
    assert report.keys() == {"plan", "findings", "counts", "strengths"}
    assert report["plan"] == str(path)
    assert report["findings"] == [
        {
            "rule": "NI01",
            "level": "gap",
            "step": "niche",
            "field": "niche.exclusion",
            "quote": "Everyone",
            "message": "“Everyone” is no niche",
            "why": "Because.",
            "fix": "Name them.",
            "question": "",
            "set_aside": "",
        }
    ]
    assert report["counts"] == {"blocker": 0, "flaw": 0, "gap": 1, "hint": 0}


def test_several_plans_are_several_lines_of_json(run, make, found):
    paths = [make("One"), make("Two")]
    result = run("check", *(path.stem for path in paths), "--format", "json")
    assert [json.loads(line)["plan"] for line in result.stdout.splitlines()] == [*map(str, paths)]


def test_a_plan_that_cannot_be_read_does_not_hide_the_others(run, make, found):
    found.append(finding(Level.FLAW))
    result = run("check", "nosuch", make("One").stem)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "nosuch" in result.stderr
    assert "NI01" in result.stdout


def test_the_real_coach_answers_too(run, make):
    path = make("One", niche={"exclusion": "x"})
    lines = run("check", path.stem, "--level", "hint").stdout.splitlines()
    assert all(line.startswith(f"{path}:") for line in lines)


def test_explain_lists_every_rule(run):
    result = run("explain")
    assert result.exit_code == 0
    listed = [line.split()[:2] for line in result.stdout.splitlines()]
    assert [rule for rule, _ in listed] == [rule.id for rule in (*RULES, *STRENGTHS)]
    assert {level for _, level in listed} <= {*Level, "strength"}


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_explain_says_why_and_how_to_fix(run, rule):
    result = run("explain", rule.lower())
    assert result.exit_code == 0
    assert result.stdout.startswith(f"# {rule}: ")
    for heading in ("## Why", "## How to fix", "## Question", "## Bad", "## Good"):
        assert heading in result.stdout
    assert "{" not in result.stdout


def test_explain_names_the_answers_that_a_rule_compares(run):
    told = run("explain", "RE02").stdout
    assert "## Compares\n\nPrice per order (niche.price), " in told
    assert "value.our_price" in told
    assert "Compares" not in run("explain", "RE09").stdout


def test_explain_of_no_rule_is_refused(run, refused):
    assert "did you mean" in refused(run("explain", "NI1"))
    assert "coach explain" in refused(run("explain", "nothing"))
