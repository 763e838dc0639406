"""Every form of every plan, in every format it has."""

import csv
import io
import json
from dataclasses import fields
from datetime import date

import pytest

from coach import flow
from coach.coaching.finding import Finding
from coach.coaching.rule import Level
from coach.export.documents import (
    FORMATS,
    FORMS,
    build,
    file_name,
    formats_of,
    preview,
    render,
)
from coach.questions import Depth
from coach.refusal import Refusal

PLANS = ["dental", "bakery", "empty"]


@pytest.fixture(params=PLANS)
def plan(request):
    return request.getfixturevalue(request.param)


def markdown(form, plan, pack, today, findings=()):
    return render(build(form, plan, pack, findings, today), "markdown")


def finding(**given):
    """A finding of which only what is given matters."""
    return Finding(**({each.name: "" for each in fields(Finding)} | given))


def test_csv_is_for_tables_only():
    assert {form: "csv" in formats_of(form) for form in FORMS} == {
        "brief": False,
        "plan": False,
        "canvas": False,
        "pitch": False,
        "risks": True,
        "tests": True,
        "actions": True,
    }


@pytest.mark.parametrize(
    ("form", "kind", "said"),
    [
        ("breif", "markdown", "no form 'breif'; did you mean 'brief'?"),
        ("brief", "mardown", "no format 'mardown'; did you mean 'markdown'?"),
        ("brief", "csv", "the brief is no table; CSV is for risks, tests and actions"),
    ],
)
def test_what_does_not_exist_is_refused_in_one_line(form, kind, said, empty, pack, today):
    with pytest.raises(Refusal, match=said.replace("?", r"\?")):
        render(build(form, empty, pack, today=today), kind)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_in_every_format_with_the_shipped_pack(form, plan, shipped, today):
    for kind in formats_of(form):
        text = render(build(form, plan, shipped, today=today), kind)
        assert not text or text.endswith("\n")
        assert "\r" not in text
        assert "None" not in text


def test_the_full_plan_asks_nothing_the_depth_does_not(dental, pack, today):
    assert "Why it failed" not in markdown("plan", dental, pack, today)
    deep = markdown("plan", dental, pack, today)
    shallow = dental.model_copy(update={"depth": Depth.FUNDAMENTALS.key})
    assert "We could not find a third person." in deep
    assert "We could not find a third person." not in markdown("plan", shallow, pack, today)


def test_the_full_plan_holds_every_answer(dental, shipped, today):
    text = " ".join(markdown("plan", dental, shipped, today).split())
    for path, field in flow.paths(dental):
        value = dental.get(path)
        if field.kind == "text" and value and not path.startswith("value.statement."):
            for line in str(value).splitlines():
                assert line in text.replace("\\ > ", " "), path


def test_the_full_plan_says_what_is_open_and_keeps_what_was_not_understood(bakery, pack, today):
    text = markdown("plan", bakery, pack, today)
    assert "Still open: Chosen and Exclusion." in text
    assert "- **Price:** about 3 or 4 (as typed; not understood yet)" in text


def test_a_claim_about_nothing_is_not_printed(empty, pack, today):
    assert "assumed" not in markdown("plan", empty, pack, today)


def test_a_half_filled_statement_shows_its_gaps_in_the_full_plan(empty, pack, today):
    plan = empty.model_copy(deep=True)
    plan.value.statement.audience = "bakers"
    assert "> For bakers who …, … is … that …. Unlike …, we …." in markdown(
        "plan", plan, pack, today
    )


