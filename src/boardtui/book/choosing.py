"""Which meeting of the book is meant by what was typed of its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from boardtui.errors import InputError

if TYPE_CHECKING:
    from boardtui.book.book import Book

_LISTED = 8


def chosen_meeting(book: Book, given: str | None) -> str:
    """The name of the meeting meant: whole, by a beginning or a part that only one has, or the only one there is.

    Raises InputError, listing those that can be meant, the newest last.
    """
    names = [row.name for row in book.meetings()]
    if not names:
        raise InputError(f"There is no meeting in {book.path}.", "Make one with: boardtui new AGENDA")
    meant = _meant(names, given or "")
    if len(meant) == 1:
        return meant[0]
    if not given:
        raise InputError("There are several meetings in the book. Which one?", _name_one(names))
    if meant:
        raise InputError(f"{given!r} could be several meetings. Which one?", _name_one(meant))
    raise InputError(f"There is no meeting named {given!r} in the book.", _name_one(names))


def _meant(names: Sequence[str], given: str) -> list[str]:
    """Those with this very name, else those that begin so, else those with this in their name."""
    wanted = given.casefold()
    if given in names:
        return [given]
    begun = [name for name in names if name.casefold().startswith(wanted)]
    return begun or [name for name in names if wanted in name.casefold()]


def _name_one(names: Sequence[str]) -> str:
    """How to say which, with the place where the name goes."""
    return f"Write after the command, as in `boardtui open {names[-1]}`, one of: {', '.join(names[-_LISTED:])}"
