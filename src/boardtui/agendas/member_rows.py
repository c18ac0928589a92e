"""What a list says of a member, and the `Listed` that comes of it: one place knows the words for a role and a kind of seat."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import ValidationError

from boardtui.agendas.problems import Problems, shortened
from boardtui.errors import InputError
from boardtui.model.agenda import Listed
from boardtui.model.limits import MOST_MEMBERS, figure
from boardtui.model.people import SeatKind, is_role
from boardtui.model.text import clean_line, fold

_NO_ROLE = frozenset(
    (
        "member",
        "committeemember",
        "boardmember",
        "panelmember",
        "votingmember",
        "ordinarymember",
        "fullmember",
        "councillor",
    )
)
_KINDS = {
    SeatKind.SUBSTITUTE: (
        "substitute",
        "substitutemember",
        "namedsubstitute",
        "sub",
        "reserve",
        "reservemember",
        "substitutes",
    ),
    SeatKind.OFFICER: ("officer", "officers", "committeeofficer", "leadofficer", "supportofficer", "clerk"),
    SeatKind.VACANCY: (
        "vacancy",
        "vacant",
        "vacantseat",
        "vacantposition",
        "tobeconfirmed",
        "tbc",
        "tobeappointed",
        "tba",
    ),
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words}
_SAYS_NOTHING = frozenset(("officer", "officers"))
_HINT = "Mend that line, or leave it out; write names as on the front sheet of an agenda."


@dataclass(frozen=True, slots=True)
class Row:
    """What a list says of one person, each as it is written there. line: on which line of the file, from 1."""

    line: int
    name: str
    role: str = ""
    post: str = ""
    organisation: str = ""
    group: str = ""
    stands_for: str = ""
    kind: str = ""


def listed_from(rows: Iterable[Row], name: str) -> tuple[Listed, ...]:
    """The people of these rows. Raises AgendaError with all that can't be listed, InputError where there is nobody."""
    problems, people = Problems(name), []
    for count, row in enumerate(rows, start=1):
        if count > MOST_MEMBERS:
            hint = "Give the members of one body."
            raise InputError(f"{name}: there are more than {figure(MOST_MEMBERS)} people in it", hint)
        try:
            people.append(listed(row))
        except ValidationError as error:
            what = error.errors()[0]["msg"].removeprefix("Value error, ")
            problems.add(row.line, f"{shortened(row.name or row.organisation or '?')}: {what}", _HINT)
    problems.raise_if_any()
    if not people:
        raise InputError(
            f"{name}: nobody is listed in it", "Give a list with a line for each member, and a column of names."
        )
    return tuple(people)


def listed(row: Row) -> Listed:
    """One person, or an empty seat. Raises pydantic's ValidationError where the name is none."""
    kind = _kind(row)
    name, organisation = _name(row.name), clean_line(row.organisation)
    if kind is SeatKind.VACANCY:
        return Listed(kind=kind, name=organisation or row.post or (row.name if row.name.strip() else "Vacancy"))
    said = "" if fold(row.role) in _NO_ROLE or fold(row.role) in _KIND_OF else row.role
    if fold(row.role) in _KIND_OF and kind is SeatKind.OFFICER and fold(row.role) not in _SAYS_NOTHING:
        said = row.role
    role, post = (said, row.post) if is_role(said) and kind is not SeatKind.OFFICER else ("", row.post or said)
    return Listed(
        kind=kind,
        name=name,
        role=role,
        post=post,
        organisation=organisation,
        group=row.group,
        stands_for=row.stands_for if kind is SeatKind.SUBSTITUTE else "",
    )


def _kind(row: Row) -> SeatKind:
    for words in (row.name, row.kind, row.role):
        if kind := _KIND_OF.get(fold(words)):
            return kind
    return SeatKind.SUBSTITUTE if row.stands_for.strip() else SeatKind.MEMBER


def _name(words: str) -> str:
    """The name with typographic marks round what somebody is called: a straight quote parts lists here."""
    opening = True
    written = ""
    for character in clean_line(words):
        if character == '"':
            character, opening = "“" if opening else "”", not opening
        written += character
    return " ".join(written.split())
