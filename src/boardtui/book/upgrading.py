"""Bringing a book of an older form up to date: looked at first, copied first, and then all at once or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from boardtui.book import commits, witness
from boardtui.book.backup import copy_to, sync_folder
from boardtui.book.check import Findings, follow_chain, integrity
from boardtui.book.connection import Connection, bring_home
from boardtui.book.gate import FORMAT
from boardtui.book.schema import bring_up_to_date, differences, kind_and_form
from boardtui.book.trouble import KEEP_IT
from boardtui.errors import BookError


def upgrade(raw: Connection, path: Path) -> Path | None:
    """Bring an older book up to date, after a verified copy of it was put beside it. The copy's path, None if none was due.

    Raises BookError for a book that isn't as it was recorded: a new chain over changed acts would make them look sound.
    """
    _, form = kind_and_form(raw)
    if form >= FORMAT:
        return None
    _be_as_recorded(raw, path, form)
    kept, number = form_copy(path, form), 2
    while os.path.lexists(kept):  # from an upgrade that was cut off, or from long ago: it may be the only whole one
        kept, number = form_copy(path, form, number), number + 1
    copy_to(raw, kept)
    bring_up_to_date(raw)
    _bear_witness(raw, path)
    bring_home(raw)
    return kept


def form_copy(path: Path, form: int, number: int = 1) -> Path:
    """Where the copy lies that was made of a book before it was brought up to date from that form."""
    ending = "" if number == 1 else f".{number}"
    return path.with_name(f"{path.name}.form-{form}{ending}")


def _be_as_recorded(raw: Connection, path: Path, form: int) -> None:
    found = integrity(raw) or differences(raw, form) or follow_chain(raw, Findings())
    if found:
        raise BookError(f"{path}: {found[0]}", KEEP_IT)
    gone = witness.missing(raw, witness.seen(path))
    if gone:
        raise BookError(f"{path}: {gone}", f"If that was meant, remove {witness.place(path).name} beside it.")


def _bear_witness(raw: Connection, path: Path) -> None:
    """The new chain has a new end. A death before this is no harm: what the witness saw in the old form is found again."""
    end = commits.head(raw)
    if end.seq:
        with suppress(OSError):  # no reason to keep the clerk out
            witness.put(path, end.seq, end.hash)
            sync_folder(path.parent)
