"""A membership that is given beside an agenda: it stands in the place of what the agenda itself says of those who sit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from boardtui.agendas.native_writer import person_fields
from boardtui.agendas.parts import CERTAIN, SEVERAL, Part, Placed
from boardtui.agendas.reading import Reading
from boardtui.agendas.revising import said
from boardtui.model.agenda import Agenda, Listed
from boardtui.model.people import SeatKind, name_parts, same_person

_PARTS = {SeatKind.MEMBER: Part.MEMBER, SeatKind.SUBSTITUTE: Part.SUBSTITUTE, SeatKind.OFFICER: Part.OFFICER}
_FILLED = ("role", "post", "organisation", "group", "stands_for")


def with_members(agenda: Agenda, given: Sequence[Listed]) -> Agenda:
    """The agenda with these people in the place of its own of the same kind: members for members, officers for officers.

    What isn't said of somebody is taken from the agenda, where it names them: their office, for instance.
    """
    kinds = {one.kind for one in given}
    kept = tuple(one for one in agenda.people if one.kind not in kinds)
    return agenda.model_copy(update={"people": (*_filled(given, agenda.people), *kept)}) if given else agenda


def with_membership(reading: Reading, given: Sequence[Listed]) -> Reading:
    """The same of a reading: its own lines of the same kind are asides. Vacancies, which no line says, are not in it."""
    parts = {_PARTS[one.kind] for one in given if one.kind in _PARTS}
    people = _filled([one for one in given if one.kind in _PARTS], reading.agenda.people)
    first = next((at for at, one in enumerate(reading.placed) if one.part in SEVERAL or one.part is Part.ITEM), 0)
    own = [_aside(one) if one.part in parts else one for one in reading.placed]
    added = [Placed(_PARTS[one.kind], person_fields(one), (), sure=CERTAIN) for one in people]
    return replace(reading, placed=(*own[:first], *added, *own[first:]))


def _aside(one: Placed) -> Placed:
    return replace(one, part=Part.ASIDE, text=said(one), number=None, sure=CERTAIN, doubt="")


def _filled(given: Iterable[Listed], known: Sequence[Listed]) -> list[Listed]:
    """Each with what is known of them and isn't said."""
    return [_with_known(one, known) for one in given]


def _with_known(one: Listed, known: Sequence[Listed]) -> Listed:
    name = name_parts(one.name)
    same = [other for other in known if other.kind is one.kind and same_person(name, name_parts(other.name))]
    if len(same) != 1:
        return one
    more = {field: getattr(same[0], field) for field in _FILLED if not getattr(one, field)}
    return one.model_copy(update=more)
