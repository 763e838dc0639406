"""The brief is one page, told in sentences, that says what is known and what is assumed."""

import re
from pathlib import Path

import pytest

from coach import flow
from coach.export.document import Block, Heading, Items, plain
from coach.export.documents import build, render

GOLDEN = Path(__file__).parent / "brief.md"
LINES, WORDS = 55, 480


def words(text: str) -> int:
    return len(re.findall(r"[^\W_]\S*", text))


def brief(plan, pack, today) -> str:
    return render(build("brief", plan, pack, today=today), "markdown")


def test_the_whole_page(dental, pack, today):
    assert brief(dental, pack, today) == GOLDEN.read_text("utf-8")


def test_it_fits_one_page(dental, shipped, today):
    text = brief(dental, shipped, today)
    assert len(text.splitlines()) <= LINES
    assert words(text) <= WORDS


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
    text = brief(long, shipped, today)
    assert len(text.splitlines()) <= LINES
    assert words(text) <= 2 * WORDS
    assert "…" in text


@pytest.mark.parametrize(
    "said",
    [
        "| 925 | 1,850 × 50 % |",
        "| 111 | 925 × 12 % |",
        "| €559,440 | 111 × 12 × 420 |",
        "| 25 | 96,000 ÷ (12 × (420 − 91.67)) |",
        "| 2.7 % | 25 ÷ 925 |",
        "Expected loss €8,800 a year (20 % × 44,000)",
        "(observed: practice owners, 14 cases, Mar 2026)",
        "(looked up: professional register, Jan 2026)",
        "(assumed, not yet confirmed)",
        "We lead with **service**",
        "Trigger: two vendor job adverts that name security.",
        "Stop line: If fewer than 12 practices pay",
        "(judged on 31 Jan 2027)",
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
    assert "No niche is chosen yet; compared so far: School kitchens and Cafés by the station." in (
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
