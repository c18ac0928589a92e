"""The desk: a meeting opened in a book. The one door through which every act goes, whoever makes it."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from typing import TYPE_CHECKING

from boardtui.book import Book, Filing
from boardtui.desk.houses import house_of
from boardtui.desk.living import context_for
from boardtui.errors import BoardError, BookError, Hesitation, Refusal
from boardtui.minutes.house import House
from boardtui.model.acts import Act, Filed
from boardtui.model.acts.corrections import Correction, Edit
from boardtui.model.acts.meeting import Close, Summons
from boardtui.model.record import Record, Stage
from boardtui.model.replay import Replay
from boardtui.model.times import ClockTime
from boardtui.notation.context import Context
from boardtui.notation.parse import Said, parse
from boardtui.notation.show import show
from boardtui.phrases import phrases_of
from boardtui.rules.approval import check_not_frozen
from boardtui.rules.confidentiality import is_restricted_now
from boardtui.rules.forecast import Turn, sitting_state, turn
from boardtui.rules.procedure import check

if TYPE_CHECKING:
    from boardtui.minutes.tree import Minute
    from boardtui.rules.gaps import Findings

Clock = Callable[[], dt.datetime]


class Desk:
    """A meeting on the desk.

    record is what stands in the book: it grows only when the book has answered. What has been said and waits for the
    book stands in `ahead`, which lines are read against. `take_in()` moves what the book has answered into the record.
    """

    def __init__(self, book: Book, meeting: str, *, clock: Clock, actor: str, live: bool) -> None:
        """book: open for writing, or read-only to look; meeting: its name; clock: the local time, with its zone;

        actor: who files; live: in the room, where a missing time means now (on the meeting's own day only).
        """
        self.book = book
        self.meeting = meeting
        self.clock = clock
        self.actor = actor
        self.live = live
        filed = book.acts(meeting)
        self._stands = Replay(filed)
        self._ahead = Replay(filed)
        self._answered: deque[Filed] = deque()
        self._refused: deque[BaseException] = deque()
        self._after_answer: Callable[[], None] = lambda: None
        self._asked: tuple[int, Findings | None] = (
            0,
            None,
        )  # the last act when the close was asked for, what was missing
        self._noted = (0, "")  # the end of the book, and the act of the meeting it was looked up behind
        self._turn: Turn | None = None  # of the quorum, with what was said last
        self.house_missing: str
        self.house: House
        self.phrases: Mapping[str, str]
        self._take_house()

    @property
    def record(self) -> Record:
        """The meeting as the book holds it."""
        return self._stands.record

    @property
    def ahead(self) -> Record:
        """The meeting with what still waits for the book."""
        return self._ahead.record

    @property
    def waiting(self) -> bool:
        """Does anything said still wait for the book, or for `take_in()`?"""
        return self.ahead.last_seq != self.record.last_seq or len(self.ahead.filed) != len(self.record.filed)

    def when_answered(self, call: Callable[[], None]) -> None:
        """Call this, from the book's own thread, each time an act has been filed."""
        self._after_answer = call

    def take_in(self) -> bool:
        """Move what the book has answered into the record. Returns whether there was anything.

        Raises BoardError where the book could not file an act for good; the record is then what the book holds.
        """
        moved = False
        if self._refused:
            self._read_anew()
        while self._answered:
            self._stands.file(self._answered.popleft())
            moved = True
        return moved

    def head_to_note(self) -> str:
        """Once the meeting is closed, the end of the book in words, to be noted where nobody can change it; else ''.

        Not for anything public: it counts what is restricted, too.
        """
        if self.record.stage is not Stage.CLOSED:
            return ""
        if self._noted[0] != self.record.last_seq:
            with suppress(BoardError):  # a book that can't be read now says so elsewhere
                self._noted = self.record.last_seq, self.book.head_words()
        return self._noted[1]

    # --- saying

    def context(self, selected: int | None = None) -> Context:
        """What a line is read against now. selected: the seq of the block the clerk has selected, if any."""
        return context_for(self.ahead, self.house, self.phrases, selected, self._turn)

    def parse(self, line: str, selected: int | None = None) -> Said:
        """A line as an act. Raises Refusal."""
        return parse(line, self.context(selected))

    def show(self, act: Act) -> str:
        """An act as a line."""
        return show(act, self.context())

    def say(self, line: str, *, selected: int | None = None, place: str | None = None) -> Future[Filed]:
        """Record a line. place: the draft it was typed in, cleared with it. Raises Refusal; the answer comes later."""
        check_not_frozen(self.ahead)
        said = self.parse(line, selected)
        if self.live and isinstance(said.act, Close):
            self._hesitate(said.act, said.at)
        return self.do(said.act, at=said.at, place=place)

    def _hesitate(self, act: Close, at: ClockTime | None) -> None:
        """What is missing is told before the meeting is closed, once. Raises Hesitation."""
        from boardtui.rules.closing import missing_when_closed
        from boardtui.rules.gap import Lack

        check(self.ahead, act)
        if self.missing_at_close is None and (found := missing_when_closed(self.ahead, act, at or self.now())).gaps:
            self._asked = self.ahead.last_seq, found
            count = len(found.gaps)
            are = "thing is" if count == 1 else "things are"
            untimed = any(gap.lack is Lack.CLOSE_TIME for gap in found.gaps)
            raise Hesitation(
                f"{count} {are} missing: F4 shows {'it' if count == 1 else 'them'}; Enter again closes all the same.",
                "When it closed is one of them: /close 21:00 says it." if untimed else "",
            )

    @property
    def missing_at_close(self) -> Findings | None:
        """What was told when the meeting was to be closed, as long as nothing has been said since; else None."""
        last, found = self._asked
        return found if last == self.ahead.last_seq else None

    def revise(self, seq: int, line: str, *, place: str | None = None) -> Future[Filed]:
        """Let the block of act seq read as this line instead. Raises Refusal."""
        check_not_frozen(self.ahead)
        said = self.parse(line)
        from boardtui.model.settle import BLOCK_ACTS

        if not isinstance(said.act, BLOCK_ACTS):
            raise Refusal("A block can't become that.", "Press Esc to leave it as it was, then type the command.")
        return self.do(Edit(target=seq, revised=said.act), place=place)

    def do(self, act: Act, *, at: ClockTime | None = None, place: str | None = None) -> Future[Filed]:
        """File an act: the one door. at: when it happened, as said; place: the draft that is cleared with it.

        Returns a future that is done when the act is safely in the book. Raises Refusal, or BookError on a book that is
        only looked at.
        """
        check(self.ahead, act)
        filed = Filed(
            seq=self.book.next_seq(),
            meeting=self.meeting,
            wall=self._wall(),
            at=at or self.now(),
            actor=self.actor,
            item=self._item_of(act),
            restricted=is_restricted_now(self.ahead, act),
            act=act,
            token=uuid.uuid4().hex,
        )
        quorum = sitting_state(self.ahead)
        ahead = self._ahead.file(filed)
        self._turn = turn(quorum, ahead)
        if isinstance(act, Summons):
            self._take_house()
        changes = self.book.changes(ahead, filed)
        answer = self.book.journal.file(Filing(filed), changes, clears_draft=place)
        answer.add_done_callback(self._on_answer)
        return answer

    def _on_answer(self, answer: Future[Filed]) -> None:
        failure = answer.exception()
        if failure is not None:
            self._refused.append(failure)
        else:
            self._answered.append(answer.result())
        with suppress(RuntimeError):  # the screen's loop has ended; there is nobody left to tell
            self._after_answer()

    def _read_anew(self) -> None:
        """Something said can never be filed: begin again from what the book holds, and say why."""
        failure = self._refused.popleft()
        self._refused.clear()
        self._answered.clear()
        filed = self.book.acts(self.meeting)
        self._stands, self._ahead = Replay(filed), Replay(filed)
        if isinstance(failure, BoardError):
            raise failure
        raise BoardError("What was said last could not be recorded.", "Look at the minutes, and say it again.")

    def _item_of(self, act: Act) -> str:
        """The item an act is filed under: the open one, or for a correction that of the act it corrects."""
        if isinstance(act, Correction):
            for one in reversed(self.ahead.filed):
                if one.seq == act.target:
                    return one.item
        items = getattr(act, "items", ()) if act.kind == "open_item" else self.ahead.open_items
        if self.ahead.sub and act.kind != "open_item":
            return self.ahead.sub
        return items[0] if items else ""

    def _wall(self) -> str:
        return self.clock().astimezone(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def now(self) -> ClockTime | None:
        """The time to stamp an act with: in the room, on the day of the meeting or of its last sitting; else unknown.

        Minutes written up on another day are not given the time of day they were typed at.
        """
        if not self.live:
            return None
        now = self.clock()
        day = self.ahead.date
        if self.ahead.sittings and self.ahead.sittings[-1].day:
            day = self.ahead.sittings[-1].day.on or day
        if day is not None and day != now.date():
            return None
        return ClockTime(typed=f"{now:%H:%M}", at=now.time().replace(second=0, microsecond=0, tzinfo=None))

    # --- drafts

    def draft(self, place: str, text: str, caret: int) -> None:
        """What is being typed: on disk as soon as the book has time for it."""
        self.book.journal.draft(self.meeting, place, text, caret)

    # --- minutes

    def _take_house(self) -> None:
        """The house style that the agenda names; the default one, and a note of it, where there is none of that name."""
        chosen = house_of(self.ahead)
        self.house, self.house_missing = chosen.house, chosen.missing
        self.phrases = phrases_of(self.house.phrases)

    def minute(self, entry: int) -> Minute:
        """A minute as it will read, prepared text marked. entry: its key."""
        from boardtui.minutes.compose import compose_entry

        return compose_entry(self.record, self.house, entry)

    def wait(self, seconds: float = 10.0) -> None:
        """Until everything said is in the book. Raises BookError when it can't be saved in that time."""
        if not self.book.journal.wait(seconds):
            trouble = self.book.journal.trouble
            # A disk that fails while it commits doesn't tell whether it has committed.
            raise BookError(
                trouble.message if trouble else "What was said could not be saved.",
                "What was said may be in the book all the same: look there before you say it again.",
            )
        self.take_in()
