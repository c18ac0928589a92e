"""The lines of the screen that are one row high: the heading, what was last recorded, where the meeting is."""

from __future__ import annotations

from boardtui.clerk.widgets.pane import Pane, Row, Run, wrapped


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

    def put(self, rows: list[Row]) -> None:
        """Show these rows, at most four."""
        for number, name in ((2, "-two"), (3, "-three"), (4, "-four")):
            self.set_class(min(len(rows), 4) == number, name)
        self.show(rows)


class Echo(Lines):
    """What the last line came to: recorded, or refused with the reason and what to do."""

    def recorded(self, text: str) -> None:
        """Say what was recorded."""
        self.put([Row((Run("✓ ", "good"), Run(text, "muted")))])

    def refused(self, message: str, hint: str) -> None:
        """Say why a line was not recorded, and what to do; all of it, on as many rows as that takes."""
        width = self.content_size.width or 76
        rows = wrapped(message, width, "bad", first="✗ ", rest="  ")
        self.put(rows + wrapped(hint, width, first="  ", rest="  ") if hint else rows)

    def told(self, text: str, style: str = "muted") -> None:
        """Say something else in a line."""
        self.put([Row((Run(text, style),))])

    def clear(self) -> None:
        """Say nothing."""
        self.put([])
