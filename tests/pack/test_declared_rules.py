"""A pack over the shipped one: its rules tuned, switched off, and joined by rules without code."""

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from coach.cli.main import coach as command
from coach.coaching import declared
from coach.coaching.engine import Coach, rules_with, set_aside
from coach.pack import check
from coach.pack.own import MOST_OWN
from coach.pack.pack import Pack
from coach.pack.read import BrokenPack
from coach.plan import Plan
from coach.store.form import dump

TODAY = dt.date(2026, 11, 1)
HEAD = 'id = "own"\ntitle = "Own"\nversion = "1"\nlanguage = "en"\nextends = "default"\n'
FILE = "rules/niche/SAT01.md"
RULE = """+++
title = "No photo of the shop window"
level = "gap"
message = "{quote} shows no shop window."
question = "What would a passer-by see?"
source = "The Saturday workshop"

[when]
field = "niche.exclusion"
kind = "words"
lacks = "sat_windows"
unless = ["nothing"]
concrete = true

[bad.niche]
exclusion = "Those who never walk past"

[good.niche]
exclusion = "Whoever has no shop window"
+++

## Why

A window says more than a page.

## How to fix

Stand outside and take a picture.
"""
WORDS = 'words = ["shop window", "display"]\n'
Write = Callable[[str, str], None]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "own"
    root.mkdir()
    (root / "pack.toml").write_text(HEAD, encoding="utf-8")
    return root


@pytest.fixture
def write(root: Path) -> Write:
    def to(name: str, text: str) -> None:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return to


@pytest.fixture
def own(root: Path, write: Write) -> Path:
    """A pack with one rule of its own."""
    write(FILE, RULE)
    write("words/sat_windows.toml", WORDS)
    return root


def told(root: Path) -> list[str]:
    return [str(fault).removeprefix(f"{root}/") for fault in check.faults(Pack.open(root))]


def found(root: Path, **steps: object) -> dict[str, str]:
    """The rules that a plan trips, with their levels."""
    plan = Plan.model_validate({"depth": "advanced", **steps})
    return {each.rule: each.level for each in Coach(Pack.open(root), TODAY).check(plan)}


# -- tuning a shipped rule ---------------------------------------------------------------

EVERYONE = {"candidates": [{"id": "k1", "who": "Everyone"}]}


def test_a_page_may_change_the_level_alone(root: Path, write: Write) -> None:
    assert found(root, niche=EVERYONE) == {"NI01": "blocker"}
    write("rules/niche/NI01.md", '+++\nlevel = "hint"\n+++\n')
    assert found(root, niche=EVERYONE) == {"NI01": "hint"}
    assert told(root) == []


def test_a_page_may_change_the_message_alone(root: Path, write: Write) -> None:
    write("rules/niche/NI01.md", '+++\nmessage = "Who is not in {quote}?"\n+++\n')
    plan = Plan.model_validate({"niche": EVERYONE})
    (finding,) = Coach(Pack.open(root), TODAY).check(plan)
    assert finding.message == "Who is not in “Everyone”?"
    assert finding.why == Pack().rule("NI01").why


def test_a_page_may_change_one_limit_and_keep_the_others(root: Path, write: Write) -> None:
    page = Pack().rule("DI16")
    assert "DI16" in found(root, **page.bad)
    write("rules/differentiation/DI16.md", "+++\n[limits]\nweighty = 9.5\n+++\n")
    limits = Pack.open(root).rule("DI16").limits
    assert limits == {**page.limits, "weighty": 9.5}
    assert "DI16" not in found(root, **page.bad)


def test_examples_that_no_longer_hold_are_told(root: Path, write: Write) -> None:
    write("rules/differentiation/DI16.md", "+++\n[limits]\nweighty = 9.5\n+++\n")
    file = "rules/differentiation/DI16.md"
    assert told(root) == [f"{file}:2: the bad example does not trip DI16"]


