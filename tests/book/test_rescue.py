"""What is put elsewhere when the book can't be saved: all of it, for its owner alone, and found again."""

from __future__ import annotations

import json
import os
import shutil
import stat
from pathlib import Path

import pytest

from boardtui.book import Book
from boardtui.book.rescued import read
from boardtui.errors import BookError, InputError
from boardtui.model.acts import text
from support.acts import prose
from support.books import SOON, Clerk, Listener, called, holding, new_book, open_book


def said(words: str) -> text.Paragraph:
    return text.Paragraph(text=prose(words))


def left_over(clerk: Clerk, *lines: str, typed: str = "") -> Path:
    """The rescue file of a book that was closed before these could be saved."""
    with holding(clerk.book.path):
        for line in lines:
            clerk.hand_in(said(line), "14:05", place="composer")
        clerk.book.journal.draft("small", "composer", typed, len(typed))
        assert clerk.book.close(0.0).unsaved
    (file,) = (clerk.book.path.parent / "rescue").glob("*.json")
    return file


class TestWriting:
    def test_all_that_it_takes_to_file_them_later(self, clerk: Clerk) -> None:
        file = left_over(clerk, "one", "“Łódź” 😀", typed="half a sen")
        unsaved = read(file)
        assert [one.filed for one in unsaved.acts] == clerk.record.filed[1:]
        assert [one.clears for one in unsaved.acts] == ["composer"] * 2
        assert [(one.meeting, one.place, one.text, one.caret) for one in unsaved.drafts] == [
            ("small", "composer", "half a sen", 10)
        ]
        assert (unsaved.book, unsaved.after.seq, unsaved.path) == (clerk.book.path, 1, file)
        assert unsaved.first_wall == clerk.record.filed[1].wall

    @pytest.mark.parametrize("mask", [0, 0o277])
    def test_for_its_owner_alone(self, clerk: Clerk, mask: int) -> None:
        before = os.umask(mask)
        try:
            file = left_over(clerk, "one")
        finally:
            os.umask(before)
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700

    def test_in_a_folder_that_others_could_enter_they_cannot_any_more(self, clerk: Clerk) -> None:
        folder = clerk.book.path.parent / "rescue"
        folder.mkdir()
        folder.chmod(0o755)
        left_over(clerk, "one")
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700

    def test_no_link_is_followed_and_nothing_written_over(self, clerk: Clerk, tmp_path: Path) -> None:
        folder = clerk.book.path.parent / "rescue"
        first = left_over(clerk, "one")
        kept = first.read_bytes()
        second = first.with_name(first.name.replace(".unsaved", "-2.unsaved"))
        second.with_name(f".{second.name}.part").symlink_to(tmp_path / "elsewhere")
        with open_book(clerk.book.path) as book:  # opened at the same second by its clock
            clerk = Clerk(book)
            with holding(book.path):
                clerk.hand_in(said("two"))
                book.close(0.0)
        assert first.read_bytes() == kept
        assert sorted(folder.glob("*.json")) == sorted([first, second])
        assert not (tmp_path / "elsewhere").exists()

    def test_it_is_not_written_again_while_nothing_is_new(
        self, clerk: Clerk, listener: Listener, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        written: list[str] = []
        monkeypatch.setattr("boardtui.book.rescue.sync_file", lambda path: written.append(path.name))
        monkeypatch.setattr("boardtui.book.journal.PATIENCE", 0.01)
        with holding(clerk.book.path):
            clerk.hand_in(said("one"))
            assert listener.hears(lambda word: isinstance(word, BookError) and "What waits" in word.hint)
            assert not clerk.book.journal.wait(0.6)
        assert len(written) == 1

    def test_a_command_keeps_none_for_its_notes_are_there(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("boardtui.book.journal.GIVE_UP", 0.1)
        with open_book(path, patient=False) as book:
            clerk = called(book)
            with holding(path), pytest.raises(BookError, match="Another program is writing"):
                clerk.hand_in(said("one")).result(SOON)
        assert not (path.parent / "rescue").exists()

    def test_a_disk_that_hangs_raises_nothing_and_it_is_written_all_the_same(
        self, clerk: Clerk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with holding(clerk.book.path):
            monkeypatch.setattr("boardtui.book.journal.Journal._failed", lambda *_: clerk.book.journal._stop.wait(0.01))
            clerk.hand_in(said("hanging"))
            assert not list(clerk.book.path.parent.glob("rescue/*"))
            clerk.book.journal.put_aside().join(SOON)
            (file,) = clerk.book.path.parent.glob("rescue/*.json")
            assert "hanging" in file.read_text()
        assert clerk.book.journal.wait(SOON)
        assert not file.exists()


class TestReading:
    def test_the_book_tells_of_it_until_it_has_it(self, clerk: Clerk) -> None:
        file = left_over(clerk, "one", typed="half")
        path = clerk.book.path
        with open_book(path) as book:
            (told,) = book.notices
            assert str(file) in told.message
            assert "boardtui rescue" in told.hint
            lacks, follows = book.lacking(read(file))
            assert (len(lacks.acts), len(lacks.drafts), follows) == (1, 1, True)
            again = Clerk(book)
            (one,) = lacks.acts
            again(one.filed.act, token=one.filed.token)
            book.journal.draft("small", "composer", "half")
            assert book.journal.wait(SOON)
            assert book.unsaved() == []
        with open_book(path) as book:
            assert book.notices == []

    def test_where_the_book_went_on_it_doesnt_follow(self, clerk: Clerk) -> None:
        file = left_over(clerk, "one", "two")
        with open_book(clerk.book.path) as book:
            Clerk(book)(said("something else"))
            lacks, follows = book.lacking(read(file))
            assert (len(lacks.acts), follows) == (2, False)

    def test_what_was_committed_and_only_seemed_to_fail_is_not_lacking(self, clerk: Clerk) -> None:
        file = left_over(clerk, "one", "two")
        first = read(file).acts[0].filed
        with open_book(clerk.book.path) as book:
            Clerk(book)(first.act, token=first.token)
            lacks, follows = book.lacking(read(file))
            assert ([one.filed.seq for one in lacks.acts], follows) == ([3], True)

    def test_nor_where_it_went_on_behind_the_first_of_them(self, clerk: Clerk) -> None:
        file = left_over(clerk, "one", "two")
        first = read(file).acts[0].filed
        with open_book(clerk.book.path) as book:
            again = Clerk(book)
            again(first.act, token=first.token)
            again(said("something else"))
            lacks, follows = book.lacking(read(file))
            assert ([one.filed.seq for one in lacks.acts], follows) == ([3], False)

    def test_another_book_that_happens_to_have_as_many_acts(self, clerk: Clerk, tmp_path: Path) -> None:
        file = left_over(clerk, "one")
        (tmp_path / "other").mkdir()
        with open_book(new_book(tmp_path / "other")) as other:
            called(other, place="Elsewhere")
            lacks, follows = other.lacking(read(file))
            assert (len(lacks.acts), follows) == (1, False)
            assert other.unsaved() == []

    def test_what_this_very_sitting_waits_for_is_not_told(self, clerk: Clerk, listener: Listener) -> None:
        with holding(clerk.book.path):
            clerk.hand_in(said("one"))
            assert listener.hears(lambda word: isinstance(word, BookError) and "What waits" in word.hint)
            assert clerk.book.unsaved() == []

    def test_a_whole_copy_with_more_than_the_book(self, clerk: Clerk, tmp_path: Path) -> None:
        path = clerk.book.path
        clerk.book.close()
        shutil.copy(path, tmp_path / "older")
        with open_book(path) as book:
            path.unlink()
            Clerk(book)(said("one"))
        for end in ("", "-wal", "-shm", ".head"):
            Path(f"{path}{end}").unlink(missing_ok=True)
        (copy,) = path.parent.glob("rescue/*.rescued.book")
        shutil.copy(tmp_path / "older", path)
        with open_book(path) as book:
            assert [one.path for one in book.whole_copies()] == [copy]
            assert str(copy) in book.notices[0].message
        shutil.copy(copy, path)
        with open_book(path) as book:
            assert book.whole_copies() == []
            assert book.notices == []

    @pytest.mark.parametrize(
        "content",
        ["", "{}", "[]", "[" * 10_000, '{"rescued by boardtui": 2}', '{"rescued by boardtui": 1, "acts": 3}', "\0\xff"],
    )
    def test_what_is_no_rescue_file_is_refused_in_a_sentence(self, tmp_path: Path, content: str) -> None:
        file = tmp_path / "minutes.x.unsaved.json"
        file.write_text(content, "latin-1")
        with pytest.raises(InputError, match="isn't a rescue file"):
            read(file)

    @pytest.mark.parametrize("damage", ["kind", "payload", "seq"])
    def test_one_that_was_meddled_with(self, clerk: Clerk, damage: str) -> None:
        file = left_over(clerk, "one")
        content = json.loads(file.read_text())
        content["acts"][0][damage] = "nothing of the sort"
        file.write_text(json.dumps(content))
        with pytest.raises(InputError, match="isn't a rescue file"):
            read(file)
        with Book.open(clerk.book.path, read_only=True, rescue=file.parent) as book:
            assert book.unsaved() == []

    def test_neither_a_link_nor_a_pipe_is_read(self, tmp_path: Path) -> None:
        (tmp_path / "a").symlink_to(tmp_path / "b")
        os.mkfifo(tmp_path / "pipe")
        for name in ("a", "pipe", "missing"):
            with pytest.raises(InputError):
                read(tmp_path / name)
