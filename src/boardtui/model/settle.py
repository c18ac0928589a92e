"""What still stands: the acts of a meeting after every undo, redo, edit, substitution, strike and shift."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from boardtui.model.acts import approval, business, corrections, interests, meeting, room, text
from boardtui.model.acts.base import Act, Filed
from boardtui.model.prose import Prose

BLOCK_ACTS = (
    text.TextAct, text.TableRow, text.DeferItem, text.WithdrawItem,
    room.Guest, room.Arrive, room.Leave, room.Return, room.TakeChair, room.Elect, room.Coopt, room.Resign,
    interests.DeclareNone, interests.Declare, interests.Dispensation, interests.Arrears,
    business.Resolve, business.ResolveRecommendations, business.Recommend, business.Note, business.Reason,
    business.Action, business.Proposal, business.Vote, business.Roll, business.Outcome, business.Alter,
    business.CastingVote, business.Lots, business.MyVote, business.Recount, business.NoDecision,
    meeting.PreviousMinutes, meeting.NoMatters, meeting.Adjourn, meeting.Resume, meeting.Exclude, meeting.Readmit,
    meeting.Summary, meeting.Extend, meeting.NextMeeting, meeting.Close,
)  # fmt: skip
"""The acts that stand in a minute, and so can be corrected as blocks."""

OF_THE_BOOK = (corrections.Erase, corrections.Salvage, corrections.Erased, approval.Approved, approval.Reopened)
"""The acts that are about the book and not about the meeting: an erasure, a salvage, what they left without words; that the

minutes were approved.
"""

NEVER_UNDONE = (meeting.Summons, corrections.Undo, corrections.Redo, *OF_THE_BOOK)
"""The acts that an undo is never about in the end: the summons, undoing itself, an erasure and what it took, an