def test_a_page_may_change_one_of_the_messages(root: Path, write: Write) -> None:
    write("rules/value/VP17.md", '+++\n[messages]\nbroken = "Mend {quote}."\n+++\n')
    assert Pack.open(root).rule("VP17").messages["broken"] == "Mend {quote}."


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        ("differentiation/DI16.md", "[limits]\nwieghty = 9", ":3: 'wieghty' is unknown; did you m"),
        ("differentiation/DI16.md", "[limits]\nweighty = inf", ":2: 'limits' must be a table, ea"),
        ("differentiation/DI16.md", "[limits]\nweighty = nan", ":2: 'limits' must be a table, ea"),
        (
            "differentiation/DI16.md",
            "[limits]\nweighty = 0x" + "f" * 9_000,
            ":3: is not TOML: a nu",
        ),
        ("niche/NI01.md", "[limits]\nmost = 9", ":3: 'most' is unknown; NI01 has no limits"),
        ("value/VP17.md", '[messages]\nbrokn = "x"', ":3: 'brokn' is unknown; did you mean 'brok"),
        ("niche/NI01.md", 'level = "silent"', ":2: 'level' must be blocker, flaw, gap, hint or o"),
        ("niche/NI01.md", "level = 0", ":2: 'level' must be text"),
        ("niche/NI01.md", '[when]\nfield = "x"', ":2: [when] is for rules of a pack's own, and th"),
    ],
)
def test_a_tuning_that_means_nothing_is_refused(
    root: Path, write: Write, file: str, text: str, fault: str
) -> None:
    write(f"rules/{file}", f"+++\n{text}\n+++\n")
    faults = told(root)
    assert [each for each in faults if each.startswith(f"rules/{file}{fault}")] == faults[:1]
    assert len(faults) == 1


def test_own_words_change_what_a_rule_finds(root: Path, write: Write) -> None:
    wish = {"candidates": [{"id": "k1", "who": "Gen Z shoppers"}]}
    assert "NI01" in found(root, niche=wish)
    write("words/everyone.toml", 'words = ["whoever bakes"]\n')
    who = {"candidates": [{"id": "k1", "who": "Whoever bakes"}]}
    assert "NI01" in found(root, niche=who)
    assert "NI01" not in found(root, niche=wish)


def test_a_rule_can_be_switched_off(root: Path, write: Write) -> None:
    write("rules/niche/NI01.md", '+++\nlevel = "off"\n+++\n')
    assert found(root, niche=EVERYONE) == {}
    assert told(root) == []
    assert "NI01  off" in said(root, "explain")
    assert "Level: off" in said(root, "explain", "NI01")


# -- a rule of one's own -----------------------------------------------------------------


def said(root: Path, *words: str, code: int = 0) -> str:
    result = CliRunner().invoke(command, [*words, "--pack", str(root)])
    assert result.exit_code == code, result.output
    return result.output


def test_a_sound_rule_has_no_fault(own: Path) -> None:
    assert told(own) == []


def test_it_finds_what_it_declares(own: Path) -> None:
    plan = Plan.model_validate(Pack.open(own).rule("SAT01").bad)
    (finding,) = (each for each in Coach(Pack.open(own), TODAY).check(plan) if each.rule == "SAT01")
    assert (finding.level, finding.step, finding.field) == ("gap", "niche", "niche.exclusion")
    assert finding.message == "“Those who never walk past” shows no shop window."
    assert finding.why == "A window says more than a page."
    assert finding.question == "What would a passer-by see?"
    for text in ("Nobody", "The 40 shops", "Shops in Ghent", "No displays", ""):
        assert "SAT01" not in found(own, niche={"exclusion": text})


def test_it_can_be_set_aside_and_comes_back(own: Path) -> None:
    coach = Coach(Pack.open(own), TODAY)
    plan = Plan.model_validate(Pack.open(own).rule("SAT01").bad)
    finding = next(each for each in coach.check(plan) if each.rule == "SAT01")
    plan.set_aside = [set_aside(finding, "We sell by post", TODAY)]
    assert [each.open for each in coach.check(plan) if each.rule == "SAT01"] == [False]
    plan.niche.exclusion = "Those who walk past too fast"
    assert [each.open for each in coach.check(plan) if each.rule == "SAT01"] == [True]


def test_the_command_line_lists_explains_and_checks_it(own: Path, tmp_path: Path) -> None:
    assert "SAT01  gap      No photo of the shop window" in said(own, "explain")
    assert "A window says more than a page." in said(own, "explain", "sat01")
    assert "did you mean SAT01?" in said(own, "explain", "SAT10", code=2)
    plan = Plan.model_validate(Pack.open(own).rule("SAT01").bad)
    path = tmp_path / "plan.toml"
    path.write_bytes(dump(plan))
    line = f"{path}:niche.exclusion: gap SAT01 “Those who never walk past” shows no shop window."
    assert line in said(own, "check", str(path), "--level", "gap", code=1)


def test_without_the_pack_there_is_no_such_rule() -> None:
    assert CliRunner().invoke(command, ["explain", "SAT01"]).exit_code == 2


def test_the_words_that_only_it_reads_are_asked_for(own: Path, write: Write) -> None:
    write("words/sat_unused.toml", WORDS)
    assert told(own) == ["words/sat_unused.toml: nothing asks for this file"]


