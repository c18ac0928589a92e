"""Salvage: what is undamaged in a damaged book comes over, what is missing is said, and nothing is ever changed on the way."""

from __future__ import annotations

import json
import os
import sqlite3
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from boardtui.book import Book, salvage, witness, wreck
from boardtui.book.check import check
from boardtui.errors import BookError, InputError
from boardtui.model.acts import meeting, text
from boardtui.model.acts.corrections import Erase, Erased, Salvage
from support.acts import begun_with, prose
from support.books import Clerk, called, new_book, open_book
from support.damage import HARMS, PAGE, damaged, intact
from support.first_form import first_book, in_the_first_form

NOON = datetime(2026, 9, 5, 12, 0, 0, tzinfo=UTC)
SECRET = "the tender of Larch and Daughter"


@dataclass(frozen=True)
class Sound:
    """A sound book, and what is in it. log: the same acts, many of them only there; places: where the bytes of each act are,

    by number, in file and log.
    """

    path: Path
    file: bytes
    log: bytes
    rows: dict[int, tuple[Any, ...]]
    seen: tuple[int, str]
    places: dict[int, list[tuple[int, int]]]
    places_in_log: dict[int, list[list[tuple[int, int]]]]


def minute(clerk: Clerk, start: int, number: int) -> None:
    for seq in range(start, start + number):
        length = 5000 if seq % 17 == 0 else seq * 37 % 400
        clerk(text.Paragraph(text=prose(f"Report {seq} was noted. {'Ä word or two. ' * (length // 14)}")))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Sound:
    """Three meetings, long and short words, something erased, something half typed."""
    path = new_book(tmp_path_factory.mktemp("sound"))
    with open_book(path) as book:
        for name in ("first", "second"):
            clerk = called(book, name)
            clerk(meeting.Start(), "14:00")
            clerk(text.OpenItem(items=("3",)))
            minute(clerk, book.next_seq(), 40)
        secret = clerk(text.Paragraph(text=prose(SECRET)), restricted=True)
        clerk(Erase(targets=(secret.seq,), reason="said in error"))
        book.journal.draft("second", "composer", "half a sentence")
        assert book.journal.wait(5)
    file = path.read_bytes()
    with open_book(path) as book:
        clerk = Clerk(book, "second")
        minute(clerk, book.next_seq(), 15)
        log = Path(f"{path}-wal").read_bytes()
        seen = witness.seen(path)
        rows = {row[0]: row for row in book._reader.execute("SELECT * FROM act ORDER BY seq")}
    assert seen is not None
    bodies = {seq: body(row) for seq, row in rows.items()}
    places = {seq: parts[0] for seq, one in bodies.items() if (parts := found(one, file))}
    return Sound(path, file, log, rows, seen, places, {seq: found(one, log) for seq, one in bodies.items()})


def body(row: tuple[Any, ...]) -> bytes:
    """What the text of a row is on the disk."""
    return "".join(part for part in row if isinstance(part, str)).encode()


def found(body: bytes, data: bytes) -> list[list[tuple[int, int]]]:
    """Where a row's bytes stand, each time they do, with what leads to them; one that goes on on other pages in parts."""
    out = []
    start = data.find(body)
    while start >= 0:
        out.append([(max(0, start - 40), start + len(body))])
        start = data.find(body, start + 1)
    return out or (in_parts(body, data) if len(body) > PAGE else [])


def in_parts(body: bytes, data: bytes) -> list[list[tuple[int, int]]]:
    parts: list[tuple[int, int]] = []
    place = 0
    while place < len(body):
        here = body[place:]
        length = bisect_left(range(1, len(here) + 1), True, key=lambda size: here[:size] not in data)
        if not length or (not place and length < 100):
            return []
        start = data.find(here[:length])
        parts.append((max(0, start - (4 if place else 40)), start + length))
        place += length
    return [parts]


def truth(sound: Sound, seq: int) -> tuple[Any, ...]:
    """An act as it was: all but the digest of its words, their salt, its hash and what stands for it."""
    return sound.rows[seq][:9]


