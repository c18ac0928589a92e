"""When a book that is followed is looked at: soon after each commit, hardly ever otherwise, whether it is told of or not."""

from __future__ import annotations

import itertools
import os
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.chair.resting import AMISS, BETWEEN, FOLLOWING_UP, LEAST, NEVER_TOLD, SELDOM, Readable, Rest, ready

MOMENT = 1e-6
NEVER = float("inf")


class Nobody:
    """Says when nobody wants to look any more."""

    def fileno(self) -> int:
        raise AssertionError("nobody waits for real here")


class Folder(Nobody):
    """Tells at those moments that something stirs: what is of the book, or another file beside it."""

    def __init__(self, moments: dict[float, bool], *, tells: bool) -> None:
        self.now, self.tells, self._moments = 0.0, tells, moments

    @property
    def next(self) -> float:
        return min(self._moments, default=NEVER)

    def heard(self) -> bool:
        came = [self._moments.pop(at) for at in sorted(self._moments) if at <= self.now]
        return any(came)

    def close(self) -> None:
        self.tells = False


class Looks:
    """Whoever follows a book for so many seconds. at: when it was looked at."""

    def __init__(
        self,
        seconds: float,
        *,
        stirs: dict[float, bool],
        commits: Sequence[float] = (),
        tells: bool = True,
        amiss: bool = False,
    ) -> None:
        self.at: list[float] = []
        self.folder, self._end, self._last = Folder(stirs, tells=tells), Nobody(), seconds
        rest = Rest(self.folder, self._end, clock=lambda: self.folder.now, wait=self._wait)
        seen, more = 0, True
        while more:
            self.at.append(self.folder.now)
            seen, before = sum(one <= self.folder.now for one in commits), seen
            self.folder.now += MOMENT
            more = rest(found=seen > before, amiss=amiss)

    def _wait(self, sources: Sequence[Readable], seconds: float) -> Sequence[Readable]:
        until = self.folder.now + seconds
        came: list[Readable] = [self.folder] if self.folder in sources and self.folder.next <= until else []
        self.folder.now = max(self.folder.now, self.folder.next) if came else until
        return [*came, *([self._end] if self.folder.now >= self._last else [])]

    def after(self, moment: float) -> float:
        """Seconds from that moment to the next look."""
        return min((look for look in self.at if look >= moment), default=NEVER) - moment


@given(
    st.lists(st.tuples(st.floats(0, 30), st.floats(0, 0.9 * FOLLOWING_UP)), max_size=20),
    st.lists(st.floats(0, 30), max_size=20),
)
def test_each_commit_is_seen_soon_after_it_can_be(told: list[tuple[float, float]], others: list[float]) -> None:
    """What stirs is told of before it can be seen, by as long as the disk takes."""
    stirs = dict.fromkeys(others, False) | {at: True for at, _ in told}
    commits = [at + takes for at, takes in told]
    looks = Looks(40, stirs=stirs, commits=commits)
    assert all(looks.after(one) <= BETWEEN + LEAST for one in commits)


def test_at_rest_it_is_hardly_looked_at() -> None:
    looks = Looks(60, stirs={})
    assert len([one for one in looks.at if one > 1]) <= 60 / SELDOM


def test_while_the_book_cannot_be_read_it_is_tried_again_each_second() -> None:
    looks = Looks(20, stirs={}, amiss=True)
    assert all(later - one <= AMISS + LEAST for one, later in itertools.pairwise(looks.at))


def test_what_stirs_all_the_time_beside_the_book_is_no_reason_to_hurry() -> None:
    stirs = {at / 1000: False for at in range(10_000)}
    assert len(Looks(10, stirs=stirs).at) <= 10 / LEAST + 2


def test_where_nothing_is_told_it_is_looked_at_twelve_times_a_second() -> None:
    looks = Looks(10, stirs={}, tells=False)
    assert all(
        later - one == pytest.approx(BETWEEN, abs=0.001) for one, later in zip(looks.at, looks.at[1:], strict=False)
    )


def test_a_folder_of_which_nothing_is_told_though_it_could_be_is_found_out() -> None:
    first = 3 * NEVER_TOLD
    looks = Looks(first + 20, stirs={}, commits=[first, first + 5, first + 7.77])
    assert not looks.folder.tells
    assert looks.after(first) <= SELDOM
    assert looks.after(first + 5) <= BETWEEN + MOMENT
    assert looks.after(first + 7.77) <= BETWEEN + MOMENT


def test_a_disk_slower_than_ever_is_not_taken_for_one_that_tells_nothing() -> None:
    looks = Looks(60, stirs={20.0: True}, commits=[20 + 2 * FOLLOWING_UP])
    assert looks.folder.tells
    assert looks.after(20 + 2 * FOLLOWING_UP) <= SELDOM


class Pipe:
    """Something to read from, for real."""

    def __init__(self) -> None:
        self._reading, self._writing = os.pipe()

    def fileno(self) -> int:
        return self._reading

    def says(self) -> None:
        os.write(self._writing, b".")

    def close(self) -> None:
        for one in (self._reading, self._writing):
            os.close(one)


def test_it_waits_for_whichever_has_something_to_read() -> None:
    one, other = Pipe(), Pipe()
    assert list(ready([one, other], 0.0)) == []
    other.says()
    assert list(ready([one, other], 5.0)) == [other]
    one.close()
    other.close()
