"""The history of a meeting: every act as it was filed, by whom and when, and what became of it. Nothing is ever erased."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, MutableMapping, Sequence
from dataclasses import dataclass, replace

from boardtui.desk.living import context_for
from boardtui.desk.looking_back import filed_at
from boardtui.desk.unsaid import TAKEN_UP, told_of
from boardtui.minutes.house import House
from boardtui.model.acts import Act, Filed, approval, business, corrections, meeting, text
from boardtui.model.agenda import ItemKey
from boardtui.model.fold_votes import last_vote
from boardtui.model.record import Record
from boardtui.model.replay import Replay
from boardtui.model.settle import OF_THE_BOOK, changes, settled, turns, undone
from boardtui.notation.moments import write_time_before
from boardtui.notation.show import show
from boardtui.phrases import phrases_of
from boardtui.rules.confidentiality import public_as_filed

RESTRICTED = "(restricted)"
"""What stands for an act that must not go out."""

_NO_ACT = 0
"""No act has this number: with it selected, a line about an earlier act always says its number."""
_WORDS = {
    corrections.Edit: "edited",
    corrections.Strike: "struck",
    corrections.Shift: "moved",
    corrections.Substitution: "reworded",
    corrections.Insert: "added to",
}
"""What a correction did to the act it is about."""
_NAMELESS = (corrections.Undo, corrections.Redo, corrections.Strike, corrections.Shift)
"""The corrections that say a number and nothing else."""
_ABOUT_THE_BOOK = (corrections.Erase, corrections.Salvage, approval.Approved, approval.Reopened)
"""The acts that stand although they are none of the meeting's."""
ToldLines = MutableMapping[int, str]
"""The line of each act, by its seq."""


@dataclass(frozen=True, slots=True)
class Became:
    """What became of an act. what: in a word or two; by: the seq of the act that did it, 0 for none."""

    what: str
    by: int

    def __str__(self) -> str:
        return f"{self.what} by {self.by}" if self.by else self.what


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """An act in the history.

    filed: when, by the clock here; at: the meeting's own time, as `[14:20] `, where that is another; who filed it; kind:
    as the book has it; line: of notation, as it was said then, or RESTRICTED; about: the line of the act it undoes, redoes,
    strikes or moves, '' for none; item: number or title of the one then open, '' for none; restricted: must it be kept from
    the public; withheld: it is, here; corrects: the seq of the act it is about, 0 for none; stands: it is part of the record
    as it reads now; became: what became of it, in the order in which it did.
    """

    seq: int
    filed: dt.datetime
    at: str
    who: str
    kind: str
    line: str
    about: str
    item: str
    restricted: bool
    withheld: bool
    corrects: int
    stands: bool
    became: tuple[Became, ...]

    @property
    def said(self) -> str:
        """What was said, in a line: with the meeting's own time, and with what it was about."""
        about = f": {self.about}" if self.about else ""
        return f"{self.line} {self.kind}" if self.withheld else f"{self.at}{self.line}{about}"

    @property
    def fate(self) -> str:
        """What became of it, in words: `undone by 61, edited by 58`; '' where it just stands."""
        return ", ".join(str(one) for one in self.became)

    def as_row(self) -> dict[str, object]:
        """For a program. line is None where it is kept back."""
        return {
            "act": self.seq,
            "filed": self.filed.isoformat(timespec="milliseconds"),
            "at": self.at.strip("[] ") or None,
            "who": self.who,
            "kind": self.kind,
            "line": None if self.withheld else self.line,
            "item": self.item,
            "restricted": self.restricted,
            "corrects": self.corrects or None,
            "stands": self.stands,
            "became": [{"what": one.what, "by": one.by or None} for one in self.became],
        }


def history(
    record: Record, house: House, *, restricted: bool, zone: dt.tzinfo | None = None, known: ToldLines | None = None
) -> list[HistoryRow]:
    """Every act of a meeting, in order.

    restricted: with what must not go out; without it neither that nor anything that depends on it is told, only that there
    was an act, of what kind, and when. zone: None for this machine's; known: lines worked out before, by seq, which are
    used and added to: an act's line is about the meeting as it was then, and never changes.
    """
    public = public_as_filed(record)
    told = _Telling(record, house, public, restricted=restricted)
    lines = told.lines({} if known is None else known)
    settled_acts = settled(record.filed)
    became = _became(record.filed, settled_acts, told.superseded)
    standing = {filed.seq for filed in settled_acts}
    gone = set(undone(record.filed))
    rows = []
    for filed in record.filed:
        correction = isinstance(filed.act, (corrections.Correction, *_ABOUT_THE_BOOK))
        rows.append(
            HistoryRow(
                seq=filed.seq,
                filed=filed_at(filed, zone),
                at=told.time(filed, zone),
                who=filed.actor,
                kind=filed.act.was if isinstance(filed.act, corrections.Erased) else filed.act.kind,
                line=lines[filed.seq],
                about=lines.get(filed.act.target, "") if isinstance(filed.act, _NAMELESS) else "",
                item=told.item(filed.item),
                restricted=not told.is_public(filed),
                withheld=not told.may_tell(filed),
                corrects=getattr(filed.act, "target", 0),
                stands=filed.seq not in gone if correction else filed.seq in standing,
                became=tuple(became.get(filed.seq, ())),
            )
        )
    return rows


