"""Random plans and nasty text, for properties that hold for every plan.

``plans()`` builds from the models themselves, so that a new field is covered as it comes.
"""

import datetime as dt
import string
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from hypothesis import strategies as st

from coach.flow import CARDS
from coach.plan import Plan
from coach.text import clean_text
from coach.units import Unit, bounds
from coach.values import Answers, Grid, Number, Range, Record

NASTY = (
    '"""', "'''", '"', "\\", "\\n", "\n\n", "\t", " \n ", "\n", "# no comment", "a = 1\n[b]",
    "[[niche.candidates]]", "[red]x[/]", "[@click=app.quit]x[/]", "[/]", "{{ 7 }}", "${HOME}",
    "=cmd()", "| a | b |", "<script>", "```", "---", "+++", "%s {0} {x}", "é e\u0301",
    "אבג مرحبا", "👩‍👩‍👧 🇦🇹", "z\u0351\u0352\u0353", "ﷺ", "\u00a0\u2003\u200b", "'; drop", "…",
    "." * 40 + " = 1", "trailing\\", '""""""', 'ends in quote"', "NaN", "1e400", "true", "0x1F",
)  # fmt: skip
"""Text that has broken parsers, tables and screens elsewhere."""

UNITS = {
    (card.step, *above, part.key): part.unit
    for card in CARDS
    for field in card.fields
    for above, part in (((), field), *(((field.key,), part) for part in field.of))
}
"""The unit of every figure, by the keys that lead to it."""


def raw_texts(most: int = 40) -> st.SearchStrategy[str]:
    """What a keyboard, a paste or a file could hold, control characters included."""
    wild = st.text(st.characters(exclude_categories=()), max_size=most)
    mixed = st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=8)), max_size=4)
    return st.one_of(st.text(string.ascii_letters + " ", max_size=most), wild, mixed.map("".join))


def texts(most: int = 40) -> st.SearchStrategy[str]:
    """Nasty text as a plan holds it: cleaned."""
    return raw_texts(most).map(clean_text)


def numbers(unit: Unit = Unit.NONE) -> st.SearchStrategy[int | float]:
    """Figures that could have been typed."""
    least, most, whole = bounds(unit)
    return st.integers(least, most) if whole else st.integers(least, most) | st.floats(least, most)


def grids(unit: Unit) -> st.SearchStrategy[dict[str, Any]]:
    """Score matrices, also with rows and columns that nobody asks for any more."""
    keys = st.sampled_from(["measurable", "weight", "us", "cost", "benefit"]) | ids()

    def squares(cells: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
        row = st.dictionaries(keys, cells, min_size=1, max_size=3)
        return st.dictionaries(keys, row, max_size=3)

    filled = texts().filter(bool)
    return st.fixed_dictionaries({"scores": squares(numbers(unit)), "reasons": squares(filled)})


def ids() -> st.SearchStrategy[str]:
    """Record ids, as short as one letter."""
    return st.from_regex(r"\A[a-z][a-z0-9-]{0,6}\Z")


def moments() -> st.SearchStrategy[dt.datetime]:
    """Points in time as plans are stamped with."""
    naive = st.datetimes(dt.datetime(1970, 1, 1), dt.datetime(2200, 1, 1))
    return naive.map(lambda when: when.replace(microsecond=0, tzinfo=dt.UTC))


def unknown() -> st.SearchStrategy[dict[str, Any]]:
    """Keys that this version does not know, with whatever TOML can hold."""
    scalars = st.one_of(
        texts(12), st.booleans(), st.integers(-(10**20), 10**20), st.floats(allow_nan=False),
        st.dates(), st.times(), moments(),
    )  # fmt: skip
    values = st.recursive(
        scalars,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(texts(6), inner, max_size=3)
        ),
        max_leaves=5,
    )
    keys = texts(6).map(lambda key: f"x{key}")
    return st.dictionaries(keys, values, max_size=2)


def _value(kind: Any, keys: tuple[str, ...]) -> st.SearchStrategy[Any]:
    unit = UNITS.get(keys, Unit.NONE)
    if kind == Number:
        return numbers(unit)
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        members = [each for each in get_args(kind) if each is not type(None)]
        if set(members) >= set(get_args(Number)):
            return numbers(unit)
        return st.one_of(*(_value(each, keys) for each in members))
    if origin is Annotated:
        return _value(get_args(kind)[0], keys)
    if origin is list:
        inner = get_args(kind)[0]
        if isinstance(inner, type) and issubclass(inner, Record):
            rows = _tree(inner, keys)
            return st.lists(rows, max_size=3, unique_by=lambda row: row["id"])
        return st.lists(_value(inner, keys), max_size=2, unique=True)
    if kind is str:
        return texts()
    if kind is int:
        return st.integers(0, 10**6)
    if kind is dt.date:
        return st.dates()
    if issubclass(kind, Enum):
        return st.sampled_from([each.value for each in kind])
    if kind is Grid:
        return grids(unit)
    if kind is Range:
        return st.fixed_dictionaries({}, optional={"low": numbers(unit), "high": numbers(unit)})
    if issubclass(kind, Answers):
        return _tree(kind, keys)
    raise TypeError(f"no strategy for {kind}")


def _tree(kind: type[Answers], keys: tuple[str, ...]) -> st.SearchStrategy[dict[str, Any]]:
    given = {
        key: _value(info.annotation, (*keys, key))
        for key, info in kind.model_fields.items()
        if key != "id"
    }
    required = {
        key: given.pop(key) for key, info in kind.model_fields.items() if info.is_required()
    }
    if issubclass(kind, Record):
        required["id"] = ids()
    known = st.fixed_dictionaries(required, optional=given)
    return st.builds(lambda known, extra: extra | known, known, st.just({}) | unknown())


def plan_trees() -> st.SearchStrategy[dict[str, Any]]:
    """Plans as plain tables."""
    fields = Plan.model_fields
    steps = {key: info.annotation for key, info in fields.items()}
    answers = {
        key: _tree(kind, (key,))
        for key, kind in steps.items()
        if isinstance(kind, type) and issubclass(kind, Answers)
    }
    aside = get_args(fields["set_aside"].annotation)[0]
    return st.builds(
        lambda head, known, extra: extra | known | head,
        st.fixed_dictionaries(
            {
                "id": st.from_regex(r"\A[a-z0-9-]{1,8}\Z"),
                "created": moments(),
                "changed": moments(),
                "depth": st.sampled_from(["fundamentals", "intermediate", "advanced"]),
            }
        ),
        st.fixed_dictionaries(
            {},
            optional=answers
            | {
                "pack": texts(),
                "drafts": st.dictionaries(texts(12), texts(), max_size=3),
                "set_aside": st.lists(_tree(aside, ()), max_size=2),
            },
        ),
        unknown(),
    )


def plans() -> st.SearchStrategy[Plan]:
    """Valid plans with nasty text, gaps, deep records and keys that nobody knows."""
    return plan_trees().map(Plan.model_validate)
