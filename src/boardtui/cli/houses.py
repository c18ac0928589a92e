"""house list, show, check, new: the house styles that ship, and those of the office's own."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from boardtui.cli.telling import tell
from boardtui.desk.house_files import new_house
from boardtui.desk.houses import (
    all_names,
    house_file,
    house_folder,
    house_named,
    house_source,
    own_names,
    word_file_beside,
)
from boardtui.desk.sources import STANDARD_INPUT
from boardtui.errors import InputError
from boardtui.minutes.house import House, try_house
from boardtui.minutes.house_text import flat, whole
from boardtui.model.text import counted

SOMETHING_IS_WRONG = 1
"""The exit code of a style with a fault: it is the input that is wrong."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """A style in the list. file: '' for one that ships; problem: why it can't be used, '' for nothing."""

    name: str
    title: str
    file: str
    problem: str


def run_list(given: argparse.Namespace) -> int:
    """`boardtui house list`."""
    rows = [_listed(name) for name in all_names()]
    if given.json:
        print(json.dumps([{"name": r.name, "title": r.title, "file": r.file, "problem": r.problem} for r in rows]))
        return 0
    width = max(len(row.name) for row in rows)
    for row in rows:
        print(f"{row.name:{width}}  {row.problem or row.title}{'' if row.file else ' (ships)'}")
    tell(f"Your own lie in {house_folder()}. To begin one: boardtui house new our_style --from parish_council")
    return 0


def _listed(name: str) -> _Listed:
    file = str(house_file(name)) if name in own_names() else ""
    try:
        return _Listed(name, house_named(name).house.title, file, "")
    except InputError as error:
        return _Listed(name, "", file, error.message)


def run_show(given: argparse.Namespace) -> int:
    """`boardtui house show NAME`."""
    house = house_named(given.name).house
    if given.json:
        print(json.dumps(flat(house), ensure_ascii=False))
    else:
        sys.stdout.write(whole(house))
    return 0


def run_check(given: argparse.Namespace) -> int:
    """`boardtui house check FILE`."""
    named = given.file in own_names() and not Path(given.file).exists()
    file = str(house_file(given.file)) if named else given.file
    house, wrong = try_house(house_source(file), file)
    problems = (*wrong, *(_wrong_with_word_file(house, file) if house is not None else ()))
    if given.json:
        found = [{"message": one.message, "hint": one.hint} for one in problems]
        print(
            json.dumps({"file": file, "title": house.title if house else None, "problems": found}, ensure_ascii=False)
        )
    elif house is not None and not problems:
        tell(f"{file}: a whole house style, {house.title}.")
    else:
        for problem in problems:
            tell(problem.message)
            tell(f"   {problem.hint}")
        tell(f"{counted(len(problems), 'thing')} to put right.")
    return SOMETHING_IS_WRONG if problems else 0


def _wrong_with_word_file(house: House, file: str) -> Iterator[InputError]:
    """What is wrong with the Word file beside the file of a style, if there is one."""
    try:
        base = word_file_beside(Path(file)) if file != STANDARD_INPUT else None
        if base is not None:
            from boardtui.minutes.word_file import check_base

            check_base(base, house)
    except InputError as error:
        yield error


def run_new(given: argparse.Namespace) -> int:
    """`boardtui house new NAME --from STYLE`."""
    file = new_house(given.name, given.like, force=given.force)
    if given.json:
        print(json.dumps({"name": given.name, "file": str(file)}, ensure_ascii=False))
        return 0
    tell(f"{file}: like {given.like} in all things, until you change it.")
    tell(f"An agenda names it: house: {given.name}")
    return 0
