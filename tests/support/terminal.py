"""A real terminal: a program on a pty, its keys and its screen."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import NoReturn

import pyte

PATIENCE = 30.0
"""Seconds that something may take to show before a test has failed."""
_COLOURS = re.compile(rb"\x1b\[[\d;]*m")
_UNFINISHED = re.compile(rb"\x1b(\[[\d;]*)?\Z")
_TURN = 0.02
_CHUNK = 65536
_HELD_BY_DRIVER = 45
"""More pictures than Textual's driver holds when it can't write."""


def own_environment(book: Path) -> dict[str, str]:
    """What a program is to know that works on this book: its home is the book's folder, and nobody's settings are."""
    others = ("BOARDTUI_", "TEXTUAL", "XDG_")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(others)}
    return kept | {"HOME": str(book.parent), "BOARDTUI_BOOK": str(book)}


class Terminal:
    """Runs a program with a terminal of the given size, in a folder. Use as a context manager.

    written: every byte the program has sent to the terminal.
    """

    def __init__(
        self,
        command: Sequence[str],
        env: dict[str, str],
        *,
        columns: int = 120,
        rows: int = 40,
        folder: Path | None = None,
    ) -> None:
        self.written = bytearray()
        self._drawn = 0  # how many of these bytes the screen has been drawn from
        self._rows = [""] * rows
        self._status: int | None = None
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        of_another = {"COLUMNS", "LINES"}  # the size of the terminal that the tests were started from
        own = {name: value for name, value in env.items() if name not in of_another}
        own |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self.pid, self._fd = self._begin(command, own, (columns, rows), folder)

    def _begin(
        self, command: Sequence[str], env: dict[str, str], size: tuple[int, int], folder: Path | None
    ) -> tuple[int, int]:
        """Let the program begin on a terminal of its own. Returns its process and this end of the terminal."""
        pid, terminal = pty.fork()
        if pid == 0:
            take_size(0, *size)
            os.chdir(folder or ".")
            self._become(command, env)
        return pid, terminal

    def _become(self, command: Sequence[str], env: dict[str, str]) -> NoReturn:
        """Be the program, in the process that has the terminal."""
        os.execvpe(command[0], list(command), env)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self.ended():
            os.kill(self.pid, signal.SIGKILL)
            self._look_after_it(0)
        self.hang_up()

    # --- what the program shows

    def read(self, seconds: float = 0.0) -> None:
        """Take in what the program writes, for at most so long while nothing comes."""
        while self._fd >= 0 and select.select([self._fd], [], [], seconds)[0]:
            try:
                data = os.read(self._fd, _CHUNK)
            except OSError:  # the program has ended
                return
            if not data:
                return
            self.written += data

    def rows(self) -> list[str]:
        """The rows of the screen."""
        self.read()
        # Drawn only when looked at, then from all of it at once, and without its colours, which are most of it and aren't
        # looked at: a screen costs more than the typing it follows.
        unfinished = _UNFINISHED.search(self.written, self._drawn)
        end = unfinished.start() if unfinished else len(self.written)
        if self._drawn < end:
            self._stream.feed(_COLOURS.sub(b"", self.written[self._drawn : end]))
            self._drawn = end
            self._rows = [row.rstrip() for row in self._screen.display]
        return list(self._rows)

    def text(self) -> str:
        """What the screen shows."""
        return "\n".join(self.rows())

    def sees(self, wanted: str | Callable[[str], bool], seconds: float = PATIENCE) -> None:
        """Wait until the screen shows it."""
        shown = wanted if callable(wanted) else lambda text: wanted in text
        deadline = time.monotonic() + seconds
        while not shown(self.text()):
            if self.ended() or time.monotonic() > deadline:
                end = f", it ended with status {self._status}" if self.ended() else ""
                assert shown(self.text()), f"{wanted!r} is not on the screen{end}:\n{self.text()}"
                return
            self.read(_TURN)

    @property
    def is_as_it_was(self) -> bool:
        """Is the terminal as it was before: the screen of the shell, the caret, echo, no mouse, no markers round a paste?"""
        local = termios.tcgetattr(self._fd)[3]
        left = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?2004l", b"\x1b[?1004l")
        taken = {code: code[:-1] + (b"l" if code.endswith(b"h") else b"h") for code in left}
        back = all(self.written.rfind(code) > self.written.rfind(taken[code]) for code in left)
        return back and bool(local & termios.ECHO) and bool(local & termios.ICANON)

    # --- what is done to it

    def keys(self, text: str | bytes) -> None:
        """Press keys, as fast as the program takes them."""
        data = text.encode() if isinstance(text, str) else text
        while data:
            _, writable, _ = select.select([], [self._fd], [], _TURN)
            if writable:
                data = data[os.write(self._fd, data[:512]) :]
            self.read()

    def keys_unread(self, text: str) -> None:
        """Press keys, if the program takes them now, and leave what it writes where it is."""
        if select.select([], [self._fd], [], _TURN)[1]:
            os.write(self._fd, text.encode())

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send a signal."""
        os.kill(self.pid, number)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window larger or smaller. What was written for the old size is drawn at the old size."""
        self.rows()
        take_size(self._fd, columns, rows)
        self._screen.resize(rows, columns)

    def is_small_for_a_moment(self) -> str:
        """Make the window smaller and as large as before, which the program finds when it looks. Returns what is left of it."""
        columns, rows = self._screen.columns, self._screen.lines
        self.rows()
        self._screen.resize(rows // 2, columns // 2)
        self._screen.resize(rows, columns)
        self._rows = [row.rstrip() for row in self._screen.display]
        os.kill(self.pid, signal.SIGWINCH)
        return "\n".join(self._rows)

    def is_left_unread(self) -> None:
        """Read nothing and have it paint, until nothing more can be written, nor held by the program to be written."""
        columns, rows = self._screen.columns, self._screen.lines
        held, full = -1, 0
        while full < _HELD_BY_DRIVER:
            columns ^= 1
            self.resize(columns, rows)
            select.select([], [], [], _TURN)
            before, held = held, struct.unpack("i", fcntl.ioctl(self._fd, termios.FIONREAD, bytes(4)))[0]
            full = full + 1 if held == before else 0

    def waits_until_stopped(self, seconds: float = PATIENCE) -> None:
        """Wait until the program has been stopped, as by its shell."""
        deadline = time.monotonic() + seconds
        while not self._look_after_it(os.WNOHANG | os.WUNTRACED)[0]:
            assert time.monotonic() < deadline, f"not stopped:\n{self.text()}"
            self.read(_TURN)

    def hang_up(self) -> None:
        """Close the terminal's window."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    # --- how it ends

    def _look_after_it(self, options: int) -> tuple[int, int]:
        """What `waitpid` of its parent answers."""
        return os.waitpid(self.pid, options)

    def ended(self) -> bool:
        """Has the program ended?"""
        if self._status is None:
            pid, status = self._look_after_it(os.WNOHANG)
            self._status = status if pid else None
        return self._status is not None

    def waits_for_end(self, seconds: float = PATIENCE, *, reading: bool = True) -> int:
        """Wait until the program has ended. Returns its exit code, negative for a signal.

        reading: take in what it writes meanwhile; else it may have nobody to write to.
        """
        deadline = time.monotonic() + seconds
        while not self.ended():
            if time.monotonic() > deadline:
                raise AssertionError(f"still running:\n{self.text()}")
            select.select([self._fd] if reading and self._fd >= 0 else [], [], [], _TURN)
            if reading:
                self.read()
        self.read()
        assert self._status is not None
        return os.waitstatus_to_exitcode(self._status)


def take_size(terminal: int, columns: int, rows: int) -> None:
    """Give a terminal this size."""
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def at_the_desk_of(book: Path, command: str = "open", **more: str) -> Terminal:
    """The desk of the only meeting of this book, on a terminal of its own; or the chair's view of it. more: variables."""
    return Terminal([sys.executable, "-m", "boardtui", command], own_environment(book) | more, folder=book.parent)
