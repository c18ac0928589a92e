"""Somebody hammers on the keys of the review: it goes on, and no line of the source is lost."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from boardtui.clerk.review.keys import REVIEW_KEYS
from boardtui.desk.agenda_files import AgendaFile
from support.hostile import TEXTS
from support.review_stage import at_the_review

MARRICK = Path(__file__).parents[1] / "agendas" / "files" / "marrick_table.docx"
KEYS = [key for one in REVIEW_KEYS if one.does not in ("leave", "enter", "undo") for key in one.keys]
MOVES = [
    "up",
    "down",
    "pageup",
    "pagedown",
    "home",
    "end",
    "tab",
    "escape+",
    "backspace",
    "delete",
    "ctrl+u",
    "left",
    "right",
]
LETTERS = list("abcdefghijklmnopqrstuvwxyz 0123456789().|;[]@")


@pytest.mark.parametrize(
    ("seed", "count"),
    [(1, 250), (2, 250), *(pytest.param(seed, 4000, marks=pytest.mark.soak) for seed in range(3, 13))],
)
async def test_any_keys_in_any_order(tmp_path: Path, seed: int, count: int) -> None:
    chance = random.Random(seed)
    file = AgendaFile(MARRICK.name, MARRICK.read_bytes())
    reading = file.reading()
    numbers = {line.number for line in reading.source.lines}
    size = chance.choice([(80, 24), (120, 40), (30, 8)])
    async with at_the_review(tmp_path, reading, size=size) as clerk:
        await clerk.press("end", "s")  # where nothing was changed, Esc would leave at once
        for _ in range(count // 5):
            for key in (chance.choice(chance.choice([KEYS, MOVES, LETTERS, ["enter"]])) for _ in range(5)):
                await clerk.press(*(("escape", "down") if key == "escape+" else (key,)))  # twice, it would leave
            assert not clerk.left
            if chance.random() < 0.05:
                await clerk.pastes(chance.choice(list(TEXTS.values())))
        await clerk.press("down", "escape", "down", "u", "U")  # out of what is asked, and not out of the review
        await clerk.press("n", "i", "f5")
        placed = clerk.entered[0].placed
        assert {number for one in placed for number in one.lines} == numbers
        assert clerk.entered[0].agenda.items
