"""Restoring: a copy in the place of the book, and nothing of what stood there lost, whenever whoever does it dies."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from boardtui.book import Book, copies, restoring, witness
from boardtui.book.check import check
from boardtui.book.lease import Lease
from boardtui.errors import BookError, InputError
from boardtui.model.acts import text
from support.acts import prose
from support.books import Clerk, new_book, open_book

NOON = datetime(2026, 9, 4, 12, 0, 0)
FIRST, LATER = "2026-09-04T13:00:00.000Z", "2026-09-05T09:30:00.000Z"


def say(clerk: Clerk, words: str, wall: str = FIRST) -> None:
    clerk(text.Paragraph(text=prose(words)), wall=wall)


@pytest.fixture
def copied(clerk: Clerk) -> tuple[Path, Path]:
    """A closed book with four acts, and a copy of it with two."""
    say(clerk, "before")
    copy = copies.keep_copy(clerk.book.path, NOON, 10)
    assert copy is not None
    for words in ("after", "afterwards"):
        say(clerk, words, LATER)
    clerk.book.close()
    return clerk.book.path, copy


def restored(book: Path, copy: Path, *, force: bool = True) -> restoring.Restored:
    return restoring.restore(book, copy, holder="Ann Quill", moment=NOON, force=force)


def words_in(book: Path) -> list[str]:
    with Book.open(book, read_only=True) as opened:
        acts = opened.acts("small")
    return [str(one.act.text.parts[0]) for one in acts if isinstance(one.act, text.Paragraph)]


def wreck(book: Path) -> None:
    data = bytearray(book.read_bytes())
    data[4096 : len(data) // 2] = b"\xff" * (len(data) // 2 - 4096)
    book.write_bytes(data)


def wreck_with_its_log(book: Path) -> bytes:
    """Damage a book so that its log, full of acts, stays beside it. The log."""
    log = Path(f"{book}-wal")
    with open_book(book) as opened:
        clerk = Clerk(opened)
        for number in range(20):
            say(clerk, f"x {number}")
        kept = log.read_bytes()
    wreck(book)
    log.write_bytes(kept)
    return kept


class TestASoundBook:
    def test_the_copy_stands_in_its_place(self, copied: tuple[Path, Path]) -> None:
        book, copy = copied
        done = restored(book, copy)
        found = check(book)
        assert (found.problems, found.acts, found.head) == ([], done.acts, done.head)
        assert words_in(book) == ["before"]
        assert witness.seen(book) == (2, found.head)
        with open_book(book) as opened:
            say(Clerk(opened), "goes on")
        assert words_in(book) == ["before", "goes on"]

    def test_what_stood_there_is_whole_beside_it(self, copied: tuple[Path, Path]) -> None:
        book, copy = copied
        done = restored(book, copy)
        assert done.aside == book.with_name("minutes.book.before-restore-2026-09-04-120000")
        assert done.problem == ""
        assert check(done.aside).problems == []
        assert words_in(done.aside) == ["before", "after", "afterwards"]
        assert done.aside.stat().st_mode & 0o777 == 0o600

    def test_what_the_copy_lacks_is_said(self, copied: tuple[Path, Path]) -> None:
        assert restored(*copied).missing == restoring.Missing(2, LATER, 4)

    def test_nothing_is_missing_from_the_newest(self, copied: tuple[Path, Path]) -> None:
        book, _ = copied
        copy = copies.keep_copy(book, NOON, 10)
        assert copy is not None
        assert restored(book, copy, force=False).missing == restoring.Missing(0, "", 4)

    def test_twice_in_a_second_keeps_both(self, copied: tuple[Path, Path]) -> None:
        book, copy = copied
        restored(book, copy)
        again = restored(book, copy)
        assert again.aside == book.with_name("minutes.book.before-restore-2026-09-04-120000-2")
        assert words_in(again.aside) == ["before"]

    def test_acts_that_are_only_in_the_log_are_set_aside_too(self, copied: tuple[Path, Path]) -> None:
        book, copy = copied
        script = (
            "import os; from pathlib import Path; from support.books import Clerk, open_book\n"
            "from support.acts import prose; from boardtui.model.acts import text\n"
            f"Clerk(open_book(Path({str(book)!r})))(text.Paragraph(text=prose('in the log'))); os._exit(0)"
        )
        tests = str(Path(__file__).parents[1])
        subprocess.run([sys.executable, "-c", script], check=True, env=os.environ | {"PYTHONPATH": pythonpath(tests)})
        assert Path(f"{book}-wal").stat().st_size
        done = restored(book, copy)
        assert done.aside is not None
        assert words_in(done.aside) == ["before", "after", "afterwards", "in the log"]
        assert words_in(book) == ["before"]


def pythonpath(*first: str) -> str:
    return os.pathsep.join([*first, *filter(None, sys.path)])


HARMS: dict[str, Callable[[Path], object]] = {
    "wrecked": wreck,
    "emptied": lambda book: book.write_bytes(b""),
    "overwritten": lambda book: book.write_text("minutes\n" * 5000),
    "cut short": lambda book: book.write_bytes(book.read_bytes()[:20000]),
    "an older one put in its place": lambda book: shutil.copyfile(copies.copies_of(book)[0], book),
    "a second name": lambda book: book.with_name("other").hardlink_to(book),
}


class TestADamagedBook:
    @pytest.mark.parametrize("harm", HARMS)
    def test_the_copy_stands_in_its_place_and_the_damaged_one_beside_it(
        self, copied: tuple[Path, Path], harm: str
    ) -> None:
        book, copy = copied
        HARMS[harm](book)
        bytes_of_it = book.read_bytes()
        done = restored(book, copy, force=False)
        assert check(book).problems == []
        assert words_in(book) == ["before"]
        assert done.aside is not None
        assert done.aside.read_bytes() == bytes_of_it
        assert Path(f"{done.aside}.head").exists()
        assert done.problem
        assert done.missing.witnessed == 4

    def test_its_log_is_not_played_into_the_copy(self, copied: tuple[Path, Path]) -> None:
        book, copy = copied
        kept = wreck_with_its_log(book)
        done = restored(book, copy)
        assert words_in(book) == ["before"]
        assert check(book).problems == []
        assert Path(f"{done.aside}-wal").read_bytes() == kept

    def test_a_book_that_is_gone(self, copied: tuple[Path, Path]) -> None:
        book, copy = copied
        for name in (book, Path(f"{book}.head"), Path(f"{book}.lock")):
            name.unlink()
        done = restored(book, copy)
        assert (done.aside, done.missing.acts, done.missing.witnessed) == (None, None, 0)
        assert words_in(book) == ["before"]

    def test_a_log_without_its_book_is_set_aside_too(self, copied: tuple[Path, Path]) -> None:
        book, copy = copied
        book.unlink()
        Path(f"{book}-wal").write_bytes(b"left over")
        done = restored(book, copy)
        assert Path(f"{done.aside}-wal").read_bytes() == b"left over"
        assert check(book).problems == []


class TestRefusals:
    def test_over_a_sound_book_that_has_more(self, copied: tuple[Path, Path]) -> None:
        book, copy = copied
        before = book.read_bytes()
        with pytest.raises(BookError) as refused:
            restored(book, copy, force=False)
        since = datetime.fromisoformat(LATER).astimezone()
        assert refused.value.message == (
            f"{book} is sound, and has 2 acts that {copy.name} has not, the first of {since:%d %B %Y at %H:%M}."
        )
        assert "--force" in refused.value.hint
        assert book.read_bytes() == before
        assert not list(book.parent.glob("*before-restore*")) + list(book.parent.glob(".*"))

    def test_while_somebody_minutes(self, copied: tuple[Path, Path]) -> None:
        book, copy = copied
        with open_book(book), pytest.raises(BookError, match="is open already: Ann Quill"):
            restored(book, copy)
        assert len(words_in(book)) == 3

    def test_while_another_program_reads(self, copied: tuple[Path, Path]) -> None:
        book, copy = copied
        script = (
            f"import sqlite3; raw = sqlite3.connect({str(book)!r}); raw.execute('SELECT * FROM act').fetchone()\n"
            "print('reading', flush=True); input()"
        )
        with subprocess.Popen(
            [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as reader:
            assert reader.stdout is not None
            reader.stdout.readline()
            with pytest.raises(BookError, match="Another program has"):
                restored(book, copy)
            reader.communicate("\n")
        assert len(words_in(book)) == 3
        assert restored(book, copy).acts == 2

    def test_while_it_is_looked_at_here(self, copied: tuple[Path, Path]) -> None:
        book, copy = copied
        with Book.open(book, read_only=True), pytest.raises(BookError, match="is open here"):
            restored(book, copy)

    def test_a_copy_that_is_not_sound(self, copied: tuple[Path, Path]) -> None:
        book, copy = copied
        wreck(copy)
        before = sorted(book.parent.iterdir())
        with pytest.raises(BookError, match=r"The copy .* is not sound"):
            restored(book, copy)
        assert sorted(book.parent.iterdir()) == before
        assert len(words_in(book)) == 3

    def test_a_copy_that_is_the_book_itself(self, copied: tuple[Path, Path]) -> None:
        with pytest.raises(InputError, match="is the book itself"):
            restored(copied[0], copied[0])

    def test_a_copy_that_is_not_there(self, copied: tuple[Path, Path]) -> None:
        with pytest.raises(BookError, match="There is no book at"):
            restored(copied[0], copied[0].with_name("none.book"))

    def test_a_newer_boardtuis_book_is_not_touched(self, copied: tuple[Path, Path]) -> None:
        book, copy = copied
        raw = sqlite3.connect(book)
        raw.execute("PRAGMA user_version=999")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        raw.close()
        with pytest.raises(BookError, match="newer boardtui"):
            restored(book, copy)

    @pytest.mark.parametrize("make", [Path.mkdir, lambda path: path.symlink_to("elsewhere")])
    def test_what_is_no_file_is_not_touched(
        self, copied: tuple[Path, Path], make: Callable[[Path], object], tmp_path: Path
    ) -> None:
        place = tmp_path / "place.book"
        make(place)
        with pytest.raises(BookError, match="isn't a file"):
            restored(place, copied[1])
        assert os.path.lexists(place)

    def test_a_full_disk_leaves_the_book_as_it_was(
        self, copied: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        book, copy = copied

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(shutil, "copyfileobj", full)
        with pytest.raises(BookError, match="The disk is full"):
            restored(book, copy)
        assert len(words_in(book)) == 3
        assert check(book).problems == []
        open_book(book).close()
        assert not list(book.parent.glob(".minutes*"))


class TestTheNewestSoundOne:
    def test_it_is_the_newest(self, copied: tuple[Path, Path]) -> None:
        book, _ = copied
        newest = copies.keep_copy(book, NOON, 10)
        assert restoring.newest_sound(book) == (newest, [])

    def test_one_that_is_not_sound_is_passed_over(self, copied: tuple[Path, Path]) -> None:
        book, copy = copied
        newest = copies.keep_copy(book, NOON, 10)
        assert newest is not None
        wreck(newest)
        found, passed = restoring.newest_sound(book)
        assert found == copy
        assert [one.path for one in passed] == [newest]
        assert passed[0].problem

    def test_there_is_none(self, path: Path) -> None:
        with pytest.raises(InputError, match="There is no copy"):
            restoring.newest_sound(path)

    def test_none_is_sound(self, copied: tuple[Path, Path]) -> None:
        wreck(copied[1])
        with pytest.raises(BookError, match=r"No copy in .* is sound, of 1"):
            restoring.newest_sound(copied[0])


def changes_something(name: str, *arguments: object) -> bool:
    """Does this call to the system change anything on the disk, or make it last?"""
    if name == "open":
        return bool(int(str(arguments[1])) & os.O_CREAT)
    return name != "unlink" or os.path.lexists(str(arguments[0]))


def dies_at(step: int, book: Path, copy: Path) -> bool:
    """Restore in a process that is gone, without a word, before it changes the disk for the step-th time. Did it?"""
    child = os.fork()
    if child == 0:
        count = 0

        def counted(name: str, call: Callable[..., object]) -> Callable[..., object]:
            def run(*arguments: object, **named: object) -> object:
                nonlocal count
                count += changes_something(name, *arguments)
                if count == step:
                    os._exit(9)
                return call(*arguments, **named)

            return run

        for name in ("open", "fsync", "rename", "unlink", "write"):
            setattr(os, name, counted(name, getattr(os, name)))
        try:
            restored(book, copy)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@pytest.mark.parametrize("state", ["sound", "wrecked", "gone"])
def test_whenever_it_dies_there_is_a_book_and_nothing_is_lost(
    copied: tuple[Path, Path], tmp_path: Path, state: str
) -> None:
    book, copy = copied
    if state == "wrecked":
        wreck_with_its_log(book)
    if state == "gone":
        book.unlink()
    old = book.read_bytes() if state == "wrecked" else b""
    step, died = 0, True
    while died:
        step += 1
        there = tmp_path / f"death {step}"
        shutil.copytree(book.parent, there, ignore=shutil.ignore_patterns("death *"))
        place = there / book.name
        died = dies_at(step, place, copy)
        if state == "sound":
            assert check(place).problems == [], step
            assert words_in(place) in (["before"], ["before", "after", "afterwards"]), step
            asides = [one for one in there.glob("*.before-restore-*") if one.suffix != ".head"]
            assert any(len(words_in(one)) == 3 for one in (place, *asides) if not check(one).problems), step
        elif state == "wrecked":
            assert any(one.read_bytes() == old for one in there.iterdir() if one.is_file()), step
            assert place.read_bytes() == old or words_in(place) == ["before"], step
        again = restored(place, copy)
        assert (check(place).problems, again.acts) == ([], 2), step
        open_book(place).close()
        shutil.rmtree(there)
    assert step > 12


def test_the_lease_is_free_again(copied: tuple[Path, Path]) -> None:
    restored(*copied)
    Lease.take(copied[0], "somebody", NOON).release()


def test_where_no_book_ever_stood(copied: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    place = tmp_path / "new" / "minutes.book"
    assert restored(place, copied[1]).aside is None
    assert words_in(place) == ["before"]


def test_over_another_books_place_the_other_is_kept(copied: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = new_book(tmp_path / "other")
    done = restored(other, copied[1])
    assert done.aside is not None
    assert check(done.aside).acts == 0
