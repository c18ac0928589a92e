"""Text in which people are named: read into prose, and written again."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from boardtui.model.prose import AtSign, Mention, Part, Prose
from boardtui.notation.context import Context
from boardtui.notation.names import MENTION, handle, matches, which
from boardtui.notation.slots import escape

_GOES_ON = re.compile(r"\w|[-‐'’.][^\W\d_]")
_POSSESSIVE = re.compile(r"['’][sS](?![^\W\d_])")


@lru_cache(maxsize=32)
def _special(always: str) -> re.Pattern[str]:
    return re.compile(rf"(\\*)([;@{re.escape(always)}])")


def read_prose(raw: str, context: Context, always: str = "") -> Prose:
    """The prose a slot says. always: what else than `@` and `;` has a meaning in this slot.

    A name nobody has stays text, and is a gap. Raises Refusal for one that two people have.
    """
    if "@" not in raw and "\\" not in raw:
        return Prose((raw,))
    parts: list[Part] = []
    place = 0
    while found := _special(always).search(raw, place):
        run, mark = found[1], found[2]
        parts += [raw[place : found.start()], "\\" * (len(run) // 2)]
        place = found.end()
        if mark == "@" and len(run) % 2:
            parts.append(AtSign(sign="@") if _is_nobody(raw, found.start(2), context) else mark)
            continue
        named = _mention_at(raw, found.start(2)) if mark == "@" else None
        if named is None:
            parts.append(mark)
            continue
        parts.append(_meant(named, context))
        place = named.end()
    return Prose((*parts, raw[place:]))


def _mention_at(raw: str, place: int) -> re.Match[str] | None:
    """The mention that stands here; None for the `@` of a mail address."""
    found = MENTION.match(raw, place)
    if found is None or (found[2] is None and place and _is_word(raw[place - 1])):
        return None
    return found


def _is_nobody(raw: str, place: int, context: Context) -> bool:
    """Does a word follow this escaped `@` that is nobody's name? Then the backslash wasn't needed, and is there on purpose."""
    found = MENTION.match(raw, place)
    return raw[place + 1 : place + 2].isalpha() and (found is None or not matches(found, context.record))


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _meant(found: re.Match[str], context: Context) -> Mention | str:
    keys = matches(found, context.record)
    if len(keys) > 1:
        raise which(found, keys, context.record)
    return Mention(person=keys[0], introduced=found[1] == "@@") if keys else found[0]


def write_prose(prose: Prose, context: Context, always: str = "") -> str:
    """The prose as a slot says it: names as short as they can be, backslashes where text would be taken for more."""
    out = ""
    parts = prose.parts
    for number in range(len(parts) - 1, -1, -1):
        part, before = parts[number], parts[number - 1] if number else ""
        out = _write_part(part, out, before, always, context) + out
    return out


def _write_part(part: Part, after: str, before: Part, always: str, context: Context) -> str:
    if isinstance(part, str):
        return _write_text(part, after, always, context)
    return _write_mention(part, after, before, context) if isinstance(part, Mention) else f"\\{part.sign}"


def _write_mention(mention: Mention, after: str, before: Part, context: Context) -> str:
    joined = not isinstance(before, str) or (before != "" and _is_word(before[-1]))
    plain = not joined and not _would_go_on(after)
    return ("@@" if mention.introduced else "@") + handle(mention.person, context.record, plain=plain)


def _would_go_on(after: str) -> bool:
    """Would what follows be taken for more of the name?"""
    if not after or _POSSESSIVE.match(after):
        return False
    return _GOES_ON.match(after) is not None or unicodedata.category(after[0]).startswith("M")


def _write_text(text: str, after: str, always: str, context: Context) -> str:
    whole = text + after
    written = escape(text, always, at=lambda place: _would_name(whole, place, context))
    if after.startswith(("@", "\\@")):
        bare = written.rstrip("\\")
        written = bare + "\\" * (2 * (len(written) - len(bare)))
    return written


def _would_name(text: str, place: int, context: Context) -> bool:
    if text.startswith('@"', place):
        return True
    found = _mention_at(text, place)
    return found is not None and bool(matches(found, context.record))
