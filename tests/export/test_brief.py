"""The brief is one page, told in sentences, that says what is known and what is assumed."""

from pathlib import Path

import pytest

from coach import flow
from coach.export.document import Block, Heading, Items, Span, plain
from coach.export.documents import build, render
from coach.export.material import counted, shortened
from coach.export.page import LINES, fits, lines
from coach.export.prose import inside, names_in
from coach.steps.risk.model import RiskStatus
from coach.values import Claim, Status

GOLDEN = Path(__file__).parent / "brief.md"


def brief(plan, pack, today) -> str:
    return render(build("brief", plan, pack, today=today), "markdown")


def test_the_whole_page(dental, pack, today):
    assert brief(dental, pack, today) == GOLDEN.read_text("utf-8")


def test_it_fits_one_page(dental, shipped, today):
    assert fits(build("brief", dental, shipped, today=today).blocks)


def test_a_founder_s_long_answers_are_whole_while_the_page_has_room(dental, pack, today):
    plan = dental.model_copy(deep=True)
    plan.value.statement.difference = (
        "repair the bike at your door before eight in the morning, have the spare parts with us, "
        "and own the van that brings them"
    )
    plan.value.pains[0].relief = "We " + "do one more thing for them, " * 9 + "and then we go"
    document = build("brief", plan, pack, today=today)
    text = render(document, "markdown")
    assert f"{plan.value.statement.difference}." in text
    assert f"{plan.value.pains[0].relief}." in text
    assert "…" not in text
    assert fits(document.blocks)


def test_the_statement_is_whole_even_where_the_page_is_full(dental, pack, today):
    plan = dental.model_copy(deep=True)
    difference = "own the van, " * 20 + "which brings the parts"
    for path, field in flow.paths(plan):
        if field.kind == "text" and not path.startswith("value.statement"):
            plan.put(path, "much is said here, and then some more. " * 30)
    plan.value.statement.difference = difference
    document = build("brief", plan, pack, today=today)
    assert f"we {difference}." in render(document, "markdown")
    assert fits(document.blocks)


@pytest.mark.parametrize(
    ("text", "limit", "cut"),
    [
        ("It fits.", 8, "It fits."),
        ("One end here. Another end is not reached", 30, "One end here. …"),
        ("one clause, another, and a third one", 25, "one clause, another …"),
        ("costs 1,850 a year (as a rule at least)", 28, "costs 1,850 a year …"),
        ("if all else fails between two words", 22, "if all else fails …"),
        ("a. word after an end that comes too early", 24, "a. word after an end …"),
        ("x" * 50, 10, "x" * 8 + " …"),
    ],
)
def test_what_must_be_cut_ends_with_a_sentence_a_clause_or_a_word(text, limit, cut):
    assert shortened(text, limit) == cut
    assert len(cut) <= limit


def test_long_answers_and_lists_are_cut_to_the_page(dental, shipped, today):
    long = dental.model_copy(deep=True)
    prose = "very long words follow here " * 400
    for path, field in flow.paths(long):
        if field.kind == "text":
            long.put(path, prose)
    long.niche.choice.evidence.source = long.niche.count_claim.source = prose
    long.risk.risks *= 10
    long.review.tests *= 10
    long.niche.channels *= 10
    long.niche.segments *= 10
    document = build("brief", long, shipped, today=today)
    assert lines(document.blocks) <= 1.1 * LINES
    assert " …" in render(document, "markdown")


@pytest.mark.parametrize(
    "said",
    [
        "| 925 | 1,850 × 50 % |",
        "| 111 | 925 × 12 % |",
        "| €559,440 | 111 × 12 × 420 |",
        "| 25 | 96,000 ÷ (12 × (420 − 91.67)) |",
        "| 2.7 % | 25 ÷ 925. Comfortable |",
        "Expected loss €8,800 a year (20 % × 44,000)",
        "(observed: practice owners, 14 cases, Mar 2026)",
        "(looked up: professional register, Jan 2026)",
        "(assumed, not yet confirmed)",
        "We lead with **service**",
        "Trigger: two vendor job adverts that name security.",
        "What they try to do: Keep the practice open",
        "Today they use a general IT firm and a relative who is good with computers.",
        "Stop line, 31 Jan 2027: If fewer than 12 practices pay",
        "Pass mark: at least 95 of 100 (we count answers within 15 minutes).",
    ],
)
def test_it_says(said, dental, pack, today):
    assert said in brief(dental, pack, today)


def test_the_largest_risks_and_the_next_tests_come_first(dental, pack, today):
    document = build("brief", dental, pack, today=today)
    risks, tests = (block for block in document.blocks if isinstance(block, Items))
    assert [plain(item.spans).partition(".")[0] for item in risks.items] == [
        "The main software vendor starts its own service",
        "One of two people on the line falls ill",
        "Patient data leaks through us",
    ]
    assert [plain(item.spans)[:11] for item in tests.items] == ["30 Oct 2026", "20 Nov 2026"]


