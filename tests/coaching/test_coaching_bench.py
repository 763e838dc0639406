"""The bench of the coach: its arithmetic by tiny cases, and that its data are sound.

What it measures is not judged here: ``make bench-coaching`` does that.
"""

import datetime as dt
import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench" / "coaching"))

import cases
import detect
import measure
import report
import run
from detect import Remark

from coach import flow
from coach.coaching.engine import RULES
from coach.coaching.rule import Level
from coach.plan import Plan
from coach.refusal import Refusal
from coach.steps.niche.model import Candidate, Niche
from coach.steps.start.model import Start
from coach.store import form
from coach.values import Status

ONE, TWO = "niche.candidates.k1.who", "niche.candidates.k2.who"
BENCH = Path(cases.__file__).parent
FLAWS = sorted((BENCH / "flaws").glob("*.toml"))
PLANS = sorted((BENCH / "plans").glob("*.toml"))


@pytest.fixture
def plan():
    stamp = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
    rows = [Candidate(id="k1", name="Nurses", who="Night nurses"), Candidate(id="k2", who="Cooks")]
    return Plan(
        id="kplan1",
        created=stamp,
        changed=stamp,
        depth="advanced",
        start=Start(name="Lamp", currency="€"),
        niche=Niche(candidates=rows, chosen="k1"),
    )


def case(number=1, kind="minimal", field=ONE, answers=None, fix=None):
    given = {ONE: "All"} if answers is None else answers
    return cases.Case("NI01", number, kind, "lamp", (field,), given, fix or {ONE: "Night porters"})


def remark(rule="NI01", field=ONE, level=Level.FLAW, text="vague"):
    return Remark(rule, field, level, text)


def detector(**by_answer):
    """One that says of a plan what is listed for the first candidate's ``who``, word for word."""
    return lambda plan: tuple(by_answer.get(plan.niche.candidates[0].who.replace(" ", "_"), ()))


# -- changing a plan ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "given", "answer"),
    [
        (ONE, "Night porters", "Night porters"),
        ("niche.candidates.2.who", "Bakers", None),
        ("niche.price", 39.5, 39.5),
        ("niche.price", "1,850 €", 1850),
        ("niche.price", "", None),
        ("risk.kill_date", dt.date(2027, 1, 31), dt.date(2027, 1, 31)),
        ("risk.kill_date", "31 Jan 2027", dt.date(2027, 1, 31)),
        ("differentiation.primary", "cost", "cost"),
        ("differentiation.supporting", ["quality", "service"], ["quality", "service"]),
        ("niche.chosen", "k2", "k2"),
        ("niche.count_claim.status", "", Status.ASSUMED),
        ("niche.ratings.scores.measurable.k2", 4, 4),
    ],
)
def test_an_answer_is_put_in_as_it_would_be_typed(plan, path, given, answer):
    before = plan.model_copy(deep=True)
    other = cases.changed(plan, {path: given})
    assert other.get(path) == (given if answer is None and given else answer)
    assert plan == before
    Plan.model_validate(other.model_dump())


def test_tables_are_taken_apart(plan):
    other = cases.changed(
        plan,
        {
            "value.statement": {"audience": "Night nurses", "benefit": "Sleep"},
            "niche.candidates.k1": {"evidence": {"status": "heard", "points": 5}},
            "niche.ratings": {"scores": {"measurable": {"k1": 3}}},
        },
    )
    assert other.value.statement.audience == "Night nurses"
    assert other.niche.candidates[0].who == "Night nurses"
    assert other.niche.candidates[0].evidence.points == 5
    assert other.niche.ratings.score("measurable", "k1") == 3


def test_a_whole_list_is_replaced_before_its_rows_are_named(plan):
    rows = [{"who": "Porters", "variables": ["age", "role"]}, {"id": "k9", "who": "Cooks"}]
    other = cases.changed(
        plan,
        {
            "niche.candidates.k9.who": "Pastry cooks",
            "niche.chosen": "k9",
            "niche.candidates": rows,
        },
    )
    assert [(row.id, row.who) for row in other.niche.candidates] == [
        ("row-1", "Porters"),
        ("k9", "Pastry cooks"),
    ]
    assert other.niche.candidates[0].variables == ["age", "role"]


