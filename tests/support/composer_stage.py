"""A small screen round the composer, that keeps what it hands on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractAsyncContextManager

from rich.cells import cell_len
from textual import events
from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical
from textual.pilot import Pilot
from textual.widgets import Static

from boardtui.clerk.themes import THEMES
from boardtui.clerk.widgets.composer import Composer
from boardtui.clerk.widgets.hooks import ComposerHooks
from boardtui.notation.completion import Completion, Completions


class Clerk(App[None]):
    """The composer under a pane of minutes. What its hooks were given is in `recorded`, `drafts`, `pasted`, `escapes`."""

    AUTO_FOCUS = "Composer"
    CSS = """
    #room { width: 20; }
    #minutes { height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.recorded: list[str] = []
        self.drafts: list[tuple[str, int]] = []
        self.pasted: list[list[str]] = []
        self.escapes = 0
        self.passed_on: list[str] = []
        self.accept: Callable[[str], bool] = lambda line: True
        self.offers: Iterable[Completion] = ()
        self.ghosts: dict[str, str] = {}
        self.last_line: str | None = None
        self.kept_of_paste = ""
        self.composer = Composer(
            ComposerHooks(
                record=self._record,
                edited=lambda text, caret: self.drafts.append((text, caret)),
                complete=self._complete,
                ghost=lambda text: self.ghosts.get(text, ""),
                take_back=lambda: self.last_line,
                escape=self._escape,
                lines_pasted=self._lines_pasted,
            ),
            placeholder="Type what happens",
        )

    def compose(self) -> ComposeResult:
        with Horizontal():
            with Vertical():
                yield Static("the minutes", id="minutes", markup=False)
                yield self.composer
            yield Static("the room", id="room", markup=False)

    def on_mount(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def on_key(self, event: events.Key) -> None:
        self.passed_on.append(event.key)

    def _record(self, line: str) -> bool:
        if not self.accept(line):
            return False
        self.recorded.append(line)
        return True

    def _complete(self, text: str, caret: int) -> Completions:
        start = text.rfind(" ", 0, caret) + 1
        word = text[start:caret]
        if word[:1] not in ("/", "@"):
            return Completions()
        return Completions(start, caret, tuple(offer for offer in self.offers if offer.insert.startswith(word)))

    def _escape(self) -> None:
        self.escapes += 1

    def _lines_pasted(self, lines: list[str]) -> str:
        self.pasted.append(lines)
        return self.kept_of_paste

    @property
    def screen_rows(self) -> list[str]:
        """What is on the screen now, row by row, as it was last painted."""
        return [strip.text for strip in self.screen._compositor.render_strips()]

    @property
    def composer_rows(self) -> list[str]:
        """The rows of the composer on the screen, without its padding."""
        x, y, width, height = self.composer.content_region
        return ["".join(cells(row)[x : x + width]).rstrip() for row in self.screen_rows[y : y + height]]

    async def burst(self, pilot: Pilot[None], keys: Iterable[str | events.Key]) -> None:
        """Give all the keys to the app at once, as a fast typist or a loaded machine does, and wait until all is done."""
        for key in keys:
            self.post_message(key if isinstance(key, events.Key) else key_event(key))
        await settle(pilot)


def key_event(key: str) -> events.Key:
    """The event a terminal's key gives: a letter is its own name here."""
    return events.Key(key, key if len(key) == 1 else None)


async def settle(pilot: Pilot[None]) -> None:
    """Let the app work off what was posted (a key goes through the app, the composer and the screen) and paint."""
    for _ in range(3):
        await pilot.pause(0)


def cells(row: str) -> list[str]:
    """The row cell by cell: a wide character is followed by an empty cell; what has no width stays with its letter."""
    found: list[str] = []
    for character in row:
        width = cell_len(character)
        if width == 0 and found:
            found[-1] += character
        else:
            found.extend([character, *[""] * (width - 1)])
    return found


Sitting = Callable[..., AbstractAsyncContextManager[tuple[Clerk, Pilot[None]]]]