def test_a_test_whose_day_has_passed_is_overdue(dental, pack, today):
    later = today.replace(month=12)
    assert "**30 Oct 2026 (overdue)**" in brief(dental, pack, later)


def test_half_a_plan_leaves_out_what_it_does_not_know(bakery, pack, today):
    text = brief(bakery, pack, today)
    assert "No niche is chosen yet; compared so far: school kitchens and cafés by the station." in (
        text
    )
    assert "Still open: " in text
    for blank in ("?", ": .", "()", "None", "Trigger", "Pass mark", "Unlike"):
        assert blank not in text


def test_an_empty_plan_gives_a_short_honest_page(empty, pack, today):
    text = brief(empty, pack, today)
    assert text.startswith("# Untitled plan: the plan on one page\n")
    assert "0 of 28 questions answered" in text
    assert "Still open: " in text
    assert len(text.splitlines()) == 3


def test_one_answer_missing_drops_one_sentence_only(dental, pack, today):
    plan = dental.model_copy(deep=True)
    plan.value.statement.alternative = ""
    plan.niche.exclusion = " \n "
    text = brief(plan, pack, today)
    assert "closes the case the same day. (assumed" in text
    assert "Unlike" not in text
    assert "We turn away" not in text


def test_every_block_leads_to_a_card(dental, bakery, empty, pack, today):
    for plan in (dental, bakery, empty):
        for block in build("brief", plan, pack, today=today).blocks:
            for path in _paths(block):
                assert flow.place(path)
            if isinstance(block, Heading):
                assert block.fields


def _paths(block: Block) -> list[str]:
    found = list(block.fields)
    if isinstance(block, Items):
        found += [path for item in block.items for path in item.fields]
    return found


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("The bike shop", "the bike shop"),
        ("A paper book", "a paper book"),
        ("Car-free families", "car-free families"),
        ("Nothing", "nothing"),
        ("Spreadsheets", "spreadsheets"),
        ("Excel", "Excel"),
        ("Notion, or paper", "Notion, or paper"),
        ("Google Drive", "Google Drive"),
        ("Ghent clubs", "Ghent clubs"),
        ("Swiss hotels", "Swiss hotels"),
        ("IT firms", "IT firms"),
        ("QuickBooks users", "QuickBooks users"),
        ("I ask them", "I ask them"),
        ("I'm asking", "I'm asking"),
        ("St. Gallen inns", "St. Gallen inns"),
        ("A4 paper", "A4 paper"),
        ("4 of 10", "4 of 10"),
        ("", ""),
    ],
)
def test_inside_a_sentence_only_names_keep_their_capital(typed, read):
    names = names_in(["Inns near Ghent, for one"])
    assert inside(Span(typed, "value.job", True), names) == Span(read, "value.job", True)


def test_a_word_that_is_also_written_small_is_no_name():
    assert names_in(["We sell Bread in Ghent", "fresh bread"], ["The Mill"]) == {
        "Ghent",
        "The",
        "Mill",
    }
    assert "The" not in names_in(["all the bread"], ["The Mill"])


def test_answers_begin_small_inside_the_sentences(dental, pack, today):
    plan = dental.model_copy(deep=True)
    plan.value.statement.audience = "Car-free families"
    plan.value.statement.alternative = "The bike shop"
    plan.value.pains[0].how_often = "Twice a year"
    plan.value.pains[0].cost = "Nine days without transport"
    text = brief(plan, pack, today)
    assert "> For car-free families who" in text
    assert "Unlike the bike shop, we" in text
    assert "(twice a year and nine days without transport)" in text
    spoken = render(build("pitch", plan, pack, today=today), "markdown")
    assert "We work for car-free families." in spoken


@pytest.mark.parametrize(
    ("status", "points", "said"),
    [
        (Status.DESK, None, ""),
        (Status.DESK, 1, ""),
        (Status.DESK, 1850, "1,850 looked at"),
        (Status.HEARD, 1, "1 person"),
        (Status.HEARD, 14, "14 people"),
        (Status.OBSERVED, 0, ""),
        (Status.OBSERVED, 1, "1 case"),
        (Status.PAID, 9, "9 cases"),
    ],
)
def test_what_is_behind_a_claim_is_counted_in_the_words_of_its_status(status, points, said):
    assert counted(Claim(status=status, points=points)) == said


def test_a_closed_risk_is_left_out_and_a_long_formula_too(dental, shipped, today):
    plan = dental.model_copy(deep=True)
    plan.depth = "advanced"
    first, second = plan.risk.risks[1], plan.risk.risks[0]
    first.status = RiskStatus.CLOSED
    second.impact_range.low, second.impact_range.high = 6000, 60000
    text = brief(plan, shipped, today)
    assert first.event not in text
    assert "Expected loss €5,700 a year. Trigger" in text
    assert "All 4 risks together" in text
