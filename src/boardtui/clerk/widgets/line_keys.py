"""The keys that move the caret in a line and edit it, the same wherever something is typed."""

from __future__ import annotations

from collections.abc import Callable

from textual import events

from boardtui.clerk.widgets.line import Line, insertable

MOVES: dict[str, Callable[[Line, bool], None]] = {
    "left": Line.left,
    "right": Line.right,
    **dict.fromkeys(("ctrl+left", "alt+left", "alt+b"), Line.word_left),
    **dict.fromkeys(("ctrl+right", "alt+right"), Line.word_right),
    "ctrl+home": Line.start,
    "ctrl+end": Line.end,
    "ctrl+a": lambda line, _select: line.select(0, len(line.text)),
}
"""The second argument: whether what lies between is selected."""
EDITS: dict[str, Callable[[Line], None]] = {
    **dict.fromkeys(("backspace", "ctrl+h"), Line.delete_left),
    **dict.fromkeys(("delete", "ctrl+d"), Line.delete_right),
    **dict.fromkeys(("ctrl+w", "ctrl+backspace", "alt+backspace"), Line.delete_word_left),
    **dict.fromkeys(("ctrl+delete", "alt+delete"), Line.delete_word_right),
    **dict.fromkeys(("ctrl+u", "super+backspace"), Line.delete_to_start),
    "ctrl+k": Line.delete_to_end,
}


def pressed(line: Line, event: events.Key) -> bool:
    """Do in a line of one row what the key says: move the caret, edit, or type. Returns whether it was a key for that."""
    key = event.key.replace("shift+", "")
    select = key != event.key
    moves = {**MOVES, "home": Line.start, "end": Line.end}
    if key in moves:
        moves[key](line, select)
    elif key in EDITS:
        EDITS[key](line)
    elif event.is_printable and event.character and not key.startswith("alt+"):
        line.insert(insertable(event.character))
    else:
        return False
    return True
