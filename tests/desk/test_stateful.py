"""The whole desk as a machine that is worked at random: said, put right, drafted, kept private, closed and opened again,

on a disk that fails now and then. Whatever was done, in whatever order, the book and the record are one.

HYPOTHESIS_PROFILE=soak works it for longer.
"""

from __future__ import annotations

import dataclasses
import shutil
import sqlite3
from collections.abc import Callable
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from boardtui.book import Book
from boardtui.book.check import check
from boardtui.desk import Desk
from boardtui.errors import Refusal
from boardtui.minutes.compose import compose
from boardtui.model.acts import Act, act_classes, business, corrections, meeting, text
from boardtui.model.replay import replay
from boardtui.model.settle import BLOCK_ACTS, OF_THE_BOOK, settled
from boardtui.model.text import clean
from boardtui.rules.confidentiality import public_record
from support.acts import HALE, acts, prose, small_summons
from support.books import failing_disk, new_book
from support.books import open_book as open_the_book
from support.clock import FrozenClock
from support.sampling import SOAK
from support.sayings import letters

UNSAID = (meeting.Summons, meeting.Release, meeting.Summary, *OF_THE_BOOK, text.Promote)
"""What is not said at random: the summons is said first; the others make public what was private, or are commands."""
KINDS = tuple(kind for kind in act_classes().values() if kind not in UNSAID)
PRIVATELY: tuple[Callable[[str], Act], ...] = (
    lambda word: text.Paragraph(text=prose(f"The tender of {word}.")),
    lambda word: text.Bullet(text=prose(word)),
    lambda word: text.TableRow(cells=(prose(word), prose("£4"))),
    lambda word: business.Move(movers=(HALE,), words=prose(f"{word} be paid")),
    lambda word: business.Resolve(text=prose(f"{word} be paid")),
)
FAILURES = st.sampled_from((sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_BUSY))
STATEMENTS = st.sampled_from(("COMMIT", "BEGIN", "INSERT INTO act", "DELETE FROM draft", "INSERT INTO draft"))
MEETINGS = ("small", "large")


