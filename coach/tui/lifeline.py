"""An app that loses nothing: signals, a lost terminal and its own faults all save first."""

import os
import signal
import sys
import threading
import traceback
from pathlib import Path
from types import FrameType
from typing import Any

from rich.text import Text
from textual.app import App

WATCHDOG = 3.0
"""Seconds after a signal at which the process ends even if the screen does not answer."""

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


class SafeApp(App[int]):
    """Saves on every way out but ``kill -9``.

    ``_handle_exception``, ``_fatal_error`` and ``panic`` are Textual's own; a test pins them.
    """

    crash_log: Path | None = None

    def flush(self) -> None:
        """Save what is unsaved, now, without raising. Overridden by the app."""

    def not_saved(self) -> str:
        """Why something typed is not on disk; empty where all of it is. Overridden by the app."""
        return ""

    def guard(self) -> None:
        """Take over the signals that end a program."""
        if threading.current_thread() is not threading.main_thread():
            return
        for name in _SIGNALS:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), self._on_signal)

    def leave(self, code: int) -> None:
        """End with this exit code; the last line says what could not be saved, if anything."""
        trouble = self.not_saved()
        self.exit(code, return_code=code, message=Text(f"coach: {trouble}") if trouble else None)

    def terminal_lost(self) -> None:
        """Called by the driver's thread when the terminal has gone: save and end."""
        self.flush()
        os._exit(128 + 1)

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        self.flush()
        code = 128 + number
        watchdog = threading.Timer(WATCHDOG, os._exit, (code,))
        watchdog.daemon = True
        watchdog.start()
        loop: Any = self._loop
        if loop is not None:
            loop.call_soon_threadsafe(self.leave, code)

    def _handle_exception(self, error: Exception) -> None:
        self.flush()
        super()._handle_exception(error)

    def panic(self, *renderables: Any) -> None:
        """Textual gives up: save first."""
        self.flush()
        self._return_code = 1
        super().panic(*renderables)

    def _fatal_error(self) -> None:
        """Say in one line what happened; the details go to a file, without the plan's text."""
        self.bell()
        where = self.write_fault(sys.exc_info()[1])
        kept = self.not_saved() or "everything typed is saved"
        told = f"Details: {where}" if where else "Details could not be written."
        self._exit_renderables.append(Text(f"coach: stopped by a fault of its own; {kept}. {told}"))
        self._close_messages_no_wait()

    def write_fault(self, fault: BaseException | None) -> Path | None:
        """Write where a fault came from to ``crash_log``; gives its path, None if it cannot."""
        if self.crash_log is None:
            return None
        try:
            self.crash_log.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle = os.open(self.crash_log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(_without_words(fault))
        except OSError:
            return None
        return self.crash_log


def _without_words(fault: BaseException | None) -> str:
    """Where a fault came from and its kind; its message might quote an answer."""
    lines: list[str] = []
    while fault is not None:
        lines = [*traceback.format_tb(fault.__traceback__), type(fault).__qualname__, *lines]
        fault = fault.__cause__ or fault.__context__
    return "\n".join(line.rstrip() for line in lines)
