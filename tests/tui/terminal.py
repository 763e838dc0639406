"""The program on a real pseudo-terminal, with its screen read as a person sees it."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

import pyte

import coach

PATIENCE = 30.0
"""Seconds after which something that should become so is held to be never so."""
KEYS = {
    "tab": b"\t", "enter": b"\r", "escape": b"\x1b", "right": b"\x1b[C", "down": b"\x1b[B",
    "up": b"\x1b[A", "f1": b"\x1bOP", "f5": b"\x1b[15~", "f6": b"\x1b[17~", "f9": b"\x1b[20~",
    "backspace": b"\x7f",
}  # fmt: skip
ROOT = Path(coach.__file__).parents[1]


class Eye(pyte.Screen):
    """A screen that shrugs at what pyte does not know."""

    def report_device_attributes(self, *args: Any, **kwargs: Any) -> None:
        """Not asked for."""

    def report_device_status(self, *args: Any, **kwargs: Any) -> None:
        """Not asked for."""

    def select_graphic_rendition(self, *args: Any, **kwargs: Any) -> None:
        """Colours do not matter here, and private ones are not known to pyte."""


class Terminal:
    """One run of the program; leave it by ``with``."""

    def __init__(
        self,
        *words: str,
        cwd: Path,
        script: str = "",
        size: tuple[int, int] = (80, 24),
        **env: str,
    ) -> None:
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.before = termios.tcgetattr(self.slave)
        program = cwd / "program.py"
        program.write_text(f"{script}\nfrom coach.cli.main import main\nmain()\n", "utf-8")
        self.process = subprocess.Popen(
            [sys.executable, str(program), *words],
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            cwd=cwd,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                **env,
            },
        )
        self.eye = Eye(*size)
        self.stream = pyte.ByteStream(self.eye)
        self.raw = b""
        self.gone = False

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE)
        self.hang_up()
        with contextlib.suppress(OSError):
            os.close(self.slave)

    # -- eyes -----------------------------------------------------------------------------

    @property
    def sees(self) -> str:
        """The whole screen."""
        return "\n".join(line.rstrip() for line in self.eye.display)

    def read(self, seconds: float) -> bool:
        """Take in what the program draws within ``seconds``; False if nothing came."""
        if self.gone or not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:
            data = b""
        self.raw += data
        self.stream.feed(data)
        return bool(data)

    def until(self, so: Callable[[], object], what: str = "") -> None:
        """Return when ``so()`` is true; fails where it never becomes so."""
        end = time.monotonic() + PATIENCE
        while not so():
            if time.monotonic() > end:
                raise AssertionError(f"never so: {what or so}\n{self.sees}")
            if not self.read(0.05) and self.process.poll() is not None:
                assert so(), f"ended with {self.process.returncode} before: {what}\n{self.sees}"

    def wait_for(self, text: str) -> None:
        """Return when ``text`` is on the screen."""
        self.until(lambda: text in self.sees, f"{text!r} on the screen")

    # -- hands ----------------------------------------------------------------------------

    def send(self, data: bytes) -> None:
        """Send bytes, taking in what is drawn meanwhile."""
        while data:
            data = data[os.write(self.master, data[:512]) :]
            self.read(0)

    def press(self, *keys: str) -> None:
        """Press keys, one after another, without looking at what they do."""
        for key in keys:
            control = bytes([ord(key[5:]) & 0x1F]) if key.startswith("ctrl+") else b""
            self.send(control or KEYS.get(key, key.encode()))

    def type(self, text: str) -> None:
        """Type ``text``, a key at a time; a line end is Ctrl+J."""
        for character in text:
            self.send(character.encode())

    def hang_up(self) -> None:
        """Close the terminal's window."""
        if not self.gone:
            self.gone = True
            os.close(self.master)

    def signal(self, number: int) -> None:
        """Send a signal to the program."""
        os.kill(self.process.pid, number)

    def end(self) -> int:
        """Wait for the program's end, reading on; gives its exit code."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < end, f"it does not end\n{self.sees}"
            if self.gone or not self.read(0.05):
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self.process.wait(0.05)
        while self.read(0.05):
            pass
        return self.process.returncode

    @property
    def restored(self) -> bool:
        """True where the terminal is as it was: modes, cursor, main screen, no mouse, no paste."""
        last = {
            mode: max(self.raw.rfind(on), -1) < self.raw.rfind(off)
            for mode, on, off in (
                ("screen", b"\x1b[?1049h", b"\x1b[?1049l"),
                ("cursor", b"\x1b[?25l", b"\x1b[?25h"),
                ("mouse", b"\x1b[?1000h", b"\x1b[?1000l"),
                ("paste", b"\x1b[?2004h", b"\x1b[?2004l"),
            )
        }
        return all(last.values()) and termios.tcgetattr(self.slave)[:4] == self.before[:4]

    @property
    def last_words(self) -> str:
        """What stands in the terminal after the program has left its own screen."""
        after = self.raw[self.raw.rfind(b"\x1b[?1049l") :]
        shown = Eye(200, 60)
        pyte.ByteStream(shown).feed(after)
        return "\n".join(line.rstrip() for line in shown.display if line.strip())


SIGNALS = {"TERM": signal.SIGTERM, "HUP": signal.SIGHUP, "INT": signal.SIGINT}
