"""The paste pack: each minute by itself, as text and as HTML, and a list of which is which."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boardtui.minutes.compose import compose_entry, holds_restricted
from boardtui.minutes.formats import Output, Source
from boardtui.minutes.tree import Minute
from boardtui.minutes.writers import paste
from boardtui.minutes.writers.dressing import heading_text
from boardtui.model.record import OPENING
from boardtui.model.text import clean_line, fold

FOLDER = "-paste"
_NOT_IN_A_NAME = re.compile(r"[^0-9a-z]+")
_LONGEST = 20
"""Letters of the items' numbers in the name of a file."""


def outputs(source: Source) -> tuple[Output, ...]:
    """A folder with two files for each minute in which anything stands, in the order they print, and `index.txt`."""
    minutes = list(_minutes(source))
    index = "".join(f"{file_name(place, one)}  {clean_line(heading_text(one))}\r\n" for place, one in minutes)
    files = [Output(f"{FOLDER}/index.txt", index.encode())]
    for place, minute in minutes:
        name, mark = f"{FOLDER}/{file_name(place, minute)}", mark_of(source, minute)
        files += [
            Output(f"{name}.txt", paste.write_text(minute, mark)),
            Output(f"{name}.html", paste.write_page(minute, mark)),
        ]
    return tuple(files)


def mark_of(source: Source, minute: Minute) -> str:
    """What must stand over a minute that must not go out, '' over any other."""
    entry = source.record.entries.get(minute.source[0] if minute.source else OPENING)
    held = entry is not None and holds_restricted(source.record, entry)
    return source.house.frame.restricted if held else ""


def minute_as_text(source: Source, entry_key: int) -> tuple[Minute, str]:
    """One minute, and how it is pasted as text: as in the pack, without what isn't confirmed. '' where nothing stands in it."""
    minute = compose_entry(source.record, source.house, entry_key, prepared=False)
    return minute, paste.text(minute, mark_of(source, minute)) if minute.parts else ""


def _minutes(source: Source) -> Iterator[tuple[int, Minute]]:
    """Those in which anything stands, with their place among all of them."""
    minutes = (part for part in source.minutes.body if isinstance(part, Minute))
    return ((place, one) for place, one in enumerate(minutes, start=1) if one.parts)


def file_name(place: int, minute: Minute) -> str:
    """`04-item-7`: its place, and the agenda's number of its item: what one looks for in the other system."""
    numbers = (_NOT_IN_A_NAME.sub("", fold(item)) for item in minute.items)
    items = "-".join(number for number in numbers if number)[:_LONGEST].strip("-")
    return f"{place:02}-item-{items}" if items else f"{place:02}"
