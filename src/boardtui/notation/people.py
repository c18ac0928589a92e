"""People in a command's slot: one or several, known by `@name` or new by their whole name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from boardtui.errors import Refusal
from boardtui.model.acts.base import PersonRef
from boardtui.model.people import Newcomer, Person, PersonKey, name_parts, same_person
from boardtui.model.record import Record
from boardtui.model.text import fold
from boardtui.notation.context import Context
from boardtui.notation.names import MENTION, by_full_name, could_be, handle, person
from boardtui.notation.slots import QUOTED, closed, cut, escape, kept, quote, reason_in_brackets, unescape, with_reason

_BETWEEN = re.compile(r"\s*(?:,|\band\b|&)?\s*")
_AT = re.compile(rf"(?<![\w\\])(\\*)({MENTION.pattern})")
_BRACKETS = re.compile(r"\s*\(")
_GOES_ON = re.compile(r"[^\s,;:(]")
_SPECIAL = "()[]:"
_LISTING = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*", re.IGNORECASE)
_NOBODY = frozenset(("none", "nobody", "noone", "nil", "noapologies", "noneatall", "noneabsent", "nonereceived"))
_RESERVED = frozenset(("all", "none", "done", "everyone", "for", "on"))


@dataclass(frozen=True, slots=True)
class Listed:
    """One of several people. reason: what stood in brackets after them, where a reason may stand."""

    person: PersonRef
    reason: str = ""


def leading(raw: str, context: Context) -> tuple[tuple[PersonKey, ...], str]:
    """The @names a slot begins with, and what follows them. Raises Refusal for a name nobody has, or two people."""
    keys: list[PersonKey] = []
    place = 0
    while found := MENTION.match(raw, _past_between(raw, place) if keys else 0):
        if _GOES_ON.match(raw, found.end()):
            break
        keys.append(person(found, context.record, or_new=False))
        place = found.end()
    return tuple(keys), raw[place:].lstrip()


def _past_between(raw: str, place: int) -> int:
    """Where the next name would begin, after a comma or an `and`."""
    found = _BETWEEN.match(raw, place)
    return found.end() if found else place


def known(raw: str, context: Context) -> tuple[PersonKey, ...]:
    """A slot that is @names and nothing else."""
    keys, rest = leading(_as_names(raw), context)
    if rest:
        raise Refusal(f"“{rest}” is no @name.", "Write everybody here as @name, with spaces between.")
    return keys


def one(raw: str, context: Context) -> PersonKey:
    """A slot that is one @name."""
    keys = known(raw, context)
    if len(keys) != 1:
        raise Refusal("One person is wanted here.", "Write one @name.")
    return keys[0]


def _as_names(raw: str) -> str:
    """@names parted by semicolons, as lists of people may be, with spaces instead."""
    return " ".join(part.strip() for part in cut(raw))


def several(raw: str, context: Context, *, reasons: bool = False) -> tuple[Listed, ...]:
    """People parted by `;`, or by spaces where all are @names. reasons: a last `(reason)` is read as such."""
    found: list[Listed] = []
    for part in cut(raw):
        if part := part.strip():
            if MENTION.match(part):
                found += _known_in(part, context, reasons)
            else:
                found += _by_full_names(part, context, reasons) or [_new_in(part, context, reasons)]
    return tuple(found)


def is_nobody(words: str) -> bool:
    """Do these words say that there was nobody: `none`, `No one`, `nil`?"""
    return fold(words) in _NOBODY


def by_full_names(text: str, context: Context) -> tuple[PersonKey, ...]:
    """Those the meeting knows by the full names written here without `@`, with commas or `and` between.

    Nobody where one of the names is not that of just one known person.
    """
    return tuple(str(one.person) for one in _by_full_names(text, context, False, least=1))


def _by_full_names(part: str, context: Context, reasons: bool, least: int = 2) -> list[Listed]:
    pieces = [piece for piece in _LISTING.split(part.strip()) if piece]
    found: list[Listed] = []
    for piece in pieces if len(pieces) >= least else ():
        text, reason = reason_in_brackets(piece) if reasons else (piece, None)
        keys = [] if QUOTED.match(text) else by_full_name(unescape(text, _SPECIAL), context.record)
        if len(keys) != 1:
            return []
        found.append(Listed(keys[0], reason or ""))
    return found


def anyone(raw: str, context: Context) -> PersonRef:
    """A slot that is one person, known or new."""
    found = several(raw, context)
    if len(found) != 1:
        raise Refusal("One person is wanted here.", "Write one @name, or the whole name of somebody new.")
    return found[0].person


def _known_in(part: str, context: Context, reasons: bool) -> list[Listed]:
    found: list[Listed] = []
    rest = part
    while mention := MENTION.match(rest):
        key = person(mention, context.record)
        rest = rest[mention.end() :]
        reason = ""
        if reasons and _BRACKETS.match(rest):
            reason, rest = _first_reason(rest.lstrip())
        found.append(Listed(key, reason))
        after = _past_between(rest, 0)
        if after == len(rest) or MENTION.match(rest, after):
            rest = rest[after:]
    if rest:
        raise Refusal(
            f"“{part}” names somebody known, and then “{rest.strip()}”.",
            "Part people with ; unless all are @names.",
        )
    return found


def _first_reason(text: str) -> tuple[str, str]:
    """The `(reason)` a text begins with, and what follows it; all of it is left where the bracket never closes."""
    for place, character in enumerate(text):
        if character == ")":
            before, reason = reason_in_brackets(text[: place + 1])
            if reason is not None and not before:
                return reason, text[place + 1 :]
    return "", text


def _new_in(part: str, context: Context, reasons: bool) -> Listed:
    text, reason = reason_in_brackets(part) if reasons else (part, None)
    return Listed(newcomer(text, context), reason or "")


def newcomer(text: str, context: Context) -> PersonRef:
    """Somebody by their whole name: `Name | post | organisation | group`, `Name, organisation`.

    A full name that exactly one known person has means them, whatever the title, unless the line tells more of them than
    is known. In quotes it is somebody new for certain. Raises Refusal for a name that two people have, for one that could
    be short for somebody known, such as their mere surname, and for words in small letters or `none`, which are no name.
    """
    if found := next((m for m in _AT.finditer(text) if len(m[1]) % 2 == 0), None):
        raise Refusal(
            f"{found[2]} stands in the middle of a name.", f"Write {found[2]} alone, or the whole name without @."
        )
    quoted = QUOTED.match(text)
    if quoted is not None:
        name, rest = kept(quoted[1]), text[quoted.end() :].strip()
        if rest and rest[0] not in ",|":
            raise Refusal(f"“{rest}” follows a name.", 'Write "Name", organisation, or "Name" | post | organisation.')
        fields = _fields(f"x{rest}")[1:]
    else:
        name, *fields = _fields(text)
    post, organisation, group = (*fields, "", "", "")[:3]
    new = Newcomer(name=name, post=post, organisation=organisation, group=group)
    if quoted:
        return new
    alike = by_full_name(name, context.record)
    if len(alike) == 1 and not _tells_more(new, context.record.people[alike[0]]):
        return alike[0]
    if not (post or organisation or group):
        _refuse_no_name(name)
        _refuse_alike(new.name, alike, context.record)
    return new


def _refuse_no_name(name: str) -> None:
    """Nobody is called `none`, nor `accepted`: words that a clerk may well put behind `/apologies`."""
    if is_nobody(name):
        raise Refusal(
            f"“{name}” is nobody's name.", f'Leave the line out if there was nobody, or write "{name}" in quotes.'
        )
    if name.islower() and " " not in name:
        hint = f'Write @name; a new person by first name and surname, or "{name}" in quotes.'
        raise Refusal(f"“{name}” in small letters is no name of a person.", hint)


def _refuse_alike(name: str, alike: Sequence[PersonKey], record: Record) -> None:
    """Somebody new is not called as two known people are, nor by what may be short for somebody known."""
    said = name_parts(name)
    known = alike or [p.key for p in record.people.values() if same_person(p.parts, said)]
    if not known:
        return
    new = f'or "{name}" in quotes for somebody new'
    if len(known) == 1:
        called = record.people[known[0]].name
        hint = f"Write @{handle(known[0], record)} for {called}, {new}."
        why = "could be" if said.forenames else "is the surname of"
        raise Refusal(f"“{name}” {why} {called}.", hint)
    raise Refusal(could_be(f"“{name}”", known, record), f"Write the one you mean as shown, {new}.")


def _fields(text: str) -> list[str]:
    """Name, post, organisation, group, as far as given."""
    if "|" in text:
        parts = text.split("|")
        if len(parts) > 4:
            raise Refusal("Too many bars after a name.", "Write Name | post | organisation | group.")
    else:
        name, comma, organisation = text.partition(",")
        parts = [name, "", organisation] if comma else [name]
    return [unescape(part.strip(), _SPECIAL) for part in parts]


def _tells_more(new: Newcomer, old: Person) -> bool:
    return any(getattr(new, name) and not getattr(old, name) for name in ("post", "organisation", "group"))


# Written


def write_known(keys: Iterable[PersonKey], context: Context) -> str:
    """@names with spaces between."""
    return " ".join(f"@{handle(key, context.record)}" for key in keys)


def write_anyone(
    ref: PersonRef, context: Context, keep: str = "", *, quoted: bool = False, barred: bool = False
) -> str:
    """One person. keep: what of `( ) [ ] :` has a meaning where this stands; quoted: somebody new must be in quotes.

    barred: what is told of somebody new stands after bars.
    """
    if isinstance(ref, str):
        return f"@{handle(ref, context.record)}"
    return _write_newcomer(ref, context, keep, quoted, barred)


def write_several(people: Sequence[PersonRef], context: Context, keep: str = "", *, quoted: bool = False) -> str:
    """People as a list. quoted: somebody new must stand in quotes."""
    return write_listed([Listed(ref) for ref in people], context, keep, quoted=quoted)


def write_listed(people: Sequence[Listed], context: Context, keep: str = "", *, quoted: bool = False) -> str:
    """People as a list, with their reasons."""
    written = [_write_listed(one, context, keep, quoted) for one in people]
    if all(isinstance(one.person, str) for one in people):
        return " ".join(written)
    return "; ".join([*(closed(part) for part in written[:-1]), written[-1]])


def _write_listed(one: Listed, context: Context, keep: str, quoted: bool) -> str:
    if one.reason:
        return with_reason(write_anyone(one.person, context, keep.replace("()", "")), one.reason)
    return write_anyone(one.person, context, keep, quoted=quoted)


def _write_newcomer(new: Newcomer, context: Context, keep: str, quoted: bool, barred: bool = False) -> str:
    name, post, organisation, group = (
        escape(field, "@" + keep, also=_SPECIAL) for field in (new.name, new.post, new.organisation, new.group)
    )
    barred = barred or bool(new.post or new.group)

    def together(name: str) -> str:
        if barred:
            return " | ".join((name, post, organisation, group)).rstrip("| ")
        return f"{name}, {organisation}" if organisation else name

    plain = together(name)
    if quoted or new.name.casefold() in _RESERVED or not _reads_as(plain, new, context):
        return together(quote(new.name, keep + "@"))
    return plain


def _reads_as(text: str, new: Newcomer, context: Context) -> bool:
    if any(_by_full_names(text, context, reasons) for reasons in (False, True)):
        return False
    try:
        return newcomer(text, context) == new
    except (Refusal, ValidationError):
        return False
