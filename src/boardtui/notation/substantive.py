"""The substantive motion, written out for the clerk: what `/alter` would say after an amendment was carried."""

from __future__ import annotations

from boardtui.model.record import Motion, Record
from boardtui.notation.context import Context
from boardtui.notation.text import write_prose
from boardtui.rules.amending import amended, not_written_out


def alteration_due(context: Context) -> str:
    """After the last word on an amendment that was carried: `/alter` with the motion as it now reads, if that can be told.

    '' where nothing was carried just now.
    """
    record, motion = context.record, context.record.before
    made = not_written_out(motion) if motion is not None else []
    if motion is None or not made or record.filed[-1].seq != made[-1].ended_at:
        return ""
    words = _with(motion, made, context)
    return f"/alter {words or ''}"


def wording(context: Context) -> str:
    """The words of what is before the meeting, with the amendments made that can be; '' where nothing is or has none."""
    motion = context.record.before or _last(context.record)
    if motion is None or motion.words is None:
        return ""
    return motion_as_amended(motion, context) or write_prose(motion.words, context)


def motion_as_amended(motion: Motion, context: Context) -> str:
    """The words of a motion with the amendments made that were carried to it; '' where they can't be followed."""
    return _with(motion, not_written_out(motion), context) or ""


def _last(record: Record) -> Motion | None:
    motions = record.entry.motions if record.entries else []
    return motions[-1] if motions else None


def _with(motion: Motion, made: list[Motion], context: Context) -> str | None:
    """The motion with these amendments made, one after the other; None where one can't be followed."""
    words = write_prose(motion.words, context) if motion.words is not None else None
    for one in made:
        if words is None or one.words is None:
            return None
        words = amended(words, write_prose(one.words, context))
    return words
