"""Exporting: the minutes of a meeting as files, the public ones and, where anything was restricted, the others."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from boardtui.book.backup import sync_folder
from boardtui.desk.desk import Desk
from boardtui.desk.naming import stem
from boardtui.desk.versions import at_version, records_then
from boardtui.errors import InputError
from boardtui.minutes.compose import compose
from boardtui.minutes.formats import FORMATS, Output, Source, WordBase, known_format, outputs
from boardtui.minutes.leak_lint import Leak, leaks
from boardtui.minutes.tree import Minutes
from boardtui.model.approval import Version
from boardtui.model.record import Record
from boardtui.rules.confidentiality import public_record

Begun = Callable[[str], None]
"""Told the format that is made next."""


def untold(_name: str) -> None:
    """Nobody asks which format is made."""


def public_minutes(desk: Desk) -> Minutes:
    """The minutes that may go out, made from a record from which everything restricted was removed."""
    return compose(public_record(desk.record), desk.house)


def restricted_minutes(desk: Desk) -> Minutes:
    """The minutes with all that must not go out."""
    return compose(desk.record, desk.house)


def has_restricted(record: Record) -> bool:
    """Is anything in this meeting kept out of the public minutes?"""
    return any(record.is_restricted(entry, block) for entry, block in record.blocks())


def possible_leaks(desk: Desk, version: Version | None = None) -> tuple[Leak, ...]:
    """What of the restricted text stands in the public minutes, too, to be looked at first. version: as in `export`."""
    public, whole = _records(desk, version)
    return leaks(whole, public, desk.house) if has_restricted(whole) else ()


def _records(desk: Desk, version: Version | None) -> tuple[Record, Record]:
    """The meeting as it may go out, and whole; at a version of its minutes, or as it stands."""
    if version is None:
        return public_record(desk.record), desk.record
    return records_then(desk.record, at_version(desk.record, version))


@dataclass(frozen=True, slots=True)
class _Export:
    """A file to be written. private: it holds what must not go out, and is for its owner's eyes only; note: see `Output`."""

    path: Path
    format: str
    data: bytes
    private: bool
    note: str


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written. restricted: it holds what must not go out; note: what there is to be known of it, or ''."""

    path: Path
    format: str
    restricted: bool
    note: str = ""


def export(
    desk: Desk,
    formats: Sequence[str],
    target: Path,
    *,
    force: bool = False,
    base: WordBase | None = None,
    version: Version | None = None,
    begun: Begun = untold,
) -> list[Written]:
    """Write the minutes in these formats into the folder target, or to the file target when that has a suffix.

    base: the Word file that the minutes in Word are written over, None for ours; version: of the minutes, which the names of
    the files then tell, None for the minutes as they stand; begun: told each format as it is made. Restricted files have mode
    0600, and a folder that is made for one 0700. Returns the files written. Raises InputError: a base that can't be one,
    an unknown format, a target that exists (unless force), a folder that can't be written. Every file is written aside,
    synced and renamed: none is ever half there, and what a link points to is never written to.
    """
    wanted = list(dict.fromkeys(formats))
    for name in wanted:
        known_format(name)
    single = target if target.suffix and not _is_folder(target) else None
    if single is not None:
        _refuse_more_than_one(single, wanted)
    stem = f"{file_stem(desk)}-{version.name}" if version else file_stem(desk)
    files = [
        _Export(single or target / f"{stem}{mark}{one.ending}", name, one.data, bool(mark), one.note)
        for source, mark in _sources(desk, base, version, with_restricted=single is None)
        for name in wanted
        for one in _made(name, source, begun)
    ]
    for file in files:
        refuse_what_stands_there(file.path, force=force)
    _refuse_what_would_stay(target, {file.path for file in files})
    private = any(file.private for file in files)
    for file in files:
        make_folder(file.path.parent, private=private)
        write_file(file.path, file.data, private=file.private)
    return [Written(file.path, file.format, file.private, file.note) for file in files]


def _made(name: str, source: Source, begun: Begun) -> tuple[Output, ...]:
    begun(name)
    return outputs(name, source)


def _sources(
    desk: Desk, base: WordBase | None, version: Version | None, *, with_restricted: bool
) -> Iterator[tuple[Source, str]]:
    """What the files are made from, and the mark in their names: the public record, and the whole one where they differ."""
    public, whole = _records(desk, version)
    yield Source(public, desk.house, base), ""
    if with_restricted and has_restricted(whole):
        yield Source(whole, desk.house, base), "-restricted"


def _refuse_what_would_stay(target: Path, paths: Set[Path]) -> None:
    """Raises InputError where a folder of this export's own is a link, or holds what it wouldn't write over.

    A minute of an earlier export that now is another, or none, must not be taken for one of these.
    """
    for folder in sorted({path.parent for path in paths} - {target, target.parent}):
        if folder.is_symlink():
            raise InputError(f"{folder} is a link.", "Remove it, or name another place with -o.")
        others = sorted(path.name for path in folder.iterdir() if path not in paths) if folder.is_dir() else []
        if others:
            raise InputError(
                f"{folder} holds {others[0]}, which this export doesn't write.",
                "Remove the folder, or name another place with -o.",
            )


def _refuse_more_than_one(single: Path, formats: Sequence[str]) -> None:
    """Raises InputError where this is more than goes into one file."""
    if len(formats) != 1:
        raise InputError(
            f"{single} is one file, for {len(formats)} formats.", "Name a folder with -o, or one format with --to."
        )
    if FORMATS[formats[0]].several:
        raise InputError(
            f"{single} is one file, and {formats[0]} is several.",
            "Name a folder with -o: one that is there, or that has no dot.",
        )


def file_stem(desk: Desk) -> str:
    """The name of an export, without suffix: made of the day and the body only, so that it can tell nothing else."""
    agenda = desk.record.agenda
    return stem(agenda.date if agenda else None, agenda.committee if agenda else "")


def _is_folder(target: Path) -> bool:
    try:
        return target.is_dir()
    except OSError:  # too long a name, for one: what is wrong with it is said when it is written
        return False


def refuse_what_stands_there(path: Path, *, force: bool) -> None:
    """Raises InputError where something stands at path: looked at itself, not what it may point to.

    force: a file and a link may stand there, for they are replaced; a folder, a pipe and a device are nothing to replace.
    """
    try:
        kind = path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return
    except (OSError, ValueError) as error:
        raise _not_written(path, error) from None
    if stat.S_ISLNK(kind) and not force:
        raise InputError(f"{path} is a link.", "Add --force to put a file in its place, or -o to write elsewhere.")
    if not (stat.S_ISREG(kind) or stat.S_ISLNK(kind)):
        what = "a folder" if stat.S_ISDIR(kind) else "no file"
        raise InputError(f"{path} is {what}.", "Name another place with -o.")
    if not force:
        raise InputError(f"{path} exists already.", "Add --force to write over it, or -o to write elsewhere.")


def make_folder(folder: Path, *, private: bool) -> None:
    """Make a folder, with those it lies in, where there is none. private: for its owner only. Raises InputError."""
    try:
        missing = [one for one in (folder, *folder.parents) if not one.exists()]
        for one in reversed(missing):
            one.mkdir(mode=0o700 if private else 0o777, exist_ok=True)
    except OSError as error:
        raise _not_written(folder, error) from None


def write_file(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write a file so that it is there whole or not at all. private: for its owner only, from the first byte on.

    It is made under a name that nobody can guess, and takes the place of what stands at path, never that of what a link
    there points to. Raises InputError.
    """
    aside = path.with_name(f".{secrets.token_hex(8)}.part")
    mode = 0o600 if private else 0o666  # less what the user's umask takes away
    try:
        handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, mode)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            aside.unlink()
        raise _not_written(path, error) from None
    with contextlib.suppress(OSError):  # some network folders can't be synced; the file is whole all the same
        sync_folder(path.parent)


def _not_written(path: Path, error: OSError | ValueError) -> InputError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return InputError(f"{path} can't be written: {reason}.", "Look at the folder's rights, or name another with -o.")
