"""House styles that a book kept whole, before a style could say all that it can now: they print as they did."""

from __future__ import annotations

import pytest

from boardtui.minutes.compose import compose
from boardtui.minutes.house import House, house_names, kept_house, load_house
from boardtui.minutes.house_text import whole
from support.minutes import minuting

LATER = {
    "frame": ("initials",),
    "paragraphs": ("number", "numbered"),
    "attendance.status": ("present", "apologies", "late", "absent"),
    "attendance.lists": ("form", "across", "cells", "heads"),
    "actions": ("column", "beside"),
    "word": ("action_column", "action_heading", "action_beside"),
}
"""Table to its keys that came later."""


def as_kept(house: House) -> str:
    """All that a style says, without what came later."""
    kept: list[str] = []
    table = ""
    for line in whole(house).splitlines():
        if line.startswith("["):
            table = line.strip("[]")
        later = LATER.get(table, ())
        if line.partition(" =")[0] in later or (table in ("paragraphs", "attendance.status") and line.startswith("[")):
            continue
        kept.append(line)
    return "\n".join(kept)


def without_initials(house: House) -> House:
    """The style as it is now, without the places to initial, and with the lists of its attendance in lines."""
    frame = house.frame.model_copy(update={"initials": load_house("full_council").frame.initials})
    lists = tuple(one.model_copy(update={"form": "lines"}) for one in house.attendance.lists)
    attendance = house.attendance.model_copy(update={"lists": lists})
    return house.model_copy(update={"frame": frame, "attendance": attendance})


@pytest.mark.parametrize("name", house_names())
def test_one_that_was_kept_whole_prints_as_it_did(name: str) -> None:
    kept = kept_house(as_kept(load_house(name)), name)
    assert kept is not None
    taking = minuting(name, "The pond was deep.", "= it be drained", "! @elm buy a pump", "/close 15:00")
    assert compose(taking.record, kept) == compose(taking.record, without_initials(load_house(name)))


def test_all_that_came_later_is_taken_out_of_it() -> None:
    text = as_kept(load_house("parish_council"))
    assert "[paragraphs]" not in text and 'initials = "Initials' not in text
    assert 'initials = "<{initials} >{surname}"' in text
