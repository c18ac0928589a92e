"""Desks that are born of a process that has imported everything, where the start of a program isn't the point.

A desk started anew takes half a second of the processor before it is there. One nursery serves all tests of a process: it is
handed the terminal that the desk is to have, and asked how the desk is.
"""

from __future__ import annotations

import atexit
import fcntl
import json
import os
import pty
import socket
import subprocess
import sys
import termios
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from support.forking import be_boardtui, load
from support.terminal import Terminal, own_environment, take_size

TESTS = Path(__file__).parents[1]


class Nursery:
    """The process, seen from the tests. It ends when these do."""

    def __init__(self) -> None:
        self._line, theirs = socket.socketpair()
        paths = os.pathsep.join([str(TESTS), *filter(None, [os.environ.get("PYTHONPATH")])])
        env = {name: value for name, value in os.environ.items() if not name.startswith("TEXTUAL")} | {
            "PYTHONPATH": paths
        }
        self._process = subprocess.Popen([sys.executable, "-m", "support.nursery"], stdin=theirs, env=env)
        theirs.close()
        atexit.register(self._close)

    def _close(self) -> None:
        self._line.close()
        self._process.wait()

    def bears(self, terminal: int, **wish: Any) -> int:
        """A desk on this terminal. wish: words, env, folder, changes. Returns its process."""
        return int(self._asked({"born": wish}, [terminal]))

    def waits(self, pid: int, options: int) -> tuple[int, int]:
        """What `waitpid` answers there."""
        ended, status = self._asked({"waitpid": [pid, options]})
        return ended, status

    def _asked(self, question: dict[str, Any], files: Sequence[int] = ()) -> Any:
        socket.send_fds(self._line, [_as_line(question)], list(files))
        answer, _ = _heard(self._line)
        assert answer is not None, "the nursery has ended"
        return answer


@cache
def nursery() -> Nursery:
    """The nursery of this process."""
    return Nursery()


class Born(Terminal):
    """`boardtui` with these words, born on a terminal of its own. changes: statements that change the product first."""

    def __init__(self, words: Sequence[str], env: dict[str, str], folder: Path, *, changes: str = "") -> None:
        self._changes = changes
        super().__init__(words, env, folder=folder)

    def _begin(
        self, command: Sequence[str], env: dict[str, str], size: tuple[int, int], folder: Path | None
    ) -> tuple[int, int]:
        ours, theirs = pty.openpty()
        take_size(theirs, *size)
        pid = nursery().bears(theirs, words=list(command), env=env, folder=str(folder), changes=self._changes)
        os.close(theirs)
        return pid, ours

    def _look_after_it(self, options: int) -> tuple[int, int]:
        return nursery().waits(self.pid, options)


def born_at_the_desk_of(book: Path, command: str | None = "open", *, changes: str = "") -> Born:
    """The desk of the only meeting of this book, the chair's view of it, or with None the list of meetings."""
    return Born([command] if command else [], own_environment(book), book.parent, changes=changes)


# --- the process itself


def _as_line(value: Any) -> bytes:
    return json.dumps(value).encode() + b"\n"


def _heard(line: socket.socket) -> tuple[Any, list[int]]:
    """The next thing said, and the files handed over with it; None if nobody is there any more."""
    said, files, _, _ = socket.recv_fds(line, 65536, 1)
    while said and not said.endswith(b"\n"):
        said += line.recv(65536)
    return json.loads(said) if said else None, files


def serve() -> None:
    """Bear what is asked for, until nobody asks any more."""
    load()
    line = socket.socket(fileno=os.dup(0))
    while (asked := _heard(line))[0] is not None:
        (question, files) = asked
        if "waitpid" in question:
            answer: Any = os.waitpid(*question["waitpid"])
        else:
            answer = os.fork()
            if answer == 0:
                line.detach()
                _be_born(files[0], **question["born"])
            os.close(files[0])
        line.sendall(_as_line(answer))


def _be_born(terminal: int, words: list[str], env: dict[str, str], folder: str, changes: str) -> NoReturn:
    os.setsid()
    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    for handle in range(3):
        os.dup2(terminal, handle)
    os.chdir(folder)
    be_boardtui(words, env, lambda: exec(f"import threading\n{changes}", {}))


if __name__ == "__main__":
    serve()
