"""A meeting followed through another process, which reads the book and tells only what may be shown."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from boardtui.chair.news import Heard
from boardtui.model.record import Record

_ENDED = "The book can't be read just now; it is tried again."
_SILENT = "Nothing is heard of the book."
TOO_LONG = 12.0
"""Seconds without a sign of life."""
_BEFORE_AGAIN = 1.0
"""Seconds before a sieve that ended is begun again."""


class Sifted:
    """What a sieve tells, in order: a `Source`. A sieve that ended is begun again a second later, at the next look."""

    def __init__(self, path: Path, wanted: str | None = None, *, whole: bool = False) -> None:
        """path: of the book, which need not exist yet; wanted: the meeting's name, None for the one being minuted."""
        self.whole = whole
        self.trouble = ""
        self._heard = Heard()
        self._command = [
            sys.executable,
            "-m",
            "boardtui.cli.sieving",
            str(path),
            wanted or "",
            *(["whole"] if whole else []),
        ]
        self._lines: deque[str | None] = deque()
        self._last = time.monotonic()
        self._awake: Callable[[], None] = lambda: None
        self._over = False
        self._again: float | None = None
        self._process, self._listener = self._begun()
        self._listener.start()

    @property
    def record(self) -> Record | None:
        """What may be shown of the meeting."""
        return self._heard.record

    @property
    def private(self) -> bool:
        """Is what is said now private?"""
        return self._heard.private

    @property
    def head(self) -> str:
        """The end of the book in words."""
        return self._heard.head

    @property
    def silence(self) -> float:
        """Seconds since anything was heard of the book."""
        return time.monotonic() - self._last

    @property
    def patience(self) -> float:
        """Seconds until silence would have to be told."""
        return max(0.0, TOO_LONG - self.silence)

    def wake(self, awake: Callable[[], None]) -> None:
        """Call this when there is news, from the thread that listens."""
        self._awake = awake

    def look(self) -> bool:
        """Take in what was told since the last look."""
        changed = self._tell_silence()
        if self._again is not None and time.monotonic() >= self._again:
            self._again = None
            self._begin()
        while self._lines:
            line = self._lines.popleft()
            if line is None:
                changed, self.trouble = True, _ENDED
                self._again = time.monotonic() + _BEFORE_AGAIN
            else:
                self._heard.take_in(line)
                self.trouble = self._heard.trouble
                changed = True
        return changed

    def _tell_silence(self) -> bool:
        """Nothing has been heard for so long that what is shown may be old, or again something. Returns whether that is new."""
        before = self.trouble
        if self.silence >= TOO_LONG:
            self.trouble = self.trouble or _SILENT
        elif self.trouble == _SILENT:
            self.trouble = ""
        return self.trouble != before

    @property
    def reader(self) -> int:
        """The number of the process that reads the book."""
        return self._process.pid

    def close(self) -> None:
        """End the process that reads."""
        self._over = True
        _let_go(self._process)
        self._listener.join(5)

    def _begin(self) -> None:
        self._process, self._listener = self._begun()
        self._listener.start()

    def _begun(self) -> tuple[subprocess.Popen[str], threading.Thread]:
        process = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )
        return process, threading.Thread(target=self._listen, args=(process,), daemon=True)

    def _listen(self, process: subprocess.Popen[str]) -> None:
        with process:
            for line in process.stdout or ():
                self._last = time.monotonic()
                if line.strip():
                    self._lines.append(line)
                    self._awake()
            _let_go(process)
        if not self._over:  # it ended by itself
            self._lines.append(None)
            self._awake()


def _let_go(process: subprocess.Popen[str]) -> None:
    """Close its input, which ends it if it hasn't ended."""
    if process.stdin is not None:
        with suppress(BrokenPipeError):
            process.stdin.close()
