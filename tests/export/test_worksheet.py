"""A worksheet says all of a plan: written and read back, it is the same plan."""

import contextlib
import datetime as dt
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from strategies import plans, texts

from coach.export.worksheet import worksheet
from coach.pack.pack import Pack
from coach.plan import Plan
from coach.questions import Depth
from coach.refusal import Refusal
from coach.store import form, toml
from coach.store import worksheet as reader
from coach.store.boxes import boxes, written
from coach.store.worksheet import load
from coach.values import Record

PACK = Pack.open()
SLOW = settings(suppress_health_check=list(HealthCheck), max_examples=40)


def read(text):
    return load(text.encode(), "sheet.md")


def answers_of(plan):
    """All that is written of a plan but the moment of its last change."""
    tree = form.tree_of(plan)
    del tree["changed"]
    return tree


@SLOW
@given(plans(), st.sampled_from(Depth))
def test_a_plan_on_a_worksheet_comes_back_as_it_was(plan, depth):
    plan.depth = depth.key
    sheet = worksheet(plan, PACK)
    back = read(sheet)
    assert toml.same(answers_of(back.plan), answers_of(plan))
    assert worksheet(back.plan, PACK) == sheet


@SLOW
@given(plans(), st.sampled_from(Depth))
def test_other_readers_of_markdown_see_the_same_boxes(plan, depth):
    plan.depth = depth.key
    sheet = worksheet(plan, PACK)
    seen = [t for t in MarkdownIt().parse(sheet) if t.type == "fence"]
    ours = list(boxes(sheet, "sheet.md"))
    assert [(t.info.split()[0], t.content) for t in seen] == [(b.path, f"{b.text}\n") for b in ours]


@given(texts(200))
def test_whatever_is_written_into_a_box_is_read_from_it(text):
    (box,) = boxes(written("niche.exclusion", text), "sheet.md")
    assert (box.path, box.answer) == ("niche.exclusion", text)


@pytest.mark.parametrize(
    "text",
    [
        "``` niche.count\n5\n```",
        "# Heading\n\n> quotation\n\n---",
        "\n\n  two lines before, one after  \n",
        " ",
        "\n",
        "- [x] ticked",
        "| a | b |\n|---|---|",
        "<!-- comment -->",
        "````\n```\n````",
        "~~~",
        "\tindented",
        "kept",
    ],
)
def test_text_that_looks_like_a_worksheet_stays_text(text):
    plan = Plan()
    plan.niche.exclusion = text
    plan.start.name = text
    assert toml.same(answers_of(read(worksheet(plan, PACK)).plan), answers_of(plan))


@SLOW
@given(plans(), st.sampled_from(Depth))
def test_a_blank_worksheet_has_every_question_and_no_answer(plan, depth):
    plan.depth = depth.key
    sheet = worksheet(plan, PACK, blank=True)
    loaded = read(sheet)
    assert (loaded.plan.depth, loaded.plan.pack) == (plan.depth, plan.pack)
    assert loaded.plan.id != plan.id
    rest = {"schema_version", "id", "created", "changed", "depth", "pack"}
    tree = form.tree_of(loaded.plan)
    assert tree.keys() - rest <= {"start"}
    assert tree.get("start", {}).keys() <= {"currency"}


def test_a_blank_worksheet_left_blank_says_so():
    loaded = read(worksheet(Plan(), PACK, blank=True))
    assert any("nothing was filled in" in notice for notice in loaded.notices)
    assert form.is_blank(loaded.plan)


def filled(sheet, *answers):
    """The sheet with answers written into its boxes as a person would: the box's lines."""
    for path, text in answers:
        before, mark, after = sheet.partition(f"``` {path}\n")
        assert mark, path
        sheet = f"{before}{mark}{text}\n```{after.partition('```')[2]}"
    return sheet


BLANK = worksheet(Plan(depth="intermediate"), PACK, blank=True)


