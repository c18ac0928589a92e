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
        raise InputError("There are several meetings in the book. Which one?", _name_one(names, names))
    if meant:
        raise InputError(f"{given!r} could be several meetings. Which one?", _name_one(meant, names))
    raise InputError(f"There is no meeting named {given!r} in the book.", _name_one(names, names))


def _meant(names: Sequence[str], given: str) -> list[str]:
    """Those with this very name, else those that begin so, else those with this in their name."""
    wanted = given.casefold()
    if given in names:
        return [given]
    begun = [name for name in names if name.casefold().startswith(wanted)]
    return begun or [name for name in names if wanted in name.casefold()]


def _name_one(meant: Sequence[str], names: Sequence[str]) -> str:
    """How to say which, with the place where the name goes, and that a beginning will do. names: of all meetings."""
    newest = meant[-1]
    listed = f"Write after the command, as in `boardtui open {newest}`, one of: {', '.join(meant[-_LISTED:])}"
    enough = _enough_of(newest, names)
    return f"{listed}\nA beginning that only one has will do: boardtui open {enough}" if enough else listed


def _enough_of(name: str, names: Sequence[str]) -> str:
    """The first words of a name that mean this meeting and no other; '' where it takes all of it."""
    words = name.split("-")
    begun = ("-".join(words[:count]) for count in range(1, len(words)))
    return next((one for one in begun if _meant(names, one) == [name]), "")
