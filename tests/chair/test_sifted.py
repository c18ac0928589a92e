"""A meeting followed through a process of its own, which reads the book: real processes, real pipes, real signals."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from boardtui.chair import sifted
from boardtui.chair.sifted import Sifted
from boardtui.model.acts import meeting, text
from boardtui.model.record import Stage
from support.acts import prose
from support.next_table import NextTable

PATIENCE = 20.0


@pytest.fixture
def source(book_path: Path) -> Iterator[Sifted]:
    following = Sifted(book_path)
    yield following
    following.close()


def comes(source: Sifted, is_so: Callable[[], object]) -> bool:
    """Look until it is so, woken by each piece of news."""
    woken = threading.Event()
    source.wake(woken.set)
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        woken.clear()
        source.look()
        if is_so():
            return True
        woken.wait(0.2)
    return False


def test_each_act_comes_through_and_nothing_private_does(source: Sifted, next_table: NextTable) -> None:
    assert comes(source, lambda: source.trouble == "There is no meeting in the book yet.")
    next_table.calls()
    assert comes(source, lambda: source.record is not None and source.record.stage is Stage.BEFORE)
    next_table.files(meeting.Start(), text.OpenItem(items=("3",)), at="14:00")
    assert comes(source, lambda: source.record is not None and source.record.open_items == ("3",))
    next_table.files(
        text.OpenItem(items=("8",)), meeting.Exclude(paragraphs=("3",)), text.Paragraph(text=prose("SECRETWORD"))
    )
    assert comes(source, lambda: source.private)
    assert "SECRETWORD" not in repr(source.record)
    next_table.files(meeting.Readmit(), text.OpenItem(items=("3",)), text.Paragraph(text=prose("In public again.")))
    assert comes(source, lambda: "In public again." in repr(source.record))
    assert not source.private


def test_a_reader_that_is_killed_is_begun_again(source: Sifted, next_table: NextTable) -> None:
    next_table.calls()
    assert comes(source, lambda: source.record is not None)
    os.kill(source.reader, signal.SIGKILL)
    assert comes(source, lambda: "can't be read just now" in source.trouble)
    assert source.record is not None, "what was known is still shown"
    next_table.files(meeting.Start(), at="14:00")
    assert comes(source, lambda: source.record is not None and source.record.stage is Stage.OPEN and not source.trouble)


def test_silence_is_told_and_its_end(source: Sifted, next_table: NextTable, monkeypatch: pytest.MonkeyPatch) -> None:
    next_table.calls()
    assert comes(source, lambda: source.record is not None)
    monkeypatch.setattr(sifted, "TOO_LONG", 0.3)
    os.kill(source.reader, signal.SIGSTOP)
    assert comes(source, lambda: source.trouble == "Nothing is heard of the book.")
    assert source.silence >= 0.3
    monkeypatch.setattr(sifted, "TOO_LONG", 60.0)
    os.kill(source.reader, signal.SIGCONT)
    assert comes(source, lambda: source.trouble == "")


def test_the_reader_ends_when_nobody_holds_its_input(book_path: Path, next_table: NextTable) -> None:
    next_table.calls()
    command = [sys.executable, "-m", "boardtui.cli.sieving", str(book_path), ""]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reader:
        assert reader.stdin is not None and reader.stdout is not None
        assert b'"meeting":"small"' in reader.stdout.readline()
        reader.stdin.close()
        assert reader.wait(PATIENCE) == 0


def test_lines_are_printed_for_whoever_has_no_screen(book_path: Path, next_table: NextTable) -> None:
    next_table.calls()
    command = [sys.executable, "-m", "boardtui", "--book", str(book_path), "chair", "--text"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as view:
        assert view.stdout is not None
        assert "Harbour Committee" in view.stdout.readline()
        next_table.files(meeting.Start(), text.OpenItem(items=("3",)), at="14:10")
        while "Library Hours" not in view.stdout.readline():
            assert view.poll() is None
        view.send_signal(signal.SIGINT)
        assert view.wait(PATIENCE) == 0
