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


class Lines(Pane):
    """A row, or two where they are needed."""

    DEFAULT_CSS = """
    Lines { height: 1; background: $surface; padding: 0 1; }
    Lines.-two { height: 2; }
    """

    def put(self, rows: list[Row]) -> None:
        """Show these rows."""
        self.set_class(len(rows) > 1, "-two")
        self.show(rows)


class Echo(Lines):
    """What the last line came to: recorded, or refused with the reason and what to do."""

    def recorded(self, text: str) -> None:
        """Say what was recorded."""
        self.put([Row((Run("✓ ", "good"), Run(text, "muted")))])

    def refused(self, message: str, hint: str) -> None:
        """Say why a line was not recorded, and what to do."""
        rows = [Row((Run("✗ ", "bad"), Run(message, "bad")))]
        self.put([*rows, Row((Run("  "), Run(hint, "plain")))] if hint else rows)

    def told(self, text: str, style: str = "muted") -> None:
        """Say something else in a line."""
        self.put([Row((Run(text, style),))])

    def clear(self) -> None:
        """Say nothing."""
        self.put([])
