"""Whatever a plan holds, every form of it comes out in every format, with its shape kept."""

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from strategies import plans

from coach import flow
from coach.export.document import Facts, Heading, Items, Table
from coach.export.documents import FORMS, build, formats_of, render
from coach.text import clean_text
from coach.values import Answers

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
nasty = st.one_of(
    st.text(st.sampled_from("#*_`~>-+=|:[]()<>&;!\\ \n\t\r1.ax\"'é\u2028\x00\ud800"), max_size=30),
    st.text(max_size=30),
    st.sampled_from(["|\r-|", "# x", "- x", "1. x", "=1", "</span>", "{{x}}", "https://x.example"]),
)


def with_text(plan, text):
    """The plan with ``text`` inside every written answer, claim and currency."""
    plan = plan.model_copy(deep=True)
    for path, field in flow.paths(plan):
        if field.kind == "text":
            plan.put(path, f"{text}a{text}")
    for answers in (plan.niche, plan.value, *plan.niche.candidates):
        for key in type(answers).model_fields:
            claim = getattr(answers, key)
            if isinstance(claim, Answers) and hasattr(claim, "source"):
                claim.source = f"{text}a"
    plan.start.currency = f"{text}a"
    return plan


def shape(source):
    """The blocks, without the paragraphs and lines that an answer may have of its own."""
    return [
        token.type
        for token in PARSER.parse(source)
        if token.type != "inline" and not token.type.startswith("paragraph")
    ]


@settings(max_examples=60, deadline=None)
@given(nasty)
@pytest.mark.parametrize("form", FORMS)
def test_hostile_answers_change_no_shape(form, dental, shipped, today, text):
    plan = with_text(dental, text)
    document = build(form, plan, shipped, today=today)
    harmless = build(form, with_text(dental, "word"), shipped, today=today)
    source = render(document, "markdown")
    assert shape(source) == shape(render(harmless, "markdown"))
    source.encode("utf-8")
    json.loads(render(document, "json"))
    render(document, "html").encode("utf-8")
    if form in ("risks", "tests"):
        ours, theirs = (
            [len(row) for row in csv.reader(io.StringIO(render(each, "csv"), newline=""))]
            for each in (document, harmless)
        )
        assert ours == theirs


@settings(max_examples=60, deadline=None)
@given(nasty)
def test_the_full_plan_shows_every_answer_as_typed(dental, shipped, today, text):
    plan = with_text(dental, text)
    source = render(build("plan", plan, shipped, today=today), "markdown")
    seen = []
    for token in PARSER.parse(source):
        for child in token.children or ():
            seen.append("\n" if child.type in ("softbreak", "hardbreak") else child.content)
    wanted = "".join(clean_text(f"{text}a{text}").split())
    rows = sum(
        1
        for path, field in flow.paths(plan)
        if field.kind == "text"
        and not path.startswith(("value.statement", "start.currency"))
        and not path.endswith(".source")
    )
    assert "".join("".join(seen).split()).count(wanted) >= rows


@settings(max_examples=60, deadline=None)
@given(plans())
def test_any_plan_comes_out_with_the_structure_of_its_document(shipped, today, plan):
    for form in FORMS:
        document = build(form, plan, shipped, today=today)
        for kind in formats_of(form):
            render(document, kind).encode("utf-8")
        found = shape(render(document, "markdown"))
        blocks = document.blocks
        facts = sum(len(block.rows) for block in blocks if isinstance(block, Facts))
        items = [item for block in blocks if isinstance(block, Items) for item in block.items]
        assert found.count("heading_open") == 1 + sum(isinstance(b, Heading) for b in blocks)
        assert found.count("table_open") == sum(
            isinstance(b, Table) and bool(b.rows) for b in blocks
        )
        assert found.count("list_item_open") == facts + len(items) + sum(
            len(item.facts) for item in items
        )
