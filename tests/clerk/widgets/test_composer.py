"""The composer as the clerk meets it: recording, refusing, pasting, ghost text, the mouse, what is on the screen."""

from __future__ import annotations

import pytest
from textual import events
from textual.color import Color
from textual.pilot import Pilot

from support.composer_stage import Clerk, Sitting, settle

ESCAPES = [
    "\x1b]52;c;aGVsbG8=\x07",
    "\x1b]0;title\x1b\\",
    "\x1b[2J\x1b[31m",
    "\x1bP1;2|x\x1b\\",
    "\x9b2J",
    "\x07\x08\x00",
    "\u202egnp.exe",
]


async def paste(clerk: Clerk, pilot: Pilot[None], text: str) -> None:
    clerk.post_message(events.Paste(text))
    await settle(pilot)


async def test_it_has_the_focus_from_the_start_and_shows_what_to_do(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        assert clerk.focused is clerk.composer
        assert clerk.composer_rows == ["Type what happens"]
        await clerk.burst(pilot, "N")
        assert clerk.composer_rows == ["N"]


async def test_a_line_that_is_taken_leaves_an_empty_composer(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        await clerk.burst(pilot, [*"RESOLVED", "enter"])
        assert clerk.recorded == ["RESOLVED"]
        assert (clerk.composer.text, clerk.composer.caret) == ("", 0)
        assert clerk.composer_rows == ["Type what happens"]


async def test_a_line_that_is_refused_stays_with_the_caret_at_its_end(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        clerk.accept = lambda line: False
        await clerk.burst(pilot, [*"/motoin", "home", "enter"])
        assert clerk.recorded == []
        assert (clerk.composer.text, clerk.composer.caret) == ("/motoin", 7)
        await clerk.burst(pilot, ["ctrl+z"])
        assert clerk.composer.text == ""


async def test_a_command_that_puts_a_line_into_the_composer_is_not_wiped_by_its_own_enter(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):

        def edit(line: str) -> bool:
            clerk.composer.load("the block to edit", 3)
            return True

        clerk.accept = edit
        await clerk.burst(pilot, [*"/edit 3", "enter"])
        assert (clerk.composer.text, clerk.composer.caret) == ("the block to edit", 3)
        assert clerk.composer_rows == ["the block to edit"]


async def test_a_draft_is_restored_silently(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        clerk.composer.load("half a sent", 4)
        await clerk.burst(pilot, "X")
        assert clerk.composer.text == "halfX a sent"
        assert clerk.drafts == [("halfX a sent", 5)]
        clerk.composer.load("short", 99)
        assert clerk.composer.caret == 5


async def test_a_letter_typed_in_a_list_elsewhere_is_inserted(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        clerk.composer.load("Cllr mith", 5)
        clerk.composer.insert_text("S")
        await settle(pilot)
        assert clerk.composer_rows == ["Cllr Smith"]
        assert clerk.drafts == [("Cllr Smith", 6)]


async def test_up_in_an_empty_composer_takes_the_last_line_back(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        await clerk.burst(pilot, ["up"])
        assert (clerk.composer.text, clerk.passed_on) == ("", ["up"])
        clerk.last_line = "The report was noted"
        await clerk.burst(pilot, ["up", "."])
        assert clerk.composer.text == "The report was noted."
        await clerk.burst(pilot, ["up", "up"])
        assert clerk.composer.text == "The report was noted."


async def test_escape_is_the_owners_when_no_offers_are_open(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        await clerk.burst(pilot, ["a", "escape"])
        assert (clerk.escapes, clerk.composer.text) == (1, "a")


# Ghost text


async def test_ghost_text_is_shown_behind_the_caret_and_right_or_end_takes_it_in_one_step(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        clerk.ghosts = {"the rep": "ort be noted"}
        for key in ("right", "end", "tab"):
            await clerk.burst(pilot, "the rep")
            assert clerk.composer_rows == ["the report be noted"]
            assert clerk.composer.text == "the rep"
            await clerk.burst(pilot, [key])
            assert (clerk.composer.text, clerk.composer.caret) == ("the report be noted", 19)
            await clerk.burst(pilot, ["ctrl+z"])
            assert clerk.composer.text == "the rep"
            await clerk.burst(pilot, ["ctrl+u"])


async def test_ctrl_right_takes_a_word_of_the_ghost(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        clerk.ghosts = {"the rep": "ort be noted"}
        await clerk.burst(pilot, [*"the rep", "ctrl+right"])
        assert clerk.composer.text == "the report"


async def test_the_ghost_goes_when_the_caret_leaves_the_end_and_is_never_recorded(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        clerk.ghosts = {"the rep": "ort"}
        await clerk.burst(pilot, [*"the rep", "left"])
        assert clerk.composer_rows == ["the rep"]
        await clerk.burst(pilot, ["right"])
        assert clerk.composer_rows == ["the report"]
        await clerk.burst(pilot, ["enter"])
        assert clerk.recorded == ["the rep"]


async def test_a_long_ghost_does_not_make_the_composer_grow(sitting: Sitting) -> None:
    async with sitting(size=(60, 24)) as (clerk, pilot):
        clerk.ghosts = {"that": " the press and public be excluded from the meeting"}
        await clerk.burst(pilot, "that")
        assert len(clerk.composer_rows) == 1
        assert clerk.composer_rows[0].endswith("…")


# Pasting


async def test_one_pasted_line_goes_in_at_the_caret(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        await clerk.burst(pilot, ["a", "b", "left"])
        await paste(clerk, pilot, "“quoted”\ttext\r\n")
        assert clerk.composer.text == "a“quoted” textb"
        assert clerk.pasted == []


async def test_several_pasted_lines_go_to_the_owner_first(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        clerk.kept_of_paste = "three"
        await paste(clerk, pilot, "one\r\n\r\ntwo\x0bthree")
        assert clerk.pasted == [["one", "two", "three"]]
        assert clerk.composer.text == "three"


async def test_a_paste_that_makes_the_view_scroll_can_be_undone_and_redone(sitting: Sitting) -> None:
    """The stock editor of Textual 8.2.8 dies of this (Textualize/textual#6686)."""
    async with sitting(size=(60, 24)) as (clerk, pilot):
        clerk.kept_of_paste = "a long line " * 60
        await paste(clerk, pilot, "a long line\n" * 60)
        assert len(clerk.composer_rows) == 8
        await clerk.burst(pilot, ["ctrl+z"])
        assert clerk.composer_rows == ["Type what happens"]
        await clerk.burst(pilot, ["ctrl+y", "ctrl+z", "x"])
        assert clerk.composer_rows == ["x"]


async def test_a_very_long_paste_stays_usable(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        await paste(clerk, pilot, "word " * 4_000)
        await clerk.burst(pilot, [*"end", "home", "left", "up", "backspace"])
        assert len(clerk.composer.text) == 20_002


async def test_what_was_copied_in_the_app_can_be_cut_and_pasted(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        await clerk.burst(pilot, [*"be noted", "ctrl+shift+left", "ctrl+x", "home", "ctrl+v"])
        assert clerk.composer.text == "notedbe "
        await clerk.burst(pilot, ["end", "ctrl+c"])
        assert clerk.passed_on == ["ctrl+c"]


# What reaches the screen


@pytest.mark.parametrize("hostile", ESCAPES)
async def test_no_escape_reaches_the_terminal(sitting: Sitting, hostile: str) -> None:
    async with sitting() as (clerk, pilot):
        clerk.ghosts = {"ab": hostile + "ghost"}
        await paste(clerk, pilot, f"a{hostile}b")
        clerk.composer.insert_text(hostile)
        await settle(pilot)
        clerk.composer.load(f"a{hostile}b", 2)
        await settle(pilot)
        screen = "".join(clerk.screen_rows)
        assert all(character.isprintable() for character in screen)
        assert "\u202e" not in screen


@pytest.mark.parametrize(
    "text", ["Roof [phase 2]", "see [/] here", "[red]alert[/red]", "A. [/] Smith", "[@click=app.bell]x[/]"]
)
async def test_markup_is_only_text(sitting: Sitting, text: str) -> None:
    async with sitting() as (clerk, pilot):
        clerk.ghosts = {"g": text}
        await clerk.burst(pilot, text)
        assert clerk.composer_rows == [text]
        await clerk.burst(pilot, ["ctrl+u", "g"])
        assert clerk.composer_rows == ["g" + text]


def caret_cells(clerk: Clerk) -> list[str]:
    """The text of every reversed stretch in the composer."""
    view = clerk.composer
    strips = [view.render_line(y) for y in range(view.content_size.height)]
    return [text for strip in strips for text, style, _ in strip if style and style.reverse]


async def test_the_caret_covers_a_whole_character_and_never_blinks(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        family = "👨\u200d👩\u200d👧"
        await clerk.burst(pilot, "a")
        await paste(clerk, pilot, family)
        assert caret_cells(clerk) == [" "]
        await clerk.burst(pilot, ["left"])
        assert caret_cells(clerk) == [family]
        await clerk.burst(pilot, ["home"])
        assert caret_cells(clerk) == ["a"]
        assert not [timer for timer in clerk.composer._timers if timer.name and "blink" in timer.name]


async def test_the_terminals_own_cursor_follows_for_input_methods(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        await clerk.burst(pilot, "漢字")
        x, y = clerk.composer.content_region.offset
        assert clerk.cursor_position == (x + 4, y)


async def test_caret_selection_and_ghost_can_be_told_apart_without_colour(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with sitting() as (clerk, pilot):
        clerk.ghosts = {"ab": "cdef"}
        await clerk.burst(pilot, "ab")
        y = clerk.composer.content_region.y
        styles = {
            text: style
            for text, style, _ in clerk.screen._compositor.render_strips()[y]
            if style and text.strip() in ("ab", "c", "def")
        }
        triplets = [style.color.triplet for style in styles.values() if style.color and style.color.triplet]
        assert all(len(set(triplet)) == 1 for triplet in triplets)
        assert styles["c"].reverse
        assert styles["def"].italic
        assert not styles["ab"].italic
        assert not styles["ab"].reverse
        await clerk.burst(pilot, ["shift+left"])
        assert [text for text, style, _ in clerk.composer.render_line(0) if style and style.reverse] == ["b"]
        await clerk.burst(pilot, ["home", "shift+right"])
        assert [text for text, style, _ in clerk.composer.render_line(0) if style and style.underline] == ["a"]


async def test_its_colours_follow_the_theme(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        await clerk.burst(pilot, "ab")
        clerk.theme = "boardtui-light"
        await settle(pilot)
        style = next(style for text, style, _ in clerk.composer.render_line(0) if text == "ab")
        assert style is not None
        assert style.color is not None
        assert Color.from_rich_color(style.color) == Color.parse("#14191f")


# The mouse


async def test_a_click_puts_the_caret_there_and_keeps_the_focus(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        await clerk.burst(pilot, "be noted")
        await pilot.click(clerk.composer, offset=(1 + 2, 0))
        await clerk.burst(pilot, "X")
        assert clerk.composer.text == "beX noted"
        await pilot.click("#minutes")
        await clerk.burst(pilot, "Y")
        assert clerk.focused is clerk.composer
        assert clerk.composer.text == "beXY noted"


async def test_dragging_and_double_clicking_select(sitting: Sitting) -> None:
    async with sitting() as (clerk, pilot):
        await clerk.burst(pilot, "be noted today")
        await pilot.mouse_down(clerk.composer, offset=(1 + 3, 0))
        await pilot.hover(clerk.composer, offset=(1 + 8, 0))
        await pilot.mouse_up(clerk.composer, offset=(1 + 8, 0))
        await clerk.burst(pilot, "agreed")
        assert clerk.composer.text == "be agreed today"
        await pilot.click(clerk.composer, offset=(1 + 11, 0), times=2)
        await clerk.burst(pilot, "now")
        assert clerk.composer.text == "be agreed now"
        await pilot.click(clerk.composer, offset=(1, 0), times=3)
        await clerk.burst(pilot, ["delete"])
        assert clerk.composer.text == ""


async def test_a_press_beside_the_line_that_was_still_its_own_moves_nothing(sitting: Sitting) -> None:
    """While a button is held every press comes here, and a key that ends that may overtake the next one."""
    async with sitting() as (clerk, pilot):
        await clerk.burst(pilot, "one two")
        await pilot.mouse_down(clerk.composer, offset=(1 + 7, 0))
        for x, y, button in ((11, -30, 1), (9999, 9999, 1), (-4, 0, 1), (3, 0, 3)):
            press = events.MouseDown(clerk.composer, x, y, 0, 0, button, False, False, False)
            clerk.composer.post_message(press)
        await clerk.burst(pilot, " three")
        assert clerk.composer.text == "one two three"
