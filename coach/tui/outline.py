"""The outline of the plan that is marked in the library: what it says, and what to do next."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from coach.coaching.finding import Finding
from coach.coaching.next_best import next_best
from coach.coaching.rule import Level
from coach.flow import State
from coach.pack.pack import Pack
from coach.plan import Plan
from coach.refusal import Refusal
from coach.store.library import Entry
from coach.store.reading import read_plan
from coach.tui.signs import LEVELS, STATES
from coach.tui.text import join

PAUSE = 0.15
"""Seconds that a plan has to stay marked before the coach reads it."""


class Outline(VerticalScroll, can_focus=False):
    """Draws an entry at once, and what the coach says of the plan as soon as it has read it."""

    DEFAULT_CSS = """
    Outline { width: 40%; height: 1fr; padding: 1 2; border-left: solid $line; }
    .-narrow Outline { display: none; }
    """

    def __init__(self, pack: Pack, choose: Callable[[Plan], Pack]) -> None:
        """``pack`` names the steps; the coach reads a plan with the pack that ``choose`` gives."""
        super().__init__()
        self.pack = pack
        self.choose = choose
        self._entry: Entry | None = None
        self._soon: Timer | None = None

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static("")

    def say(self, content: Content) -> None:
        """Show something else than a plan."""
        self._entry = None
        self.query_one(Static).update(content)

    def show(self, entry: Entry) -> None:
        """Show a plan."""
        if entry == self._entry:
            return
        self._entry = entry
        self.query_one(Static).update(self._drawn(entry))
        if self._soon is not None:
            self._soon.stop()
        if not entry.trouble:
            self._soon = self.set_timer(PAUSE, partial(self._read_soon, entry))

    def _read_soon(self, entry: Entry) -> None:
        self.run_worker(
            partial(self._read, entry), thread=True, group="outline", exit_on_error=False
        )

    def _read(self, entry: Entry) -> None:
        from coach.coaching.engine import Coach  # the rules: the list of plans need not wait

        try:
            plan = read_plan(entry.path)
        except Refusal:
            return  # it went or broke since it was listed; opening it says why
        try:
            findings = Coach(self.choose(plan)).check(plan)
        except Refusal as refusal:  # a page of the pack that cannot be read
            self.app.call_from_thread(self.app.notify, str(refusal), markup=False)
            return
        self.app.call_from_thread(self._heard, entry, plan, findings)

    def _heard(self, entry: Entry, plan: Plan, findings: tuple[Finding, ...]) -> None:
        if entry == self._entry and self.is_attached:
            self.query_one(Static).update(
                self._drawn(entry) + Content("\n\n") + self._said(plan, findings)
            )

    def _drawn(self, entry: Entry) -> Content:
        if entry.trouble and not entry.steps:
            return join((entry.title, "bold"), "\n\n", (entry.trouble, "$error"))
        steps = "\n".join(
            f"{STATES[State(state)]} {self.pack.step_title(step)}"
            for step, state in entry.steps.items()
        )
        return join(
            (entry.title + "\n", "bold $primary"),
            entry.offering + "\n" if entry.offering else "",
            f"\n{steps}\n\n",
            (f"{entry.share:.0%} answered · {entry.depth}\n", "$muted"),
            (entry.path.name, "$muted"),
        )

    def _said(self, plan: Plan, findings: tuple[Finding, ...]) -> Content:
        from coach.coaching.engine import counts

        total = counts(findings)
        said = ", ".join(f"{total[level]} {LEVELS[level][1]}" for level in Level if total[level])
        parts = [join(("Coach  ", "bold"), said or "nothing to say")]
        best = next_best(findings, plan)
        if best is not None:
            told, why = best.finding.message, (f" {best.reason}", "$muted")
            parts.append(join(("Next  ", "bold $accent"), told, why))
        today = dt.date.today()
        due = [test for test in plan.review.tests if test.due and test.due <= today]
        if due:
            parts.append(join(("Tests due  ", "bold"), str(len(due))))
        return Content("\n").join(parts)
