"""One open plan: what a face may do with it. No face, and no widget, holds the truth."""

import datetime as dt
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from coach import answers, depends, flow
from coach.coaching.engine import Coach, set_aside
from coach.coaching.finding import Finding
from coach.pack.pack import Pack
from coach.plan import Plan, now, record_type
from coach.questions import Card, Depth, Kind, Result
from coach.refusal import Refusal
from coach.store.files import Conflict, NotSaved, PlanFile
from coach.text import MAX_ANSWER, clean_text, clean_tree
from coach.values import Record, new_id

PAUSE = 0.8
"""Seconds without a change after which the plan is saved."""
LONGEST = 5.0
"""Seconds after the first unsaved change at which it is saved even while typing goes on."""


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


class Session:
    """An open plan with its coach, its undo and its file.

    Every change goes through :meth:`edit`, :meth:`choose` or the record methods; each marks
    the plan as unsaved. Saving is :meth:`save`, which may run in a thread, and :meth:`flush`
    at every exit. ``clock`` counts seconds and is there for tests.
    """

    def __init__(
        self,
        file: PlanFile,
        pack: Pack,
        today: dt.date | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.file = file
        self.pack = pack
        self.plan: Plan = file.plan
        self.plan.looked = depends.first_look(self.plan) or self.plan.looked
        self.coach = Coach(pack, today)
        self.findings: tuple[Finding, ...] = ()
        self.trouble: NotSaved | None = None
        self._clock = clock
        self._today = today
        self._first_change: float | None = None
        self._last_change = 0.0
        self._edits = 0
        self._saved = 0
        """How many of the edits are on disk."""
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._saving = threading.Lock()
        self._results: dict[str, tuple[int, Sequence[Result]]] = {}
        """What the cards computed, with the revision it was computed from."""

    # -- reading ---------------------------------------------------------------------

    @property
    def read_only(self) -> str:
        """Why nothing can be changed here; empty if it can."""
        return self.file.read_only

    @property
    def today(self) -> dt.date:
        """The day that findings and dates are judged by."""
        return self._today or dt.date.today()

    def text(self, path: str) -> str:
        """The answer at ``path`` as typed, a draft before a value."""
        return self.plan.drafts.get(path) or answers.show(self.plan.get(path))

    def problem(self, path: str) -> str:
        """What is wrong with the text kept at ``path``, in one line; empty if nothing."""
        draft = self.plan.drafts.get(path)
        if draft is None:
            return ""
        try:
            answers.parse(flow.place(path).part, draft, self.plan.start.currency)
        except answers.BadAnswer as bad:
            return str(bad)
        return ""

    def results(self, card: Card) -> Sequence[Result]:
        """What the card computes, at this depth, from the answers; empty for most cards."""
        if card.results is None:
            return ()
        seen = self._results.get(card.key)
        if seen is None or seen[0] != self._edits:
            found = card.results(self.plan)
            shown = tuple(each for each in found if each.depth <= self.plan.level)
            seen = self._results[card.key] = self._edits, shown
        return seen[1]

    @property
    def progress(self) -> flow.Progress:
        """How far the plan is."""
        return flow.progress(self.plan)

    def check(self) -> tuple[Finding, ...]:
        """Run the coach; the findings stay in ``findings`` until the next check."""
        self.findings = self.coach.check(self.plan)
        return self.findings

    # -- changing --------------------------------------------------------------------

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
        if problem:
            drafts[path] = text
        self._apply("what was typed", {path: value, "drafts": drafts}, merge=True)
        return problem

    def choose(self, path: str, value: Any) -> None:
        """Set a choice: an option, a record's id, a list of options, or None for none."""
        part = flow.place(path).part
        text = answers.show(value)
        self._apply("the choice", {path: answers.parse(part, text)})

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
            row = kind.model_validate({**given, "id": new_id()})
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
        copy = rows[index].model_copy(deep=True, update={"id": new_id()})
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
        drafts = {key: text for key, text in self.plan.drafts.items() if f".{record}." not in key}
        if drafts != self.plan.drafts:
            changes["drafts"] = drafts
        self._apply("the deletion", changes)

    def set_depth(self, depth: Depth) -> None:
        """Ask more or less; answers given at a deeper level stay."""
        self._apply("the depth", {"depth": depth.key})

    def set_aside(self, finding: Finding, reason: str) -> None:
        """Set a finding aside; raises :class:`Refusal` without a reason."""
        entry = set_aside(finding, clean_text(reason), self.today)
        self._apply("setting aside", {"set_aside": [*self._other_aside(finding), entry]})
        self.check()

    def take_up(self, finding: Finding) -> None:
        """Open a finding again that was set aside."""
        self._apply("taking up", {"set_aside": self._other_aside(finding)})
        self.check()

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

    def _other_aside(self, finding: Finding) -> list[Any]:
        key = (finding.rule, finding.field)
        return [entry for entry in self.plan.set_aside if (entry.rule, entry.field) != key]

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
        burst = self._clock() - self._last_change < BURST
        if merge and burst and last and last.after.keys() - {"looked"} == values.keys():
            last.after = {**last.after, **values}
            if last.after == last.before:  # typed and rubbed out: there is nothing to take back
                self._done.pop()
        else:
            self._done.append(Change(what, next(iter(values)), before, dict(values)))
        self._undone.clear()
        self._put(values)
        self._note_first_look(values)

    def _note_first_look(self, values: Mapping[str, Any]) -> None:
        """Note what a new answer rests on, as part of the same change."""
        looked = depends.first_look(self.plan, *values)
        if looked is None:
            return
        change = self._done[-1] if self._done else None
        if change is not None and values.keys() <= change.after.keys():
            change.before.setdefault("looked", self.plan.looked)
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

    # -- keeping ---------------------------------------------------------------------

    @property
    def revision(self) -> int:
        """Grows with every change; what was drawn at the same revision need not be drawn again."""
        return self._edits

    @property
    def unsaved(self) -> bool:
        """True while something typed is not on disk, be it on its way there."""
        return self._edits != self._saved

    def save_in(self) -> float | None:
        """Seconds until the plan is to be saved; None while nothing is unsaved."""
        if not self.unsaved:
            return None
        first = self._last_change if self._first_change is None else self._first_change
        return max(0.0, min(self._last_change + PAUSE, first + LONGEST) - self._clock())

    def save(self) -> None:
        """Write the plan if something is unsaved; raises :class:`NotSaved`.

        May be called from any thread and from a signal handler.
        """
        held = self._saving.acquire(timeout=1.0)
        try:
            if not self.unsaved or self.read_only:
                return
            edits = self._edits
            try:
                self.file.save(self.plan)
            except NotSaved as trouble:
                self.trouble = trouble
                raise
            self.trouble, self._saved = None, edits
            self._first_change = self._clock() if self.unsaved else None
        finally:
            if held:
                self._saving.release()

    def flush(self) -> None:
        """Save now, whatever it takes; trouble is kept in ``trouble`` and never raised."""
        try:
            self.save()
        except NotSaved:
            pass  # kept by save
        except Exception as fault:  # whatever it is, no screen may go on saying "saved"
            self.trouble = NotSaved(f"a fault of its own ({type(fault).__name__})")

    def keep_mine(self) -> None:
        """After a conflict: write this plan; the other's version goes to its history."""
        self.file.keep_mine()
        self._edits += 1
        self.save()

    def keep_theirs(self) -> None:
        """After a conflict: take the file as it is on disk; ours stays as a conflict copy."""
        self.plan = self.file.keep_theirs()
        self._edits += 1
        self.trouble, self._saved, self._first_change = None, self._edits, None
        self._done.clear()
        self._undone.clear()
        self.check()

    @property
    def conflict(self) -> Conflict | None:
        """The conflict that keeps the plan from being saved, if that is the trouble."""
        return self.trouble if isinstance(self.trouble, Conflict) else None

    def close(self) -> None:
        """Save and let go of the file."""
        self.flush()
        self.file.close()


def _mentions(plan: Plan, path: str, record: str) -> Iterator[tuple[str, Any]]:
    """The answers that name the record of the list at ``path``, each with what is left then."""
    for card in flow.CARDS:
        for field in card.fields:
            answer = card.path(field)
            if field.kind is Kind.GRID:
                for side, squares in plan.get(answer).model_dump().items():
                    for row, columns in squares.items() if isinstance(squares, dict) else ():
                        for column in columns:
                            down = field.down == path and row == record
                            if down or (field.across == path and column == record):
                                yield f"{answer}.{side}.{row}.{column}", EMPTY[side]
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
