"""The review of an agenda that was read from a file: its lines, the agenda as it will be, and keys to mend it by."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen
from typing_extensions import override

from boardtui.agendas.reading import Reading
from boardtui.agendas.troubles import Trouble
from boardtui.clerk.review.agenda_rows import agenda_rows
from boardtui.clerk.review.keys import ReviewKey, foot_rows, help_rows, key_of
from boardtui.clerk.review.marking import Marking
from boardtui.clerk.review.mending import Mending
from boardtui.clerk.review.source_rows import SourceRows
from boardtui.clerk.review.trouble_rows import by_sort, count_runs, trouble_rows
from boardtui.clerk.screens.reading import ReadingScreen
from boardtui.clerk.widgets.bars import Bar, Echo
from boardtui.clerk.widgets.pane import FittingPane, Run
from boardtui.clerk.widgets.rows import crop
from boardtui.errors import BoardError
from boardtui.model.text import counted, literal

FAR = 999_999


class ReviewScreen(Screen[None]):
    """What is marked at one side is marked at the other. Nothing is stored before all of it is accepted.

    enter: given the reading when it is accepted; makes the meeting and leads to it, or raises BoardError; leave: leads back
    to where it was opened. It handles its keys itself, in their order.
    """

    AUTO_FOCUS = None
    CSS = """
    ReviewScreen { layout: vertical; background: $background; }
    ReviewScreen #middle { height: 1fr; layout: horizontal; }
    ReviewScreen #source { width: 1fr; padding: 0 1; background: $background; }
    ReviewScreen #agenda { width: 1fr; padding: 0 1; border-left: solid $panel; }
    ReviewScreen #troubles { width: 1fr; padding: 0 1; border-left: solid $panel; display: none; }
    ReviewScreen.-listed #troubles { display: block; }
    ReviewScreen.-listed #agenda { display: none; }
    ReviewScreen #typed { background: $surface; }
    ReviewScreen #legend { height: 2; padding: 0 1; background: $panel; }
    ReviewScreen.-narrow #source { display: none; }
    ReviewScreen.-narrow #agenda, ReviewScreen.-narrow #troubles { border-left: none; }
    ReviewScreen.-narrow.-source #source { display: block; }
    ReviewScreen.-narrow.-source #agenda { display: none; }
    ReviewScreen.-narrow.-listed #source { display: none; }
    ReviewScreen.-wide.-listed #agenda { display: block; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-normal"), (180, "-wide")]

    def __init__(
        self, reading: Reading, enter: Callable[[Reading], None], leave: Callable[[], object], *, about: str = ""
    ) -> None:
        """about: what more is to be known of it, in a word or two: whose members were read from a file."""
        super().__init__()
        self._marking, self._enter, self._lead_back, self._about = Marking(reading), enter, leave, about
        self._list_at: int | None = None
        self._asked_to_leave = self._left = False
        self._told = " ".join(reading.source.remarks)
        self._heading, self._typed, self.echo = Bar(id="heading"), Bar(id="typed"), Echo(id="echo")
        self._mending = Mending(self._marking, self.echo)
        self._source = FittingPane(id="source", resized=self._show, picked=self._picked_line)
        self._agenda = FittingPane(id="agenda", resized=self._show, picked=self._picked)
        self._troubles = FittingPane(id="troubles", resized=self._show, picked=self._picked_trouble)
        self._legend = FittingPane(id="legend", resized=self._show)

    @override
    def compose(self) -> ComposeResult:
        yield self._heading
        with Container(id="middle"):
            yield self._source
            yield self._agenda
            yield self._troubles
        yield self.echo
        yield self._typed
        yield self._legend

    def on_mount(self) -> None:
        """Show it, and what is to be known of how it was read."""
        self.call_after_refresh(lambda: self.echo.told(self._told) if self._told else None)

    # --- keys

    def on_key(self, event: events.Key) -> None:
        """Every key in its turn; behind the one that led away they are for nobody."""
        event.stop()
        event.prevent_default()
        if self._left:
            return
        leaving, self._asked_to_leave = self._asked_to_leave, False
        if leaving and event.key != "escape":
            self.echo.clear()
        try:
            if self._mending.asked is not None:
                self._mending.press(event)
            elif self._list_at is not None and event.key in _LIST_KEYS:
                _LIST_KEYS[event.key](self)
            elif event.key in _MOVES:
                self.echo.clear()
                _MOVES[event.key](self)
            elif self._marking.on_folded and event.key in ("enter", "right"):
                self._marking.open_folded()
            elif (one := key_of(event.key, event.character)) is not None:
                self._do(one, leaving=leaving)
        except BoardError as error:
            self.echo.refused(error.message, error.hint)
        self._show()

    def _do(self, one: ReviewKey, *, leaving: bool) -> None:
        if one.does == "leave":
            self._leave(sure=leaving)
            return
        self.echo.clear()
        if one.does in _DOES:
            _DOES[one.does](self)
        else:
            self._mending.do(one)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is typed, where something is asked."""
        event.stop()
        try:
            self._mending.paste(event.text)
        except BoardError as error:
            self.echo.refused(error.message, error.hint)
        self._show()

    def _leave(self, *, sure: bool) -> None:
        if self._list_at is not None:
            self._close_list()
        elif self.may_leave(sure=sure):
            self._left = True
            self._lead_back()

    def may_leave(self, *, sure: bool = False) -> bool:
        """Is nothing lost by leaving, or was that asked already? Else it is asked now."""
        if sure or self._asked_to_leave or not self._marking.revision.is_changed:
            return True
        self._asked_to_leave = True
        steps = counted(len(self._marking.revision.before), "step")
        self.echo.told(
            f"What you changed here ({steps}) is stored nowhere. Once more leaves it; any other key stays.", "warning"
        )
        return False

    def _move(self, by: int) -> None:
        self._marking.move(by)

    def _page(self, direction: int) -> None:
        pane = self._source if self._marking.in_source else self._agenda
        self._move(direction * max(1, pane.size.height - 3))

    def _change_side(self) -> None:
        self._marking.change_side()

    def _next(self, step: int) -> None:
        if not self._marking.next_trouble(step):
            self.echo.told("Nothing is doubtful or left over. F5 makes the meeting.", "good")

    def _picked(self, key: str | int) -> None:
        self._pick(lambda: self._marking.go_to(int(key)), in_source=False)

    def _picked_line(self, key: str | int) -> None:
        self._pick(lambda: self._marking.go_to_line(int(key)), in_source=True)

    def _pick(self, go: Callable[[], None], *, in_source: bool) -> None:
        if self._mending.asked is None:
            self._marking.in_source = in_source
            go()
            self._show()

    def _accept_all(self) -> None:
        """The meeting is made; the reason why not is told."""
        if not self._marking.reading.is_agenda:
            self.echo.refused("There is no item in the agenda yet.", "Go to a line that is one, and press i.")
            return
        self._enter(self._marking.reading)
        self._left = True

    # --- the list of what is odd

    def _open_list(self) -> None:
        self._list_at = 0
        self.add_class("-listed")

    def _close_list(self) -> None:
        self._list_at = None
        self.remove_class("-listed")

    @property
    def _listed(self) -> list[Trouble]:
        return by_sort(self._marking.troubles)

    def _move_in_list(self, by: int) -> None:
        self._list_at = max(0, min((self._list_at or 0) + by, len(self._listed) - 1))

    def _picked_trouble(self, key: str | int) -> None:
        again, self._list_at = self._list_at == key, int(key)
        if again:
            self._go_to_trouble()
        self._show()

    def _go_to_trouble(self) -> None:
        """To the line of it; where something is missing, it is asked for."""
        listed = self._listed
        one = listed[min(self._list_at or 0, len(listed) - 1)] if listed else None
        self._close_list()
        if one is None:
            return
        if one.at is not None:
            self._marking.go_to(one.at)
        if one.adds is not None:
            self._marking.go_to(0)
            self._mending.ask_words(one.adds)
        else:
            self.echo.told(one.sentence)

    def _open_help(self) -> None:
        self.app.push_screen(ReadingScreen("Review", help_rows, lambda _key: None))

    # --- showing

    def _show(self) -> None:
        marking = self._marking
        self.set_class(marking.in_source, "-source")
        here = marking.one.lines if marking.one is not None else ()
        if width := self._source.content_size.width:
            lines = SourceRows(marking.lines, here, marking.line, width, led=marking.in_source)
            self._source.show(lines, focus=lines.focus)
        if width := self._agenda.content_size.width:
            placed, led = marking.reading.placed, not marking.in_source
            rows, focus = agenda_rows(placed, marking.shown, marking.idle, marking.at, width, led=led)
            self._agenda.show(rows, focus=focus)
        if self._list_at is not None and (width := self._troubles.content_size.width):
            rows, focus = trouble_rows(self._listed, self._list_at, width)
            self._troubles.show(rows, focus=focus)
        self._show_bars()

    def _show_bars(self) -> None:
        marking = self._marking
        side = "its lines" if marking.in_source else "the agenda"
        name = crop(literal(PurePath(marking.reading.source.name).name), self._heading.size.width // 3)
        self._heading.say(
            Run(name, "strong"),
            Run(f" · {side}{self._about}", "muted"),
            *count_runs(marking.troubles),
            right=Run("NOT STORED YET", "muted"),
        )
        width = self._typed.content_size.width
        asked = self._mending.asked
        self._typed.say(*(asked.runs(width) if asked is not None else self._told_of_marked()))
        self._legend.show(foot_rows(self._legend.content_size.width))

    def _told_of_marked(self) -> list[Run]:
        """What the marked line is taken for, and the doubt there is about it."""
        one = self._marking.one
        if one is None:
            return [Run("The source has no lines.", "muted")]
        lines = f"line{'s' if len(one.lines) > 1 else ''} {', '.join(map(str, one.lines))}" if one.lines else "added"
        about = next((trouble.sentence for trouble in self._marking.troubles if trouble.at == self._marking.at), "")
        return [
            Run(f"{one.part}", "accent"),
            Run(f" · {lines}", "muted"),
            Run(f" · {about}" if about else "", "warning"),
        ]


_MOVES: dict[str, Callable[[ReviewScreen], None]] = {
    "up": lambda review: review._move(-1),
    "down": lambda review: review._move(1),
    "pageup": lambda review: review._page(-1),
    "pagedown": lambda review: review._page(1),
    "home": lambda review: review._move(-FAR),
    "end": lambda review: review._move(FAR),
}
_LIST_KEYS: dict[str, Callable[[ReviewScreen], None]] = {
    "f4": ReviewScreen._close_list,
    "enter": ReviewScreen._go_to_trouble,
    "up": lambda review: review._move_in_list(-1),
    "down": lambda review: review._move_in_list(1),
    "home": lambda review: review._move_in_list(-FAR),
    "end": lambda review: review._move_in_list(FAR),
}
_DOES: dict[str, Callable[[ReviewScreen], None]] = {
    "enter": ReviewScreen._accept_all,
    "next": lambda review: review._next(1),
    "before": lambda review: review._next(-1),
    "side": ReviewScreen._change_side,
    "list": ReviewScreen._open_list,
    "help": ReviewScreen._open_help,
}
"""What is done at those of the keys in REVIEW_KEYS that change nothing in the reading, but for the one that leaves."""
