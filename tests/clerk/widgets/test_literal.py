"""Every widget draws literally by itself: it need not be known where a text comes from."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.app import App, ComposeResult
from textual.widget import Widget

from boardtui.clerk.widgets.bars import Bar, Echo
from boardtui.clerk.widgets.finder import Finder
from boardtui.clerk.widgets.line_view import LineView
from boardtui.clerk.widgets.pane import Pane, Row, Run, row, wrapped
from support.hostile import TEXTS, forbidden
from support.screen import raw_rows

RAW = "\x1b]52;c;eA==\x07\x9b31m\u202eraw\x1b[2J\r\n\0"
SHOWN = "␛]52;c;eA==␇\ufffd31m\ufffdraw␛[2J ␀"


def pane() -> Pane:
    made = Pane(id="pane")
    rows = [
        row(RAW, right=RAW),
        *wrapped(RAW, 60, first=RAW[:4], gutter=Run(RAW[-4:])),
        Row((Run(RAW), Run(RAW, "bad"))),
    ]
    made.call_after_refresh(made.show, rows)
    return made


def bar() -> Bar:
    made = Bar(id="bar")
    made.call_after_refresh(made.say, Run(RAW), right=Run(RAW))
    return made


def echo() -> Echo:
    made = Echo(id="echo")
    made.call_after_refresh(made.refused, RAW, RAW)
    return made


def line_view() -> LineView:
    made = LineView(placeholder=RAW)
    made.line.load(RAW, 3)  # what a careless owner might do
    made.call_after_refresh(made.show)
    return made


def finder() -> Finder:
    return Finder(RAW)


class Stage(App[None]):
    def __init__(self, made: Callable[[], Widget]) -> None:
        super().__init__()
        self._made = made

    def compose(self) -> ComposeResult:
        yield self._made()


@pytest.mark.parametrize("made", [pane, bar, echo, line_view, finder])
async def test_a_widget_draws_what_is_raw_as_letters(made: Callable[[], Widget]) -> None:
    app = Stage(made)
    async with app.run_test(size=(160, 24)) as pilot:
        await pilot.pause()
        drawn = raw_rows(app)
        assert not forbidden("\n".join(drawn))
        assert SHOWN[1:-2] in "".join(drawn)


@pytest.mark.parametrize("width", [1, 2, 10, 80])
def test_every_text_wraps_into_rows_that_fit(width: int) -> None:
    from rich.cells import cell_len

    for name, words in TEXTS.items():
        for one in wrapped(words[:2000], width):
            drawn = "".join(run.text for run in one.runs)
            assert not forbidden(drawn), name
            assert cell_len(drawn) <= max(8, width), name
