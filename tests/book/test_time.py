"""The wall clock is put back or forward, the process stopped for a while: order, saved mark and NOT SAVED stay right."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from boardtui.book import Book
from boardtui.book.check import check
from boardtui.book.journal import PATIENCE
from boardtui.model.acts import text
from support.acts import prose
from support.books import SOON, Listener, called

START = datetime(2026, 9, 4, 14, 0, tzinfo=UTC)
STOPPED = 2.0
"""Seconds."""

CHILD = """
import json, sys, threading
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from boardtui.book.clock import Awake
from boardtui.model.acts import text
from support.acts import prose
from support.books import Listener, called, open_book

with open_book(Path(sys.argv[1])) as book:
    clerk, awake, told, longest = called(book), Awake(), [], 0.0
    book.journal.on_trouble(told.append)
    beat = threading.Event()
    for number in range(12):
        clerk.hand_in(text.Paragraph(text=prose(f"line {number}")))
        longest = max(longest, awake.look(book.journal.waiting_for))
        print(number, flush=True)
        beat.wait(0.05)
    book.journal.wait(10)
    print(json.dumps({"longest": longest, "told": len(told)}), flush=True)
"""


class SetClock:
    """A wall clock that somebody sets."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.mark.parametrize("jump", [timedelta(hours=-3), timedelta(days=4 * 365)], ids=["back", "forward"])
def test_a_clock_that_is_set_changes_nothing(path: Path, jump: timedelta) -> None:
    wall = SetClock()
    with Book.open(path, now=wall, rescue=path.parent / "rescue") as book:
        clerk, listener = called(book), Listener(book)
        clerk(text.Paragraph(text=prose("before")), wall="2026-09-04T14:00:00.000Z")
        assert book.journal.wait(SOON)
        wall.now += jump
        waits = clerk.hand_in(text.Paragraph(text=prose("after")), wall=wall.now.isoformat())
        waited = book.journal.waiting_for
        assert waited is None or 0.0 <= waited < SOON
        assert waits.result(SOON).seq == 3
        assert book.journal.wait(SOON)
        assert book.journal.saved_at == wall.now
        assert [one.seq for one in book.acts("small")] == [1, 2, 3]
        assert not any(isinstance(word, Exception) for word in listener.heard)
    assert check(path).problems == []


def test_a_command_gives_up_by_a_clock_that_nobody_can_set(path: Path) -> None:
    wall = SetClock()
    with Book.open(path, now=wall, rescue=path.parent / "rescue", patient=False) as book:
        clerk, listener = called(book), Listener(book)
        pages = book.journal._scribe._connection()
        pages.execute(f"PRAGMA max_page_count={pages.execute('PRAGMA page_count').fetchone()[0]}")
        answer = clerk.hand_in(text.Paragraph(text=prose("a long sentence " * 5000)))
        assert listener.hears_of_trouble("disk is full")
        wall.now += timedelta(days=365)
        assert not book.journal.wait(4 * PATIENCE)  # it is tried several times
        assert not answer.done()
        pages.execute("PRAGMA max_page_count=1000000")
        assert answer.result(SOON).seq == 2


def test_a_process_that_was_stopped_goes_on_where_it_was(path: Path) -> None:
    tests = Path(__file__).parent.parent
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(path), str(tests)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    for _ in range(3):
        assert child.stdout.readline()
    os.kill(child.pid, signal.SIGSTOP)
    os.waitpid(child.pid, os.WUNTRACED)
    threading.Event().wait(STOPPED)  # what is tried is that this much time goes by
    os.kill(child.pid, signal.SIGCONT)
    *_, last = child.communicate(timeout=60)[0].splitlines()
    seen = json.loads(last)
    assert seen["longest"] < STOPPED
    assert seen["told"] == 0
    found = check(path)
    assert (found.acts, found.problems) == (13, [])
