"""Erased words are in no byte of the book, the chain still holds, and the tables are those of the acts that are left."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardtui.book import Book, commits, erasing, traces
from boardtui.book.check import check
from boardtui.book.erasing import sweep, words_of
from boardtui.book.tables import changes
from boardtui.errors import BookError
from boardtui.model.acts import Act, meeting, room, text
from boardtui.model.acts.corrections import Edit, Erase, Erased
from boardtui.model.erasing import NEVER_ERASED
from boardtui.model.people import Newcomer
from boardtui.model.replay import Replay, replay
from boardtui.model.settle import settled
from support.acts import Said, begun_with, prose, sequences, small_summons
from support.books import SOON, Clerk, Clock, called, in_memory, new_book, open_book, with_token

SECRET = "The Zwölfkämpfer of Quagmire Cottage owes nine hundred guineas"
AFTER_ALL = "What the committee noted stays as it is"


def erase(clerk: Clerk, *targets: int) -> int:
    """Erase acts, as the command does."""
    return clerk(Erase(targets=targets, reason="told in error"), restricted=True).seq


def swept(clerk: Clerk, wording: traces.Wording) -> erasing.Swept:
    """Close the book and sweep it."""
    clerk.book.close()
    return sweep(clerk.book.path, wording, holder="Ann Quill", moment=Clock()())


def bytes_beside(path: Path) -> bytes:
    """Every byte of the book and of what lies beside it."""
    return b"".join(file.read_bytes() for file in sorted(path.parent.rglob("*")) if file.is_file())


@pytest.fixture
def minuted(clerk: Clerk) -> Clerk:
    """A clerk who has minuted a secret, much before it and much after it."""
    clerk(meeting.Start(), "14:00")
    clerk(text.OpenItem(items=("3",)), "14:05")
    for number in range(60):
        clerk(text.Paragraph(text=prose(f"{AFTER_ALL}, and that {number} times over")))
    return clerk


def test_not_a_byte_of_it_is_left(minuted: Clerk) -> None:
    said = minuted(text.Paragraph(text=prose(SECRET))).seq
    edited = minuted(Edit(target=said, revised=text.Point(text=prose(f"{SECRET}, twice"), by="hale"))).seq
    minuted.book.journal.draft("small", f"composer {said}", f"{SECRET}, thr", 9)
    assert minuted.book.journal.wait(SOON)
    wording = words_of(minuted.book.path, [said, edited])
    assert "zwölfkämpfer" in wording.words
    assert wording.found_in(bytes_beside(minuted.book.path))
    erase(minuted, said, edited)
    found = swept(minuted, wording)
    assert found == erasing.Swept((), (), ())
    left = bytes_beside(minuted.book.path)
    for piece in (SECRET, "Quagmire", "quagmire", "Zwölf", "zwolfkampfer"):
        assert piece.encode() not in left
    assert AFTER_ALL.encode() in left


def test_the_chain_holds_and_the_tables_are_those_of_what_is_left(minuted: Clerk) -> None:
    before = check(minuted.book.path)
    said = minuted(text.Paragraph(text=prose(SECRET))).seq
    by = erase(minuted, said)
    minuted(text.Paragraph(text=prose("Said after")))
    minuted.book.close()
    found = check(minuted.book.path)
    assert found.problems == []
    assert (found.acts, found.erased, found.first_wrong) == (before.acts + 3, 1, None)
    with Book.open(minuted.book.path, read_only=True) as book:
        assert replay(book.acts("small")) == minuted.record
        assert [one.act for one in book.acts("small") if one.seq == said] == [Erased(was="paragraph")]
        assert book.search("quagmire", restricted=True) == []
    raw = sqlite3.connect(minuted.book.path)
    assert raw.execute('SELECT act, "by", actor, reason FROM erasure').fetchall() == [
        (said, by, "clerk", "told in error")
    ]
    raw.close()


def test_a_retry_erases_once(minuted: Clerk) -> None:
    said = minuted(text.Paragraph(text=prose(SECRET))).seq
    act = Erase(targets=(said,), reason="told in error")
    one = minuted.hand_in(act, token="the same")
    assert one.result(SOON).seq == said + 1
    minuted.hand_in(act, token="the same").result(SOON)
    minuted.book.close()
    assert (check(minuted.book.path).problems, check(minuted.book.path).acts) == ([], said + 1)


@pytest.mark.parametrize("act", [meeting.Start(), text.OpenItem(items=("3",)), text.AddItem(title="More")])
def test_what_the_meeting_hangs_on_stays(clerk: Clerk, act: Act) -> None:
    said = clerk(act).seq
    erase(clerk, 1, said)
    clerk.book.close()
    assert (check(clerk.book.path).problems, check(clerk.book.path).erased) == ([], 0)


def test_an_act_of_another_meeting_stays(clerk: Clerk) -> None:
    other = Clerk(clerk.book, "other")
    other(small_summons())
    said = other(text.Paragraph(text=prose(SECRET))).seq
    erase(clerk, said)
    clerk.book.close()
    assert (check(clerk.book.path).problems, check(clerk.book.path).erased) == ([], 0)


def test_a_newcomer_whom_no_act_knows_any_more_is_forgotten(clerk: Clerk) -> None:
    came = clerk(room.Present(who=(Newcomer(name="Ludmilla Quagmire", post="Beekeeper"), "hale"))).seq
    assert any(person.name == "Ludmilla Quagmire" for person in clerk.book.people())
    wording = words_of(clerk.book.path, [came])
    erase(clerk, came)
    assert {person.key for person in clerk.book.people()} == set(clerk.record.people)
    assert swept(clerk, wording).left == ()
    assert b"Ludmilla" not in bytes_beside(clerk.book.path)


def test_somebody_whom_another_meeting_knows_stays_as_that_one_has_them(clerk: Clerk) -> None:
    ludmilla = Newcomer(name="Ludmilla Quagmire")
    earlier = called(clerk.book, "earlier")
    earlier(room.Present(who=(ludmilla,)))
    came = clerk(room.Present(who=(Newcomer(name="Ludmilla Quagmire", post="Beekeeper"),))).seq
    erase(clerk, came)
    (found,) = [person for person in clerk.book.people() if person.name == "Ludmilla Quagmire"]
    assert found.post == ""
    clerk.book.close()
    assert check(clerk.book.path).problems == []


def test_where_else_the_same_words_stand_is_told(minuted: Clerk) -> None:
    said = minuted(text.Paragraph(text=prose(SECRET))).seq
    again = minuted(text.Paragraph(text=prose(f"Indeed: {SECRET}"))).seq
    minuted.book.journal.draft("small", "composer", f"and {SECRET}", 9)
    assert minuted.book.journal.wait(SOON)
    wording = words_of(minuted.book.path, [said])
    erase(minuted, said)
    found = swept(minuted, wording)
    assert (found.left, found.acts, found.drafts) == ((), (again,), ("small composer",))


def test_words_that_lie_in_the_log_because_of_a_reader_are_found(minuted: Clerk) -> None:
    said = minuted(text.Paragraph(text=prose(SECRET))).seq
    reader = sqlite3.connect(minuted.book.path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM act").fetchone()
    wording = words_of(minuted.book.path, [said])
    erase(minuted, said)
    assert "minutes.book-wal" in [file.name for file in swept(minuted, wording).left]
    reader.close()
    assert swept(minuted, wording).left == ()


def test_what_looks_for_the_words_finds_them(minuted: Clerk) -> None:
    """The control: they are found where something else left them."""
    said = minuted(text.Paragraph(text=prose(SECRET))).seq
    wording = words_of(minuted.book.path, [said])
    assert [file.name for file in swept(minuted, wording).left] == []  # they still stand in an act, and it is named
    assert swept(minuted, wording).acts == (said,)
    raw = sqlite3.connect(minuted.book.path, isolation_level=None)
    raw.execute("PRAGMA secure_delete=0")
    raw.execute("CREATE TABLE notes (text)")
    raw.execute("INSERT INTO notes VALUES (?)", [SECRET])
    raw.close()
    with open_book(minuted.book.path) as book:
        Clerk(book)(Erase(targets=(said,), reason="told in error"))
    found = sweep(minuted.book.path, wording, holder="Ann Quill", moment=Clock()())
    assert [file.name for file in found.left] == ["minutes.book"]


def test_what_another_program_left_lying_in_free_pages_goes_too(minuted: Clerk) -> None:
    said = minuted(text.Paragraph(text=prose(SECRET))).seq
    wording = words_of(minuted.book.path, [said])
    erase(minuted, said)
    minuted.book.close()
    raw = sqlite3.connect(minuted.book.path, isolation_level=None)
    for statement in (
        "PRAGMA secure_delete=0",
        "CREATE TABLE notes (text)",
        f"INSERT INTO notes VALUES ('{SECRET}')",
        "DROP TABLE notes",
    ):
        raw.execute(statement)
    raw.close()
    assert wording.found_in(bytes_beside(minuted.book.path))
    assert swept(minuted, wording).left == ()
    assert not wording.found_in(bytes_beside(minuted.book.path))


def test_while_somebody_minutes_the_book_isnt_swept(minuted: Clerk) -> None:
    with pytest.raises(BookError, match="open already"):
        sweep(minuted.book.path, traces.Wording(), holder="somebody else", moment=Clock()())


TAMPERING: dict[str, tuple[list[str], str]] = {
    "the note gone": (["DELETE FROM erasure"], "are gone, and no act says why"),
    "the note of another act": (['UPDATE erasure SET "by" = 1'], "are gone, and no act says why"),
    "the words back": (
        ["UPDATE act SET payload = '{}', salt = 'x' WHERE payload IS NULL"], "isn't as it was recorded",
    ),
}  # fmt: skip


@pytest.mark.parametrize("how", TAMPERING)
def test_tampering_with_an_erasure_is_found(minuted: Clerk, how: str) -> None:
    said = minuted(text.Paragraph(text=prose(SECRET))).seq
    erase(minuted, said)
    minuted.book.close()
    statements, words = TAMPERING[how]
    past_the_guards(minuted.book.path, statements)
    found = check(minuted.book.path)
    assert words in found.problems[0]
    assert found.first_wrong == said


def test_the_very_words_put_back_are_found_too(minuted: Clerk) -> None:
    said = minuted(text.Paragraph(text=prose(SECRET))).seq
    raw = sqlite3.connect(minuted.book.path)
    payload, salt = raw.execute("SELECT payload, salt FROM act WHERE seq = ?", [said]).fetchone()
    raw.close()
    erase(minuted, said)
    minuted.book.close()
    back = [f"UPDATE act SET payload = '{payload}', salt = '{salt}' WHERE payload IS NULL"]
    past_the_guards(minuted.book.path, back)
    assert check(minuted.book.path).problems == [f"Act {said} was erased, and its words are there."]
    past_the_guards(minuted.book.path, ["DELETE FROM erasure"])
    assert check(minuted.book.path).problems == [f"Act {said} was erased, and its words are there."]


def past_the_guards(path: Path, statements: Iterable[str]) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    guards = other.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        other.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        other.execute(statement)
    for _, sql in guards:
        other.execute(sql)
    other.close()


@settings(max_examples=25, deadline=None)
@given(sequences(15), st.data())
def test_whatever_is_erased_of_whatever_meeting(script: list[Said], data: st.DataObject) -> None:
    raw = in_memory()
    growing = Replay()
    for one in begun_with(script).filed:
        record = growing.file(one)
        commits.file_act(raw, commits.Job(with_token(one), changes(record, one)))
    can_go = [one.seq for one in growing.record.filed if not isinstance(one.act, (*NEVER_ERASED, Erased))]
    targets = tuple(data.draw(st.lists(st.sampled_from(can_go or [1]), min_size=1, max_size=5, unique=True)))
    last = growing.record.filed[-1]
    erasure = with_token(
        type(last)(last.seq + 1, "small", "w", None, "clerk", "", True, Erase(targets=targets, reason="r"))
    )
    commits.file_act(raw, commits.Job(erasure, changes(growing.file(erasure), erasure)))
    from boardtui.book.check import _tables_and_acts, examine

    assert examine(raw) == []
    assert _tables_and_acts(raw) == []
    assert not [one for one in settled(growing.record.filed) if one.seq in targets and one.seq in can_go]
    raw.close()


WORDS = st.sampled_from(("Zarquon", "Fnordling", "Krikkit", "Slartibartfast", "Vogonity", "Betelgeuse"))
PASSAGES = st.lists(WORDS, min_size=3, max_size=60).map(" ".join)


@settings(max_examples=12, deadline=None)
@given(st.lists(PASSAGES, min_size=1, max_size=12), st.data())
def test_what_was_erased_is_nowhere(
    tmp_path_factory: pytest.TempPathFactory, said: list[str], data: st.DataObject
) -> None:
    numbered = [f"({number:03}) {words}" for number, words in enumerate(said)]
    gone = data.draw(st.sets(st.sampled_from(numbered), min_size=1))
    with open_book(new_book(tmp_path_factory.mktemp("erasing"))) as book:
        clerk = called(book)
        clerk(meeting.Start(), "14:00")
        seqs = {words: clerk(text.Paragraph(text=prose(words))).seq for words in numbered}
        targets = [seqs[words] for words in gone]
        wording = words_of(book.path, targets)
        erase(clerk, *targets)
    assert sweep(book.path, wording, holder="Ann Quill", moment=Clock()()).left == ()
    left = bytes_beside(book.path).decode("latin-1").lower()
    for words in numbered:
        assert (words.lower() in left) is (words not in gone)
    kept = {word for words in numbered if words not in gone for word in words.split()}
    for word in {word for words in gone for word in words.split()} - kept:
        assert word.lower() not in left
