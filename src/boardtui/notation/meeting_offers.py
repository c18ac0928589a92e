"""What could stand in the next slot of a command about the room, the items and the meeting: people, and fixed words."""

from __future__ import annotations

import re
from collections.abc import Callable

from boardtui.model.acts.meeting import MinutesResult
from boardtui.notation.completion import Completion
from boardtui.notation.context import Context
from boardtui.notation.offering import NOTHING, Offered, after_names, fitting, item_offer
from boardtui.notation.people_offers import MOST, people_offers

_TO_CALL = (
    "/sub", "/other", "/officer", "/guest", "/remote", "/leave", "/chair", "/elect", "/resign", "/second", "/lots",
    "/myvote", "/arrears", "/speak", "/move", "/amend", "/declare", "/dispensation", "/rename", "/coopt",
)  # fmt: skip
"""The commands that are followed by people, of whom those who are here are meant first."""
_TO_MARK = ("/present", "/apologies", "/late", "/absent", "/arrive", "/return")
"""Those of which people who aren't here are."""
_SEVERAL = ("/present", "/remote", "/apologies", "/late", "/absent", "/second", "/speak")
"""Those that are followed by nothing but people, or by people first."""


def names_in(name: str, rest: str, context: Context) -> list[Completion]:
    """People, where a command begins with them and none is named yet, or one more may be."""
    again = name in _SEVERAL and after_names(rest, context) == ""
    if name not in (*_TO_CALL, *_TO_MARK) or (rest and not again):
        return []
    named = set(rest.split())
    offers = people_offers("", "@", True, context, away=name in _TO_MARK)
    return [one for one in offers if one.insert.strip() not in named]


def _words(*offers: tuple[str, str]) -> Callable[[str, Context], Offered]:
    """Fixed words, each with what it says."""
    return lambda rest, context: fitting(rest, (Completion(word, word.strip(), says) for word, says in offers))


def _sub(rest: str, context: Context) -> Offered:
    """After a substitute, for whom: the members who aren't here first."""
    if re.search(r"(?:^|\s)for\s+$", rest):
        return 0, _members(context)
    told = after_names(rest, context)
    return fitting(told, [Completion("for ", "for", "in whose place")]) if told is not None else NOTHING


def _members(context: Context) -> list[Completion]:
    seated = {
        context.record.people[person].name for person in context.record.members() if person in context.record.people
    }
    return [one for one in people_offers("", "@", True, context, away=True) if one.label in seated][:MOST]


def _elect(rest: str, context: Context) -> Offered:
    told = after_names(rest, context)
    if told is None:
        return NOTHING
    held = dict.fromkeys((*context.record.offices.values(), *(seat.role for seat in context.record.seats)))
    offices = [office for office in held if office] or ["Chair", "Deputy Chair"]
    return fitting(told, (Completion(office, office, "an office of the body") for office in offices))


def _minutes(rest: str, _context: Context) -> Offered:
    """What became of the earlier minutes, once their day is said."""
    found = re.search(r"(?:\d{4}|meeting)\s+([a-z]*)$", rest)
    return fitting(found[1], (Completion(one.value, one.value) for one in MinutesResult)) if found else NOTHING


def _release(rest: str, context: Context) -> Offered:
    """The items whose minutes are kept from the public."""
    kept = [
        key for entry in context.record.entries.values() if entry.withheld and not entry.released for key in entry.items
    ]
    return fitting(rest.rpartition(" ")[2], (item_offer(key, context.record) for key in dict.fromkeys(kept)))


def _adjourn(rest: str, _context: Context) -> Offered:
    """Why, or until when; also behind the time."""
    found = re.fullmatch(r"(?:\d\S*\s+(?:[ap]\.?m\.?\s+)?)?([a-z]*)", rest, re.IGNORECASE)
    offers = (Completion("for ", "for", "why, for a break"), Completion("to ", "to", "another day, and the time"))
    return fitting(found[1], offers) if found else NOTHING


def _start(rest: str, context: Context) -> Offered:
    agenda = context.record.agenda
    time = agenda.time.typed if agenda is not None and agenda.time is not None else ""
    return fitting(rest, [Completion(time, time, "as the agenda says")] if time else [])


MEETING_SLOTS: dict[str, Callable[[str, Context], Offered]] = {
    "/present": _words(("all", "every member of whom nothing is said yet")),
    "/speak": _words(("done", "nobody waits any more")),
    "/sub": _sub,
    "/elect": _elect,
    "/number": _words(("none", "this minute has no number")),
    "/heading": _words(("none", "this minute has no heading")),
    "/withdraw": _words(("motion", "what is before the meeting"), ("item", "the item that is open")),
    "/defer": _words(("to ", "until when; after ; why")),
    "/no": _words(("decision", "none was taken, on purpose")),
    "/matters": _words(("none", "no matters arose")),
    "/adjourn": _adjourn,
    "/verb": _words(("AGREED", ""), ("NOTED", ""), ("ORDERED", ""), ("DETERMINED", ""), ("RESOLVED", "")),
    "/start": _start,
    "/minutes": _minutes,
    "/release": _release,
}
"""The offers for each command about the room, the items and the meeting."""
