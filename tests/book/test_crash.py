"""The clerk's program is killed at any instant, again and again: what it showed as recorded is in the book."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
from pathlib import Path

from boardtui.book import Book, clock
from boardtui.book.check import check
from boardtui.model.acts import text
from support.books import SOON, called, open_book
from support.sampling import SOAK

DEATHS = 100 if SOAK else 4
CHILD = """
import sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from boardtui.model.acts import text
from support.acts import prose
from support.books import Clerk, open_book

clerk = Clerk(open_book(Path(sys.argv[1])))
for number in range(10_000):
    line = f"line {clerk.book.next_seq()}"
    for end in range(0, len(line), 3):
        clerk.book.journal.draft("small", "composer", line[:end])
    filed = clerk(text.Paragraph(text=prose(line)), place="composer")
    print(filed.seq, flush=True)
"""


def test_what_was_shown_is_there_whenever_it_dies(path: Path) -> None:
    with open_book(path) as book:
        called(book)
    rnd = random.Random(7)
    shown = 1
    for _ in range(DEATHS):
        shown = live_and_die(path, rnd.randrange(1, 25))
        found = check(path)
        assert found.problems == []
        assert found.acts in (shown, shown + 1)  # one may have been committed and not shown yet
        assert len(found.drafts) <= 1
    with Book.open(path, read_only=True) as looker:
        lines = [one.act.text.parts[0] for one in looker.acts("small") if isinstance(one.act, text.Paragraph)]
    assert lines == [f"line {seq}" for seq in range(2, len(lines) + 2)]


def test_after_a_hard_death_the_next_opening_brings_the_log_home(path: Path) -> None:
    with open_book(path) as book:
        called(book)
    shown = live_and_die(path, 20)
    log = Path(f"{path}-wal")
    assert log.stat().st_size > 0
    with open_book(path):
        deadline = clock.seconds() + SOON
        while log.stat().st_size:
            assert clock.seconds() < deadline
            threading.Event().wait(0.02)
        # By another program: what this process has open it must not open another way.
        subprocess.run(["cp", path, path.with_name("alone.book")], check=True)
    assert check(path.with_name("alone.book")).acts >= shown


def live_and_die(path: Path, lines: int) -> int:
    """Let a clerk record so many lines, and kill them. The last act that was shown as recorded."""
    tests = Path(__file__).parent.parent
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(path), str(tests)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    for _ in range(lines):
        assert child.stdout.readline()
    os.kill(child.pid, 9)
    left, _ = child.communicate()
    seqs = [line for line in left.split("\n") if line.strip()]
    with Book.open(path, read_only=True) as looker:
        last = looker.acts("small")[-1].seq
    return int(seqs[-1]) if seqs else last
