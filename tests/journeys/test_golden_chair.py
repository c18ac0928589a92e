"""The second screen, for the chair and for the room, at three sizes; in every theme it says the same in the same place.

Changed on purpose: `BOARDTUI_GOLDEN=write pytest tests/journeys`, and then look at what git says.
"""

from __future__ import annotations

import datetime as dt
import itertools
from pathlib import Path

import pytest

from boardtui.chair.app import ChairApp
from boardtui.chair.audience import Audience
from boardtui.chair.following import Follower
from boardtui.chair.sifting import Sifter
from boardtui.clerk.themes import THEMES
from boardtui.notation.notes import read_notes
from support.clerk import minuted
from support.clock import LONDON, FrozenClock
from support.meetings import SAMPLES
from support.screen import matches, screen_rows

GOLDEN = Path(__file__).parent / "golden"
SIZES = ((80, 24), (120, 40), (200, 60))
NAME = "ashmere_council"
AGENDA = (SAMPLES / f"{NAME}.agenda.md").read_text("utf-8")
LINES = [line.text for line in read_notes((SAMPLES / f"{NAME}.notes").read_text("utf-8"))]
EVENING = dt.datetime(2026, 10, 14, 19, 40, 31, tzinfo=LONDON)
SCENES = {
    "not started": "/start",
    "an amendment": "/vote",
    "in private": "/readmit",
}
"""What happens, and the line before which the notes stop."""


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made: dict[str, Path] = {}
    for scene, until in SCENES.items():
        made[scene] = tmp_path_factory.mktemp("book") / "minutes.book"
        minuted(made[scene], AGENDA, lines_before(scene, until), FrozenClock(EVENING))
    return made


def lines_before(scene: str, until: str) -> list[str]:
    amended = scene == "an amendment"
    begun = next(at for at, line in enumerate(LINES) if line.startswith("/amend" if amended else until))
    return LINES[:begun] + list(itertools.takewhile(lambda line: not line.startswith(until), LINES[begun:]))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("audience", [Audience.CHAIR, Audience.ROOM])
@pytest.mark.parametrize("scene", SCENES)
async def test_the_screen_looks_like_this_in_every_theme(
    books: dict[str, Path], scene: str, audience: Audience, size: tuple[int, int]
) -> None:
    sifter = Sifter(Follower(books[scene]))
    app = ChairApp(sifter, clock=lambda: EVENING, audience=audience, every=0.05)
    golden = GOLDEN / f"for_the_{audience}_{scene.replace(' ', '_')}-{size[0]}x{size[1]}.txt"
    async with app.run_test(size=size) as pilot:
        for _ in range(200):
            if sifter.record is not None:
                break
            await pilot.pause(0.02)
        for theme in THEMES:
            app.theme = theme.name
            await pilot.pause(0.15)
            assert matches("\n".join(screen_rows(app)), golden), theme.name
