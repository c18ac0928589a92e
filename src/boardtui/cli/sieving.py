"""The process that reads the book for a screen, and tells it what may be shown: nothing else comes into the other one.

It is begun by the screen's process, with pipes for its input and output, and ends when that does.
"""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path

from boardtui.chair.following import Follower
from boardtui.chair.sieve import Sieve, tell
from boardtui.chair.sifting import Sifter

BETWEEN = 0.08
"""Seconds between two looks at the book: an act is seen 40 ms after its commit as a rule; waking up costs more than looking."""


def main(given: list[str]) -> int:
    """given: the book, the meeting or '', and `whole` for everything. Returns the exit code."""
    path, meeting, *how = given
    sifter = Sifter(Follower(Path(path), meeting or None), whole="whole" in how)
    over = threading.Event()
    threading.Thread(target=_until_the_end, args=(over,), daemon=True).start()
    tell(Sieve(sifter), sys.stdout, lambda: not over.wait(BETWEEN), time.monotonic)
    return 0


def _until_the_end(over: threading.Event) -> None:
    """Nothing is ever said to this process: when its input ends, so has whoever began it."""
    sys.stdin.read()
    over.set()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
