"""One open plan: what a face may do with it. No face, and no widget, holds the truth."""

import datetime as dt
import threading
import time
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from coach import answers, flow
from coach.coaching.finding import Finding
from coach.coaching.strength import Strength
from coach.editor import Editor
from coach.pack.pack import Pack
from coach.questions import Card, Result
from coach.store.files import Conflict, NotSaved, PlanFile
from coach.text import clean_text

if TYPE_CHECKING:
    from coach.coaching.engine import Coach

PAUSE = 0.8
"""Seconds without a change after which the plan is saved."""
LONGEST = 5.0
"""Seconds after the first unsaved change at which it is saved even while typing goes on."""


class Session(Editor):
    """An open plan with its coach and its file.

    Every change marks the plan as unsaved. Saving is :meth:`save`, which may run in a thread,
    and :meth:`flush` at every exit. ``clock`` counts seconds and is there for tests.
    """

    def __init__(
        self,
        file: PlanFile,
        pack: Pack,
        today: dt.date | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(file.plan, clock)
        self.file = file
        self.pack = pack
        self.findings: tuple[Finding, ...] = ()
        self.trouble: NotSaved | None = None
        self._today = today
        self._saved = 0
        """How many of the edits are on disk."""
        self._saving = threading.Lock()
        self._reading = threading.Lock()
        """Held while the coach reads: who waits for it reads the plan as it is afterwards."""
        self._results: dict[str, tuple[int, Sequence[Result]]] = {}
        """What the cards computed, with the revision it was computed from."""
        self._progress: tuple[int, flow.Progress] | None = None
        """How far the plan was at a revision."""

    # -- reading ---------------------------------------------------------------------

    @cached_property
    def coach(self) -> "Coach":
        """Who reads the plan; made at the first check, since it brings all rules with it."""
        from coach.coaching.engine import Coach

        return Coach(self.pack, self._today)

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
        if self._progress is None or self._progress[0] != self._edits:
            self._progress = self._edits, flow.progress(self.plan)
        return self._progress[1]

    def check(self) -> tuple[Finding, ...]:
        """Run the coach; the findings stay in ``findings`` until the next check.

        May be called from any thread. One check waits for another, so that ``findings`` are
        never those of an older state of the plan than the last check was asked about.
        """
        with self._reading:
            self.findings = self.coach.check(self.plan)
            return self.findings

    def strengths(self) -> tuple[Strength, ...]:
        """What stands on evidence, read anew; may be called from any thread."""
        with self._reading:
            return self.coach.strengths(self.plan)

    # -- changing --------------------------------------------------------------------

    def set_aside(self, finding: Finding, reason: str) -> None:
        """Set a finding aside; raises :class:`Refusal` without a reason."""
        from coach.coaching.engine import set_aside

        entry = set_aside(finding, clean_text(reason), self.today)
        self._apply("setting aside", {"set_aside": [*self._other_aside(finding), entry]})
        self.check()

    def take_up(self, finding: Finding) -> None:
        """Open a finding again that was set aside."""
        self._apply("taking up", {"set_aside": self._other_aside(finding)})
        self.check()

    def _other_aside(self, finding: Finding) -> list[Any]:
        key = (finding.rule, finding.field)
        return [entry for entry in self.plan.set_aside if (entry.rule, entry.field) != key]

    # -- keeping ---------------------------------------------------------------------

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
