"""The terminal driver: Textual's own, made to sleep while nobody types and to survive accidents.

It reaches into private names of Textual 8; ``tests/tui/test_driver.py`` pins each of them.
"""

import os
import select
from codecs import getincrementaldecoder
from typing import Any

from textual import constants
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

ESCAPE_DELAY = 0.025
"""Seconds after which a lone Escape is a key and no longer the start of a sequence."""

setattr(constants, "ESCAPE_DELAY", ESCAPE_DELAY)  # noqa: B010 - Textual declares it Final


class WakingDriver(LinuxDriver):
    """Waits for input instead of looking ten times a second.

    Bytes that are no UTF-8 become U+FFFD instead of ending the program, and a terminal
    that has gone away is told to the app as ``terminal_lost``.
    """

    _wake: tuple[int, int] | None = None

    def start_application_mode(self) -> None:
        """Make the pipe that wakes the input thread, then go on as usual."""
        self._wake = os.pipe()
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's

    def disable_input(self) -> None:
        """Wake the input thread so that it ends at once."""
        if self._wake is not None and not self.exit_event.is_set():
            os.write(self._wake[1], b"x")
        super().disable_input()

    def run_input_thread(self) -> None:
        """Turn bytes from the terminal into events until woken or hung up."""
        assert self._wake is not None
        wake = self._wake[0]
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        poll = select.poll()
        poll.register(self.fileno, select.POLLIN)
        poll.register(wake, select.POLLIN)
        try:
            while True:
                pending = parser._timeout_time is not None
                ready = dict(poll.poll(ESCAPE_DELAY * 1000 if pending else None))
                if self.fileno in ready:
                    data = self._read()
                    if data is None:
                        self._lost()
                        return
                    for event in parser.feed(decode(data)):
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
                if wake in ready:
                    return
        finally:
            try:
                for _event in parser.feed(""):
                    pass
            except (EOFError, ParseError):
                pass

    def _read(self) -> bytes | None:
        """What has arrived; None where the terminal is gone."""
        try:
            return os.read(self.fileno, 4096) or None
        except OSError:
            return None

    def _lost(self) -> None:
        app: Any = self._app
        app.terminal_lost()
