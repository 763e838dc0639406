"""Documents made from a plan: which forms there are, in which formats, and how to get one."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from coach import flow
from coach.coaching.finding import Finding
from coach.coaching.strength import Strength
from coach.export.brief import brief
from coach.export.canvas import canvas
from coach.export.document import Block, Document
from coach.export.files import write as write
from coach.export.full import appendix, plan
from coach.export.material import Material
from coach.export.pitch import pitch
from coach.export.registers import actions, risks, tests
from coach.pack.pack import Pack
from coach.plan import Plan
from coach.refusal import Refusal
from coach.store.names import slug


@dataclass(frozen=True, slots=True)
class Form:
    """One way to tell a plan: what it adds to the title, what makes it, whether it is a table."""

    title: str
    blocks: Callable[[Material], tuple[Block, ...]]
    table: bool = False


FORMS: dict[str, Form] = {
    "brief": Form("the plan on one page", brief),
    "plan": Form("the full plan", plan),
    "canvas": Form("the canvas", canvas),
    "pitch": Form("the pitch", pitch),
    "risks": Form("risk register", risks, table=True),
    "tests": Form("test list", tests, table=True),
    "actions": Form("list of actions", actions, table=True),
}
"""The forms, by key."""

FORMATS: dict[str, str] = {"markdown": "md", "html": "html", "csv": "csv", "json": "json"}
"""The formats, by key, each with the ending of its files."""


def formats_of(form: str) -> tuple[str, ...]:
    """The formats that a form can be written in: CSV only where it is a table."""
    table = FORMS[_known(form, FORMS, "form")].table
    return tuple(each for each in FORMATS if each != "csv" or table)


def build(
    form: str,
    plan: Plan,
    pack: Pack,
    findings: Iterable[Finding] = (),
    today: dt.date | None = None,
    strengths: Iterable[Strength] = (),
) -> Document:
    """The form filled from the plan, in the pack's wording.

    ``findings`` and ``strengths``, where given, are appended to the full plan; the other forms
    have no room for them. ``today`` is the day that the document is of. Raises
    :class:`Refusal` for an unknown form.
    """
    made = FORMS[_known(form, FORMS, "form")]
    material = Material(plan, pack, today or dt.date.today())
    blocks = made.blocks(material)
    if form == "plan":
        blocks += appendix(material, findings, strengths)
    return Document(
        form=form,
        name=material.name,
        suffix=made.title,
        plan=plan.id,
        date=material.today,
        language=material.words.language,
        currency=material.currency,
        blocks=blocks,
        figures=tuple(figure for card in flow.told(plan) for figure in material.figures(card.key)),
        standings=material.standings(),
    )


def render(document: Document, format: str) -> str:
    """The document as text; raises :class:`Refusal` for a format that the form has not."""
    if format not in formats_of(document.form):
        _known(format, FORMATS, "format")
        *others, last = (key for key, form in FORMS.items() if form.table)
        tables = f"{', '.join(others)} and {last}"
        raise Refusal(f"the {document.form} is no table", f"CSV is for {tables}")
    match format:
        case "html":
            from coach.export.html import html

            return html(document)
        case "csv":
            from coach.export.csv import csv

            return csv(document)
        case "json":
            from coach.export.json import json

            return json(document)
    from coach.export.markdown import markdown

    return markdown(document)


def preview(document: Document, format: str) -> str:
    """The document as a person reads it before the file is written.

    That is the file's own text, but for HTML: markup says nothing to a reader, so its words
    are shown as Markdown, below a line that says so.
    """
    if format != "html":
        return render(document, format)
    return f"{_HTML}\n\n{render(document, 'markdown')}"


_HTML = "The file will be one HTML page, to open in a browser or to print. These are its words:"


def file_name(name: str, form: str, format: str) -> str:
    """A name for a document's file that works everywhere: ``molar-guard-brief.md``."""
    return f"{slug(name) or 'plan'}-{form}.{FORMATS[_known(format, FORMATS, 'format')]}"


def _known(key: str, keys: Iterable[str], what: str) -> str:
    """``key`` if it is one of ``keys``; else a :class:`Refusal` that names the nearest."""
    keys = list(keys)
    if key in keys:
        return key
    near = get_close_matches(key, keys, 1, 0.5)
    hint = f"did you mean {near[0]!r}?" if near else f"expected {', '.join(keys)}"
    raise Refusal(f"no {what} {key!r}", hint)
