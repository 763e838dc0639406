"""What a shell is offered while a call is being typed."""

import os

import pytest

from coach.coaching.engine import RULES


@pytest.fixture
def offered(process):
    """The words offered for a call as it stands."""

    def words(call):
        at = len(call.split(" ")) - 1
        asked = {"_COACH_COMPLETE": "bash_complete", "COMP_WORDS": call, "COMP_CWORD": str(at)}
        done = process(env={**os.environ, **asked})
        assert done.returncode in (0, 1)
        assert done.stderr == ""
        return [line.partition(",")[2] for line in done.stdout.split()]

    return words


def test_commands_and_plans_come_first(offered, make):
    path = make("Export business")
    assert offered("coach ex") == ["explain", "export", path.stem]
    assert offered("coach --pl") == ["--plans"]


def test_plans_where_a_plan_is_expected(offered, make):
    path = make("Hearth")
    for call in ("coach get h", "coach check h", "coach export --form brief h"):
        assert offered(call) == [path.stem]
    assert offered("coach get nosuch") == []


def test_fields_and_rows_of_the_plan(offered, run, make):
    path = make("Hearth")
    assert offered(f"coach set {path.stem} niche.cou")[0] == "niche.count"
    run("set", path.stem, "niche.candidates.+.name", "Runners")
    (name,) = [w for w in offered(f"coach get {path.stem} niche.cand") if w.endswith(".name")]
    assert run("get", path.stem, name).stdout == "Runners\n"
    assert "niche.candidates" in offered("coach get nosuch niche.cand")


def test_squares_and_ends_of_ranges_of_a_deeper_plan(offered, make):
    rows = [{"id": "kab", "name": "Shops"}]
    path = make("Hearth", depth="intermediate", niche={"candidates": rows})
    square = "niche.ratings.scores.measurable"
    assert offered(f"coach set {path.stem} {square}.") == [f"{square}.weight", f"{square}.kab"]
    low = "niche.count_range.low"
    assert offered(f"coach get {path.stem} {low[:-2]}") == [low]


def test_the_topics_of_the_playbook(offered, pack_folder):
    assert offered("coach guide niche.si") == ["niche.size"]
    assert offered("coach guide rules.niche.NI01") == ["rules.niche.NI01"]
    (pack_folder / "frameworks").mkdir()
    page = pack_folder / "frameworks" / "lantern.md"
    page.write_text("", encoding="utf-8")  # it is named, whether it can be read or not
    assert offered(f"coach --pack {pack_folder} guide frameworks.l") == ["frameworks.lantern"]
    assert offered("coach --pack nowhere guide niche") == []


def test_new_commands_and_their_options(offered, make):
    path = make("Hearth")
    assert offered("coach an") == ["answer"]
    assert offered("coach du") == ["due"]
    assert offered("coach answer h") == offered("coach due h") == [path.stem]
    assert offered("coach answer x --step di") == ["differentiation"]
    assert offered("coach export x --form work") == ["worksheet"]
    assert offered("coach show x --form work") == []


def test_rules_and_options(offered):
    assert offered("coach explain vp") == [rule.id for rule in RULES if rule.id.startswith("VP")]
    assert offered("coach check x --level b") == ["blocker"]
    assert offered("coach completion f") == ["fish"]


def test_a_plans_folder_that_is_not_there_offers_nothing(offered):
    assert offered("coach get x") == []


def test_the_rules_of_a_pack_are_offered_while_it_can_be_read(offered, tmp_path):
    page = tmp_path / "rules" / "niche" / "SAT01.md"
    page.parent.mkdir(parents=True)
    head = 'id = "own"\ntitle = "Own"\nversion = "1"\nlanguage = "en"\n'
    (tmp_path / "pack.toml").write_text(head, encoding="utf-8")
    when = 'field = "niche.exclusion"\nkind = "required"\n'
    text = f'+++\ntitle = "A"\nlevel = "gap"\nmessage = "B"\n[when]\n{when}+++\n'
    page.write_text(text, encoding="utf-8")
    assert offered(f"coach --pack {tmp_path} explain sa") == ["SAT01"]
    page.write_text("+++\n", encoding="utf-8")
    assert offered(f"coach --pack {tmp_path} explain sa") == []
    assert "NI01" in offered(f"coach --pack {tmp_path} explain ni0")
