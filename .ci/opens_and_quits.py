"""Opens the installed app in a pseudo-terminal, looks at its screen, leaves, and checks the exit.

Usage: opens_and_quits.py COACH PLAN
"""

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time

import pyte

COLUMNS, ROWS = 80, 24
PATIENCE = 60.0
QUIT = b"\x11"


class Terminal:
    """A program on a pseudo-terminal, and the screen it draws."""

    def __init__(self, *command: str) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.ByteStream(self.screen)
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            os.environ["TERM"] = "xterm-256color"
            os.execv(command[0], command)
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.drawn = b""

    def read(self) -> bool:
        """Take in what is drawn; False once the program has let go of the terminal."""
        if select.select([self.handle], [], [], 0.2)[0]:
            try:
                data = os.read(self.handle, 65536)
            except OSError:
                return False
            self.drawn += data
            self.stream.feed(data)
            return bool(data)
        return True

    def wait_for(self, *words: str) -> None:
        """Read until all of the words are on the screen."""
        until = time.monotonic() + PATIENCE
        while not all(word in "\n".join(self.screen.display) for word in words):
            if not self.read() or time.monotonic() > until:
                shown = "\n".join(self.screen.display)
                sys.exit(f"{words} never came on the screen:\n{shown}")

    def wait_for_end(self) -> int:
        """Read until the program ends; its exit code."""
        until = time.monotonic() + PATIENCE
        while self.read():
            if time.monotonic() > until:
                sys.exit("the app did not end")
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def opens(what: str, words: tuple[str, ...], *command: str) -> None:
    """Open, see the words, quit."""
    terminal = Terminal(*command)
    terminal.wait_for(*words)
    os.write(terminal.handle, QUIT)
    code = terminal.wait_for_end()
    if code != 0 or b"\x1b[?1049l" not in terminal.drawn or b"Traceback" in terminal.drawn:
        sys.exit(f"{what}: ended with {code}, terminal not restored or not in order")
    print(f"{what}: opened and left in order")


def main(coach: str, plan: str) -> None:
    """The library, then one plan."""
    opens("the library", ("Molar Guard",), coach)
    opens("a plan", ("Molar Guard", "Business"), coach, plan)


if __name__ == "__main__":
    main(*sys.argv[1:])
