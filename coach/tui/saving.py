"""An app that saves the open plan after a pause, and has the coach read it."""

from functools import partial
from typing import Any

from textual.notifications import SeverityLevel
from textual.timer import Timer

from coach.refusal import Refusal
from coach.session import Session
from coach.store.desk import Desk
from coach.text import one_line
from coach.tui.lifeline import SafeApp
from coach.tui.walk import WalkScreen

CHECK_PAUSE = 0.35
"""Seconds without a key after which the coach reads what was typed."""
SOON = 0.01
"""Seconds that a timer is set for at least: Textual's divides by them."""
RETRY = 5.0
"""Seconds between attempts to save while saving is impossible."""


class SavingApp(SafeApp):
    """Saves and checks the session that is open, and tells the walk how that went.

    ``save_state`` says it in a word or two; ``last_path`` is the field in which the caret is.
    """

    def __init__(self, desk: Desk, **textual: Any) -> None:
        """``desk`` remembers between two starts where each plan was left."""
        super().__init__(**textual)
        self.desk = desk
        self.session: Session | None = None
        self.save_state = ""
        self.last_path = ""
        self._save_timer: Timer | None = None
        self._check_timer: Timer | None = None

    def say(self, text: str, severity: SeverityLevel = "information") -> None:
        """Say something in passing; it takes the place of what was said before."""
        self.clear_notifications()
        self.notify(text, severity=severity, markup=False, timeout=4)

    def left_at(self, path: str) -> None:
        """Remember the field in which the caret is."""
        self.last_path = path

    # -- saving -------------------------------------------------------------------------

    def touched(self) -> None:
        """The plan changed: save it after a pause, and have the coach read it."""
        session = self.session
        if session is None:
            return
        if session.unsaved and not session.trouble:
            self._state("saving…")
        if self._save_timer is None and (due := session.save_in()) is not None:
            self._save_timer = self.set_timer(max(due, SOON), self._save_due)
        self.check_soon(CHECK_PAUSE)

    def _save_due(self) -> None:
        self._save_timer = None
        session = self.session
        if session is None or (due := session.save_in()) is None:
            return
        if due > SOON:
            self._save_timer = self.set_timer(max(due, SOON), self._save_due)
            return
        self.run_worker(
            partial(self._save, session), thread=True, group="save", exit_on_error=False
        )

    def _save(self, session: Session) -> None:
        session.flush()
        self.desk.remember(session.plan.id, self.last_path)
        self.call_from_thread(self._saved, session)

    def _saved(self, session: Session) -> None:
        if session is not self.session:
            return
        if session.trouble is not None:
            self._state(f"NOT SAVED: {session.trouble.reason}")
            if session.conflict:
                self._ask_about_conflict()
            elif self._save_timer is None:
                self._save_timer = self.set_timer(RETRY, self._save_due)
            return
        if session.unsaved:
            self.touched()
        else:
            self._state(f"saved {session.plan.changed.astimezone():%H:%M}")

    def _ask_about_conflict(self) -> None:
        from coach.tui.dialogs import ConflictDialog

        if any(isinstance(screen, ConflictDialog) for screen in self.screen_stack):
            return

        def answered(mine: bool | None) -> None:
            session = self.session
            if session is None or mine is None:
                return
            try:
                if mine:
                    session.keep_mine()
                else:
                    session.keep_theirs()
            except Refusal as refusal:
                self.notify(str(refusal), severity="error", markup=False)
            self._saved(session)
            screen = self.screen
            if isinstance(screen, WalkScreen) and not mine:
                self.call_later(screen.go_to, screen.card.path(screen.card.fields[0]))

        assert self.session is not None
        self.push_screen(ConflictDialog(self.session), answered)

    def _state(self, state: str) -> None:
        self.save_state = state
        for screen in self.screen_stack:
            if isinstance(screen, WalkScreen):
                screen.heading.show_state(state)

    def flush(self) -> None:
        """Save the open plan, if there is one."""
        if self.session is not None:
            self.session.flush()

    def not_saved(self) -> str:
        """What keeps the open plan from being saved, in one line."""
        session = self.session
        if session is None or session.trouble is None or not session.unsaved:
            return ""
        return one_line(str(session.trouble))

    def _put_away(self, session: Session) -> None:
        session.flush()
        self.desk.remember(session.plan.id, self.last_path)
        if not session.unsaved:
            session.file.retire(session.plan)

    # -- checking -----------------------------------------------------------------------

    def check_soon(self, pause: float) -> None:
        """Have the coach read the plan after ``pause`` seconds without a change."""
        if self._check_timer is not None:
            self._check_timer.stop()
        self._check_timer = self.set_timer(pause, self._check)

    def _check(self) -> None:
        self._check_timer = None
        if self.session is not None:
            self.run_worker(
                partial(self._read, self.session), thread=True, group="check", exit_on_error=False
            )

    def _read(self, session: Session) -> None:
        try:
            session.check()
        except Exception as fault:  # a silent coach would look like a content one
            self.call_from_thread(self.coach_failed, fault)
        else:
            self.call_from_thread(self._checked, session)

    def coach_failed(self, fault: Exception) -> None:
        """Say that the plan could not be read through: by the pack's fault, or by our own."""
        if isinstance(fault, Refusal):
            self.say(str(fault), "error")
            return
        where = self.write_fault(fault)
        self.say(
            f"The coach stumbled and says nothing for now; your plan is safe. {where}", "error"
        )

    def _checked(self, session: Session) -> None:
        for screen in self.screen_stack:
            if session is self.session and isinstance(screen, WalkScreen):
                screen.show_findings()