class _Telling:
    """Tells acts as lines, each in the meeting as it was when it was said; the meeting grows with what may be told.

    It grows once, act by act. What was corrected before the next thing was said is not in it; what was corrected later has
    been in it, and a name or an item said meanwhile stays known. superseded: the counts that were counted again, by which.
    """

    def __init__(self, record: Record, house: House, public: dict[int, Act], *, restricted: bool) -> None:
        self._record, self._house, self._public, self._restricted = record, house, public, restricted
        self._phrases = phrases_of(house.phrases)
        self._erased_by = {
            target: one
            for one in record.filed
            if isinstance(one.act, corrections.Erase | corrections.Salvage)
            for target in one.act.targets
        }
        self._growing = Replay()
        self._run: list[Filed] = []
        self._lines: ToldLines = {}
        self.superseded: dict[int, int] = {}

    def lines(self, known: ToldLines) -> ToldLines:
        """The line of every act, by its seq."""
        self._lines = known
        for filed in self._record.filed:
            if isinstance(filed.act, corrections.Correction):
                self._run.append(filed)
                continue
            self._end_run()
            self._tell(filed)
            if isinstance(filed.act, OF_THE_BOOK):
                continue
            if isinstance(filed.act, business.Recount) and (vote := last_vote(self._growing.record)) is not None:
                self.superseded[filed.seq] = vote.division.seq if vote.division else vote.seq
            self._run.append(filed)
        self._end_run()
        return self._lines

    def _end_run(self) -> None:
        """The last act goes into the meeting as its corrections have left it; then those can be told."""
        tellable = [known for filed in self._run if (known := self._as_known(filed)) is not None]
        for filed in settled(tellable):
            self._growing.file(filed)
        for filed in self._run:
            if isinstance(filed.act, corrections.Correction):
                self._lines.pop(filed.seq, None)  # more corrections may have come behind it since
                self._tell(filed)
        self._run.clear()

    def _as_known(self, filed: Filed) -> Filed | None:
        """The act as whoever reads this may know it."""
        if self._restricted:
            return filed
        act = self._public.get(filed.seq)
        return None if act is None else replace(filed, act=act, restricted=False)

    def _tell(self, filed: Filed) -> None:
        if isinstance(filed.act, corrections.Erased):
            self._lines[filed.seq] = self._erased(filed.seq)
        elif filed.seq not in self._lines:
            self._lines[filed.seq] = self.line(filed.act) if self.may_tell(filed) else RESTRICTED

    def _erased(self, seq: int) -> str:
        """What stands for an act whose words are gone: by which act, and why."""
        if seq not in self._erased_by:
            return "(erased)"
        by = self._erased_by[seq]
        if not isinstance(by.act, corrections.Erase):
            return f"(lost with a damaged book, says act {by.seq})"
        return f"(erased by act {by.seq}{f': {by.act.reason}' if self.may_tell(by) else ''})"

    def line(self, act: Act) -> str:
        """The line that says an act in the meeting as it has grown so far; for what no line says, what it was."""
        if told := told_of(act):
            return told
        selected = _NO_ACT if isinstance(act, corrections.Correction) else None
        return show(act, context_for(self._growing.record, self._house, self._phrases, selected))

    def may_tell(self, filed: Filed) -> bool:
        """May the words of this act be told to whoever reads this?"""
        return self._restricted or self.is_public(filed)

    def is_public(self, filed: Filed) -> bool:
        """May the act go out, worded as it was filed?

        Of the summons only what was called is told, of what was erased only that it was, and of an approval whose it was:
        that may.
        """
        harmless = isinstance(filed.act, meeting.Summons | corrections.Erased | approval.Approved)
        return harmless or self._public.get(filed.seq) == filed.act

    def time(self, filed: Filed, zone: dt.tzinfo | None) -> str:
        """The meeting's own time, where it is another than that of filing."""
        if filed.at is None or filed.at.minutes is None or not self.may_tell(filed):
            return ""
        here = filed_at(filed, zone)
        if filed.at.minutes == here.hour * 60 + here.minute:
            return ""
        return write_time_before(filed.at, context_for(self._growing.record, self._house, self._phrases))

    def item(self, key: ItemKey) -> str:
        """An item by its number or, without one, its title; '' for none."""
        known = self._growing.record.business
        if key not in known:
            return ""
        called = known[key].item.number or known[key].item.title
        above = self.item(key.rpartition(".")[0])
        return called if called.startswith(above) else f"{above}{called}"