def test_what_a_person_fills_in_is_what_the_plan_says():
    sheet = filled(
        BLANK,
        ("start.name", "\nRind Ledger\n\n"),
        ("start.sector", "[ ] retail\n[X] technology"),
        ("niche.candidates.1.name", "Cheese shops"),
        ("niche.candidates.1.evidence.status", "[x] heard: Heard from them\n[ ] paid"),
        ("niche.candidates.2.name", "Wine shops"),
        ("niche.candidates.2.variables", "- [x] location\nincome"),
        ("niche.ratings", "| | 1 | 2 | 3 |\n|---|---|---|---|\n| measurable Well | 4 | x | |"),
        ("niche.chosen", "[ ] 1\n[x] 2"),
        ("niche.count", "1 850"),
        ("niche.reach", "about half"),
        ("niche.count_range.low", "1,2k"),
        ("differentiation.supporting", "[x] service\n[x] cost"),
        ("review.next_review", "31 Jan 2027"),
        ("value.job", "\n\n"),
    )
    loaded = read(sheet.replace("\n", "\r\n"))
    plan = loaded.plan
    first, second = plan.niche.candidates
    assert plan.start.name == "Rind Ledger"
    assert plan.start.sector == "technology"
    assert (first.name, second.name) == ("Cheese shops", "Wine shops")
    assert first.evidence.status == "heard"
    assert second.variables == ["location", "income"]
    assert plan.niche.chosen == second.id
    assert plan.niche.ratings.scores == {"measurable": {first.id: 4}}
    assert plan.niche.count == 1850
    assert plan.niche.count_range.low == 1200
    assert plan.differentiation.supporting == ["service", "cost"]
    assert plan.review.next_review == dt.date(2027, 1, 31)
    assert plan.value.job == ""
    square = f"niche.ratings.scores.measurable.{second.id}"
    assert plan.drafts == {"niche.reach": "about half", square: "x"}
    assert sum("is kept as it is" in notice for notice in loaded.notices) == 2
    assert [row for _, rows in plan.records() for row in rows] == [first, second]


@pytest.mark.parametrize("chosen", ["[x] 1", "[x] kab cheese SHOPS", "Cheese  shops", "[x] kab"])
def test_a_row_is_chosen_by_id_number_or_name(chosen):
    plan = Plan.model_validate({"niche": {"candidates": [{"id": "kab", "name": "Cheese shops"}]}})
    sheet = filled(worksheet(plan, PACK), ("niche.chosen", chosen))
    assert read(sheet).plan.niche.chosen == "kab"


def test_a_new_row_may_be_chosen_or_scored_before_it_has_a_name():
    sheet = filled(BLANK, ("niche.chosen", "[x] 3"))
    plan = read(sheet).plan
    assert [row.id for row in plan.niche.candidates] == [plan.niche.chosen]
    sheet = filled(BLANK, ("niche.ratings", "| | 1 | 2 |\n| measurable | | 3 |"))
    plan = read(sheet).plan
    (row,) = plan.niche.candidates
    assert plan.niche.ratings.score("measurable", row.id) == 3


def test_a_row_that_was_taken_out_goes_with_what_is_not_asked_of_it():
    plan = Plan.model_validate(
        {"niche": {"candidates": [{"id": "kab", "name": "A", "need_kind": "unmet"}]}}
    )
    sheet = worksheet(plan, PACK)
    lines = sheet.split("\n")
    start = next(i for i, line in enumerate(lines) if line.endswith("row 1: A"))
    end = next(i for i, line in enumerate(lines) if line.endswith("row 2"))
    loaded = read("\n".join([*lines[:start], *lines[end:]]))
    assert loaded.plan.niche.candidates == []
    assert any("kab" in notice and "left out" in notice for notice in loaded.notices)


