"""House styles by name: those that ship, and those of the office's own, which are files in one folder of the user's.

The name comes from an agenda, so it is text that somebody typed and never a path: it is looked up among the names of the
files that lie in the folder.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from boardtui.agendas.problems import nearest
from boardtui.desk.sources import read_source, read_word_file
from boardtui.errors import InputError
from boardtui.minutes.formats import WordBase
from boardtui.minutes.house import DEFAULT_HOUSE, House, HouseError, house_names, kept_house, load_house, read_house
from boardtui.model.agenda import Agenda
from boardtui.model.limits import LARGEST_HOUSE, figure
from boardtui.model.record import Record

_ENDING = ".toml"
_WORD_ENDING = ".docx"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The house style a meeting goes by. text: of its file, '' where it ships; missing: the name there is no style of."""

    house: House
    text: str = ""
    missing: str = ""


def house_folder() -> Path:
    """Where the office's own styles lie: BOARDTUI_HOUSES, else `houses` in the user's data folder, beside the book."""
    given = os.environ.get("BOARDTUI_HOUSES", "")
    if given:
        return Path(given).expanduser()
    from platformdirs import user_data_path

    return user_data_path("boardtui", appauthor=False) / "houses"


def own_names() -> tuple[str, ...]:
    """The names of the styles in that folder, in alphabetical order. One named as a style that ships is never used."""
    try:
        files = [path.name for path in house_folder().iterdir()]
    except OSError:
        return ()
    names = (name.removesuffix(_ENDING) for name in files if name.endswith(_ENDING))
    return tuple(sorted(name for name in names if _NAME.fullmatch(name) and name not in house_names()))


def all_names() -> tuple[str, ...]:
    """Every name an agenda can give."""
    return (*house_names(), *own_names())


def house_file(name: str) -> Path:
    """The file of a style of the office's own. Raises InputError for what is no name of one."""
    if not _NAME.fullmatch(name):
        raise InputError(
            f"{name!r} is no name for a house style.", "Small letters, figures, - and _ make one: our_style."
        )
    return house_folder() / f"{name}{_ENDING}"


def word_base(name: str) -> WordBase | None:
    """The Word file that lies beside the styles under the name of this one, one that ships included; None for none.

    Raises InputError where it can't be read.
    """
    return word_file_beside(house_file(name)) if _NAME.fullmatch(name) else None


def word_file_beside(style: Path) -> WordBase | None:
    """The Word file that lies beside the file of a style; None for none. Raises InputError where it can't be read."""
    path = style.with_suffix(_WORD_ENDING)
    return WordBase(str(path), read_word_file(str(path))) if path.is_file() else None


def house_source(path: str) -> str:
    """The text of the file of a house style. Raises InputError: no file, no text, too large."""
    text = read_source(path)
    if len(text) > LARGEST_HOUSE:
        raise InputError(
            f"{path} is longer than {figure(LARGEST_HOUSE)} characters, too long for a house style.",
            "Is it the right file?",
        )
    return text


def house_named(name: str) -> Chosen:
    """A style by name as it is now, those that ship first. Raises InputError: none of that name, or a file with a fault."""
    if name in own_names():
        path = house_file(name)
        text = house_source(str(path))
        return Chosen(read_house(text, str(path), name), text)
    if name in house_names():
        return Chosen(load_house(name))
    close = nearest(name, all_names())
    raise HouseError(
        f"There is no house style {name!r}.",
        f"Did you mean {close}?" if close else f"There are: {', '.join(all_names())}.",
    )


def house_called(agenda: Agenda) -> Chosen:
    """The style a meeting is called with: the one its agenda names, or the default. Raises InputError: a file with a fault."""
    if agenda.house and agenda.house not in all_names():
        return Chosen(load_house(DEFAULT_HOUSE), missing=agenda.house)
    return house_named(agenda.house or DEFAULT_HOUSE)


def house_of(record: Record) -> Chosen:
    """The style a meeting goes by: as it was when the meeting was called, where it is one of the office's own.

    One that was missing then may have come since; one that can't be used doesn't keep a meeting from opening.
    """
    wanted = record.agenda.house if record.agenda else ""
    kept = kept_house(record.house_text, wanted) if record.house_text else None
    if kept is not None:
        return Chosen(kept, record.house_text)
    try:
        return house_named(wanted or DEFAULT_HOUSE)
    except InputError:
        return Chosen(load_house(DEFAULT_HOUSE), missing=wanted)


def has_changed_since(record: Record) -> bool:
    """Is the file of the meeting's own style another now than when the meeting was called?"""
    wanted = record.agenda.house if record.agenda else ""
    if not record.house_text or wanted not in own_names():
        return False
    try:
        return house_source(str(house_file(wanted))) != record.house_text
    except InputError:
        return True
