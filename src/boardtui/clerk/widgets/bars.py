"""The lines of the screen that are a few rows high: the heading, what was last recorded, where the meeting is, the alarm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual import events
from typing_extensions import override

from boardtui.clerk.widgets.pane import Pane, Row, Run, row, wrapped
from boardtui.errors import BoardError


class Bar(Pane):
    """A row of runs, with one run at the right edge."""

    DEFAULT_CSS = """
    Bar { height: 1; background: $panel; padding: 0 1; }
    """

    def say(self, *runs: Run, right: Run | None = None) -> None:
        """Show these runs. Only what changed is painted."""
        self.show([Row(runs, right)])


class Lines(Pane):
    """A row, or as many as are needed, up to four."""

    DEFAULT_CSS = """
    Lines { height: 1; background: $surface; padding: 0 1; }
    Lines.-two { height: 2; }
    Lines.-three { height: 3; }
    Lines.-four { height: 4; }
    """

    @property
    def height(self) -> int:
        """How many rows it takes, as soon as they are laid out."""
        return max(1, min(len(self.rows), 4))

    def put(self, rows: list[Row]) -> None:
        """Show these rows, at most four."""
        for number, name in ((2, "-two"), (3, "-three"), (4, "-four")):
            self.set_class(min(len(rows), 4) == number, name)
        self.show(rows)


class Echo(Lines):
    """What the last line came to: recorded, or refused with the reason and what to do."""

    _told = ""

    @override
    def put(self, rows: list[Row]) -> None:
        """Show these rows, at most four."""
        super().put(rows)
        self._told = ""

    def recorded(self, text: str, *more: Run) -> None:
        """Say what was recorded; more: what is to be said of it, below, as far as there is room."""
        width = self.content_size.width or 76
        rows = [Row((Run("✓ ", "good"), Run(text, "muted")))]
        for run in more:
            rows += wrapped(run.text, width, run.style, first="  ", rest="  ")
        self.put(rows)

    def refused(self, message: str, hint: str) -> None:
        """Say why a line was not recorded, and what to do; all of it, on as many rows as that takes."""
        width = self.content_size.width or 76
        rows = wrapped(message, width, "bad", first="✗ ", rest="  ")
        self.put(rows + wrapped(hint, width, first="  ", rest="  ") if hint else rows)

    def told(self, text: str, style: str = "muted") -> None:
        """Say something else; all of it, on as many rows as that takes."""
        self.put(wrapped(text, self.content_size.width or 76, style))
        self._told = text

    def also(self, text: str, style: str = "muted") -> None:
        """Say something else, below what was recorded last if that stands here."""
        kept = [one for one in self.rows if one.runs and one.runs[0].style == "good" and len(one.runs) > 1]
        self.put([*kept[:1], row(text, style)])

    def says(self, text: str) -> bool:
        """Is this what stands here, and nothing else?"""
        return self._told == text

    def clear(self) -> None:
        """Say nothing."""
        self.put([])


class Alarm(Pane):
    """Rows over the whole width at the top of a screen: that saving fails, or what is to be known of the book.

    It takes no key and no focus, and no more than a third of the screen. Colour is never its only sign.
    """

    DEFAULT_CSS = """
    Alarm { dock: top; height: auto; padding: 0 1; background: $panel; display: none; }
    Alarm.-failing { background: $error; }
    Alarm.-failing .pane--strong { color: $background; }
    Alarm.-failing .pane--plain { color: $background; }
    """
    NOT_SAVED = "✗ ✗ ✗   NOT SAVED   ✗ ✗ ✗"
    HIDE = "Esc hides this"
    GO_ON = "Go on typing. It is kept as long as boardtui is open, and saved by itself as soon as it can be."

    def __init__(self) -> None:
        super().__init__(id="alarm")
        self._trouble: BoardError | None = None
        self._notices: Sequence[BoardError] = ()

    def sound(self, trouble: BoardError | None, notices: Sequence[BoardError]) -> None:
        """Say why nothing can be saved; when there is no trouble, what is to be known; else nothing."""
        if (trouble, notices) != (self._trouble, self._notices):
            self._trouble, self._notices = trouble, notices
            self._put()

    @override
    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew."""
        super().on_resize(event)
        self.call_after_refresh(self._put)

    def _put(self) -> None:
        screen = self.screen.size
        width = max(8, screen.width - 2)
        rows = self._failing(width) if self._trouble is not None else self._known(width)
        rows = rows[: max(1, screen.height // 3)]
        self.set_class(self._trouble is not None, "-failing")
        self.display = bool(rows)
        self.styles.height = len(rows)
        self.show(rows)

    def _failing(self, width: int) -> list[Row]:
        """That it is not saved; what is wrong; what to do, and where the rescue copy is."""
        trouble = self._trouble or BoardError("")
        return [
            row(self.NOT_SAVED, "strong"),
            *_lines(trouble.message, width, "strong"),
            *_lines(trouble.hint, width),
            *_lines(self.GO_ON, width),
        ]

    def _known(self, width: int) -> list[Row]:
        """What is to be known of the book, until the clerk goes on."""
        rows: list[Row] = []
        for notice in self._notices:
            rows += wrapped(notice.message, width - len(self.HIDE) - 1, "warning", first="! ", rest="  ")
            rows += wrapped(notice.hint, width, first="  ", rest="  ") if notice.hint else []
        return [replace(rows[0], right=Run(self.HIDE, "muted")), *rows[1:]] if rows else []


def _lines(text: str, width: int, style: str = "plain") -> list[Row]:
    """A text in rows, none for none; a path that fills a row has no space behind it on the next."""
    return [row(one.runs[-1].text.strip(), style) for one in wrapped(text, width)] if text else []