class Tally:
    """Counts what should have come over, and what did."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def compare(self, sound: Sound, left: wreck.Wreck, undamaged: set[int]) -> None:
        """No act may be other than it was, unless it is said that this isn't proven; and undamaged ones should be there."""
        for seq, act in left.acts.items():
            assert seq in sound.rows, f"act {seq} was never there"
            was = truth(sound, seq)
            if act.words is not None:
                assert act.words == was[8], seq
            if act.placed:
                assert act.row.particulars == was[:8], seq
            if was[8] is None:
                assert act.words is None, f"act {seq} was erased"
        brought = {seq for seq, act in left.acts.items() if act.words is not None or act.erased_by}
        self.counts["undamaged"] += len(undamaged)
        self.counts["brought"] += len(undamaged & brought)
        self.counts["placed"] += sum(left.acts[seq].placed for seq in undamaged & brought)

    def holds(self) -> None:
        """At least 99 of 100 undamaged acts came over, and hardly one of them without who filed it, and when."""
        undamaged = self.counts["undamaged"]
        assert undamaged > 0
        assert self.counts["brought"] >= 0.99 * undamaged, self.counts
        assert self.counts["placed"] >= 0.97 * undamaged, self.counts


def look_in_files(sound: Sound, harm: str, seeds: range) -> Tally:
    """Read so many damaged files without their log, and compare what comes out with what is undamaged in them."""
    tally = Tally()
    for seed in seeds:
        hurt = damaged(sound.file, harm, seed)
        undamaged = {seq for seq, parts in sound.places.items() if intact(sound.file, hurt, parts)}
        if harm == "swapped":  # found wherever they are now, unless they go on on other pages
            undamaged |= {seq for seq, parts in sound.places.items() if len(parts) == 1}
        tally.compare(sound, wreck.read(hurt, b"", (0, "")), undamaged)
    return tally


def look_in_logs(sound: Sound, harm: str, seeds: range) -> Tally:
    """Read the sound file with so many damaged logs. A log in which frames are moved or cut off ends there, for SQLite too."""
    tally = Tally()
    for seed in seeds:
        hurt = damaged(sound.log, harm, seed)
        undamaged = set(sound.places)
        for seq, times in sound.places_in_log.items():
            whole = any(intact(sound.log, hurt, parts) for parts in times)
            if whole and harm not in ("swapped", "tail", "beginning"):
                undamaged.add(seq)
        tally.compare(sound, wreck.read(sound.file, hurt, sound.seen), undamaged)
    return tally


class TestManyDamagedBooks:
    @pytest.mark.parametrize("harm", HARMS)
    def test_what_is_undamaged_in_the_file_comes_over(self, sound: Sound, harm: str) -> None:
        look_in_files(sound, harm, range(6)).holds()

    @pytest.mark.parametrize("harm", HARMS)
    def test_what_is_undamaged_in_the_log_comes_over(self, sound: Sound, harm: str) -> None:
        look_in_logs(sound, harm, range(3)).holds()

    @pytest.mark.soak
    @pytest.mark.parametrize("harm", HARMS)
    def test_ten_thousand_books(self, sound: Sound, harm: str) -> None:
        look_in_files(sound, harm, range(1000, 2100)).holds()
        look_in_logs(sound, harm, range(1000, 1350)).holds()

    def test_everything_comes_out_of_a_sound_one(self, sound: Sound) -> None:
        left = wreck.read(sound.file, sound.log, sound.seen)
        assert set(left.acts) == set(sound.rows)
        assert all(act.placed for act in left.acts.values())
        assert [seq for seq, act in left.acts.items() if act.words is None] == [
            seq for seq, row in sound.rows.items() if row[8] is None
        ]
        assert [draft.text for draft in left.drafts] == ["half a sentence"]
        assert wreck.gaps(left) == []


def test_numbers_that_follow_each_other_are_told_together() -> None:
    assert wreck.runs((3, 4, 5, 9, 11, 12)) == [(3, 5), (9, 9), (11, 12)]
    assert wreck.runs(()) == []


@pytest.fixture
def place(sound: Sound, tmp_path: Path) -> Path:
    """The sound book with its log and witness, closed as by a power cut, to be damaged."""
    path = tmp_path / "minutes.book"
    path.write_bytes(sound.file)
    Path(f"{path}-wal").write_bytes(sound.log)
    witness.put(path, *sound.seen)
    return path


