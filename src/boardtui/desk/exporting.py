"""Exporting: the minutes of a meeting as files, the public ones and, where anything was restricted, the others."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Sequence
from pathlib import Path

from boardtui.desk.desk import Desk
from boardtui.errors import InputError
from boardtui.minutes.compose import compose
from boardtui.minutes.tree import Minutes
from boardtui.minutes.writers import writer
from boardtui.model.record import Record
from boardtui.model.text import fold
from boardtui.rules.confidentiality import public_record


def public_minutes(desk: Desk) -> Minutes:
    """The minutes that may go out, made from a record from which everything restricted was removed."""
    return compose(public_record(desk.record), desk.house)


def restricted_minutes(desk: Desk) -> Minutes:
    """The minutes with all that must not go out."""
    return compose(desk.record, desk.house)


def has_restricted(record: Record) -> bool:
    """Is anything in this meeting kept out of the public minutes?"""
    return any(record.is_restricted(entry, block) for entry, block in record.blocks())


def export(desk: Desk, formats: Sequence[str], target: Path, *, force: bool = False) -> list[Path]:
    """Write the minutes in these formats into the folder target, or to the file target when that has a suffix.

    Returns the files written. Raises InputError: an unknown format, a target that exists (unless force), a folder that
    can't be written. Every file is written aside, synced and renamed: none is ever half there.
    """
    single = target if target.suffix and not target.is_dir() else None
    if single is not None and len(formats) != 1:
        raise InputError(
            f"{single} is one file, for {len(formats)} formats.", "Name a folder with -o, or one format with --to."
        )
    public = public_minutes(desk)
    work = [(name, public, "") for name in formats]
    if single is None and has_restricted(desk.record):
        work += [(name, restricted_minutes(desk), "-restricted") for name in formats]
    files = [(single or target / f"{file_stem(desk)}{mark}.{name}", writer(name)(tree)) for name, tree, mark in work]
    if not force:
        refuse_existing([path for path, _ in files])
    for path, data in files:
        write_file(path, data)
    return [path for path, _ in files]


def file_stem(desk: Desk) -> str:
    """The name of an export, without suffix: made of the day and the body only, so that it can tell nothing else."""
    agenda = desk.record.agenda
    committee = agenda.committee if agenda else "meeting"
    words = re.sub(r"-+", "-", "-".join(fold(word) for word in committee.split())).strip("-") or "meeting"
    day = desk.record.date
    return f"{day.isoformat()}-{words}" if day else words


def refuse_existing(paths: Sequence[Path]) -> None:
    """Raises InputError where one of these is there already."""
    for path in paths:
        if path.exists():
            raise InputError(f"{path} exists already.", "Add --force to write over it, or -o to write elsewhere.")


def write_file(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all. Raises InputError."""
    aside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with aside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            aside.unlink()
        raise InputError(
            f"{path} can't be written: {error.strerror or error}.",
            "Look at the folder's rights, or name another with -o.",
        ) from None