def _became(filed: Sequence[Filed], standing: list[Filed], superseded: dict[int, int]) -> dict[int, list[Became]]:
    """What became of each act, by its seq. standing: as they now read; superseded: recount -> the count it took over."""
    found: dict[int, list[Became]] = {}
    changed = changes(filed)
    for change in changed:
        word = next(word for kind, word in _WORDS.items() if isinstance(change.filed.act, kind))
        for seq in change.acts:
            found.setdefault(seq, []).append(Became(word, change.filed.seq))
    _add_turns(found, filed)
    _add_taken_up(found, filed)
    for one in standing:
        for seq, word in _overtaken(one, filed, superseded):
            found.setdefault(seq, []).append(Became(word, one.seq))
    _add_idle(found, filed, {change.filed.seq for change in changed})
    for several in found.values():
        several.sort(key=lambda one: one.by)
    return found


def _add_turns(found: dict[int, list[Became]], filed: Sequence[Filed]) -> None:
    """Undone, and redone: the last time of each. An undo that was itself taken back says so."""
    last: dict[int, list[Became]] = {}
    for turn in turns(filed):
        before = last.get(turn.act, [])
        if before:
            found.setdefault(before[-1].by, []).append(Became("taken back", turn.seq))
        word = Became("undone" if turn.gone else "redone", turn.seq)
        last[turn.act] = [word] if turn.gone else [*before[-1:], word]
    for seq, words in last.items():
        found.setdefault(seq, []).extend(words)


def _add_taken_up(found: dict[int, list[Became]], filed: Sequence[Filed]) -> None:
    """Approvals behind which the minutes were taken up again."""
    last = 0
    for one in filed:
        if isinstance(one.act, approval.Approved):
            last = one.seq
        elif isinstance(one.act, approval.Reopened) and last:
            found.setdefault(last, []).append(Became(TAKEN_UP[one.act.mistaken], one.seq))


def _overtaken(one: Filed, filed: Sequence[Filed], superseded: dict[int, int]) -> Iterable[tuple[int, str]]:
    """The acts that something said later, which is no correction, has changed; and how."""
    act = one.act
    if isinstance(act, business.Recount) and one.seq in superseded:
        yield superseded[one.seq], "superseded"
    elif isinstance(act, text.Promote):
        yield act.target, "made a point"
    elif isinstance(act, meeting.Release):
        keys = set(act.items)
        yield from ((f.seq, "released") for f in filed if f.restricted and f.item.split(".")[0] in keys)


def _add_idle(found: dict[int, list[Became]], filed: Sequence[Filed], changed: set[int]) -> None:
    """Corrections that changed nothing, since what they were about wasn't there or was so already."""
    gone = set(undone(filed))
    turned = {turn.seq for turn in turns(filed)}
    for one in filed:
        if not isinstance(one.act, corrections.Correction) or one.seq in gone:
            continue
        busy = turned if isinstance(one.act, corrections.Undo | corrections.Redo) else changed
        if one.seq not in busy:
            found.setdefault(one.seq, []).append(Became("changed nothing", 0))


@dataclass(frozen=True, slots=True)
class Wording:
    """How an act read from a moment on. by: the seq of the correction that made it so, 0 for the act itself; filed, who: of

    that; line: of notation, '' where the act did not stand.
    """

    by: int
    filed: dt.datetime
    who: str
    line: str

    def as_row(self) -> dict[str, object]:
        """For a program. line is None where the act did not stand."""
        return {
            "by": self.by or None,
            "filed": self.filed.isoformat(timespec="milliseconds"),
            "who": self.who,
            "line": self.line or None,
        }


def wordings(
    record: Record, house: House, seq: int, *, restricted: bool, zone: dt.tzinfo | None = None
) -> list[Wording]:
    """How an act read, from when it was filed to now: one for each correction that changed it.

    None for a correction, for what was erased, and for an unknown act. restricted: as in `history`; what must not go out
    reads RESTRICTED.
    """
    if isinstance(record.act(seq), (corrections.Correction, *OF_THE_BOOK)):
        return []
    telling = _Telling(record, house, public_as_filed(record), restricted=restricted)
    telling.lines({})
    found: list[Wording] = []
    read: Act | None = None
    for filed in _moments(record.filed, seq):
        now = next(
            (one.act for one in settled(record.filed[: _place(record.filed, filed) + 1]) if one.seq == seq), None
        )
        if filed.seq != seq and now == read:
            continue
        line = "" if now is None else telling.line(now) if telling.may_tell(filed) else RESTRICTED
        found.append(Wording(0 if filed.seq == seq else filed.seq, filed_at(filed, zone), filed.actor, line))
        read = now
    return found


def _place(filed: Sequence[Filed], one: Filed) -> int:
    return next(i for i, other in enumerate(filed) if other.seq == one.seq)


def _moments(filed: Sequence[Filed], seq: int) -> list[Filed]:
    """The act, and every correction that may have changed how it reads."""
    about = {seq}
    found: list[Filed] = []
    item = next((one.item for one in filed if one.seq == seq), "")
    for one in filed:
        act = one.act
        touches = isinstance(act, corrections.Correction) and act.target in about
        whole_item = isinstance(act, corrections.Substitution) and act.whole_item and one.item == item
        if one.seq == seq or touches or (whole_item and found):
            about.add(one.seq)
            found.append(one)
    return found
