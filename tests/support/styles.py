"""The house styles that ship, and one that has every layout that none of them has."""

from __future__ import annotations

from functools import cache

from boardtui.minutes.house import House, house_names, load_house, read_house

LAID_OUT = "laid_out"
_LAID_OUT = """
like = "partnership_board"
title = "Laid out in every way"

[actions]
placement = "column"
column = ["Discussion", "Action"]

[paragraphs]
number = "{number}.{place}"

[interests]
layout = "table"

[[attendance.lists]]
who = "membership"
heading = "Attendance:"
form = "table"
cells = ["name", "role", "status"]
heads = ["Name", "Representing", "Attendance"]

[[attendance.lists]]
who = "officers"
heading = "In attendance:"
form = "columns"
across = 3
"""
_LIKE = "partnership_board"
STYLES = (*house_names(), LAID_OUT)


@cache
def style(name: str) -> House:
    """One of them."""
    return read_house(_LAID_OUT, f"{LAID_OUT}.toml") if name == LAID_OUT else load_house(name)


def called_in(name: str) -> str:
    """The style that an agenda names, so that its minutes are printed in this one: a style that ships."""
    return _LIKE if name == LAID_OUT else name
