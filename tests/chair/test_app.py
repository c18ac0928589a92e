"""The chair's screen while a clerk minutes at the next table."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from boardtui.chair import views
from boardtui.chair.app import ChairApp
from boardtui.chair.following import Follower
from boardtui.chair.sifting import Sifter
from boardtui.clerk.themes import THEMES
from boardtui.model.acts import Act, business, interests, meeting, room, text
from boardtui.model.people import Newcomer
from support.acts import HALE, MEMBERS, NAIR, ORME, counts, prose
from support.next_table import HALF_PAST_TWO, NextTable
from support.screen import screen_rows
from support.terminal import Terminal

SIZES = [(80, 24), (120, 40), (200, 60)]
GATE = business.Move(movers=(HALE, NAIR), words=prose("the gate be painted green"))
HERE = room.Present(everyone=True)


class Chair:
    """The app on a screen, its clock in the test's hands."""

    def __init__(self, app: ChairApp, sifter: Sifter, pilot: Pilot[int], clock: list[dt.datetime]) -> None:
        self.app = app
        self.sifter = sifter
        self.pilot = pilot
        self._clock = clock

    @property
    def screen(self) -> str:
        return "\n".join(screen_rows(self.app))

    def wait_minutes(self, minutes: int) -> None:
        self._clock[0] += dt.timedelta(minutes=minutes)

    async def until(self, what: Callable[[], bool]) -> None:
        for _ in range(500):
            if what():
                return
            await self.pilot.pause(0.01)
        pytest.fail(f"it never came about; on the screen:\n{self.screen}")

    async def sees(self, *words: str) -> None:
        await self.until(lambda: all(one in self.screen for one in words))

    async def has_read(self, clerk: NextTable) -> None:
        """Wait until what the clerk filed last has been taken in and painted."""
        last = clerk.book.next_seq() - 1
        follower = self.sifter.follower
        await self.until(lambda: (record := follower.record) is not None and record.last_seq == last)
        await self.pilot.pause()

    async def rests(self) -> None:
        """Wait until the picture has stayed the same from one look to the next, panes laid out and all."""
        seen: list[str] = []
        while len(seen) < 3 or len(set(seen[-3:])) > 1:
            await self.pilot.pause(0.11)
            seen.append(self.screen)

    async def sees_no_longer(self, words: str) -> None:
        await self.until(lambda: words not in self.screen)


@asynccontextmanager
async def chair_at(path: Path, *, size: tuple[int, int] = (120, 40), wanted: str | None = None) -> AsyncIterator[Chair]:
    clock = [HALF_PAST_TWO]
    sifter = Sifter(Follower(path, wanted))
    app = ChairApp(sifter, clock=lambda: clock[0], every=0.04)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        yield Chair(app, sifter, pilot, clock)


def filing(clerk: NextTable, *acts: Act, at: str | None = None) -> asyncio.Future[None]:
    """File acts from a thread, as another program would, while the screen lives on."""
    return asyncio.ensure_future(asyncio.to_thread(lambda: clerk.files(*acts, at=at)))


@pytest.mark.parametrize("size", SIZES)
async def test_a_meeting_is_followed_from_call_to_close(next_table: NextTable, book_path: Path, size: tuple[int, int]):
    async with chair_at(book_path, size=size) as chair:
        await chair.sees("There is no meeting in the book yet.")
        await asyncio.to_thread(next_table.calls)
        await chair.sees("Harbour Committee", "not started", "FIRST 1 Welcome")
        await filing(next_table, HERE, meeting.Start(), at="14:00")
        await chair.sees("6 of 6 present", "quorum 3 ✓", "Councillor Dorothy Hale")
        await filing(next_table, text.OpenItem(items=("3",)), at="14:10")
        await chair.sees("Public Business", "approve the new hours", "NEXT 4 Parks")
        await filing(next_table, GATE, room.WaitToSpeak(who=(ORME,)))
        await chair.sees("NOW BEFORE THE MEETING", "That the gate be painted green", "Councillor Frank Orme")
        await filing(next_table, business.Vote(counts=counts(4, 2)))
        await chair.sees("CARRIED", "4 for, 2 against")
        await filing(next_table, meeting.Adjourn(reason="tea"), at="14:20")
        await chair.sees("ADJOURNED", "tea")
        await filing(next_table, meeting.Resume(), at="14:40")
        await chair.sees("approve the new hours")
        await filing(next_table, meeting.Close(), at="15:00")
        await chair.sees("closed", "15:00", "NOTE FOR THE FILE", next_table.book.head_words())


