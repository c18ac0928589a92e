"""The lookout: what the minutes still lack is worked out beside the clerk's typing, and never in its way.

In a long meeting that takes as long as some keys. It is done in a thread of its own that holds still while keys come, and gives
up where an act has been recorded meanwhile, for then it is to be done anew.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from boardtui.clerk.turns import Fingers, keys_first

if TYPE_CHECKING:
    from boardtui.model.acts import Filed
    from boardtui.model.replay import Replay
    from boardtui.rules.gaps import Findings

HOLD = 0.05
"""Seconds between two looks at whether the fingers rest again."""


class Overtaken(Exception):
    """What was being worked out is out of date, or the desk is left."""


class Lookout:
    """Works out what a meeting lacks, one search at a time."""

    def __init__(self, fingers: Fingers) -> None:
        self._fingers = fingers
        self._left = threading.Event()
        self._known: list[Filed] = []
        self._replay: Replay | None = None

    def leave(self) -> None:
        """The desk is left: give up what is being worked out."""
        self._left.set()

    async def look(self, filed: Sequence[Filed], is_old: Callable[[], bool]) -> Findings | None:
        """What is missing in the meeting of these acts; None where that was overtaken.

        is_old: has more been recorded since? It is asked from the lookout's own thread. Call this again only once it has
        answered.
        """
        try:
            return await asyncio.to_thread(self._look, list(filed), is_old)
        except Overtaken:
            return None

    def _look(self, filed: list[Filed], is_old: Callable[[], bool]) -> Findings:
        """From the acts alone: the record on the desk grows meanwhile."""
        from boardtui.rules.gaps import look_through

        def give_way() -> None:
            while not self._fingers.rest and not is_old():
                if self._left.wait(HOLD):
                    break
            if self._left.is_set() or is_old():
                raise Overtaken

        with keys_first():
            return look_through(self._caught_up(filed, give_way).record, between=give_way)

    def _caught_up(self, filed: list[Filed], give_way: Callable[[], None]) -> Replay:
        """The meeting of these acts, on from what was read of it before."""
        from boardtui.model.replay import Replay

        known = len(self._known)
        goes_on = self._replay is not None and filed[:known][-1:] == self._known[-1:]
        if self._replay is None or not goes_on:
            self._replay, self._known = Replay(filed), filed
            return self._replay
        for one in filed[known:]:
            give_way()
            self._replay.file(one)
            self._known.append(one)
        return self._replay
