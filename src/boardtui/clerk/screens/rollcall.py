"""The recorded vote: everybody at once, a party at once, then the exceptions; one line of the notation when it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from typing_extensions import override

from boardtui.clerk.rollcall_rows import (
    Layout,
    count_row,
    foot_runs,
    in_sight,
    layout,
    question_rows,
    sheet_rows,
)
from boardtui.clerk.screens.over import OverDesk
from boardtui.clerk.widgets.bars import Bar
from boardtui.clerk.widgets.pane import FittingPane, Run, row
from boardtui.errors import BoardError
from boardtui.model.acts.business import ABSTAINED, AGAINST, FOR, NOT_VOTING
from boardtui.rules.marking import Sheet, sheet_for
from boardtui.rules.rollcall import act_of, kept, outlook, question, read_kept, roll_call, totals

if TYPE_CHECKING:
    from boardtui.clerk.opening import Opening
    from boardtui.desk import Desk

PLACE = "roll"
"""Where marks are kept as a draft: `roll 57` for what act 57 put before the meeting."""


class SheetPane(FittingPane):
    """The sheet, in which a click tells the row and the cell. clicked: given both."""

    def __init__(self, *, id: str, resized: Callable[[], None], clicked: Callable[[int, int], None]) -> None:
        super().__init__(id=id, resized=resized)
        self._clicked = clicked

    @override
    def on_click(self, event: events.Click) -> None:
        """Where in the sheet it was."""
        self._clicked(self._top + event.y - self.gutter.top, event.x - self.gutter.left)


class RollCallScreen(OverDesk):
    """Who votes how, on what is before the meeting. Nothing is recorded until Enter; what is marked is kept at every key.

    It handles its keys itself, in their order: letters find somebody, a figure marks them.
    """

    CSS = """
    RollCallScreen { layout: vertical; background: $background; }
    RollCallScreen #question { height: 2; padding: 0 1; }
    RollCallScreen #count { height: 2; padding: 0 1; background: $panel; }
    RollCallScreen #sheet { height: 1fr; padding: 0 1; }
    """

    def __init__(self, opening: Opening, desk: Desk, saved: Callable[[], Run], needing: str = "") -> None:
        """needing: what majority the line asked for that opened it, '' for none."""
        super().__init__(saved)
        self._opening, self._desk = opening, desk
        self._marks = opening.half_typed(PLACE)
        record = desk.ahead
        self._asked = question(record)
        self._call = roll_call(record)
        self._place = f"{PLACE} {self._asked.seq or f'under {record.entry_key}'}"
        ways, wanted = read_kept(self._marks.get(self._place, ""))
        self._needing = needing or wanted or self._asked.needing
        self._sheet = sheet_for(record, self._call, ways or self._asked.last)
        self._sure = False  # has Enter been pressed though somebody has not been heard?
        self._top = 0  # the first row of the question that is in sight
        self._laid: Layout | None = None
        self._foot = Bar(id="foot")
        self._question = FittingPane(id="question", resized=self._show)
        self._count = FittingPane(id="count", resized=self._show)
        self._lines = SheetPane(id="sheet", resized=self._show, clicked=self._picked)

    @override
    def compose(self) -> ComposeResult:
        yield self._heading
        yield self._question
        yield self._count
        yield self._lines
        yield self.echo
        yield self._foot

    def on_mount(self) -> None:
        """Show the sheet."""
        self._show()

    @override
    def recorded(self) -> None:
        """The book has answered something said before: the marks are as they were."""
        self._show()

    # --- keys

    def on_key(self, event: events.Key) -> None:
        """Every key in its turn."""
        if self.is_behind(event):
            return
        sure, self._sure = self._sure, False
        if event.key == "enter":
            self._enter(sure=sure)
        elif event.key in _KEYS:
            _KEYS[event.key](self)
        elif event.character in _WAYS:
            self._mark(_WAYS[event.character])
        elif event.is_printable and event.character:
            self._letter(event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Nothing is pasted here: a line of figures would mark whom it happened to find."""
        event.stop()

    def _letter(self, letter: str) -> None:
        self._turn(self._sheet.typed(letter))
        if self._sheet.misses:
            self.echo.told(f"Nobody here begins with {self._sheet.letters}.", "warning")

    def _mark(self, way: str) -> None:
        before = self._sheet
        self._turn(before.marked(way))
        if before.misses:
            self.echo.told(f"Nobody was marked: nobody here begins with {before.letters}.", "warning")
        self._keep()

    def _undo(self) -> None:
        self._turn(self._sheet.undone())
        self._keep()

    def _turn(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.echo.clear()
        self._show()

    def _move(self, step: int) -> None:
        self._turn(self._sheet.moved(step))

    def _beside(self, step: int) -> None:
        if self._laid is not None:
            self._turn(self._sheet.to(self._laid.beside(self._sheet.at, step)))

    def _scroll_question(self, direction: int) -> None:
        step = max(1, self._question.size.height - 1)
        self._top = max(0, self._top + direction * step)
        self._show()

    def _picked(self, at: int, cell: int) -> None:
        place = self._laid.line_at(at, cell) if self._laid is not None else None
        if place is not None:
            self._turn(self._sheet.to(place))

    def _leave(self) -> None:
        """Esc: first the letters, then the sheet; what is marked stays marked."""
        if self._sheet.letters:
            self._turn(self._sheet.without_letters())
        else:
            self._back()

    def _back(self) -> None:
        self.leave()

    def _keep(self) -> None:
        needing = self._needing if self._needing != self._asked.needing else ""
        self._marks[self._place] = kept(self._sheet.ways, needing)
        self._opening.keep_draft(self._place, self._marks[self._place], 0)

    # --- recording

    def _enter(self, *, sure: bool) -> None:
        """Record it; with letters only take the one found, so that nobody records who meant to search."""
        unsaid = self._sheet.unsaid
        if self._sheet.letters:
            self._turn(self._sheet.without_letters())
        elif not self._sheet.ways:
            self.echo.refused("Nobody's vote is marked yet.", "1 now is everyone for; Esc leaves without a vote.")
        elif unsaid and not sure:
            self._sure = True
            several = "1 has" if len(unsaid) == 1 else f"{len(unsaid)} have"
            self.echo.told(f"{several} not been heard: Tab goes there. Enter again records it without.", "warning")
        else:
            self._record()

    def _record(self) -> None:
        act = act_of(self._desk.ahead, self._asked, self._sheet.ways, self._needing)
        line = self._desk.show(act)
        try:
            self._desk.say(line, place=self._place)
        except BoardError as error:
            self.echo.refused(error.message, error.hint)
            return
        self._marks.pop(self._place, None)  # cleared in the book with the act
        self._opening.said(line)
        self._back()

    # --- showing

    def _show(self) -> None:
        self.show_heading()
        self._show_question()
        self._show_count()
        width, height = self._lines.content_size.width, self._lines.size.height
        if width > 0:
            self._laid = layout(self._sheet, width, height)
            rows, focus = sheet_rows(self._sheet, self._laid)
            self._lines.show(rows, focus=focus)
        self._foot.say(*foot_runs(self._sheet), right=Run("Tab next · Enter done · Esc back", "muted"))

    @override
    def head(self) -> Sequence[Run]:
        return Run("Recorded vote", "strong"), Run(_item(self._desk), "muted")

    def _show_question(self) -> None:
        """Word for word, in at most a quarter of the screen; PgDn shows the rest."""
        rows = question_rows(self._asked, self._question.content_size.width or 76)
        most = max(2, self.size.height // 4)
        self._top = min(self._top, max(0, len(rows) - most))
        height = min(len(rows), most)
        if self._question.styles.height is None or self._question.styles.height.value != height:
            self._question.styles.height = height
        self._question.show(in_sight(rows, self._top, most))

    def _show_count(self) -> None:
        unsaid = len(self._sheet.unsaid)
        told = outlook(self._desk.ahead, self._sheet.ways, self._needing, unsaid)
        barred = len(self._call.barred)
        more = [f"needing {self._needing}"] if self._needing else []
        more += [f"{barred} here may not vote"] if barred else []
        self._count.show([count_row(totals(self._sheet.ways), unsaid), row(told, "strong", right=" · ".join(more))])


def _item(desk: Desk) -> str:
    """The item it is taken under."""
    record = desk.ahead
    items = [record.business[key].item for key in record.open_items if key in record.business]
    return "".join(f" · {item.number or ''} {item.title}".replace("  ", " ") for item in items[:1])


_WAYS = {"1": FOR, "2": AGAINST, "3": ABSTAINED, "4": NOT_VOTING, "0": ""}
"""How a figure marks."""
_KEYS: dict[str, Callable[[RollCallScreen], None]] = {
    "escape": RollCallScreen._leave,
    "f11": RollCallScreen._back,
    "up": lambda screen: screen._move(-1),
    "down": lambda screen: screen._move(1),
    "left": lambda screen: screen._beside(-1),
    "right": lambda screen: screen._beside(1),
    "home": lambda screen: screen._turn(screen._sheet.to(0)),
    "end": lambda screen: screen._turn(screen._sheet.to(len(screen._sheet.lines))),
    "tab": lambda screen: screen._turn(screen._sheet.at_next_unsaid()),
    "pageup": lambda screen: screen._scroll_question(-1),
    "pagedown": lambda screen: screen._scroll_question(1),
    **dict.fromkeys(("backspace", "ctrl+h"), lambda screen: screen._turn(screen._sheet.shortened())),
    "delete": lambda screen: screen._mark(""),
    **dict.fromkeys(("ctrl+z", "super+z"), RollCallScreen._undo),
}
"""What each key does that is no letter and no figure."""
