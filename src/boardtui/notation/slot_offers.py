"""What could stand in the next slot of a command; here of those about interests and private session.

Offered only where a slot begins, or is begun with a word that fits: never in the midst of what is told in words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from boardtui.errors import Refusal
from boardtui.model.acts.interests import Conduct
from boardtui.model.record import Record
from boardtui.model.room import declares_now
from boardtui.notation import items
from boardtui.notation.completion import Completion
from boardtui.notation.context import Context
from boardtui.notation.meeting_offers import MEETING_SLOTS, names_in
from boardtui.notation.offering import NOTHING, Offered, after_names, fitting, item_offer, items_ahead
from boardtui.notation.vote_offers import VOTE_SLOTS
from boardtui.rules.access import access_of
from boardtui.rules.codes import Duty, code_of, kinds_of

_SPANS = ("for item", "until ", "for good")
_UNTIL_ITEM = re.compile(r"(?:^|\s)until\s+(\S*)$")
_CONDUCT = re.compile(r";\s*(?:[^;]*,\s*)?([a-z ]*)$")
_FOR = re.compile(r"(?:^|\s)for\s+(?:[^\s,]+[\s,]+)*([^\s,]*)$")
_FOR_SOMEBODY = re.compile(r"for\s+(?=@|all\b)", re.IGNORECASE)


def slot_offers(name: str, rest: str, context: Context) -> Offered:
    """The offers for the slot in which a line ends. name: of the command; rest: what follows it, without the space."""
    offer = _SLOTS.get(name)
    length, offers = offer(rest, context) if offer is not None else NOTHING
    named = names_in(name, rest, context)
    return (length, [*offers, *named]) if not length else (length, offers)


# --- interests


def _declare(rest: str, context: Context) -> Offered:
    told = after_names(rest, context)
    if told is not None and (absent := _FOR_SOMEBODY.match(told)):
        told = after_names(told[absent.end() :], context)
    if told is None:
        return fitting(rest, [Completion("none", "none", "nobody has an interest"), *_EVERYBODY])
    if conduct := _CONDUCT.search(told):
        return fitting(conduct[1], (Completion(one.value, one.value) for one in Conduct))
    scope, after = _scope_in(told, context)
    if scope:
        return fitting(after, _kinds(context)) if after or rest[-1:].isspace() else NOTHING
    both = (items_ahead(context.record, _WHOLE), _kinds(context))
    first, second = both if _is_for_declarations(context.record) else both[::-1]
    return fitting(told, [*first, *second])


_EVERYBODY = (Completion("all ", "all", "all members present"),)


def _scope_in(told: str, context: Context) -> tuple[bool, str]:
    """Is something said of what it bears on, and what follows that?"""
    if whole := re.match(r"(?:all|motion \d+|amendment \d+|\"[^\"]*\")\s+", told, re.IGNORECASE):
        return True, told[whole.end() :]
    try:
        keys, after = items.leading(items.without_word(told), context.record)
    except Refusal:
        return False, told
    return bool(keys), after


def _is_for_declarations(record: Record) -> bool:
    """Is what is open no item that an interest could be in: none, or the one under which interests are declared?"""
    return not any(key in record.business for key in record.open_items) or declares_now(record)


_WHOLE = Completion("all ", "all", "the whole meeting")


def _kinds(context: Context) -> list[Completion]:
    """The kinds of the body's code, each with what it asks for."""
    adviser = code_of(context.record).adviser
    known = []
    for kind in kinds_of(context.record):
        asks = adviser if kind.duty is Duty.ADVICE else kind.duty.value
        known.append(Completion(f"{kind.labels[0]} ", kind.labels[0], f"{kind.name}: {asks}"))
    return [*known, Completion("sensitive ", "sensitive", "its nature is not printed")]


def _dispensation(rest: str, context: Context) -> Offered:
    told = after_names(rest, context)
    if told is None:
        return fitting(rest, _EVERYBODY)
    scope, after = _scope_in(told, context)
    until = Completion("until ", "until", "when it ends; after ; what for")
    return fitting(after if scope else told, [until] if scope else [*items_ahead(context.record, _WHOLE), until])


# --- private session


def _exclude(rest: str, context: Context) -> Offered:
    if "by reason" in rest:
        return NOTHING
    if covered := _FOR.search(rest):
        return fitting(covered[1], _exempt(context.record))
    before = rest[: len(rest) - len(rest.rpartition(" ")[2])]
    typed = rest[len(before) :]
    ends = _ENDS[:1] if before else _ENDS
    return fitting(typed, [*_paragraphs(context.record, set(before.split())), *ends])


_ENDS = (
    Completion("for ", "for", "the items it is about; without them, the rest of the meeting"),
    Completion("by reason of ", "by reason of", "a reason of its own"),
    Completion("not needed", "not needed", "it was not necessary"),
    Completion("not resolved", "not resolved", "the meeting did not want it"),
)


def _paragraphs(record: Record, named: set[str]) -> Iterator[Completion]:
    """The paragraphs of the body's law: those the open items name on the agenda first."""
    about = access_of(record).about
    open_now = [record.business[key].item.exempt or "" for key in record.open_items if key in record.business]
    there = [word for words in open_now for word in re.findall(r"\d+", words) if word in about]
    for number in dict.fromkeys((*there, *about)):
        if number not in named:
            yield Completion(f"{number} ", f"paragraph {number}", about[number])


def _exempt(record: Record) -> list[Completion]:
    """The exempt items first, then the others still to be taken."""
    ahead = items_ahead(record)
    exempt = [item_offer(key, record) for key, one in record.business.items() if one.item.exempt is not None]
    return [*exempt, *(one for one in ahead if one not in exempt)]


# --- the room


def _leave(rest: str, context: Context) -> Offered:
    told = after_names(rest, context)
    if told is None:
        return NOTHING
    if until := _UNTIL_ITEM.search(told):
        return fitting(until[1], items_ahead(context.record))
    return fitting(told, (Completion(span, span.strip(), _LASTING[span]) for span in _SPANS))


_LASTING = {"for item": "back when the next one opens", "until ": "back when that item opens", "for good": "not back"}

_SLOTS: dict[str, Callable[[str, Context], Offered]] = {
    "/declare": _declare, "/dispensation": _dispensation, "/exclude": _exclude, "/leave": _leave,
    **MEETING_SLOTS, **VOTE_SLOTS,
}  # fmt: skip
