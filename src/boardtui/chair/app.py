"""The chair's application: a book followed, a screen that repaints what changed. It writes nothing."""

from __future__ import annotations

import asyncio
import datetime as dt
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from typing_extensions import override

from boardtui.book import local_now
from boardtui.chair import views
from boardtui.chair.audience import Audience
from boardtui.chair.sifted import Sifted
from boardtui.chair.sifting import Source, seen
from boardtui.chair.sight import Sight
from boardtui.clerk.calm import CalmApp
from boardtui.clerk.ending import Ending
from boardtui.clerk.themes import THEMES
from boardtui.clerk.widgets.bars import Bar
from boardtui.clerk.widgets.pane import FittingPane, Run, row
from boardtui.errors import Fault
from boardtui.rules.timing import spoken

TICK = 1.0
"""Seconds between two looks while somebody speaks, or something stands in the way. News is drawn when it comes."""
ROOMY = {Audience.CHAIR: 32, Audience.CLERK: 32, Audience.ROOM: 24}
"""Rows from which there is room to spread out: on a wall sooner, for there is less on it."""

_KEYS = Run("t colours  q leave", "muted")
_MORE = Run("↑ ↓ more  t colours  q leave", "strong")

AFTER_A_FAULT = "The minutes are not touched by it. Open it again with: boardtui chair"

Clock = Callable[[], dt.datetime]


