"""What the chair may see: the public record of this moment, and what the rules say of it. Nothing else reaches a view."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from boardtui.minutes.house import house_names, kept_house, load_house
from boardtui.model.acts.text import Paragraph
from boardtui.model.agenda import ItemKey
from boardtui.model.prose import Prose
from boardtui.model.record import Business, Record, Stage
from boardtui.model.times import ClockTime
from boardtui.rules.confidentiality import is_restricted_now, public_record
from boardtui.rules.forecast import Forecast, forecast
from boardtui.rules.interests import Told, duties
from boardtui.rules.presence import Presence, here
from boardtui.rules.quorum import QuorumState, quorum_state
from boardtui.rules.timing import Timing, timing

_SMALL_HOURS = 6
_ANY_WORDS = Paragraph(text=Prose.of("Anything said now."))


@dataclass(frozen=True, slots=True)
class Sight:
    """One moment of a meeting as it may be seen.

    record: the public record; now: the time here; private: what is said now must not go out; hidden: the items of which
    only the number is shown; body: the body's word for itself (`Board`); presence, quorum, ahead, timing, interests: what
    the rules say; roomy: there are rows to spare; head: the end of the book in words, to be noted when the meeting is closed.
    """

    record: Record
    now: dt.datetime
    private: bool
    hidden: frozenset[ItemKey]
    body: str
    presence: Presence
    quorum: QuorumState
    ahead: tuple[Forecast, ...]
    timing: Timing
    interests: tuple[Told, ...]
    roomy: bool = False
    head: str = ""


def sight_of(
    record: Record, now: dt.datetime, *, public: Record | None = None, roomy: bool = False, head: str = ""
) -> Sight:
    """From the whole record. now: the time here; public: its public record, if that has been made already, which in a long

    meeting takes a tenth of a second; roomy: there are rows to spare; head: the end of the book in words.
    """
    public = public or public_record(record)
    private = record.stage is Stage.OPEN and is_restricted_now(record, _ANY_WORDS)
    return Sight(
        record=public,
        now=now,
        private=private,
        hidden=frozenset(key for key, one in public.business.items() if _is_hidden(public, one, private=private)),
        body=_body(public),
        presence=here(public),
        quorum=quorum_state(public),
        ahead=forecast(public),
        timing=timing(public, _clock(public, now)),
        interests=() if private else duties(public),
        roomy=roomy,
        head=head if public.stage is Stage.CLOSED else "",
    )


def _is_hidden(public: Record, business: Business, *, private: bool) -> bool:
    """Is this an item that was, is or is to be taken in private?"""
    exempt = business.item.exempt is not None
    taken = next((e for e in public.entries.values() if business.key in e.items and e.taken is not None), None)
    if private and business.key in public.open_items:
        return True
    if taken is None:
        return exempt
    return not taken.released and (taken.restricted or (exempt and taken.withheld))


def _body(record: Record) -> str:
    """The body's word for itself, as far as its house style says one without a look at the disk."""
    named = record.agenda.house if record.agenda else ""
    if record.house_text and (kept := kept_house(record.house_text, named)) is not None:
        return kept.words.body
    return load_house(named).words.body if named in house_names() else "meeting"


def _clock(public: Record, now: dt.datetime) -> ClockTime:
    """The time by the meeting's clock: now, on its own day or in the small hours after it; else when it was last said."""
    days = [one.day.on for one in public.sittings if one.day and one.day.on]
    day = days[-1] if days else public.date
    since = now.date() - day if day else dt.timedelta()
    is_on = since == dt.timedelta() or (since == dt.timedelta(days=1) and now.hour < _SMALL_HOURS)
    minutes = now.hour * 60 + now.minute if is_on or public.clock < 0 else public.clock
    at = dt.time(minutes // 60 % 24, minutes % 60)
    return ClockTime(typed=f"{at:%H:%M}", at=at)