def test_a_row_that_was_taken_out_but_still_is_in_a_table_is_refused():
    sheet = worksheet(RATED, PACK)
    lines = sheet.split("\n")
    start = next(i for i, line in enumerate(lines) if line.endswith("row 1: Shops"))
    end = next(i for i, line in enumerate(lines) if line.endswith("row 2: Bars"))
    with pytest.raises(Refusal, match=r"no column 'ka'; expected weight, kb; .* take the column"):
        read("\n".join([*lines[:start], *lines[end:]]))


def test_what_deeper_levels_ask_and_findings_set_aside_stay():
    plan = Plan.model_validate(
        {
            "niche": {"candidates": [{"id": "kab", "name": "A", "need_kind": "unmet"}], "goal": 5},
            "set_aside": [
                {"rule": "NI01", "field": "niche.exclusion", "reason": "r", "fingerprint": "f",
                 "date": dt.date(2026, 1, 2)}
            ],
        }
    )  # fmt: skip
    sheet = filled(worksheet(plan, PACK), ("niche.candidates.kab.name", "B"))
    back = read(sheet).plan
    assert back.niche.candidates[0].name == "B"
    assert back.niche.candidates[0].need_kind == "unmet"
    assert back.niche.goal == 5
    assert back.set_aside == plan.set_aside