async def test_the_clock_goes_on_without_the_clerk(next_table: NextTable, book_path: Path):
    next_table.calls()
    next_table.files(HERE, meeting.Start(), text.OpenItem(items=("3",)), at="14:10")
    async with chair_at(book_path, size=(80, 24)) as chair:
        await chair.sees("14:30")
        chair.wait_minutes(1)
        await chair.sees("14:31")


@pytest.mark.parametrize("size", SIZES)
async def test_a_lost_quorum_is_said_in_words_over_everything(
    next_table: NextTable, book_path: Path, size: tuple[int, int]
):
    next_table.calls()
    next_table.files(HERE, meeting.Start(), text.OpenItem(items=("3",)), at="14:10")
    async with chair_at(book_path, size=size) as chair:
        await chair.sees("quorum 3 ✓")
        await filing(next_table, room.Leave(who=MEMBERS[2:]), at="14:20")
        await chair.sees("✗ ✗ ✗   NO QUORUM   ✗ ✗ ✗", "1 more member needed")
        await filing(next_table, room.Return(who=(ORME,)), at="14:25")
        await chair.sees_no_longer("NO QUORUM")


async def test_a_clerk_who_closes_and_opens_the_book_again_is_followed_on(next_table: NextTable, book_path: Path):
    next_table.calls()
    async with chair_at(book_path) as chair:
        await chair.sees("not started")
        await asyncio.to_thread(next_table.leaves)
        await asyncio.to_thread(next_table.comes_back)
        await filing(next_table, meeting.Start(), at="14:00")
        await chair.sees("THE MEETING IS OPEN")


async def test_a_book_that_goes_away_leaves_the_picture_and_a_sentence(next_table: NextTable, book_path: Path):
    next_table.calls()
    next_table.files(HERE, meeting.Start(), text.OpenItem(items=("3",)), at="14:10")
    async with chair_at(book_path) as chair:
        await chair.sees("approve the new hours")
        next_table.leaves()
        for file in book_path.parent.glob("minutes.book*"):
            file.unlink()
        await chair.sees("Not updated since 14:30:00. ", "approve the new hours")


async def test_keys(next_table: NextTable, book_path: Path):
    next_table.calls()
    async with chair_at(book_path) as chair:
        await chair.sees("not started")
        seen = []
        for _ in THEMES:
            seen.append(chair.app.theme)
            await chair.pilot.press("t")
        assert seen == [theme.name for theme in THEMES]
        await chair.pilot.press("escape", "x", "1", "enter")
        assert chair.app.is_running
        await chair.pilot.press("q")
        assert chair.app.return_value is None
        assert not chair.app.is_running


async def test_names_and_titles_are_never_markup(next_table: NextTable, book_path: Path):
    next_table.calls()
    odd = Newcomer(name="A. [/] Smith")
    next_table.files(
        room.Present(who=(HALE, odd)),
        meeting.Start(),
        text.AddItem(title="Roof [phase 2] see [/] [@click=app.bell]here"),
        business.Move(movers=("smith",), words=prose("[red]the roof[/red] be mended")),
        at="14:00",
    )
    async with chair_at(book_path) as chair:
        await chair.sees("[red]the roof[/red] be mended", "A. [/] Smith")
        assert "[ P H A S E" in chair.screen


