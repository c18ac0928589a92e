"""A house style: how one body words and lays out its minutes. Data in a TOML file; docs/house-styles.md tells every key."""

from __future__ import annotations

import difflib
import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from boardtui.errors import InputError
from boardtui.minutes import attendance_forms, chair_forms, forms, layout_forms, sheet_forms
from boardtui.model.base import Frozen
from boardtui.model.text import clean

DEFAULT_HOUSE = "partnership_board"
"""The style of a meeting whose agenda names none."""
COMMON = "common"
"""The file of what the houses that ship say alike. It is no house of its own, but a house may be `like` it."""
_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]=]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|[\w\s.-])+?)\s*=""")
_PART = re.compile(r""""[^"]*"|'[^']*'|[^.]+""")


class HouseError(InputError):
    """A house style that can't be used: where, and what to do."""


class House(Frozen):
    """A house style, read. name: of its file; title: what a person calls it; phrases: by name, with `{live values}` in them."""

    name: str
    title: str
    language: str
    law: forms.LawForms
    words: forms.Words
    dates: forms.DateForms
    times: forms.TimeForms
    frame: forms.FrameForms
    names: forms.NameForms
    attendance: attendance_forms.AttendanceForms
    items: forms.ItemForms
    numbers: layout_forms.NumberForms
    text: forms.TextForms
    paragraphs: layout_forms.ParagraphForms = layout_forms.ParagraphForms()
    room: forms.RoomForms
    scopes: forms.ScopeForms
    interests: forms.InterestForms
    declarations: sheet_forms.DeclarationForms
    earlier: forms.EarlierForms
    decisions: forms.DecisionForms
    actions: layout_forms.ActionForms
    motions: forms.MotionForms
    votes: forms.VoteForms
    meeting: forms.MeetingForms
    exclusion: forms.Exclusions
    calendar: forms.CalendarForms
    decision_note: forms.NoteForms
    chair: chair_forms.ChairForms
    word: layout_forms.WordForms = layout_forms.WordForms()
    phrases: dict[str, str]

    @property
    def interest_labels(self) -> tuple[str, ...]:
        """The body's own words for kinds of interest."""
        return tuple(self.interests.kinds)

    @property
    def due_words(self) -> tuple[str, ...]:
        """The words that say when an action is due though they are no day."""
        return self.decisions.due_words


def house_names() -> tuple[str, ...]:
    """The names of the houses that ship, in alphabetical order."""
    files = (entry.name for entry in resources.files(__package__).joinpath("houses").iterdir())
    names = (name.removesuffix(".toml") for name in files if name.endswith(".toml"))
    return tuple(sorted(name for name in names if name != COMMON))


@lru_cache(maxsize=8)
def load_house(name: str) -> House:
    """A house that ships, by name. Raises HouseError naming the nearest one there is."""
    if name not in house_names():
        near = difflib.get_close_matches(name, house_names(), n=1)
        known = ", ".join(house_names())
        raise HouseError(
            f"There is no house style {name!r}.", f"Did you mean {near[0]}?" if near else f"There are: {known}."
        )
    return read_house(_shipped(name), f"{name}.toml", name)


def read_house(text: str, source: str, name: str = "") -> House:
    """A house from the text of its file. source: the file, for what is said of errors; name: by default the source's.

    `like = "parish_council"` takes over all that the text doesn't say itself. Raises HouseError naming the key, and the line
    where it stands.
    """
    house, problems = try_house(text, source, name)
    if house is None:
        raise problems[0]
    return house


def try_house(text: str, source: str, name: str = "") -> tuple[House | None, tuple[HouseError, ...]]:
    """A house from the text of its file, or else all that is wrong with it, in the order of its lines. See `read_house`."""
    try:
        said = _with_what_it_is_like(_tables(text, source), source, (), text)
    except HouseError as error:
        return None, (error,)
    if "name" in said:
        place = _Places(source, text).of(("name",))
        return None, (HouseError(f"{place}: name is no key.", "A house style has the name of its file."),)
    said["name"] = name or source.rsplit("/", 1)[-1].removesuffix(".toml")
    try:
        return House.model_validate(said), ()
    except ValidationError as invalid:
        places = _Places(source, text)
        errors = sorted(invalid.errors(include_url=False), key=lambda one: places.line(_path(one)))
        return None, tuple(_house_error(error, places) for error in errors)


