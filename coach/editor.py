"""Changes to a plan, and taking them back."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from coach import answers, depends, flow
from coach.plan import Plan, now, record_type
from coach.questions import Depth, Kind
from coach.refusal import Refusal
from coach.text import MAX_ANSWER, clean_text, clean_tree
from coach.values import Record, new_id

BURST = 1.0
"""Seconds without a key in a field after which the next one begins another step of undo."""


@dataclass(slots=True)
class Change:
    """What one undo takes back: answers by path, before and after.

    ``what`` says it in words, ``path`` is the answer it is about.
    """

    what: str
    path: str
    before: dict[str, Any]
    after: dict[str, Any]


class Editor:
    """A plan under change, with undo and redo.

    Every change is one :class:`Change`; typing without a pause in one field is one of them.
    ``clock`` counts seconds and is there for tests.
    """

    def __init__(self, plan: Plan, clock: Callable[[], float] = time.monotonic) -> None:
        self.plan = plan
        self._clock = clock
        self._first_change: float | None = None
        self._last_change = 0.0
        self._edits = 0
        self._done: list[Change] = []
        self._undone: list[Change] = []

    @property
    def read_only(self) -> str:
        """Why nothing can be changed here; empty if it can."""
        return ""

    @property
    def revision(self) -> int:
        """Grows with every change; what was drawn at the same revision need not be drawn again."""
        return self._edits

    def edit(self, path: str, text: str) -> str:
        """Take what was typed at ``path``; the answer is what is wrong with it, or nothing.

        Text that is no number or date where one is expected is kept as a draft, and the
        answer itself becomes empty: nothing typed is lost, nothing false is computed.
        """
        part = flow.place(path).part
        text = clean_text(text)
        try:
            value = answers.parse(part, text, self.plan.start.currency)
            problem = ""
        except answers.BadAnswer as bad:
            if part.kind is Kind.TEXT or len(text) > MAX_ANSWER:
                raise
            value, problem = ([] if part.most > 1 else None), str(bad)
        drafts = dict(self.plan.drafts)
        drafts.pop(path, None)
        value = _or_first(path, value)
        if problem:
            drafts[path] = text
        self._apply("what was typed", {path: value, "drafts": drafts}, merge=True)
        return problem

    def choose(self, path: str, value: Any) -> None:
        """Set a choice: an option, a record's id, a list of options, or None for none."""
        part = flow.place(path).part
        text = answers.show(value)
        self._apply("the choice", {path: _or_first(path, answers.parse(part, text))})

    def add(self, path: str, values: Mapping[str, Any] | None = None, at: int | None = None) -> str:
        """Add a record to the list at ``path``, at the end or at a position; gives its id.

        Raises :class:`Refusal` where one of ``values`` is nothing that could be typed there.
        """
        kind = record_type(path)
        if kind is None:
            raise Refusal(f"{path!r} is no list of rows")
        rows: list[Record] = list(self.plan.get(path))
        given = clean_tree(dict(values or {}))
        for part in flow.place(path).field.of:
            if part.key in given and not part.parts:
                answers.parse(part, answers.show(given[part.key]))
        try:
            row = kind.model_validate({**given, "id": self._fresh(rows)})
        except ValidationError:
            raise Refusal(
                f"{path}: this row cannot be added", "its values are of the wrong kind"
            ) from None
        rows.insert(len(rows) if at is None else at, row)
        self._apply("the new row", {path: rows})
        return row.id

    def duplicate(self, path: str, record: str) -> str:
        """Copy a record to the place after it; gives the copy's id."""
        rows: list[Record] = list(self.plan.get(path))
        index = self._index(rows, record)
        copy = rows[index].model_copy(deep=True, update={"id": self._fresh(rows)})
        rows.insert(index + 1, copy)
        self._apply("the copy", {path: rows})
        return copy.id

    def move(self, path: str, record: str, by: int) -> None:
        """Move a record up (negative) or down in its list; at an end it stays."""
        rows: list[Record] = list(self.plan.get(path))
        index = self._index(rows, record)
        target = min(max(index + by, 0), len(rows) - 1)
        if target != index:
            rows.insert(target, rows.pop(index))
            self._apply("the move", {path: rows})

    def remove(self, path: str, record: str) -> None:
        """Delete a record, what was chosen or scored of it, its drafts; undo brings all back."""
        rows: list[Record] = list(self.plan.get(path))
        rows.pop(self._index(rows, record))
        changes: dict[str, Any] = {path: rows}
        for mention, value in _mentions(self.plan, path, record):
            if not mention.startswith(f"{path}.{record}."):
                changes[mention] = value
        drafts = {
            key: text
            for key, text in self.plan.drafts.items()
            if not key.startswith(f"{path}.{record}.") and key not in changes
        }
        if drafts != self.plan.drafts:
            changes["drafts"] = drafts
        self._apply("the deletion", changes)

    def set_depth(self, depth: Depth) -> None:
        """Ask more or less; answers given at a deeper level stay."""
        self._apply("the depth", {"depth": depth.key})

    def confirm(self, path: str) -> bool:
        """Hold the answer at ``path`` to fit what it rests on now; False if it rests on nothing."""
        question = depends.question_of(path)
        if not question:
            return False
        self._apply("the confirmation", {"looked": depends.confirmed(self.plan, question)})
        return True

    def undo(self) -> Change | None:
        """Take back the last change and say which it was; None if there is none."""
        return self._swap(self._done, self._undone, "before")

    def redo(self) -> Change | None:
        """Make the change again that undo took back; None if there is none."""
        return self._swap(self._undone, self._done, "after")

    @staticmethod
    def _fresh(rows: list[Record]) -> str:
        """An id that no row of the list has: one in a million is drawn twice."""
        taken = {row.id for row in rows}
        return next(each for each in iter(new_id, "") if each not in taken)

    @staticmethod
    def _index(rows: list[Record], record: str) -> int:
        for index, row in enumerate(rows):
            if row.id == record:
                return index
        raise Refusal(f"no row {record!r} here any more")

    def _apply(self, what: str, values: Mapping[str, Any], merge: bool = False) -> None:
        if self.read_only:
            raise Refusal(f"this plan cannot be changed: {self.read_only}")
        before = {path: self.plan.get(path) for path in values}
        if before == dict(values):
            return
        last = self._done[-1] if self._done else None
        known = self.plan.looked
        path = next(iter(values))
        if "." in path and (last is None or last.path != path):
            # Whatever changes now, the other answers were given on the ground there was before.
            self.plan.looked = depends.first_look(self.plan) or self.plan.looked
        burst = self._clock() - self._last_change < BURST
        if merge and burst and last and last.after.keys() - {"looked"} == values.keys():
            last.after = {**last.after, **values}
            if last.after == last.before:  # typed and rubbed out: there is nothing to take back
                self._done.pop()
        else:
            self._done.append(Change(what, next(iter(values)), before, dict(values)))
        self._undone.clear()
        self._put(values)
        self._note_first_look(values, known)

    def _note_first_look(self, values: Mapping[str, Any], known: dict[str, dict[str, str]]) -> None:
        """Note what a new answer rests on, as part of the same change; ``known`` was before it."""
        looked = depends.first_look(self.plan, *values) or self.plan.looked
        if looked == known:
            return
        change = self._done[-1] if self._done else None
        if change is not None and values.keys() <= change.after.keys():
            change.before.setdefault("looked", known)
            change.after["looked"] = looked
        self.plan.looked = looked

    def _swap(self, source: list[Change], target: list[Change], side: str) -> Change | None:
        if not source:
            return None
        change = source.pop()
        target.append(change)
        self._put(getattr(change, side))
        return change

    def _put(self, values: Mapping[str, Any]) -> None:
        for path, value in values.items():
            self.plan.put(path, value)
        self.plan.changed = now()
        self._last_change = self._clock()
        if self._first_change is None:
            self._first_change = self._last_change
        self._edits += 1


