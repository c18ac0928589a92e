"""The minutes of a meeting at a stage: the draft a later meeting had before it, as approved, as amended.

The draft is what the approving meeting had before it: the minutes as they stood when its day began, for they were sent out by
then. What the clerk put right between the close and that day went out with it; what is put right from that day on is what the
meeting corrected. Minutes written up or closed only later are the draft as they stood at the close.
"""

from __future__ import annotations

import datetime as dt

from boardtui.desk.looking_back import Then, filed_at
from boardtui.errors import InputError
from boardtui.model.acts.approval import Approved, Reopened
from boardtui.model.acts.meeting import Close
from boardtui.model.approval import DRAFT, Version, versions
from boardtui.model.record import Record
from boardtui.model.replay import replay
from boardtui.model.settle import settled
from boardtui.rules.confidentiality import public_record


def version_called(record: Record, name: str) -> Version:
    """A version by its name. Raises InputError, naming those there are."""
    known = versions(record.filed)
    found = next((one for one in known if one.name == name), None)
    if found is None:
        names = ", ".join(one.name for one in known)
        raise InputError(
            f"There is no version {name!r} of these minutes.",
            f"There is: {names}." if len(known) > 1 else "They have not been approved: there is the draft.",
        )
    return found


def at_version(record: Record, version: Version) -> Then:
    """The meeting at a version of its minutes."""
    filed = [one for one in record.filed if one.seq <= version.seq]
    if version.approval is None:  # an approval that was a mistake may have been filed by then
        filed = [one for one in filed if not isinstance(one.act, Approved | Reopened)]
    return Then(filed, f"{described(version)}, after act {version.seq}")


def described(version: Version) -> str:
    """What a version is, as in `the minutes as approved on 12 October 2026`."""
    if version.approval is None:
        return f"the {DRAFT}"
    return f"the minutes as {version.name.partition('-')[0]} on {version.approval.on.typed}"


def records_then(record: Record, then: Then) -> tuple[Record, Record]:
    """The meeting at a moment, as all of it may go out now, and whole."""
    whole = replay(then.filed)
    return public_record(whole, now=record), whole


def draft_as_sent(record: Record, day: dt.date | None, zone: dt.tzinfo | None = None) -> int:
    """The last act of the draft that a meeting on that day had before it; 0 where the minutes are not closed.

    day: None where it isn't known: then the minutes as they stood at the close; zone: None for this machine's.
    """
    closed = max((one.seq for one in settled(record.filed) if isinstance(one.act, Close)), default=0)
    before = (one.seq for one in record.filed if day is not None and filed_at(one, zone).date() < day)
    return max(closed, *before, 0) if closed else 0