class ChairApp(CalmApp):
    """A meeting as the chair needs it. source: of the meeting; clock: the time here; audience: whom it is for;

    every: seconds between two looks.
    """

    CSS_PATH = "chair.tcss"
    AUTO_FOCUS = None
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (160, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit", "leave"),
        Binding("ctrl+q", "quit", show=False, priority=True),
        Binding("t", "theme", "colours"),
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
        Binding("pagedown", "scroll(10)", show=False),
    ]

    def __init__(self, source: Source, *, clock: Clock, audience: Audience = Audience.CHAIR, every: float) -> None:
        super().__init__()
        self.source = source
        self.clock = clock
        self.audience = audience
        self._every = every
        # Held rather than looked up: a tick may still come while the screen is being taken down.
        self._heading, self._trouble, self._next = (Bar(id=name) for name in ("heading", "trouble", "next"))
        self._alarm, self._order, self._business, self._room = self._panes = tuple(
            FittingPane(id=name, resized=self.show) for name in ("alarm", "order", "business", "room")
        )
        self._shown: tuple[int, int] | None = None
        self._painted: tuple[str, int | None] | None = None
        self._in_touch: dt.datetime | None = None
        self._next_look: asyncio.TimerHandle | None = None

    @override
    def compose(self) -> ComposeResult:
        yield self._heading
        yield self._alarm
        with Container(id="middle"):
            yield self._order
            yield self._business
            yield self._room
        yield self._trouble
        yield self._next

    def on_mount(self) -> None:
        """Begin to follow, once the first picture stands."""
        self.call_after_refresh(self.follow)
        loop = asyncio.get_running_loop()
        self.source.wake(lambda: self._call_from_afar(loop))

    def _call_from_afar(self, loop: asyncio.AbstractEventLoop) -> None:
        """There is news, says another thread."""
        with suppress(RuntimeError):  # the loop has ended, and with it the screen
            loop.call_soon_threadsafe(self.call_later, self.follow)

    def on_unmount(self) -> None:
        """Let go of the book."""
        if self._next_look is not None:
            self._next_look.cancel()
        self.source.wake(lambda: None)
        self.source.close()

    # --- following

    def follow(self) -> None:
        """Look at the book and at the clock, and show what is new."""
        now = self.clock()
        changed = self.source.look()
        if not self.source.trouble or self._in_touch is None:
            self._in_touch = now - dt.timedelta(seconds=self.source.silence)
        if changed or self._moment(now) != self._painted:
            self.call_later(self.show)
        self._follow_again(now)

    def _follow_again(self, now: dt.datetime) -> None:
        """In the loop's own turn: a timer of Textual's wakes the whole screen each time."""
        if self._next_look is not None:
            self._next_look.cancel()
        self._next_look = asyncio.get_running_loop().call_later(self._rest(now), self.follow)

    def _rest(self, now: dt.datetime) -> float:
        """Seconds until the next look, if nothing comes before: at rest it is the minute that changes."""
        record = self.source.record
        if self.source.trouble or record is None or spoken(record, now) is not None:
            return self._every
        to_the_minute = 60 - now.second - now.microsecond / 1_000_000
        return min(max(self._every, self.source.patience), to_the_minute)

    def _moment(self, now: dt.datetime) -> tuple[str, int | None]:
        """What a picture depends on besides the record: the minute, and who speaks how long."""
        record = self.source.record
        return _minute(now), spoken(record, now) if record else None

    def show(self) -> None:
        """Draw what there is to see; panes paint only the rows that changed."""
        now = self.clock()
        self._painted = self._moment(now)
        record = self.source.record
        self._show_trouble(stale=record is not None)
        if record is None:
            self._show_waiting(now)
        else:
            roomy = self.size.height >= ROOMY[self.audience]
            self._show_sight(seen(self.source, record, now, self.audience, roomy=roomy))

    def _show_trouble(self, *, stale: bool) -> None:
        self._trouble.display = bool(self.source.trouble)
        since = f"Not updated since {self._in_touch:%H:%M:%S}. " if stale and self._in_touch else ""
        self._trouble.say(Run(f"{since}{self.source.trouble}", "warning"))

    def _show_waiting(self, now: dt.datetime) -> None:
        self._heading.say(Run("The chair's view", "strong"), right=Run(_minute(now), "strong"))
        self._alarm.display = False
        self._business.show([row("Waiting for the meeting.", "muted")])
        for pane in (self._order, self._room):
            pane.show([])
        self._next.say(right=_KEYS)

    def _show_sight(self, sight: Sight) -> None:
        alarm = views.alarm_rows(sight)
        self._alarm.display = bool(alarm)
        self._alarm.show(alarm)
        rows, focus = views.order_rows(sight, self._order.content_size.width)
        self._order.show(rows, focus=focus)
        self._show_business(sight)
        self._room.show(views.room_rows(sight, self._room.content_size.width))
        self._heading.say(*views.heading_runs(sight), right=Run(_minute(sight.now), "strong"))
        hidden = len(self._business.rows) > self._business.content_size.height
        self._next.say(*views.next_runs(sight), right=_MORE if hidden else _KEYS)

    def _show_business(self, sight: Sight) -> None:
        """From the top when something else is before the meeting; else as far down as it was."""
        rows = views.business_rows(sight, self._business.content_size.width)
        at = (sight.record.entry_key, sight.record.before.seq if sight.record.before else 0)
        self._business.show(rows, focus=0 if at != self._shown else None)
        self._shown = at

    # --- keys

    def action_theme(self) -> None:
        """The next theme."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    def action_scroll(self, rows: int) -> None:
        """Look further down, or up again."""
        self._business.scroll_rows(rows)


def _minute(moment: dt.datetime) -> str:
    return f"{moment:%H:%M}"


def run_chair(path: Path, meeting: str | None, *, audience: Audience = Audience.CHAIR, whole: bool = False) -> int:
    """Follow a meeting until the chair leaves. path: of the book, which may not exist yet; meeting: its name, None for the

    only one or the one being minuted; audience: whom it is for; whole: what is restricted is shown too. Returns the exit
    code. Raises Fault where it ended on one.
    """
    ending = Ending()
    app = ending.app = ChairApp(Sifted(path, meeting, whole=whole), clock=local_now, audience=audience, every=TICK)
    threading.excepthook = lambda fault: app.fail(fault.exc_value)
    app.run()
    if app.fault is not None:
        raise Fault(app.fault, "The chair's view", AFTER_A_FAULT)
    return app.return_code or 0