@pytest.mark.parametrize(
    ("path", "given", "told"),
    [
        ("niche.candidates.k1.whom", "x", "did you mean 'who'?"),
        ("niche.candidates.k7.who", "x", "'k7' is unknown"),
        ("niche.price", "dear", "niche.price: a number is expected"),
        ("niche.price", True, "niche.price: a number is expected, not True"),
        ("niche.reach", 130, "from 0 to 100"),
        (ONE, 12, "text in quotes is expected, not 12"),
        ("risk.kill_date", dt.datetime(2027, 1, 1), "a day such as 2027-01-31 is expected"),
        ("differentiation.primary", "cheap", "is no choice"),
        ("niche.chosen", "k9", "niche.candidates has no row 'k9'"),
        ("niche.candidates", "Cooks", "a list of tables is expected"),
        ("niche.candidates", [{"id": "k1"}, {"id": "k1"}], "an id of its own"),
        ("niche.ratings.scores.measurable.k9", 3, "has no column 'k9'"),
        ("value.statement", "For nurses", "has parts"),
    ],
)
def test_what_nobody_could_type_is_refused(plan, path, given, told):
    with pytest.raises(Refusal) as refused:
        cases.changed(plan, {path: given})
    assert told in str(refused.value)


def test_only_re13_sees_what_was_looked_at(plan):
    plan.niche.exclusion = "Hospitals"
    plan.looked = {"niche.exclusion": {"niche.chosen": "00000000"}}
    assert case().flawed(plan).looked == {}
    looks = cases.Case("RE13", 1, "minimal", "lamp", ("niche.exclusion",), {ONE: "All"},
                       {"niche.exclusion": "Clinics"})  # fmt: skip
    flawed = looks.flawed(plan)
    assert flawed.looked["niche.exclusion"]["niche.chosen"] != "00000000"
    assert looks.fixed(flawed).looked != flawed.looked


# -- reading the cases --------------------------------------------------------------------

GOOD = f"""
[[case]]
kind = "minimal"
plan = "lamp"
field = "{ONE}"
set = {{ "{ONE}" = "Everyone" }}
fix = {{ "{ONE}" = "Night porters of the three hospitals in Linz" }}
"""


@pytest.fixture
def folder(tmp_path, plan):
    (tmp_path / "plans").mkdir()
    (tmp_path / "flaws").mkdir()
    (tmp_path / "plans" / "lamp.toml").write_bytes(form.dump(plan))
    return tmp_path


def write(folder, text, rule="NI01", where="flaws"):
    (folder / where).mkdir(exist_ok=True)
    (folder / where / f"{rule}.toml").write_text(text, encoding="utf-8")


def test_a_good_case_is_read(folder):
    write(folder, GOOD)
    data = cases.load(folder)
    assert data.broken == []
    assert [each.name for each in data.cases] == ["NI01.toml, case 1"]
    assert cases.load(folder, ("NI02",)).cases == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"lamp"', '"lump"', "there is no plan 'lump'"),
        ('"minimal"', '"tiny"', "the kind 'tiny' is unknown; expected minimal"),
        ("fix =", "fixed =", "'fixed' is unknown; expected kind"),
        (f'field = "{ONE}"', 'field = "niche.nobody"', "no field 'niche.nobody'"),
        (f'field = "{ONE}"', "field = 3", "'field' must be a field path"),
        (f'field = "{ONE}"', 'field = "niche.candidates.k7.who"', "'k7' is unknown"),
        (f'field = "{ONE}"', 'field = "differentiation.cost_source"', "is not asked in this plan"),
        (f'set = {{ "{ONE}"', 'set = { "niche.candidates.k1.whom"', "did you mean 'who'?"),
        (f'fix = {{ "{ONE}"', 'fix = { "niche.candidates.k1.whom"', "did you mean 'who'?"),
        ('"Everyone"', '"Night nurses"', "'set' changes nothing"),
        (f'set = {{ "{ONE}" = "Everyone" }}', "", "'set' is expected"),
        (
            f'fix = {{ "{ONE}" = "Night porters of the three hospitals in Linz" }}',
            "",
            "'fix' is expected",
        ),
    ],
)
def test_a_broken_case_is_one_line_with_file_and_number(folder, old, new, told):
    assert old in GOOD
    write(folder, GOOD + GOOD.replace(old, new))
    data = cases.load(folder)
    assert len(data.cases) == 1
    assert len(data.broken) == 1
    assert data.broken[0].startswith("NI01.toml, case 2: ")
    assert told in data.broken[0]
    assert "\n" not in data.broken[0]


