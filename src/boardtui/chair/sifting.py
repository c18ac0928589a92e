"""What a screen may show of a meeting that is followed: taken out of the whole before anything is drawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from boardtui.chair.audience import Audience
from boardtui.chair.following import Follower
from boardtui.chair.sight import Sight, hidden_items, is_private_now, sight_of
from boardtui.model.acts import Filed, meeting
from boardtui.model.agenda import Item, ItemKey, Section
from boardtui.model.record import Record
from boardtui.rules.public_replay import PublicReplay


class Source(Protocol):
    """Where a screen has its meeting from."""

    @property
    def record(self) -> Record | None:
        """What may be shown of the meeting, None while there is none."""

    @property
    def private(self) -> bool:
        """Is what is said now private?"""

    @property
    def whole(self) -> bool:
        """Is everything shown, what is restricted too?"""

    @property
    def head(self) -> str:
        """The end of the book in words."""

    @property
    def silence(self) -> float:
        """Seconds since anything was heard of the book."""

    @property
    def patience(self) -> float:
        """Seconds for which it need not be looked at, unless it wakes somebody."""

    @property
    def trouble(self) -> str:
        """One sentence about what stands in the way, '' for nothing."""

    def look(self) -> bool:
        """Take in what is new. Returns whether anything is different now."""

    def wake(self, awake: Callable[[], None]) -> None:
        """Call this, from another thread, when there is news; a source that is only looked at never does."""

    def close(self) -> None:
        """Let go of the book."""


class Sifter:
    """A book that is followed in this process. whole: everything is shown, what is restricted too.

    acts: those that may be shown; hidden: the items of which only the number is; the rest as in `Source`.
    """

    def __init__(self, follower: Follower, *, whole: bool = False) -> None:
        self.follower = follower
        self.whole = whole
        self.record: Record | None = None
        self.private = False
        self.acts: Sequence[Filed] = ()
        self.hidden: frozenset[ItemKey] = frozenset()
        self._public = PublicReplay()

    @property
    def head(self) -> str:
        """The end of the book in words."""
        return self.follower.head

    @property
    def patience(self) -> float:
        """It says nothing by itself."""
        return 0.0

    @property
    def trouble(self) -> str:
        """What stands in the way."""
        return self.follower.trouble

    @property
    def silence(self) -> float:
        """None: the book is read here."""
        return 0.0

    def look(self) -> bool:
        """Take in what was committed since the last look."""
        if not self.follower.look():
            return False
        record = self.follower.record
        if record is None:
            self.record, self.acts = None, ()
        elif self.whole:
            self.record, self.acts, self.private = record, record.filed, is_private_now(record)
        else:
            self.record = self._public.of(record)
            self.acts, self.private = self._public.acts, is_private_now(record)
            self.hidden = hidden_items(self.record, private=self.private)
        return True

    def wake(self, awake: Callable[[], None]) -> None:
        """It is only looked at."""

    def close(self) -> None:
        """Let go of the book."""
        self.follower.close()


def seen(source: Source, record: Record, now: dt.datetime, audience: Audience, *, roomy: bool = False) -> Sight:
    """One moment of a source's meeting, of which record may be shown. now: the time here; audience: whom it is for; roomy:

    there are rows to spare.
    """
    return sight_of(
        record,
        now,
        public=record,
        private=source.private,
        whole=source.whole,
        roomy=roomy,
        head=source.head,
        audience=audience,
    )


def without_titles(acts: Sequence[Filed], hidden: frozenset[ItemKey]) -> list[Filed]:
    """The acts, of whose agenda nothing but the numbers of these items is left."""
    return [_without(one, hidden) if isinstance(one.act, meeting.Summons) and hidden else one for one in acts]


def _without(filed: Filed, hidden: frozenset[ItemKey]) -> Filed:
    summons = filed.act
    if not isinstance(summons, meeting.Summons):
        return filed
    body: list[Section | Item] = []
    place = 0
    for part in summons.agenda.body:
        if isinstance(part, Section):
            body.append(part)
            continue
        place += 1
        body.append(_bare(part, str(place), hidden))
    agenda = summons.agenda.model_copy(update={"body": tuple(body)})
    return replace(filed, act=summons.model_copy(update={"agenda": agenda}))


def _bare(item: Item, key: ItemKey, hidden: frozenset[ItemKey]) -> Item:
    if key in hidden:
        below = tuple(_nameless(one) for one in item.subitems)  # which may be open, and must be there for that
        return Item(
            number=item.number, title="", exempt=item.exempt, planned=item.planned, minutes=item.minutes, subitems=below
        )
    below = tuple(_bare(one, f"{key}.{place}", hidden) for place, one in enumerate(item.subitems, start=1))
    return item.model_copy(update={"subitems": below})


def _nameless(item: Item) -> Item:
    return Item(number="", title="", subitems=tuple(_nameless(one) for one in item.subitems))
