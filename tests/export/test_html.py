"""The HTML is one file that runs nothing, fetches nothing and shows answers as they are."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.export.documents import FORMS, build, render
from coach.text import clean_text

VOID = {"meta", "br"}
FETCHING = {"href", "xlink:href", "src", "style"}
ATTACKS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></title></span><h1>gone</h1>",
    "<!-- & &amp; &lt;b&gt; -->",
    "{{ 7 * 7 }} {% raw %} {# gone #}",
    "javascript:alert(1)",
    "' onmouseover='alert(1)",
    "]]> <svg/onload=x>",
]


class Page(HTMLParser):
    """Tags, attributes and text; every tag must be closed in its place."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.drawn: list[tuple[str, str | None]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(source)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        inside = tag == "svg" or "svg" in self.open
        (self.drawn if inside else self.attributes).extend(attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.text += data


@pytest.mark.parametrize("form", FORMS)
def test_it_is_whole_and_runs_and_fetches_nothing(form, dental, shipped, today):
    source = render(build(form, dental, shipped, today=today), "html")
    page = Page(source)
    assert source.startswith('<!doctype html>\n<html lang="en">')
    assert not {"script", "link", "img", "iframe", "a", "form"} & set(page.tags)
    assert {name for name, _ in page.attributes} <= {
        *("lang", "charset", "http-equiv", "content", "name", "class", "dir", "scope", "colspan")
    }
    assert not {name for name, _ in page.drawn if name.startswith("on") or name in FETCHING}
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in source
    assert "url(" not in source.replace("url(#chart-", "")
    assert "@import" not in source
    assert "@media print" in source
    assert "prefers-color-scheme: dark" in source


def test_the_brief_says_the_same_as_in_markdown(dental, shipped, today):
    document = build("brief", dental, shipped, today=today)
    told = re.sub(r"\W+", "", Page(render(document, "html")).text)
    markdown = re.sub(r"(?m)^\d+\. |^\| ---.*$", "", render(document, "markdown"))
    assert told.removeprefix(re.sub(r"\W+", "", document.title)) == re.sub(r"\W+", "", markdown)


def test_answers_keep_their_own_direction(dental, pack, today):
    plan = dental.model_copy(deep=True)
    plan.niche.exclusion = "مستشفيات"
    source = render(build("brief", plan, pack, today=today), "html")
    assert '<span class="said" dir="auto">مستشفيات</span>' in source


def test_the_language_is_the_packs(dental, pack, today):
    document = build("brief", dental, pack, today=today)
    assert document.language == "en"
    assert '<html lang="en">' in render(document, "html")


def test_a_wide_register_is_printed_across(dental, pack, today):
    assert "size: landscape" in render(build("risks", dental, pack, today=today), "html")
    assert "size: landscape" not in render(build("brief", dental, pack, today=today), "html")


@settings(max_examples=40)
@given(st.one_of(st.sampled_from(ATTACKS), st.text(min_size=1, max_size=60)))
def test_an_answer_is_text(dental, pack, today, text):
    plan = dental.model_copy(deep=True)
    harmless = Page(render(build("plan", plan, pack, today=today), "html"))
    for path in ("start.name", "niche.candidates.kvets.who", "value.promise", "risk.kill"):
        plan.put(path, f"x{text}x")
    plan.start.currency = text
    page = Page(render(build("plan", plan, pack, today=today), "html"))
    assert set(page.tags) == set(harmless.tags)
    assert {name for name, _ in page.attributes} == {name for name, _ in harmless.attributes}
    cleaned = "".join(clean_text(f"x{text}x").split())
    assert cleaned in "".join(page.text.split())