@pytest.mark.parametrize(
    ("rule", "text", "told"),
    [
        ("NI01", "kind = 1", "NI01.toml: a list of [[case]] tables is expected"),
        ("NI01", "[[case", "NI01.toml, "),
        ("notes", GOOD, "notes.toml: the file's name must be a rule"),
    ],
)
def test_a_broken_file_is_one_line(folder, rule, text, told):
    write(folder, text, rule)
    data = cases.load(folder)
    assert data.cases == []
    assert [told in line for line in data.broken] == [True]


def test_a_broken_plan_is_one_line(folder):
    (folder / "plans" / "torn.toml").write_text("schema_version = 1\ndepth = 3\n")
    data = cases.load(folder)
    assert list(data.plans) == ["lamp"]
    assert [line.startswith("torn.toml: depth") for line in data.broken] == [True]


# -- judging one case ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "found", "placed"),
    [
        ([], [remark()], True, True),
        ([], [], False, False),
        ([], [remark("NI02")], False, False),
        ([remark()], [remark()], False, False),
        ([remark()], [remark(text="vaguer")], True, True),
        ([], [remark(field=TWO)], True, False),
        ([], [remark(field=TWO), remark()], True, True),
        ([], [remark(field="niche.candidates.k1.need")], True, True),
        ([], [remark(field="niche.candidates")], True, True),
        ([], [remark(field="niche.exclusion")], True, False),
        ([], [remark("", text="empty")], True, True),
        ([], [remark("", TWO, text="empty")], False, False),
    ],
)
def test_a_flaw_is_found_by_its_rule_at_its_place(plan, before, after, found, placed):
    judged = measure.outcome(case(), plan, before, detector(All=after))
    assert (judged.found, judged.placed) == (found, placed)


def test_a_place_by_its_position_is_the_record(plan):
    judged = measure.outcome(
        case(field="niche.candidates.1.who"), plan, [], detector(All=[remark()])
    )
    assert judged.placed


@pytest.mark.parametrize(
    ("before", "after", "left", "raised"),
    [
        ([], [], 0, 0),
        ([], [remark(text="still vague")], 1, 0),
        ([], [remark("NI02")], 0, 1),
        ([remark("NI02", text="old")], [remark("NI02", text="told otherwise")], 0, 0),
        ([], [remark("", text="too short")], 1, 0),
        ([], [remark("", TWO, text="too short")], 0, 1),
        ([remark("", TWO)], [remark("", TWO)], 0, 0),
    ],
)
def test_a_fix_must_clear_and_raise_nothing(plan, before, after, left, raised):
    detect_ = detector(All=[remark()], Night_porters=after)
    judged = measure.outcome(case(), plan, before, detect_)
    assert (len(judged.left), len(judged.raised)) == (left, raised)
    assert judged.mended == (not left and not raised)


# -- figures ------------------------------------------------------------------------------


def outcome(number, kind="minimal", hits=(), placed=True, **more):
    return measure.Outcome(case(number, kind), tuple(hits), placed and bool(hits), **more)


