"""Minutes as files: whole or not at all, named by day and body only, the restricted ones apart."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
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
        assert [one.path.name for one in written] == [
            f"2026-09-07-marrow-vale-health-board.{end}" for end in ("txt", "md")
        ]
        assert names(tmp_path / "out" / "deep") == sorted(one.path.name for one in written)
        assert "Said in public." in written[0].path.read_text("utf-8")


def test_without_a_day_the_name_is_the_bodys(tmp_path: Path) -> None:
    with at_work(tmp_path, agenda=BOARD.replace("7 September 2026", "some day soon")) as desk:
        assert [one.path.name for one in export(desk, ["txt"], tmp_path)] == ["marrow-vale-health-board.txt"]


def test_where_anything_was_private_there_are_two_of_each(tmp_path: Path) -> None:
    with at_work(tmp_path, *PRIVATE) as desk:
        assert has_restricted(desk.record)
        written = export(desk, ["txt", "html", "docx", "json"], tmp_path / "out")
        public = [one.path for one in written if not one.restricted]
        assert [path.name for path in public if "restricted" in path.name] == []
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
            [one.path.read_bytes() for one in export(desk, formats, tmp_path / name)] for name in ("one", "two")
        )
        assert first == second


def test_one_file_is_written_where_it_is_wanted(tmp_path: Path) -> None:
    with at_work(tmp_path, *PRIVATE) as desk:
        assert [one.path for one in export(desk, ["txt"], tmp_path / "minutes of may.txt")] == [
            tmp_path / "minutes of may.txt"
        ]
        assert SECRET not in (tmp_path / "minutes of may.txt").read_text("utf-8")
        with pytest.raises(InputError, match="one file, for 2 formats"):
            export(desk, ["txt", "md"], tmp_path / "other.txt")


def test_a_format_of_several_files_goes_into_a_folder_only(tmp_path: Path) -> None:
    with at_work(tmp_path, *PRIVATE) as desk:
        with pytest.raises(InputError, match="is one file, and csv is several"):
            export(desk, ["csv"], tmp_path / "tables.csv")
        written = export(desk, ["csv", "txt", "csv"], tmp_path / "out")
        assert [one.path.name.removeprefix("2026-09-07-marrow-vale-health-board") for one in written] == [
            "-actions.csv", "-attendance.csv", "-decisions.csv", "-votes.csv", ".txt", "-restricted-actions.csv",
            "-restricted-attendance.csv", "-restricted-decisions.csv", "-restricted-votes.csv", "-restricted.txt",
        ]  # fmt: skip
        assert [(one.format, one.restricted) for one in written[3:6]] == [
            ("csv", False), ("txt", False), ("csv", True),
        ]  # fmt: skip


def test_the_paste_pack_is_a_folder_in_which_nothing_older_stays(tmp_path: Path, usual_umask: None) -> None:
    pack = tmp_path / "out" / "2026-09-07-marrow-vale-health-board-paste"
    with at_work(tmp_path, *PRIVATE) as desk:
        written = export(desk, ["paste"], tmp_path / "out")
        assert names(pack) == ["01-item-4.html", "01-item-4.txt", "index.txt"]
        apart = pack.with_name("2026-09-07-marrow-vale-health-board-restricted-paste")
        assert [oct(mode(path)) for path in (apart, apart / "01-item-4.txt")] == ["0o700", "0o600"]
        assert [one.path for one in written if not one.restricted and SECRET in one.path.read_text("utf-8")] == []
        with pytest.raises(InputError, match="exists already"):
            export(desk, ["paste"], tmp_path / "out")
        export(desk, ["paste"], tmp_path / "out", force=True)
        (pack / "02-item-5.txt").write_text("of an earlier export")
        with pytest.raises(InputError, match=r"holds 02-item-5\.txt, which"):
            export(desk, ["paste"], tmp_path / "out", force=True)


def test_a_link_in_the_place_of_the_paste_pack_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "2026-09-07-marrow-vale-health-board-paste").symlink_to(tmp_path / "elsewhere")
    with at_work(tmp_path, *BEGUN) as desk, pytest.raises(InputError, match="is a link"):
        export(desk, ["paste"], tmp_path / "out", force=True)
    assert names(tmp_path / "elsewhere") == []


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
        export(desk, ["txt", "doc"], tmp_path / "out")
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


@pytest.fixture
def usual_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_is_private_is_for_its_owner_only(tmp_path: Path, usual_umask: None) -> None:
    with at_work(tmp_path, *PRIVATE) as desk:
        written = export(desk, ["txt"], tmp_path / "out" / "deep")
        assert [(one.restricted, oct(mode(one.path))) for one in written] == [
            (False, "0o644"), (True, "0o600"),
        ]  # fmt: skip
        assert oct(mode(tmp_path / "out")) == oct(mode(tmp_path / "out" / "deep")) == "0o700"


def test_what_is_public_is_as_open_as_the_user_has_it(tmp_path: Path, usual_umask: None) -> None:
    with at_work(tmp_path, *BEGUN) as desk:
        (written,) = export(desk, ["txt"], tmp_path / "out")
        assert (oct(mode(written.path)), oct(mode(tmp_path / "out"))) == ("0o644", "0o755")


def test_a_private_file_is_private_before_anything_is_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    modes = []
    fsync = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda handle: (modes.append(oct(os.fstat(handle).st_mode & 0o777)), fsync(handle))
    )
    write_file(tmp_path / "secret.txt", b"x", private=True)
    assert modes[0] == "0o600"


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    """A file of somebody's, to which links will point."""
    path = tmp_path / "victim"
    path.write_text("untouched")
    return path


