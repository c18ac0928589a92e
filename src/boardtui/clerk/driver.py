"""The terminal's end of the line: whatever bytes come from a keyboard, a mouse or a broken connection, typing goes on.

Textual's own driver ends the app at a byte that isn't UTF-8 or a key beyond Unicode, waits for ever for the end of a
paste, and believes any size a terminal reports.
"""

from __future__ import annotations

import contextlib
import os
import re
import select
import selectors
import signal
import termios
import threading
import time
from codecs import getincrementaldecoder
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Any

from textual import constants, events
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.message import Message
from typing_extensions import override

PASTE_SILENCE = 1.0
"""Seconds without a byte after which a paste is over, whether its end came or not."""
MOST_COLUMNS, MOST_ROWS = 1000, 500
"""A report of a terminal larger than this is not believed."""
LOOK = 0.1
"""Seconds between two looks at what silence completes, while something may be half come."""
SETTLED = 2 * PASTE_SILENCE
"""Seconds of silence after which nothing is half come: then the terminal is waited for without waking up in between."""
CHUNK = 4096
"""Bytes read at once."""
MOST_PIECES = 10_000
"""Chunks of a paste that are held, some 40 million characters; far fewer are taken. An endless one doesn't fill the memory."""
STOPPED = "boardtui is stopped. Bring it back with: fg"
"""Told on the terminal by a process that was stopped from outside."""
_LEAVING = (
    "\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""What a terminal has to be sent to be as it was: no paste marks, no mouse, the screen of the shell, the caret."""

_ESCAPE = "\x1b"
_CSI = re.compile(r"(\x1b\[[0-?]*[ -/]*[@-~])")
_UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*)?\Z")
# More than Textual reads of a sequence: it would type the parameters into the minutes.
_TOO_LONG = re.compile(r"\x1b\[[0-?]{30,}[ -/]*(?:[@-~]|\Z)")
_FAULTS = (ValueError, ArithmeticError, LookupError, TypeError)
"""What the parser raises over numbers that are out of all bounds."""

WindowSize = Callable[[], tuple[int, int]]
_FOCUS_OF_THE_WINDOW = (events.AppFocus, events.AppBlur)
"""Nothing to us, since typing lands in one place; Textual would style and paint all anew, and keys would wait for it."""


class Keyboard:
    """Makes Textual's messages of the bytes a terminal sends.

    window_size: columns and rows as the system knows them, for when a report can't be believed. Times are seconds of
    any clock that only goes on.
    """

    def __init__(self, window_size: WindowSize) -> None:
        self._window_size = window_size
        self._decode = getincrementaldecoder("utf-8")(errors="replace").decode
        self._parser = XTermParser()
        self._held = ""  # the beginning of a sequence whose rest has not come yet
        self._pasted: list[str] | None = None  # what has come of a paste, None outside of one
        self._tail = ""  # the last of it, which may be the beginning of its end
        self._last = 0.0

    def feed(self, data: bytes, now: float) -> Iterator[Message]:
        """The messages that these bytes complete."""
        self._last = now
        text, self._held = self._held + self._decode(data), ""
        while text:
            step = self._type(text) if self._pasted is None else self._paste(self._pasted, self._tail + text)
            text = yield from step

    def tick(self, now: float) -> Iterator[Message]:
        """The messages that silence completes: Esc by itself, a sequence cut short, a paste that never ends."""
        silence = now - self._last
        if self._pasted is not None and silence >= PASTE_SILENCE:
            yield self._end_of_paste(self._pasted, self._tail)
        if self._held and silence >= constants.ESCAPE_DELAY:
            held, self._held = self._held, ""
            if held == _ESCAPE:
                yield events.Key("escape", _ESCAPE)
            else:
                yield from self._keys(held)
        yield from self._guarded(self._parser.tick())

    def patience(self, now: float) -> float | None:
        """Seconds until the next tick is due; None when silence completes nothing any more."""
        return LOOK if now - self._last < SETTLED else None

    def _type(self, text: str) -> Generator[Message, None, str]:
        """Up to the beginning of a paste; returns what stands behind it. A sequence that isn't whole yet is held."""
        typed, begins, rest = text.partition(BRACKETED_PASTE_START)
        if begins:
            self._pasted = []
        elif cut := _UNFINISHED.search(typed):
            typed, self._held = typed[: cut.start()], cut.group()[:CHUNK]
        yield from self._keys(typed)
        return rest

    def _paste(self, pasted: list[str], text: str) -> Generator[Message, None, str]:
        """Up to the end of a paste; returns what stands behind it."""
        last, ends, rest = text.partition(BRACKETED_PASTE_END)
        if ends:
            yield self._end_of_paste(pasted, last)
            return rest
        cut = max(0, len(text) - len(BRACKETED_PASTE_END) + 1)
        self._tail = text[cut:]
        if len(pasted) < MOST_PIECES:
            pasted.append(text[:cut])
        return ""

    def _end_of_paste(self, pasted: list[str], last: str) -> Message:
        self._pasted, self._tail = None, ""
        return events.Paste("".join([*pasted, last]))

    def _keys(self, text: str) -> Iterator[Message]:
        """Keys, clicks and reports; sequences are handed on one by one, so that a wrong one costs no other."""
        for piece in _CSI.split(_TOO_LONG.sub("", text)):
            yield from self._guarded(self._parser.feed(piece)) if piece else ()

    def _guarded(self, messages: Iterable[Message]) -> Iterator[Message]:
        before = self._parser
        known = before.terminal_size, before.terminal_pixel_size, before.mouse_pixels
        try:
            for message in messages:
                if isinstance(message, _FOCUS_OF_THE_WINDOW):
                    continue
                if not isinstance(message, events.Resize):
                    yield message
                elif _is_possible(message.size):
                    before.mouse_pixels = bool(message.pixel_size)
                    yield message
                else:
                    before.terminal_size, before.terminal_pixel_size, before.mouse_pixels = known
                    yield self._true_size()
        except _FAULTS:
            self._parser = XTermParser()
            self._parser.terminal_size, self._parser.terminal_pixel_size, self._parser.mouse_pixels = known

    def _true_size(self) -> Message:
        size = Size(*self._window_size())
        return events.Resize(size, size)


