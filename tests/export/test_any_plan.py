"""Whatever a plan holds, every form of it comes out in every format, with its shape kept."""

import csv
import io
import json
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from strategies import plans

from coach import flow
from coach.export.document import Column, Fact, Facts, Heading, Items, Picture, Table
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
        elif ".scores." in path and plan.get(path) is not None:
            plan.put(path.replace(".scores.", ".reasons."), f"{text}a{text}")
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


def harmless(document):
    """The same blocks with one plain word wherever there are words at all."""

    def said(spans):
        return tuple(replace(s, text="word" if clean_text(s.text).strip() else "") for s in spans)

    def calm(value):
        match value:
            case Picture():
                return value
            case Fact() | Column():
                return replace(walked(value), label="word")
        return walked(value)

    def walked(value):
        given = {}
        for each in fields(value):
            inner = getattr(value, each.name)
            if each.name == "spans":
                given["spans"] = said(inner)
            elif each.name in ("items", "facts", "rows", "columns", "cells"):
                given[each.name] = tuple(calm(one) for one in inner)
        return replace(value, **given)

    return replace(document, name="word", blocks=tuple(calm(block) for block in document.blocks))


@settings(max_examples=25)
@given(nasty)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("base", ["dental", "deepest"])
def test_hostile_answers_change_no_shape(base, form, shipped, today, request, text):
    plan = with_text(request.getfixturevalue(base), text)
    document = build(form, plan, shipped, today=today)
    source = render(document, "markdown")
    assert shape(source) == shape(render(harmless(document), "markdown"))
    source.encode("utf-8")
    json.loads(render(document, "json"))
    render(document, "html").encode("utf-8")
    if FORMS[form].table:
        table = next(document.tables)
        rows = list(csv.reader(io.StringIO(render(document, "csv"), newline="")))
        assert [len(row) for row in rows] == [len(table.columns)] * (1 + len(table.rows))


@settings(max_examples=60)
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


@settings(max_examples=60)
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
        tables = [block for block in blocks if isinstance(block, Table) and block.rows]
        pictures = [block for block in blocks if isinstance(block, Picture) and not block.told]
        assert found.count("table_open") == len(tables) + len(pictures)
        asides = [table.asides for table in tables if any(table.asides)]
        below = sum(len(each) + sum(map(len, each)) for each in asides)
        assert found.count("list_item_open") == facts + below + len(items) + sum(
            len(item.facts) for item in items
        )