def test_its_examples_prove_it(own: Path, write: Write) -> None:
    good, bad = "Whoever has no shop window", "Those who never walk past"
    write(FILE, RULE.replace(bad, "window-shoppers of displays"))
    assert told(own) == [f"{FILE}:15: the bad example does not trip SAT01"]
    write(FILE, RULE.replace(good, "Whoever is rude"))
    assert told(own)[0].startswith(f"{FILE}:18: the good example trips SAT01: “Whoever is rude”")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"niche.exclusion"', '"niche.exclusoin"', ":9: there is no field 'niche.exclusoin'; did"),
        ('"words"', '"wrods"', ":10: there is no kind 'wrods'; did you mean 'words'?"),
        ('"words"', '"python"', ":10: there is no kind 'python'; expected required, count, wor"),
        ('"sat_windows"', '"sat_window"', ":11: there is no word list 'sat_window'; did you mea"),
        ('["nothing"]', '["nothin"]', ":12: there is no word list 'nothin'; did you mean 'not"),
        ('["nothing"]', '"nothing"', ":12: 'unless' must be a list"),
        ("concrete = true", 'concrete = "yes"', ":13: 'concrete' must be true or false"),
        ("concrete = true", "concret = true", ":13: 'concret' is unknown; did you mean 'concrete"),
        ("concrete = true", "within = 3", ":13: 'within' is not for rules of kind 'words'; it t"),
        ("concrete = true", "most = 0x" + "f" * 9_000, ":13: is not TOML: a number has thousands"),
        ("concrete = true", "most = 1.5", ":13: 'most' must be a whole number"),
        ("concrete = true", "most = inf", ":13: 'most' must be a whole number"),
        ('field = "niche.exclusion"\n', "", ":8: 'field' is expected"),
        ("[when]\n", "[[when]]\n", ":8: 'when' must be a table"),
        ("[when]\n", "[wen]\n", ":8: 'wen' is unknown; did you mean 'when'?"),
        ("{quote}", "{qoute}", ":4: there is no value 'qoute'; did you mean 'quote'?"),
        ("[when]\n", "[limits]\nmost = 3\n[when]\n", ":8: 'limits' is for the rules of the progr"),
        ('level = "gap"', 'level = "bad"', ":3: 'level' must be blocker, flaw, gap, hint or off"),
        ('level = "gap"', 'level = "strength"', ":3: 'level' must be blocker, flaw, gap, hint or"),
        ("## Why\n", "## Because\n", ":20: a section '## Why' is expected"),
        ("[bad.niche]", "[bad.nich]", ":15: 'nich' is no part of a plan"),
        ('exclusion = "Those who never walk past"', "count = 0x" + "f" * 9_000, ":16: is not"),
    ],
)
def test_a_fault_of_the_page_is_told_with_its_line(
    own: Path, write: Write, old: str, new: str, fault: str
) -> None:
    assert old in RULE
    write(FILE, RULE.replace(old, new))
    faults = told(own)
    assert any(each.startswith(f"{FILE}{fault}") for each in faults), faults
    assert all(len(each) < 300 for each in faults)


def test_a_page_without_when_says_what_is_missing(own: Path, write: Write) -> None:
    start, end = RULE.index("[when]"), RULE.index("[bad.niche]")
    write(FILE, RULE[:start] + RULE[end:])
    with pytest.raises(BrokenPack, match=r"SAT01\.md:2: a table \[when\] is expected; it says"):
        Coach(Pack.open(own))


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("rules/niche/sat01.md", "'sat01' is no id of a rule; name the page with capital"),
        ("rules/niche/SAT.md", "'SAT' is no id of a rule"),
        ("rules/niche/Copy of SAT01.md", "'Copy of SAT01' is no id of a rule"),
        ("rules/niche/SÄT01.md", "is no id of a rule"),
        ("rules/niche/SAT\u0661.md", "is no id of a rule"),
        ("rules/niche/" + "S" * 90 + "1.md", "is no id of a rule"),
        ("rules/value/SAT01.md", "there is a rule SAT01 already, in rules/niche/SAT01.md"),
    ],
)
def test_a_name_that_is_no_id_or_taken_is_refused(
    own: Path, write: Write, name: str, fault: str
) -> None:
    write(name, RULE)
    with pytest.raises(BrokenPack) as refused:
        rules_with(Pack.open(own))
    assert fault in str(refused.value)
    assert any(fault in each for each in told(own))


def test_an_id_that_the_program_keeps_is_no_rule(own: Path, write: Write) -> None:
    write("rules/niche/NI99.md", RULE)
    assert told(own) == ["rules/niche/NI99.md: nothing asks for this file"]


def test_a_page_lies_in_the_folder_of_its_step(own: Path, write: Write) -> None:
    write(FILE, RULE.replace("niche.exclusion", "value.promise"))
    text = f"{FILE}:9: the question belongs to value; move the page to rules/value/"
    assert told(own) == [text]


# -- hostile packs -----------------------------------------------------------------------


