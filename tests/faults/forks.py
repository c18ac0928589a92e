"""`boardtui` without the price of its start: this process has imported it, forks, and the child is the program.

A real process on a real terminal, with its own files and threads; only the imports are spared, so that it can die
thousands of times. Nothing may run beside the main thread when it forks. `REAL` programs are started the usual way.
"""

from __future__ import annotations

import gc
import io
import os
import pkgutil
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

from support.terminal import Terminal

REAL = (sys.executable, "-m", "boardtui")
"""The command line of a program that is started the usual way."""
COLUMNS, ROWS = 80, 24
_FIRST_OWN_FILE = 3
"""The first file beyond the three that every program has."""

Plant = Callable[[], None]
"""A fault planted in the child before the program runs."""


def load() -> None:
    """Import all of the product, and keep it where a fork doesn't copy it."""
    import boardtui

    for module in pkgutil.walk_packages(boardtui.__path__, "boardtui."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    gc.collect()
    gc.freeze()


class Fork(Terminal):
    """`boardtui` with these words on a terminal of its own. plant: a fault to plant in it first."""

    def __init__(self, words: Sequence[str], env: dict[str, str], *, plant: Plant | None = None) -> None:
        _stand_alone()
        self._plant = plant
        super().__init__(words, env, columns=COLUMNS, rows=ROWS)  # the smaller the screen, the faster it is drawn

    def _become(self, command: Sequence[str], env: dict[str, str]) -> NoReturn:
        _be_boardtui(command, env, self._plant)


def run(words: Sequence[str], env: dict[str, str]) -> tuple[int, str]:
    """Run a command that needs no terminal. Returns its exit code and what it printed, errors too."""
    _stand_alone()
    output, own = os.pipe()
    child = os.fork()
    if child == 0:
        nothing = os.open(os.devnull, os.O_RDONLY)
        for handle, place in ((nothing, 0), (own, 1), (own, 2)):
            os.dup2(handle, place)
        _be_boardtui(words, env, None)
    os.close(own)
    with os.fdopen(output, encoding="utf-8", errors="replace") as printed:
        text = printed.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), text


def _stand_alone() -> None:
    assert threading.active_count() == 1, f"a fork would lose the threads {threading.enumerate()}"


def _be_boardtui(words: Sequence[str], env: dict[str, str], plant: Plant | None) -> NoReturn:
    """Be `boardtui` from here on, as the interpreter would be, and never come back."""
    code: object = 1
    try:
        code = _as_boardtui(words, env, plant)
    finally:  # whatever happens: a child that went on from here would be a second harness
        os._exit(code if isinstance(code, int) else 1)


def _as_boardtui(words: Sequence[str], env: dict[str, str], plant: Plant | None) -> object:
    try:
        os.closerange(_FIRST_OWN_FILE, os.sysconf("SC_OPEN_MAX"))
        signal.pthread_sigmask(signal.SIG_SETMASK, [])
        os.environ.clear()
        os.environ.update(env)
        for name, handle, mode in (("stdin", 0, "r"), ("stdout", 1, "w"), ("stderr", 2, "w")):
            stream = _stream(handle, mode)
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)
        sys.argv = ["boardtui", *words]
        if plant is not None:
            plant()
        from boardtui.cli import main

        return main()
    except SystemExit as ended:
        return ended.code or 0
    finally:
        kind, error, trace = sys.exc_info()
        if kind is not None and error is not None:
            sys.excepthook(kind, error, trace)
        with suppress(OSError):  # of a terminal that is gone
            sys.stdout.flush()
            sys.stderr.flush()


def _stream(handle: int, mode: str) -> io.TextIOWrapper:
    """The file of this number as Python's own start opens it."""
    raw = io.FileIO(handle, mode, closefd=False)
    buffer = io.BufferedReader(raw) if mode == "r" else io.BufferedWriter(raw)
    return io.TextIOWrapper(buffer, encoding="utf-8", errors="backslashreplace", line_buffering=True)
