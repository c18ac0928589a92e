"""Acts and lines: what a line is told as once it is recorded, how an act now reads, whether a line is text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boardtui.desk import Desk
    from boardtui.model.acts import Act
    from boardtui.model.record import Record


def as_told(desk: Desk, line: str) -> str:
    """The line as it is told when it is recorded: of an undo or a redo, also what it was about; of `/out`, what it came to."""
    from boardtui.model.acts.corrections import Redo, Undo

    act = desk.ahead.filed[-1].act
    if line.strip() == "/out":
        return desk.show(act)
    about = desk.ahead.act(act.target) if isinstance(act, Undo | Redo) else None
    return line if about is None else f"{line}: {desk.show(about)}"


def standing(record: Record, seq: int) -> Act | None:
    """An act as it now reads, after edits and substitutions; None for one that doesn't stand."""
    from boardtui.model.settle import settled

    return next((one.act for one in settled(record.filed) if one.seq == seq), None)


def is_text(desk: Desk, line: str) -> bool:
    """Is this line text, and no command?"""
    from boardtui.errors import Refusal
    from boardtui.model.acts.text import TableRow, TextAct

    try:
        return isinstance(desk.parse(line).act, TextAct | TableRow)
    except Refusal:
        return False
