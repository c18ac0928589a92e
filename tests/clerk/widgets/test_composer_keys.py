"""What is recorded is what was typed, key for key, however fast the keys come."""

from __future__ import annotations

import random

import pytest
from textual import events

from support.composer_stage import Clerk, Sitting, key_event

LETTERS = "the Report be noted 12 é漢😀-'"
KEYS = ["left", "right", "home", "end", "backspace", "delete", "ctrl+left", "ctrl+right", "ctrl+w", "ctrl+u", "ctrl+k"]


class Paper:
    """The plainest editor there is, to compare with: a text, a caret, and a rule for each key."""

    def __init__(self) -> None:
        self.text, self.caret = "", 0
        self.recorded: list[str] = []

    def press(self, key: str) -> None:
        before, after = self.text[: self.caret], self.text[self.caret :]
        if key == "enter":
            self.recorded.append(self.text)
            before = after = ""
        elif key in ("backspace", "ctrl+w", "ctrl+u"):
            before = (
                before[: {"backspace": len(before) - 1, "ctrl+w": self.word_left(), "ctrl+u": 0}[key]] if before else ""
            )
        elif key in ("delete", "ctrl+k"):
            after = after[1:] if key == "delete" else ""
        elif len(key) == 1:
            before += key
        else:
            where = {
                "left": max(0, self.caret - 1),
                "right": min(len(self.text), self.caret + 1),
                "home": 0,
                "end": len(self.text),
                "ctrl+left": self.word_left(),
                "ctrl+right": self.word_right(),
            }[key]
            before, after = self.text[:where], self.text[where:]
        self.text, self.caret = before + after, len(before)

    def in_word(self, position: int) -> bool:
        character = self.text[position]
        inside = 0 < position < len(self.text) - 1
        return character.isalnum() or (
            character == "'" and inside and self.text[position - 1].isalnum() and self.text[position + 1].isalnum()
        )

    def word_left(self) -> int:
        position = self.caret
        while position and not self.text[position - 1].isalnum():
            position -= 1
        while position and self.in_word(position - 1):
            position -= 1
        return position

    def word_right(self) -> int:
        position = self.caret
        while position < len(self.text) and not self.text[position].isalnum():
            position += 1
        while position < len(self.text) and self.in_word(position):
            position += 1
        return position


def lines_and_enters(count: int) -> tuple[list[str], list[str]]:
    lines = [f"Cllr {number} moved that the report be noted" for number in range(count)]
    return lines, [key for line in lines for key in (*line, "enter")]


async def test_a_burst_of_lines_loses_and_reorders_nothing(sitting: Sitting) -> None:
    lines, keys = lines_and_enters(60)
    async with sitting() as (clerk, pilot):
        await clerk.burst(pilot, keys)
        assert clerk.recorded == lines
        assert clerk.composer.text == ""


