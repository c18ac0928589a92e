"""A first look at a meeting, for the picture that stands before the meeting itself has been read: tables only, in a moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from boardtui.book.drafts import SELECTED, Draft
from boardtui.model.text import clean_line

if TYPE_CHECKING:
    from boardtui.book.connection import Connection


@dataclass(frozen=True, slots=True)
class Glance:
    """What a meeting's tables say at once.

    items: number and title of each; draft, caret: what was being typed; editing: the seq of the act it writes anew, None
    for a new line; selected: that of the block selected meanwhile, None for none.
    """

    name: str
    body: str = ""
    day: str = ""
    items: tuple[str, ...] = ()
    draft: str = ""
    caret: int = 0
    editing: int | None = None
    selected: int | None = None


def glance(raw: Connection, name: str, drafts: list[Draft], place: str) -> Glance:
    """Look at the meeting of that name. drafts: those of the book; place: the composer's, whose draft is taken up."""
    found = raw.execute("SELECT body, day_text FROM meeting WHERE name = ?", [name]).fetchone() or ("", "")
    items = raw.execute(
        "SELECT number, title FROM item WHERE meeting = ? AND parent IS NULL AND added = 0 ORDER BY place", [name]
    ).fetchall()
    lines = tuple(clean_line(f"{number} {title}" if number else title) for number, title in items)
    mine = [one for one in drafts if one.meeting == name and one.place.split(" ")[0] == place]
    draft = max(mine, key=lambda one: one.wall, default=Draft(name, place, ""))
    *about, last = draft.place.split(" ")[1:] or [""]
    seq = int(last) if last.isdecimal() else None
    editing, selected = (None, seq) if about == [SELECTED] else (seq, None)
    body, day = (clean_line(text or "") for text in found)
    return Glance(name, body, day, lines, draft.text, draft.caret, editing, selected)