@pytest.fixture
def measured():
    """Four flaws, three found; two near misses, one taken for a flaw; three clean plans."""
    found = [remark()]
    return measure.Measured(
        clean={
            "a": (),
            "b": (remark(level=Level.GAP), remark(level=Level.HINT)),
            "c": (remark(), remark(level=Level.BLOCKER), remark(level=Level.HINT)),
        },
        outcomes=(
            outcome(1, hits=found, also=(remark("VP01"), remark("VP02", level=Level.HINT))),
            outcome(2, "paraphrase", found, placed=False, left=(remark(),)),
            outcome(3, "paraphrase"),
            outcome(4, "split", found, raised=(remark("RI01"),)),
            outcome(5, "near_miss", found),
            outcome(6, "near_miss"),
        ),
    )


def test_the_figures_by_hand(measured):
    figures = measure.figures(measured)
    assert figures == {
        "recall": 3 / 4,
        "minimal": 1,
        "paraphrase": 1 / 2,
        "split": 1,
        "numeric": None,
        "right_field": 2 / 3,
        "fix_check": 1 / 3,
        "quiet": 1 / 2,
        "spared": 1 / 2,
        "clean_median": 0,
        "clean_most": 2,
        "not_wanted": 3 / 7,  # three on clean plans; three hits and one beside, without the hint
        "beside": 2 / 4,
    }


def test_counts_by_rule(measured):
    listed = dict(measure.by_rule(measured, ["NI01", "NI02"]))
    assert listed["NI01"]["all"] == [3, 4]
    assert listed["NI01"]["paraphrase"] == [1, 2]
    assert listed["NI01"]["near_miss"] == [1, 2]
    assert listed["NI02"]["all"] == [0, 0]


def test_a_near_miss_that_another_rule_speaks_on_is_not_spared():
    told = measure.Measured(
        {},
        (
            outcome(1, "near_miss", also=(remark("VP01"),)),
            outcome(2, "near_miss", also=(remark("VP01", level=Level.HINT),)),
        ),
    )
    assert (told.quiet, told.spared) == (1, 1 / 2)


def test_nothing_measured_is_no_figure():
    empty = measure.figures(measure.Measured({}, ()))
    assert set(empty.values()) == {None}
    told = {target.verdict(None) for target in measure.TARGETS.values()}
    assert told == {"", "not measured"}


@pytest.mark.parametrize(
    ("key", "good", "bad"),
    [
        ("recall", 0.95, 0.949),
        ("paraphrase", 0.85, 0.849),
        ("right_field", 0.98, 0.979),
        ("fix_check", 0.95, 0.949),
        ("clean_median", 0, 0.5),
        ("clean_most", 1, 2),
        ("not_wanted", 0.0499, 0.05),
        ("beats", 0.001, 0),
        ("speed", 20.1, 20),
        ("plans", 60, 59),
        ("enough", 1, 0.99),
    ],
)
def test_targets_are_those_of_the_issue(key, good, bad):
    assert measure.TARGETS[key].verdict(good) == "ok"
    assert measure.TARGETS[key].verdict(bad) == "MISSED"


def test_the_lead_is_over_the_best_of_the_others():
    assert measure.lead(0.9, [0.2, 0.5, None]) == pytest.approx(0.4)
    assert measure.lead(0.3, [0.5]) == pytest.approx(-0.2)
    assert measure.lead(None, [0.5]) is None
    assert measure.lead(0.9, [None]) is None


@pytest.mark.parametrize(
    ("kinds", "enough"),
    [
        (["minimal"] * 3 + ["paraphrase"] * 2 + ["near_miss"], True),
        (["minimal"] * 2 + ["paraphrase"] * 2 + ["near_miss"], False),
        (["minimal"] * 4 + ["paraphrase"] + ["near_miss"], False),
        (["minimal"] * 3 + ["paraphrase"] * 2, False),
        ([], False),
    ],
)
def test_enough_cases_for_a_rule(kinds, enough):
    assert measure.enough([case(n, kind) for n, kind in enumerate(kinds)]) is enough


