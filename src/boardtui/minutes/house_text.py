"""House styles as text: all that one says, and a file to begin one's own with. Both are read again by `read_house`."""

from __future__ import annotations

import json

from pydantic import BaseModel

from boardtui.minutes.house import House
from boardtui.minutes.sentences import Pattern

_OF_THE_FILE = ("name",)
_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")

_MOST_CHANGED: tuple[tuple[str, str, str], ...] = (
    ("words", "body", "what the body calls itself: Council, Board, Committee"),
    ("words", "chair", "what the one who presides is called"),
    ("dates", "title", "a day in the title; also {suffix}: st, nd, rd, th"),
    ("dates", "sentence", "a day in a sentence"),
    ("times", "time", 'a time of day; on the 24-hour clock: "{hour24}:{minute}"'),
    ("frame", "title", "the title of the minutes; what stands in < > goes when it isn't known"),
    ("frame", "closing", "the last line of the minutes"),
    ("frame", "signature", "the lines to sign on"),
    ("frame", "initials", 'at the foot of each page, beside its number; "" for none'),
    ("names", "councillor", "the word before a councillor's name"),
    ("names", "councillors", "the same word for several"),
    ("names", "offices", "the offices of the body, the first one presides"),
    ("attendance", "members_first", '"councillors", "offices" or "surname": who leads the list of members'),
    ("attendance", "arrived", 'after the name of one who came late; "" prints no times'),
    ("attendance", "left", "after the name of one who left and didn't come back"),
    ("items", "order", '"agenda", or "taken" for the order in which items were taken'),
    ("items", "heading", "the heading of a minute"),
    ("text", "points", 'the words before a run of points; "" for none'),
    ("room", "arrived", 'who arrived; "" leaves arrivals out'),
    ("room", "left", 'who left; "" leaves it out'),
    ("numbers", "numbering", '"continuing" through the year, "restarting", "agenda" or "none"'),
    ("numbers", "first", 'the first number of a year, as "1/{year}"; "" to go on counting'),
    ("paragraphs", "number", 'paragraphs numbered in their minute, as "<{number}.>{place}": 4.1, 4.2; "" for none'),
    ("interests", "layout", '"sentence", "list" or "table"'),
    ("interests", "none", "when nobody declared an interest"),
    ("decisions", "resolved", "the verb of a decision"),
    ("decisions", "lead", "how a decision begins"),
    ("decisions", "moved_lead", "how it begins when somebody moved it; leave {movers} out for no names"),
    ("decisions", "labels", "the numbers of clauses on three levels: {number} {letter} {roman}"),
    ("decisions", "action", 'an action; "" leaves actions out of the minutes'),
    (
        "actions",
        "placement",
        '"line" where it was agreed, "column" beside it, "table" of all, "list": only exported',
    ),
    ("motions", "joined", "true: a motion that was simply carried is told in one sentence"),
    ("votes", "result", "how a vote went; leave {figures} out for no numbers"),
)
"""Table, key, and what it does: what offices change most."""


def whole(house: House) -> str:
    """All that a style says, with what it takes over from others."""
    lines: list[str] = []
    _table(house, (), lines)
    return "\n".join(lines).strip() + "\n"


def starter(like: House) -> str:
    """A style that is like another and says nothing of its own yet: the most changed keys stand ready as comments."""
    lines = [
        f"# A house style of your own. It is like {like.name}, and says only what is different.",
        "# To change a line below, take the # away at its beginning.",
        "# {slot} is a value; <...> is left out when a slot in it is empty; [one|many] goes by number.",
        "# What is wrong in it, if anything: boardtui house check FILE",
        "",
        f"like = {_value(like.name)}",
        f"title = {_value(like.title)}",
    ]
    table = ""
    for name, key, does in _MOST_CHANGED:
        if name != table:
            lines += ["", f"[{name}]"]
            table = name
        lines += [f"#  {does}", f"#{key} = {_value(getattr(getattr(like, name), key))}"]
    lines += [
        "",
        "#  the lists of the attendance, in their order; a style says all of them, or none:",
        "#  take the # away from every line below",
    ]
    listed: list[str] = []
    for one in like.attendance.lists:
        _table(one, ("attendance", "lists"), listed, repeated=True)
    return "\n".join([*lines, *(f"#{line}" if line else "" for line in listed[1:])]) + "\n"


def _table(model: BaseModel, path: tuple[str, ...], lines: list[str], *, repeated: bool = False) -> None:
    """A table with its keys, then those inside it."""
    keys = [name for name in type(model).model_fields if name not in _OF_THE_FILE]
    if path:
        name = ".".join(path)
        lines += ["", f"[[{name}]]" if repeated else f"[{name}]"]
    said = [key for key in keys if not repeated or getattr(model, key) != type(model).model_fields[key].default]
    lines += [f"{key} = {_value(value)}" for key in said if _is_plain(value := getattr(model, key))]
    for key in keys:
        value = getattr(model, key)
        if isinstance(value, BaseModel):
            _table(value, (*path, key), lines)
        elif isinstance(value, dict):
            lines += [
                "",
                f"[{'.'.join((*path, key))}]",
                *(f"{_key(word)} = {_value(said)}" for word, said in value.items()),
            ]
        elif _is_tables(value):
            for one in value:
                _table(one, (*path, key), lines, repeated=True)


def _is_tables(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], BaseModel)


def _is_plain(value: object) -> bool:
    return not isinstance(value, BaseModel | dict) and not _is_tables(value)


def _key(word: str) -> str:
    return word if word and set(word) <= _BARE else _value(word)


def _value(value: object) -> str:
    """A value in TOML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        return f"[{', '.join(_value(one) for one in value)}]"
    text = value.text if isinstance(value, Pattern) else str(value)
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def flat(house: House) -> dict[str, object]:
    """All that a style says, for a program: its tables, with patterns as they are written."""
    return {name: _data(getattr(house, name)) for name in type(house).model_fields}


def _data(value: object) -> object:
    if isinstance(value, Pattern):
        return value.text
    if isinstance(value, BaseModel):
        return {name: _data(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, tuple):
        return [_data(one) for one in value]
    return value if isinstance(value, bool | int | dict) else str(value)
