"""A disk that hangs raises no error: the clerk is told within a second all the same, and not after a night's sleep."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from boardtui.book import Book, clock
from boardtui.book.scribe import Scribe
from boardtui.clerk.opening import COMPOSER, LOOK, SLOW, Opening
from support.clock import FrozenClock
from support.desks import call, open_book

BETTER = 10.0
"""Seconds that nothing here takes."""


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with open_book(tmp_path) as opened:
        call(opened)
        assert opened.journal.wait(BETTER)
        yield opened


@pytest.fixture
def opening(book: Book) -> Opening:
    glance = book.glance(book.meetings()[0].name, COMPOSER)
    return Opening(book, glance, clock=FrozenClock(), actor="clerk", demo=False)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """A disk that hangs in every draft until this is set."""
    goes_on, plain = threading.Event(), Scribe.keep

    def hang(scribe: Scribe, drafts: Any) -> None:
        goes_on.wait(BETTER)
        plain(scribe, drafts)

    monkeypatch.setattr(Scribe, "keep", hang)
    return goes_on


def test_a_disk_that_hangs_is_told_and_what_waits_is_put_aside(
    book: Book, opening: Opening, disk: threading.Event
) -> None:
    beat, began = threading.Event(), clock.seconds()
    opening.look_at_waiting()
    opening.keep_draft(COMPOSER, "half a sen", 10)
    while opening.trouble is None and clock.seconds() - began < BETTER:
        beat.wait(LOOK)
        opening.look_at_waiting()
    assert opening.trouble is not None
    assert "doesn't answer" in opening.trouble.message
    assert SLOW + LOOK < 1.0
    while not list(book.path.parent.glob("rescue/*.unsaved.json")) and clock.seconds() - began < BETTER:
        beat.wait(0.02)
    (kept,) = book.path.parent.glob("rescue/*.unsaved.json")
    assert "half a sen" in kept.read_text("utf-8")
    disk.set()
    assert book.journal.wait(BETTER)
    opening.look_at_waiting()
    assert opening.trouble is None
    assert not kept.exists()


def test_a_night_with_the_lid_closed_is_no_trouble(
    opening: Opening, disk: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = clock.seconds()
    monkeypatch.setattr(opening._awake, "_now", lambda: now)
    opening.look_at_waiting()
    opening.keep_draft(COMPOSER, "half a sen", 10)
    now += 8 * 3600
    monkeypatch.setattr(type(opening.book.journal), "waiting_for", 8 * 3600.0)
    opening.look_at_waiting()
    assert opening.trouble is None
    disk.set()