@lru_cache(maxsize=8)
def kept_house(text: str, name: str) -> House | None:
    """A house from the text that was kept of it; None where this boardtui can't read it any more."""
    return try_house(text, f"{name}.toml", name)[0]


def _shipped(name: str) -> str:
    return resources.files(__package__).joinpath("houses", f"{name}.toml").read_text(encoding="utf-8")


def _tables(text: str, source: str) -> dict[str, Any]:
    try:
        return {clean(key): _cleaned(value) for key, value in tomllib.loads(text).items()}
    except tomllib.TOMLDecodeError as error:
        raise HouseError(
            f"{source} is not understood: {error}.", "Text stands in quotation marks, lists in [ ], names in [tables]."
        ) from None


def _cleaned(value: Any) -> Any:
    """Every text in it as it may be printed: TOML can write any character there is, as `\\u001b`."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    return {clean(key): _cleaned(one) for key, one in value.items()} if isinstance(value, dict) else value


def _with_what_it_is_like(said: dict[str, Any], source: str, above: tuple[str, ...], text: str) -> dict[str, Any]:
    """The tables, over those of the house they say they are like."""
    like = said.pop("like", None)
    if like is None:
        return said
    known = (*house_names(), COMMON)
    if like not in known or like in above:
        raise HouseError(
            f"{_Places(source, text).of(('like',))}: like = {like!r} names no house style.",
            f"It may be like one of these: {', '.join(known)}.",
        )
    shipped = _shipped(like)
    return _over(_with_what_it_is_like(tomllib.loads(shipped), f"{like}.toml", (*above, like), shipped), said)


def _over(base: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    """Two tables in one: what is said wins, key by key."""
    out = dict(base)
    for key, value in said.items():
        below = out.get(key)
        out[key] = _over(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return out


def _path(error: ErrorDetails) -> tuple[str, ...]:
    return tuple(str(part) for part in error["loc"])


def _house_error(error: ErrorDetails, places: _Places) -> HouseError:
    """What is wrong, as a clerk would say it."""
    path = _path(error)
    where = f"{places.of(path)}: {'.'.join(path)}"
    if error["type"] == "extra_forbidden":
        near = difflib.get_close_matches(path[-1], _keys_at(path[:-1]), n=1)
        hint = f"Did you mean {near[0]}?" if near else f"The keys here are: {', '.join(_keys_at(path[:-1]))}."
        return HouseError(f"{where} is not a key of a house style.", hint)
    if error["type"] == "missing":
        return HouseError(f"{where} is missing.", f'Add it, or begin the file with like = "{COMMON}".')
    said = error["msg"].removeprefix("Input ")
    return HouseError(f"{where} {said}.", "Every key is told in docs/house-styles.md.")


def _keys_at(path: tuple[str, ...]) -> list[str]:
    """The keys a table may have."""
    model: type[BaseModel] | None = House
    for part in path:
        if part.isdigit():
            model = attendance_forms.ListForm
            continue
        kind = model.model_fields[part].annotation if model and part in model.model_fields else None
        model = kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None
    return [key for key in model.model_fields if key != "name"] if model else []


class _Places:
    """Where the keys of a file stand. A table that is written several times, `[[attendance.lists]]`, counts from 0."""

    def __init__(self, source: str, text: str) -> None:
        self._source = source
        self._lines: list[tuple[tuple[str, ...], int]] = []
        tables: dict[str, int] = {}
        table: tuple[str, ...] = ()
        for number, line in enumerate(text.splitlines(), start=1):
            if header := _HEADER.match(line):
                table = _parts(header[2])
                if header[1] == "[[":
                    tables[header[2]] = tables.get(header[2], -1) + 1
                    table += (str(tables[header[2]]),)
                self._lines.append((table, number))
            elif key := _KEY.match(line):
                self._lines.append(((*table, *_parts(key[1])), number))

    def line(self, path: tuple[str, ...]) -> int:
        """The line of a key, else that of the table it belongs to; 0 where the file says neither."""
        found = [(len(said), number) for said, number in self._lines if said == path[: len(said)]]
        return max(found, key=lambda one: one[0])[1] if found else 0

    def of(self, path: tuple[str, ...]) -> str:
        """The file, and the line if it says the key or its table itself."""
        line = self.line(path)
        return f"{self._source} line {line}" if line else self._source


def _parts(key: str) -> tuple[str, ...]:
    """`votes.openings."by ballot"` taken apart."""
    return tuple(part.strip(" \t\"'") for part in _PART.findall(key))
