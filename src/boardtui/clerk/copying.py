"""A whole minute to the clipboard, from which every other program may read it: what is restricted only when it is meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from boardtui.model.text import counted

if TYPE_CHECKING:
    from boardtui.desk import Desk
    from boardtui.minutes.tree import Minute

LINE = "/copy"


class MinuteCopier:
    """Copies minutes. put: puts text into the clipboard, by way of the terminal, which may keep it back."""

    def __init__(self, put: Callable[[str], None]) -> None:
        self._put = put
        self._asked: tuple[int, int] | None = None  # the minute, and how far the meeting was, when it was asked

    def typed(self, text: str) -> None:
        """Something else is typed: what was asked is forgotten."""
        if text.strip() != LINE:
            self._asked = None

    def copy(self, desk: Desk, entry_key: int, key: str) -> tuple[bool, str]:
        """Copy a minute as it stands. key: what has to be pressed again where it is restricted.

        Returns whether it went, and what to tell.
        """
        from boardtui.minutes.compose import holds_restricted
        from boardtui.minutes.formats import Source
        from boardtui.minutes.paste import minute_as_text

        record = desk.ahead
        minute, text = minute_as_text(Source(record, desk.house), entry_key)
        if not text:
            return False, f"There is nothing in {_called(minute)} to copy yet."
        asked, self._asked = self._asked, (entry_key, record.last_seq)
        if holds_restricted(record, record.entries[entry_key]) and asked != self._asked:
            return False, f"This is restricted. {key} again copies it."
        self._asked = None
        self._put(text)
        lines = counted(sum(bool(line) for line in text.split("\n")), "line")
        return True, f"Copied {_called(minute)}, {lines}. If nothing can be pasted: boardtui export --to paste"


def _called(minute: Minute) -> str:
    """What a minute is called in a sentence."""
    if minute.items:
        several = "s" if len(minute.items) > 1 else ""
        return f"the minute of item{several} {', '.join(minute.items)}"
    return "this minute"
