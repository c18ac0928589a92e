"""The lines of the screen that are one row high: the heading, what was last recorded, where the meeting is."""

from __future__ import annotations

from boardtui.clerk.widgets.pane import Pane, Row, Run


class Bar(Pane):
    """A row of runs, with one run at the right edge."""

    DEFAULT_CSS = """
    Bar { height: 1; background: $panel; padding: 0 1; }
    """

    def say(self, *runs: Run, right: Run | None = None) -> None:
        """Show these runs. Only what changed is painted."""
        self.show([Row(runs, right)])


class Echo(Pane):
    """What the last line came to: recorded, or refused with the reason and what to do. As many rows as it needs, up to 2."""

    DEFAULT_CSS = """
    Echo { height: 1; background: $surface; padding: 0 1; }
    Echo.-two { height: 2; }
    """

    def recorded(self, text: str) -> None:
        """Say what was recorded."""
        self._say([Row((Run("✓ ", "good"), Run(text, "muted")))])

    def refused(self, message: str, hint: str) -> None:
        """Say why a line was not recorded, and what to do."""
        rows = [Row((Run("✗ ", "bad"), Run(message, "bad")))]
        self._say([*rows, Row((Run("  "), Run(hint, "plain")))] if hint else rows)

    def told(self, text: str, style: str = "muted") -> None:
        """Say something else in a line."""
        self._say([Row((Run(text, style),))])

    def clear(self) -> None:
        """Say nothing."""
        self._say([])

    def _say(self, rows: list[Row]) -> None:
        self.set_class(len(rows) > 1, "-two")
        self.show(rows)
