"""What the chair may see: the public record of this moment, and what the rules say of it. Nothing else reaches a view."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from boardtui.chair.audience import Audience
from boardtui.minutes.chair_forms import ChairForms
from boardtui.minutes.house import DEFAULT_HOUSE, House, house_names, kept_house, load_house
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

    record: what may be shown, the public record unless this screen shows everything; now: the time here; private: what is
    said now must not go out; curtain: nor is it shown; hidden: the items of which only the number is shown; body: the body's
    word for itself (`Board`); say: the words the house has for the chair; presence, quorum, ahead, timing, interests: what the
    rules say; clock: the time by the meeting's clock; roomy: there are rows to spare; head: the end of the book in words, to be
    noted when the meeting is closed; audience: whom the screen is for.
    """

    record: Record
    now: dt.datetime
    private: bool
    curtain: bool
    hidden: frozenset[ItemKey]
    body: str
    say: ChairForms
    presence: Presence
    quorum: QuorumState
    ahead: tuple[Forecast, ...]
    timing: Timing
    clock: ClockTime
    interests: tuple[Told, ...]
    roomy: bool = False
    head: str = ""
    audience: Audience = Audience.CHAIR


def sight_of(
    record: Record,
    now: dt.datetime,
    *,
    public: Record | None = None,
    private: bool | None = None,
    whole: bool = False,
    roomy: bool = False,
    head: str = "",
    audience: Audience = Audience.CHAIR,
) -> Sight:
    """From the record. now: the time here; public: its public record, if that has been made already; private: is what is said

    now private, where it is known; whole: this screen shows what is restricted too; roomy: there are rows to spare; head:
    the end of the book in words; audience: whom it is for.
    """
    shown = record if whole else public or public_record(record)
    private = is_private_now(record) if private is None else private
    house, clock = _house(shown), _clock(shown, now)
    return Sight(
        record=shown,
        now=now,
        private=private,
        curtain=private and not whole,
        hidden=frozenset() if whole else hidden_items(shown, private=private),
        body=house.words.body if house else "meeting",
        say=(house or load_house(DEFAULT_HOUSE)).chair,
        presence=here(shown),
        quorum=quorum_state(shown),
        ahead=forecast(shown),
        timing=timing(shown, clock),
        clock=clock,
        interests=() if private and not whole else duties(shown),
        roomy=roomy,
        head=head if shown.stage is Stage.CLOSED else "",
        audience=audience,
    )


def is_private_now(record: Record) -> bool:
    """Must what is said now not go out? record: the whole."""
    return record.stage is Stage.OPEN and is_restricted_now(record, _ANY_WORDS)


def hidden_items(public: Record, *, private: bool) -> frozenset[ItemKey]:
    """The items that were, are or are to be taken in private: of these only the number is shown."""
    return frozenset(key for key, one in public.business.items() if _is_hidden(public, one, private=private))


def _is_hidden(public: Record, business: Business, *, private: bool) -> bool:
    """Is this an item that was, is or is to be taken in private?"""
    exempt = business.item.exempt is not None
    taken = next((e for e in public.entries.values() if business.key in e.items and e.taken is not None), None)
    if private and business.key in public.open_items:
        return True
    if taken is None:
        return exempt
    return not taken.released and (taken.restricted or (exempt and taken.withheld))


def _house(record: Record) -> House | None:
    """The meeting's house style, as far as it is known without a look at the disk; None where that isn't so."""
    named = record.agenda.house if record.agenda else ""
    if record.house_text and (kept := kept_house(record.house_text, named)) is not None:
        return kept
    return load_house(named) if named in house_names() else None


def _clock(public: Record, now: dt.datetime) -> ClockTime:
    """The time by the meeting's clock: now, on its own day or in the small hours after it; else when it was last said."""
    days = [one.day.on for one in public.sittings if one.day and one.day.on]
    day = days[-1] if days else public.date
    since = now.date() - day if day else dt.timedelta()
    is_on = since == dt.timedelta() or (since == dt.timedelta(days=1) and now.hour < _SMALL_HOURS)
    minutes = now.hour * 60 + now.minute if is_on or public.clock < 0 else public.clock
    at = dt.time(minutes // 60 % 24, minutes % 60)
    return ClockTime(typed=f"{at:%H:%M}", at=at)