def salvaged(place: Path, name: str = "new.book") -> salvage.Salvaged:
    return salvage.salvage(place, place.with_name(name), holder="Ann Quill", moment=NOON)


def rows(book: Path) -> dict[int, tuple[Any, ...]]:
    raw = sqlite3.connect(book)
    found = {row[0]: row for row in raw.execute("SELECT * FROM act ORDER BY seq")}
    raw.close()
    return found


class TestTheNewBook:
    @pytest.mark.parametrize("harm", HARMS)
    def test_it_is_sound_and_says_all_that_is_missing(self, sound: Sound, place: Path, harm: str) -> None:
        place.write_bytes(damaged(sound.file, harm, 100))
        before = {file.name: file.read_bytes() for file in place.parent.iterdir()}
        done = salvaged(place)
        assert check(done.book).problems == []
        assert {name: place.with_name(name).read_bytes() for name in before} == before
        here = rows(done.book)
        missing = {seq for gap in done.gaps for seq in gap.seqs} | set(done.wordless)
        for seq, row in sound.rows.items():
            if seq in missing:
                assert here[seq][8:10] == (None, None)
            elif seq in done.unproven:
                assert here[seq][8] == row[8]
            else:
                assert (here[seq][:11], here[seq][12]) == (row[:11], row[12])
        with open_book(done.book) as book:
            Clerk(book, "second")(text.Paragraph(text=prose("It goes on")))
        assert check(done.book).problems == []

    def test_what_is_whole_keeps_its_chain(self, sound: Sound, place: Path) -> None:
        done = salvaged(place)
        assert (done.lost, done.unproven, done.drafts) == (0, (), 1)
        here = rows(done.book)
        assert all(here[seq] == row for seq, row in sound.rows.items())
        assert len(here) == len(sound.rows) + 1
        assert witness.seen(done.book) == done.end == (len(here), here[len(here)][11])
        with Book.open(done.book, read_only=True) as book:
            assert [draft.text for draft in book.drafts("second").values()] == ["half a sentence"]

    def test_who_salvaged_it_and_what_is_missing_stands_in_each_meeting(self, sound: Sound, place: Path) -> None:
        lose(place, sound.rows, {10, 11, 12, 60})
        done = salvaged(place)
        with Book.open(done.book, read_only=True) as book:
            for name, targets in (("first", (10, 11, 12)), ("second", (60,))):
                *_, last = book.acts(name)
                assert isinstance(last.act, Salvage)
                assert (last.actor, last.act.targets, last.act.source) == ("Ann Quill", targets, "minutes.book")
                assert last.wall == "2026-09-05T12:00:00.000Z"
            lost = {one.seq: one for one in book.acts("first") if isinstance(one.act, Erased)}
        assert list(lost) == [10, 11, 12]
        assert all(one.restricted for one in lost.values())
        assert done.gaps == (
            wreck.Gap(10, 12, "first", sound.rows[9][2], sound.rows[13][2]),
            wreck.Gap(60, 60, "second", sound.rows[59][2], sound.rows[61][2]),
        )
        assert done.lost == 4
        assert done.unproven == (13, 61)

    def test_what_only_lost_its_words_is_still_known(self, sound: Sound, place: Path) -> None:
        data = place.read_bytes()
        words = str(sound.rows[8][8]).encode()[:40]
        assert words in data
        place.write_bytes(data.replace(words, words[:-3] + b"XYZ"))
        Path(f"{place}-wal").unlink()
        witness.place(place).unlink()
        done = salvaged(place)
        assert (done.wordless, done.gaps, done.unproven) == ((8,), (), ())
        here = rows(done.book)
        assert here[8][:8] == sound.rows[8][:8]
        assert here[8][8] is None
        assert here[9] == sound.rows[9]

    def test_erased_words_stay_gone_though_an_older_page_has_them(self, sound: Sound, place: Path) -> None:
        assert SECRET not in repr(rows(salvaged(place).book))
        left = wreck.read(sound.file, sound.log, sound.seen)
        erased = next(seq for seq, row in sound.rows.items() if row[8] is None)
        assert left.acts[erased].erased_by == erased + 1

    def test_a_cut_tail_is_missed_by_the_witness(self, sound: Sound, place: Path) -> None:
        Path(f"{place}-wal").unlink()
        done = salvaged(place)
        last = len(sound.rows)
        assert done.gaps[-1].last == last
        assert done.gaps[-1].first == last - 14
        assert done.gaps[-1].before == ""

    def test_a_salvaged_book_can_be_salvaged(self, sound: Sound, place: Path) -> None:
        lose(place, sound.rows, {10, 11})
        first = salvaged(place)
        lose(first.book, rows(first.book), {30})
        again = salvaged(first.book, "again.book")
        assert check(again.book).problems == []
        assert [gap.seqs for gap in again.gaps] == [range(30, 31)]
        assert again.erased == 3
        assert rows(again.book)[10][5] == "lost"

    def test_a_book_of_the_first_form(self, tmp_path: Path) -> None:
        path = first_book(tmp_path, begun_with([]).filed)
        wanted: list[Any] = in_the_first_form(path)
        done = salvaged(path)
        assert len(wanted) == done.acts > 1
        assert check(done.book).problems == []
        here = rows(done.book)
        assert all((here[row[0]][:9], here[row[0]][12]) == (row[:9], row[10]) for row in wanted)


