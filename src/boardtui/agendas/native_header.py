"""The header of a native agenda: `name: value` lines between two lines of `---`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from pydantic import ValidationError

from boardtui.agendas.problems import Problems, nearest, shortened
from boardtui.model.agenda import Listed, Numbering
from boardtui.model.law import AccessLaw, Code, Consequence, OwnKind
from boardtui.model.people import SeatKind, is_role
from boardtui.model.times import CalendarDay, ClockTime, impossible_day

# The names that may stand once, in the order in which they are written, and what the agenda calls them.
ONCE = {
    "council": "council",
    "committee": "committee",
    "kind": "kind",
    "house": "house",
    "numbering": "numbering",
    "date": "date",
    "time": "time",
    "ends by": "ends_by",
    "place": "place",
    "next minute number": "next_number",
    "quorum": "quorum",
    "code": "code",
    "law": "law",
    "contact": "contact",
    "issued": "issued",
}
INTEREST = "interest"
PEOPLE = tuple(kind.value for kind in SeatKind)
NAMES = (*ONCE, INTEREST, *PEOPLE)
_NEEDED = {"committee": "the name of the body, as it prints it", "date": "the day of the meeting, 4 September 2017"}
_CHOICES: dict[str, tuple[type[StrEnum], StrEnum | None]] = {
    "numbering": (Numbering, Numbering.CONTINUING),
    "code": (Code, None),
    "law": (AccessLaw, None),
}
"""The names that are one of a few words, and what they are where they can't be read."""
_WITH_ROLES = (SeatKind.MEMBER, SeatKind.SUBSTITUTE)
# A word processor makes dashes of three hyphens.
_FENCE = re.compile(r"-{3,}|-*[–—][-–—]*")
_FIELD = re.compile(r"([^:]{1,80}?)\s*:\s*(.*)")

NumberedLine = tuple[int, str]


def is_fence(line: str) -> bool:
    """Is this the `---` before or after the header?"""
    return bool(_FENCE.fullmatch(line.strip()))


def field_in(line: str) -> tuple[str, str] | None:
    """The name, in small letters, and the value of a `Name: value` line, split at the first colon."""
    found = _FIELD.fullmatch(line.strip())
    return (" ".join(found[1].lower().split()), found[2]) if found else None


def read_header(lines: Iterable[NumberedLine], end: int, problems: Problems) -> dict[str, object]:
    """The agenda's fields from the lines of the header. end: the number of the line that closes it."""
    before = len(problems.found)
    values: dict[str, object] = {}
    people: list[Listed] = []
    kinds: list[OwnKind] = []
    seen: dict[str, int] = {}
    for number, line in lines:
        field = field_in(line)
        if field is None:
            hint = "Write `name: value`, or move it below the second --- if it belongs to the agenda."
            problems.add(number, f"this is no `name: value`: {shortened(line.strip())}", hint)
        elif field[0] in PEOPLE:
            people += _listed(number, *field, problems)
        elif field[0] == INTEREST:
            kinds += _own_kind(number, field[1], kinds, problems)
        elif field[0] not in ONCE:
            _unknown(number, field[0], problems)
        elif field[0] in seen:
            hint = "Leave one of the two out."
            problems.add(number, f"`{field[0]}:` stands in line {seen[field[0]]} already", hint)
        elif field[1]:
            seen[field[0]] = number
            values[ONCE[field[0]]] = _value(number, *field, problems)
    needed = _NEEDED.items() if len(problems.found) == before else ()  # a misspelt name isn't missing as well
    for name, what in needed:
        if ONCE[name] not in values:
            problems.add(end, f"the header has no `{name}:`", f"Add `{name}:` and {what}.")
    return {**values, "people": tuple(people), "interests": tuple(kinds)}


def _value(number: int, name: str, value: str, problems: Problems) -> object:
    if name == "date":
        if no_day := impossible_day(value):
            problems.add(number, f"there is no {shortened(no_day)}", "Write the day of the meeting: 4 September 2017.")
        return CalendarDay.read(value)
    if name in ("time", "ends by"):
        return ClockTime.read(value)
    return _one_of(number, name, value, *_CHOICES[name], problems) if name in _CHOICES else value


