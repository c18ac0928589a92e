"""Tells what kind of file an agenda comes in, by what is in it and not by its name, and reads it."""

from __future__ import annotations

from boardtui.agendas.source import Progress, Source, unseen
from boardtui.agendas.text import read_text
from boardtui.errors import InputError
from boardtui.model.limits import LARGEST_SOURCE, figure


def open_source(data: bytes, name: str, progress: Progress = unseen) -> Source:
    """The lines of a file of any kind. Raises InputError, with a sentence and what to do, for what can't be read."""
    if len(data) > LARGEST_SOURCE:
        raise InputError(
            f"{name} has {figure(len(data))} bytes, and the most is {figure(LARGEST_SOURCE)}",
            "Take the front sheet and the reports out of the pack, or copy the agenda's text into a file.",
        )
    return read_text(data, name, progress)