def test_findings_are_appended_to_the_full_plan_where_given(dental, shipped, today):
    findings = (
        finding(
            rule="NI05",
            level=Level.FLAW,
            step="niche",
            field="niche.count",
            quote="1850",
            message="The size is *a guess*.",
        ),
        finding(
            rule="RI01",
            level=Level.GAP,
            step="risk",
            field="risk.risks",
            message="Too short to be honest",
            set_aside="no time",
        ),
    )
    text = markdown("plan", dental, shipped, today, findings)
    assert "1. **Flaw NI05, size:** The size is \\*a guess\\*. The answer: “1850”." in text
    said, aside = text.index("## What the coach says"), text.index("## What was set aside, and why")
    assert said < text.index("Flaw NI05") < aside < text.index("Gap RI01")
    assert "Too short to be honest. The reason: no time." in text
    assert "What was set aside" not in markdown("plan", dental, shipped, today, findings[:1])
    assert "What the coach says" not in markdown("plan", dental, shipped, today, findings[1:])
    assert "What the coach says" not in markdown("plan", dental, shipped, today)
    assert "What the coach says" not in markdown("brief", dental, shipped, today, findings)


def test_a_preview_is_made_of_words_and_says_what_the_file_will_be(dental, shipped, today):
    for form in FORMS:
        document = build(form, dental, shipped, today=today)
        for kind in formats_of(form):
            text = preview(document, kind)
            if kind == "html":
                first, blank, rest = text.split("\n", 2)
                assert "HTML" in first
                assert (blank, rest) == ("", render(document, "markdown"))
            else:
                assert text == render(document, kind)


def test_the_pitch_is_spoken_in_half_a_minute_or_says_by_how_much_not(dental, bakery, pack, today):
    assert "78 words, about 31 seconds when spoken. Cut 3 to" in markdown(
        "pitch", dental, pack, today
    )
    assert "11 words, about 4 seconds when spoken.\n" in markdown("pitch", bakery, pack, today)


def test_the_pitch_names_proof_and_next_step(dental, pack, today):
    text = markdown("pitch", dental, pack, today)
    first, second, third = (
        text.index(mark) for mark in ("(observed: practice", "(looked up:", "- **Our promise:**")
    )
    assert first < second < third  # the best known first
    assert "By 30 Oct 2026 we run the line for six pilot practices for four weeks." in text
    assert "(assumed, not yet confirmed)" in text


def test_the_pitch_has_the_statement_in_every_length_it_was_written(dental, shipped, today):
    plan = dental.model_copy(deep=True)
    plan.value.ten_words = "Dental data is safe again the same day, or free"
    assert f": {plan.value.ten_words}" not in markdown("brief", plan, shipped, today)
    label = shipped.wording("value.statement", "ten_words").label
    assert f"- **{label}:** {plan.value.ten_words}\n" in markdown("pitch", plan, shipped, today)
    plan.depth = Depth.FUNDAMENTALS.key
    assert plan.value.ten_words not in markdown("pitch", plan, shipped, today)


def test_the_pitch_of_an_empty_plan_says_what_is_missing(empty, pack, today):
    text = markdown("pitch", empty, pack, today)
    assert text.count("yet.") == 4
    assert "There is nothing to say aloud" in text


def test_the_risk_register_as_csv(dental, pack, today):
    rows = list(
        csv.DictReader(io.StringIO(render(build("risks", dental, pack, today=today), "csv")))
    )
    assert [row["Owner"] for row in rows] == ["Mara", "Jonas", "Mara", "Jonas", "Mara"]
    assert [float(row["Expected loss"]) for row in rows] == [8800, 3600, 3000, 2500, 2000]
    assert rows[0]["Probability"] == "20"
    assert rows[0]["Category"] == "Competitors"


def test_the_test_list_as_csv_has_days_and_numbers_to_count_with(dental, pack, today):
    rows = list(
        csv.DictReader(io.StringIO(render(build("tests", dental, pack, today=today), "csv")))
    )
    assert [(row["Due"], row["Cost"]) for row in rows] == [
        ("2026-10-30", "0"),
        ("2026-11-20", "350"),
    ]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1+1", "\t=1", "＝1", "\n=1", "=cmd|' /C calc'!A0"]
)
def test_no_cell_is_a_formula(text, bakery, pack, today):
    plan = bakery.model_copy(deep=True)
    plan.risk.risks[0].event = plan.risk.risks[0].owner = text
    made = render(build("risks", plan, pack, today=today), "csv")
    (row,) = csv.DictReader(io.StringIO(made))
    assert row["Event"] == row["Owner"] == "'" + text.strip()