class DeskMachine(RuleBasedStateMachine):
    """A clerk, a book with two meetings, and a ledger of what was said that nobody but this test keeps."""

    def __init__(self) -> None:
        super().__init__()
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr("boardtui.book.journal.PATIENCE", 0.002)
        self.disk = failing_disk(self.patch)
        self.folder = Path(mkdtemp(prefix="machine-"))
        self.path = new_book(self.folder)
        self.clock = FrozenClock()
        self.book: Book = open_the_book(self.path)
        self.desks: dict[str, Desk] = {}
        self.at = MEETINGS[0]
        self.ledger: dict[int, tuple[str, Act]] = {}
        self.drafts: dict[tuple[str, str], str] = {}
        self.words = (letters(number) for number in count())
        self.secrets: list[str] = []
        self.steps = 0

    @initialize(start=st.booleans())
    def call_the_meetings(self, start: bool) -> None:
        for name in MEETINGS:
            self.desks[name] = Desk(self.book, name, clock=self.clock, actor="clerk", live=False)
            self.at = name
            self.do(small_summons())
            if start:
                self.do(meeting.Start())

    @property
    def desk(self) -> Desk:
        return self.desks[self.at]

    def do(self, act: Act, *, place: str | None = None) -> int | None:
        """Do it, and enter it in the ledger; None where it is refused, which enters nothing."""
        try:
            filed = self.desk.do(act, place=place)
        except Refusal:
            return None
        return self.said(act, place, filed.result(10).seq)

    def said(self, act: Act, place: str | None, seq: int) -> int:
        self.ledger[seq] = (self.at, act)
        if place is not None:
            self.drafts.pop((self.at, place), None)
        return seq

    # --- what may be done

    @rule(act=acts(*KINDS), place=st.sampled_from((None, "composer")))
    def file(self, act: Act, place: str | None) -> None:
        self.do(act, place=place)

    @rule(act=acts(*KINDS, corrected=False))
    def say(self, act: Act) -> None:
        """As a line of notation, where one says just this here."""
        line = self.desk.show(act)
        try:
            assume(self.desk.parse(line).act == act)
            seq = self.desk.say(line, place="composer").result(10).seq
        except Refusal:
            return
        self.said(act, "composer", seq)

    @rule(data=st.data())
    def put_right(self, data: st.DataObject) -> None:
        """An undo, a redo or an edit of anything that was ever said in this meeting."""
        target = data.draw(st.sampled_from([seq for seq, (at, _) in self.ledger.items() if at == self.at]))
        revised = data.draw(acts(text.Paragraph, text.Bullet, business.Resolve))
        assert isinstance(revised, BLOCK_ACTS)
        edit = corrections.Edit(target=target, revised=revised)
        self.do(data.draw(st.sampled_from((corrections.Undo(target=target), corrections.Redo(target=target), edit))))

    @rule(words=st.text(max_size=30), place=st.sampled_from(("composer", "composer 3")))
    def draft(self, words: str, place: str) -> None:
        self.desk.draft(place, words, len(words))
        self.drafts[self.at, place] = words

    @rule(
        say=st.sampled_from(PRIVATELY), how=st.sampled_from((meeting.Exclude(paragraphs=("3",)), meeting.Restricted()))
    )
    def say_privately(self, say: Callable[[str], Act], how: Act) -> None:
        """In private session or in a restricted minute: a word that must never go out again."""
        self.do(how)
        word = next(self.words)
        seq = self.do(say(word))
        if seq is not None and self.desk.ahead.filed[-1].restricted:
            self.secrets.append(word)

    @rule()
    def readmit(self) -> None:
        self.do(meeting.Readmit())

    @rule()
    def go_to_the_other_meeting(self) -> None:
        self.at = next(name for name in MEETINGS if name != self.at)

    @rule()
    def close_and_open_again(self) -> None:
        before = {name: desk.record for name, desk in self.desks.items()}
        assert self.book.close(10).unsaved == 0
        self.book = open_the_book(self.path)
        for name, record in before.items():
            self.desks[name] = Desk(self.book, name, clock=self.clock, actor="clerk", live=False)
            assert self.desks[name].record == record

    @rule(act=acts(*KINDS, corrected=False), code=FAILURES, statement=STATEMENTS, times=st.integers(1, 3))
    def file_on_a_disk_that_fails(self, act: Act, code: int, statement: str, times: int) -> None:
        left = [times]

        def fails(sql: str) -> int:
            if not sql.startswith(statement) or not left[0]:
                return 0
            left[0] -= 1
            return code

        self.disk.fails = staticmethod(fails)
        try:
            self.do(act, place="composer")
            assert self.book.journal.wait(10)
        finally:
            self.disk.fails = staticmethod(lambda _sql: 0)

    # --- what holds then

    @invariant()
    def nothing_waits_and_both_records_are_what_the_book_holds(self) -> None:
        for name, desk in self.desks.items():
            desk.wait()
            assert not desk.waiting
            assert desk.record == desk.ahead
            assert replay(self.book.acts(name)) == desk.record

    @invariant()
    def what_was_said_is_what_is_stored(self) -> None:
        stored = {filed.seq: (name, filed.act) for name in self.desks for filed in self.book.acts(name)}
        assert stored == self.ledger
        assert sorted(stored) == list(range(1, len(stored) + 1))

    @invariant()
    def what_was_typed_is_what_is_kept(self) -> None:
        kept = {(name, place): one for name in self.desks for place, one in self.book.drafts(name).items()}
        assert {key: one.text for key, one in kept.items()} == {
            key: clean(typed) for key, typed in self.drafts.items() if typed
        }
        assert all(one.sound for one in kept.values())

    @invariant()
    def nothing_private_is_public(self) -> None:
        for desk in self.desks.values():
            public = repr(public_record(desk.record))
            assert not [word for word in self.secrets if word in public]

    @invariant()
    def the_tables_agree(self) -> None:
        self.steps += 1
        if self.steps % 8 == 0:
            assert check(self.path).problems == []

    def teardown(self) -> None:
        try:
            if self.desks:
                self.undo_to_the_start()
                assert check(self.path).problems == []
        finally:
            self.book.close(10)
            self.patch.undo()
            shutil.rmtree(self.folder)

    def undo_to_the_start(self) -> None:
        """Whatever stands is undone, the newest first: then the record, and all it prints, is that of the summons."""
        start = replay(self.book.acts(self.at)[:1])
        while standing := [one for one in settled(self.desk.ahead.filed) if not isinstance(one.act, meeting.Summons)]:
            assert self.do(corrections.Undo(target=standing[-1].seq)) is not None
        self.desk.wait()
        fields = {one.name for one in dataclasses.fields(start)} - {
            "filed",
            "undone",
            "undoable",
            "last_seq",
            "touched",
        }
        assert [name for name in fields if getattr(start, name) != getattr(self.desk.record, name)] == []
        for seen_by in (public_record, lambda record: record):
            assert compose(seen_by(self.desk.record), self.desk.house) == compose(seen_by(start), self.desk.house)


DeskMachine.TestCase.settings = settings(
    max_examples=200 if SOAK else 12, stateful_step_count=60 if SOAK else 20, deadline=None
)
TestDesk = DeskMachine.TestCase
