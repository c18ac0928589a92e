"""What the clerk's screen looks like, at three sizes: compared letter by letter with the screens in `golden`.

Where a screen was changed on purpose: `BOARDTUI_GOLDEN=write pytest tests/journeys`, and then look at what git says.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from boardtui.clerk import turns
from boardtui.notation.notes import read_notes
from support.clerk import at_the_desk, minuted
from support.clock import LONDON, FrozenClock
from support.meetings import SAMPLES
from support.screen import matches

GOLDEN = Path(__file__).parent / "golden"
SIZES = ((80, 24), (120, 40), (200, 60))
SMALL, TWO = SIZES[:1], SIZES[:2]
AGENDA = (SAMPLES / "harbourne_health_board.agenda.md").read_text("utf-8")
LINES = [line.text for line in read_notes((SAMPLES / "harbourne_health_board.notes").read_text("utf-8"))]
AFTERNOON = dt.datetime(2026, 9, 7, 14, 58, 31, tzinfo=LONDON)
HEAD = re.compile(r"\b[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}\b")
"""The fingerprint of a book, which no two books share."""
PROPOSAL = "It was proposed to reopen the discharge lounge, which had room for 22 patients, on weekdays."


@dataclass(frozen=True)
class Scene:
    """A moment of the sample meeting. until: the line before which the notes stop; then lines, keys and text are typed.

    sees: what is waited for; sizes: of the screen.
    """

    name: str
    until: str
    lines: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    text: str = ""
    sees: str = ""
    sizes: tuple[tuple[int, int], ...] = SIZES


MIDDLE = "## The discharge lounge"
SCENES = (
    Scene("before the meeting", "/start", sees="not started"),
    Scene("the middle of the meeting", MIDDLE, (MIDDLE,), text=PROPOSAL, sees=f"✓ {MIDDLE}"),
    Scene("offers after an at sign", MIDDLE, text="! @", sees="Councillor Pritchard  here"),
    Scene("a refused line", MIDDLE, ("/vote for everybody",), sees="✗"),
    Scene("the agenda brought by its key", MIDDLE, keys=("f2",), text=PROPOSAL),
    Scene("the register asks", "/start", keys=("f10",), text="lock5g", sees="Who sits", sizes=SMALL),
    Scene("the register in the meeting", MIDDLE, keys=("f10",), text="*t1q7", sees="✓ /leave", sizes=TWO),
    Scene("in private", "/exclude", ("/exclude 3", "The Board was told what it would cost."), sees="PRIVATE"),
    Scene("a block selected", MIDDLE, keys=("ctrl+up", "ctrl+up"), sees="▌", sizes=SMALL),
    Scene("what is missing", "/close", ("/close 15:52",), keys=("f4",), sees="Gaps: ", sizes=SMALL),
    Scene(
        "a recorded vote",
        MIDDLE,
        ("/arrears @adeyemi", "/move @pritchard @raman: the discharge lounge be reopened"),
        keys=("f11",),
        text="1ash2mun3ra",
        sees="Abstained 1",
        sizes=TWO,
    ),
    Scene("help", "/start", keys=("f1",), sees="MOST OF THE WORK", sizes=SMALL),
    Scene("the palette", "/start", keys=("ctrl+p",), text="vote", sees="/roll", sizes=SMALL),
)


def golden(name: str, size: tuple[int, int]) -> Path:
    return GOLDEN / f"{name.replace(' ', '_')}-{size[0]}x{size[1]}.txt"


@pytest.fixture(autouse=True)
def fingers_always_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Gaps are looked for only a moment after the last key: here, at once."""
    monkeypatch.setattr(turns, "REST", 0.0)


def lines_before(beginning: str) -> list[str]:
    return list(itertools.takewhile(lambda line: not line.startswith(beginning), LINES))


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """For each line before which notes stop, a book in which those before it are recorded."""
    made: dict[str, Path] = {}
    for until in {scene.until for scene in SCENES}:
        made[until] = tmp_path_factory.mktemp("book") / "minutes.book"
        minuted(made[until], AGENDA, lines_before(until), FrozenClock(AFTERNOON))
    return made


@pytest.mark.parametrize(
    ("scene", "size"),
    [pytest.param(scene, size, id=golden(scene.name, size).stem) for scene in SCENES for size in scene.sizes],
)
async def test_the_screen_looks_like_this(
    tmp_path: Path, books: dict[str, Path], scene: Scene, size: tuple[int, int]
) -> None:
    shutil.copy2(books[scene.until], tmp_path)
    async with at_the_desk(tmp_path, AGENDA, size=size, clock=FrozenClock(AFTERNOON)) as clerk:
        await clerk.types(*scene.lines)
        await clerk.press(*scene.keys)
        await clerk.keys(scene.text)
        await clerk.sees(scene.sees)
        await clerk.rests()
        while workers := [one for one in clerk.pilot.app.workers if not one.is_finished]:
            await clerk.pilot.app.workers.wait_for_complete(workers)  # gaps are looked for in a thread
        assert matches(HEAD.sub("3f2a 91bc 07de", clerk.screen), golden(scene.name, size))
