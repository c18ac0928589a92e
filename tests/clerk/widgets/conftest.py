"""The fixture the composer is tried with."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from support.composer_stage import Clerk, Sitting


@pytest.fixture
def sitting() -> Sitting:
    """`async with sitting(size=(80, 24)) as (clerk, pilot)`: the app running, as it does for the clerk."""

    @asynccontextmanager
    async def run(size: tuple[int, int] = (80, 24)) -> AsyncIterator[tuple[Clerk, Pilot[None]]]:
        clerk = Clerk()
        async with clerk.run_test(size=size, notifications=True, tooltips=True) as pilot:
            await pilot.pause()
            yield clerk, pilot

    return run
