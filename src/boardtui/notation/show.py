"""An act in, the line that says it out: what `parse` gives back in the same context."""

from __future__ import annotations

from boardtui.model.acts.base import Act
from boardtui.notation import language
from boardtui.notation.context import Context
from boardtui.notation.moments import write_time_before
from boardtui.notation.parse import Said


def show(act: Act, context: Context) -> str:
    """The line that says an act, with people and items written so that they are unique in this context.

    Raises Refusal for a summons, the one act that is no line.
    """
    return language.write(act, context)


def show_said(said: Said, context: Context) -> str:
    """The line with the time before it, if there is one."""
    return (write_time_before(said.at, context) if said.at is not None else "") + show(said.act, context)
