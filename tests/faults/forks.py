"""`boardtui` without the price of its start: this process has imported it, forks, and the child is the program.

A real process on a real terminal (`support/forking.py`), so that it can die thousands of times. `REAL` programs are started
the usual way.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Sequence
from typing import NoReturn

from support.forking import Plant, be_boardtui
from support.terminal import Terminal

REAL = (sys.executable, "-m", "boardtui")
"""The command line of a program that is started the usual way."""
COLUMNS, ROWS = 80, 24


class Fork(Terminal):
    """`boardtui` with these words on a terminal of its own. plant: a fault to plant in it first."""

    def __init__(self, words: Sequence[str], env: dict[str, str], *, plant: Plant | None = None) -> None:
        _stand_alone()
        self._plant = plant
        super().__init__(words, env, columns=COLUMNS, rows=ROWS)  # the smaller the screen, the faster it is drawn

    def _become(self, command: Sequence[str], env: dict[str, str]) -> NoReturn:
        be_boardtui(command, env, self._plant)


def run(words: Sequence[str], env: dict[str, str]) -> tuple[int, str]:
    """Run a command that needs no terminal. Returns its exit code and what it printed, errors too."""
    _stand_alone()
    output, own = os.pipe()
    child = os.fork()
    if child == 0:
        nothing = os.open(os.devnull, os.O_RDONLY)
        for handle, place in ((nothing, 0), (own, 1), (own, 2)):
            os.dup2(handle, place)
        be_boardtui(words, env, None)
    os.close(own)
    with os.fdopen(output, encoding="utf-8", errors="replace") as printed:
        text = printed.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), text


def _stand_alone() -> None:
    assert threading.active_count() == 1, f"a fork would lose the threads {threading.enumerate()}"
