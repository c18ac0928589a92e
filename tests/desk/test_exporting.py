"""Minutes as files: whole or not at all, named by day and body only, the restricted ones apart."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from boardtui.desk.exporting import export, has_restricted, public_minutes, restricted_minutes, write_file
from boardtui.errors import InputError
from boardtui.minutes.writers import writer
from support.agenda_texts import BOARD
from support.desks import at_work

BEGUN = ("/present all", "/start 14:00", "# 4", "Said in public.")
PRIVATE = (*BEGUN, "/exclude 3", "The tender of Larch and Daughter.", "/readmit", "Said in public again.")
SECRET = "Larch"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_for_each_format_named_after_the_day_and_the_body(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN) as desk:
        written = export(desk, ["txt", "md"], tmp_path / "out" / "deep")
        assert [path.name for path in written] == [
            f"2026-09-07-marrow-vale-health-board.{end}" for end in ("txt", "md")
        ]
        assert names(tmp_path / "out" / "deep") == sorted(path.name for path in written)
        assert "Said in public." in written[0].read_text("utf-8")


def test_without_a_day_the_name_is_the_bodys(tmp_path: Path) -> None:
    with at_work(tmp_path, agenda=BOARD.replace("7 September 2026", "some day soon")) as desk:
        assert [path.name for path in export(desk, ["txt"], tmp_path)] == ["marrow-vale-health-board.txt"]


def test_where_anything_was_private_there_are_two_of_each(tmp_path: Path) -> None:
    with at_work(tmp_path, *PRIVATE) as desk:
        assert has_restricted(desk.record)
        written = export(desk, ["txt", "html", "docx", "json"], tmp_path / "out")
        public = [path for path in written if "restricted" not in path.name]
        assert len(written) == 2 * len(public) == 8
        assert [path.name for path in public if SECRET.encode() in path.read_bytes()] == []
        assert SECRET in (tmp_path / "out" / "2026-09-07-marrow-vale-health-board-restricted.txt").read_text("utf-8")


def test_where_nothing_was_private_there_is_one(tmp_path: Path) -> None:
    with at_work(tmp_path, *PRIVATE, "/release 4") as desk:
        assert not has_restricted(desk.record)
        assert len(export(desk, ["txt"], tmp_path / "out")) == 1


def test_the_public_minutes_are_made_without_what_is_private(tmp_path: Path) -> None:
    with at_work(tmp_path, *PRIVATE) as desk:
        as_text = writer("txt")
        assert SECRET in as_text(restricted_minutes(desk)).decode()
        assert SECRET not in as_text(public_minutes(desk)).decode()
        assert "Said in public again." in as_text(public_minutes(desk)).decode()


def test_the_same_acts_give_the_same_bytes(tmp_path: Path) -> None:
    with at_work(tmp_path, *PRIVATE) as desk:
        formats = ["txt", "md", "html", "docx", "json"]
        first, second = (
            [path.read_bytes() for path in export(desk, formats, tmp_path / name)] for name in ("one", "two")
        )
        assert first == second


def test_one_file_is_written_where_it_is_wanted(tmp_path: Path) -> None:
    with at_work(tmp_path, *PRIVATE) as desk:
        assert export(desk, ["txt"], tmp_path / "minutes of may.txt") == [tmp_path / "minutes of may.txt"]
        assert SECRET not in (tmp_path / "minutes of may.txt").read_text("utf-8")
        with pytest.raises(InputError, match="one file, for 2 formats"):
            export(desk, ["txt", "md"], tmp_path / "other.txt")


def test_what_is_there_is_written_over_only_when_told_to(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN) as desk:
        there = tmp_path / "2026-09-07-marrow-vale-health-board.md"
        there.write_text("precious")
        with pytest.raises(InputError, match="exists already"):
            export(desk, ["txt", "md"], tmp_path)
        assert there.read_text() == "precious"
        assert not there.with_suffix(".txt").exists()
        export(desk, ["txt", "md"], tmp_path, force=True)
        assert "Said in public." in there.read_text("utf-8")


def test_an_unknown_format_writes_nothing(tmp_path: Path) -> None:
    with at_work(tmp_path, *BEGUN) as desk, pytest.raises(InputError):
        export(desk, ["txt", "odt"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_disk_that_fails_leaves_what_was_there_and_no_crumbs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "minutes.txt"
    target.write_text("precious")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(InputError, match="No space left on device"):
        write_file(target, b"new")
    assert names(tmp_path) == ["minutes.txt"]
    assert target.read_text() == "precious"


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with at_work(tmp_path, *BEGUN) as desk, pytest.raises(InputError, match="can't be written"):
        export(desk, ["txt"], tmp_path / "out" / "deep")
