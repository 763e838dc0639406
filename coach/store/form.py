"""The form of a stored plan: Plan to TOML and TOML to Plan."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import count
from typing import Any

from pydantic import ValidationError

from coach.plan import SCHEMA_VERSION, Plan, record_type
from coach.questions import Field, Kind, Unit
from coach.refusal import Refusal
from coach.store import toml
from coach.store.migrations import MIGRATIONS, Migration, Tree, migrate, version_of
from coach.text import clean_tree, one_line
from coach.units import LARGEST, bounds
from coach.values import Answers, Grid

_ALWAYS = {"schema_version", "id", "created", "changed", "depth", "pack"}
"""Written even where it is the default: what a reader looks for at the top of a file."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A plan that was read, and what is to be told about its file.

    ``version`` is the format the file was in; ``newer`` says that this program may not write it.
    """

    plan: Plan
    notices: tuple[str, ...]
    version: int

    @property
    def newer(self) -> bool:
        """True where a later version of the program wrote the file."""
        return self.version > SCHEMA_VERSION


def tree_of(plan: Plan) -> Tree:
    """What is written of a plan: every answer that is given, in the order of the models."""
    tree: Tree = _plain(plan)
    tree["drafts"] = dict(sorted(plan.drafts.items()))
    if not plan.drafts:
        del tree["drafts"]
    return tree


def is_blank(plan: Plan) -> bool:
    """True while no question has been answered."""
    return tree_of(plan).keys() <= _ALWAYS | {"pack_version", "walk"}


def dump(plan: Plan) -> bytes:
    """The plan as a file's bytes, proved to read back as the same.

    Raises ``ValueError`` or ``TypeError`` where they would not, which is a fault of ours.
    """
    tree = tree_of(plan)
    data = toml.emit(tree).encode("utf-8")
    verify(data, tree)
    return data


def verify(data: bytes, tree: Tree) -> None:
    """Raises ``ValueError`` unless ``data`` reads back as ``tree``."""
    import tomli

    if not toml.same(tomli.loads(data.decode("utf-8")), tree):
        raise ValueError("what would be written does not read back as what was typed")


def _plain(value: Any) -> Any:
    if isinstance(value, Grid):  # squares stand in one order, whichever was scored first
        sides = {side: _sorted(getattr(value, side)) for side in Grid.model_fields}
        filled = {side: squares for side, squares in sides.items() if squares}
        return filled | (value.__pydantic_extra__ or {})
    if isinstance(value, Answers):
        kind = type(value)
        tree = {}
        for key in kind.model_fields:
            plain = _plain(getattr(value, key))
            given = plain is not None and (key in _ALWAYS or plain != _default(kind, key))
            if given:
                tree[key] = plain
        return tree | (value.__pydantic_extra__ or {})
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value


def _sorted(squares: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {row: dict(sorted(squares[row].items())) for row in sorted(squares)}


@cache
def _default(kind: type[Answers], key: str) -> Any:
    info = kind.model_fields[key]
    return None if info.is_required() else _plain(info.get_default(call_default_factory=True))


def load(
    data: bytes,
    name: str,
    steps: Mapping[int, Migration] = MIGRATIONS,
    known: int = SCHEMA_VERSION,
) -> Loaded:
    """The plan in a file's bytes. ``name`` is what messages call the file.

    Text is cleaned, keys that are not known are kept, rows with the same id get a new one.
    Raises :class:`Refusal` in one line: file, field, what was expected, what to do.
    """
    tree = toml.parse(data, name)
    version = version_of(tree, name, known)
    try:
        tree = migrate(tree, steps, known)
        if version < known or not toml.is_clean(data):
            tree = clean_tree(tree)
    except Refusal as refusal:
        raise Refusal(f"{name}: {refusal}") from None
    tree.setdefault("id", _derived_id(data))
    notices = _distinct_ids(tree, data)
    if version < known:
        notices.insert(0, "an older version of this program wrote this plan; saving brings it up "
                          "to date, and the old file stays in its history")  # fmt: skip
    try:
        plan = Plan.model_validate(tree)
        _refuse_numbers(plan)
    except ValidationError as error:
        raise _refusal(error, tree, name, version > known) from None
    except Refusal as refusal:
        raise Refusal(f"{name}: {refusal}") from None
    plan.created, plan.changed = _aware(plan.created), _aware(plan.changed)
    return Loaded(plan, tuple(notices), version)


def _aware(when: dt.datetime) -> dt.datetime:
    return when if when.tzinfo else when.replace(tzinfo=dt.UTC)


def _derived_id(data: bytes, *of: object) -> str:
    """An id that is the same each time the same file is read."""
    return "k" + hashlib.sha256(data + repr(of).encode()).hexdigest()[:5]


@cache
def _fixed_columns() -> frozenset[str]:
    """What the fixed columns of score matrices are called: no record may be called that."""
    from coach.flow import CARDS

    return frozenset(key for card in CARDS for field in card.fields for key in field.columns)


def _distinct_ids(tree: Tree, data: bytes) -> list[str]:
    """Give rows without an id, or with that of a row above or a matrix's column, one of their own.

    It follows from the file's bytes, so that a row can be named before the plan is saved.
    Says which ids were changed.
    """
    notices = []
    for step, answers in tree.items():
        for key, rows in answers.items() if isinstance(answers, dict) else ():
            tables = [row for row in rows if isinstance(row, dict)] if type(rows) is list else []
            needed = record_type(f"{step}.{key}") is not None
            taken = {row["id"] for row in tables if isinstance(row.get("id"), str)}
            seen: set[str] = set(_fixed_columns())
            for at, row in enumerate(tables):
                known = row.get("id")
                again = isinstance(known, str) and known in seen
                if again or (needed and known is None):
                    tries = (_derived_id(data, step, key, at, n) for n in count())
                    row["id"] = next(each for each in tries if each not in taken)
                    taken.add(row["id"])
                    if again:
                        notices.append(
                            f"two rows of {step}.{key} had the id {one_line(str(known), 20)}; "
                            f"the second is now {row['id']}"
                        )
                if isinstance(row.get("id"), str):
                    seen.add(row["id"])
    return notices


def _figures(plan: Plan) -> Iterator[tuple[str, Any, Unit]]:
    """Every figure that is asked: its path with positions from 1, the figure, its unit."""
    from coach.flow import CARDS

    for card in CARDS:
        for field in card.fields:
            path = card.path(field)
            answer = getattr(getattr(plan, card.step), field.key)
            if field.kind is not Kind.RECORDS:
                yield from _figures_of(path, field, answer)
                continue
            for part in field.of:
                for at, row in enumerate(answer, 1):
                    yield from _figures_of(f"{path}.{at}.{part.key}", part, getattr(row, part.key))


def _figures_of(path: str, field: Field, answer: Any) -> Iterator[tuple[str, Any, Unit]]:
    match field.kind:
        case Kind.NUMBER:
            yield path, answer, field.unit
        case Kind.RANGE:
            yield f"{path}.low", answer.low, field.unit
            yield f"{path}.high", answer.high, field.unit
        case Kind.GRID:
            for row, squares in answer.scores.items():
                for column, score in squares.items():
                    yield f"{path}.scores.{row}.{column}", score, field.unit


def _refuse_numbers(plan: Plan) -> None:
    """Raises :class:`Refusal` for a figure that could not have been typed."""
    for path, value, unit in _figures(plan):
        least, most, whole = bounds(unit)
        if value is None or (least <= value <= most and not (whole and value != int(value))):
            continue
        kind = "whole number" if whole else "number"
        raise Refusal(
            f"{path}: a {kind} from {least} to {most:,} is expected, "
            f"not {one_line(str(value), 30)}",
            "correct it in the file",
        )


_EXPECTED = {
    "string_type": "text in quotes is expected",
    "int_type": "a whole number without quotes is expected",
    "int_parsing": "a whole number is expected",
    "int_from_float": "a whole number is expected",
    "float_type": "a number without quotes is expected",
    "list_type": "a list is expected",
    "dict_type": "a table is expected",
    "model_type": "a table is expected",
    "greater_than_equal": "a number of 0 or more is expected",
    "less_than_equal": f"a number up to {LARGEST:,} is expected",
    "too_long": "a shorter list is expected",
    "missing": "this key is missing",
    "string_pattern_mismatch": "small letters, digits and dashes are expected",
}


def _refusal(error: ValidationError, tree: Tree, name: str, newer: bool) -> Refusal:
    """The first of pydantic's complaints, in one line and in words."""
    if newer:
        return Refusal(
            f"{name} was written by a newer version of this program, and this one cannot read it",
            "update the program",
        )
    faults = error.errors(include_url=False)
    first = faults[0]
    path, found = _located(tree, first["loc"])
    kind = first["type"]
    kinds = {fault["type"] for fault in faults if _located(tree, fault["loc"])[0] == path}
    if len(kinds) > 1 or kind == "finite_number":
        expected = "a number without quotes is expected"  # whole or not: each kind complains
    elif kind.startswith(("date_", "datetime_")):
        expected = "a day is expected, such as 2027-01-31"
    elif kind == "enum":
        expected = f"expected {first['ctx']['expected']}"
    elif path == "depth":
        expected = "expected fundamentals, intermediate or advanced"
    else:
        expected = _EXPECTED.get(kind) or one_line(first["msg"], 80)
    got = "" if kind in ("missing", "too_long") else f", not {_shown(found)}"
    others = len({_located(tree, fault["loc"])[0] for fault in faults}) - 1
    more = f" (and {others} more like this)" if others else ""
    return Refusal(f"{name}: {path}: {expected}{got}{more}", "correct it in the file")


def _located(tree: Tree, keys: tuple[int | str, ...]) -> tuple[str, Any]:
    """The field path that pydantic means, positions from 1, and what stands there."""
    path: list[str] = []
    here: Any = tree
    for key in keys:
        if isinstance(here, dict) and key in here:
            here = here[key]
        elif isinstance(here, list) and isinstance(key, int):
            here = here[key]
            key += 1
        elif isinstance(here, dict):
            here = None
        else:
            break  # the name of a union's member, not of a key
        path.append(str(key))
    return ".".join(path), here


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    return one_line(repr(value), 40)
