"""The meeting itself written: earlier minutes, adjournments, the public out and in, when they meet again."""

from __future__ import annotations

from itertools import pairwise

from boardtui.minutes.compose_business import manner, moved_lead
from boardtui.minutes.compose_room import said_at
from boardtui.minutes.compose_votes import casting_sentence, figures, roll, unanimously
from boardtui.minutes.dates import read_appointment, said_day, said_days, said_time
from boardtui.minutes.forms import EarlierForms, ExclusionForms
from boardtui.minutes.scribe import Scribe, says
from boardtui.minutes.sentences import Pattern, going_on
from boardtui.minutes.tree import Paragraph, Part
from boardtui.model.acts import business, meeting, text
from boardtui.model.acts.meeting import ExclusionResult, MinutesResult
from boardtui.model.divisions import waits_for_casting
from boardtui.model.fold_business import CARRYING
from boardtui.model.record import Block
from boardtui.model.times import CalendarDay
from boardtui.rules.earlier import result_of

# --- minutes of earlier meetings


@says(meeting.PreviousMinutes)
def say_earlier_minutes(scribe: Scribe, block: Block, act: meeting.PreviousMinutes) -> tuple[Part, ...]:
    """What became of earlier minutes, who moved it, and who signed them."""
    lead = moved_lead(scribe, block, block.motion) if block.motion else ""
    sentence = scribe.say(
        _earlier_pattern(scribe.house.earlier, result_of(block, act), moved=bool(lead)),
        many=len(act.of.on) > 1,
        meetings=_meetings(scribe, act),
        correction=scribe.prose(act.correction, block),
        figures=figures(scribe, block.division),
        unanimously=unanimously(scribe, block.fate),
        lead=lead,
    )
    text_ = going_on(sentence, _signed(scribe, block)).rstrip()
    paragraph = (Paragraph(text=text_, source=tuple(block.parts)),) if text_ else ()
    return (*paragraph, *roll(scribe, block), *casting_sentence(scribe, block))


def _meetings(scribe: Scribe, act: meeting.PreviousMinutes) -> str:
    """Whose minutes they were: of the meetings held on those days; without a day, of the previous one."""
    forms, dates = scribe.house.earlier, said_days(act.of, scribe.house)
    return forms.meetings.fill({"dates": dates}, many=len(act.of.on) > 1) if dates else forms.previous


def _earlier_pattern(forms: EarlierForms, result: MinutesResult, *, moved: bool) -> Pattern:
    plain = {
        MinutesResult.SIGNED: forms.signed,
        MinutesResult.APPROVED: forms.approved,
        MinutesResult.AGREED: forms.agreed,
        MinutesResult.CONFIRMED: forms.confirmed,
        MinutesResult.REFUSED: forms.refused,
        MinutesResult.DEFERRED: forms.deferred,
    }
    when_moved = {
        MinutesResult.SIGNED: forms.moved_signed,
        MinutesResult.APPROVED: forms.moved_approved,
        MinutesResult.AGREED: forms.moved_agreed,
        MinutesResult.CONFIRMED: forms.moved_confirmed,
    }
    return when_moved.get(result, plain[result]) if moved else plain[result]


def _signed(scribe: Scribe, block: Block) -> str:
    if block.signed is None:
        return ""
    day, person = block.signed
    date = said_day(day, scribe.house.dates.sentence, scribe.house)
    who = scribe.names.text(person) if person else ""
    return scribe.say(scribe.house.earlier.signed_by, who=who, date=date)


@says(meeting.NoMatters)
def say_no_matters(scribe: Scribe, block: Block, _act: meeting.NoMatters) -> tuple[Part, ...]:
    """That no matters arose, or no other ones."""
    forms = scribe.house.earlier
    return scribe.paragraph(block, forms.no_other_matters if _were_matters(scribe, block) else forms.no_matters)


def _were_matters(scribe: Scribe, block: Block) -> bool:
    """Was anything said in this item since its minutes?"""
    for earlier in reversed(scribe.entry.blocks[: scribe.entry.blocks.index(block)]):
        if isinstance(earlier.act, meeting.PreviousMinutes):
            return bool(earlier.added)
        if _says_something(earlier):
            return True
    return False


def _says_something(block: Block) -> bool:
    if block.prepared or isinstance(block.act, text.Jot | text.Subheading):
        return False
    return block.decision is not None or isinstance(block.act, text.TextAct | text.TableRow | business.Action)


# --- adjourned, resumed, extended, next time


@says(meeting.Adjourn)
def say_adjourned(scribe: Scribe, block: Block, act: meeting.Adjourn) -> tuple[Part, ...]:
    """That the meeting was adjourned, when, why and until when."""
    house = scribe.house
    time, again = said_at(scribe, block, act.at), said_time(act.to_time, house)
    date = said_day(act.to_day, house.dates.weekday, house)
    if not date:
        return scribe.paragraph(block, house.meeting.adjourned, time=time, until=again, reason=act.reason)
    pattern = house.meeting.adjourned_to
    return scribe.paragraph(block, pattern, time=time, date=date, to_time=again, reason=act.reason)


