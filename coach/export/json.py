"""A document as JSON, for programs.

The structure is a promise; keys may be added, and change only with ``version``::

    {
      "version": 1,
      "form": "brief",
      "title": "Molar Guard: the plan on one page",
      "plan": {"id": "…", "name": "Molar Guard", "currency": "€"},
      "date": "2026-10-05",
      "language": "en",
      "blocks": [
        {"kind": "heading", "level": 2, "text": "…", "fields": ["niche.chosen"]},
        {"kind": "text" | "quote" | "note", "text": "…", "fields": […]},
        {"kind": "facts", "fields": […], "facts": [{"label", "text", "fields"}]},
        {"kind": "items", "fields": […], "items": [{"text", "fields", "facts": […]}]},
        {"kind": "table", "fields": […],
         "columns": [{"key", "label"}],
         "rows": [{"fields": […], "cells": {KEY: {"text": "20 %", "value": 20}}}]},
        {"kind": "picture", "fields": […], "title", "note", "headers": ["…"], "rows": [["…"]],
         "chart": {"kind": "bars", …}}
      ],
      "numbers": [{"key", "label", "value", "unit", "text", "because", "record", "about",
                   "verdict", "says"}],
      "claims": [{"field", "status", "source", "date", "points", "strength", "text"}]
    }

``fields`` are the paths of the answers a block was made of. ``value`` is a number, a text, a
day as ``YYYY-MM-DD`` or null; a number that no figure reaches (a break-even without margin)
is null and its ``text`` says so. A picture's ``headers`` and ``rows`` are its figures in words,
``chart`` is the drawing itself as :mod:`coach.charts.chart` describes it. ``numbers`` and
``claims`` are those of the whole plan, whatever the form shows of them.
"""

import datetime as dt
import json as stdlib
import math
from dataclasses import asdict
from typing import Any

from coach.export.document import (
    Block,
    Document,
    Fact,
    Facts,
    Figure,
    Heading,
    Items,
    Picture,
    Spans,
    Standing,
    Table,
    Value,
    plain,
)
from coach.export.pictures import table_of
from coach.text import clean_text

VERSION = 1


def json(document: Document) -> str:
    """The document as JSON text, ending in one line end."""
    whole = {
        "version": VERSION,
        "form": document.form,
        "title": document.title,
        "plan": {"id": document.plan, "name": document.name, "currency": document.currency},
        "date": document.date.isoformat(),
        "language": document.language,
        "blocks": [_block(block) for block in document.blocks],
        "numbers": [_number(figure) for figure in document.figures],
        "claims": [_claim(standing) for standing in document.standings],
    }
    return stdlib.dumps(whole, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _block(block: Block) -> dict[str, Any]:
    kind = {"kind": type(block).__name__.lower()}
    match block:
        case Heading():
            return {**kind, "level": block.level, **_said(block.spans, block.fields)}
        case Facts():
            return {**kind, "fields": block.fields, "facts": [_fact(row) for row in block.rows]}
        case Items():
            items = [
                {**_said(item.spans, item.fields), "facts": [_fact(fact) for fact in item.facts]}
                for item in block.items
            ]
            return {**kind, "fields": block.fields, "items": items}
        case Table():
            return {**kind, "fields": block.fields, **_table(block)}
        case Picture():
            return {**kind, "fields": block.fields, **_picture(block)}
    return {**kind, **_said(block.spans, block.fields)}


def _said(spans: Spans, fields: tuple[str, ...]) -> dict[str, Any]:
    return {"text": plain(spans), "fields": fields}


def _fact(fact: Fact) -> dict[str, Any]:
    return {"label": fact.label, **_said(fact.spans, fact.fields)}


def _table(table: Table) -> dict[str, Any]:
    keys = [column.key for column in table.columns]
    return {
        "columns": [{"key": column.key, "label": column.label} for column in table.columns],
        "rows": [
            {
                "fields": row.fields,
                "cells": {
                    key: {"text": plain(cell.spans), "value": _value(cell.value)}
                    for key, cell in zip(keys, row.cells, strict=True)
                },
            }
            for row in table.rows
        ],
    }


def _picture(picture: Picture) -> dict[str, Any]:
    headers, rows = table_of(picture)
    chart = {"kind": type(picture.chart).__name__.lower(), **asdict(picture.chart)}
    return {
        "title": picture.words.title,
        "note": picture.words.note,
        "headers": headers,
        "rows": rows,
        "chart": _tree(chart),
    }


def _tree(value: Any) -> Any:
    """``value`` as JSON can hold it: a square's place is written ``column,row``."""
    if isinstance(value, dict):
        return {
            ",".join(map(str, key)) if isinstance(key, tuple) else key: _tree(each)
            for key, each in value.items()
        }
    if isinstance(value, list | tuple):
        return [_tree(each) for each in value]
    return clean_text(value) if isinstance(value, str) else _value(value)


def _number(figure: Figure) -> dict[str, Any]:
    result = figure.result
    return {
        "key": result.key,
        "label": figure.label,
        "value": _value(result.value),
        "unit": result.unit,
        "text": figure.text,
        "because": result.figures,
        "record": result.record,
        "about": result.about,
        "verdict": result.verdict,
        "says": figure.verdict,
    }


def _claim(standing: Standing) -> dict[str, Any]:
    claim = standing.claim
    return {
        "field": standing.field,
        "status": claim.status,
        "source": claim.source,
        "date": _value(claim.date),
        "points": claim.points,
        "strength": round(claim.strength, 3),
        "text": standing.text,
    }


def _value(value: Value) -> Value:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
