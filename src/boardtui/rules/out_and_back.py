"""Out for an interest, and back: who goes out now, or comes back, at one key.

Who must leave says the body's code. They go out for the item, so that they are back when another one opens even if nobody
says so; that they came back is said at the same key, for houses that print who came and went.
"""

from __future__ import annotations

from boardtui.errors import Refusal
from boardtui.model.acts.interests import Conduct
from boardtui.model.acts.room import Leave, Return, Span
from boardtui.model.people import PersonKey
from boardtui.model.record import Declaration, Direction, Movement, Record, Stage
from boardtui.model.room import AWAY, has_left, minute_at
from boardtui.rules.interests import Bite, Duty, Weight, biting, duties, must_leave
from boardtui.rules.presence import name_of

BY_HAND = "/leave @name for item and /return @name say it of anybody."


def out_and_back(record: Record) -> Leave | Return:
    """Those who must leave go out; where nobody must, those who left for what is no longer open come back.

    Raises Refusal where there is nothing to do, and says why.
    """
    if record.stage is not Stage.OPEN:
        raise Refusal("Nobody goes out for an interest while the meeting isn't sitting.", BY_HAND)
    if leaving := must_leave(record):
        return Leave(who=leaving, span=_span(record, leaving))
    if returning := to_return(record):
        return Return(who=returning)
    raise Refusal(_why_nothing(record), BY_HAND)


def _span(record: Record, leaving: tuple[PersonKey, ...]) -> Span:
    """For the item; those whose interest is in a motion only, until somebody says that they are back."""
    of_the_item = {bite.person for bite in biting(record) if bite.duty is Duty.LEAVE and not _of_a_motion(bite)}
    return Span.ITEM if "" in of_the_item or of_the_item & set(leaving) else Span.OPEN


def _of_a_motion(bite: Bite) -> bool:
    return bite.declaration is not None and bite.declaration.act.scope.motion is not None


def to_return(record: Record) -> tuple[PersonKey, ...]:
    """Those who left for an interest in the minute before this one, or are out for one still, in the order of the register."""
    last: dict[PersonKey, Movement] = {}
    for move in sorted(record.movements, key=lambda move: move.moment):
        last[move.person] = move
    kept_out = {bite.person for bite in biting(record)}
    return tuple(
        line.person
        for line in record.attendance
        if line.status not in AWAY
        and line.person not in kept_out
        and _comes_back(record, line.person, last.get(line.person))
    )


def _comes_back(record: Record, person: PersonKey, last: Movement | None) -> bool:
    before = minute_before(record)
    if last is not None and last.direction is Direction.LEAVE:
        left_in = minute_at(record, last.moment)
        if last.span is Span.ITEM:
            return left_in == before
        return last.span is Span.OPEN and has_left(record, person) and _had_interest(record, person, left_in)
    left = (one for one in record.declarations if Conduct.LEFT in one.act.conduct and person in one.act.who)
    return any(
        _bore_on(record, one, before)
        and (last is None or minute_at(record, last.moment) != record.entry_key or last.seq < one.seq)
        for one in left
    )


def minute_before(record: Record) -> int | None:
    """The key of the minute that was open before this one, None where there was none."""
    openings = sorted(record.openings, key=lambda one: one.moment)
    return next((one.entry for one in reversed(openings) if one.entry != record.entry_key), None)


def _had_interest(record: Record, person: PersonKey, entry: int) -> bool:
    """Had they an interest in what this minute is about?"""
    mine = (one for one in record.declarations if person in one.act.who or one.act.everyone)
    return any(_bore_on(record, one, entry) for one in mine)


def _bore_on(record: Record, one: Declaration, entry: int | None) -> bool:
    found = record.entries.get(entry) if entry is not None else None
    if found is None:
        return False
    items = one.act.scope.items
    if one.act.scope.whole_meeting:
        return True
    return any(key.split(".")[0] in found.items for key in items) if items else one.entry == found.key


def _why_nothing(record: Record) -> str:
    """Why nobody goes out and nobody comes back, in a sentence."""
    told = duties(record)
    if not told:
        return "Nobody has an interest in what is open, and nobody left for one."
    heeded = next((one for one in told if one.weight is Weight.HEED), told[0])
    who = name_of(record, heeded.person) if heeded.person else "All members"
    return f"Nobody here must leave: {heeded.sentence(who)}."
