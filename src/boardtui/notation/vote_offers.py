"""What could stand in the next slot of a command about motions and votes: motions, parties, options, how it was voted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from boardtui.model.acts.business import ABSTAINED, AGAINST, FOR, Fate
from boardtui.model.fold_votes import last_vote
from boardtui.model.motions import is_further, tree
from boardtui.model.people import SeatKind
from boardtui.model.prose import Prose
from boardtui.model.record import Motion, Record
from boardtui.notation.completion import Completion
from boardtui.notation.context import Context
from boardtui.notation.offering import NOTHING, Offered, after_names, fitting

_SHOWN = 60
"""Letters of a motion's words that tell which it is."""
_WAYS = (
    Completion("for", "for", "in favour"),
    Completion("against", "against"),
    Completion("abstained", "abstained", "abstentions"),
    Completion("none", "none", "present, and not voting"),
)
_HOW = (
    Completion("by show of hands", "by show of hands"),
    Completion("by ballot", "by ballot"),
    Completion("needing two thirds", "needing two thirds", "of the votes cast"),
    Completion("needing three quarters", "needing three quarters", "of the votes cast"),
    Completion("needing a majority of all members", "needing a majority of all members", "vacant seats count, too"),
)
_COUNTED = re.compile(r"(?:^|.*\s)(?:\d+|\?)\s+((?:by|needing|[bn]).*|)$")
_NEEDING = tuple(one for one in _HOW if one.insert.startswith("needing"))


def _vote(rest: str, _context: Context) -> Offered:
    """After figures, how it was voted; a method once, a majority once."""
    found = _COUNTED.match(rest)
    if found is None:
        return NOTHING
    told = found[1]
    method = re.match(r"by (?:show of hands|ballot) +(.*)$", told)
    return fitting(method[1], _NEEDING) if method else fitting(told, _HOW)


def _roll(rest: str, context: Context) -> Offered:
    """By name, and the majority it needs."""
    return _by_name(rest, context, _NEEDING)


def _recount(rest: str, context: Context) -> Offered:
    return NOTHING if rest[:1].isdigit() else _by_name(rest, context, ())


def _by_name(rest: str, context: Context, last: Iterable[Completion]) -> Offered:
    """Everyone or a party, and how they voted; or how, and who: step by step. last: what may follow a step."""
    step = rest.rpartition(";")[2].lstrip()
    voters = [Completion("all ", "all", "everyone entitled"), *_groups(context.record)]
    for one in voters:
        if step.casefold().startswith(one.insert.casefold()):
            told = step[len(one.insert) :]
            return fitting(told, _ways(context)) if " " not in told else fitting(told.partition(" ")[2], last)
    then = tuple(
        Completion(f"{way.insert} ", way.label, f"{way.help}: then @names or a party".lstrip(": ")) for way in _WAYS
    )
    return fitting(step, [*voters, *then])


def _casting(rest: str, context: Context) -> Offered:
    return fitting(rest, _ways(context, both=True))


def _myvote(rest: str, context: Context) -> Offered:
    told = after_names(rest, context)
    return NOTHING if told is None else fitting(told, _ways(context))


def _ways(context: Context, *, both: bool = False) -> list[Completion]:
    """The options of the vote just taken, if it had its own; else for and against. both: no more than these."""
    found = last_vote(context.record) if context.record.entries else None
    counts = found.division.counts if found is not None and found.division is not None else ()
    own = [count.option for count in counts if count.option not in (FOR, AGAINST, ABSTAINED)]
    return [Completion(option, option) for option in own] or list(_WAYS[: 2 if both else None])


def _groups(record: Record) -> Iterator[Completion]:
    """The parties of those who sit on the body."""
    members = (seat.person for seat in record.seats if seat.kind is not SeatKind.OFFICER and seat.person)
    groups = dict.fromkeys(record.people[person].group for person in members if person in record.people)
    yield from (Completion(f"{group} ", group, "all of them") for group in groups if group)


# --- motions


def _moved(rest: str, context: Context) -> Offered:
    """After the movers, for whom, and the colon before the words."""
    told = after_names(rest, context)
    if told is None or ":" in told:
        return NOTHING
    if behalf := re.match(r"for\s+(.*)$", told, re.IGNORECASE):
        groups = (Completion(f"{one.label}: ", one.label, "on behalf of") for one in _groups(context.record))
        return fitting(behalf[1], groups)
    return fitting(told, [Completion("for ", "for", "on behalf of a party")])


def _amend(rest: str, context: Context) -> Offered:
    if not rest:
        return 0, [
            Completion(f"{one.number} ", _called(one), _words(one))
            for one in _moved_here(context.record)
            if one.parent is not None and not is_further(one) and one.fate is None
        ]
    numbered = re.match(r"\d+\s+", rest)
    return _moved(rest[numbered.end() :] if numbered else rest, context)


def _put(rest: str, context: Context) -> Offered:
    """What was moved here and waits, the last one first."""
    waiting = [one for one in _moved_here(context.record) if one.fate in (None, Fate.DEFERRED)]
    return fitting(rest, (Completion(_handle(one), _called(one), _words(one)) for one in reversed(waiting)))


def _moved_here(record: Record) -> list[Motion]:
    entry = record.entries.get(record.entry_key)
    return [one for motion in (entry.motions if entry else ()) for one in tree(motion)]


def _handle(motion: Motion) -> str:
    if motion.parent is None:
        return "motion"
    return f"{motion.parent.number}.{motion.number}" if is_further(motion) else str(motion.number)


def _called(motion: Motion) -> str:
    return "motion" if motion.parent is None else f"amendment {_handle(motion)}"


def _words(motion: Motion) -> str:
    words = (motion.words or Prose(())).said(lambda one: f"@{one.person}")
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"


VOTE_SLOTS: dict[str, Callable[[str, Context], Offered]] = {
    "/vote": _vote, "/roll": _roll, "/recorded": _roll, "/recount": _recount, "/casting": _casting, "/myvote": _myvote,
    "/move": _moved, "/amend": _amend, "/put": _put,
}  # fmt: skip
"""The offers for each command about motions and votes."""
