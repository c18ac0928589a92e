"""Memory is looked through without the clerk's fingers waiting for it, and what was thrown away goes."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from weakref import ref

import pytest

from boardtui.clerk import turns
from boardtui.clerk.turns import Fingers, Tidying, no_halts


class Thrown:
    """Something thrown away that holds on to itself: only a look through memory finds it."""

    def __init__(self) -> None:
        self.itself = self


class Typing(Fingers):
    """Fingers that are told how long they rest, in seconds."""

    seconds = 0.0

    @property
    def rest(self) -> bool:
        return self.seconds > turns.REST

    @property
    def rest_long(self) -> bool:
        return self.seconds > turns.LONG_REST


@pytest.fixture
def fingers() -> Iterator[Typing]:
    with no_halts():
        yield Typing()
    gc.unfreeze()


def thrown_away() -> ref[Thrown]:
    """Something that stood for a while first, so that only a look through all memory finds it."""
    stands = Thrown()
    gc.collect(1)
    return ref(stands)


def look_a_little(times: int) -> None:
    """What Python does by itself while one thing after another is made."""
    for _ in range(times):
        gc.collect(1)


@pytest.fixture
def begun(fingers: Typing) -> Iterator[Tidying]:
    """In a meeting that was just loaded."""
    tidying = Tidying(fingers)
    tidying.begin()
    yield tidying
    tidying.end()


def test_what_is_thrown_away_goes_even_if_the_fingers_never_rest(begun: Tidying) -> None:
    thrown = thrown_away()
    look_a_little(turns.TOO_MUCH)
    begun.tidy()
    assert thrown() is None


def test_while_they_rest_it_goes_sooner_and_while_they_type_not_each_time(begun: Tidying, fingers: Typing) -> None:
    thrown = thrown_away()
    look_a_little(turns.MUCH)
    begun.tidy()
    assert thrown() is not None
    fingers.seconds = turns.REST + 0.1
    begun.tidy()
    assert thrown() is None


def test_what_stood_when_the_meeting_was_loaded_is_passed_over_until_a_long_rest(fingers: Typing) -> None:
    tidying = Tidying(fingers)
    thrown = thrown_away()
    tidying.begin()
    look_a_little(turns.TOO_MUCH)
    fingers.seconds = turns.REST + 0.1
    tidying.tidy()
    assert thrown() is not None
    look_a_little(turns.MUCH)
    fingers.seconds = turns.LONG_REST + 0.1
    tidying.tidy()
    assert thrown() is None
    assert gc.get_freeze_count() > 0
    tidying.end()


def test_nothing_is_passed_over_once_the_meeting_is_left(begun: Tidying) -> None:
    assert gc.get_freeze_count() > 0
    begun.end()
    assert gc.get_freeze_count() == 0


@pytest.fixture
def not_just_now() -> Iterator[None]:
    """Python would look by itself, but doesn't while this lasts."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("not_just_now")
def test_where_python_looks_by_itself_nothing_is_done() -> None:
    tidying = Tidying(Typing())
    tidying.begin()
    assert gc.get_freeze_count() == 0
    thrown = thrown_away()
    look_a_little(turns.TOO_MUCH)
    tidying.tidy()
    assert thrown() is not None