async def test_corrections_within_a_burst_take_their_turn(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        word = [*"notted", "left", "left", "left", "backspace", "end", "enter"]
        await clerk.burst(pilot, word * 50)
        assert clerk.recorded == ["noted"] * 50


@pytest.mark.parametrize("seed", range(4))
async def test_any_sequence_of_keys_gives_what_the_plainest_editor_gives(sitting: Sitting, seed: int) -> None:
    chance = random.Random(seed)
    async with sitting(size=(120, 24)) as (clerk, pilot):
        for _ in range(25):
            paper = Paper()
            clerk.recorded.clear()
            clerk.composer.load("", 0)
            keys = [chance.choice(LETTERS if chance.random() < 0.7 else KEYS) for _ in range(60)]
            keys[40:40] = ["enter"]
            for key in keys:
                paper.press(key)
            await clerk.burst(pilot, keys)
            assert (clerk.composer.text, clerk.composer.caret) == (paper.text, paper.caret), keys
            assert clerk.recorded == paper.recorded, keys


async def test_every_edit_and_move_is_handed_on_for_the_draft_before_the_next_key_counts(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        await clerk.burst(pilot, ["n", "o", "left", "t", "backspace", "enter"])
        assert clerk.drafts == [("n", 1), ("no", 2), ("no", 1), ("nto", 2), ("no", 1), ("", 0)]


async def test_alt_with_a_letter_types_nothing_and_altgr_text_survives(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        await clerk.burst(
            pilot,
            [
                events.Key("alt+a", "a"),
                events.Key("alt+7", "7"),
                events.Key("alt+N", "N"),
                events.Key("euro_sign", "€"),
                events.Key("alt+at", "@"),
                events.Key("shift+space", " "),
            ],
        )
        assert clerk.composer.text == "€@ "


async def test_a_control_character_that_comes_as_a_key_is_not_text(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        await clerk.burst(pilot, [events.Key("x", "\x9b"), events.Key("y", "\u202e"), events.Key("z", "\x1b"), "a"])
        assert clerk.composer.text == "a"


@pytest.mark.parametrize("key", ["f1", "f6", "f7", "pageup", "ctrl+s", "ctrl+up"])
async def test_keys_that_mean_nothing_here_are_passed_on(sitting: Sitting, key: str) -> None:
    async with sitting() as (clerk, pilot):
        await clerk.burst(pilot, ["a", key])
        assert clerk.passed_on == [key]
        assert clerk.composer.text == "a"


async def test_undo_with_nothing_to_undo_is_passed_on_so_that_it_can_undo_an_act(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        await clerk.burst(pilot, ["a", "ctrl+z", "ctrl+y"])
        assert (clerk.composer.text, clerk.passed_on) == ("a", [])
        await clerk.burst(pilot, ["enter", "ctrl+z"])
        assert (clerk.composer.text, clerk.passed_on) == ("", ["ctrl+z"])


async def test_tab_never_moves_the_focus_nor_indents(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        await clerk.burst(pilot, ["a", "tab", "shift+tab", "b"])
        assert clerk.composer.text == "ab"
        assert clerk.focused is clerk.composer


@pytest.mark.parametrize(
    ("left", "right"), [("ctrl+left", "ctrl+right"), ("alt+left", "alt+right"), ("alt+b", "alt+f")]
)
async def test_words_are_walked_with_the_keys_of_every_platform(sitting: Sitting, left: str, right: str) -> None:
    async with sitting() as (clerk, pilot):
        keys = [events.Key(left, None), events.Key(left, None), events.Key(right, None), "X"]
        await clerk.burst(pilot, [*"one two three", *keys])
        assert clerk.composer.text == "one twoX three"


async def test_shift_selects_and_typing_replaces_what_is_selected(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        await clerk.burst(pilot, [*"be noted", "ctrl+shift+left", *"agreed"])
        assert clerk.composer.text == "be agreed"
        await clerk.burst(pilot, ["shift+home", "backspace"])
        assert clerk.composer.text == ""
        await clerk.burst(pilot, [*"one two", "home", "shift+end", "x"])
        assert clerk.composer.text == "x"
        await clerk.burst(pilot, ["ctrl+a", *"new"])
        assert clerk.composer.text == "new"


async def test_up_and_down_go_through_the_rows_keep_their_column_and_end_at_the_ends(sitting: Sitting) -> None:
    async with sitting(size=(62, 24)) as (clerk, pilot):
        await clerk.burst(pilot, "the Board considered the report and then it noted the report of the Mayor")
        await clerk.burst(pilot, ["home", *["right"] * 4, "up", "X"])
        assert "the XBoard" not in clerk.composer_rows[1]
        assert clerk.composer.text.startswith("the XBoard")
        await clerk.burst(pilot, ["up", "Y", "down", "down", "Z"])
        assert clerk.composer.text.startswith("Ythe XBoard")
        assert clerk.composer.text.endswith("MayorZ")
        await clerk.burst(pilot, ["down"])
        assert clerk.passed_on == ["down"]


def test_the_composer_claims_every_printable_key() -> None:
    composer = Clerk().composer
    assert composer.check_consume_key("a", "a")
    assert composer.check_consume_key("at", "@")
    assert not composer.check_consume_key("f1", None)
    assert key_event("f1").character is None