def test_a_register_without_risks_has_its_columns_and_says_so(empty, pack, today):
    document = build("risks", empty, pack, today=today)
    assert render(document, "csv") == (
        "#,Event,Cause,Effect,Probability,Impact,Expected loss,Trigger,Prevention,Owner\n"
    )
    assert render(document, "markdown").endswith("\n\nNo risk is written down yet.\n")
    assert "<table" not in render(document, "html")


def test_json_has_numbers_and_claims(dental, pack, today):
    whole = json.loads(render(build("brief", dental, pack, today=today), "json"))
    assert list(whole) == [
        *("version", "form", "title", "plan", "date", "language", "blocks", "numbers", "claims")
    ]
    numbers = {(each["key"], each["record"]): each for each in whole["numbers"]}
    assert numbers["revenue", ""]["value"] == 559440
    assert numbers["expected_loss", "kvendor"]["value"] == 8800
    assert numbers["reachable", ""] == {
        "key": "reachable",
        "label": "Customers in reach",
        "value": 925,
        "unit": "customers",
        "text": "925",
        "because": "1,850 × 50 %",
        "record": "",
        "about": "",
        "verdict": "",
        "says": "",
    }
    claims = {each["field"]: each for each in whole["claims"]}
    assert claims["niche.candidates.kdental.evidence"] == {
        "field": "niche.candidates.kdental.evidence",
        "status": "observed",
        "source": "practice owners",
        "date": "2026-03-20",
        "points": 14,
        "strength": 0.6,
        "text": "observed: practice owners, 14 cases, Mar 2026",
    }
    assert claims["value.promise_claim"]["status"] == "assumed"


def test_json_of_a_table_has_values(dental, pack, today):
    whole = json.loads(render(build("tests", dental, pack, today=today), "json"))
    row = whole["blocks"][0]["rows"][0]
    assert row["fields"] == ["review.tests.kminutes"]
    assert row["cells"]["due"] == {"text": "30 Oct 2026", "value": "2026-10-30"}
    assert row["cells"]["cost"] == {"text": "€0", "value": 0}


def test_a_break_even_that_nothing_reaches_is_null_with_a_word(dental, pack, today):
    plan = dental.model_copy(deep=True)
    plan.niche.price = 1
    for form in FORMS:
        document = build(form, plan, pack, today=today)
        for kind in formats_of(form):
            render(document, kind)
    numbers = json.loads(render(build("brief", plan, pack, today=today), "json"))["numbers"]
    found = next(each for each in numbers if each["key"] == "break_even")
    assert (found["value"], found["text"]) == (None, "no number reaches it")
    assert "| Break-even customers | no number reaches it |" in markdown("brief", plan, pack, today)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Loaf & Co", "loaf-co-brief"),
        ("../../etc/passwd", "etc-passwd-brief"),
        ("Café Zoë", "cafe-zoe-brief"),
        ("-rf", "rf-brief"),
        ("CON", "con-brief"),
        ("東京", "plan-brief"),
        ("x" * 90, "x" * 40 + "-brief"),
    ],
)
def test_file_names_work_everywhere(name, expected, empty, pack, today):
    plan = empty.model_copy(deep=True)
    plan.start.name = name
    document = build("brief", plan, pack, today=today)
    assert [file_name(document.name, document.form, kind) for kind in FORMATS] == [
        f"{expected}.{end}" for end in ("md", "html", "csv", "json")
    ]


def test_the_day_is_today_unless_told(empty, pack):
    assert build("brief", empty, pack).date == date.today()
