"""What the process that reads the book tells the one with the screen: what may be shown, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TextIO

from boardtui.chair.news import News, kept, told
from boardtui.chair.sifting import Sifter, without_titles
from boardtui.model.acts import Filed

BEAT = 5.0
"""Seconds between two signs of life where there is nothing to tell."""


class Sieve:
    """Tells what is new in a sifter, one line for each change."""

    def __init__(self, sifter: Sifter) -> None:
        self.sifter = sifter
        self._told: list[Filed] = []
        self._meeting = ""

    def look(self) -> str:
        """The news since the last look, '' for none."""
        return self._news().model_dump_json(exclude_defaults=True) if self.sifter.look() else ""

    def _news(self) -> News:
        sifter = self.sifter
        record = sifter.record
        if record is None:
            self._told, self._meeting = [], ""
            return News(trouble=sifter.trouble, head=sifter.head)
        acts = list(sifter.acts) if sifter.whole else without_titles(sifter.acts, sifter.hidden)
        same = kept(self._told, acts) if sifter.follower.meeting == self._meeting else 0
        self._told, self._meeting = acts, sifter.follower.meeting
        return News(
            meeting=self._meeting,
            keep=same,
            acts=tuple(told(one) for one in acts[same:]),
            withheld=tuple(key for key, entry in record.entries.items() if entry.withheld),
            approval=record.approval,
            private=sifter.private,
            head=sifter.head,
            trouble=sifter.trouble,
        )


class Rests(Protocol):
    """Waits a little between two looks."""

    def __call__(self, *, found: bool, amiss: bool) -> bool:
        """found: whether the last look found anything; amiss: whether something is in its way.

        Returns whether more is wanted.
        """


def tell(sieve: Sieve, out: TextIO, rest: Rests, clock: Callable[[], float]) -> None:
    """Tell all news, and now and then an empty line, until nobody wants any more.

    rest: waits a little, as `boardtui.chair.resting.Rest` does; clock: in seconds.
    """
    last = clock()
    try:
        while True:
            line = sieve.look()
            if line or clock() - last >= BEAT:
                last = clock()
                out.write(f"{line}\n")
                out.flush()
            if not rest(found=bool(line), amiss=bool(sieve.sifter.trouble)):
                break
    except BrokenPipeError:
        pass
    finally:
        sieve.sifter.close()
