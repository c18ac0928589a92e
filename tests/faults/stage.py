"""The stage for faults: a small book to begin with, and commands run in children of one process that has everything loaded.

A child costs some 30 ms where a program started anew costs 600, so that thousands of faults can be tried.
"""

from __future__ import annotations

import errno
import gc
import io
import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from boardtui.book import Book, local_now
from boardtui.desk import Desk
from support.first_form import first_book
from support.memory import memory

HUNG = 20.0
"""Seconds after which a child that hasn't ended never will."""
AGENDA = """---
council: Faulty Vale Council
committee: Harbour Board
date: 7 September 2026
time: 2.00 pm
place: Room 3
member: Cllr Ida Penrose | Chair
member: Cllr Ben Okafor
member: Cllr Mary Quill
---
1. Declarations of Interest
2. The Quay
   Recommendation: note the report
   Draft: The Board considered a report on the quay.
3. Any Other Business
"""
SPOKEN = "Said before the fault."
BEFORE = f"/present all\n/start 14:00\n# 2\n{SPOKEN}\n"
SAID = [f"Line {number}: the report was received" + " and noted" * (30 * (number % 3)) + "." for number in range(1, 7)]
"""What is said while things fail. Each line is a paragraph, and some don't fit into one page of the book."""
DRAFT = "Typed and not yet recorded"


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended. code: its exit code, negative for a signal."""

    code: int
    out: str
    err: str

    @property
    def died(self) -> bool:
        """Was it killed, as a fault does it?"""
        return self.code == -signal.SIGKILL

    @property
    def hung(self) -> bool:
        """Did it not end by itself?"""
        return self.code == -signal.SIGALRM


@dataclass(frozen=True, slots=True)
class Case:
    """A folder in which one thing is tried: the book's own folder, a home, and where exports and copies go."""

    folder: Path

    @property
    def book(self) -> Path:
        """The book."""
        return self.folder / "book" / "minutes.book"

    @property
    def unsaved(self) -> list[Path]:
        """The rescue files of what could not be saved."""
        return sorted((self.folder / "home").rglob("*.unsaved.json"))

    @property
    def out(self) -> Path:
        """Where exports and copies go."""
        return self.folder / "out"


class Stage:
    """Where cases are made and played. folder: its own; inputs lie beside the cases, so that reading them never fails."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.agenda, self.notes = folder / "meeting.agenda.md", folder / "meeting.notes"
        self.agenda.write_text(AGENDA)
        self.notes.write_text("".join(f"{line}\n" for line in SAID))
        self._number = 0
        self._before = folder / "before.notes"
        self._before.write_text(BEFORE)
        self.nothing, self.met = Case(folder / "nothing"), Case(folder / "met")
        self.older, self.restoring = Case(folder / "older"), Case(folder / "restoring")
        self.rescuing = Case(folder / "rescuing")
        for path in (self.nothing.book.parent, self.nothing.out, self.nothing.folder / "home"):
            path.mkdir(parents=True)

    def begin(self) -> None:
        """Make the books that cases begin with, here and not in a child: so everything gets loaded."""
        shutil.copytree(self.nothing.folder, self.met.folder)
        _do(self.met, "new", str(self.agenda))
        _do(self.met, "take", str(self._before))
        shutil.copytree(self.nothing.folder, self.older.folder)
        with Book.open(self.met.book, read_only=True) as book:
            first_book(self.older.book.parent, book.acts(book.meetings()[0].name))
        shutil.copytree(self.met.folder, self.restoring.folder)
        _do(self.restoring, "backup", str(self.restoring.out / "copy.book"))
        _do(self.restoring, "take", str(self.notes))
        shutil.copytree(self.met.folder, self.rescuing.folder)
        _leave_unsaved(self.rescuing, SAID[0])
        gc.freeze()  # children would copy all of it only to look whether it is still needed

    @contextmanager
    def case(self, start: Case) -> Iterator[Case]:
        """A case that begins like this one, for as long as it is needed."""
        self._number += 1
        case = Case(self.folder / f"case-{self._number}")
        shutil.copytree(start.folder, case.folder)
        try:
            yield case
        finally:
            shutil.rmtree(case.folder, ignore_errors=True)

    def play(self, case: Case, act: Callable[[Case], int], out: Path | None = None) -> Ended:
        """Do this in a child, and wait for its end. out: where what it prints goes, if that matters."""
        out, err = out or self.folder / "out.txt", self.folder / "err.txt"
        sys.stdout.flush()
        pid = os.fork()
        if pid == 0:
            _be_a_child(case, act, out, err)
        _, status = os.waitpid(pid, 0)
        return Ended(os.waitstatus_to_exitcode(status), out.read_text("utf-8"), err.read_text("utf-8"))


def _be_a_child(case: Case, act: Callable[[Case], int], out: Path, err: Path) -> None:
    """Play, and end; never returns."""
    code = 70
    try:
        signal.setitimer(signal.ITIMER_REAL, HUNG)
        for number, path in ((1, out), (2, err)):
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o600)
            os.dup2(handle, number)
        code = act(case)
        sys.stdout.flush()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 70
    finally:
        if sys.exc_info()[0] is not None:
            traceback.print_exc()
        sys.stderr.flush()
        os._exit(code)


def _do(case: Case, *words: str) -> None:
    if code := command(case, *words):
        raise RuntimeError(f"{words[0]} fails without any fault: {code}")


def _leave_unsaved(case: Case, line: str) -> None:
    """A desk at which a line was said, and which was closed while the disk was full."""
    os.environ["HOME"] = str(case.folder / "home")
    with mock.patch("boardtui.book.commits.file_act", side_effect=OSError(errno.ENOSPC, "for a trial")):
        book = Book.open(case.book, holder="clerk")
        Desk(book, book.meetings()[0].name, clock=local_now, actor="clerk", live=False).say(line)
        book.close(0.5)


def command(case: Case, *words: str) -> int:
    """Run the command line with the book of this case. Its exit code."""
    from boardtui.cli import main

    os.environ["HOME"] = str(case.folder / "home")
    return main(["--book", str(case.book), *words])


@contextmanager
def a_stage() -> Iterator[Stage]:
    """A stage that has begun, in a folder that goes. No setting of the user reaches it, and nobody waits long for a disk."""
    for name in [name for name in os.environ if name.startswith(("BOARDTUI_", "XDG_"))]:
        del os.environ[name]
    with TemporaryDirectory(prefix="faults-", dir=memory()) as folder:
        stage = Stage(Path(folder).resolve())
        with mock.patch.multiple("boardtui.book.journal", PATIENCE=0.02, GIVE_UP=0.1):
            with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
                stage.begin()
            yield stage
