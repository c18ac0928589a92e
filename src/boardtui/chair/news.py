"""What the process that reads the book tells the one that draws: a line of JSON for each change, with what is new in it."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import ConfigDict

from boardtui.model.acts import Filed
from boardtui.model.acts.base import AnyAct
from boardtui.model.approval import Approval
from boardtui.model.base import Frozen
from boardtui.model.record import Record
from boardtui.model.replay import Replay
from boardtui.model.times import ClockTime


class ToldAct(Frozen):
    """An act that may be shown, as in `Filed`. Who filed it is nobody's business."""

    seq: int
    wall: str
    at: ClockTime | None
    item: str
    act: AnyAct
    restricted: bool = False
    behind: int = 0


class News(Frozen):
    """A change. meeting: its name, '' for none; keep: how many of the acts told before still hold; acts: those behind them;

    withheld: the minutes of which there is more than is shown; the rest as in `Source`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    meeting: str = ""
    keep: int = 0
    acts: tuple[ToldAct, ...] = ()
    withheld: tuple[int, ...] = ()
    approval: Approval | None = None
    private: bool = False
    head: str = ""
    trouble: str = ""


def told(filed: Filed) -> ToldAct:
    """An act, to be told."""
    return ToldAct(
        seq=filed.seq,
        wall=filed.wall,
        at=filed.at,
        item=filed.item,
        act=filed.act,
        restricted=filed.restricted,
        behind=filed.behind,
    )


def filed_of(one: ToldAct, meeting: str) -> Filed:
    """The act that was told."""
    return Filed(one.seq, meeting, one.wall, one.at, "", one.item, one.restricted, one.act, "", one.behind)


def kept(before: Sequence[Filed], now: Sequence[Filed]) -> int:
    """How many acts at the beginning are the same."""
    same = 0
    for one, other in zip(before, now, strict=False):
        if one is not other and one != other:
            break
        same += 1
    return same


class Heard:
    """The meeting as it was told, line by line. record: None while there is no meeting; the rest as in `Source`."""

    def __init__(self) -> None:
        self.private = False
        self.head = ""
        self.trouble = ""
        self._acts: list[Filed] = []
        self._replay: Replay | None = None
        self._meeting = ""

    @property
    def record(self) -> Record | None:
        """What may be shown of the meeting."""
        return None if self._replay is None else self._replay.record

    def take_in(self, line: str) -> None:
        """Take in a line that was told."""
        news = News.model_validate_json(line)
        self.private, self.head, self.trouble = news.private, news.head, news.trouble
        if not news.meeting:
            self._acts, self._replay, self._meeting = [], None, ""
            return
        new = [filed_of(one, news.meeting) for one in news.acts]
        if self._replay is None or news.keep != len(self._acts) or news.meeting != self._meeting:
            self._acts = [*self._acts[: news.keep], *new]
            self._replay = Replay(self._acts)
        else:
            self._acts += new
            for one in new:
                self._replay.file(one)
        self._meeting = news.meeting
        record = self._replay.record
        record.approval = news.approval
        for key, entry in record.entries.items():
            entry.withheld = key in news.withheld