def _one_of(
    number: int, name: str, value: str, known: type[StrEnum], otherwise: StrEnum | None, problems: Problems
) -> StrEnum | None:
    """The one of a few names that is meant; else a problem, and what it would be without one."""
    try:
        return known(" ".join(value.lower().split()))
    except ValueError:
        names = [one.value for one in known]
        close = nearest(value, names)
        hint = f"Did you mean `{close}`?" if close else f"It is {_either(names)}."
        problems.add(number, f"there is no {name} `{shortened(value)}`", hint)
        return otherwise


def _own_kind(number: int, value: str, before: Iterable[OwnKind], problems: Problems) -> list[OwnKind]:
    """A kind of interest of the body's own, `LABEL | leave`; none when the line can't be read."""
    if not value.strip(" |"):
        return []
    label, bar, consequence = (part.strip() for part in value.rpartition("|"))
    if not bar:
        hint = f"It is `interest: LABEL | {_either([one.value for one in Consequence])}`."
        problems.add(number, f"what an interest of the kind {shortened(value)} asks for is not said", hint)
        return []
    meant = _one_of(number, "consequence", consequence, Consequence, None, problems)
    if meant is None:
        return []
    try:
        kind = OwnKind(label=label, consequence=Consequence(meant))
    except ValidationError as error:
        problems.add(number, error.errors()[0]["msg"].removeprefix("Value error, "), "Write it in plain words.")
        return []
    if any(kind.label.lower() == one.label.lower() for one in before):
        problems.add(number, f"`{INTEREST}: {kind.label}` stands above already", "Leave one of the two out.")
        return []
    return [kind]


def _listed(number: int, kind: str, value: str, problems: Problems) -> list[Listed]:
    """One person or vacancy, or nobody when the line can't be read."""
    if not value.strip(" |"):
        return []
    try:
        return [read_listed(SeatKind(kind), value)]
    except TooManyBarsError:
        hint = "It is `name | role or post | organisation | group`, and for a substitute `| for NAME`."
        problems.add(number, "this line has too many bars", hint)
    except ValidationError as error:
        what = error.errors()[0]["msg"].removeprefix("Value error, ")
        problems.add(number, what, f"Write it as `{kind}: Name | role or post | organisation | group`.")
    return []


class TooManyBarsError(ValueError):
    """More places than somebody listed has."""


def read_listed(kind: SeatKind, words: str) -> Listed:
    """Somebody on the front sheet, from `name | role or post | organisation | group`, a substitute also `| for NAME`.

    Raises ValueError where this is no name, or has more places.
    """
    fields = [field.strip() for field in words.split("|")]
    stands_for = ""
    if len(fields) > 1 and fields[-1].lower().startswith("for "):
        stands_for = fields.pop()[4:]
    if any(fields[4:]):
        raise TooManyBarsError("there are too many bars")
    name, office, organisation, group = (*fields, "", "", "")[:4]
    role, post = _role_and_post(office, kind)
    return Listed(
        kind=kind, name=name, role=role, post=post, organisation=organisation, group=group, stands_for=stands_for
    )


def _role_and_post(office: str, kind: str) -> tuple[str, str]:
    """From the second place of a line: an office of the body or a post; with a semicolon, the one and then the other."""
    role, semicolon, post = (part.strip() for part in office.partition(";"))
    if semicolon:
        return role, post
    return (office, "") if kind in _WITH_ROLES and is_role(office) else ("", office)


def second_place(listed: Listed) -> str:
    """The words that are read as this role and post."""
    if listed.role and listed.post:
        return f"{listed.role}; {listed.post}"
    words = listed.role or listed.post
    if _role_and_post(words, listed.kind) == (listed.role, listed.post):
        return words
    return f"{words};" if listed.role else f"; {words}"


def _unknown(number: int, name: str, problems: Problems) -> None:
    close = nearest(name, NAMES)
    hint = f"Did you mean `{close}:`?" if close else f"The header knows {_either(NAMES)}."
    problems.add(number, f"the header has no field `{shortened(name)}:`", hint)


def _either(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} or {last}"
