"""What people type and paste is text: never markup, never a link, never an order to the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from boardtui.model.acts.text import Paragraph
from boardtui.model.limits import LONGEST_LINE
from boardtui.model.text import clean, clean_line, literal
from support.agenda_texts import BOARD
from support.clerk import Clerk, at_the_book, at_the_desk
from support.hostile import TEXTS, forbidden
from support.sampling import every_third

BEGUN = ("/present all", "/start 14:00", "# 3")
HOSTILE = (
    "A. [/] Smith said so",
    "[@click=app.bell]x[/]",
    "[b]lead[/b] and [red]red",
    r"\[ and \\[",
    "[link=file:///]y[/link]",
)


@pytest.mark.parametrize("text", HOSTILE)
async def test_it_reads_as_typed_wherever_it_is_shown(tmp_path: Path, text: str) -> None:
    async with at_the_desk(tmp_path, BOARD, size=(200, 60)) as clerk:
        await clerk.keys(text)
        await clerk.sees(text)
        line = text.removeprefix("\\")
        await clerk.press("ctrl+u")
        await clerk.types(
            *BEGUN, f"~ {line}", f"- {line}", f"| {line} | {line} |", f"/heading {line}", f"= {line}", f"/nosuch {line}"
        )
        await clerk.sees(
            f"~ {line} (private)", f"• {line}", f"│ {line} │ {line} │", f". {line}", f"RESOLVED that {line}."
        )
        await clerk.sees(f"/nosuch {line}", "✗")


async def test_hostile_names_and_titles_are_letters_in_every_list(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD, size=(200, 60)) as clerk:
        await clerk.keys("@smi")
        await clerk.sees("Ms Joan [/] Smith")
        await clerk.press("escape", "ctrl+u")
        await clerk.types(*BEGUN, "/move @smith: the [/] roof be [b]mended", "/speak @smith")
        await clerk.sees("3 Roof [phase 2]", "Ms Joan [/] Smith")
        await clerk.press("f4")
        await clerk.sees("Gaps: ")
        await clerk.press("escape", "ctrl+p")
        await clerk.keys("[/] [b")
        await clerk.sees("[/] [b")


async def test_a_click_on_what_looks_like_a_link_selects_the_block(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*BEGUN, "[@click=app.exit]leave[/]")
        await clerk.sees("  [@click=app.exit]leave[/]")
        await clerk.clicks("[@click=app.exit]")
        await clerk.sees("▌ [@click=app.exit]leave[/]")


async def test_what_is_pasted_loses_its_escapes_and_nothing_else(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*BEGUN)
        await clerk.pastes(
            "one \x1b[31mred\x1b[0m, \x1b]52;c;aGVsbG8=\x07two, \x9b31mthree, \x1b]0;title without an end"
        )
        await clerk.press("enter")
        await clerk.sees("  one red, two, three, ]0;title without an end")
        await clerk.rests()
        assert all("\x1b" not in act.model_dump_json() for act in clerk.acts)


# --- every text there is, in one sitting at a small screen


SMALL = (80, 24)
FITTING = {name: words for name, words in TEXTS.items() if len(words) < LONGEST_LINE}
TYPED = {name: words[:400] for name, words in FITTING.items() if words.isprintable() and words.strip()}
"""What a keyboard can type: a control character is a key, and no text."""


def is_literal(clerk: Clerk) -> bool:
    """Is every row of the screen letters only, and as wide as the screen?"""
    for row in clerk.raw_rows():
        assert not forbidden(row), row
        assert literal(row) == row
        assert cell_len(row) == SMALL[0], row
    return True


def said(clerk: Clerk) -> str:
    """The words of the newest paragraph in the book."""
    texts = [act.text.said(lambda mention: mention.person) for act in clerk.acts if isinstance(act, Paragraph)]
    return texts[-1]


async def test_what_is_typed_is_drawn_and_recorded_as_it_is(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD, size=SMALL) as clerk:
        await clerk.types(*BEGUN)
        for name, words in every_third(list(TYPED.items()), 0):
            await clerk.keys(f"Said: {words}")
            await clerk.press("escape", "enter")
            await clerk.rests()
            assert is_literal(clerk), name
            if not set("\\;@") & set(words):  # these the notation reads as its own
                assert said(clerk) == clean_line(f"Said: {words}"), name
        await clerk.press("f4")
        for _ in range(8):
            await clerk.press("pagedown")
            assert is_literal(clerk)


async def test_what_is_pasted_is_drawn_and_recorded_clean(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD, size=SMALL) as clerk:
        await clerk.types(*BEGUN)
        for name, words in every_third(list(FITTING.items()), 0):
            await clerk.pastes(f"Said: {words}")
            assert is_literal(clerk), name
            await clerk.press("escape", "enter")
            await clerk.rests()
            if "\n" not in clean(words).strip() and not set("\\;@") & set(words):
                assert said(clerk) == clean_line(f"Said: {words}"), name
            await clerk.press("escape", "ctrl+u")
        assert not forbidden("".join(act.model_dump_json() for act in clerk.acts))


async def test_whatever_is_looked_for_in_the_palette_is_letters(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD, size=SMALL) as clerk:
        await clerk.press("ctrl+p")
        await clerk.sees("What do you want to do?")
        for name, words in every_third(list(TEXTS.items()), 1):
            await clerk.pastes(words)
            assert is_literal(clerk), name
            await clerk.press("ctrl+u")


async def test_whatever_is_looked_for_in_the_book_is_letters(tmp_path: Path) -> None:
    async with at_the_book(tmp_path, BOARD, size=SMALL) as clerk:
        for name, words in every_third(list(TEXTS.items()), 2):
            await clerk.pastes(f"nowhere/{words}")
            await clerk.press("enter")
            await clerk.sees("✗")
            assert is_literal(clerk), name
            await clerk.press("escape")
        assert [row.body for row in clerk.app.book.meetings()] == ["Marrow Vale Health Board"]


# --- more than is taken


@pytest.mark.parametrize(
    ("paste", "sentence"),
    [
        ("y" * 100_000, "With the paste the line is 100,000 characters long, and the most is 20,000."),
        ("y" * 300_000, "The paste is 300,000 characters long, and the most is 200,000."),
        ("y\n" * 501, "The paste has 501 lines, and the most is 500."),
        ("/close\n" + "y" * 15_000 + "\n" + "z" * 15_000, "With the paste the line is 30,008 characters long"),
    ],
)
async def test_a_paste_that_is_too_much_is_refused_whole(tmp_path: Path, paste: str, sentence: str) -> None:
    async with at_the_desk(tmp_path, BOARD, size=(200, 60)) as clerk:
        await clerk.types(*BEGUN)
        await clerk.rests()
        before = clerk.acts
        await clerk.pastes(paste)
        await clerk.sees(f"✗ {sentence}")
        await clerk.sees("Type what happens")
        assert clerk.acts == before


async def test_a_line_too_long_stays_where_it_is(tmp_path: Path) -> None:
    async with at_the_desk(tmp_path, BOARD) as clerk:
        await clerk.types(*BEGUN)
        await clerk.pastes("y" * (LONGEST_LINE - 2))
        await clerk.keys(" end")
        await clerk.press("enter")
        await clerk.sees("✗ The line is 20,002 characters long, and the most is 20,000.", "y end")
        await clerk.press("backspace", "backspace", "enter")
        await clerk.sees("✓ yyy")