EXEMPT: list[Act] = [
    text.Paragraph(text=prose("SECRETWORD paragraph")),
    business.Move(movers=(HALE,), words=prose("SECRETWORD be bought")),
    business.Amend(movers=(NAIR,), words=prose("for SECRETWORD read SECRETWORD")),
    business.Vote(counts=counts(5, 1)),
    business.Resolve(text=prose("SECRETWORD be paid")),
    business.Note(text=prose("SECRETWORD")),
    interests.Declare(who=(ORME,), nature=prose("owns SECRETWORD"), conduct=(interests.Conduct.LEFT,)),
    room.Guest(who=(Newcomer(name="Mrs SECRETWORD", organisation="SECRETWORD and Sons"),)),
    room.WaitToSpeak(who=(NAIR,)),
    text.Jot(text=prose("SECRETWORD cross")),
    text.DeferItem(to="SECRETWORD", reason="SECRETWORD"),
    meeting.Adjourn(reason="SECRETWORD"),
    meeting.Resume(),
    text.AddItem(title="SECRETWORD added"),
    text.UrgentItem(title="SECRETWORD urgent", reason="SECRETWORD"),
]


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_of_a_private_item_is_ever_on_the_screen(
    next_table: NextTable, book_path: Path, size: tuple[int, int]
):
    next_table.calls()
    next_table.files(HERE, meeting.Start(), meeting.Exclude(paragraphs=("3",)), at="14:00")
    async with chair_at(book_path, size=size) as chair:
        await chair.sees("6 of 6 present")
        await filing(next_table, text.OpenItem(items=("7",)), at="14:10")
        await chair.until(lambda: "private session" in chair.screen or "P R I V A T E" in chair.screen)
        assert "Old Depot" not in chair.screen
        for act in EXEMPT:
            await filing(next_table, act, at="14:20")
            await chair.has_read(next_table)
            assert "SECRETWORD" not in chair.screen.upper().replace(" ", ""), type(act)
        await filing(next_table, meeting.Readmit(), text.OpenItem(items=("8",)), at="14:50")
        await chair.until(lambda: "Any Other Business" in chair.screen or "A N Y   O T H E R" in chair.screen)
        assert "SECRETWORD" not in chair.screen.upper().replace(" ", "")
        assert "Old Depot" not in chair.screen


async def test_a_picture_shows_no_more_when_the_act_is_long(next_table: NextTable, book_path: Path):
    """Not even how much was said in private shows."""
    next_table.calls()
    next_table.files(HERE, meeting.Start(), meeting.Exclude(), text.OpenItem(items=("7",)), at="14:00")
    async with chair_at(book_path) as chair:
        await chair.sees("P R I V A T E   S E S S I O N")
        await chair.rests()
        before = chair.screen
        await filing(next_table, *(text.Paragraph(text=prose("word " * 400)) for _ in range(5)), GATE)
        await chair.has_read(next_table)
        await chair.rests()
        assert chair.screen == before


async def test_a_fault_ends_it_without_a_word_from_textual(
    next_table: NextTable, book_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def at_fault(sight: object) -> None:
        words = "SECRETWORD"
        raise ZeroDivisionError(words)

    next_table.calls()
    monkeypatch.setattr(views, "heading_runs", at_fault)
    with pytest.raises(ZeroDivisionError):
        async with chair_at(book_path) as chair:
            await chair.until(lambda: not chair.app.is_running)
    assert isinstance(chair.app.fault, ZeroDivisionError)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_at_once(next_table: NextTable, book_path: Path, number: signal.Signals, tmp_path: Path):
    next_table.calls()
    command = [sys.executable, "-m", "boardtui", "--book", str(book_path), "chair"]
    with Terminal(command, dict(os.environ) | {"HOME": str(tmp_path)}, columns=80, rows=24) as terminal:
        terminal.sees("The meeting has not started")
        terminal.kill(number)
        assert terminal.waits_for_end() == 128 + number
