"""What is missing is worked out beside the typing: it holds still while keys come, and is given up once it is out of date."""

from __future__ import annotations

import asyncio
import threading

from boardtui.clerk.lookout import Lookout
from boardtui.clerk.turns import Fingers
from boardtui.model.acts import business, meeting, text
from boardtui.model.acts.base import Filed
from boardtui.model.acts.corrections import Undo
from boardtui.rules.gaps import Findings, look_through
from support.acts import PELL, Minuting, at_the_desk, prose


class TypedFingers(Fingers):
    """Fingers that rest when a test says so. asked: set as soon as somebody wants to know."""

    def __init__(self, *, resting: bool) -> None:
        super().__init__()
        self.resting = resting
        self.asked = threading.Event()

    @property
    def rest(self) -> bool:
        """As the test says."""
        self.asked.set()
        return self.resting


def sees(lookout: Lookout, filed: list[Filed]) -> Findings | None:
    return asyncio.run(lookout.look(filed, lambda: False))


def meets() -> Minuting:
    minuting = at_the_desk()
    minuting(text.OpenItem(items=("3",)))
    minuting(business.Move(movers=(PELL,), words=prose("that it be done")))
    return minuting


def test_it_finds_what_is_missing_and_goes_on_from_there_also_after_an_undo() -> None:
    minuting, lookout = meets(), Lookout(Fingers())
    assert sees(lookout, minuting.filed) == look_through(minuting.record)
    lost = minuting(text.Paragraph(text=prose("more was said")))
    assert sees(lookout, minuting.filed) == look_through(minuting.record)
    minuting(Undo(target=lost))
    minuting(meeting.Close(), "16:00")
    assert sees(lookout, minuting.filed) == look_through(minuting.record)


def test_another_meeting_is_read_from_its_beginning() -> None:
    first, other, lookout = meets(), at_the_desk(), Lookout(Fingers())
    sees(lookout, first.filed)
    assert sees(lookout, other.filed) == look_through(other.record)


async def test_it_holds_still_while_keys_come() -> None:
    fingers = TypedFingers(resting=False)
    minuting, lookout = meets(), Lookout(fingers)
    looking = asyncio.create_task(lookout.look(minuting.filed, lambda: False))
    assert await asyncio.to_thread(fingers.asked.wait, 5)
    assert not looking.done()
    fingers.resting = True
    assert await looking == look_through(minuting.record)


async def test_what_is_out_of_date_is_given_up() -> None:
    old, fingers = threading.Event(), TypedFingers(resting=False)
    looking = asyncio.create_task(Lookout(fingers).look(meets().filed, old.is_set))
    assert await asyncio.to_thread(fingers.asked.wait, 5)
    old.set()
    assert await looking is None


async def test_left_it_gives_up() -> None:
    fingers = TypedFingers(resting=False)
    lookout = Lookout(fingers)
    looking = asyncio.create_task(lookout.look(meets().filed, lambda: False))
    assert await asyncio.to_thread(fingers.asked.wait, 5)
    lookout.leave()
    assert await looking is None
