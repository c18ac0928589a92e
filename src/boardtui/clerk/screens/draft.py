"""The whole draft as it will print, with what is missing in its place, a jump from each line to its block, and reading back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events
from typing_extensions import override

from boardtui.clerk.draft_rows import Stop, draft_rows, large_rows, stops
from boardtui.clerk.screens.over import ListOverDesk
from boardtui.clerk.widgets.pane import Run
from boardtui.model.text import counted

if TYPE_CHECKING:
    from boardtui.desk import Desk


class DraftScreen(ListOverDesk):
    """The draft, to be read. A letter leads back to the composer, and is typed there.

    go: leads to a minute and a block of it.
    """

    def __init__(self, desk: Desk, saved: Callable[[], Run], go: Callable[[int | None, int | None], None]) -> None:
        super().__init__(saved)
        from boardtui.minutes.compose import compose
        from boardtui.rules.gaps import gaps

        self._record, self._go = desk.record, go
        self._minutes, self._gaps = compose(desk.record, desk.house), gaps(desk.record)
        self._stops: list[Stop] = []
        self._at: int | None = None
        self._large = self._upwards = False

    # --- keys

    def on_key(self, event: events.Key) -> None:
        """Every key in its turn; a letter, and what comes behind it, is for the composer."""
        if self.is_behind(event):
            return
        if event.key in _KEYS:
            _KEYS[event.key](self)
        elif event.is_printable:
            self.leave()
            self.hand_on(events.Key(event.key, event.character))
        else:
            return
        event.stop()
        event.prevent_default()

    def _back(self) -> None:
        """Esc: from the large letters to the draft, and from there to the desk."""
        if self._large:
            self._read_back()
        else:
            self.leave()

    def _move(self, step: int) -> None:
        if self._large:
            self._list.scroll_rows(step)
            return
        self._at, self._upwards = max(0, min(self._here + step, len(self._stops) - 1)), step < 0
        self._show()

    def _page(self, direction: int) -> None:
        self._move(direction * max(1, self._list.size.height // 3))

    def _next_gap(self) -> None:
        """To the next thing that is missing, from the top again behind the last one."""
        places = [place for place, one in enumerate(self._stops) if one.gap]
        if not places:
            self.echo.told("Nothing is missing.", "good")
            return
        before = self._here
        self._at = next((place for place in places if place > before), places[0])
        self._large, self._upwards = False, self._at < before
        self._show()

    @override
    def picked(self, key: str | int) -> None:
        again, self._at = self._at == key, int(key)
        if again:
            self._go_there()
        else:
            self._show()

    def _go_there(self) -> None:
        """To the block of the line, in its minute."""
        one = self._stops[self._here] if self._stops else None
        if one is None or (one.entry is None and one.seq is None):
            self.echo.told("This line comes from the agenda or the register: F10 opens that.")
            return
        self._go(one.entry, one.seq)
        self.leave()

    def _read_back(self) -> None:
        """What is marked, in large letters; and back."""
        if not self._large and not (self._stops and self._stops[self._here].said):
            self.echo.told("There is nothing to read back in this line.")
            return
        self._large = not self._large
        self._show()

    # --- showing

    @property
    def _here(self) -> int:
        """The place that is marked: at first the last thing minuted in the open minute."""
        if self._at is None:
            now = [
                place for place, one in enumerate(self._stops) if one.entry == self._record.entry_key and not one.gap
            ]
            self._at = now[-1] if now else 0
        return self._at

    @override
    def lay_out(self, width: int) -> None:
        self._stops = stops(self._minutes, self._record, self._gaps, width)
        self._show()

    def _show(self) -> None:
        self.echo.clear()
        if self._large:
            self._list.show(large_rows(self._stops[self._here].said, self._list.content_size.width), focus=0)
        else:
            rows, first, last = draft_rows(self._stops, self._here)
            self._list.show(rows, focus=first if self._upwards else last)
        keys = (
            "Esc back to the draft" if self._large else "↑ ↓ · Tab next gap · Enter goes there · Space large · Esc back"
        )
        self._foot.say(right=Run(keys, "muted"))

    @override
    def head(self) -> Sequence[Run]:
        about = f" · {counted(len(self._gaps), 'gap')}" if self._gaps else ""
        return Run("The draft", "strong"), Run(about, "warning")


_KEYS: dict[str, Callable[[DraftScreen], None]] = {
    "escape": DraftScreen._back,
    "ctrl+r": DraftScreen.leave,
    "enter": DraftScreen._go_there,
    "space": DraftScreen._read_back,
    "tab": DraftScreen._next_gap,
    "up": lambda draft: draft._move(-1),
    "down": lambda draft: draft._move(1),
    "pageup": lambda draft: draft._page(-1),
    "pagedown": lambda draft: draft._page(1),
    "home": lambda draft: draft._move(-len(draft._stops)),
    "end": lambda draft: draft._move(len(draft._stops)),
}
"""What each key does."""
