"""Only the owner may read a book: what is wider is mended or refused, and what is made is made so whatever the umask."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from boardtui.book import Book, rights
from boardtui.errors import BookError
from support.books import called, open_book


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@contextmanager
def umask(value: int) -> Iterator[None]:
    before = os.umask(value)
    try:
        yield
    finally:
        os.umask(before)


class TestMending:
    def test_a_wide_book_is_made_private_and_that_is_said(self, path: Path) -> None:
        path.chmod(0o644)
        with open_book(path) as book:
            (told,) = book.notices
            assert f"Others could read {path}" in told.message
            assert mode(path) == 0o600
        with open_book(path) as again:
            assert again.notices == []

    def test_so_is_what_lies_beside_it_and_its_copies(self, path: Path) -> None:
        copies = path.with_name("minutes.book.backups")
        copies.mkdir()
        beside = [path.with_name(f"minutes.book{end}") for end in (".head", ".form-1")]
        inside = [copies / "2026-09-04-140000.book", copies / "2026-09-04-140000.book.head"]
        for one in (*beside, *inside):
            one.touch(0o664)
            one.chmod(0o664)
        copies.chmod(0o755)
        other = path.with_name("agenda.md")
        other.touch()
        other.chmod(0o644)
        with open_book(path) as book:
            assert "and 4 more" in book.notices[0].message
        assert [mode(one) for one in (*beside, *inside)] == [0o600] * 4
        assert (mode(copies), mode(other)) == (0o700, 0o644)

    def test_the_folder_is_mended_only_where_boardtui_made_it(
        self, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
        own, other = tmp_path / "data" / "boardtui", tmp_path / "elsewhere" / "boardtui"
        for folder in (own, other):
            folder.mkdir(parents=True)
            folder.chmod(0o755)
            shutil.copy(path, folder / "minutes.book")
            (folder / "minutes.book").chmod(0o600)
            open_book(folder / "minutes.book").close()
        assert (mode(own), mode(other)) == (0o700, 0o755)

    def test_where_everybody_may_write_that_is_said(self, path: Path) -> None:
        path.parent.chmod(0o777)
        with open_book(path) as book:
            assert "Everybody at this computer may change" in book.notices[0].message
        path.parent.chmod(0o1777)
        with open_book(path) as book:
            assert book.notices == []

    def test_a_book_that_is_only_looked_at_is_left_as_it_is(self, path: Path) -> None:
        path.chmod(0o640)
        with Book.open(path, read_only=True) as book:
            assert "Others at this computer may read" in book.notices[0].message
        assert mode(path) == 0o640

    def test_somebody_elses_wide_book_is_refused(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path.chmod(0o644)
        monkeypatch.setattr(os, "geteuid", lambda: path.stat().st_uid + 1)
        with pytest.raises(BookError, match="it is not yours to change"):
            open_book(path)
        assert mode(path) == 0o644
        monkeypatch.undo()
        open_book(path).close()

    def test_a_disk_that_keeps_no_rights_is_said(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path.chmod(0o644)
        monkeypatch.setattr(Path, "chmod", lambda *_: None)
        with open_book(path) as book:
            assert "its disk keeps no rights" in book.notices[0].message

    def test_what_a_link_leads_to_is_not_touched(self, path: Path, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir()
        theirs = tmp_path / "elsewhere" / "theirs"
        theirs.touch()
        theirs.chmod(0o644)
        path.with_name("minutes.book.old").symlink_to(theirs)
        open_book(path).close()
        assert mode(theirs) == 0o644


class TestMaking:
    @pytest.mark.parametrize("mask", [0, 0o022, 0o277, 0o777])
    def test_whatever_the_umask(self, tmp_path: Path, mask: int) -> None:
        folder = tmp_path / "a" / "b"
        with umask(mask):
            rights.make_folder(folder)
            os.close(rights.create(folder / "file"))
            rights.make_folder(folder)
        assert (mode(folder.parent), mode(folder), mode(folder / "file")) == (0o700, 0o700, 0o600)

    def test_a_file_is_made_only_where_nothing_stands(self, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
        with pytest.raises(FileExistsError):
            rights.create(tmp_path / "link")
        assert not (tmp_path / "elsewhere").exists()

    def test_a_file_in_the_place_of_a_folder_is_said(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(NotADirectoryError):
            rights.make_folder(tmp_path / "file" / "folder")

    @pytest.mark.parametrize("mask", [0, 0o077, 0o777])
    def test_all_that_a_book_is_made_of(self, tmp_path: Path, mask: int) -> None:
        with umask(mask), Book.open_or_create(tmp_path / "new" / "minutes.book", rescue=tmp_path / "rescue") as book:
            called(book)
            made = sorted(book.path.parent.iterdir())
            assert {one.name: mode(one) for one in made} == {
                f"minutes.book{ending}": 0o600 for ending in ("", "-shm", "-wal", ".head", ".lock")
            }
            assert mode(book.path.parent) == 0o700
