"""chair --text: the chair's view as lines, for a screen reader or a pipe."""

from __future__ import annotations

import threading
from pathlib import Path

from boardtui.book import local_now
from boardtui.chair.audience import Audience
from boardtui.chair.sifted import Sifted
from boardtui.chair.telling import changes


def tell_chair(path: Path, meeting: str | None, *, audience: Audience, whole: bool) -> int:
    """Print a line for each change until it is interrupted, or nobody reads any more. Returns the exit code.

    path: of the book, which may not exist yet; meeting: its name, None for the one being minuted; whole: with what is
    restricted.
    """
    source = Sifted(path, meeting, whole=whole)
    news = threading.Event()
    source.wake(news.set)
    told = changes(source, local_now, audience)
    try:
        while True:
            news.clear()
            if source.look() and (lines := next(told)):
                print(lines, end="", flush=True)
            news.wait(1.0)
    except (KeyboardInterrupt, BrokenPipeError):
        return 0
    finally:
        source.close()
