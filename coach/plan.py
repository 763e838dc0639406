"""A plan: the steps' answers together, and what belongs to the plan as a whole."""

import datetime as dt
from collections.abc import Iterator
from difflib import get_close_matches
from enum import Enum
from typing import Any, get_args

from pydantic import Field

from coach.questions import Depth
from coach.refusal import Refusal
from coach.steps.differentiation.model import Differentiation
from coach.steps.niche.model import Niche
from coach.steps.review.model import Review
from coach.steps.risk.model import Risks
from coach.steps.start.model import Start
from coach.steps.value.model import Value
from coach.text import one_line, position
from coach.values import Answers, Grid, Record, new_id

SCHEMA_VERSION = 1
"""The version of the file format that this program writes; see ``coach/store/migrations``."""


UNTITLED = "Untitled plan"
"""What a plan is called before it has a name."""


def now() -> dt.datetime:
    """The current time in UTC, to the second: what plans and versions are stamped with."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0)


class SetAside(Answers):
    """A finding that the founder has set aside, and why.

    It holds as long as the answer has the ``fingerprint`` it had then.
    """

    rule: str
    field: str
    reason: str
    date: dt.date
    fingerprint: str


class Plan(Answers):
    """Everything a founder has answered. One plan is one TOML file.

    ``pack`` and ``pack_version`` say which content pack words it; ``walk`` are the keys of the
    cards that this pack asks, in its order, and empty where it asks all of them. The plan keeps
    them, so that it asks the same where its pack is not at hand; see ``coach/walks.py``.
    ``drafts`` keeps, by field path, text that was typed where a number or a date was
    expected, so that nothing typed is lost. ``looked`` keeps, by question, marks of the answers
    it rests on as they were when it was last looked at; see ``coach/depends.py``.
    """

    schema_version: int = SCHEMA_VERSION
    id: str = Field(default_factory=new_id, pattern=r"^[a-z0-9-]+$")
    created: dt.datetime = Field(default_factory=now)
    changed: dt.datetime = Field(default_factory=now)
    depth: str = Field(
        default=Depth.FUNDAMENTALS.key, pattern="^(fundamentals|intermediate|advanced)$"
    )
    pack: str = "default"
    pack_version: str = ""
    walk: list[str] = Field(default_factory=list)
    start: Start = Field(default_factory=Start)
    niche: Niche = Field(default_factory=Niche)
    value: Value = Field(default_factory=Value)
    differentiation: Differentiation = Field(default_factory=Differentiation)
    risk: Risks = Field(default_factory=Risks)
    review: Review = Field(default_factory=Review)
    drafts: dict[str, str] = Field(default_factory=dict)
    set_aside: list[SetAside] = Field(default_factory=list)
    looked: dict[str, dict[str, str]] = Field(default_factory=dict)

    @property
    def title(self) -> str:
        """What the plan is called in lists: the business's name, or that it has none yet."""
        return " ".join(self.start.name.split()) or UNTITLED

    @property
    def level(self) -> Depth:
        """The depth as a :class:`Depth`."""
        return Depth[self.depth.upper()]

    def get(self, path: str) -> Any:
        """The answer at a field path; raises :class:`Refusal` for an unknown path."""
        if square := self._square(path):
            grid, side, row, column = square
            return grid.score(row, column) if side == "scores" else grid.reason(row, column)
        owner, key = self._owner(path)
        return _step_into(owner, key, path)

    def put(self, path: str, value: Any) -> None:
        """Set the answer at a field path; raises :class:`Refusal` for an unknown path."""
        if square := self._square(path):
            grid, side, row, column = square
            grid.put(side, row, column, value)
            return
        owner, key = self._owner(path)
        _step_into(owner, key, path)
        if isinstance(owner, list):
            owner[owner.index(_record(owner, key, path))] = value
        else:
            setattr(owner, key, value)

    def canonical(self, path: str) -> str:
        """``path`` with positions (``niche.candidates.1``) replaced by record ids."""
        if self._square(path):
            return path
        parts, here = [], self
        for key in path.split("."):
            here = _step_into(here, key, path)
            parts.append(here.id if isinstance(here, Record) else key)
        return ".".join(parts)

    def records(self) -> Iterator[tuple[str, list[Record]]]:
        """Every list of records with its path."""
        for step in STEP_KEYS:
            model = getattr(self, step)
            for key in type(model).model_fields:
                if record_type(f"{step}.{key}"):
                    yield f"{step}.{key}", getattr(model, key)

    def _square(self, path: str) -> tuple[Grid, str, str, str] | None:
        """The grid, its side, the row and the column that a path leads to, if it leads there."""
        keys = path.split(".")
        if len(keys) != 5 or keys[2] not in Grid.model_fields or keys[0] not in STEP_KEYS:
            return None
        grid = getattr(getattr(self, keys[0]), keys[1], None)
        return (grid, keys[2], keys[3], keys[4]) if isinstance(grid, Grid) else None

    def _owner(self, path: str) -> tuple[Any, str]:
        *parents, key = path.split(".")
        owner: Any = self
        for parent in parents:
            owner = _step_into(owner, parent, path)
        return owner, key


STEP_KEYS = ("start", "niche", "value", "differentiation", "risk", "review")
"""The steps' keys, in the order of the walk."""


def name_of(row: Record) -> str:
    """What a record is called: its first text, on one line; empty where it has none yet."""
    values = (getattr(row, key) for key in type(row).model_fields if key != "id")
    # An option is a str too, but no name.
    texts = (value for value in values if isinstance(value, str) and not isinstance(value, Enum))
    return one_line(next(texts, ""))


def record_type(path: str) -> type[Record] | None:
    """What the rows of the list at ``step.key`` are; None where there is no such list."""
    step, _, key = path.partition(".")
    model = Plan.model_fields[step].annotation if step in STEP_KEYS else None
    field = getattr(model, "model_fields", {}).get(key)
    row = next(iter(get_args(field.annotation)), None) if field else None
    return row if isinstance(row, type) and issubclass(row, Record) else None


def _step_into(owner: Any, key: str, path: str) -> Any:
    if isinstance(owner, list):
        return _record(owner, key, path)
    known = list(type(owner).model_fields) if isinstance(owner, Answers) else []
    if key not in known:
        raise _unknown(path, key, known)
    return getattr(owner, key)


def _record(rows: list[Any], key: str, path: str) -> Any:
    records = [row for row in rows if isinstance(row, Record)]
    for row in records:
        if row.id == key:
            return row
    if (index := position(key, len(records))) is not None:
        return records[index]
    raise _unknown(path, key, [row.id for row in records])


def _unknown(path: str, key: str, known: list[str]) -> Refusal:
    near = get_close_matches(key, known, 1, 0.5)
    expected = f"did you mean {near[0]!r}?" if near else f"expected one of: {', '.join(known)}"
    return Refusal(
        f"no field {path!r}: {key!r} is unknown, {expected if known else 'nothing is below it'}"
    )
