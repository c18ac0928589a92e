"""A process that has imported the product, and forks: the child is `boardtui`, without the price of its start.

It is a process of its own, with its own files and threads; only the imports are spared. Nothing may run beside the main
thread when it forks.
"""

from __future__ import annotations

import gc
import io
import os
import pkgutil
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

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


def be_boardtui(words: Sequence[str], env: dict[str, str], plant: Plant | None) -> NoReturn:
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
