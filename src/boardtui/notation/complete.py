"""What could be typed next: commands after `/`, people after `@`, items after `# `, stock phrases after `;`.

Called at every keypress, so it looks at each person and each item once, and works out how to write only the few it offers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from boardtui.model.record import Business, ItemState, Record
from boardtui.model.text import fold
from boardtui.notation import items
from boardtui.notation.commands import COMMANDS, Command
from boardtui.notation.completion import Completion, Completions
from boardtui.notation.context import Context
from boardtui.notation.ghost import ghost
from boardtui.notation.line import fill, lacking
from boardtui.notation.moments import time_before
from boardtui.notation.people_offers import MOST, people_offers
from boardtui.notation.slot_offers import slot_offers
from boardtui.rules.recorded_votes import NEEDED, needs_names

__all__ = ["MOST", "complete", "ghost"]

_COMMAND = re.compile(r"/([A-Za-z-]*(?: [A-Za-z-]+)*)$")
_COMMAND_AND_REST = re.compile(r"(/[A-Za-z-]+) +(.*)", re.DOTALL)
_FOR_ANOTHER = re.compile(r"/(?:insert|edit)\s+(?:#\d+\s+|(?=[/!?>\[#=-]))", re.IGNORECASE)
_NAME = re.compile(r"(?<![\w.\\])((?:\\\\)*)(@@?)(?:\"([^\"]*)|([^\W\d_][^\s@\";,:()]*)?)$")
_PHRASE = re.compile(r"(?:^|(?<=[\s(\[]))(?:\\\\)*;([\w-]*)$")
_ENDING = re.compile(r"/(?:vote|agreed|carried|unanimous|lost)(?:\s|$)")
_IN_A_SLOT = re.compile(r"[/!?>]")
_ITEM_STATE = {
    ItemState.OPEN: "open",
    ItemState.TAKEN: "taken",
    ItemState.DONE: "done",
    ItemState.DEFERRED: "deferred",
    ItemState.WITHDRAWN: "withdrawn",
}
_NOBODY = Completions()


def complete(line: str, caret: int, context: Context) -> Completions:
    """The offers for what stands before the caret (a position in the line, in code points)."""
    typed = line[:caret]
    start = _beginning(typed)
    body = typed[start:]
    by_name = _by_name(body, context)
    if (found := _COMMAND.fullmatch(body)) and not _is_complete(found[1]):
        return _completions(start, caret, (*_commands(found[1]), *by_name))
    if by_name:
        return Completions(start, caret, by_name)
    if found := _NAME.search(typed):
        quoted = found[3] is not None
        wanted = found[3] if quoted else found[4] or ""
        slot = _IN_A_SLOT.match(body) is not None
        return _completions(found.start(2), caret, people_offers(wanted, found[2], slot, context))
    if body.startswith("# "):
        return _items(body[2:], start + 2, caret, context.record)
    if context.phrases and (found := _PHRASE.search(typed)):
        return _completions(found.start(1) - 1, caret, _phrases(found[1], context))
    if found := _COMMAND_AND_REST.match(body):
        length, offers = slot_offers(found[1].lower(), found[2], context)
        return _completions(caret - length, caret, offers[:MOST])
    return _NOBODY


def _beginning(typed: str) -> int:
    """Where the line itself begins: behind its time, and behind what says where it is put in or what it takes the place of."""
    start = len(typed) - len(time_before(typed)[1])
    if (found := _FOR_ANOTHER.match(typed, start)) is None:
        return start
    inner = typed[found.end() :]
    return found.end() + len(inner) - len(time_before(inner)[1])


def _completions(start: int, end: int, offers: Iterable[Completion]) -> Completions:
    found = tuple(offers)
    return Completions(start, end, found) if found else _NOBODY


# Commands


def _by_name(body: str, context: Context) -> tuple[Completion, ...]:
    """Where a vote must be recorded by name, and a line would end it otherwise: the sheet that records it so."""
    if _ENDING.match(body) is None or not needs_names(context.record):
        return ()
    return (Completion("/roll", "/roll", NEEDED),)


def _commands(typed: str) -> list[Completion]:
    """Commands by name, by what clerks call them, and by their letters in order; the frequent ones first."""
    wanted = typed.casefold()
    ranked = [(rank, not command.frequent, place, command) for place, command in enumerate(COMMANDS)
              if (rank := _rank(wanted, command)) is not None]  # fmt: skip
    ranked.sort(key=lambda one: one[:3])
    return [Completion(c.insert, c.name, c.help) for _, _, _, c in ranked]


def _is_complete(typed: str) -> bool:
    """Is what follows the slash a whole command and the first of its words?"""
    first, space, _ = typed.partition(" ")
    return bool(space) and any(f"/{first.lower()}" in (c.name, *c.aliases) for c in COMMANDS)


def _rank(wanted: str, command: Command) -> int | None:
    """How well a command fits, 0 the best; None if it doesn't."""
    names = [name[1:] for name in (command.name, *command.aliases) if name.startswith("/")]
    if not wanted:
        return 0 if names else None
    if wanted in names:
        return 0
    if any(name.startswith(wanted) for name in names):
        return 1
    if any(said.startswith(wanted) for said in command.said_as):
        return 2
    if len(wanted) > 2 and any(f" {wanted}" in said for said in (*command.said_as, command.help)):
        return 3
    return 4 if len(wanted) > 1 and any(_holds_in_order(name, wanted) for name in names) else None


def _holds_in_order(name: str, letters: str) -> bool:
    rest = iter(name)
    return all(letter in rest for letter in letters)


# Items


def _items(typed: str, start: int, end: int, record: Record) -> Completions:
    """Items by number or any word of the title; after numbers that are already there, by the last word."""
    found = _fitting(typed.strip(), record)
    if not found and " " in typed:
        last = typed.rpartition(" ")[2]
        start += len(typed) - len(last)
        found = _fitting(last, record)
    return _completions(start, end, (_item(business, record) for business in found[:MOST]))


def _fitting(typed: str, record: Record) -> list[Business]:
    if not typed:
        waiting = [b for b in record.business.values() if b.state is ItemState.WAITING and not b.is_sub]
        return waiting or list(record.business.values())
    wanted, number = fold(typed), typed.casefold()
    ranked: list[tuple[int, int, Business]] = []
    for place, business in enumerate(record.business.values()):
        title = business.item.title
        if (business.item.number or "").casefold().startswith(number):
            ranked.append((0, place, business))
        elif wanted and items.folded_title(title).startswith(wanted):
            ranked.append((1, place, business))
        elif len(wanted) > 1 and f" {number}" in f" {title.casefold()}":
            ranked.append((2, place, business))
    return [business for _, _, business in sorted(ranked, key=lambda one: one[:2])]


def _item(business: Business, record: Record) -> Completion:
    return Completion(
        items.handle(business.key, record), items.named(business.key, record), _ITEM_STATE.get(business.state, "")
    )


# Phrases


def _phrases(typed: str, context: Context) -> list[Completion]:
    """Stock phrases by the beginning of their name, then by any word of their text."""
    wanted = typed.casefold()
    begun = [name for name in context.phrases if name.casefold().startswith(wanted)]
    holding = [
        name
        for name, text in context.phrases.items()
        if name not in begun and len(wanted) > 2 and wanted in text.casefold()
    ]
    return [_phrase(name, context) for name in (*begun, *holding)][:MOST]


def _phrase(name: str, context: Context) -> Completion:
    """A phrase filled in; one that can't be filled now stays a name, and says why when the line is read."""
    text = context.phrases[name]
    return Completion(f";{name}" if lacking(text, context) else fill(text, context), f";{name}", text)
