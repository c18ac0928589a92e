"""Four tables of a meeting: its actions, attendance, decisions and votes. Their columns are kept: other programs read them.

What the house doesn't print doesn't stand in them either: reasons for apologies, times of coming and going, movers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from boardtui.minutes.action_list import action_words
from boardtui.minutes.attendance import further_days, register_of
from boardtui.minutes.dates import said_day, said_time
from boardtui.minutes.formats import Output, Source
from boardtui.minutes.house import House
from boardtui.minutes.names import Names
from boardtui.minutes.sentences import Pattern
from boardtui.minutes.standing import (
    Standing,
    is_taken,
    printed_words,
    question_words,
    result,
    standing,
)
from boardtui.minutes.tree import Part
from boardtui.minutes.writers import csv
from boardtui.model.acts import business, meeting
from boardtui.model.acts.business import ABSTAINED, AGAINST, FOR, NOT_VOTING
from boardtui.model.acts.meeting import ExclusionResult
from boardtui.model.acts.room import Span
from boardtui.model.people import PersonKey
from boardtui.model.record import Attendance, Block, Direction, Division, Record

Row = tuple[str, ...]
_WHERE = ("date", "body", "minute", "item", "title")
"""With which every table of what was minuted begins: the day of the meeting, and the minute."""
COLUMNS = {
    "actions": (*_WHERE, "owners", "action", "due", "due_date"),
    "attendance": (
        "date", "body", "day", "name", "capacity", "status", "substitute_for", "office", "organisation", "remote",
        "reason", "arrived", "left",
    ),
    "decisions": (
        *_WHERE, "kind", "decision", "recommended_to", "moved_by", "seconded_by", "for", "against", "abstained",
        "not_voting", "reason", "reference",
    ),
    "votes": (
        *_WHERE, "vote", "question", "method", "needing", "result", "row", "option", "number", "name",
    ),
}  # fmt: skip
"""The columns of each table. One may be added at the end; none is taken away, renamed or moved."""
_BETWEEN = "; "
"""Between several names in one cell."""


def outputs(source: Source) -> tuple[Output, ...]:
    """The four tables, each a file, those with no rows too."""
    return tuple(
        Output(f"-{name}.csv", csv.write(COLUMNS[name], rows(source.record, source.house)))
        for name, rows in _TABLES.items()
    )


def actions(record: Record, house: House) -> Iterator[Row]:
    """Who does what by when. due: as the house says it; due_date: ISO, where a day was named."""
    for minute in standing(record, house):
        for block in minute.blocks:
            act = block.act
            if not isinstance(act, business.Action):
                continue
            day = act.due.on if act.due else None
            yield (
                *_where(record, minute),
                _together(minute.scribe.names, block.people),
                action_words(minute.scribe, block, act),
                said_day(act.due, house.dates.sentence, house),
                day.isoformat() if day else "",
            )


def attendance(record: Record, house: House) -> Iterator[Row]:
    """The register, for each day of the meeting."""
    names = Names(record, house)
    first = record.date.isoformat() if record.date else ""
    further = [day.on.isoformat() if day and day.on else "" for day in further_days(record)]
    for day, date in enumerate([first, *further]):
        for line in register_of(record, day):
            yield (*_meeting(record), date or str(day + 1), *_attended(record, house, names, line, day))


def _attended(record: Record, house: House, names: Names, line: Attendance, day: int) -> Row:
    came, went = _times(record, house, line.person, day)
    return (
        names.listed(line.person),
        line.capacity.value,
        line.status.value,
        names.listed(line.stands_for) if line.stands_for else "",
        names.office(line.person),
        names.person(line.person).organisation,
        "yes" if line.remote else "",
        line.reason if _prints("reason", house.attendance.reason) else "",
        came if _prints("time", house.attendance.arrived, house.room.arrived) else "",
        went if _prints("time", house.attendance.left, house.room.left) else "",
    )


def _times(record: Record, house: House, person: PersonKey, day: int) -> tuple[str, str]:
    """When they came, if not from the start, and when they left without coming back that day."""
    moves = [move for move in record.movements if move.person == person and move.day == day]
    moves.sort(key=lambda move: move.moment)
    came = next((said_time(move.at, house) for move in moves if move.direction is Direction.ARRIVE), "")
    last = moves[-1] if moves else None
    gone = last is not None and last.direction is Direction.LEAVE and last.span in (Span.OPEN, Span.GOOD)
    return came, said_time(last.at, house) if last is not None and gone else ""


def decisions(record: Record, house: House) -> Iterator[Row]:
    """What was decided, each as the minutes print it, on one line. Figures where a vote was counted."""
    for minute, block, parts in _written(record, house):
        kind = _kind(block)
        if not kind or not is_taken(block):
            continue
        decision = block.decision
        reason = minute.scribe.prose(decision.reason, block) if decision and decision.reason else ""
        yield (
            *_where(record, minute),
            kind,
            printed_words(parts),
            decision.to if decision else "",
            *_moved(minute, block),
            *(_figure(block.division, option) for option in (FOR, AGAINST, ABSTAINED, NOT_VOTING)),
            reason,
            decision.reference if decision else "",
        )


def _kind(block: Block) -> str:
    """What sort of decision it is, '' for none."""
    act = block.act
    if block.decision is not None:
        return block.decision.kind.value
    if isinstance(act, meeting.PreviousMinutes):
        return "minutes"
    if isinstance(act, meeting.Extend):
        return "extension"
    return "exclusion" if isinstance(act, meeting.Exclude) and act.result is ExclusionResult.RESOLVED else ""


def _moved(minute: Standing, block: Block) -> tuple[str, str]:
    house, motion = minute.scribe.house, block.motion
    if motion is None or not _prints("movers", house.decisions.moved_lead, house.motions.moved):
        return "", ""
    return _together(minute.scribe.names, motion.movers), _together(minute.scribe.names, motion.seconders)


def _figure(division: Division | None, option: str) -> str:
    number = division.number(option) if division else None
    return "" if number is None else str(number)


def votes(record: Record, house: House) -> Iterator[Row]:
    """Each vote that was counted: a row for each figure, and one for each member whose vote was taken by name."""
    told: list[Division] = []
    for minute, block, parts in _written(record, house):
        division = block.division
        if division is None or any(one is division for one in told):
            continue
        told.append(division)
        question = question_words(minute.scribe, block) or printed_words(parts)
        known = (str(len(told)), question, division.method, division.needing, result(block, division))
        for row in _vote(minute.scribe.names, division):
            yield (*_where(record, minute), *known, *row)


def _vote(names: Names, division: Division) -> Iterator[Row]:
    """row, option, number, name: what the row tells, the figure of an option, or how somebody voted."""
    for count in division.counts:
        yield "figure", _option(count.option), "" if count.number is None else str(count.number), ""
    for person in sorted(division.names, key=names.surname_order):
        yield "named", _option(division.names[person]), "", names.text(person)
    for person, option in division.own:
        yield "own", _option(option), "", names.text(person)
    if division.casting is not None:
        person, option = division.casting
        yield "casting", _option(option), "", names.text(person) if person else ""
    if division.lots is not None:
        person, words = division.lots
        yield "lots", words, "", names.text(person) if person else ""


def _option(option: str) -> str:
    return "not voting" if option == NOT_VOTING else option


_TABLES: dict[str, Callable[[Record, House], Iterator[Row]]] = {
    "actions": actions,
    "attendance": attendance,
    "decisions": decisions,
    "votes": votes,
}


def _written(record: Record, house: House) -> Iterator[tuple[Standing, Block, tuple[Part, ...]]]:
    """Every block with its minute and what it prints, in order, for what is printed goes by what came before."""
    for minute in standing(record, house):
        for block in minute.blocks:
            yield minute, block, minute.scribe.written(block)


def _meeting(record: Record) -> Row:
    return record.date.isoformat() if record.date else "", record.agenda.committee if record.agenda else ""


def _where(record: Record, minute: Standing) -> Row:
    return *_meeting(record), minute.number, minute.items, minute.title


def _together(names: Names, people: tuple[PersonKey, ...] | list[PersonKey]) -> str:
    return _BETWEEN.join(names.text(person) for person in dict.fromkeys(people))


def _prints(slot: str, *patterns: Pattern) -> bool:
    """Does the house print this in any of these patterns?"""
    return any(slot in pattern.slots for pattern in patterns)
