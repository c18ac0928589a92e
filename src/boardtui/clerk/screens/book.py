"""The book on the screen: its meetings, to open one or to make one from an agenda."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input
from typing_extensions import override

from boardtui.clerk.widgets.bars import Bar, Echo
from boardtui.clerk.widgets.finder import Finder
from boardtui.clerk.widgets.pane import Pane, Row, Run, row
from boardtui.errors import BoardError
from boardtui.model.text import counted

if TYPE_CHECKING:
    from boardtui.book import Book, MeetingRow
    from boardtui.clerk.app import ClerkApp

NEW = "(new)"


class BookScreen(Screen[None]):
    """The meetings of the book, newest first. Letters typed narrow the list; a path makes a new meeting."""

    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("escape", "clear", show=False, priority=True),
        Binding("ctrl+q", "app.quit", show=False, priority=True),
    ]
    app: ClerkApp

    def __init__(self, book: Book) -> None:
        super().__init__()
        self.book = book
        self._meetings = sorted(book.meetings(), key=lambda m: (m.day, m.name), reverse=True)
        self._found = self._meetings
        self._at = 0

    @override
    def compose(self) -> ComposeResult:
        yield Bar(id="heading")
        yield Pane(id="meetings", picked=self._picked)
        yield Echo(id="echo")
        yield Finder(placeholder="Enter opens. Letters find a meeting; the path of an agenda makes a new one.")

    def on_mount(self) -> None:
        """Show the meetings."""
        self.query_one("#heading", Bar).say(
            Run("The minute book", "strong"), right=Run("↑ ↓ Enter · Ctrl+Q leaves", "muted")
        )
        self._show()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        wanted = event.value.lower()
        self._found = [m for m in self._meetings if wanted in f"{m.name} {m.body} {m.day}".lower()]
        self._at = 0
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open the marked meeting, or make one from the agenda named."""
        if self._found:
            self.app.open_meeting(self._found[self._at].name)
        elif event.value.strip():
            self._make(event.value.strip())

    def _make(self, path: str) -> None:
        """Of a file of our own at once; any other is reviewed first."""
        from boardtui.desk.agenda_files import agenda_file
        from boardtui.desk.calling import call_meeting

        try:
            file = agenda_file(_home(path.strip("'\"")))
            if not file.is_native:
                self.app.bring(file, self._refused)
                return
            clock, actor = self.app.clock, self.app.actor
            desk = call_meeting(self.book, file.agenda(), clock=clock, actor=actor, source=file.digest)
        except BoardError as error:
            self._refused(error)
            return
        self.app.open_meeting(desk.meeting)

    def _refused(self, error: BoardError) -> None:
        self.query_one("#echo", Echo).refused(error.message, error.hint)

    def _picked(self, key: str | int) -> None:
        self.app.open_meeting(str(key))

    def action_move(self, step: int) -> None:
        """Mark the next meeting, or the one before."""
        if self._found:
            self._at = (self._at + step) % len(self._found)
            self._show()

    def action_clear(self) -> None:
        """Empty the line."""
        self.query_one(Input).value = ""

    def _show(self) -> None:
        rows = [_meeting_row(m, here=i == self._at) for i, m in enumerate(self._found)]
        if not self._meetings:
            rows = [
                row("The book is empty.", "strong"),
                Row(),
                row("Type the path of an agenda and press Enter."),
            ]
        elif not rows:
            rows = [row("No meeting by that name. Enter makes a new one, if this is the path of an agenda.", "muted")]
        self.query_one("#meetings", Pane).show(rows, focus=self._at)


def _home(path: str) -> str:
    """The path with `~` read as a shell reads it."""
    try:
        return str(Path(path).expanduser())
    except RuntimeError:  # of nobody who is known here
        return path


def _meeting_row(meeting: MeetingRow, *, here: bool) -> Row:
    style = "here" if here else "plain"
    return Row(
        (Run("▶ " if here else "  ", style), Run(f"{meeting.day:<12} {meeting.body}", style)),
        Run(f"{meeting.stage} · {counted(meeting.acts, 'act')}", "muted"),
        meeting.name,
    )
