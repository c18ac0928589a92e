"""The process that reads the book for a screen, and tells it what may be shown: nothing else comes into the other one.

It is begun by the screen's process, with pipes for its input and output. Nothing is ever said to it: when its input ends, so
has whoever began it, and it ends too.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from boardtui.book import Stirring
from boardtui.chair.following import Follower
from boardtui.chair.resting import Rest
from boardtui.chair.sieve import Sieve, tell
from boardtui.chair.sifting import Sifter


def main(given: list[str]) -> int:
    """given: the book, the meeting or '', and `whole` for everything. Returns the exit code."""
    name, meeting, *how = given
    path = Path(name)
    stirring = Stirring(path)
    sifter = Sifter(Follower(path, meeting or None), whole="whole" in how)
    tell(Sieve(sifter), sys.stdout, Rest(stirring, sys.stdin), time.monotonic)
    stirring.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