# -- the plain ways -----------------------------------------------------------------------


def test_empty_fields_by_question_and_by_part(plan):
    levels = {each.field: each.level for each in detect.empty(plan)}
    assert levels["niche.exclusion"] is Level.FLAW
    assert levels["niche.candidates.k1.need"] is Level.FLAW
    assert levels["niche.channels"] is Level.FLAW
    assert ONE not in levels
    optional = [path for path in levels if flow.place(path).field.optional]
    assert optional
    assert all(levels[path] is Level.HINT for path in optional)


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Everyone", True),
        ("We are not for everyone, only for the guild's 40 members", True),
        ("Everyonne", False),
        ("Night porters", False),
    ],
)
def test_a_word_list_knows_no_exception_and_no_other_form(plan, pack, text, hit):
    plan.put(ONE, text)
    found = {(each.rule, each.field) for each in detect.word_list(pack)(plan)}
    assert (("NI01", ONE) in found) is hit


def test_word_lists_are_the_packs_and_stand_at_questions(pack):
    for rule, names, shapes in detect.WORDS:
        assert pack.rule(rule).id == rule
        assert all(pack.words(name) for name in names)
        assert shapes
        for shape in shapes:
            assert flow.place(shape.replace("*", "k1")).path


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("All", {"too short"}),
        ("Night nurses who sleep badly by day", set()),
        ("We go. " * 20 + "We", {"too long"}),
        (
            "Organisational stakeholders operationalising interdisciplinary collaboration "
            "capabilities internationally for administrative optimisation",
            {"hard to read"},
        ),
    ],
)
def test_length_and_readability(plan, text, told):
    plan.put("niche.candidates.k1.need", text)
    found = {r.text for r in detect.readability(plan) if r.field == "niche.candidates.k1.need"}
    assert found == told


def test_the_grade_of_flesch_and_kincaid():
    assert detect.grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    text = "A table is made. The water is cold."  # 8 words, 2 sentences, 10 syllables
    assert detect.grade(text) == pytest.approx(0.39 * 4 + 11.8 * 10 / 8 - 15.59)
    assert detect.grade("12 %") == 0


# -- the report ---------------------------------------------------------------------------


def started(monkeypatch, *words):
    monkeypatch.setattr(sys, "argv", ["run.py", *map(str, words)])
    return run.main()


def test_the_bench_runs_from_end_to_end(folder, monkeypatch, capsys):
    near = GOOD.replace('"minimal"', '"near_miss"').replace("Everyone", "Night nurses in Linz")
    missed = GOOD.replace("Everyone", "Night nurses of Graz")
    write(folder, GOOD + near + missed)
    assert started(monkeypatch, "--folder", folder, "--json", "--speed", "2") == 1
    told = json.loads(capsys.readouterr().out)
    assert told["rules"]["NI01"]["all"] == {"right": 1, "of": 2, "share": 0.5}
    assert told["rules"]["NI01"]["near_miss"]["share"] == 1
    assert told["figures"]["coach"]["speed"] > 0
    lines = next(each["lines"] for each in told["misses"] if "case 3" in each["case"])
    assert lines[:2] == [f"{ONE}: Night nurses of Graz", f"expected at {ONE}"]


def test_the_tables_and_the_misses_in_text(folder, monkeypatch, capsys):
    write(folder, GOOD.replace("Everyone", "Night nurses of Graz") + GOOD.replace('"lamp"', '"x"'))
    assert started(monkeypatch, "--folder", folder, "--misses", "--speed", "0") == 1
    out, err = capsys.readouterr()
    assert "| planted flaws found | 0.0 % | ≥ 95 % | MISSED |" in out
    assert "| NI01 | 0/1 | 0/1 | – |" in out
    assert "A flaw not found: NI01.toml, case 1 (minimal, lamp)" in out
    assert err == "broken: NI01.toml, case 2: there is no plan 'x' in plans/\n"