def _or_first(path: str, value: Any) -> Any:
    """A claim is never without a status: none is the weakest."""
    place = flow.place(path)
    first = value is None and place.worded[0] == Kind.CLAIM and place.part.options
    return place.part.options[0] if first else value


def _mentions(plan: Plan, path: str, record: str) -> Iterator[tuple[str, Any]]:
    """The answers that name the record of the list at ``path``, each with what is left then."""
    for card in flow.CARDS:
        for field in card.fields:
            answer = card.path(field)
            if field.kind is Kind.GRID:
                # A grid may hold keys of a newer version beside these two; they stay as they are.
                for side, nothing in EMPTY.items():
                    for row, columns in getattr(plan.get(answer), side).items():
                        for column in columns:
                            down = field.down == path and row == record
                            across = field.across == path and column == record
                            square = f"{answer}.{side}.{row}.{column}"
                            across = across and column not in field.columns
                            if (down or across) and square.count(".") == 4:
                                yield square, nothing
            elif field.kind is Kind.RECORDS:
                for part in field.of:
                    if part.pick == path:
                        for row in plan.get(answer):
                            if getattr(row, part.key) == record:
                                yield f"{answer}.{row.id}.{part.key}", ""
            elif field.pick == path and plan.get(answer) == record:
                yield answer, ""


EMPTY = {"scores": None, "reasons": ""}
"""What stands in a grid's square where nothing was said."""
