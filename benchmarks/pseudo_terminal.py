"""A program on a pty, with the time of everything it writes: what the benchmarks are measured with."""

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
from statistics import quantiles

import pyte

ASKS_FOR_SYNC = b"\x1b[?2026$p"
HAS_SYNC = b"\x1b[?2026;2$y"
SYNC_ENDS = b"\x1b[?2026l"
SYNC_BEGINS = b"\x1b[?2026h"


class Program:
    """Runs a command on a terminal of the given size. Times are seconds since it was started."""

    def __init__(self, command: Sequence[str], env: dict[str, str], columns: int, rows: int) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._in_update = False
        self.started = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(command[0], list(command), env | {"TERM": "xterm-256color", "COLORTERM": "truecolor"})

    def read(self, seconds: float) -> float | None:
        """Take in one chunk. Returns when it came, None if none came in time."""
        if not select.select([self._fd], [], [], max(0.0, seconds))[0]:
            return None
        data = self._chunk()
        if data is None:
            return None
        came = time.perf_counter()
        self._draw(data)
        return came

    def _chunk(self) -> bytes | None:
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:
            return None
        if ASKS_FOR_SYNC in data:
            os.write(self._fd, HAS_SYNC)
        return data

    def _draw(self, data: bytes) -> None:
        self._stream.feed(data)
        begins, ends = data.rfind(SYNC_BEGINS), data.rfind(SYNC_ENDS)
        if begins != ends:
            self._in_update = begins > ends

    def read_then_draw(self, seconds: float, is_so: Callable[[], bool]) -> float | None:
        """Take in all that comes in so many seconds, and draw it only then: drawing is slow, and would delay what it times.

        Returns when the chunk came that made it so, None if none did.
        """
        deadline = time.perf_counter() + seconds
        chunks: list[tuple[float, bytes]] = []
        while (left := deadline - time.perf_counter()) > 0:
            if select.select([self._fd], [], [], left)[0] and (data := self._chunk()) is not None:
                chunks.append((time.perf_counter(), data))
        first: float | None = None
        for came, data in chunks:
            self._draw(data)
            if first is None and is_so():
                first = came
        return first

    def shows(self, text: str) -> bool:
        """Is it on the screen, in a picture that is complete?"""
        return not self._in_update and any(text in line for line in self.screen.display)

    def wait_for(self, text: str, seconds: float = 30.0) -> float:
        """Read until the text is on the screen. Returns when the chunk came that completed it."""
        return self.wait_until(lambda: self.shows(text), text, seconds)

    def wait_until(self, is_so: Callable[[], bool], what: str, seconds: float = 30.0) -> float:
        """Read until it is so. what: what is waited for, in words. Returns when the chunk came that made it so."""
        deadline = time.perf_counter() + seconds
        while time.perf_counter() < deadline:
            came = self.read(0.05)
            if came is not None and is_so():
                return came
        raise TimeoutError(f"{what!r} never came on the screen:\n" + "\n".join(self.screen.display))

    def settle(self, quiet: float = 0.3, most: float = 2.0) -> None:
        """Read until nothing has come for a while, or for so long at most: a caret that blinks is never quiet."""
        deadline = time.perf_counter() + most
        while time.perf_counter() < deadline and self.read(quiet) is not None:
            pass

    def press(self, keys: str) -> float:
        """Press keys. Returns when."""
        now = time.perf_counter()
        os.write(self._fd, keys.encode())
        return now

    def end(self) -> None:
        """End it."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)


def percentile(values: Sequence[float], share: int) -> float:
    """The value that `share` of 100 don't exceed."""
    return quantiles(values, n=100, method="inclusive")[share - 1] if len(values) > 1 else values[0]