def lose(book: Path, acts: dict[int, tuple[Any, ...]], seqs: set[int]) -> None:
    """Nothing of these acts is left, neither in the file nor in its log."""
    for path in (book, Path(f"{book}-wal")):
        data = bytearray(path.read_bytes()) if path.exists() else bytearray()
        for seq in seqs:
            for parts in found(body(acts[seq]), bytes(data)):
                for start, end in [(parts[0][0] + 40, parts[0][1]), *parts[1:]]:
                    data[start:end] = b"\xff" * (end - start)
        if data:
            path.write_bytes(data)


class TestRefusals:
    def test_something_stands_there_already(self, place: Path) -> None:
        place.with_name("new.book").write_text("mine")
        with pytest.raises(InputError, match="There is something at"):
            salvaged(place)
        assert place.with_name("new.book").read_text() == "mine"

    def test_nothing_in_it_proves_itself(self, tmp_path: Path) -> None:
        place = tmp_path / "minutes.book"
        place.write_bytes(b"no book at all" * 9000)
        with pytest.raises(BookError, match="proves itself") as refused:
            salvaged(place)
        assert "backup --list" in refused.value.hint
        assert not place.with_name("new.book").exists()

    def test_somebody_minutes_in_it(self, clerk: Clerk) -> None:
        with pytest.raises(BookError, match="is open already"):
            salvaged(clerk.book.path)

    def test_it_is_looked_at_here(self, place: Path) -> None:
        with Book.open(place, read_only=True), pytest.raises(BookError, match="is open here"):
            salvaged(place)

    def test_there_is_none(self, tmp_path: Path) -> None:
        with pytest.raises(BookError, match="There is no book at"):
            salvaged(tmp_path / "none.book")
        (tmp_path / "folder.book").mkdir()
        with pytest.raises(BookError, match="isn't a file"):
            salvaged(tmp_path / "folder.book")

    def test_a_full_disk_leaves_nothing_behind(self, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(salvage, "back_up", full)
        before = sorted(place.parent.iterdir())
        with pytest.raises(BookError, match="The disk is full"):
            salvaged(place)
        assert sorted({*place.parent.iterdir()} - {Path(f"{place}.lock")}) == before


def test_what_the_disk_cannot_read_counts_as_noughts(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = os.pread

    def failing(handle: int, size: int, start: int) -> bytes:
        if start == 40 * PAGE:
            raise OSError(5, "Input/output error")
        return plain(handle, size, start)

    monkeypatch.setattr(os, "pread", failing)
    assert check(salvaged(place).book).problems == []


def test_an_act_changed_past_the_guards_is_not_taken_over(sound: Sound, place: Path) -> None:
    data = place.read_bytes()
    payload = str(sound.rows[8][8]).encode()
    other = payload.replace(b"noted", b"noteD")
    assert data.count(payload) == 1
    place.write_bytes(data.replace(payload, other))
    Path(f"{place}-wal").unlink()
    done = salvaged(place)
    assert 8 in done.wordless
    assert json.loads(rows(done.book)[9][8])