def test_a_figure_that_nobody_could_type_stays_until_it_is_changed():
    plan = Plan.model_validate({"niche": {"count": 1850.0, "reach": 1e-30}})
    sheet = worksheet(plan, PACK)
    assert toml.same(form.tree_of(read(sheet).plan)["niche"], {"count": 1850.0, "reach": 1e-30})
    changed = read(filled(sheet, ("niche.count", "7"), ("niche.reach", ""))).plan
    assert form.tree_of(changed)["niche"] == {"count": 7}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("``` niche.count\n", "``` niche.cuont\n", ("{line}", "niche.count")),
        ("``` niche.count\n", "``` niche.reach\n", ("on line", "{line}")),
        ("``` niche.count\n", "```\n", ("{line}", "field path")),
        ("``` niche.count\n", "``` niche.count_claim\n", ("{line}", "status, source")),
        ("``` niche.count\n", "Our count\n\n``` niche.count\n", ("outside", "Our count", "{line}")),
        ("``` niche.candidates.1.name\n", "``` niche.candidates.A B.name\n", ("{line}", "path")),
        ("``` niche.candidates.1.name\n", "``` niche.candidates.A.name\n", ("'A' is no row",)),
        ("``` niche.candidates.1.name\n", "``` niche.candidates..name\n", ("'' is no row",)),
        ("``` start.sector\n", "``` start.sector\n[x] bakery\n", ("bakery", "technology, service")),
        ("``` start.sector\n", "``` start.sector\n[x]\n", ("'' is no choice",)),
        ("``` start.sector\n", "``` start.sector\n[x] retail\n[x] other\n", ("at most 1",)),
        ("``` niche.chosen\n", "``` niche.chosen\n[x] Nobody\n", ("Nobody", "no row yet")),
        ("``` kept\n", "``` kept\nx = \n", ("box kept", "line 1")),
        ("schema_version = 1", "schema_version = 99", ("newer version",)),
        ("schema_version = 1", "", ("schema_version",)),
        ('depth = "intermediate"', 'depth = "deep"', ("fundamentals",)),
        ('depth = "intermediate"', "niche = 5", ("niche", "table")),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(old, new, said):
    assert BLANK.count(old) == 1
    sheet = BLANK.replace(old, new)
    line = BLANK[: BLANK.index(old)].count("\n") + 1
    with pytest.raises(Refusal) as refused:
        read(sheet)
    told = str(refused.value)
    assert told.startswith("sheet.md")
    assert "\n" not in told
    for part in said:
        assert part.format(line=line) in told


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("| | 1 |\n| mesurable | 4 |", "did you mean 'measurable'?"),
        ("| | weight | kx |\n|---|\n| measurable | 4 | 5 |", "no column 'kx'"),
        ("| | 1 |\n| measurable | 4 | 5 |", "more cells"),
        ("| | 1 |\n| | 4 |", "lost its name"),
        ("| | 1 | 2 |\n| measurable | 4 |", "ends before column 2; 2 cells are expected"),
        ("| | 1 | 2 |\nmeasurable | 4", "ends before column 2"),
        ("| | 1 |\n| measurable |", "ends before column 1"),
        ("| | 9 |\n| measurable | 4 |", "no column '9'; expected weight"),
        ("| | 1 |\n| measurable | |\n| measurable | 4 |", "row measurable is on line"),
        ("| | 1 |\n| measurable | 4 |\n| measurable | |", "row measurable is on line"),
        ("| | 1 | 2 | 1 Shops |", "column 1 is there twice"),
        ("| | 1 | |", "column 2 has lost its name"),
        ("| measurable | 1 | 2 |", "has lost its head"),
        ("| measurable |", "has lost its head"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused_with_its_line(table, said):
    sheet = filled(BLANK, ("niche.ratings", table))
    line = sheet[: sheet.index(table)].count("\n") + 1 + table.count("\n")
    with pytest.raises(Refusal, match=rf"sheet.md, line {line}: .*{said}"):
        read(sheet)


RATED = Plan.model_validate(
    {
        "depth": "intermediate",
        "niche": {
            "candidates": [{"id": "ka", "name": "Shops"}, {"id": "kb", "name": "Bars"}],
            "ratings": {"scores": {"measurable": {"ka": 4, "kb": 3}, "accessible": {"kb": 2}}},
        },
    }
)


def test_no_line_is_missing_from_a_table_as_it_was_written():
    loaded = read(worksheet(RATED, PACK))
    assert loaded.notices == ()
    assert loaded.plan.niche.ratings.scores == RATED.niche.ratings.scores


def test_a_row_or_a_column_that_was_taken_out_of_a_table_is_told():
    lines = worksheet(RATED, PACK).split("\n")
    row = next(n for n, line in enumerate(lines) if line.startswith("| measurable"))
    loaded = read("\n".join(lines[:row] + lines[row + 1 :]))
    told = "row measurable is no longer in the table of niche.ratings: left out"
    assert loaded.notices == (told,)
    assert loaded.plan.niche.ratings.scores == {"accessible": {"kb": 2}}
    sheet = filled(worksheet(RATED, PACK), ("niche.ratings", "| | kb |\n| measurable | 3 |"))
    loaded = read(sheet)
    rows, columns = loaded.notices
    assert rows.startswith("rows substantial, accessible, ")
    assert columns == "columns weight, ka are no longer in the table of niche.ratings: left out"
    assert loaded.plan.niche.ratings.scores == {"measurable": {"kb": 3}}


def test_a_row_that_is_new_on_the_sheet_need_not_be_in_a_table():
    sheet = worksheet(RATED, PACK).replace("niche.candidates.3.", "niche.candidates.4.")
    loaded = read(filled(sheet, ("niche.candidates.4.name", "Inns")))
    assert [row.name for row in loaded.plan.niche.candidates] == ["Shops", "Bars", "Inns"]
    assert loaded.notices == ()


def test_a_table_may_be_written_without_the_outer_signs():
    table = "| | ka | kb |\n-|-|-\nmeasurable | 4 |\naccessible | | 2\nactionable | 1 | 5 |"
    scores = read(filled(worksheet(RATED, PACK), ("niche.ratings", table))).plan.niche.ratings
    assert scores.scores == {
        "measurable": {"ka": 4},
        "accessible": {"kb": 2},
        "actionable": {"ka": 1, "kb": 5},
    }


@pytest.mark.parametrize("score", ["5", "4", ""])
def test_a_square_in_the_table_and_in_a_box_of_its_own_is_refused(score):
    sheet = worksheet(RATED, PACK)
    line = sheet[: sheet.index("| measurable")].count("\n") + 1
    boxed = f"\n``` niche.ratings.scores.measurable.ka\n{score}\n```\n"
    at = (sheet + boxed).count("\n") - 2
    with pytest.raises(Refusal, match=rf"line {line}: .*measurable, ka has .* on line {at};"):
        read(sheet + boxed)


def test_a_square_that_is_not_in_the_table_may_have_a_box_of_its_own():
    sheet = filled(worksheet(RATED, PACK), ("niche.ratings", "| | kb |\n| measurable | 3 |"))
    boxed = "\n``` niche.ratings.scores.measurable.ka\n5\n```\n"
    assert read(sheet + boxed).plan.niche.ratings.scores == {"measurable": {"ka": 5, "kb": 3}}


def test_new_rows_get_ids_that_no_other_row_has(monkeypatch):
    drawn = iter(["kplan", "ka", "kc", "kc", "kd"])
    monkeypatch.setattr(reader, "new_id", lambda: next(drawn))
    sheet = filled(
        BLANK,
        ("niche.candidates.1.name", "Shops"),
        ("niche.candidates.2.name", "Bars"),
        ("niche.candidates.3.name", "Inns"),
    )
    plan = read(sheet.replace("niche.candidates.1.", "niche.candidates.ka.")).plan
    assert [(row.id, row.name) for row in plan.niche.candidates] == [
        ("ka", "Shops"),
        ("kc", "Bars"),
        ("kd", "Inns"),
    ]


def test_a_box_without_an_end_is_refused_with_its_line():
    sheet = "# Worksheet\n\n``` niche.count\n5\n"
    with pytest.raises(Refusal, match=r"line 3: the box niche\.count has no end"):
        read(sheet)


def test_a_box_whose_end_was_lost_takes_no_other_box_in():
    sheet = filled(BLANK, ("niche.situation", "At night\n\nThey call"))
    sheet = sheet.replace("They call\n```", "They call")
    line = sheet[: sheet.index("``` niche.situation")].count("\n") + 1
    with pytest.raises(Refusal, match=rf"line {line}: the box niche\.situation has no end before"):
        read(sheet)


def test_a_question_that_was_taken_out_is_told():
    start = BLANK.index("``` niche.count\n")
    loaded = read(BLANK[:start] + BLANK[BLANK.index("```\n", start + 5) + 4 :])
    assert loaded.notices[-1] == "not on the sheet, so left empty: niche.count"
    assert not any("not on the sheet" in notice for notice in read(BLANK).notices)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no answers"),
        (b"# Notes\n\n> nothing", "no answers"),
        (b"# a\n\xff", "line 2"),
        (b"#" * 4_000_001, "4 MB"),
        (b"``` start.name\n" + b"x" * 200_001 + b"\n```", "200,000"),
        (b"``` niche.count\n" + b"x" * 200_001 + b"\n```", "200,000"),
    ],
)
def test_what_is_no_worksheet_is_refused(data, said):
    with pytest.raises(Refusal, match=said):
        load(data, "sheet.md")


def test_a_worksheet_that_lost_its_end_is_read_with_a_word():
    loaded = read("``` start.name\nRind Ledger\n```\n")
    assert loaded.plan.start.name == "Rind Ledger"
    assert "kept" in loaded.notices[0]


@SLOW
@given(plans(), st.randoms(use_true_random=False))
def test_a_mangled_worksheet_is_read_or_refused_and_never_worse(plan, dice: random.Random):
    lines = worksheet(plan, PACK).split("\n")
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(lines))
        match dice.randrange(4):
            case 0:
                del lines[at : at + dice.randint(1, 5)]
            case 1:
                lines.insert(at, lines[dice.randrange(len(lines))])
            case 2:
                lines[at] = lines[at][dice.randint(0, 9) :]
            case _:
                lines[at] = dice.choice(["[x]", "```", "| 1 | x |", "[x] 9", "``` niche.chosen"])
        lines = lines or [""]
    with contextlib.suppress(Refusal):  # anything else is a fault
        loaded = read("\n".join(lines))
        form.dump(loaded.plan)
        assert all(isinstance(row, Record) for _, rows in loaded.plan.records() for row in rows)
