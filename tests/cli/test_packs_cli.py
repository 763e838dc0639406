"""``coach pack``: packs made, listed, shown, used and checked; plans that remember theirs."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from coach.pack.pack import default_root
from coach.store.reading import read_plan


@pytest.fixture
def saturday(run, tmp_path, monkeypatch):
    """The folder of a pack that ``coach pack new`` has made."""
    monkeypatch.chdir(tmp_path)
    result = run("pack", "new", "Saturday workshop")
    assert result.exit_code == 0, result.output
    return tmp_path / result.stdout.strip()


def edit(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def test_a_new_pack_is_sound_and_works(run, saturday):
    assert saturday.name == "saturday-workshop"
    checked = run("pack", "check", str(saturday))
    assert (checked.exit_code, checked.stdout, checked.stderr) == (0, "", "no faults\n")
    plan = run("new", "Bakery", "--pack", str(saturday)).stdout.strip()
    run("set", plan, "niche.candidates.+.who", "The whole town", "--pack", str(saturday))
    found = run("check", plan, "--pack", str(saturday)).stdout
    assert "NI01" in found, "the word list of the new pack is heard"
    assert "OWN01" in run("explain", "--pack", str(saturday)).stdout


def test_what_its_readme_says_can_be_done(run, saturday, monkeypatch):
    monkeypatch.chdir(saturday.parent)
    text = (saturday / "README.md").read_text(encoding="utf-8")
    calls = [call.split() for call in re.findall(r"`coach (pack [^`]+)`", text)]
    assert len(calls) >= 5
    for call in calls:
        assert run(*call).exit_code == 0, call


def test_nothing_is_ever_overwritten(run, refused, saturday):
    before = {path: path.read_bytes() for path in saturday.rglob("*") if path.is_file()}
    assert "exists; choose another name" in refused(run("pack", "new", "Saturday workshop"))
    (saturday.parent / "full").mkdir()
    (saturday.parent / "full" / "notes").write_text("mine", encoding="utf-8")
    assert "exists" in refused(run("pack", "new", "x", "--folder", "full"))
    (saturday.parent / "link").symlink_to(saturday.parent / "nowhere")
    assert "exists" in refused(run("pack", "new", "x", "--folder", "link"))
    assert before == {path: path.read_bytes() for path in saturday.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", ["default", "…", ""])
def test_a_name_that_is_none_is_refused(run, refused, name):
    assert "is no name for a pack" in refused(run("pack", "new", name))


def test_a_title_of_any_kind_makes_a_sound_pack(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = run("pack", "new", 'Fünf "x"\\ \x1b[31m + ]].\n').stdout.strip()
    assert run("pack", "check", f"./{folder}").exit_code == 0
    about = tomllib.loads((tmp_path / folder / "pack.toml").read_text(encoding="utf-8"))
    assert about["title"] == "Fünf 'x'/ [31m + ]]."


def test_list_names_every_pack_and_marks_the_one_in_use(run, saturday):
    assert run("pack", "list").stdout.startswith("* default")
    run("pack", "use", str(saturday))
    lines = run("pack", "list").stdout.splitlines()
    assert lines[0].startswith("  default")
    assert any(
        line.startswith("* saturday-workshop  Saturday workshop 1 (en), folder: ") for line in lines
    )
    rows = {row["name"]: row for row in json.loads(run("pack", "list", "--json").stdout)}
    assert rows["saturday-workshop"] == {
        "name": "saturday-workshop",
        "title": "Saturday workshop",
        "version": "1",
        "language": "en",
        "origin": "folder",
        "root": str(saturday),
        "in_use": True,
        "trouble": "",
    }
    edit(saturday, "pack.toml", "title =", "titel =")
    assert "did you mean 'title'" in run("pack", "list").stdout


def test_show_says_what_a_pack_is_and_changes(run, saturday):
    edit(saturday, "pack.toml", "authors = []", 'authors = ["Ada", "Ben"]')
    edit(saturday, "pack.toml", "# [walk]\n# leave_out", "[walk]\nleave_out")
    lines = run("pack", "show", str(saturday)).stdout.splitlines()
    assert lines[:5] == [
        "id: saturday-workshop",
        "title: Saturday workshop",
        "version: 1",
        "language: en",
        "authors: Ada, Ben",
    ]
    assert "cards reworded: niche.candidates" in lines
    assert "rules of its own: OWN01" in lines
    assert "word lists: everyone" in lines
    assert "run sheets: first-morning" in lines
    assert any(line.startswith("asks only: start.business, ") for line in lines)
    shown = json.loads(run("pack", "show", str(saturday), "--json").stdout)
    assert (shown["extends"], shown["authors"]) == ("default", ["Ada", "Ben"])
    assert "niche.channels" not in shown["asked"]
    assert "words the whole walk" in run("pack", "show", "default").stdout


def test_a_run_sheet_is_printed_with_clock_times(run, refused, saturday):
    sheet = run("pack", "show", str(saturday), "--runsheet", "first-morning").stdout
    assert "Saturday workshop, 90 minutes: 09:00 to 10:30." in sheet
    assert "## 09:10 Groups (30 minutes)" in sheet
    assert "Card: Candidates (niche.candidates)." in sheet
    words = ("pack", "show", str(saturday), "--runsheet", "first-morning", "--start")
    assert "## 23:10 Groups" in run(*words, "23:00").stdout
    assert run(*words, "23:00").stdout.rstrip().endswith("00:30 End.")
    assert "is no time; write it like 13:30" in refused(run(*words, "25:00"))
    assert "did you mean 'first-morning'" in refused(
        run("pack", "show", str(saturday), "--runsheet", "frist-morning")
    )
    assert "--start goes with --runsheet" in refused(run("pack", "show", "--start", "09:00"))


def test_use_chooses_the_pack_for_new_plans_and_goes_back(run, saturday, tmp_path, home):
    old = Path(run("new", "Old").stdout.strip())
    assert run("pack", "use").stdout == "default\n"
    assert run("pack", "use", str(saturday)).exit_code == 0
    assert run("pack", "use").stdout == "saturday-workshop\n"
    new = Path(run("new", "New").stdout.strip())
    other = Path(run("new", "Other", "--pack", str(default_root())).stdout.strip())
    packs = [(read_plan(path).pack, read_plan(path).pack_version) for path in (old, new, other)]
    assert packs[1] == ("saturday-workshop", "1")
    assert [pack for pack, _ in packs] == ["default", "saturday-workshop", "default"]
    assert run("pack", "use", "default").exit_code == 0
    assert read_plan(Path(run("new", "Last").stdout.strip())).pack == "default"
    assert run("pack", "use", "saturday-workshop").exit_code == 0, "its folder is remembered"
    assert [path.name for path in (home / "config" / "coach").iterdir()] == ["settings.toml"]


def test_use_refuses_what_cannot_be_used(run, refused, saturday):
    edit(saturday, "niche/candidates.md", "question =", "qestion =")
    assert "did you mean 'question'" in refused(run("pack", "use", str(saturday)))
    edit(saturday, "niche/candidates.md", "qestion =", "question =")
    edit(saturday, "pack.toml", '"saturday-workshop"', '"default"')
    assert "belongs to the pack that ships" in refused(run("pack", "use", str(saturday)))
    assert "there is no pack 'nowhere'" in refused(run("pack", "use", "nowhere"))
    assert run("pack", "use").stdout == "default\n"


def test_a_plan_is_worded_by_its_pack_and_without_it_by_the_default_one(run, saturday):
    run("pack", "use", str(saturday))
    plan = run("new", "Bakery").stdout.strip()
    run("pack", "use", "default")
    run("set", plan, "niche.exclusion", "Hotels")
    assert "OWN01" in run("check", plan, "--level", "hint").stdout
    saturday.rename(saturday.parent / "away")
    result = run("check", plan, "--level", "hint")
    assert "OWN01" not in result.stdout
    assert result.stderr.count("'saturday-workshop' 1 is not here, so the default pack") == 1
    run("set", plan, "start.offering", "Bread")
    kept = read_plan(Path(plan))
    assert (kept.pack, kept.pack_version) == ("saturday-workshop", "1"), "it still remembers"
    (saturday.parent / "away").rename(saturday)
    assert "OWN01" in run("check", plan, "--level", "hint").stdout


def test_what_was_set_aside_of_a_packs_own_rule_outlives_its_absence(run, saturday):
    from coach.cli.common import Setup
    from coach.cli.find import session

    run("pack", "use", str(saturday))
    plan = run("new", "Bakery").stdout.strip()
    run("set", plan, "niche.exclusion", "Hotels")
    with session(Setup(), plan) as opened:
        (finding,) = [each for each in opened.check() if each.rule == "OWN01"]
        opened.set_aside(finding, "We mean all of them.")
    saturday.rename(saturday.parent / "away")
    run("set", plan, "start.offering", "Bread")
    assert [each.rule for each in read_plan(Path(plan)).set_aside] == ["OWN01"]
    (saturday.parent / "away").rename(saturday)
    assert "1 set aside" in run("check", plan, "--level", "hint").stderr


def test_a_newer_version_of_the_pack_is_told_once_and_taken_on(run, saturday):
    run("pack", "use", str(saturday))
    plan = run("new", "Bakery").stdout.strip()
    edit(saturday, "pack.toml", 'version = "1"', 'version = "2"')
    told = "made with the pack 'saturday-workshop' 1; here is version 2"
    assert told in run("set", plan, "start.offering", "Bread").stderr
    assert read_plan(Path(plan)).pack_version == "2"
    assert told not in run("set", plan, "start.offering", "Rolls").stderr


def test_a_plan_asks_its_packs_cards_also_where_the_pack_is_gone(run, saturday):
    edit(saturday, "pack.toml", "# [walk]\n# leave_out", "[walk]\nleave_out")
    run("pack", "use", str(saturday))
    plan = run("new", "Bakery").stdout.strip()
    saturday.rename(saturday.parent / "away")
    fields = run("get", plan).stdout
    assert "niche.exclusion" in fields
    assert "risk.kill" not in fields
    row = json.loads(run("list", "--json").stdout)[0]
    assert row["pack"] == "saturday-workshop"


def test_check_says_yes_no_and_cannot(run, refused, saturday):
    edit(saturday, "words/everyone.toml", "more", "mroe")
    result = run("pack", "check", str(saturday))
    assert result.exit_code == 1
    where = "saturday-workshop/words/everyone.toml"
    assert result.stdout == f"{where}:3: 'mroe' is unknown; did you mean 'more'?\n"
    (row,) = json.loads(run("pack", "check", str(saturday), "--json").stdout)
    assert (row["line"], row["text"]) == (3, "'mroe' is unknown; did you mean 'more'?")
    edit(saturday, "pack.toml", "version =", "vresion =")
    result = run("pack", "check", str(saturday))
    assert (result.exit_code, result.stderr) == (1, "")
    assert "pack.toml:4: 'vresion' is unknown" in result.stdout
    (saturday / "pack.toml").unlink()
    assert "pack.toml: is missing" in refused(run("pack", "check", str(saturday)))
    assert "no such folder" in refused(run("pack", "check", "./nowhere"))
    assert "there is no pack 'nowhere'" in refused(run("pack", "check", "nowhere"))


def test_broken_settings_are_one_line_and_nobodys_loss(run, refused, saturday, home):
    file = home / "config" / "coach" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text("pack = 7\n", encoding="utf-8")
    result = run("list")
    assert result.exit_code == 0
    assert result.stderr.startswith(f"coach: {file}: 'pack' must be the name of a pack")
    assert "correct the file" in refused(run("pack", "use", str(saturday)))
    assert file.read_text(encoding="utf-8") == "pack = 7\n"
    doctor = run("doctor")
    assert doctor.exit_code == 1
    assert "WRONG | settings:" in doctor.stdout


def test_pack_without_a_word_is_one_line(run, refused):
    assert refused(run("pack")) == "coach: missing command (see coach pack --help)\n"


def test_pages_of_strangers_reach_the_terminal_clean(run, saturday):
    edit(saturday, "pack.toml", '"Saturday workshop"', '"Sat\\u001b[31murday\\u0007"')
    edit(saturday, "runsheets/first-morning.toml", '"Welcome"', '"Wel\\u001bcome"')
    run("pack", "use", str(saturday))
    for words in (["list"], ["show"], ["use"], ["show", "--runsheet", "first-morning"]):
        result = run("pack", *words)
        assert result.exit_code == 0
        assert "\x1b" not in result.output
        assert "\x07" not in result.output


def test_a_step_that_the_pack_leaves_out_asks_nothing(run, saturday):
    edit(saturday, "pack.toml", "# [walk]\n# leave_out = [", '[walk]\nleave_out = ["risk.risks", ')
    run("pack", "use", str(saturday))
    plan = run("new", "Bakery").stdout.strip()
    result = run("answer", plan, "--step", "risk", input="")
    assert result.exit_code == 0, result.output


def test_a_pack_in_another_language_is_not_graded_as_english(run, saturday):
    hard = "Organisatorische Differenzierungsnotwendigkeiten überfordern Gründerinnen. " * 12
    (saturday / "niche" / "candidates.md").write_text(
        '+++\nquestion = "Welche Gruppen kennt hier jemand?"\n+++\n\n## Fundamentals\n\n'
        + "\n\n".join([hard[:400]] * 2),
        encoding="utf-8",
    )
    assert "reads at school grade" in run("pack", "check", str(saturday)).stdout
    edit(saturday, "pack.toml", 'language = "en"', 'language = "de"')
    assert run("pack", "check", str(saturday)).exit_code == 0