def test_a_link_is_refused_and_never_written_through(tmp_path: Path, victim: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    there = out / "2026-09-07-marrow-vale-health-board.txt"
    for target in (victim, tmp_path / "nowhere"):
        there.unlink(missing_ok=True)
        there.symlink_to(target)
        with at_work(tmp_path / f"book of {target.name}", *BEGUN) as desk:
            with pytest.raises(InputError, match="is a link"):
                export(desk, ["txt"], out)
            assert there.is_symlink()
            export(desk, ["txt"], out, force=True)
        assert "Said in public." in there.read_text("utf-8")
        assert not there.is_symlink()
    assert victim.read_text() == "untouched"
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_or_a_pipe_in_its_place_is_refused(tmp_path: Path, force: bool) -> None:
    with at_work(tmp_path / "book", *BEGUN) as desk:
        (tmp_path / "2026-09-07-marrow-vale-health-board.txt").mkdir()
        os.mkfifo(tmp_path / "2026-09-07-marrow-vale-health-board.md")
        with pytest.raises(InputError, match="is a folder"):
            export(desk, ["txt"], tmp_path, force=force)
        with pytest.raises(InputError, match="is no file"):
            export(desk, ["md"], tmp_path, force=force)


def test_the_name_it_is_made_under_cannot_be_guessed_or_laid_a_link_at(tmp_path: Path, victim: Path) -> None:
    target = tmp_path / "minutes.txt"
    for name in (".minutes.txt.part", ".0000000000000000.part"):
        (tmp_path / name).symlink_to(victim)
    made: list[str] = []
    opened = os.open

    def noting(path: Path, flags: int, mode: int = 0o777) -> int:
        made.append(Path(path).name)
        assert flags & os.O_EXCL or not flags & os.O_CREAT
        return opened(path, flags, mode)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", noting)
        write_file(target, b"one")
        write_file(target, b"two")
    parts = [name for name in made if name.endswith(".part")]
    assert len(set(parts)) == 2
    assert victim.read_text() == "untouched"
    assert target.read_bytes() == b"two"


def test_an_export_written_over_is_old_or_new_and_never_between(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "minutes.txt"
    target.write_text("old")
    seen: list[str] = []
    fsync = os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: (seen.append(target.read_text()), fsync(handle)))
    write_file(target, b"new")
    assert seen == ["old", "new"]  # while the file is made, and while its folder is synced


@pytest.mark.parametrize("name", ["nul\0.txt", "x" * 300 + ".txt"])
def test_a_name_no_file_can_have_is_a_sentence(tmp_path: Path, name: str) -> None:
    with at_work(tmp_path, *BEGUN) as desk, pytest.raises(InputError, match="can't be written"):
        export(desk, ["txt"], tmp_path / name)