@says(meeting.Resume)
def say_resumed(scribe: Scribe, block: Block, act: meeting.Resume) -> tuple[Part, ...]:
    """That it went on, and on what day if on another."""
    forms, time = scribe.house.meeting, said_at(scribe, block, act.at)
    date = said_day(act.day or _another_day(scribe, block), scribe.house.dates.weekday, scribe.house)
    return scribe.paragraph(block, forms.resumed_on if date else forms.resumed, time=time, date=date)


def _another_day(scribe: Scribe, block: Block) -> CalendarDay | None:
    """The day to which it had been adjourned, where that isn't the day of the sitting before."""
    pairs = pairwise(scribe.record.sittings)
    return next((one.day for before, one in pairs if one.seq == block.seq and one.day != before.day), None)


@says(meeting.Extend)
def say_extended(scribe: Scribe, block: Block, act: meeting.Extend) -> tuple[Part, ...]:
    """That it may go on until then."""
    return scribe.paragraph(block, scribe.house.meeting.extended, time=said_time(act.until, scribe.house))


@says(meeting.NextMeeting)
def say_next_meeting(scribe: Scribe, block: Block, act: meeting.NextMeeting) -> tuple[Part, ...]:
    """When and where they meet again; in the clerk's words where those can't be read."""
    house = scribe.house
    day, time, place = read_appointment(act.text, scribe.record)
    if day is None:
        return scribe.paragraph(block, house.meeting.next_meeting_in_words, words=act.text)
    date = said_day(day, house.dates.weekday, house)
    return scribe.paragraph(block, house.meeting.next_meeting, date=date, time=said_time(time, house), place=place)


# --- the public


@says(meeting.Exclude)
def say_excluded(scribe: Scribe, block: Block, act: meeting.Exclude) -> tuple[Part, ...]:
    """That the public was excluded, from what and on what ground; or that it was not."""
    forms = scribe.house.meeting
    if act.result is ExclusionResult.NOT_NEEDED:
        return scribe.paragraph(block, forms.exclusion_not_needed)
    if act.result is ExclusionResult.NOT_RESOLVED:
        return scribe.paragraph(block, forms.exclusion_not_resolved, body=scribe.house.words.body)
    if block.fate not in (None, *CARRYING) or (block.division is not None and waits_for_casting(block.division)):
        return scribe.paragraph(block, forms.exclusion_not_resolved, body=scribe.house.words.body)
    return (*_resolved_to_exclude(scribe, block, act), *roll(scribe, block), *casting_sentence(scribe, block))


def _resolved_to_exclude(scribe: Scribe, block: Block, act: meeting.Exclude) -> tuple[Part, ...]:
    words, lead = _words_of_the_law(scribe), _lead(scribe, block)
    scope = scribe.agenda_items(act.items) if act.items else scribe.house.scopes.following
    many = len(act.items) > 1
    if act.reason:
        return scribe.paragraph(block, words.by_reason, many=many, lead=lead, scope=scope, reason=act.reason)
    named = _paragraphs(scribe, words, act)
    if not act.items:
        return scribe.paragraph(block, words.rest, lead=lead, paragraphs=named)
    return scribe.paragraph(block, words.resolved, many=many, lead=lead, scope=scope, paragraphs=named)


def _words_of_the_law(scribe: Scribe) -> ExclusionForms:
    """The words of the body's law: that of its agenda; of its house, where it was called before agendas named theirs."""
    agenda = scribe.record.agenda
    return scribe.house.exclusion.of((agenda.law if agenda else None) or scribe.house.law.meetings)


def _lead(scribe: Scribe, block: Block) -> str:
    """`RESOLVED that`, as the house says it, with who moved it and how the vote went."""
    if block.motion is not None:
        return moved_lead(scribe, block, block.motion)
    forms = scribe.house.decisions
    return forms.lead.fill({"verb": forms.resolved, "manner": manner(scribe, block), "to": ""})


def _paragraphs(scribe: Scribe, words: ExclusionForms, act: meeting.Exclude) -> str:
    """The paragraphs of the schedule, in words of their own: they have a number of their own."""
    if not act.paragraphs:
        return ""
    numbers = scribe.names.joined(act.paragraphs)
    return words.paragraphs.fill({"numbers": numbers}, many=len(act.paragraphs) > 1)


@says(meeting.Readmit)
def say_readmitted(scribe: Scribe, block: Block, _act: meeting.Readmit) -> tuple[Part, ...]:
    """That the public came back."""
    return scribe.paragraph(block, scribe.house.meeting.readmitted)


@says(meeting.Release)
def say_released(scribe: Scribe, block: Block, act: meeting.Release) -> tuple[Part, ...]:
    """That restricted minutes may go out."""
    if not act.items:
        return ()
    scope = scribe.agenda_items(act.items)
    return scribe.paragraph(block, scribe.house.meeting.released, many=len(act.items) > 1, scope=scope)