def test_a_thousand_rules_are_too_many(root: Path, write: Write) -> None:
    for number in range(1_000):
        write(f"rules/niche/SAT{number}.md", RULE)
    with pytest.raises(BrokenPack, match=f"more than {MOST_OWN} rules of its own"):
        rules_with(Pack.open(root))
    assert told(root) == [
        f"rules: the pack holds more than {MOST_OWN} rules of its own; keep those that matter"
    ]


def test_as_many_rules_as_may_be_are_run(own: Path, write: Write) -> None:
    for number in range(2, MOST_OWN + 1):
        write(f"rules/niche/SAT{number:02}.md", RULE)
    tripped = found(own, **Pack.open(own).rule("SAT01").bad)
    assert sum(rule.startswith("SAT") for rule in tripped) == MOST_OWN


def test_links_pipes_and_folders_are_no_pages(own: Path, tmp_path: Path) -> None:
    outside = tmp_path / "SAT02.md"
    outside.write_text(RULE, encoding="utf-8")
    page = own / "rules" / "niche" / "SAT02.md"
    for make in (
        lambda: page.symlink_to(outside),
        lambda: os.mkfifo(page),
        lambda: page.symlink_to("/dev/zero"),
    ):
        make()
        with pytest.raises(BrokenPack, match="SAT02"):
            rules_with(Pack.open(own))
        page.unlink()
    page.mkdir()
    with pytest.raises(BrokenPack, match="SAT02"):
        rules_with(Pack.open(own))


def test_a_file_in_place_of_a_folder_holds_no_rules(root: Path, write: Write) -> None:
    write("rules", "not a folder")
    assert rules_with(Pack.open(root)) == rules_with(Pack())


@pytest.mark.parametrize(
    "when",
    [
        "when = 1",
        "when = []",
        "[when]\nfield = []\nkind = 'words'",
        "[when]\nfield = 'niche.exclusion'\nkind = {a = 1}",
        "[when]\nfield = 1979-05-27\nkind = 'words'",
        "[when.field]\na = 1",
        "[when]\nfield = '" + "niche." * 2_000 + "'\nkind = 'words'",
        "[when]\nfield = 'niche.exclusion'\nkind = 'length'\nmost = -9223372036854775808",
        "[when]\nfield = 'niche.exclusion'\nkind = 'length'\nmost = 10001",
        "[when]\nfield = 'niche.exclusion'\nkind = 'words'\nhas = '../pack'",
        "[when]\nfield = 'niche.exclusion'\nkind = 'words'\nhas = '/etc/passwd'",
        "[when]\nfield = 'niche.exclusion'\nkind = 'words'\nunless = [" + "'nothing'," * 500 + "]",
        "[when]\nfield = 'niche.exclusion'\nkind = 'words'\nhas = '(a+)+$'",
        "[when]\nfield = 'niche.__init__'\nkind = 'required'",
        "[when]\nfield = 'niche.exclusion\\u001b]0;x'\nkind = 'required'",
        "[when]\n" + "a." * 40 + "b = 1",
    ],
)
def test_whatever_stands_in_the_front_matter_is_refused_in_one_line(
    own: Path, write: Write, when: str
) -> None:
    start, end = RULE.index("[when]"), RULE.index("[bad.niche]")
    head = RULE[:start] if when.startswith("[") else RULE[:start].rstrip() + "\n"
    write(FILE, f"{head}{when}\n{RULE[end:]}")
    with pytest.raises(BrokenPack, match=r"SAT01\.md:\d+: ") as refused:
        rules_with(Pack.open(own))
    text = str(refused.value)
    assert "\n" not in text
    assert "\x1b" not in text
    assert len(text.removeprefix(str(own))) < 300
    assert len(told(own)) == 1


# -- what the documents say --------------------------------------------------------------

CONTRIBUTING = Path(__file__).parents[2] / "CONTRIBUTING.md"


def test_the_example_in_the_documents_is_a_sound_rule(root: Path, write: Write) -> None:
    text = CONTRIBUTING.read_text(encoding="utf-8")
    write(FILE, text.partition("```markdown\n")[2].partition("```")[0])
    write("words/everyone.toml", 'more = ["whoever comes in"]\n')
    assert told(root) == []
    who = {"candidates": [{"id": "k1", "who": "Whoever comes in"}]}
    assert {"SAT01", "NI01"} <= set(found(root, niche=who))


@pytest.mark.parametrize("kind", declared.KINDS)
def test_every_kind_and_its_keys_are_in_the_documents(kind: str) -> None:
    lines = CONTRIBUTING.read_text(encoding="utf-8").split("\n")
    row = next(line for line in lines if line.startswith(f"| `{kind}`"))
    assert all(f"`{key}" in row for key in declared.KINDS[kind].takes)
