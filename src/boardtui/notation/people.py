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
from boardtui.notation.names import MENTION, could_be, handle, person, spelling
from boardtui.notation.slots import QUOTED, closed, cut, escape, kept, quote, reason_in_brackets, unescape, with_reason

_BETWEEN = re.compile(r"\s*(?:,|\band\b|&)?\s*")
_AT = re.compile(rf"(?<![\w\\])(\\*)({MENTION.pattern})")
_BRACKETS = re.compile(r"\s*\(")
_GOES_ON = re.compile(r"[^\s,;:(]")
_SPECIAL = "()[]:"
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
            found += _known_in(part, context, reasons) if MENTION.match(part) else [_new_in(part, context, reasons)]
    return tuple(found)


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

    A name that exactly one known person has means them, unless the line tells more of them than is known. In quotes it
    is somebody new for certain. Raises Refusal for a mere surname that somebody known has.
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
    alike = [p for p in context.record.people.values() if spelling(p.name).whole == fold(name)]
    if len(alike) == 1 and not _tells_more(new, alike[0]):
        return alike[0].key
    if not alike and not (post or organisation or group):
        _refuse_surname(new.name, context.record)
    return new


def _refuse_surname(name: str, record: Record) -> None:
    """Somebody new is not called by nothing but the surname, or title and surname, of somebody known."""
    said = name_parts(name)
    if said.forenames:
        return
    known = [p for p in record.people.values() if same_person(p.parts, said)]
    if not known:
        return
    new = f'or "{name}" in quotes for somebody new'
    if len(known) == 1:
        called = known[0].name
        hint = f"Write @{handle(known[0].key, record)} for {called}, {new}."
        raise Refusal(f"“{name}” is the surname of {called}.", hint)
    raise Refusal(could_be(f"“{name}”", [p.key for p in known], record), f"Write the one you mean as shown, {new}.")


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


def write_anyone(ref: PersonRef, context: Context, keep: str = "", *, quoted: bool = False) -> str:
    """One person. keep: what of `( ) [ ] :` has a meaning where this stands; quoted: somebody new must be in quotes."""
    return f"@{handle(ref, context.record)}" if isinstance(ref, str) else _write_newcomer(ref, context, keep, quoted)


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


def _write_newcomer(new: Newcomer, context: Context, keep: str, quoted: bool) -> str:
    name, post, organisation, group = (
        escape(field, "@" + keep, also=_SPECIAL) for field in (new.name, new.post, new.organisation, new.group)
    )
    barred = bool(new.post or new.group)

    def together(name: str) -> str:
        if barred:
            return " | ".join((name, post, organisation, group)).rstrip("| ")
        return f"{name}, {organisation}" if organisation else name

    plain = together(name)
    if quoted or new.name.casefold() in _RESERVED or not _reads_as(plain, new, context):
        return together(quote(new.name, keep + "@"))
    return plain


def _reads_as(text: str, new: Newcomer, context: Context) -> bool:
    try:
        return newcomer(text, context) == new
    except (Refusal, ValidationError):
        return False
