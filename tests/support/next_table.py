"""A clerk at the next table: files acts in a real book while the chair's view follows it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from boardtui.book import Book, Filing
from boardtui.model.acts import Act, Filed, meeting
from boardtui.model.replay import Replay
from boardtui.model.times import ClockTime
from boardtui.rules.confidentiality import is_restricted_now
from support.acts import small_summons

HALF_PAST_TWO = dt.datetime(2026, 9, 4, 14, 30, tzinfo=dt.UTC)


class NextTable:
    """Who writes in the book. Each act is in it when the call returns."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = Book.open_or_create(path, holder="clerk", now=lambda: HALF_PAST_TWO)
        self._meetings: dict[str, Replay] = {}
        self._filed = 0

    def calls(self, name: str = "small", summons: meeting.Summons | None = None) -> None:
        """Call a meeting."""
        self._meetings[name] = Replay()
        self.files(summons or small_summons(), meeting=name)

    def files(self, *acts: Act, at: str | None = None, meeting: str = "small") -> None:
        """File acts. at: the time by the meeting's clock; meeting: in which."""
        replay = self._meetings[meeting]
        for act in acts:
            record = replay.record
            open_now = record.open_items
            self._filed += 1
            filed = Filed(
                seq=self.book.next_seq(),
                meeting=meeting,
                wall=f"2026-09-04T13:00:00.{self._filed:03}Z",
                at=ClockTime.read(at) if at else None,
                actor="clerk",
                item=open_now[0] if open_now else "",
                restricted=is_restricted_now(record, act),
                act=act,
                token=f"{meeting}-{self._filed}",
            )
            changes = self.book.changes(replay.file(filed), filed)
            self.book.journal.file(Filing(filed), changes).result(10)

    def types(self, text: str, meeting: str = "small") -> None:
        """Keep a draft: a commit without an act."""
        self.book.journal.draft(meeting, "composer", text, len(text))
        assert self.book.journal.wait(10)

    def leaves(self) -> None:
        """Close the book; the whole of it is then in its one file."""
        assert self.book.close().home

    def comes_back(self) -> None:
        """Open the book again."""
        self.book = Book.open(self.path, holder="clerk", now=lambda: HALF_PAST_TWO)