def _is_possible(size: Size) -> bool:
    return 0 < size.width <= MOST_COLUMNS and 0 < size.height <= MOST_ROWS


class Bell(threading.Event):
    """An event that can be waited for together with a terminal: there is something to read from it while it is set.

    Its two files live as long as the program.
    """

    def __init__(self) -> None:
        super().__init__()
        self._ear, self._rope = os.pipe()
        os.set_blocking(self._ear, False)

    def fileno(self) -> int:
        """What a selector waits for."""
        return self._ear

    @override
    def set(self) -> None:
        super().set()
        os.write(self._rope, b".")

    @override
    def clear(self) -> None:
        with contextlib.suppress(BlockingIOError):
            os.read(self._ear, CHUNK)
        super().clear()


class TerminalDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, with that keyboard. A terminal that is gone hangs up.

    before_stopping: called before the process is stopped from outside, for what is then told on the terminal; for the
    app to set.
    """

    before_stopping: Callable[[], str] = staticmethod(lambda: STOPPED)
    _is_suspended = False

    @override
    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.exit_event = self._bell = Bell()
        self._loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
        self._loop.add_signal_handler(signal.SIGCONT, self._sigcont_application)

    # Signals are handled by the loop. A handler that isn't the loop's own doesn't wake it where it waits, so that a stopped
    # app that goes on would be painted with the next key; and one signal's handler may break into another's, so that an
    # older size would be handed on behind a newer one.

    @override
    def start_application_mode(self) -> None:
        begin: Callable[[], None] = super().start_application_mode  # which Textual gives no type
        begin()
        self._loop.add_signal_handler(signal.SIGWINCH, self._resized)

    def _resized(self) -> None:
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self._app.post_message(events.Resize(size, size))

    @override
    def run_input_thread(self) -> None:
        """Read, until told to end."""
        keyboard = Keyboard(self._get_terminal_size)
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._bell, selectors.EVENT_READ)
            while not self._bell.is_set():
                ready = selector.select(keyboard.patience(time.monotonic()))
                if any(key.fd == self.fileno for key, _ in ready) and not self._read(keyboard):
                    os.kill(os.getpid(), signal.SIGHUP)
                    return
                self._hand_on(keyboard.tick(time.monotonic()))

    @override
    def _run_input_thread(self) -> None:
        """Without Textual's traceback: a fault in this thread is a fault like any other."""
        self.run_input_thread()

    # --- stopped from outside, and going on. Ctrl+Z is a key like any other, and takes typing back.

    @override
    def _sigtstp_application(self, *_: object) -> None:
        """Have what is typed saved, give the terminal back, say who has the book, and stop."""
        sentence = self.before_stopping()
        self.suspend_application_mode()
        self._is_suspended = True
        os.write(self.fileno, f"{sentence}\n".encode())
        os.kill(os.getpid(), signal.SIGSTOP)

    @override
    def _sigcont_application(self, *_: object) -> None:
        """Take the terminal again, whatever the shell has done with it meanwhile, and have everything painted."""
        if not self._is_suspended:
            self.suspend_application_mode()
        self._is_suspended = False
        self.resume_application_mode()
        self._app.call_later(self._app.refresh)

    # --- leaving without waiting

    def give_back(self) -> None:
        """Put the terminal back without waiting for anything: it may be gone, or not be read from any more."""
        with contextlib.suppress(OSError, termios.error, ValueError):
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
            if select.select([], [self.fileno], [], 0)[1]:
                os.write(self.fileno, _LEAVING.encode())

    @override
    def send_message(self, message: Message) -> None:
        """Hand a message over to the app's thread; without a task for each, which costs as much as half a key."""
        self._loop.call_soon_threadsafe(self._app.post_message, message)

    def _read(self, keyboard: Keyboard) -> bool:
        """Hand on what has come. False when the terminal is gone."""
        try:
            data = os.read(self.fileno, CHUNK)
        except OSError:
            return False
        self._hand_on(keyboard.feed(data, time.monotonic()))
        return bool(data)

    def _hand_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)
