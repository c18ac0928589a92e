"""The keys of the review: one table behind the keys themselves, the lines at the foot and the help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from boardtui.agendas.parts import Part
from boardtui.clerk.register.rows import legend
from boardtui.clerk.widgets.pane import Row, row, wrapped

_KEY_WIDTH = 18


@dataclass(frozen=True, slots=True)
class ReviewKey:
    """does: the name of what the screen does; keys: as Textual names them, or the character; keycap: as clerks do; label: in

    two words; help: in a sentence; part: what it makes of a line, where that is what it does.
    """

    does: str
    keys: tuple[str, ...]
    keycap: str
    label: str
    help: str
    part: Part | None = None


REVIEW_KEYS = (
    ReviewKey("enter", ("f5",), "F5", "accept", "All is as it stands now: the meeting is made, and opened."),
    ReviewKey("next", ("n",), "n", "next", "To the next line that is doubtful or left over."),
    ReviewKey("before", ("N", "p"), "N", "before", "To the one before."),
    ReviewKey("accept", ("a",), "a", "right", "It is as it was read, left over too; and on to the next doubt."),
    ReviewKey("join", ("j",), "j", "join", "It is more of the line above it in the agenda."),
    ReviewKey("split", ("x",), "x", "split", "In two, at the caret."),
    ReviewKey("make", ("i",), "i", "item", "It is an item.", Part.ITEM),
    ReviewKey("make", ("s",), "s", "sub-item", "It is a sub-item of the item above.", Part.SUBITEM),
    ReviewKey("make", ("h",), "h", "heading", "It is a heading over items.", Part.SECTION),
    ReviewKey("make", ("o",), "o", "note", "It is a note to the item above.", Part.NOTE),
    ReviewKey("make", ("r",), "r", "recommend", "It is what the report recommends.", Part.RECOMMENDATION),
    ReviewKey("as_what", ("m",), "m", "as what", "It is something else: letters find as what, as in da for the date."),
    ReviewKey("edit", ("e", "enter"), "e", "edit", "Put its words right; Enter too. A person is name | role | body | group."),
    ReviewKey("renumber", ("#",), "#", "number", "Another number, or none."),
    ReviewKey("deeper", ("right",), "→", "deeper", "A level deeper: an item becomes a sub-item."),
    ReviewKey("shallower", ("left",), "←", "less deep", "A level less deep: a sub-item becomes an item."),
    ReviewKey("take_in", ("t",), "t", "take in", "What is left over is in the agenda, as what it looks like."),
    ReviewKey("make", ("d", "delete"), "d", "drop", "It says nothing that is kept.", Part.ASIDE),
    ReviewKey("make", ("l",), "l", "leave over", "It is left over, to be looked at again.", Part.LEFT),
    ReviewKey("add", ("+",), "+", "add", "Something that the source doesn't say, behind this line."),
    ReviewKey("undo", ("u", "f8", "ctrl+z"), "u", "undo", "Undo the last step. F8 does the same."),
    ReviewKey("redo", ("U", "f9", "ctrl+y"), "U", "redo", "Do again what was undone. F9 does the same."),
    ReviewKey("side", ("tab", "shift+tab"), "Tab", "lines", "From the agenda to the lines of the source, and back."),
    ReviewKey("list", ("f4",), "F4", "list", "All that is doubtful, left over, odd or missing; Enter goes there."),
    ReviewKey("help", ("f1",), "F1", "help", "All keys of the review."),
    ReviewKey("leave", ("escape",), "Esc", "leave", "Leave it; what was changed is lost only when you press Esc twice."),
)  # fmt: skip
_AT_THE_FOOT = (
    "e", "j", "x", "i", "s", "h", "o", "r", "m", "#", "→", "←", "t", "d", "+",
), ("n", "a", "u", "F4", "Tab", "F5", "F1", "Esc")  # fmt: skip
_MARKS = (
    ("!", "a line that is left over"),
    ("?", "a line that was read with a doubt"),
    ("·", "a line that says nothing of the agenda"),
    ("✗", "something that adds nothing to the agenda, with the reason"),
)


def key_of(key: str, character: str | None) -> ReviewKey | None:
    """What is done at this key."""
    return next((one for one in REVIEW_KEYS if key in one.keys or (character and character in one.keys)), None)


def foot_rows(width: int) -> list[Row]:
    """The keys in two rows, as many as there is room for."""
    by_cap = {one.keycap: one.label for one in REVIEW_KEYS}
    return [legend(_fitting([(cap, by_cap[cap]) for cap in caps], width)) for caps in _AT_THE_FOOT]


def _fitting(keys: Sequence[tuple[str, str]], width: int) -> list[tuple[str, str]]:
    kept: list[tuple[str, str]] = []
    used = 0
    for cap, label in keys:
        used += cell_len(f"{cap} {label}") + 2
        if used - 2 > width:
            break
        kept.append((cap, label))
    return kept


def help_rows(width: int) -> list[Row]:
    """All keys and marks, in rows of at most width cells."""
    rows = wrapped("At the left stand the lines of the source, at the right the agenda as it will be.", width)
    rows += [*wrapped("Nothing is stored until you accept it.", width), Row(), row("KEYS", "accent")]
    for one in REVIEW_KEYS:
        rows += _entry(one.keycap, one.help, width)
    rows += [Row(), row("MARKS", "accent")]
    for mark, means in _MARKS:
        rows += _entry(mark, means, width)
    return rows


def _entry(left: str, right: str, width: int) -> list[Row]:
    return wrapped(right, width, first=f"{left:<{_KEY_WIDTH}}", rest=" " * _KEY_WIDTH)
