"""A book of the first form is brought up to date: as it was recorded, copied first, and all at once or not at all."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path

import pytest

from boardtui.book import Book, backup, forms, gate, paper, schema, upgrading, witness
from boardtui.book.check import check
from boardtui.errors import BookError
from boardtui.model.acts import Filed, meeting, text
from support.acts import at_the_desk, prose
from support.books import Clerk, failing_disk, open_book
from support.first_form import first_book, in_the_first_form, without_the_chain


@pytest.fixture
def said() -> list[Filed]:
    """A small meeting with ten paragraphs in it."""
    minuting = at_the_desk()
    minuting(text.OpenItem(items=("3",)), "14:05")
    for number in range(10):
        minuting(text.Paragraph(text=prose(f"The café noted report {number}")), restricted=number == 5)
    return minuting.filed


@pytest.fixture
def older(tmp_path: Path, said: list[Filed]) -> Path:
    """A closed book of the first form with that meeting."""
    return first_book(tmp_path, said)


def form_of(path: Path) -> int:
    return gate.read_header(path).format


def test_every_act_stands_as_it_stood_under_a_new_chain(older: Path, said: list[Filed]) -> None:
    before = without_the_chain(older)
    with open_book(older) as book:
        assert [one.act for one in book.acts("small")] == [one.act for one in said]
        Clerk(book)(text.Paragraph(text=prose("Said after")))
    assert without_the_chain(older)[:-1] == before
    found = check(older)
    assert (found.acts, found.problems) == (len(said) + 1, [])


def test_the_new_chain_is_the_published_one(older: Path) -> None:
    open_book(older).close()
    raw = sqlite3.connect(older)
    head = bytes(32)
    for row in raw.execute(
        "SELECT seq, meeting, wall, at, actor, kind, item, restricted, digest, salt, payload, hash FROM act ORDER BY seq"
    ):
        *columns, salt, payload, own = row
        assert columns[-1] == hashlib.sha256(salt.encode() + payload.encode()).hexdigest()
        assert len(salt) == 32
        array = json.dumps(columns, ensure_ascii=False, separators=(",", ":"))
        head = hashlib.sha256(head + array.encode()).digest()
        assert own == head.hex()
    assert raw.execute("SELECT count(DISTINCT salt) = count(*) FROM act").fetchone()[0]
    raw.close()


def test_a_copy_in_the_old_form_was_made_first(older: Path) -> None:
    before = in_the_first_form(older)
    open_book(older).close()
    kept = upgrading.form_copy(older, 1)
    assert form_of(kept) == 1
    assert kept.stat().st_mode & 0o777 == 0o600
    assert in_the_first_form(kept) == before


def test_its_guards_hold(older: Path) -> None:
    open_book(older).close()
    other = sqlite3.connect(older, isolation_level=None)
    for attempt in ("UPDATE act SET actor = 'x'", "DELETE FROM act", "UPDATE act SET payload = NULL, salt = NULL"):
        with pytest.raises(sqlite3.IntegrityError, match="an act is never"):
            other.execute(attempt)
    other.close()


def test_it_is_done_once(older: Path) -> None:
    open_book(older).close()
    once = older.read_bytes()
    with open_book(older) as book:
        assert len(book.acts("small"))
    assert older.read_bytes() == once
    assert not upgrading.form_copy(older, 1, 2).exists()


def test_an_empty_book_is_brought_up_to_date_too(tmp_path: Path) -> None:
    older = first_book(tmp_path, [])
    open_book(older).close()
    assert form_of(older) == gate.FORMAT
    assert check(older).problems == []


def test_only_who_writes_may_do_it(older: Path) -> None:
    before = older.read_bytes()
    with pytest.raises(BookError, match="older boardtui") as refused:
        Book.open(older, read_only=True)
    assert "boardtui open" in refused.value.hint
    assert "older boardtui" in check(older).problems[0]
    assert older.read_bytes() == before


TAMPERING = {
    "a word": ("UPDATE act SET payload = replace(payload, 'report 3', 'report 9') WHERE seq = 8", "Act 8 isn't as it was"),
    "made public": ("UPDATE act SET restricted = 0", "Act 10 isn't as it was"),
    "taken out": ("DELETE FROM act WHERE seq = 14", "Act 14 was in this book and is gone"),
    "taken out of the middle": ("DELETE FROM act WHERE seq = 6", "Act 6 is missing"),
}  # fmt: skip


@pytest.mark.parametrize("what", TAMPERING)
def test_what_was_changed_is_not_made_to_look_sound(older: Path, what: str) -> None:
    statement, words = TAMPERING[what]
    other = sqlite3.connect(older, isolation_level=None)
    guards = other.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        other.execute(f"DROP TRIGGER {name}")
    other.execute(statement)
    for _, sql in guards:
        other.execute(sql)
    other.close()
    before = without_the_chain(older)
    with pytest.raises(BookError, match=words):
        open_book(older)
    assert form_of(older) == 1
    assert without_the_chain(older) == before
    assert not upgrading.form_copy(older, 1).exists()


def test_a_guard_that_was_taken_away_is_told_before_anything_is_changed(older: Path) -> None:
    other = sqlite3.connect(older, isolation_level=None)
    other.execute("DROP TRIGGER act_never_changed")
    other.close()
    with pytest.raises(BookError, match="act_never_changed is missing"):
        open_book(older)
    assert form_of(older) == 1


def test_without_a_copy_nothing_is_changed(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "sync_file", full)
    before = older.read_bytes()
    with pytest.raises(BookError, match="disk is full"):
        open_book(older)
    assert older.read_bytes() == before


class Death(BaseException):
    """The program is killed here."""


DEATHS = [
    "CREATE TABLE \"second_act\"", "INSERT INTO second_act", "DROP TABLE act", "ALTER TABLE second_act",
    "CREATE TABLE \"erasure\"", "CREATE TRIGGER act_never_removed", "DELETE FROM made", "PRAGMA user_version=",
    "SAVEPOINT trial", "COMMIT",
]  # fmt: skip


@pytest.mark.parametrize("instant", DEATHS)
def test_a_death_at_any_instant_leaves_the_old_form_whole(
    older: Path, instant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = in_the_first_form(older)
    disk = failing_disk(monkeypatch)

    def dies(sql: str) -> int:
        if sql.startswith(instant) and form_of_copy_is_there(older):
            raise Death
        return 0

    disk.fails = staticmethod(dies)
    with pytest.raises(Death):
        open_book(older)
    disk.fails = staticmethod(lambda _sql: 0)
    assert form_of(older) == 1
    assert in_the_first_form(older) == before
    open_book(older).close()
    assert check(older).problems == []
    assert upgrading.form_copy(older, 1, 2).exists()


def form_of_copy_is_there(path: Path) -> bool:
    """The copy stands under its name: what comes after it is the change itself."""
    return upgrading.form_copy(path, 1).exists()


def test_a_death_before_the_witness_saw_the_new_chain_is_no_harm(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def dies(*_: object) -> None:
        raise Death

    with monkeypatch.context() as patched:
        patched.setattr(upgrading, "_bear_witness", dies)
        with pytest.raises(Death):
            open_book(older)
    assert form_of(older) == gate.FORMAT
    Book.open(older, read_only=True).close()
    with open_book(older) as book:
        Clerk(book)(text.Paragraph(text=prose("Said after")))
    assert check(older).problems == []


def test_the_witness_sees_the_new_chain(older: Path) -> None:
    open_book(older).close()
    seen = witness.seen(older)
    assert seen is not None
    assert seen == (check(older).acts, check(older).head)


def test_a_witness_of_the_old_form_misses_what_is_gone(older: Path, said: list[Filed], tmp_path: Path) -> None:
    (tmp_path / "shorter").mkdir()
    shorter = first_book(tmp_path / "shorter", said[:-1])
    open_book(shorter).close()
    witness.place(shorter).write_bytes(witness.place(older).read_bytes())
    assert f"Act {len(said)} was in this book and is gone" in check(shorter).problems[0]


def test_a_paper_of_the_time_before_still_agrees(older: Path, said: list[Filed]) -> None:
    seen = witness.seen(older)
    assert seen is not None
    open_book(older).close()
    for digits, agrees in ((seen[1][:12], True), ("0123456789ab", False), (check(older).head[:12], True)):
        assert paper.compare(older, paper.Written(len(said), digits)).agrees is agrees


def test_guards_that_dont_hold_leave_the_old_form(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "unguarded", lambda _raw: ["An act can be changed."])
    with pytest.raises(BookError, match="not made as it should be"):
        open_book(older)
    assert form_of(older) == 1


def test_the_first_step_is_what_it_was(tmp_path: Path) -> None:
    older = first_book(tmp_path, [])
    raw = sqlite3.connect(older)
    columns = [row[1] for row in raw.execute("PRAGMA table_info(act)")]
    raw.close()
    assert columns == [
        "seq",
        "meeting",
        "wall",
        "at",
        "actor",
        "kind",
        "item",
        "restricted",
        "payload",
        "hash",
        "token",
    ]
    assert forms.steps().pending(schema.tables_of(sqlite3.connect(":memory:")))[0].name == "first_form"


def test_a_meeting_of_an_older_book_goes_on(older: Path) -> None:
    with open_book(older) as book:
        clerk = Clerk(book)
        clerk(meeting.Close(), "15:00")
        assert clerk.record.closed is not None
        assert [row.stage for row in book.meetings()] == ["closed"]
