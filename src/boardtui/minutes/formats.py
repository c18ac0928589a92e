"""Every format there is, and which files it is made of: the one table that export, its help and its documentation go by.

Nothing heavy is loaded here: what writes a format is imported when it is first asked for.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, cast

from boardtui.errors import InputError

if TYPE_CHECKING:
    from boardtui.minutes.house import House
    from boardtui.minutes.tree import Minutes
    from boardtui.model.record import Record


@dataclass(frozen=True, slots=True)
class WordBase:
    """A Word file of the office's own, over which the minutes are written. name: what messages call it; data: its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Source:
    """What files are made from. record: whole, or for the public with everything restricted removed; house: its words;

    base: the Word file that the minutes are written over, None for ours.
    """

    record: Record
    house: House
    base: WordBase | None = None

    @cached_property
    def minutes(self) -> Minutes:
        """The minutes, composed once for all the formats that print them."""
        from boardtui.minutes.compose import compose

        return compose(self.record, self.house)


@dataclass(frozen=True, slots=True)
class Output:
    """A file of a format. ending: of its name, after that of the meeting; with a `/` in it, it lies in a folder.

    note: what the clerk must know of it, to stand after its name; '' for nothing.
    """

    ending: str
    data: bytes
    note: str = ""


Make = Callable[[Source], tuple[Output, ...]]
"""The same source gives the same files, always."""


@dataclass(frozen=True, slots=True)
class Format:
    """does: what it is, in a few words; maker: the function that makes its files, as `module:function`, '' where a writer

    of the minutes does; several: it is more files than one.
    """

    does: str
    maker: str = ""
    several: bool = False


FORMATS = {
    "docx": Format("Word", "boardtui.minutes.word_file:outputs"),
    "odt": Format("LibreOffice"),
    "pdf": Format("PDF, tagged for screen readers", "boardtui.minutes.pdf:outputs"),
    "html": Format("a web page"),
    "md": Format("Markdown"),
    "txt": Format("plain text"),
    "json": Format("data, with a schema"),
    "paste": Format(
        "a folder with each minute by itself, to paste into modern.gov", "boardtui.minutes.paste:outputs", several=True
    ),
    "csv": Format(
        "actions, attendance, decisions and votes as tables", "boardtui.minutes.sheets:outputs", several=True
    ),
    "ics": Format("actions and the next meeting for calendars", "boardtui.minutes.calendar:outputs"),
    "decisions": Format(
        "a note of decisions as docx, html and txt", "boardtui.minutes.decision_note:outputs", several=True
    ),
    "interests": Format(
        "the interests declared, and the sheet to notify them on, as docx, html and txt",
        "boardtui.minutes.declarations:outputs",
        several=True,
    ),
}
"""Format, as `--to` names it, to what makes it."""


def known_format(name: str) -> Format:
    """A format by its name. Raises InputError naming the nearest one for a format there isn't."""
    if name not in FORMATS:
        near = difflib.get_close_matches(name, FORMATS, n=1)
        known = ", ".join(FORMATS)
        raise InputError(
            f"There is no format {name!r}.", f"Did you mean {near[0]}?" if near else f"There are: {known}."
        )
    return FORMATS[name]


def outputs(name: str, source: Source) -> tuple[Output, ...]:
    """The files of a format, in the order they are written. Raises InputError for a format there isn't."""
    form = known_format(name)
    if not form.maker:
        from boardtui.minutes.writers import writer

        return (Output(f".{name}", writer(name)(source.minutes)),)
    module, function = form.maker.split(":")
    return cast(Make, getattr(import_module(module), function))(source)
