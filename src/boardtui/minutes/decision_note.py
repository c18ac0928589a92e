"""The note of decisions: who was there, who sent apologies, what was declared, what was decided and how the votes went.

A community council in Wales must publish one within seven working days of the meeting, without what is confidential (Local
Government and Elections (Wales) Act 2021, Schedule 4, paragraph 12); any body may. It is no draft and no minute: what is in
it reads as in the minutes, and the rest is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from boardtui.minutes.attendance import attendance
from boardtui.minutes.attendance_forms import Listing
from boardtui.minutes.compose import titled
from boardtui.minutes.formats import Output, Source
from boardtui.minutes.house import House
from boardtui.minutes.names import Names
from boardtui.minutes.tree import AttendanceList, Minute, Minutes, Paragraph, Part, SectionHeading
from boardtui.minutes.writers import writer
from boardtui.model.acts import business, interests, meeting, text
from boardtui.model.acts.meeting import ExclusionResult
from boardtui.model.record import Block, Record

FORMATS = ("docx", "html", "txt")
_DECLARED = (interests.Declare, interests.DeclareNone, interests.Dispensation, interests.Arrears)
_MOVED = (business.Move, business.Amend, business.Alter)
_DECIDED = (meeting.PreviousMinutes, meeting.Extend, text.DeferItem, text.WithdrawItem)


def outputs(source: Source) -> tuple[Output, ...]:
    """The note, for Word, for the web and as plain text."""
    tree = note(source)
    return tuple(Output(f"-decision-note.{name}", writer(name)(tree)) for name in FORMATS)


def note(source: Source) -> Minutes:
    """The note as a tree, which every writer of minutes can write."""
    record, house = source.record, source.house
    blocks = {seq: block for _, block in record.blocks() for seq in block.parts}
    declared = tuple(part for minute in _minutes(source) for part in minute.parts if _is(part, blocks, _DECLARED))
    decided = [one for minute in _minutes(source) if (one := _decided(record, minute, blocks)).parts]
    body: list[SectionHeading | Minute] = []
    if declared:
        body += [SectionHeading(text=house.decision_note.declarations), Minute(parts=declared)]
    body.append(SectionHeading(text=house.decision_note.decisions))
    body += decided or [Minute(parts=(Paragraph(text=house.decision_note.none.fill({})),))]
    return source.minutes.model_copy(
        update={
            "title": titled(record, house, house.decision_note.title),
            "draft": house.frame.restricted if source.minutes.restricted else "",
            "attendance": _there(record, house),
            "body": tuple(body),
            "closing": "",
            "signature": (),
            "initials": "",
            "action_column": (),
        }
    )


def _minutes(source: Source) -> Iterator[Minute]:
    return (part for part in source.minutes.body if isinstance(part, Minute))


def _there(record: Record, house: House) -> tuple[AttendanceList, ...]:
    """The lists of the attendance that the note has."""
    wanted = {*house.decision_note.lists}
    if Listing.MEMBERS in wanted:
        wanted.add(Listing.MEMBERSHIP)
    lists = tuple(one for one in house.attendance.lists if one.who in wanted)
    forms = house.attendance.model_copy(update={"lists": lists})
    return attendance(record, house.model_copy(update={"attendance": forms}), Names(record, house))


def _decided(record: Record, minute: Minute, blocks: Mapping[int, Block]) -> Minute:
    """A minute with nothing but what was decided in it, and what the public may read of what is withheld."""
    entry = record.entries.get(minute.source[0]) if minute.source else None
    summary = minute.withheld and entry is not None and bool(entry.summary)
    parts = tuple(part for part in minute.parts if (_tells_decision(part, blocks) if part.source else summary))
    return minute.model_copy(update={"parts": parts})


def _tells_decision(part: Part, blocks: Mapping[int, Block]) -> bool:
    """Does this part tell what was decided, what was put to the vote and lost, or how a vote went?"""
    block = blocks.get(part.source[0])
    if block is None or isinstance(block.act, (*_DECLARED, business.Action)):
        return False
    act = block.act
    if isinstance(act, meeting.Exclude):
        return act.result is not ExclusionResult.NOT_NEEDED
    if isinstance(act, _MOVED) and block.motion is not None and block.decision is None:
        return block.motion.fate is not None or bool(block.motion.divisions)
    shown = (block.decision, block.motion, block.division)
    return isinstance(act, _DECIDED) or any(one is not None for one in shown)


def _is(part: Part, blocks: Mapping[int, Block], kinds: tuple[type, ...]) -> bool:
    block = blocks.get(part.source[0]) if part.source else None
    return block is not None and isinstance(block.act, kinds)
