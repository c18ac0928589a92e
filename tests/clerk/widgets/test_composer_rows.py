"""The composer draws what Textual's own editor draws, frame by frame, and paints no more of it than changed."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.widgets import TextArea

from boardtui.clerk.widgets.composer import Composer
from boardtui.clerk.widgets.hooks import ComposerHooks
from boardtui.clerk.widgets.rows import Rows, crop
from boardtui.notation.completion import Completions
from support.composer_stage import Sitting, cells, key_event, settle

WIDTH = 30
TEXTS = {
    "plain": "Members raised a number of issues about the report, including the links with family hubs.",
    "wide": "委員会は報告書を検討し、 勧告を承認した。 the Board 承認 it 全会一致 and went on to 次の議題",
    "emoji": "Well done 🎉🎉 said the Chair 👍🏽 and the room 🙂 agreed with a great many 🎈🎈🎈🎈🎈🎈🎈 of them",
    "combining": "x\u0302y\u0304 the q\u0307uorum x\u0302x\u0302x\u0302 was m\u0304et with e\u0331very word marked w\u0329ell",
    "long words": "see https://example.org/a/very/long/address/that/no/row/can/hold.html?page=12 for " + "委" * 40,
    "spaces": "moved by      Cllr Smith                                seconded by    Cllr Jones   ",
    "brackets": "Roof [phase 2] of A. [/] Smith [red]not red[/red] (see {x}) [@click=app.bell]no link[/]",
}
NO_HOOKS = ComposerHooks(
    record=lambda line: True,
    edited=lambda text, caret: None,
    complete=lambda text, caret: Completions(),
    ghost=lambda text: "",
    take_back=lambda: None,
    escape=lambda: None,
    lines_pasted=" ".join,
)


class Watched(Composer):
    """A composer that remembers which of its rows it asked to have painted, and how often the layout was redone."""

    def __init__(self) -> None:
        super().__init__(NO_HOOKS)
        self.painted: set[int] = set()
        self.layouts = 0

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Watched:
        self.layouts += layout
        self.painted |= {y for region in regions for y in region.line_range} if regions else set(range(50))
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


class SideBySide(App[None]):
    """The composer above, the stock editor below, both as wide."""

    AUTO_FOCUS = "Composer, Watched"
    CSS = f"""
    Composer, TextArea {{ width: {WIDTH + 2}; padding: 0 1; }}
    TextArea {{ height: 12; dock: bottom; overflow: hidden hidden; }}
    """

    def __init__(self) -> None:
        super().__init__()
        self.composer = Watched()
        self.stock = TextArea("", compact=True, highlight_cursor_line=False)

    def compose(self) -> ComposeResult:
        yield self.composer
        yield self.stock

    def rows(self, widget: Composer | TextArea) -> list[str]:
        """What is on the screen, trailing spaces dropped."""
        x, y, width, height = widget.content_region
        strips = self.screen._compositor.render_strips()
        found = ["".join(cells(strip.text)[x : x + width]).rstrip() for strip in strips[y : y + height]]
        while found and not found[-1]:
            found.pop()
        return found

    def stock_caret(self) -> tuple[int, int]:
        """The cell where the stock editor puts its caret, from its first."""
        return tuple(self.stock.cursor_screen_offset - self.stock.content_region.offset)

    def drawn_caret(self) -> tuple[int, int]:
        """The cell that the composer shows in reverse on the screen, from its first."""
        x, y, _, height = self.composer.content_region
        for row, strip in enumerate(self.screen._compositor.render_strips()[y : y + height]):
            column = -x
            for text, style, _ in strip:
                if style and style.reverse:
                    return column, row
                column += cell_len(text)
        raise AssertionError("no caret on the screen")


def show_in_stock(app: SideBySide) -> None:
    app.stock.load_text(app.composer.text)
    app.stock.move_cursor((0, app.composer.caret))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
async def test_typing_draws_the_same_rows_and_the_same_caret_as_the_stock_editor_at_every_key(text: str) -> None:
    app = SideBySide()
    async with app.run_test(size=(60, 30)) as pilot:
        await pilot.pause()
        for letter in text:
            app.composer.on_key(key_event(letter))
            show_in_stock(app)
            await settle(pilot)
            assert app.rows(app.composer) == app.rows(app.stock)
            assert app.drawn_caret() == app.stock_caret()


async def test_editing_in_the_middle_draws_the_same_as_the_stock_editor_at_every_key() -> None:
    app = SideBySide()
    chance = random.Random(7)
    keys = ["left", "right", "up", "home", "end", "backspace", "delete", "ctrl+left", "ctrl+w", *"ab 漢🎉"]
    async with app.run_test(size=(60, 30)) as pilot:
        for text in TEXTS.values():
            app.composer.load(text, len(text) // 2)
            for key in chance.choices(keys, k=40):
                app.composer.on_key(key_event(key))
                show_in_stock(app)
                await settle(pilot)
                assert app.rows(app.composer) == app.rows(app.stock)
                assert app.drawn_caret() == app.stock_caret()


async def test_whatever_looks_different_after_a_key_was_painted_and_a_letter_at_the_end_paints_one_row() -> None:
    app = SideBySide()
    chance = random.Random(11)
    async with app.run_test(size=(60, 30)) as pilot:
        app.composer.load(TEXTS["plain"] + TEXTS["wide"], 50)
        await pilot.pause()
        for key in chance.choices(["left", "up", "down", "end", "shift+left", "backspace", *"abc 漢"], k=150):
            before = [app.composer.render_line(y) for y in range(app.composer.content_size.height)]
            app.composer.painted.clear()
            app.composer.on_key(key_event(key))
            await settle(pilot)
            after = [app.composer.render_line(y) for y in range(app.composer.content_size.height)]
            if len(before) == len(after):
                changed = {y for y, strip in enumerate(after) if list(strip) != list(before[y])}
                assert changed <= app.composer.painted
        app.composer.load("A line of two rows with room to spare ", 38)
        await pilot.pause()
        for letter in "at its end":
            app.composer.painted.clear()
            app.composer.on_key(key_event(letter))
            await settle(pilot)
            assert app.composer.painted == {1}


async def test_the_screen_is_laid_out_again_only_when_the_number_of_rows_changes() -> None:
    app = SideBySide()
    async with app.run_test(size=(60, 30)) as pilot:
        await settle(pilot)
        for letter in TEXTS["plain"][: WIDTH * 2 + 5]:
            height, layouts = app.composer.content_size.height, app.composer.layouts
            app.composer.on_key(key_event(letter))
            await settle(pilot)
            assert (app.composer.layouts > layouts) == (app.composer.content_size.height > height)
        assert app.composer.content_size.height == 3


async def test_it_grows_to_eight_rows_and_then_scrolls_with_marks_for_what_is_out_of_sight(sitting: Sitting) -> None:
    async with sitting(size=(60, 24)) as (clerk, pilot):
        clerk.composer.load(" ".join(f"word{number:02}" for number in range(80)), 0)
        await pilot.pause()
        rows = clerk.composer_rows
        assert len(rows) == 8
        assert rows[0].startswith("word00")
        assert rows[-1].endswith("▾")
        await pilot.press("ctrl+end")
        rows = clerk.composer_rows
        assert len(rows) == 8
        assert rows[0].endswith("▴")
        assert rows[-1].endswith("word79")
        await pilot.press("ctrl+u")
        assert clerk.composer_rows == ["Type what happens"]


async def test_on_a_small_screen_it_takes_at_most_half_and_the_caret_stays_in_sight(sitting: Sitting) -> None:
    async with sitting(size=(60, 8)) as (clerk, pilot):
        await clerk.burst(pilot, " ".join(f"word{number:02}" for number in range(40)))
        assert clerk.composer.region.bottom == 8
        assert len(clerk.composer_rows) == 4
        assert clerk.composer_rows[-1].endswith("word39")


async def test_it_wraps_anew_when_the_terminal_is_resized(sitting: Sitting) -> None:
    async with sitting(size=(100, 24)) as (clerk, pilot):
        await clerk.burst(pilot, TEXTS["plain"][:70])
        assert len(clerk.composer_rows) == 1
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert " ".join(clerk.composer_rows) == TEXTS["plain"][:70]
        assert len(clerk.composer_rows) == 2


CHARACTERS = st.sampled_from(["a", "b", " ", " ", "漢", "🎉", "x\u0302", "👨\u200d👩\u200d👧", "🇬🇧"])


@given(st.lists(CHARACTERS, max_size=60).map("".join), st.integers(2, 20))
def test_rows_hold_the_whole_text_and_fit(text: str, width: int) -> None:
    rows = Rows(text, width)
    assert "".join(text[start:end] for start, end in rows.spans) == text
    assert all(cell_len(text[start:end]) <= width for start, end in rows.spans)
    for row, (start, _) in enumerate(rows.spans):
        assert rows.row_of(start) == row
        assert rows.position_at(row, rows.column_of(start)) == start


@given(st.text(alphabet="ab 漢🎉x\u0302", max_size=20), st.integers(0, 20))
def test_cropped_text_fits_and_says_that_it_was_cropped(text: str, width: int) -> None:
    cropped = crop(text, width)
    assert cell_len(cropped) <= width
    assert cropped == text or not cropped or cropped.endswith("…")
