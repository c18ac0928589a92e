"""The tables an auditor reads: what stands in them, and that act by act they stay what the record says."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import pytest
from hypothesis import given, settings

from boardtui.book import Book, commits, table_writing
from boardtui.book.check import check
from boardtui.book.layout import PROJECTED, Row
from boardtui.book.tables import changes, rows, whole
from boardtui.model.acts import Filed, business, corrections, interests, meeting, room, text
from boardtui.model.agenda import Item
from boardtui.model.people import Newcomer
from boardtui.model.record import Record
from boardtui.model.replay import Replay, replay
from boardtui.model.times import CalendarDay
from support.acts import HALE, PELL, TULL, Minuting, Said, begun_with, counts, prose, sequences, started
from support.books import Clerk, called, in_memory, open_book, with_token


def in_tables(raw: sqlite3.Connection) -> dict[str, list[Row]]:
    """Everything in the projected tables, sorted."""
    return {table.name: sorted(table_writing.read(raw, table.name), key=str) for table in PROJECTED}


def from_scratch(record: Record) -> dict[str, list[Row]]:
    """What the tables of a book with only this meeting are to hold, sorted."""
    return {name: sorted(found, key=str) for name, found in rows(record).items()}


def of_meeting(tables: dict[str, list[Row]], record: Record) -> dict[str, list[Row]]:
    """The tables that are the meeting's own: somebody whom no act names any more stays among the people, and what a

    meeting said of its body stays when its summons is struck out.
    """
    lasting = ("person",) if record.agenda else ("person", "body", "seat")
    return {name: found for name, found in tables.items() if name not in lasting}


def file_all(raw: sqlite3.Connection, acts: Iterable[Filed], look: bool) -> Record:
    """File acts one by one; look: hold the tables against the record after each."""
    growing = Replay()
    for one in acts:
        record = growing.file(one)
        commits.file_act(raw, commits.Job(with_token(one), changes(record, one)))
        if look:
            assert of_meeting(in_tables(raw), record) == of_meeting(from_scratch(record), record), one.act
    assert raw.execute("SELECT count(*) FROM behind").fetchone() == (0,)
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    return growing.record


@settings(max_examples=30, deadline=None)
@given(sequences(20))
def test_after_any_acts_the_tables_are_what_the_record_says(script: list[Said]) -> None:
    raw = in_memory()
    file_all(raw, begun_with(script).filed, look=True)
    raw.close()


@settings(max_examples=30, deadline=None)
@given(sequences(30, corrected=False))
def test_acts_that_correct_nothing_change_only_what_they_touch(script: list[Said]) -> None:
    raw = in_memory()
    record = file_all(raw, begun_with(script).filed, look=False)
    assert of_meeting(in_tables(raw), record) == of_meeting(from_scratch(record), record)
    raw.close()


@settings(max_examples=10, deadline=None)
@given(sequences(20))
def test_before_the_meeting_starts_too(script: list[Said]) -> None:
    minuting = Minuting()
    for act, at in script:
        minuting(act, at)
    raw = in_memory()
    file_all(raw, minuting.filed, look=True)
    raw.close()


def test_an_act_without_a_summons_before_it_does_no_harm() -> None:
    raw = in_memory()
    filed = Filed(1, "m", "w", None, "clerk", "", False, text.Paragraph(text=prose("Hello")), "t")
    commits.file_act(raw, commits.Job(filed, changes(replay([filed]), filed)))
    assert raw.execute("SELECT text FROM block").fetchall() == [("Hello",)]
    raw.close()


@pytest.fixture
def taken() -> Minuting:
    """A meeting with something of everything."""
    m = started()
    m(room.Apologies(who=(room.Excused(person=Newcomer(name="Ida Frost", organisation="NHS"), reason="unwell"),)))
    m(text.OpenItem(items=("3",)), "14:10")
    m(
        interests.Declare(
            who=(HALE,), scope=interests.Scope(items=("3",)), label="dpi", nature=prose("a flat"), sensitive=True
        )
    )
    m(text.Point(text=prose("Why so early?"), by=PELL))
    m(text.Answer(text=prose("It is not early")))
    m(text.Answer(text=prose("Nor late"), by=HALE))
    m(business.Move(movers=(HALE, PELL), words=prose("the hours be approved")))
    m(business.Amend(movers=(PELL,), words=prose("save on Sundays")))
    m(business.Vote(counts=counts(2, 3, 1)))
    m(
        business.Roll(
            steps=(business.RollStep(option="for", everyone=True), business.RollStep(option="against", people=(TULL,)))
        )
    )
    m(business.Action(owners=(PELL,), text=prose("write to them"), due=CalendarDay.read("4 December 2026")))
    m(text.Jot(text=prose("Tull was cross")))
    m(room.Leave(who=(TULL,), reason="a train"), "14:30")
    m(text.OpenItem(items=("4.1",)), "14:40")
    m(business.Resolve(text=prose("the pond be dug:")))
    m(business.Resolve(text=prose("by hand; and"), level=2))
    m(business.Reason(text=prose("it is dry")))
    m(meeting.Restricted())
    m(meeting.Close(), "15:00")
    return m


@pytest.fixture
def tables(taken: Minuting) -> sqlite3.Connection:
    raw = in_memory()
    raw.row_factory = None
    file_all(raw, taken.filed, look=True)
    return raw


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("SELECT body, day, day_text, time, stage, closed FROM meeting",
         [("Harbour Committee", "2026-09-04", "4 September 2026", "14:00", "closed", "15:00")]),
        ("SELECT name, role FROM seat WHERE role <> ''",
         [("Councillor Dorothy Hale", "Chair"), ("Councillor Edwin Pell", "Deputy Chair")]),
        ("SELECT number, title, state FROM item WHERE key IN ('3', '4.1')",
         [("3", "Library Hours", "taken"), ("(a)", "The Pond", "waiting")]),
        ("SELECT number, heading, restricted, opened, ended FROM entry WHERE key > 0",
         [("13", "Library Hours", 0, "14:10", "14:40"), ("14", "Parks", 1, "14:40", "15:00")]),
        ("SELECT name, organisation, status, reason FROM attendance WHERE status <> 'present'",
         [("Ida Frost", "NHS", "apologies", "unwell")]),
        ("SELECT name, direction, at, reason FROM movement", [("Susan Tull", "leave", "14:30", "a train")]),
        ("SELECT name, items, label, nature, sensitive FROM declaration",
         [("Councillor Dorothy Hale", "3", "dpi", "a flat", 1)]),
        ("SELECT asker, text, answerer, answer FROM question",
         [("Councillor Edwin Pell", "Why so early?", "Councillor Dorothy Hale", "It is not early\nNor late")]),
        ("SELECT number, text, movers, seconders, fate FROM motion",
         [(0, "the hours be approved", "Councillor Dorothy Hale", "Councillor Edwin Pell", "carried"),
          (1, "save on Sundays", "Councillor Edwin Pell", "", "lost")]),
        ("SELECT counts, in_favour, against, recorded FROM vote",
         [("for 2; against 3; abstained 1", 2, 3, 0), ("for 5; against 1; abstained 0", 5, 1, 1)]),
        ("SELECT name, option FROM ballot WHERE option = 'against'", [("Susan Tull", "against")]),
        ("SELECT text, reason, restricted FROM decision ORDER BY act",
         [("the hours be approved", "", 0), ("the pond be dug:; by hand; and", "it is dry", 1)]),
        ("SELECT number, text FROM clause WHERE number LIKE '1.%'", [("1.1", "by hand; and")]),
        ("SELECT owners, text, due FROM action", [("Councillor Edwin Pell", "write to them", "2026-12-04")]),
        ("SELECT opened, ended FROM sitting", [("14:00", "15:00")]),
        ("SELECT kind, private FROM block WHERE private", [("jot", 1)]),
    ],
)  # fmt: skip
def test_an_auditor_finds(tables: sqlite3.Connection, question: str, answer: list[Row]) -> None:
    assert tables.execute(question).fetchall() == answer


def test_the_nature_of_a_sensitive_interest_stands_in_no_block(tables: sqlite3.Connection) -> None:
    assert tables.execute("SELECT count(*) FROM block WHERE text LIKE '%flat%'").fetchone() == (0,)


def test_an_undone_act_leaves_the_tables(clerk: Clerk) -> None:
    clerk(meeting.Start())
    said = clerk(text.Paragraph(text=prose("Never mind")))
    assert [hit.act for hit in clerk.book.search("never")] == [said.seq]
    clerk(corrections.Undo(target=said.seq))
    assert clerk.book.search("never") == []


def test_a_renamed_person_has_the_right_name_everywhere(clerk: Clerk) -> None:
    clerk(room.Present(everyone=True))
    clerk(corrections.Rename(person=HALE, name="Councillor Dot Hale"))
    assert "Councillor Dot Hale" in {person.name for person in clerk.book.people()}


def test_an_older_meeting_does_not_change_what_a_newer_one_says_of_people(book: Book) -> None:
    newer = called(book, "newer", date=CalendarDay.read("4 October 2026"))
    older = called(book, "older", date=CalendarDay.read("4 August 2026"))
    newer(room.Elect(person=TULL, office="Chair"))
    newer(corrections.Rename(person=HALE, name="Dame Dorothy Hale"))
    older(room.Resign(person=HALE))
    older(corrections.Rename(person=HALE, name="Miss Dorothy Hale"))
    assert {p.name for p in book.people() if p.key == HALE} == {"Dame Dorothy Hale"}
    with book._reading() as raw:
        assert raw.execute("SELECT person, role FROM seat WHERE role = 'Chair'").fetchall() == [(TULL, "Chair")]
        assert raw.execute("SELECT count(*) FROM seat WHERE person = ?", [HALE]).fetchone() == (1,)


def test_tables_that_fell_behind_are_made_up_when_the_book_is_opened_again(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise sqlite3.IntegrityError("for a test")

    clerk(meeting.Start())
    with monkeypatch.context() as patched:
        patched.setattr(table_writing, "apply", refuse)
        clerk(text.Paragraph(text=prose("Recorded all the same")))
    clerk(text.Paragraph(text=prose("And this")))
    assert clerk.book.search("Recorded") == []
    clerk.book.close()
    with open_book(clerk.book.path) as again:
        assert [hit.excerpt for hit in again.search("same")] == ["Recorded all the same"]
        assert [hit.excerpt for hit in again.search("this")] == ["And this"]


def test_tables_that_another_boardtui_made_are_made_anew(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    clerk(meeting.Start())
    clerk(text.Paragraph(text=prose("As it reads now")))
    clerk.book.close()
    other = sqlite3.connect(clerk.book.path, isolation_level=None)
    other.execute("UPDATE block SET text = 'as an older one would have put it'")
    other.close()
    open_book(clerk.book.path).close()
    assert check(clerk.book.path).problems != []
    monkeypatch.setattr(commits, "__version__", "99")
    open_book(clerk.book.path).close()
    assert check(clerk.book.path).problems == []


def test_the_whole_is_written_only_where_it_differs() -> None:
    raw = in_memory()
    record = file_all(raw, started().filed, look=False)
    before = raw.total_changes
    table_writing.apply(raw, whole(record))
    assert raw.total_changes == before
    raw.close()


def test_items_may_share_a_number(book: Book) -> None:
    clerk = called(
        book, body=(Item(number="1", title="One"), Item(number="1", title="Other"), Item(number=None, title="None"))
    )
    clerk(text.OpenItem(items=("2",)))
    with book._reading() as raw:
        assert raw.execute("SELECT number, title FROM item ORDER BY place").fetchall() == [
            ("1", "One"), ("1", "Other"), (None, "None"),
        ]  # fmt: skip
