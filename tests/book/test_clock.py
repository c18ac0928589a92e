"""Durations: by a clock that counts sleep, and without what a process slept of them where the disk is to be blamed."""

from __future__ import annotations

import time

import pytest

from boardtui.book import clock
from boardtui.book.clock import Awake


def test_the_clock_goes_on_and_never_back() -> None:
    first, second = clock.seconds(), clock.seconds()
    assert first <= second
    if hasattr(time, "CLOCK_BOOTTIME"):
        assert abs(second - time.clock_gettime(time.CLOCK_BOOTTIME)) < 1


def test_what_waits_is_counted_while_it_is_looked_at() -> None:
    now = 100.0
    awake = Awake(lambda: now)
    assert awake.look(None) == 0.0
    for tick in range(1, 5):
        now += 0.25
        assert awake.look(0.25 * tick) == pytest.approx(0.25 * tick)
    now += 0.25
    assert awake.look(None) == 0.0


def test_a_night_with_the_lid_closed_is_no_slow_disk() -> None:
    now = 100.0
    awake = Awake(lambda: now)
    awake.look(0.1)
    now += 8 * 3600
    assert awake.look(8 * 3600 + 0.1) <= clock.LONGEST_LOOK + 0.1
    now += 0.25
    assert awake.look(0.2) == 0.2


def test_what_waits_since_a_moment_ago_has_not_waited_since_the_last_look() -> None:
    now = 100.0
    awake = Awake(lambda: now)
    awake.look(None)
    now += 0.4
    assert awake.look(0.01) == 0.01