approval.
"""

M = TypeVar("M", bound=BaseModel)
_DONE_ALREADY = (corrections.Undo, corrections.Redo, *OF_THE_BOOK)
_PLAIN_FIELDS = frozenset({"text", "title", "reason", "to", "words", "office", "term", "until", "word"})


@dataclass(frozen=True, slots=True)
class Turn:
    """What an undo or a redo came to. seq: its own; act: the one it is about in the end; gone: that is undone by it."""

    seq: int
    act: int
    gone: bool


def turns(filed: Iterable[Filed]) -> list[Turn]:
    """Every undo and redo that changed something, in order.

    Only an act that was there already can be undone, and never the summons. To undo an undo is to redo.
    """
    found: list[Turn] = []
    gone: set[int] = set()
    earlier: dict[int, Act] = {}
    for one in filed:
        if isinstance(one.act, corrections.Undo | corrections.Redo):
            turn = _turn(one.seq, one.act, earlier)
            act = earlier.get(turn.act)
            if act is not None and turn.gone != (turn.act in gone) and not isinstance(act, NEVER_UNDONE):
                (gone.add if turn.gone else gone.discard)(turn.act)
                found.append(turn)
        earlier[one.seq] = one.act
    return found


def turn_of(filed: Sequence[Filed], act: corrections.Undo | corrections.Redo) -> Turn:
    """What an undo or a redo would be about in the end if it were said now, as the next act."""
    return _turn(filed[-1].seq + 1 if filed else 0, act, {one.seq: one.act for one in filed})


def _turn(seq: int, act: corrections.Undo | corrections.Redo, earlier: Mapping[int, Act]) -> Turn:
    """Through those that it undoes or redoes."""
    target, gone = act.target, isinstance(act, corrections.Undo)
    about = earlier.get(target)
    while isinstance(about, corrections.Undo | corrections.Redo) and about.target < target:
        target, gone = about.target, gone is isinstance(about, corrections.Redo)
        about = earlier.get(target)
    return Turn(seq, target, gone)


def undone(filed: Iterable[Filed]) -> list[int]:
    """The seqs of the acts that are undone, in the order they were, the last one last."""
    out: dict[int, None] = {}
    for turn in turns(filed):
        if turn.gone:
            out[turn.act] = None
        else:
            del out[turn.act]
    return list(out)


def settled(filed: Sequence[Filed]) -> list[Filed]:
    """The acts that stand, in order, as they now read. Total: a correction of what isn't there (yet) changes nothing.

    Nor does one of the summons, without which there is no meeting.
    """
    acts, corrected = _parted(filed)
    for change in corrected:
        acts = _corrected(acts, change)
    return acts


@dataclass(frozen=True, slots=True)
class Change:
    """A correction that stands, no undo or redo, and the acts that it changed: several for words replaced in a whole item."""

    filed: Filed
    acts: tuple[int, ...]


def changes(filed: Sequence[Filed]) -> list[Change]:
    """The corrections that stand and changed something, in order."""
    acts, corrected = _parted(filed)
    found: list[Change] = []
    for change in corrected:
        before, acts = acts, _corrected(acts, change)
        changed = tuple(_changed(before, acts, change))
        if changed:
            found.append(Change(change, changed))
    return found


def _changed(before: list[Filed], after: list[Filed], change: Filed) -> Iterator[int]:
    if after is before:
        return
    if isinstance(change.act, corrections.Substitution):
        yield from (old.seq for old, new in zip(before, after, strict=True) if old.act is not new.act)
    elif isinstance(change.act, corrections.Correction):
        yield change.act.target


def _parted(filed: Sequence[Filed]) -> tuple[list[Filed], list[Filed]]:
    """The acts that aren't undone, and the corrections of them that aren't. What was erased does nothing any more.

    What was put in stands where it does, also when the act it stands behind is gone.
    """
    gone = set(undone(filed))
    acts: list[Filed] = []
    corrected: list[Filed] = []
    known: set[int] = set()
    said: set[int] = set()
    for one in filed:
        stands = one.seq not in gone and not isinstance(one.act, _DONE_ALREADY)
        if stands and not isinstance(one.act, corrections.Correction):
            acts.append(one)
        elif stands and isinstance(one.act, corrections.Correction):
            about = said if isinstance(one.act, corrections.Insert) else known
            corrected += [one] if one.act.target in about else []
        if not isinstance(one.act, meeting.Summons):
            said.add(one.seq)
            if stands:
                known.add(one.seq)
    return acts, corrected


def _corrected(acts: list[Filed], change: Filed) -> list[Filed]:
    """The acts after a correction. It is about what was there, never about what was said later, which stands at the end."""
    later = len(acts)
    while later and acts[later - 1].seq >= change.seq:
        later -= 1
    there = acts[:later]
    corrected = _with_change(there, change)
    return acts if corrected is there else corrected + acts[later:]


def _with_change(acts: list[Filed], change: Filed) -> list[Filed]:
    act = change.act
    if not isinstance(act, corrections.Correction):
        return acts
    target = act.target
    if isinstance(act, corrections.Insert):
        behind = place_behind(acts, target)
        return [*acts[:behind], put_in(change, act), *acts[behind:]]
    place = next((i for i, f in enumerate(acts) if f.seq == target), None)
    if place is None:
        return acts
    if isinstance(act, corrections.Strike):
        return acts[:place] + acts[place + 1 :]
    if isinstance(act, corrections.Edit):
        return [*acts[:place], replace(acts[place], act=act.revised), *acts[place + 1 :]]
    if isinstance(act, corrections.Shift):
        return _shifted(acts, place, down=act.down)
    if isinstance(act, corrections.Substitution):
        return _substituted(acts, place, act)
    return acts


def place_behind(acts: Sequence[Filed], seq: int) -> int:
    """The place right behind an act among those that stand, or behind where it stood: of the last act said before it."""
    exact = (i for i, one in enumerate(acts) if one.seq == seq)
    before = (i for i in range(len(acts) - 1, -1, -1) if acts[i].seq < seq and not acts[i].behind)
    return next(exact, next(before, -1)) + 1


def put_in(filed: Filed, act: corrections.Insert) -> Filed:
    """What was put in, as it stands among the acts. filed: the correction that put it in."""
    return replace(filed, at=act.at, act=act.said, behind=act.target)


def _substituted(acts: list[Filed], place: int, change: corrections.Substitution) -> list[Filed]:
    item = acts[place].item
    out = list(acts)
    for i, one in enumerate(acts):
        if i == place or (change.whole_item and one.item == item and isinstance(one.act, BLOCK_ACTS)):
            out[i] = replace(one, act=with_words_replaced(one.act, change))
    return out


def with_words_replaced(act: Act, change: corrections.Substitution) -> Act:
    """The act with the words replaced wherever it holds them; unchanged where the result would be no act."""
    try:
        return _replaced(act, change)
    except ValidationError:
        return act


def _replaced(model: M, change: corrections.Substitution) -> M:
    values = {name: _value(name, getattr(model, name), change) for name in type(model).model_fields}
    if all(values[name] is getattr(model, name) for name in values):
        return model
    return type(model).model_validate(values)


def _value(name: str, value: object, change: corrections.Substitution) -> object:
    if isinstance(value, Prose):
        return value.replaced(change.old, change.new, every=change.whole_item) if value.count(change.old) else value
    if isinstance(value, tuple):
        parts = tuple(_value(name, part, change) for part in value)
        return parts if any(a is not b for a, b in zip(parts, value, strict=True)) else value
    if isinstance(value, BaseModel):
        return _replaced(value, change)
    if isinstance(value, str) and name in _PLAIN_FIELDS:
        return _plain(value, change)
    return value


def _plain(value: str, change: corrections.Substitution) -> str:
    if change.old.people or change.new.people:
        return value
    old, new = (words.said(lambda _nobody: "") for words in (change.old, change.new))
    return value.replace(old, new, -1 if change.whole_item else 1) if old and old in value else value


def _shifted(acts: list[Filed], place: int, *, down: bool) -> list[Filed]:
    """The act after (before) its neighbour in the same item; it takes along what goes on in it."""
    item = acts[place].item
    last = place + 1
    while last < len(acts) and isinstance(acts[last].act, text.Continuation) and acts[last].item == item:
        last += 1
    moving, rest = acts[place:last], acts[:place] + acts[last:]
    if down:
        after = next((i for i in range(place, len(rest)) if _is_block(rest[i], item)), None)
        if after is None:
            return acts
        to = after + 1
        while to < len(rest) and isinstance(rest[to].act, text.Continuation) and rest[to].item == item:
            to += 1
    else:
        before = next((i for i in range(place - 1, -1, -1) if _is_block(rest[i], item)), None)
        if before is None:
            return acts
        to = before
    return rest[:to] + moving + rest[to:]


def _is_block(one: Filed, item: str) -> bool:
    return one.item == item and isinstance(one.act, BLOCK_ACTS) and not isinstance(one.act, text.Continuation)
