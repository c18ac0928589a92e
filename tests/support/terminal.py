"""A real terminal: a program on a pty, its keys and its screen."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Sequence
from types import TracebackType

import pyte

PATIENCE = 20.0
"""Seconds that something may take to show before a test has failed."""


class Terminal:
    """Runs a program with a terminal of the given size. Use as a context manager."""

    def __init__(self, command: Sequence[str], env: dict[str, str], *, columns: int = 120, rows: int = 40) -> None:
        self._status: int | None = None
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(command[0], list(command), env | {"TERM": "xterm-256color", "COLORTERM": "truecolor"})

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self.ended():
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._fd)

    def read(self, seconds: float = 0.0) -> None:
        """Take in what the program writes, for at most so long while nothing comes."""
        while select.select([self._fd], [], [], seconds)[0]:
            try:
                data = os.read(self._fd, 65536)
            except OSError:
                return
            if not data:
                return
            self._stream.feed(data)

    def text(self) -> str:
        """What the screen shows."""
        self.read()
        return "\n".join(self._screen.display)

    def sees(self, wanted: str | Callable[[str], bool]) -> None:
        """Wait until the screen shows it."""
        shown = wanted if callable(wanted) else lambda text: wanted in text
        deadline = time.monotonic() + PATIENCE
        while not shown(self.text()):
            if time.monotonic() > deadline:
                raise AssertionError(f"{wanted!r} is not on the screen:\n{self.text()}")
            self.read(0.02)

    def keys(self, text: str | bytes) -> None:
        """Press keys."""
        data = text.encode() if isinstance(text, str) else text
        while data:
            data = data[os.write(self._fd, data[:512]) :]
            self.read()

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send a signal."""
        os.kill(self.pid, number)

    def ended(self) -> bool:
        """Has the program ended?"""
        if self._status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self._status = status if pid else None
        return self._status is not None

    def waits_for_end(self) -> int:
        """Wait until the program has ended. Returns its exit code, negative for a signal."""
        deadline = time.monotonic() + PATIENCE
        while not self.ended():
            if time.monotonic() > deadline:
                raise AssertionError(f"still running:\n{self.text()}")
            self.read(0.02)
        assert self._status is not None
        return os.waitstatus_to_exitcode(self._status)