@pytest.fixture
def with_unseen(folder, plan):
    """A folder with one flaw that is found; unseen are a plan, a flaw in each plan, a near miss.

    Of the two unseen flaws one is found.
    """
    write(folder, GOOD)
    (folder / "unseen_plans").mkdir()
    other = plan.model_copy(deep=True)
    other.niche.candidates[0].who = "Millers"
    (folder / "unseen_plans" / "mill.toml").write_bytes(form.dump(other))
    near = GOOD.replace('"minimal"', '"near_miss"').replace("Everyone", "Night nurses in Linz")
    missed = GOOD.replace("Everyone", "Night nurses of Graz")
    write(folder, GOOD.replace('"lamp"', '"mill"') + near + missed, where="unseen")
    return folder


def test_unseen_flaws_are_a_set_of_their_own(with_unseen):
    seen, unseen = cases.load(with_unseen), cases.load(with_unseen, unseen=True)
    assert [each.name for each in seen.cases] == ["NI01.toml, case 1"]
    assert [each.name for each in unseen.cases] == [
        f"unseen/NI01.toml, case {number}" for number in (1, 2, 3)
    ]
    assert (list(seen.plans), list(unseen.plans)) == (["lamp"], ["mill"])
    made = run.run(with_unseen, unseen=True)
    assert list(made.unseen.ours.clean) == ["mill"]
    assert made.ours.recall() == 1
    assert made.unseen.ours.recall() == 1 / 2
    assert made.unseen.ours.quiet == 1


def test_unseen_flaws_have_a_column_and_are_never_listed_in_the_terminal(
    with_unseen, monkeypatch, capsys
):
    started(monkeypatch, "--folder", with_unseen, "--unseen", "--misses", "--speed", "0")
    out, err = capsys.readouterr()
    assert "Unseen: 2 planted flaws and 1 near misses" in out
    assert "in 2 clean plans, 1 of them new." in out
    assert "| what | coach | unseen | target | verdict |" in out
    assert "| planted flaws found | 100.0 % | 50.0 % | ≥ 95 % | ok |" in out
    assert "| NI01 | 1/1 | 1/1 | – | – | – | – | 1/2 | 1/1 |" in out
    assert "Graz" not in out
    assert err == ""


def test_unseen_flaws_in_json_and_in_the_document(with_unseen, monkeypatch, capsys):
    started(monkeypatch, "--folder", with_unseen, "--unseen", "--json", "--speed", "0")
    told = json.loads(capsys.readouterr().out)["unseen"]
    assert (told["plans"], told["cases"]) == (1, 3)
    assert told["figures"]["coach"]["recall"] == 1 / 2
    assert told["rules"]["NI01"]["all"] == {"right": 1, "of": 2, "share": 0.5}
    missed = [each["case"] for each in told["misses"] if each["what"] == "A flaw not found"]
    assert missed == ["unseen/NI01.toml, case 3 (minimal, lamp)"]
    text = report.document(run.run(with_unseen, unseen=True))
    assert "Graz" in text.partition("### Every miss among the unseen")[2]
    started(monkeypatch, "--folder", with_unseen, "--json", "--speed", "0")
    assert json.loads(capsys.readouterr().out)["unseen"] is None


def test_what_is_broken_among_the_unseen_is_told(with_unseen, monkeypatch, capsys):
    write(with_unseen, GOOD.replace('"lamp"', '"x"'), where="unseen")
    twin = (with_unseen / "unseen_plans" / "mill.toml").read_bytes()
    (with_unseen / "unseen_plans" / "lamp.toml").write_bytes(twin)
    assert started(monkeypatch, "--folder", with_unseen, "--unseen", "--speed", "0") == 2
    err = capsys.readouterr().err
    assert "broken: unseen_plans/lamp.toml: a plan of this name is in plans/ as well" in err
    assert "broken: unseen/NI01.toml, case 1: there is no plan 'x' in plans/" in err
    assert "there are no flaws to measure" in err


