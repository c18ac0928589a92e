"""The paste pack: which files it has, what they are called, and what stands in one minute alone."""

from __future__ import annotations

import pytest

from boardtui.minutes.formats import Source
from boardtui.minutes.paste import file_name, minute_as_text, outputs
from boardtui.minutes.tree import Minute
from support.meetings import called
from support.minutes import minuting

AGENDA = """---
committee: Board
house: partnership_board
date: 4 September 2026
---
{number}. The Pond
   Draft: The Board considered the pond.
"""


def endings(source: Source) -> list[str]:
    return [one.ending for one in outputs(source)]


def test_files_are_called_after_their_place_and_the_item() -> None:
    taking = minuting("parish_council", "Deep.", "/item Any Frogs", "None.", "# 1", "# 4 5", "Both.")
    assert endings(Source(taking.record, taking.house))[::2] == [
        "-paste/index.txt", "-paste/01-item-3.html", "-paste/02.html", "-paste/04-item-4-5.html",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("8(a)", "03-item-8a"),
        ("../7", "03-item-7"),
        ("é9", "03-item-e9"),
        ("…", "03"),
        ("1" * 99, "03-item-" + "1" * 20),
    ],
)
def test_no_number_of_an_item_makes_a_path(number: str, name: str) -> None:
    assert file_name(3, Minute(items=(number,))) == name


def test_what_is_not_confirmed_is_not_copied() -> None:
    taking = called(AGENDA.format(number="1"))
    for line in ("/start 14:00", "# 1"):
        taking.line(line)
    source = Source(taking.record, taking.house)
    assert minute_as_text(source, taking.record.entry_key)[1] == ""
    taking.line("/prepared")
    assert minute_as_text(source, taking.record.entry_key)[1] == "The Board considered the pond."
