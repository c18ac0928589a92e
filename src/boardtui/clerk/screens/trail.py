"""The trail: every act of the meeting, the newest last; and of one, what undoing it would change, before it is undone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.worker import Worker
from typing_extensions import override

from boardtui.clerk.screens.over import OverDesk
from boardtui.clerk.trail_rows import act_rows, consequence_rows, found
from boardtui.clerk.widgets.bars import Bar
from boardtui.clerk.widgets.pane import FittingPane, Row, Run, row
from boardtui.errors import BoardError
from boardtui.model.text import clean_line, counted

if TYPE_CHECKING:
    from boardtui.desk import Desk
    from boardtui.desk.consequences import Consequences
    from boardtui.desk.history import HistoryRow, ToldLines, Wording
    from boardtui.model.record import Record


class TrailScreen(OverDesk):
    """What was filed, by whom and when, and what became of it. The clerk's own: what is restricted stands in it, marked.

    It handles its keys itself, in their order. Letters narrow the list; in an opened act U undoes and R redoes, by a line
    said at the desk like any other. saved: the mark of the desk's heading.
    """

    CSS = """
    TrailScreen { layout: vertical; background: $background; }
    TrailScreen #acts { width: 1fr; padding: 0 1; }
    TrailScreen #act { width: 1fr; padding: 0 1; border-left: solid $panel; display: none; }
    TrailScreen #middle { height: 1fr; layout: horizontal; }
    TrailScreen.-opened #act { display: block; }
    TrailScreen.-narrow.-opened #acts { display: none; }
    TrailScreen.-narrow #act { border-left: none; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]

    def __init__(self, desk: Desk, saved: Callable[[], Run], lines: ToldLines) -> None:
        """lines: those told before, which are added to, so that a long meeting's trail opens fast the second time."""
        super().__init__(saved)
        self._desk, self._lines = desk, lines
        self._all: list[HistoryRow] = []
        self._found: list[HistoryRow] = []
        self._words = ""
        self._went_in = False  # was an act opened with these words? Then Esc need not lead over all acts
        self._at = 0
        self._opened: tuple[HistoryRow, list[Wording], Consequences | None] | None = None
        self._said: tuple[int, str] | None = None
        self._foot = Bar(id="foot")
        self._acts = FittingPane(id="acts", resized=self._show_acts, picked=self._picked)
        self._act = FittingPane(id="act", resized=self._show_act)

    @override
    def compose(self) -> ComposeResult:
        yield self._heading
        with Container(id="middle"):
            yield self._acts
            yield self._act
        yield self.echo
        yield self._foot

    def on_mount(self) -> None:
        """Look at the whole trail from its end."""
        self._read()
        self._at = len(self._found) - 1
        self._show_foot()

    @override
    def recorded(self) -> None:
        """The book has answered: the trail has grown, and what was undone here is said to be."""
        if self._said is not None and self._desk.record.last_seq >= self._said[0]:
            self.echo.recorded(self._said[1])
            self._said = None
        marked = self._marked.seq if self._marked else 0
        self._read()
        self._mark(marked)
        if self._opened is not None:
            self._open()
        self._show()

    # --- keys

    def on_key(self, event: events.Key) -> None:
        """Every key in its turn."""
        if self.is_behind(event):
            return
        keys = _OPENED if self._opened is not None else _LISTED
        if event.key in keys:
            keys[event.key](self)
        elif self._opened is None and event.is_printable and event.character:
            self._narrow(self._words + event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Pasted words narrow the list like typed ones."""
        event.stop()
        if self._opened is None:
            self._narrow(self._words + clean_line(event.text))

    def _leave(self) -> None:
        """Esc: first the words, unless an act was opened with them; then the trail."""
        if self._widens:
            self._narrow("")
        else:
            self._back()

    @property
    def _widens(self) -> bool:
        return bool(self._words) and not self._went_in

    def _back(self) -> None:
        self.leave()

    def _close(self) -> None:
        self._opened, self._went_in = None, True
        self.remove_class("-opened")
        self.echo.clear()
        self._show()

    def _move(self, step: int) -> None:
        self._at = max(0, min(self._at + step, len(self._found) - 1))
        self._show()

    def _page(self, direction: int) -> None:
        self._move(direction * max(1, self._acts.size.height - 2))

    def _scroll(self, rows: int) -> None:
        self._act.scroll_rows(rows)

    def _scroll_page(self, direction: int) -> None:
        self._scroll(direction * max(1, self._act.size.height - 2))

    def _narrow(self, words: str) -> None:
        marked = self._marked.seq if self._marked else 0
        self._words, self._went_in = words, False
        self._read(anew=False)
        self._mark(marked)
        self._show()

    def _mark(self, seq: int) -> None:
        """Mark that act, or the last one where it isn't in the list."""
        last = len(self._found) - 1
        self._at = next((i for i, one in enumerate(self._found) if one.seq == seq), max(0, last))

    def _picked(self, key: str | int) -> None:
        again = self._marked is not None and self._marked.seq == key
        self._mark(int(key))
        if again or self._opened is not None:
            self._open()
        self._show()

    # --- one act

    def _open(self) -> None:
        """What the marked act is at once, and what would follow if it were undone, or redone, as soon as that is known."""
        from boardtui.desk.history import wordings

        one, desk = self._marked, self._desk
        if one is None:
            return
        self._opened = one, wordings(desk.record, desk.house, one.seq, restricted=True), None
        # A function, since one that is put off before it began would leave a coroutine that nobody awaited.
        _: Worker[None] = self.run_worker(partial(self._look_ahead, one, desk.record), exclusive=True)
        self.add_class("-opened")
        self._show()

    async def _look_ahead(self, one: HistoryRow, record: Record) -> None:
        """In a long meeting this takes a second or two; keys have their turn meanwhile."""
        from boardtui.desk.consequences import consequences
        from boardtui.model.acts.corrections import Redo, Undo

        act = Redo(target=one.seq) if one.seq in record.undone else Undo(target=one.seq)
        changes = await asyncio.to_thread(consequences, record.filed, self._desk.house, act)
        if self._opened is not None and self._opened[0].seq == one.seq:
            self._opened = (*self._opened[:2], changes)
            self._show()

    def _undo(self) -> None:
        self._turn(undoes=True)

    def _redo(self) -> None:
        self._turn(undoes=False)

    def _turn(self, *, undoes: bool) -> None:
        """Undo it, or redo it, if that is what was shown. undoes: the one that the key asks for."""
        if self._opened is None or self._said is not None:
            return
        one, _, changes = self._opened
        if changes is None:
            self.echo.told("Not yet: what would follow is still being looked for.")
            return
        if undoes is not changes.undoes:
            self.echo.told("It stands: U undoes it." if changes.undoes else "It is undone: R lets it stand again.")
            return
        line = f"/{'redo' if one.seq in self._desk.record.undone else 'undo'} {one.seq}"
        try:
            self._desk.say(line)
        except BoardError as error:
            self.echo.refused(error.message, error.hint)
            return
        self._said = self._desk.ahead.last_seq, f"{line}: {one.said}"

    # --- showing

    @property
    def _marked(self) -> HistoryRow | None:
        return self._found[self._at] if 0 <= self._at < len(self._found) else None

    def _read(self, *, anew: bool = True) -> None:
        from boardtui.desk.history import history

        if anew:
            self._all = history(self._desk.record, self._desk.house, restricted=True, known=self._lines)
        self._found = found(self._all, self._words)

    def _show(self) -> None:
        self._show_acts()
        self._show_act()
        self.show_heading()
        self._show_foot()

    def _show_acts(self) -> None:
        rows, focus = act_rows(self._found, self._at, self._acts.content_size.width)
        self._acts.show(rows or [row("No act holds these words. Esc shows all.", "muted")], focus=focus)

    def _show_act(self) -> None:
        rows: list[Row] = []
        if self._opened is not None:
            rows = consequence_rows(*self._opened, self._act.content_size.width)
        self._act.show(rows)

    @override
    def head(self) -> Sequence[Run]:
        all_acts = counted(len(self._all), "act")
        count = f"{len(self._found)} of {all_acts}" if self._words else all_acts
        return Run("Trail", "strong"), Run(f" · {count}", "muted")

    def _show_foot(self) -> None:
        if self._opened is not None:
            self._foot.say(*_offer(self._opened[2]), right=Run("↑ ↓ scroll · Esc list · F12 desk", "muted"))
        else:
            words = Run(self._words, "strong") if self._words else Run("Letters find an act", "muted")
            way_out = "Esc all acts · F12 desk" if self._widens else "Esc desk"
            self._foot.say(words, right=Run(f"↑ ↓ Enter · {way_out}", "muted"))


def _offer(changes: Consequences | None) -> tuple[Run, ...]:
    """What the keys would do."""
    if changes is None:
        return (Run("Looking for what would follow", "muted"),)
    if changes.refused is not None:
        return (Run("It stays as it is.", "muted"),)
    if not changes.undoes:
        return Run("R", "accent"), Run(f" redoes act {changes.act}")
    return Run("U", "accent"), Run(" or "), Run("Enter", "accent"), Run(f" undoes act {changes.act}")


_LISTED: dict[str, Callable[[TrailScreen], None]] = {
    "escape": TrailScreen._leave,
    "f12": TrailScreen._back,
    "enter": TrailScreen._open,
    "up": lambda trail: trail._move(-1),
    "down": lambda trail: trail._move(1),
    "pageup": lambda trail: trail._page(-1),
    "pagedown": lambda trail: trail._page(1),
    "home": lambda trail: trail._move(-len(trail._found)),
    "end": lambda trail: trail._move(len(trail._found)),
    "backspace": lambda trail: trail._narrow(trail._words[:-1]),
    "ctrl+h": lambda trail: trail._narrow(trail._words[:-1]),
    "ctrl+u": lambda trail: trail._narrow(""),
}
"""What each key does in the list."""
_OPENED: dict[str, Callable[[TrailScreen], None]] = {
    "escape": TrailScreen._close,
    "f12": TrailScreen._back,
    "enter": TrailScreen._undo,
    **dict.fromkeys(("u", "U", "upper_u"), TrailScreen._undo),
    **dict.fromkeys(("r", "R", "upper_r"), TrailScreen._redo),
    "up": lambda trail: trail._scroll(-1),
    "down": lambda trail: trail._scroll(1),
    "pageup": lambda trail: trail._scroll_page(-1),
    "pagedown": lambda trail: trail._scroll_page(1),
    "home": lambda trail: trail._scroll(-9999),
    "end": lambda trail: trail._scroll(9999),
}
"""What each key does with an act opened."""
