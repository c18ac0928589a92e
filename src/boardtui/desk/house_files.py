"""A house style of the office's own is begun: a file in the folder where they lie."""

from __future__ import annotations

from pathlib import Path

from boardtui.desk.exporting import make_folder, refuse_what_stands_there, write_file
from boardtui.desk.houses import house_file
from boardtui.errors import InputError
from boardtui.minutes.house import COMMON, house_names, load_house
from boardtui.minutes.house_text import starter


def new_house(name: str, like: str, *, force: bool = False) -> Path:
    """Write a style to begin with into the folder. like: the shipped one it starts from. Returns the file.

    Raises InputError: no name for a style, one that ships, a file that is there (unless force), no such style to start from.
    """
    path = house_file(name)
    if name in (*house_names(), COMMON):
        raise InputError(
            f"{name} ships with boardtui, and an agenda that names it gets that one.", "Choose another name."
        )
    text = starter(load_house(like))
    refuse_what_stands_there(path, force=force)
    make_folder(path.parent, private=True)
    write_file(path, text.encode())
    return path