def test_without_plans_there_is_nothing_to_measure(tmp_path, monkeypatch, capsys):
    assert started(monkeypatch, "--folder", tmp_path, "--speed", "0") == 2
    assert "there are no plans to measure" in capsys.readouterr().err


def test_the_document_is_written_between_its_marks(measured, plan):
    data = cases.Data({"lamp": plan}, [each.case for each in measured.outcomes])
    made = report.Report(data, ("NI01",), {report.COACH: measured})
    text = f"# Head\n\n{report.BEGIN}\nfrom yesterday\n{report.END}\n\nTail\n"
    once = report.written(text, made)
    assert once.startswith("# Head\n\n")
    assert once.endswith(f"{report.END}\n\nTail\n")
    assert "from yesterday" not in once
    assert "- NI01.toml, case 3 (paraphrase, lamp)" in once
    assert report.written(once, made) == once
    with pytest.raises(Refusal, match="expected in the document"):
        report.written("# Head\n", made)


def test_a_bench_without_a_miss_is_passed_and_each_fault_fails_it(plan):
    kinds = ["minimal", "minimal", "numeric", "paraphrase", "paraphrase", "near_miss"]
    good = [outcome(n, kind, [remark()][: kind != "near_miss"]) for n, kind in enumerate(kinds)]
    clean = {str(n): () for n in range(60)}
    data = cases.Data(dict.fromkeys(clean, plan), [each.case for each in good])
    ours = measure.Measured(clean, tuple(good))
    plain = measure.Measured(clean, tuple(outcome(n, kind) for n, kind in enumerate(kinds)))

    def made(ours=ours, data=data, rules=("NI01",), speed=50.0, unseen=None):
        return report.Report(data, rules, {report.COACH: ours, "plain": plain}, speed, unseen)

    assert set(made().verdicts().values()) == {"ok"}
    assert not made().missed
    assert made(ours=plain).missed
    assert made(rules=("NI01", "NI02")).missed
    assert made(speed=19.0).missed
    broken = cases.Data(data.plans, data.cases, ["NI01.toml, case 7: no plan"])
    assert made(data=broken).missed
    assert not made(unseen=made(ours=plain)).missed  # the targets are not asked of the unseen
    assert made(unseen=made(data=broken)).missed


def test_what_is_quoted_stays_literal_in_the_document(plan):
    odd = cases.Case("NI01", 1, "minimal", "lamp", (ONE,), {ONE: "*All* [of](them)"}, {ONE: "x"})
    measured = measure.Measured({"lamp": ()}, (measure.Outcome(odd, (), False),))
    made = report.Report(cases.Data({"lamp": plan}, [odd]), ("NI01",), {report.COACH: measured})
    assert r"\*All\* \[of\](them)" in report.document(made)


# -- the data -----------------------------------------------------------------------------


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_clean_plan_is_stored_as_the_program_stores_it(path):
    data = path.read_bytes()
    assert form.dump(form.load(data, path.name).plan).decode() == data.decode()


@pytest.fixture(scope="module")
def data():
    return cases.load(BENCH)


def test_every_plan_and_every_case_can_be_measured(data):
    assert data.broken == []


def test_every_unseen_plan_and_case_can_be_measured():
    unseen = cases.load(BENCH, unseen=True)
    assert unseen.broken == []
    assert {each.rule for each in unseen.cases} <= {rule.id for rule in RULES}


def test_plans_are_told_apart(data):
    assert len({plan.id for plan in data.plans.values()}) == len(data.plans)


@pytest.mark.parametrize("path", FLAWS, ids=lambda path: path.stem)
def test_a_rule_has_cases_enough(path, data):
    assert path.stem in {rule.id for rule in RULES}
    assert measure.enough([each for each in data.cases if each.rule == path.stem])


def test_no_two_cases_are_the_same(data):
    seen = [json.dumps([c.rule, c.plan, dict(c.set)], default=str) for c in data.cases]
    assert len(set(seen)) == len(seen)
