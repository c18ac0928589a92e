"""The clerk's one home: the agenda, the minutes of the open item as they will read, the composer, the room."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import Worker
from typing_extensions import override

from boardtui.clerk.keymap import KEY_COMMANDS, bindings
from boardtui.clerk.lookout import Lookout
from boardtui.clerk.one_picture import OnePicture
from boardtui.clerk.opening import LOOK, Opening
from boardtui.clerk.turns import Tidying
from boardtui.clerk.typing import Typing
from boardtui.clerk.widgets.bars import Bar, Echo, Lines
from boardtui.clerk.widgets.composer import Composer
from boardtui.clerk.widgets.pane import Pane, Run, row

if TYPE_CHECKING:
    from boardtui.clerk.app import ClerkApp
    from boardtui.clerk.screens.over import OverDesk
    from boardtui.desk import Desk
    from boardtui.desk.history import ToldLines
    from boardtui.rules.gaps import Findings, Gap

HELP = Run("/ commands  F1 help", "muted")
"""What is always told."""
MOST_OF_THE_HEADING = 3
"""Rows of the heading of an item that leave one for what an interest asks for."""
TICK = 1.0
"""Seconds between two looks at the clock."""


class DeskScreen(Screen[None]):
    """A meeting at the clerk's desk.

    opening: the book, and how to have the meeting on the desk; it is loaded behind the first picture, so that typing
    can begin at once.
    """

    AUTO_FOCUS = "#composer"
    BINDINGS: ClassVar[list[BindingType]] = bindings()
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (160, "-wide")]

    app: ClerkApp

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self.opening = opening
        self.typing = Typing(opening, self)
        # Held rather than looked up: a tick may still come while the screen is being taken down.
        self._heading, self._status = Bar(id="heading"), Bar(id="status")
        self._agenda = Pane(id="agenda", picked=self._item_picked)
        self._item = Lines(id="item")
        self._minute = Pane(id="minute", picked=self._block_picked)
        self._room = Pane(id="room")
        self.echo = Echo(id="echo")
        self.composer = Composer(
            self.typing.hooks,
            id="composer",
            placeholder="Type what happens. / commands, @ names",
            kept_in_sight=lambda: self.echo.height,
        )
        self.picture = OnePicture(lambda: self.app.batch_update(), self.set_timer, self.check_idle)
        self._failing = False
        self._lookout, self._looking = Lookout(self.typing.fingers), False
        self._tidying = Tidying(self.typing.fingers)
        self._findings: Findings | None = None
        self._gaps_of = -1
        self.over: OverDesk | None = None
        self._behind_line: OverDesk | None = None  # the one over the desk, if a typed line asked for it
        self._told: ToldLines = {}  # the lines of the trail, once they have been worked out

    @override
    def compose(self) -> ComposeResult:
        yield self._heading
        with Container(id="middle"):
            yield self._agenda
            with Container(id="centre"):
                yield self._item
                yield self._minute
                with Container(id="writing"):
                    yield self.echo
                    yield self.composer
            yield self._room
        yield self._status

    # --- coming up

    def on_mount(self) -> None:
        """Show what is known at once, take up the draft, and have the meeting loaded."""
        glance = self.opening.glance
        self._heading.say(Run(f"{glance.body} · {glance.day}", "strong"), right=self._saved_run())
        self._agenda.show([row("AGENDA", "muted"), *(row("  " + line) for line in glance.items)])
        self._status.say(right=HELP)
        self.typing.take_up(glance)
        self.call_after_refresh(self.opening.load, self._loaded)
        self.set_interval(TICK, self._tick)
        self.set_interval(LOOK, self.opening.look_at_waiting)

    def _loaded(self) -> None:
        """The meeting is on the desk; or the book turned out not to be sound, and nothing may be done with it."""
        if self.opening.failed is not None:
            self.app.give_up(self.opening.failed)
            return
        self._tidying.begin()
        self.typing.refresh_offers()
        self.show()

    def on_screen_suspend(self) -> None:
        """Another screen comes over this one: what is alarming stands over that, too."""
        self.app.screen.call_later(self.app.sound_alarm)

    @override
    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        """Nothing takes the focus away: not a click beside everything, nor a terminal that says it has lost it."""
        super().set_focus(widget or self.composer, scroll_visible, from_app_focus)

    # --- showing

    def show(self) -> None:
        """Draw everything that follows from the record; panes paint only the rows that changed."""
        desk = self.opening.desk
        if desk is None:
            return
        from boardtui.clerk.interests import duty_line
        from boardtui.clerk.looking import over_it, seen_from
        from boardtui.clerk.views import agenda_rows, heading_rows, minute_rows, room_rows

        record = desk.record
        rows, focus = agenda_rows(record)
        self._agenda.show(rows, focus=focus)
        entry = self.typing.viewed(record)
        minute, width, seen = desk.minute(entry), self._minute.content_size.width, seen_from(record, entry)
        across = self._item.content_size.width
        heading, duty = [*over_it(record, entry), *heading_rows(seen, minute, across)], duty_line(record, across)
        self._item.put([*heading[: MOST_OF_THE_HEADING if duty else None], *duty])
        rows, focus = minute_rows(seen, minute, width, self.typing.selected)
        self._minute.show(rows, focus=focus, follow=focus is None)
        self._room.show(room_rows(record, self._room.content_size.width))
        self._show_bars(desk)

    def _show_bars(self, desk: Desk) -> None:
        from boardtui.clerk.lines import heading_runs, status_runs

        self._heading.say(*heading_runs(desk.record), right=self._saved_run())
        self._status.say(*status_runs(desk.record, desk.clock(), self._missing_now, desk.head_to_note()), right=HELP)
        if self._gaps_of != desk.record.last_seq and self.typing.fingers.rest and not self._looking:
            self._looking = True
            # A function, since one that is put off before it began would leave a coroutine that nobody awaited.
            _: Worker[None] = self.run_worker(partial(self._look_for_gaps, desk), group="gaps")

    async def _look_for_gaps(self, desk: Desk) -> None:
        """Anew for each act, while the clerk's fingers rest."""
        seq = desk.record.last_seq
        found = await self._lookout.look(desk.record.filed, lambda: desk.record.last_seq != seq)
        self._looking = False
        if found is not None:
            self._findings, self._gaps_of = found, seq
        if found is not None or desk.record.last_seq != seq:
            self._show_bars(desk)

    def on_unmount(self) -> None:
        """The desk is left."""
        self._lookout.leave()
        self._tidying.end()

    def say_recorded(self, line: str) -> None:
        """Say that a line was recorded, and below it what there is to say of it."""
        from boardtui.clerk.remarks import remark_runs

        desk = self.opening.desk
        self.echo.recorded(line, *(remark_runs(desk.record) if desk is not None else ()))

    @property
    def _missing_now(self) -> Sequence[Gap]:
        return self._findings.gaps if self._findings is not None else ()

    def show_saved(self) -> None:
        """Draw the saved mark anew; and sound the alarm, or say that it is over."""
        failed, self._failing = self._failing, self.opening.trouble is not None
        if failed or self._failing:
            self.app.sound_alarm()
        if failed and not self._failing:
            self.echo.also("All is saved again.", "good")
        self.show_waiting()
        runs = self._heading.rows[0].runs if self._heading.rows else ()
        self._heading.say(*runs, right=self._saved_run())

    def show_waiting(self) -> None:
        """While saving fails: the last line said that waits, and how many do, so that nobody says it again."""
        waiting = self.opening.waiting
        if self.opening.trouble is None or not waiting.line:
            return
        several = f"{waiting.count} wait to be saved, the last" if waiting.count > 1 else "waits to be saved"
        self.echo.told(f"… {several}: {waiting.line}", "warning")

    def _saved_run(self) -> Run:
        if self.opening.trouble:
            return Run(f"NOT SAVED since {self.opening.saved_here:%H:%M:%S}", "bad")
        mark = "DEMO" if self.opening.demo else "DRAFT"
        if self.opening.desk is None:
            return Run(f"{mark} · opening", "muted")
        if self.opening.desk.record.approval is not None:
            mark = "APPROVED"
        return Run(f"{mark} · saved {self.opening.saved_here:%H:%M:%S}", "muted")

    def _tick(self) -> None:
        if self.opening.desk is not None:
            self._show_bars(self.opening.desk)
        self._tidying.tidy()

    def on_resize(self) -> None:
        """Wrap anew."""
        self.call_after_refresh(self.show)

    # --- picking

    def _item_picked(self, key: str | int) -> None:
        from boardtui.model.acts.text import OpenItem

        self.typing.do(OpenItem(items=(str(key),)))

    def _block_picked(self, key: str | int) -> None:
        self.typing.pick(int(key))
        self.show()

    # --- keys. None of them moves the focus: typing always lands in the composer.

    def action_agenda(self) -> None:
        """Show or hide the agenda."""
        self._fold("agenda", "room")

    def action_room(self) -> None:
        """Show or hide the room."""
        self._fold("room", "agenda")

    def _fold(self, pane: str, other: str) -> None:
        if self.has_class("-narrow"):
            self.remove_class(f"-{other}")
            self.toggle_class(f"-{pane}")
        else:
            self.toggle_class(f"-no-{pane}")
        self.call_after_refresh(self.show)

    def fold_narrow(self) -> bool:
        """On a narrow screen, fold a pane that lies over the minutes. Returns whether one did."""
        lying = self.has_class("-narrow") and (self.has_class("-agenda") or self.has_class("-room"))
        self.remove_class("-agenda", "-room")
        if lying:
            self.call_after_refresh(self.show)
        return lying

    def action_select_up(self) -> None:
        """Select the block before."""
        self.typing.select(-1)

    def action_select_down(self) -> None:
        """Select the block after."""
        self.typing.select(1)

    def action_page_up(self) -> None:
        """Look further up."""
        self._page(-1)

    def action_page_down(self) -> None:
        """Look further down."""
        self._page(1)

    def _page(self, direction: int) -> None:
        self._minute.scroll_rows(direction * max(1, self._minute.size.height - 2))

    def action_prepared(self) -> None:
        """The prepared text happened."""
        self._line_of("prepared")

    def action_next(self) -> None:
        """Open the next item."""
        self._line_of("next")

    def action_previous(self) -> None:
        """Open the item before."""
        self._line_of("previous")

    def action_out(self) -> None:
        """Who must leave for an interest goes out; who left for one comes back."""
        self._line_of("out")

    def action_undo(self) -> None:
        """Undo the last act."""
        self._line_of("undo")

    def action_redo(self) -> None:
        """Redo what was undone last."""
        self._line_of("redo")

    def _line_of(self, command: str) -> None:
        line = next(c.line for c in KEY_COMMANDS if c.id == command)
        self.typing.say(line)

    def action_copy(self) -> None:
        """Copy the minute that is shown."""
        self.typing.copy_minute("Ctrl+G")

    def action_theme(self) -> None:
        """The next theme."""
        from boardtui.clerk.themes import THEMES

        names = [theme.name for theme in THEMES]
        at = names.index(self.app.theme) if self.app.theme in names else -1
        self.app.theme = names[(at + 1) % len(names)]
        self.echo.told(f"Colours: {self.app.theme.removeprefix('boardtui-')}")

    def say_how_to_leave(self) -> None:
        """Ctrl+C with nothing selected: say what it does, and how to leave."""
        self.echo.told("Ctrl+C copies what is selected; nothing is. Ctrl+Q leaves, and everything is saved.")

    async def action_help(self) -> None:
        """All commands and keys."""
        from boardtui.clerk.screens.reading import help_screen

        await self.app.push_screen(help_screen(self.composer.post_message))

    async def action_over(self, command: str) -> None:
        """Lay a screen over the desk. command: the id of its key."""
        if self.over is None:
            await self._lay_over(self._screen_over(command))

    async def action_palette(self) -> None:
        """Find a command."""
        from boardtui.clerk.screens.palette import PaletteScreen

        palette = PaletteScreen(self._chosen)
        await self.app.push_screen(palette)
        palette.ready()

    def open_by_line(self, command: str, words: str = "") -> None:
        """A typed line asks for a screen: what is typed behind its Enter is for that one.

        command: the id of its key; words: what more the line says.
        """
        if self.over is None:
            self._behind_line = self._screen_over(command, words)
            _: Worker[None] = self.run_worker(partial(self._lay_over, self._behind_line))

    def key_behind_line(self, event: events.Key) -> bool:
        """Hand on a key that came to the composer behind such a line. Returns whether it was one."""
        if self._behind_line is None:
            return False
        return self._behind_line.post_message(events.Key(event.key, event.character))

    def _screen_over(self, command: str, words: str = "") -> OverDesk:
        from boardtui.clerk.screens.laid_over import screen_over

        return screen_over(
            command, words, typing=self.typing, opening=self.opening, saved=self._saved_run, told=self._told
        )

    async def _lay_over(self, screen: OverDesk) -> None:
        self.over = screen
        screen.pressed, screen.hand_on = self.typing.fingers.press, self.composer.post_message
        await self.app.push_screen(screen, lambda _left: self._back_at_the_desk())

    def _back_at_the_desk(self) -> None:
        self.over = self._behind_line = None
        self.show()
        self.typing.ask_for_more()

    async def _chosen(self, chosen: str) -> None:
        action = next((c.action for c in KEY_COMMANDS if c.id == chosen), "")
        if action:
            await self.run_action(action)
        else:
            self.composer.insert_text(chosen)

    def action_leave(self) -> None:
        """Leave: all is saved, also what is half typed."""
        _: Worker[None] = self.run_worker(self.app.action_quit)

    def ask_to_leave(self) -> None:
        """The clerk wants to leave, and not everything is saved."""
        self.echo.refused(
            "Not all of it is in the book yet: see the top of the screen.", "Ctrl+Q again leaves all the same."
        )
