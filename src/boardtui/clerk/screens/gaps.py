"""What is missing: each gap a jump to where it is mended, and the reasons given for what stands all the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events
from typing_extensions import override

from boardtui.clerk.gap_rows import gap_rows, listed
from boardtui.clerk.screens.over import ListOverDesk
from boardtui.clerk.widgets.pane import Row, Run, row
from boardtui.model.text import clean_line, counted

if TYPE_CHECKING:
    from boardtui.desk.mending import Typed
    from boardtui.desk.missing import Answered, Missing, Told


class GapsScreen(ListOverDesk):
    """The list of what is missing. Letters narrow it; Enter goes to where one is mended, Ctrl+O to say why it stands.

    told: what there is; go: leads to a minute and a block, and says what is typed
    there.
    """

    def __init__(
        self,
        told: Told,
        saved: Callable[[], Run],
        go: Callable[[Missing | Answered, Typed], None],
    ) -> None:
        super().__init__(saved)
        self._told, self._go = told, go
        self._found: list[Missing | Answered] = listed(told, "")
        self._words = ""
        self._at = 0

    # --- keys

    def on_key(self, event: events.Key) -> None:
        """Every key in its turn; behind the one that led away they are for the composer."""
        if self.is_behind(event):
            return
        if event.key in _KEYS:
            _KEYS[event.key](self)
        elif event.is_printable and event.character:
            self._narrow(self._words + event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Pasted words narrow the list like typed ones."""
        event.stop()
        self._narrow(self._words + clean_line(event.text))

    def _leave(self) -> None:
        """Esc: first the words, then the list."""
        if self._words:
            self._narrow("")
        else:
            self.leave()

    def _move(self, step: int) -> None:
        self._at = max(0, min(self._at + step, len(self._found) - 1))
        self._show()

    def _page(self, direction: int) -> None:
        self._move(direction * max(1, self._list.size.height // 2))

    def _narrow(self, words: str) -> None:
        self._words, self._found, self._at = words, listed(self._told, words), 0
        self._show()

    @override
    def picked(self, key: str | int) -> None:
        again, self._at = self._at == key, int(key)
        if again:
            self._mend()
        else:
            self._show()

    def _mend(self) -> None:
        """Go to where the marked one is mended; a reason is taken back there."""
        from boardtui.desk.missing import Missing

        if self._found:
            one = self._found[self._at]
            self._go_to(one, one.mends if isinstance(one, Missing) else one.undoes)

    def _answer(self) -> None:
        """Go there to say why it stands."""
        from boardtui.desk.missing import Missing

        one = self._found[self._at] if self._found else None
        if isinstance(one, Missing) and one.answers.text:
            self._go_to(one, one.answers)
        elif isinstance(one, Missing):
            self.echo.told(f"There is no act that a reason could be given for. Enter mends it: {one.mends.told}")
        elif one is not None:
            self.echo.told("That is a reason; Enter takes it back.")

    def _go_to(self, one: Missing | Answered, typed: Typed) -> None:
        self._go(one, typed)
        self.leave()

    # --- showing

    def _show(self) -> None:
        self.echo.clear()
        self._resized()

    @override
    def lay_out(self, width: int) -> None:
        rows, focus = gap_rows(self._found, self._at, width)
        if not rows:
            rows = [row("No gap holds these words. Esc shows all.", "muted") if self._words else self._nothing()]
        elif not self._told.missing and not self._words:
            rows, focus = [self._nothing(), *rows], focus + 1
        self._list.show(rows, focus=focus)
        self.show_heading()
        words = Run(self._words, "strong") if self._words else Run("Letters find one", "muted")
        self._foot.say(words, right=Run("↑ ↓ · Enter mends · Ctrl+O says why it stands · Esc back", "muted"))

    @staticmethod
    def _nothing() -> Row:
        return row("Nothing is missing.", "good")

    @override
    def head(self) -> Sequence[Run]:
        missing, answered = len(self._told.missing), len(self._told.answered)
        count = f" · {counted(answered, 'reason')} given" if answered else ""
        narrowed = f" · {len(self._found)} shown" if self._words else ""
        return Run(f"Gaps: {missing}", "strong"), Run(f"{count}{narrowed}", "muted")


_KEYS: dict[str, Callable[[GapsScreen], None]] = {
    "escape": GapsScreen._leave,
    "f4": GapsScreen.leave,
    "enter": GapsScreen._mend,
    "ctrl+o": GapsScreen._answer,
    "up": lambda gaps: gaps._move(-1),
    "down": lambda gaps: gaps._move(1),
    "pageup": lambda gaps: gaps._page(-1),
    "pagedown": lambda gaps: gaps._page(1),
    "home": lambda gaps: gaps._move(-len(gaps._found)),
    "end": lambda gaps: gaps._move(len(gaps._found)),
    "backspace": lambda gaps: gaps._narrow(gaps._words[:-1]),
    "ctrl+h": lambda gaps: gaps._narrow(gaps._words[:-1]),
    "ctrl+u": lambda gaps: gaps._narrow(""),
}
"""What each key does."""
