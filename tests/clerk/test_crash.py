"""A fault of our own: the terminal is put back, a calm word says so, and nothing of what is minuted is printed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from boardtui.agendas import read_agenda
from boardtui.book import Book
from boardtui.desk.calling import call_meeting
from support.agenda_texts import BOARD
from support.clock import FrozenClock
from support.terminal import Terminal

EXEMPT = "the tender of Larch and Daughter"
FAULTY = f"""
from boardtui.clerk.screens.desk import DeskScreen
def fail(self):
    exempt = ["{EXEMPT[:10]}" + "{EXEMPT[10:]}"]
    raise ValueError(exempt[0])
PLACE
from boardtui.cli import main
raise SystemExit(main(["open"]))
"""
PLACES = {
    "in a key": "DeskScreen.action_room = fail",
    "in a timer": "DeskScreen.action_room = lambda self: self.set_timer(0.01, lambda: fail(self))",
    "in a call for later": "DeskScreen.action_room = lambda self: self.call_later(fail, self)",
    "in an answer of the book": "DeskScreen.action_room = lambda self: self.app._post(lambda: fail(self))",
}


@pytest.mark.parametrize("place", PLACES)
def test_a_fault_says_so_calmly_and_keeps_what_was_typed(tmp_path: Path, place: str) -> None:
    path = tmp_path / "minutes.book"
    with Book.create(path, holder="clerk") as book:
        call_meeting(book, read_agenda(BOARD), clock=FrozenClock(), actor="clerk")
    faulty = tmp_path / "faulty.py"
    faulty.write_text(FAULTY.replace("PLACE", PLACES[place]), "utf-8")
    with Terminal(
        [sys.executable, str(faulty)], os.environ | {"HOME": str(tmp_path), "BOARDTUI_BOOK": str(path)}
    ) as desk:
        desk.sees("not started")
        desk.keys("half a sentence")
        desk.sees("half a sentence")
        before = len(desk.written)
        desk.keys("\x1bOR")
        assert desk.waits_for_end() == 1
        assert desk.is_as_it_was
        last_words = desk.written[before:].decode("utf-8", "replace")
    assert "boardtui stopped on a fault of its own:\r\nValueError at faulty.py:5." in last_words
    assert "Everything recorded and typed is saved. Open it again with: boardtui open" in last_words
    assert EXEMPT not in last_words
    assert "Traceback" not in last_words
    with Book.open(path, holder="clerk") as book:
        (meeting,) = book.meetings()
        assert [draft.text for draft in book.drafts(meeting.name).values()] == ["half a sentence"]
