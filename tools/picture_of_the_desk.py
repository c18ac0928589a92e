"""Makes docs/desk.svg: the desk with a sample meeting in full swing, drawn by the app itself.

python tools/picture_of_the_desk.py
"""

from __future__ import annotations

import asyncio
import datetime as dt
import re
import tempfile
from pathlib import Path
from zoneinfo import ZoneInfo

from boardtui.agendas.native import read_agenda
from boardtui.book import Book
from boardtui.clerk.app import ClerkApp
from boardtui.clerk.screens.desk import DeskScreen
from boardtui.desk.calling import call_meeting
from boardtui.desk.taking import take_notes
from boardtui.samples import sample

PICTURE = Path(__file__).parents[1] / "docs" / "desk.svg"
LINES = 84
NOW = dt.datetime(2026, 9, 7, 14, 58, 31, tzinfo=ZoneInfo("Europe/London"))
TYPED = "? @ra"


async def draw(folder: Path) -> str:
    """The picture, as SVG without fonts from elsewhere."""
    shown = sample("harbourne")
    with Book.create(folder / "minutes.book", now=lambda: NOW) as book:
        desk = call_meeting(book, read_agenda(shown.agenda.read_text("utf-8")), clock=lambda: NOW, actor="clerk")
        notes = shown.notes.read_text("utf-8").splitlines()[:LINES]
        for _ in take_notes(desk, "\n".join(notes), "the notes"):
            pass
        app = ClerkApp(book, desk.meeting, clock=lambda: NOW, actor="clerk")
        async with app.run_test(size=(120, 36)) as pilot:
            screen = app.screen
            while not isinstance(screen, DeskScreen) or screen.opening.desk is None:
                await pilot.pause(0.01)
            await pilot.press(*TYPED)
            await pilot.pause(0.1)
            svg = app.export_screenshot(title="boardtui")
    svg = re.sub(r"@font-face\s*{.*?}", "", svg, flags=re.DOTALL).replace("<text ", '<text xml:space="preserve" ')
    return svg.replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas")


def main() -> None:
    """Draw it."""
    with tempfile.TemporaryDirectory() as folder:
        PICTURE.write_text(asyncio.run(draw(Path(folder))), "utf-8")
    print(PICTURE)


if __name__ == "__main__":
    main()
